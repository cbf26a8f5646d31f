from __future__ import annotations

import io
import json
import math
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import numpy as np
import pytest

from glasshield.centre.api import showing
from glasshield.centre.api.files import czml, forms, geojson, kmz
from glasshield.centre.api.files.places import EXERCISE, Way, marks, spots, ways
from glasshield.centre.picture.shown import ShownEvent
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.exchange.release.terms import EventKind, Mode
from glasshield.fusion.tracks import Tracks
from tests.centre.api.standing_in import event, tracks
from tests.centre.logged import NOW

PLACE_TOL_DEG = 1e-6  # six decimals
HEIGHT_M = 300e3
ELLIPSE_REL = 1e-3  # on the tangent plane at the middle, 70 km away


def along(lon_deg: list[float], lat_deg: float = 10.0) -> Tracks:
    """One object that flies along a parallel."""
    found = tracks(len(lon_deg))
    lat = np.full(len(lon_deg), math.radians(lat_deg))
    position = geodetic_to_ecef(lat, np.radians(lon_deg), np.full(len(lon_deg), HEIGHT_M))
    state = np.concatenate([position, np.zeros((len(lon_deg), 3))], axis=1)
    return replace(found, state_ecef=state)


def two(first: int, second: int) -> Tracks:
    """Two objects with so many rows."""
    found = tracks(first + second)
    return replace(
        found,
        id=np.array([4, 7], dtype=np.int32),
        first_row=np.array([0, first, first + second], dtype=np.int32),
    )


def test_a_way_is_in_degrees_and_metres() -> None:
    (way,) = ways(along([20.0, 21.0]))
    assert way.number == 1
    assert (way.start, way.stop) == (NOW, NOW.plus_s(1.0))
    for point, lon in zip(way.points, (20.0, 21.0), strict=True):
        assert point == pytest.approx((lon, 10.0, HEIGHT_M), abs=PLACE_TOL_DEG)


@pytest.mark.parametrize(("lon", "edge"), [([179.0, -178.0], 180.0), ([-179.0, 178.0], -180.0)])
def test_a_way_is_cut_at_the_antimeridian(lon: list[float], edge: float) -> None:
    (way,) = ways(along(lon))
    first, second = way.pieces()
    assert [point[0] for point in first] == pytest.approx([lon[0], edge])
    assert [point[0] for point in second] == pytest.approx([-edge, lon[1]])
    found = json.loads(geojson.of_tracks(along(lon), Mode.REAL))
    assert found["features"][0]["geometry"]["type"] == "MultiLineString"


def test_on_the_antimeridian_itself_nothing_is_divided_by_nothing() -> None:
    points = ((180.0, 0.0, 1.0), (-180.0, 0.0, 1.0))
    pieces = Way(1, NOW, NOW, points).pieces()
    assert [
        point for piece in pieces for point in piece if not all(map(math.isfinite, point))
    ] == []


def test_one_row_is_a_point() -> None:
    (feature,) = json.loads(geojson.of_tracks(along([20.0]), Mode.REAL))["features"]
    assert feature["geometry"]["type"] == "Point"


@pytest.mark.parametrize(
    ("mode", "simulated", "said"),
    [
        (Mode.EXERCISE, True, f"{EXERCISE}; SIMULATED"),
        (Mode.EXERCISE, False, EXERCISE),
        (Mode.REAL, True, "SIMULATED"),
        (Mode.REAL, False, ""),
    ],
)
def test_the_mark(mode: Mode, simulated: bool, said: str) -> None:
    assert marks(mode, simulated=simulated) == said


def test_events_in_every_form_say_what_they_are() -> None:
    told = (event(1), event(2))
    collection = json.loads(geojson.of_events(told, Mode.EXERCISE))
    assert [each["id"] for each in collection["features"]] == [1, 2]
    assert all(EXERCISE in each["properties"]["mark"] for each in collection["features"])
    packets = json.loads(czml.of_events(told, Mode.EXERCISE))
    assert packets[0]["version"] == "1.0"
    assert all(EXERCISE in each["description"] for each in packets)
    with zipfile.ZipFile(io.BytesIO(kmz.of_events(told, Mode.EXERCISE))) as archive:
        kml = ET.fromstring(archive.read("doc.kml"))
    marks_of = [each.text or "" for each in kml.findall(".//{*}Placemark/{*}description")]
    assert len(marks_of) == 2
    assert all(EXERCISE in each for each in marks_of)


def test_events_without_a_place_are_on_no_map() -> None:
    nowhere = replace(event(3), event=replace(event(3).event, lat_rad=math.nan))
    assert [each.event.number for each in spots((event(1), nowhere))] == [1]


def test_equal_pictures_are_equal_files() -> None:
    for form, write in forms.TRACKS.items():
        if form != "parquet":
            assert write(along([1.0, 2.0]), Mode.REAL) == write(along([1.0, 2.0]), Mode.REAL)


