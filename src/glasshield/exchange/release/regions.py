"""Regions of release: countries, boxes, circles and drawn rings, and what lies in them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.earth import sphere
from glasshield.errors import RangeError
from glasshield.geodata.cells import Polygon
from glasshield.geodata.lookup import point_in_country

_HALF_TURN: Final = math.pi


@dataclass(frozen=True, slots=True)
class Box:
    """Between two parallels and from one meridian east to another, across 180 degrees or not."""

    south_rad: float
    north_rad: float
    west_rad: float
    east_rad: float

    def __post_init__(self) -> None:
        """Refuse a box that is empty or off the Earth.

        Raises:
            RangeError: south not below north, a latitude beyond a pole, or no width.
        """
        poles = -_HALF_TURN / 2 <= self.south_rad < self.north_rad <= _HALF_TURN / 2
        turn = all(abs(lon) <= _HALF_TURN for lon in (self.west_rad, self.east_rad))
        if not (poles and turn and self.west_rad != self.east_rad):
            raise RangeError(
                "this box holds nothing",
                expected="south below north within 90 deg, west and east within 180 deg",
            )

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in the box, its edges included."""
        width = (self.east_rad - self.west_rad) % (2.0 * _HALF_TURN) or 2.0 * _HALF_TURN
        east = np.remainder(lon_rad - self.west_rad, 2.0 * _HALF_TURN)
        inside: Bool[np.ndarray, "n"] = (
            (lat_rad >= self.south_rad) & (lat_rad <= self.north_rad) & (east <= width)
        )
        return inside


@dataclass(frozen=True, slots=True)
class Circle:
    """All places within a distance, measured on a sphere (0.5 % from that on the ellipsoid)."""

    lat_rad: float
    lon_rad: float
    radius_m: float

    def __post_init__(self) -> None:
        """Refuse a circle that is none.

        Raises:
            RangeError: a centre beyond a pole, or a radius that is not above zero.
        """
        if not (abs(self.lat_rad) <= _HALF_TURN / 2 and abs(self.lon_rad) <= _HALF_TURN):
            raise RangeError("the centre of this circle is off the Earth")
        if not 0.0 < self.radius_m < math.inf:
            raise RangeError("a radius is above zero", got=self.radius_m)

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in the circle."""
        inside: Bool[np.ndarray, "n"] = (
            sphere.distance_m(self.lat_rad, self.lon_rad, lat_rad, lon_rad) <= self.radius_m
        )
        return inside


@dataclass(frozen=True, slots=True)
class Ring:
    """What a ring of places surrounds, joined straight in longitude and latitude."""

    lat_rad: tuple[float, ...]
    lon_rad: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse a ring that surrounds nothing.

        Raises:
            InputError: fewer than three places, or one off the Earth.
        """
        self._polygon()

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie inside."""
        return self._polygon().holds(lat_rad, lon_rad)

    def _polygon(self) -> Polygon:
        return Polygon("ring", np.array(self.lat_rad), np.array(self.lon_rad))


@dataclass(frozen=True, slots=True)
class Countries:
    """The land of countries, by their numbers in `geodata.countries`."""

    index: frozenset[int]

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in one of the countries."""
        return np.isin(point_in_country(lat_rad, lon_rad), sorted(self.index))


Shape = Box | Circle | Ring | Countries


@dataclass(frozen=True, slots=True)
class Region:
    """What all of its shapes hold in common.

    Attributes:
        name: as its file or the catalogue calls it; two files may mean different places by one.
        shapes: one at least.
    """

    name: str
    shapes: tuple[Shape, ...]

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in the region; an unknown place (NaN) lies in none.

        Args:
            lat_rad: geodetic latitudes.
            lon_rad: longitudes, any turn.
        """
        inside = np.isfinite(lat_rad) & np.isfinite(lon_rad)
        for shape in self.shapes:
            row = np.flatnonzero(inside)
            inside[row] = shape.holds(lat_rad[row], lon_rad[row])
        return inside
