"""Tracking Data Messages: round trips, an independent reader, samples, and what is wrong."""

from __future__ import annotations

import re
import tracemalloc
from dataclasses import replace
from pathlib import Path

import ccsds_ndm
import numpy as np
import pytest

from glasshield.errors import InputError, OutputError
from glasshield.exchange.reading import ReadOptions, ReadResult, read_detections
from glasshield.exchange.sensors import Sensors
from glasshield.exchange.writing import write_detections
from tests.exchange.samples import CCSDS, EPOCH, STATIONS, detections, differing

SENSORS = Sensors.of(STATIONS)
NOT_HELD = ("sigmas", "snr_db", "arrival_s", "truth")
DEGREE_TOL = 1e-13  # a double of the other reader, at 360
KILOMETRE_TOL = 1e-12
# Two pieces of a file as text and as the numbers that are made of them.
MEMORY_BOUND = 64 << 20

HEADER = """CCSDS_TDM_VERS = 2.0
CREATION_DATE = 2030-01-01T00:00:00
ORIGINATOR = A
"""
METADATA = """META_START
TIME_SYSTEM = UTC
PARTICIPANT_1 = radar-west
PARTICIPANT_2 = UNKNOWN
MODE = SEQUENTIAL
PATH = 1,2,1
RANGE_UNITS = km
ANGLE_TYPE = AZEL
META_STOP
"""


def report(time: str, range_km: str = "1000.5", azimuth: str = "45.0") -> str:
    return (
        f"RANGE = 2030-01-01T{time} {range_km}\n"
        f"ANGLE_1 = 2030-01-01T{time} {azimuth}\n"
        f"ANGLE_2 = 2030-01-01T{time} 30.0\n"
    )


def data(*reports: str) -> str:
    return f"DATA_START\n{''.join(reports)}DATA_STOP\n"


def read(folder: Path, text: str | bytes, name: str = "a.tdm") -> ReadResult:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_detections([path], SENSORS)


@pytest.mark.parametrize("suffix", [".tdm", ".xml"])
@pytest.mark.parametrize("simulated", [True, False])
def test_prop_what_is_written_comes_back(tmp_path: Path, suffix: str, simulated: bool) -> None:
    written = detections(simulated=simulated)
    path = tmp_path / f"detections{suffix}"
    write_detections(written, path)
    result = read_detections([path], SENSORS)
    assert not result.problems
    assert result.kept == len(written)
    assert differing(result.detections, written, *NOT_HELD) == []


def test_prop_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.tdm", "a.xml"):
        write_detections(detections(), tmp_path / name)
        again = read_detections([tmp_path / name], SENSORS).detections
        write_detections(again, tmp_path / f"again-{name}")
        one, other = ((tmp_path / each).read_text() for each in (name, f"again-{name}"))
        # The comment that names what was left out is gone with what was left out.
        lines = [line for line in one.splitlines() if "LEFT OUT" not in line]
        assert lines == other.splitlines()


@pytest.mark.parametrize("suffix", [".tdm", ".xml"])
def test_val_another_reader_finds_the_same(tmp_path: Path, suffix: str) -> None:
    """Against ccsds-ndm-py 0.0.9, which shares no code with our numbers."""
    written = detections(50)
    path = tmp_path / f"detections{suffix}"
    write_detections(written, path, originator="PARTY A")
    message = ccsds_ndm.from_file(str(path))
    assert message.header.originator == "PARTY A"
    assert message.header.comment[0] == "SIMULATED"
    assert [each.metadata.participant_1 for each in message.segments] == [
        station.id for station in STATIONS
    ]
    for index, segment in enumerate(message.segments):
        own = written.take(written.station_index == index)
        found = [each for each in segment.data.observations if each.keyword == "ANGLE_1"]
        np.testing.assert_allclose(
            [each.value for each in found], np.degrees(own.azimuth_rad), rtol=0, atol=DEGREE_TOL
        )
        ranges = [each.value for each in segment.data.observations if each.keyword == "RANGE"]
        expected = own.range_m[np.isfinite(own.range_m)] / 1e3
        np.testing.assert_allclose(ranges, expected, rtol=KILOMETRE_TOL)
        assert segment.metadata.start_time == found[0].epoch


