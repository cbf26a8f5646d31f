"""Records of what flew: reported flights, flight tests, telemetry, and claims to compare with."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from glasshield.catalog.model import PartyId, Record
from glasshield.catalog.quantity import (
    Angle,
    Dated,
    Duration,
    Length,
    Position,
    Quantity,
    Speed,
    Statement,
)


class Role(StrEnum):
    """What a reported flight can and cannot show."""

    LOFTED = "lofted"
    NEAR_STANDARD = "near-standard"
    STANDARD = "standard"
    SHORT_RANGE = "short-range"
    LONG_RANGE = "long-range"
    STAGED = "staged"  # a multi-stage test whose stages were flown apart
    FAILED = "failed"  # says nothing about the range of the type
    PARACHUTE = "parachute"  # its time is not that of a ballistic flight
    POWERED_ENTRY = "powered-entry"  # a motor fired on the way down
    INCONSISTENT = "inconsistent"  # the claim contradicts itself
    UNIT_DOUBTFUL = "unit-doubtful"  # statute or nautical miles, nobody knows


EVIDENCE_ROLES = frozenset(
    {
        Role.LOFTED,
        Role.NEAR_STANDARD,
        Role.STANDARD,
        Role.SHORT_RANGE,
        Role.LONG_RANGE,
        Role.STAGED,
    }
)


class ReportedFlight(Record, frozen=True, kw_only=True):
    """A flight as somebody reported it; low and high are the rounding of the report.

    `kepler_time` (drag-free, from apogee and range alone, without and with the rotation of the
    Earth) and `energy_range` were computed for comparison by others and are kept as such.
    """

    date: str
    system: str
    country: PartyId
    role: Role
    reported: str = ""
    apogee: Length
    range: Length
    flight_time: Duration | None = None
    launch_latitude: Angle | None = None
    azimuth: Angle | None = None
    published_range: Length | None = None
    kepler_time_nonrotating: Duration | None = None
    kepler_time_rotating: Duration | None = None
    energy_range: Length | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether the flight can stand as evidence of ballistic performance."""
        return self.role in EVIDENCE_ROLES


class Outcome(StrEnum):
    """How a test ended."""

    HIT = "hit"
    MISS = "miss"
    FLOWN = "flown"  # no target
    MIXED = "mixed"


class FlightTest(Record, frozen=True, kw_only=True):
    """A test of an interceptor: where, when, and the times and numbers that were published."""

    date: Dated
    place: str
    outcome: Outcome
    times: dict[str, str] = msgspec.field(default_factory=dict)
    figures: dict[str, Quantity] = msgspec.field(default_factory=dict)
    facts: tuple[Statement, ...] = ()


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of a recorded flight: speed over the ground and its parts, up and along."""

    time: Duration
    height: Length
    speed: Speed
    vertical_speed: Speed
    horizontal_speed: Speed


class Telemetry(Record, frozen=True, kw_only=True):
    """States of a real flight in free coast, and what the record says came after."""

    date: Dated
    launch: Position
    states: tuple[State, ...]
    apogee: Length
    apogee_time: Duration
    coast_from: Duration
    coast_until: Duration


class Comparison(Record, frozen=True, kw_only=True):
    """A published claim that the program is compared with: inputs, expectation, tolerance."""

    claim: Statement
    inputs: dict[str, Quantity] = msgspec.field(default_factory=dict)
    expected: dict[str, Quantity] = msgspec.field(default_factory=dict)
    tolerance: str
    finding: tuple[Statement, ...] = ()
