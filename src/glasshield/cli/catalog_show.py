"""`glasshield catalog show`: one record with all that is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

import typer

from glasshield.cli import options, output

# Shown in columns of their own, or in the title.
_ABOUT: Final = frozenset({"source", "status", "by", "note", "unit", "low", "high", "rivals"})
_ELSEWHERE: Final = frozenset({"kind", "id", "name", "sources", "stated_by"})


def command(
    id: Annotated[str, typer.Argument(help="A record: gbi2, or interceptor.gbi2.")],
    catalog: options.CatalogFolder = None,
    json: options.Json = False,
) -> None:
    """Show one record: every number with its interval, source and standing.

    Example: glasshield catalog show gbi2
    """
    from glasshield.catalog import show

    record = show(options.workspace(catalog).catalog, id)
    if json:
        output.print_json(record)
        return
    shown = {key: value for key, value in record.items() if key not in _ELSEWHERE}
    output.print_table(
        f"{record['kind']}.{record['id']}: {record['name']}",
        ("what", "value", "low to high", "status", "by", "source", "note"),
        [row for key, value in shown.items() for row in _rows(key, value)],
    )
    for source, about in record["sources"].items():
        output.print_lines(f"  {source}: {', '.join(_texts(about))}")


def _rows(key: str, value: Any) -> Iterator[tuple[str, ...]]:
    """The lines of the table for a field: a fact takes one, and each of its rivals another."""
    if isinstance(value, dict) and "status" in value:
        yield _fact(key, value)
        for rival in value.get("rivals", ()):
            yield _fact(f"{key}, rival", rival)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _rows(f"{key}.{name}", item)
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield (key, ", ".join(value), "", "", "", "", "")
    elif isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _rows(f"{key} {number}", item)
    elif not key.endswith("_ru"):
        yield (key, str(value), "", "", "", "", "")


def _fact(key: str, fact: dict[str, Any]) -> tuple[str, ...]:
    said = {name: item for name, item in fact.items() if name not in _ABOUT}
    unit = fact.get("unit", "1")
    number = "" if "value" not in fact else f"{said.pop('value'):.10g}"
    low, high = fact.get("low"), fact.get("high")
    sources = fact["source"]
    return (
        key,
        ", ".join(filter(None, [f"{number} {unit}".removesuffix(" 1").strip(), *_texts(said)])),
        "" if low is None and high is None else f"{low:.10g} to {high:.10g}",
        f"{fact['status']} ({fact['confidence']})" if "confidence" in fact else fact["status"],
        fact.get("by", ""),
        sources if isinstance(sources, str) else ", ".join(sources),
        fact.get("note", ""),
    )


def _texts(table: dict[str, Any]) -> Iterator[str]:
    """What a fact says besides its number: sentences as they are, the rest under its name."""
    for name, item in table.items():
        if name in {"text", "name", "where"}:
            yield str(item)
        elif name not in {"confidence", "id", "kind"} and not name.endswith("_ru"):
            yield f"{name} {item:.10g}" if isinstance(item, float) else f"{name} {item}"
