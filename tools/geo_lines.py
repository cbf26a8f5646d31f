"""What a line between two countries is, and the lines that no polygon of the UN data has."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from tools.geo_topology import Lattice, Point, Ring, Topology, move, simplify

# The UN data give polygons, not the classes of their lines. An area that stands apart there for its
# status has undetermined limits; the other pairs are drawn broken on the United Nations' world map.
AREAS_OF_OPEN_STATUS: Final = frozenset({"XAC", "XAP", "XBT", "XHT", "XIT", "XJK"})
UNDETERMINED_PAIRS: Final = frozenset({
    frozenset({"ESH", "MAR"}),  # Western Sahara, a Non-Self-Governing Territory
    frozenset({"SDN", "SSD"}),  # final boundary not yet determined
    frozenset({"KOR", "PRK"}),  # military demarcation line of 1953
    frozenset({"ISR", "PSE"}),  # armistice demarcation lines of 1949
    frozenset({"ISR", "SYR"}),  # armistice demarcation line of 1949
})  # fmt: skip
# Ethiopia and Somalia: the line of 1950 is provisional south of 8 degrees north, 48 degrees east.
PROVISIONAL_PAIR: Final = frozenset({"ETH", "SOM"})
PROVISIONAL_END_DEG: Final = (48.0, 8.0)
# Special administrative regions are not bounded by an international line.
INNER_PAIRS: Final = frozenset({frozenset({"CHN", "HKG"}), frozenset({"CHN", "MAC"})})

# Abyei Area: limits of the final award of the Permanent Court of Arbitration, 22 July 2009,
# paragraph 770: 10 10 N between 27 50 E and 29 00 E, and these meridians southward to the line.
ABYEI_NORTH_DEG: Final = 10.0 + 10.0 / 60.0
ABYEI_WEST_DEG: Final = 27.0 + 50.0 / 60.0
ABYEI_EAST_DEG: Final = 29.0

LonLat = tuple[float, float]


class Detail(Protocol):
    """A level of detail, as far as lines need it."""

    @property
    def lattice(self) -> Lattice:
        """The grid of the file."""

    @property
    def least_corner_km2(self) -> float:
        """The smallest corner kept."""


def sort_of(owners: frozenset[str], middle_lon_lat_deg: LonLat) -> str:
    """What the line is: `international`, `undetermined`, `coastline` or `inner`."""
    if len(owners) < 2:
        return "coastline"
    if owners in INNER_PAIRS:
        return "inner"
    if owners & AREAS_OF_OPEN_STATUS or owners in UNDETERMINED_PAIRS:
        return "undetermined"
    if owners == PROVISIONAL_PAIR:
        south = middle_lon_lat_deg[1] < PROVISIONAL_END_DEG[1]
        return "undetermined" if south else "international"
    return "international"


def cuts(countries: Mapping[str, Sequence[Sequence[Ring]]], lattice: Lattice) -> list[Point]:
    """The points where the standing of a line changes between the same two countries."""
    x, y = lattice.point(*PROVISIONAL_END_DEG)
    corners = (p for shape in countries["ETH"] for ring in shape for p in ring)
    return [min(corners, key=lambda p: (p[0] - x) ** 2 + (p[1] - y) ** 2)]


def special_lines(
    topology: Topology, atlas: Mapping[str, Any], lattice: Lattice
) -> list[tuple[str, Ring]]:
    """The lines within polygons: line of control, Abyei Area, Kosovo (resolution 1244)."""
    found = []
    for name, pair in (("line-of-control", ("IND", "PAK")), ("kosovo", ("SRB", "XKX"))):
        home = "XJK" if name == "line-of-control" else "SRB"
        for line in _shared_lines(atlas, *pair):
            inside = [p for p in (lattice.point(*q) for q in line) if _holds(topology, home, p)]
            if len(inside) > 2:
                found.append((name, inside))
    abyei = [
        (ABYEI_WEST_DEG, _crossing(topology, lattice, ABYEI_WEST_DEG)),
        (ABYEI_WEST_DEG, ABYEI_NORTH_DEG),
        (ABYEI_EAST_DEG, ABYEI_NORTH_DEG),
        (ABYEI_EAST_DEG, _crossing(topology, lattice, ABYEI_EAST_DEG)),
    ]
    found.append(("abyei", [lattice.point(*p) for p in abyei]))
    return found


def slim(line: Sequence[Point], source: Lattice, level: Detail) -> list[Point]:
    """The line, simplified and moved to the grid of the level."""
    return move(simplify(line, source, level.least_corner_km2), source, level.lattice)


def polygons_deg(
    topology: Mapping[str, Any], geometry: Mapping[str, Any]
) -> Iterator[list[list[LonLat]]]:
    """The polygons of a geometry of a TopoJSON document, as rings of longitude and latitude."""
    shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for shape in shapes:
        yield [_line(topology, ring) for ring in shape]


def _line(topology: Mapping[str, Any], numbers: Sequence[int]) -> list[LonLat]:
    points: list[LonLat] = []
    for n in numbers:
        part = _decoded(topology, n if n >= 0 else ~n)
        if n < 0:
            part = part[::-1]
        points.extend(part if not points else part[1:])
    return points


def _decoded(topology: Mapping[str, Any], number: int) -> list[LonLat]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    x, y, points = 0, 0, []
    for dx, dy in topology["arcs"][number]:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _shared_lines(atlas: Mapping[str, Any], first: str, second: str) -> list[list[LonLat]]:
    """The lines that two countries of a TopoJSON document share."""
    used: dict[str, set[int]] = {}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        shapes = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        numbers = {n if n >= 0 else ~n for shape in shapes for ring in shape for n in ring}
        used.setdefault(geometry["properties"]["a3"], set()).update(numbers)
    return [_decoded(atlas, n) for n in sorted(used[first] & used[second])]


def _holds(topology: Topology, country: str, point: Point) -> bool:
    """Whether the country's polygons, none of which crosses the date line, hold the point."""
    inside = False
    for shape in topology.polygons[country]:
        for numbers in shape:
            for (x1, y1), (x2, y2) in itertools.pairwise(topology.ring(numbers)):
                if (y1 > point[1]) != (y2 > point[1]):
                    x = x1 + (point[1] - y1) / (y2 - y1) * (x2 - x1)
                    inside ^= x > point[0]
    return inside


def _crossing(topology: Topology, lattice: Lattice, lon_deg: float) -> float:
    """The latitude at which the line between Sudan and South Sudan crosses the meridian."""
    column = lattice.point(lon_deg, 0.0)[0]
    for arc in topology.arcs:
        if arc.owners != frozenset({"SDN", "SSD"}):
            continue
        for (x1, y1), (x2, y2) in itertools.pairwise(arc.points):
            if min(x1, x2) <= column < max(x1, x2):
                y = y1 + (column - x1) / (x2 - x1) * (y2 - y1)
                return y * lattice.step_deg - 90.0
    message = f"no line between Sudan and South Sudan at {lon_deg} degrees east"
    raise ValueError(message)
