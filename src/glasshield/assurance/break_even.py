"""The value of one number at which a claim's margin is zero, everything else as one side has it.

The margin is computed at even steps over what both sides say and somewhat beyond, and every change
of its sign is closed in on. Where the margin jumps, the value is where it jumps. Two zeros within
one step are not seen.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import msgspec
import numpy as np
from scipy.optimize import brentq

from glasshield import units
from glasshield.assurance.document import BreakEven, Curve
from glasshield.assurance.lattice import Lattice
from glasshield.assurance.rounding import figure, rounded
from glasshield.assurance.sides import Parameter, moved
from glasshield.assurance.verdicts import Verdict
from glasshield.assurance.worlds import World
from glasshield.catalog import Quantity
from glasshield.errors import NumericalError, RangeError
from glasshield.shield.rules import Bound

STEPS: Final = 24
BEYOND: Final = 0.25  # of the span between the sides, on either end
TOLERANCE: Final = 1e-6  # of the span that is searched

Function = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class Turn:
    """How the margin goes with one number while the rest stays as one side has it.

    Attributes:
        break_even: where it is zero.
        curve: the margin over the number.
        evaluations: margins computed.
    """

    break_even: BreakEven
    curve: Curve
    evaluations: int


def turns(lattice: Lattice, parameter: Parameter, *, is_dear: bool = False) -> tuple[Turn, ...]:
    """The break-even value of a parameter and its curve, with the rest as each side has it.

    Args:
        lattice: between the sides.
        parameter: in which they differ; words and names have no break-even.
        is_dear: whether every new value costs seconds; then only the sides' own values and what
            lies between them are looked at.
    """
    if parameter.numbers is None:
        return ()
    return tuple(_turn(lattice, parameter, side, is_dear=is_dear) for side in (0, 1))


@dataclass(frozen=True, slots=True)
class Shown:
    """From where on a number, known exactly, gives a side another verdict.

    Attributes:
        value: nearest to the side's own; None where no value does.
        above: whether the verdict follows above it.
        evaluations: margins computed.
    """

    value: float | None
    above: bool | None
    evaluations: int


def shown(
    lattice: Lattice, parameter: Parameter, side: int, wanted: Verdict, *, is_dear: bool = False
) -> Shown:
    """What would have to be shown of a number for a side to come to a verdict.

    Everything else stays as the side has it, with all intervals.

    Args:
        lattice: between the sides.
        parameter: a number in which they differ.
        side: 0 or 1, who is to be convinced.
        wanted: the verdict.
        is_dear: as for `turns`.
    """
    values = _values(parameter, is_dear=is_dear)
    slack = _Slack(lattice, parameter, side, wanted)
    slacks = [slack(value) for value in values]
    own = parameter.both[side].value
    zeros = _zeros(slack, values, slacks, TOLERANCE * (values[-1] - values[0]))
    zeros = [zero for zero in zeros if values[0] < zero < values[-1]]
    if not zeros or slack(own) > 0.0:
        return Shown(None, None, slack.evaluations)
    nearest = min(zeros, key=lambda zero: abs(zero - own))
    return Shown(rounded(nearest), nearest > own, slack.evaluations)


def span(first: Quantity, second: Quantity, beyond: float = BEYOND) -> tuple[float, float]:
    """The range of values that two numbers and their intervals span, widened at both ends.

    Numbers above zero stay above zero, and shares stay shares.

    Args:
        first: in some unit.
        second: in the same unit.
        beyond: how far to widen it, as a part of the span.
    """
    low = min(first.interval[0], second.interval[0])
    high = max(first.interval[1], second.interval[1])
    more = beyond * (high - low)
    least = 0.5 * low if low > 0.0 else 0.0 if low == 0.0 else -math.inf
    is_share = first.dimension == "number" and low >= 0.0 and high * _si(first) <= 1.0
    most = 1.0 / _si(first) if is_share else math.inf
    return max(low - more, least), min(high + more, most)


def _si(number: Quantity) -> float:
    """How many SI units the number's unit is."""
    return units.UNITS[number.unit].si


