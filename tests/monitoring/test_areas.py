"""Areas of notices: inside and outside, and how far from the edge."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.catalog.announced import AreaRole, NoticeArea, RadiusUnit
from glasshield.catalog.quantity import Status
from glasshield.earth import geodesic
from glasshield.monitoring import areas

EXACT_M = 1e-3  # distances along geodesics, solved to nanometres
SPHERE_SHARE = 0.006  # by which distances on the sphere are off, with a little room
LEVEL_TOL_DEG = 1e-9


def area(
    *corners: tuple[float, float],
    centre: tuple[float, float] | None = None,
    radius: float | None = None,
    unit: str = "km",
) -> NoticeArea:
    return NoticeArea(
        id="here", role=AreaRole.HAZARD, polygon_deg=corners, centre_deg=centre, radius=radius,
        radius_unit=RadiusUnit(unit), source="test", status=Status.READ,
    )  # fmt: skip


BOX = area((10.0, 20.0), (10.0, 30.0), (15.0, 30.0), (15.0, 20.0))
BENT = area(
    (0.0, 0.0), (0.0, 4.0), (4.0, 4.0), (4.0, 3.0), (1.0, 3.0), (1.0, 1.0), (4.0, 1.0), (4.0, 0.0)
)


def inside(where: NoticeArea, lat_deg: float, lon_deg: float) -> bool:
    return bool(areas.contains(where, math.radians(lat_deg), math.radians(lon_deg)))


def test_a_nautical_mile_is_1852_metres() -> None:
    assert areas.radius_m(area(centre=(0.0, 0.0), radius=150.0, unit="nmi")) == 277_800.0
    assert areas.radius_m(area(centre=(0.0, 0.0), radius=150.0)) == 150_000.0
    assert areas.radius_m(BOX) == 0.0


@pytest.mark.parametrize("turn_deg", range(0, 360, 30))
def test_a_circle_ends_at_its_radius_over_the_ellipsoid(turn_deg: int) -> None:
    circle = area(centre=(34.74, -120.57), radius=150.0, unit="nmi")
    turn = math.radians(turn_deg)
    for away_m in (277_799.0, 277_801.0):
        at = geodesic.direct(*areas.centre(circle), turn, away_m)
        assert bool(areas.contains(circle, at.lat_rad, at.lon_rad)) == (away_m < 277_800.0)
        beyond = float(areas.beyond_m(circle, at.lat_rad, at.lon_rad))
        assert abs(beyond - (away_m - 277_800.0)) < EXACT_M


def test_a_circle_reaches_over_the_date_line() -> None:
    circle = area(centre=(0.0, 179.5), radius=100.0)
    assert inside(circle, 0.0, -179.7)
    assert not inside(circle, 0.0, -179.5)


def test_edges_of_polygons_are_great_circles() -> None:
    # In the north a great circle between two places of one latitude runs north of it.
    assert not inside(BOX, 10.01, 25.0)
    assert inside(BOX, 15.01, 25.0)
    assert inside(BOX, 12.0, 25.0)
    assert not inside(BOX, 12.0, 31.0)
    assert not inside(BOX, -12.0, -155.0)  # behind the Earth


def test_a_polygon_with_a_bay_leaves_the_bay_out() -> None:
    assert not inside(BENT, 2.0, 2.0)
    assert inside(BENT, 0.5, 2.0)
    assert inside(BENT, 2.0, 0.5)
    assert inside(BENT, 2.0, 3.5)


def test_a_polygon_around_a_pole_is_to_be_divided() -> None:
    around = [(80.0, lon) for lon in (-120.0, -40.0, 40.0, 120.0)]
    with pytest.raises(ValueError, match="crosses the date line"):
        area(*around)


@given(lat=st.floats(9.0, 16.0), lon=st.floats(19.0, 31.0))
def test_prop_inside_is_what_a_walk_around_the_edge_says(lat: float, lon: float) -> None:
    """The angles under which the edges are seen add up to a full turn from inside, to none else."""
    corners = np.radians([*BOX.polygon_deg, BOX.polygon_deg[0]])
    here = np.radians((lat, lon))
    toward = [float(geodesic.inverse(*here, *corner).azimuth1_rad) for corner in corners]
    turns = (np.diff(toward) + np.pi) % (2.0 * np.pi) - np.pi
    near_edge = abs(float(areas.beyond_m(BOX, *here))) < 200.0  # geodesics are no great circles
    assert near_edge or inside(BOX, lat, lon) == (abs(float(turns.sum())) > np.pi)


def test_how_far_outside_of_a_polygon_is_along_the_ground() -> None:
    due_south = float(areas.beyond_m(BOX, math.radians(9.0), math.radians(20.0)))
    exact = float(geodesic.inverse(*np.radians((9.0, 20.0, 10.0, 20.0))).distance_m)
    assert abs(due_south / exact - 1.0) < SPHERE_SHARE
    assert float(areas.beyond_m(BOX, math.radians(12.0), math.radians(21.0))) < 0.0


def test_many_places_at_once_are_as_one_by_one() -> None:
    lat, lon = np.radians(np.meshgrid(np.linspace(9.0, 16.0, 8), np.linspace(19.0, 31.0, 9)))
    for where in (BOX, BENT, area(centre=(12.0, 25.0), radius=300.0)):
        together = areas.contains(where, lat, lon)
        alone = [bool(areas.contains(where, a, b)) for a, b in zip(lat.flat, lon.flat, strict=True)]
        assert together.ravel().tolist() == alone
        assert ((areas.beyond_m(where, lat, lon) <= 0.0) == together).all()


def test_the_middle_of_a_polygon_is_that_of_its_ground() -> None:
    lat, lon = np.degrees(areas.centre(BOX))
    assert abs(lon - 25.0) < LEVEL_TOL_DEG
    assert 12.5 < lat < 12.6  # its upper edge bulges more than its lower one
    # Brute force: the mean of places evenly inside.
    draw = np.random.default_rng(4)
    z = draw.uniform(math.sin(math.radians(9.9)), math.sin(math.radians(15.2)), 40_000)
    some_lat, some_lon = np.arcsin(z), np.radians(draw.uniform(20.0, 30.0, 40_000))
    within = areas.contains(BOX, some_lat, some_lon)
    assert abs(float(np.degrees(some_lat[within].mean())) - lat) < 0.03  # 3 deviations of the mean


def test_an_outline_comes_back_to_its_beginning_in_steps_of_a_degree() -> None:
    for where in (BOX, BENT, area(centre=(70.0, 10.0), radius=50.0, unit="nmi")):
        lat, lon = areas.outline(where)
        assert abs(lat[0] - lat[-1]) < LEVEL_TOL_DEG
        assert abs(lon[0] - lon[-1]) < LEVEL_TOL_DEG
        steps = geodesic.inverse(*np.radians((lat[:-1], lon[:-1], lat[1:], lon[1:]))).distance_m
        assert steps.max() < 112_500.0
        edge = areas.beyond_m(where, np.radians(lat), np.radians(lon))
        assert np.abs(edge).max() < 1.0


def test_how_far_the_edge_is_from_the_middle() -> None:
    assert areas.reach_m(area(centre=(0.0, 0.0), radius=5.0, unit="nmi")) == 9_260.0
    assert 580e3 < areas.reach_m(BOX) < 620e3
