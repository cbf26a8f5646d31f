"""Which places lie near the areas of a party: where it is asked although the place is not its own.

The edges of its areas are followed in steps of a quarter of the distance, but no shorter than
`FINEST_M` and no longer than `COARSEST_M`. A step s makes a distance of d at most s**2 / 8 d too
long (s**2 / 8 (1 / d + 1 / r) from an edge of radius r), and never more than half a step.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

import numpy as np
from jaxtyping import Bool, Float
from scipy.spatial import cKDTree

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.sectors import Area, Bounds, Circle, Sector
from glasshield.earth import sphere
from glasshield.geodata import world

FINEST_M: Final = 1_000.0
COARSEST_M: Final = 5_000.0
_SIDES: Final = 4  # into which a parallel is parted: the short way round is the way meant


def near(
    sector: Sector,
    lat_rad: Float[np.ndarray, "n"],
    lon_rad: Float[np.ndarray, "n"],
    near_m: float,
) -> Bool[np.ndarray, "n"]:
    """Which places lie within a distance of the edge of a party's areas, inside of it or outside.

    Args:
        sector: of the party.
        lat_rad: latitudes.
        lon_rad: longitudes, any turn.
        near_m: the distance over the ground, above zero.
    """
    edge = _edge(sector, min(max(0.25 * near_m, FINEST_M), COARSEST_M))
    if edge is None:
        return np.zeros(len(lat_rad), dtype=bool)
    chord = 2.0 * math.sin(min(0.5 * near_m / EARTH_MEAN_RADIUS_M, 0.5 * math.pi))
    away, _ = edge.query(sphere.unit_vector(lat_rad, lon_rad), distance_upper_bound=chord)
    return np.asarray(np.isfinite(away))


@lru_cache(maxsize=64)
def _edge(sector: Sector, step_m: float) -> cKDTree | None:
    """Points along the edges of a party's areas, as unit vectors; None where there are none."""
    points = np.concatenate([_edge_rad(area, step_m) for area in sector.areas])
    return cKDTree(sphere.unit_vector(*points.T)) if len(points) else None


def _edge_rad(area: Area, step_m: float) -> Float[np.ndarray, "n 2"]:
    """Points along the edge of an area: of each shape's edge what lies in the others."""
    lines = {
        "countries": _borders(area.countries) if area.countries is not None else [],
        "box": [_around_box(area.box)] if area.box is not None else [],
        "ring": [np.array((*area.ring, area.ring[0]))] if area.ring is not None else [],
        "circle": [_around_circle(area.circle, step_m)] if area.circle is not None else [],
    }
    shapes = [name for name in lines if getattr(area, name) is not None]
    found = [np.empty((0, 2))]
    for name in shapes:
        points = np.concatenate([sphere.followed(line, step_m) for line in lines[name]])
        if len(shapes) > 1:
            without: dict[str, Any] = {name: None}
            points = points[replace(area, **without).holds(*points.T)]
        found.append(points)
    return np.concatenate(found)


def _borders(countries: frozenset[int]) -> list[Float[np.ndarray, "n 2"]]:
    """The borders and coasts of countries, those between two of them left out."""
    every = world("fine")
    owned = [(left in countries) != (right in countries) for left, right in every.sides]
    return [line for line, is_edge in zip(every.arcs, owned, strict=True) if is_edge]


def _around_box(box: Bounds) -> Float[np.ndarray, "n 2"]:
    east = np.linspace(box.west_rad, box.east_rad, _SIDES + 1)
    south, north = (
        np.column_stack((np.full(_SIDES + 1, lat), east)) for lat in (box.south_rad, box.north_rad)
    )
    return np.concatenate((south, north[::-1], south[:1]))


def _around_circle(circle: Circle, step_m: float) -> Float[np.ndarray, "n 2"]:
    corners = max(math.ceil(2.0 * math.pi * circle.radius_m / step_m), 8)
    bearing = np.linspace(0.0, 2.0 * math.pi, corners + 1)
    reach = circle.radius_m / EARTH_MEAN_RADIUS_M
    return np.column_stack(sphere.destination(circle.lat_rad, circle.lon_rad, bearing, reach))
