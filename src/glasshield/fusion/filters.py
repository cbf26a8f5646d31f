"""The Kalman filter's two steps for states and measurements that are not linear, n objects at once.

`predict` carries estimates over time, `expect` says what a radar would measure of them, `condition`
takes measurements in. The extended filter linearises (EKF); the unscented (UKF) and the cubature
filter (CKF) send a few points through the equations instead. Only `predict` and `expect` know
which; conditioning a Gaussian is the same for all.

Source: Bar-Shalom, Li and Kirubarajan 2001, chapter 10 (EKF); Julier and Uhlmann 2004, Proc. IEEE
92(3), 401-422 (UKF); Arasaratnam and Haykin 2009, IEEE T-AC 54(6), 1254-1269 (CKF).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int
from numpy.typing import ArrayLike

from glasshield.fusion import motion
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter
from glasshield.sensing import measurement
from glasshield.sensing.measurement import Frames
from glasshield.sensing.station import Station

# Spread of the unscented filter's points, without negative weights.
# Source: van der Merwe 2004, Sigma-point Kalman filters for probabilistic inference (thesis): alpha
# at most 1, kappa not below 0, beta 2 best for a Gaussian.
UNSCENTED_ALPHA: Final = 1.0
UNSCENTED_BETA: Final = 2.0
UNSCENTED_KAPPA: Final = 0.0

_AZIMUTH = 1


@dataclass(frozen=True, slots=True)
class Gaussian:
    """What is known of n objects: means and covariances of their states."""

    mean: Float[np.ndarray, "n d"]
    covariance: Float[np.ndarray, "n d d"]

    def __len__(self) -> int:
        return len(self.mean)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Self:
        """The objects that an index array, a mask or a slice chooses."""
        return type(self)(self.mean[index], self.covariance[index])


@dataclass(frozen=True, slots=True)
class Prediction:
    """Estimates after a span of time.

    Attributes:
        estimate: then.
        cross: covariance between the states before (rows) and then (columns), for smoothing.
    """

    estimate: Gaussian
    cross: Float[np.ndarray, "n d d"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a radar would measure of n objects: range, azimuth, elevation and range rate.

    Attributes:
        value: mean of the four.
        covariance: of the four, without the radar's own errors.
        cross: covariance between the state (rows) and the four (columns).
    """

    value: Float[np.ndarray, "n 4"]
    covariance: Float[np.ndarray, "n 4 4"]
    cross: Float[np.ndarray, "n d 4"]

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Self:
        """Of the objects that an index array, a mask or a slice chooses."""
        return type(self)(self.value[index], self.covariance[index], self.cross[index])


@dataclass(frozen=True, slots=True)
class Fit:
    """How well measurements fit what was expected.

    Attributes:
        distance2: squared Mahalanobis distance, the normalised innovation squared.
        log_likelihood: natural logarithm of the density of what was measured, in m, rad, m/s.
        degrees: how many of the four were measured.
    """

    distance2: Float[np.ndarray, "n"]
    log_likelihood: Float[np.ndarray, "n"]
    degrees: Int[np.ndarray, "n"]


def predict(
    model: MotionModel, estimate: Gaussian, dt_s: ArrayLike, kind: Filter = Filter.EKF
) -> Prediction:
    """The estimates after a span of time.

    Args:
        model: how the objects move.
        estimate: before.
        dt_s: one span for all or one for each; negative ones look back, and noise adds up as well.
        kind: how the motion is linearised.
    """
    cross = estimate.covariance
    for step_s in motion.steps(model, dt_s, len(estimate)):
        estimate, matrix = _step(model, estimate, step_s, kind)
        cross = cross @ matrix.mT
    return Prediction(estimate, cross)


def expect(estimate: Gaussian, station: Station | Frames, kind: Filter = Filter.EKF) -> Expectation:
    """What a radar would measure of each object.

    Args:
        estimate: of six or more components, position and velocity (ECEF) first.
        station: who measures: one station, or a frame for each object.
        kind: how the measurement is linearised.
    """
    if kind is Filter.EKF:
        slopes = measurement.jacobian(station, estimate.mean[:, :6])
        cross = estimate.covariance[:, :, :6] @ slopes.mT
        value = measurement.measure(station, estimate.mean[:, :6])
        return Expectation(value, slopes @ cross[:, :6], cross)
    points = _points(estimate, kind)
    seen = measurement.measure(_repeated(station, points.count), points.flat[:, :6])
    centre = measurement.measure(station, estimate.mean[:, :6])
    # Angles are averaged as differences from the centre: no average ever lies across a turn.
    offset = difference(seen.reshape(len(estimate), points.count, 4), centre[:, None])
    mean, deviations = points.moments(offset)
    value = centre + mean
    value[:, _AZIMUTH] %= 2.0 * np.pi
    return Expectation(
        value,
        points.covariance(deviations, deviations),
        points.covariance(points.deviations, deviations),
    )


