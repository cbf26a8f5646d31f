"""The Earth as a sphere of its mean radius: quick distances, nearest passes, horizons.

Against geodesics on the ellipsoid, distances here are up to about 0.5 % off. The closed forms of
`flight.kepler` and the published tables that they are checked against live on this sphere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_MEAN_RADIUS_M


@dataclass(frozen=True, slots=True)
class NearestPass:
    """Where a great-circle path comes nearest to a point.

    Attributes:
        distance_m: from the point to the path, over the ground.
        downrange_m: from the start of the path to its nearest point.
    """

    distance_m: Float[np.ndarray, "..."]
    downrange_m: Float[np.ndarray, "..."]


@dataclass(frozen=True, slots=True)
class Horizon:
    """How far a target at some height can be seen from the ground.

    Attributes:
        slant_m: straight to the target when it stands on the horizon.
        ground_m: over the ground to the point under it.
    """

    slant_m: Float[np.ndarray, "..."]
    ground_m: Float[np.ndarray, "..."]


def unit_vector(lat_rad: ArrayLike, lon_rad: ArrayLike) -> Float[np.ndarray, "... 3"]:
    """Unit vectors from the centre of the sphere to points on it."""
    lat, lon = np.broadcast_arrays(
        np.asarray(lat_rad, dtype=float), np.asarray(lon_rad, dtype=float)
    )
    return np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)), axis=-1)


def central_angle(
    lat1_rad: ArrayLike, lon1_rad: ArrayLike, lat2_rad: ArrayLike, lon2_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The angle at the centre between points, in radians; arguments broadcast."""
    return _angle(unit_vector(lat1_rad, lon1_rad), unit_vector(lat2_rad, lon2_rad))


def distance_m(
    lat1_rad: ArrayLike, lon1_rad: ArrayLike, lat2_rad: ArrayLike, lon2_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """Great-circle distances on the sphere of mean radius; arguments broadcast."""
    return EARTH_MEAN_RADIUS_M * central_angle(lat1_rad, lon1_rad, lat2_rad, lon2_rad)


def azimuth_rad(
    lat1_rad: ArrayLike, lon1_rad: ArrayLike, lat2_rad: ArrayLike, lon2_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """Azimuths at the first points toward the second, clockwise from north, [0, 2 pi)."""
    lat1, lat2 = np.asarray(lat1_rad, dtype=float), np.asarray(lat2_rad, dtype=float)
    turn = np.asarray(lon2_rad, dtype=float) - np.asarray(lon1_rad, dtype=float)
    east = np.cos(lat2) * np.sin(turn)
    north = np.cos(lat1) * np.sin(lat2) - np.sin(lat1) * np.cos(lat2) * np.cos(turn)
    azimuth: Float[np.ndarray, "..."] = np.arctan2(east, north) % (2.0 * np.pi)
    return azimuth


def destination(
    lat_rad: ArrayLike, lon_rad: ArrayLike, azimuth_rad: ArrayLike, angle_rad: ArrayLike
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Latitude and longitude (radians) at a central angle from points along an azimuth."""
    lat, lon = np.asarray(lat_rad, dtype=float), np.asarray(lon_rad, dtype=float)
    azimuth, angle = np.asarray(azimuth_rad, dtype=float), np.asarray(angle_rad, dtype=float)
    north = np.cos(lat) * np.cos(angle) - np.sin(lat) * np.sin(angle) * np.cos(azimuth)
    east = np.sin(angle) * np.sin(azimuth)
    up = np.sin(lat) * np.cos(angle) + np.cos(lat) * np.sin(angle) * np.cos(azimuth)
    end_lon = lon + np.arctan2(east, north)
    return np.arctan2(up, np.hypot(north, east)), (end_lon + np.pi) % (2.0 * np.pi) - np.pi


def followed(line_rad: Float[np.ndarray, "n 2"], step_m: float) -> Float[np.ndarray, "m 2"]:
    """A line with points no further apart than a step, straight in latitude and longitude.

    Args:
        line_rad: latitude and longitude of its corners; from one to the next the short way round.
        step_m: the longest step.
    """
    lat, lon = line_rad[:, 0], np.unwrap(line_rad[:, 1])
    north = np.diff(lat)
    east = np.diff(lon) * np.cos(0.5 * (lat[1:] + lat[:-1]))
    steps = np.ceil(np.hypot(north, east) * EARTH_MEAN_RADIUS_M / step_m).astype(int)
    steps = np.maximum(steps, 1)
    at = np.repeat(np.arange(len(steps)), steps)
    part = (np.arange(len(at)) - np.repeat(np.cumsum(steps) - steps, steps)) / steps[at]
    dense = np.column_stack([lat[at] + part * north[at], lon[at] + part * np.diff(lon)[at]])
    dense = np.append(dense, [[lat[-1], lon[-1]]], axis=0)
    dense[:, 1] = (dense[:, 1] + np.pi) % (2.0 * np.pi) - np.pi
    return dense


def nearest_pass(
    start_lat_lon_rad: ArrayLike, end_lat_lon_rad: ArrayLike, point_lat_lon_rad: ArrayLike
) -> NearestPass:
    """Where the shortest paths from starts to ends come nearest to points.

    Args:
        start_lat_lon_rad: latitude and longitude of the starts, shape (..., 2).
        end_lat_lon_rad: of the ends; neither the same point as the start nor opposite to it.
        point_lat_lon_rad: of the points. All broadcast.
    """
    start, end, point = (
        unit_vector(*np.moveaxis(np.asarray(pair, dtype=float), -1, 0))
        for pair in (start_lat_lon_rad, end_lat_lon_rad, point_lat_lon_rad)
    )
    pole = np.cross(start, end)
    pole = pole / np.linalg.norm(pole, axis=-1, keepdims=True)
    along = np.arctan2(
        np.sum(np.cross(pole, start) * point, axis=-1), np.sum(start * point, axis=-1)
    )
    total = _angle(start, end)
    # Outside the path the nearest point is the end that is nearer around the circle.
    gap_to_start = -along % (2.0 * np.pi)
    gap_to_end = (along - total) % (2.0 * np.pi)
    nearer_end = np.where(gap_to_start < gap_to_end, 0.0, total)
    inside = (along >= 0.0) & (along <= total)
    along = np.where(inside, along, nearer_end)[..., None]
    foot = np.cos(along) * start + np.sin(along) * np.cross(pole, start)
    return NearestPass(
        distance_m=EARTH_MEAN_RADIUS_M * _angle(foot, point),
        downrange_m=EARTH_MEAN_RADIUS_M * along[..., 0],
    )


def horizon(height_m: ArrayLike, radius_factor: float = 1.0) -> Horizon:
    """The greatest distances at which targets stand above the horizon of a point on the ground.

    Args:
        height_m: heights of the targets.
        radius_factor: 1 for straight rays, 4/3 for the usual radar refraction near the ground.
    """
    radius_m = EARTH_MEAN_RADIUS_M * radius_factor
    height = np.asarray(height_m, dtype=float)
    slant_m = np.sqrt(height * (2.0 * radius_m + height))
    return Horizon(slant_m=slant_m, ground_m=radius_m * np.arctan2(slant_m, radius_m))


def _angle(
    first: Float[np.ndarray, "... 3"], second: Float[np.ndarray, "... 3"]
) -> Float[np.ndarray, "..."]:
    """The angle between unit vectors, good to rounding for small and for nearly straight ones."""
    across = np.linalg.norm(np.cross(first, second), axis=-1)
    angle: Float[np.ndarray, "..."] = np.arctan2(across, np.sum(first * second, axis=-1))
    return angle
