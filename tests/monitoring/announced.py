"""Announced tests for tests: those of the catalogue, with places far apart, and changes of them."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec

from glasshield import catalog
from glasshield.catalog import Catalog
from glasshield.catalog.announced import AnnouncedTest, Guest
from glasshield.catalog.quantity import Quantity, Status
from glasshield.monitoring.announced_flight import AnnouncedFlights, announced_flights

BOOSTER = "third-site-booster"
SM3 = "sm3-over-the-pacific"


@cache
def facts() -> Catalog:
    """The packaged facts."""
    return catalog.load()


def announced(id: str = BOOSTER) -> AnnouncedTest:
    """A test of the catalogue."""
    return facts().tests[id]


@cache
def flights(id: str = BOOSTER) -> AnnouncedFlights:
    """Its two flights."""
    return announced_flights(announced(id), facts())


def number(value: float, unit: str) -> Quantity:
    """A quantity that a test states."""
    return Quantity(value=value, unit=unit, source="glasshield", status=Status.ASSUMED, note="test")


def changed(record: Any, **fields: Any) -> Any:
    """A record with other fields."""
    return msgspec.structs.replace(record, **fields)


def coarse(test: AnnouncedTest, spacing_km: float = 250.0) -> AnnouncedTest:
    """The test with places so far apart, and three radars of each kind."""
    guests = [
        changed(
            guest,
            place=changed(guest.place, spacing=number(spacing_km, "km")),
            count=number(3.0, "1"),
        )
        for guest in test.observers
    ]
    return changed(test, observers=tuple(guests))


def watched_by(test: AnnouncedTest, *guests: Guest) -> AnnouncedTest:
    """The test with other observers."""
    return changed(test, observers=guests)
