"""In which region a place lies: a country, the sea off one, or the open sea.

A region goes by a code, the same in all languages: `OMN` is Oman, `sea/OMN` the sea off its coast,
`sea` the open sea. `named` says it in words. Coasts are those of a map at 1:25 million: a place
within some ten kilometres of one may fall on the wrong side. So a place is looked up by the middle
of its hundredth of a degree, and those that were asked for lately are remembered.
"""

from __future__ import annotations

import functools
import math
from typing import Final

import numpy as np
from jaxtyping import Float, Int
from scipy.spatial import cKDTree

from glasshield import messages
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.sphere import unit_vector
from glasshield.geodata.borders import countries, country, world
from glasshield.geodata.lookup import WATER, country_at, point_in_country

SEA: Final = "sea"
# How far from the nearest coast the sea is still called after it: 200 nautical miles.
OFF_M: Final = 370_400.0


def region_of(lat_rad: float, lon_rad: float) -> str:
    """The code of the region in which a place lies; empty where there is no place (NaN)."""
    if not (math.isfinite(lat_rad) and math.isfinite(lon_rad)):
        return ""
    return _in_cell(round(math.degrees(lat_rad), 2), round(math.degrees(lon_rad), 2))


@functools.lru_cache(maxsize=1 << 16)
def _in_cell(lat_deg: float, lon_deg: float) -> str:
    """The region of the middle of a cell."""
    lat, lon = math.radians(lat_deg), math.radians(lon_deg)
    holder = country_at(lat, lon)
    if holder != WATER:
        return countries()[holder].code
    nearest = int(_nearest(np.array([lat]), np.array([lon]))[0])
    return SEA if nearest == WATER else f"{SEA}/{countries()[nearest].code}"


def regions_of(lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]) -> list[str]:
    """The codes of the regions in which places lie; empty for what is no place (NaN).

    Args:
        lat_rad: geodetic latitudes.
        lon_rad: longitudes, any turn.
    """
    known = np.flatnonzero(np.isfinite(lat_rad) & np.isfinite(lon_rad))
    found = [""] * len(lat_rad)
    lat, lon = lat_rad[known], lon_rad[known]
    holder = point_in_country(lat, lon)
    names = countries()
    wet = np.flatnonzero(holder == WATER)
    nearest = dict(zip(wet.tolist(), _nearest(lat[wet], lon[wet]).tolist(), strict=True))
    for k, row in enumerate(known.tolist()):
        if holder[k] != WATER:
            found[row] = names[holder[k]].code
        else:
            found[row] = SEA if nearest[k] == WATER else f"{SEA}/{names[nearest[k]].code}"
    return found


def named(code: str, language: messages.Language) -> str:
    """What a region is called; empty for no region.

    Args:
        code: of `region_of`.
        language: `en` or `ru`.

    Raises:
        UnknownNameError: no region has this code.
    """
    if not code:
        return ""
    if code == SEA:
        return messages.text(language, "warning.open-sea")
    sea, _, land = code.rpartition("/")
    name = country(land).name(language)
    return messages.text(language, "warning.sea-off", country=name) if sea else name


def _nearest(lat_rad: Float[np.ndarray, "n"], lon_rad: Float[np.ndarray, "n"]) -> np.ndarray:
    """The country with the nearest coast, `WATER` where none is near."""
    tree, owner = _coasts()
    reach = 2.0 * math.sin(0.5 * OFF_M / EARTH_MEAN_RADIUS_M)
    _, place = tree.query(unit_vector(lat_rad, lon_rad), distance_upper_bound=reach)
    return np.where(place < len(owner), owner[np.minimum(place, len(owner) - 1)], WATER)


@functools.cache
def _coasts() -> tuple[cKDTree, Int[np.ndarray, "v"]]:
    """All points of coasts, and whose each is."""
    borders = world("fine")
    points, owners = [], []
    for line, (left, right) in zip(borders.arcs, borders.sides, strict=True):
        if (left == WATER) != (right == WATER):
            points.append(line)
            owners.append(np.full(len(line), max(left, right)))
    places = np.concatenate(points)
    return cKDTree(unit_vector(places[:, 0], places[:, 1])), np.concatenate(owners)
