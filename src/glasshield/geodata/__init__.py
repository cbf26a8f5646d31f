"""Borders, countries, cities and an equal-area grid: see NOTICE.md for the sources.

`glasshield.geodata.people` counts people in cells of the grid; it is apart because it needs scipy.
"""

from glasshield.geodata.borders import (
    Country,
    World,
    boundaries,
    countries,
    country,
    world,
)
from glasshield.geodata.cells import Cells, Polygon, cells_of, land, land_area_m2
from glasshield.geodata.disclaimer import DISCLAIMER, DISCLAIMER_SHORT, disclaimer
from glasshield.geodata.grid import Grid, equal_area_grid
from glasshield.geodata.lookup import WATER, point_in_country
from glasshield.geodata.places import Cities, cities

__all__ = [
    "DISCLAIMER",
    "DISCLAIMER_SHORT",
    "WATER",
    "Cells",
    "Cities",
    "Country",
    "Grid",
    "Polygon",
    "World",
    "boundaries",
    "cells_of",
    "cities",
    "countries",
    "country",
    "disclaimer",
    "equal_area_grid",
    "land",
    "land_area_m2",
    "point_in_country",
    "world",
]
