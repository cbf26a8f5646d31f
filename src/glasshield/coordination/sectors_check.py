"""Contradictory sectors: what nobody answers for, and what two parties answer for.

The defended areas and the sectors are looked at on a lattice of places 0.1 degrees apart (11 km);
what is narrower may slip through, and an area is as exact as the number of its places.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy import ndimage

from glasshield.coordination.sectors import Area, Bounds, Sectors
from glasshield.coordination.sectors_outline import outline
from glasshield.errors import RangeError
from glasshield.geodata import point_in_country
from glasshield.geodata.grid import zone_area_m2

STEP_DEG: Final = 0.1
_FINEST_DEG: Final = 0.01
_MOST_PLACES: Final = 2_000_000  # beyond it, places stand farther apart
_TURN_RAD: Final = 2.0 * np.pi


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

    Raises:
        RangeError: places too close together, or an area of sea without bounds.
    """
    if not step_deg >= _FINEST_DEG:
        raise RangeError(
            "places are too close together",
            where="step_deg",
            got=step_deg,
            expected=f"{_FINEST_DEG} or more",
        )
    areas = [*defended, *(area for sector in sectors.of for area in sector.areas)]
    if not areas:
        return SectorFindings((), 0.0, 0.0, 0.0, np.radians(step_deg))
    return _Look.at(sectors, defended, _lattice(areas, np.radians(step_deg))).findings()


@dataclass(frozen=True, slots=True)
class _Lattice:
    """Places in the middle of cells between parallels and meridians.

    Attributes:
        south_rad: the southern edge.
        west_rad: the western edge.
        step_rad: the size of a cell.
        rows: cells from south to north.
        columns: cells from west to east.
    """

    south_rad: float
    west_rad: float
    step_rad: float
    rows: int
    columns: int

    def places(self) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
        """Latitudes and longitudes, row by row; longitudes may pass 180 degrees."""
        lat = np.minimum(self.south_rad + (np.arange(self.rows) + 0.5) * self.step_rad, np.pi / 2)
        lon = self.west_rad + (np.arange(self.columns) + 0.5) * self.step_rad
        return np.repeat(lat, self.columns), np.tile(lon, self.rows)

    def row_area_m2(self) -> Float[np.ndarray, "rows"]:
        """The area of a cell in each row."""
        edges = np.minimum(self.south_rad + np.arange(self.rows + 1) * self.step_rad, np.pi / 2)
        return np.diff(zone_area_m2(edges)) * (self.step_rad / _TURN_RAD)


def _lattice(areas: Sequence[Area], step_rad: float) -> _Lattice:
    """A lattice over all areas, without the widest stretch of longitude that holds none."""
    bounds = [area.bounds for area in areas]
    south, north = min(b.south_rad for b in bounds), max(b.north_rad for b in bounds)
    west, width = _stretch(bounds)
    places = (north - south) * width / step_rad**2
    step = step_rad * max(1.0, np.sqrt(places / _MOST_PLACES))
    rows, columns = (max(1, int(np.ceil(size / step))) for size in (north - south, width))
    return _Lattice(south, west, step, rows, columns)


def _stretch(bounds: Sequence[Bounds]) -> tuple[float, float]:
    """The west end and the width of the shortest stretch of longitude that holds all bounds."""
    spans = sorted(span for b in bounds for span in _spans(b))
    widest, west, reached = -1.0, 0.0, spans[0][1]
    # Once around, back to the first west end.
    for start, end in (*spans[1:], (spans[0][0] + _TURN_RAD, 0.0)):
        if start - reached > widest:
            widest, west = start - reached, start
        reached = max(reached, end)
    if widest <= 0.0:
        return -np.pi, _TURN_RAD
    return (west + np.pi) % _TURN_RAD - np.pi, _TURN_RAD - widest


def _spans(bounds: Bounds) -> list[tuple[float, float]]:
    """The longitudes of bounds from 0 to one turn, in two spans where they pass its end."""
    west = bounds.west_rad % _TURN_RAD
    east = west + bounds.east_rad - bounds.west_rad
    if east <= _TURN_RAD:
        return [(west, east)]
    return [(west, _TURN_RAD), (0.0, min(east - _TURN_RAD, west))]


