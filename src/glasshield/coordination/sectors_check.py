"""Contradictory sectors: what nobody answers for, and what two parties answer for.

The defended areas and the sectors are looked at on a lattice of places 0.1 degrees apart (11 km);
what is narrower may slip through, and an area is as exact as the number of its places.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.coordination.sectors import Area, Sectors

STEP_DEG: Final = 0.1


class Trouble(enum.StrEnum):
    """What is wrong with a part of the Earth."""

    GAP = "gap"  # defended, and nobody answers for it
    OVERLAP = "overlap"  # two parties or more answer for it


@dataclass(frozen=True, slots=True)
class Patch:
    """One unbroken part of the Earth with which something is wrong.

    Attributes:
        trouble: what.
        parties: who answer for it, in the order of the sectors; nobody for a gap.
        defended: the defended areas in which some of it lies.
        area_m2: of it.
        share: of all that is defended.
        lat_rad: of a place well inside.
        lon_rad: of that place.
        outline: closed rings of latitude and longitude (rad) around it, and around its holes.
    """

    trouble: Trouble
    parties: tuple[str, ...]
    defended: tuple[str, ...]
    area_m2: float
    share: float
    lat_rad: float
    lon_rad: float
    outline: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True, slots=True)
class SectorFindings:
    """What is wrong with sectors.

    Attributes:
        patches: gaps, then overlaps, each sort from the largest to the smallest.
        defended_m2: the area of all that is defended.
        gap_m2: of it, what nobody answers for.
        overlap_m2: what several answer for, defended or not.
        step_rad: how far apart the places are that were looked at.
    """

    patches: tuple[Patch, ...]
    defended_m2: float
    gap_m2: float
    overlap_m2: float
    step_rad: float

    @property
    def gaps(self) -> tuple[Patch, ...]:
        """What nobody answers for."""
        return tuple(patch for patch in self.patches if patch.trouble is Trouble.GAP)

    @property
    def overlaps(self) -> tuple[Patch, ...]:
        """What several parties answer for."""
        return tuple(patch for patch in self.patches if patch.trouble is Trouble.OVERLAP)

    @property
    def are_clear(self) -> bool:
        """Whether just one party answers for each place that is defended."""
        return not self.patches


def check_sectors(
    sectors: Sectors, defended: Sequence[Area], step_deg: float = STEP_DEG
) -> SectorFindings:
    """The gaps and overlaps of sectors.

    Args:
        sectors: of the parties.
        defended: what somebody has to answer for.
        step_deg: how far apart the places are that are looked at.
    """
    raise NotImplementedError
