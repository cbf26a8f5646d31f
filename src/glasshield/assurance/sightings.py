"""What sensors see of one batch of flights, in any world; each sensor computed once.

Worlds share the records that they agree about, so what a sensor sees is remembered by its own
record and by those of its design and its site.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.assurance.flightbook import Flown, Pair
from glasshield.assurance.memory import Memory
from glasshield.assurance.views import View
from glasshield.catalog import Catalog
from glasshield.catalog.model import Record, SensorType
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.sensing.sensors import End, Radar, at_end, sensor
from glasshield.sensing.visibility import Paths, Watch, cued, first_seen_s, visible
from glasshield.shield.engagement import cue_s
from glasshield.shield.flights import SAMPLE_STEP_S
from glasshield.shield.rules import Bound, Rules

END_OF: Final = {
    Bound.STATED: End.STATED,
    Bound.PESSIMISTIC: End.LOW,
    Bound.OPTIMISTIC: End.HIGH,
}
_REMEMBERED: Final = 64  # sensors at an end; a batch of flights has a few of each
_WATCHES: Final = 12  # sets of sensors at an end
_VIEWS: Final = 24  # radars
_FEW: Final = 1000  # flights that are asked about again; many are asked about once


_Seen = tuple[Bool[np.ndarray, "n m"], Float[np.ndarray, "n"]]


@dataclass(frozen=True, slots=True)
class Sightings:
    """What sensors see of some flights.

    Attributes:
        flown: the flights.
    """

    flown: Flown
    _seen: Memory[_Seen] = field(default_factory=lambda: Memory(_REMEMBERED), repr=False)
    _views: Memory[View] = field(default_factory=lambda: Memory(_VIEWS), repr=False)
    _watched: Memory[Watch] = field(default_factory=lambda: Memory(_WATCHES), repr=False)

    def watch(
        self,
        catalog: Catalog,
        sensors: Sequence[SensorRecord],
        pairs: Sequence[Pair],
        bound: Bound = Bound.STATED,
    ) -> Watch:
        """What some sensors see together.

        Args:
            catalog: of the world: where designs and sites are.
            sensors: records of that world.
            pairs: what the flights belong to; their missiles have the cross-sections.
            bound: which end of their uncertain numbers.
        """
        end = END_OF[bound]
        cross_sections_m2 = tuple(at_end(p.missile.radar_cross_section, end) for p in pairs)

        def make() -> Watch:
            seen = [self._one(catalog, record, cross_sections_m2, end) for record in sensors]
            shape = self.flown.height_m.shape
            masks = np.array([mask for mask, _ in seen], dtype=bool).reshape(-1, *shape)
            first = np.array([first for _, first in seen]).reshape(-1, shape[0])
            made = tuple(sensor(catalog, record, end) for record in sensors)
            return cued(Watch(made, masks, first), SAMPLE_STEP_S)

        parts = [part for record in sensors for part in behind(catalog, record)]
        return self._watched.of(parts, (cross_sections_m2, end), make)

    def _one(
        self,
        catalog: Catalog,
        record: SensorRecord,
        cross_sections_m2: tuple[float, ...],
        end: End,
    ) -> _Seen:
        """What a sensor would see if nothing had to point it."""

        def make() -> _Seen:
            its_sensor = sensor(catalog, record, end)
            paths = self._paths(cross_sections_m2)
            if isinstance(its_sensor, Radar) and len(paths) <= _FEW:
                view = self._view(catalog, record, its_sensor, paths)
                return view.seen(its_sensor, paths.cross_section_m2)
            mask = visible(its_sensor, paths)
            return mask, first_seen_s(its_sensor, paths, mask)

        # A motor burns as brightly whatever its radar cross-section.
        sizes = () if record.type is SensorType.INFRARED else cross_sections_m2
        return self._seen.of(behind(catalog, record), (sizes, end), make)

    def _view(self, catalog: Catalog, record: SensorRecord, radar: Radar, paths: Paths) -> View:
        """What a radar would see if its range had no end."""
        place = [record, *([catalog.sites[record.site]] if record.site else [])]
        return self._views.of(place, None, lambda: View.of(radar, paths))

    def _paths(self, cross_sections_m2: tuple[float, ...]) -> Paths:
        return Paths(
            self.flown.positions_ecef_m,
            SAMPLE_STEP_S,
            self.flown.burnout_s,
            np.array(cross_sections_m2)[self.flown.pair],
        )


def behind(catalog: Catalog, sensor: SensorRecord) -> list[Record]:
    """The records that say what a sensor sees: its own, its design's and its site's."""
    records: list[Record] = [sensor]
    for shelf, id in ((catalog.radars, sensor.radar), (catalog.sites, sensor.site)):
        records += [shelf[id]] if id else []
    return records


def commit_s(watch: Watch, rules: Rules, flown: Flown) -> Float[np.ndarray, "n"]:
    """The earliest launch of an interceptor at each flight; infinite where nothing gives a cue."""
    earliest = cue_s(watch, rules) + rules.commit_delay_s
    return np.where(flown.ok, earliest, np.inf)


def first_radar_s(watch: Watch) -> Float[np.ndarray, "n"]:
    """When the first radar sees each flight; infinite for never."""
    return watch.cue_s(Radar)
