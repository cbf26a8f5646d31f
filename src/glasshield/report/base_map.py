"""Views of the Earth for small maps, and the base map of each.

A view is Lambert's azimuthal equal-area projection of the sphere, so that areas on it are true to
each other. It is smooth everywhere but at the point opposite to its centre: poles and the date
line need no care, and only an area around that point must be left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.geodata import World, world
from glasshield.report.drawing import path, path_data, rect
from glasshield.report.markup import Markup, tag

Place = tuple[float, float]  # latitude and longitude, degrees
Spot = tuple[float, float]  # x to the right and y down, in units of the drawing
Corner = tuple[float, float]  # longitude and latitude, degrees, as outlines have them

_EARTH_KM: Final = EARTH_MEAN_RADIUS_M / 1e3
_WIDTH: Final = 400.0
_HEIGHT: Final = 340.0
# Kept around the places that a map must show, for their labels.
_MARGIN_KM: Final = 550.0
# Lines and areas are cut so far outside the frame, where nobody sees the cut.
_BLEED: Final = 4.0
# Edges of areas are divided so that none is longer; a chord of 1 deg is off by 2 km at most.
_STEP_DEG: Final = 1.0
_GRATICULE_DEG: Final = 15


@dataclass(frozen=True, slots=True)
class View:
    """A rectangular map around a centre."""

    id: str
    lat_deg: float
    lon_deg: float
    scale_per_km: float
    width: float = _WIDTH
    height: float = _HEIGHT

    def spots(
        self, lat_rad: Float[np.ndarray, " n"], lon_rad: Float[np.ndarray, " n"]
    ) -> Float[np.ndarray, "n 2"]:
        """Where the places lie on the drawing.

        Source: Snyder, Map Projections: A Working Manual (1987), equations 22-4 and 24-2 to 24-4.
        """
        lat0, lon = math.radians(self.lat_deg), lon_rad - math.radians(self.lon_deg)
        north = math.cos(lat0) * np.sin(lat_rad) - math.sin(lat0) * np.cos(lat_rad) * np.cos(lon)
        cosine = math.sin(lat0) * np.sin(lat_rad) + math.cos(lat0) * np.cos(lat_rad) * np.cos(lon)
        k = np.sqrt(2.0 / np.maximum(1.0 + cosine, 1e-12)) * _EARTH_KM * self.scale_per_km
        x = self.width / 2 + k * np.cos(lat_rad) * np.sin(lon)
        return np.column_stack([x, self.height / 2 - k * north])

    def spot(self, place: Place) -> Spot | None:
        """Where the place lies on the drawing, None when it lies outside."""
        x, y = self.spots(np.radians([place[0]]), np.radians([place[1]]))[0]
        inside = 3.0 < x < self.width - 3.0 and 3.0 < y < self.height - 3.0
        return (float(x), float(y)) if inside else None

    def lines(self, places: Sequence[Place]) -> list[list[Spot]]:
        """The line through the places, in the pieces that lie on the drawing."""
        table = np.radians(np.asarray(places, dtype=float))
        return self._pieces(self.spots(table[:, 0], table[:, 1]))

    def areas(self, rings: Iterable[Sequence[Corner]]) -> list[list[Spot]]:
        """The rings cut to the drawing; their edges follow parallels and meridians."""
        cut = []
        for ring in rings:
            table = np.radians(_divided(np.asarray(ring, dtype=float)))
            cut.append(self._cut(self.spots(table[:, 1], table[:, 0])))
        return [ring for ring in cut if len(ring) > 2]

    def base(self) -> Markup:
        """Sea, graticule, land and lakes."""
        borders = world("coarse")
        land = [ring for index in range(len(borders.rings)) for ring in self._land(borders, index)]
        lakes = [self._cut(self.spots(lake[:, 0], lake[:, 1])) for lake in borders.lakes]
        return tag(
            "g",
            {"id": self.id},
            rect("sea", 0, 0, self.width, self.height),
            path("grid", self._graticule()),
            path("land", land, closed="closed"),
            path("sea", [lake for lake in lakes if len(lake) > 2], closed="closed"),
        )

    def borders(self) -> Markup:
        """Coasts and borders, to be drawn above areas; contested ones are dashed or dotted."""
        borders = world("coarse")
        special = [line for lines in borders.special.values() for line in lines]
        kinds = (
            ("coast", borders.lines["coastline"]),
            ("border", borders.lines["international"]),
            ("contested", borders.lines["undetermined"]),
            ("special", special),
        )
        paths = []
        for kind, lines in kinds:
            pieces = [p for line in lines for p in self._pieces(self.spots(line[:, 0], line[:, 1]))]
            if pieces:
                paths.append(tag("path", {"class": kind, "d": path_data(pieces)}))
        return tag("g", {"id": f"{self.id}-borders"}, *paths)

    def _land(self, borders: World, index: int) -> list[list[Spot]]:
        rings = []
        for polygon in borders.polygons(index):
            outer = self.spots(polygon[0][:, 0], polygon[0][:, 1])
            # Land lies to the right of an outer ring, except around the opposite point, where
            # the inside of the ring is the outside of its picture.
            if _signed_area(outer) < 0.0:
                continue
            rings.append(self._cut(outer))
            rings += [self._cut(self.spots(hole[:, 0], hole[:, 1])) for hole in polygon[1:]]
        return [ring for ring in rings if len(ring) > 2]

    def _graticule(self) -> list[list[Spot]]:
        fine = np.arange(-80.0, 80.1, 2.0)
        around = np.arange(-180.0, 180.1, 2.0)
        lines = [(fine, np.full_like(fine, lon)) for lon in range(-180, 180, _GRATICULE_DEG)]
        lines += [(np.full_like(around, lat), around) for lat in range(-75, 76, _GRATICULE_DEG)]
        return [
            piece
            for lat, lon in lines
            for piece in self._pieces(self.spots(np.radians(lat), np.radians(lon)))
        ]

    def _pieces(self, spots: Float[np.ndarray, "n 2"]) -> list[list[Spot]]:
        """The parts of a line near the drawing: all segments that touch the frame's rectangle."""
        low = np.array([-_BLEED, -_BLEED])
        high = np.array([self.width + _BLEED, self.height + _BLEED])
        ahead, behind = spots[1:], spots[:-1]
        off = (np.maximum(ahead, behind) < low).any(1) | (np.minimum(ahead, behind) > high).any(1)
        # Across the opposite point a short step becomes a leap around the edge of the sphere.
        off |= np.hypot(*(ahead - behind).T) > self.width
        kept = np.flatnonzero(~off)
        if not len(kept):
            return []
        runs = np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1)
        return [_tuples(spots[run[0] : run[-1] + 2]) for run in runs]

    def _cut(self, spots: Float[np.ndarray, "n 2"]) -> list[Spot]:
        """The ring cut to the frame's rectangle.

        Source: Sutherland and Hodgman, Reentrant Polygon Clipping (1974).
        """
        ring = spots
        for axis, bound, sign in (
            (0, -_BLEED, 1.0),
            (0, self.width + _BLEED, -1.0),
            (1, -_BLEED, 1.0),
            (1, self.height + _BLEED, -1.0),
        ):
            if not len(ring):
                break
            ring = _cut_at(ring, axis, bound, sign)
        return _tuples(ring)


