"""Where observers may stand."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.catalog.announced import Guest, Place
from glasshield.catalog.model import Basing, Box
from glasshield.catalog.quantity import Position, Status
from glasshield.earth import sphere
from glasshield.errors import InputError, UnknownNameError
from glasshield.geodata import point_in_country
from glasshield.monitoring.places import Places, places_of
from tests.monitoring.announced import announced, changed, facts, number

SPACING_TOL = 0.002  # of a distance between neighbours on one parallel: a chord of a great circle


def guest(place: Place | None) -> Guest:
    return changed(announced().observers[0], place=place)


def standing(place: Place | None) -> Places:
    return places_of(guest(place), announced(), facts())


def box(south: float, north: float, west: float, east: float) -> Box:
    return Box(
        south_deg=south,
        north_deg=north,
        west_deg=west,
        east_deg=east,
        source="glasshield",
        status=Status.ASSUMED,
        note="test",
    )


def position(lat_deg: float, lon_deg: float) -> Position:
    return Position(
        lat_deg=lat_deg, lon_deg=lon_deg, source="glasshield", status=Status.ASSUMED, note="test"
    )


def test_a_grid_has_the_spacing_in_both_directions() -> None:
    places = standing(Place(box=box(30.0, 34.0, -131.0, -126.0), spacing=number(50.0, "km")))
    lats = np.unique(places.lat_rad)
    assert np.diff(lats) * 6_371_008.8 == pytest.approx(50e3, rel=1e-6)
    row = places.lat_rad == lats[3]
    between = sphere.distance_m(
        places.lat_rad[row][:-1], places.lon_rad[row][:-1],
        places.lat_rad[row][1:], places.lon_rad[row][1:],
    )  # fmt: skip
    assert between == pytest.approx(50e3, rel=SPACING_TOL)
    inside = np.degrees(places.lon_rad)
    assert inside.min() >= -131.0
    assert inside.max() <= -126.0


def test_a_thousand_kilometres_at_twenty_five_are_about_1681_places() -> None:
    assert len(standing(announced().observers[0].place)) == pytest.approx(1681, rel=0.03)


def test_sea_and_land_share_a_coast() -> None:
    coast = box(34.0, 38.0, -124.0, -119.0)
    everywhere, sea, land = (
        standing(Place(box=coast, spacing=number(40.0, "km"), on=on))
        for on in (None, Basing.SEA, Basing.LAND)
    )
    assert len(sea) + len(land) == len(everywhere)
    assert (point_in_country(sea.lat_rad, sea.lon_rad) < 0).all()
    assert (point_in_country(land.lat_rad, land.lon_rad) >= 0).all()


def test_a_region_is_filled_and_a_city_is_one_place() -> None:
    poland = standing(Place(region="poland", spacing=number(60.0, "km")))
    # 312,700 km2 in cells of 3,600.
    assert len(poland) == pytest.approx(312_700 / 3600, rel=0.1)
    city = facts().regions["moscow"].point
    assert city is not None
    assert standing(Place(region="moscow")).lat_rad == pytest.approx([city.lat_rad])


def test_positions_are_taken_as_they_are() -> None:
    places = standing(Place(positions=(position(31.0, -125.0), position(35.0, -126.5))))
    assert np.degrees(places.lat_rad) == pytest.approx([31.0, 35.0])
    assert places.row(1).lon_deg == -126.5


def test_without_a_place_an_observer_stands_where_its_station_or_its_sensor_does() -> None:
    own = announced().observers[0].station
    assert own is not None
    assert standing(None).lat_rad == pytest.approx([own.position.lat_rad])
    sensor = Guest(id="radar", sensor="beale")
    at = facts().position_of(facts().sensors["beale"])
    assert at is not None
    assert places_of(sensor, announced(), facts()).lon_rad == pytest.approx([at.lon_rad])


def test_places_in_areas_of_the_notice_are_marked() -> None:
    places = standing(
        Place(positions=(position(34.6, -126.0), position(36.5, -123.0), position(21.0, -177.0)))
    )
    assert places.in_hazard_area.tolist() == [True, False, True]


def test_too_many_places_and_none_are_refused() -> None:
    with pytest.raises(InputError, match="too many places"):
        standing(Place(box=box(20.0, 40.0, -140.0, -120.0), spacing=number(10.0, "km")))
    with pytest.raises(InputError, match="stands nowhere"):
        standing(Place(box=box(30.0, 31.0, -131.0, -130.0), on=Basing.LAND))


def test_a_region_that_is_nowhere_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="atlantis"):
        standing(Place(region="atlantis"))
