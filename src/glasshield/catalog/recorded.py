"""Launches as a database records them, row by row: 339 from North Korea, 1984 to 2026.

They stand in tables of their own, because one source and one standing hold for all of their
numbers; what is read from a row carries both like any other fact.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from glasshield.catalog.files import PACKAGED
from glasshield.catalog.quantity import Position, Quantity, Status
from glasshield.errors import CatalogError

LAUNCHES: Final = PACKAGED / "north-korea-launches.csv"
FACILITIES: Final = PACKAGED / "north-korea-facilities.csv"
SOURCE: Final = "cns-nti"


@dataclass(frozen=True, slots=True)
class Facility:
    """A place from which a database knows launches."""

    id: str
    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class RecordedLaunch:
    """One missile of one day; texts are empty and numbers None where the database is silent.

    Attributes:
        date: a month or a day, ISO 8601.
        time_utc: as recorded.
        series: the number of the missile within its series of that day.
        missile: the type's id in the database.
        facility: the id of the place of launch.
        landing_area: the sea or land where it fell.
        outcome: `success`, `failure` or empty.
        apogee: the greatest height.
        ground_range: from the launch to the fall.
        bearing: from the launch to the fall, or the usual direction.
    """

    date: str
    time_utc: str
    series: str
    missile: str
    facility: str
    landing_area: str
    outcome: str
    apogee: Quantity | None
    ground_range: Quantity | None
    bearing: Quantity | None


@functools.cache
def north_korean_launches() -> tuple[RecordedLaunch, ...]:
    """All recorded launches in the order of the database.

    Raises:
        CatalogError: a row that is no launch, with its line.
    """
    return tuple(_launch(row, where) for row, where in _rows(LAUNCHES))


@functools.cache
def north_korean_facilities() -> Mapping[str, Facility]:
    """The places of launch by their ids.

    Raises:
        CatalogError: a row that is no place, with its line.
    """
    return MappingProxyType({row["id"]: _facility(row, where) for row, where in _rows(FACILITIES)})


def _rows(file: Path) -> Iterator[tuple[dict[str, str], str]]:
    """The rows of a table, each with its place for messages."""
    with file.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for row in reader:
            yield row, f"{file}:{reader.line_num}"


def _launch(row: dict[str, str], where: str) -> RecordedLaunch:
    return RecordedLaunch(
        date=row["date"],
        time_utc=row["time_utc"],
        series=row["series"],
        missile=row["missile"],
        facility=row["facility"],
        landing_area=row["landing_area"],
        outcome=row["outcome"],
        apogee=_quantity(row["apogee_km"], "km", where),
        ground_range=_quantity(row["ground_range_km"], "km", where),
        bearing=_quantity(row["bearing_deg"], "deg", where),
    )


def _facility(row: dict[str, str], where: str) -> Facility:
    try:
        position = Position(
            lat_deg=float(row["lat_deg"]),
            lon_deg=float(row["lon_deg"]),
            source=SOURCE,
            status=Status.READ,
        )
    except ValueError as error:
        raise CatalogError(str(error), where=where) from None
    return Facility(row["id"], row["name"], position)


def _quantity(text: str, unit: str, where: str) -> Quantity | None:
    """The number of a cell with the source and standing of the whole table."""
    if not text:
        return None
    try:
        return Quantity(value=float(text), unit=unit, source=SOURCE, status=Status.READ)
    except ValueError as error:
        raise CatalogError(str(error), where=where, got=text) from None
