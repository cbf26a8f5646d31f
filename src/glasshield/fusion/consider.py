"""What biases still unknown do to fitted flights: their share of the covariance.

A fit to corrected detections takes the corrections for true. They are not: each bias is known to a
standard deviation, and it does the same to all detections of its station, so that no number of them
averages it out. A fitted state moves with the biases by a matrix that the normal equations give,
and their covariance through it is added to the state's own.

A tracker's states are corrected the same way and need the same: `widened` adds to each row what the
biases of the station that it was last seen by do to a place measured by it. That is the whole of
it where one station sees an object, and too much rather than too little where several do.

Source: Tapley, Schutz and Born 2004, Statistical Orbit Determination, section 6.3, consider
covariance; Schmidt 1966, Advances in Control Systems 3, 293-340.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.errors import RangeError
from glasshield.fusion import motion
from glasshield.fusion.arcs import COAST_STEP_S, arcs
from glasshield.fusion.least_squares import Fits, inverted, laid_out
from glasshield.fusion.observed import BIASES, Observed, air_lift
from glasshield.fusion.options import Motion
from glasshield.fusion.registration import Registration
from glasshield.fusion.tracks import Tracks, pack
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


def widened(tracks: Tracks, detections: Detections, registration: Registration) -> Tracks:
    """The tracks with what is still unknown of the biases in their covariances.

    Args:
        tracks: of the corrected detections.
        detections: the corrected ones, of the stations that were registered.
        registration: with the covariance of the biases.
    """
    if not len(tracks.time_s):
        return tracks
    slopes = _displaced(tracks, detections)
    size = len(BIASES)
    blocks = np.array(
        [
            registration.covariance[k : k + size, k : k + size]
            for k in range(0, size * len(registration.stations), size)
        ]
    )
    added = slopes @ blocks[tracks.station_index] @ np.swapaxes(slopes, 1, 2)
    return replace(tracks, packed_covariance=tracks.packed_covariance + pack(added))


def _displaced(tracks: Tracks, detections: Detections) -> Float[np.ndarray, "n 6 b"]:
    """How a state moves when its station's biases do: shifted, turned about it, or in time."""
    place = np.array([station.position_ecef_m for station in tracks.stations])
    up = np.array([station.axes[2] for station in tracks.stations])[tracks.station_index]
    position, velocity = tracks.state_ecef[:, :3], tracks.state_ecef[:, 3:]
    sight = position - place[tracks.station_index]
    level = np.cross(sight, up)
    level /= np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1.0)
    lift = air_lift(detections)
    row_lift = np.where(tracks.detection >= 0, lift[np.maximum(tracks.detection, 0)], 0.0)
    slopes = np.zeros((len(position), 6, len(BIASES)))
    slopes[:, :3, 0] = sight / np.linalg.norm(sight, axis=1, keepdims=True)
    for column, axis in ((1, -up), (2, level), (4, row_lift[:, None] * level)):
        slopes[:, :3, column] = np.cross(axis, sight)
        slopes[:, 3:, column] = np.cross(axis, velocity)
    # What a clock is ahead by the object is behind.
    slopes[:, :, 3] = -motion.coast(Motion()).rate(tracks.state_ecef)
    return slopes


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
