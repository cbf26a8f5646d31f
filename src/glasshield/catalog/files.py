"""Catalogue files: TOML tables become records, and every fault is named with its file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield.catalog import model, schema
from glasshield.catalog.kinds import KINDS, STEMS, TYPES
from glasshield.catalog.lines import line_of
from glasshield.catalog.quantity import Quantity
from glasshield.catalog.wording import fault
from glasshield.errors import CatalogError, InputError

PACKAGED: Final = Path(__file__).parent / "facts"
_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_\-]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file, before it becomes a record; a layer is the folder it came with."""

    layer: Path
    kind: str
    id: str
    table: dict[str, Any]
    file: Path

    def error(self, what: str, path: Sequence[str] = (), **details: Any) -> CatalogError:
        """The error of this entry at a path below it, with file and line."""
        line = line_of(self.file.read_text(encoding="utf-8"), (self.kind, self.id, *path))
        return CatalogError(what, where=f"{self.file}:{line}", **details)


def read_file(file: Path, layer: Path) -> Iterator[Entry]:
    """The tables `[kind.id]` of a file.

    Raises:
        CatalogError: not TOML, an unknown kind, or something else than records in it.
    """
    for kind, records in _toml(file).items():
        if kind not in TYPES:
            where = f"{file}:{line_of(file.read_text(encoding='utf-8'), (kind,))}"
            raise CatalogError(
                f"no kind of record is called {kind!r}",
                where=where,
                expected=f"[kind.id] with one of {', '.join(KINDS)}",
            )
        for id, table in (records if isinstance(records, dict) else {"": records}).items():
            entry = Entry(layer, kind, id, table, file)
            if not isinstance(table, dict):
                raise entry.error(
                    f"{kind} {id!r} is no table".replace(" ''", ""), expected=f"[{kind}.ID]"
                )
            yield entry


def _toml(file: Path) -> dict[str, Any]:
    """The contents of a TOML file.

    Raises:
        CatalogError: when it cannot be read or is not TOML, with the line.
    """
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogError(f"cannot be read ({error})", where=str(file)) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = found[1] if found else len(file.read_text(encoding="utf-8").splitlines())
        what = re.sub(r"\s*\(at .*\)$", "", str(error))
        raise CatalogError(f"not TOML: {what}", where=f"{file}:{line}") from None


def decode(entry: Entry) -> model.Record:
    """The record of an entry.

    Raises:
        CatalogError: a key that is unknown or missing, a number without source or status, a
            unit of another dimension, a value that cannot be; with file and line.
    """
    if not _ID.fullmatch(entry.id):
        raise entry.error(
            f"{entry.id!r} is no id", expected="letters, digits and hyphens, such as sm3-2a"
        )
    if "id" in entry.table:
        raise entry.error("the id of a record stands in its table's header alone", ("id",))
    type_ = TYPES[entry.kind]
    try:
        record = msgspec.convert(entry.table | {"id": entry.id}, type_)
    except msgspec.ValidationError as error:
        found = fault(type_, f"{entry.kind}.{entry.id}", str(error))
        raise entry.error(found.what, found.path, expected=found.expected, do=found.do) from None
    for node in schema.walk(record):
        _check_dimension(entry, node)
    return record


def _check_dimension(entry: Entry, node: schema.Node) -> None:
    """Refuse a quantity whose unit measures something else than its field."""
    quantity, wanted = node.value, node.field.dimension
    if not isinstance(quantity, Quantity) or not wanted:
        return
    for index, one in enumerate((quantity, *quantity.rivals)):
        if one.dimension != wanted:
            below = ("rivals", str(index - 1)) if index else ()
            raise entry.error(
                f"{one.text} of {entry.kind}.{entry.id}.{node.key} is a {one.dimension}",
                (*node.path, *below),
                expected=f"a unit of {wanted}",
            )


def merged(base: Entry | None, over: Entry) -> Entry:
    """An entry laid over another: its fields win, and a fact is replaced as a whole.

    A value never keeps the source of the value that it replaces.
    """
    if base is None:
        return over
    return replace(over, table=_merged_tables(base.table, over.table))


def _merged_tables(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """The tables merged key by key, but a fact of either takes the place of the other's."""
    result = dict(base)
    for key, value in over.items():
        below = base.get(key)
        if isinstance(value, dict) and isinstance(below, dict) and "source" not in value | below:
            result[key] = _merged_tables(below, value)
        else:
            result[key] = value
    return result


def packaged_entries(kind: str) -> Iterator[Entry]:
    """The packaged tables of one kind, read from the files that begin with its stem."""
    for file in sorted(PACKAGED.glob(f"{STEMS[kind]}*.toml")):
        yield from read_file(file, PACKAGED)


def toml_files(folder: Path) -> list[Path]:
    """The TOML files of a folder, in order of their names; a file stands for itself.

    Raises:
        InputError: when there is no such folder, or nothing in it.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise InputError("there is no such folder", where=str(folder))
    files = sorted(folder.rglob("*.toml"))
    if not files:
        raise InputError("the folder holds no TOML file", where=str(folder))
    return files


def combined(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Entries by id, each laid over that of an earlier layer.

    Raises:
        CatalogError: two files of one layer hold the same id.
    """
    result: dict[str, Entry] = {}
    for entry in entries:
        before = result.get(entry.id)
        if before is not None and before.layer == entry.layer:
            raise entry.error(f"the id {entry.id!r} is taken", do=f"it stands in {before.file} too")
        result[entry.id] = merged(before, entry)
    return result
