"""`glasshield assess` and `glasshield demo`, as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.run import glasshield, refusal
from tests.report.fake_figure import png, saved, svg

FILES = (
    "report.html",
    "report.pdf",
    "results.json",
    "view.json",
    "footprints.geojson",
    "scene.czml",
    "scene.kmz",
)
KEYS = {"sees", "defends", "reaches", "assumptions", "sources"}
REACH_KEYS = {
    "launch", "target", "interceptor", "site", "reachable", "window_s", "speed_margin_km_s",
    "time_margin_s",
}  # fmt: skip
DEFEND_KEYS = {"phase", "threat", "region", "area_fraction", "population_fraction"}

# Long enough to be past the imports, short enough to be in the middle of the work.
INTERRUPT_AFTER_S = 4.0


@pytest.fixture(scope="module")
def phase_3(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """The assessment of one phase, and the folder with its report."""
    out = tmp_path_factory.mktemp("phase") / "out"
    done = glasshield("assess", "epaa", "--phase", "3", "--json", "--out", str(out))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), out


def test_the_answer_has_the_keys_of_the_contract(phase_3: tuple[dict[str, Any], Path]) -> None:
    answer = phase_3[0]
    assert answer.keys() >= KEYS
    assert all(row.keys() >= REACH_KEYS for row in answer["reaches"])
    assert all(row.keys() >= DEFEND_KEYS for row in answer["defends"])
    assert all(row["area_fraction"].keys() >= {"value", "low", "high"} for row in answer["defends"])
    assert all(row["source"] and row["status"] for row in answer["assumptions"])


def test_the_report_is_whole_and_alone(phase_3: tuple[dict[str, Any], Path]) -> None:
    names = {path.name for path in phase_3[1].iterdir()}
    assert [name for name in FILES if name not in names] == []
    assert [name for name in names if name.startswith(".")] == []
    assert all(path.stat().st_size > 0 for path in phase_3[1].iterdir())


def test_the_results_are_what_json_prints(phase_3: tuple[dict[str, Any], Path]) -> None:
    answer, out = phase_3
    results = json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert {key: results[key] for key in answer} == answer


def test_a_value_of_one_s_own_is_an_assumption_of_the_user() -> None:
    key = "interceptor.sm3-2a.burnout_speed"
    done = glasshield("assess", "epaa", "--phase", "3", "--set", f"{key}=5.0km/s", "--json")
    assert done.returncode == 0, done.stderr
    mine = [row for row in json.loads(done.stdout)["assumptions"] if row["key"] == key]
    assert [(row["value"], row["unit"], row["status"]) for row in mine] == [
        (5.0, "km/s", "assumed")
    ]


@pytest.mark.usefixtures("phase_3")
def test_people_read_the_three_answers() -> None:
    done = glasshield("assess", "epaa", "--phase", "3")
    wanted = ("What does it see?", "What does it defend?", "Whom could it reach?")
    assert [question for question in wanted if question not in done.stdout] == []
    russian = glasshield("assess", "epaa", "--phase", "3", "--lang", "ru").stdout
    assert "?" in russian
    assert wanted[0] not in russian


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("epa",), "did you mean epaa"),
        (("epaa", "--phase", "7"), "no phase"),
        (("epaa", "--threat", "mrbn"), "did you mean mrbm"),
        (("epaa", "--set", "interceptor.sm3-2a.burnout_sped=5km/s"), "did you mean burnout_speed"),
        (("epaa", "--set", "interceptor.sm3-2a.burnout_speed=5"), "has no unit"),
        (("epaa", "--set", "interceptor.sm3-2a.burnout_speed=5km"), "is a length"),
        (("epaa", "--set", "interceptor.sm3-2a.burnout_speed=nan km/s"), "not finite"),
        (("epaa", "--set", "interceptor.sm3-2a.burnout_speed"), "--set"),
        (("epaa", "--lang", "de"), "no language"),
        (("epaa", "--out", "/proc/out"), "cannot be written because"),
        (("epaa", "--out", "/dev/null"), "cannot be written because"),
        (("epaa", "--figure", "figure.png"), "give --out DIR"),
        (("epaa", "--out", "out", "--figure", "no-such.png"), "no-such.png: cannot be read"),
        (("epaa", "--out", "out", "--figure", __file__), "is no figure of the globe"),
    ],
)
def test_bad_input_is_refused_at_once(arguments: tuple[str, ...], said: str) -> None:
    assert said in refusal("assess", *arguments)


def test_a_figure_stands_in_the_report_in_both_forms(tmp_path: Path) -> None:
    figure = saved(tmp_path, png())
    found = tmp_path / "found"
    done = glasshield(
        "assess", "epaa", "--phase", "3", "--threat", "mrbm", "--out", str(found),
        "--figure", str(figure), "--figure", str(saved(tmp_path, svg(), "figure.svg")),
    )  # fmt: skip
    assert done.returncode == 0
    written = (found / "report.html").read_text(encoding="utf-8")
    section = written[written.index('<section id="figures"') :].partition("</section>")[0]
    assert section.count("<figure ") == 2
    assert section.count("ANALYSIS · SIMULATED.</strong>") == 2
    assert section.count("belongs to another document") == 2


def test_an_interrupt_leaves_no_half_written_file(tmp_path: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "glasshield", "demo", "--out", str(tmp_path / "out")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "GLASSHIELD_CACHE": str(tmp_path / "cache")},
        # A shell that runs the tests in the background has them ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    time.sleep(INTERRUPT_AFTER_S)
    run.send_signal(signal.SIGINT)
    stdout, stderr = run.communicate(timeout=60)
    assert run.returncode == 130, stderr
    assert stdout == ""
    assert stderr == "glasshield: interrupted; no half-written file is left.\n"
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in left if path.name.startswith(".")] == []
    assert [path for path in left if path.is_relative_to(tmp_path / "out")] == []


def test_own_population_figures_replace_the_packaged_ones(tmp_path: Path) -> None:
    figures = tmp_path / "people.csv"
    figures.write_text("lat,lon,people\n39.9,32.8,5000000\n41.0,29.0,15000000\n")
    threat = ("assess", "epaa", "--phase", "3", "--threat", "mrbm", "--json")
    own, packaged = (
        json.loads(glasshield(*threat, *more).stdout) for more in (("--people", str(figures)), ())
    )
    assert own["program"]["people"] == "people.csv"
    assert own["program"]["input_hash"] != packaged["program"]["input_hash"]
    most = max(row["threatened_population_millions"] for row in own["defends"])
    assert most == pytest.approx(20.0, abs=0.01)
    assert max(row["threatened_population_millions"] for row in packaged["defends"]) > 50.0
