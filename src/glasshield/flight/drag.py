"""The drag of a slender rocket over the Mach number.

One notional curve serves every vehicle: subsonic plateau, transonic rise, supersonic decay. It is
an assumption of this program (general knowledge of slender bodies, no measured vehicle).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

# Mach number and drag coefficient, referred to the cross-section.
CURVE: Final = (
    (0.0, 0.22),
    (0.6, 0.22),
    (0.8, 0.24),
    (0.95, 0.35),
    (1.1, 0.44),
    (1.3, 0.42),
    (1.7, 0.35),
    (2.0, 0.31),
    (3.0, 0.24),
    (4.0, 0.20),
    (6.0, 0.17),
    (10.0, 0.15),
)
MACH_STEP: Final = 0.05


def coefficient(mach: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Drag coefficients at Mach numbers; constant beyond the ends of the curve."""
    knots, values = (np.array(column) for column in zip(*CURVE, strict=True))
    slopes = _monotone_slopes(knots, values)
    inside = np.clip(mach, knots[0], knots[-1])
    k = np.clip(np.searchsorted(knots, inside, side="right") - 1, 0, len(knots) - 2)
    width = knots[k + 1] - knots[k]
    u = (inside - knots[k]) / width
    start, end = values[k], values[k + 1]
    rise, fall = slopes[k] * width, slopes[k + 1] * width
    c2 = 3.0 * (end - start) - 2.0 * rise - fall
    c3 = 2.0 * (start - end) + rise + fall
    return start + u * (rise + u * (c2 + u * c3))


def cubic_table() -> Float[np.ndarray, "k 4"]:
    """The curve as one cubic for every `MACH_STEP`, for the kernels.

    With u = mach / MACH_STEP - k in [0, 1), row k gives c0 + u (c1 + u (c2 + u c3)); past the
    last row the coefficient stays what it is there.
    """
    count = round(CURVE[-1][0] / MACH_STEP)
    start = np.arange(count) * MACH_STEP
    # Four points fix a cubic; every knot lies on a cell's edge, so no cell holds a kink.
    nodes = np.array([0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0])
    values = coefficient((start[:, None] + nodes * MACH_STEP).ravel()).reshape(count, 4)
    to_powers = np.linalg.inv(np.vander(nodes, increasing=True))
    return np.ascontiguousarray(values @ to_powers.T)


def _monotone_slopes(
    knots: Float[np.ndarray, "k"], values: Float[np.ndarray, "k"]
) -> Float[np.ndarray, "k"]:
    """Slopes that let the cubics between the knots overshoot nowhere.

    Source: Fritsch and Butland, SIAM Journal on Scientific and Statistical Computing 5, 1984.
    """
    width = np.diff(knots)
    secant = np.diff(values) / width
    slopes = np.zeros_like(values)
    for k in range(1, len(knots) - 1):
        before, after = secant[k - 1], secant[k]
        if before * after > 0.0:
            first = 2.0 * width[k] + width[k - 1]
            second = width[k] + 2.0 * width[k - 1]
            slopes[k] = (first + second) / (first / before + second / after)
    return slopes
