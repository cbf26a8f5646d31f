"""An assessment in a notebook: a picture by itself, and a globe that is asked for."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest

import glasshield
from glasshield.errors import InputError
from glasshield.messages import Language
from glasshield.report import notebook

MOST_BYTES = 1_000_000  # of a picture: a notebook keeps it in its file
SHORT = 200  # characters of what stands beside it as plain text


@dataclass(frozen=True)
class Assessed:
    """What an assessment is to a notebook."""

    json: dict[str, Any]

    def to_json(self) -> dict[str, Any]:
        return self.json


def test_a_picture_says_the_answers_and_shows_three_maps(
    assessment: dict[str, Any], lang: Language
) -> None:
    source = glasshield.picture(Assessed(assessment), lang)._repr_html_()
    assert source.count("<li>") == 3
    assert source.count("data:image/svg+xml;base64,") == 3
    assert not re.search(r"<script|https?:|<style", source)
    assert len(source) < MOST_BYTES
    marks = {"en": "nothing was measured", "ru": "ничто не измерено"}
    assert marks[lang] in source


def test_hostile_names_are_text_in_a_picture(assessment: dict[str, Any]) -> None:
    evil = '"><script>alert("x")</script>'
    names = {**assessment["names"], "epaa": {"en": evil, "ru": evil}}
    source = notebook.picture({**assessment, "names": names}).source
    assert "<script" not in source


def test_an_assessment_shows_itself_where_there_is_a_notebook(assessment: dict[str, Any]) -> None:
    from IPython.core.formatters import HTMLFormatter

    formatter = HTMLFormatter()
    notebook.register(formatter)
    shown = type("Assessment", (Assessed,), {"__module__": "glasshield.shield.assessment"})
    assert "<figure>" in formatter(shown(assessment))


def test_the_globe_has_all_that_it_shows(assessment: dict[str, Any]) -> None:
    widget = glasshield.show(assessment, "ru")
    assert json.loads(widget.view)["form"] == "glasshield-view/1"
    assert json.loads(widget.world)["type"] == "Topology"
    assert widget.language == "ru"


def test_a_saved_globe_is_a_picture_where_there_are_no_widgets(assessment: dict[str, Any]) -> None:
    data, _ = glasshield.show(assessment)._repr_mimebundle_()
    assert data["text/html"] == glasshield.picture(assessment).source
    assert len(data["text/plain"]) < SHORT


def test_beside_a_picture_a_notebook_keeps_a_few_words(assessment: dict[str, Any]) -> None:
    assert len(repr(glasshield.picture(assessment))) < SHORT


def test_without_the_package_the_globe_says_what_to_do(
    assessment: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "glasshield.report.notebook_widget", raising=False)
    with pytest.raises(InputError, match=r"glasshield\[notebook\]"):
        notebook.show(assessment)


def test_nothing_is_imported_for_those_who_have_no_notebook() -> None:
    code = (
        "import sys, glasshield; "
        "heavy = {'anywidget', 'IPython', 'numpy', 'glasshield.report'} & set(sys.modules); "
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_there_is_no_other_door() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shows'"):
        glasshield.shows  # noqa: B018
