"""A post: one place at which is planned who would act, out of one picture.

The coordinating centre's post plans for all parties. A party that has data which the centre has not
has a post of its own beside it: out of its own picture, with its own batteries, in its own sector.

    centre's picture ──▶ centre's post ──▶ proposals to all, each under its number there
    party's picture  ──▶ party's post  ──▶ proposals to itself, under its own numbers
                            ▲  │
        what it was told ───┘  └──▶ "we act already", when the centre proposes the same to it

The party knows what the centre proposed to it. The centre does not know what the party does by
itself, until it proposes to it an object on which the party acts. What batteries have left is told
to the centre by all whose link is not cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield import messages
from glasshield.coordination.explained import duty_sentence
from glasshield.coordination.responsibility import Duty
from glasshield.exercise import records
from glasshield.exercise.engagements import Engagements
from glasshield.exercise.pictures import Pictures
from glasshield.exercise.planning import Known, Objects, Planner, Settled, best
from glasshield.exercise.procedures import Case, Procedures
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CENTRE, CONTROLLER, Record, Said
from glasshield.exercise.world import Stage, World

# Objects of two pictures so near to each other are taken for one.
_SAME_M: Final = 30e3
_SAME_M_S: Final = 500.0


@dataclass(frozen=True, slots=True)
class Shared:
    """What all posts of a run share.

    Attributes:
        stage: of the exercise.
        world: of the run.
        pictures: of all viewers.
        engagements: the simulated engagements so far.
        procedures: the cases so far.
    """

    stage: Stage
    world: World
    pictures: Pictures
    engagements: Engagements
    procedures: Procedures

    @property
    def exercise(self) -> Exercise:
        """That is run."""
        return self.stage.exercise


class Post:
    """Plans who would act, out of one picture, plan after plan.

    Attributes:
        party: that plans for itself; empty for the centre.
        viewer: whose picture it is.
        objects: that are seen there, as of the last look; None where there is no picture.
    """

    __slots__ = ("_known", "_looks", "_names", "_over", "_planner", "_refers", "_shared", "_unmet",
                 "objects", "party", "viewer")  # fmt: skip

    def __init__(self, shared: Shared, party: str = "") -> None:
        """Nothing has been seen.

        Args:
            shared: with all other posts of the run.
            party: that plans for itself; the centre where left out.
        """
        self.party, self.viewer = party, party or CENTRE
        self.objects: Objects | None = None
        self._shared = shared
        self._known = Known()
        self._planner = Planner(shared.stage, party)
        self._over: dict[int, float] = {}
        self._looks: dict[int, float] = {}
        self._unmet: dict[int, str] = {}
        self._refers: set[tuple[int, str]] = set()
        self._names = {lang: names_of(shared.exercise, lang) for lang in messages.LANGUAGES}

    def look(self, second: int) -> None:
        """Takes up the picture of a second."""
        shown = best(self._shared.pictures.pictures(self.viewer))
        self.objects = None
        if shown is not None and len(shown):
            epoch_s = shown.epoch.since_s(self._shared.exercise.epoch)
            self.objects = self._known.objects(shown, self._shared.world, second, epoch_s)

    def bound(self, second: int) -> Mapping[int, Float[np.ndarray, "6"]]:
        """Where the objects of not long ago are bound to be at a second, by their numbers."""
        return self._known.bound(float(second))

    def sees(self, number: int) -> bool:
        """Whether an object was there at the last look."""
        return self.objects is not None and number in self.objects.number

    # Plans.

    def plan(
        self, second: int, elsewhere: frozenset[tuple[int, str]], left: Mapping[str, int]
    ) -> Iterator[Record]:
        """Plans for what the last look has seen; what comes of it for its cases.

        Args:
            second: now.
            elsewhere: objects, each with the party that acts against it under another post's plan.
            left: interceptors of each battery that may act.
        """
        if self.objects is None:
            return
        known = {number for number, party in elsewhere & self._refers}
        if self.party:
            known = {number for number, _ in elsewhere}
        is_open = [
            number not in known and self._is_open(number, second) for number in self.objects.number
        ]
        objects = self.objects.take(np.flatnonzero(is_open))
        named: set[tuple[int, str]] = set()
        if objects.flies_free.any():
            for number, flight, duty in self._duties(objects, second, left):
                if not (duty.acting and duty.shots):
                    yield from self._nobody(number, flight, duty, second)
                elif (number, duty.acting) in elsewhere:
                    yield from self._refer(number, flight, duty, second)
                else:
                    named.add((number, duty.acting))
                    yield from self._case(number, flight, duty, second)
        yield from self._drop(objects, named, second)

    def _duties(
        self, objects: Objects, second: int, left: Mapping[str, int]
    ) -> Iterator[tuple[int, str, Duty]]:
        """What the plan of a second says of each object, with its number and flight."""
        procedures = self._shared.procedures
        plan = self._planner.plan(
            objects,
            [self._weight(number) for number in objects.number],
            dict(left),
            second,
            Settled(procedures.held(self.viewer), procedures.consultations(self.viewer)),
        )
        yield from zip(objects.number, objects.flight, plan.duties, strict=True)

    def _is_open(self, number: int, second: int) -> bool:
        """Whether an object is planned for: it was not hit, and nothing is awaited.

        What is on its way is awaited where there is time to see what comes of it, and where it is
        all that the procedures allow.
        """
        if number in self._over or second < self._looks.get(number, 0.0):
            return False
        most = self._shared.exercise.script.procedure.shots_each
        on_the_way = self._shared.engagements.on_the_way(self.viewer, number)
        return len(on_the_way) < most and not any(shot.is_awaited for shot in on_the_way)

    def _weight(self, number: int) -> float:
        """What it is worth to stop an object: what is on its way to it may."""
        left = 1.0
        for shot in self._shared.engagements.on_the_way(self.viewer, number):
            left *= 1.0 - shot.probability
        return left

    def _case(self, number: int, flight: str, duty: Duty, second: int) -> Iterator[Record]:
        """What a plan that names a party brings."""
        procedures, engagements = self._shared.procedures, self._shared.engagements
        most = self._shared.exercise.script.procedure.shots_each
        on_the_way = len(engagements.on_the_way(self.viewer, number))
        duty = replace(duty, shots=duty.shots[: most - on_the_way])
        case = procedures.cases.get((self.viewer, number, duty.acting))
        if case is not None and case.is_held:
            return
        is_new = case is None
        if case is None or _is_other(case.duty, duty):
            proposed = self._proposed(number, flight, duty, second)
            if case is None:
                case = Case(self.viewer, number, flight, duty.acting, proposed.proposal, duty)
            case.proposal = proposed.proposal
            case.heard |= set(procedures.hearing(_concerned(duty), self.viewer))
            yield proposed
        case.duty, case.flight = duty, flight
        self._unmet.pop(number, None)
        if is_new:
            yield from procedures.open(case, second)
        yield from procedures.consult(case, second)

    def _nobody(self, number: int, flight: str, duty: Duty, second: int) -> Iterator[Record]:
        """That nobody can act, told once for each reason; where anybody answers for the place."""
        word = f"{duty.standing} {duty.reason}"
        is_met = bool(self._shared.engagements.on_the_way(self.viewer, number))
        is_mine = duty.party and self.party in ("", duty.party)
        if not is_mine or is_met or self._unmet.get(number) == word:
            return
        self._unmet[number] = word
        yield self._proposed(number, flight, duty, second)

    def _refer(self, number: int, flight: str, duty: Duty, second: int) -> Iterator[Record]:
        """That a party says of a proposal that it acts already; from now on that is known here."""
        self._refers.add((number, duty.acting))
        proposed = self._proposed(number, flight, duty, second)
        yield proposed
        cells = self._shared.procedures.cells((duty.acting,), self.viewer)
        yield records.Decided(
            second=second,
            to=(CONTROLLER, *cells),
            proposal=proposed.proposal,
            party=duty.acting,
            object=number,
            viewer=self.viewer,
            flight=flight,
            decision="hold",
            why="own-plan",
        )

    def _drop(self, objects: Objects, named: set[tuple[int, str]], second: int) -> Iterator[Record]:
        """Ends the open cases that the plan names no more, where the party can be told so."""
        there = set(objects.number)
        procedures, engagements = self._shared.procedures, self._shared.engagements
        for case in procedures.of(self.viewer):
            is_dropped = not case.decision and (case.object, case.party) not in named
            is_lost = case.object in there or not engagements.on_the_way(self.viewer, case.object)
            if is_dropped and is_lost and procedures.hears(case.party, self.viewer):
                why = procedures.reason(case)
                if self.party and why == "withdrawn":
                    yield procedures.withdraw(case, second)
                else:
                    yield procedures.decide(case, "hold", why, second)

    def withdraw(self, second: int) -> Iterator[Record]:
        """Ends the open cases: the centre plans for the party alone again."""
        for case in self._shared.procedures.of(self.viewer):
            if not case.decision:
                yield self._shared.procedures.withdraw(case, second)

    def _proposed(self, number: int, flight: str, duty: Duty, second: int) -> records.Proposed:
        shots = list(duty.shots)
        procedures = self._shared.procedures
        procedures.proposals += 1
        return records.Proposed(
            second=second,
            to=(CONTROLLER, *procedures.cells(_concerned(duty), self.viewer)),
            proposal=procedures.proposals,
            object=number,
            viewer=self.viewer,
            flight=flight,
            party=duty.acting,
            battery=shots[0].shooter if shots else "",
            shots=len(shots),
            first_launch=round(min(shot.launch_s for shot in shots), 3) if shots else None,
            last_launch=_finite(duty.last_launch_s),
            meets=round(min(shot.meet_s for shot in shots), 3) if shots else None,
            over=_over(duty),
            impact=duty.party,
            why=self._why(duty),
        )

    def _why(self, duty: Duty) -> Said:
        """Why, in one sentence."""
        if not duty.shots and duty.party in self._shared.procedures.cut:
            said = {"object": duty.object}
            return Said(
                **{
                    lang: messages.text(
                        lang, "exercise.plan.cut", **said, party=names.get(duty.party, duty.party)
                    )
                    for lang, names in self._names.items()
                }
            )
        return Said(
            **{lang: duty_sentence(duty, lang, names) for lang, names in self._names.items()}
        )

    # What came of it.

    def is_over(self, number: int) -> bool:
        """Whether an object is known here to have been hit."""
        return number in self._over

    def learn(self, number: int, met_s: float, *, is_hit: bool) -> None:
        """Takes in what came of a shot at an object; whether it flies on is seen after a look.

        Args:
            number: of the object.
            met_s: when the shot met it.
            is_hit: whether it hit.
        """
        if is_hit:
            self._over[number] = met_s
        self._looks[number] = met_s + self._shared.exercise.script.procedure.look_s


def matched(
    ours: Mapping[int, Float[np.ndarray, "6"]], theirs: Mapping[int, Float[np.ndarray, "6"]]
) -> dict[int, int]:
    """Which object of another post each of ours is taken for: one to one, the nearest first.

    Args:
        ours: by number, where they are bound to be at a second.
        theirs: likewise, at the same second.
    """
    if not (ours and theirs):
        return {}
    own, others = list(ours), list(theirs)
    gap = np.array([ours[one] for one in own])[:, None] - np.array([theirs[one] for one in others])
    away_m, away_m_s = np.linalg.norm(gap[..., :3], axis=2), np.linalg.norm(gap[..., 3:], axis=2)
    rows, columns = np.nonzero((away_m <= _SAME_M) & (away_m_s <= _SAME_M_S))
    found: dict[int, int] = {}
    for k in np.argsort(away_m[rows, columns], kind="stable"):
        one, other = own[rows[k]], others[columns[k]]
        if one not in found and other not in found.values():
            found[one] = other
    return found


def renewed(before: Mapping[int, int], now: Mapping[int, int]) -> dict[int, int]:
    """Which object of another post each of ours is taken for, with what is remembered of others.

    Args:
        before: what ours were taken for so far.
        now: what they are taken for now; what another stands for is forgotten of those before.
    """
    taken = frozenset(now.values())
    return {own: number for own, number in before.items() if number not in taken} | dict(now)


def names_of(exercise: Exercise, language: str) -> dict[str, str]:
    """The names of parties, cells and others in a language, by their ids."""
    titled = {**exercise.parties, **exercise.cells}
    return {id: one.named(language) for id, one in titled.items()}


def _over(duty: Duty) -> tuple[str, ...]:
    """Those who are consulted."""
    return tuple(dict.fromkeys(one.party for one in duty.consult))


def _concerned(duty: Duty) -> tuple[str, ...]:
    """Who is told of a proposal: who answers for the place, who acts, who is consulted."""
    return duty.party, duty.acting, *_over(duty)


def _is_other(before: Duty, now: Duty) -> bool:
    """Whether a plan names other batteries, or other parties to ask."""

    def what(duty: Duty) -> tuple[object, ...]:
        return (
            duty.acting,
            {shot.shooter for shot in duty.shots},
            {one.party for one in duty.consult},
        )

    return bool(before.shots) and what(before) != what(now)


def _finite(value: float) -> float | None:
    return round(value, 3) if np.isfinite(value) else None