def condition(
    estimate: Gaussian,
    expected: Expectation,
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
) -> tuple[Gaussian, Fit]:
    """The estimates after measurements are taken in, and how well these fitted.

    Args:
        estimate: before.
        expected: of these estimates.
        measured: range (m), azimuth, elevation (rad), range rate (m/s); NaN where not measured.
        sigmas: standard deviations of the four; infinite or NaN where not measured.

    Source: Bar-Shalom, Li and Kirubarajan 2001, section 5.2; in units of the radar's own errors.
    """
    innovation, root, quality = _innovate(expected, measured, sigmas)
    cross = expected.cross * _weights(measured, sigmas)[:, None, :]
    gain = np.linalg.solve(root, cross.mT)
    mean = estimate.mean + np.einsum("nmd,nm->nd", gain, innovation)
    return Gaussian(mean, estimate.covariance - gain.mT @ gain), quality


def fit(
    expected: Expectation,
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
) -> Fit:
    """How well measurements fit, as from `condition`, without taking them in."""
    return _innovate(expected, measured, sigmas)[2]


def update(
    estimate: Gaussian,
    station: Station | Frames,
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
    kind: Filter = Filter.EKF,
) -> tuple[Gaussian, Fit]:
    """`expect` and `condition` in one: each object takes in one measurement of its own."""
    return condition(estimate, expect(estimate, station, kind), measured, sigmas)


def difference(
    measured: Float[np.ndarray, "... 4"], expected: Float[np.ndarray, "... 4"]
) -> Float[np.ndarray, "... 4"]:
    """Measured less expected, the azimuth the short way round."""
    between = measured - expected
    between[..., _AZIMUTH] = measurement.turned(between[..., _AZIMUTH])
    return between


def moment_matched(
    weights: Float[np.ndarray, "m n"],
    means: Float[np.ndarray, "m n d"],
    covariances: Float[np.ndarray, "m n d d"],
) -> Gaussian:
    """One Gaussian for each object with the mean and the covariance of a mixture of m.

    Args:
        weights: of the m components, adding up to 1 for each object.
        means: of the components.
        covariances: of the components.

    Source: Bar-Shalom, Li and Kirubarajan 2001, section 1.4.16.
    """
    mean = np.einsum("mn,mnd->nd", weights, means)
    apart = means - mean
    spread = covariances + apart[..., :, None] * apart[..., None, :]
    return Gaussian(mean, np.einsum("mn,mnij->nij", weights, spread))


def _step(
    model: MotionModel, estimate: Gaussian, step_s: Float[np.ndarray, "n"], kind: Filter
) -> tuple[Gaussian, Float[np.ndarray, "n d d"]]:
    """The estimates after one step, and the matrix that tells how they depend on those before."""
    noise = motion.process_noise(model, step_s)
    if kind is Filter.EKF:
        mean, middle = motion.advance(model, estimate.mean, step_s)
        matrix = motion.step_matrix(model, middle, step_s)
        covariance = _symmetric(matrix @ estimate.covariance @ matrix.mT + noise)
        return Gaussian(mean, covariance), matrix
    points = _points(estimate, kind)
    moved, _ = motion.advance(model, points.flat, np.repeat(step_s, points.count))
    mean, deviations = points.moments(moved.reshape(points.place.shape))
    covariance = _symmetric(points.covariance(deviations, deviations) + noise)
    cross = points.covariance(points.deviations, deviations)
    matrix = np.linalg.solve(estimate.covariance, cross).mT
    # Points round what they stand for: an object that waits for others is left alone.
    waits = step_s == 0.0
    return (
        Gaussian(
            np.where(waits[:, None], estimate.mean, mean),
            np.where(waits[:, None, None], estimate.covariance, covariance),
        ),
        np.where(waits[:, None, None], np.eye(model.size), matrix),
    )


