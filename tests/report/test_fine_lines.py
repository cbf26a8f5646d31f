"""Lines with fewer corners, and what of them lies in a frame."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.report.framed import area_in, lines_in
from glasshield.report.simplified import simplified

TOLERANCE = 0.2
ROUNDING = 1e-9
BETWEEN = 1e-6  # what finding a place between two others may be off by
FRAME = (0.0, 0.0, 10.0, 8.0)
SPOTS = st.tuples(st.floats(-20.0, 20.0), st.floats(-20.0, 20.0))


def off(spot: tuple[float, float], line: list[tuple[float, float]]) -> float:
    """How far a spot lies from a line."""
    p, found = np.array(spot), math.inf
    for a, b in itertools.pairwise(map(np.array, line)):
        step = b - a
        part = np.clip((p - a) @ step / (step @ step), 0.0, 1.0) if step @ step else 0.0
        found = min(found, float(np.linalg.norm(p - a - part * step)))
    return found


@given(st.lists(SPOTS, min_size=2, max_size=40))
def test_prop_no_corner_that_goes_lies_farther_than_the_tolerance(
    line: list[tuple[float, float]],
) -> None:
    left = simplified(line, TOLERANCE)
    assert left[0] == line[0]
    assert left[-1] == line[-1]
    assert set(left) <= set(line)
    assert all(off(spot, left) <= TOLERANCE + ROUNDING for spot in line)


def test_a_straight_line_is_its_ends_and_an_arc_is_fewer_corners() -> None:
    assert simplified([(float(x), 1.0) for x in range(50)], TOLERANCE) == [(0.0, 1.0), (49.0, 1.0)]
    arc = [(10 * math.cos(a), 10 * math.sin(a)) for a in np.linspace(0.0, math.pi, 181)]
    assert 5 < len(simplified(arc, TOLERANCE)) < 20


def area(ring: list[tuple[float, float]]) -> float:
    x, y = np.array(ring).T
    return float(abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2)


@given(st.floats(-15.0, 15.0), st.floats(-15.0, 15.0), st.floats(0.5, 25.0), st.floats(0.5, 25.0))
def test_prop_the_part_of_a_box_in_the_frame_is_the_box_of_both(
    x: float, y: float, width: float, height: float
) -> None:
    ring = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    across = max(min(x + width, FRAME[2]) - max(x, FRAME[0]), 0.0)
    down = max(min(y + height, FRAME[3]) - max(y, FRAME[1]), 0.0)
    found = area_in(ring, FRAME)
    assert (area(found) if len(found) > 2 else 0.0) == pytest.approx(across * down, abs=BETWEEN)


def test_an_area_that_holds_the_frame_fills_it() -> None:
    ring = [(-50.0, -50.0), (50.0, -50.0), (50.0, 50.0), (-50.0, 50.0)]
    assert area(area_in(ring, FRAME)) == pytest.approx(80.0)


def well_inside(spot: tuple[float, float]) -> bool:
    x, y = spot
    return (
        FRAME[0] + BETWEEN < x < FRAME[2] - BETWEEN and FRAME[1] + BETWEEN < y < FRAME[3] - BETWEEN
    )


@given(st.lists(SPOTS, min_size=2, max_size=30))
def test_prop_what_of_a_line_lies_in_the_frame_stays(line: list[tuple[float, float]]) -> None:
    pieces = lines_in(line, FRAME)
    assert all(len(piece) > 1 for piece in pieces)
    for a, b in itertools.pairwise(line):
        for part in (0.0, 0.3, 0.7, 1.0):
            spot = a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])
            if well_inside(spot):
                assert min(off(spot, piece) for piece in pieces) < BETWEEN


def test_a_line_beside_the_frame_goes_and_one_that_comes_back_is_two() -> None:
    assert lines_in([(-5.0, 9.0), (15.0, 9.0)], FRAME) == []
    there_and_back = [(5.0, 5.0), (5.0, 12.0), (6.0, 14.0), (7.0, 12.0), (7.0, 5.0)]
    first, last = lines_in(there_and_back, FRAME)
    assert first == there_and_back[:2]
    assert last == there_and_back[-2:]
