"""Orbit Ephemeris Messages: round trips, an independent reader, samples, and what is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import ccsds_ndm
import numpy as np
import pytest

from glasshield.errors import InputError
from glasshield.exchange.oem import is_positive, read_ephemerides
from glasshield.exchange.oem_writing import write_paths, write_tracks
from glasshield.exchange.tracks_reading import read_paths, read_tracks
from glasshield.fusion.tracks import pack
from tests.exchange.samples import CCSDS, EPOCH, differing, paths, tracks

NOT_HELD = ("stations", "phase_probability", "detection", "station_index")
KILOMETRE_RTOL = 1e-15  # the other reader's doubles are of kilometres
BOTH = pytest.mark.parametrize("suffix", [".oem", ".xml"])

HEADER = """CCSDS_OEM_VERS = 2.0
CREATION_DATE = 2030-01-01T00:00:00
ORIGINATOR = A
"""
METADATA = """META_START
OBJECT_NAME = A
OBJECT_ID = A
CENTER_NAME = EARTH
REF_FRAME = ITRF2000
TIME_SYSTEM = UTC
START_TIME = 2030-01-01T00:00:00
STOP_TIME = 2030-01-01T00:00:10
META_STOP
"""
STATE = "2030-01-01T00:00:0{} 7000.0 0.5 -1.25 0.0 7.5 0.0\n"
COVARIANCE = """COVARIANCE_START
EPOCH = 2030-01-01T00:00:01
1.0
0.0 1.0
0.0 0.0 1.0
0.0 0.0 0.0 1.0
0.0 0.0 0.0 0.0 1.0
0.0 0.0 0.0 0.0 0.0 {}
COVARIANCE_STOP
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "a.oem"
    path.write_text(text)
    return path


@BOTH
@pytest.mark.parametrize("simulated", [True, False])
def test_prop_paths_come_back(tmp_path: Path, suffix: str, simulated: bool) -> None:
    path = tmp_path / f"truth{suffix}"
    write_paths(paths(), path, simulated=simulated)
    read = read_paths(path)
    assert not read.problems
    assert read.simulated == simulated
    assert differing(read.paths, paths()) == []


@BOTH
def test_prop_tracks_come_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"tracks{suffix}"
    write_tracks(tracks(), path)
    read = read_tracks(path)
    assert not read.problems
    assert differing(read.tracks, tracks(), *NOT_HELD) == []
    assert np.isnan(read.tracks.phase_probability).all()
    assert (read.tracks.detection == -1).all()


def test_prop_a_large_message_comes_back(tmp_path: Path) -> None:
    """Several pieces of a file, with matrices on their edges."""
    many = tracks(4, 1_200)
    write_tracks(many, tmp_path / "a.oem")
    assert (tmp_path / "a.oem").stat().st_size > 2_000_000
    assert differing(read_tracks(tmp_path / "a.oem").tracks, many, *NOT_HELD) == []


@BOTH
def test_val_another_reader_finds_the_same(tmp_path: Path, suffix: str) -> None:
    """Against ccsds-ndm-py 0.0.9, which shares no code with our numbers."""
    path = tmp_path / f"tracks{suffix}"
    write_tracks(tracks(), path, originator="PARTY A")
    message = ccsds_ndm.from_file(str(path))
    assert message.header.originator == "PARTY A"
    for place, segment in enumerate(message.segments):
        own = tracks().rows(place)
        assert segment.metadata.object_name == f"TRACK {tracks().id[place]}"
        np.testing.assert_allclose(
            segment.data.state_vector_numpy[:, :6],
            tracks().state_ecef[own] / 1e3,
            rtol=KILOMETRE_RTOL,
        )
        first = segment.data.covariance_matrix[0]
        matrix = tracks().covariance[own][0] / 1e6
        np.testing.assert_allclose(
            [first.cx_x, first.cy_x, first.cz_dot_x_dot, first.cz_dot_z_dot],
            [matrix[0, 0], matrix[1, 0], matrix[5, 3], matrix[5, 5]],
            rtol=KILOMETRE_RTOL,
        )


def test_the_mark_of_simulated_data_comes_first(tmp_path: Path) -> None:
    write_paths(paths(), tmp_path / "a.oem", simulated=True)
    assert (tmp_path / "a.oem").read_text().splitlines()[1] == "COMMENT SIMULATED"