def _turn(lattice: Lattice, parameter: Parameter, side: int, *, is_dear: bool) -> Turn:
    margin = _Margin(lattice, parameter, side)
    values = _values(parameter, is_dear=is_dear)
    margins = [margin(value) for value in values]
    zeros = _zeros(margin, values, margins, TOLERANCE * (values[-1] - values[0]))
    own = parameter.both[0].value, parameter.both[1].value
    held_by, unit = lattice.sides[side].id, parameter.both[0].unit
    nearest = min(zeros, key=lambda zero: abs(zero - own[side]), default=None)
    return Turn(
        BreakEven(
            parameter=parameter.key,
            held_by=held_by,
            value=None if nearest is None else rounded(nearest),
            unit=unit,
            between=own,
            searched=(rounded(values[0]), rounded(values[-1])),
            crossings=len(zeros),
        ),
        Curve(
            parameter=parameter.key,
            held_by=held_by,
            unit=unit,
            value=tuple(rounded(value) for value in values),
            margin=tuple(figure(one) for one in margins),
        ),
        len(margin.known),
    )


def _values(parameter: Parameter, *, is_dear: bool) -> list[float]:
    """The values at which a margin is computed: even steps, and what the sides say."""
    own = parameter.both[0].value, parameter.both[1].value
    low, high = (min(own), max(own)) if is_dear else span(*parameter.both)
    steps = np.linspace(low, high, 2 if is_dear else STEPS + 1)
    return sorted({*steps.tolist(), *own})


@dataclass(frozen=True, slots=True)
class _Margin:
    """The margin of a side's world over one number, each value asked once.

    A value that the number cannot have gives NaN.
    """

    lattice: Lattice
    parameter: Parameter
    side: int
    bound: Bound = Bound.STATED
    known: dict[float, float] = field(default_factory=dict)

    def __call__(self, value: float) -> float:
        if value not in self.known:
            self.known[value] = self._asked(value)
        return self.known[value]

    def world(self, value: float) -> World:
        """The side's world with the number known to be a value."""
        world = self.lattice.world(self.side * self.lattice.whole)
        own = self.parameter.both[self.side]
        number = msgspec.structs.replace(own, value=value, low=None, high=None)
        return world.with_settings(moved(world.settings, self.parameter, number))

    def _asked(self, value: float) -> float:
        try:
            return self.lattice.predicate.margin(self.world(value), self.bound)
        except (RangeError, NumericalError):
            return math.nan


class _Slack:
    """By how much a side's verdict is the wanted one over a number; below zero where it is not."""

    def __init__(self, lattice: Lattice, parameter: Parameter, side: int, wanted: Verdict) -> None:
        worse, better = lattice.predicate.ends
        self._low = _Margin(lattice, parameter, side, worse)
        self._high = _Margin(lattice, parameter, side, better)
        self._band = lattice.band(lattice.world(side * lattice.whole))
        self._wanted = wanted

    def __call__(self, value: float) -> float:
        if self._wanted is Verdict.HOLDS:
            return self._low(value) - self._band
        if self._wanted is Verdict.FAILS:
            return -self._band - self._high(value)
        return min(self._band - self._low(value), self._high(value) + self._band)

    @property
    def evaluations(self) -> int:
        """How many margins were computed."""
        return len(self._low.known) + len(self._high.known)


class _ImpossibleError(Exception):
    """A value that the number cannot have lies where a zero is looked for."""


def _zeros(
    margin: Function, values: Sequence[float], margins: Sequence[float], tolerance: float
) -> list[float]:
    """Where the margin is zero or changes its sign; not where it is unknown in between."""
    most = max((abs(one) for one in margins if math.isfinite(one)), default=0.0) + 1.0

    def clipped(value: float) -> float:
        found = margin(value)
        if math.isnan(found):
            raise _ImpossibleError
        # Beyond all that is finite a margin says no more than its sign.
        return min(max(found, -most), most)

    zeros = [value for value, one in zip(values, margins, strict=True) if one == 0.0]
    for (left, below), (right, above) in pairwise(zip(values, margins, strict=True)):
        if below * above < 0.0:
            with contextlib.suppress(_ImpossibleError):
                zeros.append(brentq(clipped, left, right, xtol=tolerance))
    return sorted(zeros)
