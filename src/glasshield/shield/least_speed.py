"""The least burnout speed with which an interceptor would have a window.

An interceptor is built at a ladder of burnout speeds, and the time to every sample of a flight is
read from the table of each rung. Between two rungs the speed at which a sample is reached just in
time is interpolated: in the reciprocal of the flight time, which goes nearly straight with the
speed, and, where the slower rung does not reach the sample at all, in the height of its ceiling.
Held to tables made at the speed that was found, it is right within 0.01 km/s for flights from
Russia past Poland. Just below a ceiling that only the faster rung has, the time goes as a root of
the room that is left, and the speed that is read off may be 0.13 km/s too low (tests).

Beyond what an interceptor's stages can give, whatever their mass, the ladder goes on with a better
propellant: the same stages with all specific impulses scaled. It then answers how fast the
interceptor would have to be, not how it could be built.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Interceptor, Site
from glasshield.catalog.plans import AtIntercept, InBoost
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.errors import NumericalError
from glasshield.flight.rockets import interceptor_vehicles, reference_speeds_m_s, top_speed_m_s
from glasshield.flight.vehicle import Vehicle
from glasshield.shield.flyout import FlyoutTable, TableSpec, fan, invert
from glasshield.shield.rules import Rules
from glasshield.shield.windows import Targets
from glasshield.workspace import Cache, fingerprint

# Raised when ladders made by an older program would mislead a newer one.
FORMAT_VERSION: Final = 1

LADDER_M_S: Final = tuple(float(speed) for speed in range(2000, 12_001, 500))
# Coarser than the tables of batteries: the rungs themselves are interpolated.
LADDER_SPEC: Final = TableSpec(
    azimuths=16, kicks=48, sheets=8, ground_cells=56, depth_cells=40, sample_step_s=10.0
)
# How close to what its stages can give an interceptor is built from its stages.
_OWN_STAGES: Final = 0.98
# What a ladder depends on, of everything that a catalogue says of an interceptor.
BUILD: Final = (
    "id",
    "stages",
    "payload_mass",
    "vertical_time",
    "pitch_ratio",
    "ballistic_coefficient",
)
_TABLE_COLUMNS: Final = (
    "cells",
    "ceilings",
    "frame",
    "reach",
    "worst_error_s",
    "left_out_fraction",
)
_SPEED_TOLERANCE: Final = 1e-5
_ROUNDS: Final = 12


@dataclass(frozen=True, slots=True)
class Ladder:
    """One interceptor at one latitude, at a row of burnout speeds.

    Attributes:
        speeds_m_s: growing.
        tables: one for each speed.
    """

    speeds_m_s: Float[np.ndarray, "k"]
    tables: tuple[FlyoutTable, ...]

    def readings(self, points_enu_m: Float[np.ndarray, "p 3"], *, threads: int = 0) -> Readings:
        """How long an interceptor needs to points in the site's frame, on every rung."""
        read = [table.times_and_room(points_enu_m, threads=threads) for table in self.tables]
        empty = np.empty((0, len(points_enu_m)))
        times = np.stack([time for time, _ in read]) if read else empty
        rooms = np.stack([room for _, room in read]) if read else empty
        return Readings(self.speeds_m_s, times, rooms)


@dataclass(frozen=True, slots=True)
class Readings:
    """How long an interceptor needs to some points, on every rung of a ladder.

    Attributes:
        speeds_m_s: of the rungs, growing.
        times_s: least flight times; infinite beyond the reach.
        rooms_m: how far the ceiling of the reach is above each point.
    """

    speeds_m_s: Float[np.ndarray, "r"]
    times_s: Float[np.ndarray, "r p"]
    rooms_m: Float[np.ndarray, "r p"]

    def least_m_s(self, available_s: Float[np.ndarray, "p"]) -> Float[np.ndarray, "p"]:
        """The least speed with which each point is reached within its time; infinite for none."""
        in_time = self.times_s <= available_s
        found = np.full(len(available_s), np.inf)
        if not len(self.speeds_m_s):
            return found
        first = np.where(in_time.any(axis=0), np.argmax(in_time, axis=0), -1)
        for k in range(len(self.speeds_m_s)):
            at = np.flatnonzero(first == k)
            if len(at):
                found[at] = self.between_m_s(k, at, available_s[at])
        return found

    def between_m_s(
        self, k: int, at: Int[np.ndarray, "n"], available_s: Float[np.ndarray, "n"]
    ) -> Float[np.ndarray, "n"]:
        """The speed, above rung k - 1 and up to rung k, that reaches points just in time.

        Args:
            k: a rung with which they are reached in time, as they are not with the one before.
            at: which points.
            available_s: the time for each of them.
        """
        if k == 0:
            return np.full(len(at), self.speeds_m_s[0])
        rows = slice(k - 1, k + 2)
        times, rooms = self.times_s[rows, at], self.rooms_m[rows, at]
        return _between(self.speeds_m_s[k - 1 : k + 1], times, rooms, available_s)


