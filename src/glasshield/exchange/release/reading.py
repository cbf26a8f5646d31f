"""Rule files: TOML becomes rules, and every fault is named with its file and line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from glasshield import units
from glasshield.catalog import model
from glasshield.catalog.lines import line_of
from glasshield.catalog.wording import fault
from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError, UnknownNameError
from glasshield.exchange import outside_toml
from glasshield.exchange.keys import checked_party
from glasshield.exchange.release.places import Drawn, named_region, region_of
from glasshield.exchange.release.regions import Region
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind, Mode, Terms

SCHEMA: Final = "glasshield-rules/1"
ALL: Final = "all"
# An agreement that people can read is shorter; what parties send is judged while others wait.
MOST_CHARACTERS: Final = 1 << 18
MOST_TABLES: Final = 500
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_\-]*")
_TABLES: Final = ("schema", "region", "rule")

T = TypeVar("T", bound=msgspec.Struct)
Where = Callable[..., str]


class WrittenRound(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How coarse numbers are. A position that is coarse beside an exact velocity is not."""

    position: str
    velocity: str
    time: str = "0 s"


class WrittenRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule as its file has it."""

    from_: str = msgspec.field(name="from")
    to: tuple[str, ...]
    kinds: tuple[Kind, ...]
    sensors: tuple[str, ...]
    mode: Mode
    delay: str
    region: str = ""
    since: str = ""
    until: str = ""
    classes: tuple[str, ...] | None = None
    events: tuple[EventKind, ...] | None = None
    round: WrittenRound | None = None
    covariance_factor: float = 1.0
    name_sensors: bool = False


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file that has been read.

    Attributes:
        rules: in the order of the file.
        regions: that it draws, by name.
        lines: of each table, by its header, such as `region.baltic`.
    """

    path: str
    rules: tuple[Rule, ...]
    regions: Mapping[str, Region]
    lines: Mapping[str, int]


def read_rules(
    files: Sequence[Path], known: Mapping[str, model.Region], owner: str | None = None
) -> RuleSet:
    """All rules of some files.

    Args:
        files: of any parties.
        known: regions of the catalogue.
        owner: whose data the rules may be about; anybody's where None.

    Raises:
        InputError: with file and line, as `read_file`.
    """
    return RuleSet.of(rule for file in files for rule in read_file(file, known, owner).rules)


def read_file(path: Path, known: Mapping[str, model.Region], owner: str | None = None) -> RuleFile:
    """The rules of one file.

    Args:
        path: the file.
        known: regions of the catalogue.
        owner: whose data the rules may be about; anybody's where None.

    Raises:
        InputError: it cannot be read, is not TOML, has an unknown or missing key, a quantity
            without its unit, a region that nobody knows, or a rule about another party's data;
            with file and line.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("this is no text", where=str(path), expected="TOML in UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"the rules cannot be read ({reason})", where=str(path)) from None
    return parse(text, str(path), known, owner)


def parse(
    text: str, path: str, known: Mapping[str, model.Region], owner: str | None = None
) -> RuleFile:
    """The rules in the text of a file; as `read_file`."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "this is too long for a file of rules",
            where=path,
            got=f"{len(text):,} characters",
            expected=f"at most {MOST_CHARACTERS:,}",
        )
    reader = _Reader(text, path)
    tables = reader.tables()
    for kind in ("region", "rule"):
        if len(tables.get(kind, {})) > MOST_TABLES:
            raise InputError(
                f"a file holds no more than {MOST_TABLES} of these",
                where=f"{path}: {kind}",
                got=str(len(tables[kind])),
                do="join rules that say the same of different sensors or parties",
            )
    drawn = {
        name: region_of(
            name, reader.decoded(Drawn, "region", name, table), reader.where("region", name)
        )
        for name, table in tables.get("region", {}).items()
    }
    rules = tuple(
        _rule(reader, name, reader.decoded(WrittenRule, "rule", name, table), (drawn, known), owner)
        for name, table in tables.get("rule", {}).items()
    )
    RuleSet.of(rules)
    lines = {
        f"{kind}.{name}": reader.line(kind, name)
        for kind in ("region", "rule")
        for name in tables.get(kind, {})
    }
    return RuleFile(path, rules, drawn, lines)