@pytest.mark.parametrize(
    ("lengths", "first_s", "expected"),
    [
        ((2, 3), -math.inf, {4: [0.0, 1.0], 7: [2.0, 3.0, 4.0]}),
        ((2, 3), 1.0, {4: [1.0], 7: [2.0, 3.0, 4.0]}),
        ((2, 3), 2.0, {7: [2.0, 3.0, 4.0]}),
        ((0, 3), -math.inf, {7: [0.0, 1.0, 2.0]}),
        ((3, 0), -math.inf, {4: [0.0, 1.0, 2.0]}),
        ((2, 3), 9.0, {}),
    ],
)
def test_rows_from_a_time_on(
    lengths: tuple[int, int], first_s: float, expected: dict[int, list[float]]
) -> None:
    flown = two(*lengths)
    found = forms.with_rows(flown, flown.time_s >= first_s)
    assert {
        int(number): found.time_s[found.rows(at)].tolist() for at, number in enumerate(found.id)
    } == expected


def test_no_tracks_have_no_rows() -> None:
    nothing = replace(tracks(0), id=np.zeros(0, dtype=np.int32), first_row=np.zeros(1, dtype=int))
    assert len(forms.with_rows(nothing, np.zeros(0, dtype=bool))) == 0


COVARIANCE_M2 = ((9e8, 2e8), (2e8, 4e8))


def spread(lon_deg: float, lat_deg: float = 40.0) -> ShownEvent:
    """An impact somewhere, known to some ten kilometres."""
    made = event(1, EventKind.IMPACT_PREDICTED)
    told = replace(
        made.event,
        lon_rad=math.radians(lon_deg),
        lat_rad=math.radians(lat_deg),
        covariance_m2=COVARIANCE_M2,
        expected=NOW.plus_s(300.0),
        expected_sigma_s=4.0,
    )
    return replace(made, event=told)


def test_an_impact_is_an_area_in_every_form() -> None:
    told = spread(20.0)
    point, area = json.loads(geojson.of_events((told,), Mode.EXERCISE))["features"]
    assert (point["geometry"]["type"], area["geometry"]["type"]) == ("Point", "MultiPolygon")
    ((ring,),) = area["geometry"]["coordinates"]
    _, packet = json.loads(czml.of_events((told,), Mode.EXERCISE))
    drawn = packet["polygon"]["positions"]["cartographicDegrees"]
    assert [drawn[at : at + 2] for at in range(0, len(drawn), 3)] == ring[:-1]
    with zipfile.ZipFile(io.BytesIO(kmz.of_events((told,), Mode.EXERCISE))) as archive:
        kml = ET.fromstring(archive.read("doc.kml"))
    (text,) = kml.findall(".//{*}Polygon//{*}coordinates")
    assert [[float(x) for x in at.split(",")[:2]] for at in (text.text or "").split()] == ring
    said = area["properties"]
    assert said["contributors"] == "russia/armavir"
    assert (said["expected"], said["expected_sigma_s"]) == (str(NOW.plus_s(300.0)), 4.0)


def test_the_area_of_a_file_is_the_ellipse_that_is_told() -> None:
    told = spread(20.0)
    body = showing.event(told)
    _, area = json.loads(geojson.of_events((told,), Mode.EXERCISE))["features"]
    ((ring,),) = area["geometry"]["coordinates"]
    lon, lat = np.radians(ring).T
    away = geodetic_to_ecef(lat, lon, np.zeros(len(lon))) - geodetic_to_ecef(
        told.event.lat_rad, told.event.lon_rad, 0.0
    )
    offset = (away @ east_north_up(told.event.lat_rad, told.event.lon_rad).T)[:, :2]
    inverse = np.linalg.inv(np.array(body.covariance_m2))
    radius = np.sqrt(np.einsum("ni,ij,nj->n", offset, inverse, offset))
    assert radius == pytest.approx(np.full(len(ring), body.radii[1]), rel=ELLIPSE_REL)
    longest_m = body.radii[1] * math.sqrt(np.linalg.eigvalsh(np.array(body.covariance_m2))[-1])
    assert area["properties"]["ellipse_95_semi_major_m"] == pytest.approx(longest_m, abs=0.1)


@pytest.mark.parametrize("lon_deg", [179.9, -179.9])
def test_an_area_is_cut_at_the_antimeridian(lon_deg: float) -> None:
    _, area = json.loads(geojson.of_events((spread(lon_deg),), Mode.REAL))["features"]
    east, west = (
        np.array(ring)
        for (ring,) in sorted(area["geometry"]["coordinates"], key=lambda each: -each[0][0][0])
    )
    assert east[:, 0].min() > 178.0
    assert west[:, 0].max() < -178.0
    assert east[:, 0].max() == 180.0
    assert west[:, 0].min() == -180.0
    assert (east[0] == east[-1]).all()
    at_edge = [sorted(part[np.abs(part[:, 0]) == 180.0, 1].tolist()) for part in (east, west)]
    assert set(at_edge[0]) == set(at_edge[1])


def test_around_a_pole_and_without_a_covariance_there_is_no_area() -> None:
    told = (spread(20.0, 89.95), event(2))
    features = json.loads(geojson.of_events(told, Mode.REAL))["features"]
    assert [each["geometry"]["type"] for each in features] == ["Point", "Point"]


def test_a_ring_runs_against_the_clock() -> None:
    """As RFC 7946 (3.1.6) wants it of outer rings."""
    _, area = json.loads(geojson.of_events((spread(179.9),), Mode.REAL))["features"]
    for (ring,) in area["geometry"]["coordinates"]:
        x, y = np.array(ring).T
        assert float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) > 0.0
