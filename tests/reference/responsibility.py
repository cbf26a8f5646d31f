"""The best responsibility plan by trying all of them, in plain loops; for a handful of objects."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from glasshield.coordination.opportunities import Opportunities
from glasshield.coordination.procedures import (
    Answer,
    Consultation,
    Neighbours,
    Procedures,
    TimeOut,
)
from glasshield.coordination.sectors import Sectors

Aims = tuple[int, int, int, int]
NOTHING: Aims = (0, 0, 0, 0)


@dataclass(frozen=True)
class Way:
    """An opportunity as plain lists: (meet, launch) by time, and what it takes."""

    shooter: int
    rows: list[tuple[float, float]]
    ready_s: float
    open: frozenset[tuple[str, str]]
    own: bool
    hosts: int


@dataclass(frozen=True)
class Case:
    """What a plan is made of; `answers` is each object's party and the worth of stopping it."""

    found: Opportunities
    sectors: Sectors
    procedures: Procedures
    consultations: Sequence[Consultation]
    answers: Mapping[int, tuple[str, float]]


def best(case: Case) -> Aims:
    """The aims of the best plan."""
    magazine = [shooter.magazine for shooter in case.found.shooters]
    each = [list(choices(case, number)) for number in range(len(case.found.objects))]
    found = NOTHING
    for picked in itertools.product(*each):
        uses = [sum(use[s] for use, _ in picked) for s in range(len(magazine))]
        if all(use <= there for use, there in zip(uses, magazine, strict=True)):
            found = min(found, total([aim for _, aim in picked]))
    return found


def total(aims: Sequence[Aims]) -> Aims:
    """The sums of aims."""
    first, second, third, fourth = (sum(column) for column in zip(*aims, strict=True))
    return first, second, third, fourth


def choices(case: Case, number: int) -> Iterator[tuple[list[int], Aims]]:
    """What can be done about an object: interceptors of each battery, and the aims of that."""
    shooters = case.found.shooters
    yield [0] * len(shooters), NOTHING
    ways = usable(case, number)
    most = case.procedures.shots_each
    counts = [range(min(s.shots_each, s.magazine, most) + 1) for s in shooters]
    for uses in itertools.product(*counts):
        firing = [s for s, use in enumerate(uses) if use]
        if not 1 <= len(firing) <= 2 or sum(uses) > most:
            continue
        chosen = [one_way(case, ways, s, uses[s]) for s in firing]
        if any(way is None for way in chosen):
            continue
        real = [way for way in chosen if way is not None]
        meets = timetable(case, real, [uses[s] for s in firing])
        if meets is not None:
            yield list(uses), aims_of(case, number, uses, real, meets)


def aims_of(
    case: Case, number: int, uses: Sequence[int], ways: list[Way], meets: list[float]
) -> Aims:
    """What an engagement adds to each aim."""
    miss = math.prod(
        (1.0 - shooter.single_shot) ** use
        for shooter, use in zip(case.found.shooters, uses, strict=True)
    )
    value = round(10_000 * case.answers[number][1] * (1.0 - miss))
    if value == 0:
        return (1, 0, 0, 0)  # worse than nothing: never taken
    tenths = sum(round(10.0 * (meet - case.found.now_s)) for meet in meets)
    return -value, sum(uses), len(frozenset().union(*(way.open for way in ways))), tenths


def usable(case: Case, number: int) -> list[Way]:
    """The opportunities against an object that sectors, consents and time allow."""
    party, _ = case.answers[number]
    if not party:
        return []
    every = [
        way_of(case, k, party) for k in range(len(case.found)) if case.found.object[k] == number
    ]
    can = [way for way in every if works(case, way)]
    own = [way for way in can if way.own]
    if case.procedures.neighbours is Neighbours.AGREED:
        return can
    if own or case.procedures.neighbours is Neighbours.NEVER:
        return own
    return can


def works(case: Case, way: Way) -> bool:
    """Whether an opportunity can be used at all."""
    shooter = case.found.shooters[way.shooter]
    return (
        shooter.magazine > 0 and shooter.shots_each > 0 and earliest(way, way.ready_s) is not None
    )


