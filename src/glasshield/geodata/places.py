"""Cities of more than 5,000 people, from GeoNames."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

import numpy as np
from jaxtyping import Float, Int

from glasshield.geodata.borders import countries


@dataclass(frozen=True, slots=True)
class Cities:
    """Cities as columns; places are rounded to 0.01 degrees, people are GeoNames' figures."""

    lat_rad: Float[np.ndarray, " n"]
    lon_rad: Float[np.ndarray, " n"]
    people: Float[np.ndarray, " n"]
    country: Int[np.ndarray, " n"]  # index in countries(), of the country that GeoNames names
    name: tuple[str, ...]

    def largest(self, count: int) -> Int[np.ndarray, " m"]:
        """The numbers of the cities with the most people, the largest first."""
        return np.argsort(-self.people, kind="stable")[:count]


@functools.cache
def cities() -> Cities:
    """All packaged cities, by country and latitude."""
    with (resources.files("glasshield.geodata") / "data" / "cities.npz").open("rb") as file:
        arrays = dict(np.load(file))
    index = {c.code: c.index for c in countries()}
    codes = arrays["codes"].tobytes().decode().split("\n")
    renumbered = np.array([index[code] for code in codes])
    return Cities(
        lat_rad=np.radians(arrays["lat_centideg"] / 100.0),
        lon_rad=np.radians(arrays["lon_centideg"] / 100.0),
        people=arrays["people"].astype(np.float64),
        country=renumbered[arrays["country"]],
        name=tuple(arrays["names"].tobytes().decode().split("\n")),
    )
