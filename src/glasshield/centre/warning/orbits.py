"""What a state says by itself: whether it comes down, where at about, and of which class it is.

All of it is two-body motion, closed and vectorised: cheap enough to look at hundreds of objects
again and again. What is told to people is estimated by `impacts` and `launches`.

Source: Vallado 2013, Fundamentals of Astrodynamics, sections 1.3 (conics), 2.2 (Kepler's equation).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.special import ndtr

from glasshield.constants import (
    EARTH_MEAN_RADIUS_M,
    EARTH_MU_M3_S2,
    EARTH_ROTATION_RAD_S,
)
from glasshield.exchange.release.terms import CLASS_NAMES
from glasshield.flight import kepler
from glasshield.flight.range_classes import CLASSES
from glasshield.fusion.even import normals

# An orbit that dips deeper than this into the air does not come around again.
DOWN_M: Final = 100e3
# Where a missile of middling range has burnt out; others differ, and their speed with them.
BURNOUT_M: Final = 100e3
UNKNOWN: Final = CLASS_NAMES.index("unknown")
ORBITAL: Final = CLASS_NAMES.index("orbital")
_SAMPLES: Final = 64
_DEEP_M: Final = 1_000e3
_EDGES_M: Final = np.array([each.up_to_m for each in CLASSES if each.scheme == "US DoD"])
_UNIT: Final = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))


@dataclass(frozen=True, slots=True)
class Fates:
    """How likely it is that each of k objects comes down, and that it stays in orbit."""

    down: Float[np.ndarray, "k"]
    orbital: Float[np.ndarray, "k"]


def inertial_velocity(state_ecef: Float[np.ndarray, "... 6"]) -> Float[np.ndarray, "... 3"]:
    """Velocities that do not turn with the Earth, along the Earth-fixed axes of the moment."""
    velocity = state_ecef[..., 3:].copy()
    velocity[..., 0] -= EARTH_ROTATION_RAD_S * state_ecef[..., 1]
    velocity[..., 1] += EARTH_ROTATION_RAD_S * state_ecef[..., 0]
    return velocity


def crossed(
    a: Float[np.ndarray, "... 3"], b: Float[np.ndarray, "... 3"]
) -> Float[np.ndarray, "... 3"]:
    """Vector products: those of NumPy for few vectors take longer than all else together."""
    product = np.empty(np.broadcast_shapes(a.shape, b.shape))
    product[..., 0] = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    product[..., 1] = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    product[..., 2] = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return product


def fates(state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]) -> Fates:
    """Whether objects come down before they are round the Earth, by the spread of their states.

    What leaves the Earth does neither: so fast is nothing but a track that knows nothing yet.

    Args:
        state_ecef: position (m) and velocity (m/s).
        covariance: of the states.
    """
    draws = normals(_SAMPLES, 6)
    values, vectors = np.linalg.eigh(covariance / np.outer(_UNIT, _UNIT))
    root = _UNIT[:, None] * vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]
    states = state_ecef[:, None] + draws @ np.swapaxes(root, 1, 2)
    lowest, energy = _lowest_m(states)
    bound = energy < 0.0
    down = bound & (lowest < EARTH_MEAN_RADIUS_M + DOWN_M)
    return Fates(down.mean(axis=1), (bound & ~down).mean(axis=1))


def may_stay(state_ecef: Float[np.ndarray, "k 6"]) -> Bool[np.ndarray, "k"]:
    """Which objects may be in orbit at all: those whose perigee is not deep within the Earth."""
    lowest, energy = _lowest_m(state_ecef)
    may: Bool[np.ndarray, "k"] = (lowest > EARTH_MEAN_RADIUS_M - _DEEP_M) | (energy >= 0.0)
    return may


def _lowest_m(
    state_ecef: Float[np.ndarray, "... 6"],
) -> tuple[Float[np.ndarray, "..."], Float[np.ndarray, "..."]]:
    """Distance of the perigee from the Earth's middle, and the energy of a kilogram."""
    position, velocity = state_ecef[..., :3], inertial_velocity(state_ecef)
    radius = np.linalg.norm(position, axis=-1)
    energy = 0.5 * np.sum(velocity**2, axis=-1) - EARTH_MU_M3_S2 / radius
    momentum2 = np.sum(crossed(position, velocity) ** 2, axis=-1)
    parameter = momentum2 / EARTH_MU_M3_S2
    eccentricity = np.sqrt(np.maximum(1.0 + 2.0 * energy * parameter / EARTH_MU_M3_S2, 0.0))
    return parameter / (1.0 + eccentricity), energy


