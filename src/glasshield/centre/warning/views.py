"""Which places stations see: what should have been seen and was not is lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.sensing.station import Station

# Close to the edge of a view an object may be missed without being lost.
_EDGE_RAD: Final = float(np.radians(1.0))
_EDGE_SHARE: Final = 0.97


@dataclass(frozen=True, slots=True)
class Views:
    """Where stations look, well inside the edges.

    Attributes:
        stations: of a feed.
    """

    stations: tuple[Station, ...]

    @classmethod
    def of(cls, stations: Sequence[Station]) -> Views:
        """The views of stations."""
        return cls(tuple(stations))

    def hold(self, position_ecef_m: Float[np.ndarray, "n 3"]) -> Bool[np.ndarray, "n"]:
        """Which places at least one station should see."""
        seen = np.zeros(len(position_ecef_m), dtype=bool)
        for station in self.stations:
            sight = (position_ecef_m - station.position_ecef_m) @ station.axes.T
            away = np.linalg.norm(sight, axis=1)
            elevation = np.arcsin(np.clip(sight[:, 2] / np.maximum(away, 1.0), -1.0, 1.0))
            azimuth = np.arctan2(sight[:, 0], sight[:, 1])
            seen |= _inside(station, azimuth, elevation) & (away < _EDGE_SHARE * station.range_m)
        return seen


def _inside(
    station: Station, azimuth_rad: Float[np.ndarray, "n"], elevation_rad: Float[np.ndarray, "n"]
) -> Bool[np.ndarray, "n"]:
    """Which directions lie well within a sector of a station."""
    inside = np.zeros(len(azimuth_rad), dtype=bool)
    for sector in station.sectors:
        turn = np.remainder(azimuth_rad - sector.azimuth_from_rad, 2.0 * np.pi)
        edge = 0.0 if sector.azimuth_width_rad >= 2.0 * np.pi - 1e-9 else _EDGE_RAD
        across = (turn >= edge) & (turn <= sector.azimuth_width_rad - edge)
        top = sector.elevation_max_rad
        up = elevation_rad <= (top if top >= 0.5 * np.pi - 1e-9 else top - _EDGE_RAD)
        inside |= across & up & (elevation_rad >= sector.elevation_min_rad + _EDGE_RAD)
    return inside
