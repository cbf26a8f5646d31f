"""Views of the Earth for small maps, and the base map of each."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.report.drawing import path, rect
from glasshield.report.markup import Markup, tag

_EARTH_KM: Final = EARTH_MEAN_RADIUS_M / 1e3
_WIDTH: Final = 400.0
_HEIGHT: Final = 360.0

Place = tuple[float, float]  # latitude and longitude, degrees
Spot = tuple[float, float]  # x to the right and y down, in units of the drawing


@dataclass(frozen=True, slots=True)
class View:
    """A Lambert azimuthal equal-area view: areas on it are true to each other."""

    id: str
    lat_deg: float
    lon_deg: float
    scale_per_km: float
    width: float = _WIDTH
    height: float = _HEIGHT

    def project(self, place: Place) -> Spot:
        """Where the place lies on the drawing."""
        lat0, lat = math.radians(self.lat_deg), math.radians(place[0])
        lon = math.radians(place[1] - self.lon_deg)
        cosine = math.sin(lat0) * math.sin(lat) + math.cos(lat0) * math.cos(lat) * math.cos(lon)
        k = math.sqrt(2.0 / max(1.0 + cosine, 1e-9)) * _EARTH_KM * self.scale_per_km
        x = k * math.cos(lat) * math.sin(lon)
        y = k * (math.cos(lat0) * math.sin(lat) - math.sin(lat0) * math.cos(lat) * math.cos(lon))
        return self.width / 2 + x, self.height / 2 - y

    def spot(self, place: Place) -> Spot | None:
        x, y = self.project(place)
        return (x, y) if 2 < x < self.width - 2 and 2 < y < self.height - 2 else None

    def lines(self, places: Sequence[Place]) -> list[list[Spot]]:
        return [[self.project(p) for p in places]]

    def areas(self, rings: Iterable[Sequence[tuple[float, float]]]) -> list[list[Spot]]:
        out = []
        for ring in rings:
            dense: list[Spot] = []
            for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:]):
                n = max(1, int(max(abs(lon2 - lon1), abs(lat2 - lat1)) / 2.0))
                dense += [
                    self.project((lat1 + (lat2 - lat1) * i / n, lon1 + (lon2 - lon1) * i / n))
                    for i in range(n)
                ]
            out.append(dense)
        return out

    def base(self) -> Markup:
        import json

        sea = rect("sea", 0, 0, self.width, self.height)
        return tag("g", {"id": self.id}, sea)

    def lines_above(self) -> Markup:
        return Markup("")


def fitted(identifier: str, places: Sequence[Place]) -> View:
    units = [_unit(p) for p in places]
    x, y, z = (sum(u[i] for u in units) for i in range(3))
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    probe = View(identifier, lat, lon, 1.0, 0.0, 0.0)
    spots = [probe.project(p) for p in places]
    half_x = max(abs(s[0]) for s in spots) + 500
    half_y = max(abs(s[1]) for s in spots) + 500
    scale = min(_WIDTH / 2 / half_x, _HEIGHT / 2 / half_y)
    return View(identifier, lat, lon, scale)


def fan(
    lat_deg: float, lon_deg: float, range_km: float, sector: tuple[float, float]
) -> list[tuple[float, float]]:
    width = (sector[1] - sector[0]) % 360.0 or 360.0
    n = max(8, int(width / 3))
    arc = [_along(lat_deg, lon_deg, range_km, sector[0] + width * i / n) for i in range(n + 1)]
    if width < 360.0:
        steps = 12
        out = [_along(lat_deg, lon_deg, range_km * i / steps, sector[0]) for i in range(steps)]
        back = [
            _along(lat_deg, lon_deg, range_km * i / steps, sector[1]) for i in range(steps, -1, -1)
        ]
        return [*out, *arc, *back]
    return arc


def _along(lat_deg, lon_deg, distance_km, azimuth_deg):
    lat, az, d = math.radians(lat_deg), math.radians(azimuth_deg), distance_km / _EARTH_KM
    lat2 = math.asin(math.sin(lat) * math.cos(d) + math.cos(lat) * math.sin(d) * math.cos(az))
    dlon = math.atan2(
        math.sin(az) * math.sin(d) * math.cos(lat), math.cos(d) - math.sin(lat) * math.sin(lat2)
    )
    return lon_deg + math.degrees(dlon), math.degrees(lat2)


def _unit(place):
    lat, lon = math.radians(place[0]), math.radians(place[1])
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)
