"""What a judgement stands on: every record that a claim and the assumptions lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog, schema
from glasshield.catalog.claims import AssumptionSet, Claim, Within
from glasshield.catalog.model import Record


def stands_on(catalog: Catalog, claim: str, sets: Sequence[str]) -> dict[str, Record]:
    """The records that a claim and sets of assumptions lead to, by `kind.id`, sorted.

    A record leads to those whose ids stand in its fields, as the catalogue has it and as any of
    the sets has it. Sets that a claim names as its own count only when they are among `sets`;
    sources and parties are cited, not stood on.

    Args:
        catalog: the facts.
        claim: id.
        sets: ids of the sets of assumptions that the claim is judged with.

    Raises:
        UnknownNameError: an id that the catalogue does not hold.
    """
    first = [f"claim.{claim}", *(f"assumptions.{id}" for id in sets)]
    keys = _closure(catalog, first)
    base = World.of(catalog)
    for id in sets:
        world = base.with_settings(catalog.assumption_sets[id].values)
        keys |= _closure(world.catalog, first)
    return {key: _record(catalog, key) for key in sorted(keys)}


def led_to(catalog: Catalog, key: str) -> dict[str, Record]:
    """The records that a record leads to, itself among them, by `kind.id`, sorted.

    Args:
        catalog: the facts.
        key: of the record, such as `test.third-site-booster`.

    Raises:
        UnknownNameError: an id that the catalogue does not hold.
    """
    return {found: _record(catalog, found) for found in sorted(_closure(catalog, [key]))}


def _closure(catalog: Catalog, first: Iterable[str]) -> set[str]:
    """The keys of all records that some lead to, themselves among them."""
    found: set[str] = set()
    pending = list(first)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending += _leads_to(catalog, _record(catalog, key))
    return found


def _leads_to(catalog: Catalog, record: Record) -> Iterator[str]:
    """The keys of the records whose ids or keys stand in a record."""
    for node in schema.walk(record):
        if node.field.kind not in {"", "assumptions", "party", "source"}:
            yield f"{node.field.kind}.{node.value}"
    figures: Iterable[str] = ()
    if isinstance(record, AssumptionSet):
        figures = record.values
    elif isinstance(record, Claim) and isinstance(record.within, Within):
        figures = (record.within.measured, record.within.declared)
    for figure in figures:
        kind, id, _ = catalog.split(figure)
        yield f"{kind}.{id}"


def _record(catalog: Catalog, key: str) -> Record:
    kind, _, id = key.partition(".")
    record: Record = catalog.of_kind(kind)[id]
    return record
