from __future__ import annotations

import csv
import io
import itertools
import json
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from glasshield.messages import Language
from glasshield.report.document import Document, read
from glasshield.report.exports import MARK, czml, geojson, kmz, results, tables

KML = "{http://www.opengis.net/kml/2.2}"
ISO_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@pytest.fixture(scope="module")
def features(document: Document) -> dict[str, Any]:
    collection: dict[str, Any] = json.loads(geojson.render(document, "en"))
    return collection


@pytest.fixture(scope="module")
def packets(document: Document) -> list[dict[str, Any]]:
    scene: list[dict[str, Any]] = json.loads(czml.render(document, "en"))
    return scene


class TestResults:
    def test_round_trip(self, assessment: dict[str, Any]) -> None:
        written = json.loads(results.render(assessment))
        assert written.pop("mark") == MARK
        assert written == json.loads(json.dumps(assessment))
        assert read(written) == read(assessment)

    def test_each_row_of_a_table_has_a_line(self, assessment: dict[str, Any]) -> None:
        lines = results.render(assessment).decode().splitlines()
        assert sum(line.startswith("  {") for line in lines) >= len(assessment["sees"])

    def test_a_number_that_is_none_is_refused(self, assessment: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="JSON"):
            results.render({**assessment, "x": float("nan")})

    def test_the_mark_cannot_be_overwritten_by_reading_it_again(
        self, assessment: dict[str, Any]
    ) -> None:
        again = results.render(json.loads(results.render(assessment)))
        assert json.loads(again)["mark"] == MARK
        assert json.loads(results.render({**assessment, "mark": "measured"}))["mark"] == MARK


class TestGeojson:
    """RFC 7946."""

    def test_it_is_a_marked_collection(self, features: dict[str, Any]) -> None:
        assert features["type"] == "FeatureCollection"
        assert features["mark"] == MARK
        assert all(f["properties"]["mark"] == MARK for f in features["features"])
        ids = [f["id"] for f in features["features"]]
        assert len(ids) == len(set(ids))

    def test_rings_are_closed_and_follow_the_right_hand_rule(
        self, features: dict[str, Any]
    ) -> None:
        count = 0
        for outer, *holes in polygons(features):
            for ring in (outer, *holes):
                assert len(ring) >= 4
                assert ring[0] == ring[-1]
            assert area(outer) > 0.0
            assert all(area(hole) < 0.0 for hole in holes)
            count += 1
        assert count > 10

    def test_no_polygon_crosses_the_date_line(self, features: dict[str, Any]) -> None:
        both_sides = set()
        for outer, *_ in polygons(features):
            lons = [lon for lon, _ in outer]
            assert -180.0 <= min(lons) <= max(lons) <= 180.0
            assert max(lons) - min(lons) < 180.0
            both_sides |= {lon for lon in lons if abs(lon) == 180.0}
        assert both_sides == {-180.0, 180.0}  # the fixture has cells on both sides

    def test_the_area_is_that_of_the_cells(
        self, document: Document, features: dict[str, Any]
    ) -> None:
        layer = document.footprints.layers[0]
        grid = document.footprints
        cells = sum(
            (grid.north_deg[i] - grid.south_deg[i]) * (grid.east_deg[i] - grid.west_deg[i])
            for i, state in enumerate(layer.state)
            if state == 3
        )
        (feature,) = [
            f for f in features["features"]
            if f["id"] == f"{layer.phase}.{layer.threat}.{layer.launch}.3"
        ]  # fmt: skip
        covered = sum(area(r) for p in feature["geometry"]["coordinates"] for r in p)
        assert covered == pytest.approx(cells, rel=1e-6)  # places have six decimals


