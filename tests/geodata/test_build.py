"""The tool that builds the borders: topology, simplification, bytes."""

from __future__ import annotations

import importlib.util
import json
import math
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

TOOLS = Path(__file__).parents[2] / "tools"
EARTH_AREA_KM2 = 4 * math.pi * 6371.0088**2


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"tools.{name}", TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"tools.{name}"] = module
    spec.loader.exec_module(module)
    return module


tool = load("geo_topology")
lines = load("geo_lines")
LATTICE = tool.Lattice(0.1)


def box(west: float, south: float, east: float, north: float) -> list[tuple[int, int]]:
    corners = [(west, south), (west, north), (east, north), (east, south), (west, south)]
    ring: list[tuple[int, int]] = LATTICE.ring(corners)  # clockwise: land to the right
    return ring


def test_neighbours_share_one_arc() -> None:
    topology = tool.Topology.of({"A": [[box(0, 0, 10, 10)]], "B": [[box(10, 0, 20, 10)]]})
    shared = [arc for arc in topology.arcs if len(arc.owners) == 2]
    assert len(shared) == 1
    assert len(topology.arcs) == 3
    (ring_a,), (ring_b,) = topology.polygons["A"][0], topology.polygons["B"][0]
    assert {n if n >= 0 else ~n for n in ring_a} & {n if n >= 0 else ~n for n in ring_b}
    assert sorted(topology.ring(ring_a)[:-1]) == sorted(box(0, 0, 10, 10)[:-1])


def test_an_enclave_is_the_hole_it_lies_in() -> None:
    inner = box(4, 4, 6, 6)
    topology = tool.Topology.of({"A": [[box(0, 0, 10, 10), inner[::-1]]], "E": [[inner]]})
    assert len(topology.arcs) == 2
    assert topology.polygons["A"][0][1] == [~topology.polygons["E"][0][0][0]]


def test_the_two_sides_of_the_date_line_are_one() -> None:
    assert LATTICE.point(180.0, 0.0) == LATTICE.point(-180.0, 0.0)
    ring = box(170, 0, 190, 10)
    width = 20 / 360 * 2 * math.pi
    expected = width * math.sin(math.radians(10)) * 6371.0088**2
    assert tool.ring_area_km2(ring, LATTICE) == pytest.approx(-expected, rel=1e-6)


def test_spikes_and_repeats_are_not_area() -> None:
    points = [(0, 0), (0, 5), (0, 9), (0, 5), (5, 5), (5, 5), (5, 0), (0, 0)]
    ring = LATTICE.ring([(float(x), float(y)) for x, y in points])
    assert len(ring) == 5
    assert LATTICE.ring([(0.0, 0.0), (1.0, 1.0), (0.0, 0.0)]) == []


def test_simplifying_keeps_ends_and_what_matters() -> None:
    coast = [(0, 900), (50, 901), (100, 900), (150, 990), (200, 900)]
    assert tool.simplify(coast, LATTICE, 0.0) == tuple(coast)
    kept = tool.simplify(coast, LATTICE, 10_000.0)
    assert kept == ((0, 900), (100, 900), (150, 990), (200, 900))
    assert tool.simplify(coast, LATTICE, 1e9) == (coast[0], coast[-1])
    ring = [(0, 900), (10, 905), (20, 900), (15, 890), (5, 890), (0, 900)]
    assert len(tool.simplify(ring, LATTICE, 1e9)) == 4


def test_prop_simplified_neighbours_stay_joined() -> None:
    rng = np.random.default_rng(2)
    middle = [
        (100 + int(d), y) for d, y in zip(rng.integers(-5, 6, 99), range(901, 1000), strict=True)
    ]
    shared = [(100, 900), *middle, (100, 1000)]
    left = [(0, 900), (0, 1000), *shared[::-1], (0, 900)]
    right = [*shared, (200, 1000), (200, 900), (100, 900)]
    topology = tool.Topology.of({"L": [[left]], "R": [[right]]}).simplified(LATTICE, 500.0)
    areas = [tool.ring_area_km2(topology.ring(topology.polygons[c][0][0]), LATTICE) for c in "LR"]
    whole = tool.ring_area_km2([(0, 900), (0, 1000), (200, 1000), (200, 900), (0, 900)], LATTICE)
    assert sum(areas) == pytest.approx(whole, rel=1e-9)
    (border,) = [arc for arc in topology.arcs if len(arc.owners) == 2]
    assert 2 < len(border.points) < 99


def test_islets_go_but_no_country_goes_with_them() -> None:
    shapes = {
        "A": [[box(0, 0, 10, 10)], [box(20, 0, 20.2, 0.2)]],
        "I": [[box(30, 0, 30.1, 0.1)], [box(31, 0, 31.2, 0.2)]],
    }
    topology = tool.Topology.of(shapes).without_islets(LATTICE, 10_000.0)
    assert [len(topology.polygons[c]) for c in "AI"] == [1, 1]
    assert len(topology.arcs) == 2


def test_borders_along_parallels_get_points() -> None:
    target = tool.Lattice(0.01)
    moved = tool.move([LATTICE.point(-10, 49), LATTICE.point(10, 49)], LATTICE, target)
    assert len(moved) == 11
    assert {y for _, y in moved} == {target.point(0, 49)[1]}
    assert len(tool.move([(1, 1), (1, 1)], LATTICE, target)) == 2


def test_the_standing_of_a_line_follows_from_its_sides() -> None:
    def sort(*owners: str, lat_deg: float = 0.0) -> str:
        return str(lines.sort_of(frozenset(owners), (0.0, lat_deg)))

    assert sort("POL") == "coastline"
    assert sort("POL", "DEU") == "international"
    assert sort("XJK", "PAK") == "undetermined"
    assert sort("CHN", "HKG") == "inner"
    assert [sort("ETH", "SOM", lat_deg=lat) for lat in (6.0, 9.0)] == [
        "undetermined",
        "international",
    ]


def test_equal_borders_are_equal_bytes(tmp_path: Path) -> None:
    topology = tool.Topology.of({"A": [[box(0, 0, 10, 10)]]})
    files = [tmp_path / name for name in ("one.json", "two.json")]
    for file in files:
        tool.write(file, LATTICE, [arc.points for arc in topology.arcs], {})
    assert files[0].read_bytes() == files[1].read_bytes()
    document = json.loads(files[0].read_text())
    points = np.cumsum(np.array(document["arcs"][0]), axis=0) * 0.1 + (-180, -90)
    assert points.max(axis=0) == pytest.approx([10, 10])


def test_a_ring_around_a_pole_holds_it() -> None:
    around = [(x, 200) for x in range(0, LATTICE.columns + 1, 100)]
    ring = [(x % LATTICE.columns, y) for x, y in around]
    cap_km2 = EARTH_AREA_KM2 * (1 - math.sin(math.radians(70))) / 2
    assert abs(tool.ring_area_km2(ring, LATTICE)) == pytest.approx(cap_km2, rel=1e-9)
