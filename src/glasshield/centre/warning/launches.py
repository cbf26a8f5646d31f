"""Where flights began, while they fly.

As long as the thrust is on, a state is held against states of the same height, speed and climb that
vehicles around the catalogue's missiles have under power: what these have behind them, way and
time, is spread as the launches are. In free flight the orbit is followed back, and held at each
height against those states in which a thrust may have ended there. That takes a table and no
flight; `fusion.launch_point`, which flies each vehicle onto the orbit, says it better and takes
fifty times as long.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, fields
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield import catalog
from glasshield.centre.warning import orbits
from glasshield.constants import (
    EARTH_MEAN_RADIUS_M,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
)
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import NORMAL_RADII
from glasshield.flight.fly import EarthModel, Launches, Sampling, fly
from glasshield.fusion.boosts import KICK_CORE_RAD, Fleet, fleet
from glasshield.fusion.ellipse import LEVELS, Ellipses

_DRAWS: Final = 4
_STEP_S: Final = 2.0
_KICKS: Final = np.geomspace(math.radians(0.15), math.radians(40.0), 30)
# How finely the table knows states under power: its steps, and how missiles differ from it.
_HEIGHT_M: Final = 3e3
_SPEED_SHARE: Final = 0.05
_CLIMB_RAD: Final = math.radians(2.5)
_FIT: Final = 9.0  # the nearest state of the table is not farther than this, squared
_FEWEST: Final = 4.0  # effective number of states
_LEAST_SHARE: Final = 0.5  # of its burn after which a thrust may end
_ORBIT_SPEED_SHARE: Final = 0.04
_ORBIT_CLIMB_RAD: Final = math.radians(2.5)
_FASTEST_GROUND_M_S: Final = 500.0  # of the turning Earth
_SEEN_END_S: Final = 4.0  # how well the end of thrust is known where it was seen
_NOTABLE: Final = 1e-3  # of the greatest weight, from which on a state counts
_SLOPES: Final = np.diag((100.0,) * 3 + (0.1,) * 3)
# What the launches of missiles unlike those of the table are off by beside their spread: assumed.
_UNLIKE_SHARE: Final = 0.05
_UNLIKE_M: Final = 2e3
_UNLIKE_S: Final = 3.0
_SPIN: Final = np.array((0.0, 0.0, EARTH_ROTATION_RAD_S))
_LEAST_CLIMB_RAD: Final = math.radians(3.0)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where and when a flight began.

    Attributes:
        lat_rad: of the middle, geodetic.
        lon_rad: of the middle.
        covariance_m2: of east and north around it.
        radii: of the ellipses that hold 50 and 95 %, in standard deviations.
        time: of the launch.
        sigma_s: its standard deviation.
    """

    lat_rad: float
    lon_rad: float
    covariance_m2: Float[np.ndarray, "2 2"]
    radii: tuple[float, float]
    time: Instant
    sigma_s: float

    @property
    def semi_major_m(self) -> float:
        """Half of the 95 % ellipse's length."""
        return self.radii[1] * float(np.sqrt(np.linalg.eigvalsh(self.covariance_m2)[-1]))


