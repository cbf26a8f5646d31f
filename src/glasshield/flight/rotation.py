"""Ballistic arcs over a sphere that turns: what the Earth's rotation does to range and time.

Launch adds the ground's eastward speed; while the missile flies, the impact point moves east.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from numpy.typing import ArrayLike

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_ROTATION_RAD_S
from glasshield.earth import sphere
from glasshield.errors import NumericalError
from glasshield.flight import kepler

_TIME_TOL_S = 1e-6
_TIME_STEPS = 16

_GOLDEN = 0.5 * (5.0**0.5 - 1.0)
_ANGLE_STEPS = 45  # narrows a right angle below 1e-9 rad, the range's own flat top below 1e-10 m


@dataclass(frozen=True, slots=True)
class TurningArc:
    """Free flights from ground to ground of the turning Earth.

    Attributes:
        inertial: the arc as it is in space; its range is not the one over the ground.
        ground_range_m: over the ground from launch to impact.
        ground_azimuth_rad: from launch to impact over the ground, clockwise from north.
        ground_speed_m_s: at launch, relative to the ground.
        ground_angle_rad: of that velocity above the horizontal.
        heading_rad: azimuth of that velocity; it leads or trails the impact point.
    """

    inertial: kepler.Arc
    ground_range_m: Float[np.ndarray, "..."]
    ground_azimuth_rad: Float[np.ndarray, "..."]
    ground_speed_m_s: Float[np.ndarray, "..."]
    ground_angle_rad: Float[np.ndarray, "..."]
    heading_rad: Float[np.ndarray, "..."]


def arc(
    apogee_m: ArrayLike, range_m: ArrayLike, lat_rad: ArrayLike, azimuth_rad: ArrayLike
) -> TurningArc:
    """The free flight with this apogee and ground range from a latitude along an azimuth.

    Args:
        apogee_m: greatest height, above zero.
        range_m: over the ground, 0 to half of the Earth.
        lat_rad: latitude of launch.
        azimuth_rad: over the ground from launch to impact. All four broadcast.

    Raises:
        RangeError: as for `kepler.arc`.
    """
    apogee, distance, lat, azimuth = np.broadcast_arrays(
        *(np.asarray(given, dtype=float) for given in (apogee_m, range_m, lat_rad, azimuth_rad))
    )
    impact_lat, impact_lon = sphere.destination(lat, 0.0, azimuth, distance / EARTH_MEAN_RADIUS_M)
    flight = kepler.arc(apogee, distance)
    # Each turn of the loop is off by a tenth or less of what the one before was; a fixed number
    # of turns gives a flight the same digits in any company.
    before_s = flight.time_s
    for _ in range(_TIME_STEPS):
        before_s = flight.time_s
        turned_lon = impact_lon + EARTH_ROTATION_RAD_S * before_s
        flight = kepler.arc(apogee, sphere.distance_m(lat, 0.0, impact_lat, turned_lon))
    if (np.abs(flight.time_s - before_s) > _TIME_TOL_S).any():
        raise NumericalError("the time over the turning Earth was not found", where="rotation.arc")
    inertial_azimuth = sphere.azimuth_rad(lat, 0.0, impact_lat, turned_lon)
    speed, angle, heading = _add_east(
        flight.speed_m_s, flight.angle_rad, inertial_azimuth, -_ground_speed_m_s(lat)
    )
    return TurningArc(flight, distance, azimuth, speed, angle, heading)


def launched(
    speed_m_s: ArrayLike, angle_rad: ArrayLike, lat_rad: ArrayLike, heading_rad: ArrayLike
) -> TurningArc:
    """The free flight that starts with this velocity relative to the ground.

    Args:
        speed_m_s: speed relative to the ground at launch.
        angle_rad: above the horizontal.
        lat_rad: latitude of launch.
        heading_rad: azimuth of the velocity relative to the ground. All four broadcast.
    """
    speed, angle, lat, heading = np.broadcast_arrays(
        *(np.asarray(given, dtype=float) for given in (speed_m_s, angle_rad, lat_rad, heading_rad))
    )
    inertial_speed, inertial_angle, azimuth = _add_east(
        speed, angle, heading, _ground_speed_m_s(lat)
    )
    flight = kepler.launched(inertial_speed, inertial_angle)
    impact_lat, impact_lon = sphere.destination(
        lat, 0.0, azimuth, flight.range_m / EARTH_MEAN_RADIUS_M
    )
    ground_lon = impact_lon - EARTH_ROTATION_RAD_S * flight.time_s
    return TurningArc(
        inertial=flight,
        ground_range_m=sphere.distance_m(lat, 0.0, impact_lat, ground_lon),
        ground_azimuth_rad=sphere.azimuth_rad(lat, 0.0, impact_lat, ground_lon),
        ground_speed_m_s=speed,
        ground_angle_rad=angle,
        heading_rad=heading,
    )


def farthest_range_m(
    ground_speed_m_s: ArrayLike, lat_rad: ArrayLike, heading_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The greatest ground range of launches at a speed, in the best angle; at most half way round.

    Args:
        ground_speed_m_s: speed relative to the ground at launch.
        lat_rad: latitude of launch.
        heading_rad: azimuth of the velocity relative to the ground. All three broadcast.
    """
    speed, lat, heading = np.broadcast_arrays(
        *(np.asarray(given, dtype=float) for given in (ground_speed_m_s, lat_rad, heading_rad))
    )
    low, high = np.zeros_like(speed), np.full_like(speed, 0.5 * np.pi)
    for _ in range(_ANGLE_STEPS):
        lower, upper = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        rising = _reach_m(speed, lower, lat, heading) < _reach_m(speed, upper, lat, heading)
        low, high = np.where(rising, lower, low), np.where(rising, high, upper)
    return _reach_m(speed, 0.5 * (low + high), lat, heading)


