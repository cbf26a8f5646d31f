"""The places from which most is learned together.

The information of several places adds up. The best single place is found among all; a set of two or
three grows by the place that helps most, and is then improved by exchanging one place at a time
until no exchange helps. Of places that are equally good, to a thousandth, the first counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

# As a share of a variance: what is less is lost in sums of numbers of eleven digits, and on another
# machine another place would seem the best.
_LEAST_GAIN: Final = 1e-3
_BATCH: Final = 512
_MOST_ROUNDS: Final = 20


@dataclass(frozen=True, slots=True)
class Candidates:
    """Places that may be chosen.

    Attributes:
        information: from each, on the unknowns of the flight.
        prior: what is known beforehand.
        asked: how the number that is wanted changes with the unknowns.
        group: the observer of each.
        most: how many places each observer can have at once.
        eligible: which places may be chosen at all.
    """

    information: Float[np.ndarray, "q p p"]
    prior: Float[np.ndarray, "p p"]
    asked: Float[np.ndarray, "p"]
    group: Int[np.ndarray, "q"]
    most: Sequence[int]
    eligible: Bool[np.ndarray, "q"]

    def variances(
        self, chosen: Sequence[int], one_more: Int[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n"]:
        """The variance of what is asked from the chosen places and one more, for each one more."""
        base = self.prior + self.information[list(chosen)].sum(axis=0)
        found = np.empty(len(one_more))
        for first in range(0, len(one_more), _BATCH):
            part = slice(first, first + _BATCH)
            whole = base + self.information[one_more[part]]
            column = np.broadcast_to(self.asked[:, None], (len(whole), len(self.asked), 1))
            found[part] = np.linalg.solve(whole, column)[:, :, 0] @ self.asked
        return found

    def open(self, chosen: Sequence[int]) -> Int[np.ndarray, "n"]:
        """The places that may join the chosen ones."""
        free = self.eligible.copy()
        free[list(chosen)] = False
        for group, most in enumerate(self.most):
            if np.sum(self.group[list(chosen)] == group) >= most:
                free &= self.group != group
        return np.flatnonzero(free)

    def joining(self, chosen: Sequence[int]) -> tuple[int, float] | None:
        """The place that helps the chosen ones most, and the variance then; none if none may."""
        places = self.open(chosen)
        if not len(places):
            return None
        variances = self.variances(chosen, places)
        nearest = float(variances.min()) * (1.0 + _LEAST_GAIN)
        best = int(np.argmax(variances <= nearest))
        return int(places[best]), float(variances[best])


def best_sets(candidates: Candidates, most: int = 3) -> list[tuple[int, ...]]:
    """The best one place, two places and so on, as numbers in growing order.

    Args:
        candidates: to choose from.
        most: places in the largest set.
    """
    found: list[tuple[int, ...]] = []
    chosen: list[int] = []
    for _ in range(most):
        more = candidates.joining(chosen)
        if more is None:
            break
        chosen = _exchanged(candidates, [*chosen, more[0]], more[1])
        found.append(tuple(sorted(chosen)))
    return found


def _exchanged(candidates: Candidates, chosen: list[int], variance: float) -> list[int]:
    """The set after exchanges of one place at a time, until none helps."""
    for _ in range(_MOST_ROUNDS if len(chosen) > 1 else 0):
        before = variance
        for k in range(len(chosen)):
            others = chosen[:k] + chosen[k + 1 :]
            better = candidates.joining(others)
            if better is not None and better[1] < variance * (1.0 - _LEAST_GAIN):
                chosen, variance = [*others[:k], better[0], *others[k:]], better[1]
        if variance >= before:
            break
    return chosen
