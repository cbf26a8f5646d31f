"""Made-up opportunities, sectors and consultations for responsibility plans, by seed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from glasshield.catalog.plans import AtIntercept, Cue, InBoost
from glasshield.coordination.forecast import Forecast
from glasshield.coordination.opportunities import Opportunities, Shooter
from glasshield.coordination.opportunities_rows import Rows
from glasshield.coordination.procedures import (
    Answer,
    Asking,
    Consultation,
    Neighbours,
    Procedures,
    TimeOut,
)
from glasshield.coordination.sectors import Area, Sector, Sectors
from glasshield.shield.flyout import FlyoutTable
from glasshield.shield.rules import Rules
from glasshield.shield.windows import Emplacement

PARTIES: Final = ("aspen", "birch", "cedar")
NOW_S: Final = 100.0
RULES: Final = Rules(
    cue=Cue.LAUNCH,
    commit_delay_s=0.0,
    in_boost=InBoost.ALLOWED,
    at_intercept=AtIntercept.NOT_REQUIRED,
    shot_interval_s=15.0,
)
_NO_TABLE: Final = FlyoutTable(
    np.empty((0, 0, 0, 16), np.float32),
    np.empty((0, 0, 8), np.float32),
    np.empty(7),
    np.empty((6, 2)),
    0.0,
    0.0,
)
PLACE: Final = Emplacement(_NO_TABLE, 0.0, 0.0, 0.0, RULES)


def sectors() -> Sectors:
    """Three boxes side by side, ten degrees wide each."""
    return Sectors(
        tuple(
            Sector(party, (Area.of_ring(party, [(40, w), (50, w), (50, w + 10), (40, w + 10)]),))
            for party, w in zip(PARTIES, (0.0, 10.0, 20.0), strict=True)
        )
    )


@dataclass(frozen=True)
class Made:
    """A case to be planned."""

    found: Opportunities
    sectors: Sectors
    procedures: Procedures
    consultations: tuple[Consultation, ...]


def made(seed: int, objects: int, shooters: int, *, loaded: int = 3) -> Made:
    """A random case.

    Args:
        seed: of all that is random.
        objects: how many.
        shooters: how many.
        loaded: most interceptors of one battery.
    """
    rng = np.random.default_rng(seed)
    batteries = tuple(
        Shooter(
            id=f"battery-{k}",
            party=str(rng.choice(PARTIES)),
            place=replace(PLACE, rules=replace(RULES, shot_interval_s=float(rng.choice((5, 15))))),
            magazine=int(rng.integers(0, loaded + 1)),
            single_shot=float(rng.choice((0.5, 0.6, 0.7, 0.9))),
            shots_each=int(rng.integers(1, 3)),
        )
        for k in range(shooters)
    )
    names = tuple(f"object-{k}" for k in range(objects))
    found = _opportunities(rng, names, batteries)
    return Made(found, sectors(), procedures(rng), _consultations(rng, names))


def procedures(rng: np.random.Generator) -> Procedures:
    """Random procedures."""
    return Procedures(
        asking={
            party: Asking(float(rng.choice((0, 40, 120))), TimeOut(rng.choice(list(TimeOut))))
            for party in PARTIES
        },
        decide_s={"aspen": float(rng.choice((0, 30)))},
        neighbours=Neighbours(rng.choice(list(Neighbours))),
        shots_each=int(rng.integers(1, 4)),
        look_s=float(rng.choice((0, 10, 60))),
    )


def _opportunities(
    rng: np.random.Generator, names: Sequence[str], batteries: tuple[Shooter, ...]
) -> Opportunities:
    """Windows of some pairs, partly above the territory of a party."""
    options: list[tuple[int, int, tuple[str, ...], np.ndarray]] = []
    for object_ in range(len(names)):
        for shooter, battery in enumerate(batteries):
            if rng.random() < 0.75:
                options += _of_pair(rng, object_, shooter, battery.party)
    count = len(names)
    first = np.concatenate(([0], np.cumsum([len(rows) for *_, rows in options]))).astype(int)
    rows = np.concatenate([rows for *_, rows in options] or [np.empty((0, 3))])
    lon = rng.uniform(-2.0, 32.0, count)
    return Opportunities(
        now_s=NOW_S,
        objects=tuple(names),
        weight=rng.choice((0.0, 0.5, 1.0, 1.0, 2.0), count),
        shooters=batteries,
        parties=PARTIES,
        forecast=landing(np.full(count, 45.0), lon, rng.uniform(0.0, 200e3, count)),
        object=np.array([o for o, *_ in options], dtype=int),
        shooter=np.array([s for _, s, *_ in options], dtype=int),
        hosts=tuple(hosts for _, _, hosts, _ in options),
        rows=Rows(first, rows[:, 0], rows[:, 1], rows[:, 2].astype(int)),
        closed=np.full((len(batteries), count), -1),
    )


def _of_pair(
    rng: np.random.Generator, object_: int, shooter: int, party: str
) -> list[tuple[int, int, tuple[str, ...], np.ndarray]]:
    """The opportunities of one pair: with all consents, and with none where that is enough."""
    samples = int(rng.integers(3, 60))
    meet = NOW_S + 4.0 * (rng.integers(0, 60) + np.arange(samples))
    flyout = rng.uniform(20.0, 200.0) + rng.uniform(-0.9, 0.9) * (meet - meet[0])
    keep = meet - flyout >= NOW_S
    host = int(rng.integers(-1, len(PARTIES)))
    over = np.full(samples, -1)
    over[rng.integers(0, samples) :] = host
    rows = np.column_stack((meet, meet - flyout, over))[keep]
    if not len(rows):
        return []
    foreign = host >= 0 and PARTIES[host] != party
    needs = (rows[:, 2] == host) & foreign
    found: list[tuple[int, int, tuple[str, ...], np.ndarray]] = []
    if (~needs).any():
        found.append((object_, shooter, (), rows[~needs]))
    if needs.any():
        found.append((object_, shooter, (PARTIES[host],), rows))
    return found


def landing(lat_deg: np.ndarray, lon_deg: np.ndarray, sigma_m: np.ndarray) -> Forecast:
    """A forecast that says only where objects come down, and how surely."""
    count = len(lat_deg)
    return Forecast(
        start_s=np.full(count, NOW_S),
        state_ecef=np.full((count, 2, 6), np.nan),
        reentry_s=np.full(count, 900.0),
        comes_down_s=np.full(count, 1000.0),
        lat_rad=np.radians(lat_deg),
        lon_rad=np.radians(lon_deg),
        ground_m2=sigma_m[:, None, None] ** 2 * np.eye(2),
    )


def _consultations(rng: np.random.Generator, names: Sequence[str]) -> tuple[Consultation, ...]:
    """Some consultations, some of them answered."""
    return tuple(
        Consultation(name, asks, party, NOW_S - 30.0, Answer(rng.choice(list(Answer))))
        for name in names
        for asks in PARTIES
        for party in PARTIES
        if asks != party and rng.random() < 0.4
    )


def reordered(case: Made, objects: Sequence[int], shooters: Sequence[int]) -> Made:
    """The same case with its objects and batteries in another order."""
    found = case.found
    object_, shooter = (np.argsort(np.array(o, dtype=int)) for o in (objects, shooters))
    return replace(
        case,
        found=replace(
            found,
            objects=tuple(found.objects[k] for k in objects),
            weight=found.weight[np.array(objects, dtype=int)],
            shooters=tuple(found.shooters[k] for k in shooters),
            forecast=found.forecast.take(np.array(objects, dtype=int)),
            object=object_[found.object],
            shooter=shooter[found.shooter],
            closed=np.full(found.closed.shape, -1),
        ),
    )
