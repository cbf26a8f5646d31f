"""Areas of notices on the ground: what lies inside, how far from the edge, and how to draw them.

A circle is all that lies within its radius over the ellipsoid. A polygon is the smaller part of the
Earth within its edges, which are great circles between the vertices as they are given; beside
geodesics on the ellipsoid such an edge of 1,000 km runs some tens of metres off.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from numpy.typing import ArrayLike

from glasshield import units
from glasshield.catalog.announced import NoticeArea
from glasshield.earth import geodesic, sphere

_CIRCLE_POINTS: Final = 72
_EDGE_STEP_RAD: Final = np.radians(1.0)


def radius_m(area: NoticeArea) -> float:
    """The radius of a circle in metres; zero of a polygon."""
    return 0.0 if area.radius is None else area.radius * units.unit(area.radius_unit).si


def contains(area: NoticeArea, lat_rad: ArrayLike, lon_rad: ArrayLike) -> Bool[np.ndarray, "..."]:
    """Whether places lie inside an area; on the edge rounding decides.

    Args:
        area: of a notice.
        lat_rad: geodetic latitude.
        lon_rad: longitude. The two broadcast.
    """
    if area.centre_deg is not None:
        return np.asarray(beyond_m(area, lat_rad, lon_rad) <= 0.0)
    return _within_polygon(_vertices(area), sphere.unit_vector(lat_rad, lon_rad))


def beyond_m(area: NoticeArea, lat_rad: ArrayLike, lon_rad: ArrayLike) -> Float[np.ndarray, "..."]:
    """How far outside of an area places lie, over the ground; below zero, how far inside.

    Of a circle it is exact, of a polygon within 0.5 %, as distances on the sphere are.

    Args:
        area: of a notice.
        lat_rad: geodetic latitude.
        lon_rad: longitude. The two broadcast.
    """
    lat, lon = np.broadcast_arrays(
        np.asarray(lat_rad, dtype=float), np.asarray(lon_rad, dtype=float)
    )
    if area.centre_deg is not None:
        away = geodesic.inverse(*centre(area), lat, lon).distance_m
        return np.asarray(away - radius_m(area))
    corners = np.radians(area.polygon_deg)
    place = np.stack((lat, lon), axis=-1)[..., None, :]
    edges = sphere.nearest_pass(np.roll(corners, 1, axis=0), corners, place)
    nearest = edges.distance_m.min(axis=-1)
    return np.where(contains(area, lat, lon), -nearest, nearest)


def centre(area: NoticeArea) -> tuple[float, float]:
    """Latitude and longitude (rad) of the middle of an area.

    Source: Brock 1975, The inertia tensor for a spherical triangle, Journal of Applied Mechanics
    42 (1), 239: the centroid of a part of the sphere from its edges.
    """
    if area.centre_deg is not None:
        return float(np.radians(area.centre_deg[0])), float(np.radians(area.centre_deg[1]))
    end = _vertices(area)
    start = np.roll(end, 1, axis=0)
    normal = np.cross(start, end)
    sine = np.linalg.norm(normal, axis=-1, keepdims=True)
    angle = np.arctan2(sine, np.sum(start * end, axis=-1, keepdims=True))
    middle = np.sum(angle * normal / sine, axis=0)
    middle = middle * np.sign(middle @ end.sum(axis=0))
    return float(np.arctan2(middle[2], np.hypot(*middle[:2]))), float(
        np.arctan2(middle[1], middle[0])
    )


def reach_m(area: NoticeArea) -> float:
    """How far the edge of an area is from its middle, at most."""
    if area.centre_deg is not None:
        return radius_m(area)
    lat, lon = centre(area)
    corner_lat, corner_lon = np.radians(area.polygon_deg).T
    return float(geodesic.inverse(lat, lon, corner_lat, corner_lon).distance_m.max())


def outline(area: NoticeArea) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Latitudes and longitudes (deg) around an area, the first again at the end.

    Edges of polygons have points at most a degree apart, so that they can be drawn as lines.
    """
    if area.centre_deg is not None:
        turn = np.linspace(0.0, 2.0 * np.pi, _CIRCLE_POINTS + 1)
        around = geodesic.direct(*centre(area), turn, radius_m(area))
        return _degrees(around.lat_rad), _degrees(around.lon_rad)
    corners = [*area.polygon_deg, area.polygon_deg[0]]
    lat, lon = [corners[0][0]], [corners[0][1]]
    for k in range(len(corners) - 1):
        between_lat, between_lon = _along(corners[k], corners[k + 1])
        lat += [*between_lat, corners[k + 1][0]]
        lon += [*between_lon, corners[k + 1][1]]
    return tuple(lat), tuple(lon)


def _along(
    start_deg: tuple[float, float], end_deg: tuple[float, float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Latitudes and longitudes (deg) between two places on their great circle, without the ends."""
    (lat1, lon1), (lat2, lon2) = np.radians(start_deg), np.radians(end_deg)
    angle = float(sphere.central_angle(lat1, lon1, lat2, lon2))
    count = int(np.ceil(angle / _EDGE_STEP_RAD))
    steps = angle * np.arange(1, count) / count
    azimuth = sphere.azimuth_rad(lat1, lon1, lat2, lon2)
    lat, lon = sphere.destination(lat1, lon1, azimuth, steps)
    return _degrees(lat), _degrees(lon)


def _vertices(area: NoticeArea) -> Float[np.ndarray, "v 3"]:
    """The vertices of a polygon as unit vectors."""
    return sphere.unit_vector(*np.radians(area.polygon_deg).T)


def _within_polygon(
    vertices: Float[np.ndarray, "v 3"], place: Float[np.ndarray, "... 3"]
) -> Bool[np.ndarray, "..."]:
    """Whether unit vectors lie within a polygon of great circles.

    On the plane that touches the sphere at the middle of the vertices great circles are straight
    lines, and a line from the place crosses the edges an odd number of times.
    """
    middle = vertices.sum(axis=0)
    middle = middle / np.linalg.norm(middle)
    east = np.cross([0.0, 0.0, 1.0] if abs(middle[2]) < 0.9 else [1.0, 0.0, 0.0], middle)
    east = east / np.linalg.norm(east)
    axes = np.stack((east, np.cross(middle, east)), axis=-1)
    ahead = place @ middle
    visible = ahead > 0.0
    flat = (place @ axes) / np.where(visible, ahead, 1.0)[..., None]
    end = (vertices @ axes) / (vertices @ middle)[:, None]
    start = np.roll(end, 1, axis=0)
    x, y = flat[..., 0, None], flat[..., 1, None]
    straddles = (start[:, 1] > y) != (end[:, 1] > y)
    rise = np.where(end[:, 1] == start[:, 1], 1.0, end[:, 1] - start[:, 1])
    crossing = start[:, 0] + (y - start[:, 1]) / rise * (end[:, 0] - start[:, 0])
    is_odd = np.sum(straddles & (x <= crossing), axis=-1) % 2 == 1
    return np.asarray(visible & is_odd)


def _degrees(angles_rad: Float[np.ndarray, "n"]) -> tuple[float, ...]:
    return tuple(np.degrees(angles_rad).tolist())
