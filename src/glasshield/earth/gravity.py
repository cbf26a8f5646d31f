"""Gravity: the central term with J2 for flights, and normal gravity on the ellipsoid."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_J2,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
    EARTH_SEMI_MINOR_AXIS_M,
)

# The field of the WGS 84 ellipsoid, closed forms from its four defining parameters.
# Source: Hofmann-Wellenhof and Moritz 2006, Physical Geodesy, eqs. 2-113, 2-133, 2-141, 2-146.
_SECOND_ECCENTRICITY: Final = math.sqrt(
    EARTH_ECCENTRICITY_SQUARED / (1.0 - EARTH_ECCENTRICITY_SQUARED)
)
_Q0: Final = 0.5 * (
    (1.0 + 3.0 / _SECOND_ECCENTRICITY**2) * math.atan(_SECOND_ECCENTRICITY)
    - 3.0 / _SECOND_ECCENTRICITY
)
_Q0_PRIME: Final = (
    3.0
    * (1.0 + 1.0 / _SECOND_ECCENTRICITY**2)
    * (1.0 - math.atan(_SECOND_ECCENTRICITY) / _SECOND_ECCENTRICITY)
    - 1.0
)
_M: Final = (
    EARTH_ROTATION_RAD_S**2 * EARTH_SEMI_MAJOR_AXIS_M**2 * EARTH_SEMI_MINOR_AXIS_M / EARTH_MU_M3_S2
)
_BULGE: Final = _M * _SECOND_ECCENTRICITY * _Q0_PRIME / (6.0 * _Q0)

EQUATOR_GRAVITY_M_S2: Final = (
    EARTH_MU_M3_S2 / (EARTH_SEMI_MAJOR_AXIS_M * EARTH_SEMI_MINOR_AXIS_M) * (1.0 - _M - _BULGE)
)
POLE_GRAVITY_M_S2: Final = EARTH_MU_M3_S2 / EARTH_SEMI_MAJOR_AXIS_M**2 * (1.0 + 2.0 * _BULGE)
SOMIGLIANA_K: Final = (
    EARTH_SEMI_MINOR_AXIS_M * POLE_GRAVITY_M_S2 / (EARTH_SEMI_MAJOR_AXIS_M * EQUATOR_GRAVITY_M_S2)
    - 1.0
)


def ellipsoid_j2() -> float:
    """The J2 of the WGS 84 ellipsoid, from its four defining parameters."""
    return EARTH_ECCENTRICITY_SQUARED / 3.0 * (1.0 - 2.0 / 15.0 * _M * _SECOND_ECCENTRICITY / _Q0)


def acceleration(position_m: ArrayLike) -> Float[np.ndarray, "... 3"]:
    """The gravitational acceleration (m/s2) at positions, central term and J2, no rotation.

    Args:
        position_m: positions from the centre in any frame whose third axis is the Earth's
            (ECEF or ECI), the component axis last. The result is in the same frame.

    Source: Vallado 2013, Fundamentals of Astrodynamics, eq. 8-30 and the J2 potential above it.
    """
    position = np.asarray(position_m, dtype=float)
    radius2 = np.sum(position**2, axis=-1, keepdims=True)
    central = -EARTH_MU_M3_S2 / (radius2 * np.sqrt(radius2))
    oblate = 1.5 * EARTH_J2 * EARTH_SEMI_MAJOR_AXIS_M**2 / radius2
    sine2 = position[..., 2:3] ** 2 / radius2
    across = 1.0 + oblate * (1.0 - 5.0 * sine2)
    along = 1.0 + oblate * (3.0 - 5.0 * sine2)
    stretch = np.concatenate((across, across, along), axis=-1)
    pull: Float[np.ndarray, "... 3"] = central * position * stretch
    return pull


def potential(position_m: ArrayLike) -> Float[np.ndarray, "..."]:
    """The potential energy for each kilogram (m2/s2, negative) in the field of `acceleration`."""
    position = np.asarray(position_m, dtype=float)
    radius2 = np.sum(position**2, axis=-1)
    sine2 = position[..., 2] ** 2 / radius2
    oblate = EARTH_J2 * EARTH_SEMI_MAJOR_AXIS_M**2 / radius2
    energy: Float[np.ndarray, "..."] = (
        -EARTH_MU_M3_S2 / np.sqrt(radius2) * (1.0 - oblate * (1.5 * sine2 - 0.5))
    )
    return energy


def normal_gravity(lat_rad: ArrayLike) -> Float[np.ndarray, "..."]:
    """Normal gravity (m/s2, rotation included) on the ellipsoid at geodetic latitudes.

    Source: Somigliana 1929; NIMA TR8350.2, eq. 4-1.
    """
    sine2 = np.sin(np.asarray(lat_rad, dtype=float)) ** 2
    across = np.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * sine2)
    gravity: Float[np.ndarray, "..."] = EQUATOR_GRAVITY_M_S2 * (1.0 + SOMIGLIANA_K * sine2) / across
    return gravity
