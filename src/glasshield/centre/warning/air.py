"""What the air takes from a fall: a table of falls, for hundreds of objects at once.

For a state in or at the edge of the air the table says which share of the way that it would go
without air it goes with it, and how much longer it takes, for five ballistic coefficients. It is
made by `fusion.falls` (`python -m glasshield.centre.warning.air`) and read in multilinear steps.
"""

from __future__ import annotations

import functools
from importlib import resources
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2, EARTH_SEMI_MAJOR_AXIS_M
from glasshield.fusion.falls import fall
from glasshield.fusion.impact_point import Drag

TOP_M: Final = 100e3  # above it nothing that is told is moved by the air
NODES: Final = np.array((-2.0, -1.0, 0.0, 1.0, 2.0))  # of the logarithm of the coefficient
HEIGHT_M: Final = np.array((4e3, 10e3, 17e3, 25e3, 35e3, 50e3, 70e3, TOP_M))
SPEED_M_S: Final = np.array(
    (300.0, 800.0, 1_500.0, 2_200.0, 3_000.0, 4_000.0, 5_000.0, 6_000.0, 7_000.0, 8_000.0)
)
DIVE_RAD: Final = np.radians((3.0, 7.0, 12.0, 18.0, 25.0, 35.0, 45.0, 60.0, 75.0, 88.0))
_FILE: Final = "air.npy"


def shares(
    height_m: Float[np.ndarray, "k"],
    speed_m_s: Float[np.ndarray, "k"],
    dive_rad: Float[np.ndarray, "k"],
) -> tuple[Float[np.ndarray, "k c"], Float[np.ndarray, "k c"]]:
    """Ways and times of falls as shares of those without air, for each of the `NODES`.

    Args:
        height_m: where the fall begins; above `TOP_M` as from there.
        speed_m_s: relative to the Earth.
        dive_rad: below the horizontal; flatter than 3 degrees as at 3.
    """
    table = _table()
    places = [
        _place(axis, value)
        for axis, value in zip(
            (HEIGHT_M, SPEED_M_S, DIVE_RAD), (height_m, speed_m_s, dive_rad), strict=True
        )
    ]
    found = np.zeros((len(height_m), len(NODES), 2))
    for corner in np.ndindex(2, 2, 2):
        rows = tuple(row + step for (row, _), step in zip(places, corner, strict=True))
        weight = np.ones(len(height_m))
        for (_, share), step in zip(places, corner, strict=True):
            weight = weight * (share if step else 1.0 - share)
        found += weight[:, None, None] * table[rows]
    return found[:, :, 0], found[:, :, 1]


def _place(
    axis: Float[np.ndarray, "a"], value: Float[np.ndarray, "k"]
) -> tuple[np.ndarray, Float[np.ndarray, "k"]]:
    """The step of an axis below each value, and the share of the step above it."""
    row = np.clip(np.searchsorted(axis, value, side="right") - 1, 0, len(axis) - 2)
    return row, np.clip((value - axis[row]) / (axis[row + 1] - axis[row]), 0.0, 1.0)


def without_air(
    height_m: Float[np.ndarray, "k"],
    speed_m_s: Float[np.ndarray, "k"],
    dive_rad: Float[np.ndarray, "k"],
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """Way over the ground (m) and time (s) of dives to a still, round Earth without air.

    Source: Vallado 2013, Fundamentals of Astrodynamics, sections 1.3 and 2.2.
    """
    radius = EARTH_MEAN_RADIUS_M + height_m
    momentum = radius * speed_m_s * np.cos(dive_rad)
    parameter = momentum**2 / EARTH_MU_M3_S2
    inverse_axis = 2.0 / radius - speed_m_s**2 / EARTH_MU_M3_S2
    eccentricity = np.sqrt(np.maximum(1.0 - parameter * inverse_axis, 1e-12))

    def anomaly(at_m: Float[np.ndarray, "..."]) -> Float[np.ndarray, "k"]:
        cosine = (parameter / at_m - 1.0) / eccentricity
        return -np.arccos(np.clip(cosine, -1.0, 1.0))

    def mean(true: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
        shape = np.sqrt((1.0 - eccentricity) / (1.0 + eccentricity))
        eccentric = 2.0 * np.arctan(shape * np.tan(0.5 * true))
        turned: Float[np.ndarray, "k"] = eccentric - eccentricity * np.sin(eccentric)
        return turned

    above, ground = anomaly(radius), anomaly(np.full(len(radius), EARTH_MEAN_RADIUS_M))
    time_s = (mean(ground) - mean(above)) / np.sqrt(EARTH_MU_M3_S2 * inverse_axis**3)
    return EARTH_MEAN_RADIUS_M * (ground - above), time_s


@functools.cache
def _table() -> Float[np.ndarray, "h v d c 2"]:
    """The packaged table."""
    with resources.files(__package__).joinpath(_FILE).open("rb") as file:
        return np.load(file).astype(float)


def made(
    height_m: Float[np.ndarray, "n"],
    speed_m_s: Float[np.ndarray, "n"],
    dive_rad: Float[np.ndarray, "n"],
) -> Float[np.ndarray, "n c 2"]:
    """Shares as the table has them, computed: falls towards the north from the equator."""
    count = len(height_m)
    state = np.zeros((count, len(NODES), 6))
    state[:, :, 0] = (EARTH_SEMI_MAJOR_AXIS_M + height_m)[:, None]
    state[:, :, 3] = (-speed_m_s * np.sin(dive_rad))[:, None]
    state[:, :, 5] = (speed_m_s * np.cos(dive_rad))[:, None]
    usual = Drag()
    kilograms = usual.coefficient_kg_m2 * np.exp(usual.log_sigma * NODES)
    ended = fall(state.reshape(-1, 6), np.tile(1.0 / kilograms, count))
    place = ended.state_ecef.reshape(count, len(NODES), 6)
    way_m = EARTH_MEAN_RADIUS_M * np.arctan2(
        place[:, :, 2], np.hypot(place[:, :, 0], place[:, :, 1])
    )
    free_m, free_s = without_air(height_m, speed_m_s, dive_rad)
    time_s = ended.time_s.reshape(count, len(NODES))
    return np.stack((way_m / free_m[:, None], time_s / free_s[:, None]), axis=-1)


def main() -> None:
    """Writes the table anew."""
    axes = np.meshgrid(HEIGHT_M, SPEED_M_S, DIVE_RAD, indexing="ij")
    table = made(*(axis.ravel() for axis in axes))
    path = Path(__file__).parent / _FILE
    np.save(path, table.reshape(*axes[0].shape, len(NODES), 2).astype(np.float32))


if __name__ == "__main__":
    main()
