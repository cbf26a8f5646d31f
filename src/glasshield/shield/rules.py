"""The rules of an engagement: each one a named number or choice, with its uncertain ends.

A `Bound` says which end of an uncertain input is taken: what the facts state, the end that is
worse for the defence, or the end that is better for it.
"""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass
from typing import Final

from glasshield.catalog import Quantity
from glasshield.catalog.model import Interceptor
from glasshield.catalog.plans import AtIntercept, Cue, InBoost
from glasshield.catalog.plans import Rules as RulesRecord


class Bound(enum.StrEnum):
    """Which end of every uncertain input an answer is computed with."""

    STATED = "stated"
    PESSIMISTIC = "pessimistic"  # the end that is worse for the defence
    OPTIMISTIC = "optimistic"  # the end that is better for the defence


class Better(enum.Enum):
    """Which end of an input is better for the defence."""

    HIGH = 1
    LOW = -1


def at_bound(quantity: Quantity, bound: Bound, better: Better) -> float:
    """The quantity in SI units at a bound."""
    if bound is Bound.STATED:
        return quantity.si
    upward = (bound is Bound.OPTIMISTIC) == (better is Better.HIGH)
    return quantity.high_si if upward else quantity.low_si


class Rule(enum.StrEnum):
    """What can close a window, in the order in which the rules are applied."""

    MIN_HEIGHT = "min_intercept_height"
    MAX_HEIGHT = "max_intercept_height"
    BEFORE_REENTRY = "latest_intercept"
    SENSOR = "sensor_at_intercept"
    MAX_GROUND = "max_ground_range"
    REACH = "out-of-reach"
    IN_BOOST = "launch_in_boost"
    COMMIT = "commit_delay"
    NOT_SEEN = "not-seen"

    @property
    def sentence(self) -> str:
        """The rule as a person reads it."""
        return _SENTENCES[self]


_SENTENCES: Final = {
    Rule.MIN_HEIGHT: "the target never flies above the least intercept height",
    Rule.MAX_HEIGHT: "the target flies above the greatest intercept height",
    Rule.BEFORE_REENTRY: "the target is met too late before its re-entry",
    Rule.SENSOR: "no sensor sees the target where it could be met",
    Rule.MAX_GROUND: "the target stays beyond the greatest ground range",
    Rule.REACH: "the interceptor does not reach the target's path",
    Rule.IN_BOOST: "the interceptor would have to start before the target's burnout",
    Rule.COMMIT: "the interceptor would have to start before the commit",
    Rule.NOT_SEEN: "no sensor gives the cue",
}

# The kernel's order of rules, `native/windows.hpp`.
KERNEL_RULES: Final = tuple(Rule)[:-1]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules under which engagements are judged.

    Attributes:
        cue: what starts the clock.
        commit_delay_s: from the cue to the earliest launch of an interceptor.
        in_boost: whether it may start while the target still burns.
        at_intercept: whether a sensor has to see the target when it is met.
        min_height_m: least intercept height.
        max_height_m: greatest intercept height.
        max_ground_m: greatest ground range from the site to the intercept.
        before_reentry_s: the target is met at least so long before it falls through 100 km.
        shot_interval_s: between two launches at one target.
    """

    cue: Cue
    commit_delay_s: float
    in_boost: InBoost
    at_intercept: AtIntercept
    min_height_m: float = 0.0
    max_height_m: float = math.inf
    max_ground_m: float = math.inf
    before_reentry_s: float = 0.0
    shot_interval_s: float = 15.0

    @classmethod
    def stated(
        cls, record: RulesRecord, interceptor: Interceptor, bound: Bound = Bound.STATED
    ) -> Rules:
        """The rules that a record and an interceptor's own limits make together.

        Where both limit the same, the narrower limit holds.

        Args:
            record: from the catalogue.
            interceptor: from the catalogue.
            bound: which end of the uncertain numbers.
        """
        lowest = at_bound(interceptor.min_intercept_height, bound, Better.LOW)
        if record.min_intercept_height:
            lowest = max(lowest, at_bound(record.min_intercept_height, bound, Better.LOW))
        farthest = at_bound(interceptor.max_ground_range, bound, Better.HIGH)
        if record.max_ground_range:
            farthest = min(farthest, at_bound(record.max_ground_range, bound, Better.HIGH))
        return cls(
            cue=record.cue,
            commit_delay_s=at_bound(record.commit_delay, bound, Better.LOW),
            in_boost=record.launch_in_boost,
            at_intercept=record.sensor_at_intercept,
            min_height_m=lowest,
            max_height_m=at_bound(interceptor.max_intercept_height, bound, Better.HIGH),
            max_ground_m=farthest,
            before_reentry_s=at_bound(record.latest_intercept, bound, Better.LOW),
            shot_interval_s=at_bound(record.shot_interval, bound, Better.LOW),
        )
