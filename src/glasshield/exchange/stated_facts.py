"""The facts that an answer was computed from, as data: enough to compute it again elsewhere."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import msgspec

import glasshield
from glasshield import __version__, catalog, geodata
from glasshield.catalog import Catalog, Shelf, schema
from glasshield.catalog.kinds import TYPES
from glasshield.catalog.model import Record
from glasshield.catalog.quantity import Fact
from glasshield.errors import InputError
from glasshield.exchange.canonical import Difference, differences, sha256
from glasshield.exchange.declarations import bare, differing_records

# Whose versions may show in the last digit.
_LIBRARIES: Final = ("numpy", "scipy", "SALib", "geographiclib")


class Facts(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every kind of answer that is stated was computed from.

    `records` are all records that the question leads to, by `kind.id`, without what is empty, and
    the sources and parties that they cite; `own` are those that somebody brought or set, other
    than the packaged ones. `catalog` is the digest of each kind of record, packaged ones and these
    together, and `geodata` that of each packaged map.
    """

    records: dict[str, dict[str, Any]]
    own: tuple[str, ...]
    catalog: dict[str, str]
    geodata: dict[str, str]


def stated_facts(facts: Catalog, records: Mapping[str, Record]) -> dict[str, Any]:
    """The fields of `Facts` for an answer that stands on some records.

    Args:
        facts: the catalogue that holds them.
        records: by `kind.id`.
    """
    packaged = catalog.load()
    every = {**records, **_cited(facts, records)}
    replaced = packaged.replaced({_split(key): record for key, record in every.items()})
    return {
        "records": {key: bare(record) for key, record in every.items()},
        "own": tuple(key for key, record in every.items() if _packaged(packaged, key) != record),
        "catalog": _digests(replaced),
        "geodata": _maps(),
    }


def facts_of(stated: Facts) -> Catalog:
    """The packaged catalogue with the records of an answer in the place of its own.

    Raises:
        InputError: a record that this version of the program does not understand.
    """
    return catalog.load().replaced(records_of(stated.records))


def differing_facts(stated: Facts) -> list[Difference]:
    """Where the packaged facts here differ from those of an answer, by their keys.

    Records of somebody's own are no difference. Of kinds of record that the answer does not
    stand on the digests are given.

    Raises:
        InputError: a record that this version of the program does not understand.
    """
    packaged = catalog.load()
    found: list[Difference] = []
    for key, record in stated.records.items():
        here = _packaged(packaged, key)
        if key not in stated.own:
            found += differing_records(record, bare(here) if here else {}, key)
    found += differences(stated.catalog, _digests(facts_of(stated)), "catalog")
    found += differences(stated.geodata, _maps(), "geodata")
    return found


def versions() -> dict[str, str]:
    """The versions of what computes: the program with its source, Python, and the libraries."""
    found = {
        "glasshield": __version__,
        "source": _source_digest(),
        "python": platform.python_version(),
    }
    return found | {name.lower(): metadata.version(name) for name in _LIBRARIES}


@cache
def _source_digest() -> str:
    """The digest of every Python file of the program, which a version's name does not tell."""
    root = Path(glasshield.__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*.py"), key=lambda path: path.relative_to(root).as_posix()):
        # Git may write line ends as the machine has them.
        text = path.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{path.relative_to(root).as_posix()} {len(text)}\n".encode() + text)
    return total.hexdigest()


def records_of(tables: Mapping[str, dict[str, Any]]) -> dict[tuple[str, str], Record]:
    """The records in tables, by kind and id.

    Args:
        tables: each record as data, by `kind.id`.

    Raises:
        InputError: a record that this version of the program does not understand.
    """
    found: dict[tuple[str, str], Record] = {}
    for key, table in tables.items():
        kind, id = _split(key)
        try:
            record = msgspec.convert(table, TYPES[kind])
        except (KeyError, msgspec.ValidationError) as error:
            what = f"no kind is called {kind!r}" if isinstance(error, KeyError) else str(error)
            raise InputError(f"this record cannot be read here ({what})", where=key) from None
        if record.id != id:
            raise InputError("the record has another id", where=key, got=record.id)
        found[kind, id] = record
    return found


def _cited(facts: Catalog, records: Mapping[str, Record]) -> dict[str, Record]:
    """The sources and the parties that records name, by `kind.id`."""
    nodes = [node for record in records.values() for node in schema.walk(record)]
    stated = [node.value for node in nodes if isinstance(node.value, Fact)]
    keys = {f"source.{id}" for fact in stated for id in fact.sources}
    keys |= {f"party.{fact.by}" for fact in stated if fact.by}
    keys |= {f"party.{node.value}" for node in nodes if node.field.kind == "party"}
    found = {key: facts.of_kind(_split(key)[0]) for key in sorted(keys)}
    return {key: shelf[_split(key)[1]] for key, shelf in found.items() if _split(key)[1] in shelf}


def _digests(facts: Catalog) -> dict[str, str]:
    """The digest of each kind of record."""
    return {
        kind: sha256({id: bare(record) for id, record in facts.of_kind(kind).items()})
        for kind in sorted(TYPES)
    }


def _split(key: str) -> tuple[str, str]:
    kind, _, id = key.partition(".")
    return kind, id


def _packaged(packaged: Catalog, key: str) -> Record | None:
    """The packaged record of a key; None where there is none."""
    kind, id = _split(key)
    shelf: Shelf[Record] = packaged.of_kind(kind)
    # A shelf's `get` would raise: to it an unknown id is a mistake of somebody's.
    return shelf[id] if id in shelf else None  # noqa: SIM401


def _maps() -> dict[str, str]:
    """The digest of each file of the packaged maps."""
    folder = Path(geodata.__file__).parent / "data"
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }
