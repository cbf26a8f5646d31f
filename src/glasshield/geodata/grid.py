"""An equal-area grid over the whole Earth, and the cells of it that a region fills.

The grid is made of bands between parallels. The number of cells in a band is chosen so that cells
are nearly square, and the parallels then so that every cell on the ellipsoid has the same area.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.constants import (
    EARTH_ECCENTRICITY_SQUARED,
    EARTH_SEMI_MINOR_AXIS_M,
)
from glasshield.errors import RangeError

_E: Final = math.sqrt(EARTH_ECCENTRICITY_SQUARED)
FINEST_CELL_M: Final = 2_000.0  # 130 million cells: more would be a mistake in the unit
COARSEST_CELL_M: Final = 2_000_000.0


@dataclass(frozen=True, slots=True)
class Grid:
    """An equal-area grid; cells are numbered from south to north and from 180 degrees west.

    Two grids with the same `cell_m` are the same, cell by cell.
    """

    cell_m: float
    edge_lat_rad: Float[np.ndarray, " b1"]  # the parallels between bands, both poles included
    cells_in_band: Int[np.ndarray, " b"]
    first_cell: Int[np.ndarray, " b1"]  # of each band; last: the number of all cells
    cell_area_m2: float

    @property
    def size(self) -> int:
        """The number of cells."""
        return int(self.first_cell[-1])

    def band_of(self, cell: Int[np.ndarray, " n"]) -> Int[np.ndarray, " n"]:
        """The band of each cell."""
        return np.searchsorted(self.first_cell, cell, side="right") - 1

    def cell_at(
        self, lat_rad: Float[np.ndarray, " n"], lon_rad: Float[np.ndarray, " n"]
    ) -> Int[np.ndarray, " n"]:
        """The cell that holds each point."""
        inner = np.searchsorted(self.edge_lat_rad, lat_rad, side="right") - 1
        band = np.clip(inner, 0, len(self.cells_in_band) - 1)
        turn = (np.asarray(lon_rad) + np.pi) / (2 * np.pi) % 1.0
        count = self.cells_in_band[band]
        column = np.minimum((turn * count).astype(np.int64), count - 1)
        return self.first_cell[band] + column

    def bounds(self, cell: Int[np.ndarray, " n"]) -> Float[np.ndarray, "n 4"]:
        """South, north, west and east of each cell, radians; east may be pi."""
        band = self.band_of(cell)
        width = 2 * np.pi / self.cells_in_band[band]
        west = (cell - self.first_cell[band]) * width - np.pi
        south, north = self.edge_lat_rad[band], self.edge_lat_rad[band + 1]
        return np.column_stack([south, north, west, west + width])

    def centres(
        self, cell: Int[np.ndarray, " n"]
    ) -> tuple[Float[np.ndarray, " n"], Float[np.ndarray, " n"]]:
        """Latitude and longitude of the middle of each cell, radians."""
        south, north, west, east = self.bounds(cell).T
        return (south + north) / 2, (west + east) / 2


@functools.lru_cache(maxsize=8)
def equal_area_grid(cell_m: float = 50_000.0) -> Grid:
    """The grid whose cells are as large as a square with this side, or a little smaller.

    Args:
        cell_m: the side, 2 km to 2,000 km.

    Raises:
        RangeError: a side outside these limits.
    """
    if not FINEST_CELL_M <= cell_m <= COARSEST_CELL_M:
        raise RangeError(
            "the cells of the grid have no usable size",
            got=f"{cell_m / 1e3:g} km",
            expected=f"{FINEST_CELL_M / 1e3:g} km to {COARSEST_CELL_M / 1e3:g} km",
        )
    total_m2 = 2 * zone_area_m2(np.array(np.pi / 2))
    bands = math.ceil(math.pi * math.sqrt(total_m2 / (4 * math.pi)) / cell_m)
    edges = np.linspace(-np.pi / 2, np.pi / 2, bands + 1)
    wanted = np.diff(zone_area_m2(edges)) / cell_m**2
    count = np.maximum(np.ceil(wanted).astype(np.int64), 1)
    first = np.concatenate([[0], np.cumsum(count)])
    area_m2 = float(total_m2) / int(first[-1])
    edges = latitude_rad(first * area_m2 - float(total_m2) / 2)
    edges[0], edges[-1] = -np.pi / 2, np.pi / 2
    return Grid(cell_m, edges, count, first, area_m2)


def zone_area_m2(lat_rad: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """The area of the WGS 84 ellipsoid between the equator and the parallels, north positive.

    Source: Snyder (1987), USGS Professional Paper 1395, equation 3-12 (q, times pi a^2).
    """
    sine = np.sin(lat_rad)
    return (
        math.pi
        * EARTH_SEMI_MINOR_AXIS_M**2
        * (sine / (1 - EARTH_ECCENTRICITY_SQUARED * sine**2) + np.arctanh(_E * sine) / _E)
    )


def latitude_rad(zone_m2: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """The parallels that bound zones of these areas from the equator: undoes `zone_area_m2`."""
    pole_m2 = float(zone_area_m2(np.array(np.pi / 2)))
    sine = np.clip(zone_m2 / pole_m2, -1.0, 1.0)
    for _ in range(6):  # Newton on the sine; each turn doubles the digits, five are enough
        excess = zone_area_m2(np.arcsin(sine)) - zone_m2
        slope = (
            2 * math.pi * EARTH_SEMI_MINOR_AXIS_M**2
            / (1 - EARTH_ECCENTRICITY_SQUARED * sine**2) ** 2
        )  # fmt: skip
        sine = np.clip(sine - excess / slope, -1.0, 1.0)
    return np.arcsin(sine)
