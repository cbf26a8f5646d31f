"""What two declarations of the same facts say otherwise, key by key with both values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from glasshield.catalog import KINDS, Catalog
from glasshield.catalog.model import Record
from glasshield.exchange.canonical import Difference, canonical, plain


def bare(record: Record) -> dict[str, Any]:
    """A record as JSON without what is empty; reading that gives the same record."""
    stripped: dict[str, Any] = _without_empty(plain(record))
    return stripped


def differing_records(first: Any, second: Any, key: str) -> Iterator[Difference]:
    """Where two records, as `bare` gives them, differ, by the keys of the catalogue.

    Lists of words or numbers are compared as a whole, so that a name put in is one difference.

    Args:
        first: a record, a part of one, or several by id.
        second: another of the same.
        key: of both, such as `interceptor.gbi2`, or the kind of several.
    """
    one, other = _table(first), _table(second)
    if one is None or other is None:
        if canonical(first) != canonical(second):
            yield Difference(key, (first,), (second,))
        return
    for step in dict.fromkeys((*one, *other)):
        here = f"{key}.{step}"
        if step in one and step in other:
            yield from differing_records(one[step], other[step], here)
        elif step in one:
            yield Difference(here, (one[step],), ())
        else:
            yield Difference(here, (), (other[step],))


def differing_catalogs(old: Catalog, new: Catalog) -> Iterator[Difference]:
    """Where two catalogues differ, by the keys of their facts."""
    for kind in KINDS:
        before, after = (_tables(facts.of_kind(kind)) for facts in (old, new))
        yield from differing_records(before, after, kind)


def _tables(shelf: Mapping[str, Record]) -> dict[str, dict[str, Any]]:
    return {id: bare(record) for id, record in shelf.items()}


def _table(value: Any) -> dict[str, Any] | None:
    """A table by its keys, a list of tables by their ids or indices; None for anything else."""
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        return {str(item.get("id", index)): item for index, item in enumerate(value)}
    return None


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
