"""The catalogue as a party sees it: the facts with the party's assumptions in their place.

Worlds differ in few facts and are made by the thousand, so records are made once and shared: two
worlds that agree about a record hold the same object, which is what results are remembered by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from glasshield.catalog import KINDS, Catalog
from glasshield.catalog.claims import Setting
from glasshield.catalog.model import Record
from glasshield.catalog.override import overridden

_Records = dict[tuple[str, str, tuple[tuple[str, Setting], ...]], Record]


@dataclass(frozen=True)
class World:
    """A catalogue with settings in the place of some of its facts.

    Attributes:
        base: the catalogue as it is.
        settings: by the full key of each fact, such as `interceptor.gbi2.burnout_speed`.
    """

    base: Catalog
    settings: Mapping[str, Setting] = field(default_factory=dict)
    _made: _Records = field(default_factory=dict, repr=False, compare=False)

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

    def _record(self, kind: str, id: str, given: tuple[tuple[str, Setting], ...]) -> Record:
        """A record with its settings, made once."""
        if (kind, id, given) not in self._made:
            record: Record = self.base.of_kind(kind)[id]
            for key, setting in given:
                record = overridden(record, self.base.split(key)[2], setting, where=key)
            self._made[kind, id, given] = record
        return self._made[kind, id, given]
