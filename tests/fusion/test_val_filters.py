"""The filters against Stone Soup 1.9.1, filterpy 2.0, and a batch solution."""

from __future__ import annotations

import dataclasses
from typing import Final

import numpy as np
import pytest
from filterpy.kalman import KalmanFilter
from jaxtyping import Float
from stonesoup.models.measurement.nonlinear import CartesianToElevationBearingRangeRate
from stonesoup.types.array import StateVector
from stonesoup.types.state import State

from glasshield.fusion import filters, motion
from glasshield.fusion.filters import Expectation, Gaussian
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter
from glasshield.sensing import measurement
from glasshield.sensing.station import Station
from tests.fusion import some_states, stonesoup_models
from tests.fusion.some_states import BESIDE_PLANES, COAST, MODELS

# The bound that was promised; the thrust (m/s2) and drag (m2/kg) parameters stand to it as well.
POSITION_TOL_M: Final = 1e-6
VELOCITY_TOL_M_S: Final = 1e-7
# Of covariances, in units of the standard deviations: what Stone Soup's products leave of digits.
CORRELATION_TOL: Final = 1e-7
LINEAR_TOL: Final = 1e-8  # in units of the standard deviations; normal equations lose the digits
SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), 5.0])
SEEN: Final = {
    "range and angles": [1.0, 1.0, 1.0, np.nan],
    "with range rate": [1.0, 1.0, 1.0, 1.0],
    "angles only": [np.nan, 1.0, 1.0, np.nan],
}
# Radars near the coordinate planes, under the states beside them.
RADARS: Final = [
    Station(f"{lat} {lon}", float(np.radians(lat)), float(np.radians(lon)))
    for lat, lon in [(50, 15), (10.5, 90), (10.5, 0.0), (0.0, 10.3), (89.9, 0.0)]
]


def assert_equal(ours: Gaussian, theirs: Gaussian) -> None:
    tolerance = [POSITION_TOL_M] * 3 + [VELOCITY_TOL_M_S] * 3 + [VELOCITY_TOL_M_S]
    apart = np.abs(ours.mean - theirs.mean)
    assert np.all(apart <= np.array(tolerance)[: apart.shape[-1]]), apart.max(axis=0)
    sigma = np.sqrt(np.diagonal(theirs.covariance, axis1=-2, axis2=-1))
    units = sigma[:, :, None] * sigma[:, None, :]
    assert np.abs((ours.covariance - theirs.covariance) / units).max() < CORRELATION_TOL


@pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
@pytest.mark.parametrize("steps", [0.3, 1.0, 2.7])
def test_val_predict_is_stone_soups(kind: Filter, model: MotionModel, steps: float) -> None:
    """A span of several steps is as many predictions, the noise of each carried by the next."""
    rng = np.random.default_rng(11)
    state = np.concatenate((some_states.states(rng, 6), BESIDE_PLANES))
    mean = some_states.with_parameter(model, state, rng)
    estimate = Gaussian(mean, some_states.covariances(rng, len(mean), model))
    span_s, count = steps * model.step_s, int(np.ceil(steps))
    ours = filters.predict(model, estimate, span_s, kind).estimate
    for row in range(len(estimate)):
        theirs = estimate.take(slice(row, row + 1))
        for _ in range(count):
            theirs = stonesoup_models.predicted(
                kind, model, theirs.mean[0], theirs.covariance[0], span_s / count
            )
        assert_equal(ours.take(slice(row, row + 1)), theirs)


def measured_by(
    rng: np.random.Generator, station: Station, estimate: Gaussian, seen: list[float]
) -> Float[np.ndarray, "n 4"]:
    """Noisy measurements of states drawn from the estimates."""
    root = np.linalg.cholesky(estimate.covariance)
    drawn = estimate.mean + np.einsum("nij,nj->ni", root, rng.normal(size=estimate.mean.shape))
    noise = SIGMAS * rng.normal(size=(len(estimate), 4))
    return np.asarray(seen) * (measurement.measure(station, drawn[:, :6]) + noise)


@pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)
@pytest.mark.parametrize("seen", list(SEEN))
def test_val_update_is_stone_soups(kind: Filter, seen: str) -> None:
    rng = np.random.default_rng(12)
    for station in RADARS:
        for model in MODELS:
            estimate = some_states.estimates(rng, 4, model, station)
            azimuth = measurement.measure(station, estimate.mean[:, :6])[:, 1]
            away = np.abs(measurement.turned(azimuth)) > 0.1  # Stone Soup's floats do not wrap
            estimate = estimate.take(away)
            measured = measured_by(rng, station, estimate, SEEN[seen])
            ours, _ = filters.update(estimate, station, measured, SIGMAS, kind)
            for row in range(len(estimate)):
                theirs = stonesoup_models.updated(
                    kind,
                    station,
                    estimate.mean[row],
                    estimate.covariance[row],
                    measured[row],
                    SIGMAS,
                )
                assert_equal(ours.take(slice(row, row + 1)), theirs)


