"""Where objects are a moment after their last states, for drawing: all at one time."""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_ROTATION_RAD_S
from glasshield.earth.gravity import acceleration

# A free fall is drawn on for so long; what has not been seen since stays where it is.
MOST_S: Final = 15.0


def moved_on(
    state_ecef: Float[np.ndarray, "n 6"], dt_s: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 6"]:
    """States a moment later, as in free fall: off by less than 20 m after `MOST_S`.

    Args:
        state_ecef: position (m) and velocity (m/s), Earth-fixed.
        dt_s: how much later; taken as 0 below it and as `MOST_S` above.
    """
    step_s = np.clip(dt_s, 0.0, MOST_S)[:, None]
    position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
    felt = acceleration(position)
    felt[:, :2] += EARTH_ROTATION_RAD_S**2 * position[:, :2]
    felt[:, 0] += 2.0 * EARTH_ROTATION_RAD_S * velocity[:, 1]
    felt[:, 1] -= 2.0 * EARTH_ROTATION_RAD_S * velocity[:, 0]
    later = position + step_s * (velocity + 0.5 * step_s * felt)
    return np.concatenate([later, velocity + step_s * felt], axis=1)