@dataclass(frozen=True, slots=True)
class _Look:
    """What holds at the places of a lattice.

    Attributes:
        lattice: where.
        parties: of the sectors.
        names: of the defended areas.
        answering: which parties answer there.
        defended: which defended areas hold it.
        row_area_m2: of a cell in each row.
        wanted_m2: the area of all that is defended.
    """

    lattice: _Lattice
    parties: tuple[str, ...]
    names: tuple[str, ...]
    answering: Bool[np.ndarray, "p rows columns"]
    defended: Bool[np.ndarray, "d rows columns"]
    row_area_m2: Float[np.ndarray, "rows"]
    wanted_m2: float

    @classmethod
    def at(cls, sectors: Sectors, defended: Sequence[Area], lattice: _Lattice) -> _Look:
        """A look at all places."""
        lat, lon = lattice.places()
        held = point_in_country(lat, lon)
        shape = (len(defended), lattice.rows, lattice.columns)
        inside = np.zeros((len(defended), len(lat)), dtype=bool)
        for row, area in zip(inside, defended, strict=True):
            row[:] = area.holds(lat, lon, held)
        row_area = lattice.row_area_m2()
        wanted = inside.any(axis=0).reshape(shape[1:])
        return cls(
            lattice=lattice,
            parties=sectors.parties,
            names=tuple(area.name for area in defended),
            answering=sectors.holders(lat, lon, held).reshape(-1, *shape[1:]),
            defended=inside.reshape(shape),
            row_area_m2=row_area,
            wanted_m2=float(wanted.sum(axis=1) @ row_area),
        )

    def findings(self) -> SectorFindings:
        """All gaps and overlaps, the largest of each first."""
        wanted = np.asarray(self.defended.any(axis=0))
        gap = np.asarray(wanted & ~self.answering.any(axis=0))
        several = np.asarray(self.answering.sum(axis=0) > 1)
        patches = [*self._patches(gap, (), Trouble.GAP)]
        for answering in np.unique(self.answering[:, several], axis=1).T:
            same = np.asarray((self.answering == answering[:, None, None]).all(axis=0))
            parties = tuple(p for p, a in zip(self.parties, answering, strict=True) if a)
            patches += self._patches(same, parties, Trouble.OVERLAP)
        patches.sort(key=lambda patch: (patch.trouble is Trouble.OVERLAP, -patch.area_m2))
        return SectorFindings(
            patches=tuple(patches),
            defended_m2=self.wanted_m2,
            gap_m2=self._area_m2(gap),
            overlap_m2=self._area_m2(several),
            step_rad=self.lattice.step_rad,
        )

    def _patches(
        self, mask: Bool[np.ndarray, "rows columns"], parties: tuple[str, ...], trouble: Trouble
    ) -> list[Patch]:
        """The unbroken parts of a mask."""
        label, count = ndimage.label(mask)
        cuts = ndimage.find_objects(label)
        return [
            self._patch(label[cuts[k]] == k + 1, cuts[k], parties, trouble) for k in range(count)
        ]

    def _patch(
        self,
        mask: Bool[np.ndarray, "r c"],
        cut: tuple[slice, slice],
        parties: tuple[str, ...],
        trouble: Trouble,
    ) -> Patch:
        """One part, cut out of the lattice."""
        defended = self.defended[:, cut[0], cut[1]] & mask
        row_area = self.row_area_m2[cut[0]]
        row, column = _well_inside(mask) + np.array((cut[0].start, cut[1].start))
        return Patch(
            trouble=trouble,
            parties=parties,
            defended=tuple(
                name for name, inside in zip(self.names, defended, strict=True) if inside.any()
            ),
            area_m2=float(mask.sum(axis=1) @ row_area),
            share=float(defended.any(axis=0).sum(axis=1) @ row_area) / (self.wanted_m2 or 1.0),
            lat_rad=self._lat_rad(row + 0.5),
            lon_rad=float((self._lon_rad(column + 0.5) + np.pi) % _TURN_RAD - np.pi),
            outline=tuple(
                tuple(
                    (self._lat_rad(r + cut[0].start), self._lon_rad(c + cut[1].start))
                    for r, c in ring
                )
                for ring in outline(mask)
            ),
        )

    def _lat_rad(self, row: float) -> float:
        return float(min(self.lattice.south_rad + row * self.lattice.step_rad, np.pi / 2))

    def _lon_rad(self, column: float) -> float:
        return float(self.lattice.west_rad + column * self.lattice.step_rad)

    def _area_m2(self, mask: Bool[np.ndarray, "rows columns"]) -> float:
        return float(mask.sum(axis=1) @ self.row_area_m2)


def _well_inside(mask: Bool[np.ndarray, "r c"]) -> Int[np.ndarray, "2"]:
    """Row and column of the place that is farthest from the edge of a mask."""
    depth = ndimage.distance_transform_edt(np.pad(mask, 1))[1:-1, 1:-1]
    return np.array(np.unravel_index(np.argmax(depth), mask.shape))
