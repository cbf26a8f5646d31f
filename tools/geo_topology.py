"""Topologies of countries: shared lines found, simplified once, and written compactly.

A point is a pair of whole numbers on a grid over the globe; the two sides of the date line are the
same column. Because every line between two countries exists once, simplifying it leaves neither
gap nor overlap.
"""

from __future__ import annotations

import heapq
import itertools
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[int, int]
Ring = list[Point]  # closed: the last point is the first one

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Lattice:
    """The grid of a file: columns from 180 degrees west, rows from the South Pole."""

    step_deg: float

    @property
    def columns(self) -> int:
        """The number of columns once around the globe."""
        return round(360.0 / self.step_deg)

    def point(self, lon_deg: float, lat_deg: float) -> Point:
        """The nearest point of the grid."""
        x = round((lon_deg + 180.0) / self.step_deg) % self.columns
        return x, round((lat_deg + 90.0) / self.step_deg)

    def degrees(self, point: tuple[float, float]) -> tuple[float, float]:
        """Longitude and latitude of the point."""
        return point[0] * self.step_deg - 180.0, point[1] * self.step_deg - 90.0

    def ring(self, lon_lat_deg: Iterable[tuple[float, float]]) -> Ring:
        """The closed ring on the grid, without repeated points; empty when it has no area."""
        points: Ring = []
        for lon, lat in lon_lat_deg:
            here = self.point(lon, lat)
            if not points or here != points[-1]:
                points.append(here)
        if points and points[0] != points[-1]:
            points.append(points[0])
        return _without_spikes(points)


def _without_spikes(ring: Ring) -> Ring:
    """The ring without the points where it turns back onto itself."""
    open_ring = ring[:-1]
    changed = True
    while changed and len(open_ring) >= 3:
        changed = False
        for i in range(len(open_ring)):
            if open_ring[i - 1] == open_ring[(i + 1) % len(open_ring)]:
                gone = {i, (i + 1) % len(open_ring)}
                open_ring = [p for k, p in enumerate(open_ring) if k not in gone]
                changed = True
                break
    return [*open_ring, open_ring[0]] if len(open_ring) >= 3 else []


@dataclass(frozen=True, slots=True)
class Arc:
    """A line between junctions, with the country to each side ("" is water)."""

    points: tuple[Point, ...]
    along: str  # whose ring runs in the direction of the points
    against: str  # whose ring runs the other way

    @property
    def owners(self) -> frozenset[str]:
        """The countries that the line belongs to."""
        return frozenset({self.along, self.against} - {""})


Polygon = list[list[int]]  # rings of arc numbers; ~n is arc n backwards


