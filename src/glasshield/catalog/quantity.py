"""Facts as the catalogue holds them: a number or a sentence, with its source and standing.

    Fact                    who says it, how well it is known, and what to mind
    +-- Quantity            a number with its unit and interval
    +-- Position            a place on the Earth
    +-- FieldOfView         what a sensor can turn to: an azimuth sector and elevation limits
    +-- Dated               a date, or a year
    +-- Statement           a sentence

A number exists here only with a source and a status, so no reader meets one without them.
Files are written in the units of the sources; everything that computes reads the `_rad`, `_m`
and `.si` properties.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Final

import msgspec

from glasshield import units


class Status(StrEnum):
    """How well a fact is known."""

    READ = "read"  # read in a public source
    SECOND_HAND = "second-hand"  # read where somebody repeats the source
    GENERAL = "general"  # general knowledge of the field, not confirmed in a source
    COMPUTED = "computed"  # computed from stated inputs; nobody published it
    ASSUMED = "assumed"  # a choice, with its reason in the note


class Confidence(StrEnum):
    """How sure general knowledge is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


_NEEDS_NOTE: Final = (Status.ASSUMED, Status.COMPUTED)
_SIGNED: Final = ("angle", "angular rate", "speed")


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every fact carries besides itself."""

    source: str | tuple[str, ...]
    status: Status
    confidence: Confidence | None = None
    by: str = ""
    note: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, in the order of the file."""
        return (self.source,) if isinstance(self.source, str) else self.source

    def __post_init__(self) -> None:
        """Refuse a fact whose standing is not stated.

        Raises:
            ValueError: no source, general knowledge without a confidence, or a choice or a
                computed number that does not say why or from what.
        """
        if not self.sources or not all(self.sources):
            raise ValueError("the source is empty")
        if (self.status is Status.GENERAL) != (self.confidence is not None):
            raise ValueError("general knowledge, and only it, states a confidence")
        if self.status in _NEEDS_NOTE and not self.note:
            raise ValueError(f"what is {self.status} says in a note why, or from what")


def _check_rivals(fact: Fact, rivals: tuple[Fact, ...]) -> None:
    """Refuse rivals that cannot be told apart.

    Raises:
        ValueError: a rival that does not say whose it is, or two of the same name.
    """
    names = [fact.by, *(rival.by for rival in rivals)]
    if not all(names[1:]) or len(set(names)) < len(names):
        raise ValueError("every rival says whose it is, and nobody states two")


