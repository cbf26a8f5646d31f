"""The flight kernel's readable twin: one flight at a time, scipy's integrator, no tables.

It follows the same model from the same numbers (`flight.vehicle`, `flight.drag`, the exact standard
atmosphere), written for reading. Slow by a factor of some thousands.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.integrate import solve_ivp

from glasshield.constants import EARTH_ROTATION_RAD_S
from glasshield.earth import atmosphere, ellipsoid
from glasshield.earth.gravity import acceleration
from glasshield.flight import drag
from glasshield.flight.fly import AIR_TOP_M
from glasshield.flight.vehicle import Vehicle

Vector = np.ndarray
Rate = Callable[[float, Vector], Vector]

OMEGA = np.array([0.0, 0.0, EARTH_ROTATION_RAD_S])
LONGEST_S = 6 * 3600.0
AIR_TOP_GEOMETRIC_M = float(atmosphere.geometric_height(AIR_TOP_M))


@dataclass(frozen=True)
class Launch:
    """One launch; angles in radians."""

    lat_rad: float
    lon_rad: float
    azimuth_rad: float
    kick_rad: float
    cutoff_s: float = np.inf


@dataclass(frozen=True)
class Flown:
    """What the twin finds; positions Earth-fixed, velocities relative to the Earth."""

    burnout_time_s: float
    burnout_position_ecef_m: Vector
    burnout_velocity_ecef_m_s: Vector
    apogee_m: float
    flight_time_s: float
    impact_position_ecef_m: Vector
    evaluations: int


def fly(
    vehicle: Vehicle,
    launch: Launch,
    *,
    relative_tolerance: float = 1e-11,
    absolute_tolerance: float = 1e-6,
) -> Flown:
    """The flight from launch to impact on the rotating Earth."""
    solver = _Solver(relative_tolerance, absolute_tolerance)
    burnout = min(vehicle.burnout_time_s, launch.cutoff_s)
    burnt_out = _boost(vehicle, launch, burnout, solver)
    time, state, apogee = _fall(vehicle, burnout, burnt_out, solver)
    return Flown(
        burnout_time_s=burnout,
        burnout_position_ecef_m=_fixed(burnt_out[:3], burnout),
        burnout_velocity_ecef_m_s=_fixed(_relative(burnt_out), burnout),
        apogee_m=apogee,
        flight_time_s=time,
        impact_position_ecef_m=_fixed(state[:3], time),
        evaluations=solver.evaluations,
    )


@dataclass(frozen=True)
class _Burn:
    """What pushes and what drags between two breaks; no thrust in a coast between stages."""

    thrust_n: float
    mass_flow_kg_s: float
    reference_area_m2: float
    ignition_s: float
    ignition_mass_kg: float

    def mass_kg(self, t: float) -> float:
        return self.ignition_mass_kg - self.mass_flow_kg_s * (t - self.ignition_s)


@dataclass
class _Solver:
    """scipy's Dormand-Prince of order 8, and how often it asked for a derivative."""

    relative_tolerance: float
    absolute_tolerance: float
    evaluations: int = 0

    def run(self, rate: Rate, span: tuple[float, float], state: Vector, **more: Any) -> Any:
        """Integrates over a span of time."""
        solution = solve_ivp(
            rate,
            span,
            state,
            method="DOP853",
            rtol=self.relative_tolerance,
            atol=self.absolute_tolerance,
            **more,
        )
        self.evaluations += solution.nfev
        return solution


@dataclass(frozen=True)
class _Pitch:
    """Thrust that turns at a constant rate from one direction towards another."""

    since_s: float
    rate_rad_s: float
    from_eci: Vector
    to_eci: Vector

    def direction(self, t: float) -> Vector:
        angle = self.rate_rad_s * (t - self.since_s)
        return np.cos(angle) * self.from_eci + np.sin(angle) * self.to_eci


def _boost(vehicle: Vehicle, launch: Launch, burnout: float, solver: _Solver) -> Vector:
    """The inertial state at the end of thrust: one leg between each two breaks."""
    east, north, up = ellipsoid.east_north_up(launch.lat_rad, launch.lon_rad)
    downrange = np.sin(launch.azimuth_rad) * east + np.cos(launch.azimuth_rad) * north
    normal = np.cross(up, downrange)
    position = ellipsoid.geodetic_to_ecef(launch.lat_rad, launch.lon_rad, 0.0)
    state = np.concatenate((position, np.cross(OMEGA, position)))
    pitch = _Pitch(0.0, 0.0, up, np.zeros(3))  # the vertical rise
    for start, end in itertools.pairwise(_breaks(vehicle, burnout)):
        turning = vehicle.vertical_time_s <= start < vehicle.pitch_start_s
        if start == vehicle.vertical_time_s:
            state = _kicked(state, normal, launch.kick_rad)
        if start == vehicle.pitch_start_s:
            pitch = _begin_pitch(state, normal, vehicle, launch)
        rate = functools.partial(
            _powered, burn=_burning(vehicle, start), pitch=None if turning else pitch
        )
        state = solver.run(rate, (start, end), state).y[:, -1]
    return state