def way_of(case: Case, k: int, party: str) -> Way:
    """An opportunity with what its consents mean."""
    found = case.found
    acting = found.shooters[found.shooter[k]].party
    forces = next(s.forces for s in case.sectors.of if s.party == party)
    own = acting == party or acting in forces
    asked = {host for host in found.hosts[k] if not (own and host == party)}
    if not own:
        asked.add(party)
    ready = found.now_s + case.procedures.decide_s.get(acting, 0.0)
    still_open: set[tuple[str, str]] = set()
    for host in asked:
        at_s, is_open = consent(case, found.objects[found.object[k]], acting, host)
        ready = max(ready, at_s)
        if is_open:
            still_open.add((acting, host))
    a, b = found.rows.first[k], found.rows.first[k + 1]
    rows = [(float(found.rows.meet_s[r]), float(found.rows.launch_s[r])) for r in range(a, b)]
    return Way(int(found.shooter[k]), rows, ready, frozenset(still_open), own, len(found.hosts[k]))


def consent(case: Case, name: str, acting: str, host: str) -> tuple[float, bool]:
    """From when on a party agrees, and whether that is still open."""
    now_s, asking = case.found.now_s, case.procedures.asks(host)
    last = None
    for each in case.consultations:
        if (each.object, each.asks, each.party) == (name, acting, host):
            last = each
    if last is None:
        return now_s + asking.wait_s, True
    if last.answer is Answer.OPEN:
        return max(now_s, last.asked_s + asking.wait_s), True
    agreed = last.answer is Answer.AGREED
    silent = last.answer is Answer.TIMED_OUT and asking.time_out is TimeOut.PROCEED
    return (now_s if agreed or silent else math.inf), False


def earliest(way: Way, not_before_s: float) -> tuple[float, float] | None:
    """Launch and meeting of the earliest intercept whose interceptor need not start sooner."""
    for r, (meet, launch) in enumerate(way.rows):
        if launch < not_before_s:
            continue
        if r and meet - way.rows[r - 1][0] < 6.0 and way.rows[r - 1][1] < not_before_s:
            meet_0, launch_0 = way.rows[r - 1]
            share = (not_before_s - launch_0) / (launch - launch_0)
            return not_before_s, meet_0 + share * (meet - meet_0)
        return launch, meet
    return None


def one_way(case: Case, ways: list[Way], shooter: int, count: int) -> Way | None:
    """The opportunity that a battery takes for so many interceptors."""
    fitting = []
    for way in (way for way in ways if way.shooter == shooter):
        meets = timetable(case, [way], [count])
        if meets is not None:
            tenths = sum(round(10.0 * (meet - case.found.now_s)) for meet in meets)
            fitting.append((len(way.open), tenths, way.hosts, way))
    return min(fitting, key=lambda each: each[:3])[3] if fitting else None


def timetable(case: Case, ways: list[Way], counts: list[int]) -> list[float] | None:
    """When the interceptors of one battery or of two meet the object; None without the time."""
    if len(ways) == 2 and ways[1].rows[0][0] < ways[0].rows[0][0]:
        ways, counts = ways[::-1], counts[::-1]
    in_turn = [way for way, count in zip(ways, counts, strict=True) for _ in range(count)]
    meets: list[float] = []
    for way in in_turn:
        after = meets[-1] + case.procedures.look_s if meets else -math.inf
        shot = earliest(way, max(way.ready_s, after))
        if shot is None:
            break
        meets.append(shot[1])
    if len(meets) == len(in_turn):
        return meets
    return at_once(case, ways, counts)


def at_once(case: Case, ways: list[Way], counts: list[int]) -> list[float] | None:
    """The meetings where nobody waits for a look."""
    meets = []
    for way, count in zip(ways, counts, strict=True):
        interval = case.found.shooters[way.shooter].place.rules.shot_interval_s
        not_before = way.ready_s
        for _ in range(count):
            shot = earliest(way, not_before)
            if shot is None:
                return None
            not_before = shot[0] + interval
            meets.append(shot[1])
    return meets
