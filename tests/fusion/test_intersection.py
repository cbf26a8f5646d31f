"""Covariance intersection: never too sure, nothing gained from what comes back."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from jaxtyping import Float
from scipy.optimize import minimize_scalar
from stonesoup.mixturereducer.gaussianmixture import CovarianceIntersection
from stonesoup.types.array import StateVector
from stonesoup.types.state import GaussianState

from glasshield.fusion import covariance_intersection as ci
from glasshield.fusion.covariance_intersection import Criterion
from glasshield.fusion.filters import Gaussian
from tests.fusion import some_states

WEIGHT_TOL: Final = 1e-5  # scipy stops where the determinant no longer changes
SAME_TOL: Final = 1e-9  # relative: rounding of one inversion

criteria = pytest.mark.parametrize("criterion", list(Criterion), ids=lambda each: each.name)


def pair(seed: int, count: int = 30) -> tuple[Gaussian, Gaussian]:
    """Two estimates of the same objects, each sure of something else."""
    rng = np.random.default_rng(seed)
    truth = some_states.seen_states(rng, count)
    both = []
    for _ in range(2):
        covariance = some_states.covariances(rng, count)
        root = np.linalg.cholesky(covariance)
        error = np.einsum("nij,nj->ni", root, rng.normal(size=(count, 6)))
        both.append(Gaussian(truth + error, covariance))
    return both[0], both[1]


def by_information(
    one: Gaussian, other: Gaussian, row: int, weight: float
) -> tuple[Float[np.ndarray, "d"], Float[np.ndarray, "d d"]]:
    """Julier and Uhlmann's formula as they wrote it."""
    first, second = np.linalg.inv(one.covariance[row]), np.linalg.inv(other.covariance[row])
    covariance = np.linalg.inv(weight * first + (1.0 - weight) * second)
    mean = covariance @ (weight * first @ one.mean[row] + (1.0 - weight) * second @ other.mean[row])
    return mean, covariance


def loss(covariance: Float[np.ndarray, "d d"], criterion: Criterion) -> float:
    if criterion is Criterion.DETERMINANT:
        return float(np.linalg.slogdet(covariance)[1])
    return float(np.trace(covariance[:3, :3]))


@criteria
def test_val_the_weight_is_the_one_scipy_finds(criterion: Criterion) -> None:
    one, other = pair(81)
    joint, weight = ci.intersect(one, other, criterion)
    for row in range(len(one)):
        found = minimize_scalar(
            lambda w, row=row: loss(by_information(one, other, row, w)[1], criterion),
            bounds=(0.0, 1.0),
            method="bounded",
            options={"xatol": 1e-10},
        )
        assert weight[row] == pytest.approx(found.x, abs=WEIGHT_TOL)
        mean, covariance = by_information(one, other, row, float(weight[row]))
        sigma = np.sqrt(np.diagonal(covariance))
        assert np.abs((joint.mean[row] - mean) / sigma).max() < 1e-6
        assert np.abs((joint.covariance[row] - covariance) / np.outer(sigma, sigma)).max() < 1e-6


def test_val_the_joint_estimate_is_stone_soups() -> None:
    """Its covariance intersection, which is told the weight; counted from a place nearby."""
    one, other = pair(82, 5)
    joint, weight = ci.intersect(one, other)
    for row in range(5):
        origin = one.mean[row]
        given = [
            GaussianState(StateVector(each.mean[row] - origin), each.covariance[row])
            for each in (one, other)
        ]
        share = float(weight[row])
        theirs = CovarianceIntersection.merge_components(*given, weights=[share, 1.0 - share])
        sigma = np.sqrt(np.diagonal(joint.covariance[row]))
        mean = np.asarray(theirs.state_vector, dtype=float).ravel() + origin
        assert np.abs((joint.mean[row] - mean) / sigma).max() < 1e-6
        apart = (joint.covariance[row] - theirs.covar) / np.outer(sigma, sigma)
        assert np.abs(apart).max() < 1e-6


