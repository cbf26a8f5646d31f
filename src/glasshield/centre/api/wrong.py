"""What a decoder finds wrong with a request, in words that repeat nothing of what came."""

from __future__ import annotations

import re
from typing import Final

FORM: Final = "see its form at /schema.json"

_KINDS: Final = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
}
_UNITS: Final = {"str": "characters", "array": "values"}
_BOUNDS: Final = {">=": "{} or more", ">": "above {}", "<=": "at most {}", "<": "below {}"}
_BOUND: Final = re.compile(r"Expected `(\w+)`(?: of length)? ([<>]=?) (-?[\d.]+)")
_KIND: Final = re.compile(r"Expected `([\w |]+)`")
_MISSING: Final = re.compile(r"Object missing required field `(\w+)`")
_PLACE: Final = re.compile(r" - at `\$((?:\.\w+|\[\d+\]|\[\.\.\.\])+)`")


def place(said: str, whole: str) -> str:
    """Where a fault is.

    Args:
        said: what `msgspec.ValidationError` says.
        whole: what was decoded, such as `body`.
    """
    found = _PLACE.search(said)
    return whole + (found[1] if found else "")


def expected(said: str) -> str:
    """What should stand in the place of a fault; empty where nothing can be said.

    Args:
        said: what `msgspec.ValidationError` says.
    """
    if found := _BOUND.match(said):
        kind, bound = found[1], _BOUNDS[found[2]].format(found[3])
        unit = _UNITS.get(kind)
        return f"{_KINDS[kind]} of {bound} {unit}" if unit else f"{_KINDS[kind]}, {bound}"
    if found := _KIND.match(said):
        kinds = [_KINDS[each] for each in found[1].split(" | ") if each in _KINDS]
        return " or ".join(kinds)
    if found := _MISSING.match(said):
        return f"a key {found[1]}"
    return ""
