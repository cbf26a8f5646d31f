"""The simple model of reach, in plain numpy: how fast must an interceptor leave to meet a missile?

A round Earth without air, which stands still unless it is told to turn. The missile burns out at a
stated time, height and ground distance on the great circle to its aim and falls to it on the arc of
least energy; before that it is not there. The interceptor is one impulse on the ground, half of its
burn after its launch, and flies a Kepler arc to the missile (Lambert's problem). It needs the least
of the speeds that the points of the missile's arc ask for, those points left out that are too low
or too far from the site.

Nothing here comes from the program but three constants of the Earth, so that the program's windows
and flights can be held against it.

Source: Bate, Mueller and White 1971, Fundamentals of Astrodynamics, sections 4.4 and 5.3.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2

Vector = np.ndarray

RADIUS_M = EARTH_MEAN_RADIUS_M
MU_M3_S2 = EARTH_MU_M3_S2

BISECTIONS = 60  # each halves a bracket of at most 440: to rounding
FASTEST_VARIABLE = -400.0  # hyperbolas far beyond any speed that matters here
ONE_TURN = 4.0 * np.pi**2
AIM_ROUNDS = 12  # the turn during a flight changes the flight's time by a tenth of itself


@dataclass(frozen=True)
class Burnout:
    """Where the missile's thrust ends.

    Attributes:
        time_s: after its launch.
        height_m: above the ground.
        downrange_m: over the ground from the launch.
    """

    time_s: float = 180.0
    height_m: float = 180e3
    downrange_m: float = 450e3


@dataclass(frozen=True)
class Model:
    """The numbers of the model.

    Attributes:
        burnout: of the missile.
        min_height_m: least height of an intercept.
        max_ground_m: greatest ground distance from the site to it.
        interceptor_burn_s: the impulse stands in the middle of it.
        time_step_s: between the points of the missile's arc that are tried.
        turn_rad_s: of the Earth.
    """

    burnout: Burnout = field(default_factory=Burnout)
    min_height_m: float = 100e3
    max_ground_m: float = 3000e3
    interceptor_burn_s: float = 100.0
    time_step_s: float = 1.0
    turn_rad_s: float = 0.0


@dataclass(frozen=True)
class Path:
    """A missile's free flight, sampled from its burnout to its impact.

    Attributes:
        time_s: after its launch, shape `(n,)`.
        position_m: from the Earth's centre, in axes that do not turn and are those of the Earth at
            the launch; shape `(n, 3)`.
    """

    time_s: Vector
    position_m: Vector

    @property
    def height_m(self) -> Vector:
        """Above the ground."""
        return np.linalg.norm(self.position_m, axis=-1) - RADIUS_M


@dataclass(frozen=True)
class Need:
    """What the cheapest intercept asks for; infinite speed where there is none.

    Attributes:
        speed_m_s: of the interceptor's impulse, over the ground.
        intercept_s: after the missile's launch.
        height_m: of the intercept.
        ground_m: from the site to it.
    """

    speed_m_s: float
    intercept_s: float
    height_m: float
    ground_m: float


def place(lat_rad: float, lon_rad: float) -> Vector:
    """The unit vector to a place, shape `(3,)`."""
    level = np.cos(lat_rad)
    return np.array([level * np.cos(lon_rad), level * np.sin(lon_rad), np.sin(lat_rad)])


def path(launch: Vector, aim: Vector, model: Model) -> Path:
    """The missile's free flight between two places, given as unit vectors."""
    burnout, turn = model.burnout, model.turn_rad_s
    over = turned(launch, turn * burnout.time_s)
    duration_s = 0.0
    for _ in range(AIM_ROUNDS):
        there = turned(aim, turn * (burnout.time_s + duration_s))
        start = (RADIUS_M + burnout.height_m) * along(over, there, burnout.downrange_m / RADIUS_M)
        velocity = least_energy_velocity(start, RADIUS_M * there)
        duration_s = least_energy_time(start, RADIUS_M * there)
    time_s = np.arange(0.0, duration_s, model.time_step_s)
    return Path(burnout.time_s + time_s, coast(start, velocity, time_s))


