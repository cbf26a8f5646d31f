"""How fast interceptors would have to be, asked of the same flights a thousand times.

What a party assumes of rules and speeds changes neither flights nor how long an interceptor of a
given speed needs to a place: that is read once for every sample of the flights, on every rung of
the ladder (`shield.least_speed`). A set of rules then only allows or forbids samples and says how
much time there is.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.flightbook import Flown
from glasshield.assurance.memory import Memory
from glasshield.catalog import Position
from glasshield.catalog.model import Interceptor, Site
from glasshield.catalog.plans import AtIntercept, InBoost
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_SEMI_MINOR_AXIS_M
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.shield.flights import SAMPLE_STEP_S
from glasshield.shield.flyout import FlyoutTable
from glasshield.shield.least_speed import BUILD, Ladder, Readings, ladder
from glasshield.shield.rules import Rules
from glasshield.workspace import Cache

# Ladders take some 25 megabytes each.
_LADDERS: Final = 12
# More than the angle between a vertical and the line from the Earth's centre.
_ROUND_RAD: Final = 0.01


@dataclass(frozen=True, slots=True)
class Ladders:
    """Ladders of interceptors at sites, each made once and kept on disk.

    Attributes:
        cache: where.
    """

    cache: Cache
    _made: Memory[Ladder] = field(default_factory=lambda: Memory(_LADDERS), repr=False)

    def of(self, interceptor: Interceptor, site: Site) -> Ladder:
        """The ladder of an interceptor at a site."""
        return self._made.of(
            ladder_parts(interceptor, site),
            None,
            lambda: ladder(interceptor, site, cache=self.cache),
        )


def ladder_parts(interceptor: Interceptor, site: Site) -> tuple[object, ...]:
    """The records that a ladder and the place that it is seen from depend on."""
    return (*(getattr(interceptor, name) for name in BUILD), site.position)


@dataclass(frozen=True, slots=True)
class Samples:
    """Samples of flights as a site sees them, flight by flight.

    Attributes:
        count: flights.
        flight: which flight each sample belongs to, growing.
        number: of the sample in its flight.
        time_s: after the launch of the flight.
        enu_m: in the site's frame.
        height_m: above the ellipsoid.
        chord2: the square of the ground distance from the site, as a chord of the unit sphere.
        burnout_s: of each sample's flight.
        reentry_s: of each sample's flight.
    """

    count: int
    flight: Int[np.ndarray, "p"]
    number: Int[np.ndarray, "p"]
    time_s: Float[np.ndarray, "p"]
    enu_m: Float[np.ndarray, "p 3"]
    height_m: Float[np.ndarray, "p"]
    chord2: Float[np.ndarray, "p"]
    burnout_s: Float[np.ndarray, "p"]
    reentry_s: Float[np.ndarray, "p"]

    @classmethod
    def of(cls, flown: Flown, place: Position, rules: Rules | None = None) -> Samples:
        """Samples of flights: all, or at least those that rules of place allow."""
        flight, number = np.nonzero(_perhaps(flown, place, rules))
        where = place.lat_rad, place.lon_rad
        offset = flown.positions_ecef_m[flight, number] - geodetic_to_ecef(*where, place.height_m)
        enu = offset @ east_north_up(*where).T
        across2 = enu[:, 0] ** 2 + enu[:, 1] ** 2
        axial = EARTH_MEAN_RADIUS_M + enu[:, 2]
        r = np.sqrt(across2 + axial**2)
        return cls(
            count=len(flown),
            flight=flight,
            number=number,
            time_s=number * SAMPLE_STEP_S,
            enu_m=enu,
            height_m=flown.height_m[flight, number],
            chord2=2.0 * across2 / (r * (r + axial)),
            burnout_s=flown.burnout_s[flight],
            reentry_s=flown.reentry_s[flight],
        )

    def taken(self, rows: Int[np.ndarray, "q"]) -> Samples:
        """Some of the samples."""
        columns = {each.name: getattr(self, each.name) for each in fields(self)}
        count = columns.pop("count")
        return Samples(count, **{name: column[rows] for name, column in columns.items()})

    @property
    def distance_m(self) -> Float[np.ndarray, "p"]:
        """From the site."""
        distances: Float[np.ndarray, "p"] = np.linalg.norm(self.enu_m, axis=-1)
        return distances

    def available_s(
        self,
        rules: Rules,
        commit_s: Float[np.ndarray, "n"],
        seen: Bool[np.ndarray, "n m"] | None,
    ) -> Float[np.ndarray, "p"]:
        """How long an interceptor may fly to each sample; minus infinity where rules forbid it.

        Args:
            rules: under which it engages.
            commit_s: earliest launch of an interceptor at each flight.
            seen: at which samples a sensor sees each flight, where the rules ask for one.
        """
        at = None if seen is None else seen[self.flight, self.number]
        return self.left_s(rules, commit_s, at)

    def left_s(
        self,
        rules: Rules,
        commit_s: Float[np.ndarray, "n"] | float,
        seen_at: Bool[np.ndarray, "p"] | None,
    ) -> Float[np.ndarray, "p"]:
        """The same, with what sensors see given for these very samples."""
        earliest = commit_s if isinstance(commit_s, float) else commit_s[self.flight]
        if rules.in_boost is InBoost.NOT_ALLOWED:
            earliest = np.maximum(earliest, self.burnout_s)
        angle = min(rules.max_ground_m / EARTH_MEAN_RADIUS_M, np.pi)
        allowed = self.height_m >= rules.min_height_m
        allowed &= self.height_m <= rules.max_height_m
        allowed &= self.chord2 <= (2.0 * np.sin(0.5 * angle)) ** 2
        allowed &= self.time_s <= self.reentry_s - rules.before_reentry_s
        if rules.at_intercept is AtIntercept.REQUIRED:
            allowed &= False if seen_at is None else seen_at
        return np.where(allowed, self.time_s - earliest, -np.inf)


def _perhaps(flown: Flown, place: Position, rules: Rules | None) -> Bool[np.ndarray, "n m"]:
    """Samples before impact, without those that rules of place surely forbid."""
    there = np.isfinite(flown.height_m)
    if rules is None:
        return there
    there &= flown.height_m >= rules.min_height_m
    there &= flown.height_m <= rules.max_height_m
    angle = rules.max_ground_m / EARTH_MEAN_RADIUS_M + _ROUND_RAD
    if angle < 0.5 * np.pi:
        site = geodetic_to_ecef(place.lat_rad, place.lon_rad, 0.0)
        along = flown.positions_ecef_m @ (site / np.linalg.norm(site))
        there &= along >= np.cos(angle) * (EARTH_SEMI_MINOR_AXIS_M + flown.height_m)
    return there


@dataclass(frozen=True, slots=True)
class Nodes:
    """Where least speeds are asked for: every delay with every cap.

    Attributes:
        delays_s: from the cue to the launch of an interceptor.
        caps_m: greatest ground ranges from the site, growing.
    """

    delays_s: Float[np.ndarray, "k"]
    caps_m: Float[np.ndarray, "c"]


@dataclass(frozen=True)
class Needs:
    """What a site's interceptors would need to meet some flights, under any rules.

    Attributes:
        samples: those that some rung reaches in time when it starts with the missile.
        readings: how long an interceptor needs to each, on every rung.
    """

    samples: Samples
    readings: Readings

    @classmethod
    def of(cls, flown: Flown, rungs: Ladder, place: Position) -> Needs:
        """The needs of a ladder's interceptor at a place."""
        samples = Samples.of(flown, place)
        perhaps = np.zeros(len(samples.flight), dtype=bool)
        for table in rungs.tables:
            perhaps |= _within_reach(table, samples.distance_m, samples.time_s)
        samples = samples.taken(np.flatnonzero(perhaps))
        read = rungs.readings(samples.enu_m)
        kept = np.flatnonzero((read.times_s <= samples.time_s).any(axis=0))
        times, rooms = (np.ascontiguousarray(a[:, kept]) for a in (read.times_s, read.rooms_m))
        return cls(samples.taken(kept), Readings(read.speeds_m_s, times, rooms))

    @cached_property
    def floor_m_s(self) -> float:
        """The least speed under rules that forbid nothing."""
        return self._least_of(self.samples.time_s)

    def least_m_s(
        self,
        rules: Rules,
        commit_s: Float[np.ndarray, "n"] | float,
        seen_at: Bool[np.ndarray, "p"] | None = None,
    ) -> float:
        """The least speed that opens a window on any of the flights; infinite for none.

        Args:
            rules: under which it engages.
            commit_s: earliest launch of an interceptor at each flight, or at all of them.
            seen_at: at which samples a sensor sees the flight, where the rules ask for one.
        """
        return self._least_of(self.samples.left_s(rules, commit_s, seen_at))

    @cached_property
    def _soonest_s(self) -> Float[np.ndarray, "p"]:
        """The least time to each sample with any speed."""
        soonest: Float[np.ndarray, "p"] = np.min(self.readings.times_s, axis=0, initial=np.inf)
        return soonest

    def _least_of(self, available_s: Float[np.ndarray, "p"]) -> float:
        perhaps = np.flatnonzero(self._soonest_s <= available_s)
        available = available_s[perhaps]
        for k, times_s in enumerate(self.readings.times_s if len(perhaps) else ()):
            at = np.flatnonzero(times_s[perhaps] <= available)
            if len(at):
                return float(self.readings.between_m_s(k, perhaps[at], available[at]).min())
        return np.inf

    def each_m_s(
        self,
        rules: Rules,
        commit_s: Float[np.ndarray, "n"] | float,
        seen_at: Bool[np.ndarray, "p"] | None = None,
    ) -> Float[np.ndarray, "n"]:
        """The least speed that opens a window on each flight; infinite for none."""
        least = self.readings.least_m_s(self.samples.left_s(rules, commit_s, seen_at))
        return _least_by_flight(self.samples.count, self.samples.flight, least)

    def over_m_s(
        self,
        rules: Rules,
        cue_s: Float[np.ndarray, "n"] | float,
        seen_at: Bool[np.ndarray, "p"] | None,
        nodes: Nodes,
    ) -> Float[np.ndarray, "n k c"]:
        """The least speed for each flight, over delays and caps; infinite for none.

        Args:
            rules: under which it engages, but for the delay and the cap.
            cue_s: when each flight, or all of them, give the cue.
            seen_at: at which samples a sensor sees the flight, where the rules ask for one.
            nodes: delays and caps.
        """
        samples, uncapped = self.samples, replace(rules, max_ground_m=np.inf)
        angles = np.minimum(nodes.caps_m / EARTH_MEAN_RADIUS_M, np.pi)
        limits = (2.0 * np.sin(0.5 * angles)) ** 2
        # The narrowest cap that allows each sample.
        cap = np.searchsorted(limits, samples.chord2)
        found = np.full((len(nodes.delays_s), samples.count, len(limits) + 1), np.inf)
        for of_delay, delay_s in zip(found, nodes.delays_s, strict=True):
            available = samples.left_s(uncapped, cue_s + delay_s, seen_at)
            least = self.readings.least_m_s(available)
            np.minimum.at(of_delay, (samples.flight, cap), least)
        # A wider cap allows what a narrower one does; beyond the widest nothing is.
        least_m_s: Float[np.ndarray, "k n c"] = np.minimum.accumulate(found[..., :-1], axis=-1)
        return np.moveaxis(least_m_s, 0, 1)


