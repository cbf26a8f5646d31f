"""Interacting models: mixing, weighing, and what they are for: burnout and entry."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from filterpy.kalman import IMMEstimator, KalmanFilter
from jaxtyping import Float

from glasshield.fusion import filters, imm
from glasshield.fusion.filters import Expectation, Gaussian
from glasshield.fusion.imm import Bank, Mixture
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter, Models
from glasshield.fusion.tracks import Phase
from glasshield.sensing import measurement
from tests.fusion import some_states
from tests.fusion.some_states import NOISE, RADAR

SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), np.inf])
FILTERPY_TOL: Final = 1e-9  # relative; the same algebra in another order
BANK: Final = imm.bank(Models.IMM, NOISE)


def a_mixture(rng: np.random.Generator, count: int) -> Mixture:
    """Estimates under each model that lie near each other."""
    state = some_states.seen_states(rng, count)
    estimates = []
    for model in BANK.models:
        covariance = some_states.covariances(rng, count, model)
        mean = some_states.with_parameter(model, state, rng)
        root = np.linalg.cholesky(covariance)
        estimates.append(
            Gaussian(mean + np.einsum("nij,nj->ni", root, rng.normal(size=mean.shape)), covariance)
        )
    return Mixture(tuple(estimates), rng.dirichlet(np.ones(3), count))


def linear(noise_m2_s3: float) -> MotionModel:
    """Constant velocity: integrated exactly, so that filterpy can be given its matrix."""
    matrix = np.zeros((6, 6))
    matrix[:3, 3:] = np.eye(3)

    def partials(state: Float[np.ndarray, "n 6"]) -> Float[np.ndarray, "n 6 6"]:
        return np.broadcast_to(matrix, (len(state), 6, 6))

    return MotionModel(Phase.COAST, 6, lambda x: x @ matrix.T, partials, 10.0, noise_m2_s3)


def test_val_linear_models_are_filterpys_imm() -> None:
    rng = np.random.default_rng(41)
    change = np.array([[0.9, 0.1], [0.2, 0.8]])
    models = Bank(
        (linear(0.1), linear(50.0)),
        lambda state, _dt_s: np.broadcast_to(change, (len(state), 2, 2)),
        (0.6, 0.4),
    )
    slopes = np.zeros((4, 6))  # three positions; no azimuth, which would turn
    slopes[[0, 2, 3], [0, 1, 2]] = 1.0
    sigmas = np.array([3.0, np.inf, 4.0, 5.0])
    start = Gaussian(rng.normal(size=(1, 6)), some_states.covariances(rng, 1))
    ours, peer = imm.begin(models, start), filterpys(models, start, slopes, sigmas, change)
    for step in range(30):
        measured = np.full((1, 4), np.nan)
        jump = 100.0 * (step > 15)
        measured[0, [0, 2, 3]] = rng.normal(size=3) * sigmas[[0, 2, 3]] + jump
        ours = imm.predict(models, ours, 1.0)
        expected = [linearly(estimate, slopes) for estimate in ours.estimates]
        ours, _ = imm.condition(ours, expected, measured, sigmas)
        peer.predict()
        peer.update(measured[0, [0, 2, 3]][:, None])
        assert ours.probability[0] == pytest.approx(peer.mu, rel=FILTERPY_TOL)
        whole = imm.combined(ours)
        assert whole.mean[0] == pytest.approx(peer.x[:, 0], rel=FILTERPY_TOL, abs=1e-9)
        assert np.allclose(whole.covariance[0], peer.P, rtol=FILTERPY_TOL, atol=1e-9)


def linearly(estimate: Gaussian, slopes: Float[np.ndarray, "4 6"]) -> Expectation:
    cross = estimate.covariance @ slopes.T
    return Expectation(estimate.mean @ slopes.T, slopes @ cross, cross)


def filterpys(
    models: Bank,
    start: Gaussian,
    slopes: Float[np.ndarray, "4 6"],
    sigmas: Float[np.ndarray, "4"],
    change: Float[np.ndarray, "2 2"],
) -> IMMEstimator:
    seen = np.isfinite(sigmas)
    each = []
    for model in models.models:
        one = KalmanFilter(dim_x=6, dim_z=3)
        one.x, one.P = start.mean[0][:, None].copy(), start.covariance[0].copy()
        one.F = np.eye(6) + np.eye(6, k=3)
        one.H, one.R = slopes[seen], np.diag(sigmas[seen] ** 2)
        one.Q = noise_of(model.noise_m2_s3)
        each.append(one)
    return IMMEstimator(each, np.array(models.first_probability), change)


def noise_of(density: float) -> Float[np.ndarray, "6 6"]:
    """White-noise acceleration over one second."""
    block = density * np.array([[1.0 / 3.0, 0.5], [0.5, 1.0]])
    return np.kron(block, np.eye(3))


def test_one_model_alone_is_its_filter() -> None:
    rng = np.random.default_rng(42)
    models = imm.bank(Models.COAST, NOISE)
    estimate = some_states.estimates(rng, 10)
    measured = measurement.measure(RADAR, estimate.mean)
    mixture, likelihood = imm.update(
        imm.predict(models, imm.begin(models, estimate), 2.0), RADAR, measured, SIGMAS
    )
    moved = filters.predict(models.models[0], estimate, 2.0).estimate
    alone, fit = filters.update(moved, RADAR, measured, SIGMAS)
    assert np.array_equal(imm.combined(mixture).mean, alone.mean)
    assert np.array_equal(likelihood, fit.log_likelihood)


def test_prop_mixing_keeps_the_sum_positive_covariances_and_the_overall_moments() -> None:
    rng = np.random.default_rng(43)
    mixture = a_mixture(rng, 50)
    change = rng.dirichlet(np.ones(3), (50, 3))
    mixed = imm.mix(BANK, mixture, change, np.zeros(len(mixture)))
    assert np.allclose(mixed.probability.sum(axis=1), 1.0, rtol=1e-14)
    before, after = imm.combined(mixture), imm.combined(mixed)
    assert np.allclose(before.mean, after.mean, rtol=1e-13)
    assert np.allclose(before.covariance, after.covariance, rtol=1e-6, atol=1e-6)
    for estimate in mixed.estimates:
        np.linalg.cholesky(estimate.covariance)  # raises where one is not positive


def test_prop_a_parameter_is_known_as_far_as_its_model_goes_on() -> None:
    """Moments of two components: the model's own, and what enters it with the prior."""
    rng = np.random.default_rng(44)
    mixture, change = a_mixture(rng, 20), rng.dirichlet(np.ones(3), (20, 3))
    mixed = imm.mix(BANK, mixture, change, np.zeros(len(mixture)))
    for phase in (Phase.BOOST, Phase.ENTRY):
        joint = mixture.probability * change[:, :, phase]
        share = joint[:, phase] / joint.sum(axis=1)
        own, after = mixture.estimates[phase], mixed.estimates[phase]
        middle, sigma = BANK.models[phase].parameter
        mean = share * own.mean[:, 6] + (1.0 - share) * middle
        spread = share * (1.0 - share) * (own.mean[:, 6] - middle) ** 2
        variance = share * own.covariance[:, 6, 6] + (1.0 - share) * sigma**2 + spread
        assert np.allclose(after.mean[:, 6], mean, rtol=1e-12)
        assert np.allclose(after.covariance[:, 6, 6], variance, rtol=1e-9)


