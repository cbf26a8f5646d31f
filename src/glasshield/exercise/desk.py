"""The coordinating centre's desk: plans, procedures, simulated engagements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from glasshield.coordination.explained import duty_sentence
from glasshield.coordination.responsibility import Duty
from glasshield.coordination.responsibility import Shot as Planned
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.exercise import records
from glasshield.exercise.actions import Action, Answer
from glasshield.exercise.engagements import Engagements, Resolved, Shot
from glasshield.exercise.errors import Refused
from glasshield.exercise.pictures import Pictures
from glasshield.exercise.planning import Known, Objects, Planner, Settled, best
from glasshield.exercise.procedures import Case, Procedures
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CENTRE, CONTROLLER, Record, Said
from glasshield.exercise.tasks import Tasks
from glasshield.exercise.world import Stage, World

_LATE_S: Final = 1.0  # beside a step: a launch so long after the planned one needs another plan


class Desk:
    """Plans who would act, asks whom procedures name, and carries out what is decided.

    Attributes:
        engagements: the simulated engagements so far.
        procedures: the cases so far.
    """

    __slots__ = ("_aimed", "_known", "_looks", "_names", "_over", "_pictures", "_planner",
                 "_proposals", "_stage", "_tasks", "_unmet", "_world", "engagements",
                 "procedures")  # fmt: skip

    def __init__(
        self, stage: Stage, world: World, pictures: Pictures, tasks: Tasks, seed: int
    ) -> None:
        """Nothing has been planned.

        Args:
            stage: of the exercise.
            world: of the run.
            pictures: of all viewers.
            tasks: of sensors that have few looks.
            seed: of the draws.
        """
        self._tasks = tasks
        self._stage, self._world, self._pictures = stage, world, pictures
        exercise = stage.exercise
        self._aimed: dict[str, tuple[str, str]] = {}
        self._planner = Planner(stage)
        self._known = Known()
        self._over: dict[int, float] = {}
        self._looks: dict[int, float] = {}
        self._unmet: dict[int, str] = {}
        self._proposals = 0
        self._names = {language: names_of(exercise, language) for language in ("en", "ru")}
        magazines = {name: one.count for name, one in exercise.script.battery.items()}
        self.engagements = Engagements(seed, magazines, _Threats(self))
        self.procedures = Procedures(exercise)

    def step(self, second: int, answers: Sequence[Answer]) -> Iterator[Record]:
        """What is decided in a step.

        Args:
            second: now.
            answers: of people.
        """
        for resolved in self.engagements.resolved(second):
            yield self._outcome(resolved, second)
        yield from self.procedures.answered(second, answers)
        head = self._stage.exercise.head
        has_plans = bool(self._stage.exercise.script.battery or self._tasks)
        if has_plans and second % int(head.plan_every_s) == 0:
            yield from self._plan(second)
        yield from self.procedures.decided(second)
        yield from self._launches(second)

    def check(self, action: Action, before: Iterable[Action]) -> None:
        """Refuses an answer that nobody waits for, or that was given already.

        Args:
            action: what somebody wants to do.
            before: what was done and has not taken effect yet.

        Raises:
            Refused: why.
        """
        if not isinstance(action, Answer):
            return
        self.procedures.check(action)
        given = (one.request for one in before if isinstance(one, Answer))
        if action.request in given:
            raise Refused("answered", f"request {action.request} was answered",
                          do="an answer stands")  # fmt: skip

    # Plans.

    def _plan(self, second: int) -> Iterator[Record]:
        shown = best(self._pictures.pictures(CENTRE))
        if shown is None or not len(shown):
            return
        epoch_s = shown.epoch.since_s(self._stage.exercise.epoch)
        objects = self._known.objects(shown, self._world, second, epoch_s)
        if self._tasks:
            yield from self._tasks.plan(objects, second)
        if not self._stage.exercise.script.battery:
            return
        objects = objects.take(np.flatnonzero([self._is_open(n, second) for n in objects.number]))
        if not objects.flies_free.any():
            yield from self._drop(objects, set(), second)
            return
        weights = [self._weight(number) for number in objects.number]
        plan = self._planner.plan(
            objects,
            weights,
            self.engagements.left,
            second,
            Settled(frozenset(self.procedures.held), self.procedures.consultations()),
        )
        named: set[tuple[int, str]] = set()
        for number, flight, duty in zip(objects.number, objects.flight, plan.duties, strict=True):
            if duty.acting and duty.shots:
                named.add((number, duty.acting))
                yield from self._case(number, flight, duty, second)
            else:
                yield from self._nobody(number, flight, duty, second)
        yield from self._drop(objects, named, second)

    def _is_open(self, number: int, second: int) -> bool:
        """Whether the centre plans for an object: it was not hit, and nothing is on its way.

        While all that the plan allows is on its way, the next plan waits for what comes of it.
        """
        if number in self._over or second < self._looks.get(number, 0.0):
            return False
        most = self._stage.exercise.script.procedure.shots_each
        return len(self.engagements.on_the_way(number)) < most

    def _weight(self, number: int) -> float:
        """What it is worth to stop an object: what is on its way to it may."""
        left = 1.0
        for shot in self.engagements.on_the_way(number):
            left *= 1.0 - shot.probability
        return left

    def _case(self, number: int, flight: str, duty: Duty, second: int) -> Iterator[Record]:
        """What a plan that names a party brings."""
        most = self._stage.exercise.script.procedure.shots_each
        duty = _with_shots(duty, duty.shots[: most - len(self.engagements.on_the_way(number))])
        case = self.procedures.cases.get((number, duty.acting))
        if case is not None and case.decision == "hold":
            return
        is_new = case is None
        if case is None or _is_other(case.duty, duty):
            self._proposals += 1
            proposal = self._proposals
            if case is None:
                case = Case(number, flight, duty.acting, proposal, duty)
            case.proposal = proposal
            yield self._proposed(proposal, number, flight, duty, second)
        case.duty, case.flight = duty, flight
        self._unmet.pop(number, None)
        if is_new:
            yield from self.procedures.open(case, second)
        yield from self.procedures.consult(case, second)

    def _nobody(self, number: int, flight: str, duty: Duty, second: int) -> Iterator[Record]:
        """That nobody can act, told once for each reason; where anybody answers for the place."""
        word = f"{duty.standing} {duty.reason}"
        is_met = bool(self.engagements.on_the_way(number))
        if not duty.party or is_met or self._unmet.get(number) == word:
            return
        self._unmet[number] = word
        self._proposals += 1
        yield self._proposed(self._proposals, number, flight, duty, second)

    def _drop(self, objects: Objects, named: set[tuple[int, str]], second: int) -> Iterator[Record]:
        """Ends the open cases that the plan names no more."""
        there = set(objects.number)
        for case in self.procedures.cases.values():
            is_dropped = not case.decision and case.key not in named
            is_lost = case.object in there or not self.engagements.on_the_way(case.object)
            if is_dropped and is_lost:
                why = self.procedures.reason(case)
                yield self.procedures.decide(case, "hold", why, second)

    def _proposed(self, proposal: int, number: int, flight: str, duty: Duty, second: int) -> Record:
        shots = list(duty.shots)
        cells = self._stage.exercise.cells_of
        parties = dict.fromkeys((duty.party, duty.acting, *(one.party for one in duty.consult)))
        to = [cell for party in parties if party for cell in cells(party)]
        return records.Proposed(
            second=second,
            to=(CONTROLLER, *to),
            proposal=proposal,
            object=number,
            flight=flight,
            party=duty.acting,
            battery=shots[0].shooter if shots else "",
            shots=len(shots),
            first_launch=round(min(shot.launch_s for shot in shots), 3) if shots else None,
            last_launch=_finite(duty.last_launch_s),
            meets=round(min(shot.meet_s for shot in shots), 3) if shots else None,
            over=tuple(dict.fromkeys(one.party for one in duty.consult)),
            impact=duty.party,
            why=Said(
                en=duty_sentence(duty, "en", self._names["en"]),
                ru=duty_sentence(duty, "ru", self._names["ru"]),
            ),
        )

    # Simulated engagements.

    def _launches(self, second: int) -> Iterator[Record]:
        """Lets the interceptors leave that the plan has for now, where that was decided."""
        for case in self.procedures.cases.values():
            ready_s = case.decided_s + self._stage.exercise.script.procedure.reaction_s
            if case.decision != "engage" or case.object in self._over or second < ready_s:
                continue
            left = []
            for shot in case.duty.shots:
                if shot.launch_s > second or shot.after_look:
                    left.append(shot)
                elif shot.launch_s > second - self._stage.exercise.step_s - _LATE_S:
                    yield from self._launch(case, shot, second)
            if len(left) < len(case.duty.shots):
                case.duty = _with_shots(case.duty, left)

    def _launch(self, case: Case, planned: Planned, second: int) -> Iterator[Record]:
        battery = self._stage.exercise.script.battery[planned.shooter]
        if self.engagements.left[planned.shooter] <= 0:
            return
        shot = Shot(
            number=self.engagements.shots + 1,
            party=planned.party,
            battery=planned.shooter,
            object=case.object,
            flight=case.flight,
            meets_s=max(planned.meet_s, float(second)),
            probability=battery.hit_probability,
            proposal=case.proposal,
        )
        self.engagements.add(shot)
        yield records.Engaged(
            second=second,
            to=(CONTROLLER, *self._stage.exercise.cells_of(shot.party)),
            shot=shot.number,
            proposal=shot.proposal,
            party=shot.party,
            battery=shot.battery,
            object=shot.object,
            flight=shot.flight,
            meets=round(shot.meets_s, 3),
            left=self.engagements.left[shot.battery],
        )

    def _outcome(self, one: Resolved, second: int) -> Record:
        shot = one.shot
        if one.result == "hit":
            self._world.ended_s[shot.flight] = shot.meets_s
            self._over[shot.object] = shot.meets_s
        look_s = self._stage.exercise.script.procedure.look_s
        self._looks[shot.object] = shot.meets_s + look_s
        return records.Outcome(
            second=second,
            to=(CONTROLLER, *self._stage.exercise.cells_of(shot.party)),
            shot=shot.number,
            object=shot.object,
            flight=shot.flight,
            result=one.result,
            waste=one.waste,
            probability=shot.probability,
        )

    # What is really aimed where.

    def aimed_at(self, flight: str) -> tuple[str, str]:
        """The defended region at which a flight is aimed, and who defends it; empty for none."""
        if flight not in self._aimed:
            self._aimed[flight] = self._look_up(flight)
        return self._aimed[flight]

    def _look_up(self, flight: str) -> tuple[str, str]:
        _, place = self._world.impact_of(self._world.names.index(flight))
        if not np.isfinite(place).all():
            return "", ""
        lat, lon, _ = ecef_to_geodetic(place)
        at = np.array([float(lat)]), np.array([float(lon)])
        for party, one in self._stage.exercise.parties.items():
            for name in one.defends:
                if self._stage.exercise.regions[name].holds(*at)[0]:
                    return name, party
        return "", ""


class _Threats(Mapping[str, str]):
    """The defended region of each flight, looked up when it is asked for."""

    __slots__ = ("_desk",)

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __getitem__(self, flight: str) -> str:
        return self._desk.aimed_at(flight)[0]

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def names_of(exercise: Exercise, language: str) -> dict[str, str]:
    """The names of parties, cells and others in a language, by their ids."""
    titled = {**exercise.parties, **exercise.cells}
    return {id: one.named(language) for id, one in titled.items()}


def _is_other(before: Duty, now: Duty) -> bool:
    """Whether a plan names other batteries, or other parties to ask."""

    def what(duty: Duty) -> tuple[object, ...]:
        return (
            duty.acting,
            {shot.shooter for shot in duty.shots},
            {one.party for one in duty.consult},
        )

    return bool(before.shots) and what(before) != what(now)


def _with_shots(duty: Duty, shots: Sequence[Planned]) -> Duty:
    return replace(duty, shots=tuple(shots))


def _finite(value: float) -> float | None:
    return round(value, 3) if np.isfinite(value) else None