def greatest_ranges_m(
    state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """How far what flies freely could have flown at most, over an Earth that stands still.

    Classes go by this range. The speed at burnout follows from what gravity and the turning of the
    Earth keep: energy relative to the Earth.

    Returns:
        Ranges (m), half of the Earth for what reaches all of it; and their standard deviations.
    """
    position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
    radius = np.linalg.norm(position, axis=1)
    burnout = EARTH_MEAN_RADIUS_M + BURNOUT_M
    fall2 = 2.0 * EARTH_MU_M3_S2 * (1.0 / burnout - 1.0 / radius)
    axis2 = np.sum(position[:, :2] ** 2, axis=1)
    turn2 = EARTH_ROTATION_RAD_S**2 * axis2 * ((burnout / radius) ** 2 - 1.0)
    speed = np.sqrt(np.maximum(np.sum(velocity**2, axis=1) + fall2 + turn2, 0.0))
    slope = (
        np.concatenate((EARTH_MU_M3_S2 * position / radius[:, None] ** 3, velocity), axis=1)
        / np.maximum(speed, 1.0)[:, None]
    )
    sigma = np.sqrt(np.einsum("ki,kij,kj->k", slope, covariance, slope))
    reach, faster = (
        np.nan_to_num(kepler.farthest_range_m(each, BURNOUT_M), nan=kepler.HALF_EARTH_M)
        for each in (speed, speed + sigma)
    )
    return reach, faster - reach


def class_odds(
    range_m: Float[np.ndarray, "k"], sigma_m: Float[np.ndarray, "k"]
) -> Float[np.ndarray, "k c"]:
    """The probabilities of the classes, from the shortest, by the greatest range."""
    below = ndtr((_EDGES_M - range_m[:, None]) / np.maximum(sigma_m, 1.0)[:, None])
    odds: Float[np.ndarray, "k c"] = np.diff(below, axis=1, prepend=0.0)
    return odds


def settled_class(
    before: Int[np.ndarray, "k"], odds: Float[np.ndarray, "k c"], sure: float
) -> Int[np.ndarray, "k"]:
    """The classes by their odds; one that is known changes only for one that is as good as sure."""
    likeliest = odds.argmax(axis=1)
    most = odds.max(axis=1, initial=0.0)
    changes = (most >= sure) | ((before == UNKNOWN) & (most >= 0.5))
    return np.where(changes, likeliest, before)


def vacuum_impacts(
    state_ecef: Float[np.ndarray, "k 6"], ground_m: Float[np.ndarray, "k"] | None = None
) -> tuple[Float[np.ndarray, "k 3"], Float[np.ndarray, "k"]]:
    """Where and when objects would meet a round Earth without air; NaN where they do not.

    Args:
        state_ecef: position (m) and velocity (m/s).
        ground_m: the radius of the Earth for each; left out, its mean.

    Returns:
        Places, Earth-fixed, and times from the state.
    """
    ground = np.full(len(state_ecef), EARTH_MEAN_RADIUS_M) if ground_m is None else ground_m
    turned, after_s = _descent(state_ecef, ground)
    position, velocity = state_ecef[:, :3], inertial_velocity(state_ecef)
    outward = position / np.linalg.norm(position, axis=1)[:, None]
    normal = crossed(position, velocity)
    onward = crossed(normal / np.linalg.norm(normal, axis=1)[:, None], outward)
    place = np.cos(turned)[:, None] * outward + np.sin(turned)[:, None] * onward
    x, y, z = (ground[:, None] * place).T
    spin = -EARTH_ROTATION_RAD_S * after_s
    east, north = np.sin(spin), np.cos(spin)
    z = np.where(np.isnan(after_s), np.nan, z)
    return np.column_stack((north * x - east * y, east * x + north * y, z)), after_s


def until_s(
    state_ecef: Float[np.ndarray, "k 6"], radius_m: Float[np.ndarray, "k"]
) -> Float[np.ndarray, "k"]:
    """The time in which objects come down to a distance from the Earth's middle.

    Nothing where they are below already and go down, NaN where they never are so low, or never so
    high.
    """
    inside = np.linalg.norm(state_ecef[:, :3], axis=1) <= radius_m
    falls = np.einsum("ki,ki->k", state_ecef[:, :3], state_ecef[:, 3:]) < 0.0
    return np.where(inside & falls, 0.0, _descent(state_ecef, radius_m)[1])


def _descent(
    state_ecef: Float[np.ndarray, "k 6"], radius_m: Float[np.ndarray, "k"]
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """The angle and the time from states to the next descent through a distance from the middle."""
    position, velocity = state_ecef[:, :3], inertial_velocity(state_ecef)
    radius = np.linalg.norm(position, axis=1)
    momentum2 = np.sum(crossed(position, velocity) ** 2, axis=1)
    rate = np.sum(position * velocity, axis=1) / radius
    parameter = momentum2 / EARTH_MU_M3_S2
    cosine, sine = parameter / radius - 1.0, np.sqrt(parameter / EARTH_MU_M3_S2) * rate
    eccentricity = np.hypot(cosine, sine)
    axis_m = parameter / (1.0 - eccentricity**2)
    with np.errstate(invalid="ignore"):
        here = np.arctan2(sine, cosine)
        there = -np.arccos((parameter / radius_m - 1.0) / eccentricity)
        turned = np.remainder(there - here, 2.0 * np.pi)
        after_s = _time_between_s(here, here + turned, eccentricity, axis_m)
    bound = (eccentricity < 1.0) & (axis_m * (1.0 + eccentricity) > radius_m)
    return turned, np.where(bound, after_s, np.nan)


def _time_between_s(
    here_rad: Float[np.ndarray, "k"],
    there_rad: Float[np.ndarray, "k"],
    eccentricity: Float[np.ndarray, "k"],
    axis_m: Float[np.ndarray, "k"],
) -> Float[np.ndarray, "k"]:
    """Time from one true anomaly to a later one, less than a turn on."""
    shape = np.sqrt((1.0 - eccentricity) / (1.0 + eccentricity))
    one, other = (
        2.0 * np.arctan2(shape * np.sin(0.5 * angle), np.cos(0.5 * angle))
        for angle in (here_rad, there_rad)
    )
    one, other = (each - eccentricity * np.sin(each) for each in (one, other))
    turn = np.remainder(other - one, 2.0 * np.pi)
    time_s: Float[np.ndarray, "k"] = np.sqrt(axis_m**3 / EARTH_MU_M3_S2) * turn
    return time_s
