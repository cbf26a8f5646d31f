"""What many seeds say of a share or of a mean, with the 95 % interval of each.

A share of runs has Wilson's score interval, which holds its level where a share is near 0 or 1. A
mean has Student's interval. Where every run gave the same, that one has no width, though nobody
knows that the next run is alike; then there is none, and that the runs were all alike is said.
What could still hide in so many runs, the interval of a share says.

The counts are whole numbers and their sums are exact, so that the order in which runs came in,
and the number of machines that made them, changes no digit.

Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal
of the American Statistical Association 22 (1927), 209-212; Student, The probable error of a mean,
Biometrika 6 (1908), 1-25.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEVEL: Final = 0.95
_Z: Final = 1.959963984540054  # of the normal distribution, for the level


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or a mean of some runs, with the ends of its 95 % interval.

    Attributes:
        value: the share or the mean.
        ends: of the interval; none where all runs gave the same mean.
        runs: of how many.
    """

    value: float
    ends: tuple[float, float] | None
    runs: int


def share(found: int, of: int) -> Estimate:
    """The share of runs in which something was found, with Wilson's interval.

    Args:
        found: in how many, 0 to `of`.
        of: how many runs there were, at least one.

    Source: Wilson, 1927.
    """
    part, z2 = found / of, _Z * _Z
    middle = (part + z2 / (2 * of)) / (1 + z2 / of)
    half = _Z / (1 + z2 / of) * math.sqrt(part * (1 - part) / of + z2 / (4 * of * of))
    low = 0.0 if found == 0 else max(0.0, middle - half)
    high = 1.0 if found == of else min(1.0, middle + half)
    return Estimate(part, (low, high), of)


def mean(counts: Sequence[int], least: float = -math.inf, most: float = math.inf) -> Estimate:
    """The mean over runs with Student's interval, inside of what there can be.

    Args:
        counts: one for each run, at least one.
        least: the least that one can be.
        most: the most that one can be.

    Source: Student, 1908.
    """
    number, total = len(counts), sum(counts)
    squares = sum(count * count for count in counts)
    value = total / number
    # Whole numbers up to here: the spread of equal counts is exactly zero.
    spread = number * squares - total * total
    if spread == 0:
        return Estimate(value, None, number)
    half = _student(number - 1) * math.sqrt(spread / (number - 1)) / number
    return Estimate(
        value, (max(float(least), value - half), min(float(most), value + half)), number
    )


def _student(freedom: int) -> float:
    """The quantile of Student's distribution that leaves 2.5 % above it."""
    from scipy.special import stdtrit

    return float(stdtrit(freedom, 0.5 + LEVEL / 2.0))
