"""Where flights began, while they fly.

As long as the thrust is on, a state is held against states of the same height, speed and climb that
vehicles around the catalogue's missiles have under power: what these have behind them, way and
time, is spread as the launches are. That takes a table and no flight, and is there with the first
velocity. In free flight the boost is over, and `fusion.launch_point` traces it back.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield import catalog
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_SEMI_MAJOR_AXIS_M
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import NORMAL_RADII
from glasshield.flight.fly import EarthModel, Launches, Sampling, fly
from glasshield.fusion.boosts import KICK_CORE_RAD, Fleet, fleet
from glasshield.fusion.ellipse import LEVELS
from glasshield.fusion.launch_point import AlsoSeen, LaunchPoints, UnderPower, launch_points

_DRAWS: Final = 4
_STEP_S: Final = 2.0
_KICKS: Final = np.geomspace(math.radians(0.15), math.radians(40.0), 30)
# How finely the table knows states under power: its steps, and how missiles differ from it.
_HEIGHT_M: Final = 3e3
_SPEED_SHARE: Final = 0.05
_CLIMB_RAD: Final = math.radians(2.5)
_FIT: Final = 9.0  # the nearest state of the table is not farther than this, squared
_FEWEST: Final = 8.0  # effective number of states
# What the launches of missiles unlike those of the table are off by beside their spread: assumed.
_UNLIKE_SHARE: Final = 0.05
_UNLIKE_M: Final = 2e3
_UNLIKE_S: Final = 3.0
_LEAST_CLIMB_RAD: Final = math.radians(3.0)
_WIDTH: Final = 3.92  # of an interval that holds 95 %, in standard deviations


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
        is_traced: whether it was traced back from free flight.
    """

    lat_rad: float
    lon_rad: float
    covariance_m2: Float[np.ndarray, "2 2"]
    radii: tuple[float, float]
    time: Instant
    sigma_s: float
    is_traced: bool

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
    )


def prepare() -> None:
    """Makes the tables that every launch needs."""
    _powered()


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
    return Origin(
        lat0, lon0, ground, NORMAL_RADII, time.plus_s(-before_s), sigma_s, is_traced=False
    )


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
class Rising:
    """Objects in free flight whose launches are to be traced back; k of them.

    Attributes:
        epoch: where the times count from.
        time_s: of each state.
        state_ecef: in free flight.
        covariance: of the states.
        burnt_out_by_s: thrust had ended by then; NaN where nobody knows.
        under_power: a place of each while its thrust was on; NaN where there is none.
    """

    epoch: Instant
    time_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    covariance: Float[np.ndarray, "k 6 6"]
    burnt_out_by_s: Float[np.ndarray, "k"]
    under_power: UnderPower


def traced(rising: Rising) -> list[Origin | None]:
    """Where these flights began; None where too few vehicles lead onto one."""
    seen = AlsoSeen(burnt_out_by_s=rising.burnt_out_by_s, under_power=rising.under_power)
    found = launch_points(rising.time_s, rising.state_ecef, rising.covariance, ships(), seen)
    known: Bool[np.ndarray, "k"] = found.known
    return [_origin(found, k, rising.epoch) if known[k] else None for k in range(len(known))]


def _origin(found: LaunchPoints, k: int, epoch: Instant) -> Origin:
    radii = found.ellipse.radii[k]
    return Origin(
        float(found.ellipse.lat_rad[k]),
        float(found.ellipse.lon_rad[k]),
        found.ellipse.covariance_m2[k],
        (float(radii[LEVELS.index(0.5)]), float(radii[LEVELS.index(0.95)])),
        epoch.plus_s(float(found.time_s[k])),
        float(found.time_high_s[k] - found.time_low_s[k]) / _WIDTH,
        is_traced=True,
    )