def need(site: Vector, flown: Path, delay_s: float, model: Model) -> Need:
    """The least impulse of an interceptor that is launched `delay_s` after the missile."""
    impulse_s = delay_s + 0.5 * model.interceptor_burn_s
    free_s = flown.time_s - impulse_s
    ground_m = ground_distance(turned(site, model.turn_rad_s * flown.time_s), flown.position_m)
    allowed = (flown.height_m >= model.min_height_m) & (ground_m <= model.max_ground_m)
    allowed &= free_s > 0.0
    if not allowed.any():
        return Need(np.inf, np.nan, np.nan, np.nan)
    start = RADIUS_M * turned(site, model.turn_rad_s * impulse_s)
    end = flown.position_m[allowed]
    velocity = lambert(np.broadcast_to(start, end.shape), end, free_s[allowed])
    ground_velocity = model.turn_rad_s * np.array([-start[1], start[0], 0.0])
    speed_m_s = np.linalg.norm(velocity - ground_velocity, axis=-1)
    best = int(np.argmin(speed_m_s))
    return Need(
        speed_m_s=float(speed_m_s[best]),
        intercept_s=float(flown.time_s[allowed][best]),
        height_m=float(flown.height_m[allowed][best]),
        ground_m=float(ground_m[allowed][best]),
    )


def need_when_waiting(site: Vector, flown: Path, delay_s: float, model: Model) -> float:
    """The least impulse (m/s) over a still Earth of an interceptor that may also be launched later.

    A point that the arc of least energy would reach too early needs no more than that arc.
    """
    free_s = flown.time_s - (delay_s + 0.5 * model.interceptor_burn_s)
    ground_m = ground_distance(site, flown.position_m)
    allowed = (flown.height_m >= model.min_height_m) & (ground_m <= model.max_ground_m)
    allowed &= free_s > 0.0
    start, ends, free_s = RADIUS_M * site, flown.position_m[allowed], free_s[allowed]
    at_once = np.linalg.norm(lambert(np.broadcast_to(start, ends.shape), ends, free_s), axis=-1)
    slowest = [np.linalg.norm(least_energy_velocity(start, end)) for end in ends]
    too_early = free_s > [least_energy_time(start, end) for end in ends]
    return float(np.where(too_early, slowest, at_once).min(initial=np.inf))


def impulse_flights(speed_m_s: float, elevations_rad: Vector, time_s: Vector) -> Vector:
    """Free flights from the ground, by elevation and time; NaN after they come down.

    The last axis is the position along the horizon of the start and up from it, in metres.
    """
    start = np.array([0.0, RADIUS_M, 0.0])
    flights = np.empty((len(elevations_rad), len(time_s), 2))
    for flight, elevation in zip(flights, elevations_rad, strict=True):
        velocity = speed_m_s * np.array([np.cos(elevation), np.sin(elevation), 0.0])
        position = coast(start, velocity, time_s)
        down = np.logical_or.accumulate(np.linalg.norm(position, axis=-1) < RADIUS_M)
        flight[:] = np.where(down[:, None], np.nan, (position - start)[:, :2])
    return flights


def turned(unit: Vector, angle_rad: Vector | float) -> Vector:
    """A place after the Earth has turned by an angle, or by each of `n` angles."""
    cosine, sine = np.cos(angle_rad), np.sin(angle_rad)
    x = cosine * unit[0] - sine * unit[1]
    y = sine * unit[0] + cosine * unit[1]
    return np.stack([x, y, np.broadcast_to(unit[2], np.shape(x))], axis=-1)


def along(start: Vector, end: Vector, angle_rad: float) -> Vector:
    """The unit vector so far along the great circle from one place to another."""
    across = end - (end @ start) * start
    return np.cos(angle_rad) * start + np.sin(angle_rad) * across / np.linalg.norm(across)


def ground_distance(site: Vector, position_m: Vector) -> Vector:
    """Over the ground from the site to the points under these positions."""
    unit = position_m / np.linalg.norm(position_m, axis=-1, keepdims=True)
    return RADIUS_M * 2.0 * np.arcsin(0.5 * np.linalg.norm(unit - site, axis=-1))


