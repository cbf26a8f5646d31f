"""How a flight that was tracked began: when, where, and whereto.

A flight that is known from the ground on says so itself. Of another the launch is traced back: from
its free flight, with every vehicle drawn around the catalogue's missiles that could have led onto
it, and from where it was first seen under power. Where no such vehicle leads onto it, as onto the
flight of a booster that is faster than all of them, the first state under power alone says how long
before it, and how far behind it, the launch can have been.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from scipy.special import ndtr

from glasshield.catalog.model import Missile
from glasshield.constants import EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import geodesic, sphere
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.boosts import fleet
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.even import normals
from glasshield.fusion.launch_point import AlsoSeen, LaunchPoints, UnderPower, launch_points

GROUND_M: Final = 2_000.0  # what is below it and slow stands on the ground
SAMPLES: Final = 2_000
_SLOW_M_S: Final = 300.0
_AIR_TOP_M: Final = 100e3
_STEADY: Final = 0.01  # share by which the energy of a free flight may seem to change
_FEWEST_ROWS: Final = 10  # a handful of rows looks free under thrust, too
_INTERVAL: Final = 1.96  # deviations on either side of the mean that hold 95 %
_NEAR_M: Final = 1_000.0  # launch to the end of thrust, below which there is no direction
# What burns unlike the catalogue's missiles, as interceptors do, is traced back this much worse:
# assumed, after rehearsals of both tests of the catalogue (off by 2 to 9 s and 0.5 to 2 km).
_UNLIKE_S: Final = 5.0
_UNLIKE_M: Final = 1_000.0
# A first state below this height tells of the launch by itself: with any mean acceleration between
# these along a path no flatter than its own.
_LOW_M: Final = 60e3
_LEAST_M_S2: Final = 5.0
_MOST_M_S2: Final = 60.0
_LEAST_CLIMB_RAD: Final = np.radians(10.0)
_SURE_OF: Final = 0.2  # share of the speed that is not known, up to which it is


@dataclass(frozen=True, slots=True)
class FlownObject:
    """What flew, as somebody tracked it or as it really was.

    Attributes:
        id: what it is called.
        epoch: where times count from.
        time_s: of each state.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        covariance: of the states; none of a path that is exact.
        is_boosting: whether the tracker held thrust for likelier than not; none where it says
            nothing.
        simulated: whether the data are made up.
    """

    id: str
    epoch: Instant
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"] | None
    is_boosting: Bool[np.ndarray, "n"] | None
    simulated: bool


@dataclass(frozen=True, slots=True)
class Launch:
    """When, where and whereto a flight began, by equally likely samples.

    Attributes:
        time_s: of launch.
        lat_rad: of the launch.
        lon_rad: of the launch.
        azimuth_rad: from there to the point under the end of thrust.
    """

    time_s: Float[np.ndarray, "m"]
    lat_rad: Float[np.ndarray, "m"]
    lon_rad: Float[np.ndarray, "m"]
    azimuth_rad: Float[np.ndarray, "m"]


def launch_of(flown: FlownObject, missiles: Sequence[Missile]) -> Launch | None:
    """How a flight began; none where that cannot be said."""
    free = free_rows(flown)
    lat, lon, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    speed_m_s = float(np.linalg.norm(flown.state_ecef[0, 3:]))
    if height_m[0] < GROUND_M and speed_m_s < _SLOW_M_S:
        # It stands or has just left: the speed and a mean acceleration of 20 m/s2 say since when.
        time_s = flown.time_s[:1] - speed_m_s / 20.0
        end = len(lat) - 1 if free is None else int(free[0])
        azimuth = _azimuth(lat[:1], lon[:1], float(lat[end]), float(lon[end]))
        return Launch(time_s, lat[:1], lon[:1], azimuth)
    traced = None if free is None else _traced(flown, free, missiles)
    return traced or _before_first(flown, free)


def free_rows(flown: FlownObject) -> np.ndarray | None:
    """The rows of free flight above the air, those on the way; none where there are no such.

    They are those at the end of the track whose energy is that of the last but for a hundredth.
    """
    _, _, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    above = np.flatnonzero(height_m > _AIR_TOP_M)
    if not len(above):
        return None
    energy = _energy(flown.state_ecef[above])
    steady = np.abs(energy - energy[-1]) <= _STEADY * abs(energy[-1])
    begin = len(steady) - int(np.argmin(steady[::-1])) if not steady.all() else 0
    rows = above[begin:]
    if flown.is_boosting is not None:
        rows = rows[~flown.is_boosting[rows]]
    enough = _FEWEST_ROWS if flown.covariance is not None else 1
    return rows if len(rows) >= enough else None


def _energy(state_ecef: Float[np.ndarray, "n 6"]) -> Float[np.ndarray, "n"]:
    """Energy for each kilogram of states in the central field."""
    turning = np.array((0.0, 0.0, EARTH_ROTATION_RAD_S))
    velocity = state_ecef[:, 3:] + np.cross(turning, state_ecef[:, :3])
    potential = EARTH_MU_M3_S2 / np.linalg.norm(state_ecef[:, :3], axis=-1)
    energy: Float[np.ndarray, "n"] = 0.5 * np.sum(velocity**2, axis=-1) - potential
    return energy


def _traced(flown: FlownObject, free: np.ndarray, missiles: Sequence[Missile]) -> Launch | None:
    """The launch traced back from a free flight; none where too few vehicles lead onto it."""
    first, last = int(free[0]), int(free[-1])
    covariance = covariances(flown)
    under_power = None
    if first > 0:
        place = flown.state_ecef[:1, :3]
        under_power = UnderPower(flown.time_s[:1], place, covariance[:1, :3, :3])
    found = launch_points(
        flown.time_s[[last]],
        flown.state_ecef[[last]],
        covariance[[last]],
        fleet(missiles),
        AlsoSeen(burnt_out_by_s=flown.time_s[[first]], under_power=under_power),
    )
    if not found.known[0]:
        return None
    return _sampled(found, flown.state_ecef[first, :3])


def _sampled(found: LaunchPoints, end_of_thrust_m: Float[np.ndarray, "3"]) -> Launch:
    """Samples of a launch, normal in time and on the ground."""
    draws = normals(SAMPLES, 3)
    wider = replace(
        found.ellipse, covariance_m2=found.ellipse.covariance_m2 + _UNLIKE_M**2 * np.eye(2)
    )
    lat, lon = places_around(wider, draws[:, :2])
    own_s = (found.time_high_s[0] - found.time_low_s[0]) / (2.0 * _INTERVAL)
    sigma_s = np.hypot(own_s, _UNLIKE_S)
    end_lat, end_lon, _ = ecef_to_geodetic(end_of_thrust_m)
    azimuth = _azimuth(lat, lon, float(end_lat), float(end_lon))
    return Launch(found.time_s[0] + sigma_s * draws[:, 2], lat, lon, azimuth)


def _before_first(flown: FlownObject, free: np.ndarray | None) -> Launch | None:
    """The launch before the first low state whose velocity is known; none without such a state."""
    lat, lon, height_m = ecef_to_geodetic(flown.state_ecef[:, :3])
    speed = np.linalg.norm(flown.state_ecef[:, 3:], axis=-1)
    unsure = np.sqrt(np.trace(covariances(flown)[:, 3:, 3:], axis1=1, axis2=2))
    low = np.flatnonzero((height_m < _LOW_M) & (unsure < _SURE_OF * speed))
    if not len(low):
        return None
    row = int(low[0])
    east, north, up = east_north_up(lat[row], lon[row]) @ flown.state_ecef[row, 3:]
    climb = float(np.arctan2(up, np.hypot(east, north)))
    if climb < _LEAST_CLIMB_RAD:
        return None
    shares = ndtr(normals(SAMPLES, 2))
    pull = _LEAST_M_S2 * (_MOST_M_S2 / _LEAST_M_S2) ** shares[:, 0]
    path_m = height_m[row] / np.sin(climb)
    away_m = shares[:, 1] * height_m[row] / np.tan(climb)
    behind = geodesic.direct(lat[row], lon[row], np.arctan2(-east, -north), away_m)
    time_s = flown.time_s[row] - np.sqrt(2.0 * path_m / pull)
    unknown = np.full(SAMPLES, np.nan)
    if free is None:
        return Launch(time_s, behind.lat_rad, behind.lon_rad, unknown)
    end = (float(lat[free[0]]), float(lon[free[0]]))
    azimuth = _azimuth(behind.lat_rad, behind.lon_rad, *end)
    return Launch(time_s, behind.lat_rad, behind.lon_rad, azimuth)


def covariances(flown: FlownObject) -> Float[np.ndarray, "n 6 6"]:
    """The covariances; next to nothing of a path that is exact."""
    if flown.covariance is not None:
        return flown.covariance
    exact = np.diag([1.0, 1.0, 1.0, 1e-6, 1e-6, 1e-6])
    return np.broadcast_to(exact, (len(flown.time_s), 6, 6))


def places_around(
    ellipse: Ellipses, draws: Float[np.ndarray, "m 2"]
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]]:
    """Latitudes and longitudes of samples around one ellipse."""
    east_north = draws @ np.linalg.cholesky(ellipse.covariance_m2[0]).T
    away = np.hypot(east_north[:, 0], east_north[:, 1])
    toward = np.arctan2(east_north[:, 0], east_north[:, 1])
    moved = geodesic.direct(ellipse.lat_rad[0], ellipse.lon_rad[0], toward, away)
    return moved.lat_rad, moved.lon_rad


def _azimuth(
    lat_rad: Float[np.ndarray, "m"],
    lon_rad: Float[np.ndarray, "m"],
    end_lat_rad: float,
    end_lon_rad: float,
) -> Float[np.ndarray, "m"]:
    """Azimuths to a place; NaN from next to it."""
    azimuth = sphere.azimuth_rad(lat_rad, lon_rad, end_lat_rad, end_lon_rad)
    away_m = sphere.distance_m(lat_rad, lon_rad, end_lat_rad, end_lon_rad)
    return np.where(away_m > _NEAR_M, azimuth, np.nan)
