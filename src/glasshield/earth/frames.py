"""Between the rotating Earth (ECEF) and the inertial frame of one flight (ECI).

The inertial frame of a flight has its axes where ECEF has them at launch, t = 0, and does not turn
with the Earth. Precession, nutation and polar motion move a point by less than a centimetre over
an hour and are left out.
"""

from __future__ import annotations

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_ROTATION_RAD_S


def ecef_to_eci(position_ecef_m: ArrayLike, time_s: ArrayLike) -> Float[np.ndarray, "... 3"]:
    """Inertial positions of ECEF positions `time_s` after launch.

    Args:
        position_ecef_m: positions, the component axis last.
        time_s: times since launch, one for each position or one for all.
    """
    return _turn(np.asarray(position_ecef_m, dtype=float), np.asarray(time_s, dtype=float))


def eci_to_ecef(position_eci_m: ArrayLike, time_s: ArrayLike) -> Float[np.ndarray, "... 3"]:
    """ECEF positions of inertial positions `time_s` after launch; the inverse of `ecef_to_eci`."""
    return _turn(np.asarray(position_eci_m, dtype=float), -np.asarray(time_s, dtype=float))


def velocity_ecef_to_eci(
    position_ecef_m: ArrayLike, velocity_ecef_m_s: ArrayLike, time_s: ArrayLike
) -> Float[np.ndarray, "... 3"]:
    """Inertial velocities of bodies that move at Earth-relative velocities.

    Args:
        position_ecef_m: where they are, the component axis last.
        velocity_ecef_m_s: velocity relative to the turning Earth, in ECEF axes.
        time_s: times since launch.
    """
    position = np.asarray(position_ecef_m, dtype=float)
    carried = np.asarray(velocity_ecef_m_s, dtype=float) + _swept(position)
    return _turn(carried, np.asarray(time_s, dtype=float))


def velocity_eci_to_ecef(
    position_eci_m: ArrayLike, velocity_eci_m_s: ArrayLike, time_s: ArrayLike
) -> Float[np.ndarray, "... 3"]:
    """Earth-relative velocities, in ECEF axes, of bodies with inertial velocities."""
    time = -np.asarray(time_s, dtype=float)
    position = _turn(np.asarray(position_eci_m, dtype=float), time)
    turned = _turn(np.asarray(velocity_eci_m_s, dtype=float), time)
    relative: Float[np.ndarray, "... 3"] = turned - _swept(position)
    return relative


def _swept(position_ecef_m: Float[np.ndarray, "... 3"]) -> Float[np.ndarray, "... 3"]:
    """The velocity at which the Earth's rotation carries points: omega cross position."""
    x, y = position_ecef_m[..., 0], position_ecef_m[..., 1]
    return EARTH_ROTATION_RAD_S * np.stack((-y, x, np.zeros_like(x)), axis=-1)


def _turn(
    vector: Float[np.ndarray, "... 3"], time_s: Float[np.ndarray, "..."]
) -> Float[np.ndarray, "... 3"]:
    """Vectors turned eastward about the axis by the angle of the Earth's rotation in `time_s`."""
    cos, sin = np.cos(EARTH_ROTATION_RAD_S * time_s), np.sin(EARTH_ROTATION_RAD_S * time_s)
    x, y, z, cos, sin = np.broadcast_arrays(
        vector[..., 0], vector[..., 1], vector[..., 2], cos, sin
    )
    return np.stack((cos * x - sin * y, sin * x + cos * y, z), axis=-1)