class TestCzml:
    def test_the_first_packet_is_the_document_with_its_clock(
        self, packets: list[dict[str, Any]]
    ) -> None:
        head = packets[0]
        assert (head["id"], head["version"]) == ("document", "1.0")
        begin, end = head["clock"]["interval"].split("/")
        assert ISO_INSTANT.fullmatch(begin)
        assert ISO_INSTANT.fullmatch(end)
        assert begin < end
        assert "nothing was measured" in head["description"]

    def test_ids_are_unique_and_parents_come_first(self, packets: list[dict[str, Any]]) -> None:
        seen: set[str] = set()
        for packet in packets:
            assert packet["id"] not in seen
            assert packet.get("parent", "document") in seen | {"document"}
            seen.add(packet["id"])

    def test_flights_are_sampled_positions(
        self, document: Document, packets: list[dict[str, Any]]
    ) -> None:
        by_id = {p["id"]: p for p in packets}
        for flight in document.flights:
            position = by_id[flight.id]["position"]
            samples = position["cartographicDegrees"]
            assert len(samples) == 4 * len(flight.time_s)
            times = samples[0::4]
            assert all(before < after for before, after in itertools.pairwise(times))
            assert samples[3::4][5] == pytest.approx(1e3 * flight.height_km[5])
            assert by_id[flight.id]["properties"]["mark"] == MARK

    def test_colours_are_bytes(self, packets: list[dict[str, Any]]) -> None:
        written = json.dumps(packets)
        for colour in re.findall(r'"rgba": \[([^\]]*)\]', written):
            values = [int(v) for v in colour.split(",")]
            assert len(values) == 4
            assert all(0 <= v <= 255 for v in values)

    @pytest.mark.parametrize(
        ("seconds", "expected"),
        [(0.0, "2000-01-01T00:00:00Z"), (59.6, "2000-01-01T00:01:00Z"),
         (3661.0, "2000-01-01T01:01:01Z")],
    )  # fmt: skip
    def test_instants(self, seconds: float, expected: str) -> None:
        assert czml.instant(seconds) == expected


class TestKmz:
    def test_it_holds_one_well_formed_document(self, document: Document, lang: Language) -> None:
        with zipfile.ZipFile(io.BytesIO(kmz.render(document, lang))) as archive:
            assert archive.testzip() is None
            assert archive.namelist() == ["doc.kml"]
            root = ET.fromstring(archive.read("doc.kml"))
        assert root.tag == f"{KML}kml"
        styles = {style.get("id") for style in root.iter(f"{KML}Style")}
        used = {(url.text or "")[1:] for url in root.iter(f"{KML}styleUrl")}
        assert used == styles
        assert MARK in [value.text for value in root.iter(f"{KML}value")]
        assert len(list(root.iter(f"{KML}Folder"))) == len(document.phases) + 1

    def test_coordinates_are_on_the_earth(self, document: Document) -> None:
        with zipfile.ZipFile(io.BytesIO(kmz.render(document, "en"))) as archive:
            root = ET.fromstring(archive.read("doc.kml"))
        for coordinates in root.iter(f"{KML}coordinates"):
            for triple in (coordinates.text or "").split():
                lon, lat, _ = (float(v) for v in triple.split(","))
                assert -180.0 <= lon <= 180.0
                assert -90.0 <= lat <= 90.0

    def test_rings_are_closed(self, document: Document) -> None:
        with zipfile.ZipFile(io.BytesIO(kmz.render(document, "en"))) as archive:
            root = ET.fromstring(archive.read("doc.kml"))
        rings = [
            (r.findtext(f"{KML}coordinates") or "").split() for r in root.iter(f"{KML}LinearRing")
        ]
        assert rings
        assert all(ring[0] == ring[-1] for ring in rings)

    def test_colours_are_turned_round(self) -> None:
        assert kmz.abgr("sees", 255) == "ffa85f1f"  # from #1f5fa8


class TestTables:
    def test_every_row_is_there_and_marked(self, document: Document) -> None:
        files = tables.render(document)
        for name, rows in (("sees.csv", document.sees), ("defends.csv", document.defends),
                           ("reaches.csv", document.reaches)):  # fmt: skip
            table = list(csv.DictReader(io.StringIO(files[name].decode("utf-8"))))
            assert len(table) == len(rows)
            assert all(row["mark"] == MARK for row in table)

    def test_windows_and_intervals_have_columns_of_their_own(self, document: Document) -> None:
        files = tables.render(document)
        reaches = next(csv.DictReader(io.StringIO(files["reaches.csv"].decode("utf-8"))))
        defends = next(csv.DictReader(io.StringIO(files["defends.csv"].decode("utf-8"))))
        assert {"window_opens_s", "window_closes_s"} <= set(reaches)
        assert {"area_fraction_low", "population_fraction_high"} <= set(defends)


@pytest.mark.parametrize("render", [geojson.render, czml.render, kmz.render])
def test_the_same_assessment_gives_the_same_bytes(render: Any, document: Document) -> None:
    assert render(document, "ru") == render(document, "ru")


def polygons(features: dict[str, Any]) -> list[Any]:
    return [
        polygon
        for f in features["features"]
        if f["geometry"]["type"] == "MultiPolygon"
        for polygon in f["geometry"]["coordinates"]
    ]


def area(ring: list[list[float]]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring)) / 2
