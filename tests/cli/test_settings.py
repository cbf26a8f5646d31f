"""Settings of the tracker on the command line: every one can be changed, and stands in the docs."""

from __future__ import annotations

import re
from enum import IntEnum
from pathlib import Path

import pytest

from glasshield.cli import settings
from glasshield.errors import RangeError, UnknownNameError
from glasshield.fusion.options import Initiation, Options
from tests.cli.run import refusal

PAGE = (Path(__file__).parents[2] / "docs" / "track.md").read_text(encoding="utf-8")


def written(value: object) -> str:
    """A default as the docs write it."""
    if isinstance(value, IntEnum):
        return value.name.lower()
    parts = value if isinstance(value, tuple) else (value,)
    return ",".join(f"{part:g}" if part < 1e5 else f"{part:.0f}" for part in parts)


def default(name: str) -> object:
    options = Options()
    place = options.motion if name.startswith("motion.") else options
    return getattr(place, name.removeprefix("motion."))


@pytest.mark.parametrize("name", settings.names(Options()))
def test_every_setting_stands_in_the_docs_with_its_default(name: str) -> None:
    rows = [row for row in PAGE.splitlines() if row.startswith("|") and f"`{name}`" in row]
    assert len(rows) == 1
    names, values = (re.split(r", (?=`|\d)", cell.strip()) for cell in rows[0].split("|")[1:3])
    assert dict(zip(names, values, strict=True))[f"`{name}`"] == written(default(name))


@pytest.mark.parametrize("name", settings.names(Options()))
def test_every_setting_can_be_given_its_own_default(name: str) -> None:
    value = default(name)
    plain = ",".join(repr(part) for part in value) if isinstance(value, tuple) else repr(value)
    text = written(value) if isinstance(value, IntEnum) else plain
    assert settings.overridden(Options(), [(name, text)]) == Options()


def test_values_take_their_places() -> None:
    changed = settings.overridden(
        Options(),
        [
            ("gate", "16"),
            ("within", "7"),
            ("initiation", "one_point"),
            ("motion.thrust_m_s2", "30,5"),
        ],
    )
    assert changed.gate == 16.0
    assert changed.within == 7
    assert changed.initiation is Initiation.ONE_POINT
    assert changed.motion.thrust_m_s2 == (30.0, 5.0)


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("gates", "16"), "gate"),
        (("motion.boost_noise", "1"), "boost_noise_m2_s3"),
        (("initiation", "three_point"), "two_point"),
    ],
)
def test_an_unknown_setting_offers_the_nearest(pair: tuple[str, str], said: str) -> None:
    with pytest.raises(UnknownNameError, match=said):
        settings.overridden(Options(), [pair])


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("gate", "wide"), "number"),
        (("gate", "nan"), "finite"),
        (("gate", "-1"), "not below zero"),
        (("gate", "0"), "above zero"),
        (("within", "5.5"), "whole number"),
        (("confirm", "9"), "M of N"),
        (("motion.thrust_m_s2", "30"), "2 values"),
    ],
)
def test_a_value_that_cannot_be_is_refused(pair: tuple[str, str], said: str) -> None:
    with pytest.raises(RangeError, match=said):
        settings.overridden(Options(), [pair])


def test_the_command_says_it_in_a_sentence() -> None:
    assert "did you mean gate" in refusal("track", "a.tdm", "--set", "gat=3")
