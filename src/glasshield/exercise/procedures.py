"""Procedures: who decides, who is consulted, whose keys turn, and what holds when nobody answers.

A case is one object with the party that would act against it. When a plan names such a party, its
cell is asked to decide, those above whose territory or in whose place it would act are consulted,
and those who hold keys are asked to turn them, all at once. What is not answered in time is as the
procedure says. When all is there the party's simulated interceptors leave as the plan has them.

A party whose link is cut hears nothing from others and they hear nothing from it: what is asked
across the cut is not answered.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from glasshield.coordination.procedures import Answer as Said
from glasshield.coordination.procedures import Consultation
from glasshield.coordination.responsibility import Duty, Shot
from glasshield.exercise import records
from glasshield.exercise.actions import Answer
from glasshield.exercise.cells import Coming, coming
from glasshield.exercise.errors import Refused
from glasshield.exercise.reading import Exercise
from glasshield.exercise.records import CONTROLLER, Asked, Record

What = Literal["decision", "consultation", "key"]
Then = Literal["proceed", "hold"]
Why = Literal["agreed", "refused", "timed-out", "too-late", "withdrawn", "own-plan"]
Key = tuple[str, int, str]  # in whose picture, an object, and the party that would act against it

_SAID: Final = {"yes": Said.AGREED, "no": Said.REFUSED}


@dataclass(slots=True)
class Request:
    """A cell that was asked, and what became of it.

    Attributes:
        asked: what it was asked.
        party: the cell's.
        then: what holds when it does not answer in time.
        state: `open`, what it said, or that it did not answer.
    """

    asked: Asked
    party: str
    then: Then
    state: Literal["open", "yes", "no", "timed-out", "void"] = "open"

    @property
    def counts_as(self) -> Literal["open", "yes", "no"]:
        """What it comes to."""
        if self.state == "timed-out":
            return "yes" if self.then == "proceed" else "no"
        return "no" if self.state == "void" else self.state


@dataclass(slots=True)
class Case:
    """One object with the party that would act against it.

    Attributes:
        viewer: who planned: the centre, or the party for itself.
        object: by its number there.
        flight: that it is.
        party: that would act.
        proposal: the newest one.
        duty: as the newest plan has it.
        requests: to cells, by number.
        heard: the parties that have heard of it: that were reached by a proposal.
        decision: what was decided; empty while it is open.
        why: of the decision.
        decided_s: when.
        is_over: whether its party knows that the object was hit.
    """

    viewer: str
    object: int
    flight: str
    party: str
    proposal: int
    duty: Duty
    requests: dict[int, Request] = field(default_factory=dict)
    heard: frozenset[str] = frozenset()
    decision: Literal["", "engage", "hold"] = ""
    why: Why | Literal[""] = ""
    decided_s: int = 0
    is_over: bool = False

    @property
    def key(self) -> Key:
        """Planner, object and party."""
        return self.viewer, self.object, self.party

    @property
    def is_held(self) -> bool:
        """Whether nobody acts under it any more."""
        return self.decision == "hold"

    @property
    def to_come(self) -> tuple[Shot, ...]:
        """The shots that may still leave under it."""
        return () if self.is_held or self.is_over else self.duty.shots

    def miss(self, before_s: float) -> None:
        """Takes out the shots that were to leave before a time; they leave no more."""
        self._keep(shot for shot in self.duty.shots if shot.launch_s > before_s)

    def launch(self, one: Shot) -> None:
        """Takes out a shot that leaves."""
        self._keep(shot for shot in self.duty.shots if shot is not one)

    def _keep(self, shots: Iterable[Shot]) -> None:
        kept = tuple(shots)
        if len(kept) < len(self.duty.shots):
            self.duty = replace(self.duty, shots=kept)

    def of(self, what: What) -> list[Request]:
        """The requests of one kind."""
        return [each for each in self.requests.values() if each.asked.what == what]


class Procedures:
    """The cases of one run, and all that cells were asked.

    Attributes:
        cases: by planner, object and party, in the order in which they came up.
        cut: the parties whose link is cut now.
        proposals: how many there were.
    """

    __slots__ = ("_asked", "_coming", "_exercise", "_procedure", "_requests", "cases", "cut",
                 "proposals")  # fmt: skip

    def __init__(self, exercise: Exercise) -> None:
        """Nobody has been asked.

        Args:
            exercise: whose cells and procedures.
        """
        self._exercise = exercise
        self._procedure = exercise.script.procedure
        self._requests = 0
        self._asked: dict[int, tuple[Case, Request]] = {}
        self._coming: list[Coming] = []
        self.cases: dict[Key, Case] = {}
        self.cut: frozenset[str] = frozenset()
        self.proposals = 0

    def of(self, viewer: str) -> list[Case]:
        """The cases of one planner."""
        return [case for case in self.cases.values() if case.viewer == viewer]

    def held(self, viewer: str) -> frozenset[tuple[int, str]]:
        """The objects of one planner, each with the party that does not act against it any more."""
        return frozenset((one.object, one.party) for one in self.of(viewer) if one.is_held)

    # Who hears whom.

    def hears(self, party: str, of: str) -> bool:
        """Whether a party hears of another, or of the centre."""
        return party == of or not {party, of} & self.cut

    def hearing(self, parties: Iterable[str], of: str) -> tuple[str, ...]:
        """Those of some parties that hear of one of them, or of the centre."""
        return tuple(dict.fromkeys(one for one in parties if one and self.hears(one, of)))

    def cells(self, parties: Iterable[str], of: str) -> tuple[str, ...]:
        """The cells of those parties that hear of one of them, or of the centre."""
        heard = self.hearing(parties, of)
        every = (cell for party in heard for cell in self._exercise.cells_of(party))
        return tuple(dict.fromkeys(every))

    # What is asked.

    def open(self, case: Case, second: int) -> Iterator[Record]:
        """Takes up a case: its party decides, and its keys are asked for.

        Args:
            case: that is new.
            second: now.
        """
        self.cases[case.key] = case
        decision = self._procedure.decision
        own = self._exercise.cells_of(case.party)[:1]
        yield from self._ask(case, "decision", own, decision.wait_s, decision.then, second)
        for keys in self._procedure.keys:
            if keys.party == case.party:
                yield from self._ask(case, "key", keys.cells, keys.wait_s, "hold", second)

    def consult(self, case: Case, second: int) -> Iterator[Record]:
        """Asks those whom the newest plan of a case names, and nobody twice."""
        consult = self._procedure.consult
        asked = {each.party for each in case.of("consultation")}
        for wanted in case.duty.consult:
            if wanted.party not in asked:
                asked.add(wanted.party)
                wait_s = consult.wait_for.get(wanted.party, consult.wait_s)
                cells = self._exercise.cells_of(wanted.party)[:1]
                yield from self._ask(case, "consultation", cells, wait_s, consult.then, second)

    def _ask(
        self,
        case: Case,
        what: What,
        cells: Iterable[str],
        wait_s: float,
        then: Then,
        second: int,
    ) -> Iterator[Record]:
        for cell in cells:
            self._requests += 1
            asked = Asked(
                second=second,
                to=self._told(cell, case),
                request=self._requests,
                what=what,
                proposal=case.proposal,
                cell=cell,
                by=case.party,
                object=case.object,
                viewer=case.viewer,
                until=second + math.ceil(wait_s),
            )
            script = self._exercise.cells[cell]
            request = Request(asked, script.party, then)
            case.requests[asked.request] = request
            self._asked[asked.request] = case, request
            answer = coming(script, asked)
            if answer is not None and cell in asked.to:
                self._coming.append(answer)
            yield asked

    def _told(self, cell: str, case: Case) -> tuple[str, ...]:
        """Who hears of a request: the cell that is asked, and those for which it is asked."""
        is_heard = self.hears(self._exercise.cells[cell].party, case.party)
        own = self._exercise.cells_of(case.party)
        return tuple(dict.fromkeys((cell, *own) if is_heard else own))

    # What is answered.

    def check(self, answer: Answer) -> None:
        """Refuses an answer that nobody waits for.

        Raises:
            Refused: why.
        """
        if answer.request not in self._asked:
            raise Refused("unknown", f"there is no request {answer.request}",
                          do="answer what was asked")  # fmt: skip
        case, request = self._asked[answer.request]
        if request.asked.cell != answer.cell:
            raise Refused("not-yours", f"request {answer.request} is not for {answer.cell}",
                          do=f"let {request.asked.cell} answer")  # fmt: skip
        if request.state in ("yes", "no"):
            raise Refused("answered", f"request {answer.request} was answered",
                          do="an answer stands")  # fmt: skip
        if request.state != "open" or answer.second > request.asked.until:
            until = request.asked.until
            raise Refused("late", f"request {answer.request} is over",
                          do=f"it could be answered until second {until}")  # fmt: skip
        if not self.hears(case.party, request.party):
            raise Refused("cut", "the link is cut, and no answer arrives",
                          do="answer when it is restored")  # fmt: skip

    def answered(self, second: int, answers: Iterable[Answer]) -> Iterator[Record]:
        """What cells answer up to a second, then what is out of time.

        Answers that nobody waits for any more are as if they had not been given.

        Args:
            second: now.
            answers: of people.
        """
        for one in answers:
            yield from self._answer(one.request, one.cell, one.says, one.text, second)
        due = [one for one in self._coming if one.second <= second]
        self._coming = [one for one in self._coming if one.second > second]
        for each in sorted(due, key=lambda one: (one.second, one.request)):
            yield from self._answer(each.request, each.cell, each.says, each.text, second)
        for _, request in self._asked.values():
            if request.state == "open" and second >= request.asked.until:
                request.state = "timed-out"
                yield records.TimedOut(
                    second=second,
                    to=request.asked.to,
                    request=request.asked.request,
                    cell=request.asked.cell,
                    then=request.then,
                )

    def _answer(
        self, number: int, cell: str, says: Literal["yes", "no"], text: str, second: int
    ) -> Iterator[Record]:
        found = self._asked.get(number)
        if found is None or found[1].state != "open" or found[1].asked.cell != cell:
            return
        case, request = found
        if second > request.asked.until or not self.hears(case.party, request.party):
            return
        request.state = says
        yield records.Answered(
            second=second,
            to=request.asked.to,
            request=number,
            cell=cell,
            says=says,
            after_s=float(second - request.asked.second),
            text=text,
        )

    # What is decided.

    def decided(self, second: int) -> Iterator[Record]:
        """The cases in which all that the procedure asks for is there, or cannot come any more."""
        for case in self.cases.values():
            if case.decision:
                continue
            standing, by = self._standing(case)
            if standing == "yes":
                yield self.decide(case, "engage", "agreed", second, by)
            elif standing == "no":
                why, by = _why(case)
                yield self.decide(case, "hold", why, second, by)

    def decide(
        self, case: Case, decision: Literal["engage", "hold"], why: Why, second: int, by: str = ""
    ) -> Record:
        """Ends a case one way or the other; what is still asked needs no answer then."""
        case.decision, case.why, case.decided_s = decision, why, second
        for request in case.requests.values():
            if request.state == "open":
                request.state = "void"
        return records.Decided(
            second=second,
            to=self._to(case),
            proposal=case.proposal,
            party=case.party,
            object=case.object,
            viewer=case.viewer,
            flight=case.flight,
            decision=decision,
            why=why,
            by=by,
        )

    def withdraw(self, case: Case, second: int) -> Record:
        """Ends a case that a plan names no more; a later plan may take it up as a new one."""
        del self.cases[case.key]
        return self.decide(case, "hold", "withdrawn", second)

    def _standing(self, case: Case) -> tuple[Literal["open", "yes", "no"], str]:
        """Whether a party may act, and whose answer decided."""
        decision = case.of("decision")
        for request in decision:
            if request.counts_as == "no":
                return "no", ""
        for keys in self._procedure.keys:
            turned = [each.counts_as for each in case.of("key") if each.asked.cell in keys.cells]
            if turned and turned.count("yes") + turned.count("open") < keys.needed:
                return "no", ""
            if turned and turned.count("yes") < keys.needed:
                return "open", ""
        if any(request.counts_as == "open" for request in decision):
            return "open", ""
        if not self._has_consent(case):
            return "open", ""
        return "yes", next((each.asked.cell for each in decision if each.state == "yes"), "")

    def _has_consent(self, case: Case) -> bool:
        """Whether all whom the newest plan names have agreed; who refused is for the next plan."""
        said = {each.party: each.counts_as for each in case.of("consultation")}
        return all(said.get(wanted.party) == "yes" for wanted in case.duty.consult)

    def _to(self, case: Case) -> tuple[str, ...]:
        """The cells that a case concerns: the party's, and those that were asked."""
        asked = [
            each.asked.cell for each in case.requests.values() if self.hears(each.party, case.party)
        ]
        return tuple(dict.fromkeys((CONTROLLER, *self._exercise.cells_of(case.party), *asked)))

    def reason(self, case: Case) -> Why:
        """Why a plan no longer names a party whose case is open."""
        said = [each.state for each in case.of("consultation")]
        if "no" in said:
            return "refused"
        if any(each.counts_as == "no" for each in case.of("consultation")):
            return "timed-out"
        return "withdrawn"

    def consultations(self, viewer: str) -> tuple[Consultation, ...]:
        """What the plan of one planner has to know of those who were asked."""
        return tuple(
            Consultation(
                object=str(case.object),
                asks=case.party,
                party=request.party,
                asked_s=float(request.asked.second),
                answer=_plan_word(request),
            )
            for case in self.of(viewer)
            for request in case.of("consultation")
        )


def _plan_word(request: Request) -> Said:
    if request.state in _SAID:
        return _SAID[request.state]
    return Said.TIMED_OUT if request.state == "timed-out" else Said.OPEN


def _why(case: Case) -> tuple[Why, str]:
    """Why nobody acts, and whose answer it was."""
    for request in case.requests.values():
        if request.asked.what != "consultation" and request.state == "no":
            return "refused", request.asked.cell
    return "timed-out", ""
