"""What two declarations of the same facts say otherwise, key by key with both values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from glasshield.catalog import KINDS, Catalog
from glasshield.catalog.model import Record
from glasshield.exchange.canonical import Difference, differences, plain


def bare(record: Record) -> dict[str, Any]:
    """A record as JSON without what is empty; reading that gives the same record."""
    stripped: dict[str, Any] = _without_empty(plain(record))
    return stripped


def differing_records(first: Any, second: Any, key: str) -> Iterator[Difference]:
    """Where two records, as `bare` gives them, differ, by the keys of the catalogue.

    Args:
        first: a record, or several by id.
        second: another of the same, or several.
        key: of the record, such as `interceptor.gbi2`, or their kind.
    """
    return differences(_by_id(first), _by_id(second), key)


def differing_catalogs(old: Catalog, new: Catalog) -> Iterator[Difference]:
    """Where two catalogues differ, by the keys of their facts."""
    for kind in KINDS:
        before, after = (_tables(facts.of_kind(kind)) for facts in (old, new))
        yield from differing_records(before, after, kind)


def _tables(shelf: Mapping[str, Record]) -> dict[str, dict[str, Any]]:
    return {id: bare(record) for id, record in shelf.items()}


def _by_id(value: Any) -> Any:
    """A value in which lists of tables with ids are tables by id, as keys name them."""
    if isinstance(value, dict):
        return {key: _by_id(item) for key, item in value.items()}
    if isinstance(value, list):
        items = [_by_id(item) for item in value]
        if items and all(isinstance(item, dict) and item.get("id") for item in items):
            return {item["id"]: item for item in items}
        return items
    return value


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without_empty(item)
            for key, item in value.items()
            if item is not None and item not in ("", [], {})
        }
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value
