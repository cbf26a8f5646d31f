"""The land whose defended share is measured, as cells with their weight.

A cell is what one flight is aimed at the middle of. Its side grows with the land, so that there are
never more cells than are quick to aim at: 50 km for a country such as Poland, 150 km for Europe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog.claims import Share
from glasshield.catalog.model import Region
from glasshield.errors import InputError
from glasshield.shield.regions import land_of

SIDES_M: Final = (50e3, 75e3, 100e3, 150e3, 200e3, 250e3, 300e3, 400e3, 500e3, 600e3)
MOST_CELLS: Final = 400


@dataclass(frozen=True, slots=True)
class Ground:
    """Cells of some regions.

    Attributes:
        cell_m: the side of a cell.
        lat_rad: of the middle of each.
        lon_rad: of the middle of each.
        weight: area (m2) or people of the regions in each.
    """

    cell_m: float
    lat_rad: Float[np.ndarray, "c"]
    lon_rad: Float[np.ndarray, "c"]
    weight: Float[np.ndarray, "c"]

    @classmethod
    def of(cls, regions: Sequence[Region], share: Share, most: int = MOST_CELLS) -> Ground:
        """The cells of some regions, as small as their number allows.

        Args:
            regions: as areas of countries.
            share: what they are weighed by.
            most: cells.

        Raises:
            InputError: a region that is no area, or on which nobody lives.
        """
        for region in regions:
            if not region.countries:
                raise InputError(
                    "a defended share is counted on the land of countries",
                    where=f"region.{region.id}",
                    do="name a region of countries",
                )
        area_m2 = cls._with_side(regions, Share.AREA, SIDES_M[-1]).weight.sum()
        # Cells at the edge hold little land, so there are always more of them than this.
        for side_m in [side for side in SIDES_M if area_m2 / side**2 <= most] or SIDES_M[-1:]:
            found = cls._with_side(regions, share, side_m)
            if len(found.weight) <= most:
                break
        if not found.weight.sum() > 0.0:
            names = ", ".join(region.id for region in regions)
            raise InputError(f"nothing of {names} can be counted by its {share}")
        return found

    @classmethod
    def _with_side(cls, regions: Sequence[Region], share: Share, side_m: float) -> Ground:
        """The cells with a side."""
        land = land_of(regions, side_m)
        inside = np.any([land.parts[region.id] for region in regions], axis=0)
        by_row = land.row_area_m2 if share is Share.AREA else land.row_people
        weight = np.bincount(land.row_cell, by_row * inside, minlength=len(land.cell))
        kept = weight > 0.0
        return cls(side_m, land.lat_rad[kept], land.lon_rad[kept], weight[kept])

    def __len__(self) -> int:
        return len(self.weight)
