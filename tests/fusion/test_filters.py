"""The filters among themselves: what was not measured, turns of azimuth, batches, consistency."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from jaxtyping import Float
from scipy import stats

from glasshield.fusion import filters, motion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.options import Filter
from glasshield.sensing import measurement
from glasshield.sensing.measurement import Frames
from glasshield.sensing.station import Station
from tests.fusion import some_states
from tests.fusion.some_states import COAST, MODELS, RADAR

SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), 5.0])
RUNS: Final = 200
# Of the time steps, how many may lie outside the 95 % bounds: 5 % should, but steps hang together.
OUTSIDE: Final = 0.15

kinds = pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)


def seen(estimate: Gaussian, seed: int = 21, scale: float = 1.0) -> Float[np.ndarray, "n 4"]:
    noise = scale * SIGMAS * np.random.default_rng(seed).normal(size=(len(estimate), 4))
    return measurement.measure(RADAR, estimate.mean[:, :6]) + noise


@kinds
def test_what_was_not_measured_tells_nothing(kind: Filter) -> None:
    estimate = some_states.estimates(np.random.default_rng(20), 10)
    measured = seen(estimate)
    blind = np.full_like(measured, np.nan)
    after, fit = filters.update(estimate, RADAR, blind, SIGMAS, kind)
    assert np.array_equal(after.mean, estimate.mean)
    assert np.array_equal(after.covariance, estimate.covariance)
    assert np.array_equal(fit.log_likelihood, np.zeros(10))
    assert np.array_equal(fit.degrees, np.zeros(10))


@kinds
def test_an_infinite_deviation_is_the_same_as_no_measurement(kind: Filter) -> None:
    estimate = some_states.estimates(np.random.default_rng(20), 10)
    measured = seen(estimate)
    without = measured.copy()
    without[:, 3] = np.nan
    one, _ = filters.update(estimate, RADAR, without, SIGMAS, kind)
    for sigma in (np.inf, np.nan):
        other, _ = filters.update(estimate, RADAR, measured, np.array([*SIGMAS[:3], sigma]), kind)
        assert np.array_equal(one.mean, other.mean)
        assert np.array_equal(one.covariance, other.covariance)


@kinds
def test_prop_one_measurement_at_a_time_is_all_at_once_where_it_is_nearly_linear(
    kind: Filter,
) -> None:
    rng = np.random.default_rng(22)
    estimate = some_states.estimates(rng, 20)
    estimate = Gaussian(estimate.mean, 1e-8 * estimate.covariance)
    measured, sigmas = seen(estimate, scale=1e-4), 1e-4 * SIGMAS
    together, _ = filters.update(estimate, RADAR, measured, sigmas, kind)
    apart = estimate
    for component in range(4):
        only = np.where(np.arange(4) == component, measured, np.nan)
        apart, _ = filters.update(apart, RADAR, only, sigmas, kind)
    sigma = np.sqrt(np.diagonal(together.covariance, axis1=-2, axis2=-1))
    assert np.abs((together.mean - apart.mean) / sigma).max() < 1e-3


@kinds
@pytest.mark.parametrize("side_deg", [-1e-3, 1e-3])
def test_an_object_due_north_does_not_jump_by_a_whole_turn(kind: Filter, side_deg: float) -> None:
    azimuth = np.radians([side_deg % 360.0])
    place = measurement.position(RADAR, np.array([900e3]), azimuth, np.radians([40.0]))
    state = np.hstack((place, [[1e3, 2e3, 3e3]]))
    estimate = Gaussian(state, some_states.covariances(np.random.default_rng(23), 1))
    measured = measurement.measure(RADAR, state)
    measured[:, 1] = np.radians(-side_deg % 360.0)
    after, fit = filters.update(estimate, RADAR, measured, SIGMAS, kind)
    assert np.abs(after.mean - estimate.mean)[:, :3].max() < 300.0
    assert fit.distance2[0] < 10.0


@kinds
def test_fit_is_what_condition_found(kind: Filter) -> None:
    estimate = some_states.estimates(np.random.default_rng(24), 10)
    expected = filters.expect(estimate, RADAR, kind)
    _, found = filters.condition(estimate, expected, seen(estimate), SIGMAS)
    alone = filters.fit(expected, seen(estimate), SIGMAS)
    assert np.array_equal(alone.distance2, found.distance2)
    assert np.array_equal(alone.log_likelihood, found.log_likelihood)


@kinds
def test_the_log_likelihood_is_that_of_a_normal_density(kind: Filter) -> None:
    estimate = some_states.estimates(np.random.default_rng(25), 10)
    expected, measured = filters.expect(estimate, RADAR, kind), seen(estimate)
    found = filters.fit(expected, measured, SIGMAS)
    for row in range(10):
        covariance = expected.covariance[row] + np.diag(SIGMAS**2)
        offset = filters.difference(measured[row], expected.value[row])
        density = -0.5 * (
            offset @ np.linalg.solve(covariance, offset)
            + np.linalg.slogdet(2.0 * np.pi * covariance)[1]
        )
        assert found.log_likelihood[row] == pytest.approx(density, rel=1e-6)


@kinds
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)
def test_prop_each_object_is_filtered_as_if_alone_whoever_measures(
    kind: Filter, model: motion.MotionModel
) -> None:
    other = Station("other", 0.9, 0.3, 100.0)
    estimate = some_states.estimates(np.random.default_rng(26), 6, model)
    who = np.array([0, 1, 1, 0, 1, 0])
    frames = Frames.of((RADAR, other)).take(who)
    moved = filters.predict(model, estimate, np.arange(6.0), kind).estimate
    together, fit = filters.update(moved, frames, seen(estimate), SIGMAS, kind)
    for row in range(6):
        one = slice(row, row + 1)
        before = filters.predict(model, estimate.take(one), float(row), kind).estimate
        station = (RADAR, other)[who[row]]
        alone, its_fit = filters.update(before, station, seen(estimate)[one], SIGMAS, kind)
        assert np.allclose(alone.mean[0], together.mean[row], rtol=1e-13, atol=1e-9)
        assert its_fit.distance2[0] == pytest.approx(fit.distance2[row], rel=1e-6)


@kinds
def test_no_objects_at_all(kind: Filter) -> None:
    nothing = Gaussian(np.empty((0, 6)), np.empty((0, 6, 6)))
    moved = filters.predict(COAST, nothing, 1.0, kind).estimate
    after, fit = filters.update(moved, RADAR, np.empty((0, 4)), SIGMAS, kind)
    assert len(after) == len(fit.distance2) == 0


def test_prop_the_unscented_mean_is_the_cubature_mean() -> None:
    """With the spread chosen, only the covariance of the centre tells the two apart."""
    estimate = some_states.estimates(np.random.default_rng(27), 10)
    unscented = filters.predict(COAST, estimate, 20.0, Filter.UKF).estimate
    cubature = filters.predict(COAST, estimate, 20.0, Filter.CKF).estimate
    assert np.allclose(unscented.mean, cubature.mean, rtol=0.0, atol=1e-6)
    assert np.linalg.eigvalsh(unscented.covariance - cubature.covariance).min() > -1e-6


def test_prop_a_mixture_of_one_is_itself_and_of_two_is_wider() -> None:
    estimate = some_states.estimates(np.random.default_rng(28), 10)
    one = filters.moment_matched(np.ones((1, 10)), estimate.mean[None], estimate.covariance[None])
    assert np.array_equal(one.mean, estimate.mean)
    apart = np.stack((estimate.mean + 100.0, estimate.mean - 100.0))
    both = np.stack((estimate.covariance, estimate.covariance))
    two = filters.moment_matched(np.full((2, 10), 0.5), apart, both)
    assert np.allclose(two.mean, estimate.mean)
    assert np.allclose(two.covariance - estimate.covariance, 100.0**2, rtol=1e-6)


@kinds
def test_val_nees_and_nis_of_200_runs_stay_inside_their_bounds(kind: Filter) -> None:
    """Bar-Shalom, Li and Kirubarajan 2001, section 5.4.2: each run draws its noise, all as rows."""
    rng, steps, dt_s = np.random.default_rng(29), 60, 1.0
    truth = some_states.seen_states(rng, RUNS)
    measured = measurement.measure(RADAR, truth)[:, :3] + SIGMAS[:3] * rng.normal(size=(RUNS, 3))
    estimate = begin(measured, truth, rng)
    noise_root = np.linalg.cholesky(motion.process_noise(COAST, dt_s))
    nees, nis = np.empty(steps), np.empty(steps)
    for step in range(steps):
        truth = motion.propagate(COAST, truth, dt_s) + rng.normal(size=(RUNS, 6)) @ noise_root.T
        look = measurement.measure(RADAR, truth) + SIGMAS * rng.normal(size=(RUNS, 4))
        look[:, 3] = np.nan
        estimate = filters.predict(COAST, estimate, dt_s, kind).estimate
        estimate, fit = filters.update(estimate, RADAR, look, SIGMAS, kind)
        error = estimate.mean - truth
        nees[step] = np.mean(
            np.einsum(
                "ni,ni->n", error, np.linalg.solve(estimate.covariance, error[..., None])[..., 0]
            )
        )
        nis[step] = np.mean(fit.distance2)
    assert np.mean(outside(nees, 6)) < OUTSIDE
    assert np.mean(outside(nis, 3)) < OUTSIDE


def begin(
    measured: Float[np.ndarray, "n 3"], truth: Float[np.ndarray, "n 6"], rng: np.random.Generator
) -> Gaussian:
    """A position as measured and a velocity 300 m/s wrong, with the covariance that says so."""
    covariance = np.zeros((len(truth), 6, 6))
    covariance[:, :3, :3] = measurement.position_covariance(
        RADAR, measured, np.broadcast_to(SIGMAS[:3], (len(truth), 3))
    )
    covariance[:, [3, 4, 5], [3, 4, 5]] = 300.0**2
    place = measurement.position(RADAR, *measured.T)
    return Gaussian(
        np.hstack((place, truth[:, 3:] + 300.0 * rng.normal(size=(len(truth), 3)))), covariance
    )


def outside(mean: Float[np.ndarray, "k"], degrees: int) -> Float[np.ndarray, "k"]:
    """Whether means over all runs lie outside their 95 % bounds."""
    low, high = stats.chi2.ppf([0.025, 0.975], RUNS * degrees) / RUNS
    return (mean < low) | (mean > high)
