"""A radar as the tracker knows it: where it stands, how well it measures, how often, how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.sensing.sensors import Sector

FULL_SKY: Final = (Sector(0.0, 2.0 * np.pi, 0.0, 0.5 * np.pi),)


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Standard deviations of one measurement where the detection itself brings none.

    Attributes:
        range_m: along the line of sight.
        azimuth_rad: of the azimuth itself, not of the arc across.
        elevation_rad: of the elevation.
        range_rate_m_s: of the range rate; infinite where a radar measures none.
    """

    range_m: float = 50.0
    azimuth_rad: float = float(np.radians(0.05))
    elevation_rad: float = float(np.radians(0.05))
    range_rate_m_s: float = np.inf

    def __post_init__(self) -> None:
        for name in ("range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s"):
            if not getattr(self, name) > 0.0:
                raise RangeError("an accuracy is above zero", where=name, got=getattr(self, name))


@dataclass(frozen=True, slots=True)
class Station:
    """A radar that reports detections.

    Attributes:
        id: in the catalogue, or as its owner calls it.
        party: who runs it.
        lat_rad: geodetic.
        lon_rad: east positive.
        height_m: above the ellipsoid.
        accuracy: of a measurement that states none.
        period_s: between two looks at the same place.
        detection_probability: of a target inside its view, at one look.
        false_alarms: expected in one scan over its whole view.
        range_m: how far it looks.
        sectors: it looks into each of them.
        process_delay_s: from a measurement to its arrival.
    """

    id: str
    lat_rad: float
    lon_rad: float
    height_m: float = 0.0
    party: str = ""
    accuracy: Accuracy = Accuracy()
    period_s: float = 1.0
    detection_probability: float = 0.95
    false_alarms: float = 0.0
    range_m: float = 4_000e3
    sectors: tuple[Sector, ...] = FULL_SKY
    process_delay_s: float = 0.0

    def __post_init__(self) -> None:
        if not 0.0 < self.detection_probability < 1.0:
            raise RangeError(
                "a detection probability lies between 0 and 1",
                where=self.id,
                got=self.detection_probability,
            )
        if not abs(self.lat_rad) <= 0.5 * np.pi:
            raise RangeError("a station lies off the Earth", where=self.id, got=self.lat_rad)
        if not (self.period_s > 0.0 and self.range_m > 0.0 and self.false_alarms >= 0.0):
            raise RangeError(
                "a station has a period, a range and no negative false alarms", where=self.id
            )

    @property
    def position_ecef_m(self) -> Float[np.ndarray, "3"]:
        """Where it stands."""
        return geodetic_to_ecef(self.lat_rad, self.lon_rad, self.height_m)

    @property
    def axes(self) -> Float[np.ndarray, "3 3"]:
        """East, north and up at the station as rows, in ECEF."""
        return east_north_up(self.lat_rad, self.lon_rad)

    @property
    def clutter_density(self) -> float:
        """False alarms of one scan per metre of range, radian of azimuth and of elevation."""
        angles = sum(
            sector.azimuth_width_rad * (sector.elevation_max_rad - sector.elevation_min_rad)
            for sector in self.sectors
        )
        return self.false_alarms / (self.range_m * angles)
