"""Made-up tracks and radars for plans of looks, by seed."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from glasshield.coordination.looks import Limits, Objects
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.sensing.sensors import Sector
from glasshield.sensing.station import FULL_SKY, Accuracy, Station


@dataclass(frozen=True)
class Case:
    """Something to plan.

    Attributes:
        objects: tracks.
        sensors: radars around them, some with a narrow view.
        limits: in each step.
        horizon_s: how far ahead.
        step_s: of the plan.
    """

    objects: Objects
    sensors: tuple[Station, ...]
    limits: Limits
    horizon_s: float
    step_s: float


def covariances(rng: np.random.Generator, count: int) -> Float[np.ndarray, "n 6 6"]:
    """Of tracks some seconds to a minute old: 30 m to 3 km, 1 to 100 m/s, mixed by direction."""
    found = np.zeros((count, 6, 6))
    for each in found:
        place = np.exp(rng.uniform(np.log(30.0), np.log(3_000.0), 3))
        speed = np.exp(rng.uniform(np.log(1.0), np.log(100.0), 3))
        turn = (np.linalg.qr(rng.normal(size=(3, 3)))[0] for _ in range(2))
        root = np.zeros((6, 6))
        root[:3, :3], root[3:, 3:] = next(turn) * place, next(turn) * speed
        root[3:, :3] = 2e-3 * rng.normal(size=(3, 3)) * place  # errors of both go together
        each[:] = root @ root.T
    return found


def objects(rng: np.random.Generator, count: int) -> Objects:
    """Objects over the middle of the radars, going up or coming down."""
    lat, lon = np.radians(rng.uniform((40.0, 10.0), (50.0, 30.0), (count, 2))).T
    axes = east_north_up(lat, lon)
    level, up = rng.normal(0.0, 2_000.0, (count, 2)), rng.uniform(-1_500.0, 1_500.0, count)
    velocity = np.einsum("nij,ni->nj", axes, np.column_stack((level, up)))
    place = geodetic_to_ecef(lat, lon, rng.uniform(100e3, 600e3, count))
    return Objects.of(
        [f"{k:03d}" for k in range(count)],
        np.concatenate((place, velocity), axis=1),
        covariances(rng, count),
        rng.choice((1.0, 1.0, 5.0), count),
    )


def sensors(rng: np.random.Generator, count: int) -> tuple[Station, ...]:
    """Radars of all kinds of accuracy."""
    narrow = (Sector(0.5 * np.pi, np.pi, 0.03, 1.4),)
    return tuple(
        Station(
            f"s{k}",
            math.radians(rng.uniform(35.0, 55.0)),
            math.radians(rng.uniform(0.0, 40.0)),
            accuracy=Accuracy(
                range_m=rng.uniform(20.0, 100.0),
                azimuth_rad=math.radians(rng.uniform(0.02, 0.2)),
                elevation_rad=math.radians(rng.uniform(0.02, 0.2)),
                range_rate_m_s=float(rng.choice((np.inf, 5.0))),
            ),
            period_s=float(rng.choice((1.0, 2.0))),
            detection_probability=rng.uniform(0.5, 0.98),
            range_m=rng.uniform(1_000e3, 3_000e3),
            sectors=FULL_SKY if rng.random() < 0.7 else narrow,
        )
        for k in range(count)
    )


def small(seed: int) -> Case:
    """A case of which all schedules can be tried."""
    rng = np.random.default_rng(seed)
    count, step_s = int(rng.integers(2, 5)), 10.0
    radars = sensors(rng, int(rng.integers(1, 3)))
    limits = Limits.of(radars, int(rng.integers(1, min(count, 3))), step_s)
    return Case(objects(rng, count), radars, limits, step_s * int(rng.integers(2, 4)), step_s)


def large(seed: int, count: int = 200, radars: int = 8, most: int = 10) -> Case:
    """A case of twelve steps of 5 s."""
    rng = np.random.default_rng(seed)
    around = sensors(rng, radars)
    return Case(objects(rng, count), around, Limits.of(around, most, 5.0), 60.0, 5.0)
