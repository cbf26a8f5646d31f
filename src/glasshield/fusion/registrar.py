"""Registration while data come in: each batch adds its information on the biases to what was known.

Source: as for `fusion.registration`; the information filter is that of Maybeck 1979, Stochastic
Models, Estimation and Control, volume 1, section 5.7.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import RangeError
from glasshield.fusion.arcs import COAST_STEP_S, arcs
from glasshield.fusion.bias_prior import Information, weighed
from glasshield.fusion.least_squares import Fits, laid_out
from glasshield.fusion.observed import BIASES, Observed, air_lift
from glasshield.fusion.registration import (
    MEDIAN_DISTANCE2,
    Registration,
    RegistrationOptions,
    eliminated,
    fitted,
    thinned,
)
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station


class Registrar:
    """Biases estimated while data come in: each batch adds its information to what was known.

    A batch is some tens of seconds of detections with whose they are. Each object's state in a
    batch is an unknown of that batch alone, so that nothing needs to be kept but one matrix; old
    information fades with a stated memory where biases wander.
    """

    def __init__(
        self,
        stations: tuple[Station, ...],
        options: RegistrationOptions | None = None,
        memory_s: float = np.inf,
    ) -> None:
        """An empty registrar.

        Args:
            stations: whose biases; every batch has these.
            options: as for `register`.
            memory_s: time after which information counts e times less.
        """
        self._stations = stations
        self._options = options or RegistrationOptions()
        self._memory_s = memory_s
        size = len(stations) * len(BIASES)
        self._information = Information(np.zeros((size, size)), np.zeros(size))
        self._counts = np.zeros(len(stations), dtype=int)
        self._objects = 0
        self._latest_s = -np.inf

    def update(self, detections: Detections, object_index: Int[np.ndarray, "n"]) -> Registration:
        """The biases after a batch.

        Args:
            detections: of the registrar's stations, as reported.
            object_index: as for `register`.

        Raises:
            RangeError: detections of other stations.
        """
        if tuple(s.id for s in detections.stations) != tuple(s.id for s in self._stations):
            raise RangeError("a batch comes from other stations than those registered")
        if len(detections):
            self._fade(float(detections.time_s.max()))
        index = thinned(np.asarray(object_index), self._options.most_detections)
        bias, lift_rad = self.estimate().bias, air_lift(detections)
        index, fits = fitted(detections, index, bias, lift_rad)
        if len(fits):
            observed = Observed.of(detections, index, lift_rad)
            far = _far(observed, fits, bias, self._options.gate)
            if far.any():
                index[observed.row[far]] = -1
                index, fits = fitted(detections, index, bias, lift_rad)
        if len(fits):
            observed = Observed.of(detections, index, lift_rad)
            new = eliminated(observed, fits, bias)[0]
            old = self._information
            self._information = Information(old.matrix + new.matrix, old.pull + new.pull)
            self._counts += np.bincount(observed.station, minlength=len(self._stations))
            self._objects += len(fits)
        return self.estimate()

    def estimate(self) -> Registration:
        """The biases as far as they are known."""
        bias, covariance, wrong = weighed(self._information, self._options.prior)
        return Registration(
            self._stations, bias, covariance, wrong, self._counts.copy(), self._objects
        )

    def _fade(self, now_s: float) -> None:
        if np.isfinite(self._latest_s) and now_s > self._latest_s:
            left = float(np.exp(-(now_s - self._latest_s) / self._memory_s))
            old = self._information
            self._information = Information(left * old.matrix, left * old.pull)
        self._latest_s = max(self._latest_s, now_s)


def _far(
    observed: Observed, fits: Fits, bias: Float[np.ndarray, "s 5"], gate: float
) -> Bool[np.ndarray, "n"]:
    """Which detections lie beyond the gate, biases taken as they are.

    The gate is widened by what biases still unknown can do to a whole batch: to a multiple of its
    median distance.
    """
    grid = laid_out(observed, fits.reference_s, COAST_STEP_S)
    missed, _ = observed.residuals(arcs(fits.reference_s, fits.state_ecef, grid), bias)
    distance2 = np.sum(missed**2, axis=-1)
    usual = max(1.0, float(np.median(distance2)) / MEDIAN_DISTANCE2)
    far: Bool[np.ndarray, "n"] = distance2 > gate * usual
    return far
