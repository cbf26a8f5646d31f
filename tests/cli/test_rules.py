"""The commands about rules of release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from glasshield.cli import rules_check, rules_explain
from glasshield.errors import InputError

RULES = """\
schema = "glasshield-rules/1"

[rule.tracks]
from = "united-states"
to = ["russia"]
kinds = ["tracks"]
sensors = ["fylingdales"]
mode = "exercise"
delay = "60 s"
round = { position = "1 km", velocity = "10 m/s" }
"""

app = typer.Typer()
app.command("check")(rules_check.command)
app.command("explain")(rules_explain.command)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "united-states.toml"
    path.write_text(RULES, encoding="utf-8")
    return path


def run(*arguments: str, code: int = 0) -> str:
    done = CliRunner().invoke(app, arguments)
    if isinstance(done.exception, InputError):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout


def explain(file: Path, *more: str) -> str:
    seen = ("--seen", "united-states/fylingdales", "--mode", "exercise")
    return run("explain", str(file), "--to", "russia", *seen, *more)


def test_good_rules_have_no_findings(file: Path) -> None:
    sensor = ("--sensor", "united-states/fylingdales")
    said = json.loads(run("check", str(file), "--as", "united-states", *sensor, "--json"))
    assert said == {"rules": 1, "pictures": {"russia": 3}, "findings": []}


def test_odd_rules_are_named_with_their_line(file: Path) -> None:
    file.write_text(RULES.replace('"russia"', '"ruritania"').replace("fyl", "x"), encoding="utf-8")
    said = run("check", str(file), code=2)
    assert said == (
        f"{file}:3: rule tracks names ruritania, which is no party here\n"
        f"{file}:3: rule tracks names the sensor xingdales, which nobody knows\n"
    )
    known = run("check", str(file), "--party", "ruritania", "--json", code=2)
    assert [each["code"] for each in json.loads(known)["findings"]] == ["unknown-sensor"]
    assert "неизвестное средство" in run("check", str(file), "--lang", "ru", code=2)


def test_nobody_checks_in_what_another_owns(file: Path) -> None:
    with pytest.raises(InputError, match="russia cannot grant data of united-states"):
        run("check", str(file), "--as", "russia")


def test_an_explanation_in_words_and_as_data(file: Path) -> None:
    words = explain(file, "--at", "54,0", "--class", "ICBM", "--time", "2030-06-01T00:00:00Z")
    assert "Tracks: from fylingdales (united-states), 60\u00a0s after arrival" in words
    assert "Detections: nothing." in words
    assert "Трассы: по данным fylingdales" in explain(file, "--lang", "ru")
    events, tracks, _ = json.loads(explain(file, "--json"))["answers"]
    assert events["shown"] == []
    assert events["withheld"][0]["reason"] == "other-kind"
    (shown,) = tracks["shown"]
    assert shown["rules"] == ["united-states/tracks"]
    assert shown["terms"]["delay_s"] == 60.0
    assert shown["terms"]["classes"] is None


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--mode", "war"), "--mode"),
        (("--class", "icbm"), "no class of objects is called 'icbm'"),
        (("--seen", "fylingdales"), "PARTY/SENSOR"),
        (("--at", "north"), "--at"),
        (("--time", "noon"), "--time"),
    ],
)
def test_what_cannot_be_asked_is_refused(file: Path, more: tuple[str, ...], said: str) -> None:
    with pytest.raises(InputError, match=said):
        explain(file, *more)
