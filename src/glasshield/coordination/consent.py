"""Whose consent each opportunity takes, from when on it can be used, and why it cannot."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.answering import Answering
from glasshield.coordination.engagements import Usable
from glasshield.coordination.opportunities import Closed, Opportunities
from glasshield.coordination.procedures import (
    Answer,
    Consultation,
    Neighbours,
    Procedures,
)
from glasshield.coordination.sectors import Sectors

# What closes opportunities, the one first that says most.
_TELLING: Final = (Closed.CONSENT, Closed.TOO_LATE, Closed.EMPTY)
_REASONS: Final = tuple(Closed)


class Ground(enum.StrEnum):
    """Why a party has to be consulted."""

    TERRITORY = "territory"  # the object would be met above or near its territory
    SECTOR = "sector"  # another acts in its place


@dataclass(frozen=True, slots=True)
class Consents:
    """What consents mean for opportunities.

    Attributes:
        found: the opportunities.
        procedures: whom to ask, how long to wait.
        asked: the last consultation about each object by each party with each other.
        answers: of each object, the party that answers for it; "" for none.
        forces: the parties whose batteries act for each party.
        is_own: whether each opportunity is of the party that answers, or of its forces.
        usable: which can be used, and from when on.
        closed: of each opportunity, why it cannot be used; None where it can.
    """

    found: Opportunities
    procedures: Procedures
    asked: Mapping[tuple[str, str, str], Consultation]
    answers: tuple[str, ...]
    forces: Mapping[str, tuple[str, ...]]
    is_own: Bool[np.ndarray, "k"]
    usable: Usable
    closed: tuple[Closed | None, ...]

    @classmethod
    def of(
        cls,
        found: Opportunities,
        sectors: Sectors,
        answering: Answering,
        procedures: Procedures,
        consultations: Sequence[Consultation],
    ) -> Self:
        """What the consents given so far mean.

        Args:
            found: the opportunities.
            sectors: who answers where.
            answering: who answers for each object.
            procedures: whom to ask, how long to wait.
            consultations: asked so far; of several about the same the last counts.
        """
        names = (*sectors.parties, "")  # the last one stands for -1
        forces = {sector.party: (sector.party, *sector.forces) for sector in sectors.of}
        answers = tuple(names[party] for party in answering.party)
        own = [
            found.shooters[shooter].party in forces.get(answers[number], ())
            for number, shooter in zip(found.object.tolist(), found.shooter.tolist(), strict=True)
        ]
        made = cls(
            found=found,
            procedures=procedures,
            asked={(each.object, each.asks, each.party): each for each in consultations},
            answers=answers,
            forces=forces,
            is_own=np.array(own, dtype=bool),
            usable=Usable(np.empty(0), np.empty(0, dtype=np.int64)),
            closed=(),
        )
        return made._judged()

    def of_option(self, k: int) -> Iterator[tuple[str, Ground, Answer | None, float]]:
        """Who has to agree to an opportunity, why, with which answer so far, after which wait."""
        name, acting = self._names(k)
        for party, ground in self._needed(k):
            before = self.asked.get((name, acting, party))
            wait_s = self.procedures.asks(party).wait_s
            yield party, ground, before.answer if before else None, wait_s

    def reason(self, number: int) -> Closed:
        """Why no opportunity against an object can be used."""
        options = np.flatnonzero(self.found.object == number).tolist()
        told = {self.closed[k] for k in options}
        for reason in _TELLING:
            if reason in told:
                return reason
        own = self.forces.get(self.answers[number], ())
        mine = np.array([shooter.party in own for shooter in self.found.shooters], dtype=bool)
        others = self.procedures.neighbours is not Neighbours.NEVER
        if not mine.any() and not others:
            return Closed.UNARMED
        if self._taken_out(mine | others, number):
            return Closed.HELD
        codes = self.found.closed[mine if mine.any() else slice(None), number]
        return _REASONS[codes.max()] if (codes >= 0).any() else Closed.UNARMED

    def _taken_out(self, may: Bool[np.ndarray, "s"], number: int) -> bool:
        """Whether some batteries could meet an object, and were taken out of the plan."""
        able = self.found.closed[:, number] < 0
        able[self.found.shooter[self.found.object == number]] = False
        return bool((able & may).any())

    def _judged(self) -> Self:
        """The same with what can be used."""
        ready, open_ = self._ready()
        rows, count = self.found.rows, len(self.found)
        launch, _, _ = rows.earliest(np.arange(count), np.where(np.isfinite(ready), ready, np.nan))
        loaded = np.array([s.magazine > 0 and s.shots_each > 0 for s in self.found.shooters])
        empty = ~loaded[self.found.shooter] if count else np.empty(0, dtype=bool)
        refused, late = np.isinf(ready), np.isnan(launch)
        allowed = self._allowed(self.is_own & ~refused & ~late & ~empty)
        closed = np.select([~allowed, refused, empty, late], [0, 1, 2, 3], default=0)
        reasons = (None, Closed.CONSENT, Closed.EMPTY, Closed.TOO_LATE)
        can = allowed & ~(refused | empty | late)
        return replace(
            self,
            usable=Usable(np.where(can, ready, np.inf), open_),
            closed=tuple(reasons[code] for code in closed.tolist()),
        )

    def _allowed(self, own: Bool[np.ndarray, "k"]) -> Bool[np.ndarray, "k"]:
        """Which opportunities the sectors allow, given those of the parties that answer."""
        somebody = np.array([bool(answer) for answer in self.answers], dtype=bool)
        able = np.zeros(len(self.answers), dtype=bool)
        able[self.found.object[own]] = True
        others = {
            Neighbours.NEVER: np.zeros(len(able), dtype=bool),
            Neighbours.NO_WINDOW: ~able,
            Neighbours.AGREED: np.ones(len(able), dtype=bool),
        }[self.procedures.neighbours]
        number = self.found.object
        return somebody[number] & (self.is_own | others[number])

    def _ready(self) -> tuple[Float[np.ndarray, "k"], Int[np.ndarray, "k"]]:
        """From when on consents allow each opportunity, and as bits those that are still open."""
        ready, open_ = np.empty(len(self.found)), np.zeros(len(self.found), dtype=np.int64)
        bits: dict[str, int] = {}
        for k in range(len(self.found)):
            name, acting = self._names(k)
            ready[k] = self.found.now_s + self.procedures.decide_s.get(acting, 0.0)
            for party, _ in self._needed(k):
                at_s, is_open = self._when(name, acting, party)
                ready[k] = max(ready[k], at_s)
                open_[k] |= is_open << bits.setdefault(party, len(bits))
        return ready, open_

    def _when(self, name: str, acting: str, party: str) -> tuple[float, bool]:
        """From when on a party agrees to something, and whether that is still open."""
        now_s, asking = self.found.now_s, self.procedures.asks(party)
        before = self.asked.get((name, acting, party))
        if before is None:
            return now_s + asking.wait_s, True
        return before.ready_s(asking, now_s), before.answer is Answer.OPEN

    def _needed(self, k: int) -> Iterator[tuple[str, Ground]]:
        """Who has to agree to an opportunity, and why; a party may be named for both grounds."""
        answers = self.answers[self.found.object[k]]
        for host in self.found.hosts[k]:
            # A force of the party that answers acts above that party's territory as its own.
            if not (self.is_own[k] and host == answers):
                yield host, Ground.TERRITORY
        if answers and not self.is_own[k]:
            yield answers, Ground.SECTOR

    def _names(self, k: int) -> tuple[str, str]:
        """The object of an opportunity, and whose battery it is."""
        found = self.found
        return found.objects[found.object[k]], found.shooters[found.shooter[k]].party
