"""How a missile moves: boost, coast and entry over the turning Earth, with partials and noise.

States are Earth-fixed: position (m) and velocity relative to the Earth (m/s). Boost and entry carry
a seventh component, the thrust acceleration (m/s2) along the velocity, or the inverse ballistic
coefficient (m2/kg). All functions take n states at once; each row may have its own span of time.

Source: Li and Jilkov 2010, Survey of maneuvering target tracking, part II: motion models of
ballistic and space targets, IEEE T-AES 46(1), 96-119.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from numpy.typing import ArrayLike

from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_J2,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
    EARTH_SEMI_MAJOR_AXIS_M,
    EARTH_SEMI_MINOR_AXIS_M,
)
from glasshield.earth import atmosphere, gravity
from glasshield.fusion.options import Motion
from glasshield.fusion.tracks import Phase

# A span of time is cut into equal steps of at most this: a missile on its pad turns faster than one
# in free flight, and the densest air brakes within a few seconds.
COAST_STEP_S: Final = 10.0
BOOST_STEP_S: Final = 2.0
ENTRY_STEP_S: Final = 1.0
# Thrust points along the velocity; below this speed it fades with it. Just off its pad a missile is
# slower, but so is the velocity of a track that has just begun: its direction says nothing yet.
SLOWEST_M_S: Final = 100.0
# Thrust acceleration grows as propellant burns, but no faster than at this: no missile pulls more.
# What is less than nothing (the boost model taking a fall for its own) does not grow at all.
STRONGEST_THRUST_M_S2: Final = 200.0
# Drag takes no more of the velocity than this in a second, and (its coefficient being uncertain)
# adds no more: a plunge through the densest air stays within what steps of a second can follow.
BRAKING_1_S: Final = (-0.5, 2.0)
# The air that brakes: a cubic in each step of geopotential height, nothing above the top.
AIR_STEP_M: Final = 500.0
AIR_TOP_M: Final = 147_000.0

Rate = Callable[[Float[np.ndarray, "n d"]], Float[np.ndarray, "n d"]]
Partials = Callable[[Float[np.ndarray, "n d"]], Float[np.ndarray, "n d d"]]


@dataclass(frozen=True, slots=True)
class MotionModel:
    """One way to move.

    Attributes:
        phase: of flight that it describes.
        size: of its state: 6, or 7 with a parameter of its own behind position and velocity.
        rate: how states change, one second's worth.
        partials: of the rate with respect to the state.
        step_s: longest step in which its equations are integrated.
        noise_m2_s3: spectral density of unmodelled acceleration, alike in all directions.
        parameter_noise: spectral density of the parameter's rate, its unit squared a second.
        parameter: where the model's own parameter begins, and its standard deviation.
    """

    phase: Phase
    size: int
    rate: Rate
    partials: Partials
    step_s: float
    noise_m2_s3: float
    parameter_noise: float = 0.0
    parameter: tuple[float, float] = (0.0, 0.0)


def coast(motion: Motion) -> MotionModel:
    """Free flight: gravity with J2 on the turning Earth."""
    noise = motion.coast_noise_m2_s3
    return MotionModel(Phase.COAST, 6, _coast_rate, _coast_partials, COAST_STEP_S, noise)


def boost(motion: Motion) -> MotionModel:
    """Thrust along the velocity, growing as propellant burns.

    Source: Li and Jilkov 2010, boost models: a gravity turn with the specific thrust as a state.
    """
    return MotionModel(
        Phase.BOOST,
        7,
        functools.partial(_boost_rate, exhaust_m_s=motion.exhaust_m_s),
        functools.partial(_boost_partials, exhaust_m_s=motion.exhaust_m_s),
        BOOST_STEP_S,
        motion.boost_noise_m2_s3,
        motion.thrust_noise_m2_s5,
        motion.thrust_m_s2,
    )


def entry(motion: Motion) -> MotionModel:
    """A fall through the air against drag, its ballistic coefficient unknown.

    Source: Li and Jilkov 2010, reentry models, with the inverse ballistic coefficient as a state.
    """
    return MotionModel(
        Phase.ENTRY,
        7,
        _entry_rate,
        _entry_partials,
        ENTRY_STEP_S,
        motion.entry_noise_m2_s3,
        motion.drag_noise_m4_kg2_s,
        parameter=motion.drag_m2_kg,
    )


def all_models(motion: Motion) -> tuple[MotionModel, MotionModel, MotionModel]:
    """Boost, coast and entry, in the order of `Phase`."""
    return boost(motion), coast(motion), entry(motion)


def propagate(
    model: MotionModel, state: Float[np.ndarray, "n d"], dt_s: ArrayLike
) -> Float[np.ndarray, "n d"]:
    """The states after a span of time, which may be negative, by Runge and Kutta's fourth order.

    Args:
        model: how they move.
        state: before.
        dt_s: one span for all or one for each row.
    """
    for step_s in steps(model, dt_s, len(state)):
        state, _ = advance(model, state, step_s)
    return state


def transition(
    model: MotionModel, state: Float[np.ndarray, "n d"], dt_s: ArrayLike
) -> tuple[Float[np.ndarray, "n d"], Float[np.ndarray, "n d d"]]:
    """The states after a span of time, and how they change with the states before it.

    Args:
        model: how they move.
        state: before.
        dt_s: one span for all or one for each row.
    """
    size = state.shape[-1]
    matrix = np.broadcast_to(np.eye(size), (len(state), size, size))
    for step_s in steps(model, dt_s, len(state)):
        state, middle = advance(model, state, step_s)
        matrix = step_matrix(model, middle, step_s) @ matrix
    return state, matrix


def steps(model: MotionModel, dt_s: ArrayLike, rows: int) -> list[Float[np.ndarray, "n"]]:
    """Each row's own equal steps; a row that needs fewer than others ends with steps of nothing.

    Args:
        model: whose longest step it is.
        dt_s: one span for all or one for each row.
        rows: how many.
    """
    span = np.broadcast_to(np.asarray(dt_s, dtype=float), (rows,))
    count = np.ceil(np.abs(span) / model.step_s)
    step = span / np.maximum(count, 1.0)
    return [np.where(taken < count, step, 0.0) for taken in range(int(count.max(initial=0.0)))]


def advance(
    model: MotionModel, state: Float[np.ndarray, "n d"], step_s: Float[np.ndarray, "n"]
) -> tuple[Float[np.ndarray, "n d"], Float[np.ndarray, "n d"]]:
    """The states after one step, and in the middle of it, where the third slope is taken."""
    step = step_s[:, None]
    first = model.rate(state)
    second = model.rate(state + 0.5 * step * first)
    middle = state + 0.5 * step * second
    third = model.rate(middle)
    fourth = model.rate(state + step * third)
    return state + step / 6.0 * (first + 2.0 * second + 2.0 * third + fourth), middle


def step_matrix(
    model: MotionModel, middle: Float[np.ndarray, "n d"], step_s: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n d d"]:
    """How the states after one step change with those before it.

    The exponential, to third order, of the partials in the middle of the step. What is left out is
    of third order in the step as well (Magnus): 5e-7 of the change over 10 s of free flight, 3e-3
    over 2 s of the sharpest boost.
    """
    change = model.partials(middle) * step_s[:, None, None]
    one = np.eye(model.size)
    return one + change @ (one + change @ (one + change / 3.0) / 2.0)


def process_noise(model: MotionModel, step_s: ArrayLike) -> Float[np.ndarray, "... d d"]:
    """The covariance that white noise adds over one step; it adds up backward in time as well.

    The parameter's own noise stays in the parameter; it reaches the velocity with the next step.

    Source: Bar-Shalom, Li and Kirubarajan 2001, Estimation with Applications to Tracking and
    Navigation, section 6.2.2.
    """
    step = np.asarray(step_s, dtype=float)
    size = np.abs(step)
    noise = np.zeros((*step.shape, model.size, model.size))
    place, speed = np.arange(3), np.arange(3, 6)
    noise[..., place, place] = (model.noise_m2_s3 * size**3 / 3.0)[..., None]
    noise[..., place, speed] = (model.noise_m2_s3 * size * step / 2.0)[..., None]
    noise[..., speed, place] = noise[..., place, speed]
    noise[..., speed, speed] = (model.noise_m2_s3 * size)[..., None]
    if model.size > 6:
        noise[..., 6, 6] = model.parameter_noise * size
    return noise


def height_m(position_ecef_m: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n"]:
    """The height above the ellipsoid, measured along the radius: below 150 km within 1 m."""
    return _height_and_slope(position_ecef_m)[0]


def held_speed(velocity_m_s: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 1"]:
    """The speed, but not below the slowest that thrust has a direction at."""
    return np.maximum(np.linalg.norm(velocity_m_s, axis=-1, keepdims=True), SLOWEST_M_S)


def _coast_rate(state: Float[np.ndarray, "n d"]) -> Float[np.ndarray, "n d"]:
    position, velocity = state[..., :3], state[..., 3:6]
    rate = np.zeros_like(state)
    rate[..., :3] = velocity
    rate[..., 3:6] = gravity.acceleration(position)
    rate[..., 3] += EARTH_ROTATION_RAD_S * (
        EARTH_ROTATION_RAD_S * position[..., 0] + 2.0 * velocity[..., 1]
    )
    rate[..., 4] += EARTH_ROTATION_RAD_S * (
        EARTH_ROTATION_RAD_S * position[..., 1] - 2.0 * velocity[..., 0]
    )
    return rate


def _coast_partials(state: Float[np.ndarray, "n d"]) -> Float[np.ndarray, "n d d"]:
    size = state.shape[-1]
    partials = np.zeros((*state.shape[:-1], size, size))
    partials[..., [0, 1, 2], [3, 4, 5]] = 1.0
    partials[..., 3:6, :3] = _gravity_slope(state[..., :3])
    partials[..., [3, 4], [0, 1]] += EARTH_ROTATION_RAD_S**2
    partials[..., 3, 4] += 2.0 * EARTH_ROTATION_RAD_S
    partials[..., 4, 3] -= 2.0 * EARTH_ROTATION_RAD_S
    return partials


def _gravity_slope(position: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3 3"]:
    """How gravity changes with the place: the derivative of `gravity.acceleration`."""
    radius2 = np.sum(position**2, axis=-1)[..., None]
    height2 = position[..., 2:3] ** 2 / radius2
    oblate = 1.5 * EARTH_J2 * EARTH_SEMI_MAJOR_AXIS_M**2 / radius2
    weight = np.array([1.0, 1.0, 3.0])
    central = -EARTH_MU_M3_S2 / (radius2 * np.sqrt(radius2))
    stretch = 1.0 + oblate * (weight - 5.0 * height2)
    outward = -(3.0 + oblate * (5.0 * weight - 35.0 * height2)) / radius2
    slope = (central * outward * position)[..., :, None] * position[..., None, :]
    slope[..., 2] -= central * 10.0 * oblate * position[..., 2:3] / radius2 * position
    slope[..., [0, 1, 2], [0, 1, 2]] += central * stretch
    return slope


def _boost_rate(state: Float[np.ndarray, "n 7"], exhaust_m_s: float) -> Float[np.ndarray, "n 7"]:
    thrust = state[..., 6]
    rate = _coast_rate(state)
    rate[..., 3:6] += thrust[..., None] * state[..., 3:6] / _speed(state)
    rate[..., 6] = np.clip(thrust, 0.0, STRONGEST_THRUST_M_S2) ** 2 / exhaust_m_s
    return rate


def _boost_partials(
    state: Float[np.ndarray, "n 7"], exhaust_m_s: float
) -> Float[np.ndarray, "n 7 7"]:
    thrust, speed = state[..., 6], _speed(state)
    along = state[..., 3:6] / speed
    # Below the slowest speed the thrust is proportional to the velocity and does not turn with it.
    turning = np.where(speed > SLOWEST_M_S, along, 0.0)
    partials = _coast_partials(state)
    across = np.eye(3) - turning[..., :, None] * turning[..., None, :]
    partials[..., 3:6, 3:6] += (thrust[..., None] / speed)[..., None] * across
    partials[..., 3:6, 6] = along
    growing = (thrust > 0.0) & (thrust < STRONGEST_THRUST_M_S2)
    partials[..., 6, 6] = np.where(growing, 2.0 * thrust / exhaust_m_s, 0.0)
    return partials


def _entry_rate(state: Float[np.ndarray, "n 7"]) -> Float[np.ndarray, "n 7"]:
    density, _ = _density_and_slope(state[..., :3])
    braking, _ = _braking(state, density)
    rate = _coast_rate(state)
    rate[..., 3:6] -= braking[..., None] * state[..., 3:6]
    return rate


def _entry_partials(state: Float[np.ndarray, "n 7"]) -> Float[np.ndarray, "n 7 7"]:
    velocity = state[..., 3:6]
    density, slope = _density_and_slope(state[..., :3])
    braking, free = _braking(state, density)
    speed = np.linalg.norm(velocity, axis=-1)
    half = np.where(free, 0.5 * state[..., 6], 0.0)
    turn = velocity[..., :, None] * velocity[..., None, :] / _speed(state)[..., None]
    partials = _coast_partials(state)
    partials[..., 3:6, :3] -= (
        (half * speed)[..., None, None] * velocity[..., :, None] * slope[..., None, :]
    )
    partials[..., 3:6, 3:6] -= braking[..., None, None] * np.eye(3)
    partials[..., 3:6, 3:6] -= (half * density)[..., None, None] * turn
    partials[..., 3:6, 6] = -np.where(free, 0.5 * density * speed, 0.0)[..., None] * velocity
    return partials


def _braking(
    state: Float[np.ndarray, "n 7"], density: Float[np.ndarray, "n"]
) -> tuple[Float[np.ndarray, "n"], Bool[np.ndarray, "n"]]:
    """The part of its velocity that drag takes in a second, and whether it is within bounds."""
    speed = np.linalg.norm(state[..., 3:6], axis=-1)
    braking = 0.5 * density * speed * state[..., 6]
    least, most = BRAKING_1_S
    return np.clip(braking, least, most), (braking > least) & (braking < most)


def _speed(state: Float[np.ndarray, "n d"]) -> Float[np.ndarray, "n 1"]:
    return held_speed(state[..., 3:6])


@functools.cache
def _air() -> Float[np.ndarray, "k 4"]:
    """The density as cubics, one for each step of geopotential height."""
    return atmosphere.cubic_table(AIR_STEP_M, AIR_TOP_M)[:, :4]


def _density_and_slope(
    position: Float[np.ndarray, "n 3"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 3"]]:
    """The air's density and how it changes with the place; below the ground it is the ground's."""
    height, up = _height_and_slope(position)
    above = np.maximum(height, 0.0)
    level = atmosphere.geopotential_height(above) / AIR_STEP_M
    table = _air()
    inside = level < len(table)
    cell = np.where(inside, level, 0.0).astype(np.intp)
    part = np.where(inside, level - cell, 0.0)
    constant, linear, square, cube = np.moveaxis(table[cell], -1, 0)
    density = np.where(inside, constant + part * (linear + part * (square + part * cube)), 0.0)
    bend = linear + part * (2.0 * square + 3.0 * part * cube)
    shrink = (atmosphere.POTENTIAL_RADIUS_M / (atmosphere.POTENTIAL_RADIUS_M + above)) ** 2
    steep = np.where(inside & (height > 0.0), bend * shrink / AIR_STEP_M, 0.0)
    return density, steep[..., None] * up


def _height_and_slope(
    position: Float[np.ndarray, "n 3"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 3"]]:
    """The height along the radius above the ellipsoid, and how it changes with the place."""
    radius = np.linalg.norm(position, axis=-1)
    outward = position / radius[..., None]
    sine = outward[..., 2]
    flat = 1.0 - EARTH_ECCENTRICITY_SQUARED * (1.0 - sine**2)
    ground = EARTH_SEMI_MINOR_AXIS_M / np.sqrt(flat)
    poleward = np.array([0.0, 0.0, 1.0]) - sine[..., None] * outward
    sink = ground / flat * EARTH_ECCENTRICITY_SQUARED * sine / radius
    return radius - ground, outward + sink[..., None] * poleward
