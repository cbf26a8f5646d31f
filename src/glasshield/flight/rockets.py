"""Rockets whose masses nobody publishes, solved from the performance that somebody does.

The catalogue states burn times, specific impulses, structural fractions and each stage's share of
the stages' mass; what is missing is one number, the growth: mass of all stages over payload. It is
found so that a missile just reaches its published maximum range, or an interceptor its published
burnout speed. Both are stated for a still Earth, where direction does not matter:

* the range is measured along the equator, at the kick that makes it longest;
* the burnout speed is that of a flight which burns out 45 degrees above the horizon.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.model import Interceptor, Missile, Rocket
from glasshield.constants import EARTH_SEMI_MAJOR_AXIS_M
from glasshield.errors import NumericalError
from glasshield.flight.fly import EarthModel, Flights, Launches, Status, fly
from glasshield.flight.vehicle import Stage, Vehicle

GROWTHS: Final = np.geomspace(1.5, 3000.0, 48)
KICKS_RAD: Final = np.geomspace(math.radians(0.15), math.radians(45.0), 40)
REFERENCE_ANGLE_RAD: Final = math.radians(45.0)
RELATIVE_TOLERANCE: Final = 1e-5  # of the published figure; far inside its own rounding
_ROUNDS: Final = 12
_EAST_RAD: Final = math.pi / 2
# What a flight that does not come down counts for: further than any that does.
_BEYOND_M: Final = 2.0 * math.pi * EARTH_SEMI_MAJOR_AXIS_M


def build(rocket: Rocket, growth: float) -> Vehicle:
    """The rocket with stages of `growth` times the mass of its payload."""
    payload = rocket.payload_mass.si
    stages = tuple(
        Stage(
            total_mass_kg=growth * payload * stage.share.si,
            structural_fraction=stage.structural_fraction.si,
            specific_impulse_s=stage.specific_impulse.si,
            burn_time_s=stage.burn_time.si,
            reference_area_m2=math.pi / 4.0 * stage.diameter.si**2,
            delay_s=stage.ignition_delay.si if stage.ignition_delay else 0.0,
        )
        for stage in rocket.stages
    )
    return Vehicle(
        name=rocket.id,
        stages=stages,
        payload_mass_kg=payload,
        ballistic_coefficient_kg_m2=rocket.ballistic_coefficient.si,
        vertical_time_s=rocket.vertical_time.si,
        pitch_ratio_per_s=rocket.pitch_ratio.si,
        pitch_start_s=stages[0].delay_s + stages[0].burn_time_s,
    )


@lru_cache(maxsize=256)
def missile_vehicle(missile: Missile, max_range_m: float | None = None) -> Vehicle:
    """The vehicle whose longest flight is the missile's published maximum range.

    Args:
        missile: from the catalogue.
        max_range_m: another range than the published one.

    Raises:
        NumericalError: no mass gives that range with the stated stages.
    """
    wanted = missile.max_range.si if max_range_m is None else max_range_m
    (vehicle,) = _solve(missile, [wanted], longest_ranges_m, "maximum range", 1e-3, "km")
    return vehicle


@lru_cache(maxsize=64)
def rocket_vehicle(rocket: Rocket, burnout_speed_m_s: float) -> Vehicle:
    """The vehicle of any rocket, a missile too, that reaches this burnout speed.

    Raises:
        NumericalError: no mass gives the speed with the stated stages.
    """
    (vehicle,) = _solve(
        rocket, [burnout_speed_m_s], reference_speeds_m_s, "burnout speed", 1e-3, "km/s"
    )
    return vehicle


def interceptor_vehicle(interceptor: Interceptor, burnout_speed_m_s: float) -> Vehicle:
    """The vehicle that reaches this burnout speed."""
    return interceptor_vehicles(interceptor, (burnout_speed_m_s,))[0]


@lru_cache(maxsize=256)
def interceptor_vehicles(
    interceptor: Interceptor, burnout_speeds_m_s: tuple[float, ...]
) -> tuple[Vehicle, ...]:
    """Vehicles that reach these burnout speeds, all of the interceptor's proportions.

    Raises:
        NumericalError: no mass gives one of the speeds with the stated stages.
    """
    return tuple(
        _solve(interceptor, burnout_speeds_m_s, reference_speeds_m_s, "burnout speed", 1e-3, "km/s")
    )


def top_speed_m_s(interceptor: Interceptor) -> float:
    """The burnout speed that the interceptor's stated stages cannot exceed, whatever their mass."""
    return float(np.nanmax(reference_speeds_m_s([build(interceptor, g) for g in GROWTHS])))


def longest_ranges_m(vehicles: Sequence[Vehicle]) -> Float[np.ndarray, "v"]:
    """The ground range of each vehicle's longest flight over a still Earth, along the equator."""
    return _peak(fan(vehicles, KICKS_RAD), KICKS_RAD)


