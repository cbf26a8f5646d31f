"""Reading the catalogue: TOML folders become records, one kind at a time and only when asked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

import msgspec

from glasshield.catalog import flights, model, plans, schema
from glasshield.catalog.lines import line_of
from glasshield.catalog.quantity import Position, Quantity
from glasshield.errors import CatalogError, InputError, UnknownNameError

PACKAGED: Final = Path(__file__).parent / "facts"

# Kind, the stem with which its packaged files begin, and the type of its records.
_KINDS: Final = (
    ("source", "sources", model.Source),
    ("party", "parties", model.Party),
    ("site", "sites", model.Site),
    ("radar", "radars", model.Radar),
    ("sensor", "sensors", model.Sensor),
    ("interceptor", "interceptors", model.Interceptor),
    ("missile", "missiles", model.Missile),
    ("launch", "launches", model.LaunchArea),
    ("region", "regions", model.Region),
    ("rules", "rules", plans.Rules),
    ("architecture", "architectures", plans.Architecture),
    ("proposal", "proposals", plans.Proposal),
    ("regime", "regimes", plans.Regime),
    ("reported-flight", "reported-flights", flights.ReportedFlight),
    ("flight-test", "flight-tests", flights.FlightTest),
    ("telemetry", "telemetry", flights.Telemetry),
    ("comparison", "comparisons", flights.Comparison),
)
STEMS: Final[Mapping[str, str]] = MappingProxyType({kind: stem for kind, stem, _ in _KINDS})
TYPES: Final[Mapping[str, type[model.Record]]] = MappingProxyType(
    {kind: type_ for kind, _, type_ in _KINDS}
)
KINDS: Final = tuple(TYPES)

R = TypeVar("R", bound=model.Record)


class Shelf(Mapping[str, R], Generic[R]):
    """The records of one kind by id; an unknown id is an error that offers the nearest."""

    __slots__ = ("_records", "kind")

    def __init__(self, kind: str, records: Mapping[str, R]) -> None:
        self.kind = kind
        self._records = records

    def __getitem__(self, id: str) -> R:
        try:
            return self._records[id]
        except KeyError:
            raise UnknownNameError.among(self.kind, id, self._records) from None

    def __contains__(self, id: object) -> bool:
        return id in self._records

    def __iter__(self) -> Iterator[str]:
        return iter(self._records)

    def __len__(self) -> int:
        return len(self._records)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a file, before it becomes a record."""

    kind: str
    id: str
    table: dict[str, Any]
    file: Path

    def error(self, what: str, path: Sequence[str] = (), **details: Any) -> CatalogError:
        """The error of this entry at a path below it, with file and line."""
        line = line_of(self.file.read_text(encoding="utf-8"), (self.kind, self.id, *path))
        return CatalogError(what, where=f"{self.file}:{line}", **details)


def read_file(file: Path) -> Iterator[Entry]:
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
            entry = Entry(kind, id, table, file)
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
    if "id" in entry.table:
        raise entry.error("the id of a record stands in its table's header alone", ("id",))
    type_ = TYPES[entry.kind]
    try:
        record = msgspec.convert(entry.table | {"id": entry.id}, type_)
    except msgspec.ValidationError as error:
        raise _explain(entry, str(error)) from None
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


def _explain(entry: Entry, message: str) -> CatalogError:
    """The sentence for what msgspec found, at its file and line."""
    what, _, at = message.partition(" - at `$")
    path = tuple(re.findall(r"[A-Za-z_][\w\-]*|\d+", at))
    here = ".".join((entry.kind, entry.id, *path))
    if found := re.fullmatch(r"Object contains unknown field `(.+)`", what):
        known = _keys_at(TYPES[entry.kind], path)
        near = UnknownNameError.among("key", found[1], known).do
        return entry.error(f"unknown key {found[1]!r} in {here}", (*path, found[1]), do=near)
    if found := re.fullmatch(r"Object missing required field `(.+)`", what):
        return entry.error(f"{here} has no {found[1]}", path, do=f"give {found[1]} = ...")
    if re.fullmatch(r"Expected `object`, got `(int|float|str)`", what):
        return entry.error(f"{here} stands bare", path, expected="{ value, unit, source, status }")
    return entry.error(f"{here}: {what[:1].lower()}{what[1:]}", path)


def _keys_at(type_: type[msgspec.Struct], path: Sequence[str]) -> tuple[str, ...]:
    """The keys that a table at this path may hold."""
    here: type[msgspec.Struct] = type_
    for step in path:
        field = schema.fields(here).get(step)
        if field is not None and field.struct is not None:
            here = field.struct
    return tuple(schema.fields(here))


def merged(base: Entry | None, over: Entry) -> Entry:
    """An entry laid over another: its fields win, and a fact is replaced as a whole.

    A value never keeps the source of the value that it replaces.
    """
    if base is None:
        return over
    return Entry(over.kind, over.id, _merged_tables(base.table, over.table), over.file)


