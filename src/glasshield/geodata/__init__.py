"""Borders, countries and cities, packaged: see NOTICE.md beside this file for their sources."""

from glasshield.geodata.cities import Cities, cities
from glasshield.geodata.disclaimer import DISCLAIMER, DISCLAIMER_SHORT, disclaimer
from glasshield.geodata.lookup import WATER, point_in_country
from glasshield.geodata.world import (
    Country,
    World,
    boundaries,
    countries,
    country,
    world,
)

__all__ = [
    "DISCLAIMER",
    "DISCLAIMER_SHORT",
    "WATER",
    "Cities",
    "Country",
    "World",
    "boundaries",
    "cities",
    "countries",
    "country",
    "disclaimer",
    "point_in_country",
    "world",
]
