"""Azimuthal views: what each keeps true, and that nothing is cut wrongly anywhere."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import RangeError
from glasshield.geodata import world
from glasshield.report.projection import (
    Kind,
    Line,
    Plane,
    Projection,
    circle,
    graticule,
    hole,
    outer,
    sector,
    unit_vectors,
)

ROUND_TRIP_TOL_M = 1.0  # near the horizon of the orthographic view a metre of map is kilometres
AREA_TOL = 2e-3  # relative; circles are polygons of 180 corners
WORLD_AREA_TOL = 1e-3  # relative; of land in several views: chords of two degrees
STEP_M = 2.2 * math.pi / 180 * EARTH_MEAN_RADIUS_M  # two points of data, a little stretched

CENTRES = [(0.0, 0.0), (90.0, 0.0), (-90.0, 40.0), (50.0, 15.0), (10.0, 180.0), (-35.0, -179.0)]
KINDS = list(Kind)


def view(kind: Kind, lat_deg: float, lon_deg: float, limit_deg: float | None = None) -> Projection:
    limit = None if limit_deg is None else math.radians(limit_deg)
    return Projection.of(kind, math.radians(lat_deg), math.radians(lon_deg), limit)


def area_m2(rings: list[Plane]) -> float:
    """The area that even-odd filling of disjoint rings and their holes gives: clockwise is land."""
    return sum(-float(np.sum(r[:-1, 0] * r[1:, 1] - r[1:, 0] * r[:-1, 1])) / 2 for r in rings)


def cap_m2(radius_rad: float) -> float:
    return 2 * math.pi * EARTH_MEAN_RADIUS_M**2 * (1 - math.cos(radius_rad))


def longest_step_m(shapes: list[Plane]) -> float:
    return max((float(np.hypot(*np.diff(s, axis=0).T).max()) for s in shapes), default=0.0)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("centre", CENTRES)
def test_prop_there_and_back(kind: Kind, centre: tuple[float, float]) -> None:
    projection = view(kind, *centre)
    rng = np.random.default_rng(1)
    angle, turn = rng.uniform(0, 2 * math.pi, 200), rng.uniform(0, 0.98, 200)
    xy = projection.radius_m * turn[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    back = projection.forward(*projection.inverse(xy).T)
    assert np.abs(back - xy).max() < ROUND_TRIP_TOL_M


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_prop_distance_from_the_middle_is_true(
    lat0: float, lon0: float, lat: float, lon: float
) -> None:
    projection = view(Kind.EQUIDISTANT, lat0, lon0)
    places = np.radians([[lat0, lon0], [lat, lon]])
    a, b = unit_vectors(places)
    angle = math.atan2(float(np.linalg.norm(np.cross(a, b))), float(a @ b))
    (xy,) = projection.forward(*places[1:].T)
    if angle < projection.limit_rad - 1e-9:
        assert np.hypot(*xy) == pytest.approx(angle * EARTH_MEAN_RADIUS_M, abs=1e-3)


def test_val_snyder_s_worked_examples() -> None:
    """Snyder (1987), appendix A: forward equations of the sphere, pages 311, 332 and 338."""
    # Orthographic: R = 1, centre 40 N, 100 W; point 30 N, 110 W.
    (xy,) = view(Kind.ORTHOGRAPHIC, 40, -100).forward(np.radians([30.0]), np.radians([-110.0]))
    assert xy / EARTH_MEAN_RADIUS_M == pytest.approx([-0.1503837, -0.1651911], abs=5e-8)
    # Lambert azimuthal equal-area: R = 3, centre 40 N, 100 W; point 20 S, 100 E.
    (xy,) = view(Kind.EQUAL_AREA, 40, -100).forward(np.radians([-20.0]), np.radians([100.0]))
    assert xy / EARTH_MEAN_RADIUS_M * 3 == pytest.approx([-4.2339303, 4.0257775], abs=5e-7)
    # Azimuthal equidistant: R = 3, centre 40 N, 100 W; point 20 S, 100 E.
    (xy,) = view(Kind.EQUIDISTANT, 40, -100).forward(np.radians([-20.0]), np.radians([100.0]))
    assert xy / EARTH_MEAN_RADIUS_M * 3 == pytest.approx([-5.8311398, 5.5444634], abs=5e-7)


@pytest.mark.parametrize("centre", CENTRES)
@pytest.mark.parametrize("radius_deg", [1.0, 30.0, 80.0])
@pytest.mark.parametrize("away_deg", [0.0, 25.0, 85.0])
def test_prop_areas_are_true(
    centre: tuple[float, float], radius_deg: float, away_deg: float
) -> None:
    projection = view(Kind.EQUAL_AREA, *centre)
    middle = math.radians(centre[0]), math.radians(centre[1])
    lat, lon = sector(*middle, math.radians(away_deg) or 1e-9, 0.7, 0.8)[1].tolist()
    rings = projection.areas([circle(lat, lon, math.radians(radius_deg))])
    radius = math.radians(radius_deg)
    assert area_m2(rings) == pytest.approx(cap_m2(radius), rel=AREA_TOL)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("centre", CENTRES)
def test_prop_the_world_has_no_stray_lines(kind: Kind, centre: tuple[float, float]) -> None:
    projection = view(kind, *centre, None if kind is Kind.ORTHOGRAPHIC else 90.0)
    borders = world("coarse")
    # At 90 degrees the equal-area view stretches by 1.42 and the equidistant one by 1.58 along
    # the edge; the arc that closes an area there has points every two degrees too.
    most = STEP_M * 1.6 * math.sqrt(2)
    shapes = projection.areas(borders.land())
    assert shapes
    assert longest_step_m(shapes) < most
    for lines in borders.lines.values():
        assert longest_step_m(projection.lines(lines)) < most
    assert longest_step_m(projection.lines(graticule(math.radians(15)))) < most
    radius = max(float(np.hypot(*s.T).max()) for s in shapes)
    assert radius <= projection.radius_m * (1 + 1e-9)


def test_prop_two_halves_hold_all_land() -> None:
    rings = world("coarse").land()
    halves = [
        area_m2(view(Kind.EQUAL_AREA, sign * 30.0, lon, 90.0).areas(rings))
        for sign, lon in ((1, 20.0), (-1, -160.0))
    ]
    whole = area_m2(view(Kind.EQUAL_AREA, 0.0, -150.0, 175.0).areas(rings))
    whole += cap_m2(math.radians(5.0))  # what lies behind that view is all land, in Africa
    assert sum(halves) == pytest.approx(whole, rel=WORLD_AREA_TOL)
    assert sum(halves) / 1e12 == pytest.approx(146.6, rel=0.02)  # land_area_m2, in finer detail


@pytest.mark.parametrize("kind", KINDS)
def test_the_south_pole_is_land_and_the_north_pole_is_not(kind: Kind) -> None:
    south = view(kind, -90.0, 0.0, 3.0).areas(world("coarse").land())
    assert area_m2(south) == pytest.approx(
        math.pi * view(kind, -90.0, 0.0, 3.0).radius_m ** 2, rel=AREA_TOL
    )
    assert view(kind, 90.0, 0.0, 3.0).areas(world("coarse").land()) == []


def test_a_view_within_land_is_all_land_and_one_at_sea_is_none() -> None:
    land = world("coarse").land()
    inland = view(Kind.EQUAL_AREA, 60.0, 90.0, 3.0)
    assert area_m2(inland.areas(land)) == pytest.approx(cap_m2(math.radians(3)), rel=AREA_TOL)
    assert view(Kind.EQUAL_AREA, 0.0, -140.0, 3.0).areas(land) == []


def test_a_view_in_a_hole_is_empty() -> None:
    ring = [outer(square(20.0)), hole(square(8.0))]
    assert view(Kind.EQUAL_AREA, 0.0, 0.0, 5.0).areas(ring) == []
    within = view(Kind.EQUAL_AREA, 14.0, 0.0, 3.0).areas(ring)
    assert area_m2(within) == pytest.approx(cap_m2(math.radians(3)), rel=AREA_TOL)
    cut = view(Kind.EQUAL_AREA, 0.0, 0.0, 12.0).areas(ring)
    full = view(Kind.EQUAL_AREA, 0.0, 0.0).areas([outer(square(8.0))])
    assert area_m2(cut) == pytest.approx(cap_m2(math.radians(12)) - area_m2(full), rel=AREA_TOL)


def square(half_deg: float) -> Line:
    corners = half_deg * np.array([[-1, -1], [-1, 1], [1, 1], [1, -1], [-1, -1]])
    return np.radians(corners)


def test_a_country_over_the_date_line_is_in_one_piece() -> None:
    ring = np.radians([[60, 170], [60, -170], [70, -170], [70, 170], [60, 170]])
    assert len(view(Kind.EQUAL_AREA, 65.0, 180.0).areas([outer(ring)])) == 1
    (drawn,) = view(Kind.EQUAL_AREA, 65.0, 0.0, 120.0).areas([outer(ring)])
    assert longest_step_m([drawn]) < 2 * STEP_M


def test_a_line_is_cut_where_it_leaves_the_view() -> None:
    projection = view(Kind.ORTHOGRAPHIC, 0.0, 0.0, 60.0)
    around = np.column_stack([np.zeros(721), np.radians(np.arange(-360.0, 360.5, 1.0))])
    pieces = projection.lines([around])
    assert len(pieces) == 3  # half of it at each end
    ends = np.array([pieces[1][0], pieces[1][-1]])
    assert np.abs(ends[:, 0]) == pytest.approx(projection.radius_m, rel=1e-9)
    assert projection.lines([np.radians([[0.0, 170.0], [0.0, 190.0]])]) == []
    assert projection.lines([np.empty((0, 2))]) == []


def test_a_long_step_follows_the_great_circle() -> None:
    (drawn,) = view(Kind.EQUAL_AREA, 90.0, 0.0).lines([np.radians([[60.0, 0.0], [60.0, 180.0]])])
    assert np.hypot(*drawn.T).min() < STEP_M  # over the pole
    assert longest_step_m([drawn]) < STEP_M


@pytest.mark.parametrize("azimuths", [(350.0, 10.0), (60.0, 170.0), (0.0, 359.0)])
def test_prop_a_sector_has_its_share_of_the_circle(azimuths: tuple[float, float]) -> None:
    start, end = np.radians(azimuths)
    ring = sector(math.radians(50), math.radians(179), 0.4, start, end)
    width = (azimuths[1] - azimuths[0]) % 360
    drawn = view(Kind.EQUAL_AREA, 50.0, 179.0).areas([ring])
    assert area_m2(drawn) == pytest.approx(cap_m2(0.4) * width / 360, rel=AREA_TOL)


def test_rings_are_turned_the_right_way_round() -> None:
    ring = circle(math.radians(89), 2.0, 0.5)
    assert np.array_equal(outer(ring[::-1]), ring)
    assert np.array_equal(hole(ring), ring[::-1])
    open_ring = outer(ring[:-1])
    assert np.array_equal(open_ring[0], open_ring[-1])


def test_points_beyond_the_limit_are_not_numbers() -> None:
    projection = view(Kind.ORTHOGRAPHIC, 50.0, 15.0)
    flat = projection.forward(np.radians([50.0, -50.0]), np.radians([15.0, -165.0]))
    assert flat[0] == pytest.approx([0.0, 0.0], abs=1e-6)
    assert np.isnan(flat[1]).all()
    assert np.isnan(projection.inverse(np.array([[1e8, 0.0]]))).all()


@pytest.mark.parametrize(
    ("kind", "lat_rad", "limit_rad", "message"),
    [
        (Kind.ORTHOGRAPHIC, 0.0, 2.0, "up to 90"),
        (Kind.EQUAL_AREA, 0.0, 3.2, "up to 175"),
        (Kind.EQUIDISTANT, 0.0, 0.0, "cannot reach"),
        (Kind.EQUAL_AREA, 2.0, 1.0, "not on the Earth"),
        (Kind.EQUAL_AREA, float("nan"), 1.0, "not on the Earth"),
        (Kind.EQUAL_AREA, 0.0, float("nan"), "cannot reach"),
    ],
)
def test_impossible_views_are_refused(
    kind: Kind, lat_rad: float, limit_rad: float, message: str
) -> None:
    with pytest.raises(RangeError, match=message):
        Projection.of(kind, lat_rad, 0.0, limit_rad)
