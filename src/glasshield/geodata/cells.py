"""The land of each country in each cell of a grid.

Scan lines cross every cell: along a line the land is measured exactly between the borders that it
meets, so that only the height of a cell is sampled. A cell that countries share has one row for
each of them.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import InputError, RangeError
from glasshield.geodata.borders import countries, country, world
from glasshield.geodata.grid import Grid, equal_area_grid, latitude_rad, zone_area_m2
from glasshield.geodata.lookup import WATER, edges, point_in_country

SCAN_LINES: Final = 16  # in a band: 3 km apart in cells of 50 km
_SAMPLES: Final = 12  # along each side of a cell that a polygon may cut
_KEY: Final = 1024  # more than there are countries


@dataclass(frozen=True, slots=True)
class Polygon:
    """A region that somebody drew: a ring of points.

    They are joined by straight lines in longitude and latitude, as in GeoJSON. Longitudes pass 180
    degrees rather than jump there.
    """

    name: str
    lat_rad: Float[np.ndarray, " n"]
    lon_rad: Float[np.ndarray, " n"]

    def __post_init__(self) -> None:
        if len(self.lat_rad) != len(self.lon_rad) or len(self.lat_rad) < 3:
            raise InputError(
                "a region needs three points or more",
                where=self.name,
                got=f"{len(self.lat_rad)} latitudes and {len(self.lon_rad)} longitudes",
            )
        if not (np.isfinite(self.lat_rad).all() and np.isfinite(self.lon_rad).all()):
            raise RangeError("a point of the region is not finite", where=self.name)
        if np.abs(self.lat_rad).max() > np.pi / 2:
            raise RangeError("a point of the region lies beyond a pole", where=self.name)

    def holds(
        self, lat_rad: Float[np.ndarray, " n"], lon_rad: Float[np.ndarray, " n"]
    ) -> Bool[np.ndarray, " n"]:
        """Which points lie inside."""
        middle = (self.lon_rad.min() + self.lon_rad.max()) / 2
        lon = (lon_rad - middle + np.pi) % (2 * np.pi) - np.pi + middle
        inside = np.zeros(len(lon), dtype=bool)
        lat1, lon1 = np.roll(self.lat_rad, 1), np.roll(self.lon_rad, 1)
        for y1, x1, y2, x2 in zip(lat1, lon1, self.lat_rad, self.lon_rad, strict=True):
            if y1 != y2:
                crosses = (y1 > lat_rad) != (y2 > lat_rad)
                inside ^= crosses & (lon < x1 + (lat_rad - y1) / (y2 - y1) * (x2 - x1))
        return inside


@dataclass(frozen=True, slots=True)
class Cells:
    """The land of a region, cell by cell and country by country.

    `area_m2` is the land of the country in the cell and the region; `share` is its part of the
    country's land in the cell, below 1 where a drawn region cuts it.
    """

    grid: Grid
    cell: Int[np.ndarray, " n"]
    country: Int[np.ndarray, " n"]  # index in countries()
    lat_rad: Float[np.ndarray, " n"]  # middle of the cell
    lon_rad: Float[np.ndarray, " n"]
    area_m2: Float[np.ndarray, " n"]
    share: Float[np.ndarray, " n"]

    def __len__(self) -> int:
        return len(self.cell)

    def taken(self, rows: Int[np.ndarray, " m"] | Bool[np.ndarray, " n"]) -> Cells:
        """Some of the rows."""
        return Cells(
            self.grid,
            self.cell[rows],
            self.country[rows],
            self.lat_rad[rows],
            self.lon_rad[rows],
            self.area_m2[rows],
            self.share[rows],
        )


def cells_of(regions: Sequence[str | Polygon] | None = None, *, grid: Grid | None = None) -> Cells:
    """The land of the regions, of the whole world when none are given; by cell, then country.

    Land that several regions name counts once.

    Args:
        regions: codes of countries (two letters, three letters or three digits), drawn polygons,
            or both.
        grid: the grid, 50 km when none is given.

    Raises:
        UnknownNameError: a code that no country has.
        InputError: a region without land, or no region at all.
    """
    whole = land(grid or equal_area_grid())
    if regions is None:
        return whole
    if not regions:
        raise InputError("no region is given", do="name a country or draw a polygon")
    share = np.zeros(len(whole))
    for region in regions:
        part = _share_of(whole, region)
        if not part.any():
            name = region if isinstance(region, str) else region.name
            raise InputError("the region holds no land", where=name)
        share = np.maximum(share, part)
    rows = np.flatnonzero(share)
    found = whole.taken(rows)
    part = share[rows]
    return Cells(
        found.grid,
        found.cell,
        found.country,
        found.lat_rad,
        found.lon_rad,
        found.area_m2 * part,
        part,
    )


def _share_of(whole: Cells, region: str | Polygon) -> Float[np.ndarray, " n"]:
    """How much of each row lies in the region."""
    if isinstance(region, str):
        return (whole.country == country(region).index).astype(np.float64)
    share = np.zeros(len(whole))
    south, north, west, east = whole.grid.bounds(whole.cell).T
    low, high = region.lat_rad.min(), region.lat_rad.max()
    middle = (region.lon_rad.min() + region.lon_rad.max()) / 2
    reach = (region.lon_rad.max() - region.lon_rad.min()) / 2 + (east - west) / 2
    away = np.abs((whole.lon_rad - middle + np.pi) % (2 * np.pi) - np.pi)
    near = np.flatnonzero((north >= low) & (south <= high) & (away <= reach))
    for start in range(0, len(near), 2000):
        rows = near[start : start + 2000]
        share[rows] = _sampled_share(whole, rows, region)
    return share


def _sampled_share(
    whole: Cells, rows: Int[np.ndarray, " m"], region: Polygon
) -> Float[np.ndarray, " m"]:
    south, north, west, east = whole.grid.bounds(whole.cell[rows]).T
    at = (np.arange(_SAMPLES) + 0.5) / _SAMPLES
    lat = (south[:, None] + (north - south)[:, None] * at)[:, :, None]
    lon = (west[:, None] + (east - west)[:, None] * at)[:, None, :]
    lat, lon = (a.reshape(len(rows), -1) for a in np.broadcast_arrays(lat, lon))
    inside = region.holds(lat.ravel(), lon.ravel()).reshape(lat.shape)
    own = np.zeros(lat.shape, dtype=bool)
    cut = inside.any(axis=1) & ~inside.all(axis=1)
    own[cut] = point_in_country(lat[cut], lon[cut]) == whole.country[rows][cut, None]
    # An islet may hide between samples: then the cell's area has to stand for the land's.
    own[~own.any(axis=1)] = True
    return (inside & own).sum(axis=1) / own.sum(axis=1)


@functools.lru_cache(maxsize=4)
def _land(cell_m: float) -> Cells:
    grid = equal_area_grid(cell_m)
    line, start, end, owner = _stretches(grid)
    band = line // SCAN_LINES
    count = grid.cells_in_band[band]
    # From here on longitude is counted in cells of the band.
    start, end = start / (2 * np.pi) * count, end / (2 * np.pi) * count
    first = np.minimum(start.astype(np.int64), count - 1)
    last = np.minimum(np.ceil(end).astype(np.int64) - 1, count - 1)
    touched = np.maximum(last - first, 0) + 1
    row = np.repeat(np.arange(len(line)), touched)
    column = first[row] + np.arange(len(row)) - np.repeat(np.cumsum(touched) - touched, touched)
    width = np.minimum(end[row], column + 1) - np.maximum(start[row], column)
    key = (grid.first_cell[band[row]] + column) * _KEY + owner[row]
    measured = np.maximum(width, 0.0) * (grid.cell_area_m2 / SCAN_LINES)
    islets, islet_areas = _missed(grid, owner)
    key, measured = np.append(key, islets), np.append(measured, islet_areas)
    found, place = np.unique(key, return_inverse=True)
    area = np.bincount(place, weights=measured)
    kept = area > 0
    found, area = found[kept], area[kept]
    cell, holder = found // _KEY, found % _KEY
    lat, lon = grid.centres(cell)
    return Cells(grid, cell, holder, lat, lon, area, np.ones(len(cell)))


def _missed(
    grid: Grid, owner: Int[np.ndarray, " n"]
) -> tuple[Int[np.ndarray, " m"], Float[np.ndarray, " m"]]:
    """The countries that lie between scan lines, each whole in the cell of its first polygon."""
    keys, areas = [], []
    for index in np.setdiff1d(np.arange(len(countries())), owner):
        rings = [polygon[0] for polygon in world("fine").polygons(int(index))]
        cell = grid.cell_at(rings[0][:1, 0], rings[0][:1, 1])
        keys.append(int(cell[0]) * _KEY + int(index))
        areas.append(sum(_ring_area_m2(ring) for ring in rings))
    return np.array(keys, dtype=np.int64), np.array(areas)


def _ring_area_m2(ring: Float[np.ndarray, "n 2"]) -> float:
    """The area within a small ring, by trapezia down to the equator."""
    zone = zone_area_m2(ring[:, 0])
    width = np.diff(np.unwrap(ring[:, 1]))
    return float(abs(np.sum(width * (zone[:-1] + zone[1:]) / 2)) / (2 * np.pi))


def land(grid: Grid) -> Cells:
    """The land of all countries on the grid."""
    return _land(grid.cell_m)


def _stretches(
    grid: Grid,
) -> tuple[
    Int[np.ndarray, " n"], Float[np.ndarray, " n"], Float[np.ndarray, " n"], Int[np.ndarray, " n"]
]:
    """The stretches of land along all scan lines: line, start and end east of -pi, country."""
    lat = _scan_latitudes(grid)
    line, lon, east = _crossings(lat)
    order = np.lexsort((lon, line))
    line, lon, east = line[order], lon[order] + np.pi, east[order]
    last = np.append(line[1:] != line[:-1], True)
    first = np.roll(last, 1)
    end = np.where(last, 2 * np.pi, np.roll(lon, -1))
    # The country of the last stretch goes on from the date line to the first crossing.
    before = (line[first], np.zeros(int(first.sum())), lon[first], east[last])
    bare = np.setdiff1d(np.arange(len(lat)), line)
    around = (
        bare,
        np.zeros(len(bare)),
        np.full(len(bare), 2 * np.pi),
        edges().around(lat[bare]),
    )
    columns = [
        np.concatenate(parts) for parts in zip((line, lon, end, east), before, around, strict=True)
    ]
    held = columns[3] != WATER
    return columns[0][held], columns[1][held], columns[2][held], columns[3][held]


def _scan_latitudes(grid: Grid) -> Float[np.ndarray, " n"]:
    """The scan lines, in the middle of slices of a band that have equal areas."""
    zones = zone_area_m2(grid.edge_lat_rad)
    at = (np.arange(SCAN_LINES) + 0.5) / SCAN_LINES
    return latitude_rad((zones[:-1, None] + np.diff(zones)[:, None] * at).ravel())


def _crossings(
    lat_rad: Float[np.ndarray, " m"],
) -> tuple[Int[np.ndarray, " n"], Float[np.ndarray, " n"], Int[np.ndarray, " n"]]:
    """Where borders cross the parallels: parallel, longitude, country to the east."""
    table = edges()
    first = np.searchsorted(lat_rad, table.south_rad, side="left")
    count = np.searchsorted(lat_rad, table.north_rad, side="left") - first
    edge = np.repeat(np.arange(len(count)), count)
    line = first[edge] + np.arange(len(edge)) - np.repeat(np.cumsum(count) - count, count)
    lon = table.longitudes(lat_rad[line], edge)
    inside = (lon >= -np.pi) & (lon < np.pi)
    return line[inside], lon[inside], table.east[edge[inside]]


def land_area_m2(grid: Grid | None = None) -> Float[np.ndarray, " c"]:
    """The land of each country on the grid, in the order of `countries()`."""
    whole = land(grid or equal_area_grid())
    return np.bincount(whole.country, weights=whole.area_m2, minlength=len(countries()))
