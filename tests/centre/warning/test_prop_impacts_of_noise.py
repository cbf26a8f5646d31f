"""Noise is tracked at times: states deep in the air, in the ground, at any speed break nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest

from glasshield.centre.warning.impacts import States, predictions
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.earth.time import Instant

COUNT, ROUNDS = 32, 6


def noise(rng: np.random.Generator, heights_m: tuple[float, float], speed_m_s: float) -> States:
    """States anywhere between two heights, in any direction, at any speed up to one."""
    lat, lon = rng.uniform(-1.4, 1.4, COUNT), rng.uniform(-math.pi, math.pi, COUNT)
    place = geodetic_to_ecef(lat, lon, rng.uniform(*heights_m, COUNT))
    along = rng.normal(size=(COUNT, 3))
    along *= (rng.uniform(0.0, speed_m_s, COUNT) / np.linalg.norm(along, axis=1))[:, None]
    velocity = np.einsum("kij,ki->kj", east_north_up(lat, lon), along)
    state = np.concatenate((place, velocity), axis=1)
    covariance = np.repeat(np.diag([1e4] * 3 + [1e2] * 3)[None], COUNT, axis=0)
    return States(Instant(0), np.arange(COUNT), np.zeros(COUNT), state, covariance)


@pytest.mark.parametrize(
    ("heights_m", "speed_m_s"),
    [
        ((-20e3, 5e3), 9e3),
        ((0.0, 30e3), 9e3),
        ((-3e6, 0.0), 12e3),
        ((10.0, 120e3), 12e3),
        ((100e3, 3e6), 20e3),
    ],
)
def test_prop_noise_has_an_impact_of_numbers_or_none(
    heights_m: tuple[float, float], speed_m_s: float
) -> None:
    rng = np.random.default_rng(7)
    for _ in range(ROUNDS):
        found = predictions(noise(rng, heights_m, speed_m_s))
        assert len(found) == COUNT
        for one in found:
            if one is not None:
                assert np.isfinite((one.lat_rad, one.lon_rad, one.sigma_s, *one.radii)).all()
                assert np.isfinite(one.covariance_m2).all()
