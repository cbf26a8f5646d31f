"""What biases still unknown do to fitted flights: their share of the covariance.

A fit to corrected detections takes the corrections for true. They are not: each bias is known to a
standard deviation, and it does the same to all detections of its station, so that no number of them
averages it out. A fitted state moves with the biases by a matrix that the normal equations give,
and their covariance through it is added to the state's own.

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, section 6.3, consider
covariance; Schmidt 1966, Advances in Control Systems 3, 293-340.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.fusion.arcs import COAST_STEP_S, arcs
from glasshield.fusion.least_squares import Fits, inverted, laid_out
from glasshield.fusion.observed import BIASES, Observed, air_lift
from glasshield.fusion.registration import Registration
from glasshield.sensing.detections import Detections

_ENOUGH: Final = 120  # detections of an object, on average


def considered(
    fits: Fits,
    detections: Detections,
    object_index: Int[np.ndarray, "n"],
    registration: Registration,
) -> Fits:
    """The fits with what is still unknown of the biases in their covariances.

    Args:
        fits: to the corrected detections, without drag.
        detections: the corrected ones, of the stations that were registered.
        object_index: as it was given to the fit.
        registration: with the covariance of the biases.

    Raises:
        RangeError: fits with drag, or other stations than those registered.
    """
    if fits.drag_m2_kg is not None:
        raise RangeError("biases are considered for flights without air", where="considered")
    if tuple(s.id for s in detections.stations) != tuple(s.id for s in registration.stations):
        raise RangeError("detections come from other stations than those registered")
    good = np.flatnonzero(fits.ok)
    if not len(good):
        return fits
    number = np.full(len(fits), -1)
    number[good] = np.arange(len(good))
    taken = (object_index >= 0) & fits.used
    index = np.where(taken, number[np.maximum(object_index, 0)], -1)
    slopes = _by_bias(fits, detections, index, good)
    covariance = fits.covariance.copy()
    covariance[good] += slopes @ registration.covariance @ np.swapaxes(slopes, 1, 2)
    return replace(fits, covariance=covariance)


def _by_bias(
    fits: Fits, detections: Detections, index: Int[np.ndarray, "n"], good: Int[np.ndarray, "g"]
) -> Float[np.ndarray, "g 6 b"]:
    """How the fitted states move with the biases; a part of many detections says it as well."""
    observed = Observed.of(detections, index, air_lift(detections))
    every = max(1, len(observed.row) // (_ENOUGH * observed.count))
    place = np.arange(len(observed.row)) - observed.first[observed.object]
    observed = observed.take(place % every == 0)
    reference_s = fits.reference_s[good]
    grid = laid_out(observed, reference_s, COAST_STEP_S)
    flown = arcs(reference_s, fits.state_ecef[good], grid)
    normal = observed.normal(flown, np.zeros((len(detections.stations), len(BIASES))))
    assert normal.shared is not None
    return -inverted(normal.matrix) @ normal.shared.coupling