def test_nothing_cannot_be_written(tmp_path: Path) -> None:
    nothing = replace(
        paths(), id=(), first_row=np.array([0]), time_s=np.zeros(0), state_ecef=np.zeros((0, 6))
    )
    with pytest.raises(InputError, match="no state to write"):
        write_paths(nothing, tmp_path / "a.oem", simulated=True)


def test_a_state_that_is_not_finite_is_not_written(tmp_path: Path) -> None:
    wrong = replace(paths(), state_ecef=np.full_like(paths().state_ecef, np.nan))
    with pytest.raises(InputError, match="not finite"):
        write_paths(wrong, tmp_path / "a.oem", simulated=True)


def test_segments_of_one_object_are_joined(tmp_path: Path) -> None:
    text = HEADER + METADATA + STATE.format(1) + METADATA + STATE.format(2)
    read = read_paths(written(tmp_path, text))
    assert read.paths.id == ("A",)
    assert read.paths.time_s.tolist() == [0.0, 1.0]
    assert read.paths.state_ecef[0].tolist() == [7e6, 500.0, -1250.0, 0.0, 7500.0, 0.0]


def test_accelerations_are_left_aside(tmp_path: Path) -> None:
    text = HEADER + METADATA + STATE.format(1).replace("\n", " 1.0 2.0 3.0\n")
    assert read_paths(written(tmp_path, text)).paths.state_ecef.shape == (1, 6)


PROBLEMS = {
    "too few numbers": ("2030-01-01T00:00:05 1 2 3 4 5\n", "six or nine numbers"),
    "no time": ("yesterday 1 2 3 4 5 6\n", "no moment"),
    "NaN": ("2030-01-01T00:00:05 1 2 3 nan 5 6\n", "not finite"),
    "garbage": ("\x07\x00!\n", "six or nine numbers"),
    "backwards": (STATE.format(0), "the time runs backwards"),
}


@pytest.mark.parametrize(("bad", "reason"), PROBLEMS.values(), ids=PROBLEMS.keys())
def test_a_bad_state_is_named_and_the_good_ones_kept(tmp_path: Path, bad: str, reason: str) -> None:
    text = HEADER + METADATA + STATE.format(1) + STATE.format(2) + bad + STATE.format(6)
    read = read_paths(written(tmp_path, text))
    assert read.paths.time_s.tolist() == [0.0, 1.0, 5.0]
    (problem,) = read.problems
    assert problem.where == "line 15"
    assert reason in problem.reason


SEGMENTS = {
    "centre": ("= EARTH", "= MARS", "line 7", "its centre is MARS"),
    "frame": ("ITRF2000", "EME2000", "line 8", "its frame is EME2000"),
    "time": ("= UTC", "= TAI", "line 9", "times are in TAI"),
    "keyword": ("OBJECT_ID", "OBJEKT_ID", "line 6", "unexpected OEM Metadata key"),
}


@pytest.mark.parametrize(("old", "new", "where", "reason"), SEGMENTS.values(), ids=SEGMENTS.keys())
def test_a_bad_segment_is_named_and_the_good_one_kept(
    tmp_path: Path, old: str, new: str, where: str, reason: str
) -> None:
    bad = METADATA.replace(old, new) + STATE.format(1)
    read = read_paths(written(tmp_path, HEADER + bad + METADATA + STATE.format(2)))
    assert len(read.paths.time_s) == 1
    (problem,) = read.problems
    assert problem.where == where
    assert reason in problem.reason


COVARIANCES = {
    "not positive": (COVARIANCE.format("-1.0"), "not positive"),
    "NaN": (COVARIANCE.format("nan"), "not finite"),
    "no number": (COVARIANCE.format("x"), "not finite"),
    "a row too short": (COVARIANCE.format(""), "is no covariance"),
    "no time": (COVARIANCE.replace("2030-01-01T00:00:01", "?").format(1), "no moment"),
}


@pytest.mark.parametrize(("bad", "reason"), COVARIANCES.values(), ids=COVARIANCES.keys())
def test_a_bad_covariance_is_named_and_the_good_ones_kept(
    tmp_path: Path, bad: str, reason: str
) -> None:
    good = METADATA.replace("= A\n", "= B\n") + STATE.format(1) + COVARIANCE.format("1.0")
    text = HEADER + METADATA + STATE.format(1) + bad + good
    read = read_tracks(written(tmp_path, text))
    assert len(read.tracks) == 1
    assert read.problems[0].where == "line 15"
    assert reason in read.problems[0].reason
    assert read.problems[-1].reason == "the state has no covariance"


