"""Views of the Earth for small maps, and the base map of each.

A view is an equal-area one, so that areas on it are true to each other. What lies beyond the
corners of its frame is cut away on the sphere; the frame itself is the drawing's.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.geodata import world
from glasshield.report.drawing import path, rect
from glasshield.report.framed import Frame, area_in, lines_in
from glasshield.report.markup import Markup, tag
from glasshield.report.projection import Kind, Projection, circle, graticule, outer, sector
from glasshield.report.simplified import simplified

Place = tuple[float, float]  # latitude and longitude, degrees
Corner = tuple[float, float]  # longitude and latitude, degrees, as outlines have them
Spot = tuple[float, float]  # x to the right and y down, in units of the drawing

# Width and height of a map of which several stand side by side, and of one alone.
SMALL: Final = (400.0, 340.0)
LARGE: Final = (720.0, 460.0)
# Kept around the places that a map must show, for their labels.
_MARGIN_M: Final = 550e3
# How far the whole northern view reaches where nothing asks for a certain one.
_NORTH_M: Final = 6e6
# Edges along parallels are divided: a chord of 1 deg at 60 deg is off by 0.3 km.
_STEP_DEG: Final = 1.0
_GRATICULE_RAD: Final = math.radians(15.0)
# A spot nearer to the frame than this is not marked.
_EDGE: Final = 3.0
# Corners and islands smaller than this are not drawn: a unit is a pixel or two.
_UNSEEN: Final = 0.2
_AROUND: Final = 3.0


@dataclass(frozen=True, slots=True)
class View:
    """A rectangular map around the middle of a projection."""

    id: str
    projection: Projection
    scale_per_m: float
    width: float = SMALL[0]
    height: float = SMALL[1]

    @classmethod
    def around(
        cls,
        identifier: str,
        lat_rad: float,
        lon_rad: float,
        scale_per_m: float,
        size: tuple[float, float] = SMALL,
    ) -> View:
        """The view with its middle at the place."""
        corner_m = math.hypot(*size) / 2 / scale_per_m
        half_chord = min(corner_m / 2 / EARTH_MEAN_RADIUS_M, 1.0)
        limit_rad = min(2.0 * math.asin(half_chord), math.radians(170.0))
        projection = Projection.of(Kind.EQUAL_AREA, lat_rad, lon_rad, limit_rad)
        return cls(identifier, projection, scale_per_m, *size)

    def spot(self, place: Place) -> Spot | None:
        """Where the place lies on the drawing, None when it lies outside."""
        lat, lon = np.radians([place[0]]), np.radians([place[1]])
        ((x, y),) = self._drawn(self.projection.forward(lat, lon))
        inside = (
            _EDGE < x < self.width - _EDGE and _EDGE < y < self.height - _EDGE
        )  # NaN is not inside
        return (x, y) if inside else None

    def lines(self, places: Sequence[Place]) -> list[list[Spot]]:
        """The line through the places, in the pieces that the view shows."""
        return self._all(self.projection.lines([np.radians(np.asarray(places, dtype=float))]))

    def areas(self, rings: Iterable[Sequence[Corner]]) -> list[list[Spot]]:
        """The rings of one area, land to the left, as far as the view shows them.

        Edges follow parallels and meridians, as those of a grid of latitude and longitude do.
        """
        turned = [np.radians(_divided(np.asarray(ring))[::-1, ::-1]) for ring in rings]
        return self._all(self.projection.areas(turned))

    def fan(
        self, place: Place, range_km: float, sector_deg: tuple[float, float]
    ) -> list[list[Spot]]:
        """The part of a fan that the view shows."""
        ring = np.radians(np.asarray(fan(place, range_km, sector_deg))[:, ::-1])
        return self._all(self.projection.areas([ring]))

    def base(self) -> Markup:
        """Sea, graticule, land and lakes."""
        borders = world("coarse")
        land = [
            ring
            for index in range(len(borders.rings))
            for polygon in borders.polygons(index)
            for ring in self.projection.areas(polygon)
        ]
        # An island in a lake runs the other way; cut by the limit, it would fill all but itself.
        lakes = [ring for lake in borders.lakes for ring in self.projection.areas([outer(lake)])]
        return tag(
            "g",
            {"id": self.id},
            rect("sea", 0, 0, self.width, self.height),
            path("grid", self._fine_lines(self.projection.lines(graticule(_GRATICULE_RAD)))),
            path("land", self._fine_areas(land), closed="closed"),
            path("sea", self._fine_areas(lakes), closed="closed"),
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
        drawn = [(kind, self._fine_lines(self.projection.lines(lines))) for kind, lines in kinds]
        paths = [path(kind, lines) for kind, lines in drawn if lines]
        return tag("g", {"id": f"{self.id}-borders"}, *paths)

    def _fine_areas(self, flat: Iterable[Float[np.ndarray, "n 2"]]) -> list[list[Spot]]:
        """The areas as far as the frame shows them, with no more corners than it can show."""
        inside = (area_in(ring, self._frame) for ring in self._all(flat))
        return fine(ring for ring in inside if ring)

    def _fine_lines(self, flat: Iterable[Float[np.ndarray, "n 2"]]) -> list[list[Spot]]:
        """The same of lines."""
        return fine(piece for line in self._all(flat) for piece in lines_in(line, self._frame))

    @property
    def _frame(self) -> Frame:
        """The frame, and a little around it for the width of lines."""
        return -_AROUND, -_AROUND, self.width + _AROUND, self.height + _AROUND

    def _all(self, flat: Iterable[Float[np.ndarray, "n 2"]]) -> list[list[Spot]]:
        drawn = (self._drawn(line) for line in flat)
        return [line for line in drawn if self._touches(line)]

    def _drawn(self, flat_m: Float[np.ndarray, "n 2"]) -> list[Spot]:
        x = self.width / 2 + flat_m[:, 0] * self.scale_per_m
        y = self.height / 2 - flat_m[:, 1] * self.scale_per_m
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def _touches(self, line: Sequence[Spot]) -> bool:
        """Whether the line's box meets the frame."""
        xs, ys = zip(*line, strict=True)
        return bool(
            max(xs) >= 0.0 and min(xs) <= self.width and max(ys) >= 0.0 and min(ys) <= self.height
        )