@dataclass(frozen=True, slots=True)
class _Powered:
    """States under power over an Earth that stands still, and what lies behind them."""

    height_m: Float[np.ndarray, "n"]
    speed_m_s: Float[np.ndarray, "n"]
    climb_rad: Float[np.ndarray, "n"]
    way_rad: Float[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    log_weight: Float[np.ndarray, "n"]
    may_end: Bool[np.ndarray, "n"]

    def take(self, chosen: Bool[np.ndarray, "n"]) -> _Powered:
        """Those that a mask chooses."""
        return _Powered(*(getattr(self, each.name)[chosen] for each in fields(self)))


@functools.cache
def ships() -> Fleet:
    """Vehicles around the missiles of the packaged catalogue."""
    return fleet(tuple(catalog.load().missiles.values()), _DRAWS)


@functools.cache
def _powered() -> _Powered:
    """Every vehicle with every kick, every two seconds until its thrust ends."""
    vehicles = ships().vehicles
    index = np.repeat(np.arange(len(vehicles)), len(_KICKS))
    kick = np.tile(_KICKS, len(vehicles))
    burn_s = ships().burn_s[index]
    count = int(burn_s.max() / _STEP_S) + 1
    launches = Launches(index, 0.0, 0.0, 0.5 * np.pi, kick)
    sampling = Sampling(_STEP_S, count, velocities=True)
    flights = fly(vehicles, launches, earth=EarthModel.STILL, sampling=sampling)
    time_s = _STEP_S * np.arange(count)
    position, velocity = flights.positions_ecef_m, flights.velocities_ecef_m_s
    distance = np.linalg.norm(position, axis=-1)
    speed = np.linalg.norm(velocity, axis=-1)
    with np.errstate(invalid="ignore"):
        taken = (time_s <= burn_s[:, None]) & (speed > 1.0) & np.isfinite(distance)
    climb = np.sum(position * velocity, axis=-1)[taken] / (distance * speed)[taken]
    # Kicks stand evenly by their logarithm; they are spread as `fusion.boosts` has them.
    weight = 2.0 * np.log(kick) - np.log(kick**2 + KICK_CORE_RAD**2)
    return _Powered(
        distance[taken] - EARTH_SEMI_MAJOR_AXIS_M,
        speed[taken],
        np.arcsin(np.clip(climb, -1.0, 1.0)),
        np.arctan2(position[..., 1], position[..., 0])[taken],
        np.broadcast_to(time_s, taken.shape)[taken],
        np.broadcast_to(weight[:, None], taken.shape)[taken],
        (time_s >= _LEAST_SHARE * burn_s[:, None])[taken],
    )


@functools.cache
def _ends() -> _Powered:
    """Those states in which a thrust may end."""
    return _powered().take(_powered().may_end)


def prepare() -> None:
    """Makes the tables that every launch needs."""
    _ends()


def under_power(
    time: Instant, state_ecef: Float[np.ndarray, "6"], covariance: Float[np.ndarray, "6 6"]
) -> Origin | None:
    """Where a flight that may still be under power began; None where the table holds no like state.

    Args:
        time: of the state.
        state_ecef: position (m) and velocity (m/s).
        covariance: of the state.
    """
    lat, lon, height = (float(each) for each in ecef_to_geodetic(state_ecef[:3]))
    axes = east_north_up(lat, lon)
    east, north, up = (axes @ state_ecef[3:]).tolist()
    level, speed = math.hypot(east, north), float(np.linalg.norm(state_ecef[3:]))
    climb = math.atan2(up, level)
    if climb < _LEAST_CLIMB_RAD:
        return None
    weight = _likeness(height, speed, climb, _told_by(axes, state_ecef, covariance))
    if weight is None:
        return None
    table = _powered()
    told = np.stack((EARTH_MEAN_RADIUS_M * table.way_rad, table.time_s))
    way_m, before_s = (told @ weight).tolist()
    spread = (told - [[way_m], [before_s]]) * weight @ (told - [[way_m], [before_s]]).T
    toward = math.atan2(east, north)
    place = geodesic.direct(lat, lon, toward + math.pi, way_m)
    along2 = spread[0, 0] + (_UNLIKE_SHARE * way_m) ** 2 + _UNLIKE_M**2
    turn = (axes @ covariance[3:, 3:] @ axes.T)[:2, :2]
    aside = np.array((math.cos(toward), -math.sin(toward)))
    across2 = _UNLIKE_M**2 + (aside @ turn @ aside) * (way_m / max(level, 1.0)) ** 2
    ahead = np.array((math.sin(toward), math.cos(toward)))
    own = (axes @ covariance[:3, :3] @ axes.T)[:2, :2]
    ground = along2 * np.outer(ahead, ahead) + across2 * np.outer(aside, aside) + own
    sigma_s = math.sqrt(spread[1, 1] + _UNLIKE_S**2)
    lat0, lon0 = float(place.lat_rad), float(place.lon_rad)
    return Origin(lat0, lon0, ground, NORMAL_RADII, time.plus_s(-before_s), sigma_s)


def _told_by(
    axes: Float[np.ndarray, "3 3"],
    state_ecef: Float[np.ndarray, "6"],
    covariance: Float[np.ndarray, "6 6"],
) -> Float[np.ndarray, "3 3"]:
    """The covariance of height, speed and climb."""
    velocity = axes @ state_ecef[3:]
    speed, level = float(np.linalg.norm(velocity)), float(np.hypot(velocity[0], velocity[1]))
    slope = np.zeros((3, 6))
    slope[0, :3] = axes[2]
    slope[1, 3:] = (velocity / max(speed, 1.0)) @ axes
    climbing = np.array((0.0, 0.0, level)) - np.append(velocity[:2], 0.0) * velocity[2] / max(
        level, 1.0
    )
    slope[2, 3:] = climbing @ axes / max(speed, 1.0) ** 2
    told: Float[np.ndarray, "3 3"] = slope @ covariance @ slope.T
    return told


def _likeness(
    height_m: float, speed_m_s: float, climb_rad: float, spread: Float[np.ndarray, "3 3"]
) -> Float[np.ndarray, "n"] | None:
    """How likely each state of the table is the one that was seen; None where none is like it."""
    table = _powered()
    off = np.stack(
        (
            table.height_m - height_m,
            table.speed_m_s - speed_m_s,
            table.climb_rad - climb_rad,
        )
    )
    floor = np.diag((_HEIGHT_M, _SPEED_SHARE * speed_m_s, _CLIMB_RAD)) ** 2
    distance2 = np.sum(off * np.linalg.solve(spread + floor, off), axis=0)
    if distance2.min() > _FIT:
        return None
    log = table.log_weight - 0.5 * distance2
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    enough = 1.0 / float(np.sum(weight**2)) >= _FEWEST
    return weight if enough else None


@dataclass(frozen=True, slots=True)
class Rise:
    """A flight whose launch is to be traced back.

    Attributes:
        time: of the state.
        state_ecef: in free flight.
        covariance: of the state.
        free_since_s: for how long it has been in free flight.
        saw_power: whether it was seen under power before.
    """

    time: Instant
    state_ecef: Float[np.ndarray, "6"]
    covariance: Float[np.ndarray, "6 6"]
    free_since_s: float
    saw_power: bool


def traced(rise: Rise) -> Origin | None:
    """Where a flight in free flight began; None where nothing of the table leads onto it."""
    table = _possible(rise)
    if not len(table.height_m):
        return None
    passed = _passed(rise.state_ecef, EARTH_SEMI_MAJOR_AXIS_M + table.height_m)
    speed = np.linalg.norm(passed.velocity_m_s, axis=1)
    up = passed.position_m / np.linalg.norm(passed.position_m, axis=1, keepdims=True)
    climb = np.arcsin(np.clip(np.sum(up * passed.velocity_m_s, axis=1) / speed, -1.0, 1.0))
    weight = _leading(rise, table, passed, (speed, climb))
    if weight is None:
        return None
    rows = np.flatnonzero(weight > _NOTABLE * weight.max())
    share = weight[rows] / weight[rows].sum()
    if 1.0 / float(np.sum(share**2)) < _FEWEST:
        return None
    places = _behind(up[rows], passed.velocity_m_s[rows], table.way_rad[rows])
    before_s = passed.before_s[rows] + table.time_s[rows]
    ellipse = Ellipses.of_samples(places[None], share[None])
    radii = ellipse.radii[0]
    way_m = EARTH_MEAN_RADIUS_M * float(share @ table.way_rad[rows])
    unlike = ((_UNLIKE_SHARE * way_m) ** 2 + _UNLIKE_M**2) * np.eye(2)
    height = float(share @ table.height_m[rows])
    ground = ellipse.covariance_m2[0] + unlike + _by_orbit(rise, height)
    mean_s = float(share @ before_s)
    sigma_s = math.sqrt(float(share @ (before_s - mean_s) ** 2) + _UNLIKE_S**2)
    return Origin(
        float(ellipse.lat_rad[0]),
        float(ellipse.lon_rad[0]),
        ground,
        (
            max(float(radii[LEVELS.index(0.5)]), NORMAL_RADII[0]),
            max(float(radii[LEVELS.index(0.95)]), NORMAL_RADII[1]),
        ),
        rise.time.plus_s(-mean_s),
        sigma_s,
    )


@dataclass(frozen=True, slots=True)
class _Passed:
    """Where and how fast an orbit came up through some distances from the Earth's middle."""

    position_m: Float[np.ndarray, "n 3"]
    velocity_m_s: Float[np.ndarray, "n 3"]
    before_s: Float[np.ndarray, "n"]


def _passed(state_ecef: Float[np.ndarray, "6"], radius_m: Float[np.ndarray, "n"]) -> _Passed:
    """The ascent of an orbit before a state; NaN where it was never so high, or is not bound.

    Source: Vallado 2013, Fundamentals of Astrodynamics, sections 1.3 and 2.2.
    """
    position, velocity = state_ecef[:3], orbits.inertial_velocity(state_ecef)
    distance = float(np.linalg.norm(position))
    normal = orbits.crossed(position, velocity)
    parameter = float(normal @ normal) / EARTH_MU_M3_S2
    rate = float(position @ velocity) / distance
    cosine, sine = parameter / distance - 1.0, math.sqrt(parameter / EARTH_MU_M3_S2) * rate
    eccentricity = math.hypot(cosine, sine)
    here = math.atan2(sine, cosine) % (2.0 * math.pi)
    with np.errstate(invalid="ignore"):
        there = np.arccos((parameter / radius_m - 1.0) / eccentricity)
        there = np.where((eccentricity < 1.0) & (there <= here), there, np.nan)
    before_s = _since_perigee_s(np.array([here]), eccentricity, parameter) - _since_perigee_s(
        there, eccentricity, parameter
    )
    outward = position / distance
    onward = orbits.crossed(normal / np.linalg.norm(normal), outward)
    turn = there - here
    radial = np.cos(turn)[:, None] * outward + np.sin(turn)[:, None] * onward
    across = -np.sin(turn)[:, None] * outward + np.cos(turn)[:, None] * onward
    pull = math.sqrt(EARTH_MU_M3_S2 / parameter)
    moving = pull * (
        (eccentricity * np.sin(there))[:, None] * radial
        + (1.0 + eccentricity * np.cos(there))[:, None] * across
    )
    place = radius_m[:, None] * radial
    moving = moving - orbits.crossed(_SPIN, place)
    spin = EARTH_ROTATION_RAD_S * before_s  # the Earth has turned since
    return _Passed(_turned(place, spin), _turned(moving, spin), before_s)


def _since_perigee_s(
    true_rad: Float[np.ndarray, "n"], eccentricity: float, parameter_m: float
) -> Float[np.ndarray, "n"]:
    """Time since perigee at true anomalies from nothing to a turn."""
    if eccentricity >= 1.0:
        return np.full(len(true_rad), np.nan)
    shape = math.sqrt((1.0 - eccentricity) / (1.0 + eccentricity))
    eccentric = 2.0 * np.arctan2(shape * np.sin(0.5 * true_rad), np.cos(0.5 * true_rad))
    axis_m = parameter_m / (1.0 - eccentricity**2)
    time_s: Float[np.ndarray, "n"] = math.sqrt(axis_m**3 / EARTH_MU_M3_S2) * (
        eccentric - eccentricity * np.sin(eccentric)
    )
    return time_s


def _turned(
    vector: Float[np.ndarray, "n 3"], angle_rad: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 3"]:
    """Vectors turned eastward about the Earth's axis."""
    cosine, sine = np.cos(angle_rad), np.sin(angle_rad)
    x, y, z = vector.T
    return np.column_stack((cosine * x - sine * y, sine * x + cosine * y, z))


def _possible(rise: Rise) -> _Powered:
    """Those ends of thrust whose speed is about the orbit's there, whatever the Earth's turning."""
    table = _ends()
    radius = EARTH_SEMI_MAJOR_AXIS_M + table.height_m
    velocity = orbits.inertial_velocity(rise.state_ecef)
    fall2 = 2.0 * EARTH_MU_M3_S2 * (1.0 / radius - 1.0 / np.linalg.norm(rise.state_ecef[:3]))
    speed2 = float(velocity @ velocity) + fall2
    speed = np.sqrt(np.maximum(speed2, 0.0))
    unsure = float(np.sqrt(np.trace(rise.covariance[3:, 3:])))
    room = _FASTEST_GROUND_M_S + 3.0 * np.hypot(_ORBIT_SPEED_SHARE * speed, unsure)
    return table.take((speed2 > 0.0) & (np.abs(table.speed_m_s - speed) <= room))


def _leading(
    rise: Rise,
    table: _Powered,
    passed: _Passed,
    moving: tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]],
) -> Float[np.ndarray, "n"] | None:
    """How likely the thrust ended in each state of the table; None where in none of them."""
    speed, climb = moving
    unsure = float(np.sqrt(np.trace(rise.covariance[3:, 3:])))
    speed_sigma = np.hypot(_ORBIT_SPEED_SHARE * speed, unsure)
    climb_sigma = np.hypot(_ORBIT_CLIMB_RAD, unsure / speed)
    distance2 = ((table.speed_m_s - speed) / speed_sigma) ** 2
    distance2 = distance2 + ((table.climb_rad - climb) / climb_sigma) ** 2
    late_s = (rise.free_since_s - passed.before_s) / _SEEN_END_S
    distance2 = distance2 + (late_s if rise.saw_power else np.maximum(late_s, 0.0)) ** 2
    if np.isnan(distance2).all() or np.nanmin(distance2) > _FIT:
        return None
    log = table.log_weight - 0.5 * distance2
    return np.nan_to_num(np.exp(log - np.nanmax(log)))