def test_what_enters_a_model_begins_with_its_parameter() -> None:
    mixture = a_mixture(np.random.default_rng(45), 5)
    for phase in (Phase.BOOST, Phase.ENTRY):
        sure = Mixture(mixture.estimates, np.tile(np.arange(3) == Phase.COAST, (5, 1)) * 1.0)
        change = np.zeros((5, 3, 3))
        change[:, :, phase] = 1.0
        after = imm.mix(BANK, sure, change, np.zeros(5)).estimates[phase]
        middle, sigma = BANK.models[phase].parameter
        assert np.allclose(after.mean[:, 6], middle)
        assert np.allclose(after.covariance[:, 6, 6], sigma**2)
        assert np.allclose(after.covariance[:, 6, :6], 0.0)


def test_prop_no_change_mixes_nothing() -> None:
    mixture = a_mixture(np.random.default_rng(45), 20)
    same = imm.mix(BANK, mixture, np.broadcast_to(np.eye(3), (20, 3, 3)), np.ones(20))
    assert np.allclose(same.probability, mixture.probability, rtol=1e-14)
    for own, after in zip(mixture.estimates, same.estimates, strict=True):
        assert np.allclose(own.mean, after.mean, rtol=1e-13)
        assert np.allclose(own.covariance, after.covariance, rtol=1e-9, atol=1e-9)


def test_a_model_that_cannot_hold_keeps_its_estimates() -> None:
    mixture = a_mixture(np.random.default_rng(46), 5)
    given_up = Mixture(mixture.estimates, np.array([[0.5, 0.5, 0.0]] * 5))
    mixed = imm.mix(BANK, given_up, np.broadcast_to(np.eye(3), (5, 3, 3)), np.ones(5))
    assert np.array_equal(mixed.estimates[Phase.ENTRY].mean, mixture.estimates[Phase.ENTRY].mean)
    assert np.array_equal(mixed.probability[:, Phase.ENTRY], np.zeros(5))


