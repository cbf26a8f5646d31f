"""States, radars and motions that the tests of the filters share."""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.fusion import motion
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.motion import MotionModel
from glasshield.fusion.options import Motion
from glasshield.sensing.station import Station

NOISE: Final = Motion()
COAST: Final = motion.coast(NOISE)
BOOST: Final = motion.boost(NOISE)
ENTRY: Final = motion.entry(NOISE)
MODELS: Final = (BOOST, COAST, ENTRY)

RADAR: Final = Station("radar", float(np.radians(50.0)), float(np.radians(15.0)), 300.0)

# Positions on or beside each coordinate plane, where finite differences of fixed size go wrong.
BESIDE_PLANES: Final = np.array(
    [
        [0.0, 6.6e6, 1.2e6, 5e3, 1e3, 2e3],
        [1e-3, 5e6, 4.4e6, 5e3, -1e3, 2e3],
        [6.6e6, 0.0, 1.2e6, -1e3, 6e3, 2e3],
        [-5e6, -1e-3, 4.4e6, -1e3, 6e3, -2e3],
        [6.6e6, 1.2e6, 0.0, 1e3, 2e3, 6e3],
        [5e6, -4.4e6, 1e-3, 3e3, 2e3, -4e3],
        [0.0, 0.0, 6.7e6, 4e3, 3e3, 2e3],
        [6.7e6, 0.0, 0.0, 4e3, 3e3, 2e3],
    ]
)


def states(
    rng: np.random.Generator,
    count: int,
    heights_m: tuple[float, float] = (100e3, 1_200e3),
    speeds_m_s: tuple[float, float] = (1_000.0, 7_000.0),
) -> Float[np.ndarray, "n 6"]:
    """States all over the Earth, in any direction."""
    lat = np.arcsin(rng.uniform(-1.0, 1.0, count))
    position = geodetic_to_ecef(
        lat, rng.uniform(-np.pi, np.pi, count), rng.uniform(*heights_m, count)
    )
    direction = rng.normal(size=(count, 3))
    direction /= np.linalg.norm(direction, axis=-1, keepdims=True)
    return np.hstack((position, direction * rng.uniform(*speeds_m_s, (count, 1))))


def seen_states(
    rng: np.random.Generator, count: int, station: Station = RADAR
) -> Float[np.ndarray, "n 6"]:
    """States 300 to 1,500 km from a radar, 5 to 80 degrees above its horizon."""
    azimuth, elevation = (
        rng.uniform(0.0, 2.0 * np.pi, count),
        np.radians(rng.uniform(5.0, 80.0, count)),
    )
    level = np.cos(elevation)
    toward = np.stack(
        (level * np.sin(azimuth), level * np.cos(azimuth), np.sin(elevation)), axis=-1
    )
    axes = east_north_up(station.lat_rad, station.lon_rad)
    offset = rng.uniform(300e3, 1_500e3, (count, 1)) * toward
    velocity = rng.normal(scale=2_500.0, size=(count, 3))
    return np.hstack((station.position_ecef_m + offset @ axes, velocity))


def with_parameter(
    model: MotionModel, state: Float[np.ndarray, "n 6"], rng: np.random.Generator
) -> Float[np.ndarray, "n d"]:
    """The states with the model's own parameter behind them, where it has one."""
    if model.size == 6:
        return state
    middle = model.parameter[0]
    return np.hstack((state, rng.uniform(0.5 * middle, 1.5 * middle, (len(state), 1))))


def covariances(
    rng: np.random.Generator,
    count: int,
    model: MotionModel = COAST,
    position_m: float = 300.0,
    speed_m_s: float = 30.0,
) -> Float[np.ndarray, "n d d"]:
    """Full covariances of about these sizes."""
    scale = np.array([position_m] * 3 + [speed_m_s] * 3 + [0.3 * model.parameter[0]])[: model.size]
    root = np.eye(model.size) + 0.4 * rng.normal(size=(count, model.size, model.size))
    return scale[:, None] * (root @ root.mT) * scale


def estimates(
    rng: np.random.Generator, count: int, model: MotionModel = COAST, station: Station = RADAR
) -> Gaussian:
    """Estimates of objects that a radar can see."""
    mean = with_parameter(model, seen_states(rng, count, station), rng)
    return Gaussian(mean, covariances(rng, count, model))