def least_speeds_m_s(
    flown: Flown,
    rungs: Ladder,
    place: Position,
    rules: Rules,
    commit_s: Float[np.ndarray, "n"],
    seen: Bool[np.ndarray, "n m"] | None = None,
) -> Float[np.ndarray, "n"]:
    """The least speed that opens a window on each flight, for flights that are asked about once.

    Rungs are gone up until each flight has one that is in time, so the faster ones are never read.

    Args:
        flown: the flights.
        rungs: the interceptor at the site.
        place: of the site.
        rules: under which it engages.
        commit_s: earliest launch of an interceptor at each flight.
        seen: at which samples a sensor sees each flight, where the rules ask for one.
    """
    samples = Samples.of(flown, place, rules)
    available = samples.available_s(rules, commit_s, seen)
    wanted = np.flatnonzero(available > 0.0)
    samples, available = samples.taken(wanted), available[wanted]
    distance, least = samples.distance_m, np.full(len(flown), np.inf)
    left = np.arange(len(wanted))
    for k, table in enumerate(rungs.tables):
        near = left[_within_reach(table, distance[left], available[left])]
        met = near[table.times_s(samples.enu_m[near], threads=0) <= available[near]]
        if len(met):
            speeds = _on_rung(rungs, k, samples.enu_m[met], available[met])
            least = np.minimum(least, _least_by_flight(len(flown), samples.flight[met], speeds))
            left = left[np.isinf(least[samples.flight[left]])]
    return least


