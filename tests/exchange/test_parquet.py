"""Parquet: everything comes back; files of others, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from glasshield.errors import InputError
from glasshield.exchange.parquet_tracks import write_tracks
from glasshield.exchange.reading import ReadOptions, read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.tracks_reading import read_tracks
from glasshield.exchange.writing import write_detections
from tests.exchange.samples import EPOCH, STATIONS, detections, differing, tracks


@pytest.mark.parametrize("simulated", [True, False])
def test_prop_detections_come_back(tmp_path: Path, simulated: bool) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(simulated=simulated), path)
    result = read_detections([path])
    assert not result.problems
    assert differing(result.detections, detections(simulated=simulated)) == []


@pytest.mark.parametrize("simulated", [True, False])
def test_prop_tracks_come_back(tmp_path: Path, simulated: bool) -> None:
    path = tmp_path / "a.parquet"
    write_tracks(tracks(simulated=simulated), path)
    read = read_tracks(path)
    assert not read.problems
    assert differing(read.tracks, tracks(simulated=simulated)) == []


def test_no_detections_are_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections().take(slice(0, 0)), path)
    with pytest.raises(InputError, match="no detection could be read"):
        read_detections([path])


def test_what_was_not_measured_is_null(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(), path)
    table = pq.read_table(path)
    assert table["range_m"].null_count == np.isnan(detections().range_m).sum()
    assert not np.isnan(table["range_m"].drop_null().to_numpy()).any()


def test_a_file_of_others_needs_an_epoch_and_stations(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    columns = {
        "time_s": [1.0, 2.0, 3.0],
        "station": ["radar-west", "radar-west", "elsewhere"],
        "azimuth_rad": [0.1, 0.2, 0.3],
        "elevation_rad": [0.1, 0.2, 0.3],
    }
    pq.write_table(pa.table(columns), path)
    with pytest.raises(InputError, match="where its times count from"):
        read_detections([path], Sensors.of(STATIONS))
    result = read_detections([path], Sensors.of(STATIONS), ReadOptions(epoch=EPOCH))
    assert result.detections.time_s.tolist() == [1.0, 2.0]
    assert np.isnan(result.detections.range_m).all()
    assert not result.detections.simulated
    (problem,) = result.problems
    assert (problem.where, problem.reason) == (
        "record 3",
        "sensor elsewhere is unknown to the catalogue",
    )


def test_bad_records_are_named_and_the_good_ones_kept(tmp_path: Path) -> None:
    good = detections(10)
    range_m, elevation, time_s = good.range_m.copy(), good.elevation_rad.copy(), good.time_s.copy()
    sigmas = good.sigmas.copy()
    range_m[2], elevation[4], time_s[6], sigmas[8, 1] = -1.0, 2.0, np.inf, 0.0
    path = tmp_path / "a.parquet"
    write_detections(
        replace(good, range_m=range_m, elevation_rad=elevation, time_s=time_s, sigmas=sigmas), path
    )
    result = read_detections([path])
    assert result.kept == 6
    assert {problem.where: problem.reason for problem in result.problems} == {
        "record 3": "the range is negative",
        "record 5": "the elevation lies outside -90 to 90 degrees",
        "record 7": "the time is no number",
        "record 9": "a deviation is not above zero",
    }


def test_nan_is_not_null(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(3), path)
    table = pq.read_table(path)
    place = table.schema.get_field_index("azimuth_rad")
    changed = table.set_column(place, "azimuth_rad", pa.array([0.1, float("nan"), 0.2]))
    pq.write_table(changed, path)
    result = read_detections([path])
    assert result.kept == 2
    assert [problem.sentence for problem in result.problems] == [
        f"{path}, record 2: azimuth_rad is NaN"
    ]


def test_a_covariance_that_is_not_positive_is_named(tmp_path: Path) -> None:
    wrong = tracks()
    packed = wrong.packed_covariance.copy()
    packed[7, 0] = -1.0
    path = tmp_path / "a.parquet"
    write_tracks(replace(wrong, packed_covariance=packed), path)
    read = read_tracks(path)
    assert len(read.tracks.time_s) == len(wrong.time_s) - 1
    (problem,) = read.problems
    assert (problem.where, problem.reason) == ("record 8", "the covariance is not positive")


def test_times_of_a_track_that_run_backwards_are_named(tmp_path: Path) -> None:
    wrong = tracks()
    time_s = wrong.time_s.copy()
    time_s[5] = -1.0
    path = tmp_path / "a.parquet"
    write_tracks(replace(wrong, time_s=time_s), path)
    read = read_tracks(path)
    assert [problem.where for problem in read.problems] == ["record 6"]
    np.testing.assert_array_equal(read.tracks.first_row, [0, 19, 39, 59])


def test_rows_of_a_track_may_stand_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_tracks(tracks(), path)
    table = pq.read_table(path)
    order = np.argsort(table["time_s"].to_numpy(), kind="stable")
    pq.write_table(table.take(pa.array(order)), path)
    read = read_tracks(path)
    assert sorted(read.tracks.id.tolist()) == sorted(tracks().id.tolist())
    whole = {int(number): tracks().rows(place) for place, number in enumerate(tracks().id)}
    for place, number in enumerate(read.tracks.id.tolist()):
        np.testing.assert_array_equal(
            read.tracks.state_ecef[read.tracks.rows(place)], tracks().state_ecef[whole[number]]
        )


def test_one_kind_is_not_taken_for_the_other(tmp_path: Path) -> None:
    write_tracks(tracks(), tmp_path / "tracks.parquet")
    write_detections(detections(), tmp_path / "detections.parquet")
    with pytest.raises(InputError, match="it holds tracks, not detections"):
        read_detections([tmp_path / "tracks.parquet"])
    with pytest.raises(InputError, match="it holds no tracks"):
        read_tracks(tmp_path / "detections.parquet")


def test_a_track_without_a_state_is_not_written(tmp_path: Path) -> None:
    wrong = replace(tracks(), first_row=np.array([0, 0, 40, 60]))
    with pytest.raises(InputError, match="a track has no state"):
        write_tracks(wrong, tmp_path / "a.parquet")


def test_a_cut_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(), path)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(InputError, match=r"a\.parquet: no whole Parquet file"):
        read_detections([path])


@pytest.mark.parametrize(
    ("old", "new"), [(b'"version":1', b'"version":9'), (b'"epoch"', b'"epoxy"')]
)
def test_metadata_of_another_kind_are_named(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(5), path)
    table = pq.read_table(path)
    head = table.schema.metadata[b"glasshield"].replace(old, new)
    pq.write_table(table.replace_schema_metadata({b"glasshield": head}), path)
    with pytest.raises(InputError, match=r"newer Glasshield|metadata are wrong"):
        read_detections([path])


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_detections(detections(5), path)
    pq.write_table(pq.read_table(path).drop_columns(["azimuth_rad"]), path)
    with pytest.raises(InputError, match="no column azimuth_rad"):
        read_detections([path])