@pytest.mark.parametrize("dt_s", [0.0, 0.3, 20.0, 5_000.0, -20.0])
def test_prop_motions_change_with_probabilities(dt_s: float) -> None:
    state = some_states.states(np.random.default_rng(47), 200, (20e3, 200e3))
    change = imm.between_phases(NOISE, state, np.full(200, dt_s))
    assert np.allclose(change.sum(axis=2), 1.0, rtol=1e-14)
    assert change.min() > 0.0
    low = change[:, Phase.COAST, Phase.ENTRY] > 1e-6
    assert low.any() == (dt_s != 0.0)
    falling = np.einsum("ni,ni->n", state[:, :3], state[:, 3:]) < 0.0
    assert falling[low].all()
    # Boost never turns into entry but for the rounding that keeps every model alive.
    assert change[:, Phase.BOOST, Phase.ENTRY].max() == imm.LEAST_CHANGE


def test_likelihood_of_the_mixture_is_the_mean_of_its_models() -> None:
    rng = np.random.default_rng(48)
    mixture = a_mixture(rng, 10)
    measured = measurement.measure(RADAR, mixture.estimates[Phase.COAST].mean)
    expected = imm.expect(mixture, RADAR)
    after, together = imm.condition(mixture, expected, measured, SIGMAS)
    each = np.exp([filters.fit(what, measured, SIGMAS).log_likelihood for what in expected]).T
    assert np.exp(together) == pytest.approx((each * mixture.probability).sum(axis=1))
    assert np.array_equal(together, imm.log_likelihood(mixture, expected, measured, SIGMAS))
    assert np.allclose(after.probability.sum(axis=1), 1.0)


def test_prop_stories_that_agree_are_one_story() -> None:
    rng = np.random.default_rng(49)
    mixture = a_mixture(rng, 10)
    same = imm.blended(rng.dirichlet(np.ones(4), 10).T, [mixture] * 4)
    assert np.allclose(same.probability, mixture.probability)
    for own, after in zip(mixture.estimates, same.estimates, strict=True):
        assert np.allclose(own.mean, after.mean, rtol=1e-13)
        assert np.allclose(own.covariance, after.covariance, rtol=1e-6)


def test_prop_blending_keeps_the_moments_of_all_stories() -> None:
    rng = np.random.default_rng(50)
    stories = [a_mixture(rng, 10) for _ in range(3)]
    weights = rng.dirichlet(np.ones(3), 10).T
    blend = imm.combined(imm.blended(weights, stories))
    wholes = [imm.combined(story) for story in stories]
    direct = filters.moment_matched(
        weights,
        np.stack([whole.mean for whole in wholes]),
        np.stack([whole.covariance for whole in wholes]),
    )
    assert np.allclose(blend.mean, direct.mean, rtol=1e-12)
    assert np.allclose(blend.covariance, direct.covariance, rtol=1e-6)


def test_no_objects_at_all() -> None:
    nothing = Gaussian(np.empty((0, 6)), np.empty((0, 6, 6)))
    mixture = imm.predict(BANK, imm.begin(BANK, nothing), 1.0)
    after, likelihood = imm.update(mixture, RADAR, np.empty((0, 4)), SIGMAS)
    assert len(after) == len(imm.combined(after)) == len(likelihood) == 0


@pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)
def test_prop_each_object_is_as_if_alone(kind: Filter) -> None:
    rng = np.random.default_rng(51)
    mixture = a_mixture(rng, 6)
    measured = measurement.measure(RADAR, mixture.estimates[Phase.COAST].mean)
    spans = np.array([0.5, 1.0, 3.0, 0.0, 12.0, 1.0])
    together, _ = imm.update(imm.predict(BANK, mixture, spans, kind), RADAR, measured, SIGMAS, kind)
    for row in range(6):
        one = slice(row, row + 1)
        ahead = imm.predict(BANK, mixture.take(one), spans[row], kind)
        alone, _ = imm.update(ahead, RADAR, measured[one], SIGMAS, kind)
        assert np.allclose(alone.probability[0], together.probability[row], rtol=1e-5, atol=1e-12)
        ours = imm.combined(together).mean[row]
        assert np.allclose(imm.combined(alone).mean[0], ours, rtol=1e-11, atol=1e-6)