def _behind(
    up: Float[np.ndarray, "n 3"],
    velocity_m_s: Float[np.ndarray, "n 3"],
    way_rad: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n 3"]:
    """Places on the ground so far behind others, against their velocity."""
    level = velocity_m_s - np.sum(velocity_m_s * up, axis=1, keepdims=True) * up
    ahead = level / np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1e-6)
    place = np.cos(way_rad)[:, None] * up - np.sin(way_rad)[:, None] * ahead
    lat, lon, _ = ecef_to_geodetic(EARTH_SEMI_MAJOR_AXIS_M * place)
    return geodetic_to_ecef(lat, lon, 0.0)


def _by_orbit(rise: Rise, height: float) -> Float[np.ndarray, "2 2"]:
    """What the covariance of the orbit does to the place where it began: east and north."""
    radius = np.array([EARTH_SEMI_MAJOR_AXIS_M + height])
    here = _passed(rise.state_ecef, radius).position_m[0]
    moved = [_passed(rise.state_ecef + each, radius).position_m[0] - here for each in _SLOPES]
    slopes = np.array(moved).T / np.diag(_SLOPES)
    lat, lon, _ = (float(each) for each in ecef_to_geodetic(here))
    level = east_north_up(lat, lon)[:2] @ slopes
    spread = level @ rise.covariance @ level.T
    return np.nan_to_num(spread)
