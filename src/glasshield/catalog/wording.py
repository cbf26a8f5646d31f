"""What a decoder finds wrong in a record, in the words of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import msgspec

from glasshield.catalog import schema
from glasshield.errors import UnknownNameError

_TYPES: Final = {
    "object": "a table",
    "array": "a list",
    "str": "text",
    "float": "a number",
    "int": "a number",
    "bool": "true or false",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: what is wrong, at which path of the record, and what to do."""

    what: str
    path: tuple[str, ...]
    expected: str = ""
    do: str = ""


def fault(type_: type[msgspec.Struct], name: str, message: str) -> Fault:
    """The fault that a message of msgspec tells of.

    Args:
        type_: the type of the record.
        name: the record's kind and id.
        message: what `msgspec.ValidationError` says.
    """
    what, _, at = message.partition(" - at `$")
    path = tuple(re.findall(r"[A-Za-z_][\w\-]*|\d+", at))
    here = ".".join((name, *path))
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", what):
        near = UnknownNameError.among("key", found[1], _fields_at(type_, path)).do
        return Fault(f"unknown key {found[1]!r} in {here}", (*path, found[1]), do=near)
    if found := re.fullmatch(r"Object missing required field `(.+)`", what):
        return Fault(f"{here} has no {found[1]}", path)
    if found := re.fullmatch(r"Expected `(.+)`, got `(.+)`", what):
        return _wrong_type(type_, path, here, found[1], found[2])
    if found := re.fullmatch(r"Invalid enum value '?(.+?)'?", what):
        words = schema.choices(_field_at(type_, path))
        return Fault(f"{here} cannot be {found[1]!r}", path, expected=f"one of {', '.join(words)}")
    return Fault(f"{here}: {what[:1].lower()}{what[1:]}", path)


def _wrong_type(
    type_: type[msgspec.Struct], path: tuple[str, ...], here: str, expected: str, got: str
) -> Fault:
    """The fault of a number where a table should be, and the like."""
    wanted = [part for part in expected.split(" | ") if part != "null"]
    if "object" in wanted and got in ("int", "float", "str"):
        needed = ", ".join(
            key for key, field in _fields_at(type_, path).items() if field.is_required
        )
        return Fault(f"{here} stands bare", path, expected=f"{{ {needed} }}")
    return Fault(
        f"{here} is {_TYPES.get(got, f'a {got}')}",
        path,
        expected=" or ".join(dict.fromkeys(_TYPES.get(part, part) for part in wanted)),
    )


def _fields_at(type_: type[msgspec.Struct], path: Sequence[str]) -> dict[str, schema.Field]:
    """The fields of the table at this path."""
    here: type[msgspec.Struct] = type_
    for step in path:
        field = schema.fields(here).get(step)
        if field is not None and field.struct is not None:
            here = field.struct
    return dict(schema.fields(here))


def _field_at(type_: type[msgspec.Struct], path: Sequence[str]) -> schema.Field:
    """The field at this path, whose last step may be the index of an element."""
    keys = [step for step in path if not step.isdigit()]
    return _fields_at(type_, keys[:-1])[keys[-1]]