def fitted(identifier: str, places: Sequence[Place]) -> View:
    """The view that holds all the places with a margin; the whole Earth's north without any."""
    if not places:
        return View(identifier, 60.0, 20.0, _WIDTH / 2 / 6000.0)
    lat, lon = np.radians(np.asarray(places, dtype=float)).T
    units = np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)])
    x, y, z = units.mean(axis=0)
    first = View(identifier, math.degrees(math.atan2(z, math.hypot(x, y))),
                 math.degrees(math.atan2(y, x)), 1.0, 0.0, 0.0)  # fmt: skip
    extent = first.spots(lat, lon)
    # The mean of the places is not the middle of their picture: move the centre there once.
    middle = (extent.min(axis=0) + extent.max(axis=0)) / 2
    centre = _back(first, middle)
    moved = View(identifier, *centre, 1.0, 0.0, 0.0)
    half = np.abs(moved.spots(lat, lon)).max(axis=0) + _MARGIN_KM
    scale = min(_WIDTH / 2 / half[0], _HEIGHT / 2 / half[1])
    return View(identifier, *centre, float(scale))


def fan(
    lat_deg: float, lon_deg: float, range_km: float, sector_deg: tuple[float, float]
) -> list[Corner]:
    """The closed edge of what lies within a range and a sector of azimuth, on the sphere."""
    width = (sector_deg[1] - sector_deg[0]) % 360.0 or 360.0
    around = sector_deg[0] + np.linspace(0.0, width, max(9, int(width / 2.5) + 1))
    arc = _reached(lat_deg, lon_deg, np.full_like(around, range_km), around)
    if width >= 360.0:
        return [*arc[:-1], arc[0]]
    along = np.linspace(0.0, range_km, 16)[:-1]
    out = _reached(lat_deg, lon_deg, along, np.full_like(along, sector_deg[0]))
    back = _reached(lat_deg, lon_deg, along, np.full_like(along, sector_deg[1]))
    return [*out, *arc, *back[::-1]]


