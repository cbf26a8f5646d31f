"""Classes of missiles by range, and the treaties that count by it.

A class goes by the greatest range over an Earth that stands still. Which convention a treaty
means is seldom written, and it matters: a missile of 5,500 km by that measure flies 5,194 km due
west and 5,914 km due east from latitude 40 degrees.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from glasshield.flight import rotation

INTERCONTINENTAL_M: Final = 5_500e3
INF_LEAST_M: Final = 500e3
NOTIFICATION_M: Final = 500e3


@dataclass(frozen=True, slots=True)
class RangeClass:
    """A class of a scheme: ranges from above `over_m` (from zero on in the first) to `up_to_m`."""

    scheme: str
    name: str
    over_m: float
    up_to_m: float

    def touches(self, low_m: float, high_m: float) -> bool:
        """Whether any range from low to high falls in the class."""
        return low_m <= self.up_to_m and (high_m > self.over_m or self.over_m == 0.0)


# INF: Treaty of 8 December 1987, Article II; the lower bound of each class belongs to it, which
# for ranges that are never exact makes no difference here.
# US DoD: ranges of the Ballistic Missile Defense Organization, kept by the Department of Defense.
# ROK: the Republic of Korea's Ministry of National Defense states 3,000 to 5,500 km for an IRBM
# and 1,000 km for the class below.
CLASSES: Final = (
    RangeClass("INF", "below the treaty", 0.0, 500e3),
    RangeClass("INF", "shorter-range", 500e3, 1_000e3),
    RangeClass("INF", "intermediate-range", 1_000e3, 5_500e3),
    RangeClass("INF", "intercontinental", 5_500e3, np.inf),
    RangeClass("US DoD", "SRBM", 0.0, 1_100e3),
    RangeClass("US DoD", "MRBM", 1_100e3, 2_750e3),
    RangeClass("US DoD", "IRBM", 2_750e3, 5_500e3),
    RangeClass("US DoD", "ICBM", 5_500e3, np.inf),
    RangeClass("ROK", "SRBM", 0.0, 1_000e3),
    RangeClass("ROK", "MRBM", 1_000e3, 3_000e3),
    RangeClass("ROK", "IRBM", 3_000e3, 5_500e3),
    RangeClass("ROK", "ICBM", 5_500e3, np.inf),
)
SCHEMES: Final = tuple(dict.fromkeys(each.scheme for each in CLASSES))


class Answer(StrEnum):
    """Whether something holds over a whole interval."""

    YES = "yes"
    NO = "no"
    DEPENDS = "depends"

    @classmethod
    def over(cls, ends: tuple[bool, bool]) -> Answer:
        """What both ends of an interval say together."""
        return cls.YES if all(ends) else cls.DEPENDS if any(ends) else cls.NO


@dataclass(frozen=True, slots=True)
class Classified:
    """The classes of one scheme that a flight shows.

    Attributes:
        scheme: whose classes.
        demonstrated: the class of the range flown.
        capability: every class that the inferred interval touches, from the shortest.
    """

    scheme: str
    demonstrated: str
    capability: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """An interval of distances in metres."""

    low_m: float
    high_m: float


@dataclass(frozen=True, slots=True)
class TreatyLines:
    """Where a flight and its missile stand to the treaties, and in which convention.

    Attributes:
        still: greatest range over an Earth that stands still, by which classes go.
        due_east: the same missile launched due east at the latitude.
        due_west: launched due west.
        lat_rad: that latitude; the equator, where the difference is greatest, when not known.
        intercontinental: whether the missile is of the range of an ICBM, as the agreement of 1988
            on notifications of launches counts it.
        intercontinental_any_azimuth: the same when the range due east and due west both count.
        inf: whether the missile is of the range that the INF treaty (1987 to 2019) banned.
        inf_as_tested: the same by the longest range tested, as its Article VII counts a type that
            nobody declared; of this flight alone.
        plns: whether the flight passes a line of the Pre- and Post-Launch Notification System of
            2000: a range or an apogee of more than 500 km.
    """

    still: Span
    due_east: Span
    due_west: Span
    lat_rad: float
    intercontinental: Answer
    intercontinental_any_azimuth: Answer
    inf: Answer
    inf_as_tested: Answer
    plns: Answer


def classify(demonstrated_m: float, capability: Span) -> tuple[Classified, ...]:
    """The classes, scheme by scheme, of a range flown and of an interval inferred from it."""
    return tuple(
        Classified(
            scheme=scheme,
            demonstrated=_names(scheme, demonstrated_m, demonstrated_m)[0],
            capability=_names(scheme, capability.low_m, capability.high_m),
        )
        for scheme in SCHEMES
    )


def treaty_lines(
    apogee_m: float, range_m: float, capability: Span, lat_rad: float | None
) -> TreatyLines:
    """Where a flight with this apogee and range, and the missile behind it, stand to the treaties.

    Args:
        apogee_m: greatest height of the flight.
        range_m: over the ground.
        capability: the missile's greatest range over an Earth that stands still.
        lat_rad: latitude of the launch, or none when it is not known.
    """
    lat = 0.0 if lat_rad is None else lat_rad
    ends_m = np.array([capability.low_m, capability.high_m])
    headings_rad = np.array([[0.5 * np.pi], [1.5 * np.pi]])
    east_m, west_m = rotation.ground_range_m(ends_m, lat, headings_rad)
    return TreatyLines(
        still=capability,
        due_east=Span(float(east_m[0]), float(east_m[1])),
        due_west=Span(float(west_m[0]), float(west_m[1])),
        lat_rad=lat,
        intercontinental=_above(INTERCONTINENTAL_M, capability.low_m, capability.high_m),
        intercontinental_any_azimuth=_above(INTERCONTINENTAL_M, float(west_m[0]), float(east_m[1])),
        inf=_within_inf(capability.low_m, capability.high_m),
        inf_as_tested=_within_inf(range_m, range_m),
        plns=Answer.YES if max(apogee_m, range_m) > NOTIFICATION_M else Answer.NO,
    )


def _names(scheme: str, low_m: float, high_m: float) -> tuple[str, ...]:
    return tuple(
        each.name for each in CLASSES if each.scheme == scheme and each.touches(low_m, high_m)
    )


def _above(line_m: float, low_m: float, high_m: float) -> Answer:
    return Answer.over((low_m > line_m, high_m > line_m))


def _within_inf(low_m: float, high_m: float) -> Answer:
    if high_m < INF_LEAST_M or low_m > INTERCONTINENTAL_M:
        return Answer.NO
    inside = low_m >= INF_LEAST_M and high_m <= INTERCONTINENTAL_M
    return Answer.YES if inside else Answer.DEPENDS
