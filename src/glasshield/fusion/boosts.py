"""Powered flights that could have led to an orbit seen after burnout.

A free flight does not tell where its boost began: that depends on how hard the missile accelerates.
So many notional vehicles are tried, drawn around the catalogue's classes. For each there is, as a
rule, just one launch whose burnout lies on the observed orbit: six numbers (the place, the kick
north and east, the end of thrust, the time) for six (a position and a velocity on it). They are
found by Newton's method with full flights over the rotating Earth, from a table of the vehicle's
flights.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Missile
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_SEMI_MAJOR_AXIS_M
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.errors import RangeError
from glasshield.flight import rockets
from glasshield.flight.fly import EarthModel, Flights, Launches, fly
from glasshield.flight.vehicle import Vehicle
from glasshield.fusion.arcs import Arcs, Grid, arcs, height_m, rates

# Around the catalogue's figures: deviations of the logarithm, except where a range is stated.
# Assumed, from what real missiles of a class differ by; nothing here is a known type.
_BURN_SIGMA: Final = 0.12
_MASS_SIGMA: Final = 0.10
_IMPULSE_SIGMA: Final = 0.03
_AREA_SIGMA: Final = 0.20
_VERTICAL_FACTORS: Final = (0.7, 1.5)
_PITCH_RATIOS: Final = (0.0, 0.05)

# What is flown: a thrust ended early by up to a half, alike likely; kicks in all directions, alike
# in their logarithm well above `KICK_CORE_RAD` and alike in themselves well below.
SHARES: Final = (0.5, 1.0)
KICK_CORE_RAD: Final = math.radians(1.0)
GREATEST_KICK_RAD: Final = math.radians(40.0)
_LEAST_TABLE_KICK_RAD: Final = math.radians(0.15)
_TABLE_SHARES: Final = 14
_TABLE_KICKS: Final = 30
_LOG_KICKS: Final = (math.log(_LEAST_TABLE_KICK_RAD), math.log(GREATEST_KICK_RAD))

_BACK_S: Final = 2_400.0  # how far back an orbit is followed
_TRACE_S: Final = 5.0
_NEAR_SPEED_M_S: Final = 150.0  # by how much a table's flight may miss the orbit at first
_NEAR_ANGLE_RAD: Final = float(np.radians(3.0))
_FAR: Final = 9.0
_STEPS: Final = 7
_CHUNK: Final = 50  # orbits at a time, for the memory
_SHARE_STEP: Final = 2e-3
_KICK_STEP: Final = 5e-3  # of the kick itself and of the core
_KICK_LIMIT: Final = 0.5
_LIMITS: Final = np.array((200e3, 200e3, 1.0, 1.0, 0.08, 60.0))
_TOLERANCES: Final = np.repeat((60.0, 0.6), 3)  # m and m/s; well below what orbits are known to
UNKNOWNS: Final = ("north_m", "east_m", "kick_along_rad", "kick_across_rad", "share", "time_s")


@dataclass(frozen=True, slots=True)
class Fleet:
    """Vehicles drawn around missiles of a catalogue, and a table of the flights of each.

    Attributes:
        missiles: ids, in the order of the catalogue.
        vehicles: m of them.
        missile_index: around which missile each was drawn.
        share: of the whole burn after which thrust ends, for the table.
        log_kick: logarithm of the kick (rad), for the table.
        table: height (m), speed (m/s) and angle above the horizon (rad) at burnout, and the angle
            at the Earth's centre from launch to there; NaN for flights that fail.
    """

    missiles: tuple[str, ...]
    vehicles: tuple[Vehicle, ...]
    missile_index: Int[np.ndarray, "m"]
    share: Float[np.ndarray, "c"]
    log_kick: Float[np.ndarray, "k"]
    table: Float[np.ndarray, "m c k 4"]

    @property
    def burn_s(self) -> Float[np.ndarray, "m"]:
        """Whole burn of each vehicle."""
        return np.array([vehicle.burnout_time_s for vehicle in self.vehicles])


def fleet(missiles: Sequence[Missile], draws: int = 12, seed: int = 1) -> Fleet:
    """The vehicles that stand for what might have flown.

    Args:
        missiles: from the catalogue.
        draws: vehicles around each.
        seed: of the draws.

    Raises:
        RangeError: no missile or no draw.
    """
    if not missiles or draws < 1:
        raise RangeError("a fleet needs a missile and a draw", got=(len(missiles), draws))
    rng = np.random.default_rng(seed)
    nominal = [rockets.missile_vehicle(missile) for missile in missiles]
    vehicles = tuple(drawn(vehicle, rng) for vehicle in nominal for _ in range(draws))
    share = np.linspace(*SHARES, _TABLE_SHARES)
    log_kick = np.linspace(*_LOG_KICKS, _TABLE_KICKS)
    return Fleet(
        missiles=tuple(missile.id for missile in missiles),
        vehicles=vehicles,
        missile_index=np.repeat(np.arange(len(missiles)), draws),
        share=share,
        log_kick=log_kick,
        table=_table(vehicles, share, log_kick),
    )


def drawn(vehicle: Vehicle, rng: np.random.Generator) -> Vehicle:
    """A vehicle like another, with everything that the catalogue assumes a little different."""
    burn, mass, impulse, area = np.exp(
        rng.standard_normal(4) * (_BURN_SIGMA, _MASS_SIGMA, _IMPULSE_SIGMA, _AREA_SIGMA)
    )
    stages = tuple(
        replace(
            stage,
            burn_time_s=stage.burn_time_s * burn,
            total_mass_kg=stage.total_mass_kg * mass,
            specific_impulse_s=stage.specific_impulse_s * impulse,
            reference_area_m2=stage.reference_area_m2 * area,
        )
        for stage in vehicle.stages
    )
    return replace(
        vehicle,
        stages=stages,
        vertical_time_s=vehicle.vertical_time_s * rng.uniform(*_VERTICAL_FACTORS),
        pitch_ratio_per_s=rng.uniform(*_PITCH_RATIOS),
        pitch_start_s=stages[0].delay_s + stages[0].burn_time_s,
    )


def _table(
    vehicles: Sequence[Vehicle],
    share: Float[np.ndarray, "c"],
    log_kick: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "m c k 4"]:
    shape = (len(vehicles), len(share), len(log_kick))
    burn_s = np.array([vehicle.burnout_time_s for vehicle in vehicles])
    index, cutoff, kick = np.broadcast_arrays(
        np.arange(shape[0])[:, None, None], burn_s[:, None, None] * share[:, None], np.exp(log_kick)
    )
    launches = Launches(index.ravel(), 0.0, 0.0, 0.5 * np.pi, kick.ravel(), cutoff_s=cutoff.ravel())
    flights = fly(vehicles, launches, earth=EarthModel.STILL)
    position, velocity = flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s
    distance, speed = (np.linalg.norm(vector, axis=-1) for vector in (position, velocity))
    rise = np.sum(position * velocity, axis=-1) / (distance * speed)
    downrange = np.arctan2(position[:, 1], position[:, 0])
    columns = (distance - EARTH_SEMI_MAJOR_AXIS_M, speed, np.arcsin(rise), downrange)
    return np.stack(columns, axis=-1).reshape(*shape, 4)


@dataclass(frozen=True, slots=True)
class Boosts:
    """The launches of a fleet that lead onto observed orbits; rows are orbit and vehicle.

    Attributes:
        orbit: number of the orbit.
        vehicle: number of the vehicle.
        lat_rad: of the launch.
        lon_rad: of the launch.
        azimuth_rad: of the launch.
        kick_rad: after the vertical rise.
        share: of the whole burn after which thrust ended.
        time_s: of the launch.
        burnout: state at burnout, ECEF.
        burnout_s: time of burnout.
        by_orbit: how the `UNKNOWNS` change with the orbit's state.
        by_unknowns: how the burnout's velocity changes with the `UNKNOWNS` but the time.
        weight: how likely each is, before anything but its orbit is known: of all launches alike
            in place and time, with shares and kicks as stated above.
    """

    orbit: Int[np.ndarray, "r"]
    vehicle: Int[np.ndarray, "r"]
    lat_rad: Float[np.ndarray, "r"]
    lon_rad: Float[np.ndarray, "r"]
    azimuth_rad: Float[np.ndarray, "r"]
    kick_rad: Float[np.ndarray, "r"]
    share: Float[np.ndarray, "r"]
    time_s: Float[np.ndarray, "r"]
    burnout: Float[np.ndarray, "r 6"]
    burnout_s: Float[np.ndarray, "r"]
    by_orbit: Float[np.ndarray, "r 6 6"]
    by_unknowns: Float[np.ndarray, "r 3 5"]
    weight: Float[np.ndarray, "r"]


def boosts(
    time_s: Float[np.ndarray, "k"], state_ecef: Float[np.ndarray, "k 6"], ships: Fleet
) -> Boosts:
    """The launches of a fleet's vehicles whose burnout lies on each of k orbits.

    Args:
        time_s: when each orbit has its state.
        state_ecef: in free flight, ECEF.
        ships: what might have flown.
    """
    parts = []
    for start in range(0, len(time_s), _CHUNK):
        chosen = slice(start, start + _CHUNK)
        part = _boosts(time_s[chosen], state_ecef[chosen], ships)
        parts.append(replace(part, orbit=part.orbit + start))
    return _joined(parts)


def _boosts(
    time_s: Float[np.ndarray, "k"], state_ecef: Float[np.ndarray, "k 6"], ships: Fleet
) -> Boosts:
    """The launches onto as many orbits as fit into memory."""
    orbits = arcs(np.zeros(len(time_s)), state_ecef, Grid(_BACK_S, 0.0))
    search = _begin(orbits, ships)
    arrived = []
    for _ in range(_STEPS):
        missed, slopes, flights = _linearised(search, orbits, ships)
        there = (np.abs(missed) < _TOLERANCES).all(axis=-1) & np.isfinite(slopes).all(axis=(1, 2))
        on = ~there & np.isfinite(missed).all(axis=-1)
        step = -np.linalg.solve(_scaled(slopes), (missed / _UNITS)[:, :, None])[:, :, 0]
        moved = search.moved(step * search.shortened(step)[:, None])
        if there.any():
            # The last step is taken, but no longer flown.
            onto = moved.take(there), slopes[there], flights.take(there)
            arrived.append(_found(*onto, orbits, time_s))
        if not on.any():
            break
        search = moved.take(on)
    return _joined(arrived)


def _joined(parts: Sequence[Boosts]) -> Boosts:
    """All launches within what is flown, by orbit and vehicle."""
    names = [each.name for each in fields(Boosts)]
    if not parts:
        none = np.empty(0)
        shapes = {"burnout": (0, 6), "by_orbit": (0, 6, 6), "by_unknowns": (0, 3, 5)}
        empty = {name: np.empty(shapes[name]) if name in shapes else none for name in names}
        nobody = np.empty(0, dtype=int)
        return Boosts(**(empty | {"orbit": nobody, "vehicle": nobody}))
    columns = {name: np.concatenate([getattr(part, name) for part in parts]) for name in names}
    every = Boosts(**columns)
    flown = (every.share >= SHARES[0]) & (every.share <= SHARES[1])
    flown &= every.kick_rad <= GREATEST_KICK_RAD
    order = np.lexsort((every.vehicle, every.orbit))
    order = order[flown[order]]
    return Boosts(**{name: column[order] for name, column in columns.items()})


# Residuals and unknowns brought to like sizes.
_UNITS: Final = np.array((1e3, 1e3, 1e3, 1.0, 1.0, 1.0))


def _scaled(slopes: Float[np.ndarray, "r 6 6"]) -> Float[np.ndarray, "r 6 6"]:
    """Slopes of the scaled residuals; where a flight failed, none that moves anything."""
    good = np.isfinite(slopes).all(axis=(1, 2))
    scaled = np.where(good[:, None, None], slopes / _UNITS[:, None], np.eye(6))
    flat = np.abs(np.linalg.det(scaled)) < 1e-30
    scaled[flat] = np.eye(6) * 1e30
    return scaled


@dataclass(frozen=True, slots=True)
class _Search:
    """Launches on the way to those wanted; the time is that of launch after the orbit's own."""

    orbit: Int[np.ndarray, "r"]
    vehicle: Int[np.ndarray, "r"]
    lat_rad: Float[np.ndarray, "r"]
    lon_rad: Float[np.ndarray, "r"]
    azimuth_rad: Float[np.ndarray, "r"]
    kick_rad: Float[np.ndarray, "r"]
    share: Float[np.ndarray, "r"]
    time_s: Float[np.ndarray, "r"]

    def shortened(self, step: Float[np.ndarray, "r 6"]) -> Float[np.ndarray, "r"]:
        """How much of each step is taken, so that none goes too far."""
        limits = np.tile(_LIMITS, (len(step), 1))
        limits[:, 2:4] *= (_KICK_LIMIT * (self.kick_rad + KICK_CORE_RAD))[:, None]
        return np.minimum(1.0, (limits / np.maximum(np.abs(step), 1e-300)).min(axis=-1))

    def moved(self, step: Float[np.ndarray, "r 6"]) -> _Search:
        """The launches a step further, within what is flown."""
        north, east, along, across, share, time_s = step.T
        kick = np.hypot(self.kick_rad + along, across)
        lat = np.clip(self.lat_rad + north / EARTH_MEAN_RADIUS_M, -1.57, 1.57)
        return replace(
            self,
            lat_rad=lat,
            lon_rad=self.lon_rad + east / (EARTH_MEAN_RADIUS_M * np.cos(self.lat_rad)),
            azimuth_rad=self.azimuth_rad + np.arctan2(across, self.kick_rad + along),
            kick_rad=np.minimum(kick, 2.0 * GREATEST_KICK_RAD),
            share=np.clip(self.share + share, 0.4, 1.02),
            time_s=self.time_s + time_s,
        )

    def take(self, index: Bool[np.ndarray, "r"]) -> _Search:
        """Those that a mask chooses."""
        return _Search(*(getattr(self, name)[index] for name in self.__slots__))


