"""Who answers for which part of the Earth: areas, sectors, territories.

A sector is the area for which a party answers; territory is where the party has to agree before
others act above it. Both are areas given to parties, so both are `Sectors`. An area is made of
countries, a box, a circle or a ring of places; where it names several of them, what they have in
common.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Box, Region
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.errors import InputError, RangeError
from glasshield.geodata import WATER, Polygon, country, point_in_country, world

_TURN_RAD: Final = 2.0 * math.pi


@dataclass(frozen=True, slots=True)
class Bounds:
    """Parallels and meridians around an area; east is not below west and may pass 180 degrees."""

    south_rad: float
    north_rad: float
    west_rad: float
    east_rad: float

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie between them, the edges included."""
        east = np.remainder(lon_rad - self.west_rad, _TURN_RAD)
        inside: Bool[np.ndarray, "n"] = (
            (lat_rad >= self.south_rad)
            & (lat_rad <= self.north_rad)
            & (east <= self.east_rad - self.west_rad)
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
        if not (abs(self.lat_rad) <= math.pi / 2 and 0.0 < self.radius_m < math.inf):
            raise RangeError("this circle is off the Earth or holds nothing", got=self.radius_m)

    def holds(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in the circle."""
        inside: Bool[np.ndarray, "n"] = (
            sphere.distance_m(self.lat_rad, self.lon_rad, lat_rad, lon_rad) <= self.radius_m
        )
        return inside

    @property
    def bounds(self) -> Bounds:
        """Parallels and meridians around it; all meridians where it holds a pole."""
        reach = self.radius_m / EARTH_MEAN_RADIUS_M
        south, north = self.lat_rad - reach, self.lat_rad + reach
        if south <= -math.pi / 2 or north >= math.pi / 2:
            return Bounds(max(south, -math.pi / 2), min(north, math.pi / 2), -math.pi, math.pi)
        width = math.asin(math.sin(reach) / math.cos(self.lat_rad))
        return Bounds(south, north, self.lon_rad - width, self.lon_rad + width)


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the Earth.

    Attributes:
        name: as its file or the catalogue calls it.
        countries: their numbers in `geodata.countries`, or `WATER` for the sea; None for all.
        box: that cuts it; None for none.
        ring: latitudes and longitudes of a ring that cuts it, joined straight in both; None for
            none.
        circle: that cuts it; None for none.
    """

    name: str
    countries: frozenset[int] | None = None
    box: Bounds | None = None
    ring: tuple[tuple[float, float], ...] | None = None
    circle: Circle | None = None

    def __post_init__(self) -> None:
        """Refuse an area that is everything, or a ring that surrounds nothing.

        Raises:
            InputError: nothing bounds it, or the ring has too few places.
            RangeError: a place off the Earth.
        """
        if (self.countries, self.box, self.ring, self.circle) == (None,) * 4:
            raise InputError("an area needs countries, a box, a circle or a ring", where=self.name)
        self._polygon()

    @classmethod
    def of_region(cls, region: Region) -> Self:
        """The area of a region of the catalogue; a box without countries is a sea.

        Raises:
            InputError: the region is a point.
        """
        if region.point is not None:
            raise InputError(
                "a point has no area",
                where=f"region.{region.id}",
                expected="a region of countries or a box",
            )
        codes = frozenset(country(code).index for code in region.countries)
        return cls(region.id, codes or frozenset((WATER,)), _bounds(region.box))

    @classmethod
    def of_countries(cls, name: str, codes: Iterable[str]) -> Self:
        """The land of countries, by codes of two or three letters.

        Raises:
            UnknownNameError: a code that no country has.
        """
        return cls(name, frozenset(country(code).index for code in codes))

    @classmethod
    def of_ring(cls, name: str, lat_lon_deg: Iterable[tuple[float, float]]) -> Self:
        """What a ring of places (degrees) surrounds, land and sea.

        Raises:
            InputError: fewer than three places.
            RangeError: a place off the Earth.
        """
        return cls(
            name, ring=tuple((math.radians(lat), math.radians(lon)) for lat, lon in lat_lon_deg)
        )

    @classmethod
    def around(cls, name: str, lat_rad: float, lon_rad: float, radius_m: float) -> Self:
        """A circle, such as a city and what lies around it.

        Raises:
            RangeError: a centre beyond a pole, or a radius that is not above zero.
        """
        return cls(name, circle=Circle(lat_rad, lon_rad, radius_m))

    def holds(
        self,
        lat_rad: Float[np.ndarray, "n"],
        lon_rad: Float[np.ndarray, "n"],
        held: Int[np.ndarray, "n"] | None = None,
    ) -> Bool[np.ndarray, "n"]:
        """Which places lie in the area.

        Args:
            lat_rad: geodetic latitudes.
            lon_rad: longitudes, any turn.
            held: which country holds each place, where that is known already.
        """
        inside = np.ones(len(lat_rad), dtype=bool)
        for shape in (self.box, self.circle, self._polygon()):
            if shape is not None:
                inside &= shape.holds(lat_rad, lon_rad)
        if self.countries is not None:
            row = np.flatnonzero(inside)
            there = point_in_country(lat_rad[row], lon_rad[row]) if held is None else held[row]
            inside[row] = np.isin(there, sorted(self.countries))
        return inside

    @property
    def bounds(self) -> Bounds:
        """Parallels and meridians around it; not always the narrowest."""
        if self.box is not None:
            return self.box
        if self.circle is not None:
            return self.circle.bounds
        if self.ring is not None:
            lat, lon = np.array(self.ring).T
            return Bounds(*(float(edge) for edge in (lat.min(), lat.max(), lon.min(), lon.max())))
        return _around_countries(sorted(self.countries or ()))

    def _polygon(self) -> Polygon | None:
        if self.ring is None:
            return None
        lat, lon = np.array(self.ring).reshape(-1, 2).T
        return Polygon(self.name, lat, lon)


@dataclass(frozen=True, slots=True)
class Sector:
    """The areas of one party.

    Attributes:
        party: who answers there.
        areas: one at least.
        forces: the other parties whose batteries act for it there as its own do.
    """

    party: str
    areas: tuple[Area, ...]
    forces: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.areas:
            raise InputError("a sector is made of areas", where=self.party)


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors, or the territories, of all parties.

    Attributes:
        of: one for each party. Where two hold a place, the one that stands first answers.
    """

    of: tuple[Sector, ...]

    def __post_init__(self) -> None:
        if len(set(self.parties)) != len(self.of):
            raise InputError(
                "a party has two sectors", where="sectors", do="give all of its areas in one"
            )

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties, in order."""
        return tuple(sector.party for sector in self.of)

    def holders(
        self,
        lat_rad: Float[np.ndarray, "n"],
        lon_rad: Float[np.ndarray, "n"],
        held: Int[np.ndarray, "n"] | None = None,
    ) -> Bool[np.ndarray, "p n"]:
        """For each party, which places lie in its areas; an unknown place (NaN) in none.

        Args:
            lat_rad: geodetic latitudes.
            lon_rad: longitudes, any turn.
            held: which country holds each place, where that is known already.
        """
        inside = np.zeros((len(self.of), len(lat_rad)), dtype=bool)
        known = np.flatnonzero(np.isfinite(lat_rad) & np.isfinite(lon_rad))
        lat, lon = lat_rad[known], lon_rad[known]
        there = None if held is None else held[known]
        if there is None and self._has_countries:
            there = point_in_country(lat, lon)
        for row, sector in zip(inside, self.of, strict=True):
            row[known] = np.any([area.holds(lat, lon, there) for area in sector.areas], axis=0)
        return inside

    @property
    def _has_countries(self) -> bool:
        return any(area.countries is not None for sector in self.of for area in sector.areas)

    def answering(
        self, lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]
    ) -> Int[np.ndarray, "n"]:
        """The place in `parties` of who answers for each place; -1 for nobody."""
        inside = self.holders(lat_rad, lon_rad)
        if not len(self.of):
            return np.full(len(lat_rad), -1)
        return np.where(inside.any(axis=0), inside.argmax(axis=0), -1)


def _bounds(box: Box | None) -> Bounds | None:
    if box is None:
        return None
    edges = (box.south_deg, box.north_deg, box.west_deg, box.east_deg)
    return Bounds(*(math.radians(edge) for edge in edges))


def _around_countries(numbers: Sequence[int]) -> Bounds:
    """The bounds of countries: whole parallels where one of them crosses 180 degrees.

    Raises:
        RangeError: the sea alone has none.
    """
    rings = [
        ring[0] for number in numbers if number != WATER for ring in world("fine").polygons(number)
    ]
    if not rings or WATER in numbers:
        raise RangeError("the sea has no bounds", do="cut it with a box or a ring")
    lat, lon = np.concatenate(rings).T
    south, north = float(lat.min()), float(lat.max())
    step = [np.diff(ring[:, 1]) for ring in rings]
    if any(np.abs(steps).max() > math.pi for steps in step):
        if any(_goes_around(steps) for steps in step):  # a pole lies within
            south, north = (-math.pi / 2, north) if south < -north else (south, math.pi / 2)
        return Bounds(south, north, -math.pi, math.pi)
    return Bounds(south, north, float(lon.min()), float(lon.max()))


def _goes_around(steps_rad: Float[np.ndarray, "n"]) -> bool:
    """Whether a ring goes once around the globe, by its steps in longitude."""
    short = np.remainder(steps_rad + math.pi, _TURN_RAD) - math.pi
    return abs(float(short.sum())) > math.pi
