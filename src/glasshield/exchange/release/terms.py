"""Under which terms something is released: how late, how coarse, of which objects and events.

Terms are ordered by fineness. What is made from data under several terms is released under their
join, the finest terms that none of them is coarser than.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from glasshield.errors import RangeError
from glasshield.flight.range_classes import CLASSES

# As `fusion.classify` names objects: by the classes of one scheme, or one of two more words.
CLASS_NAMES: Final = (
    *(each.name for each in CLASSES if each.scheme == "US DoD"),
    "orbital",
    "unknown",
)


class Kind(StrEnum):
    """What is released. Each kind is granted on its own; none brings another along."""

    EVENTS = "events"
    TRACKS = "tracks"
    DETECTIONS = "detections"


class Mode(StrEnum):
    """Whether data are of an exercise or real; the two never meet."""

    EXERCISE = "exercise"
    REAL = "real"


class EventKind(StrEnum):
    """What can happen to an object in a picture."""

    LAUNCH_DETECTED = "launch-detected"
    CONFIRMED = "confirmed"
    IMPACT_PREDICTED = "impact-predicted"
    INSIDE_NOTICE = "inside-notice"
    OUTSIDE_NOTICE = "outside-notice"
    LOST = "lost"
    ENDED = "ended"


# Which of some names; None stands for all of them, those of tomorrow too.
Choice = frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Terms:
    """How late and how coarse something is released; without arguments, at once and exactly.

    Attributes:
        delay_s: after its arrival at the centre.
        position_m: to which positions are rounded; 0 for exact ones.
        velocity_m_s: to which velocities and range rates are rounded.
        time_s: to which times are rounded, and how often a picture may be looked at.
        covariance_factor: what covariances are multiplied with, from 1.
        classes: the classes of objects, of `CLASS_NAMES`.
        events: the kinds of events.
        names_sensors: whether the sensors are named; if not, their parties are.
    """

    delay_s: float = 0.0
    position_m: float = 0.0
    velocity_m_s: float = 0.0
    time_s: float = 0.0
    covariance_factor: float = 1.0
    classes: Choice = None
    events: Choice = None
    names_sensors: bool = True

    def __post_init__(self) -> None:
        """Refuse terms that mean nothing.

        Raises:
            RangeError: a number below its least value, or beyond all use.
        """
        for name, least, most in _LIMITS:
            if not least <= getattr(self, name) <= most:
                raise RangeError(
                    "these terms cannot be",
                    where=name,
                    got=getattr(self, name),
                    expected=f"{least:g} to {most:g}",
                )

    def __le__(self, other: Terms) -> bool:
        """Whether these terms are at least as fine as others in every respect."""
        return (
            self.delay_s <= other.delay_s
            and self.position_m <= other.position_m
            and self.velocity_m_s <= other.velocity_m_s
            and self.time_s <= other.time_s
            and self.covariance_factor <= other.covariance_factor
            and holds_all(self.classes, other.classes)
            and holds_all(self.events, other.events)
            and self.names_sensors >= other.names_sensors
        )

    def __or__(self, other: Terms) -> Terms:
        """The join: in each respect the coarser of both."""
        return Terms(
            max(self.delay_s, other.delay_s),
            max(self.position_m, other.position_m),
            max(self.velocity_m_s, other.velocity_m_s),
            max(self.time_s, other.time_s),
            max(self.covariance_factor, other.covariance_factor),
            _common(self.classes, other.classes),
            _common(self.events, other.events),
            self.names_sensors and other.names_sensors,
        )

    @property
    def is_void(self) -> bool:
        """Whether nothing can be released under these terms: no class, or no event, is left."""
        return self.classes == frozenset() or self.events == frozenset()

    @property
    def is_exact(self) -> bool:
        """Whether numbers are released as they are."""
        return (
            self.position_m == self.velocity_m_s == self.time_s == 0.0
            and self.covariance_factor == 1.0
        )

    def has_class(self, name: str) -> bool:
        """Whether objects of this class are released."""
        return self.classes is None or name in self.classes

    def has_event(self, kind: EventKind) -> bool:
        """Whether events of this kind are released."""
        return self.events is None or kind.value in self.events


# Beyond a century, the size of the Earth or its escape velocity nothing is left to release.
_LIMITS: Final = (
    ("delay_s", 0.0, 3.2e9),
    ("position_m", 0.0, 1.3e7),
    ("velocity_m_s", 0.0, 1.2e4),
    ("time_s", 0.0, 3.2e9),
    ("covariance_factor", 1.0, 1e9),
)

EXACT: Final = Terms()


def holds_all(wide: Choice, narrow: Choice) -> bool:
    """Whether everything of one choice belongs to another."""
    return wide is None or (narrow is not None and narrow <= wide)


def _common(a: Choice, b: Choice) -> Choice:
    if a is None or b is None:
        return a if b is None else b
    return a & b