def _begin(orbits: Arcs, ships: Fleet) -> _Search:
    """For each orbit the flights of the tables that come nearest to it, one for each vehicle."""
    parts = []
    since = -np.arange(0.0, _BACK_S, _TRACE_S)
    for orbit in range(len(orbits.reference_s)):
        trace = orbits.at(since, np.full(len(since), orbit))
        rising = _rising(trace)
        if len(rising) > 1:
            parts.append(_nearest(orbit, since[rising], trace[rising], ships))
    if not parts:
        nothing, none = np.empty(0), np.empty(0, dtype=int)
        return _Search(none, none, nothing, nothing, nothing, nothing, nothing, nothing)
    names = _Search.__slots__
    return _Search(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _rising(trace: Float[np.ndarray, "t 6"]) -> Int[np.ndarray, "s"]:
    """Rows of a trace backward in time on which the object climbs from the ground, upward."""
    height = height_m(trace[:, :3])
    below = np.flatnonzero(height < 0.0)
    rows = np.arange(below[0] + 1 if len(below) else len(height))
    climbs = np.sum(trace[rows, :3] * trace[rows, 3:], axis=-1) > 0.0
    return rows[climbs][::-1]


def _nearest(
    orbit: int, since_s: Float[np.ndarray, "s"], trace: Float[np.ndarray, "s 6"], ships: Fleet
) -> _Search:
    """The table's flight of each vehicle nearest to the orbit in speed and angle at its height."""
    height = np.linalg.norm(trace[:, :3], axis=-1)
    up = trace[:, :3] / height[:, None]
    height = height_m(trace[:, :3])
    speed = np.linalg.norm(trace[:, 3:], axis=-1)
    angle = np.arcsin(np.sum(up * trace[:, 3:], axis=-1) / speed)
    at, fast, steep, downrange = np.moveaxis(ships.table, -1, 0)
    away = ((fast - np.interp(at, height, speed)) / _NEAR_SPEED_M_S) ** 2
    away += ((steep - np.interp(at, height, angle)) / _NEAR_ANGLE_RAD) ** 2
    away[~np.isfinite(away) | (at > height[-1]) | (at < height[0])] = np.inf
    flat = away.reshape(len(away), -1)
    best = flat.argmin(axis=-1)
    vehicle = np.flatnonzero(flat[np.arange(len(flat)), best] < _FAR)
    cut, kick = np.unravel_index(best[vehicle], away.shape[1:])
    burnt_s = np.interp(at[vehicle, cut, kick], height, since_s)
    lat, lon, azimuth = _launched(trace, since_s, burnt_s, downrange[vehicle, cut, kick])
    share = ships.share[cut]
    return _Search(
        np.full(len(vehicle), orbit),
        vehicle,
        lat,
        lon,
        azimuth,
        np.exp(ships.log_kick[kick]),
        share,
        burnt_s - share * ships.burn_s[vehicle],
    )


def _launched(
    trace: Float[np.ndarray, "s 6"],
    since_s: Float[np.ndarray, "s"],
    burnt_s: Float[np.ndarray, "v"],
    downrange_rad: Float[np.ndarray, "v"],
) -> tuple[Float[np.ndarray, "v"], Float[np.ndarray, "v"], Float[np.ndarray, "v"]]:
    """Places and azimuths of launch that far back from where the orbit is at burnout."""
    burnout = np.stack([np.interp(burnt_s, since_s, column) for column in trace.T], axis=-1)
    lat, lon, _ = ecef_to_geodetic(burnout[:, :3])
    east, north, _ = np.einsum("vij,vj->iv", east_north_up(lat, lon), burnout[:, 3:])
    start = sphere.destination(lat, lon, np.arctan2(-east, -north), downrange_rad)
    return *start, sphere.azimuth_rad(*start, lat, lon)


def _linearised(
    search: _Search, orbits: Arcs, ships: Fleet
) -> tuple[Float[np.ndarray, "r 6"], Float[np.ndarray, "r 6 6"], Flights]:
    """Burnouts less the orbits where they should be, their slopes, and the flights.

    How a burnout moves with the place of launch is a turn of the Earth under it: all but a
    hundredth of it, which Newton's method does not need.
    """
    count = len(search.orbit)
    kick_step = _KICK_STEP * (search.kick_rad + KICK_CORE_RAD)
    nothing = np.zeros_like(kick_step)
    across = np.stack((nothing, nothing, kick_step, nothing))
    along = search.kick_rad + np.stack((nothing, kick_step, nothing, nothing))
    burn_s = ships.burn_s[search.vehicle]
    share_step = np.array((0.0, 0.0, 0.0, -_SHARE_STEP))
    flights = fly(
        ships.vehicles,
        Launches(
            np.tile(search.vehicle, 4),
            np.tile(search.lat_rad, 4),
            np.tile(search.lon_rad, 4),
            (search.azimuth_rad + np.arctan2(across, along)).ravel(),
            np.hypot(along, across).ravel(),
            cutoff_s=(burn_s * np.add.outer(share_step, search.share)).ravel(),
        ),
    )
    burnout = np.hstack((flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s))
    burnout = burnout.reshape(4, count, 6)
    burnt_s = flights.burnout_time_s.reshape(4, count)
    wanted = orbits.at(search.time_s + burnt_s[0], search.orbit)
    passing = rates(wanted)
    slopes = np.empty((count, 6, 6))
    slopes[:, :, :2] = _turns(search, burnout[0])
    for row, step in ((1, kick_step), (2, kick_step), (3, np.full(count, -_SHARE_STEP))):
        later = (burnt_s[row] - burnt_s[0])[:, None]
        slopes[:, :, row + 1] = (burnout[row] - burnout[0] - later * passing) / step[:, None]
    slopes[:, :, 5] = -passing
    return burnout[0] - wanted, slopes, flights.take(np.arange(count))


def _turns(search: _Search, burnout: Float[np.ndarray, "r 6"]) -> Float[np.ndarray, "r 6 2"]:
    """How burnouts move when the launch moves a metre north or east, its azimuth kept."""
    axes = east_north_up(search.lat_rad, search.lon_rad)
    pole = np.array((0.0, 0.0, 1.0)) / np.cos(search.lat_rad)[:, None]
    spins = (-axes[:, 0] / EARTH_MEAN_RADIUS_M, pole / EARTH_MEAN_RADIUS_M)
    parts = [
        np.hstack((np.cross(spin, burnout[:, :3]), np.cross(spin, burnout[:, 3:])))
        for spin in spins
    ]
    return np.stack(parts, axis=-1)


def _found(
    search: _Search,
    slopes: Float[np.ndarray, "r 6 6"],
    flights: Flights,
    orbits: Arcs,
    time_s: Float[np.ndarray, "k"],
) -> Boosts:
    """The launches found, with what they and their burnouts depend on."""
    burnt_s = search.time_s + flights.burnout_time_s
    burnout = np.hstack((flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s))
    onto = orbits.partials_at(burnt_s, search.orbit)
    by_orbit = np.linalg.solve(_scaled(slopes), onto / _UNITS[:, None])
    # Without the time, and relative to a fixed Earth: the burnout's own motion with the unknowns.
    passing = rates(burnout)[:, 3:, None]
    own = slopes[:, 3:, :5].copy()
    per_share = flights.burnout_time_s / np.maximum(search.share, 1e-9)
    own[:, :, 4] += passing[:, :, 0] * per_share[:, None]
    return Boosts(
        orbit=search.orbit,
        vehicle=search.vehicle,
        lat_rad=search.lat_rad,
        lon_rad=np.remainder(search.lon_rad + np.pi, 2.0 * np.pi) - np.pi,
        azimuth_rad=np.remainder(search.azimuth_rad, 2.0 * np.pi),
        kick_rad=search.kick_rad,
        share=search.share,
        time_s=time_s[search.orbit] + search.time_s,
        burnout=burnout,
        burnout_s=time_s[search.orbit] + burnt_s,
        by_orbit=by_orbit,
        by_unknowns=own,
        weight=_kick_density(search.kick_rad) / np.abs(np.linalg.det(_scaled(slopes))),
    )


def _kick_density(kick_rad: Float[np.ndarray, "r"]) -> Float[np.ndarray, "r"]:
    """How likely kicks are, for one unit of the plane of kicks north and east."""
    return 1.0 / (kick_rad**2 + KICK_CORE_RAD**2)