@dataclass(frozen=True, slots=True)
class Topology:
    """Countries as rings of shared arcs."""

    arcs: list[Arc]
    polygons: dict[str, list[Polygon]]

    @classmethod
    def of(
        cls, countries: Mapping[str, Sequence[Sequence[Ring]]], cuts: Iterable[Point] = ()
    ) -> Topology:
        """The topology of the countries, each given as polygons of closed rings.

        At a point of `cuts` a line ends and another one begins, though nothing changes there.
        """
        owner = _edge_owners(countries)
        junctions = _junctions(owner) | set(cuts)
        arcs: list[Arc] = []
        number: dict[tuple[Point, ...], int] = {}
        polygons: dict[str, list[Polygon]] = {}
        for name, shapes in countries.items():
            polygons[name] = [
                [_ring_arcs(ring, junctions, owner, arcs, number) for ring in shape]
                for shape in shapes
            ]
        return cls(arcs, polygons)

    def simplified(self, lattice: Lattice, least_area_km2: float) -> Topology:
        """The topology with every point removed that matters less than a triangle of this area."""
        arcs = [
            Arc(simplify(arc.points, lattice, least_area_km2), arc.along, arc.against)
            for arc in self.arcs
        ]
        return Topology(arcs, self.polygons)

    def on(self, source: Lattice, target: Lattice) -> Topology:
        """The topology on another grid."""
        moved = [
            Arc(tuple(move(arc.points, source, target)), arc.along, arc.against)
            for arc in self.arcs
        ]
        return Topology(moved, self.polygons)

    def without_islets(self, lattice: Lattice, least_area_km2: float) -> Topology:
        """The topology without small islands; every country keeps its largest polygon."""
        kept = {}
        for name, shapes in self.polygons.items():
            areas = [abs(ring_area_km2(self.ring(shape[0]), lattice)) for shape in shapes]
            largest = max(areas, default=0.0)
            kept[name] = [
                shape
                for shape, area in zip(shapes, areas, strict=True)
                if area == largest or area >= least_area_km2 or self._touches(shape)
            ]
        return Topology(self.arcs, kept)._renumbered()

    def ring(self, numbers: Sequence[int]) -> Ring:
        """The points of the ring."""
        points: Ring = []
        for n in numbers:
            part = self.arcs[n].points if n >= 0 else self.arcs[~n].points[::-1]
            points.extend(part if not points else part[1:])
        return points

    def _touches(self, shape: Polygon) -> bool:
        return any(len(self.arcs[n if n >= 0 else ~n].owners) == 2 for ring in shape for n in ring)

    def _renumbered(self) -> Topology:
        new: dict[int, int] = {}
        arcs: list[Arc] = []
        polygons = {}
        for name, shapes in self.polygons.items():
            polygons[name] = [
                [[_renumber(n, new, arcs, self.arcs) for n in ring] for ring in shape]
                for shape in shapes
            ]
        return Topology(arcs, polygons)


def _renumber(n: int, new: dict[int, int], arcs: list[Arc], old: Sequence[Arc]) -> int:
    plain = n if n >= 0 else ~n
    if plain not in new:
        new[plain] = len(arcs)
        arcs.append(old[plain])
    return new[plain] if n >= 0 else ~new[plain]


def _edge_owners(countries: Mapping[str, Sequence[Sequence[Ring]]]) -> dict[Point2, str]:
    owner: dict[Point2, str] = {}
    for name, shapes in countries.items():
        for shape in shapes:
            for ring in shape:
                for edge in _edges(ring):
                    owner.setdefault(edge, name)
    return owner


Point2 = tuple[Point, Point]


def _edges(ring: Sequence[Point]) -> Iterator[Point2]:
    return itertools.pairwise(ring)


def _junctions(owner: Mapping[Point2, str]) -> set[Point]:
    """The points where the countries on the two sides of a line change."""
    sides: dict[Point, set[tuple[Point, frozenset[str]]]] = defaultdict(set)
    for (a, b), name in owner.items():
        both = frozenset({name, owner.get((b, a), "")})
        sides[a].add((b, both))
        sides[b].add((a, both))
    return {p for p, met in sides.items() if len(met) != 2 or len({s for _, s in met}) != 1}


def _ring_arcs(
    ring: Ring,
    junctions: set[Point],
    owner: Mapping[Point2, str],
    arcs: list[Arc],
    number: dict[tuple[Point, ...], int],
) -> list[int]:
    """The ring as numbers of arcs; new arcs are added to the list."""
    open_ring = ring[:-1]
    cuts = [i for i, p in enumerate(open_ring) if p in junctions]
    start = cuts[0] if cuts else open_ring.index(min(open_ring))
    turned = [*open_ring[start:], *open_ring[:start], open_ring[start]]
    pieces: list[list[Point]] = [[turned[0]]]
    for p in turned[1:-1]:
        pieces[-1].append(p)
        if p in junctions:
            pieces.append([p])
    pieces[-1].append(turned[-1])
    numbers = []
    for piece in pieces:
        points, back = tuple(piece), tuple(reversed(piece))
        if back in number:
            numbers.append(~number[back])
            continue
        if points not in number:
            number[points] = len(arcs)
            first = (points[0], points[1])
            arcs.append(Arc(points, owner.get(first, ""), owner.get(first[::-1], "")))
        numbers.append(number[points])
    return numbers


