from __future__ import annotations

import itertools
import random

import pytest

from glasshield.report.outline import Box, Polygon, Ring, polygons


def test_one_cell_is_its_own_outline() -> None:
    (polygon,) = polygons([Box(south=10.0, north=11.0, west=20.0, east=22.0)])
    assert polygon.holes == ()
    assert set(polygon.outer) == {(20.0, 10.0), (22.0, 10.0), (22.0, 11.0), (20.0, 11.0)}
    assert polygon.outer[0] == polygon.outer[-1]


def test_no_cell_no_polygon() -> None:
    assert polygons([]) == []


def test_a_ring_of_cells_has_a_hole() -> None:
    cells = [
        Box(r, r + 1.0, c, c + 1.0)
        for r, c in itertools.product(range(3), range(3))
        if (r, c) != (1, 1)
    ]
    (polygon,) = polygons(cells)
    assert len(polygon.holes) == 1
    assert area(polygon.outer) == pytest.approx(9.0)
    assert area(polygon.holes[0]) == pytest.approx(-1.0)


def test_cells_that_touch_at_a_corner_stay_apart() -> None:
    merged = polygons([Box(0.0, 1.0, 0.0, 1.0), Box(1.0, 2.0, 1.0, 2.0)])
    assert len(merged) == 2


def test_cells_on_both_sides_of_the_date_line_stay_on_their_side() -> None:
    merged = polygons([Box(66.0, 68.0, 178.0, 180.0), Box(66.0, 68.0, -180.0, -178.0)])
    spans = sorted((min(p.outer)[0], max(p.outer)[0]) for p in merged)
    assert spans == [(-180.0, -178.0), (178.0, 180.0)]


@pytest.mark.parametrize("seed", range(20))
def test_prop_the_outline_covers_exactly_the_cells(seed: int) -> None:
    chosen = random_cells(seed)
    merged = polygons(chosen)
    covered = sum(area(ring) for polygon in merged for ring in rings(polygon))
    assert covered == pytest.approx(sum((c.north - c.south) * (c.east - c.west) for c in chosen))


@pytest.mark.parametrize("seed", range(20))
def test_prop_rings_follow_the_right_hand_rule_and_never_meet_themselves(seed: int) -> None:
    for polygon in polygons(random_cells(seed)):
        assert area(polygon.outer) > 0.0
        assert all(area(hole) < 0.0 for hole in polygon.holes)
        for ring in rings(polygon):
            assert ring[0] == ring[-1]
            assert len(set(ring)) == len(ring) - 1


def random_cells(seed: int) -> list[Box]:
    """Rows whose cells differ in width, as those of an equal-area grid do."""
    chance = random.Random(seed)
    cells = []
    for row in range(12):
        count = chance.randint(5, 14)
        for k in range(count):
            if chance.random() < 0.6:
                west, east = 20.0 * k / count, 20.0 * (k + 1) / count
                cells.append(Box(float(row), row + 1.0, west, east))
    return cells


def rings(polygon: Polygon) -> list[Ring]:
    return [polygon.outer, *polygon.holes]


def area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)) / 2
