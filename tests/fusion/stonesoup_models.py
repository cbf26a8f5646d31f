"""Our motions and our radar as Stone Soup's models, so that its filters run on the same equations.

Its cubature transform subtracts products of whole positions, which at 6,000 km costs eight digits.
So Stone Soup gets states and measurements counted from a place nearby, which its filters cannot
notice.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from jaxtyping import Float
from stonesoup.base import Property
from stonesoup.models.base import GaussianModel
from stonesoup.models.measurement.base import MeasurementModel
from stonesoup.models.transition.base import TransitionModel
from stonesoup.predictor.kalman import (
    CubatureKalmanPredictor,
    ExtendedKalmanPredictor,
    UnscentedKalmanPredictor,
)
from stonesoup.types.array import StateVector, StateVectors
from stonesoup.types.detection import Detection
from stonesoup.types.hypothesis import SingleHypothesis
from stonesoup.types.prediction import GaussianStatePrediction
from stonesoup.types.state import GaussianState
from stonesoup.updater.kalman import (
    CubatureKalmanUpdater,
    ExtendedKalmanUpdater,
    UnscentedKalmanUpdater,
)

from glasshield.fusion import filters, motion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Filter
from glasshield.sensing import measurement
from glasshield.sensing.station import Station

START = datetime(2030, 1, 1, tzinfo=UTC)
SPREAD = {
    "alpha": filters.UNSCENTED_ALPHA,
    "beta": filters.UNSCENTED_BETA,
    "kappa": filters.UNSCENTED_KAPPA,
}


class OurMotion(TransitionModel, GaussianModel):
    """A `MotionModel`, seen from an origin."""

    model: MotionModel = Property()
    origin: np.ndarray = Property()
    noise: np.ndarray = Property()

    @property
    def ndim_state(self) -> int:
        return self.model.size

    def function(self, state: Any, _noise: Any = False, **kwargs: Any) -> StateVector:
        rows = np.asarray(state.state_vector, dtype=float).T + self.origin
        moved = motion.propagate(self.model, rows, kwargs["time_interval"].total_seconds())
        return _columns(moved - self.origin)

    def jacobian(self, state: Any, **kwargs: Any) -> Float[np.ndarray, "d d"]:
        rows = np.asarray(state.state_vector, dtype=float).T + self.origin
        span_s = kwargs["time_interval"].total_seconds()
        return motion.transition(self.model, rows, span_s)[1][0]

    def covar(self, **_kwargs: Any) -> Float[np.ndarray, "d d"]:
        return self.noise


class OurRadar(MeasurementModel, GaussianModel):
    """Our radar: the measured ones of range, azimuth, elevation and range rate, less an offset."""

    station: Station = Property()
    origin: np.ndarray = Property()
    offset: np.ndarray = Property()
    sigmas: np.ndarray = Property()
    measured: tuple[int, ...] = Property()

    @property
    def ndim_meas(self) -> int:
        return len(self.measured)

    def function(self, state: Any, _noise: Any = False, **_kwargs: Any) -> StateVector:
        rows = np.asarray(state.state_vector, dtype=float).T + self.origin
        seen = measurement.measure(self.station, rows[:, :6])[:, self.measured]
        return _columns(seen - self.offset[list(self.measured)])

    def jacobian(self, state: Any, **_kwargs: Any) -> Float[np.ndarray, "m d"]:
        rows = np.asarray(state.state_vector, dtype=float).T + self.origin
        slopes = np.zeros((len(self.measured), rows.shape[1]))
        slopes[:, :6] = measurement.jacobian(self.station, rows[:, :6])[0][list(self.measured)]
        return slopes

    def covar(self, **_kwargs: Any) -> Float[np.ndarray, "m m"]:
        return np.diag(self.sigmas[list(self.measured)] ** 2)


def predicted(
    kind: Filter, model: MotionModel, mean: np.ndarray, covariance: np.ndarray, span_s: float
) -> Gaussian:
    """What Stone Soup predicts for one object over one step."""
    origin = _origin(mean)
    noise = motion.process_noise(model, span_s)
    ours = OurMotion(model=model, origin=origin, noise=noise)
    predictor = {
        Filter.EKF: lambda: ExtendedKalmanPredictor(ours),
        Filter.UKF: lambda: UnscentedKalmanPredictor(ours, **SPREAD),
        Filter.CKF: lambda: CubatureKalmanPredictor(ours),
    }[kind]()
    prior = GaussianState(StateVector(mean - origin), covariance, timestamp=START)
    after = predictor.predict(prior, timestamp=START + timedelta(seconds=span_s))
    return _gaussian(after, origin)


def updated(
    kind: Filter,
    station: Station,
    mean: np.ndarray,
    covariance: np.ndarray,
    measured: np.ndarray,
    sigmas: np.ndarray,
) -> Gaussian:
    """Stone Soup's posterior for one object; NaN measurements do not exist for it."""
    origin = _origin(mean)
    there = tuple(int(i) for i in np.flatnonzero(np.isfinite(measured)))
    offset = measurement.measure(station, mean[None, :6])[0]
    radar = OurRadar(
        ndim_state=len(mean),
        mapping=(0, 1, 2),
        station=station,
        origin=origin,
        offset=offset,
        sigmas=sigmas,
        measured=there,
    )
    updater = {
        Filter.EKF: lambda: ExtendedKalmanUpdater(radar),
        Filter.UKF: lambda: UnscentedKalmanUpdater(radar, **SPREAD),
        Filter.CKF: lambda: CubatureKalmanUpdater(radar),
    }[kind]()
    prior = GaussianStatePrediction(StateVector(mean - origin), covariance, timestamp=START)
    detection = Detection(StateVector((measured - offset)[list(there)]), timestamp=START)
    return _gaussian(updater.update(SingleHypothesis(prior, detection)), origin)


def _columns(rows: Float[np.ndarray, "n d"]) -> Any:
    """Rows as Stone Soup's columns; a single one is another type there."""
    return rows.T.view(StateVector if len(rows) == 1 else StateVectors)


def _origin(mean: np.ndarray) -> np.ndarray:
    """A place within a kilometre, round enough to be subtracted exactly."""
    origin = np.zeros_like(mean)
    origin[:3] = np.round(mean[:3], -3)
    return origin


def _gaussian(state: Any, origin: np.ndarray) -> Gaussian:
    mean = np.asarray(state.state_vector, dtype=float).ravel() + origin
    return Gaussian(mean[None], np.asarray(state.covar, dtype=float)[None])