def simplify(points: Sequence[Point], lattice: Lattice, least_area_km2: float) -> tuple[Point, ...]:
    """The line without the points whose triangle with their neighbours is smaller than the area.

    A closed line keeps at least four points.

    Source: Visvalingam and Whyatt (1993), Cartographic Journal 30(1), 46-51.
    """
    least = 4 if points[0] == points[-1] else 2
    before = list(range(-1, len(points) - 1))
    after = list(range(1, len(points) + 1))
    heap = [
        (_triangle_km2(points[i - 1], points[i], points[i + 1], lattice), i)
        for i in range(1, len(points) - 1)
    ]
    heapq.heapify(heap)
    weight = {i: w for w, i in heap}
    gone: set[int] = set()
    while heap and len(points) - len(gone) > least:
        area, i = heapq.heappop(heap)
        if i in gone or weight[i] != area:
            continue
        if area >= least_area_km2:
            break
        gone.add(i)
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for k in (left, right):
            if 0 < k < len(points) - 1:
                new = _triangle_km2(points[before[k]], points[k], points[after[k]], lattice)
                weight[k] = max(area, new)  # a point never matters less than one removed before
                heapq.heappush(heap, (weight[k], k))
    return tuple(p for i, p in enumerate(points) if i not in gone)


def move(line: Sequence[Point], source: Lattice, target: Lattice) -> list[Point]:
    """The line on another grid, with a point at least every two degrees of longitude.

    A border along a parallel would else be drawn along a great circle, kilometres away from it. A
    line that shrinks to a point keeps its two ends.
    """
    points: list[Point] = []
    for (x1, y1), (x2, y2) in itertools.pairwise(line):
        width = _short(x2 - x1, source)
        parts = max(1, math.ceil(abs(width) * source.step_deg / 2.0))
        for k in range(parts):
            here = (x1 + width * k / parts, y1 + (y2 - y1) * k / parts)
            _append_new(points, target.point(*source.degrees(here)))
    _append_new(points, target.point(*source.degrees(line[-1])))
    return points if len(points) > 1 else points * 2


def _append_new(points: list[Point], point: Point) -> None:
    if not points or points[-1] != point:
        points.append(point)


def _triangle_km2(a: Point, b: Point, c: Point, lattice: Lattice) -> float:
    km = math.radians(lattice.step_deg) * EARTH_RADIUS_KM
    shrink = math.cos(math.radians(b[1] * lattice.step_deg - 90.0))
    x1, x2 = (_short(q[0] - b[0], lattice) for q in (a, c))
    return abs(x1 * (c[1] - b[1]) - x2 * (a[1] - b[1])) / 2.0 * km * km * shrink


def _short(dx: int, lattice: Lattice) -> int:
    half = lattice.columns // 2
    return (dx + half) % lattice.columns - half


def ring_area_km2(ring: Sequence[Point], lattice: Lattice) -> float:
    """The area within the ring on the sphere, positive when it runs anticlockwise."""
    total = 0.0
    for (x1, y1), (x2, y2) in _edges(ring):
        width = math.radians(_short(x2 - x1, lattice) * lattice.step_deg)
        s1, s2 = (math.sin(math.radians(y * lattice.step_deg - 90.0)) for y in (y1, y2))
        total -= width * (2.0 + s1 + s2) / 2.0
    return total * EARTH_RADIUS_KM**2


def write(path: Path, lattice: Lattice, arcs: Sequence[Sequence[Point]], objects: Any) -> None:
    """Writes a TopoJSON file; equal inputs give equal bytes."""
    coded = []
    for arc in arcs:
        x, y, steps = 0, 0, []
        for px, py in arc:
            steps.append([px - x, py - y])
            x, y = px, py
        coded.append(steps)
    document = {
        "type": "Topology",
        "transform": {"scale": [lattice.step_deg] * 2, "translate": [-180, -90]},
        "objects": objects,
        "arcs": coded,
    }
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")
