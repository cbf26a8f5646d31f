"""The compiled filters against their twins in NumPy: the same equations, written twice."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest
from jaxtyping import Float

from glasshield import kernels
from glasshield.flight.fly import EarthModel, air_table, constants, drag_table
from glasshield.fusion import filters, joint_association
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.kernel_rows import motion_row, station_rows
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter
from glasshield.sensing import measurement
from tests.fusion import some_states
from tests.fusion.some_states import BESIDE_PLANES, MODELS, NOISE, RADAR
from tests.reference import joint_events

pytestmark = pytest.mark.kernels

# Two orders of the same sums; of states, and of covariances in units of the deviations.
POSITION_TOL_M: Final = 1e-6
VELOCITY_TOL_M_S: Final = 1e-8
CORRELATION_TOL: Final = 1e-9
# An update divides by covariances of a few metres beside ones of kilometres.
UPDATED_TOL: Final = 1e-6
PROBABILITY_TOL: Final = 1e-12

SIGMAS: Final = np.array([50.0, np.radians(0.05), np.radians(0.05), 5.0])
SPANS_S: Final = np.array([0.0, 0.3, 1.0, -1.0, 3.7, -12.0, 25.0, 61.0])
SEEN: Final = {2: [np.nan, 1.0, 1.0, np.nan], 3: [1.0, 1.0, 1.0, np.nan], 4: [1.0] * 4}

kinds = pytest.mark.parametrize("kind", list(Filter), ids=lambda kind: kind.name)
motions = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.phase.name)


def packed(covariance: Float[np.ndarray, "n d d"]) -> Float[np.ndarray, "n t"]:
    rows, columns = np.triu_indices(covariance.shape[-1])
    return np.ascontiguousarray(covariance[:, rows, columns])


def unpacked(triangle: Float[np.ndarray, "n t"], size: int) -> Float[np.ndarray, "n d d"]:
    rows, columns = np.triu_indices(size)
    full = np.empty((len(triangle), size, size))
    full[:, rows, columns] = full[:, columns, rows] = triangle
    return full


def assert_same(kernel: Gaussian, twin: Gaussian, correlation_tol: float) -> None:
    apart = np.abs(kernel.mean - twin.mean)
    assert apart[:, :3].max() < POSITION_TOL_M
    assert apart[:, 3:].max() < VELOCITY_TOL_M_S
    sigma = np.sqrt(np.diagonal(twin.covariance, axis1=-2, axis2=-1))
    units = sigma[:, :, None] * sigma[:, None, :]
    assert np.abs((kernel.covariance - twin.covariance) / units).max() < correlation_tol


def kernel_predict(
    model: MotionModel, estimate: Gaussian, spans_s: Float[np.ndarray, "n"], kind: Filter
) -> Gaussian:
    states, triangle = estimate.mean.copy(), packed(estimate.covariance)
    kernels.track_predict(
        int(model.phase),
        int(kind),
        constants(EarthModel.ROTATING),
        air_table(),
        drag_table(),
        motion_row(NOISE),
        np.ascontiguousarray(spans_s),
        states,
        triangle,
    )
    return Gaussian(states, unpacked(triangle, model.size))


@kinds
@motions
def test_val_predict_is_its_twin_for_every_span(kind: Filter, model: MotionModel) -> None:
    rng = np.random.default_rng(101)
    state = np.concatenate((some_states.states(rng, 100), BESIDE_PLANES))
    mean = some_states.with_parameter(model, state, rng)
    estimate = Gaussian(mean, some_states.covariances(rng, len(mean), model))
    spans = np.resize(SPANS_S, len(mean))
    kernel = kernel_predict(model, estimate, spans, kind)
    assert_same(kernel, filters.predict(model, estimate, spans, kind).estimate, CORRELATION_TOL)


@kinds
def test_val_entry_through_dense_air_is_its_twin(kind: Filter) -> None:
    rng, model = np.random.default_rng(102), some_states.ENTRY
    low = some_states.states(rng, 100, (10e3, 100e3), (500.0, 3_000.0))
    mean = some_states.with_parameter(model, low, rng)
    covariance = some_states.covariances(rng, 100, model)
    estimate = Gaussian(mean, covariance * np.where(kind is Filter.EKF, 1.0, 1e-2))
    kernel = kernel_predict(model, estimate, np.ones(100), kind)
    assert_same(kernel, filters.predict(model, estimate, 1.0, kind).estimate, 1e-7)


@kinds
@motions
@pytest.mark.parametrize("components", list(SEEN))
def test_val_update_is_its_twin(kind: Filter, model: MotionModel, components: int) -> None:
    rng = np.random.default_rng(103)
    estimate = some_states.estimates(rng, 100, model)
    exact = measurement.measure(RADAR, estimate.mean[:, :6])
    measured = exact + 2.0 * SIGMAS * rng.normal(size=exact.shape)
    sigmas = np.broadcast_to(SIGMAS, exact.shape).copy()
    states, triangle = estimate.mean.copy(), packed(estimate.covariance)
    distances = np.empty(100)
    kernels.track_update(
        components,
        int(kind),
        np.ascontiguousarray(station_rows([RADAR])[0]),
        np.ascontiguousarray(measured),
        sigmas,
        states,
        triangle,
        distances,
    )
    seen = np.asarray(SEEN[components])
    twin, fit = filters.update(estimate, RADAR, seen * measured, SIGMAS, kind)
    assert_same(Gaussian(states, unpacked(triangle, model.size)), twin, UPDATED_TOL)
    assert distances == pytest.approx(fit.distance2, rel=1e-6)


def in_rows(
    ratio: Float[np.ndarray, "t d"],
) -> tuple[np.ndarray, np.ndarray, Float[np.ndarray, "p"]]:
    """Pairs row by row, as the kernel takes them."""
    tracks, detections = np.nonzero(ratio)
    first = np.searchsorted(tracks, np.arange(len(ratio) + 1))
    return first.astype(np.int32), detections.astype(np.int32), ratio[tracks, detections]


@pytest.mark.parametrize(("tracks", "detections"), [(1, 1), (2, 5), (4, 4), (5, 3), (5, 6)])
def test_val_joint_probabilities_are_brute_forces(tracks: int, detections: int) -> None:
    rng = np.random.default_rng(104)
    for filled in (0.3, 0.7, 1.0):
        ratio = 10.0 ** rng.uniform(-6.0, 6.0, (tracks, detections))
        ratio *= rng.uniform(size=ratio.shape) < filled
        first, column, weights = in_rows(ratio)
        probability = np.empty_like(weights)
        lost = kernels.joint_probabilities(first, column, detections, weights, probability)
        expected, _ = joint_events.marginals(ratio)
        assert lost == 0
        assert np.abs(probability - expected[np.nonzero(ratio)]).max(initial=0.0) < PROBABILITY_TOL


def test_val_joint_probabilities_of_a_large_cluster_are_the_sets_of_tracks() -> None:
    """Eight tracks and nine detections: too many events for brute force in Python."""
    rng = np.random.default_rng(105)
    ratio = 10.0 ** rng.uniform(-3.0, 3.0, (8, 9)) * (rng.uniform(size=(8, 9)) < 0.5)
    first, column, weights = in_rows(ratio)
    probability = np.empty_like(weights)
    assert kernels.joint_probabilities(first, column, 9, weights, probability) == 0
    pairs, _ = joint_association.marginals(ratio)
    assert np.abs(probability - pairs[np.nonzero(ratio)]).max() < PROBABILITY_TOL
