"""Where an exercise's batteries stand, who answers for what, and whose territory is where."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glasshield.catalog.model import Site
from glasshield.catalog.quantity import Position, Status
from glasshield.coordination.sectors import Area, Bounds, Sector, Sectors
from glasshield.coordination.sectors import Circle as AreaCircle
from glasshield.errors import InputError
from glasshield.exchange.release.regions import Circle, Countries, Region, Ring, Shape
from glasshield.exercise.reading import Exercise
from glasshield.exercise.script import Battery as Written
from glasshield.shield.architecture import Battery
from glasshield.shield.engagement import Tables
from glasshield.shield.windows import Emplacement
from glasshield.workspace import Cache

_TURN_RAD: Final = 2.0 * math.pi


@dataclass(frozen=True, slots=True)
class Places:
    """What all plans of an exercise share.

    Attributes:
        batteries: how far the interceptors of each reach, under which rules.
        sectors: who answers for which part of the Earth.
        territories: above which part each party has to agree.
    """

    batteries: Mapping[str, Emplacement]
    sectors: Sectors
    territories: Sectors

    @classmethod
    def of(cls, exercise: Exercise, cache: Cache) -> Places:
        """Those of an exercise; flyout tables come from the cache where they are there.

        Raises:
            InputError: a region that is drawn by two shapes of one kind.
            NumericalError: an interceptor that does not fly.
        """
        tables = Tables(cache)
        return cls(
            {
                name: _emplaced(name, one, exercise, tables)
                for name, one in exercise.script.battery.items()
            },
            sectors_of(exercise),
            territories_of(exercise),
        )


def _emplaced(name: str, one: Written, exercise: Exercise, tables: Tables) -> Emplacement:
    facts = exercise.facts
    if one.site:
        site = facts.sites[one.site]
    else:
        assert one.position_deg is not None, "a battery has a place where it is at no site"
        site = Site(
            id=f"exercise-{name}",
            name=name,
            position=Position(
                lat_deg=one.position_deg[0],
                lon_deg=one.position_deg[1],
                source="exercise",
                status=Status.ASSUMED,
                note="chosen for the exercise",
            ),
        )
    battery = Battery(site, facts.interceptors[one.interceptor], float(one.count))
    return tables.emplaced(battery, facts.rules[one.rules])


def sectors_of(exercise: Exercise) -> Sectors:
    """The sectors of an exercise, all of a party's together, in the order of the parties."""
    areas: dict[str, list[Area]] = {}
    forces: dict[str, list[str]] = {}
    for one in exercise.script.sector.values():
        areas.setdefault(one.party, []).extend(area_of(exercise.regions[n]) for n in one.regions)
        forces.setdefault(one.party, []).extend(one.forces)
    return Sectors(
        tuple(
            Sector(party, tuple(areas[party]), tuple(dict.fromkeys(forces[party])))
            for party in exercise.parties
            if party in areas
        )
    )


def territories_of(exercise: Exercise) -> Sectors:
    """The territories of all parties; the sectors where no party has any."""
    found = tuple(
        Sector(party, tuple(area_of(exercise.regions[name]) for name in one.territory))
        for party, one in exercise.parties.items()
        if one.territory
    )
    return Sectors(found) if found else sectors_of(exercise)


def area_of(region: Region) -> Area:
    """A region of release as an area of coordination: what its shapes hold in common.

    Raises:
        InputError: two shapes of one kind.
    """
    parts: dict[str, object] = {}
    for shape in region.shapes:
        key, value = _part(shape)
        if key in parts:
            raise InputError(f"the region {region.name!r} has two shapes of one kind",
                             do="draw it with one of them")  # fmt: skip
        parts[key] = value
    return Area(region.name, **parts)  # type: ignore[arg-type]


def _part(shape: Shape) -> tuple[str, object]:
    if isinstance(shape, Countries):
        return "countries", shape.index
    if isinstance(shape, Circle):
        return "circle", AreaCircle(shape.lat_rad, shape.lon_rad, shape.radius_m)
    if isinstance(shape, Ring):
        return "ring", tuple(zip(shape.lat_rad, shape.lon_rad, strict=True))
    width = (shape.east_rad - shape.west_rad) % _TURN_RAD or _TURN_RAD
    return "box", Bounds(shape.south_rad, shape.north_rad, shape.west_rad, shape.west_rad + width)