def reference_speeds_m_s(vehicles: Sequence[Vehicle]) -> Float[np.ndarray, "v"]:
    """Each vehicle's speed at a burnout 45 degrees above the horizon, over a still Earth.

    Between the kicks tried, the speed is read off against the angle; it hardly depends on it.
    """
    flights = fan(vehicles, KICKS_RAD)
    shape = (len(vehicles), len(KICKS_RAD))
    speed = np.linalg.norm(flights.burnout_velocity_ecef_m_s, axis=-1).reshape(shape)
    up = flights.burnout_position_ecef_m
    up = up / np.linalg.norm(up, axis=-1, keepdims=True)
    rise = np.sum(up * flights.burnout_velocity_ecef_m_s, axis=-1).reshape(shape)
    angle = np.arcsin(np.clip(rise / speed, -1.0, 1.0))
    speeds = np.full(len(vehicles), np.nan)
    for k in range(len(vehicles)):
        known = np.isfinite(angle[k])
        if known.sum() > 1 and np.nanmax(angle[k]) > REFERENCE_ANGLE_RAD > np.nanmin(angle[k]):
            order = np.argsort(angle[k][known])
            speeds[k] = np.interp(
                REFERENCE_ANGLE_RAD, angle[k][known][order], speed[k][known][order]
            )
    return speeds


def fan(
    vehicles: Sequence[Vehicle],
    kicks_rad: Float[np.ndarray, "k"],
    cutoffs_s: Float[np.ndarray, "v k"] | float = np.inf,
) -> Flights:
    """Flights of every vehicle at every kick, eastward along a still equator."""
    index = np.repeat(np.arange(len(vehicles)), len(kicks_rad))
    launches = Launches(
        vehicle_index=index,
        lat_rad=0.0,
        lon_rad=0.0,
        azimuth_rad=_EAST_RAD,
        kick_rad=np.tile(kicks_rad, len(vehicles)),
        cutoff_s=np.ravel(cutoffs_s) if np.ndim(cutoffs_s) else cutoffs_s,
    )
    return fly(vehicles, launches, earth=EarthModel.STILL)


def ranges_m(flights: Flights) -> Float[np.ndarray, "n"]:
    """Ground ranges of flights from (0, 0) eastward along the equator.

    Flights that never come down count as longer than any; those that fell back as zero.
    """
    at = flights.impact_position_ecef_m
    angle = np.arctan2(at[:, 1], at[:, 0]) % (2.0 * math.pi)
    reached = np.where(flights.ok, EARTH_SEMI_MAJOR_AXIS_M * angle, 0.0)
    return np.where(flights.status == Status.NO_RETURN, _BEYOND_M, reached)


def _peak(flights: Flights, kicks_rad: Float[np.ndarray, "k"]) -> Float[np.ndarray, "v"]:
    """The longest range over the kicks, by the parabola through the best and its neighbours."""
    values = ranges_m(flights).reshape(-1, len(kicks_rad))
    best = np.clip(values.argmax(axis=-1), 1, len(kicks_rad) - 2)
    rows = np.arange(len(values))
    left, top, right = (values[rows, best + k] for k in (-1, 0, 1))
    bend = left - 2.0 * top + right
    with np.errstate(divide="ignore", invalid="ignore"):
        lift = np.where(bend < 0.0, (left - right) ** 2 / (-8.0 * bend), 0.0)
    unbroken = (left > 0.0) & (right > 0.0) & (values.max(axis=-1) < _BEYOND_M)
    return np.where(unbroken & (top >= np.maximum(left, right)), top + lift, values.max(axis=-1))


def _solve(
    rocket: Rocket,
    wanted: Sequence[float],
    measure: Callable[[Sequence[Vehicle]], Float[np.ndarray, "v"]],
    what: str,
    scale: float,
    unit: str,
) -> list[Vehicle]:
    """Vehicles whose measure is what is wanted: a ladder of growths, then regula falsi for all."""
    target = np.asarray(wanted, dtype=float)
    ladder = measure([build(rocket, growth) for growth in GROWTHS])
    first = np.array([_first_rung(ladder, value) for value in target])
    if (first < 1).any():
        value = target[first < 1][0]
        most = np.nanmax(ladder)
        raise NumericalError(
            f"no mass gives {rocket.id} a {what} of {value * scale:.6g} {unit}",
            expected=f"at most {most * scale:.6g} {unit} with its stated stages",
        )
    low, high = np.log(GROWTHS[first - 1]), np.log(GROWTHS[first])
    at_low, at_high = ladder[first - 1] - target, ladder[first] - target
    for _ in range(_ROUNDS):
        growth = np.clip((low * at_high - high * at_low) / (at_high - at_low), low, high)
        vehicles = [build(rocket, g) for g in np.exp(growth)]
        miss = measure(vehicles) - target
        if (np.abs(miss) <= RELATIVE_TOLERANCE * target).all():
            return vehicles
        above = miss > 0.0
        # The Illinois rule: an end that stays twice counts half, so that the other one moves too.
        at_low = np.where(above, 0.5 * at_low, miss)
        at_high = np.where(above, miss, 0.5 * at_high)
        low, high = np.where(above, low, growth), np.where(above, growth, high)
    raise NumericalError(f"the masses of {rocket.id} did not settle for its {what}")


def _first_rung(ladder: Float[np.ndarray, "g"], value: float) -> int:
    """The first growth whose measure passes the value from below; 0 when none does."""
    passes = (ladder[:-1] < value) & (ladder[1:] >= value)  # false where either is NaN
    return int(np.argmax(passes)) + 1 if passes.any() else 0
