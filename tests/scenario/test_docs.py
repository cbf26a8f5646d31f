"""The examples of the page on simulating run."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import numpy as np

from glasshield import catalog
from glasshield.catalog import schema
from glasshield.catalog.scenarios import Observer
from glasshield.scenario.simulate import simulate

PAGE = (Path(__file__).parents[2] / "docs" / "simulate.md").read_text(encoding="utf-8")


def test_the_scenario_on_the_page_flies(tmp_path: Path) -> None:
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    facts = catalog.load(tmp_path)
    assert [str(problem) for problem in catalog.check_folders([tmp_path])] == []
    made = simulate(facts.scenarios["mine"], facts)
    assert len(made.truth) == len(made.launches) == 2
    seen = made.detections.take(made.detections.truth >= 0)
    assert set(np.unique(seen.station_index)) == {0, 1}


def test_the_python_on_the_page_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    names: dict[str, object] = {}
    exec(code, names)
    assert names["made"]


def test_every_key_of_an_observer_stands_on_the_page() -> None:
    keys = set(schema.fields(Observer))
    assert {key for key in keys if f"`{key}`" not in PAGE and key != "id"} == set()
    assert msgspec.structs.fields(Observer)


def test_every_scenario_that_ships_stands_on_the_page() -> None:
    assert [id for id in catalog.load().scenarios if f"`{id}`" not in PAGE] == []
