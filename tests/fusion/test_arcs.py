"""Arcs: against the flight kernel and against differences; their order and round trip."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.earth import frames
from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.flight.coast import coast
from glasshield.fusion import arcs
from tests.fusion import made_up

COAST_TOL_M = 0.05  # ten minutes in steps of 10 s
COAST_TOL_M_S = 2e-4
SLOPE_TOL = 1e-6  # of central differences, relative
PARTIALS_TOL = 1e-4  # relative; half a step by a series of second order
ROUND_TRIP_TOL_M = 0.05
HEIGHT_TOL_M = 2.0  # along the radius instead of the normal
SPANS_M = np.array((10.0, 10.0, 10.0, 0.01, 0.01, 0.01))


def flown(states: np.ndarray, time_s: float, drag: np.ndarray | None = None) -> np.ndarray:
    step_s = arcs.COAST_STEP_S if drag is None else arcs.FALL_STEP_S
    grid = arcs.Grid(-min(time_s, 0.0), max(time_s, 0.0), step_s, partials=False)
    count = len(states)
    made = arcs.arcs(np.zeros(count), states, grid, drag)
    return made.at(np.full(count, time_s), np.arange(count))


def planes() -> np.ndarray:
    """States in each coordinate plane, where a slope by differences goes wrong unseen."""
    states = made_up.states(np.random.default_rng(2), 4)
    for axis in range(3):
        states[axis, axis] = 0.0
        states[axis, :3] *= 6.8e6 / np.linalg.norm(states[axis, :3])
    return states


def test_val_arcs_match_the_flight_kernel() -> None:
    states = made_up.states(np.random.default_rng(1), 40)
    got = flown(states, 597.0)
    inertial = np.hstack(
        (states[:, :3], frames.velocity_ecef_to_eci(states[:, :3], states[:, 3:], 0.0))
    )
    after = coast(inertial, 597.0)
    place = frames.eci_to_ecef(after[:, :3], 597.0)
    speed = frames.velocity_eci_to_ecef(after[:, :3], after[:, 3:], 597.0)
    assert np.abs(got[:, :3] - place).max() < COAST_TOL_M
    assert np.abs(got[:, 3:] - speed).max() < COAST_TOL_M_S


@pytest.mark.parametrize("falls", [False, True])
def test_slopes_match_differences_also_in_the_coordinate_planes(falls: bool) -> None:
    states = planes()
    drag = None
    if falls:
        lat, lon, _ = ecef_to_geodetic(states[:, :3])
        # Between two rows of the table of air, where its slope is one number.
        states[:, :3] = geodetic_to_ecef(lat, lon, 40_050.0)
        drag = np.full(len(states), 1.0 / 2_000.0)
    got = arcs.slope(states, drag)[:, :, :6]
    for k, span in enumerate(SPANS_M):
        shift = span * np.eye(6)[k]
        ahead, behind = arcs.rates(states + shift, drag), arcs.rates(states - shift, drag)
        expected = (ahead - behind)[:, 3:] / (2.0 * span)
        # The air's slope is read from a table: a part in a thousand of what it is in truth.
        scale = (2e-3 / SLOPE_TOL if falls and k < 3 else 1.0) * np.abs(got).max()
        assert np.abs(got[:, :, k] - expected).max() < SLOPE_TOL * max(scale, 1e-3)


@pytest.mark.parametrize("time_s", [-203.0, 304.9])
def test_partials_match_differences_of_whole_arcs(time_s: float) -> None:
    states = planes()
    count = len(states)
    grid = arcs.Grid(-min(time_s, 0.0), max(time_s, 0.0))
    made = arcs.arcs(np.zeros(count), states, grid)
    got = made.partials_at(np.full(count, time_s), np.arange(count))
    size = np.array((1.0, 1.0, 1.0, 1e3, 1e3, 1e3))  # a velocity counts for 1,000 s
    for k, span in enumerate(SPANS_M):
        shift = span * np.eye(6)[k]
        expected = (flown(states + shift, time_s) - flown(states - shift, time_s)) / (2.0 * span)
        wrong = (got[:, :, k] - expected) * size / size[k]
        assert np.abs(wrong).max() < PARTIALS_TOL


def test_partials_by_the_ballistic_coefficient_match_differences() -> None:
    states = made_up.states(np.random.default_rng(3), 3)
    lat, lon, _ = ecef_to_geodetic(states[:, :3])
    states[:, :3] = geodetic_to_ecef(lat, lon, 60e3)
    states[:, 3:] = -0.5 * states[:, 3:] - 3_000.0 * states[:, :3] / 6.4e6
    drag = np.full(3, 4e-4)
    made = arcs.arcs(np.zeros(3), states, arcs.Grid(0.0, 10.0, arcs.FALL_STEP_S), drag)
    got = made.partials_at(np.full(3, 10.0), np.arange(3))[:, :, 6]
    expected = (flown(states, 10.0, drag + 1e-7) - flown(states, 10.0, drag - 1e-7)) / 2e-7
    assert np.abs(got - expected).max() < 2e-3 * np.abs(expected).max()


def test_steps_are_of_order_four() -> None:
    states = made_up.states(np.random.default_rng(5), 10)

    def after(step_s: float) -> np.ndarray:
        grid = arcs.Grid(0.0, 400.0, step_s, partials=False)
        made = arcs.arcs(np.zeros(10), states, grid)
        return made.at(np.full(10, 400.0), np.arange(10))[:, :3]

    exact = after(2.5)
    long, short = (np.linalg.norm(after(step) - exact, axis=-1) for step in (40.0, 20.0))
    assert np.median(np.log2(long / short)) == pytest.approx(4.0, abs=0.3)


def test_there_and_back_is_the_same_state() -> None:
    states = made_up.states(np.random.default_rng(6), 10)
    back = flown(flown(states, 500.0), -500.0)
    assert np.abs(back - states)[:, :3].max() < ROUND_TRIP_TOL_M


def test_height_is_nearly_the_geodetic_one() -> None:
    lat = np.linspace(-0.5 * np.pi, 0.5 * np.pi, 19)
    places = geodetic_to_ecef(lat, 0.3, 100e3)
    assert np.abs(arcs.height_m(places) - 100e3).max() < HEIGHT_TOL_M


def test_a_state_that_is_not_finite_is_refused() -> None:
    with pytest.raises(RangeError, match="not finite"):
        arcs.arcs(np.zeros(1), np.full((1, 6), np.nan), arcs.Grid(0.0, 10.0))
