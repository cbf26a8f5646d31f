"""`glasshield track` as a user runs it: on simulated files, on broken ones, on nothing."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from glasshield.exchange.writing import write_detections
from glasshield.scenario.benchmark import benchmark
from tests.cli.run import glasshield, refusal

# Against the true objects, at the end of a test seen by two radars of other parties.
IMPACT_ERROR_KM = 20.0
# A tenth of what is known beforehand.
AZIMUTH_SIGMA_DEG = 0.02


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("simulated")
    done = glasshield("simulate", "one-test-two-parties", "--out", str(made), "--seed", "2")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def answer(folder: Path) -> dict[str, object]:
    done = glasshield(
        "track",
        *(str(path) for path in sorted(folder.glob("*.tdm"))),
        *("--truth", str(folder / "truth.oem"), "--json"),
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_the_answer_has_the_form_that_others_build_on(answer: dict[str, object]) -> None:
    tracks, sensors, metrics = answer["tracks"], answer["sensors"], answer["metrics"]
    assert isinstance(tracks, list)
    assert isinstance(sensors, list)
    assert isinstance(metrics, dict)
    assert {"id", "start", "end", "n_detections", "class", "launch", "impact"} <= set(tracks[0])
    assert "burnout_speed_km_s" in tracks[0]
    ellipse = {"lat_deg", "lon_deg", "semi_major_km", "semi_minor_km", "angle_deg", "time"}
    assert ellipse <= set(tracks[0]["impact"])
    for name in ("range_bias_m", "azimuth_bias_deg", "elevation_bias_deg"):
        quantity, unit = name.rsplit("_", 1)
        assert {name, f"{quantity}_sigma_{unit}"} <= set(sensors[0])
    marks = {"gospa_m", "ospa_m", "completeness", "ambiguity", "spuriousness"}
    assert marks <= set(metrics["in_view"])
    assert {"nis", "nees", "position_rmse_m", "velocity_rmse_m_s"} <= set(metrics)
    assert isinstance(answer["rate_detections_per_s"], float)
    assert answer["simulated"] is True


def test_the_test_is_found_and_comes_down_where_it_did(answer: dict[str, object]) -> None:
    tracks = answer["tracks"]
    assert isinstance(tracks, list)
    best = max(tracks, key=lambda track: track["n_detections"])
    assert best["truth"]["impact_error_km"] < IMPACT_ERROR_KM
    assert best["n_detections"] > 100


def test_a_report_is_written_with_all_its_files(folder: Path, tmp_path: Path) -> None:
    done = glasshield(
        *("track", str(folder / "detections.parquet"), "--out", str(tmp_path / "out")),
        *("--lang", "ru"),
    )
    assert done.returncode == 0, done.stderr
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        "report.html", "report.pdf", "tracks.json", "tracks.oem", "tracks.parquet", "tracks.czml",
    }  # fmt: skip
    assert "Учение" in done.stdout
    assert "Учение" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "SIMULATED" in (tmp_path / "out" / "tracks.oem").read_text()
    assert json.loads((tmp_path / "out" / "tracks.json").read_text())["simulated"] is True


def test_the_terminal_shows_answers_and_tables(folder: Path) -> None:
    done = glasshield("track", str(folder / "armavir.tdm"), "--no-registration")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Exercise.")
    assert "How far to trust it?" in done.stdout
    assert "armavir" in done.stdout
    assert "detections a second" in done.stdout


@pytest.mark.parametrize(
    "options",
    [
        ("--filter", "ukf"),
        ("--filter", "ckf", "--association", "jpda"),
        ("--models", "coast"),
        ("--lag", "2s"),
    ],
)
def test_every_way_of_tracking_ends_in_tracks(folder: Path, options: tuple[str, ...]) -> None:
    done = glasshield("track", str(folder / "armavir.tdm"), *options, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["tracks"]


def test_biases_are_learned_in_one_pass(folder: Path) -> None:
    files = [str(path) for path in sorted(folder.glob("*.tdm"))]
    done = glasshield("track", *files, "--online", "--lag", "2s", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert len(answer["tracks"]) == 1
    assert all(sensor["azimuth_bias_sigma_deg"] < AZIMUTH_SIGMA_DEG for sensor in answer["sensors"])


def test_biases_cannot_be_learned_and_left_alone(folder: Path) -> None:
    said = refusal("track", str(folder / "armavir.tdm"), "--online", "--no-registration")
    assert "give one of the two" in said


def test_a_cut_file_keeps_its_good_records_and_names_the_rest(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "armavir.tdm").read_text().splitlines()
    cut = tmp_path / "cut.tdm"
    cut.write_text("\n".join(whole[: len(whole) // 2]) + "\nRANGE = 2030-01")
    sensors = str(folder / "sensors.toml")
    done = glasshield("track", str(cut), "--sensors", sensors, "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["problems"]
    assert "cut.tdm" in done.stderr
    assert "line" in done.stderr
    assert answer["n_detections"] > 100


def test_a_clock_three_seconds_off_is_named(tmp_path: Path) -> None:
    made = benchmark(12, seed=3, duration_s=60.0)
    off = np.where(made.detections.station_index == 1, 3.0, 0.0)
    late = dataclasses.replace(made.detections, time_s=made.detections.time_s + off)
    write_detections(late.in_order(), tmp_path / "late.parquet")
    done = glasshield("track", str(tmp_path / "late.parquet"), "--json")
    assert done.returncode == 0, done.stderr
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem["file"] == made.detections.stations[1].id
    assert "ahead" in problem["reason"]
    assert f"{problem['file']}, clock: " in done.stderr
    sensor = json.loads(done.stdout)["sensors"][1]
    assert abs(sensor["time_bias_s"] - 3.0) < 3.0 * sensor["time_bias_sigma_s"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--filter", "kalman"), ["no filter", "ekf"]),
        (("--association", "best"), ["no association", "nearest"]),
        (("--models", "imn"), ["imm"]),
        (("--lag", "5"), ["--lag", "no unit"]),
        (("--lag", "-5s"), ["--lag", "below zero"]),
        (("--lang", "fr"), ["language"]),
        (("--truth", "missing.oem"), ["missing.oem"]),
        (("--sensors", "missing.toml"), ["missing.toml"]),
        (("--day", "tomorrow"), ["--day"]),
        (("--out", "/proc/none"), ["/proc/none", "cannot be written"]),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    folder: Path, arguments: tuple[str, ...], words: list[str]
) -> None:
    sentence = refusal("track", str(folder / "armavir.tdm"), *arguments)
    assert [word for word in words if word not in sentence] == []


def test_a_file_of_nothing_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "empty.tdm").write_text("")
    assert "empty.tdm" in refusal("track", str(tmp_path / "empty.tdm"))


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    assert "none.tdm" in refusal("track", str(tmp_path / "none.tdm"))
