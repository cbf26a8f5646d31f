from __future__ import annotations

import math

import numpy as np
import pytest

from glasshield.report import base_map
from glasshield.report.base_map import View

EARTH_KM = 6371.0087714
AREA_TOL = 2e-3  # relative; edges are chords of at most 1 deg
RANGE_TOL_KM = 0.5  # the fan is made on the same sphere, the check rounds

EUROPE = View("x", 50.0, 20.0, 0.05)
POLE = View("x", 90.0, 0.0, 0.03)
DATE_LINE = View("x", 60.0, 180.0, 0.05)


def test_the_centre_lies_in_the_middle() -> None:
    assert EUROPE.spot((50.0, 20.0)) == pytest.approx((EUROPE.width / 2, EUROPE.height / 2))


def test_val_projection_snyder() -> None:
    # Snyder (1987), p. 332: R = 3, centre 40 N 100 W, point 20 S 100 E gives x = -4.2339303,
    # y = 4.0257775.
    view = View("x", 40.0, -100.0, 3.0 / EARTH_KM, 0.0, 0.0)
    x, y = view.spots(np.radians([-20.0]), np.radians([100.0]))[0]
    assert (x, -y) == pytest.approx((-4.2339303, 4.0257775), rel=2e-5)


@pytest.mark.parametrize("view", [EUROPE, POLE, DATE_LINE])
def test_prop_areas_are_true(view: View) -> None:
    lat, lon = view.lat_deg, view.lon_deg
    south, north = min(lat, 84.0) - 4.0, min(lat, 84.0) + 4.0
    ring = [
        (lon - 5, south),
        (lon + 5, south),
        (lon + 5, north),
        (lon - 5, north),
        (lon - 5, south),
    ]
    ring = [((x + 180.0) % 360.0 - 180.0, y) for x, y in ring]
    (drawn,) = view.areas([ring])
    on_map = abs(_area(drawn)) / view.scale_per_km**2
    sines = math.sin(math.radians(north)) - math.sin(math.radians(south))
    assert on_map == pytest.approx(EARTH_KM**2 * math.radians(10.0) * sines, rel=AREA_TOL)


@pytest.mark.parametrize("view", [EUROPE, POLE, DATE_LINE])
def test_nothing_is_drawn_far_outside_the_frame(view: View) -> None:
    for ring in view.areas([[(-179.0, -80.0), (179.0, -80.0), (179.0, 85.0), (-179.0, 85.0)]]):
        for x, y in ring:
            assert -5.0 <= x <= view.width + 5.0
            assert -5.0 <= y <= view.height + 5.0


def test_a_line_over_the_date_line_stays_one_line() -> None:
    track = [(60.0, lon if lon <= 180.0 else lon - 360.0) for lon in np.arange(176.0, 184.1, 0.5)]
    assert len(DATE_LINE.lines(track)) == 1


def test_a_line_that_leaves_the_frame_is_cut() -> None:
    track = [(50.0, float(lon)) for lon in range(20, 120, 2)]
    (piece,) = EUROPE.lines(track)
    assert len(piece) < len(track)


def test_a_line_outside_the_frame_is_left_out() -> None:
    assert EUROPE.lines([(-40.0, 170.0), (-41.0, 171.0)]) == []
    assert EUROPE.spot((-40.0, 170.0)) is None


@pytest.mark.parametrize("view", [EUROPE, POLE, DATE_LINE], ids=["europe", "pole", "date-line"])
def test_the_base_map_shows_land_where_there_is_land(view: View) -> None:
    drawn = [ring for i in range(300) for ring in _land(view, i)]
    for place, is_land in (((50.0, 20.0), True), ((60.0, 178.0), False), ((90.0, 0.0), False),
                           ((66.5, 178.0), True), ((80.0, -40.0), True)):  # fmt: skip
        spot = view.spot(place)
        if spot is not None:
            assert _inside(drawn, spot) is is_land, place


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
    assert base_map.fitted("x", []).scale_per_km > 0.0


def test_prop_a_fan_keeps_its_range_and_sector() -> None:
    corners = base_map.fan(70.0, 170.0, 3000.0, (40.0, 160.0))
    assert corners[0] == corners[-1] == pytest.approx((170.0, 70.0))
    far = [_distance_km((70.0, 170.0), (lat, lon)) for lon, lat in corners]
    assert max(far) == pytest.approx(3000.0, abs=RANGE_TOL_KM)
    assert all(-180.0 <= lon <= 180.0 for lon, _ in corners)


def test_a_full_circle_is_a_closed_ring_without_its_centre() -> None:
    corners = base_map.fan(54.0, -1.0, 1000.0, (0.0, 360.0))
    assert corners[0] == corners[-1]
    far = [_distance_km((54.0, -1.0), (lat, lon)) for lon, lat in corners]
    assert min(far) == pytest.approx(1000.0, abs=RANGE_TOL_KM)


def _land(view: View, index: int) -> list[list[tuple[float, float]]]:
    from glasshield.geodata import world

    borders = world("coarse")
    return view._land(borders, index) if index < len(borders.rings) else []


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
