"""A record as text again: what was asked of a calculation, kept beside its result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from glasshield.catalog import schema
from glasshield.catalog.model import Record

_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_\-]+")


def toml(kind: str, record: Record) -> str:
    """The record as a catalogue file holds it; reading that gives the same record.

    Args:
        kind: of record, such as `scenario`.
        record: of that kind.
    """
    return "\n".join(_lines(f"{kind}.{_key(record.id)}", record)) + "\n"


def _lines(header: str, record: msgspec.Struct) -> Iterator[str]:
    """A table with its own values first, then each of its tables of tables."""
    yield f"[{header}]"
    fields = {
        key: value
        for key, field in schema.fields(type(record)).items()
        if (value := getattr(record, field.name)) not in (None, "", (), {}) and key != "id"
    }
    tables = {key: value for key, value in fields.items() if _is_of_parts(value)}
    for key, value in fields.items():
        if key not in tables:
            yield f"{_key(key)} = {_value(value)}"
    for key, parts in tables.items():
        for part in parts:
            yield ""
            yield f"[[{header}.{_key(key)}]]"
            yield from (f"{_key(k)} = {_value(v)}" for k, v in _items(part))


def _is_of_parts(value: Any) -> bool:
    """Whether a value is a list of tables with names: they stand under their own headers."""
    return isinstance(value, tuple) and all(getattr(part, "id", "") for part in value)


def _items(struct: msgspec.Struct) -> Iterator[tuple[str, Any]]:
    """The values of a table that are not empty, under their keys in a file."""
    for key, field in schema.fields(type(struct)).items():
        value = getattr(struct, field.name)
        if value not in (None, "", (), {}):
            yield key, value


def _value(value: Any) -> str:
    """A value in one line."""
    if isinstance(value, msgspec.Struct):
        return _inline(dict(_items(value)))
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    # JSON writes texts, truth and finite numbers as TOML does.
    return msgspec.json.encode(value).decode()


def _inline(table: dict[str, Any]) -> str:
    return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in table.items()) + " }"


def _key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else msgspec.json.encode(key).decode()
