"""Sensors as the calculations see them: where they stand, where they look, how far."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.catalog import Catalog, FieldOfView, Quantity
from glasshield.catalog.model import Search, SensorType
from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.errors import RangeError


class End(enum.Enum):
    """Which end of an uncertain input is taken."""

    LOW = "low"
    STATED = "stated"
    HIGH = "high"


def at_end(quantity: Quantity, end: End) -> float:
    """A quantity in SI units at one end of its interval."""
    return {End.LOW: quantity.low_si, End.STATED: quantity.si, End.HIGH: quantity.high_si}[end]


@dataclass(frozen=True, slots=True)
class Sector:
    """Where a radar looks: clockwise from one azimuth, between two elevations.

    Attributes:
        azimuth_from_rad: the edge where it begins, clockwise from north.
        azimuth_width_rad: how far it extends clockwise; 2 pi for the full circle.
        elevation_min_rad: lower limit, as the radar sees it; at least 0.
        elevation_max_rad: upper limit.
    """

    azimuth_from_rad: float
    azimuth_width_rad: float
    elevation_min_rad: float
    elevation_max_rad: float

    def __post_init__(self) -> None:
        if not 0.0 < self.azimuth_width_rad <= 2.0 * np.pi + 1e-12:
            raise RangeError(
                "a sector is wider than a circle, or empty", got=self.azimuth_width_rad
            )
        if not 0.0 <= self.elevation_min_rad < self.elevation_max_rad:
            raise RangeError(
                "a sector lies between two elevations above the horizon",
                got=(self.elevation_min_rad, self.elevation_max_rad),
            )

    @classmethod
    def of(cls, view: FieldOfView) -> Sector:
        """The sector of a catalogue's field of view; below the horizon nobody sees."""
        return cls(
            view.azimuth_from_rad,
            view.azimuth_width_rad,
            max(view.elevation_min_rad, 0.0),
            view.elevation_max_rad,
        )


@dataclass(frozen=True, slots=True)
class Radar:
    """A radar at its place.

    Attributes:
        id: in the catalogue.
        lat_rad: geodetic.
        lon_rad: east positive.
        height_m: above the ellipsoid.
        sectors: it sees what lies in any of them.
        range_m: to a target of `reference_cross_section_m2`.
        reference_cross_section_m2: for which the range is stated.
        search: whether it finds targets by itself.
    """

    id: str
    lat_rad: float
    lon_rad: float
    height_m: float
    sectors: tuple[Sector, ...]
    range_m: float
    reference_cross_section_m2: float
    search: Search

    def range_to_m(self, cross_section_m2: float) -> float:
        """How far it sees a target of this radar cross-section (fourth-root law)."""
        return self.range_m * float(
            (cross_section_m2 / self.reference_cross_section_m2) ** _RANGE_POWER
        )


_RANGE_POWER: Final = 0.25


@dataclass(frozen=True, slots=True)
class OverheadInfrared:
    """Infrared sensors in orbit: they see a burning motor anywhere, once it is above the clouds.

    Attributes:
        id: in the catalogue.
        cloud_height_m: below it nothing is seen.
    """

    id: str
    cloud_height_m: float


Sensor = Radar | OverheadInfrared


def sensor(catalog: Catalog, record: SensorRecord, end: End = End.STATED) -> Sensor:
    """A catalogue's sensor, with its range at one end of the uncertainty.

    A low end has the shorter range, the larger cross-section for which it is stated, and the
    higher clouds.

    Args:
        catalog: where its radar design and its site are.
        record: the sensor.
        end: which end of the uncertain numbers.
    """
    other = {End.LOW: End.HIGH, End.STATED: End.STATED, End.HIGH: End.LOW}[end]
    if record.type is SensorType.INFRARED:
        assert record.cloud_height is not None  # the catalogue refuses such a record
        return OverheadInfrared(record.id, at_end(record.cloud_height, other))
    position = record.position or catalog.sites[record.site].position
    design = catalog.radars[record.radar]
    return Radar(
        id=record.id,
        lat_rad=position.lat_rad,
        lon_rad=position.lon_rad,
        height_m=position.height_m,
        sectors=tuple(Sector.of(view) for view in record.fields_of_view),
        range_m=at_end(design.detection_range, end),
        reference_cross_section_m2=at_end(design.reference_cross_section, other),
        search=design.search,
    )
