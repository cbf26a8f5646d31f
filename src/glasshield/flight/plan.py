"""One flight, planned and told: what `glasshield flight plan` answers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.model import Missile
from glasshield.earth import ellipsoid, geodesic
from glasshield.errors import InputError, NumericalError, RangeError
from glasshield.flight import families, rockets
from glasshield.flight.aim import Aimed, Targets, aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Flights, Sampling, Status, fly
from glasshield.flight.vehicle import Vehicle

PROFILE_POINTS: Final = 240
MISS_ALLOWED_M: Final = 100.0


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned flight.

    Attributes:
        missile: the id of the missile.
        vehicle: the solved vehicle.
        shape: what was asked.
        range_m: geodesic distance from launch to target.
        azimuth_rad: of the launch, clockwise from north, -pi to pi.
        kick_rad: the turn after the vertical rise.
        miss_m: from the impact to the target.
        flights: the one flight, with `PROFILE_POINTS` samples and velocities.
    """

    missile: str
    vehicle: Vehicle
    shape: Shape
    range_m: float
    azimuth_rad: float
    kick_rad: float
    miss_m: float
    flights: Flights

    def to_json(self) -> dict[str, object]:
        """The plan as the command line gives it: kilometres and degrees, named so."""
        flight = self.flights
        reentry = _motion(flight.reentry_position_ecef_m[0], flight.reentry_velocity_ecef_m_s[0])
        burnout = _motion(flight.burnout_position_ecef_m[0], flight.burnout_velocity_ecef_m_s[0])
        apogee_m = float(ellipsoid.ecef_to_geodetic(flight.apogee_position_ecef_m)[2][0])
        return {
            "missile": self.missile,
            "shape": self.shape.kind.value,
            "range_km": self.range_m / 1e3,
            "apogee_km": apogee_m / 1e3,
            "apogee_time_s": float(flight.apogee_time_s[0]),
            "flight_time_s": float(flight.flight_time_s[0]),
            "burnout_time_s": float(flight.burnout_time_s[0]),
            "burnout_speed_km_s": burnout.speed_m_s / 1e3,
            "burnout_height_km": burnout.height_m / 1e3,
            "burnout_angle_deg": math.degrees(burnout.angle_rad),
            "launch_azimuth_deg": math.degrees(self.azimuth_rad) % 360.0,
            "reentry_time_s": _number(flight.reentry_time_s[0]),
            "reentry_speed_km_s": _number(reentry.speed_m_s / 1e3),
            "reentry_angle_deg": _number(-math.degrees(reentry.angle_rad)),
            "impact_error_m": self.miss_m,
            "profile": self._profile(),
        }

    def _profile(self) -> list[dict[str, object]]:
        """The flight point by point."""
        flight = self.flights
        count = int(flight.sample_count[0])
        position = flight.positions_ecef_m[0, :count]
        velocity = flight.velocities_ecef_m_s[0, :count]
        lat, lon, height = ellipsoid.ecef_to_geodetic(position)
        time = np.arange(count) * flight.sample_step_s
        start = (float(lat[0]), float(lon[0]))
        return [
            {
                "t_s": float(time[k]),
                "phase": self._phase(float(time[k])),
                "lat_deg": math.degrees(lat[k]),
                "lon_deg": math.degrees(lon[k]),
                "altitude_km": float(height[k]) / 1e3,
                "downrange_km": _apart_km(start, (lat[k], lon[k])),
                "speed_km_s": float(np.linalg.norm(velocity[k])) / 1e3,
            }
            for k in range(count)
        ]

    def _phase(self, time_s: float) -> str:
        """Boost, coast or entry at a time after launch."""
        if time_s < self.flights.burnout_time_s[0]:
            return "boost"
        return "entry" if time_s >= self.flights.reentry_time_s[0] else "coast"


