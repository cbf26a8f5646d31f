"""Stamps of time that only rise, whatever happens to the clock on the wall.

A clock that is set back is not followed: time goes on somewhat slower until the wall clock has
caught up, so that nothing that waits for a stamp stands still.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Final, Protocol

SLOWED: Final = 0.95  # seconds a second while the wall clock is behind

_MS: Final = 1_000_000


class Clock(Protocol):
    """The two clocks of a machine."""

    def wall_ns(self) -> int:
        """Nanoseconds since 1970 UTC; it may be set back."""
        ...

    def monotonic_ns(self) -> int:
        """Nanoseconds since some instant; it only goes on."""
        ...


class SystemClock:
    """The clocks of this machine."""

    __slots__ = ()

    def wall_ns(self) -> int:
        """Nanoseconds since 1970 UTC."""
        return time.time_ns()

    def monotonic_ns(self) -> int:
        """Nanoseconds since the machine started, or another instant."""
        return time.monotonic_ns()


@dataclass(frozen=True, slots=True)
class Step:
    """The wall clock was set back.

    Attributes:
        back_ns: by how much, against the clock that only goes on.
    """

    back_ns: int

    @property
    def back_ms(self) -> int:
        """By how much in milliseconds, at least one."""
        return max(round(self.back_ns / _MS), 1)


class Stamps:
    """Stamps of one centre: every one is later than all before, in whichever thread it is asked.

    While the wall clock stands behind the last stamp, stamps go on `SLOWED` times as fast as time.
    """

    __slots__ = ("_clock", "_last_ns", "_lock", "_read", "_steps")

    def __init__(self, clock: Clock, after_ns: int = 0) -> None:
        """Begins behind some instant.

        Args:
            clock: to read.
            after_ns: the last stamp that was given before a restart.
        """
        self._clock = clock
        self._lock = threading.Lock()
        self._last_ns = after_ns
        self._read = (clock.wall_ns(), clock.monotonic_ns())
        self._steps: list[Step] = []

    def now_ns(self) -> int:
        """Nanoseconds since 1970 UTC, later than every stamp before."""
        with self._lock:
            now = (self._clock.wall_ns(), self._clock.monotonic_ns())
            went_on_ns = now[1] - self._read[1]
            if now[0] < self._read[0]:
                self._steps.append(Step(self._read[0] + went_on_ns - now[0]))
            self._read = now
            next_ns = self._last_ns + max(round(SLOWED * went_on_ns), 1)
            self._last_ns = now[0] if now[0] > self._last_ns else next_ns
            return self._last_ns

    @property
    def ahead_ns(self) -> int:
        """By how much stamps are ahead of the wall clock; 0 while it is followed."""
        with self._lock:
            return max(self._last_ns - self._read[0], 0)

    def steps(self) -> tuple[Step, ...]:
        """The times that the wall clock was set back since this was asked last."""
        with self._lock:
            found, self._steps = tuple(self._steps), []
            return found
