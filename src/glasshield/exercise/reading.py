"""Exercise files: TOML becomes an exercise, and every fault is named with its file and line."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield import units
from glasshield.catalog import Catalog, schema
from glasshield.catalog.lines import line_of
from glasshield.catalog.wording import Fault, fault
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError, InputError, UnknownNameError
from glasshield.exchange import outside_toml
from glasshield.exchange.release.places import named_region, region_of
from glasshield.exchange.release.reading import rules_of
from glasshield.exchange.release.regions import Region
from glasshield.exchange.release.rules import RuleSet
from glasshield.exercise import actions
from glasshield.exercise.records import CENTRE, CONTROLLER
from glasshield.exercise.script import FORM, QUANTITIES, SHARES, SPANS, Cell, Head, Party, Script

SHIPPED: Final = Path(__file__).parent / "shipped"
MOST_CHARACTERS: Final = 1 << 20
_MINUTE_US: Final = 60_000_000
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9\-]*")
_OUTSIDE: Final = re.compile(r"Expected `float` [<>]=")
_NAMED: Final = ("party", "sensor", "battery", "region", "sector", "flight", "ascent", "notice",
                 "cell")  # fmt: skip


@cache
def _instant(text: str) -> Instant:
    """The instant that a text names; read once, as every step asks for it."""
    return Instant.parse(text)


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise that has been read and can be run.

    Attributes:
        script: as the file has it.
        text: of the file.
        where: which file.
        facts: the catalogue that it names things of.
        regions: those of the file and of the catalogue that it names, by name.
        rules: what parties release to each other and to the centre.
    """

    script: Script
    text: str
    where: str
    facts: Catalog
    regions: Mapping[str, Region]
    rules: RuleSet

    @property
    def head(self) -> Head:
        """What is said of it as a whole."""
        return self.script.exercise

    @property
    def id(self) -> str:
        """Its id."""
        return self.head.id

    @property
    def epoch(self) -> Instant:
        """The instant of second 0."""
        return _instant(self.head.epoch)

    @property
    def sha256(self) -> str:
        """Of the file, in hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def parties(self) -> Mapping[str, Party]:
        """The parties, by id."""
        return self.script.party

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The cells, by id; the controller is none of them."""
        return self.script.cell

    def cells_of(self, party: str) -> tuple[str, ...]:
        """The cells of a party, the one that answers for it first."""
        return tuple(id for id, cell in self.script.cell.items() if cell.party == party)

    @property
    def length_s(self) -> int:
        """How long it lasts."""
        return int(self.head.length_s)

    @property
    def step_s(self) -> int:
        """The time between two steps."""
        return int(self.head.step_s)


def shipped() -> dict[str, Path]:
    """The files of the exercises that come with the program, by id."""
    return {path.stem: path for path in sorted(SHIPPED.glob("*.toml"))}


def read_exercise(name: str | Path, facts: Catalog) -> Exercise:
    """The exercise of a file, or one that comes with the program.

    Args:
        name: the path of a file, or the id of a shipped exercise.
        facts: the catalogue.

    Raises:
        InputError: it cannot be read, or cannot be run; with file and line.
    """
    path = Path(name)
    known = shipped()
    if str(name) in known and not path.is_file():
        path = known[str(name)]
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        near = UnknownNameError.among("exercise", str(name), known).do
        raise InputError("there is no such exercise", where=str(name), do=near) from None
    except UnicodeDecodeError:
        raise InputError("this is no text", where=str(path), expected="TOML in UTF-8") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"the exercise cannot be read ({reason})", where=str(path)) from None
    return parse(text, str(path), facts)


