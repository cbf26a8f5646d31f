"""What a result stands on: every number of the records that it used, with standing and source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from glasshield.catalog import model, schema
from glasshield.catalog.load import Catalog
from glasshield.catalog.quantity import Confidence, Fact, Quantity, Status

# Bare numbers inside a fact end in one of these.
_SUFFIX_UNITS = (("_deg", "deg"), ("_km", "km"), ("_m", "m"))


class Assumption(msgspec.Struct, frozen=True, kw_only=True):
    """One number as a report lists it; `disputed` when somebody else states another."""

    key: str
    value: float
    unit: str
    low: float | None
    high: float | None
    status: Status
    source: str
    confidence: Confidence | None
    by: str
    disputed: bool
    note: str


def assumptions(catalog: Catalog, keys: Iterable[str]) -> list[Assumption]:
    """Every number below the keys, in their order, each once, rivals after the value they dispute.

    Args:
        catalog: where they stand.
        keys: records such as `interceptor.gbi2`, or parts of them such as
            `architecture.epaa.phases.3`.

    Raises:
        UnknownNameError: a key that leads to no record.
    """
    rows: dict[str, Assumption] = {}
    for key in keys:
        kind, id, *rest = key.split(".")
        record = catalog.of_kind(kind)[id]
        for path, fact in _facts(record):
            if list(path[: len(rest)]) == rest:
                rows |= {row.key: row for row in _rows(f"{kind}.{id}.{'.'.join(path)}", fact)}
    return list(rows.values())


def cited(catalog: Catalog, rows: Iterable[Assumption]) -> list[model.Source]:
    """The sources that the rows name, in the order in which they first occur."""
    ids = dict.fromkeys(id for row in rows for id in row.source.split(", "))
    return [catalog.sources[id] for id in ids]


def _facts(record: msgspec.Struct) -> Iterator[tuple[tuple[str, ...], Fact]]:
    """The facts of a record with their paths."""
    return ((node.path, node.value) for node in schema.walk(record) if isinstance(node.value, Fact))


def _rows(key: str, fact: Fact) -> Iterator[Assumption]:
    """The rows of a fact: one for a quantity, one for each bare number of a place or a sector."""
    disputed = bool(getattr(fact, "rivals", ())) or ".rivals." in key
    common: dict[str, Any] = {
        "status": fact.status,
        "source": ", ".join(fact.sources),
        "confidence": fact.confidence,
        "by": fact.by,
        "disputed": disputed,
        "note": fact.note,
    }
    if isinstance(fact, Quantity):
        yield Assumption(
            key=key, value=fact.value, unit=fact.unit, low=fact.low, high=fact.high, **common
        )
        return
    for name in fact.__struct_fields__:
        value = getattr(fact, name)
        unit = next((unit for suffix, unit in _SUFFIX_UNITS if name.endswith(suffix)), "")
        if unit and isinstance(value, float):
            yield Assumption(
                key=f"{key}.{name}", value=value, unit=unit, low=None, high=None, **common
            )
