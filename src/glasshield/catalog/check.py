"""`catalog check`: whether every record keeps the rules, and which line breaks them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from glasshield.catalog import files, model, recorded, schema
from glasshield.catalog.claims import AssumptionSet
from glasshield.catalog.files import Entry
from glasshield.catalog.kinds import KINDS, TYPES
from glasshield.catalog.load import Catalog
from glasshield.catalog.override import overridden
from glasshield.catalog.plans import Architecture, Threat
from glasshield.catalog.quantity import Fact
from glasshield.errors import CatalogError, InputError, UnknownNameError

Records = dict[str, dict[str, model.Record | None]]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One breach of the rules, as a sentence that names file and line."""

    where: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


def check(catalog: Catalog) -> list[Problem]:
    """What is wrong in a catalogue's packaged files and in the folders laid over them."""
    return check_folders(catalog.folders)


def check_folders(folders: Sequence[Path] = ()) -> list[Problem]:
    """What is wrong in the packaged files and in folders laid over them; empty when all is well.

    Unlike loading, this does not stop at the first fault.

    Raises:
        InputError: a folder that is none, or holds no catalogue file.
    """
    problems: list[Problem] = []
    entries = _entries(folders, problems)
    # A record that cannot be read still has its id, so that nothing that refers to it is blamed.
    records: Records = {kind: {} for kind in TYPES}
    for entry in entries:
        records[entry.kind][entry.id] = None
        try:
            records[entry.kind][entry.id] = files.decode(entry)
        except CatalogError as error:
            problems.append(_problem(error))
    layers = (files.PACKAGED, *folders)
    problems += [_problem(error) for error in _ids_taken_twice(entries, layers)]
    for entry in entries:
        record = records[entry.kind][entry.id]
        if record is not None:
            problems += [_problem(error) for error in _faults(entry, record, records)]
    return problems + _faults_of_tables()


def _faults_of_tables() -> list[Problem]:
    """What is wrong in the packaged tables of recorded launches."""
    try:
        places = recorded.north_korean_facilities()
        for launch in recorded.north_korean_launches():
            if launch.facility and launch.facility not in places:
                where = str(recorded.LAUNCHES)
                error = UnknownNameError.among("facility", launch.facility, places)
                return [_problem(CatalogError(error.what, where=where, do=error.do))]
    except CatalogError as error:
        return [_problem(error)]
    return []


def _entries(folders: Sequence[Path], problems: list[Problem]) -> list[Entry]:
    """All entries, later folders laid over earlier ones; faults of files go to `problems`."""
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    for layer in (files.PACKAGED, *folders):
        for file in files.toml_files(layer):
            try:
                for entry in files.read_file(file, layer):
                    by_kind[entry.kind].append(entry)
            except CatalogError as error:
                problems.append(_problem(error))
    result: list[Entry] = []
    for found in by_kind.values():
        try:
            result += files.combined(found).values()
        except CatalogError as error:
            problems.append(_problem(error))
    return result


def _problem(error: CatalogError) -> Problem:
    return Problem(where=error.where, sentence=error.sentence)


def _faults(entry: Entry, record: model.Record, records: Records) -> Iterator[CatalogError]:
    """What is wrong with a record that could be read: names that lead nowhere."""
    for node in schema.walk(record):
        yield from _unknown_reference(entry, node, records)
        if isinstance(node.value, Fact):
            yield from _unknown_voices(entry, node.path, node.value, records)
    if isinstance(record, Architecture):
        yield from _unflown_threats(entry, record, records)
    if isinstance(record, AssumptionSet):
        yield from _unusable_settings(entry, record, records)


def _ids_taken_twice(entries: Sequence[Entry], layers: Sequence[Path]) -> Iterator[CatalogError]:
    """Faults of ids that two kinds have, of which a bare id would find only one.

    Sources are cited and not looked for, so they stand apart.
    """
    first: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda entry: layers.index(entry.layer)):
        if entry.kind != "source" and first.setdefault(entry.id, entry) is not entry:
            other = first[entry.id].kind
            yield entry.error(f"the id {entry.id!r} is taken", do=f"a {other} has that id")


def _unknown_reference(entry: Entry, node: schema.Node, records: Records) -> Iterator[CatalogError]:
    kind = node.field.kind
    if kind and node.value not in records[kind]:
        yield _unknown(entry, node.path, kind, node.value, records[kind])


def _unknown_voices(
    entry: Entry, path: tuple[str, ...], fact: Fact, records: Records
) -> Iterator[CatalogError]:
    """Faults of the names that a fact cites: its sources, and who states it."""
    for source in fact.sources:
        if source not in records["source"]:
            yield _unknown(entry, path, "source", source, records["source"])
    if fact.by and fact.by not in records["party"]:
        yield _unknown(entry, path, "party", fact.by, records["party"])


def _unknown(
    entry: Entry, path: tuple[str, ...], kind: str, id: str, known: Iterable[str]
) -> CatalogError:
    near = UnknownNameError.among(kind, id, known)
    here = ".".join((entry.kind, entry.id, *path))
    return entry.error(f"{near.what} in {here}", path, do=near.do)


def _unusable_settings(
    entry: Entry, assumed: AssumptionSet, records: Records
) -> Iterator[CatalogError]:
    """Faults of what a party sets: a key that leads nowhere, a value that its fact cannot have."""
    for key, setting in assumed.values.items():
        kind, _, rest = key.partition(".")
        id, *steps = rest.split(".")
        record = records.get(kind, {}).get(id)
        try:
            if kind not in TYPES:
                raise UnknownNameError.among("kind of record", kind, KINDS)
            if id not in records[kind]:
                raise UnknownNameError.among(kind, id, records[kind])
            if record is not None:
                overridden(record, tuple(steps), setting, where=key)
        except InputError as error:
            what = f"{error.what} in {entry.kind}.{entry.id}.values.{key}"
            yield entry.error(what, ("values", key), got=error.got, do=error.do)


def _unflown_threats(
    entry: Entry, architecture: Architecture, records: Records
) -> Iterator[CatalogError]:
    """Faults of threats whose missile does not fly from their launch area."""
    for path, threat in _threats(architecture):
        for id in threat.launches:
            launch = records["launch"].get(id)
            if isinstance(launch, model.LaunchArea) and threat.missile not in launch.missiles:
                yield entry.error(
                    f"{threat.missile} is not flown from {id}",
                    path,
                    expected=f"one of {', '.join(launch.missiles)}",
                )


def _threats(architecture: Architecture) -> Iterator[tuple[tuple[str, ...], Threat]]:
    """Each threat of an architecture and of its phases, with its path."""
    for node in schema.walk(architecture):
        if isinstance(node.value, Threat):
            yield node.path, node.value
