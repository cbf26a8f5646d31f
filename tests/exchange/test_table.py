"""Tables (CSV): everything comes back; units, loose forms, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.exchange.reading import ReadOptions, ReadResult, read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.writing import write_detections
from glasshield.sensing.detections import CLUTTER, UNKNOWN
from tests.exchange.samples import EPOCH, STATIONS, detections, differing

SENSORS = Sensors.of(STATIONS)
HEAD = "time,station,range_km,azimuth_deg,elevation_deg\n"
ROW = "2030-01-01T00:00:0{}Z,radar-west,1000.5,45.0,30.0\n"


def read(folder: Path, text: str | bytes, options: ReadOptions | None = None) -> ReadResult:
    path = folder / "a.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_detections([path], SENSORS, options)


@pytest.mark.parametrize("simulated", [True, False])
def test_prop_what_is_written_comes_back(tmp_path: Path, simulated: bool) -> None:
    written = detections(simulated=simulated)
    path = tmp_path / "a.csv"
    write_detections(written, path)
    result = read_detections([path], SENSORS)
    assert not result.problems
    assert differing(result.detections, written) == []


def test_every_unit_is_read(tmp_path: Path) -> None:
    text = (
        "# EPOCH 2030-01-01T00:00:00Z\n"
        "time_s,station,range_m,azimuth_rad,elevation_rad,range_rate_km_s,sigma_range_km,snr_db\n"
        "1.5,radar-west,2500,1.25,0.5,-7.5,0.05,13\n"
    )
    found = read(tmp_path, text).detections
    assert str(found.epoch) == "2030-01-01T00:00:00Z"
    columns = (found.time_s, found.range_m, found.azimuth_rad, found.range_rate_m_s, found.snr_db)
    assert [column[0] for column in columns] == [1.5, 2500.0, 1.25, -7500.0, 13.0]
    assert found.sigmas[0, 0] == 50.0
    assert np.isnan(found.sigmas[0, 1:]).all()


def test_loose_forms_are_read(tmp_path: Path) -> None:
    text = (
        "\ufeff# a note\n"
        + HEAD.replace(",", " , ")
        + ROW.format(1).replace(",", " ,\t")
        + "\n\n# end\n"
    )
    found = read(tmp_path, text.replace("\n", "\r\n")).detections
    assert found.range_m.tolist() == [1_000_500.0]


def test_truth_is_an_object_clutter_or_unknown(tmp_path: Path) -> None:
    rows = [ROW.format(place).strip() + f",{cell}\n" for place, cell in enumerate(("7", "", "x"))]
    rows.append(ROW.format(5).strip() + ",clutter\n")
    result = read(tmp_path, "# SIMULATED\n" + HEAD.strip() + ",truth\n" + "".join(rows))
    assert result.detections.truth.tolist() == [7, UNKNOWN, CLUTTER]
    assert result.detections.simulated
    assert [problem.where for problem in result.problems] == ["line 5"]


PROBLEMS = {
    "too few cells": ("1,2\n", "is no line of 5 cells"),
    "too many cells": (ROW.format(5).strip() + ",6\n", "is no line of 5 cells"),
    "no time": (ROW.format("x"), "the time is no moment of UTC"),
    "an empty time": (ROW.replace("2030-01-01T00:00:0{}Z", ""), "the time is no number"),
    "no number": (ROW.format(5).replace("45.0", "4 5"), "the azimuth is no finite number"),
    "NaN": (ROW.format(5).replace("45.0", "nan"), "the azimuth is no finite number"),
    "no azimuth": (ROW.format(5).replace("45.0", ""), "azimuth or elevation is no number"),
    "negative range": (ROW.format(5).replace("1000.5", "-3"), "the range is negative"),
    "a sensor": (ROW.format(5).replace("west", "south"), "sensor radar-south is unknown"),
    "nobody": (ROW.format(5).replace("radar-west", ""), "sensor without a name is unknown"),
    "backwards": (ROW.format(0), "the time runs backwards"),
    "garbage": (b"\xff\x00,\x01\n".decode("latin-1"), "is no line of 5 cells"),
}


@pytest.mark.parametrize(("bad", "reason"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_bad_record_is_named_and_the_good_ones_kept(
    tmp_path: Path, bad: str, reason: str
) -> None:
    text = HEAD + ROW.format(1) + ROW.format(2) + bad + ROW.format(6)
    result = read(tmp_path, text)
    assert len(result.detections) == 3
    (problem,) = result.problems
    assert problem.where == "line 4"
    assert reason in problem.reason
    assert (result.files[0].read, result.files[0].rejected) == (4, 1)


HEADS = {
    "no station": ("time,range_km,azimuth_deg\n", "neither TDM"),
    "no elevation": ("time,station,azimuth_deg\n", "no column holds the elevation"),
    "twice": ("time,station,range_km,range_m,azimuth_deg,elevation_deg\n", "two columns hold"),
    "no epoch": ("time_s,station,azimuth_deg,elevation_deg\n", "an EPOCH that no line states"),
    "no line": ("# SIMULATED\n", "neither TDM"),
}


@pytest.mark.parametrize(("head", "reason"), HEADS.values(), ids=HEADS.keys())
def test_a_table_of_something_else_says_what_is_missing(
    tmp_path: Path, head: str, reason: str
) -> None:
    with pytest.raises(InputError, match=reason):
        read(tmp_path, head + "1,2,3,4,5\n")


def test_an_unknown_column_is_left_aside_and_named(tmp_path: Path) -> None:
    row = ROW.format(1).strip() + ",hello\n"
    result = read(tmp_path, HEAD.strip() + ",note\n" + row)
    assert (result.kept, result.rejected) == (1, 0)
    assert result.problems[0].sentence.endswith("left aside; got 'note'")


def test_an_epoch_that_is_none_is_named(tmp_path: Path) -> None:
    result = read(tmp_path, "# EPOCH tomorrow\n" + HEAD + ROW.format(1))
    assert result.problems[0].where == "line 1"
    assert result.kept == 1


def test_the_epoch_may_be_given(tmp_path: Path) -> None:
    head = HEAD.replace("time", "time_s")
    row = ROW.replace("2030-01-01T00:00:0{}Z", "5.0")
    found = read(tmp_path, head + row, ReadOptions(epoch=EPOCH)).detections
    assert (found.epoch, found.time_s.tolist()) == (EPOCH, [5.0])


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    write_detections(detections(20), tmp_path / "whole.csv")
    whole = (tmp_path / "whole.csv").read_bytes()
    for size in range(0, len(whole), 41):
        try:
            result = read(tmp_path, whole[:size])
        except InputError:
            continue
        assert result.kept + result.rejected <= 20


def test_a_name_that_cannot_stand_in_a_cell_is_not_written(tmp_path: Path) -> None:
    wrong = replace(detections(), stations=(replace(STATIONS[0], id="a,b"), STATIONS[1]))
    with pytest.raises(InputError, match="cannot stand in a cell"):
        write_detections(wrong, tmp_path / "a.csv")


def test_more_sensors_than_can_be_are_named(tmp_path: Path) -> None:
    rows = [ROW.format(1).replace("radar-west", f"noise-{place}") for place in range(1_500)]
    result = read(tmp_path, HEAD + ROW.format(1) + "".join(rows) + ROW.format(2))
    assert (result.kept, result.rejected) == (2, 1_500)
    assert any("more sensors than" in problem.reason for problem in result.problems)
