"""The areas that a shield is to defend, as cells of an equal-area grid with their people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Region
from glasshield.errors import InputError
from glasshield.geodata import Grid, cells_of, countries, equal_area_grid
from glasshield.geodata.people import population
from glasshield.geodata.raster import Raster

CELL_M: Final = 50_000.0
# The row that counts everything that a threat can fly to.
EVERYWHERE: Final = "all"


@dataclass(frozen=True, slots=True)
class Land:
    """The land of regions: one row for each cell and country.

    Attributes:
        grid: which grid.
        cell: the grid's number of each cell that holds land, each once.
        lat_rad: the middle of each such cell.
        lon_rad: the middle of each such cell.
        row_cell: for each row, which of these cells.
        row_country: for each row, the code of the country.
        row_area_m2: land.
        row_people: people.
        parts: for each region and country, which rows belong to it.
    """

    grid: Grid
    cell: Int[np.ndarray, "c"]
    lat_rad: Float[np.ndarray, "c"]
    lon_rad: Float[np.ndarray, "c"]
    row_cell: Int[np.ndarray, "r"]
    row_country: np.ndarray
    row_area_m2: Float[np.ndarray, "r"]
    row_people: Float[np.ndarray, "r"]
    parts: dict[str, Bool[np.ndarray, "r"]]


def land_of(
    regions: Sequence[Region], cell_m: float = CELL_M, people: Raster | None = None
) -> Land:
    """The land of some regions, with the parts of each region and of each country.

    Args:
        regions: from the catalogue, as areas; points have no land.
        cell_m: the side of a cell.
        people: a user's own figures of where people live; the packaged ones when left out.

    Raises:
        InputError: no region is an area.
    """
    grid = equal_area_grid(cell_m)
    areas = [region for region in regions if region.countries]
    if not areas:
        raise InputError(
            "none of the regions to be defended is an area",
            got=", ".join(region.id for region in regions),
            do="name regions that are made of countries",
        )
    codes = sorted({code for region in areas for code in region.countries})
    cells = cells_of(codes, grid=grid)
    all_codes = np.array([country.code for country in countries()])
    row_country = all_codes[cells.country]
    inside = {
        region.id: np.isin(row_country, region.countries)
        & _in_box(region, cells.lat_rad, cells.lon_rad)
        for region in areas
    }
    kept = np.any(list(inside.values()), axis=0)
    cells = cells.taken(kept)
    cell, first, row_cell = np.unique(cells.cell, return_index=True, return_inverse=True)
    row_country = row_country[kept]
    parts = {name: rows[kept] for name, rows in inside.items()}
    parts |= {code: row_country == code for code in codes}
    return Land(
        grid=grid,
        cell=cell,
        lat_rad=cells.lat_rad[first],
        lon_rad=cells.lon_rad[first],
        row_cell=row_cell,
        row_country=row_country,
        row_area_m2=cells.area_m2,
        row_people=population(cells, people),
        parts=parts,
    )


def _in_box(
    region: Region, lat_rad: Float[np.ndarray, "r"], lon_rad: Float[np.ndarray, "r"]
) -> Bool[np.ndarray, "r"]:
    """Which cells have their middle in the region's box; all where it has none."""
    box = region.box
    if box is None:
        return np.ones(len(lat_rad), dtype=bool)
    lat, lon = np.degrees(lat_rad), np.degrees(lon_rad)
    inside: Bool[np.ndarray, "r"] = (
        (lat >= box.south_deg)
        & (lat <= box.north_deg)
        & (lon >= box.west_deg)
        & (lon <= box.east_deg)
    )
    return inside