def _powered(t: float, y: Vector, burn: _Burn, pitch: _Pitch | None) -> Vector:
    """The rate of the state under power; without a pitch programme thrust follows the air."""
    relative = _relative(y)
    force = _drag_n(y[:3], relative, burn.reference_area_m2)
    if burn.thrust_n > 0.0:
        along = relative / np.linalg.norm(relative) if pitch is None else pitch.direction(t)
        force = force + burn.thrust_n * along
    return np.concatenate((y[3:], acceleration(y[:3]) + force / burn.mass_kg(t)))


def _kicked(state: Vector, normal: Vector, kick_rad: float) -> Vector:
    relative = _relative(state)
    sideways = np.cross(normal, relative)
    turn = (np.cos(kick_rad) - 1.0) * relative + np.sin(kick_rad) * sideways
    return np.concatenate((state[:3], state[3:] + turn))


def _begin_pitch(state: Vector, normal: Vector, vehicle: Vehicle, launch: Launch) -> _Pitch:
    relative = _relative(state)
    start = relative / np.linalg.norm(relative)
    to = np.cross(normal, start)
    rate = launch.kick_rad * vehicle.pitch_ratio_per_s
    return _Pitch(vehicle.pitch_start_s, rate, start, to / np.linalg.norm(to))


def _fall(
    vehicle: Vehicle, time: float, state: Vector, solver: _Solver
) -> tuple[float, Vector, float]:
    """Time and state of impact, and the highest point, in legs that end at the edge of the air."""
    rate = functools.partial(_free, coefficient=vehicle.ballistic_coefficient_kg_m2)
    apogee = 0.0
    while True:
        leg = solver.run(rate, (time, LONGEST_S), state, events=EVENTS, max_step=20.0)
        apogee = max([apogee, *(_height_m(y) for y in leg.y_events[2])])
        time, state = float(leg.t[-1]), leg.y[:, -1]
        if len(leg.t_events[0]):
            return time, state, apogee
        # Past the edge, so that the next leg does not find it again at once.
        state = solver.run(rate, (time, time + 0.01), state).y[:, -1]
        time += 0.01


def _free(_t: float, y: Vector, coefficient: float) -> Vector:
    relative = _relative(y)
    slow = -0.5 * _density(y[:3]) * np.linalg.norm(relative) / coefficient
    return np.concatenate((y[3:], acceleration(y[:3]) + slow * relative))


class _Event:
    """A zero crossing as scipy wants it."""

    def __init__(self, value: Callable[[Vector], float], direction: int, *, stops: bool) -> None:
        self.value, self.direction, self.terminal = value, direction, stops

    def __call__(self, _t: float, y: Vector) -> float:
        return self.value(y)


def _relative(state: Vector) -> Vector:
    """Velocity relative to the rotating Earth, along inertial axes."""
    return state[3:] - np.cross(OMEGA, state[:3])


def _height_m(state: Vector) -> float:
    return float(ellipsoid.ecef_to_geodetic(state[:3])[2])


EVENTS = (
    _Event(_height_m, -1, stops=True),
    _Event(lambda y: _height_m(y) - AIR_TOP_GEOMETRIC_M, 0, stops=True),
    _Event(lambda y: float(y[:3] @ y[3:]), -1, stops=False),
)


def _breaks(vehicle: Vehicle, burnout: float) -> list[float]:
    moments = {0.0, vehicle.vertical_time_s, vehicle.pitch_start_s, burnout}
    clock = 0.0
    for stage in vehicle.stages:
        moments |= {clock + stage.delay_s, clock + stage.delay_s + stage.burn_time_s}
        clock += stage.delay_s + stage.burn_time_s
    return sorted(moment for moment in moments if moment <= burnout)


def _burning(vehicle: Vehicle, start: float) -> _Burn:
    """The stage at work, or the one that waits to be."""
    clock, mass = 0.0, vehicle.liftoff_mass_kg
    for stage in vehicle.stages:
        ignition = clock + stage.delay_s
        if start < ignition:
            return _Burn(0.0, 0.0, stage.reference_area_m2, start, mass)
        if start < ignition + stage.burn_time_s:
            return _Burn(
                stage.thrust_n, stage.mass_flow_kg_s, stage.reference_area_m2, ignition, mass
            )
        clock = ignition + stage.burn_time_s
        mass -= stage.total_mass_kg
    raise AssertionError("asked past burnout")


def _density(position: Vector) -> float:
    height = float(ellipsoid.ecef_to_geodetic(position)[2])
    if height >= AIR_TOP_GEOMETRIC_M:
        return 0.0
    return float(atmosphere.state(max(height, 0.0)).density_kg_m3)


def _drag_n(position: Vector, relative: Vector, area_m2: float) -> Vector:
    height = float(ellipsoid.ecef_to_geodetic(position)[2])
    if height >= AIR_TOP_GEOMETRIC_M:
        return np.zeros(3)
    air = atmosphere.state(max(height, 0.0))
    speed = float(np.linalg.norm(relative))
    mach = min(speed / float(air.sound_speed_m_s), drag.TOP_MACH)
    coefficient = float(drag.coefficient(np.array(mach)))
    return -0.5 * float(air.density_kg_m3) * speed * coefficient * area_m2 * relative


def _fixed(vector: Vector, time: float) -> Vector:
    """An inertial vector in the Earth-fixed frame of a time after launch."""
    c, s = np.cos(EARTH_ROTATION_RAD_S * time), np.sin(EARTH_ROTATION_RAD_S * time)
    return np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]]) @ vector
