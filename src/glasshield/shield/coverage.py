"""What a phase defends: the cells of a grid, each with a flight aimed at it.

A cell counts as threatened when the missile can fly to it from its launch area, and as defended
when at least one battery has a window on that flight. The interval comes from running the windows
again with every uncertain input at the end that is worse, and then better, for the defence.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.shield.architecture import Deployment
from glasshield.shield.engagement import Sky, Tables, engage
from glasshield.shield.regions import EVERYWHERE, Land
from glasshield.shield.rules import Bound


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is defended of the cells of some land, against one missile from one launch area.

    Attributes:
        threatened: cells to which the missile can fly.
        defended: cells with a window, for each bound.
        shots: with the stated inputs, most interceptors that could be launched one after the
            other at the flight to a cell, over all batteries and as far as they have interceptors.
        first_launch_s: earliest launch of an interceptor, after the target's launch; infinite
            where there is none.
        last_launch_s: latest launch; minus infinite where there is none.
    """

    threatened: Bool[np.ndarray, "c"]
    defended: dict[Bound, Bool[np.ndarray, "c"]]
    shots: Int[np.ndarray, "c"]
    first_launch_s: Float[np.ndarray, "c"]
    last_launch_s: Float[np.ndarray, "c"]


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1, and its ends.

    Attributes:
        value: with the stated inputs.
        low: with all uncertain inputs at the end that is worse for the defence.
        high: with all at the better end.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Protection:
    """How much of a region is defended.

    Attributes:
        region: its id; a country's code; or `all`.
        area: defended part of the threatened area.
        population: defended part of the threatened people.
        threatened_area: threatened part of the region's area.
        threatened_people: how many people live there.
        most_shots: most shots possible at the flight to any of its cells.
        least_shots: shots possible where fewest are, in the defended cells.
    """

    region: str
    area: Share
    population: Share
    threatened_area: float
    threatened_people: float
    most_shots: int
    least_shots: int


def cover(
    deployment: Deployment,
    sky: Sky,
    cells: Int[np.ndarray, "c"],
    tables: Tables,
    *,
    threads: int = 0,
) -> Coverage:
    """What a phase defends of cells against the flights to them.

    Args:
        deployment: the phase.
        sky: flights, one to each cell of the land.
        cells: which of the flights belong to land that the phase defends.
        tables: flyout tables.
        threads: 0 for all processors.
    """
    met = {
        bound: engage(
            sky,
            deployment.sensors,
            [tables.emplaced(b, deployment.rules, bound) for b in deployment.batteries],
            bound,
            threads=threads,
        )
        for bound in Bound
    }
    stated = met[Bound.STATED]
    columns = stated.windows
    found = stated.by_battery(columns.found)[:, cells]
    magazines = np.array([battery.count for battery in deployment.batteries])
    shots = np.minimum(stated.by_battery(columns.shots)[:, cells], magazines[:, None])
    first = stated.by_battery(columns.first_launch_s)[:, cells]
    last = stated.by_battery(columns.last_launch_s)[:, cells]
    return Coverage(
        threatened=sky.flights.ok[cells],
        defended={bound: _any(m.by_battery(m.windows.found)[:, cells]) for bound, m in met.items()},
        shots=shots.sum(axis=0).astype(int),
        first_launch_s=np.min(first, axis=0, where=found, initial=np.inf),
        last_launch_s=np.max(last, axis=0, where=found, initial=-np.inf),
    )


def _any(found: Bool[np.ndarray, "b c"]) -> Bool[np.ndarray, "c"]:
    return np.asarray(found.any(axis=0), dtype=bool)


def protections(
    coverage: Coverage,
    land: Land,
    cells: Int[np.ndarray, "c"],
    parts: dict[str, Bool[np.ndarray, "r"]],
) -> list[Protection]:
    """How much of each part of a land is defended; the parts that no flight reaches are left out.

    Args:
        coverage: of `cells`.
        land: the land.
        cells: which cells of the land the coverage is of.
        parts: rows of the land, by region; `all` is added.
    """
    place = np.full(len(land.cell), -1)
    place[cells] = np.arange(len(cells))
    row_place = place[land.row_cell]
    everywhere = np.any(list(parts.values()), axis=0)
    found = []
    for region, rows in ({EVERYWHERE: everywhere} | parts).items():
        part = _protection(region, coverage, land, rows & (row_place >= 0), row_place)
        if part.threatened_area > 0.0:
            found.append(part)
    return found


def _protection(
    region: str,
    coverage: Coverage,
    land: Land,
    rows: Bool[np.ndarray, "r"],
    row_place: Int[np.ndarray, "r"],
) -> Protection:
    at = row_place[rows]
    area, people = land.row_area_m2[rows], land.row_people[rows]
    threatened = coverage.threatened[at]
    shots = coverage.shots[at][coverage.defended[Bound.STATED][at]]
    return Protection(
        region=region,
        area=_share(coverage, at, area * threatened),
        population=_share(coverage, at, people * threatened),
        threatened_area=float((area * threatened).sum() / area.sum()) if len(area) else 0.0,
        threatened_people=float((people * threatened).sum()),
        most_shots=int(shots.max(initial=0)),
        least_shots=int(shots.min()) if len(shots) else 0,
    )


def _share(coverage: Coverage, at: Int[np.ndarray, "k"], weight: Float[np.ndarray, "k"]) -> Share:
    total = float(weight.sum())
    ends = {
        bound: float((weight * defended[at]).sum()) / total if total else 0.0
        for bound, defended in coverage.defended.items()
    }
    return Share(ends[Bound.STATED], ends[Bound.PESSIMISTIC], ends[Bound.OPTIMISTIC])