def least_energy_velocity(start_m: Vector, end_m: Vector) -> Vector:
    """The velocity at the start of the least energetic arc between two positions."""
    near, far = np.linalg.norm(start_m), np.linalg.norm(end_m)
    cosine = start_m @ end_m / (near * far)
    parameter = near * far * (1.0 - cosine) / np.linalg.norm(end_m - start_m)
    f = 1.0 - far / parameter * (1.0 - cosine)
    g = near * far * np.sqrt(1.0 - cosine**2) / np.sqrt(MU_M3_S2 * parameter)
    return (end_m - f * start_m) / g


def least_energy_time(start_m: Vector, end_m: Vector) -> float:
    """How long (s) the least energetic arc between two positions takes, the short way."""
    chord_m = np.linalg.norm(end_m - start_m)
    half = 0.5 * (np.linalg.norm(start_m) + np.linalg.norm(end_m) + chord_m)
    beta = 2.0 * np.arcsin(np.sqrt((half - chord_m) / half))
    return float(np.sqrt(half**3 / (8.0 * MU_M3_S2)) * (np.pi - beta + np.sin(beta)))


def coast(start_m: Vector, velocity_m_s: Vector, time_s: Vector) -> Vector:
    """Positions on an ellipse after these times, shape `(n, 3)`."""
    near = np.linalg.norm(start_m)
    axis_m = 1.0 / (2.0 / near - velocity_m_s @ velocity_m_s / MU_M3_S2)
    motion = np.sqrt(MU_M3_S2 / axis_m**3)
    sine = start_m @ velocity_m_s / np.sqrt(MU_M3_S2 * axis_m)
    cosine = 1.0 - near / axis_m
    # Kepler's equation for the growth of the eccentric anomaly, which is within 2 of the mean one.
    low, high = motion * time_s - 2.0, motion * time_s + 2.0
    for _ in range(BISECTIONS):
        growth = 0.5 * (low + high)
        late = growth - cosine * np.sin(growth) + sine * (1.0 - np.cos(growth)) > motion * time_s
        low, high = np.where(late, low, growth), np.where(late, growth, high)
    f = 1.0 - axis_m / near * (1.0 - np.cos(growth))
    g = time_s - (growth - np.sin(growth)) / motion
    return f[:, None] * start_m + g[:, None] * velocity_m_s


def lambert(start_m: Vector, end_m: Vector, time_s: Vector) -> Vector:
    """Velocities at the start of the short ways between positions in these times, `(n, 3)`.

    Bisection of the universal variable: the time of flight grows with it.
    """
    near = np.linalg.norm(start_m, axis=-1)
    far = np.linalg.norm(end_m, axis=-1)
    cosine = np.clip(np.sum(start_m * end_m, axis=-1) / (near * far), -1.0, 1.0)
    a = np.sqrt(near * far * (1.0 + cosine))
    low = np.full(np.shape(time_s), FASTEST_VARIABLE)
    high = np.full(np.shape(time_s), ONE_TURN)
    for _ in range(BISECTIONS):
        z = 0.5 * (low + high)
        c, s = stumpff(z)
        y = near + far + a * (z * s - 1.0) / np.sqrt(c)
        positive = np.maximum(y, 0.0)
        flight_s = ((positive / c) ** 1.5 * s + a * np.sqrt(positive)) / np.sqrt(MU_M3_S2)
        late = (y > 0.0) & (flight_s > time_s)
        low, high = np.where(late, low, z), np.where(late, z, high)
    f = 1.0 - y / near
    g = a * np.sqrt(y / MU_M3_S2)
    return (end_m - f[:, None] * start_m) / g[:, None]


def stumpff(z: Vector) -> tuple[Vector, Vector]:
    """Stumpff's functions C and S."""
    root = np.sqrt(np.maximum(np.abs(z), 1e-12))
    small = np.abs(z) < 1e-6
    c = np.where(z > 0.0, 1.0 - np.cos(root), np.cosh(root) - 1.0) / root**2
    s = np.where(z > 0.0, root - np.sin(root), np.sinh(root) - root) / root**3
    return np.where(small, 0.5 - z / 24.0, c), np.where(small, 1.0 / 6.0 - z / 120.0, s)