def rules_of(
    text: str,
    path: str,
    tables: Mapping[str, Any],
    drawn: Mapping[str, Region],
    known: Mapping[str, model.Region],
) -> tuple[Rule, ...]:
    """The rules of an exercise, which stand among other tables of a file; all are of its mode.

    Args:
        text: of the file, for lines.
        path: of the file.
        tables: of the file.
        drawn: its regions.
        known: regions of the catalogue.

    Raises:
        InputError: as `read_file`, or a rule about data that are no exercise's.
    """
    reader = _Reader(text, path)
    found: list[Rule] = []
    for name, table in tables.get("rule", {}).items():
        written = reader.decoded(WrittenRule, "rule", name, {"mode": Mode.EXERCISE.value, **table})
        if written.mode is not Mode.EXERCISE:
            raise InputError("an exercise has no real data", where=reader.where("rule", name))
        found.append(_rule(reader, name, written, (drawn, known), None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The text of a file, and where in it something stands."""

    text: str
    path: str

    def line(self, *keys: str) -> int:
        return line_of(self.text, keys)

    def where(self, *keys: str) -> str:
        return f"{self.path}:{self.line(*keys)}"

    def tables(self) -> dict[str, Any]:
        """The tables of the file: none is unknown, and each holds named tables.

        Raises:
            InputError: not TOML, another schema, or another table.
        """
        found = outside_toml.loads(self.text, self.path)
        if found.get("schema") != SCHEMA:
            raise InputError(
                "this is no file of release rules",
                where=self.where("schema"),
                got=repr(found.get("schema")),
                expected=f'schema = "{SCHEMA}" at its head',
            )
        for key in found:
            if key not in _TABLES:
                near = UnknownNameError.among("table", key, _TABLES).do
                raise InputError(f"unknown table {key!r}", where=self.where(key), do=near)
        for kind in ("region", "rule"):
            self._check_named(kind, found.get(kind, {}))
        return found

    def _check_named(self, kind: str, tables: object) -> None:
        if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
            raise InputError(f"{kind} holds tables", where=self.where(kind),
                             expected=f"[{kind}.NAME]")  # fmt: skip
        for name in tables:
            if not _NAME.fullmatch(name):
                raise InputError(
                    f"{name!r} is no name",
                    where=self.where(kind, name),
                    expected="letters, digits and hyphens, such as early-warning",
                )

    def decoded(self, type_: type[T], kind: str, name: str, table: dict[str, Any]) -> T:
        """The table as a struct.

        Raises:
            InputError: with the line of what is wrong.
        """
        try:
            return msgspec.convert(table, type_)
        except msgspec.ValidationError as error:
            found = fault(type_, f"{kind}.{name}", str(error))
            where = self.where(kind, name, *found.path)
            raise InputError(
                found.what, where=where, expected=found.expected, do=found.do
            ) from None


_Regions = tuple[Mapping[str, Region], Mapping[str, model.Region]]


def _check_lists(written: WrittenRule, where: Where) -> None:
    """Refuse lists that hold nothing, name something twice, or name what there is not.

    Raises:
        InputError: with the line.
    """
    lists: dict[str, Sequence[str] | None] = {
        key: getattr(written, key) for key in ("to", "kinds", "sensors", "classes", "events")
    }
    for key, found in lists.items():
        if found is not None and not found:
            raise InputError(f"{key} is empty, so that the rule grants nothing", where=where(key),
                             do="name something, or leave the rule out")  # fmt: skip
        if found is not None and len(set(found)) < len(found):
            raise InputError(f"{key} names something twice", where=where(key))
    if ALL in written.sensors and len(written.sensors) > 1:
        raise InputError("all sensors, or some by name, but not both", where=where("sensors"))
    if ALL in written.to:
        raise InputError("parties are named one by one", where=where("to"), got=ALL)
    for name in written.classes or ():
        if name not in CLASS_NAMES:
            near = UnknownNameError.among("class of objects", name, CLASS_NAMES)
            raise UnknownNameError(near.what, where=where("classes"), do=near.do)
    if written.events is not None and Kind.EVENTS not in written.kinds:
        raise InputError("the rule names events but does not grant any", where=where("events"),
                         do='add "events" to kinds')  # fmt: skip


def _terms(written: WrittenRule, where: Where) -> Terms:
    """The terms that a table states.

    Raises:
        InputError: a quantity without its unit, below zero or beyond use, or a factor below 1.
    """
    coarse = written.round or WrittenRound(position="0 m", velocity="0 m/s")
    numbers = {
        "delay": units.parse(written.delay, "time", where=where("delay")),
        "position": units.parse(coarse.position, "length", where=where("round", "position")),
        "velocity": units.parse(coarse.velocity, "speed", where=where("round", "velocity")),
        "time": units.parse(coarse.time, "time", where=where("round", "time")),
        "covariance_factor": written.covariance_factor,
    }
    try:
        return Terms(
            numbers["delay"],
            numbers["position"],
            numbers["velocity"],
            numbers["time"],
            numbers["covariance_factor"],
            None if written.classes is None else frozenset(written.classes),
            None if written.events is None else _with_notices(written.events),
            written.name_sensors,
        )
    except RangeError as error:
        key = next(name for name in numbers if error.where.startswith(name))
        path = ("round", key) if key in WrittenRound.__struct_fields__ else (key,)
        raise RangeError(
            f"{key} cannot be", where=where(*path), got=error.got, expected=error.expected
        ) from None


def _with_notices(events: Iterable[EventKind]) -> frozenset[EventKind]:
    """Whoever is told of launches is told of those that were announced, which raise no alarm."""
    named = frozenset(events)
    if EventKind.LAUNCH_DETECTED in named:
        named |= {EventKind.INSIDE_NOTICE}
    return named


def _rule(
    reader: _Reader, name: str, written: WrittenRule, regions: _Regions, owner: str | None
) -> Rule:
    """The rule that a table states.

    Raises:
        InputError: a value that cannot be, with its line.
    """

    def where(*keys: str) -> str:
        return reader.where("rule", name, *keys)

    _check_lists(written, where)
    if owner is not None and written.from_ != owner:
        raise InputError(
            f"{owner} cannot grant data of {written.from_}",
            where=where("from"),
            do=f"let {written.from_} put the rule in force",
        )
    source = Source(
        checked_party(written.from_, where("from")),
        None if written.sensors == (ALL,) else frozenset(written.sensors),
        named_region(written.region, *regions, where("region")) if written.region else None,
        Instant.parse(written.since, where=where("since")) if written.since else None,
        Instant.parse(written.until, where=where("until")) if written.until else None,
    )
    to = frozenset(checked_party(party, where("to")) for party in written.to)
    kinds = frozenset(written.kinds)
    terms = _terms(written, where)
    return Rule(name, source, to, kinds, written.mode, terms, reader.where("rule", name))