def ladder(
    interceptor: Interceptor,
    site: Site,
    speeds_m_s: Sequence[float] = LADDER_M_S,
    spec: TableSpec = LADDER_SPEC,
    cache: Cache | None = None,
) -> Ladder:
    """The tables of an interceptor at a site for a row of burnout speeds.

    Speeds with which it would not lift off, or reach nothing worth a table, are left out.

    Args:
        interceptor: from the catalogue; its own burnout speed does not matter.
        site: from the catalogue; its longitude does not matter.
        speeds_m_s: growing.
        spec: of each table.
        cache: where ladders are kept; none to compute it anew.
    """

    def make() -> dict[str, np.ndarray]:
        return _stored(_made(interceptor, site, speeds_m_s, spec))

    if cache is None:
        return _made(interceptor, site, speeds_m_s, spec)
    position = site.position
    key = fingerprint(
        "ladder",
        FORMAT_VERSION,
        [getattr(interceptor, name) for name in BUILD],
        (position.lat_rad, position.height_m),
        tuple(speeds_m_s),
        spec,
    )
    return _read(cache.arrays("ladder", key, make))


def _stored(made: Ladder) -> dict[str, np.ndarray]:
    """A ladder as arrays of one row for each rung."""
    columns = {
        name: np.array([getattr(table, name) for table in made.tables]) for name in _TABLE_COLUMNS
    }
    return columns | {"speeds_m_s": made.speeds_m_s}


def _read(stored: Mapping[str, np.ndarray]) -> Ladder:
    """The ladder that arrays stand for."""
    rows = zip(*(stored[name] for name in _TABLE_COLUMNS), strict=True)
    tables = tuple(
        FlyoutTable(cells, ceilings, frame, reach, float(worst), float(left))
        for cells, ceilings, frame, reach, worst, left in rows
    )
    return Ladder(stored["speeds_m_s"], tables)


def _made(
    interceptor: Interceptor, site: Site, speeds_m_s: Sequence[float], spec: TableSpec
) -> Ladder:
    """The ladder, computed."""
    rungs = []
    position = site.position
    for speed, vehicle in zip(speeds_m_s, vehicles_at(interceptor, tuple(speeds_m_s)), strict=True):
        if vehicle is None:
            continue
        try:
            flights = fan(vehicle, position.lat_rad, position.height_m, spec=spec)
            rungs.append((speed, invert(flights, spec)))
        except NumericalError:
            continue
    return Ladder(np.array([speed for speed, _ in rungs]), tuple(made for _, made in rungs))


def vehicles_at(
    interceptor: Interceptor, speeds_m_s: tuple[float, ...]
) -> tuple[Vehicle | None, ...]:
    """Vehicles of an interceptor's proportions at burnout speeds; none where it does not lift off.

    Up to nearly the speed that its stages can give the masses are solved; above, the specific
    impulses of all stages are scaled.
    """
    most = _OWN_STAGES * top_speed_m_s(interceptor)
    built: dict[float, Vehicle | None] = {}
    for speed in (s for s in speeds_m_s if s <= most):
        try:
            built[speed] = interceptor_vehicles(interceptor, (speed,))[0]
        except NumericalError:
            built[speed] = None
    faster = [speed for speed in speeds_m_s if speed > most]
    if faster:
        (base,) = interceptor_vehicles(interceptor, (most,))
        built |= dict(zip(faster, _scaled_to(base, np.array(faster)), strict=True))
    return tuple(built[speed] for speed in speeds_m_s)