def test_a_covariance_in_another_frame_is_not_taken(tmp_path: Path) -> None:
    other = COVARIANCE.format(1).replace(":01\n", ":01\nCOV_REF_FRAME = RTN\n")
    text = HEADER + METADATA + STATE.format(1) + other
    with pytest.raises(InputError, match="no state has a covariance"):
        read_tracks(written(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "but empty"),
        ("hello\n", "but unknown"),
        ("CCSDS_TDM_VERS = 1.0\n", "but TDM"),
        (HEADER, "ends before its first segment"),
        (HEADER + METADATA[:-20], "no Earth-fixed state"),
        (HEADER + METADATA, "no Earth-fixed state"),
    ],
)
def test_a_file_without_states_says_why(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_paths(written(tmp_path, text))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_paths(tmp_path / "none.oem")


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    for suffix in (".oem", ".xml"):
        write_tracks(tracks(2, 3), tmp_path / f"whole{suffix}")
        whole = (tmp_path / f"whole{suffix}").read_text()
        for size in range(0, len(whole), 97):
            (tmp_path / "cut").write_text(whole[:size])
            try:
                read = read_tracks(tmp_path / "cut")
            except InputError:
                continue
            assert len(read.tracks.time_s) <= 6


def test_prop_positive_is_what_numpy_says() -> None:
    draw = np.random.default_rng(5)
    spread = draw.normal(size=(500, 6, 6))
    matrices = spread @ spread.transpose(0, 2, 1) - draw.uniform(0.0, 0.2, (500, 1, 1)) * np.eye(6)
    expected = np.linalg.eigvalsh(matrices).min(axis=1) > 0.0
    assert 50 < expected.sum() < 450
    np.testing.assert_array_equal(is_positive(pack(matrices)), expected)
    wrong = np.full((2, 21), np.nan)
    wrong[1] = 1e308
    assert not is_positive(wrong).any()


@pytest.mark.skipif(not CCSDS.is_dir(), reason="the CCSDS samples are not beside the checkout")
class TestSamples:
    """Test data of Orekit, after the examples of CCSDS 502.0."""

    @pytest.mark.parametrize(
        ("name", "states", "covariances"),
        [
            ("OEMExample1.txt", [4, 4, 5], [0, 1, 2]),
            ("OEMExample2.txt", [4, 4], [0, 0]),
            ("OEMExample3.txt", [3, 3, 3], [0, 1, 2]),
        ],
    )
    def test_val_samples_read(self, name: str, states: list[int], covariances: list[int]) -> None:
        read = read_ephemerides(CCSDS / name)
        assert not read.problems
        assert not read.simulated
        assert [len(segment) for segment in read.segments] == states
        assert [len(segment.covariances.time_s) for segment in read.segments] == covariances

    def test_val_numbers_of_a_sample(self) -> None:
        segment = read_ephemerides(CCSDS / "OEMExample1.txt").segments[1]
        assert segment.state[0].tolist() == [
            -2432166.0,
            -63042.0,
            1742754.0,
            7337.02,
            -3495.867,
            -1041.945,
        ]
        assert segment.covariances.packed[0, 0] == 333.13494
        assert segment.covariances.frame == ("EME2000",)

    def test_val_a_covariance_of_the_xml_sample_is_not_positive(self) -> None:
        read = read_ephemerides(CCSDS / "OEMExample3.xml")
        assert [len(segment) for segment in read.segments] == [4]
        (problem,) = read.problems
        assert problem.where == "line 78"
        assert "not positive" in problem.reason

    def test_val_states_about_mars_are_no_paths(self) -> None:
        with pytest.raises(InputError, match="its centre is MARS BARYCENTER"):
            read_paths(CCSDS / "OEMExample1.txt")


def test_the_epoch_of_another_file_may_be_asked_for(tmp_path: Path) -> None:
    write_paths(paths(), tmp_path / "a.oem", simulated=True)
    read = read_paths(tmp_path / "a.oem", EPOCH.plus_s(-10.0))
    np.testing.assert_allclose(read.paths.time_s, paths().time_s + 10.0, rtol=1e-15)
