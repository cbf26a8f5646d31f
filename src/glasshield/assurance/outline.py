"""How far places lie from a region, over the ground; below zero inside it.

The borders of a region's countries, those between two of them left out, are followed in steps of
`STEP_M`; what the region's box cuts off is bounded by the box. The sea off its coasts lies outside.
Coasts and borders are those of a map at 1:25 million, good to some ten kilometres.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from scipy.spatial import cKDTree

from glasshield.catalog.model import Region
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.errors import InputError
from glasshield.geodata import country, point_in_country, world

# A distance of d is at most STEP_M**2 / 8 d too long, and never more than half a step.
STEP_M: Final = 5_000.0


@dataclass(frozen=True)
class Outline:
    """The edge of a region, and what lies inside.

    Attributes:
        region: its record.
        countries: its countries, as indices in `geodata.countries()`; empty for a place or a box.
        edge: points along the edge, as a tree of unit vectors; for a place its middle.
    """

    region: Region
    countries: tuple[int, ...]
    edge: cKDTree

    @classmethod
    def of(cls, region: Region) -> Outline:
        """The outline of a region.

        Raises:
            InputError: a region of which nothing is left inside its box.
        """
        place = region.point
        if place is not None:
            return cls(region, (), cKDTree(sphere.unit_vector([place.lat_rad], [place.lon_rad])))
        indices = tuple(country(code).index for code in region.countries)
        points = _edge_rad(region, indices)
        if not len(points):
            raise InputError(
                "nothing of the region is left inside its box", where=f"region.{region.id}"
            )
        return cls(region, indices, cKDTree(sphere.unit_vector(*points.T)))

    def distance_m(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n"]:
        """The ground distance of places from the region; below zero inside it.

        Args:
            lat_rad: latitudes.
            lon_rad: longitudes.
        """
        chord, _ = self.edge.query(sphere.unit_vector(lat_rad, lon_rad))
        distance = 2.0 * EARTH_MEAN_RADIUS_M * np.arcsin(np.minimum(0.5 * chord, 1.0))
        place = self.region.point
        if place is not None:
            return np.asarray(distance - 1e3 * (place.within_km or 0.0))
        inside = _inside(self.region, self.countries, lat_rad, lon_rad)
        return np.where(inside, -distance, distance)


@lru_cache(maxsize=8)
def outline(region: Region) -> Outline:
    """The outline of a region, made once."""
    return Outline.of(region)


def _edge_rad(region: Region, indices: tuple[int, ...]) -> Float[np.ndarray, "n 2"]:
    """Points along the edge of a region's land inside its box."""
    lines = [_box_rad(region)] if region.box is not None else []
    if indices:
        borders = world("fine")
        owned = [(left in indices) != (right in indices) for left, right in borders.sides]
        lines += [line for line, is_edge in zip(borders.arcs, owned, strict=True) if is_edge]
    points = np.concatenate([sphere.followed(line, STEP_M) for line in lines])
    kept = _in_box(region, points[:, 0], points[:, 1], slack_rad=1e-9)
    if region.box is not None and indices:
        # Of the box only the parts over the countries bound the region.
        on_box = np.arange(len(points)) < len(sphere.followed(lines[0], STEP_M))
        over = np.zeros(len(points), dtype=bool)
        over[on_box] = np.isin(point_in_country(*points[on_box].T), indices)
        kept &= ~on_box | over
    return points[kept]


def _box_rad(region: Region) -> Float[np.ndarray, "5 2"]:
    """The corners of a region's box, around and back to the first."""
    box = region.box
    assert box is not None
    south, north, west, east = box.south_deg, box.north_deg, box.west_deg, box.east_deg
    ring = [(south, west), (south, east), (north, east), (north, west), (south, west)]
    return np.radians(ring)


def _inside(
    region: Region,
    indices: tuple[int, ...],
    lat_rad: Float[np.ndarray, "n"],
    lon_rad: Float[np.ndarray, "n"],
) -> Bool[np.ndarray, "n"]:
    """Which places lie in a region's box and on the land of its countries."""
    inside = _in_box(region, lat_rad, lon_rad)
    if indices:
        inside[inside] = np.isin(point_in_country(lat_rad[inside], lon_rad[inside]), indices)
    return inside


def _in_box(
    region: Region,
    lat_rad: Float[np.ndarray, "n"],
    lon_rad: Float[np.ndarray, "n"],
    slack_rad: float = 0.0,
) -> Bool[np.ndarray, "n"]:
    """Which places lie in a region's box; all where it has none."""
    box = region.box
    if box is None:
        return np.ones(len(lat_rad), dtype=bool)
    south, north, west, east = np.radians(
        [box.south_deg, box.north_deg, box.west_deg, box.east_deg]
    )
    inside: Bool[np.ndarray, "n"] = (
        (lat_rad >= south - slack_rad)
        & (lat_rad <= north + slack_rad)
        & (lon_rad >= west - slack_rad)
        & (lon_rad <= east + slack_rad)
    )
    return inside