def parse(text: str, where: str, facts: Catalog) -> Exercise:
    """The exercise in the text of a file; as `read_exercise`."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            "this is too long for an exercise",
            where=where,
            got=f"{len(text):,} characters",
            expected=f"at most {MOST_CHARACTERS:,}",
        )
    reader = _Reader(text, where, facts)
    tables = outside_toml.loads(text, where)
    script = reader.script(tables)
    drawn = {
        name: region_of(name, one, reader.at("region", name)) for name, one in script.region.items()
    }
    rules = RuleSet.of(rules_of(text, where, tables, drawn, facts.regions))
    regions = reader.regions(script, drawn)
    reader.check(script, rules)
    return Exercise(script, text, where, facts, regions, rules)


@dataclass(frozen=True, slots=True)
class _Reader:
    """The text of a file, where in it something stands, and what it may name."""

    text: str
    path: str
    facts: Catalog

    def at(self, *keys: str) -> str:
        return f"{self.path}:{line_of(self.text, keys)}"

    def script(self, tables: Mapping[str, Any]) -> Script:
        """The tables as structs.

        Raises:
            InputError: another schema, an unknown or missing key, a value that cannot be.
        """
        if tables.get("schema") != FORM:
            raise InputError(
                "this is no exercise",
                where=self.at("schema"),
                got=repr(tables.get("schema")),
                expected=f'schema = "{FORM}" at its head',
            )
        for kind in _NAMED:
            for name in tables.get(kind, {}):
                if not _NAME.fullmatch(name):
                    raise InputError(
                        f"{name!r} is no name",
                        where=self.at(kind, name),
                        expected="small letters, digits and hyphens, such as north-radar",
                    )
        written = _with_names(tables)
        try:
            return msgspec.convert(written, Script, dec_hook=_quantity)
        except msgspec.ValidationError as error:
            self._refuse_named(written)
            found = _fault(Script, "the exercise", str(error))
            raise InputError(
                found.what, where=self.at(*found.path), expected=found.expected, do=found.do
            ) from None

    def _refuse_named(self, written: Mapping[str, Any]) -> None:
        """Refuse the first named table that is not what it should be, by its name.

        Raises:
            InputError: with the line of what is wrong.
        """
        for kind in _NAMED:
            type_ = schema.fields(Script)[kind].struct
            tables = written.get(kind, {})
            for name, table in tables.items() if isinstance(tables, dict) else ():
                try:
                    msgspec.convert(table, type_, dec_hook=_quantity)
                except msgspec.ValidationError as error:
                    assert type_ is not None, "named tables are structs"
                    found = _fault(type_, f"{kind}.{name}", str(error))
                    where = self.at(kind, name, *found.path)
                    raise InputError(
                        found.what, where=where, expected=found.expected, do=found.do
                    ) from None

    def regions(self, script: Script, drawn: Mapping[str, Region]) -> dict[str, Region]:
        """All regions that parties and sectors name."""
        wanted = [
            (name, ("party", id, key))
            for id, party in script.party.items()
            for key, names in (("territory", party.territory), ("defends", party.defends))
            for name in names
        ]
        wanted += [
            (name, ("sector", id, "regions"))
            for id, sector in script.sector.items()
            for name in sector.regions
        ]
        return {
            name: named_region(name, drawn, self.facts.regions, self.at(*keys))
            for name, keys in wanted
        }

    def check(self, script: Script, rules: RuleSet) -> None:
        """Refuse what does not fit together.

        Raises:
            InputError: with the line of the first thing that is wrong.
        """
        self._check_times(script)
        self._check_parties(script, rules)
        self._check_catalogue(script)
        self._check_procedure(script)
        for number, inject in enumerate(script.inject):
            where = self.at("inject", str(number))
            self.known_target(script, inject.what, inject.name, where)
            if not 0.0 <= inject.at_s <= script.exercise.length_s:
                raise InputError(
                    "this inject comes when the exercise is over",
                    where=where,
                    got=f"{inject.at_s:g} s",
                    expected=f"0 s to {script.exercise.length_s:g} s",
                )

    def known_target(self, script: Script, what: str, name: str, where: str) -> None:
        """Refuse an inject on something that there is not; as `check`."""
        kind, known = targets(script, what)
        if name not in known:
            near = UnknownNameError.among(kind, name, known)
            raise UnknownNameError(f"this inject is on nothing: {near.what}", where=where,
                                   do=near.do)  # fmt: skip

    def _check_times(self, script: Script) -> None:
        head = script.exercise
        try:
            Instant.parse(head.epoch)
        except GlasshieldError as error:
            raise InputError(error.what, where=self.at("exercise", "epoch"), got=head.epoch,
                             expected="such as 2031-05-05T09:00:00Z") from None  # fmt: skip
        if Instant.parse(head.epoch).posix_us % _MINUTE_US or 60.0 % max(head.step_s, 1.0):
            raise InputError(
                "an exercise begins at a whole minute, of which its step is a whole part",
                where=self.at("exercise", "epoch"),
                got=f"{head.epoch}, {head.step_s:g} s",
            )
        for key, span_s in (("length", head.length_s), ("step", head.step_s),
                            ("plan_every", head.plan_every_s)):  # fmt: skip
            if span_s < 1.0 or span_s % (1.0 if key == "step" else head.step_s):
                raise InputError(
                    f"the {key.replace('_', ' ')} does not fit the steps",
                    where=self.at("exercise", key),
                    got=f"{span_s:g} s",
                    expected="whole seconds for the step, whole steps for the others",
                )
        if head.length_s > 86_400.0:
            raise InputError("an exercise lasts a day at most", where=self.at("exercise", "length"))

    def _check_parties(self, script: Script, rules: RuleSet) -> None:
        for id in script.party:
            if id in (CENTRE, CONTROLLER):
                raise InputError(f"no party is called {id!r}", where=self.at("party", id),
                                 do="the exercise itself is called so")  # fmt: skip
        for kind in ("sensor", "battery", "sector", "notice", "cell"):
            for id, one in getattr(script, kind).items():
                self.named("party", one.party, script.party, (kind, id, "party"))
        for id, sector in script.sector.items():
            for name in sector.forces:
                self.named("party", name, script.party, ("sector", id, "forces"))
        viewers = [*script.party, CENTRE]
        for rule in rules:
            self.named("party", rule.owner, script.party, ("rule", rule.name, "from"))
            for name in sorted(rule.to):
                self.named("viewer", name, viewers, ("rule", rule.name, "to"))
        if CONTROLLER in script.cell:
            raise InputError("no cell is called 'controller'", where=self.at("cell", CONTROLLER),
                             do="every exercise has a controller, who is no party's")  # fmt: skip

    def _check_catalogue(self, script: Script) -> None:
        """Refuse what names a record that the catalogue has not."""
        facts = self.facts
        for id in script.exercise.infrared:
            self.named("sensor", id, facts.sensors, ("exercise", "infrared"))
        shelves = (
            ("sensor", "sensor", facts.sensors),
            ("battery", "interceptor", facts.interceptors),
            ("battery", "rules", facts.rules),
            ("battery", "site", facts.sites),
            ("flight", "missile", facts.missiles),
            ("flight", "launch", facts.launches),
            ("flight", "target", facts.regions),
            ("notice", "flight", script.flights),
        )
        for kind, key, known in shelves:
            for id, one in getattr(script, kind).items():
                if getattr(one, key):
                    what = "region" if key == "target" else key
                    self.named(what, getattr(one, key), known, (kind, id, key))
        for id in script.ascent:
            if id in script.flight:
                raise InputError("two flights have one name", where=self.at("ascent", id))

    def _check_procedure(self, script: Script) -> None:
        for number, keys in enumerate(script.procedure.keys):
            path = ("procedure", "keys", str(number))
            self.named("party", keys.party, script.party, (*path, "party"))
            for name in keys.cells:
                self.named("cell", name, script.cell, (*path, "cells"))
            if len(set(keys.cells)) < len(keys.cells) or keys.needed > len(keys.cells):
                raise InputError(
                    "so many keys never turn",
                    where=self.at(*path),
                    got=f"{keys.needed} of {len(set(keys.cells))}",
                    do="name as many different cells as keys are needed",
                )
        for name in script.procedure.consult.wait_for:
            self.named("party", name, script.party, ("procedure", "consult", "wait_for"))
        for id, cell in script.cell.items():
            for rule in cell.answers:
                for name in rule.by:
                    self.named("party", name, script.party, ("cell", id, "answers"))

    def named(self, kind: str, name: str, known: Iterable[str], path: tuple[str, ...]) -> None:
        """Refuse a name that there is not.

        Raises:
            UnknownNameError: with its line, and what there is.
        """
        names = list(known)
        if name not in names:
            near = UnknownNameError.among(kind, name, names)
            raise UnknownNameError(near.what, where=self.at(*path), do=near.do)


def _fault(type_: type[msgspec.Struct], name: str, message: str) -> Fault:
    """As `fault`; a share says what it may be: `nan` is neither too small nor too great."""
    found = fault(type_, name, message)
    if found.path and found.path[-1] in SHARES and _OUTSIDE.match(message):
        return Fault(f"{'.'.join((name, *found.path))} is not a number from 0 to 1", found.path)
    return found


def targets(script: Script, what: str) -> tuple[str, tuple[str, ...]]:
    """What an inject of this kind can be on: the word for it, and the names."""
    if what in (actions.SENSOR_FAILS, actions.SENSOR_RETURNS):
        return "sensor", tuple(script.sensor)
    if what == actions.NOTICE:
        return "notice", tuple(script.notice)
    if what == actions.LAUNCH:
        return "flight in reserve", tuple(k for k, one in script.flights.items() if one.reserve)
    return "party", tuple(script.party)


def _with_names(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables with the mode of an exercise in every rule that states none."""
    found = dict(tables)
    rules = tables.get("rule")
    if isinstance(rules, dict):
        found["rule"] = {
            name: {"mode": "exercise", **one} if isinstance(one, dict) else one
            for name, one in rules.items()
        }
    return found


def _quantity(type_: type, value: object) -> object:
    """A quantity as its file has it, in SI.

    Raises:
        ValueError: no text with a number and a unit, or a unit of another kind.
    """
    if type_ not in QUANTITIES:
        raise NotImplementedError(f"nothing is known of {type_}")
    if not isinstance(value, str):
        raise ValueError(f'{value!r} stands without its unit, write it as "30 s" or "1500 km"')
    try:
        found = type_(units.parse(value, type_.dimension))
    except GlasshieldError as error:
        raise ValueError(error.sentence.rstrip(".")) from None
    if type_ in SPANS and found < 0.0:
        raise ValueError(f"{value!r} is below zero")
    return found
