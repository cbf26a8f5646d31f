"""Forecasts of free flights: against another integrator, and how they are joined."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.forecast import SAMPLE_S, agree, forecast
from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.fusion import arcs
from glasshield.fusion.impact_point import Drag
from tests.coordination.flying import covariances, states
from tests.reference.falls import fall

TIME_TOL_S = 0.05  # steps of two seconds in dense air
PLACE_TOL_M = 10.0  # likewise; a ballistic coefficient known to a factor of two moves kilometres
SAMPLE_TOL_M = 1.0  # 20 s steps of order 4 and Hermite's cubic between them
SIGMA_SHARE = 0.05  # of 2,000 samples the deviation itself is known to 1.6 %


def test_val_landings_are_those_of_another_integrator() -> None:
    state = states(40)
    ahead = forecast(state, covariances(40), 50.0, 2_400.0)
    other = fall(state, np.full(40, 1.0 / Drag().coefficient_kg_m2))
    assert ahead.comes_down_s - 50.0 == pytest.approx(other.time_s, abs=TIME_TOL_S)
    place = geodetic_to_ecef(ahead.lat_rad, ahead.lon_rad, 0.0)
    lat, lon, _ = ecef_to_geodetic(other.state_ecef[:, :3])
    off = np.linalg.norm(place - geodetic_to_ecef(lat, lon, 0.0), axis=-1)
    assert off.max() < PLACE_TOL_M


def test_val_samples_in_space_are_those_of_another_integrator() -> None:
    state = states(10)
    ahead = forecast(state, covariances(10), 0.0, 2_400.0)
    here = state
    for sample in range(1, 60):
        here = arcs.step(here, np.full(10, SAMPLE_S))
        off = np.linalg.norm(ahead.state_ecef[:, sample, :3] - here[:, :3], axis=-1)
        assert off.max() < SAMPLE_TOL_M


def test_val_the_covariance_on_the_ground_is_that_of_samples() -> None:
    state, covariance = states(1), covariances(1)
    rng = np.random.default_rng(3)
    drawn = rng.multivariate_normal(state[0], covariance[0], 2_000)
    ended = fall(drawn, np.full(2_000, 1.0 / Drag().coefficient_kg_m2))
    north = float(np.std(ecef_to_geodetic(ended.state_ecef[:, :3])[0]) * EARTH_MEAN_RADIUS_M)
    ahead = forecast(state, covariance, 0.0, 2_400.0)
    by_mass = forecast(state, 1e-12 * covariance, 0.0, 2_400.0)  # what an unknown mass adds
    spread = ahead.ground_m2[0] - by_mass.ground_m2[0]
    assert np.sqrt(spread[1, 1]) == pytest.approx(north, rel=SIGMA_SHARE)


def test_what_does_not_come_down_is_in_orbit() -> None:
    radius, pace = 7_000e3, 7_546.0
    state = np.array([[radius, 0.0, 0.0, 0.0, pace - 7.29e-5 * radius, 0.0]])
    ahead = forecast(state, covariances(1), 0.0, 600.0)
    assert np.isnan(ahead.comes_down_s).all()
    assert np.isinf(ahead.reentry_s).all()


def test_of_nothing_there_is_no_forecast() -> None:
    ahead = forecast(np.empty((0, 6)), np.empty((0, 6, 6)), 0.0, 600.0)
    assert len(ahead.comes_down_s) == 0


def test_one_equals_many() -> None:
    state, covariance = states(5), covariances(5)
    many = forecast(state, covariance, 0.0, 2_400.0)
    for k in range(5):
        one = forecast(state[k : k + 1], covariance[k : k + 1], 0.0, 2_400.0)
        samples = one.state_ecef.shape[1]
        np.testing.assert_array_equal(one.state_ecef[0], many.state_ecef[k, :samples])
        assert one.comes_down_s[0] == many.comes_down_s[k]


def test_an_object_agrees_with_its_own_forecast_alone() -> None:
    state = states(5)
    ahead = forecast(state, covariances(5), 100.0, 2_400.0)
    later = ahead.state_ecef[:, 10]
    assert agree(ahead, later, 100.0 + 10 * SAMPLE_S, 1.0, 0.01).all()
    assert not agree(ahead, later, 103.0 + 10 * SAMPLE_S, 1.0, 0.01).any()
    assert not agree(ahead, later, 90.0, 1.0, 0.01).any()
    assert not agree(ahead, later, 1e5, 1.0, 0.01).any()
