"""Closed forms of entry along a straight steep path through exponential air.

They bound and check the integrated entry; below a few hundred m/s, where weight counts, they fail.

Source: Allen and Eggers 1958, NACA Report 1381.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

SCALE_HEIGHT_M: Final = 7164.0
SURFACE_DENSITY_KG_M3: Final = 1.225


def speed_ratio(
    height_m: ArrayLike, angle_rad: ArrayLike, ballistic_coefficient_kg_m2: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The fraction of its entry speed that a body still has at a height; arguments broadcast.

    Args:
        height_m: height above the ground.
        angle_rad: of the path below the horizontal, above zero.
        ballistic_coefficient_kg_m2: mass by drag area.
    """
    density = SURFACE_DENSITY_KG_M3 * np.exp(-np.asarray(height_m, dtype=float) / SCALE_HEIGHT_M)
    slowing = (
        density * SCALE_HEIGHT_M / (2.0 * np.asarray(ballistic_coefficient_kg_m2, dtype=float))
    )
    return np.exp(-slowing / np.sin(angle_rad))


def peak_deceleration_m_s2(
    entry_speed_m_s: ArrayLike, angle_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The greatest deceleration, the same for every ballistic coefficient; arguments broadcast.

    Args:
        entry_speed_m_s: speed before the air is felt.
        angle_rad: of the path below the horizontal, above zero.
    """
    speed = np.asarray(entry_speed_m_s, dtype=float)
    peak: Float[np.ndarray, "..."] = speed**2 * np.sin(angle_rad) / (2.0 * np.e * SCALE_HEIGHT_M)
    return peak
