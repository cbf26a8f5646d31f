"""All marks of tracks that are known to be right, and of tracks that are known to be wrong."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from glasshield.fusion.metrics import Scale
from glasshield.fusion.scores import scores
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.sensors import Sector
from tests.fusion.test_consistency import case, truth_of

# Three radars of 50 m and 0.05 deg at 600 km fix a place to some 300 m at first, 60 m in the end.
RMSE_M = (20.0, 500.0)


def test_tracks_that_follow_everything_have_the_best_marks() -> None:
    sky, tracks, _ = case()
    got = scores(tracks, truth_of(sky), Scale(cutoff_m=5e3))
    overall = got.whole.siap.overall
    assert overall.ambiguity == 1.0
    assert overall.spuriousness == 0.0
    assert overall.completeness > 0.95
    assert got.whole.siap.track_changes_1_s == 0.0
    assert got.whole.gospa.false.sum() == 0.0
    assert RMSE_M[0] < got.position_rmse_m < RMSE_M[1]
    assert got.nees.low < got.nees.mean < got.nees.high


def test_another_epoch_changes_nothing() -> None:
    sky, tracks, _ = case()
    truth = truth_of(sky)
    # To the microsecond of an instant: a thousandth of a millimetre at 5 km/s.
    moved = truth.onto(truth.epoch.plus_s(-7.0))
    one, other = scores(tracks, truth), scores(tracks, moved)
    assert one.position_rmse_m == pytest.approx(other.position_rmse_m, rel=1e-6)


def test_a_track_of_nothing_is_spurious() -> None:
    sky, tracks, _ = case()
    ghost = dataclasses.replace(tracks, state_ecef=tracks.state_ecef * 1.1)
    got = scores(ghost, truth_of(sky))
    assert got.whole.siap.overall.spuriousness == 1.0
    assert got.whole.siap.overall.completeness == 0.0
    assert np.isnan(got.position_rmse_m)
    assert got.nees.count == 0


def test_what_no_radar_sees_is_not_missed_in_view() -> None:
    sky, tracks, _ = case()
    straight_up = (Sector(0.0, 2.0 * np.pi, np.radians(80.0), np.radians(90.0)),)
    blind = tuple(dataclasses.replace(s, sectors=straight_up) for s in tracks.stations)
    got = scores(dataclasses.replace(tracks, stations=blind), truth_of(sky))
    assert got.in_view.gospa.missed.sum() <= got.whole.gospa.missed.sum()
    assert got.in_view.gospa.false.sum() > 0.0


def test_no_tracks_have_no_marks() -> None:
    sky, tracks, _ = case()
    none = Tracks(
        tracks.epoch, tracks.stations, np.empty(0, int), np.zeros(1, int), np.empty(0),
        np.empty((0, 6)), np.empty((0, 21)), np.empty((0, 3)), np.empty(0, int),
        np.empty(0, int), simulated=True,
    )  # fmt: skip
    got = scores(none, truth_of(sky))
    assert len(got.whole.ospa_m) == 0
    assert got.whole.siap.overall.completeness == 0.0
