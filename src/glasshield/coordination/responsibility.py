"""Who would act against which simulated object, under sectors, magazines and consultations.

For each object the party answers in whose sector it comes down. Its batteries act; a neighbour's
do where it has no window and agrees. Above another's territory nothing is planned without consent,
and no launch stands before a consultation is over.

Among all such plans this one, in this order: stops the greatest expected weight of objects (counted
in ten-thousandths), with the fewest interceptors, with the fewest consents still to be asked for,
with the least sum of the times of intercept (counted in tenths of a second).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from glasshield.coordination.opportunities import Closed, Opportunities
from glasshield.coordination.sectors import Sectors


class TimeOut(enum.StrEnum):
    """What happens when a party that was consulted does not answer in time."""

    HOLD = "hold"  # as if it had refused
    PROCEED = "proceed"  # as if it had agreed


class Neighbours(enum.StrEnum):
    """When batteries of others act for the party that answers."""

    NEVER = "never"
    NO_WINDOW = "no-window"  # where it has no opportunity left, and agrees
    AGREED = "agreed"  # wherever it agrees


@dataclass(frozen=True, slots=True)
class Procedures:
    """How the parties have agreed to act.

    Attributes:
        wait_s: how long an answer of a party is waited for; by party, others `usual_wait_s`.
        usual_wait_s: how long otherwise.
        time_out: what a missing answer means.
        neighbours: when others act for the party that answers.
        shots_each: most interceptors at one object.
        look_s: from an intercept until it is known whether the object flies on.
        least_share: an object matters if at least this share of where it may come down lies in
            somebody's sector.
    """

    wait_s: Mapping[str, float] = field(default_factory=dict)
    usual_wait_s: float = 60.0
    time_out: TimeOut = TimeOut.HOLD
    neighbours: Neighbours = Neighbours.NO_WINDOW
    shots_each: int = 2
    look_s: float = 10.0
    least_share: float = 0.05

    def wait_for_s(self, party: str) -> float:
        """How long an answer of a party is waited for."""
        return self.wait_s.get(party, self.usual_wait_s)


class Answer(enum.StrEnum):
    """What came of a consultation so far."""

    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"
    TIMED_OUT = "timed-out"


@dataclass(frozen=True, slots=True)
class Consultation:
    """A party that was asked about an object: whether others may act above its territory or for it.

    Attributes:
        object: which.
        asks: the party that would act.
        party: who was asked.
        asked_s: when.
        answer: what came of it.
    """

    object: str
    asks: str
    party: str
    asked_s: float
    answer: Answer = Answer.OPEN


class Ground(enum.StrEnum):
    """Why a party has to be consulted."""

    TERRITORY = "territory"  # the object would be met above its territory
    SECTOR = "sector"  # another acts in its place


@dataclass(frozen=True, slots=True)
class Consult:
    """A consultation that a planned engagement needs.

    Attributes:
        party: who has to agree.
        ground: why.
        ask_by_s: the latest moment to ask so that the last launch still comes after the wait;
            before now where the answer is there already.
        answer: what came of it so far; None where it was not asked yet.
    """

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
    NOBODYS = "nobodys"  # comes down in nobody's sector
    UNWANTED = "unwanted"  # has no weight: nobody wants to stop it


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
    acting: str
    consult: tuple[Consult, ...]
    shots: tuple[Shot, ...]
    probability: float
    last_launch_s: float
    reason: Closed | None


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
    consultations: tuple[Consultation, ...] = (),
) -> ResponsibilityPlan:
    """The plan for all objects at the moment of the opportunities.

    Args:
        found: the opportunities, with the batteries and their magazines.
        sectors: who answers where.
        procedures: whom to ask, how long to wait.
        consultations: asked so far.
    """
    raise NotImplementedError
