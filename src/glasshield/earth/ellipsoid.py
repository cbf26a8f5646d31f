"""The WGS 84 ellipsoid: geodetic coordinates, ECEF positions and local axes."""

from __future__ import annotations

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_FLATTENING,
    EARTH_SEMI_MAJOR_AXIS_M,
    EARTH_SEMI_MINOR_AXIS_M,
)

_SECOND_ECCENTRICITY_SQUARED = EARTH_ECCENTRICITY_SQUARED / (1.0 - EARTH_ECCENTRICITY_SQUARED)

# Bowring's step gains five digits or more each time above -1,000 km; the third only polishes.
_BOWRING_STEPS = 3


def geodetic_to_ecef(
    lat_rad: ArrayLike, lon_rad: ArrayLike, height_m: ArrayLike
) -> Float[np.ndarray, "... 3"]:
    """The ECEF position of points given by geodetic latitude, longitude and height.

    Args:
        lat_rad: geodetic latitude, -pi/2 to pi/2.
        lon_rad: longitude, east positive, any turn.
        height_m: height above the ellipsoid. The three broadcast against each other.

    Returns:
        Position in metres, the component axis last.
    """
    lat, lon, height = np.broadcast_arrays(
        np.asarray(lat_rad, dtype=float),
        np.asarray(lon_rad, dtype=float),
        np.asarray(height_m, dtype=float),
    )
    sin_lat, cos_lat = np.sin(lat), np.cos(lat)
    normal_m = EARTH_SEMI_MAJOR_AXIS_M / np.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * sin_lat**2)
    across_m = (normal_m + height) * cos_lat
    up_m = (normal_m * (1.0 - EARTH_ECCENTRICITY_SQUARED) + height) * sin_lat
    return np.stack((across_m * np.cos(lon), across_m * np.sin(lon), up_m), axis=-1)


def ecef_to_geodetic(
    position_ecef_m: ArrayLike,
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Geodetic latitude, longitude (both radians) and height (m) of ECEF positions.

    Exact to rounding (better than 1e-8 m) for every height above -1,000 km, the poles included;
    the longitude of a pole is 0.

    Args:
        position_ecef_m: positions, the component axis last.

    Returns:
        Latitude in [-pi/2, pi/2], longitude in [-pi, pi], height above the ellipsoid.

    Source: Bowring 1976, Survey Review 23 (181), 323-327, iterated on the reduced latitude.
    """
    position = np.asarray(position_ecef_m, dtype=float)
    x, y, z = position[..., 0], position[..., 1], position[..., 2]
    across = np.hypot(x, y)
    # Sine and cosine of the reduced latitude, never its tangent: the poles need no special case.
    sin_beta, cos_beta = _unit(z, across * (1.0 - EARTH_FLATTENING))
    rise, run = z, across
    for _ in range(_BOWRING_STEPS):
        rise = z + _SECOND_ECCENTRICITY_SQUARED * EARTH_SEMI_MINOR_AXIS_M * sin_beta**3
        run = across - EARTH_ECCENTRICITY_SQUARED * EARTH_SEMI_MAJOR_AXIS_M * cos_beta**3
        sin_beta, cos_beta = _unit((1.0 - EARTH_FLATTENING) * rise, run)
    sin_lat, cos_lat = _unit(rise, run)
    height = (
        across * cos_lat
        + z * sin_lat
        - EARTH_SEMI_MAJOR_AXIS_M * np.sqrt(1.0 - EARTH_ECCENTRICITY_SQUARED * sin_lat**2)
    )
    return np.arctan2(rise, run), np.arctan2(y, x), height


def east_north_up(lat_rad: ArrayLike, lon_rad: ArrayLike) -> Float[np.ndarray, "... 3 3"]:
    """The local axes at points on the ellipsoid, as rotation matrices from ECEF.

    Rows are the unit vectors east, north and up in ECEF, so `matrix @ vector_ecef` is the vector
    in local components, and `matrix.T @ vector_enu` brings it back.

    Args:
        lat_rad: geodetic latitude.
        lon_rad: longitude; at a pole it says which way east is.
    """
    lat, lon = np.broadcast_arrays(
        np.asarray(lat_rad, dtype=float), np.asarray(lon_rad, dtype=float)
    )
    sin_lat, cos_lat = np.sin(lat), np.cos(lat)
    sin_lon, cos_lon = np.sin(lon), np.cos(lon)
    axes = np.empty((*lat.shape, 3, 3))
    axes[..., 0, 0], axes[..., 0, 1], axes[..., 0, 2] = -sin_lon, cos_lon, 0.0
    axes[..., 1, 0], axes[..., 1, 1] = -sin_lat * cos_lon, -sin_lat * sin_lon
    axes[..., 2, 0], axes[..., 2, 1] = cos_lat * cos_lon, cos_lat * sin_lon
    axes[..., 1, 2], axes[..., 2, 2] = cos_lat, sin_lat
    return axes


def _unit(
    rise: Float[np.ndarray, "..."], run: Float[np.ndarray, "..."]
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Sine and cosine of the angle whose tangent is rise over run."""
    length = np.hypot(rise, run)
    return rise / length, run / length
