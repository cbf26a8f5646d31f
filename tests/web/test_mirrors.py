"""What the browser's sources hold of the Python side is what the Python side has."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from tools import web_countries, web_golden, web_palette, web_words, wire_types

# Processors differ in the last bits of a sine.
RELATIVE_TOL = 1e-12
# What is zero but for rounding: a nanometre, a femtoradian.
ABSOLUTE_TOL = 1e-9


@pytest.mark.parametrize("name", web_golden.FILES)
def test_the_golden_numbers_are_those_of_the_core(name: str) -> None:
    held = json.loads((web_golden.FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    made = json.loads(json.dumps(web_golden.FILES[name]()))
    _same(held, made, name)


def test_there_are_no_golden_files_that_nothing_makes() -> None:
    assert {path.stem for path in web_golden.FOLDER.glob("*.json")} == set(web_golden.FILES)


@pytest.mark.parametrize("name", wire_types.FILES)
def test_the_types_are_those_of_the_schemas(name: str) -> None:
    held = (wire_types.FOLDER / name).read_text(encoding="utf-8")
    assert held == wire_types.FILES[name](), "run: python -m tools.wire_types"


def test_the_colours_are_those_of_the_report() -> None:
    held = web_palette.FILE.read_text(encoding="utf-8")
    assert held == web_palette.source(), "run: python -m tools.web_palette"


def test_the_countries_names_are_those_of_the_borders() -> None:
    held = web_countries.FILE.read_text(encoding="utf-8")
    assert held == web_countries.source(), "run: python -m tools.web_countries"


def test_the_texts_are_those_of_the_catalogue() -> None:
    held = web_words.FILE.read_text(encoding="utf-8")
    assert held == web_words.source(), "run: python -m tools.web_words"


def test_a_schema_that_says_more_than_the_tool_can_write_is_refused() -> None:
    with pytest.raises(ValueError, match="oneOf"):
        wire_types._typed({"type": "string", "oneOf": []})
    with pytest.raises(ValueError, match="allOf"):
        wire_types._typed({"allOf": [{"type": "string"}]})


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "array", "items": {"type": "integer"}}, "readonly number[]"),
        (
            {"type": "array", "items": {"anyOf": [{"type": "number"}, {"type": "null"}]}},
            "readonly (number | null)[]",
        ),
        (
            {"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}]},
            "readonly [number, string]",
        ),
        ({"enum": ['a"b', 3]}, '"a\\"b" | 3'),
        ({"$ref": "#/$defs/Track"}, "Track"),
        (
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/Text"}},
            "Readonly<Record<string, Text>>",
        ),
        ({}, "unknown"),
    ],
)
def test_a_schema_becomes_a_type(schema: dict[str, Any], expected: str) -> None:
    assert wire_types._typed(schema) == expected


def _same(held: Any, made: Any, where: str) -> None:
    """Equal in all but the last digits of numbers."""
    again = f"{where}: run python -m tools.web_golden"
    if isinstance(made, dict):
        assert held.keys() == made.keys(), again
        for key, value in made.items():
            _same(held[key], value, f"{where}.{key}")
    elif isinstance(made, list):
        assert len(held) == len(made), again
        for k, (left, right) in enumerate(zip(held, made, strict=True)):
            _same(left, right, f"{where}[{k}]")
    elif isinstance(made, float):
        assert math.isclose(held, made, rel_tol=RELATIVE_TOL, abs_tol=ABSOLUTE_TOL), again
    else:
        assert held == made, again
