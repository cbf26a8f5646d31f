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
from glasshield.catalog import Quantity
from glasshield.errors import NumericalError, RangeError

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
    numbers = parameter.numbers
    assert numbers is not None
    margin = _Margin(lattice, parameter, side)
    own = numbers[0].value, numbers[1].value
    low, high = (min(own), max(own)) if is_dear else span(*numbers)
    steps = np.linspace(low, high, 2 if is_dear else STEPS + 1)
    values = sorted({*steps.tolist(), *own})
    margins = [margin(value) for value in values]
    zeros = _zeros(margin, values, margins, TOLERANCE * (high - low))
    held_by, unit = lattice.sides[side].id, numbers[0].unit
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


@dataclass(frozen=True, slots=True)
class _Margin:
    """The margin of a side's world over one number, each value asked once.

    A value that the number cannot have gives NaN.
    """

    lattice: Lattice
    parameter: Parameter
    side: int
    known: dict[float, float] = field(default_factory=dict)

    def __call__(self, value: float) -> float:
        if value not in self.known:
            self.known[value] = self._asked(value)
        return self.known[value]

    def _asked(self, value: float) -> float:
        world = self.lattice.world(self.side * self.lattice.whole)
        try:
            settings = moved(world.settings, self.parameter, self._number(value))
            return self.lattice.predicate.margin(world.with_settings(settings))
        except (RangeError, NumericalError):
            return math.nan

    def _number(self, value: float) -> Quantity:
        numbers = self.parameter.numbers
        assert numbers is not None
        return msgspec.structs.replace(numbers[self.side], value=value, low=None, high=None)


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
