"""Who would act against which simulated object, under sectors, magazines and consultations.

For each object the party answers in whose sector it comes down. Its batteries act; a neighbour's
do where it has no window and agrees. Above another's territory nothing is planned without consent,
and no launch stands before a consultation is over.

Among all such plans this one, in this order: stops the greatest expected weight of objects (of each
object counted in ten-thousandths, times the share of where it may come down that lies in somebody's
sector), with the fewest interceptors, with the fewest consents that are still open, with the least
sum of the times of intercept (each counted in tenths of a second).
"""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from glasshield.coordination.answering import Answering
from glasshield.coordination.choosing import Choices, choose
from glasshield.coordination.consent import Consents, Ground
from glasshield.coordination.engagements import Doctrine, Engagements, engagements
from glasshield.coordination.opportunities import NOBODY, Closed, Opportunities
from glasshield.coordination.procedures import Answer, Consultation, Procedures
from glasshield.coordination.sectors import Sectors


@dataclass(frozen=True, slots=True)
class Consult:
    """A consultation that a planned engagement needs.

    Attributes:
        asks: whose battery would act.
        party: who has to agree.
        ground: why.
        ask_by_s: the latest moment to ask so that the last launch still comes after the wait.
        answer: what came of it so far; None where it was not asked yet.
    """

    asks: str
    party: str
    ground: Ground
    ask_by_s: float
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Shot:
    """A planned simulated launch.

    Attributes:
        shooter: id of the battery.
        party: whose it is.
        launch_s: when.
        meet_s: when the object is met.
        over: above whose territory that is; NOBODY for nobody's.
        after_look: whether it starts only if the shots before it missed.
    """

    shooter: str
    party: str
    launch_s: float
    meet_s: float
    over: str
    after_look: bool


class Standing(enum.StrEnum):
    """What the plan says of an object."""

    OWN = "own"  # the party that answers acts
    NEIGHBOUR = "neighbour"  # another acts in its place
    UNMET = "unmet"  # somebody answers, and nobody can act; `reason` says why
    NOBODYS = "nobodys"  # comes down in nobody's sector, or not at all
    UNWANTED = "unwanted"  # has no weight: nobody wants to stop it
    UNKNOWN = "unknown"  # still under power: nobody knows where it comes down


@dataclass(frozen=True, slots=True)
class Duty:
    """What the plan says of one object.

    Attributes:
        object: its id.
        party: who answers; NOBODY for none.
        share: of where it may come down, what lies in that party's sector.
        standing: what follows.
        acting: whose battery acts; NOBODY for none.
        consult: who has to agree before the first launch.
        shots: planned, by their launches.
        probability: that they stop it.
        last_launch_s: when the last chance to launch under this plan passes; NaN for none.
        reason: why nobody acts; None where somebody does.
    """

    object: str
    party: str
    share: float
    standing: Standing
    acting: str = NOBODY
    consult: tuple[Consult, ...] = ()
    shots: tuple[Shot, ...] = ()
    probability: float = 0.0
    last_launch_s: float = math.nan
    reason: Closed | None = None


@dataclass(frozen=True, slots=True)
class ResponsibilityPlan:
    """Who would act against which object.

    Attributes:
        at_s: the moment for which it was made.
        duties: one for each object, in their order.
        expected: the weight of objects that is expected to be stopped.
        interceptors: planned, if all are needed.
    """

    at_s: float
    duties: tuple[Duty, ...]
    expected: float
    interceptors: int

    @property
    def by_object(self) -> dict[str, Duty]:
        """The duties by the ids of their objects."""
        return {duty.object: duty for duty in self.duties}