def _merged_tables(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(base)
    for key, value in over.items():
        below = base.get(key)
        is_fact = isinstance(value, dict) and "source" in value
        both = isinstance(value, dict) and isinstance(below, dict) and not is_fact
        result[key] = _merged_tables(below, value) if both and below is not None else value
    return result


class Catalog:
    """The facts: packaged ones, with the user's folders laid over them, and overrides on top.

    A kind is read when it is first asked for. Nothing in a catalogue changes; `override`
    returns a new one.
    """

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        self.folders = tuple(folders)
        self.overrides: tuple[tuple[str, str], ...] = ()
        self._over: dict[str, list[Entry]] = {}
        self._records: dict[str, Shelf[Any]] = {}
        for folder in self.folders:
            for file in user_files(folder):
                for entry in read_file(file):
                    self._over.setdefault(entry.kind, []).append(entry)
        for kind in self._over:
            self.of_kind(kind)

    @property
    def sources(self) -> Shelf[model.Source]:
        """Where the facts were read."""
        return self.of_kind("source")

    @property
    def parties(self) -> Shelf[model.Party]:
        """States, alliances and authors."""
        return self.of_kind("party")

    @property
    def sites(self) -> Shelf[model.Site]:
        """Places of a shield, ships' boxes among them."""
        return self.of_kind("site")

    @property
    def radars(self) -> Shelf[model.Radar]:
        """Designs of radar."""
        return self.of_kind("radar")

    @property
    def sensors(self) -> Shelf[model.Sensor]:
        """Radars, and infrared sensors in orbit."""
        return self.of_kind("sensor")

    @property
    def interceptors(self) -> Shelf[model.Interceptor]:
        """Interceptors as published, with rival speeds."""
        return self.of_kind("interceptor")

    @property
    def missiles(self) -> Shelf[model.Missile]:
        """Notional missiles by class."""
        return self.of_kind("missile")

    @property
    def launches(self) -> Shelf[model.LaunchArea]:
        """Where flights begin."""
        return self.of_kind("launch")

    @property
    def regions(self) -> Shelf[model.Region]:
        """Aims: cities, and areas of countries."""
        return self.of_kind("region")

    @property
    def rules(self) -> Shelf[plans.Rules]:
        """Sets of engagement rules."""
        return self.of_kind("rules")

    @property
    def architectures(self) -> Shelf[plans.Architecture]:
        """Shields as declared, phase by phase."""
        return self.of_kind("architecture")

    @property
    def proposals(self) -> Shelf[plans.Proposal]:
        """What the sides offered each other."""
        return self.of_kind("proposal")

    @property
    def regimes(self) -> Shelf[plans.Regime]:
        """Agreed launch notification."""
        return self.of_kind("regime")

    @property
    def reported_flights(self) -> Shelf[flights.ReportedFlight]:
        """Flights as reported, with apogee and range."""
        return self.of_kind("reported-flight")

    @property
    def flight_tests(self) -> Shelf[flights.FlightTest]:
        """Tests of interceptors."""
        return self.of_kind("flight-test")

    @property
    def telemetry(self) -> Shelf[flights.Telemetry]:
        """Recorded states of real flights."""
        return self.of_kind("telemetry")

    @property
    def comparisons(self) -> Shelf[flights.Comparison]:
        """Published claims that the program is compared with."""
        return self.of_kind("comparison")

    def of_kind(self, kind: str) -> Shelf[Any]:
        """All records of a kind.

        Raises:
            UnknownNameError: no such kind.
            CatalogError: a record that breaks the rules, with file and line.
        """
        if kind not in TYPES:
            raise UnknownNameError.among("kind of record", kind, KINDS)
        if kind not in self._records:
            entries = combined([*packaged_entries(kind), *self._over.get(kind, [])])
            records = {id: decode(entry) for id, entry in entries.items()}
            self._records[kind] = Shelf(kind, records)
        return self._records[kind]

    def find(self, id: str) -> tuple[str, model.Record]:
        """The kind and the record of an id, bare (`gbi2`) or with its kind (`interceptor.gbi2`).

        Raises:
            UnknownNameError: nothing is called so; offers the nearest.
        """
        kind, _, rest = id.partition(".")
        if rest and kind in TYPES:
            return kind, self.of_kind(kind)[rest]
        for kind in KINDS:
            if id in self.of_kind(kind):
                return kind, self.of_kind(kind)[id]
        known = [name for kind in KINDS for name in self.of_kind(kind)]
        raise UnknownNameError.among("record", id, known)

    def position_of(self, sensor: model.Sensor) -> Position | None:
        """Where a sensor stands: its own place or its site's; nothing for sensors in orbit."""
        return self.sites[sensor.site].position if sensor.site else sensor.position

    def replaced(self, kind: str, record: model.Record, override: tuple[str, str]) -> Catalog:
        """This catalogue with one record in the place of the one of the same id."""
        new = object.__new__(Catalog)
        new.folders, new._over = self.folders, self._over
        new.overrides = (*self.overrides, override)
        shelf = Shelf(kind, dict(self.of_kind(kind)) | {record.id: record})
        new._records = self._records | {kind: shelf}
        return new


def packaged_entries(kind: str) -> Iterator[Entry]:
    """The packaged tables of one kind, read from the files that begin with its stem."""
    for file in sorted(PACKAGED.glob(f"{STEMS[kind]}*.toml")):
        yield from read_file(file)


def user_files(folder: Path) -> list[Path]:
    """The TOML files of a user's folder, in order of their names.

    Raises:
        InputError: when there is no such folder, or nothing in it.
    """
    files = sorted(folder.rglob("*.toml")) if folder.is_dir() else []
    if not files:
        raise InputError("the catalogue folder holds no TOML file", where=str(folder))
    return files


def combined(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Entries by id, each file's laid over those of earlier folders.

    Raises:
        CatalogError: two files of the same folder hold the same id.
    """
    result: dict[str, Entry] = {}
    for entry in entries:
        before = result.get(entry.id)
        if before is not None and before.file.parent == entry.file.parent:
            raise entry.error(f"the id {entry.id!r} is taken", do=f"it stands in {before.file} too")
        result[entry.id] = merged(before, entry)
    return result


def load(*folders: Path | str) -> Catalog:
    """The packaged catalogue with the user's folders laid over it, in the order given.

    Raises:
        CatalogError: a record in a user's folder breaks the rules, with file and line.
        InputError: a folder that is none.
    """
    return Catalog([Path(folder) for folder in folders])