def test_a_message_says_what_it_leaves_out(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.tdm")
    text = (tmp_path / "a.tdm").read_text()
    assert "COMMENT LEFT OUT: deviations, signal to noise, arrival, truth" in text
    write_detections(detections(full=False), tmp_path / "b.tdm")
    assert "LEFT OUT" not in (tmp_path / "b.tdm").read_text()


def test_the_mark_of_simulated_data_comes_first_and_stays(tmp_path: Path) -> None:
    write_detections(detections(), tmp_path / "a.tdm")
    lines = (tmp_path / "a.tdm").read_text().splitlines()
    assert lines[1] == "COMMENT SIMULATED"
    result = read_detections([tmp_path / "a.tdm"], SENSORS, ReadOptions(simulated=False))
    assert result.detections.simulated


def test_data_may_be_declared_simulated(tmp_path: Path) -> None:
    write_detections(detections(simulated=False), tmp_path / "a.tdm")
    result = read_detections([tmp_path / "a.tdm"], SENSORS, ReadOptions(simulated=True))
    assert result.detections.simulated


def test_nothing_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no detection to write"):
        write_detections(detections().take(slice(0, 0)), tmp_path / "a.tdm")


def test_times_that_run_backwards_are_not_written(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="run backwards"):
        write_detections(detections().take(slice(None, None, -1)), tmp_path / "a.tdm")


def test_a_name_that_cannot_stand_there_is_not_written(tmp_path: Path) -> None:
    wrong = replace(detections(), stations=(replace(STATIONS[0], id="a\nb"), STATIONS[1]))
    with pytest.raises(InputError, match="cannot stand in a message"):
        write_detections(wrong, tmp_path / "a.tdm")


def test_an_angle_that_is_not_finite_is_not_written(tmp_path: Path) -> None:
    wrong = replace(detections(), azimuth_rad=np.full(len(detections()), np.nan))
    with pytest.raises(InputError, match="azimuth_rad is not finite"):
        write_detections(wrong, tmp_path / "a.tdm")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.tdm, \.xml"):
        write_detections(detections(), tmp_path / "a.doc")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_detections(detections(), tmp_path / "file" / "a.tdm")


def test_keywords_may_stand_in_blocks(tmp_path: Path) -> None:
    """All ranges, then all angles: the standard allows any order of keywords."""
    lines = [
        f"{keyword} = 2030-01-01T00:00:0{second} {value + second}"
        for keyword, value in (("ANGLE_2", 10), ("RANGE", 1000), ("ANGLE_1", 100))
        for second in range(3)
    ]
    found = read(tmp_path, HEADER + METADATA + data("\n".join(lines) + "\n")).detections
    assert found.range_m.tolist() == [1_000e3, 1_001e3, 1_002e3]
    np.testing.assert_array_equal(found.elevation_rad, np.radians([10.0, 11.0, 12.0]))


def test_plots_of_one_scan_share_a_time(tmp_path: Path) -> None:
    text = HEADER + METADATA + data(report("00:00:01", "1.0"), report("00:00:01", "2.0"))
    assert read(tmp_path, text).detections.range_m.tolist() == [1e3, 2e3]


def test_blanks_tabs_and_line_ends_do_not_matter(tmp_path: Path) -> None:
    text = HEADER + METADATA + data("\n", report("00:00:01"), "COMMENT RANGE = 1 2\n")
    plain = read(tmp_path, text).detections
    loose = text.replace(" = ", "\t=  ").replace("\n", " \r\n\t")
    assert differing(read(tmp_path, loose).detections, plain) == []
    tight = text.replace(" = ", "=")
    assert differing(read(tmp_path, tight).detections, plain) == []


def test_an_order_of_its_own_is_kept_to_within_a_scan(tmp_path: Path) -> None:
    """Angles before ranges, and several plots of one time."""
    lines = [
        f"{keyword} = 2030-01-01T00:00:01 {value + plot}"
        for plot in range(3)
        for keyword, value in (("ANGLE_1", 100), ("ANGLE_2", 10), ("RANGE", 1000))
    ]
    found = read(tmp_path, HEADER + METADATA + data("\n".join(lines) + "\n")).detections
    assert found.range_m.tolist() == [1_000e3, 1_001e3, 1_002e3]
    np.testing.assert_array_equal(found.azimuth_rad, np.radians([100.0, 101.0, 102.0]))


def test_the_epoch_is_the_second_of_the_first_record(tmp_path: Path) -> None:
    found = read(tmp_path, HEADER + METADATA + data(report("00:00:07.25"))).detections
    assert str(found.epoch) == "2030-01-01T00:00:07Z"
    assert found.time_s.tolist() == [0.25]


def test_the_epoch_may_be_given(tmp_path: Path) -> None:
    path = tmp_path / "a.tdm"
    write_detections(detections(), path)
    found = read_detections([path], SENSORS, ReadOptions(epoch=EPOCH.plus_s(-60.0))).detections
    assert found.epoch == EPOCH.plus_s(-60.0)
    np.testing.assert_allclose(found.time_s, detections().time_s + 60.0, rtol=1e-15)


PROBLEMS = {
    "not a keyword": (report("00:00:01").replace("RANGE", "WRONG_KEYWORD"), 14, "no keyword"),
    "no time": (report("00:00:01").replace("T00:00:01 1000", "T99:00:01 1000"), 14, "no moment"),
    "no number": (report("00:00:01", "12x"), 14, "no finite number"),
    "NaN": (report("00:00:01", "nan"), 14, "no finite number"),
    "negative range": (report("00:00:01", "-5.0"), 14, "the range is negative"),
    "no range": (report("00:00:01", "0.0"), 14, "the range is zero"),
    "azimuth": (report("00:00:01", azimuth="361.0"), 15, "azimuth lies outside"),
    "no angle": ("RANGE = 2030-01-01T00:00:01 5.0\n", 14, "no azimuth or no elevation"),
    "a word too many": ("RANGE = 2030-01-01T00:00:01 5.0 6.0\n", 14, "is no 'KEYWORD"),
    "garbage": ("\x00\xff%&/()\n", 14, "is no 'KEYWORD"),
    "two equals": ("RANGE = = 2030-01-01T00:00:01 5.0\n", 14, "is no 'KEYWORD"),
}


@pytest.mark.parametrize(("bad", "line", "reason"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_bad_record_is_named_and_the_good_ones_kept(
    tmp_path: Path, bad: str, line: int, reason: str
) -> None:
    text = HEADER + METADATA + data(bad, report("00:00:02"), report("00:00:03"))
    result = read(tmp_path, text)
    assert result.detections.time_s.tolist() == [0.0, 1.0] or len(result.detections) == 2
    assert {problem.file for problem in result.problems} == {str(tmp_path / "a.tdm")}
    (named,) = [each for each in result.problems if "beside it" not in each.reason]
    assert named.where == f"line {line}"
    assert reason in named.reason
    assert result.rejected == 1
    assert result.files[0].read == result.kept + result.rejected


def test_angles_without_their_broken_range_are_left_out_too(tmp_path: Path) -> None:
    text = HEADER + METADATA + data(report("00:00:01", "1e5x"), report("00:00:02"))
    assert len(read(tmp_path, text).detections) == 1
    broken = report("00:00:01").replace("RANGE =", "RANGE !")
    result = read(tmp_path, HEADER + METADATA + data(broken, report("00:00:02")))
    assert len(result.detections) == 1
    assert [problem.where for problem in result.problems] == ["line 14", "line 15"]


SEGMENTS = {
    "time system": ("TIME_SYSTEM = UTC", "TIME_SYSTEM = GPS", 5, "TIME_SYSTEM is GPS, not UTC"),
    "angles": ("ANGLE_TYPE = AZEL", "ANGLE_TYPE = XEYN", 11, "ANGLE_TYPE is XEYN"),
    "units": ("RANGE_UNITS = km", "RANGE_UNITS = s", 10, "RANGE_UNITS is s"),
    "keyword": ("MODE =", "MODUS =", 8, "unexpected TDM Metadata key"),
    "value": ("AZEL", "AZEEL", 11, "invalid value 'AZEEL'"),
    "nobody": ("PARTICIPANT_1 = radar-west\n", "", 5, "PARTICIPANT_1"),
    "unknown": ("radar-west", "radar-south", 14, "sensor radar-south is unknown"),
    "modulus": ("META_STOP", "RANGE_MODULUS = 1.0\nMETA_STOP", 12, "a multiple of RANGE_MODULUS"),
    "corrections": (
        "META_STOP",
        "CORRECTION_RANGE = 1.0\nCORRECTIONS_APPLIED = NO\nMETA_STOP",
        12,
        "corrections that are not applied",
    ),
}


@pytest.mark.parametrize(("old", "new", "line", "reason"), SEGMENTS.values(), ids=SEGMENTS.keys())
def test_a_bad_segment_is_named_and_the_good_one_kept(
    tmp_path: Path, old: str, new: str, line: int, reason: str
) -> None:
    bad = METADATA.replace(old, new) + data(report("00:00:01"), report("00:00:02"))
    result = read(tmp_path, HEADER + bad + METADATA + data(report("00:00:03")))
    assert len(result.detections) == 1
    assert result.rejected == 2
    (problem,) = result.problems
    assert (problem.where, problem.count) == (f"line {line}", 2)
    assert reason in problem.reason


def test_the_station_is_where_the_signal_ends(tmp_path: Path) -> None:
    swapped = (
        METADATA.replace("radar-west", "somebody")
        .replace("UNKNOWN", "radar-west")
        .replace("1,2,1", "1,2")
    )
    found = read(tmp_path, HEADER + swapped + data(report("00:00:01"))).detections
    assert [station.id for station in found.stations] == ["radar-west"]


def test_corrections_that_are_applied_are_taken(tmp_path: Path) -> None:
    stated = "CORRECTION_RANGE = 1.0\nCORRECTIONS_APPLIED = YES\nMETA_STOP"
    text = HEADER + METADATA.replace("META_STOP", stated) + data(report("00:00:01"))
    assert read(tmp_path, text).kept == 1


def test_a_header_that_lacks_something_costs_no_record(tmp_path: Path) -> None:
    text = HEADER.replace("ORIGINATOR = A\n", "") + METADATA + data(report("00:00:01"))
    result = read(tmp_path, text)
    assert (result.kept, result.rejected) == (1, 0)
    assert "ORIGINATOR" in result.problems[0].sentence


def test_a_file_cut_inside_a_line_loses_that_record(tmp_path: Path) -> None:
    text = HEADER + METADATA + "DATA_START\n" + report("00:00:01") + report("00:00:02")
    result = read(tmp_path, text[:-3])
    assert result.kept == 1
    reasons = [problem.reason for problem in result.problems]
    assert "is cut off" in reasons
    assert any("DATA_STOP is missing" in reason for reason in reasons)


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    write_detections(detections(20), tmp_path / "whole.tdm")
    whole = (tmp_path / "whole.tdm").read_bytes()
    good = read(tmp_path, whole).detections
    for size in range(0, len(whole), 37):
        try:
            result = read(tmp_path, whole[:size])
        except InputError as error:
            assert "a.tdm" in error.sentence  # noqa: PT017
            continue
        assert result.problems
        for place in range(len(result.detections)):
            assert result.detections.range_m[place] in good.range_m or np.isnan(
                result.detections.range_m[place]
            )


XML_HEADER = '<?xml version="1.0"?>\n<tdm id="CCSDS_TDM_VERS" version="2.0">\n'


def test_xml_that_breaks_off_is_named(tmp_path: Path) -> None:
    write_detections(detections(20), tmp_path / "whole.xml")
    text = (tmp_path / "whole.xml").read_text()
    cut = text.index("</observation>", len(text) // 2)
    result = read(tmp_path, text[:cut], "a.xml")
    assert 0 < result.kept < 20
    assert any("no XML" in problem.reason for problem in result.problems)


def test_xml_with_a_document_type_is_refused(tmp_path: Path) -> None:
    """Entities that double with every level would fill the memory."""
    bomb = (
        '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>\n'
        '<tdm id="CCSDS_TDM_VERS" version="2.0"><header><COMMENT>&b;</COMMENT></header></tdm>'
    )
    with pytest.raises(InputError, match="document type"):
        read(tmp_path, bomb, "a.xml")


def test_records_that_cannot_be_take_no_memory(tmp_path: Path) -> None:
    """Lines in the right form with values that cannot be, and a sensor that nobody describes."""
    bad = report("00:00:01", "-1.0") + report("00:00:01", "x") + report("00:00:01", azimuth="999")
    known = HEADER + METADATA + "DATA_START\n" + report("00:00:01")
    (tmp_path / "a.tdm").write_text(known + bad * 15_000)
    unknown = METADATA.replace("radar-west", "nobody") + data(report("00:00:01") * 10)
    (tmp_path / "b.tdm").write_text(HEADER + unknown * 500)
    tracemalloc.start()
    result = read_detections([tmp_path / "a.tdm", tmp_path / "b.tdm"], SENSORS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (result.kept, result.rejected) == (1, 50_000)
    assert peak < MEMORY_BOUND


def test_xml_names_the_line_of_the_element(tmp_path: Path) -> None:
    write_detections(detections(5), tmp_path / "whole.xml")
    lines = (tmp_path / "whole.xml").read_text().splitlines()
    place = next(index for index, line in enumerate(lines) if "<ANGLE_1>" in line)
    lines[place] = lines[place].replace("<ANGLE_1>", "<ANGLE_1>x")
    result = read(tmp_path, "\n".join(lines), "a.xml")
    assert (result.kept, result.rejected) == (4, 1)
    found = {problem.where: problem.reason for problem in result.problems}
    assert found[f"line {place + 1}"] == "has no finite number"


@pytest.mark.skipif(not CCSDS.is_dir(), reason="the CCSDS samples are not beside the checkout")
class TestSamples:
    """Test data of Orekit, after the examples of CCSDS 503.0."""

    @pytest.mark.parametrize("name", ["TDMExample2.txt", "TDMExample4.txt", "TDMExample15.txt"])
    def test_val_messages_without_angles_say_what_they_hold(self, name: str) -> None:
        with pytest.raises(InputError, match="not azimuth and elevation"):
            read_detections([CCSDS / name], SENSORS)

    def test_val_xml_and_keywords_hold_the_same(self) -> None:
        for name in ("TDMExample15.txt", "TDMExample15.xml"):
            with pytest.raises(InputError) as caught:
                read_detections([CCSDS / name], SENSORS)
            held = re.findall("it holds (.+?), not azimuth.+?[(]([0-9]+) from", str(caught.value))
            assert held == [("CLOCK_BIAS, CLOCK_DRIFT", "7")] * 3

    def test_val_the_malformed_one_is_named_with_file_line_and_reason(self) -> None:
        with pytest.raises(InputError) as caught:
            read_detections([CCSDS / "TDM-data-wrong-keyword.txt"], SENSORS)
        assert "TDM-data-wrong-keyword.txt, line 26" in caught.value.sentence
        assert "is no keyword of a TDM's data" in caught.value.sentence
        assert "WRONG_KEYWORD" in caught.value.sentence

    def test_val_ranges_in_seconds_and_other_angles_are_refused(self) -> None:
        with pytest.raises(InputError, match="ANGLE_TYPE is XSYE"):
            read_detections([CCSDS / "TDMExample8.txt"], SENSORS)