@dataclass(frozen=True, slots=True)
class _Points:
    """A few points that stand for each Gaussian, with their weights."""

    place: Float[np.ndarray, "n k d"]
    deviations: Float[np.ndarray, "n k d"]
    mean_weights: Float[np.ndarray, "k"]
    covariance_weights: Float[np.ndarray, "k"]

    @property
    def count(self) -> int:
        return len(self.mean_weights)

    @property
    def flat(self) -> Float[np.ndarray, "n*k d"]:
        return self.place.reshape(-1, self.place.shape[-1])

    def moments(
        self, moved: Float[np.ndarray, "n k m"]
    ) -> tuple[Float[np.ndarray, "n m"], Float[np.ndarray, "n k m"]]:
        """The mean of what became of the points, and their deviations from it."""
        origin = moved[:, :1]
        mean = origin[:, 0] + np.einsum("k,nkm->nm", self.mean_weights, moved - origin)
        return mean, moved - mean[:, None]

    def covariance(
        self, left: Float[np.ndarray, "n k a"], right: Float[np.ndarray, "n k b"]
    ) -> Float[np.ndarray, "n a b"]:
        """The covariance of two sets of deviations."""
        return np.einsum("k,nka,nkb->nab", self.covariance_weights, left, right)


def _points(estimate: Gaussian, kind: Filter) -> _Points:
    """The points of the unscented or the cubature filter."""
    size = estimate.mean.shape[-1]
    columns = np.linalg.cholesky(estimate.covariance).mT
    both = np.concatenate((columns, -columns), axis=-2)
    if kind is Filter.CKF:
        deviations = np.sqrt(size) * both
        mean_weights = covariance_weights = np.full(2 * size, 0.5 / size)
    else:
        reach = UNSCENTED_ALPHA**2 * (size + UNSCENTED_KAPPA)
        centre = np.zeros((len(estimate), 1, size))
        deviations = np.concatenate((centre, np.sqrt(reach) * both), axis=-2)
        mean_weights = np.full(2 * size + 1, 0.5 / reach)
        mean_weights[0] = 1.0 - size / reach
        covariance_weights = mean_weights.copy()
        covariance_weights[0] += 1.0 - UNSCENTED_ALPHA**2 + UNSCENTED_BETA
    place = estimate.mean[:, None] + deviations
    return _Points(place, deviations, mean_weights, covariance_weights)


def _repeated(station: Station | Frames, times: int) -> Station | Frames:
    """A frame for each point of each object, where each object has a frame of its own."""
    if isinstance(station, Station) or station.axes.ndim == 2:
        return station
    return Frames(
        np.repeat(station.origin_ecef_m, times, axis=0), np.repeat(station.axes, times, axis=0)
    )


def _weights(
    measured: Float[np.ndarray, "n 4"], sigmas: Float[np.ndarray, "n 4"]
) -> Float[np.ndarray, "n 4"]:
    """One over each standard deviation; 0 for what was not measured."""
    there = np.isfinite(measured) & np.isfinite(sigmas)
    return np.where(there, 1.0 / np.where(there, sigmas, 1.0), 0.0)


def _innovate(
    expected: Expectation,
    measured: Float[np.ndarray, "n 4"],
    sigmas: Float[np.ndarray, "n 4"],
) -> tuple[Float[np.ndarray, "n 4"], Float[np.ndarray, "n 4 4"], Fit]:
    """The innovation made white, the root of its covariance, and how well it fits.

    In units of the radar's own errors their covariance is the identity, and what was not measured
    has weight 0: it drops out of the sums by itself.
    """
    weights = _weights(measured, sigmas)
    there = weights > 0.0
    apart = weights * difference(np.where(there, measured, expected.value), expected.value)
    scaled = weights[:, :, None] * expected.covariance * weights[:, None, :]
    root = np.linalg.cholesky(scaled + np.eye(4))
    white = np.linalg.solve(root, apart[..., None])[..., 0]
    distance2 = np.sum(white**2, axis=-1)
    degrees = np.sum(there, axis=-1)
    unit = np.sum(np.log(np.where(there, weights, 1.0)), axis=-1)
    volume = np.sum(np.log(np.diagonal(root, axis1=-2, axis2=-1)), axis=-1)
    density = unit - volume - 0.5 * (distance2 + degrees * np.log(2.0 * np.pi))
    return white, root, Fit(distance2, density, degrees)


def _symmetric(matrix: Float[np.ndarray, "n d d"]) -> Float[np.ndarray, "n d d"]:
    return 0.5 * (matrix + matrix.mT)
