"""The worlds between two sides, and the least that one has to take over from the other.

With n facts in dispute there are two to the power of n worlds between the sides, one for every set
of facts taken from the other side. A set flips a verdict when with it the verdict becomes the
other side's; it is minimal when none of its parts does. The search goes by growing size, so that
whatever holds a set that was found is passed over; what was asked once is remembered.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from glasshield.assurance.sides import Parameter, Side, exchanged
from glasshield.assurance.verdicts import Margin, Predicate, Verdict
from glasshield.assurance.worlds import World
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress

Band = Callable[[World], float]
"""Within how much of zero a margin decides nothing in a world."""

MOST_SETS: Final = 2**13  # asked of one side; all sets of thirteen parameters


@dataclass(frozen=True)
class Lattice:
    """The worlds between two sides; a set of parameters is written as bits.

    Attributes:
        predicate: what is measured.
        sides: the two.
        parameters: in which they differ; bit n of a set stands for the n-th.
        band: of the margin, as a world has it.
    """

    predicate: Predicate
    sides: tuple[Side, Side]
    parameters: tuple[Parameter, ...]
    band: Band
    _known: dict[tuple[int, Bound], float] = field(default_factory=dict, repr=False, compare=False)

    @property
    def whole(self) -> int:
        """The set of all parameters."""
        return 2 ** len(self.parameters) - 1

    @property
    def evaluations(self) -> int:
        """How many margins were computed."""
        return len(self._known)

    def world(self, taken: int) -> World:
        """The first side's world with a set of parameters taken from the second."""
        if taken == 0:
            return self.sides[0].world
        chosen = [p for n, p in enumerate(self.parameters) if taken >> n & 1]
        ours = self.sides[0].world
        return ours.with_settings(exchanged(ours.settings, chosen, 1))

    def margin(self, taken: int, bound: Bound = Bound.STATED) -> float:
        """The margin in that world."""
        if (taken, bound) not in self._known:
            self._known[taken, bound] = self.predicate.margin(self.world(taken), bound)
        return self._known[taken, bound]

    def verdict(self, taken: int) -> Verdict:
        """The verdict in that world."""
        low, high = (self.margin(taken, bound) for bound in self.predicate.ends)
        return self._margin(taken, low, high).verdict

    def has(self, taken: int, verdict: Verdict) -> bool:
        """Whether the verdict in that world is this one, from as few margins as tell it."""
        worse, better = self.predicate.ends
        if verdict is Verdict.HOLDS:
            return self._margin(taken, self.margin(taken, worse), math.inf).verdict is verdict
        if verdict is Verdict.FAILS:
            return self._margin(taken, -math.inf, self.margin(taken, better)).verdict is verdict
        return self.verdict(taken) is verdict

    def _margin(self, taken: int, low: float, high: float) -> Margin:
        return Margin(math.nan, low, high, self.predicate.unit, self.band(self.world(taken)))


@dataclass(frozen=True, slots=True)
class FlipSets:
    """The minimal sets that give one side the other's verdict.

    Attributes:
        sets: as bits, smaller sets first.
        up_to: the size up to which all are there; None when all are.
    """

    sets: tuple[int, ...]
    up_to: int | None = None


def flip_sets(
    lattice: Lattice, side: int, progress: Progress | None = None, most: int = MOST_SETS
) -> FlipSets:
    """The minimal sets of parameters which, taken from the other side, give a side its verdict.

    Args:
        lattice: between the two.
        side: 0 or 1, whose verdict is to turn.
        progress: told how far the search is.
        most: sets that are asked at most; a size that would need more is not begun.
    """
    start = side * lattice.whole
    wanted = lattice.verdict(lattice.whole - start)
    if lattice.verdict(start) is wanted:
        return FlipSets(())
    found: list[int] = []
    asked = 0
    free = [1 << n for n in range(len(lattice.parameters))]
    for size in range(1, len(lattice.parameters) + 1):
        if asked + math.comb(len(free), size) > most:
            return FlipSets(tuple(found), size - 1)
        for bits in combinations(free, size):
            one = sum(bits)
            if not _holds_any(one, found):
                asked += 1
                found += [one] if lattice.has(start ^ one, wanted) else []
                _tell(progress, asked, 2 ** len(lattice.parameters))
        # What flips alone is in no larger minimal set.
        free = [bit for bit in free if bit not in found]
    return FlipSets(tuple(found))


def _holds_any(one: int, found: Sequence[int]) -> bool:
    return any(one & other == other for other in found)


def _tell(progress: Progress | None, asked: int, of: int) -> None:
    if progress and asked % 32 == 0:
        progress(asked / of, "flip sets")