def _reached(
    lat_deg: float,
    lon_deg: float,
    range_km: Float[np.ndarray, " n"],
    azimuth_deg: Float[np.ndarray, " n"],
) -> list[Corner]:
    lat, azimuth, angle = math.radians(lat_deg), np.radians(azimuth_deg), range_km / _EARTH_KM
    sine = math.sin(lat) * np.cos(angle) + math.cos(lat) * np.sin(angle) * np.cos(azimuth)
    east = np.arctan2(
        np.sin(azimuth) * np.sin(angle) * math.cos(lat), np.cos(angle) - math.sin(lat) * sine
    )
    lon = (lon_deg + np.degrees(east) + 180.0) % 360.0 - 180.0
    return _tuples(np.column_stack([lon, np.degrees(np.arcsin(sine))]))


def _back(view: View, spot: Float[np.ndarray, "2"]) -> Place:
    """The place whose picture is the spot (Snyder 1987, equations 20-14, 20-15 and 24-16)."""
    x, y = float(spot[0]) / _EARTH_KM, -float(spot[1]) / _EARTH_KM
    rho = math.hypot(x, y)
    if rho == 0.0:
        return view.lat_deg, view.lon_deg
    angle, lat0 = 2.0 * math.asin(min(rho / 2.0, 1.0)), math.radians(view.lat_deg)
    lat = math.asin(math.cos(angle) * math.sin(lat0) + y * math.sin(angle) * math.cos(lat0) / rho)
    lon = math.atan2(
        x * math.sin(angle),
        rho * math.cos(lat0) * math.cos(angle) - y * math.sin(lat0) * math.sin(angle),
    )
    return math.degrees(lat), view.lon_deg + math.degrees(lon)


def _divided(ring: Float[np.ndarray, "n 2"]) -> Float[np.ndarray, "m 2"]:
    """The ring with its long edges divided; a leap over the date line is a short edge."""
    step = np.diff(ring, axis=0)
    step[:, 0] = (step[:, 0] + 180.0) % 360.0 - 180.0
    # An edge of exactly half a turn would be read the wrong way round.
    step[:, 0] = np.where(np.abs(np.diff(ring[:, 0])) <= 180.0, np.diff(ring[:, 0]), step[:, 0])
    counts = np.maximum(1, np.ceil(np.abs(step).max(axis=1) / _STEP_DEG)).astype(int)
    start = np.repeat(ring[:-1], counts, axis=0)
    part = np.concatenate([np.arange(n) / n for n in counts])[:, None]
    return np.vstack([start + np.repeat(step, counts, axis=0) * part, ring[-1:]])


def _cut_at(
    ring: Float[np.ndarray, "n 2"], axis: int, bound: float, sign: float
) -> Float[np.ndarray, "m 2"]:
    """The part of the ring on one side of a line parallel to an axis."""
    depth = sign * (ring[:, axis] - bound)
    inside = depth >= 0.0
    if inside.all():
        return ring
    after, depth_after, inside_after = np.roll(ring, -1, 0), np.roll(depth, -1), np.roll(inside, -1)
    crosses = inside != inside_after
    part = np.zeros_like(depth)
    np.divide(depth, depth - depth_after, out=part, where=crosses)
    crossing = ring + (after - ring) * part[:, None]
    both = np.stack([ring, crossing], axis=1)
    return both[np.stack([inside, crosses], axis=1)]


def _signed_area(ring: Float[np.ndarray, "n 2"]) -> float:
    x, y = ring.T
    return float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2.0


def _tuples(table: Float[np.ndarray, "n 2"]) -> list[Spot]:
    return [(float(x), float(y)) for x, y in table]
