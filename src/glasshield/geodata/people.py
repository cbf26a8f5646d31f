"""How many people live in the cells of a region: approximate, or from a user's own raster.

No population grid is packaged. Cities of 5,000 people and more stand where they are; the other
people of a country are spread over its land, more of them where more cities are near. That puts
every country's total right and its cities in the right place, and says little about one rural cell.
"""

from __future__ import annotations

import functools
import math
from typing import Final

import numpy as np
from jaxtyping import Float, Int
from scipy.spatial import cKDTree

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.geodata.borders import countries, country
from glasshield.geodata.cells import Cells, land
from glasshield.geodata.grid import equal_area_grid
from glasshield.geodata.lookup import point_in_country
from glasshield.geodata.places import cities
from glasshield.geodata.raster import Raster

# The people outside the listed cities are spread by area times the square root of the people in the
# cities within 60 km. Spread evenly, Alaska would hold 12 million people; so it holds 1.1 (0.7 in
# the census), Jammu and Kashmir 27 (61 evenly; some 20), Tibet and Qinghai 10 (114 evenly; some 9).
NEAR_CITY_M: Final = 60_000.0
CITY_PULL: Final = 0.5
# People of a raster in coastal water belong to the nearest land within this distance.
NEAR_LAND_M: Final = 50_000.0
_KEY: Final = 1024  # more than there are countries


def population(cells: Cells, raster: Raster | None = None) -> Float[np.ndarray, " n"]:
    """The people in each row of the cells.

    The sum over the whole world is the sum of all countries' totals, or all people of the raster
    that live on land. Where a drawn region cuts a cell, people are cut as its land is.

    Args:
        cells: what `cells_of` found.
        raster: a user's own figures, which then replace the packaged ones.
    """
    whole = land(cells.grid)
    people = _packaged(cells.grid.cell_m) if raster is None else _of_raster(whole, raster)
    return people[_rows(whole, cells.cell, cells.country)] * cells.share


@functools.lru_cache(maxsize=4)
def _packaged(cell_m: float) -> Float[np.ndarray, " n"]:
    whole = land(equal_area_grid(cell_m))
    all_cities = cities()
    row = _city_rows(whole)
    totals = np.array([float(c.people) for c in countries()])
    listed = np.bincount(all_cities.country, weights=all_cities.people, minlength=len(totals))
    # Cities that outnumber their country's total (other years, other limits) are scaled down to it.
    scale = np.divide(totals, listed, out=np.ones_like(totals), where=listed > totals)
    people = np.bincount(
        row, weights=all_cities.people * scale[all_cities.country], minlength=len(whole)
    )
    return people + _spread(whole, row, np.maximum(totals - listed, 0.0))


def _city_rows(whole: Cells) -> Int[np.ndarray, " m"]:
    """The row in which each city counts: that of its country in its cell, or the nearest one.

    A city in an area of open status counts there, whichever country's total holds it.
    """
    all_cities = cities()
    cell = whole.grid.cell_at(all_cities.lat_rad, all_cities.lon_rad)
    found_in = point_in_country(all_cities.lat_rad, all_cities.lon_rad)
    is_open = np.array([bool(c.counted_with) for c in countries()])
    holder = np.where((found_in >= 0) & is_open[found_in], found_in, all_cities.country)
    row = _rows(whole, cell, holder)
    for missing in np.unique(holder[row < 0]):
        lost = np.flatnonzero((row < 0) & (holder == missing))
        own = np.flatnonzero(whole.country == missing)
        tree = cKDTree(_unit(whole.lat_rad[own], whole.lon_rad[own]))
        places = _unit(all_cities.lat_rad[lost], all_cities.lon_rad[lost])
        row[lost] = own[tree.query(places)[1]]
    return row


def _spread(
    whole: Cells, city_row: Int[np.ndarray, " m"], rest: Float[np.ndarray, " c"]
) -> Float[np.ndarray, " n"]:
    """The people outside the listed cities, over the land of their country, denser near cities."""
    own = np.bincount(city_row, weights=cities().people, minlength=len(whole))
    tree = cKDTree(_unit(whole.lat_rad, whole.lon_rad))
    first, second = tree.query_pairs(_chord(NEAR_CITY_M), output_type="ndarray").T
    near = own + np.bincount(first, weights=own[second], minlength=len(whole))
    near += np.bincount(second, weights=own[first], minlength=len(whole))
    counted = np.array([country(c.counted_with or c.code).index for c in countries()])
    account = counted[whole.country]
    weight = whole.area_m2 * near**CITY_PULL
    sums = np.bincount(account, weights=weight, minlength=len(rest))
    weight = np.where(sums[account] == 0, whole.area_m2, weight)
    sums = np.bincount(account, weights=weight, minlength=len(rest))
    return rest[account] * weight / sums[account]


def _of_raster(whole: Cells, raster: Raster) -> Float[np.ndarray, " n"]:
    points = raster.points(whole.grid.cell_m / 2)
    cell = whole.grid.cell_at(points.lat_rad, points.lon_rad)
    row = _rows(whole, cell, point_in_country(points.lat_rad, points.lon_rad))
    lost = np.flatnonzero(row < 0)
    if len(lost):
        tree = cKDTree(_unit(whole.lat_rad, whole.lon_rad))
        places = _unit(points.lat_rad[lost], points.lon_rad[lost])
        distance, nearest = tree.query(places, distance_upper_bound=_chord(NEAR_LAND_M))
        row[lost] = np.where(np.isfinite(distance), nearest, -1)
    on_land = row >= 0
    return np.bincount(row[on_land], weights=points.people[on_land], minlength=len(whole))


def _rows(
    whole: Cells, cell: Int[np.ndarray, " m"], holder: Int[np.ndarray, " m"]
) -> Int[np.ndarray, " m"]:
    """The rows of the country in the cell, -1 where there is none; rows are sorted by both."""
    keys = whole.cell * _KEY + whole.country
    wanted = cell * _KEY + holder
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where((keys[place] == wanted) & (holder >= 0), place, -1)


def _unit(lat_rad: Float[np.ndarray, " n"], lon_rad: Float[np.ndarray, " n"]) -> np.ndarray:
    flat = np.cos(lat_rad)
    return np.column_stack([flat * np.cos(lon_rad), flat * np.sin(lon_rad), np.sin(lat_rad)])


def _chord(distance_m: float) -> float:
    return 2 * math.sin(distance_m / EARTH_MEAN_RADIUS_M / 2)
