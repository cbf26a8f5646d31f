"""The catalogue as plain data: lists of records, and one record with its sources spelled out."""

from __future__ import annotations

from typing import Any

import msgspec

from glasshield.catalog import schema
from glasshield.catalog.kinds import KINDS
from glasshield.catalog.load import Catalog
from glasshield.catalog.quantity import Fact


def listing(catalog: Catalog, kind: str | None = None) -> list[dict[str, str]]:
    """The records of a kind, or of all kinds: kind, id and both names.

    Raises:
        UnknownNameError: no such kind.
    """
    return [
        {"kind": one, "id": id, "name": record.name, "name_ru": record.named("ru")}
        for one in ([kind] if kind else KINDS)
        for id, record in catalog.of_kind(one).items()
    ]


def show(catalog: Catalog, id: str) -> dict[str, Any]:
    """One record as it stands in the file, with the sources and the voices that it names.

    Args:
        catalog: where it stands.
        id: bare (`gbi2`) or with its kind (`interceptor.gbi2`).

    Raises:
        UnknownNameError: nothing is called so; offers the nearest.
    """
    kind, record = catalog.find(id)
    facts = [node.value for node in schema.walk(record) if isinstance(node.value, Fact)]
    sources = dict.fromkeys(source for fact in facts for source in fact.sources)
    voices = dict.fromkeys(fact.by for fact in facts if fact.by)
    return {
        "kind": kind,
        **_plain(record),
        "sources": {id: _plain(catalog.sources[id]) for id in sources},
        "stated_by": {id: _plain(catalog.parties[id]) for id in voices},
    }


def _plain(value: Any) -> Any:
    """A record as dictionaries and lists, without what is empty."""
    if isinstance(value, msgspec.Struct):
        return {
            key: _plain(item)
            for key, field in schema.fields(type(value)).items()
            if (item := getattr(value, field.name)) not in (None, "", (), {})
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return msgspec.to_builtins(value)
