"""Clouds of detections denser than any that tells objects apart: bounded work, sound answers."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from glasshield import kernels
from glasshield.fusion.options import Association, Options
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.detections import UNKNOWN, Detections
from tests.fusion.made_up import EPOCH, STATIONS

MOST_PAIRS: Final = 64  # of a track, as the kernel keeps them
MOST_TRACKS: Final = 20_000
COST_SHARE: Final = 0.9  # of the best assignment's gain, that one cut short still brings


def cloud(time_s: float, count: int, spread_m: float) -> Detections:
    """What one radar reports of so many plots within some metres of range."""
    return Detections(
        epoch=EPOCH,
        stations=STATIONS,
        time_s=np.full(count, time_s),
        station_index=np.zeros(count, dtype=np.int32),
        range_m=4e5 + np.linspace(0.0, spread_m, count),
        azimuth_rad=np.full(count, 1.0),
        elevation_rad=np.full(count, 0.5),
        range_rate_m_s=np.full(count, np.nan),
        sigmas=np.tile([50.0, 1e-3, 1e-3, np.nan], (count, 1)),
        truth=np.full(count, UNKNOWN, dtype=np.int32),
        snr_db=np.full(count, np.nan),
        arrival_s=np.full(count, time_s),
        simulated=True,
    )


@pytest.mark.kernels
@pytest.mark.parametrize("association", list(Association))
def test_a_cloud_in_one_gate_keeps_its_tracks(association: Association) -> None:
    """Four thousand plots in one gate: no track takes two, and none is lost for being many."""
    tracker = Tracker(STATIONS, EPOCH, Options(association=association))
    for look in range(4):
        tracker.feed(cloud(float(look), 4_000, 400.0))
    picture = tracker.picture()
    assert len(np.unique(picture.id)) == len(picture.id)
    assert np.isfinite(picture.state_ecef).all()
    assert 0 < np.count_nonzero(picture.confirmed) <= 4_000


@pytest.mark.kernels
def test_no_more_tracks_begin_than_there_may_be() -> None:
    """What comes too much starts nothing; what is followed goes on."""
    tracker = Tracker(STATIONS, EPOCH, Options())
    tracker.feed(cloud(0.0, 100, 1e6))
    tracker.feed(cloud(1.0, MOST_TRACKS + 5_000, 1e6))
    assert len(tracker.picture()) == MOST_TRACKS


@pytest.mark.kernels
def test_prop_an_assignment_cut_short_is_still_one() -> None:
    """Where paths would take too long, rows take what is free: no column twice, little lost."""
    rng = np.random.default_rng(7)
    rows, columns = 12_000, 6_000
    first = np.arange(rows + 1, dtype=np.int32) * MOST_PAIRS
    column = np.concatenate(
        [np.sort(rng.choice(columns, MOST_PAIRS, replace=False)) for _ in range(rows)]
    ).astype(np.int32)
    cost = -rng.uniform(1.0, 2.0, len(column))
    chosen = np.empty(rows, dtype=np.int32)
    kernels.assign(first, column, columns, cost, chosen)
    taken = column[chosen[chosen >= 0]]
    assert len(np.unique(taken)) == len(taken)
    assert (first[:-1][chosen >= 0] <= chosen[chosen >= 0]).all()
    assert (chosen[chosen >= 0] < first[1:][chosen >= 0]).all()
    free = np.ones(columns, dtype=bool)
    free[taken] = False
    left = np.flatnonzero(chosen < 0)
    assert not free[column.reshape(rows, MOST_PAIRS)[left]].any()
    assert -cost[chosen[chosen >= 0]].sum() > COST_SHARE * 2.0 * columns
