"""Cells of a grid merged into polygons, with their holes.

The grid is made of rows between two parallels; cells of a row share their sides. The outline is
what remains of all edges after those that two chosen cells share have cancelled, so that it is
exact: nothing is smoothed, and the polygons cover the chosen cells and nothing else. No cell
crosses the date line, so no polygon does.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A cell between two parallels and two meridians, in degrees."""

    south: float
    north: float
    west: float
    east: float


@dataclass(frozen=True, slots=True)
class Polygon:
    """An outer ring, counter-clockwise, and its holes, clockwise; points are (lon, lat)."""

    outer: Ring
    holes: tuple[Ring, ...]


def polygons(cells: Iterable[Box]) -> list[Polygon]:
    """The polygons that cover exactly these cells."""
    rings = _rings(_edges(_runs(cells)))
    outers = [r for r in rings if _signed_area(r) > 0]
    holes = [r for r in rings if _signed_area(r) < 0]
    owned: dict[int, list[Ring]] = defaultdict(list)
    for hole in holes:
        owner = min(
            (i for i, outer in enumerate(outers) if _holds(outer, _just_inside(hole))),
            key=lambda i: _signed_area(outers[i]),
        )
        owned[owner].append(hole)
    return [Polygon(outer, tuple(owned[i])) for i, outer in enumerate(outers)]


def _runs(cells: Iterable[Box]) -> dict[tuple[float, float], list[Point]]:
    """Row by row the stretches of longitude that are covered."""
    rows: dict[tuple[float, float], list[Point]] = defaultdict(list)
    for cell in sorted(cells, key=lambda c: (c.south, c.west)):
        row = rows[cell.south, cell.north]
        if row and abs(row[-1][1] - cell.west) < 1e-9:
            row[-1] = (row[-1][0], cell.east)
        else:
            row.append((cell.west, cell.east))
    return rows


def _edges(rows: dict[tuple[float, float], list[Point]]) -> dict[Point, list[Point]]:
    """The outline's edges by their start, each with the covered side on its left."""
    above: dict[float, list[Point]] = defaultdict(list)
    below: dict[float, list[Point]] = defaultdict(list)
    onward: dict[Point, list[Point]] = defaultdict(list)
    for (south, north), runs in rows.items():
        above[south] = runs
        below[north] = runs
    for parallel in sorted(set(above) | set(below)):
        cuts = sorted({x for run in (*above[parallel], *below[parallel]) for x in run})
        for west, east in itertools.pairwise(cuts):
            middle = (west + east) / 2
            over, under = _covers(above[parallel], middle), _covers(below[parallel], middle)
            if over and not under:
                onward[west, parallel].append((east, parallel))
            elif under and not over:
                onward[east, parallel].append((west, parallel))
    for (south, north), runs in rows.items():
        for west, east in runs:
            onward[east, south].append((east, north))
            onward[west, north].append((west, south))
    return onward


def _covers(runs: Sequence[Point], lon: float) -> bool:
    return any(west < lon < east for west, east in runs)


def _rings(onward: dict[Point, list[Point]]) -> list[Ring]:
    """The edges joined to closed rings, none of which passes a point twice."""
    rings: list[Ring] = []
    while onward:
        start = min(onward)
        ring, here = [start], onward[start].pop()
        if not onward[start]:
            del onward[start]
        while here != start:
            before = ring[-1]
            ring.append(here)
            ways = onward[here]
            there = _leftmost(before, here, ways)
            ways.remove(there)
            if not ways:
                del onward[here]
            here = there
        rings.extend(_straightened(simple) for simple in _simple(ring))
    return rings


def _simple(ring: Ring) -> list[Ring]:
    """The ring parted where it meets itself, so that each part passes a point only once."""
    parts: list[Ring] = []
    path: Ring = []
    places: dict[Point, int] = {}
    for point in ring:
        if point in places:
            first = places[point]
            loop = path[first:]
            parts.append(loop)
            for passed in loop[1:]:
                del places[passed]
            del path[first + 1 :]
        else:
            places[point] = len(path)
            path.append(point)
    parts.append(path)
    return parts


def _leftmost(before: Point, here: Point, ways: Sequence[Point]) -> Point:
    return max(ways, key=lambda there: _turn(before, here, there))


def _turn(before: Point, here: Point, there: Point) -> float:
    """Positive for a left turn, negative for a right turn."""
    ax, ay = here[0] - before[0], here[1] - before[1]
    bx, by = there[0] - here[0], there[1] - here[1]
    return ax * by - ay * bx


def _straightened(ring: Ring) -> Ring:
    """The ring closed, without the points that lie on a straight edge."""
    n = len(ring)
    kept = [p for i, p in enumerate(ring) if _turn(ring[i - 1], p, ring[(i + 1) % n]) != 0.0]
    return [*kept, kept[0]]


def _signed_area(ring: Ring) -> float:
    return sum(
        x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)
    ) / 2  # fmt: skip


def _just_inside(hole: Ring) -> Point:
    """A point of the covered side, next to the middle of the hole's first edge."""
    (x1, y1), (x2, y2) = hole[0], hole[1]
    length = abs(x2 - x1) + abs(y2 - y1)
    step = 1e-7
    return (x1 + x2) / 2 - (y2 - y1) / length * step, (y1 + y2) / 2 + (x2 - x1) / length * step


def _holds(ring: Ring, point: Point) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in itertools.pairwise(ring):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
