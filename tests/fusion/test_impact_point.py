"""Falls and impact points: against the flight kernel, and honest over thousands of falls."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import RangeError
from glasshield.flight import rockets
from glasshield.flight.fly import Accuracy, Launches, fly
from glasshield.fusion import falls
from glasshield.fusion.ellipse import LEVELS
from glasshield.fusion.impact_point import Drag, Impacts, impacts
from glasshield.fusion.least_squares import fit
from tests.fusion import made_up

FALL_TOL_M = 10.0  # the step's own error is below 1 m; the kernel's tables and heights differ
FALL_TOL_S = 0.02
COVER_TOL = 0.03  # what the ellipses promise
SEEN = 1_200


def drags(rng: np.random.Generator, count: int, drag: Drag) -> np.ndarray:
    return 1.0 / (drag.coefficient_kg_m2 * np.exp(drag.log_sigma * rng.standard_normal(count)))


def shares(found: Impacts, truth: falls.Falls) -> list[float]:
    """How many truths each level's ellipse holds, and the interval of time."""
    lat, lon, _ = ecef_to_geodetic(truth.state_ecef[:, :3])
    return [float(found.ellipse.contains(lat, lon, level).mean()) for level in LEVELS]


@pytest.mark.parametrize("missile", ["mrbm", "irbm", "icbm-solid"])
def test_val_falls_match_the_flight_kernel(missile: str) -> None:
    vehicle = rockets.missile_vehicle(catalog.load().missiles[missile])
    launches = Launches(0, 0.6, 0.5, np.radians([40.0, 270.0]), np.radians([5.0, 9.0]))
    flights = fly([vehicle], launches, accuracy=Accuracy(1e-3, 1e-6))
    burnout = np.hstack((flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s))
    drag = np.full(2, 1.0 / vehicle.ballistic_coefficient_kg_m2)
    got = falls.fall(burnout, drag)
    miss = np.linalg.norm(got.state_ecef[:, :3] - flights.impact_position_ecef_m, axis=-1)
    assert miss.max() < FALL_TOL_M
    expected = flights.flight_time_s - flights.burnout_time_s
    assert np.abs(got.time_s - expected).max() < FALL_TOL_S


def test_falls_end_on_the_ground_and_satellites_do_not_fall() -> None:
    states = made_up.states(np.random.default_rng(1), 20)
    up = states[3, :3] / np.linalg.norm(states[3, :3])
    states[3, 3:] -= up * (up @ states[3, 3:])
    states[3, 3:] *= 8_300.0 / np.linalg.norm(states[3, 3:])
    got = falls.fall(states, np.full(20, 3e-4))
    assert not got.landed[3]
    assert np.delete(got.landed, 3).all()
    _, _, height = ecef_to_geodetic(np.delete(got.state_ecef, 3, axis=0)[:, :3])
    assert np.abs(height).max() < 0.1
    found = impacts(np.zeros(20), states, np.broadcast_to(np.eye(6), (20, 6, 6)))
    assert found.known.tolist() == got.landed.tolist()
    assert np.isnan(found.ellipse.lat_rad[3])


def test_ellipses_of_fitted_flights_hold_the_truth_as_often_as_they_say() -> None:
    rng = np.random.default_rng(3)
    begin, drag = made_up.states(rng, SEEN), Drag()
    truth = falls.fall(begin, drags(rng, SEEN, drag))
    sky = made_up.sky(rng, SEEN, start=begin, span_s=40.0)
    fits = fit(sky.detections, sky.object_index)
    found = impacts(fits.reference_s, fits.state_ecef, fits.covariance, drag)
    assert shares(found, truth) == pytest.approx(LEVELS, abs=COVER_TOL)
    within = (truth.time_s >= found.time_low_s) & (truth.time_s <= found.time_high_s)
    assert within.mean() == pytest.approx(0.95, abs=COVER_TOL)


@pytest.mark.parametrize("scale", [0.3, 5.0])
def test_ellipses_of_rough_and_of_fine_states_hold_the_truth_as_often_as_they_say(
    scale: float,
) -> None:
    rng = np.random.default_rng(4)
    begin = made_up.states(rng, 3)
    spread = rng.standard_normal((3, 6, 6)) * scale * np.repeat((300.0, 3.0), 3)[:, None]
    covariance = spread @ np.swapaxes(spread, 1, 2)
    found = impacts(np.zeros(3), begin, covariance)
    count, held = 1_500, []
    for k in range(3):
        states = begin[k] + rng.standard_normal((count, 6)) @ spread[k].T
        truth = falls.fall(states, drags(rng, count, Drag()))
        lat, lon, _ = ecef_to_geodetic(truth.state_ecef[:, :3])
        same = found.ellipse.take(np.full(count, k))
        held.append([same.contains(lat, lon, level).mean() for level in LEVELS])
    assert np.mean(held, axis=0) == pytest.approx(LEVELS, abs=COVER_TOL)


def test_a_known_coefficient_makes_the_ellipse_small() -> None:
    states = made_up.states(np.random.default_rng(5), 5)
    covariance = np.broadcast_to(np.diag(np.repeat((50.0, 0.5), 3)) ** 2, (5, 6, 6))
    unknown = impacts(np.zeros(5), states, covariance)
    known = impacts(np.zeros(5), states, covariance, Drag(3_000.0, 0.05))
    assert (known.ellipse.axes(0.95)[0] < 0.5 * unknown.ellipse.axes(0.95)[0]).all()
    assert (known.speed_m_s == unknown.speed_m_s).all()


def test_the_same_fall_later_ends_later_and_elsewhere_not() -> None:
    states = made_up.states(np.random.default_rng(6), 2)
    covariance = np.broadcast_to(1e-4 * np.eye(6), (2, 6, 6))
    one, other = (impacts(np.full(2, time), states, covariance) for time in (0.0, 1_000.0))
    assert other.time_s - one.time_s == pytest.approx(1_000.0)
    assert (one.ellipse.lat_rad == other.ellipse.lat_rad).all()


def test_a_state_that_is_not_finite_comes_down_nowhere() -> None:
    states = made_up.states(np.random.default_rng(8), 3)
    states[1, 4] = np.nan
    found = impacts(np.zeros(3), states, np.broadcast_to(np.eye(6), (3, 6, 6)))
    assert found.known.tolist() == [True, False, True]


def test_no_flights_have_no_impacts() -> None:
    found = impacts(np.empty(0), np.empty((0, 6)), np.empty((0, 6, 6)))
    assert len(found.ellipse) == 0


def test_covariances_and_coefficients_that_cannot_be_are_refused() -> None:
    states = made_up.states(np.random.default_rng(7), 1)
    with pytest.raises(RangeError, match="not positive"):
        impacts(np.zeros(1), states, -np.eye(6)[None])
    with pytest.raises(RangeError, match="above zero"):
        Drag(0.0)
