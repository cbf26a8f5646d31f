"""Who would act: a picture, put to the responsibility plan.

Who plans knows objects by numbers of his own. He keeps them when his picture changes (a party
withholds, a link is cut): what stands where an object was bound to be is taken for that object.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.centre.picture.shown import Shown
from glasshield.coordination import opportunities as ways
from glasshield.coordination.opportunities import (
    Opportunities,
    Shooter,
    Tracked,
    opportunities,
    renewed,
)
from glasshield.coordination.procedures import (
    Asking,
    Consultation,
    Neighbours,
    Procedures,
    TimeOut,
)
from glasshield.coordination.responsibility import ResponsibilityPlan, assign
from glasshield.coordination.sectors import Sectors
from glasshield.exercise.world import Stage, World
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.options import Motion
from glasshield.fusion.track_fusion import carried, coasted
from glasshield.fusion.tracks import Phase, unpack

_FREE: Final = 0.5  # of being past its burnout: from here on something is predicted of an object
# A track says little of its phase at first, and what was lost under power may have a new one.
_YOUNG_S: Final = 20.0
_SPEED_M_S: Final = 100.0  # how well a velocity has to be known before anything is planned
_SILENT_S: Final = 60.0  # an object unseen for longer is planned for no more
_SAME_M: Final = 30e3  # and this near to where another was bound to be, it is that one
_SAME_M_S: Final = 500.0
# Within them a forecast is kept: what a plan some seconds later would make of it hardly differs.
_SAME_FLIGHT_M: Final = 5_000.0
_SAME_FLIGHT_M_S: Final = 30.0
_REMEMBERED_S: Final = 120.0
_NEAR_M: Final = 30e3


@dataclass(frozen=True, slots=True)
class Objects:
    """What the centre has in its picture at a moment, all at that moment.

    Attributes:
        number: by which the centre knows each.
        flight: that each is; empty for none.
        state_ecef: position (m) and velocity (m/s).
        covariance: of the states.
        flies_free: whether it is past its burnout.
        first_seen_s: the second at which it was first seen.
        last_seen_s: and last.
    """

    number: tuple[int, ...]
    flight: tuple[str, ...]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"]
    flies_free: Bool[np.ndarray, "n"]
    first_seen_s: Float[np.ndarray, "n"]
    last_seen_s: Float[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.number)

    def take(self, index: np.ndarray) -> Objects:
        """Some of them."""
        rows = np.arange(len(self))[index]
        return Objects(
            tuple(self.number[k] for k in rows),
            tuple(self.flight[k] for k in rows),
            self.state_ecef[rows],
            self.covariance[rows],
            self.flies_free[rows],
            self.first_seen_s[rows],
            self.last_seen_s[rows],
        )


def best(pictures: Iterable[Shown]) -> Shown | None:
    """The picture of most parties, of these the finest; None where there is none."""

    def order(shown: Shown) -> tuple[int, int, float, int]:
        parties = {party for party, _ in shown.contributors}
        terms = shown.terms
        return len(parties), len(shown), -terms.delay_s - terms.position_m, -shown.picture

    every = list(pictures)
    return max(every, key=order) if every else None


@dataclass(slots=True)
class _Remembered:
    """An object as the centre last had it."""

    at_s: float
    state: Float[np.ndarray, "6"]


class Known:
    """The objects of the centre, by numbers that stay."""

    __slots__ = ("_last", "_numbers", "_top")

    def __init__(self) -> None:
        """Nobody is known."""
        self._numbers: dict[tuple[int, int], int] = {}
        self._last: dict[int, _Remembered] = {}
        self._top = 0

    def objects(self, shown: Shown, world: World, second: int, epoch_s: float) -> Objects:
        """What is in a picture, at a second of the exercise.

        Args:
            shown: the picture.
            world: of the run.
            second: now.
            epoch_s: the second from which the picture's times count.
        """
        now_s = second - epoch_s
        start = Gaussian(shown.state_ecef, unpack(shown.packed_covariance))
        there = carried(start, shown.phase_probability, now_s - shown.time_s, Motion())
        is_free = shown.phase_probability[:, Phase.BOOST] < 1.0 - _FREE
        first_seen_s = shown.first_seen_s + epoch_s
        objects = Objects(
            number=self._numbered(shown, there.mean, float(second)),
            flight=world.all_nearest(there.mean[:, :3], float(second), _NEAR_M),
            state_ecef=there.mean,
            covariance=there.covariance,
            flies_free=is_free & (second - first_seen_s >= _YOUNG_S),
            first_seen_s=first_seen_s,
            last_seen_s=shown.last_seen_s + epoch_s,
        )
        recent = second - objects.last_seen_s <= _SILENT_S
        usable = np.isfinite(there.mean).all(axis=1) & np.isfinite(there.covariance).all((1, 2))
        spread = np.trace(there.covariance[:, 3:, 3:], axis1=1, axis2=2)
        return objects.take(np.flatnonzero(recent & usable & (spread <= _SPEED_M_S**2)))

    def bound(self, now_s: float) -> dict[int, Float[np.ndarray, "6"]]:
        """Where the objects of not long ago are bound to be, by number, if they fly freely.

        Args:
            now_s: the second at which.
        """
        recent = {n: one for n, one in self._last.items() if now_s - one.at_s <= _REMEMBERED_S}
        if not recent:
            return {}
        state = np.array([one.state for one in recent.values()])
        span_s = np.array([now_s - one.at_s for one in recent.values()])
        exact = Gaussian(state, np.zeros((len(recent), 6, 6)))
        return dict(zip(recent, coasted(exact, span_s, Motion()).mean, strict=True))

    def _numbered(
        self, shown: Shown, state: Float[np.ndarray, "n 6"], now_s: float
    ) -> tuple[int, ...]:
        keys = [(shown.picture, number) for number in shown.number.tolist()]
        bound = self.bound(now_s)
        found: dict[int, int] = {}
        for row, key in enumerate(keys):
            number = self._numbers.get(key, 0)
            if number in bound and _is_same(bound[number], state[row]):
                found[row] = number
        # A tracker that goes back over late data may call two young tracks the other way round.
        for row, key in enumerate(keys):
            if row not in found:
                taken = set(found.values())
                free = {n: there for n, there in bound.items() if n not in taken}
                found[row] = _nearest(free, state[row]) or self._next(key[1])
            self._numbers[key] = found[row]
        for row, number in found.items():
            self._last[number] = _Remembered(now_s, state[row])
        return tuple(found[row] for row in range(len(keys)))

    def _next(self, wanted: int) -> int:
        """A number that nobody has: that of the picture where it is free."""
        number = wanted if wanted > self._top else self._top + 1
        self._top = number
        return number


def _is_same(bound: Float[np.ndarray, "6"], state: Float[np.ndarray, "6"]) -> bool:
    away = state - bound
    return bool(np.linalg.norm(away[:3]) <= _SAME_M and np.linalg.norm(away[3:]) <= _SAME_M_S)


def _nearest(bound: dict[int, Float[np.ndarray, "6"]], state: Float[np.ndarray, "6"]) -> int:
    """Which of some objects a state is nearest to, of those that it can be; 0 for none."""
    near = {
        number: float(np.linalg.norm(there[:3] - state[:3]))
        for number, there in bound.items()
        if _is_same(there, state)
    }
    return min(near, key=near.__getitem__, default=0)


@dataclass(frozen=True, slots=True)
class Settled:
    """What cells have said by the time of a plan.

    Attributes:
        held: objects, each with the party that does not act against it any more.
        consultations: asked so far.
    """

    held: frozenset[tuple[int, str]] = frozenset()
    consultations: tuple[Consultation, ...] = ()


class Planner:
    """Who would act against what somebody sees, plan after plan.

    Attributes:
        procedures: as the responsibility plan takes them.
    """

    __slots__ = ("_armed", "_before", "_options", "_places", "_script", "_sectors", "procedures")

    def __init__(self, stage: Stage, party: str = "") -> None:
        """Takes up the batteries, sectors and procedures of an exercise.

        Args:
            stage: of the exercise.
            party: that plans for itself, in its own sector; the centre, for all, where left out.
        """
        self._script = stage.exercise.script
        self._places = stage.places
        self._sectors = _of_one(stage.places.sectors, party) if party else stage.places.sectors
        self._armed: tuple[str, ...] = ()
        self._before: Opportunities | None = None
        consult = self._script.procedure.consult
        self._options = ways.Options(
            near_m=dict.fromkeys(self._script.party, consult.near_m),
            same_within_m=_SAME_FLIGHT_M,
            same_within_m_s=_SAME_FLIGHT_M_S,
        )
        self.procedures = Procedures(
            asking={
                party: Asking(wait_s, TimeOut(consult.then))
                for party, wait_s in consult.wait_for.items()
            },
            usual=Asking(consult.wait_s, TimeOut(consult.then)),
            neighbours=Neighbours.NEVER if party else Neighbours(consult.neighbours),
            shots_each=self._script.procedure.shots_each,
            look_s=self._script.procedure.look_s,
        )

    def plan(
        self,
        objects: Objects,
        weights: Sequence[float],
        left: dict[str, int],
        second: int,
        settled: Settled,
    ) -> ResponsibilityPlan:
        """The plan at a second.

        Args:
            objects: that are seen.
            weights: what it is worth to stop each.
            left: interceptors of each battery that may act.
            second: now.
            settled: what cells have said so far.
        """
        shooters = [
            Shooter(
                id=name,
                party=one.party,
                place=self._places.batteries[name],
                magazine=max(left[name], 0),
                single_shot=one.hit_probability,
                shots_each=self.procedures.shots_each,
            )
            for name, one in self._script.battery.items()
            if name in left
        ]
        armed = tuple(one.id for one in shooters)
        if armed != self._armed:
            self._armed, self._before = armed, None
        tracked = Tracked(
            id=tuple(map(str, objects.number)),
            state_ecef=objects.state_ecef,
            covariance=objects.covariance,
            flies_free=objects.flies_free,
            weight=np.asarray(weights, dtype=float),
            cued_s=objects.first_seen_s,
        )
        territories, now_s = self._places.territories, float(second)
        if self._before is None or not self._before.objects:
            found = opportunities(tracked, shooters, territories, now_s, self._options)
        else:
            found = renewed(self._before, tracked, shooters, territories, now_s, self._options)
        self._before = found
        return assign(
            without(found, settled.held),
            self._sectors,
            self.procedures,
            settled.consultations,
        )


def _of_one(sectors: Sectors, party: str) -> Sectors:
    """Sectors in which a party's batteries act for itself alone."""
    return Sectors(
        tuple(one if one.party == party else replace(one, forces=()) for one in sectors.of)
    )


def without(found: Opportunities, held: frozenset[tuple[int, str]]) -> Opportunities:
    """Opportunities without those of parties that do not act any more.

    Args:
        found: all of them.
        held: objects, each with the party that does not act against it.
    """
    if not held or not len(found):
        return found
    kept = np.array(
        [
            (int(found.objects[o]), found.shooters[s].party) not in held
            for o, s in zip(found.object.tolist(), found.shooter.tolist(), strict=True)
        ]
    )
    if kept.all():
        return found
    rows, left = found.rows.since(-math.inf, kept)
    return replace(
        found,
        object=found.object[left],
        shooter=found.shooter[left],
        hosts=tuple(found.hosts[k] for k in left.tolist()),
        rows=rows,
    )
