"""Clamped cubic B-splines on even knots: what a burn's sensed acceleration is made of.

Source: de Boor 1978, A Practical Guide to Splines, chapter IX.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from jaxtyping import Float
from scipy.interpolate import BSpline

from glasshield.monitoring.integration import NODES

DEGREE: Final = 3


def splines(count: int, share: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n c"]:
    """Values of clamped cubic B-splines on even knots at shares of their range."""
    values: Float[np.ndarray, "n c"] = BSpline.design_matrix(
        np.clip(share, 0.0, 1.0), _knots(count), DEGREE
    ).toarray()
    return values


def greville(count: int) -> Float[np.ndarray, "c"]:
    """Where along its range each of the splines stands: coefficients of a line are its values."""
    return np.mean([_knots(count)[k + 1 : k + 1 + count] for k in range(DEGREE)], axis=0)


def _knots(count: int) -> Float[np.ndarray, "k"]:
    inner = np.linspace(0.0, 1.0, count - DEGREE + 1)
    return np.concatenate((np.zeros(DEGREE), inner, np.ones(DEGREE)))


@lru_cache(maxsize=64)
def node_basis(count: int) -> Float[np.ndarray, "s q c"]:
    """Splines at the nodes of all spans of a burn."""
    spans = count - DEGREE
    share = (np.arange(spans)[:, None] + NODES) / spans
    return splines(count, share.ravel()).reshape(spans, len(NODES), count)
