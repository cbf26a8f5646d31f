"""Which detections of a batch belong to which sources.

Whether a detection is admitted depends on it alone: on who signed it, its sensor, where and when it
measured, its mode. Every operation here works element by element, so that its neighbours in a
batch do not move its last bit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.regions import Region
from glasshield.exchange.release.rules import Source
from glasshield.exchange.release.terms import Mode
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames


@dataclass(frozen=True, slots=True)
class Batch:
    """Detections of one party, as admission looks at them.

    Attributes:
        owner: the party whose key signed them, whatever they say of their stations.
        mode: exercise or real.
        sensors: ids, in the order of `sensor`.
        sensor: of each detection, its number.
        epoch: where the times count from.
        time_s: of each measurement.
        lat_rad: of the measured places, geodetic; NaN where the range is not known.
        lon_rad: of the measured places.
    """

    owner: str
    mode: Mode
    sensors: tuple[str, ...]
    sensor: Int[np.ndarray, "n"]
    epoch: Instant
    time_s: Float[np.ndarray, "n"]
    lat_rad: Float[np.ndarray, "n"]
    lon_rad: Float[np.ndarray, "n"]
    _inside: dict[Region, Bool[np.ndarray, "n"]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, detections: Detections, owner: str, mode: Mode) -> Self:
        """The detections that a party has sent.

        Args:
            detections: with measured angles; a place is known where the range is, too.
            owner: the party whose key signed them.
            mode: as its batch says.
        """
        lat_rad, lon_rad = places(detections)
        return cls(
            owner,
            mode,
            tuple(station.id for station in detections.stations),
            detections.station_index,
            detections.epoch,
            detections.time_s,
            lat_rad,
            lon_rad,
        )

    def __len__(self) -> int:
        return len(self.time_s)

    def from_any(self, sources: Iterable[Source]) -> Bool[np.ndarray, "n"]:
        """Which detections belong to one of the sources."""
        found = np.zeros(len(self), dtype=bool)
        for source in sources:
            if source.owner == self.owner:  # most are not, and need no column
                found |= self.of_source(source)
        return found

    def of_source(self, source: Source) -> Bool[np.ndarray, "n"]:
        """Which detections belong to a source."""
        if source.owner != self.owner:
            return np.zeros(len(self), dtype=bool)
        found = self._of_sensors(source)
        if source.region is not None:
            found &= self.within(source.region)
        if source.since is not None:
            found &= self.time_s >= source.since.since_s(self.epoch)
        if source.until is not None:
            found &= self.time_s <= source.until.since_s(self.epoch)
        return found

    def within(self, region: Region) -> Bool[np.ndarray, "n"]:
        """Which detections lie in a region; worked out once for each."""
        if region not in self._inside:
            self._inside[region] = region.holds(self.lat_rad, self.lon_rad)
        return self._inside[region]

    def _of_sensors(self, source: Source) -> Bool[np.ndarray, "n"]:
        if source.sensors is None:
            return np.ones(len(self), dtype=bool)
        chosen = np.array([name in source.sensors for name in self.sensors], dtype=bool)
        return chosen[self.sensor] if len(self) else np.zeros(0, dtype=bool)


def places(
    detections: Detections,
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Geodetic latitudes and longitudes of measured places; NaN where the range is not known."""
    frames = Frames.of(detections.stations).take(detections.station_index)
    level_m = detections.range_m * np.cos(detections.elevation_rad)
    east_m = level_m * np.sin(detections.azimuth_rad)
    north_m = level_m * np.cos(detections.azimuth_rad)
    up_m = detections.range_m * np.sin(detections.elevation_rad)
    east, north, up = (frames.axes[:, row] for row in range(3))
    offset = east_m[:, None] * east + north_m[:, None] * north + up_m[:, None] * up
    lat_rad, lon_rad, _ = ecef_to_geodetic(frames.origin_ecef_m + offset)
    return lat_rad, lon_rad
