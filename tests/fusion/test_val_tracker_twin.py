"""The compiled tracker against its readable twin: every row of every track."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from glasshield.fusion.options import Association, Filter, Initiation, Models, Options
from glasshield.fusion.tracker import track
from glasshield.fusion.tracks import Tracks
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.measurement import measure
from tests.reference import tracker as twin

pytestmark = pytest.mark.kernels

# Two orders of the same sums over up to a hundred updates of one track, from a start known to a few
# kilometres a second: a millionth of a track's own deviations.
POSITION_TOL_M: Final = 1e-4
VELOCITY_TOL_M_S: Final = 1e-4
CORRELATION_TOL: Final = 1e-5
PROBABILITY_TOL: Final = 1e-6
RATE_SIGMA_M_S: Final = 5.0
BEYOND: Final = {  # what a station measures beside or instead of range and angles
    "all alike": ("", "", ""),
    "one with range rate, one with angles only": ("", "range rate", "angles"),
}


def looks(
    truth: Truth, simulated: Detections, kinds: tuple[str, str, str], spread_s: float
) -> Detections:
    """Objects seen by three stations, each at its own moment of a look; false alarms among them."""
    rng, parts = np.random.default_rng(111), []
    begin, end = float(truth.time_s.min()), float(truth.time_s.max()) - 1.0
    for index, (station, kind) in enumerate(zip(simulated.stations, kinds, strict=True)):
        for look in np.arange(begin + index / 3.0, end, station.period_s):
            who = np.flatnonzero(rng.uniform(size=len(truth)) < 0.9)
            time = look + rng.uniform(0.0, spread_s, len(who))
            sigmas = np.array(
                [
                    station.accuracy.range_m,
                    station.accuracy.azimuth_rad,
                    station.accuracy.elevation_rad,
                    RATE_SIGMA_M_S,
                ]
            )
            state = truth.states(who, time)
            four = measure(station, state) + sigmas * rng.normal(size=(len(who), 4))
            false = np.array([1e6, 3.0, 0.7, 0.0]) * rng.uniform(0.2, 1.6, (3, 4))
            four, time = np.vstack((four, false)), np.append(time, np.full(3, look))
            parts.append(
                Detections.of(
                    simulated.epoch,
                    simulated.stations,
                    time,
                    index,
                    range_m=np.full(len(time), np.nan) if kind == "angles" else four[:, 0],
                    azimuth_rad=four[:, 1] % (2.0 * np.pi),
                    elevation_rad=four[:, 2],
                    range_rate_m_s=four[:, 3] if kind == "range rate" else None,
                    sigmas=np.broadcast_to(sigmas, four.shape),
                    truth=np.append(who, np.full(3, CLUTTER)),
                    simulated=True,
                )
            )
    return Detections.join(parts).in_order()


def assert_same(kernel: Tracks, slow: Tracks) -> None:
    assert np.array_equal(kernel.id, slow.id)
    assert np.array_equal(kernel.first_row, slow.first_row)
    assert np.array_equal(kernel.detection, slow.detection)
    assert np.array_equal(kernel.station_index, slow.station_index)
    assert np.allclose(kernel.time_s, slow.time_s, rtol=0.0, atol=1e-9)
    apart = np.abs(kernel.state_ecef - slow.state_ecef)
    assert apart[:, :3].max() < POSITION_TOL_M
    assert apart[:, 3:].max() < VELOCITY_TOL_M_S
    assert np.abs(kernel.phase_probability - slow.phase_probability).max() < PROBABILITY_TOL
    sigma = np.sqrt(np.diagonal(slow.covariance, axis1=1, axis2=2))
    units = sigma[:, :, None] * sigma[:, None, :]
    assert np.abs((kernel.covariance - slow.covariance) / units).max() < CORRELATION_TOL


def one_thing_changed() -> list[Options]:
    """The default, and everything that can be chosen, one at a time and some together."""
    return [
        Options(),
        Options(filter=Filter.UKF),
        Options(filter=Filter.CKF),
        Options(models=Models.COAST),
        Options(models=Models.COAST, filter=Filter.UKF),
        Options(models=Models.COAST, filter=Filter.CKF, initiation=Initiation.ONE_POINT),
        Options(initiation=Initiation.ONE_POINT),
        Options(models=Models.COAST, association=Association.JPDA),
        Options(association=Association.JPDA),
        Options(confirm=1, within=1, delete_after=2),
        Options(models=Models.COAST, gate=9.0, confirm=2, within=4, speed_max_m_s=4_000.0),
    ]


def named(options: Options) -> str:
    names = (options.models, options.filter, options.association, options.initiation)
    return "-".join([*(each.name for each in names), str(options.confirm)])


@pytest.mark.parametrize("options", one_thing_changed(), ids=named)
def test_val_tracks_are_the_twins(options: Options) -> None:
    detections = benchmark(8, seed=5, duration_s=20.0).detections
    tracks = track(detections, options)
    assert len(tracks) > 0
    assert_same(tracks, twin.track(detections, options))


def test_val_more_tracks_than_go_through_the_formulas_together() -> None:
    # Sixteen blocks of eight are a group.
    detections = benchmark(140, seed=5, duration_s=3.0).detections
    tracks = track(detections)
    assert len(tracks) > 128
    assert_same(tracks, twin.track(detections, Options()))


@pytest.mark.parametrize("seen", list(BEYOND))
@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(models=Models.COAST),
        Options(models=Models.COAST, association=Association.JPDA),
        Options(association=Association.JPDA),
    ],
    ids=named,
)
def test_val_tracks_are_the_twins_whatever_is_measured_within_a_look(
    seen: str, options: Options
) -> None:
    simulation = benchmark(6, seed=6, duration_s=15.0)
    detections = looks(simulation.truth, simulation.detections, BEYOND[seen], spread_s=0.15)
    tracks = track(detections, options)
    assert len(tracks) > 0
    assert_same(tracks, twin.track(detections, options))


def test_val_tracks_of_a_crowd_are_the_twins() -> None:
    """Objects within a few hundred metres: one scan holds more than one way to give them out."""
    simulation = benchmark(2, seed=7, duration_s=15.0)
    rng = np.random.default_rng(112)
    one = simulation.truth
    crowd = Truth.of(
        one.epoch,
        one.step_s,
        [(f"object-{number}", "") for number in range(5)],
        np.ones(5),
        np.full(5, one.time_s[0]),
        one.state_ecef[one.rows(0)][None]
        + rng.normal(scale=[400.0] * 3 + [5.0] * 3, size=(5, 1, 6)),
    )
    detections = looks(crowd, simulation.detections, ("", "", ""), spread_s=0.0)
    for association in Association:
        options = Options(models=Models.COAST, association=association)
        tracks = track(detections, options)
        assert len(tracks) > 0
        assert_same(tracks, twin.track(detections, options))
