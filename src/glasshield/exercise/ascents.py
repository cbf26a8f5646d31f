"""A simulated space launch: a smooth way from the ground into a circular orbit.

It is no vehicle's: height and speed are plain curves of time between the pad and the orbit, such
that the speed over the ground, the climb and the acceleration are those of launches in general.
What radars see of it, and how long it looks like something that comes down, is what it is for.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2, EARTH_ROTATION_RAD_S
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.frames import (
    ecef_to_eci,
    eci_to_ecef,
    velocity_ecef_to_eci,
    velocity_eci_to_ecef,
)
from glasshield.flight.coast import coast

_DIFFERENCE_S: Final = 1e-3  # over which velocities are taken from positions
_SPEED_POWER: Final = 1.5  # of time: from rest at no acceleration to the most at the end
_LIFT_M_S2: Final = 3.0  # at which it leaves the pad, beside what carries its weight


def ascent(
    from_rad: tuple[float, float],
    azimuth_rad: float,
    burn_s: float,
    height_m: float,
    grid_s: tuple[float, float],
) -> Float[np.ndarray, "m 6"]:
    """ECEF states (m, m/s) from the launch on, under power and then in orbit.

    Args:
        from_rad: geodetic latitude and longitude of the pad.
        azimuth_rad: of the way over the ground, clockwise from north.
        burn_s: until it is in orbit.
        height_m: of the orbit.
        grid_s: until when, and the step between states.
    """
    until_s, step_s = grid_s
    time_s = np.arange(0.0, until_s + step_s, step_s)
    powered = time_s <= burn_s
    speed_m_s = _speed_over_ground(from_rad, azimuth_rad, burn_s, height_m)
    shape = (from_rad, azimuth_rad, burn_s, height_m, speed_m_s)
    states = np.empty((len(time_s), 6))
    states[powered] = _states(time_s[powered], *shape)
    end = _states(np.array([burn_s]), *shape)
    now = np.concatenate(
        (ecef_to_eci(end[:, :3], burn_s), velocity_ecef_to_eci(end[:, :3], end[:, 3:], burn_s)),
        axis=1,
    )
    at_s = burn_s
    for row in np.flatnonzero(~powered):
        now = coast(now, float(time_s[row]) - at_s, threads=1)
        at_s = float(time_s[row])
        states[row, :3] = eci_to_ecef(now[:, :3], at_s)[0]
        states[row, 3:] = velocity_eci_to_ecef(now[:, :3], now[:, 3:], at_s)[0]
    return states


def _states(
    time_s: Float[np.ndarray, "m"],
    from_rad: tuple[float, float],
    azimuth_rad: float,
    burn_s: float,
    height_m: float,
    speed_m_s: float,
) -> Float[np.ndarray, "m 6"]:
    """States under power; velocities from the differences of positions."""
    shape = (from_rad, azimuth_rad, burn_s, height_m, speed_m_s)
    here = _positions(time_s, *shape)
    before = _positions(time_s - _DIFFERENCE_S, *shape)
    after = _positions(time_s + _DIFFERENCE_S, *shape)
    velocity = (after - before) / (2.0 * _DIFFERENCE_S)
    return np.concatenate((here, velocity), axis=1)


def _positions(
    time_s: Float[np.ndarray, "m"],
    from_rad: tuple[float, float],
    azimuth_rad: float,
    burn_s: float,
    height_m: float,
    speed_m_s: float,
) -> Float[np.ndarray, "m 3"]:
    """Positions under power, carried on a little beyond both ends."""
    share = time_s / burn_s
    gone = np.maximum(share, 0.0) ** (_SPEED_POWER + 1.0) / (_SPEED_POWER + 1.0)
    angle = speed_m_s * burn_s * gone / (EARTH_MEAN_RADIUS_M + height_m)
    lift = 0.5 * _LIFT_M_S2 * burn_s**2
    # From rest with a lift at one end to level flight at the height at the other.
    height = share**2 * (
        lift
        + share * (10.0 * height_m - 3.0 * lift)
        + share**2 * (3.0 * lift - 15.0 * height_m)
        + share**3 * (6.0 * height_m - lift)
    )
    lat, lon = sphere.destination(from_rad[0], from_rad[1], azimuth_rad, angle)
    return geodetic_to_ecef(lat, lon, height)


def _speed_over_ground(
    from_rad: tuple[float, float], azimuth_rad: float, burn_s: float, height_m: float
) -> float:
    """The speed over the ground at the end that makes the orbit circular, by halving."""
    wanted = np.sqrt(EARTH_MU_M3_S2 / (EARTH_MEAN_RADIUS_M + height_m))
    low, high = 0.5 * wanted, 1.5 * wanted
    omega = np.array([0.0, 0.0, EARTH_ROTATION_RAD_S])
    for _ in range(60):
        middle = 0.5 * (low + high)
        end = _states(np.array([burn_s]), from_rad, azimuth_rad, burn_s, height_m, middle)[0]
        inertial = end[3:] + np.cross(omega, end[:3])
        here = np.sqrt(EARTH_MU_M3_S2 / np.linalg.norm(end[:3]))
        low, high = (middle, high) if np.linalg.norm(inertial) < here else (low, middle)
    return float(middle)
