"""What judging a claim gives: margin, verdict, worst case and evidence.

A predicate measures one number in a world, above zero when the claim holds. It does so twice over:
`margin` quickly, on flights that stand for all, for searches that ask thousands of times; and
`finding` thoroughly, with the worst case searched for.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, Self

from glasshield.assurance.worlds import World
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress


class Verdict(enum.StrEnum):
    """Whether a claim holds."""

    HOLDS = "holds"
    FAILS = "fails"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Margin:
    """By how much a claim holds (above zero) or fails (below), with the ends of uncertain inputs.

    Attributes:
        value: with the stated inputs; infinite where nothing could make the claim fail.
        low: with every uncertain input at the end that is worse for the claim.
        high: with every one at the better end.
        unit: in which all of these are, as `units.UNITS` spells it.
        band: within this of zero nothing is decided: what the model itself may be wrong by.
    """

    value: float
    low: float
    high: float
    unit: str
    band: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """Holds or fails when both ends do, beyond the band.

        Without a band a claim holds at zero, and what denies it fails there: a denied zero is
        below zero.
        """
        if self.low > self.band or (self.band == self.low == 0.0 and not _is_denied(self.low)):
            return Verdict.HOLDS
        if self.high < -self.band or (self.band == self.high == 0.0 and _is_denied(self.high)):
            return Verdict.FAILS
        return Verdict.UNDECIDED

    def denied(self) -> Margin:
        """The margin of the claim that denies this one."""
        return Margin(-self.value, -self.high, -self.low, self.unit, self.band)


def _is_denied(zero: float) -> bool:
    """Whether a zero came about by turning the sign of a margin."""
    return math.copysign(1.0, zero) < 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """One flight, battery or place that a margin hangs on; what does not apply is None.

    Attributes:
        launch: id of the launch area.
        target: id of the region aimed at.
        missile: id.
        launch_lat_rad: where exactly the flight begins.
        launch_lon_rad: where exactly the flight begins.
        target_lat_rad: where exactly it ends.
        target_lon_rad: where exactly it ends.
        apogee_m: of the flight.
        phase: id of the deployment, such as `epaa-4`.
        site: id of the battery's site.
        interceptor: id.
        numbers: what else was found, by name with its unit, such as `least_speed_km_s`.
    """

    launch: str | None = None
    target: str | None = None
    missile: str | None = None
    launch_lat_rad: float | None = None
    launch_lon_rad: float | None = None
    target_lat_rad: float | None = None
    target_lon_rad: float | None = None
    apogee_m: float | None = None
    phase: str | None = None
    site: str | None = None
    interceptor: str | None = None
    numbers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a predicate finds in a world.

    Attributes:
        margin: with its ends.
        worst: the case that the stated margin hangs on; None where there is none.
        evidence: a row for every flight, place or phase that was looked at, worst first.
        unanswered: sentences about what could not be computed, such as flights without a solution.
    """

    margin: Margin
    worst: Case | None
    evidence: tuple[Case, ...]
    unanswered: tuple[str, ...] = ()


class Predicate(Protocol):
    """A claim's predicate, ready to be measured in any world."""

    @property
    def unit(self) -> str:
        """The unit of its margins."""

    def prepared(self, worlds: Sequence[World]) -> Self:
        """This predicate with what stands for all flights chosen for these worlds.

        There its quick margins agree with what it finds thoroughly.
        """

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin in a world, quickly; `OPTIMISTIC` is the end that is better for the defence.

        Which end is better for the claim is the predicate's business: see `ends`.
        """

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """The bounds that are worse and better for the claim."""

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin in a world with its ends, the worst case searched for."""

    def keys(self, world: World) -> Sequence[str]:
        """The keys of what the margin may hang on, in full.

        A number or a word is named by its own key when a new value of it costs milliseconds. What
        costs more is named by the record or the part of it that holds it.
        """


def quick_margin(predicate: Predicate, world: World, band: float) -> Margin:
    """The margin with its ends, as quickly as the predicate can."""
    worse, better = predicate.ends
    return Margin(
        predicate.margin(world),
        predicate.margin(world, worse),
        predicate.margin(world, better),
        predicate.unit,
        band,
    )
