from __future__ import annotations

import math
import re

import numpy as np
import pytest

from glasshield.report import base_map
from glasshield.report.base_map import View

EARTH_KM = 6371.0087714
AREA_TOL = 2e-3  # relative; edges are chords of at most 1 deg
RANGE_TOL_KM = 0.5  # the fan is made on the same sphere, the check rounds
SCALE_PER_M = 5e-5

EUROPE = View.around("x", math.radians(50.0), math.radians(20.0), SCALE_PER_M)
POLE = View.around("x", math.radians(90.0), 0.0, SCALE_PER_M)
DATE_LINE = View.around("x", math.radians(60.0), math.radians(180.0), SCALE_PER_M)
VIEWS = pytest.mark.parametrize("view", [EUROPE, POLE, DATE_LINE], ids=["europe", "pole", "date"])


def test_the_centre_lies_in_the_middle() -> None:
    assert EUROPE.spot((50.0, 20.0)) == pytest.approx((EUROPE.width / 2, EUROPE.height / 2))


@pytest.mark.parametrize(("view", "west"), [(EUROPE, 15.0), (POLE, 15.0), (DATE_LINE, 170.0)])
def test_prop_areas_are_true(view: View, west: float) -> None:
    south = math.degrees(view.projection.lat_rad) - 9.0
    east, north = west + 10.0, south + 8.0
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    (drawn,) = view.areas([ring])
    on_map = abs(_area(drawn)) / (1e3 * view.scale_per_m) ** 2
    sines = math.sin(math.radians(north)) - math.sin(math.radians(south))
    assert on_map == pytest.approx(EARTH_KM**2 * math.radians(10.0) * sines, rel=AREA_TOL)


def test_an_area_with_a_hole_keeps_it() -> None:
    outer = [(15.0, 45.0), (25.0, 45.0), (25.0, 55.0), (15.0, 55.0), (15.0, 45.0)]
    hole = [(18.0, 48.0), (18.0, 52.0), (22.0, 52.0), (22.0, 48.0), (18.0, 48.0)]
    drawn = EUROPE.areas([outer, hole])
    assert len(drawn) == 2
    assert not _inside(drawn, (EUROPE.width / 2, EUROPE.height / 2))


def test_an_area_that_holds_the_whole_view_fills_it() -> None:
    ring = [(-100.0, -20.0), (140.0, -20.0), (140.0, 89.0), (-100.0, 89.0), (-100.0, -20.0)]
    assert _inside(EUROPE.areas([ring]), (10.0, 10.0))


def test_a_line_over_the_date_line_stays_one_line() -> None:
    track = [(60.0, lon if lon <= 180.0 else lon - 360.0) for lon in np.arange(176.0, 184.1, 0.5)]
    assert len(DATE_LINE.lines(track)) == 1


def test_a_line_outside_the_view_is_left_out() -> None:
    assert EUROPE.lines([(-40.0, 170.0), (-41.0, 171.0)]) == []
    assert EUROPE.spot((-40.0, 170.0)) is None


@VIEWS
def test_the_base_map_shows_land_where_there_is_land(view: View) -> None:
    (path,) = re.findall(r'class="land" d="([^"]*)"', view.base().source)
    drawn = _rings(path)
    for place, is_land in (((50.0, 20.0), True), ((60.0, 178.0), False), ((90.0, 0.0), False),
                           ((66.5, 178.0), True), ((80.0, -40.0), True)):  # fmt: skip
        spot = view.spot(place)
        if spot is not None:
            assert _inside(drawn, spot) is is_land, place


@VIEWS
def test_contested_lines_are_told_from_agreed_ones(view: View) -> None:
    assert 'class="coast"' in view.borders().source
    korea = View.around("x", math.radians(38.0), math.radians(127.0), SCALE_PER_M)
    assert 'class="contested"' in korea.borders().source


def test_prop_fitted_views_hold_all_their_places() -> None:
    rng = np.random.default_rng(7)
    for _ in range(30):
        lat0, lon0 = rng.uniform(-80, 80), rng.uniform(-180, 180)
        places = [
            (float(np.clip(lat0 + rng.normal(0, 12), -89, 89)),
             float((lon0 + rng.normal(0, 20) + 180) % 360 - 180))
            for _ in range(6)
        ]  # fmt: skip
        view = base_map.fitted("x", places)
        assert all(view.spot(place) is not None for place in places), places


def test_a_view_of_nothing_is_still_a_view() -> None:
    assert base_map.fitted("x", []).scale_per_m > 0.0


def test_prop_a_fan_keeps_its_range_and_sector() -> None:
    corners = base_map.fan((70.0, 170.0), 3000.0, (40.0, 160.0))
    assert corners[0] == pytest.approx(corners[-1])
    assert corners[0] == pytest.approx((170.0, 70.0))
    far = [_distance_km((70.0, 170.0), (lat, lon)) for lon, lat in corners]
    assert max(far) == pytest.approx(3000.0, abs=RANGE_TOL_KM)
    assert all(-180.0 <= lon <= 180.0 for lon, _ in corners)


def test_a_full_circle_is_a_closed_ring_without_its_centre() -> None:
    corners = base_map.fan((54.0, -1.0), 1000.0, (0.0, 360.0))
    assert corners[0] == corners[-1]
    far = [_distance_km((54.0, -1.0), (lat, lon)) for lon, lat in corners]
    assert min(far) == pytest.approx(1000.0, abs=RANGE_TOL_KM)


def _rings(data: str) -> list[list[tuple[float, float]]]:
    """The rings of path data that is written in relative steps."""
    rings = []
    for part in data.split("M")[1:]:
        numbers = [float(v) for v in re.findall(r"-?\d*\.?\d+", part)]
        steps = np.array(numbers).reshape(-1, 2)
        rings.append([(float(x), float(y)) for x, y in np.cumsum(steps, axis=0)])
    return rings


def _inside(rings: list[list[tuple[float, float]]], spot: tuple[float, float]) -> bool:
    x, y = spot
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                inside = not inside
    return inside


def _area(ring: list[tuple[float, float]]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    (lat1, lon1), (lat2, lon2) = np.radians(one), np.radians(other)
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2.0 * EARTH_KM * math.asin(math.sqrt(half))


@pytest.mark.parametrize(
    ("lat_deg", "lon_deg", "reach_km"), [(35.05, 49.21, 3112.0), (62.0, 20.0, 790.0)]
)
def test_no_lake_on_the_edge_of_the_view_floods_it(
    lat_deg: float, lon_deg: float, reach_km: float
) -> None:
    # An island in Lake Onega, which runs the other way round, lies on the limit of both views.
    scale = math.hypot(*base_map.SMALL) / 2 / (reach_km * 1e3)
    view = View.around("x", math.radians(lat_deg), math.radians(lon_deg), scale)
    water = re.findall(r'<path class="sea" d="([^"]*)"', view.base().source)
    for drawn in water:
        spans = [float(step) for step in re.findall(r"l(-?[\d.]+)", drawn)]
        assert sum(abs(step) for step in spans) < 2.0 * view.width
