"""Shapes cut by the map's rectangle and thinned to its scale."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.report.earth_shapes import earth_shapes
from glasshield.report.frame import Frame, thinned
from glasshield.report.projection import Kind, Plane, Projection

FRAME = Frame(-10.0, -5.0, 10.0, 5.0)
AREA_TOL = 1e-12


def area(ring: Plane) -> float:
    return abs(float(np.sum(ring[:-1, 0] * ring[1:, 1] - ring[1:, 0] * ring[:-1, 1]))) / 2


def rectangle(left: float, bottom: float, right: float, top: float) -> Plane:
    return np.array([[left, bottom], [left, top], [right, top], [right, bottom], [left, bottom]])


sides = st.floats(-30, 30)


@given(sides, sides, st.floats(0.1, 60), st.floats(0.1, 60))
def test_prop_rectangles_are_cut_to_what_they_share(
    left: float, bottom: float, width: float, height: float
) -> None:
    cut = FRAME.areas([rectangle(left, bottom, left + width, bottom + height)])
    shared_x = min(10.0, left + width) - max(-10.0, left)
    shared_y = min(5.0, bottom + height) - max(-5.0, bottom)
    expected = max(0.0, shared_x) * max(0.0, shared_y)
    assert sum(area(ring) for ring in cut) == pytest.approx(expected, abs=1e-9)
    for ring in cut:
        assert np.array_equal(ring[0], ring[-1])
        assert FRAME.grown(1e-9).holds(ring).all()


def test_an_area_around_the_frame_fills_it() -> None:
    (cut,) = FRAME.areas([rectangle(-99, -99, 99, 99)])
    assert area(cut) == pytest.approx(200.0, rel=AREA_TOL)


@given(st.lists(st.tuples(sides, sides), min_size=2, max_size=12))
def test_prop_lines_keep_what_lies_inside(points: list[tuple[float, float]]) -> None:
    line = np.array(points)
    pieces = FRAME.lines([line])
    for piece in pieces:
        assert len(piece) >= 2
        assert FRAME.grown(1e-6).holds(piece).all()
    # Walked in small steps, the line is inside for as long as its pieces are.
    share = (np.arange(4000) + 0.5) / 4000
    walked = 0.0
    for a, b in itertools.pairwise(line):
        inside = FRAME.holds(a + share[:, None] * (b - a)).mean()
        walked += float(inside * np.hypot(*(b - a)))
    length = sum(float(np.hypot(*np.diff(piece, axis=0).T).sum()) for piece in pieces)
    assert length == pytest.approx(walked, abs=0.05 * len(points))


def test_a_line_that_stays_inside_is_one_piece() -> None:
    line = np.array([[-20.0, 0.0], [0.0, 1.0], [3.0, 2.0], [20.0, 0.0], [5.0, 0.0]])
    pieces = FRAME.lines([line])
    assert [len(piece) for piece in pieces] == [4, 2]


def test_prop_thinning_stays_close_and_keeps_the_ends() -> None:
    angle = np.linspace(0, 2 * math.pi, 2000)
    line = 100 * np.column_stack([np.cos(angle), np.sin(angle)])
    thin = thinned(line, 1.0)
    assert len(thin) < 100
    assert np.array_equal(thin[[0, -1]], line[[0, -1]])
    middle = (thin[1:] + thin[:-1]) / 2
    assert np.abs(np.hypot(*middle.T) - 100).max() < 1.0
    few = line[:4]
    assert np.array_equal(thinned(few, 1e9), few)


def test_the_base_map_is_within_its_frame_and_light() -> None:
    projection = Projection.of(Kind.EQUAL_AREA, math.radians(50), math.radians(15))
    frame = Frame(-2.5e6, -1.8e6, 2.5e6, 1.8e6)
    pixel_m = frame.width_m / 900
    shapes = earth_shapes(projection, frame, pixel_m)
    wide = frame.grown(4.001 * pixel_m)
    groups = [shapes.land, shapes.lakes, shapes.coast, shapes.borders, shapes.graticule]
    assert all(groups)
    assert all(wide.holds(shape).all() for group in groups for shape in group)
    assert sum(len(shape) for group in groups for shape in group) < 10_000
    assert shapes.special  # the line of Kosovo
    assert shapes is earth_shapes(projection, frame, pixel_m)
