"""A flight as somebody reports it: numbers with the interval that their rounding leaves."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from glasshield.errors import RangeError

# Half of a meridian: the longest geodesic on the ellipsoid.
FARTHEST_M: Final = 20_003_931.5


class Outcome(StrEnum):
    """What else is recorded of a flight."""

    UNSTATED = "unstated"
    FAILED = "failed"
    PARACHUTE = "parachute"
    POWERED_ENTRY = "powered-entry"


@dataclass(frozen=True, slots=True)
class Measured:
    """A reported number with the interval that its rounding leaves, in SI units."""

    value: float
    low: float
    high: float

    @classmethod
    def exact(cls, value: float) -> Measured:
        """A number that is taken as it stands."""
        return cls(value, value, value)

    def scaled(self, factor: float) -> Measured:
        """The same digits in another unit."""
        return Measured(self.value * factor, self.low * factor, self.high * factor)


@dataclass(frozen=True, slots=True)
class Report:
    """A flight as reported.

    Attributes:
        apogee_m: greatest height.
        range_m: over the ground.
        time_s: from launch to impact, where reported.
        lat_rad: latitude of the launch, where known.
        azimuth_rad: over the ground from launch to impact, where known.
        outcome: what else is recorded.
    """

    apogee_m: Measured
    range_m: Measured
    time_s: Measured | None = None
    lat_rad: float | None = None
    azimuth_rad: float | None = None
    outcome: Outcome = Outcome.UNSTATED

    @property
    def direction_known(self) -> bool:
        """Whether the rotation of the Earth can be reckoned with."""
        return self.lat_rad is not None and self.azimuth_rad is not None


def check(report: Report) -> None:
    """Refuse numbers that no flight can have.

    Raises:
        RangeError: one that is not finite, an apogee that is not above the ground, a range over
            half of the Earth, no time, an angle outside its range.
    """
    _check_measured("apogee", report.apogee_m, 1e3, "km")
    _check_measured("range", report.range_m, 1e3, "km")
    if report.apogee_m.low <= 0.0:
        raise RangeError(
            "the apogee is not above the ground",
            where="apogee",
            got=f"{report.apogee_m.value / 1e3:g} km",
            expected="above 0 km",
        )
    if not 0.0 <= report.range_m.low <= report.range_m.high <= FARTHEST_M:
        raise RangeError(
            "no point of the Earth is so far from another",
            where="range",
            got=f"{report.range_m.value / 1e3:g} km",
            expected=f"0 to {FARTHEST_M / 1e3:.0f} km",
        )
    if report.time_s is not None:
        _check_measured("time", report.time_s, 1.0, "s")
        if report.time_s.low <= 0.0:
            raise RangeError(
                "the flight takes no time", where="time", got=f"{report.time_s.value:g} s"
            )
    _check_angle("lat", report.lat_rad, -90.0, 90.0)
    _check_angle("azimuth", report.azimuth_rad, -180.0, 360.0)


def _check_measured(name: str, given: Measured, unit_si: float, unit: str) -> None:
    if not np.isfinite((given.value, given.low, given.high)).all():
        raise RangeError(
            "the number is not finite", where=name, got=f"{given.value / unit_si:g} {unit}"
        )
    if not given.low <= given.value <= given.high:
        raise RangeError(
            "the value is not within its interval",
            where=name,
            got=f"{given.value / unit_si:g} {unit}",
            expected=f"{given.low / unit_si:g} to {given.high / unit_si:g} {unit}",
        )


def _check_angle(name: str, angle_rad: float | None, low_deg: float, high_deg: float) -> None:
    if angle_rad is None:
        return
    angle_deg = float(np.degrees(angle_rad))
    if not low_deg - 1e-9 <= angle_deg <= high_deg + 1e-9:
        raise RangeError(
            "the angle lies outside its range",
            where=name,
            got=f"{angle_deg:g} deg",
            expected=f"{low_deg:g} to {high_deg:g} deg",
        )
