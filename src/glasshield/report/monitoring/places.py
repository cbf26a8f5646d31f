"""Places on a map by what could be learned there: classes of deviations, and cells to fill.

Deviations are put into classes whose bounds are round, the same for all observers of a plan, so
that their maps compare. Places on a grid become cells that meet half-way to the next place.
"""

from __future__ import annotations

import bisect
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.monitoring.document import StationRow
from glasshield.report.outline import Box

# So many classes of deviations are told apart on a map.
CLASSES: Final = 5
_ROUND: Final = (1.0, 2.0, 5.0)
_FINER: Final = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0)
# Fewer places than this are dots with names, not cells.
_FEW: Final = 16
# Latitudes nearer to each other than this are of one row, deg.
_ROW_DEG: Final = 1e-3
# Places farther apart than so many steps have a gap between them.
_GAP: Final = 1.5
# The width of a cell that has no neighbour, deg.
_ALONE_DEG: Final = 0.25


@dataclass(frozen=True, slots=True)
class Classes:
    """The bounds between classes of a deviation, from the least."""

    bounds: tuple[float, ...]

    @classmethod
    def over(cls, sigmas: Iterable[float | None]) -> Classes:
        """The classes that part these deviations into shares as even as round bounds allow."""
        known = sorted(sigma for sigma in sigmas if sigma is not None and sigma > 0.0)
        if not known:
            return cls(())
        between = _between(known, _ROUND)
        if len(between) < CLASSES - 1:
            between = _between(known, _FINER)
        below = {bound: bisect.bisect_left(known, bound) for bound in between}
        # Of bounds with no place between them the first stands for all.
        parting = list(dict.fromkeys(below.values()))
        firsts = [next(b for b in between if below[b] == count) for count in parting]
        most = min(CLASSES - 1, len(firsts))
        best = max(
            itertools.combinations(firsts, most),
            key=lambda bounds: _evenness([0, *(below[b] for b in bounds), len(known)]),
        )
        return cls(best)

    def of(self, sigma: float | None) -> int | None:
        """The class of a deviation, 0 the best; None where nothing is learned."""
        return None if sigma is None else bisect.bisect_right(self.bounds, sigma)

    @property
    def count(self) -> int:
        """How many classes there are."""
        return len(self.bounds) + 1

    def ends(self, place: int) -> tuple[float | None, float | None]:
        """The bounds of a class; None where it goes on."""
        low = self.bounds[place - 1] if place > 0 else None
        return low, self.bounds[place] if place < len(self.bounds) else None


def _between(known: Sequence[float], leads: Sequence[float]) -> list[float]:
    """The round numbers with these leading digits between the least and the greatest of others."""
    low, high = known[0], known[-1]
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    products = (lead * 10.0**decade for decade, lead in itertools.product(decades, leads))
    return [bound for bound in products if low < bound < high]


def _evenness(counted: Sequence[int]) -> float:
    """The greater, the more even are the shares between running counts."""
    return sum(math.log(b - a) for a, b in itertools.pairwise(counted))


def by_observer(stations: Sequence[StationRow]) -> dict[str, list[StationRow]]:
    """The places of each observer, in the order of the document."""
    found: dict[str, list[StationRow]] = {}
    for row in stations:
        found.setdefault(row.observer, []).append(row)
    return found


def on_grid(stations: Sequence[StationRow]) -> bool:
    """Whether the places are rows of a grid, which a map can fill."""
    return len(stations) >= _FEW and len(_rows(stations)) * 2 <= len(stations)


def cells(stations: Sequence[StationRow]) -> list[Box]:
    """A cell around each place, in the order given, which meets the next half-way."""
    rows = _rows(stations)
    sides = _sides([lat for lat, _ in rows])
    found: dict[int, Box] = {}
    for (_, places), (south, north) in zip(rows, sides, strict=True):
        ends = _sides([stations[place].lon_deg for place in places])
        for place, (west, east) in zip(places, ends, strict=True):
            found[place] = Box(south, north, west, east)
    return [found[place] for place in range(len(stations))]


def _rows(stations: Sequence[StationRow]) -> list[tuple[float, list[int]]]:
    """The rows from the south, each with its places from the west."""
    rows: dict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(stations):
        rows[round(row.lat_deg / _ROW_DEG)].append(place)
    return [
        (stations[places[0]].lat_deg, sorted(places, key=lambda p: stations[p].lon_deg))
        for _, places in sorted(rows.items())
    ]


def _sides(values: Sequence[float]) -> list[tuple[float, float]]:
    """The two sides of the cell around each value; no cell reaches across a gap."""
    steps = [b - a for a, b in itertools.pairwise(values)]
    step = min(steps, default=_ALONE_DEG)
    # Neighbours share a side to the last digit, so that their cells merge.
    shared = [(a + b) / 2.0 if b - a < _GAP * step else None for a, b in itertools.pairwise(values)]
    lower = [None, *shared]
    upper = [*shared, None]
    return [
        (
            value - step / 2.0 if low is None else low,
            value + step / 2.0 if high is None else high,
        )
        for value, low, high in zip(values, lower, upper, strict=True)
    ]
