"""Regions of an exercise as closed rings that a picture can draw."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.coordination.sectors import Sectors
from glasshield.coordination.sectors_check import Patch, check_sectors
from glasshield.earth import sphere
from glasshield.exchange.release.regions import Box, Circle, Countries, Region, Ring
from glasshield.exercise.places import area_of
from glasshield.geodata import world
from glasshield.report.view.regions import Edge

_TURN_RAD: Final = 2.0 * math.pi
_CORNERS: Final = 96  # of a circle
_STEP_RAD: Final = math.radians(1.0)  # between places along a side that is no great circle
_DECIMALS: Final = 4  # of degrees: 11 m

Line = Float[np.ndarray, "n 2"]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A region as it is drawn.

    Attributes:
        lat_deg: of a place well inside.
        lon_deg: of that place.
        edges: around it, and around its holes.
    """

    lat_deg: float
    lon_deg: float
    edges: tuple[Edge, ...]


def drawn(region: Region) -> Drawn:
    """A region as it is drawn.

    One shape is drawn as it is; what several have in common as it is found on a lattice of places
    0.1 degrees apart.

    Raises:
        InputError: a region with two shapes of one kind.
        RangeError: a sea without bounds.
    """
    patches = check_sectors(Sectors(()), [area_of(region)]).patches
    if len(region.shapes) > 1:
        edges = tuple(edge for patch in patches for edge in edges_of(patch))
    else:
        edges = tuple(_edge(line) for line in _lines(region.shapes[0]))
    if not patches:  # narrower than the lattice: its first corner is as good as any place
        first = edges[0] if edges else Edge(lat_deg=(0.0,), lon_deg=(0.0,))
        return Drawn(first.lat_deg[0], first.lon_deg[0], edges)
    middle = patches[0]
    if isinstance(region.shapes[0], Circle) and len(region.shapes) == 1:
        at = region.shapes[0]
        return Drawn(*_degrees((at.lat_rad, at.lon_rad)), edges)
    return Drawn(*_degrees((middle.lat_rad, middle.lon_rad)), edges)


def edges_of(patch: Patch) -> tuple[Edge, ...]:
    """The rings around a patch, and around its holes."""
    return tuple(_edge(_dense(reversed(ring))) for ring in patch.outline)


def _lines(shape: Box | Circle | Ring | Countries) -> list[Line]:
    """The rings of one shape, latitudes and longitudes (rad), its inside to the right."""
    match shape:
        case Circle():
            bearing = np.linspace(0.0, _TURN_RAD, _CORNERS + 1)
            angle = shape.radius_m / EARTH_MEAN_RADIUS_M
            return [
                np.stack(sphere.destination(shape.lat_rad, shape.lon_rad, bearing, angle), axis=-1)
            ]
        case Box():
            east = shape.west_rad + ((shape.east_rad - shape.west_rad) % _TURN_RAD or _TURN_RAD)
            south, north, west = shape.south_rad, shape.north_rad, shape.west_rad
            corners = [(south, west), (north, west), (north, east), (south, east), (south, west)]
            return [_dense(corners)]
        case Ring():
            corners = list(zip(shape.lat_rad, shape.lon_rad, strict=True))
            return [_dense(_clockwise([*corners, corners[0]]))]
        case Countries():
            borders = world("coarse")
            numbers = sorted(number for number in shape.index if number >= 0)
            return [ring for n in numbers for polygon in borders.polygons(n) for ring in polygon]


def _clockwise(ring: Sequence[tuple[float, float]]) -> Sequence[tuple[float, float]]:
    """The ring so turned that its inside lies to the right of the way."""
    lat, lon = np.array(ring).T
    step = (np.diff(lon) + math.pi) % _TURN_RAD - math.pi
    return ring if float(np.sum(step * (lat[:-1] + lat[1:]))) >= 0.0 else ring[::-1]


def _dense(corners: Iterable[tuple[float, float]]) -> Line:
    """A ring with so many places on its sides that great circles between them are as good."""
    ring = np.array(list(corners))
    parts = [ring[:1]]
    for here, there in itertools.pairwise(ring):
        count = max(1, math.ceil(float(np.abs(there - here).max()) / _STEP_RAD))
        share = np.arange(1, count + 1)[:, None] / count
        parts.append(here + share * (there - here))
    return np.concatenate(parts)


def _edge(line: Line) -> Edge:
    lat, lon = np.round(np.degrees(line), _DECIMALS).T
    turned = np.where(np.abs(lon) > 180.0, (lon + 180.0) % 360.0 - 180.0, lon)
    return Edge(lat_deg=tuple(lat.tolist()), lon_deg=tuple(turned.tolist()))


def _degrees(place_rad: tuple[float, float]) -> tuple[float, float]:
    lat, lon = (round(math.degrees(each), _DECIMALS) for each in place_rad)
    return lat, lon
