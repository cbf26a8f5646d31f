"""What a radar measures of a state, and how that changes with it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jaxtyping import Float

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.geodesic import inverse
from glasshield.sensing.measurement import (
    Frames,
    jacobian,
    measure,
    position,
    position_covariance,
    turned,
)
from glasshield.sensing.station import Station

ROUNDING_M = 1e-6  # a thousand rounding errors of an Earth radius
SAMPLED_TOL = 0.02  # relative, of a covariance estimated from 200,000 samples

# Stations whose positions lie on and next to the planes x = 0, y = 0 and z = 0, and at a pole.
STATIONS = [
    Station("origin", 0.0, 0.0),
    Station("y-plane", np.radians(40.0), np.radians(1e-7)),
    Station("x-plane", np.radians(-35.0), np.radians(90.0)),
    Station("z-plane", np.radians(-1e-7), np.radians(-120.0), 300.0),
    Station("pole", np.radians(90.0), 0.0),
    Station("antimeridian", np.radians(52.0), np.radians(180.0), 50.0),
]


def states(station: Station, count: int, seed: int) -> Float[np.ndarray, "n 6"]:
    """States around a station, up to 3,000 km away and above its horizon, in its own axes."""
    rng = np.random.default_rng(seed)
    distance = rng.uniform(5e3, 3e6, count)
    azimuth = rng.uniform(0.0, 2.0 * np.pi, count)
    elevation = rng.uniform(0.01, 1.5, count)
    velocity = rng.uniform(-7e3, 7e3, (count, 3))
    return np.concatenate((position(station, distance, azimuth, elevation), velocity), axis=1)


@pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.id)
def test_prop_positions_come_back(station: Station) -> None:
    state = states(station, 500, 1)
    seen = measure(station, state)
    back = position(station, seen[:, 0], seen[:, 1], seen[:, 2])
    np.testing.assert_allclose(back, state[:, :3], rtol=0.0, atol=ROUNDING_M)


@pytest.mark.parametrize("station", STATIONS, ids=lambda station: station.id)
def test_prop_slopes_are_those_of_differences(station: Station) -> None:
    state = states(station, 60, 2)
    slopes = jacobian(station, state)
    for k, step in enumerate((1.0, 1.0, 1.0, 1e-1, 1e-1, 1e-1)):
        ahead, behind = state.copy(), state.copy()
        ahead[:, k] += step
        behind[:, k] -= step
        change = measure(station, ahead) - measure(station, behind)
        change[:, 1] = turned(change[:, 1])
        difference = change / (2.0 * step)
        scale = np.abs(slopes).max(axis=2)
        worst = (np.abs(slopes[:, :, k] - difference) / scale).max(axis=0)
        # Differences of ranges of thousands of kilometres keep nine digits.
        assert worst[[0, 3]].max() < 1e-7
        # Differences of angles lose to rounding what a metre at 3,000 km is of a radian.
        assert worst[[1, 2]].max() < 1e-5


def test_val_azimuth_and_range_to_a_far_point_on_the_ground() -> None:
    """Near the ground, range and azimuth are those of the geodesic (geographiclib) to its curve."""
    station = Station("here", np.radians(51.0), np.radians(7.0))
    there = Station("there", np.radians(51.05), np.radians(7.08))
    state = np.concatenate((there.position_ecef_m, np.zeros(3)))[None]
    seen = measure(station, state)[0]
    along = inverse(station.lat_rad, station.lon_rad, there.lat_rad, there.lon_rad)
    # A chord of 8 km is 0.5 mm shorter than its arc; normal sections and geodesics differ less.
    assert seen[0] == pytest.approx(float(along.distance_m), abs=1e-3)
    assert seen[1] == pytest.approx(float(along.azimuth1_rad) % (2 * np.pi), abs=1e-6)
    # The Earth falls away by half the angle between the two places.
    assert seen[2] == pytest.approx(-0.5 * seen[0] / 6.378e6, rel=5e-3)


def test_straight_up_is_up() -> None:
    station = Station("here", np.radians(-20.0), np.radians(130.0), 100.0)
    state = np.concatenate((station.position_ecef_m + 2e5 * station.axes[2], station.axes[2] * 3.0))
    distance, _, elevation, rate = measure(station, state[None])[0]
    assert distance == pytest.approx(2e5)
    assert elevation == pytest.approx(np.pi / 2)
    assert rate == pytest.approx(3.0)
    assert np.isfinite(jacobian(station, state[None])).all()
    height = ecef_to_geodetic(state[:3])[2]
    assert float(height) == pytest.approx(100.0 + 2e5, abs=1e-6)


def test_range_rate_is_the_slope_of_the_range_in_time() -> None:
    station = STATIONS[1]
    state = states(station, 100, 3)
    later = state.copy()
    step_s = 1e-3
    later[:, :3] += step_s * state[:, 3:]
    before = state.copy()
    before[:, :3] -= step_s * state[:, 3:]
    slope = (measure(station, later)[:, 0] - measure(station, before)[:, 0]) / (2 * step_s)
    np.testing.assert_allclose(measure(station, state)[:, 3], slope, atol=1e-4)


def test_a_frame_for_each_row_is_the_same_as_station_by_station() -> None:
    index = np.tile(np.arange(len(STATIONS)), 20)
    state = np.stack([states(STATIONS[s], 1, 10 + row)[0] for row, s in enumerate(index)])
    frames = Frames.of(STATIONS).take(index)
    seen, slopes = measure(frames, state), jacobian(frames, state)
    back = position(frames, *seen[:, :3].T)
    spread = position_covariance(frames, seen[:, :3], np.full((len(seen), 3), 1e-3))
    for number, station in enumerate(STATIONS):
        rows = index == number
        alone = measure(station, state[rows])
        np.testing.assert_allclose(seen[rows], alone, rtol=1e-12, atol=1e-9)
        np.testing.assert_allclose(slopes[rows], jacobian(station, state[rows]), atol=1e-12)
        np.testing.assert_allclose(back[rows], position(station, *alone[:, :3].T), atol=ROUNDING_M)
        one = position_covariance(station, alone[:, :3], np.full((len(alone), 3), 1e-3))
        np.testing.assert_allclose(spread[rows], one, rtol=1e-9, atol=1e-9)


def test_covariances_are_those_of_samples() -> None:
    station = STATIONS[3]
    measured = np.array([8e5, np.radians(310.0), np.radians(35.0)])
    sigmas = np.array([50.0, np.radians(0.05), np.radians(0.03)])
    rng = np.random.default_rng(4)
    samples = measured + sigmas * rng.standard_normal((200_000, 3))
    sampled = np.cov(position(station, *samples.T), rowvar=False)
    found = position_covariance(station, measured[None], sigmas[None])[0]
    assert np.abs(found - sampled).max() < SAMPLED_TOL * np.abs(sampled).max()


def test_covariance_is_the_inverse_of_the_jacobian() -> None:
    station = STATIONS[2]
    state = states(station, 50, 5)
    sigmas = np.tile([50.0, 1e-3, 2e-3], (50, 1))
    slopes = jacobian(station, state)[:, :3, :3]
    spread = position_covariance(station, measure(station, state)[:, :3], sigmas)
    seen = slopes @ spread @ slopes.swapaxes(1, 2)
    wanted = np.einsum("ni,ij->nij", sigmas**2, np.eye(3))
    np.testing.assert_allclose(seen, wanted, rtol=1e-9, atol=1e-9 * 2500.0)


@given(st.floats(-50.0, 50.0))
@settings(max_examples=50)
def test_prop_turned_angles_differ_by_whole_turns(angle_rad: float) -> None:
    result = float(turned(np.array(angle_rad)))
    assert -np.pi <= result <= np.pi
    assert (angle_rad - result) / (2 * np.pi) == pytest.approx(
        round((angle_rad - result) / (2 * np.pi)), abs=1e-9
    )


def test_nothing_measured_of_nothing() -> None:
    empty = np.empty((0, 6))
    assert measure(STATIONS[0], empty).shape == (0, 4)
    assert jacobian(STATIONS[0], empty).shape == (0, 4, 6)