def test_val_our_radar_measures_what_stone_soups_does() -> None:
    """Its radar stands at the origin of east, north and up; bearings turn from east to north."""
    rng = np.random.default_rng(16)
    state = some_states.seen_states(rng, 50, RADARS[0])
    axes, origin = RADARS[0].axes, RADARS[0].position_ecef_m
    place, velocity = (state[:, :3] - origin) @ axes.T, state[:, 3:] @ axes.T
    theirs = CartesianToElevationBearingRangeRate(
        ndim_state=6, mapping=(0, 1, 2), velocity_mapping=(3, 4, 5), noise_covar=np.eye(4)
    )
    ours = measurement.measure(RADARS[0], state)
    for row in range(len(state)):
        vector = StateVector(np.concatenate((place[row], velocity[row])))
        seen = np.array([float(each) for each in theirs.function(State(vector)).ravel()])
        elevation, bearing, distance, rate = seen
        expected = np.array([[distance, 0.5 * np.pi - bearing, elevation, rate]])
        apart = filters.difference(ours[row : row + 1], expected)[0]
        assert np.all(np.abs(apart) < [POSITION_TOL_M, 1e-12, 1e-12, VELOCITY_TOL_M_S])


def test_val_linear_steps_are_filterpys() -> None:
    """`condition` and the log-likelihood against filterpy's Kalman filter, measured linearly."""
    rng = np.random.default_rng(13)
    count, slopes = 20, rng.normal(size=(4, 6))
    mean, covariance = rng.normal(size=(count, 6)), some_states.covariances(rng, count)
    measured, sigmas = 100.0 * rng.normal(size=(count, 4)), np.array([1.0, 0.3, 0.2, 5.0])
    measured[:, 1] = mean @ slopes[1]  # an azimuth, which must not turn
    cross = covariance @ slopes.T
    expected = Expectation(mean @ slopes.T, slopes @ cross, cross)
    ours, fit = filters.condition(Gaussian(mean, covariance), expected, measured, sigmas)
    for row in range(count):
        peer = KalmanFilter(dim_x=6, dim_z=4)
        peer.x, peer.P, peer.H = mean[row][:, None], covariance[row], slopes
        peer.R = np.diag(sigmas**2)
        peer.update(measured[row][:, None])
        sigma = np.sqrt(np.diagonal(peer.P))
        assert np.abs((ours.mean[row] - peer.x[:, 0]) / sigma).max() < LINEAR_TOL
        assert np.abs((ours.covariance[row] - peer.P) / np.outer(sigma, sigma)).max() < LINEAR_TOL
        assert fit.log_likelihood[row] == pytest.approx(peer.log_likelihood, rel=1e-9)
        assert fit.distance2[row] == pytest.approx(peer.mahalanobis**2, rel=1e-9)


def test_val_the_posterior_is_the_batch_solution_of_a_linear_case() -> None:
    """Weighted least squares over all data at once (normal equations), no process noise."""
    rng = np.random.default_rng(14)
    start = Gaussian(10.0 * rng.normal(size=(1, 6)), some_states.covariances(rng, 1))
    slopes, shift = rng.normal(size=(30, 4, 6)), np.eye(6)
    shift[:3, 3:] = 0.7 * np.eye(3)
    sigmas = np.array([1.0, 2.0, 0.5, 3.0])
    information, weighted = np.linalg.inv(start.covariance[0]), np.zeros(6)
    weighted = information @ start.mean[0]
    estimate, since_start = start, np.eye(6)
    for slope in slopes:
        since_start = shift @ since_start
        estimate = Gaussian(estimate.mean @ shift.T, shift @ estimate.covariance @ shift.T)
        cross = estimate.covariance @ slope.T
        expected = Expectation(estimate.mean @ slope.T, slope @ cross, cross)
        measured = expected.value + rng.uniform(-1.0, 1.0, (1, 4))  # no azimuth near a turn
        estimate, _ = filters.condition(estimate, expected, measured, sigmas)
        row = slope @ since_start / sigmas[:, None]
        information += row.T @ row
        weighted += row.T @ (measured[0] / sigmas)
    batch = Gaussian(
        (since_start @ np.linalg.solve(information, weighted))[None],
        (since_start @ np.linalg.inv(information) @ since_start.T)[None],
    )
    sigma = np.sqrt(np.diagonal(batch.covariance[0]))
    assert np.abs((estimate.mean - batch.mean) / sigma).max() < LINEAR_TOL
    apart = (estimate.covariance - batch.covariance)[0] / np.outer(sigma, sigma)
    assert np.abs(apart).max() < LINEAR_TOL


def test_val_prediction_is_where_a_cloud_of_states_goes() -> None:
    """100,000 drawn states, moved one by one: mean and covariance of what the filters predict."""
    rng = np.random.default_rng(15)
    estimate = some_states.estimates(rng, 1)
    cloud = rng.multivariate_normal(estimate.mean[0], estimate.covariance[0], 100_000)
    moved = motion.propagate(COAST, cloud, 60.0)
    noiseless = dataclasses.replace(COAST, noise_m2_s3=0.0)
    covariance = np.cov(moved.T)
    sigma = np.sqrt(np.diagonal(covariance))
    for kind in Filter:
        predicted = filters.predict(noiseless, estimate, 60.0, kind).estimate
        assert np.abs((predicted.mean[0] - moved.mean(axis=0)) / sigma).max() < 0.02
        assert np.abs((predicted.covariance[0] - covariance) / np.outer(sigma, sigma)).max() < 0.03