def fine(lines: Iterable[Sequence[Spot]]) -> list[list[Spot]]:
    """Lines with no more corners than can be seen, without those too short to be seen."""
    found = (simplified(line, _UNSEEN) for line in lines)
    return [line for line in found if _is_seen(line)]


def _is_seen(line: Sequence[Spot]) -> bool:
    """Whether a line is longer than what is not drawn."""
    xs, ys = zip(*line, strict=True)
    return max(xs) - min(xs) > _UNSEEN or max(ys) - min(ys) > _UNSEEN


def fitted(
    identifier: str,
    places: Sequence[Place],
    size: tuple[float, float] = SMALL,
    margin_m: float = _MARGIN_M,
) -> View:
    """The view that holds all the places with a margin; that of the north where there is none."""
    width, height = size
    if not places:
        return View.around(identifier, math.radians(60.0), 0.0, height / 2 / _NORTH_M, size)
    lat, lon = np.radians(np.asarray(places, dtype=float)).T
    mean = np.array([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]).mean(
        axis=1
    )
    middle = (math.atan2(mean[2], math.hypot(mean[0], mean[1])), math.atan2(mean[1], mean[0]))
    # The mean of the places is not the middle of their picture, which moves when the middle does.
    for _ in range(3):
        flat = Projection.of(Kind.EQUAL_AREA, *middle).forward(lat, lon)
        centre = (np.nanmin(flat, axis=0) + np.nanmax(flat, axis=0)) / 2
        back = Projection.of(Kind.EQUAL_AREA, *middle).inverse(centre[None, :])[0]
        middle = (float(back[0]), float(back[1]))
    flat = Projection.of(Kind.EQUAL_AREA, *middle).forward(lat, lon)
    half = np.nanmax(np.abs(flat), axis=0) + margin_m
    scale_per_m = float(min(width / 2 / half[0], height / 2 / half[1]))
    return View.around(identifier, *middle, scale_per_m, size)


def fan(place: Place, range_km: float, sector_deg: tuple[float, float]) -> list[Corner]:
    """The closed edge of what lies within a range and a sector of azimuth, on the sphere.

    The way goes clockwise, with the inside to its right; a full circle has no corner at its middle.
    """
    lat, lon = math.radians(place[0]), math.radians(place[1])
    angle = range_km * 1e3 / EARTH_MEAN_RADIUS_M
    first, last = (math.radians(azimuth) for azimuth in sector_deg)
    full = (sector_deg[1] - sector_deg[0]) % 360.0 == 0.0
    ring = np.degrees(circle(lat, lon, angle) if full else sector(lat, lon, angle, first, last))
    lon_deg = (ring[:, 1] + 180.0) % 360.0 - 180.0
    return list(zip(lon_deg.tolist(), ring[:, 0].tolist(), strict=True))


def _divided(ring: Float[np.ndarray, "n 2"]) -> Float[np.ndarray, "m 2"]:
    """The ring with its long edges divided along parallels and meridians."""
    step = np.diff(ring, axis=0)
    counts = np.maximum(1, np.ceil(np.abs(step).max(axis=1) / _STEP_DEG)).astype(int)
    start = np.repeat(ring[:-1], counts, axis=0)
    part = np.concatenate([np.arange(n) / n for n in counts])[:, None]
    return np.vstack([start + np.repeat(step, counts, axis=0) * part, ring[-1:]])
