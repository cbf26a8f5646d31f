"""Constant errors of a station: what it reports minus what is true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Biases:
    """What a station reports too much of each; all zero for a perfect one.

    Attributes:
        range_m: added to every range.
        azimuth_rad: added to every azimuth: a north that points too far west.
        elevation_rad: added to every elevation.
        time_s: added to every time: a clock that is fast.
    """

    range_m: float = 0.0
    azimuth_rad: float = 0.0
    elevation_rad: float = 0.0
    time_s: float = 0.0


NO_BIAS = Biases()
