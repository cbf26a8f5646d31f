"""The flights that stand for all of a claim's: the named ones, and the worst that were found.

The named flights run between the named places at least energy and, where a claim lets flights bend,
at both ends of its interval. Where a party's world holds other missiles or places they are flown
anew; else they are kept, with what sensors see of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.assurance.flightbook import APOGEE, Flightbook, Flown, Pair
from glasshield.assurance.memory import Memory
from glasshield.assurance.sightings import Sightings
from glasshield.assurance.verdicts import Case

# Which pair each of some worst flights belongs to, and its point of the cube.
Found = tuple[Int[np.ndarray, "g"], Float[np.ndarray, "g 5"]]

FINDINGS: Final = 32  # searches that a predicate remembers: parties, each at two bounds
_REMEMBERED: Final = 16  # sets of flights: one for each missile or place that parties disagree on


@dataclass(frozen=True, slots=True)
class Cast:
    """Points of the cubes of some pairs; see `flightbook`.

    Attributes:
        book: flies them.
        pair: which pair each belongs to.
        points: of its cube.
    """

    book: Flightbook
    pair: Int[np.ndarray, "n"]
    points: Float[np.ndarray, "n 5"]
    _flown: Memory[Sightings] = field(default_factory=lambda: Memory(_REMEMBERED), repr=False)

    @classmethod
    def named(cls, book: Flightbook, pairs: Sequence[Pair]) -> Cast:
        """The named flights of some pairs."""
        numbers = np.arange(len(pairs))
        points = book.named(pairs)
        bent = np.flatnonzero(book.free(pairs)[:, APOGEE])
        ends = []
        for multiple in (0.0, 1.0):
            end = points[bent].copy()
            end[:, APOGEE] = multiple
            ends.append(end)
        return cls(book, np.concatenate([numbers, bent, bent]), np.concatenate([points, *ends]))

    def joined(self, pair: Int[np.ndarray, "k"], points: Float[np.ndarray, "k 5"]) -> Cast:
        """These flights and others, each once."""
        both = np.column_stack(
            [np.concatenate([self.pair, pair]), np.concatenate([self.points, points])]
        )
        _, first = np.unique(both, axis=0, return_index=True)
        kept = np.sort(first)
        if len(kept) == len(self.pair):
            return self
        return replace(
            self, pair=both[kept, 0].astype(int), points=both[kept, 1:], _flown=Memory(_REMEMBERED)
        )

    def flown(self, pairs: Sequence[Pair]) -> Sightings:
        """The flights as a world has them, with what its sensors see.

        Args:
            pairs: of that world, in the order of those that the points were made for.
        """
        parts = [part for pair in pairs for part in pair.parts]
        spans = tuple(pair.apogee for pair in pairs)
        return self._flown.of(
            parts, spans, lambda: Sightings(self.book.fly(pairs, self.pair, self.points))
        )


def case_of(flown: Flown, row: int, pairs: Sequence[Pair], **numbers: float) -> Case:
    """One of the flights as a case."""
    pair = pairs[flown.pair[row]]
    return Case(
        launch=pair.launch.id,
        target=pair.region.id,
        missile=pair.missile.id,
        launch_lat_rad=float(flown.from_lat_rad[row]),
        launch_lon_rad=float(flown.from_lon_rad[row]),
        target_lat_rad=float(flown.to_lat_rad[row]),
        target_lon_rad=float(flown.to_lon_rad[row]),
        apogee_m=float(flown.apogee_m[row]),
        numbers=numbers,
    )


def unflown(flown: Flown, pairs: Sequence[Pair]) -> tuple[str, ...]:
    """A sentence for each missile and region to which some launch areas have no flight."""
    flies = np.unique(flown.pair[flown.ok])
    missing: dict[tuple[str, str], list[str]] = {}
    for pair in (pair for k, pair in enumerate(pairs) if k not in flies):
        missing.setdefault((pair.missile.name, pair.region.name), []).append(pair.launch.name)
    return tuple(
        f"{missile}: no flight comes down at {region} from {'; '.join(launches)}"
        for (missile, region), launches in missing.items()
    )