def ground_range_m(
    still_range_m: ArrayLike, lat_rad: ArrayLike, heading_rad: ArrayLike
) -> Float[np.ndarray, "..."]:
    """The greatest range over the turning Earth of a missile whose range over a still one is given.

    "Still" range is the convention of a class of missile: the burnout speed that gives it, taken
    relative to the ground, is the missile's own, wherever it is launched and whereto.

    Args:
        still_range_m: greatest range over an Earth that does not turn, above zero; from half of
            the Earth on it counts as that.
        lat_rad: latitude of launch.
        heading_rad: azimuth of the velocity relative to the ground. All three broadcast.
    """
    # Just below half of the Earth, where the minimum-energy arc still rises above the ground.
    still = kepler.minimum_energy(np.minimum(still_range_m, 0.999999 * kepler.HALF_EARTH_M))
    return farthest_range_m(still.speed_m_s, lat_rad, heading_rad)


def _reach_m(
    speed_m_s: Float[np.ndarray, "..."],
    angle_rad: Float[np.ndarray, "..."],
    lat_rad: Float[np.ndarray, "..."],
    heading_rad: Float[np.ndarray, "..."],
) -> Float[np.ndarray, "..."]:
    """Ground range, counted as half of the Earth from where the arc in space goes as far."""
    flight = launched(speed_m_s, angle_rad, lat_rad, heading_rad)
    within = flight.inertial.range_m < kepler.HALF_EARTH_M
    return np.where(within, flight.ground_range_m, kepler.HALF_EARTH_M)


def _ground_speed_m_s(lat_rad: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """The eastward speed of the ground at a latitude."""
    speed: Float[np.ndarray, "..."] = EARTH_ROTATION_RAD_S * EARTH_MEAN_RADIUS_M * np.cos(lat_rad)
    return speed


def _add_east(
    speed_m_s: Float[np.ndarray, "..."],
    angle_rad: Float[np.ndarray, "..."],
    azimuth_rad: Float[np.ndarray, "..."],
    eastward_m_s: Float[np.ndarray, "..."],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Speed, angle above the horizontal and azimuth of velocities with an eastward speed added."""
    level = speed_m_s * np.cos(angle_rad)
    up = speed_m_s * np.sin(angle_rad)
    east = level * np.sin(azimuth_rad) + eastward_m_s
    north = level * np.cos(azimuth_rad)
    level = np.hypot(east, north)
    return np.hypot(level, up), np.arctan2(up, level), np.arctan2(east, north) % (2.0 * np.pi)