def assign(
    found: Opportunities,
    sectors: Sectors,
    procedures: Procedures,
    consultations: Sequence[Consultation] = (),
) -> ResponsibilityPlan:
    """The plan for all objects at the moment of the opportunities.

    Args:
        found: the opportunities, with the batteries and their magazines.
        sectors: who answers where.
        procedures: whom to ask, how long to wait.
        consultations: asked so far; of several about the same the last counts.
    """
    answering = Answering.of(found.forecast, sectors, procedures.least_share)
    consents = Consents.of(found, sectors, answering, procedures, consultations)
    worth = found.weight * answering.total
    doctrine = Doctrine(procedures.shots_each, procedures.look_s)
    made = engagements(found, consents.usable, worth, doctrine)
    magazine = np.array([shooter.magazine for shooter in found.shooters], dtype=int)
    taken = choose(Choices(made.object, made.uses, made.aims), magazine)
    plan = _Plan(found, sectors, answering, consents, made, found.last_launch_s)
    row = dict(zip(made.object[taken].tolist(), taken.tolist(), strict=True))
    return ResponsibilityPlan(
        at_s=found.now_s,
        duties=tuple(plan.duty(number, row.get(number)) for number in range(len(found.objects))),
        expected=float(worth[made.object[taken]] @ made.probability[taken]),
        interceptors=int(made.uses[taken].sum()),
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What duties are read from."""

    found: Opportunities
    sectors: Sectors
    answering: Answering
    consents: Consents
    made: Engagements
    last_launch_s: Float[np.ndarray, "k"]

    def duty(self, number: int, row: int | None) -> Duty:
        """What the plan says of an object, with its engagement if it has one."""
        name = self.found.objects[number]
        party = int(self.answering.party[number])
        share = float(self.answering.share[number])
        if not np.isfinite(self.found.forecast.start_s[number]):
            return Duty(name, NOBODY, 0.0, Standing.UNKNOWN, reason=Closed.UNDER_POWER)
        if party < 0:
            return Duty(name, NOBODY, 0.0, Standing.NOBODYS)
        answers = self.sectors.parties[party]
        if not self.found.weight[number] > 0.0:
            return Duty(name, answers, share, Standing.UNWANTED)
        if row is None:
            reason = self._reason(number)
            return Duty(name, answers, share, Standing.UNMET, reason=reason)
        return self._engaged(Duty(name, answers, share, Standing.OWN), row)

    def _engaged(self, duty: Duty, row: int) -> Duty:
        """The duty with an engagement."""
        times = self.made.times
        option = times.option[row][times.option[row] >= 0]
        parties = (*self.found.parties, NOBODY)  # the last one stands for -1
        shots = [
            Shot(
                shooter=self.found.shooters[self.found.shooter[k]].id,
                party=self.found.shooters[self.found.shooter[k]].party,
                launch_s=float(times.launch_s[row, turn]),
                meet_s=float(times.meet_s[row, turn]),
                over=parties[times.over[row, turn]],
                after_look=bool(times.looks[row]) and turn > 0,
            )
            for turn, k in enumerate(option.tolist())
        ]
        shots.sort(key=lambda shot: (shot.launch_s, shot.shooter))
        own = all(self.consents.is_own[k] for k in option)
        return Duty(
            object=duty.object,
            party=duty.party,
            share=duty.share,
            standing=Standing.OWN if own else Standing.NEIGHBOUR,
            acting=shots[0].party,
            consult=self._consult(option.tolist()),
            shots=tuple(shots),
            probability=float(self.made.probability[row]),
            last_launch_s=float(self.last_launch_s[option].max()),
        )

    def _consult(self, option: Sequence[int]) -> tuple[Consult, ...]:
        """Who has to agree to some opportunities, each once for each ground."""
        asked: dict[tuple[str, str, Ground], Consult] = {}
        for k in dict.fromkeys(option):
            acting = self.found.shooters[self.found.shooter[k]].party
            for party, ground, answer, wait_s in self.consents.of_option(k):
                by = float(self.last_launch_s[k]) - wait_s
                before = asked.get((acting, party, ground))
                by = min(by, before.ask_by_s) if before else by
                asked[acting, party, ground] = Consult(acting, party, ground, by, answer)
        return tuple(asked.values())

    def _reason(self, number: int) -> Closed:
        """Why nobody acts against an object for which somebody answers."""
        if (self.made.object == number).any():
            return Closed.SCARCE
        return self.consents.reason(number)
