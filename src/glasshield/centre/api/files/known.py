"""Which rows of tracks go into files: from where on their velocity is known, at whole microseconds.

A track begins with one detection, which says next to nothing of the velocity: a program that draws
a curve through such rows draws a kink.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.exchange.release import coarsen
from glasshield.exchange.release.terms import Terms
from glasshield.fusion.tracks import Tracks, unpack
from glasshield.sensing.detections import Detections

# The greatest deviation of a velocity that is known, in any direction: a seventh of an orbit's.
KNOWN_M_S: Final = 1_000.0
_DECIMALS: Final = 6  # of seconds


def rows_known(tracks: Tracks, terms: Terms) -> Bool[np.ndarray, "n"]:
    """Which rows do not stand before the first of their track whose velocity is known.

    Args:
        tracks: as they were released.
        terms: under which: what they add to deviations is added to the bound, too.
    """
    variance = unpack(tracks.packed_covariance)[:, 3:, 3:]
    # Where no covariance is released there is nothing to judge by.
    is_good = ~np.isfinite(variance).all(axis=(1, 2))
    is_good[~is_good] = np.linalg.eigvalsh(variance[~is_good])[:, -1] <= _bound_m_s(terms) ** 2
    known = np.zeros(len(is_good), dtype=bool)
    for place in range(len(tracks)):
        own = tracks.rows(place)
        known[own] = np.logical_or.accumulate(is_good[own])
    return known


def tracks_in_whole_us(tracks: Tracks) -> Tracks:
    """The same tracks with their times rounded: an object moves by 4 mm in half a microsecond."""
    return replace(tracks, time_s=_rounded(tracks.time_s))


def detections_in_whole_us(found: Detections) -> Detections:
    """The same detections with their times rounded."""
    return replace(found, time_s=_rounded(found.time_s), arrival_s=_rounded(found.arrival_s))


def _bound_m_s(terms: Terms) -> float:
    """How large the greatest deviation of a velocity becomes that is just known."""
    covariance = np.diag([0.0] * 3 + [KNOWN_M_S**2] * 3)[None]
    _, released = coarsen.states(np.zeros((1, 6)), covariance, terms)
    # Not less than a rounding error above, as the bound itself is a good one.
    return math.sqrt(float(released[0, 3, 3])) * (1.0 + 1e-9)


def _rounded(time_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    return np.round(time_s, _DECIMALS)