@criteria
def test_prop_an_estimate_joined_with_itself_is_itself(criterion: Criterion) -> None:
    one, _ = pair(83)
    joint, _ = ci.intersect(one, one, criterion)
    assert np.allclose(joint.mean, one.mean, rtol=1e-13)
    assert np.allclose(joint.covariance, one.covariance, rtol=SAME_TOL)


@criteria
def test_prop_a_joint_estimate_that_comes_back_adds_nothing(criterion: Criterion) -> None:
    """As often as it is passed to and fro between two parties."""
    one, other = pair(84)
    joint, _ = ci.intersect(one, other, criterion)
    again = joint
    for mine in (one, other, one, other):
        again, _ = ci.intersect(mine, again, criterion)
    sigma = np.sqrt(np.diagonal(joint.covariance, axis1=-2, axis2=-1))
    units = sigma[:, :, None] * sigma[:, None, :]
    assert np.abs((again.mean - joint.mean) / sigma).max() < 1e-6
    assert np.abs((again.covariance - joint.covariance) / units).max() < 1e-6


@criteria
def test_prop_order_does_not_matter(criterion: Criterion) -> None:
    one, other = pair(85)
    forth, weight = ci.intersect(one, other, criterion)
    back, other_weight = ci.intersect(other, one, criterion)
    assert np.allclose(weight + other_weight, 1.0, atol=1e-9)
    sigma = np.sqrt(np.diagonal(forth.covariance, axis1=-2, axis2=-1))
    assert np.abs((forth.mean - back.mean) / sigma).max() < 1e-6


@criteria
def test_prop_the_better_estimate_of_everything_is_taken_alone(criterion: Criterion) -> None:
    one, _ = pair(86)
    worse = Gaussian(one.mean + 10.0, 3.0 * one.covariance)
    joint, weight = ci.intersect(one, worse, criterion)
    assert np.array_equal(weight, np.ones(len(one)))
    assert np.allclose(joint.mean, one.mean, rtol=1e-13)


@pytest.mark.parametrize("correlation", [-0.95, 0.0, 0.5, 0.95, 1.0])
def test_prop_the_joint_covariance_covers_the_errors_whatever_their_correlation(
    correlation: float,
) -> None:
    """The true covariance of the joint error never exceeds the stated one, in any direction."""
    one, other = pair(87, 10)
    for criterion in Criterion:
        joint, weight = ci.intersect(one, other, criterion)
        for row in range(10):
            first, second = one.covariance[row], other.covariance[row]
            cross = correlation * np.linalg.cholesky(first) @ np.linalg.cholesky(second).T
            gain = weight[row] * joint.covariance[row] @ np.linalg.inv(first)
            rest = (1.0 - weight[row]) * joint.covariance[row] @ np.linalg.inv(second)
            true = gain @ first @ gain.T + rest @ second @ rest.T
            true = true + gain @ cross @ rest.T + rest @ cross.T @ gain.T
            sigma = np.sqrt(np.diagonal(joint.covariance[row]))
            slack = (joint.covariance[row] - true) / np.outer(sigma, sigma)
            assert np.linalg.eigvalsh(slack).min() > -1e-6


def test_the_plain_product_would_be_too_sure() -> None:
    """What covariance intersection is there to avoid: the same track counted twice."""
    one, _ = pair(88, 5)
    twice = np.linalg.inv(2.0 * np.linalg.inv(one.covariance))
    joint, _ = ci.intersect(one, one)
    assert np.allclose(joint.covariance, 2.0 * twice, rtol=1e-6)


def test_prop_gates_allow_for_any_correlation() -> None:
    one, other = pair(89, 200)
    assert np.mean(ci.distance2(one, other) < 12.6) > 0.99  # chi-squared, 6 degrees, 95 %
    assert ci.distance2(one, one) == pytest.approx(np.zeros(200))


def test_no_objects_at_all() -> None:
    nothing = Gaussian(np.empty((0, 6)), np.empty((0, 6, 6)))
    for criterion in Criterion:
        joint, weight = ci.intersect(nothing, nothing, criterion)
        assert len(joint) == len(weight) == 0