def plan(
    missile: Missile,
    from_rad: tuple[float, float],
    to_rad: tuple[float, float],
    shape: Shape,
) -> Plan:
    """The missile's flight of this shape from one place to another.

    Args:
        missile: from the catalogue.
        from_rad: latitude and longitude of the launch.
        to_rad: latitude and longitude of the target.
        shape: of the flight.

    Raises:
        RangeError: a target out of reach, too near, or a shape that the missile does not have;
            says by how much.
        NumericalError: when the aim did not settle within 100 m.
    """
    vehicle = rockets.missile_vehicle(missile)
    distance = _apart_km(from_rad, to_rad) * 1e3
    plane = families.plane(vehicle)
    targets = Targets(*from_rad, *to_rad)
    solved = aim(vehicle, targets, shape, planes=[plane])
    _refuse(missile, solved, from_rad, distance)
    step = float(solved.flights.flight_time_s[0]) / (PROFILE_POINTS - 1)
    sampling = Sampling(step, PROFILE_POINTS, velocities=True)
    flights = fly([vehicle], solved.launches, sampling=sampling)
    return Plan(
        missile=missile.id,
        vehicle=vehicle,
        shape=shape,
        range_m=distance,
        azimuth_rad=float(np.ravel(solved.launches.azimuth_rad)[0]),
        kick_rad=float(np.ravel(solved.launches.kick_rad)[0]),
        miss_m=float(solved.miss_m[0]),
        flights=flights,
    )


def _refuse(
    missile: Missile, solved: Aimed, from_rad: tuple[float, float], distance_m: float
) -> None:
    """Raises what an unsolved aim means."""
    status = Status(int(solved.status[0]))
    if status is Status.OK and solved.miss_m[0] <= MISS_ALLOWED_M:
        return
    lat, lon, _ = ellipsoid.ecef_to_geodetic(solved.flights.impact_position_ecef_m)
    off_km = _apart_km(from_rad, (lat[0], lon[0])) - distance_m / 1e3
    if status is Status.OUT_OF_RANGE:
        raise RangeError(
            f"the target is {distance_m / 1e3:,.0f} km away and the longest flight of "
            f"{missile.id} in that direction falls {-off_km:,.0f} km short",
            where="--to",
            do="choose a nearer target, another shape or a missile with more range",
        )
    if status is Status.TOO_NEAR:
        raise RangeError(
            f"the target is {distance_m / 1e3:,.0f} km away and the shortest flight of "
            f"{missile.id} of this shape goes {off_km:,.0f} km too far",
            where="--to",
            do="choose a farther target, another shape or a missile with less range",
        )
    if status is Status.NOT_SOLVED:
        raise NumericalError(
            f"no flight of {missile.id} was found that comes within {MISS_ALLOWED_M:.0f} m",
            got=f"{solved.miss_m[0]:,.0f} m after {int(solved.tries[0])} flights",
        )
    raise InputError(f"{missile.id} cannot fly there: {status.sentence}")


@dataclass(frozen=True, slots=True)
class _Motion:
    """Height, speed and angle above the horizon of one state."""

    height_m: float
    speed_m_s: float
    angle_rad: float


def _motion(position: Float[np.ndarray, "3"], velocity: Float[np.ndarray, "3"]) -> _Motion:
    """The state as height, speed relative to the Earth, and angle above the local horizon."""
    lat, lon, height = ellipsoid.ecef_to_geodetic(position)
    up = ellipsoid.east_north_up(lat, lon)[..., 2, :]
    speed = float(np.linalg.norm(velocity))
    rise = float(np.sum(up * velocity))
    angle = math.asin(max(-1.0, min(1.0, rise / speed))) if speed > 0.0 else math.nan
    return _Motion(float(height), speed, angle)


def _apart_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The geodesic distance between two places given in radians."""
    return float(geodesic.inverse(*map(float, one + other)).distance_m) / 1e3


def _number(value: float) -> float | None:
    """A number, or nothing where a flight does not have it."""
    return float(value) if math.isfinite(value) else None
