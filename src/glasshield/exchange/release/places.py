"""Regions as files write them: drawn in a rule file, named in the catalogue, or countries."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

import msgspec

from glasshield import units
from glasshield.catalog import model
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.release.regions import Box, Circle, Countries, Region, Ring, Shape
from glasshield.geodata.borders import country

Pair = tuple[float, float]


class DrawnCircle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A circle: latitude and longitude of its centre, and its radius with a unit."""

    centre_deg: Pair
    radius: str


class Drawn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A region as a rule file draws it: what all shapes given have in common.

    The box is south, north, west and east; the polygon its corners as latitude and longitude.
    """

    countries: tuple[str, ...] = ()
    box_deg: tuple[float, float, float, float] | None = None
    circle: DrawnCircle | None = None
    polygon_deg: tuple[Pair, ...] = ()


def region_of(name: str, drawn: Drawn, where: str) -> Region:
    """The region that a file draws.

    Args:
        name: what the file calls it.
        drawn: as it stands there.
        where: file and line, for messages.

    Raises:
        InputError: nothing is drawn, or something that holds nothing.
        UnknownNameError: a country that there is not.
        UnitError: a radius without its unit.
    """
    try:
        shapes = tuple(_shapes(drawn, where))
    except InputError as error:
        if error.where.startswith(where):
            raise
        raise InputError(
            error.what, where=where, got=error.got, expected=error.expected, do=error.do
        ) from None
    if not shapes:
        raise InputError(
            f"the region {name!r} holds nothing",
            where=where,
            expected="countries, box_deg, circle or polygon_deg",
        )
    return Region(name, shapes)


def named_region(
    name: str, drawn: Mapping[str, Region], known: Mapping[str, model.Region], where: str
) -> Region:
    """The region that a rule names: of its own file, of the catalogue, or a country.

    Args:
        name: as the rule has it; a country by its code of two or three letters.
        drawn: in the file.
        known: in the catalogue.
        where: file and line, for messages.

    Raises:
        UnknownNameError: nobody knows the region.
        InputError: it is a point, in which nothing lies.
    """
    if name in drawn:
        return drawn[name]
    if name in known:
        return _of_catalogue(known[name], where)
    if len(name) in (2, 3) and name.isalpha():
        return Region(name, (Countries(frozenset({_country(name, where)})),))
    near = UnknownNameError.among("region", name, [*drawn, *known])
    raise UnknownNameError(near.what, where=where, do=near.do)


def _of_catalogue(record: model.Region, where: str) -> Region:
    shapes: list[Shape] = []
    if record.countries:
        shapes.append(Countries(frozenset(_country(code, where) for code in record.countries)))
    if record.box is not None:
        box = record.box
        shapes.append(_box((box.south_deg, box.north_deg, box.west_deg, box.east_deg)))
    if not shapes:
        raise InputError(
            f"the region {record.id!r} is a point, in which nothing lies",
            where=where,
            do=f"draw a circle around it under [region.{record.id}-area]",
        )
    return Region(record.id, tuple(shapes))


def _shapes(drawn: Drawn, where: str) -> Iterator[Shape]:
    if drawn.countries:
        yield Countries(frozenset(_country(code, where) for code in drawn.countries))
    if drawn.box_deg is not None:
        yield _box(drawn.box_deg)
    if drawn.circle is not None:
        lat, lon = (math.radians(angle) for angle in drawn.circle.centre_deg)
        yield Circle(lat, lon, units.parse(drawn.circle.radius, "length", where=where))
    if drawn.polygon_deg:
        lats, lons = zip(*drawn.polygon_deg, strict=True)
        yield Ring(tuple(map(math.radians, lats)), tuple(map(math.radians, lons)))


def _box(box_deg: tuple[float, float, float, float]) -> Box:
    return Box(*(math.radians(angle) for angle in box_deg))


def _country(code: str, where: str) -> int:
    try:
        return country(code).index
    except UnknownNameError as error:
        raise UnknownNameError(error.what, where=where, do=error.do) from None
