"""The setting of an exercise: all that stands there, where it stands, and nothing else."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.exchange.release.regions import Box, Circle, Countries, Region, Ring
from glasshield.exercise.api.edges import drawn
from glasshield.exercise.api.serving import serving
from glasshield.exercise.api.setting import setting
from glasshield.exercise.places import sectors_of
from glasshield.exercise.reading import parse, read_exercise, shipped
from glasshield.exercise.world import Stage
from glasshield.geodata import country, point_in_country
from glasshield.report.view.document import View
from glasshield.report.view.regions import Edge
from tests.exercise.api import kept
from tests.exercise.api.looking import Rooms

DEG_TOL = 1e-3  # what the document rounds to
AREA_TOL = 0.01  # 96 corners in the place of a circle: 0.07 %; rounded degrees
LATTICE_TOL = 0.05  # cells of 11 km along the edge of what is 600 km wide


@pytest.fixture(scope="module")
def stages() -> dict[str, Stage]:
    """The stages of the shipped exercises."""
    facts = catalog.load()
    return {id: Stage.of(read_exercise(id, facts)) for id in shipped()}


@pytest.mark.parametrize("id", shipped())
def test_all_that_stands_in_the_file_stands_in_the_document(
    stages: dict[str, Stage], id: str
) -> None:
    stage = stages[id]
    script, view = stage.exercise.script, setting(stage)
    radars = [each for each in view.sensors if each.kind == "radar"]
    assert [each.id for each in radars] == [f"{s.party}/{k}" for k, s in script.sensor.items()]
    assert [each.id for each in view.batteries] == [
        f"{b.party}/{k}" for k, b in script.battery.items()
    ]
    assert [each.deployed[0].count for each in view.batteries] == [
        b.count for b in script.battery.values()
    ]
    answering = {(party, each.id) for each in view.regions for party in each.sector}
    assert answering == {(s.party, name) for s in script.sector.values() for name in s.regions}
    defended = {(party, each.id) for each in view.regions for party in each.defended}
    assert defended == {(k, name) for k, p in script.party.items() for name in p.defends}
    asked = {(party, each.id) for each in view.regions for party in each.territory}
    assert asked == {(k, name) for k, p in script.party.items() for name in p.territory}
    assert view.troubles == ()
    # Whatever has an id has what people call it.
    ids = [each.id for each in view.sensors] + [each.id for each in view.batteries]
    assert {*script.party, *ids} <= set(view.names)


@pytest.mark.parametrize("id", shipped())
def test_radars_are_drawn_with_the_fields_of_view_that_they_measure_with(
    stages: dict[str, Stage], id: str
) -> None:
    radars = [each for each in setting(stages[id]).sensors if each.kind == "radar"]
    for radar, station in zip(radars, stages[id].stations, strict=True):
        assert radar.lat_deg == pytest.approx(math.degrees(station.lat_rad), abs=DEG_TOL)
        assert radar.lon_deg == pytest.approx(math.degrees(station.lon_rad), abs=DEG_TOL)
        for shown, own in zip(radar.sectors, station.sectors, strict=True):
            width = (shown.azimuth_to_deg - shown.azimuth_from_deg) % 360.0 or 360.0
            assert width == pytest.approx(math.degrees(own.azimuth_width_rad), abs=DEG_TOL)
            assert shown.elevation_min_deg == pytest.approx(
                math.degrees(own.elevation_min_rad), abs=DEG_TOL
            )


@pytest.mark.parametrize("id", shipped())
def test_what_decides_an_exercise_stands_nowhere(stages: dict[str, Stage], id: str) -> None:
    script = stages[id].exercise.script
    view = setting(stages[id])
    text = msgspec.json.encode(view).decode()
    assert view.flights == ()
    assert view.places == ()
    for one in script.flight.values():
        assert f'"{one.missile}"' not in text
    for key in ("hit_probability", "probability", "inject", "accuracy", "bias", "delay", "seed"):
        assert key not in text, key
    # Another probability, other flights, other failures: the same document.
    battery = {
        name: msgspec.structs.replace(one, hit_probability=0.01)
        for name, one in script.battery.items()
    }
    changed = msgspec.structs.replace(script, battery=battery, inject=(), rule={}, flight={})
    exercise = dataclasses.replace(stages[id].exercise, script=changed)
    other = dataclasses.replace(stages[id], exercise=exercise)
    assert setting(other) == view


def contradictory() -> View:
    """Sectors that overlap, and a part of what is defended that is in none."""
    text = kept.SCRIPT.read_text(encoding="utf-8")
    text = re.sub(r'(\[sector\.birch\]\nparty = "birch"\nregions = )\[.*\]', r'\1["wide"]', text)
    text += '\n[region.wide]\ncircle = { centre_deg = [33.0, -30.4], radius = "200 km" }\n'
    return setting(Stage.of(parse(text, "contradictory.toml", catalog.load())))


def test_gaps_and_overlaps_have_their_outlines() -> None:
    view = contradictory()
    kinds = {each.kind: each for each in view.troubles}
    assert set(kinds) == {"gap", "overlap"}
    assert kinds["overlap"].parties == ("aspen", "birch")
    assert kinds["gap"].parties == ()
    assert kinds["gap"].regions == ("birch-land",)
    for each in view.troubles:
        assert sum(map(area_km2, each.edges)) == pytest.approx(each.area_km2, rel=AREA_TOL)


def test_prop_the_places_of_sectors_are_in_them(stages: dict[str, Stage]) -> None:
    for stage in stages.values():
        sectors = sectors_of(stage.exercise)
        for each in setting(stage).regions:
            if each.sector:
                at = np.radians([[each.lat_deg], [each.lon_deg]])
                assert sectors.parties[int(sectors.answering(*at)[0])] == each.sector[0]


def area_km2(edge: Edge) -> float:
    """What a ring surrounds, positive where that lies to the right of the way."""
    lat, lon = np.radians([edge.lat_deg, edge.lon_deg])
    turn = (np.diff(lon) + np.pi) % (2.0 * np.pi) - np.pi
    zone = 0.5 * (np.sin(lat[:-1]) + np.sin(lat[1:]))
    return float(np.sum(turn * zone)) * (EARTH_MEAN_RADIUS_M / 1e3) ** 2


def test_val_a_circle_has_the_area_of_a_cap() -> None:
    """Against the closed form of a spherical cap, 2 pi r^2 (1 - cos a)."""
    radius_m = 400e3
    shape = Circle(math.radians(60.0), math.radians(179.0), radius_m)
    (edge,) = drawn(Region("over-the-date-line", (shape,))).edges
    cap = 1.0 - math.cos(radius_m / EARTH_MEAN_RADIUS_M)
    expected_km2 = 2.0 * math.pi * (EARTH_MEAN_RADIUS_M / 1e3) ** 2 * cap
    assert area_km2(edge) == pytest.approx(expected_km2, rel=AREA_TOL)


def shapes() -> Iterator[tuple[str, Region, int]]:
    box = Box(*np.radians([30.0, 36.0, -40.0, -30.0]))
    ring = [(30.0, -40.0), (30.0, -30.0), (36.0, -30.0), (36.0, -40.0)]
    lat, lon = np.radians(ring).T
    yield "box", Region("box", (box,)), 1
    yield "ring", Region("ring", (Ring(tuple(lat), tuple(lon)),)), 1
    yield "the other way round", Region("ring", (Ring(tuple(lat[::-1]), tuple(lon[::-1])),)), 1
    around = Circle(math.radians(33.0), math.radians(-35.0), 2_000e3)
    yield "two shapes", Region("both", (box, around)), 1


@pytest.mark.parametrize("case", list(shapes()), ids=lambda case: case[0])
def test_the_same_ground_drawn_in_other_ways_has_the_same_area(
    case: tuple[str, Region, int],
) -> None:
    _, region, count = case
    found = drawn(region)
    expected_km2 = (
        math.radians(10.0)
        * (math.sin(math.radians(36.0)) - math.sin(math.radians(30.0)))
        * (EARTH_MEAN_RADIUS_M / 1e3) ** 2
    )
    assert len(found.edges) == count
    assert sum(map(area_km2, found.edges)) == pytest.approx(expected_km2, rel=AREA_TOL)


def test_a_country_cut_by_a_box_is_drawn_as_what_both_hold() -> None:
    romania = Countries(frozenset({country("ROU").index}))
    box = Box(*np.radians([44.0, 49.0, 20.0, 26.0]))
    whole, part = (drawn(Region("romania", shapes)) for shapes in ((romania,), (romania, box)))
    areas = [sum(map(area_km2, each.edges)) for each in (whole, part)]
    assert 0.0 < areas[1] < areas[0]
    assert areas[0] == pytest.approx(238_400.0, rel=LATTICE_TOL)  # km2, the country's area
    at = np.radians([[part.lat_deg], [part.lon_deg]])
    assert int(point_in_country(*at)[0]) in romania.index
    assert box.holds(*at)[0]


def test_every_room_is_given_the_same_and_nobody_without_a_token(tmp_path: Path) -> None:
    with serving(kept.table(tmp_path / "run")) as served:
        rooms = Rooms(served)
        answers = [rooms.get(room, "/v1/setting") for room in served.tokens]
        assert {each.status_code for each in answers} == {200}
        assert len({each.content for each in answers}) == 1
        view = msgspec.json.decode(answers[0].content, type=View)
        assert view == setting(kept.stage())
        assert view.mark == "exercise"
        assert httpx.get(f"{served.url}/v1/setting").status_code == 401
