"""The catalogue as an object: the records of each kind by their ids, read when first asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from glasshield.catalog import announced, files, flights, model, plans, scenarios
from glasshield.catalog.claims import AssumptionSet, Claim
from glasshield.catalog.files import Entry
from glasshield.catalog.kinds import KINDS, TYPES
from glasshield.catalog.override import overridden
from glasshield.catalog.quantity import Position
from glasshield.errors import UnknownNameError

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
            for file in files.toml_files(folder):
                for entry in files.read_file(file, folder):
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

    @property
    def scenarios(self) -> Shelf[scenarios.Scenario]:
        """Raids and tests to simulate."""
        return self.of_kind("scenario")

    @property
    def claims(self) -> Shelf[Claim]:
        """What parties say of a shield."""
        return self.of_kind("claim")

    @property
    def tests(self) -> Shelf[announced.AnnouncedTest]:
        """Flight tests that are announced, or could be."""
        return self.of_kind("test")

    @property
    def assumption_sets(self) -> Shelf[AssumptionSet]:
        """What parties assume."""
        return self.of_kind("assumptions")

    def of_kind(self, kind: str) -> Shelf[Any]:
        """All records of a kind.

        Raises:
            UnknownNameError: no such kind.
            CatalogError: a record that breaks the rules, with file and line.
        """
        if kind not in TYPES:
            raise UnknownNameError.among("kind of record", kind, KINDS)
        if kind not in self._records:
            entries = files.combined([*files.packaged_entries(kind), *self._over.get(kind, [])])
            records = {id: files.decode(entry) for id, entry in entries.items()}
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

    def override(self, key: str, text: str) -> Catalog:
        """This catalogue with another value for one fact; its source is then the user.

        Args:
            key: the fact, such as `interceptor.sm3-2a.burnout_speed`.
            text: the value with its unit, such as `5.0km/s`; a word of a field of words; ids
                separated by commas.

        Raises:
            UnknownNameError: no such key; offers the nearest.
            UnitError: without a unit, or with a unit of another dimension.
            RangeError: a value that cannot be.
        """
        kind, id, steps = self.split(key)
        record = overridden(self.of_kind(kind)[id], steps, text, where=key)
        return self.replaced({(kind, id): record}, (*self.overrides, (key, text)))

    def replaced(
        self,
        records: Mapping[tuple[str, str], model.Record],
        overrides: tuple[tuple[str, str], ...] | None = None,
    ) -> Catalog:
        """This catalogue with other records in the place of its own.

        Args:
            records: by kind and id.
            overrides: what the new catalogue says was set; as here when left out.
        """
        new = object.__new__(Catalog)
        new.folders, new._over = self.folders, self._over
        new.overrides = self.overrides if overrides is None else overrides
        new._records = dict(self._records)
        for (kind, id), record in records.items():
            new._records[kind] = Shelf(kind, {**new.of_kind(kind), id: record})
        return new

    def split(self, key: str) -> tuple[str, str, tuple[str, ...]]:
        """The kind, the id and the path of a key, whose kind may be left out.

        Raises:
            UnknownNameError: nothing is called so.
        """
        first, *rest = key.split(".")
        if first in TYPES and rest:
            return first, rest[0], tuple(rest[1:])
        kind, record = self.find(first)
        return kind, record.id, tuple(rest)


def load(*folders: Path | str) -> Catalog:
    """The packaged catalogue with the user's folders laid over it, in the order given.

    Raises:
        CatalogError: a record in a user's folder breaks the rules, with file and line.
        InputError: a folder that is none.
    """
    return Catalog([Path(folder) for folder in folders])