def _within_reach(
    table: FlyoutTable, distance_m: Float[np.ndarray, "p"], available_s: Float[np.ndarray, "p"]
) -> Bool[np.ndarray, "p"]:
    """Points that a table may reach in time; all others it surely does not."""
    reached = np.ones(len(distance_m), dtype=bool)
    for offset_m, speed_m_s in table.reach:
        reached &= distance_m <= offset_m + speed_m_s * available_s
    return reached


def _on_rung(
    rungs: Ladder,
    k: int,
    points_enu_m: Float[np.ndarray, "p 3"],
    available_s: Float[np.ndarray, "p"],
) -> Float[np.ndarray, "p"]:
    """The least speed to points that rung k is the first to reach in time."""
    first = max(k - 1, 0)
    part = Ladder(rungs.speeds_m_s[first : k + 2], rungs.tables[first : k + 2])
    every = np.arange(len(available_s))
    return part.readings(points_enu_m).between_m_s(k - first, every, available_s)


def _least_by_flight(
    count: int, flight: Int[np.ndarray, "p"], values: Float[np.ndarray, "p"]
) -> Float[np.ndarray, "n"]:
    """The least value of each flight's samples; infinite where it has none."""
    least = np.full(count, np.inf)
    if len(flight):
        first = np.flatnonzero(np.diff(flight, prepend=-1))
        least[flight[first]] = np.minimum.reduceat(values, first)
    return least
