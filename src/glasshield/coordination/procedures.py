"""How the parties of an exercise have agreed to act: whom to ask, how long to wait, who helps."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from glasshield.errors import RangeError

MOST_SHOTS: Final = 4  # interceptors at one object


class TimeOut(enum.StrEnum):
    """What it means that a party does not answer in time."""

    HOLD = "hold"  # as if it had refused
    PROCEED = "proceed"  # as if it had agreed


class Neighbours(enum.StrEnum):
    """When batteries of others act for the party that answers."""

    NEVER = "never"
    NO_WINDOW = "no-window"  # where it has no opportunity left, and agrees
    AGREED = "agreed"  # wherever it agrees


@dataclass(frozen=True, slots=True)
class Asking:
    """How a party is consulted.

    Attributes:
        wait_s: how long its answer is waited for.
        time_out: what a missing answer means.
    """

    wait_s: float = 60.0
    time_out: TimeOut = TimeOut.HOLD

    def __post_init__(self) -> None:
        """Refuse a wait that is none.

        Raises:
            RangeError: below zero, or not a number.
        """
        if not self.wait_s >= 0.0:
            raise RangeError("nobody waits for less than no time", where="wait_s", got=self.wait_s)


@dataclass(frozen=True, slots=True)
class Procedures:
    """How the parties have agreed to act.

    Attributes:
        asking: how parties are consulted; others as `usual`.
        usual: how a party is consulted otherwise.
        decide_s: by party, how long it takes from a plan until its batteries can launch, with its
            own decision and its keys; others launch at once.
        neighbours: when others act for the party that answers.
        shots_each: most interceptors at one object, of two batteries at most.
        look_s: from an intercept until it is known whether the object flies on; infinite where all
            interceptors start without a look.
        least_share: an object matters if at least this share of where it may come down lies in
            somebody's sector.
    """

    asking: Mapping[str, Asking] = field(default_factory=dict)
    usual: Asking = Asking()
    decide_s: Mapping[str, float] = field(default_factory=dict)
    neighbours: Neighbours = Neighbours.NO_WINDOW
    shots_each: int = 2
    look_s: float = 10.0
    least_share: float = 0.05

    def __post_init__(self) -> None:
        """Refuse numbers that make no sense.

        Raises:
            RangeError: too many or no shots, a share beyond one, a look back in time.
        """
        if not 1 <= self.shots_each <= MOST_SHOTS:
            raise RangeError(
                "this is not a number of interceptors at one object",
                where="shots_each",
                got=self.shots_each,
                expected=f"1 to {MOST_SHOTS}",
            )
        if not (0.0 <= self.least_share <= 1.0 and self.look_s >= 0.0):
            raise RangeError("a share is from 0 to 1, and a look takes no negative time")

    def asks(self, party: str) -> Asking:
        """How a party is consulted."""
        return self.asking.get(party, self.usual)


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

    def ready_s(self, asking: Asking, now_s: float) -> float:
        """From when on the asking party may launch; infinite for never.

        While the answer is open, it is counted on at the end of the wait.

        Args:
            asking: how the party is consulted.
            now_s: the exercise's time.
        """
        if self.answer is Answer.TIMED_OUT:
            return now_s if asking.time_out is TimeOut.PROCEED else float("inf")
        if self.answer is Answer.OPEN:
            return max(now_s, self.asked_s + asking.wait_s)
        return now_s if self.answer is Answer.AGREED else float("inf")
