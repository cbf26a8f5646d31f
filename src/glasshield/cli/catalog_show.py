"""`glasshield catalog show`: one record with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from glasshield.cli import options, output


def command(
    id: Annotated[str, typer.Argument(help="A record: gbi2, or interceptor.gbi2.")],
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Show one record: every number with its interval, source and standing.

    Example: glasshield catalog show gbi2
    """
    import msgspec

    kind, record = options.workspace(catalog).catalog.find(id)
    plain = msgspec.to_builtins(record)
    if json:
        output.print_json({"kind": kind, **plain})
        return
    output.print_table(
        f"{kind}.{record.id}: {record.name}",
        ("what", "value", "low to high", "status", "by", "source", "note"),
        [row for key, value in plain.items() for row in _rows(key, value)],
    )


def _rows(key: str, value: Any) -> Iterator[tuple[str, ...]]:
    """The lines of the table for a field: a fact takes one, and each of its rivals another."""
    if isinstance(value, dict) and "status" in value:
        yield _fact(key, value)
        for rival in value.get("rivals", ()):
            yield _fact(f"{key} (rival)", rival)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _rows(f"{key}.{name}", item)
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _rows(f"{key}[{index}]", item)
    elif value not in (None, ""):
        yield (key, str(value), "", "", "", "", "")


def _fact(key: str, fact: dict[str, Any]) -> tuple[str, ...]:
    about = {"source", "status", "confidence", "by", "note", "unit", "low", "high", "rivals"}
    said = [
        item if name in {"value", "text"} else f"{name} {item}"
        for name, item in fact.items()
        if name not in about and item is not None
    ]
    value = ", ".join(str(item) for item in said)
    low, high = fact.get("low"), fact.get("high")
    unit = fact.get("unit", "1")
    sources = fact["source"] if isinstance(fact["source"], str) else ", ".join(fact["source"])
    return (
        key,
        value if unit == "1" else f"{value} {unit}",
        "" if low is None and high is None else f"{low} to {high}",
        fact["status"],
        fact.get("by", ""),
        sources,
        fact.get("note", ""),
    )
