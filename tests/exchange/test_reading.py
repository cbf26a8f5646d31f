"""Files of all formats together: what is good is kept, what is not is named, memory is bounded."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.exchange.formats import Format, format_of
from glasshield.exchange.problems import Place, Problems, quoted
from glasshield.exchange.reading import ReadOptions, read_detections
from glasshield.exchange.sensors import NAME, Sensors, write_sensors
from glasshield.exchange.writing import write_detections
from glasshield.sensing.detections import Detections
from tests.exchange.samples import EPOCH, STATIONS, detections, differing
from tests.exchange.test_tdm import HEADER, METADATA, data, report

SENSORS = Sensors.of(STATIONS)
MEBIBYTE = 1 << 20
# Two pieces of a file as text and as the numbers that are made of them.
MEMORY_BOUND = 64 * MEBIBYTE


def of_station(whole: Detections, index: int) -> Detections:
    return whole.take(whole.station_index == index)


def test_a_mix_of_formats_is_joined_on_one_epoch(tmp_path: Path) -> None:
    whole = detections(full=False)
    parts = (whole.take(slice(0, 70)), whole.take(slice(70, 140)), whole.take(slice(140, None)))
    files = [tmp_path / name for name in ("a.parquet", "b.tdm", "c.csv")]
    for part, file in zip(parts, files, strict=True):
        write_detections(part, file)
    result = read_detections(files, SENSORS)
    assert not result.problems
    assert differing(result.detections, whole) == []
    assert [count.format for count in result.files] == ["Parquet", "TDM", "CSV"]


def test_files_of_different_epochs_are_moved_onto_the_first(tmp_path: Path) -> None:
    whole = detections(full=False)
    later = replace(whole, epoch=EPOCH.plus_s(86_400.0))
    write_detections(whole, tmp_path / "a.parquet")
    write_detections(later, tmp_path / "b.parquet")
    found = read_detections([tmp_path / "a.parquet", tmp_path / "b.parquet"]).detections
    assert found.epoch == EPOCH
    np.testing.assert_allclose(found.time_s[len(whole) :], whole.time_s + 86_400.0, rtol=1e-15)


def test_sensors_beside_the_data_are_found(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.tdm")
    with pytest.raises(InputError, match="is unknown to the catalogue"):
        read_detections([tmp_path / "a.tdm"])
    write_sensors(STATIONS, tmp_path / NAME, simulated=True)
    assert read_detections([tmp_path / "a.tdm"]).detections.stations == STATIONS


def test_a_sensor_given_comes_before_what_the_file_says(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.parquet")
    moved = replace(STATIONS[0], height_m=1_234.0)
    found = read_detections([tmp_path / "a.parquet"], Sensors.of([moved])).detections
    assert found.stations == (moved, STATIONS[1])


def test_stations_that_a_file_describes_hold_for_the_others(tmp_path: Path) -> None:
    whole = detections(full=False)
    write_detections(whole.take(slice(0, 100)), tmp_path / "a.tdm")
    write_detections(whole.take(slice(100, None)), tmp_path / "b.parquet")
    found = read_detections([tmp_path / "a.tdm", tmp_path / "b.parquet"]).detections
    assert differing(found, whole) == []


def test_two_files_that_describe_a_station_differently_are_named(tmp_path: Path) -> None:
    moved = replace(detections(), stations=(replace(STATIONS[0], height_m=9.0), STATIONS[1]))
    write_detections(detections(), tmp_path / "a.parquet")
    write_detections(moved, tmp_path / "b.parquet")
    with pytest.raises(InputError, match=r"b\.parquet: station radar-west is described"):
        read_detections([tmp_path / "a.parquet", tmp_path / "b.parquet"])
    write_sensors(STATIONS, tmp_path / NAME, simulated=True)
    assert read_detections([tmp_path / "a.parquet", tmp_path / "b.parquet"]).kept == len(moved)


def test_duplicates_are_named_and_kept_once(tmp_path: Path) -> None:
    write_detections(detections(30), tmp_path / "a.parquet")
    write_detections(detections(30), tmp_path / "b.tdm")
    result = read_detections([tmp_path / "a.parquet", tmp_path / "b.tdm"], SENSORS)
    assert differing(result.detections, detections(30)) == []
    assert [count.kept for count in result.files] == [30, 0]
    reasons = {problem.reason for problem in result.problems}
    assert reasons == {"the same detection stands there before"}
    assert sum(problem.count for problem in result.problems) == 30


def test_a_duplicate_within_a_file_is_named_with_its_line(tmp_path: Path) -> None:
    text = HEADER + METADATA + data(report("00:00:01"), report("00:00:02"), report("00:00:02"))
    (tmp_path / "a.tdm").write_text(text)
    result = read_detections([tmp_path / "a.tdm"], SENSORS)
    assert (result.kept, result.rejected) == (2, 1)
    assert result.problems[0].where == "line 20"


def test_one_wrong_time_does_not_cost_what_follows(tmp_path: Path) -> None:
    times = ["00:00:01", "23:00:00", "00:00:02", "00:00:03"]
    text = HEADER + METADATA + data(*(report(time) for time in times))
    (tmp_path / "a.tdm").write_text(text)
    result = read_detections([tmp_path / "a.tdm"], SENSORS)
    assert result.detections.time_s.tolist() == [0.0, 1.0, 2.0]
    (problem,) = result.problems
    assert (problem.where, problem.reason) == ("line 17", "the time runs backwards")


def test_late_detections_may_stand_in_the_order_of_arrival(tmp_path: Path) -> None:
    whole = detections(50)
    late = replace(whole, arrival_s=whole.time_s + np.where(np.arange(50) % 7 == 0, 500.0, 1.0))
    write_detections(late.by_arrival(), tmp_path / "a.parquet")
    result = read_detections([tmp_path / "a.parquet"])
    assert not result.problems
    assert result.kept == 50


def test_two_clocks_stay_as_they_are(tmp_path: Path) -> None:
    """What one clock is ahead is found by registration, where tracks are seen by both."""
    one = of_station(detections(), 0)
    other = of_station(detections(), 1)
    write_detections(one, tmp_path / "a.parquet")
    write_detections(replace(other, time_s=other.time_s + 3.0), tmp_path / "b.parquet")
    result = read_detections([tmp_path / "a.parquet", tmp_path / "b.parquet"])
    assert not result.problems
    assert result.kept == len(detections())


def test_all_numbers_of_a_result_agree(tmp_path: Path) -> None:
    text = HEADER + METADATA + data(report("00:00:01", "-1"), report("00:00:02"))
    (tmp_path / "a.tdm").write_text(text)
    result = read_detections([tmp_path / "a.tdm"], SENSORS)
    (count,) = result.files
    assert (count.read, count.kept, count.rejected) == (2, 1, 1)
    assert (result.kept, result.rejected) == (1, 1)
    assert result.problems[0].sentence == (
        f"{count.file}, line 14: the range is negative; got 'RANGE = 2030-01-01T00:00:01 -1'"
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\n", "the file is empty"),
        (b"hello", "no format of detections"),
        (b"\x89PNG\r\n", "no format of detections"),
        (b"<html></html>", "no format of detections"),
        (b"PAR1" + b"x" * 100, "no whole Parquet file"),
        (b"CCSDS_OEM_VERS = 2.0\n", "it holds states of objects"),
    ],
)
def test_a_file_of_something_else_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(InputError, match=reason):
        read_detections([tmp_path / "a"], SENSORS)


def test_a_bad_file_beside_a_good_one_costs_nothing(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.parquet")
    (tmp_path / "b.tdm").write_bytes(b"")
    result = read_detections([tmp_path / "b.tdm", tmp_path / "a.parquet"])
    assert result.kept == len(detections())
    assert [problem.sentence for problem in result.problems] == [
        f"{tmp_path / 'b.tdm'}: the file is empty"
    ]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.tdm: cannot be read"):
        read_detections([tmp_path / "none.tdm"])


def test_no_file_at_all_is_named() -> None:
    with pytest.raises(InputError, match="no file was given"):
        read_detections([])


def write_noise(file: BinaryIO, size: int, newlines: int) -> None:
    """Random bytes, of which so many of 256 are newlines."""
    draw = np.random.default_rng(99)
    while size > 0:
        piece = draw.integers(0, 256, MEBIBYTE, dtype=np.uint8)
        piece[piece == ord("\n")] = 0
        piece[piece < newlines] = ord("\n")
        file.write(piece.tobytes())
        size -= MEBIBYTE


@pytest.mark.parametrize("head", ["", HEADER, HEADER + METADATA + "DATA_START\n"])
@pytest.mark.parametrize("newlines", [0, 4], ids=["one line", "many lines"])
def test_garbage_is_named_within_bounded_memory(tmp_path: Path, head: str, newlines: int) -> None:
    good = report("00:00:01")
    with (tmp_path / "a.tdm").open("wb") as file:
        file.write((head + good).encode() + b"\n")
        write_noise(file, 12 * MEBIBYTE, newlines)
    tracemalloc.start()
    try:
        result = read_detections([tmp_path / "a.tdm"], SENSORS)
    except InputError as error:
        assert "DATA_START" not in head, error.sentence  # noqa: PT017
    else:
        assert result.kept == 1
        assert result.rejected >= 1
        assert len(result.problems) < 200
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEMORY_BOUND


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (b"", Format.EMPTY),
        (b"\xef\xbb\xbfCCSDS_TDM_VERS = 1.0", Format.TDM),
        (b"\n\n CCSDS_OEM_VERS=3.0", Format.OEM),
        (b'<?xml version="1.0"?>\n<!-- a --><tdm ', Format.TDM_XML),
        (b"<oem id=", Format.OEM_XML),
        (b"PAR1", Format.PARQUET),
        (b"# note\nstation , time_s\n", Format.CSV),
        (bytes([48, 0, 4, 1]), Format.ASTERIX),
        (bytes([48, 0, 3]), Format.UNKNOWN),
        (bytes([62]), Format.UNKNOWN),
        (b"{}", Format.UNKNOWN),
    ],
)
def test_formats_are_seen_from_their_content(first: bytes, expected: Format) -> None:
    assert format_of(first) is expected


def test_problems_are_named_one_by_one_up_to_a_bound() -> None:
    problems = Problems(Path("a.tdm"))
    problems.add_all(np.arange(1, 1_001), "is wrong")
    problems.add(2_000, "is wrong", records=5)
    assert problems.rejected == 1_005
    assert len(problems.all) == 21
    assert problems.all[0].sentence == "a.tdm, line 1: is wrong"
    assert problems.all[-1].sentence == "a.tdm, line 21: is wrong (985 from there on)"


def test_many_reasons_become_one() -> None:
    problems = Problems(Path("a.tdm"), Place.RECORD)
    for number in range(10_000):
        problems.add(number, f"reason {number}")
    assert len(problems.all) < 150
    assert sum(problem.count for problem in problems.all) == 10_000


def test_a_quotation_is_short_and_printable() -> None:
    assert quoted(b"a\x00\xffb") == "'a.\ufffdb'"
    assert len(quoted("x" * 1_000)) < 50


def test_the_day_of_a_recording_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes([48, 0, 4, 1]))
    with pytest.raises(InputError, match="say on which day it begins"):
        read_detections([tmp_path / "a"], SENSORS, ReadOptions())
