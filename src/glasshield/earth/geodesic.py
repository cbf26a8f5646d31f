"""Geodesics on the WGS 84 ellipsoid, exact to nanometres (geographiclib, Karney 2013)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_FLATTENING, EARTH_SEMI_MAJOR_AXIS_M

if TYPE_CHECKING:
    from geographiclib.geodesic import Geodesic as _Solver


@dataclass(frozen=True, slots=True)
class Geodesic:
    """Shortest lines over the ground between pairs of points.

    Attributes:
        distance_m: length.
        azimuth1_rad: azimuth at the first point, clockwise from north, [0, 2 pi).
        azimuth2_rad: azimuth of the same line, onward, at the second point, [0, 2 pi).
    """

    distance_m: Float[np.ndarray, "..."]
    azimuth1_rad: Float[np.ndarray, "..."]
    azimuth2_rad: Float[np.ndarray, "..."]


@dataclass(frozen=True, slots=True)
class GroundPoint:
    """Points on the ellipsoid with the direction in which a line passes them.

    Attributes:
        lat_rad: geodetic latitude.
        lon_rad: longitude, [-pi, pi].
        azimuth_rad: azimuth of the line there, onward, [0, 2 pi).
    """

    lat_rad: Float[np.ndarray, "..."]
    lon_rad: Float[np.ndarray, "..."]
    azimuth_rad: Float[np.ndarray, "..."]


def inverse(
    lat1_rad: ArrayLike, lon1_rad: ArrayLike, lat2_rad: ArrayLike, lon2_rad: ArrayLike
) -> Geodesic:
    """The geodesics between pairs of points; the four arguments broadcast.

    It loops in Python, about 30 microseconds a pair: for millions of distances where 0.5 % is
    enough, use `earth.sphere`.

    Args:
        lat1_rad: geodetic latitude of the first points.
        lon1_rad: longitude of the first points.
        lat2_rad: geodetic latitude of the second points.
        lon2_rad: longitude of the second points.
    """
    solve = _wgs84().Inverse
    mask = _wgs84().DISTANCE | _wgs84().AZIMUTH
    degrees = np.broadcast_arrays(
        *(np.degrees(v) for v in (lat1_rad, lon1_rad, lat2_rad, lon2_rad))
    )
    out = np.empty((degrees[0].size, 3))
    for row, point in zip(
        out, zip(*(d.ravel().tolist() for d in degrees), strict=True), strict=True
    ):
        line = solve(*point, mask)
        row[:] = line["s12"], _turn(line["azi1"]), _turn(line["azi2"])
    return Geodesic(*(column.reshape(degrees[0].shape)[()] for column in out.T))


def direct(
    lat_rad: ArrayLike, lon_rad: ArrayLike, azimuth_rad: ArrayLike, distance_m: ArrayLike
) -> GroundPoint:
    """The points reached along geodesics; the four arguments broadcast.

    Args:
        lat_rad: geodetic latitude of the start.
        lon_rad: longitude of the start.
        azimuth_rad: azimuth at the start, clockwise from north.
        distance_m: distance over the ground; negative goes backward.
    """
    solve = _wgs84().Direct
    start = np.broadcast_arrays(
        np.degrees(lat_rad), np.degrees(lon_rad), np.degrees(azimuth_rad), np.asarray(distance_m)
    )
    out = np.empty((start[0].size, 3))
    for row, given in zip(out, zip(*(s.ravel().tolist() for s in start), strict=True), strict=True):
        line = solve(*given)
        row[:] = math.radians(line["lat2"]), math.radians(line["lon2"]), _turn(line["azi2"])
    return GroundPoint(*(column.reshape(start[0].shape)[()] for column in out.T))


def path(
    lat1_rad: float, lon1_rad: float, lat2_rad: float, lon2_rad: float, count: int
) -> GroundPoint:
    """`count` points evenly spaced along the geodesic from one point to another, both ends in.

    Args:
        lat1_rad: geodetic latitude of the first point.
        lon1_rad: longitude of the first point.
        lat2_rad: geodetic latitude of the last point.
        lon2_rad: longitude of the last point.
        count: how many points, 2 or more.
    """
    whole = inverse(lat1_rad, lon1_rad, lat2_rad, lon2_rad)
    distances_m = np.linspace(0.0, float(whole.distance_m), count)
    return direct(lat1_rad, lon1_rad, whole.azimuth1_rad, distances_m)


@cache
def _wgs84() -> _Solver:
    from geographiclib.geodesic import Geodesic as Solver

    return Solver(EARTH_SEMI_MAJOR_AXIS_M, EARTH_FLATTENING)


def _turn(azimuth_deg: float) -> float:
    """An azimuth in degrees, -180 to 180, as radians in [0, 2 pi)."""
    return math.radians(azimuth_deg % 360.0)
