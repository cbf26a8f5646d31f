"""The catalogue as a party sees it: the facts with the party's assumptions in their place.

Worlds differ in few facts and are made by the thousand, so records are made once and shared: two
worlds that agree about a record, or about a field of it, hold the same object, which is what
results are remembered by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from glasshield.catalog import KINDS, Catalog, schema
from glasshield.catalog.claims import Setting
from glasshield.catalog.model import Record
from glasshield.catalog.override import overridden
from glasshield.errors import RangeError

_Given = tuple[tuple[str, Setting], ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """What worlds of one catalogue share.

    Attributes:
        records: by kind, id and all settings below it.
        fields: by kind, id and the settings below the field.
    """

    records: dict[tuple[str, str, _Given], Record] = field(default_factory=dict)
    fields: dict[tuple[str, str, _Given], Any] = field(default_factory=dict)


@dataclass(frozen=True)
class World:
    """A catalogue with settings in the place of some of its facts.

    Attributes:
        base: the catalogue as it is.
        settings: by the full key of each fact, such as `interceptor.gbi2.burnout_speed`.
    """

    base: Catalog
    settings: Mapping[str, Setting] = field(default_factory=dict)
    _made: _Made = field(default_factory=_Made, repr=False, compare=False)

    @classmethod
    def of(cls, base: Catalog) -> World:
        """The world of a catalogue alone, with every kind of fact read."""
        for kind in KINDS:
            base.of_kind(kind)
        return cls(base)

    def with_settings(self, settings: Mapping[str, Setting]) -> World:
        """The same facts with other settings, all of them; shares what was made."""
        return World(self.base, settings, self._made)

    @cached_property
    def catalog(self) -> Catalog:
        """The facts of this world.

        Raises:
            UnknownNameError: a setting of a fact that the catalogue does not hold.
            UnitError: a setting in a unit of another dimension.
            RangeError: a setting that cannot be.
        """
        by_record: dict[tuple[str, str], list[tuple[str, Setting]]] = {}
        for key in sorted(self.settings):
            kind, id, _ = self.base.split(key)
            by_record.setdefault((kind, id), []).append((key, self.settings[key]))
        records = {
            (kind, id): self._record(kind, id, tuple(given))
            for (kind, id), given in by_record.items()
        }
        return self.base.replaced(records)

    def _record(self, kind: str, id: str, given: _Given) -> Record:
        """A record with its settings, made once."""
        if (kind, id, given) not in self._made.records:
            record: Record = self.base.of_kind(kind)[id]
            by_field: dict[str, list[tuple[str, Setting]]] = {}
            for one in given:
                by_field.setdefault(self._name(one[0]), []).append(one)
            changed = {
                name: self._field(kind, id, name, tuple(of_field))
                for name, of_field in by_field.items()
            }
            try:
                made = msgspec.structs.replace(record, **changed)
            except ValueError as error:
                raise RangeError(str(error), where=f"{kind}.{id}") from None
            self._made.records[kind, id, given] = made
        return self._made.records[kind, id, given]

    def _field(self, kind: str, id: str, name: str, given: _Given) -> Any:
        """A field of a record with the settings below it, made once."""
        if (kind, id, given) not in self._made.fields:
            record: Record = self.base.of_kind(kind)[id]
            for key, setting in given:
                record = overridden(record, self.base.split(key)[2], setting, where=key)
            self._made.fields[kind, id, given] = getattr(record, name)
        return self._made.fields[kind, id, given]

    def _name(self, key: str) -> str:
        """The name of the field that a key leads into; empty where there is none."""
        kind, id, steps = self.base.split(key)
        record: Record = self.base.of_kind(kind)[id]
        known = schema.fields(type(record))
        return known[steps[0]].name if steps and steps[0] in known else ""
