"""Residuals, NIS and NEES of tracks whose filter is known to be right, and paths at instants."""

from __future__ import annotations

import dataclasses
import functools

import numpy as np
import pytest

from glasshield.errors import RangeError
from glasshield.fusion import consistency
from glasshield.fusion.paths import Paths, instants, picture
from glasshield.fusion.siap import associate
from glasshield.fusion.tracks import Tracks
from tests.fusion import made_up
from tests.fusion.followed import follow
from tests.fusion.made_up import Sky

# The update is linearised at the prediction, the residual is taken at the estimate; both are close
# once the first errors of 2 km and 20 m/s are gone.
SETTLED_ROWS = 8
NIS_RELATIVE_TOL = 0.02
# Errors of one track hang together in time: as if each of 40 counted once, five deviations.
NEES_TOL = 5.0 * np.sqrt(2.0 / (40 * 6))
# Truth rows a second apart, free flight: fourth derivative 1e-5 m/s4 over 384.
HERMITE_TOL_M = 1e-6


@functools.cache
def case() -> tuple[Sky, Tracks, np.ndarray]:
    rng = np.random.default_rng(11)
    sky = made_up.sky(rng, 40, span_s=40.0, period_s=2.0, range_rate=True)
    return sky, *follow(sky, rng)


def truth_of(sky: Sky, step_s: float = 1.0) -> Paths:
    times = np.arange(-20.0, 20.0 + step_s / 2, step_s)
    k = int(sky.object_index.max()) + 1
    number = np.repeat(np.arange(k), len(times))
    state = sky.arcs.at(np.tile(times, k), number)
    first = np.arange(k + 1) * len(times)
    names = tuple(f"object {n}" for n in range(k))
    return Paths(sky.detections.epoch, names, first, np.tile(times, k), state)


def test_innovations_squared_follow_from_what_is_left_of_them() -> None:
    sky, tracks, squares = case()
    found = consistency.residuals(tracks, sky.detections)
    first = np.isin(np.arange(len(squares)), tracks.first_row[:-1])
    assert np.array_equal(np.isnan(found.nis), first)
    age = np.arange(len(squares)) - np.repeat(tracks.first_row[:-1], np.diff(tracks.first_row))
    settled = age >= SETTLED_ROWS
    assert found.nis[settled] == pytest.approx(squares[settled], rel=NIS_RELATIVE_TOL, abs=0.02)
    assert set(found.degrees) == {4}


def test_innovations_of_a_right_filter_lie_within_their_bounds() -> None:
    sky, tracks, _ = case()
    got = consistency.nis(consistency.residuals(tracks, sky.detections))
    assert got.low < got.mean < got.high
    assert got.low == pytest.approx(1.0, abs=0.05)


def test_a_filter_that_thinks_too_well_of_its_radar_is_found_out() -> None:
    sky, tracks, _ = case()
    biased = dataclasses.replace(sky.detections, range_m=sky.detections.range_m + 150.0)
    assert consistency.nis(consistency.residuals(tracks, biased)).mean > 2.0


def test_rows_between_two_models_are_left_out() -> None:
    sky, tracks, _ = case()
    mixed = dataclasses.replace(
        tracks, phase_probability=np.tile([0.1, 0.9, 0.0], (len(tracks.time_s), 1))
    )
    assert consistency.nis(consistency.residuals(mixed, sky.detections)).count == 0


def test_what_was_not_measured_counts_for_nothing() -> None:
    sky, tracks, _ = case()
    nothing = np.full(len(sky.detections), np.nan)
    angles = dataclasses.replace(sky.detections, range_m=nothing, range_rate_m_s=nothing)
    found = consistency.residuals(tracks, angles)
    assert set(found.degrees) == {2}
    assert np.all(np.isnan(found.value[:, [0, 3]]))


def test_errors_of_a_right_filter_are_as_large_as_it_says() -> None:
    sky, tracks, _ = case()
    truth = truth_of(sky)
    times = instants(-20.0, 20.0, 1.0)
    following = associate(truth.grid(times)[1], picture(tracks, times), 5e3)
    assert np.array_equal(following.track, following.truth)
    squares, rows = consistency.nees(tracks, truth, following)
    assert len(rows) > 0.9 * len(tracks.time_s)
    assert consistency.summary(squares, 6).mean == pytest.approx(1.0, abs=NEES_TOL)


def test_truth_between_rows_is_on_its_path() -> None:
    sky, _, _ = case()
    truth = truth_of(sky)
    number, time = np.arange(40), np.full(40, 3.37)
    exact = sky.arcs.at(time, number)
    got = truth.states(number, time)
    assert got[:, :3] == pytest.approx(exact[:, :3], abs=HERMITE_TOL_M)
    assert got[:, 3:] == pytest.approx(exact[:, 3:], abs=10 * HERMITE_TOL_M)


def test_nothing_is_said_outside_a_life() -> None:
    sky, _, _ = case()
    truth = truth_of(sky)
    states = truth.states(np.array([0, 0, 0, 0]), np.array([-20.01, -20.0, 20.0, 20.01]))
    assert list(np.isnan(states[:, 0])) == [True, False, False, True]


def test_a_picture_is_the_last_state_in_free_flight() -> None:
    sky, tracks, _ = case()
    row = int(tracks.first_row[1]) - 1
    between = tracks.time_s[row - 1] + 0.3 * (tracks.time_s[row] - tracks.time_s[row - 1])
    points = picture(tracks, np.array([between]))
    mine = points.position_m[points.number == 0][0]
    drifted = tracks.state_ecef[row - 1, :3] + tracks.state_ecef[row - 1, 3:] * (
        between - tracks.time_s[row - 1]
    )
    assert np.linalg.norm(mine - drifted) < 10.0  # 0.5 g over at most a second or two
    assert len(picture(tracks, np.array([1e6]))) == 0
    del sky


def test_nothing_to_average_has_no_bounds() -> None:
    got = consistency.summary(np.empty(0), 6)
    assert got.count == 0
    assert np.isnan(got.mean)


def test_bounds_are_those_of_the_tables() -> None:
    # Bar-Shalom, Li and Kirubarajan 2001, example 5.4.2-1: chi square with 100 degrees, 74.2 and
    # 129.6 at 95 %.
    got = consistency.summary(np.full(50, 2.0), 2)
    assert got.low * 100 == pytest.approx(74.2, abs=0.05)
    assert got.high * 100 == pytest.approx(129.6, abs=0.05)
    assert got.mean == 1.0


def test_paths_that_run_backwards_are_refused() -> None:
    sky, _, _ = case()
    with pytest.raises(RangeError, match="backwards"):
        Paths(
            sky.detections.epoch, ("a",), np.array([0, 2]), np.array([1.0, 0.0]), np.zeros((2, 6))
        )
    with pytest.raises(RangeError, match="offsets"):
        Paths(
            sky.detections.epoch, ("a",), np.array([0, 3]), np.array([1.0, 2.0]), np.zeros((2, 6))
        )
    with pytest.raises(RangeError, match="step"):
        instants(0.0, 1.0, 0.0)


def test_another_epoch_is_the_same_path() -> None:
    sky, _, _ = case()
    truth = truth_of(sky)
    moved = truth.onto(truth.epoch.plus_s(-100.0))
    assert moved.time_s[0] == pytest.approx(truth.time_s[0] + 100.0)