class Quantity(Fact, frozen=True, kw_only=True):
    """A number with its unit, its interval, and what others say it is.

    Rival values stand beside each other under the name of who states them; nothing here
    averages them.
    """

    value: float
    unit: str
    low: float | None = None
    high: float | None = None
    rivals: tuple[Quantity, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown unit, a number that cannot be, an interval upside down.

        Raises:
            ValueError: with the reason.
        """
        super().__post_init__()
        if self.unit not in units.UNITS:
            raise ValueError(f"unknown unit {self.unit!r}")
        if not all(math.isfinite(x) for x in (self.value, *self.interval)):
            raise ValueError("the number is not finite")
        _check_rivals(self, self.rivals)
        low, high = self.interval
        if low < 0.0 and self.dimension not in _SIGNED:
            raise ValueError(f"a {self.dimension} is not below zero, as {low:g} {self.unit} is")
        if not low <= self.value <= high:
            raise ValueError(f"{self.value:g} is not within its interval [{low:g}, {high:g}]")

    @property
    def interval(self) -> tuple[float, float]:
        """The least and the greatest value in the own unit; the value where none is given."""
        return (
            self.value if self.low is None else self.low,
            self.value if self.high is None else self.high,
        )

    @property
    def dimension(self) -> str:
        """What the number measures: `length`, `speed` and so on."""
        return units.UNITS[self.unit].dimension

    @property
    def si(self) -> float:
        """The value in SI units and radians."""
        return self.value * units.UNITS[self.unit].si

    @property
    def low_si(self) -> float:
        """The least value in SI units; the value itself where no interval is given."""
        return self.interval[0] * units.UNITS[self.unit].si

    @property
    def high_si(self) -> float:
        """The greatest value in SI units; the value itself where no interval is given."""
        return self.interval[1] * units.UNITS[self.unit].si

    @property
    def text(self) -> str:
        """The value and its unit as a person reads them, such as `6.3 km/s`."""
        number = f"{self.value:,.10g}"
        return number if self.unit == "1" else f"{number} {self.unit}"

    def variants(self) -> dict[str, Quantity]:
        """The value and its rivals, each under the name of who states it.

        The value itself stands under `declared` where the file does not name who states it.
        """
        return {self.by or "declared": self} | {rival.by: rival for rival in self.rivals}


class Position(Fact, frozen=True, kw_only=True):
    """A place on WGS 84, with the radius within which it is known.

    Height is above the ellipsoid, zero where the source gives none.
    """

    lat_deg: float
    lon_deg: float
    height_m: float = 0.0
    within_km: float | None = None
    rivals: tuple[Position, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a place off the Earth.

        Raises:
            ValueError: latitude beyond 90 deg, longitude beyond 180 deg, or a height that no
                ground has.
        """
        super().__post_init__()
        _check_rivals(self, self.rivals)
        if not -90.0 <= self.lat_deg <= 90.0:
            raise ValueError(f"the site is off the Earth: latitude {self.lat_deg:g} deg")
        if not -180.0 <= self.lon_deg <= 180.0:
            raise ValueError(f"the site is off the Earth: longitude {self.lon_deg:g} deg")
        if not -500.0 <= self.height_m <= 9000.0:
            raise ValueError(f"the site is off the ground: height {self.height_m:g} m")
        if self.within_km is not None and not 0.0 <= self.within_km <= 20_000.0:
            raise ValueError(f"a place cannot be known within {self.within_km:g} km")

    @property
    def lat_rad(self) -> float:
        """The geodetic latitude, positive north."""
        return math.radians(self.lat_deg)

    @property
    def lon_rad(self) -> float:
        """The longitude, positive east."""
        return math.radians(self.lon_deg)


class FieldOfView(Fact, frozen=True, kw_only=True):
    """An azimuth sector, clockwise from one edge to the other, between two elevations.

    From 0 to 360 deg is the full circle. A sensor may have several, such as a radar that looks
    further to the side when it looks up.
    """

    azimuth_from_deg: float
    azimuth_to_deg: float
    elevation_min_deg: float
    elevation_max_deg: float
    rivals: tuple[FieldOfView, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an empty sector.

        Raises:
            ValueError: an azimuth outside 0 to 360 deg, an elevation outside -90 to 90 deg, or
                edges between which there is nothing.
        """
        super().__post_init__()
        _check_rivals(self, self.rivals)
        for azimuth in (self.azimuth_from_deg, self.azimuth_to_deg):
            if not 0.0 <= azimuth <= 360.0:
                raise ValueError(f"an azimuth lies between 0 and 360 deg, not at {azimuth:g}")
        for elevation in (self.elevation_min_deg, self.elevation_max_deg):
            if not -90.0 <= elevation <= 90.0:
                raise ValueError(f"an elevation lies between -90 and 90 deg, not at {elevation:g}")
        if self.elevation_min_deg >= self.elevation_max_deg:
            raise ValueError(
                f"the sector is empty: elevation {self.elevation_min_deg:g} "
                f"to {self.elevation_max_deg:g} deg"
            )
        if self.azimuth_from_deg == self.azimuth_to_deg:
            raise ValueError(f"the sector is empty: azimuth {self.azimuth_from_deg:g} deg twice")

    @property
    def azimuth_from_rad(self) -> float:
        """The edge where the sector begins, clockwise from north."""
        return math.radians(self.azimuth_from_deg)

    @property
    def azimuth_width_rad(self) -> float:
        """How far the sector extends clockwise from its first edge; 2 pi for the full circle."""
        return math.radians((self.azimuth_to_deg - self.azimuth_from_deg) % 360.0 or 360.0)

    @property
    def elevation_min_rad(self) -> float:
        """The lower elevation limit above the local horizontal."""
        return math.radians(self.elevation_min_deg)

    @property
    def elevation_max_rad(self) -> float:
        """The upper elevation limit above the local horizontal."""
        return math.radians(self.elevation_max_deg)


class Dated(Fact, frozen=True, kw_only=True):
    """A date as the source gives it: a year, a month or a day, ISO 8601."""

    date: Annotated[str, msgspec.Meta(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]

    @property
    def year(self) -> int:
        """The year alone."""
        return int(self.date[:4])


class Statement(Fact, frozen=True, kw_only=True):
    """A sentence that somebody said or wrote, in both languages of the reports."""

    text: str
    text_ru: str = ""


def _of(dimension: str) -> msgspec.Meta:
    """The annotation that says what a field must measure."""
    return msgspec.Meta(extra={"dimension": dimension})


Length = Annotated[Quantity, _of("length")]
Area = Annotated[Quantity, _of("area")]
Duration = Annotated[Quantity, _of("time")]
Speed = Annotated[Quantity, _of("speed")]
Mass = Annotated[Quantity, _of("mass")]
ArealDensity = Annotated[Quantity, _of("areal density")]
Angle = Annotated[Quantity, _of("angle")]
Rate = Annotated[Quantity, _of("rate")]
Power = Annotated[Quantity, _of("power")]
Frequency = Annotated[Quantity, _of("frequency")]
Number = Annotated[Quantity, _of("number")]
