"""Whom a phase could reach: disputed flights against every battery and every stated speed.

Each value that somebody states for an interceptor's burnout speed is judged by itself, under the
name of who states it; none are averaged. A verdict is `yes` when there is a window at both ends of
the uncertain inputs, `no` when there is one at neither, and `depends` in between.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog import Quantity
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.catalog.plans import Rules as RulesRecord
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.flight.rockets import interceptor_vehicle
from glasshield.shield.architecture import Battery
from glasshield.shield.confirm import Site, confirm
from glasshield.shield.engagement import Engagement, Sky, Tables, engage
from glasshield.shield.least_speed import LADDER_M_S, LADDER_SPEC, ladder, least_speeds_m_s
from glasshield.shield.rules import Better, Bound, Rule, Rules, at_bound
from glasshield.shield.windows import AT_ANY_TIME_S, Emplacement, Windows, every_pair, explain, find
from glasshield.workspace import fingerprint

# Raised when least speeds found by an older program would mislead a newer one.
FORMAT_VERSION: Final = 1
# How far a window and the least speed may disagree before the window decides; see `least_speed`.
_SPEED_RESOLUTION_M_S: Final = 10.0


class Verdict(enum.StrEnum):
    """Whether there is a window."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of interceptor and target, flown in full.

    Attributes:
        time_s: when, after the target's launch.
        height_m: above the ellipsoid.
        flyout_s: flight time of the interceptor.
        miss_m: by how far the full flight misses the target's place.
        off_s: how much longer it takes than the table says.
    """

    time_s: float
    height_m: float
    flyout_s: float
    miss_m: float
    off_s: float


@dataclass(frozen=True, slots=True)
class Reached:
    """One battery with one stated burnout speed against the flights of a set, as columns.

    Times are seconds after the target's launch; what does not exist is NaN.

    Attributes:
        battery: interceptors at a site.
        variant: who states the speed.
        burnout_speed_m_s: the stated speed.
        verdict: a `Verdict` for each flight.
        window_s: first and last intercept.
        launch_window_s: first and last launch of an interceptor.
        shots: launches one after the other that fit into the window.
        least_speed_m_s: the least burnout speed that would open a window; infinite when none up to
            12 km/s does.
        latest_commit_s: the latest commit that would still open a window.
        commit_s: the commit under the rules.
        why_not: the rule that closes the window, for each flight without one.
        meeting: for each flight with a window how a full flight of the interceptor confirms a
            meeting in the middle of it; None without a window.
    """

    battery: Battery
    variant: str
    burnout_speed_m_s: float
    verdict: tuple[Verdict, ...]
    window_s: Float[np.ndarray, "n 2"]
    launch_window_s: Float[np.ndarray, "n 2"]
    shots: np.ndarray
    least_speed_m_s: Float[np.ndarray, "n"]
    latest_commit_s: Float[np.ndarray, "n"]
    commit_s: Float[np.ndarray, "n"]
    why_not: tuple[Rule | None, ...]
    meeting: tuple[Meeting | None, ...]

    @property
    def speed_margin_m_s(self) -> Float[np.ndarray, "n"]:
        """The stated speed less the least one; minus infinity when no speed would do."""
        return self.burnout_speed_m_s - self.least_speed_m_s

    @property
    def time_margin_s(self) -> Float[np.ndarray, "n"]:
        """How much later (negative: earlier) the commit could be (would have to be)."""
        return self.latest_commit_s - self.commit_s


def reach(
    battery: Battery,
    sky: Sky,
    sensors: Sequence[SensorRecord],
    rules: RulesRecord,
    tables: Tables,
    *,
    threads: int = 0,
) -> list[Reached]:
    """What a battery reaches of some flights, with each burnout speed that somebody states.

    Args:
        battery: interceptors at a site.
        sky: the flights.
        sensors: of the phase.
        rules: for disputed flights.
        tables: flyout tables, and the cache for least speeds.
        threads: 0 for all processors.
    """
    task = _Task(battery, sky, sensors, rules, tables, threads)
    variants = battery.interceptor.variants()
    least = task.least_speeds_m_s()
    return [task.reached(name, speed, least) for name, speed in variants.items()]


@dataclass(frozen=True, slots=True)
class _Task:
    """What stays the same while stated speeds are gone through."""

    battery: Battery
    sky: Sky
    sensors: Sequence[SensorRecord]
    rules: RulesRecord
    tables: Tables
    threads: int

    def met(self, speed: Quantity, bound: Bound) -> Engagement:
        """The windows with a stated speed at a bound."""
        place = self.tables.emplaced(
            self.battery, self.rules, bound, at_bound(speed, bound, Better.HIGH)
        )
        return engage(self.sky, self.sensors, [place], bound, threads=self.threads)

    def reached(
        self, variant: str, speed: Quantity, least_speed_m_s: Float[np.ndarray, "n"]
    ) -> Reached:
        """The answer for one stated speed."""
        met = {bound: self.met(speed, bound) for bound in Bound}
        stated = met[Bound.STATED]
        place, targets, commit = stated.emplacements[0], stated.targets, stated.commit_s[0]
        pairs = every_pair(1, len(targets))
        anytime = np.where(np.isfinite(commit), AT_ANY_TIME_S, np.inf)
        relaxed = find(targets, [place], pairs, anytime, threads=self.threads)
        found = stated.windows.found
        # Within its resolution the window, not the interpolated speed, decides on which side of
        # the least speed a stated one lies.
        near = _SPEED_RESOLUTION_M_S
        least = np.where(
            found,
            np.minimum(least_speed_m_s, speed.si),
            np.where(
                np.abs(least_speed_m_s - speed.si) <= near,
                np.maximum(least_speed_m_s, speed.si + near),
                least_speed_m_s,
            ),
        )
        return Reached(
            battery=self.battery,
            variant=variant,
            burnout_speed_m_s=speed.si,
            verdict=_verdicts(*(met[bound].windows.found for bound in Bound)),
            window_s=np.stack((stated.windows.open_s, stated.windows.close_s), axis=-1),
            launch_window_s=np.stack(
                (stated.windows.first_launch_s, stated.windows.last_launch_s), axis=-1
            ),
            shots=stated.windows.shots,
            least_speed_m_s=least,
            latest_commit_s=relaxed.last_launch_s,
            commit_s=commit,
            why_not=tuple(explain(targets, [place], pairs, commit, threads=self.threads)),
            meeting=self._meetings(speed, place, stated.windows),
        )

    def _meetings(
        self, speed: Quantity, place: Emplacement, windows: Windows
    ) -> tuple[Meeting | None, ...]:
        """Full flights to the middle of each window."""
        flights = self.sky.flights.flights
        rows = np.flatnonzero(windows.found)
        axes = east_north_up(place.lat_rad, place.lon_rad)
        origin = geodetic_to_ecef(place.lat_rad, place.lon_rad, place.height_m)
        middle = 0.5 * (windows.open_s + windows.close_s)[rows]
        sample = np.rint(middle / flights.sample_step_s).astype(int)
        points = flights.positions_ecef_m[rows, sample]
        flyout = place.table.times_s((points - origin) @ axes.T)
        # The middle of a window in parts may lie in none of them.
        known = np.isfinite(flyout)
        rows, sample, points, flyout = rows[known], sample[known], points[known], flyout[known]
        vehicle = interceptor_vehicle(self.battery.interceptor, speed.si)
        site = Site(place.lat_rad, place.lon_rad, place.height_m)
        flown = confirm(vehicle, site, points, flyout, threads=self.threads)
        heights = ecef_to_geodetic(points)[2]
        found: list[Meeting | None] = [None] * len(windows.found)
        for k, row in enumerate(rows):
            found[row] = Meeting(
                time_s=float(sample[k] * flights.sample_step_s),
                height_m=float(heights[k]),
                flyout_s=float(flown.flight_time_s[k]),
                miss_m=float(flown.miss_m[k]),
                off_s=float(flown.off_s[k]),
            )
        return tuple(found)

    def least_speeds_m_s(self) -> Float[np.ndarray, "n"]:
        """The least burnout speed for each flight under the stated rules, from the cache."""
        site, interceptor = self.battery.site, self.battery.interceptor
        rules = Rules.stated(self.rules, interceptor)
        place = self.tables.emplaced(self.battery, self.rules)
        met = engage(self.sky, self.sensors, [place], threads=self.threads)

        def solve() -> dict[str, np.ndarray]:
            position = site.position
            where = (position.lat_rad, position.lon_rad, position.height_m)
            rungs = ladder(interceptor, site)
            return {"speed": least_speeds_m_s(rungs, met.targets, where, rules, met.commit_s[0])}

        seen = np.packbits(met.targets.samples[:, :, 4, :] > 0.0)
        key = fingerprint(
            "least-speed",
            FORMAT_VERSION,
            interceptor,
            site.position,
            rules,
            self.sky.flights.key,
            np.nan_to_num(met.commit_s[0], posinf=-1.0),
            seen,
            LADDER_M_S,
            LADDER_SPEC,
        )
        return self.tables.cache.arrays("least-speed", key, solve)["speed"]


def _verdicts(
    stated: np.ndarray, pessimistic: np.ndarray, optimistic: np.ndarray
) -> tuple[Verdict, ...]:
    """A verdict for each flight, from whether there is a window at each bound."""
    every = stated & pessimistic & optimistic
    some = stated | pessimistic | optimistic
    return tuple(
        Verdict.YES if yes else Verdict.DEPENDS if maybe else Verdict.NO
        for yes, maybe in zip(every, some, strict=True)
    )
