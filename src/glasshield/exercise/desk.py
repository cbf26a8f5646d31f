"""The desk of a run: plans of all posts, procedures, simulated engagements."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.coordination.responsibility import Shot as Planned
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.exercise import records
from glasshield.exercise.actions import Action, Answer
from glasshield.exercise.engagements import Engagements, Resolved, Shot
from glasshield.exercise.errors import Refused
from glasshield.exercise.pictures import Pictures
from glasshield.exercise.post import Post, Shared, matched, renewed
from glasshield.exercise.procedures import Case, Procedures
from glasshield.exercise.records import CENTRE, CONTROLLER, Record
from glasshield.exercise.tasks import Tasks
from glasshield.exercise.world import Stage, World

_LATE_S: Final = 1.0  # beside a step: a launch so long after the planned one needs another plan


class Desk:
    """Lets posts plan who would act, asks whom procedures name, and carries out what is decided.

    Attributes:
        engagements: the simulated engagements so far.
        procedures: the cases so far.
    """

    __slots__ = ("_aimed", "_centre", "_own", "_same", "_shared", "_stage", "_tasks", "_world",
                 "engagements", "procedures")  # fmt: skip

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
        self._stage, self._world = stage, world
        self._aimed: dict[str, tuple[str, str]] = {}
        magazines = {name: one.count for name, one in stage.exercise.script.battery.items()}
        self.engagements = Engagements(seed, magazines, _Threats(self))
        self.procedures = Procedures(stage.exercise)
        self._shared = Shared(stage, world, pictures, self.engagements, self.procedures)
        self._centre = Post(self._shared)
        self._own: dict[str, Post] = {}
        self._same: dict[str, dict[int, int]] = {}

    def step(
        self, second: int, answers: Sequence[Answer], alone: frozenset[str], cut: frozenset[str]
    ) -> Iterator[Record]:
        """What is decided in a step.

        Args:
            second: now.
            answers: of people.
            alone: the parties that plan for themselves, beside the centre.
            cut: the parties whose link is cut.
        """
        self.procedures.cut = cut
        for resolved in self.engagements.resolved(second):
            yield self._outcome(resolved, second)
        yield from self.procedures.answered(second, answers)
        head = self._stage.exercise.head
        has_plans = bool(self._stage.exercise.script.battery or self._tasks)
        if has_plans and second % int(head.plan_every_s) == 0:
            yield from self._plan(second, alone)
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

    def objects(self, viewer: str, second: int) -> Mapping[int, Float[np.ndarray, "6"]]:
        """Where the objects of a post are bound to be at a second, by the numbers in its records.

        Args:
            viewer: the centre, or a party that plans for itself.
            second: now.
        """
        post = self._centre if viewer == CENTRE else self._own.get(viewer)
        return {} if post is None else post.bound(second)

    # Plans.

    def _plan(self, second: int, alone: frozenset[str]) -> Iterator[Record]:
        """The plan of the centre, then those of the parties that plan for themselves."""
        for party in sorted(alone - self._own.keys()):
            self._own[party] = Post(self._shared, party)
        self._centre.look(second)
        if self._tasks and self._centre.objects is not None:
            yield from self._tasks.plan(self._centre.objects, second, self.procedures.cut)
        if not self._stage.exercise.script.battery:
            return
        for party, post in self._own.items():
            if party in alone or any(self._acts(one, alone) for one in self.procedures.of(party)):
                post.look(second)
                now = matched(post.bound(second), self._centre.bound(second))
                self._same[party] = renewed(self._same.get(party, {}), now)
        yield from self._centre.plan(second, self._by_themselves(alone), self._reached())
        for party, post in self._own.items():
            if party in alone:
                yield from post.plan(second, self._proposed_to(party), self._spare(party))
            else:
                yield from post.withdraw(second)

    def _by_themselves(self, alone: frozenset[str]) -> frozenset[tuple[int, str]]:
        """The objects of the centre against which parties that it hears act by their own plans."""
        return frozenset(
            (number, party)
            for party, same in self._same.items()
            if self.procedures.hears(CENTRE, party)
            for own, number in same.items()
            if (case := self.procedures.cases.get((party, own, party))) and self._acts(case, alone)
        )

    def _proposed_to(self, party: str) -> frozenset[tuple[int, str]]:
        """The objects of a party that its own plan leaves to what the centre proposed."""
        is_told = self.procedures.hears(party, CENTRE)
        settled = {case.object for case in self.procedures.of(CENTRE) if self._settles(case, party)}
        return frozenset(
            (own, party)
            for own, number in self._same.get(party, {}).items()
            if number in settled or (is_told and self._centre.is_over(number))
        )

    def _settles(self, case: Case, party: str) -> bool:
        """Whether a case of the centre leaves a party nothing to plan for by itself.

        It does while the party acts under it, or somebody else of whom it hears, and where the
        party itself said no.
        """
        if case.is_held:
            return case.party == party and case.why != "withdrawn"
        hears = party in case.heard and self.procedures.hears(party, CENTRE)
        return (case.party == party or hears) and self._is_under_way(case)

    def _acts(self, case: Case, alone: frozenset[str]) -> bool:
        """Whether a party acts by its own plan, or may act again at what it sees."""
        if case.is_held or self._is_under_way(case):
            return not case.is_held
        return (case.party in alone and self._own[case.party].sees(case.object)) and any(
            self.engagements.left[name] > 0
            for name, one in self._stage.exercise.script.battery.items()
            if one.party == case.party
        )

    def _is_under_way(self, case: Case) -> bool:
        """Whether a shot is to leave under a case, or is on its way.

        One that waits for a look leaves under the next plan, whosever that is.
        """
        on_the_way = self.engagements.on_the_way(case.viewer, case.object)
        is_to_come = any(not shot.after_look for shot in case.to_come)
        return is_to_come or any(shot.party == case.party for shot in on_the_way)

    def _reached(self) -> dict[str, int]:
        """What the batteries have left that the centre reaches."""
        return {
            name: self.engagements.left[name]
            for name, one in self._stage.exercise.script.battery.items()
            if self.procedures.hears(one.party, CENTRE)
        }

    def _spare(self, party: str) -> dict[str, int]:
        """What a party's batteries have left beside what it is to shoot as the centre proposed."""
        planned = Counter(
            shot.shooter
            for case in self.procedures.of(CENTRE)
            if self._is_under_way(case)
            for shot in case.to_come
        )
        return {
            name: self.engagements.left[name] - planned[name]
            for name, one in self._stage.exercise.script.battery.items()
            if one.party == party
        }

    # Simulated engagements.

    def _launches(self, second: int) -> Iterator[Record]:
        """Lets the interceptors leave that a plan has for now, where that was decided."""
        late_s = self._stage.exercise.step_s + _LATE_S
        for case in self.procedures.cases.values():
            case.miss(second - late_s)
            case.is_over = case.is_over or self._knows_of_hit(case)
            ready_s = case.decided_s + self._stage.exercise.script.procedure.reaction_s
            if case.decision != "engage" or second < ready_s:
                continue
            for shot in case.to_come:
                if shot.launch_s <= second and not shot.after_look:
                    case.launch(shot)
                    yield from self._launch(case, shot, second)

    def _knows_of_hit(self, case: Case) -> bool:
        """Whether the party of a case hears, or knows by itself, that its object was hit."""
        known = self._of_own(case.party, case.object) if case.viewer == CENTRE else []
        if self.procedures.hears(case.party, case.viewer):
            known = [(self._post(case.viewer), case.object), *known]
        return any(post.is_over(number) for post, number in known)

    def _launch(self, case: Case, planned: Planned, second: int) -> Iterator[Record]:
        battery = self._stage.exercise.script.battery[planned.shooter]
        if self.engagements.left[planned.shooter] <= 0:
            return
        meets_s = max(planned.meet_s, float(second))
        seen_s = meets_s + self._stage.exercise.script.procedure.look_s
        every_s = self._stage.exercise.head.plan_every_s
        shot = Shot(
            number=self.engagements.shots + 1,
            party=planned.party,
            battery=planned.shooter,
            object=case.object,
            viewer=case.viewer,
            flight=case.flight,
            meets_s=meets_s,
            probability=battery.hit_probability,
            proposal=case.proposal,
            is_awaited=case.duty.last_launch_s >= every_s * math.ceil(seen_s / every_s),
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
            viewer=shot.viewer,
            flight=shot.flight,
            meets=round(shot.meets_s, 3),
            left=self.engagements.left[shot.battery],
        )

    def _outcome(self, one: Resolved, second: int) -> Record:
        shot = one.shot
        if one.result == "hit":
            self._world.ended_s[shot.flight] = shot.meets_s
            self.procedures.cases[shot.viewer, shot.object, shot.party].is_over = True
        for post, number in self._concerned(shot):
            post.learn(number, shot.meets_s, is_hit=one.result == "hit")
        return records.Outcome(
            second=second,
            to=(CONTROLLER, *self._stage.exercise.cells_of(shot.party)),
            shot=shot.number,
            object=shot.object,
            viewer=shot.viewer,
            flight=shot.flight,
            result=one.result,
            waste=one.waste,
            probability=shot.probability,
        )

    def _concerned(self, shot: Shot) -> Iterator[tuple[Post, int]]:
        """The posts that are told what came of a shot, each with its number of the object.

        That under whose plan it left, where it hears of it, and the shooter's own.
        """
        if self.procedures.hears(shot.viewer, shot.party):
            yield self._post(shot.viewer), shot.object
        if shot.viewer == CENTRE:
            yield from self._of_own(shot.party, shot.object)

    def _of_own(self, party: str, number: int) -> list[tuple[Post, int]]:
        """A party's own post, with its number of an object of the centre where it has one."""
        same = self._same.get(party, {})
        return [(self._own[party], own) for own, theirs in same.items() if theirs == number]

    def _post(self, viewer: str) -> Post:
        return self._centre if viewer == CENTRE else self._own[viewer]

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
