"""A simulated scenario as files, and back."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import msgspec
import numpy as np
import pytest

from glasshield import catalog
from glasshield.errors import InputError
from glasshield.exchange.launches import read_launches, write_launches
from glasshield.exchange.reading import ReadOptions, read_detections
from glasshield.exchange.simulation import write_simulation
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.sensing.launch_detection import LaunchDetections

FACTS = catalog.load()


@pytest.fixture(scope="module")
def raid() -> Simulation:
    return simulate(FACTS.scenarios["raid-of-ten"], FACTS)


@pytest.fixture(scope="module")
def folder(raid: Simulation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("raid")
    files = write_simulation(raid, made)
    assert sorted(files) == sorted(made.iterdir())
    return made


def same_launches(one: LaunchDetections, other: LaunchDetections) -> bool:
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in fields(LaunchDetections)
    )


def test_every_file_says_that_it_is_simulated(folder: Path) -> None:
    for file in folder.iterdir():
        assert b"simulated" in file.read_bytes().lower(), file.name


def test_detections_come_back(raid: Simulation, folder: Path) -> None:
    result = read_detections([folder / "detections.parquet"])
    assert result.detections.simulated
    assert not result.problems
    np.testing.assert_array_equal(result.detections.range_m, raid.detections.range_m)
    np.testing.assert_array_equal(result.detections.truth, raid.detections.truth)


def test_reports_of_all_stations_are_the_detections(raid: Simulation, folder: Path) -> None:
    reports = sorted(folder.glob("*.tdm"))
    assert len(reports) == len(raid.observers)
    options = ReadOptions(epoch=raid.truth.epoch)
    result = read_detections(reports, options=options)
    assert len(result.detections) == len(raid.detections)
    assert result.detections.simulated
    np.testing.assert_array_equal(
        np.sort(result.detections.range_m), np.sort(raid.detections.range_m)
    )


def test_hidden_errors_stand_in_the_truth_alone(raid: Simulation, folder: Path) -> None:
    hidden = json.loads((folder / "truth.json").read_text())
    assert hidden["simulated"] is True
    for observer, station in zip(raid.observers, hidden["stations"], strict=True):
        assert station["id"] == observer.station.id
        assert station["range_bias_m"] == observer.biases.range_m
        digits = repr(observer.biases.range_m)[:10]
        for file in ("sensors.toml", "scenario.toml"):
            assert digits not in (folder / file).read_text()
    first = hidden["objects"][0]
    assert first["missile"] == "mrbm"
    assert first["launch"]["lat_deg"] == pytest.approx(38.0, abs=0.5)
    assert 3.0 < first["burnout"]["speed_km_s"] < 5.0
    assert abs(first["impact"]["height_km"]) < 1e-3


def test_the_scenario_is_written_as_it_was_flown(raid: Simulation, folder: Path) -> None:
    again = catalog.load(folder / "scenario.toml").scenarios["raid-of-ten"]
    assert again == raid.scenario


def test_what_has_neither_launch_nor_impact_has_none(tmp_path: Path) -> None:
    files = write_simulation(benchmark(3, duration_s=4.0), tmp_path)
    names = {file.name for file in files}
    assert "launches.json" not in names
    hidden = json.loads((tmp_path / "truth.json").read_text())
    assert hidden["objects"][0] == {"id": "object-0"}


def test_a_station_that_saw_nothing_sends_nothing(tmp_path: Path) -> None:
    scenario = FACTS.scenarios["one-test-two-parties"]
    quick = msgspec.structs.replace(
        scenario,
        duration=msgspec.structs.replace(scenario.duration, value=0.5),
        observers=(
            msgspec.structs.replace(scenario.observers[0], false_alarms=None),
            msgspec.structs.replace(
                scenario.observers[1],
                start=msgspec.structs.replace(scenario.duration, value=9.0),
            ),
        ),
    )
    made = simulate(quick, FACTS)
    names = {file.name for file in write_simulation(made, tmp_path)}
    assert "armavir.tdm" not in names
    assert "truth.oem" in names


def test_prop_launches_come_back_to_the_last_bit(raid: Simulation, tmp_path: Path) -> None:
    path = tmp_path / "launches.json"
    write_launches(raid.launches, path)
    assert same_launches(read_launches(path), raid.launches)
    empty = raid.launches.take(slice(0, 0))
    write_launches(empty, path)
    assert len(read_launches(path)) == 0


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"launches"', '"launchs"', "unknown field `launchs`"),
        ('"lat_deg": 3', '"lat_deg": 93', "launch 0: a launch off the Earth"),
        ('"position_sigma_m": 1', '"position_sigma_m": -1', "of no accuracy"),
        ('"time_s": ', '"time_s": "soon", "x": ', "no file of launches"),
        ("2030-06-02", "second of June", "is not a date and time"),
        ("{", "", "no file of launches"),
    ],
)
def test_broken_launches_are_named(
    raid: Simulation, tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / "launches.json"
    write_launches(raid.launches, path)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(InputError, match=message) as error:
        read_launches(path)
    assert "launches.json" in str(error.value)


def test_no_file_of_launches(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_launches(tmp_path / "none.json")
