"""Records of made-up raids and tests: what flies, who looks, and how far from perfect they are.

Whatever is flown by a scenario is simulated and marked so. Figures that carry an interval are
drawn evenly from it, once for each object; deviations are standard deviations of normal draws.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from glasshield.catalog.model import LaunchId, MissileId, Record, RegionId, SensorId
from glasshield.catalog.quantity import (
    Angle,
    Area,
    Duration,
    FieldOfView,
    Length,
    Number,
    Position,
    Rate,
    Speed,
)


class FlightShape(StrEnum):
    """How a missile flies to its target."""

    MINIMUM_ENERGY = "minimum-energy"
    LOFTED = "lofted"
    DEPRESSED = "depressed"


class Swerling(StrEnum):
    """How a cross-section changes from look to look and from pulse to pulse."""

    STEADY = "steady"
    SWERLING_1 = "swerling-1"
    SWERLING_2 = "swerling-2"
    SWERLING_3 = "swerling-3"
    SWERLING_4 = "swerling-4"


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A part of a scenario; whoever reads it knows every key."""


class Salvo(_Part, frozen=True, kw_only=True):
    """Flights of one missile from about one place to about another, one after the other.

    `scatter` is the deviation, on each axis of the ground, of both ends of each flight.
    """

    id: str
    missile: MissileId
    launch: LaunchId = ""
    launch_position: Position | None = None
    target: RegionId = ""
    target_position: Position | None = None
    shape: FlightShape = FlightShape.MINIMUM_ENERGY
    count: Number
    start: Duration
    interval: Duration | None = None
    scatter: Length | None = None

    def __post_init__(self) -> None:
        """Refuse flights from nowhere or to nowhere.

        Raises:
            ValueError: neither or both of a name and a position at an end.
        """
        if bool(self.launch) == (self.launch_position is not None):
            raise ValueError("flights start either at a launch area or at a launch_position")
        if bool(self.target) == (self.target_position is not None):
            raise ValueError("flights end either at a target region or at a target_position")
        _check_count(self.count)


class Swarm(_Part, frozen=True, kw_only=True):
    """Objects in free flight that all observers see all the time: what trackers are measured on.

    At the middle of the scenario they are within `radius` of a place, at a height, with a speed
    relative to the ground and a climb above the horizontal, in any direction.
    """

    id: str
    count: Number
    centre: Position
    radius: Length
    height: Length
    speed: Speed
    climb: Angle
    radar_cross_section: Area

    def __post_init__(self) -> None:
        """Refuse a swarm of no object.

        Raises:
            ValueError: a count that is not a whole number above zero.
        """
        _check_count(self.count)


class OwnStation(_Part, frozen=True, kw_only=True):
    """A sensor that stands in no catalogue, as plain as a tracker knows it; `party` is anybody.

    Without `range_accuracy` it measures angles alone, without `range_rate_accuracy` no range rate.
    """

    party: str
    position: Position
    range: Length
    fields_of_view: tuple[FieldOfView, ...]
    range_accuracy: Length | None = None
    azimuth_accuracy: Angle
    elevation_accuracy: Angle
    range_rate_accuracy: Speed | None = None
    detection_probability: Number


class Deviations(_Part, frozen=True, kw_only=True):
    """Standard deviations of a station's constant errors, which nobody but the truth knows."""

    range: Length | None = None
    azimuth: Angle | None = None
    elevation: Angle | None = None
    time: Duration | None = None


class Observer(_Part, frozen=True, kw_only=True):
    """A radar of the catalogue, or one of one's own, and how it looks in this scenario.

    What is left out is as the catalogue has it, or none. `start` is its first look; `air` the
    deviation of the air's refractivity from the standard, as a share of it; `delay` the mean time
    from a look to the arrival of what it saw, of which `delay_spread` is the random part
    (exponential); `looks` the most objects a second.
    """

    id: str
    sensor: SensorId = ""
    station: OwnStation | None = None
    start: Duration | None = None
    period: Duration | None = None
    false_alarms: Number | None = None
    biases: Deviations | None = None
    air: Number | None = None
    delay: Duration | None = None
    delay_spread: Duration | None = None
    looks: Rate | None = None

    def __post_init__(self) -> None:
        """Refuse an observer that is no radar, or two.

        Raises:
            ValueError: not exactly one of a sensor of the catalogue and a station of one's own.
        """
        if bool(self.sensor) == (self.station is not None):
            raise ValueError("an observer is either a sensor of the catalogue or its own station")


class Scenario(Record, frozen=True, kw_only=True):
    """What flies, who looks, from when and for how long; `duration` ends the looking.

    `seed` is that of the random draws where nobody asks for another. How the cross-sections
    fluctuate decides what radars of the catalogue detect, not what one's own stations do.
    """

    epoch: str
    seed: int
    duration: Duration
    fluctuation: Swerling = Swerling.SWERLING_1
    salvos: tuple[Salvo, ...] = ()
    swarms: tuple[Swarm, ...] = ()
    observers: tuple[Observer, ...]
    infrared: tuple[SensorId, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a scenario without objects, or with two things of one name.

        Raises:
            ValueError: with the reason.
        """
        if not self.salvos and not self.swarms:
            raise ValueError("a scenario has salvos or swarms")
        flying = [salvo.id for salvo in self.salvos] + [swarm.id for swarm in self.swarms]
        for names in (flying, [observer.id for observer in self.observers]):
            if len(set(names)) < len(names):
                raise ValueError("two parts of a scenario share an id")
        if self.duration.si <= 0.0:
            raise ValueError("a scenario lasts for some time")
        moment(self.epoch)


def moment(text: str) -> dt.datetime:
    """The moment that a text says, with its time zone.

    Raises:
        ValueError: no date and time, or one without a time zone.
    """
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a date and time, as 2030-06-01T06:00:00Z is") from None
    if found.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone: add Z for UTC, or an offset")
    return found


def _check_count(count: Number) -> None:
    if count.si < 1.0 or count.si != int(count.si):
        raise ValueError(f"a count is a whole number above zero, not {count.text}")
