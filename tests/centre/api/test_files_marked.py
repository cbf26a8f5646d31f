"""Each file of an exercise says so by itself, in a way that people see, and is still read back."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from glasshield.centre.api.files import forms
from glasshield.centre.api.files.places import EXERCISE
from glasshield.exchange.reading import read_detections
from glasshield.exchange.release.terms import Mode
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.sensing.station import Station
from tests.centre.api.standing_in import event, released, tracks

WORD = "EXERCISE"


def file(name: str, mode: Mode, stations: tuple[Station, ...] = ()) -> bytes:
    kind, _, form = name.partition(".")
    if kind == "tracks":
        return forms.TRACKS[form](replace(tracks(), stations=stations), mode)
    if kind == "detections":
        return forms.DETECTIONS[form](released().detections, mode)
    return forms.EVENTS[form]((event(1), event(2)), mode)


def kml(data: bytes) -> ET.Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ET.fromstring(archive.read("doc.kml"))


def plain(name: str, data: bytes) -> str:
    """What stands in a file, unpacked."""
    if name.endswith(".kmz"):
        return ET.tostring(kml(data), encoding="unicode")
    if name.endswith(".parquet"):
        table = pq.read_table(io.BytesIO(data))
        return f"{table.schema.metadata} {table.column_names} {table.to_pylist()[:1]}"
    return data.decode()


@pytest.mark.parametrize("name", forms.NAMES)
def test_every_form_bears_the_mark_of_an_exercise_and_of_nothing_else(name: str) -> None:
    assert EXERCISE in plain(name, file(name, Mode.EXERCISE))
    assert WORD not in plain(name, file(name, Mode.REAL))


@pytest.mark.parametrize("name", ["tracks.oem", "detections.tdm"])
def test_each_segment_of_a_message_bears_it(name: str) -> None:
    header, *segments = file(name, Mode.EXERCISE).decode().split("META_START")
    assert segments
    for part in (header, *segments):
        assert f"\nCOMMENT {EXERCISE}\n" in part


@pytest.mark.parametrize("name", ["tracks.parquet", "detections.parquet"])
def test_each_row_bears_it(name: str) -> None:
    table = pq.read_table(io.BytesIO(file(name, Mode.EXERCISE)))
    assert table.schema.metadata[b"mark"].decode() == EXERCISE
    assert table.column_names[0] == "mark"
    assert set(table.column("mark").to_pylist()) == {WORD}


@pytest.mark.parametrize("kind", ["tracks", "events"])
def test_what_one_reads_on_a_globe_or_a_map_bears_it(kind: str) -> None:
    for packet in json.loads(file(f"{kind}.czml", Mode.EXERCISE)):
        assert WORD in packet["name"]
        assert WORD in packet.get("label", {"text": WORD})["text"]
    collection: dict[str, Any] = json.loads(file(f"{kind}.geojson", Mode.EXERCISE))
    assert WORD in collection["name"]
    assert collection["mark"].startswith(EXERCISE)
    for feature in collection["features"]:
        assert WORD in feature["properties"]["name"]
        assert feature["properties"]["mark"].startswith(EXERCISE)
    names = kml(file(f"{kind}.kmz", Mode.EXERCISE)).findall(".//{*}name")
    assert len(names) == 1 + len(collection["features"])
    assert all(WORD in (each.text or "") for each in names)


@pytest.mark.parametrize("form", ["oem", "parquet"])
def test_tracks_are_read_back(form: str, tmp_path: Path) -> None:
    path = tmp_path / "moved-elsewhere"
    path.write_bytes(file(f"tracks.{form}", Mode.EXERCISE))
    found = read_tracks(path)
    assert found.problems == ()
    assert found.tracks.id.tolist() == tracks().id.tolist()
    assert found.tracks.state_ecef.tolist() == tracks().state_ecef.tolist()
    assert found.tracks.time_s.tolist() == tracks().time_s.tolist()


@pytest.mark.parametrize("kind", ["tracks", "detections"])
def test_of_a_station_no_figures_are_told_but_of_its_place(kind: str) -> None:
    """What nobody tells stands nowhere: the usual figure would be taken for the station's own."""
    (station,) = released().detections.stations
    data = file(f"{kind}.parquet", Mode.EXERCISE, (station,))
    head = json.loads(pq.read_schema(io.BytesIO(data)).metadata[b"glasshield"])
    assert head["stations"] == [
        {
            "id": station.id,
            "party": station.party,
            "lat_rad": station.lat_rad,
            "lon_rad": station.lon_rad,
            "height_m": station.height_m,
        }
    ]


def test_detections_are_read_back(tmp_path: Path) -> None:
    files = {form: tmp_path / f"moved-elsewhere.{form}" for form in forms.DETECTIONS}
    for form, path in files.items():
        path.write_bytes(file(f"detections.{form}", Mode.EXERCISE))
    found = read_detections([files["parquet"]])
    assert found.problems == ()
    assert found.detections.time_s.tolist() == released().detections.time_s.tolist()
    assert found.detections.stations == released().detections.stations
    both = read_detections(list(files.values()))  # a message says not where its sensors stand
    said = {each.reason for each in both.problems}
    assert said == {"the same detection stands there before"}
    assert sum(each.count for each in both.problems) == len(released().detections)
