"""One set of flights against the batteries and sensors of a phase.

What is dear is made once and shared: flyout tables for each interceptor, speed and site, and what
each sensor sees of each flight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.catalog import Catalog
from glasshield.catalog.model import Interceptor, Site
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.catalog.plans import Cue
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.flight.rockets import interceptor_vehicle
from glasshield.sensing.sensors import End, OverheadInfrared, Radar, sensor
from glasshield.sensing.visibility import Watch, cued, first_seen_s, visible
from glasshield.shield.architecture import Battery
from glasshield.shield.flights import FlightSet
from glasshield.shield.flyout import DEFAULT_SPEC, FlyoutTable, TableSpec, table
from glasshield.shield.rules import Better, Bound, Rules, at_bound
from glasshield.shield.windows import Emplacement, Targets, Windows, every_pair, find
from glasshield.workspace import Cache

_ENDS: Final = {
    Bound.STATED: End.STATED,
    Bound.PESSIMISTIC: End.LOW,
    Bound.OPTIMISTIC: End.HIGH,
}


@dataclass(frozen=True, slots=True)
class Tables:
    """Flyout tables by interceptor, burnout speed and site, each made once.

    Attributes:
        cache: where they are kept between runs.
        spec: how finely they are made.
    """

    cache: Cache
    spec: TableSpec = DEFAULT_SPEC
    _made: dict[tuple[str, float, str], FlyoutTable] = field(default_factory=dict, repr=False)

    def of(self, interceptor: Interceptor, burnout_speed_m_s: float, site: Site) -> FlyoutTable:
        """The table of an interceptor with this burnout speed at a site."""
        key = (interceptor.id, burnout_speed_m_s, site.id)
        if key not in self._made:
            vehicle = interceptor_vehicle(interceptor, burnout_speed_m_s)
            position = site.position
            self._made[key] = table(
                vehicle, position.lat_rad, position.height_m, cache=self.cache, spec=self.spec
            )
        return self._made[key]

    def emplaced(
        self,
        battery: Battery,
        rules: RulesRecord,
        bound: Bound = Bound.STATED,
        burnout_speed_m_s: float | None = None,
    ) -> Emplacement:
        """A battery as the window kernel sees it.

        Args:
            battery: interceptors at a site.
            rules: under which they engage.
            bound: which end of the uncertain numbers.
            burnout_speed_m_s: another speed than the stated one.
        """
        speed = burnout_speed_m_s or at_bound(battery.interceptor.burnout_speed, bound, Better.HIGH)
        position = battery.site.position
        return Emplacement(
            table=self.of(battery.interceptor, speed, battery.site),
            lat_rad=position.lat_rad,
            lon_rad=position.lon_rad,
            height_m=position.height_m,
            rules=Rules.stated(rules, battery.interceptor, bound),
        )


@dataclass(frozen=True, slots=True)
class Sky:
    """A set of flights and what sensors see of it, each sensor computed once.

    Attributes:
        flights: the set.
        catalog: where sensors have their designs and sites.
    """

    flights: FlightSet
    catalog: Catalog
    _seen: dict[tuple[str, End], tuple[Bool[np.ndarray, "n m"], Float[np.ndarray, "n"]]] = field(
        default_factory=dict, repr=False
    )

    def watch(self, records: Sequence[SensorRecord], bound: Bound = Bound.STATED) -> Watch:
        """What some sensors see together."""
        end = _ENDS[bound]
        sensors = tuple(sensor(self.catalog, record, end) for record in records)
        shape = self.flights.flights.positions_ecef_m.shape[:2]
        seen = np.zeros((len(sensors), *shape), dtype=bool)
        first = np.full((len(sensors), shape[0]), np.inf)
        for row, (its_sensor, record) in enumerate(zip(sensors, records, strict=True)):
            key = (record.id, end)
            if key not in self._seen:
                paths = self.flights.seen_as(self._cross_section_m2(end))
                mask = visible(its_sensor, paths)
                self._seen[key] = mask, first_seen_s(its_sensor, paths, mask)
            seen[row], first[row] = self._seen[key]
        return cued(Watch(sensors, seen, first), self.flights.flights.sample_step_s)

    def _cross_section_m2(self, end: End) -> float:
        quantity = self.flights.missile.radar_cross_section
        return {End.LOW: quantity.low_si, End.STATED: quantity.si, End.HIGH: quantity.high_si}[end]


def cue_s(watch: Watch, rules: Rules) -> Float[np.ndarray, "n"]:
    """When each flight gives the cue that the rules wait for; infinite for never."""
    if rules.cue is Cue.LAUNCH:
        return np.zeros(watch.seen.shape[1])
    return watch.cue_s(Radar if rules.cue is Cue.RADAR else OverheadInfrared)


@dataclass(frozen=True, slots=True)
class Engagement:
    """The windows of all batteries against all flights of a set.

    Attributes:
        emplacements: the batteries.
        targets: the flights.
        commit_s: earliest commit, for each battery and flight.
        windows: for each pair, battery by battery.
    """

    emplacements: tuple[Emplacement, ...]
    targets: Targets
    commit_s: Float[np.ndarray, "b n"]
    windows: Windows

    def by_battery(self, column: np.ndarray) -> np.ndarray:
        """A column of the windows, with one row for each battery."""
        return column.reshape(len(self.emplacements), len(self.targets))


def engage(
    sky: Sky,
    sensors: Sequence[SensorRecord],
    emplacements: Sequence[Emplacement],
    bound: Bound = Bound.STATED,
    *,
    threads: int = 0,
) -> Engagement:
    """When batteries could meet flights, with the sensors of their phase.

    Args:
        sky: the flights.
        sensors: of the phase.
        emplacements: the batteries, at the same bound.
        bound: which end of the sensors' uncertain numbers.
        threads: 0 for all processors.
    """
    watch = sky.watch(sensors, bound)
    targets = Targets.of(sky.flights.flights, watch.by_any_radar, threads=threads)
    commit = np.empty((len(emplacements), len(targets)))
    for row, place in zip(commit, emplacements, strict=True):
        row[:] = cue_s(watch, place.rules) + place.rules.commit_delay_s
    # What has no flight cannot be met.
    commit[:, ~sky.flights.ok] = np.inf
    pairs = every_pair(len(emplacements), len(targets))
    windows = find(targets, emplacements, pairs, commit.ravel(), threads=threads)
    return Engagement(tuple(emplacements), targets, commit, windows)
