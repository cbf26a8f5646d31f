"""The best choices under small magazines, from a table over all that can be left of each.

Object by object the table holds, for every number of interceptors that may be used of each battery,
the least aims that the objects so far can come to: Bellman's recursion, exact, and far quicker than
a general solver where the table is small. Aims are told apart by their places in one whole number,
as digits are.

Source: Bellman 1957, Dynamic Programming, chapter I; Kellerer, Pferschy and Pisinger 2004, Knapsack
Problems, section 11.5 (multiple-choice knapsack).
"""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from jaxtyping import Int

_NONE: Final = -1
_MOST_BITS: Final = 62  # of a whole number that sums of aims are kept in


def entries(magazine: Int[np.ndarray, "s"]) -> int:
    """How many entries a table over these magazines has."""
    return math.prod(int(count) + 1 for count in magazine)


def costs(
    object_: Int[np.ndarray, "c"], aims: Int[np.ndarray, "c a"]
) -> Int[np.ndarray, "c"] | None:
    """The aims of each choice as one whole number; None where sums of them would be too large.

    Sums of these, one choice for each object, stand in the order of the sums of the aims: no sum of
    a later aim reaches the unit of the one before it.

    Args:
        object_: of each choice, the number of its object.
        aims: of each choice, the first above all.
    """
    names, row = np.unique(object_, return_inverse=True)
    largest = np.zeros((len(names), aims.shape[1]), dtype=int)
    np.maximum.at(largest, row, np.abs(aims))
    spans = [2 * int(most) + 1 for most in largest.sum(axis=0)]
    if math.prod(spans).bit_length() > _MOST_BITS:
        return None
    units = [math.prod(spans[place + 1 :]) for place in range(len(spans))]
    return aims.astype(np.int64) @ np.array(units, dtype=np.int64)


def best(
    object_: Int[np.ndarray, "c"],
    uses: Int[np.ndarray, "c s"],
    cost: Int[np.ndarray, "c"],
    magazine: Int[np.ndarray, "s"],
) -> Int[np.ndarray, "m"]:
    """The choices of least cost: at most one for each object, within all magazines.

    Of choices that cost the same the first one is taken, and none before one that costs nothing.

    Args:
        object_: of each choice, the number of its object.
        uses: how many interceptors of each battery it takes, no more than there are.
        cost: of each.
        magazine: interceptors of each battery.
    """
    shape = tuple(int(count) + 1 for count in magazine)
    least = np.zeros(shape, dtype=np.int64)  # by what may be used; nothing chosen costs nothing
    chosen = []
    for name in np.unique(object_):
        before, least = least, least.copy()
        which = np.full(shape, _NONE)
        for row in np.flatnonzero(object_ == name).tolist():
            with_it = tuple(slice(taken, None) for taken in uses[row].tolist())
            without = tuple(
                slice(None, size - taken)
                for size, taken in zip(shape, uses[row].tolist(), strict=True)
            )
            sums = before[without] + cost[row]
            better = sums < least[with_it]
            least[with_it][better] = sums[better]
            which[with_it][better] = row
        chosen.append(which)
    return _traced(chosen, uses, magazine)


def _traced(
    chosen: list[Int[np.ndarray, "..."]], uses: Int[np.ndarray, "c s"], left: Int[np.ndarray, "s"]
) -> Int[np.ndarray, "m"]:
    """The choices that lead to the last entry of the table, the last object's first."""
    taken = []
    for which in reversed(chosen):
        row = int(which[tuple(left)])
        if row != _NONE:
            taken.append(row)
            left = left - uses[row]
    return np.array(taken[::-1], dtype=int)
