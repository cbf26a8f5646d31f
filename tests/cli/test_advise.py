"""`glasshield advise`: what it asks a centre for, and how it says the answer."""

from __future__ import annotations

from typing import Any

import pytest
from typer.testing import CliRunner

from glasshield.cli import at_centre
from glasshield.cli.app import app

ADVICE = {
    "schema": "glasshield-advice/1",
    "mode": "exercise",
    "simulated": True,
    "notice": "advice",
    "picture": 2,
    "at": "2030-01-01T00:00:10Z",
    "step_s": 10.0,
    "objects_each": 1,
    "sensors": [
        {"sensor": "aspen/west", "is_own": True, "adds_km2": 117.0},
        {"sensor": "cedar/\x1b[31meast", "is_own": False, "adds_km2": None},
    ],
    "looks": [
        {"step": 0, "sensor": 0, "objects": [1]},
        {"step": 1, "sensor": 0, "objects": [1, 4]},
    ],
    "objects": [{"number": 1, "before_km2": 12633.0, "after_km2": 29.0}],
    "before_km2": 12633.0,
    "after_km2": 29.0,
    "in_turn_km2": 55.0,
    "left_out": [{"number": 3, "reason": "under-power"}, {"number": 5, "reason": "under-power"}],
}


class Reading:
    """A centre that gives the same advice to whoever asks."""

    mode = "exercise"

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, str | int]]] = []

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def json(self, path: str, **asked: str | int) -> Any:
        self.asked.append((path, asked))
        return ADVICE


def said_by(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["advise", "http://127.0.0.1:1", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    made = Reading()
    monkeypatch.setattr(at_centre, "reader", lambda *_, **__: made)
    return made


def test_advice_is_said_with_its_mark_and_that_it_commands_nothing(reading: Reading) -> None:
    said = said_by("--objects", "1", "--for", "2min")
    assert reading.asked == [("/v1/advice", {"objects": 1, "horizon_s": "120"})]
    for words in ("EXERCISE", "00:00:10", "It commands nothing", "3, 5: still under power"):
        assert words in said, words
    assert "1, 4" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("numbers", "lang", "sentence"),
    [
        ((1,), "en", "Nothing to plan yet: object 1 is still under power."),
        ((1, 4), "en", "Nothing to plan yet: objects 1, 4 are still under power."),
        ((1,), "ru", "Планировать пока нечего: у объекта 1 ещё работает двигатель."),
        ((), "en", "You know of no sensor that has anything in view."),
    ],
)
def test_regress_an_object_under_power_is_why_nothing_is_planned(
    reading: Reading,
    monkeypatch: pytest.MonkeyPatch,
    numbers: tuple[int, ...],
    lang: str,
    sentence: str,
) -> None:
    left = [{"number": number, "reason": "under-power"} for number in numbers]
    none = ADVICE | {"looks": [], "objects": [], "left_out": left}
    monkeypatch.setattr(reading, "json", lambda *_, **__: none)
    said = said_by("--lang", lang)
    assert sentence in said
    assert said.count("no sensor") == (not numbers)


def test_advice_is_said_in_russian_too(reading: Reading) -> None:
    said = said_by("--lang", "ru")
    assert reading.asked == [("/v1/advice", {"objects": 3, "horizon_s": "60"})]
    for words in ("УЧЕНИЕ", "Он ничем не командует", "двигатель ещё работает"):
        assert words in said, words
