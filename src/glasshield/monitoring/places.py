"""Where the observers of a test may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.assurance.outline import outline
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, Guest, NoticeArea, Place
from glasshield.catalog.model import Basing, Region
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.errors import InputError
from glasshield.geodata import point_in_country
from glasshield.monitoring.areas import centre, contains, radius_m
from glasshield.monitoring.document import PlaceRow

DEFAULT_SPACING_M: Final = 25e3
MOST_PLACES: Final = 10_000  # of one observer


@dataclass(frozen=True, slots=True)
class Places:
    """Places where one observer may stand.

    Attributes:
        guest: who.
        lat_rad: geodetic latitude of each.
        lon_rad: longitude.
        in_hazard_area: which of them lie in an area of the notice.
    """

    guest: Guest
    lat_rad: Float[np.ndarray, "q"]
    lon_rad: Float[np.ndarray, "q"]
    in_hazard_area: Bool[np.ndarray, "q"]

    def __len__(self) -> int:
        return len(self.lat_rad)

    def row(self, number: int) -> PlaceRow:
        """One of the places as a row of a document."""
        return PlaceRow(
            observer=self.guest.id,
            lat_deg=round(float(np.degrees(self.lat_rad[number])), 6),
            lon_deg=round(float(np.degrees(self.lon_rad[number])), 6),
        )


def places_of(guest: Guest, test: AnnouncedTest, facts: Catalog) -> Places:
    """All places where an observer may stand.

    Args:
        guest: an observer of the test.
        test: whose areas are hazards.
        facts: where regions and radars are.

    Raises:
        InputError: nowhere at all, or at too many places.
        UnknownNameError: a region that the catalogue does not hold.
    """
    lat, lon = _candidates(guest, facts)
    if not 0 < len(lat) <= MOST_PLACES:
        raise InputError(
            "an observer has too many places to stand"
            if len(lat)
            else "an observer stands nowhere",
            where=f"test.{test.id}.observers.{guest.id}.place",
            got=len(lat),
            expected=f"1 to {MOST_PLACES:,}",
            do="state another spacing, or another box or region",
        )
    return Places(guest, lat, lon, in_any_area(test, lat, lon))


def in_any_area(
    test: AnnouncedTest, lat_rad: Float[np.ndarray, "q"], lon_rad: Float[np.ndarray, "q"]
) -> Bool[np.ndarray, "q"]:
    """Which places lie in an area of the notice: where something starts or may come down."""
    inside = np.zeros(len(lat_rad), dtype=bool)
    for area in test.areas:
        near = _near(area, lat_rad, lon_rad)
        inside[near] |= contains(area, lat_rad[near], lon_rad[near])
    return inside


def _near(
    area: NoticeArea, lat_rad: Float[np.ndarray, "q"], lon_rad: Float[np.ndarray, "q"]
) -> Bool[np.ndarray, "q"]:
    """Which places may lie in an area; of a circle by the sphere, which is 0.5 % off."""
    if area.centre_deg is None:
        return np.ones(len(lat_rad), dtype=bool)
    away_m = sphere.distance_m(*centre(area), lat_rad, lon_rad)
    return np.asarray(away_m <= 1.01 * radius_m(area))


def _candidates(
    guest: Guest, facts: Catalog
) -> tuple[Float[np.ndarray, "q"], Float[np.ndarray, "q"]]:
    place = guest.place
    if place is None:
        return _own(guest, facts)
    if place.positions:
        found = np.array([(p.lat_rad, p.lon_rad) for p in place.positions])
        return found[:, 0], found[:, 1]
    spacing_m = place.spacing.si if place.spacing else DEFAULT_SPACING_M
    if place.box is not None:
        box = place.box
        edges = np.radians((box.south_deg, box.north_deg, box.west_deg, box.east_deg))
        lat, lon = _grid(edges, spacing_m)
    else:
        lat, lon = _in_region(facts.regions[place.region], spacing_m)
    kept = _on(place, lat, lon)
    return lat[kept], lon[kept]


def _own(guest: Guest, facts: Catalog) -> tuple[Float[np.ndarray, "1"], Float[np.ndarray, "1"]]:
    """Where an observer's station or its sensor of the catalogue stands."""
    position = (
        guest.station.position if guest.station else facts.position_of(facts.sensors[guest.sensor])
    )
    if position is None:
        raise InputError(
            "the sensor of an observer stands nowhere", where=f"observers.{guest.id}.sensor"
        )
    return np.array([position.lat_rad]), np.array([position.lon_rad])


def _in_region(
    region: Region, spacing_m: float
) -> tuple[Float[np.ndarray, "q"], Float[np.ndarray, "q"]]:
    """Places inside a region; the point itself, where it is one."""
    if region.point is not None:
        return np.array([region.point.lat_rad]), np.array([region.point.lon_rad])
    edge = outline(region)
    lat, lon = _grid(_bounds_rad(np.asarray(edge.edge.data)), spacing_m)
    inside = edge.distance_m(lat, lon) <= 0.0
    return lat[inside], lon[inside]


def _bounds_rad(points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "4"]:
    """South, north, west and east of points on the unit sphere; all around across the date line."""
    lat, lon = np.arcsin(np.clip(points[:, 2], -1.0, 1.0)), np.arctan2(points[:, 1], points[:, 0])
    west, east = lon.min(), lon.max()
    if east - west > np.pi:
        west, east = -np.pi, np.pi
    return np.array((lat.min(), lat.max(), west, east))


def _grid(
    edges_rad: Float[np.ndarray, "4"], spacing_m: float
) -> tuple[Float[np.ndarray, "q"], Float[np.ndarray, "q"]]:
    """Places a distance apart along and between parallels, in the middle of a box.

    Args:
        edges_rad: south, north, west and east.
        spacing_m: the distance.
    """
    south, north, west, east = edges_rad
    step_rad = spacing_m / EARTH_MEAN_RADIUS_M
    lats, lons = [], []
    for lat in _middle(south, north, step_rad):
        row = _middle(west, east, step_rad / max(np.cos(lat), 1e-6))
        lats.append(np.full(len(row), lat))
        lons.append(row)
    return np.concatenate(lats), np.concatenate(lons)


def _middle(low: float, high: float, step: float) -> Float[np.ndarray, "n"]:
    """As many values a step apart as fit, with the same left over at both ends."""
    count = int(np.floor((high - low) / step + 1e-9))
    return np.asarray(0.5 * (low + high) + step * (np.arange(count + 1) - 0.5 * count))


def _on(
    place: Place, lat_rad: Float[np.ndarray, "q"], lon_rad: Float[np.ndarray, "q"]
) -> Bool[np.ndarray, "q"]:
    """Which places are land or sea as asked for."""
    if place.on is None:
        return np.ones(len(lat_rad), dtype=bool)
    on_land = np.asarray(point_in_country(lat_rad, lon_rad)) >= 0
    return on_land if place.on is Basing.LAND else ~on_land
