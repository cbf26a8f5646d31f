"""Every path, act and reason of the rooms stands in their page of the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from glasshield.exercise.api import application, wire
from glasshield.exercise.api.refusing import Why
from glasshield.exercise.errors import Code

PAGE = (Path(__file__).parents[3] / "docs" / "exercise-rooms.md").read_text(encoding="utf-8")
_PATHS = [
    line.split()[1]
    for line in (application.__doc__ or "").splitlines()
    if line.strip().startswith(("GET", "POST", "WS"))
]


def test_the_paths_are_found() -> None:
    assert len(_PATHS) == 11


@pytest.mark.parametrize("path", _PATHS)
def test_every_path_stands_there(path: str) -> None:
    assert path.replace("{file}", "...") in PAGE


@pytest.mark.parametrize("act", get_args(wire.Act), ids=lambda each: each.__name__)
def test_every_act_stands_there(act: type[wire.Say]) -> None:
    assert f'"do": "{act.__struct_config__.tag}"' in PAGE


@pytest.mark.parametrize("message", get_args(wire.RoomMessage), ids=lambda each: each.__name__)
def test_every_message_stands_there(message: type[wire.Room]) -> None:
    assert f"`{message.__struct_config__.tag}`" in PAGE


@pytest.mark.parametrize("why", [*get_args(Code), "controller"])
def test_every_reason_stands_there(why: str) -> None:
    assert f"`{why}`" in PAGE


def test_there_is_no_other_reason() -> None:
    codes, literals = get_args(Why)
    assert {*get_args(codes), *get_args(literals)} == {*get_args(Code), "", "controller"}
