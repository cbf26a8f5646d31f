"""Stations in a `sensors.toml` and in metadata: round trips, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import catalog
from glasshield.errors import InputError
from glasshield.exchange.sensors import (
    NAME,
    Sensors,
    read_sensors,
    sensors_for,
    write_sensors,
)
from glasshield.exchange.station_values import station_from_si, station_to_si
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import Accuracy, Station
from tests.exchange.samples import STATIONS

MINIMAL = "[station.a]\nlat_deg = 54.5\nlon_deg = 12\n"


def read(folder: Path, text: str) -> Sensors:
    (folder / NAME).write_text(text)
    return read_sensors(folder / NAME)


def test_prop_stations_come_back(tmp_path: Path) -> None:
    asterix = {(25, 13): "radar-west", (0, 255): "radar east"}
    write_sensors(STATIONS, tmp_path / NAME, simulated=True, asterix=asterix)
    found = read_sensors(tmp_path / NAME)
    assert tuple(found.stations.values()) == STATIONS
    assert found.asterix == asterix


angles = st.floats(-1.5, 1.5)
above_zero = st.floats(1e-9, 1e9)
stations = st.builds(
    Station,
    id=st.text(min_size=1, max_size=12).filter(str.strip),
    lat_rad=angles,
    lon_rad=st.floats(-4.0, 7.0),
    height_m=st.floats(-1e3, 1e5),
    party=st.text(max_size=12),
    accuracy=st.builds(Accuracy, above_zero, above_zero, above_zero, above_zero),
    period_s=above_zero,
    detection_probability=st.floats(0.001, 0.999),
    false_alarms=st.floats(0.0, 1e6),
    range_m=above_zero,
    sectors=st.lists(
        st.builds(Sector, angles, st.floats(0.1, 6.28), st.just(0.0), st.floats(0.1, 1.57)),
        min_size=1,
        max_size=3,
    ).map(tuple),
    process_delay_s=st.floats(0.0, 100.0),
)


@given(station=stations)
def test_prop_any_station_comes_back(
    tmp_path_factory: pytest.TempPathFactory, station: Station
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    write_sensors([station], path, simulated=False)
    assert tuple(read_sensors(path).stations.values()) == (station,)
    assert station_from_si(station_to_si(station)) == station


def test_what_is_left_out_has_its_usual_value(tmp_path: Path) -> None:
    found = read(tmp_path, MINIMAL).stations["a"]
    assert found == Station("a", float(np.radians(54.5)), float(np.radians(12.0)))


WRONG = {
    "not TOML": ("a = \n", "not TOML"),
    "unknown table": (MINIMAL + "[sensor.b]\n", ":4: sensor is no key here"),
    "unknown key": (MINIMAL + "colour = 1\n", ":4: station.a.colour is no key here"),
    "no longitude": ("[station.a]\nlat_deg = 1.0\n", ":1: station.a has no lon_deg"),
    "text": (MINIMAL.replace("12", '"12"'), ":3: station.a.lon_deg is no number"),
    "truth value": (MINIMAL.replace("12", "true"), ":3: station.a.lon_deg is no number"),
    "beyond the pole": (MINIMAL.replace("54.5", "91.0"), ":1: station.a cannot be"),
    "accuracy": (MINIMAL + "[station.a.accuracy]\nrange_m = 0.0\n", "cannot be"),
    "accuracy's key": (MINIMAL + "[station.a.accuracy]\nrange = 1.0\n", ":5: station.a.accuracy"),
    "no table": ("[station]\na = 1\n", ":2: station.a is no table"),
    "party": (MINIMAL + "party = 1\n", ":4: station.a.party is no text"),
    "sectors": (MINIMAL + "sectors = 5\n", ":4: station.a.sectors is no list"),
    "half a sector": (MINIMAL + "sectors = [{azimuth_from_deg = 1.0}]\n", "sector without"),
    "SAC": (MINIMAL + "asterix = [1, 256]\n", ":4: station.a.asterix is no SAC and SIC"),
    "NaN": (MINIMAL + "height_m = nan\nperiod_s = nan\n", "cannot be"),
}


@pytest.mark.parametrize(("text", "reason"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    assert caught.value.sentence.startswith(str(tmp_path / NAME))
    assert reason in caught.value.sentence


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_sensors(tmp_path / NAME)


def test_one_station_described_twice_is_an_error(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b")]
    for folder, station in zip(
        folders, (STATIONS[0], replace(STATIONS[0], height_m=1.0)), strict=True
    ):
        write_sensors([station], folder / NAME, simulated=True)
    with pytest.raises(InputError, match="described differently"):
        sensors_for([folder / "x.tdm" for folder in folders])
    found = sensors_for([folders[0] / "x.tdm", folders[1] / "y.tdm"], folders[0] / NAME)
    assert found.find("radar-west") == STATIONS[0]


def test_the_catalogue_is_asked_last() -> None:
    facts = catalog.load()
    name = next(
        each.id for each in facts.sensors.values() if each.type.value == "radar" and each.radar
    )
    from_catalog = Sensors(catalog=facts).find(name)
    assert from_catalog is not None
    assert from_catalog.id == name
    own = replace(from_catalog, height_m=77.0)
    assert Sensors.of([own], facts).find(name) == own
    assert Sensors(catalog=facts).find("no-such-radar") is None
    assert Sensors().find(name) is None
