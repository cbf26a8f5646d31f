"""The drag of a slender rocket over the Mach number.

One notional curve serves every vehicle: a subsonic plateau, a transonic rise, a supersonic decay.
It is an assumption of this program, drawn after what is generally known of slender bodies, and of
no measured vehicle. It has no kinks, because a kink costs an integrator more than its worth.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

SUBSONIC: Final = 0.22
HYPERSONIC: Final = 0.15
WAVE: Final = 0.31  # above the hypersonic value, at Mach 1
RISE_MACH: Final = 0.97
RISE_WIDTH: Final = 0.08
DECAY_MACH: Final = 1.4

MACH_STEP: Final = 0.025
TOP_MACH: Final = 10.0


def coefficient(mach: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Drag coefficients, referred to the cross-section, at Mach numbers."""
    rise = 1.0 / (1.0 + np.exp((RISE_MACH - mach) / RISE_WIDTH))
    wave = WAVE * np.exp((1.0 - mach) / DECAY_MACH)
    return SUBSONIC + rise * (HYPERSONIC + wave - SUBSONIC)


def slope(mach: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """The derivative of `coefficient`."""
    rise = 1.0 / (1.0 + np.exp((RISE_MACH - mach) / RISE_WIDTH))
    wave = WAVE * np.exp((1.0 - mach) / DECAY_MACH)
    steepness = rise * (1.0 - rise) / RISE_WIDTH
    return steepness * (HYPERSONIC + wave - SUBSONIC) - rise * wave / DECAY_MACH


def cubic_table() -> Float[np.ndarray, "k 4"]:
    """The curve as one Hermite cubic for every `MACH_STEP`, for the kernels.

    With u = mach / MACH_STEP - k in [0, 1), row k gives c0 + u (c1 + u (c2 + u c3)), within 5e-6
    of the curve; past the last row the coefficient stays what it is there.
    """
    knots = np.arange(round(TOP_MACH / MACH_STEP) + 1) * MACH_STEP
    value, rise = coefficient(knots), slope(knots) * MACH_STEP
    start, end = value[:-1], value[1:]
    first, last = rise[:-1], rise[1:]
    return np.stack(
        (
            start,
            first,
            3.0 * (end - start) - 2.0 * first - last,
            2.0 * (start - end) + first + last,
        ),
        axis=-1,
    )
