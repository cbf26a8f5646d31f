"""Small worlds for the engine: radars of a few parties, flights, batches as they reach the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest
from jaxtyping import Int

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.snapshot import Snapshot, Taken
from glasshield.centre.warning.notices import KnownNotice
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind, Mode, Terms
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.fusion.made_up import EPOCH, STATIONS, sky

START = EPOCH
LATENCY_S = 0.12
FAST_M_S = 3_700.0  # about half of the flights are faster
OPTIONS = EngineOptions(keep_s=60.0, history_s=600.0, history_every_s=0.05)
ALL_KINDS = frozenset({Kind.EVENTS, Kind.TRACKS})


class Seeing:
    """A stand-in for the watch: new objects, those lost, and two classes by speed."""

    def __init__(self, stations: tuple[Station, ...], mode: Mode) -> None:
        self.stations, self.mode = stations, mode
        self.notices: list[KnownNotice] = []
        self.at = START
        self._there: dict[int, int] = {}

    def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> Sequence[Event]:
        # Not asserted: an engine lets a feed go on anew after that.
        if snapshot.at != at or tracker.stations != self.stations:
            pytest.fail("this is not the snapshot of that tick, or not of that feed")
        self.at = at
        speed = np.linalg.norm(snapshot.state_ecef[:, 3:], axis=1)
        classes = np.where(speed > FAST_M_S, CLASS_NAMES.index("ICBM"), CLASS_NAMES.index("SRBM"))
        now = dict(zip(snapshot.number.tolist(), classes.tolist(), strict=True))
        new = [(EventKind.LAUNCH_DETECTED, each) for each in now if each not in self._there]
        gone = [(EventKind.LOST, each) for each in self._there if each not in now]
        known = {**self._there, **now}
        self._there = now
        return [self._event(kind, each, known[each], snapshot, at) for kind, each in new + gone]

    def _event(
        self, kind: EventKind, number: int, kind_of: int, snapshot: Snapshot, at: Instant
    ) -> Event:
        row = np.flatnonzero(snapshot.number == number)
        by = np.isfinite(snapshot.seen_by_s[row]).any(axis=0)
        arrived = snapshot.first_arrived_s[row[0]] if len(row) else np.nan
        return Event(
            kind,
            number,
            at,
            CLASS_NAMES[kind_of],
            tuple(s for s, has in zip(snapshot.sensors, by, strict=True) if has),
            lat_rad=0.9,
            lon_rad=0.4,
            covariance_m2=((1e6, 0.0), (0.0, 1e6)),
            latency_s=at.since_s(snapshot.epoch) - float(arrived),
            detections=int(snapshot.detections[row].sum()),
        )

    def classes(self, number: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        return np.array([self._there[each] for each in number.tolist()], dtype=np.int64)

    def put_notice(self, notice: KnownNotice) -> None:
        self.notices.append(notice)


class Alone:
    """A stand-in for the joining of others' tracks: there are none."""

    def __init__(self, stations: tuple[Station, ...], mode: Mode) -> None:
        del stations, mode

    def take(self, *_: object) -> None:
        pytest.fail("nobody reports anything here")

    def joined(self, snapshot: Snapshot) -> Snapshot:
        return snapshot

    def let_go(self, *_: object) -> None:
        pytest.fail("nobody reports anything here")

    @property
    def left_out(self) -> Mapping[str, int]:
        return {}


PARTS = Parts(Seeing, Alone, lambda lat, lon: f"{lat:.2f} {lon:.2f}")


@dataclass(frozen=True)
class World:
    """What parties send, and what rules they have."""

    batches: tuple[Taken, ...]
    rules: RuleSet
    stations: Mapping[str, tuple[Station, ...]]
    viewers: Mapping[str, bool]


def registered(stations: Iterable[Station] = STATIONS) -> dict[str, tuple[Station, ...]]:
    """Stations by their parties."""
    every = tuple(stations)
    return {
        party: tuple(each for each in every if each.party == party)
        for party in sorted({each.party for each in every})
    }


def batches(
    found: Detections, *, every_s: float = 0.5, latency_s: float = LATENCY_S
) -> tuple[Taken, ...]:
    """Detections as their parties send them: so often, and so long after they were measured."""
    party = np.array([station.party for station in found.stations])[found.station_index]
    slot = np.ceil((found.time_s + 1e-9) / every_s).astype(int)
    made = []
    for name in sorted(set(party.tolist())):
        for each in np.unique(slot[party == name]):
            part = found.take((party == name) & (slot == each))
            at = EPOCH.plus_s(float(each) * every_s + latency_s)
            arrived = at.plus_s(-0.02)
            made.append(Taken(name, Mode.EXERCISE, at, arrived, f"{name}-{each}", part))
    return tuple(sorted(made, key=lambda taken: (taken.at, taken.owner)))


def rule(
    name: str, source: Source, to: str, terms: Terms, kinds: frozenset[Kind] = ALL_KINDS
) -> Rule:
    """A rule of an exercise."""
    return Rule(name, source, frozenset({to}), kinds, Mode.EXERCISE, terms)


def later(found: Detections, seconds: float) -> Detections:
    """Detections from the epoch on: what is made up begins before it."""
    return replace(found, time_s=found.time_s + seconds, arrival_s=found.arrival_s + seconds)


def flights(seed: int, count: int = 6, span_s: float = 40.0) -> Detections:
    """Detections of some flights, in the order in which they were measured."""
    made = sky(np.random.default_rng(seed), count, span_s=span_s)
    return later(made.detections, 0.5 * span_s + 1.0).in_order()


def engine(world: World, options: EngineOptions = OPTIONS, parts: Parts = PARTS) -> Engine:
    """An engine that has been told who is who, and nothing else."""
    made = Engine(Mode.EXERCISE, START, options, parts)
    made.put_parties(world.stations, START)
    made.put_rules(world.rules, START)
    made.put_viewers(world.viewers, START)
    return made


def run(
    made: Engine,
    taken: Sequence[Taken],
    until_s: float,
    *,
    every_s: float = 1.0,
    after: Callable[[Engine], None] | None = None,
) -> None:
    """Takes batches and runs ticks as a centre would, looking at it now and then."""
    waiting = list(taken)
    for step in range(1, round(until_s / every_s) + 1):
        now = EPOCH.plus_s(step * every_s)
        while waiting and waiting[0].at <= now:
            made.take(waiting.pop(0))
        made.advance(now)
        if after is not None:
            after(made)
