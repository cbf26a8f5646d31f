"""What becomes of a part of the pictures that fails: it alone, and the same in every replay.

A feed, a viewer or all pictures together begin anew at the next tick: what they had is let go, so
that no data make them fail twice. What fails again soon rests before it does.
"""

from __future__ import annotations

import traceback
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from glasshield.centre.picture.ticks import instant_at, ticks_in
from glasshield.earth.time import Instant
from glasshield.errors import GlasshieldError

# What code raises at data that it cannot work with, `LinAlgError` among the ValueErrors: the same
# at the same data, here and in a replay. What the machine lacks (MemoryError, OSError) is not.
FAULTS: Final = (
    GlasshieldError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
SOON_S: Final = 60.0
REST_S: Final = 10.0
_SOON: Final = ticks_in(SOON_S)
_REST: Final = ticks_in(REST_S)
_MOST_NOTED: Final = 1_000


class Part(StrEnum):
    """What may fail by itself."""

    FEED = "feed"
    VIEWER = "viewer"
    PARTY = "party"  # all that it sent within a tick
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that failed: for who runs the centre, never for viewers.

    Attributes:
        part: what.
        name: of a feed the SHA-256 of what it admits, of a viewer or a party its name.
        at: the tick.
        trace: where in the program, and why.
    """

    part: Part
    name: str
    at: Instant
    trace: str


class Faults:
    """What failed since somebody last asked, the last ones."""

    __slots__ = ("_noted",)

    def __init__(self) -> None:
        """Nothing has failed."""
        self._noted: deque[Fault] = deque(maxlen=_MOST_NOTED)

    def note(self, part: Part, name: str, tick: int, error: Exception) -> None:
        """Keeps what failed."""
        trace = "".join(traceback.format_exception(error))
        self._noted.append(Fault(part, name, instant_at(tick), trace))

    def taken(self) -> tuple[Fault, ...]:
        """What was noted, once."""
        found = tuple(self._noted)
        self._noted.clear()
        return found


class Course:
    """When a part failed, and from when on it goes on.

    Attributes:
        count: how often it failed.
        failed: the tick at which it last did.
        until: the last tick at which it does nothing.
    """

    __slots__ = ("count", "failed", "until")

    def __init__(self) -> None:
        """It has never failed."""
        self.count = 0
        self.failed: int | None = None
        self.until: int | None = None

    def fail(self, tick: int) -> None:
        """It fails: it begins anew at the next tick, or after a rest if it failed not long ago."""
        is_soon = self.failed is not None and tick - self.failed <= _SOON
        self.count += 1
        self.failed = tick
        self.until = tick + _REST if is_soon else tick

    def is_resting(self, tick: int) -> bool:
        """Whether it does nothing at a tick."""
        return self.until is not None and tick <= self.until

    def is_faulty(self, tick: int) -> bool:
        """Whether it failed not long before a tick."""
        return self.failed is not None and tick - self.failed <= _SOON

    @property
    def failed_at(self) -> Instant | None:
        """When it last failed."""
        return None if self.failed is None else instant_at(self.failed)

    def content(self) -> bytes:
        """All of it, for a digest; nothing where it never failed."""
        return f"{self.count} {self.failed} {self.until}".encode() if self.count else b""