def least_speeds_m_s(
    rungs: Ladder,
    targets: Targets,
    lat_lon_height: tuple[float, float, float],
    rules: Rules,
    commit_s: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n"]:
    """The least burnout speed that would open a window on each flight; infinite for none.

    Args:
        rungs: the interceptor at the site's latitude.
        targets: sampled flights.
        lat_lon_height: of the site: radians, radians, metres.
        rules: under which it engages.
        commit_s: earliest commit for each flight.
    """
    enu, height = _seen_from(targets, lat_lon_height)
    allowed = _allowed(targets, enu, height, rules)
    n, m = allowed.shape
    times_s = np.arange(m) * targets.step_s
    late = rules.in_boost is InBoost.NOT_ALLOWED
    earliest = np.maximum(commit_s, targets.burnout_s) if late else commit_s
    available = np.where(allowed, times_s - earliest[:, None], -np.inf).ravel()
    wanted = np.flatnonzero(available > 0.0)
    least = np.full(n * m, np.inf)
    readings = rungs.readings(enu.reshape(-1, 3)[wanted])
    least[wanted] = readings.least_m_s(available[wanted])
    return least.reshape(n, m).min(axis=1, initial=np.inf)


def _between(
    speeds_m_s: Float[np.ndarray, "2"],
    times_s: Float[np.ndarray, "r p"],
    rooms_m: Float[np.ndarray, "r p"],
    available_s: Float[np.ndarray, "p"],
) -> Float[np.ndarray, "p"]:
    """The speed between two rungs at which points are reached just in time.

    Args:
        speeds_m_s: of the slower and the faster rung.
        times_s: with the slower, the faster and, unless that is the last, the next rung.
        rooms_m: the same.
        available_s: the time for each point.
    """
    slow, fast = speeds_m_s
    # 1/inf is 0: where the slower rung does not reach, the faster pair of rungs gives the slope.
    below, above = 1.0 / times_s[0], 1.0 / times_s[1]
    reached = below > 0.0
    beyond = 1.0 / times_s[-1]
    slope = np.where(reached, above - below, np.where(beyond > above, beyond - above, np.inf))
    in_time = fast - (fast - slow) * (above - 1.0 / available_s) / slope
    # The ceiling of the reach rises through the point between the two rungs.
    low, high = rooms_m[0], rooms_m[1]
    crossing = (low < 0.0) & (high > 0.0)
    part = np.where(crossing, -low / np.where(crossing, high - low, 1.0), 1.0)
    in_reach = np.where(reached, slow, slow + part * (fast - slow))
    speed: Float[np.ndarray, "p"] = np.clip(np.maximum(in_time, in_reach), slow, fast)
    return speed


def _seen_from(
    targets: Targets, lat_lon_height: tuple[float, float, float]
) -> tuple[Float[np.ndarray, "n m 3"], Float[np.ndarray, "n m"]]:
    """The samples in a site's frame, and their heights above the ellipsoid."""
    columns = targets.samples.astype(float)
    n, blocks, kinds, width = columns.shape
    by_sample = columns.transpose(0, 1, 3, 2).reshape(n, blocks * width, kinds)
    lat, lon, height = lat_lon_height
    enu = (by_sample[..., :3] - geodetic_to_ecef(lat, lon, height)) @ east_north_up(lat, lon).T
    return enu, by_sample[..., 3]


def _allowed(
    targets: Targets,
    enu_m: Float[np.ndarray, "n m 3"],
    height_m: Float[np.ndarray, "n m"],
    rules: Rules,
) -> Bool[np.ndarray, "n m"]:
    """Which samples the rules of place and sensor allow: the kernel's tests, in doubles."""
    allowed = (height_m >= rules.min_height_m) & (height_m <= rules.max_height_m)
    times_s = np.arange(height_m.shape[1]) * targets.step_s
    allowed &= times_s <= (targets.reentry_s - rules.before_reentry_s)[:, None]
    across2 = enu_m[..., 0] ** 2 + enu_m[..., 1] ** 2
    axial = EARTH_MEAN_RADIUS_M + enu_m[..., 2]
    r = np.sqrt(across2 + axial**2)
    chord2 = 2.0 * across2 / (r * (r + axial))
    angle = min(rules.max_ground_m / EARTH_MEAN_RADIUS_M, np.pi)
    allowed &= chord2 <= (2.0 * np.sin(0.5 * angle)) ** 2
    if rules.at_intercept is AtIntercept.REQUIRED:
        seen = targets.samples[:, :, 4, :].reshape(height_m.shape)
        allowed &= seen > 0.0
    return np.asarray(allowed, dtype=bool)


def _scaled_to(base: Vehicle, speeds_m_s: Float[np.ndarray, "s"]) -> list[Vehicle]:
    """The vehicle with its specific impulses scaled to reach burnout speeds."""
    (own,) = reference_speeds_m_s([base])
    factors = speeds_m_s / own
    for _ in range(_ROUNDS):
        vehicles = [_scaled(base, factor) for factor in factors]
        reached = reference_speeds_m_s(vehicles)
        if (np.abs(reached - speeds_m_s) <= _SPEED_TOLERANCE * speeds_m_s).all():
            return vehicles
        factors = factors + (speeds_m_s - reached) / own
    raise NumericalError(f"the specific impulse of {base.name} did not settle for a burnout speed")


def _scaled(base: Vehicle, factor: float) -> Vehicle:
    stages = tuple(
        replace(stage, specific_impulse_s=stage.specific_impulse_s * factor)
        for stage in base.stages
    )
    return replace(base, stages=stages)
