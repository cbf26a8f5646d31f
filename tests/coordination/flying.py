"""Made-up objects in free flight towards Europe, and batteries there that are none of anybody's."""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield import catalog
from glasshield.coordination.opportunities import Shooter, Tracked
from glasshield.coordination.sectors import Area, Sector, Sectors
from glasshield.flight import rockets
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Sampling
from glasshield.shield import flyout
from glasshield.shield.rules import Rules
from glasshield.shield.windows import Emplacement

RECORDS = catalog.load()
_STEP_S = 4.0
_AFTER_BURNOUT = 50  # samples


@cache
def _flown(count: int) -> Float[np.ndarray, "n 6"]:
    rng = np.random.default_rng(1)
    start = np.radians(rng.uniform((30.0, 45.0), (38.0, 55.0), (count, 2)))
    end = np.radians(rng.uniform((45.0, 5.0), (53.0, 25.0), (count, 2)))
    solved = aim(
        rockets.missile_vehicle(RECORDS.missiles["irbm"]),
        Aims(start[:, 0], start[:, 1], end[:, 0], end[:, 1]),
        Shape.minimum_energy(),
        sampling=Sampling(_STEP_S, 500),
    )
    places = solved.flights.positions_ecef_m[solved.ok]
    k = _AFTER_BURNOUT
    pace = (places[:, k + 1] - places[:, k - 1]) / (2.0 * _STEP_S)
    return np.concatenate((places[:, k], pace), axis=1)


def states(count: int) -> Float[np.ndarray, "n 6"]:
    """States of as many objects, three minutes after their launches; at most 60."""
    return _flown(80)[:count].copy()


def covariances(count: int) -> Float[np.ndarray, "n 6 6"]:
    """Of tracks a minute old: half a kilometre and 5 m/s in every direction."""
    return np.tile(np.diag([500.0**2] * 3 + [5.0**2] * 3), (count, 1, 1))


PARTIES: Final = ("aspen", "birch", "cedar", "oak")
_SITES: Final = {"redzikowo": "sm3-2a", "deveselu": "sm3-1b"}


def territories() -> Sectors:
    """Land around the batteries and under the flights, given to made-up parties."""
    codes = (
        ("ROU", "BGR", "GRC", "TUR"),
        ("POL", "CZE", "SVK", "HUN"),
        ("DEU", "FRA", "ITA", "AUT"),
        ("UKR", "RUS", "BLR", "KAZ"),
    )
    return Sectors(
        tuple(
            Sector(party, (Area.of_countries(party, its),))
            for party, its in zip(PARTIES, codes, strict=True)
        )
    )


@cache
def _places() -> tuple[Emplacement, ...]:
    found = []
    for site, interceptor in _SITES.items():
        record, where = RECORDS.interceptors[interceptor], RECORDS.sites[site].position
        vehicle = rockets.interceptor_vehicle(record, record.burnout_speed.si)
        rules = Rules.stated(RECORDS.rules["standard"], record)
        table = flyout.table(vehicle, where.lat_rad, where.height_m)
        found.append(Emplacement(table, where.lat_rad, where.lon_rad, where.height_m, rules))
    return tuple(found)


def shooters(count: int = 4, magazine: int = 20) -> tuple[Shooter, ...]:
    """Batteries at two sites in turn, of birch and of aspen."""
    return tuple(
        Shooter(f"battery-{k}", ("birch", "aspen")[k % 2], _places()[k % 2], magazine, 0.6)
        for k in range(count)
    )


def tracked(count: int) -> Tracked:
    """As many objects, all in free flight."""
    names = tuple(f"object-{k}" for k in range(count))
    everything = np.ones(count, dtype=bool)
    return Tracked(names, states(count), covariances(count), everything, np.ones(count))
