"""Stamps of time that only rise, whatever happens to the clock on the wall.

A clock that is set back is not followed: time goes on somewhat slower until the wall clock has
caught up, so that nothing that waits for a stamp stands still. One that jumps ahead is followed
when it stays there for a while: what was stamped in an hour that has not come keeps its stamp for
ever, and a clock that errs mostly does so for a second.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Final, Protocol

SLOWED: Final = 0.95  # seconds a second while the wall clock is behind
JUMP_S: Final = 60.0  # by which the wall clock may be ahead of the other at once
FOLLOWED_S: Final = 60.0  # after which a jump is believed
_TOLD_S: Final = 0.1  # less is no trouble
_NS: Final = 1_000_000_000

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

    __slots__ = (
        "_began_ahead",
        "_clock",
        "_jump_ns",
        "_jumped_ns",
        "_last_ns",
        "_lock",
        "_read",
        "_steps",
    )

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
        self._began_ahead = self.ahead_ns > JUMP_S * _NS
        self._jump_ns = self._jumped_ns = 0  # by how much it jumped, and when
        self._steps: list[Step] = []

    def now_ns(self) -> int:
        """Nanoseconds since 1970 UTC, later than every stamp before."""
        with self._lock:
            now = self._believed(self._clock.wall_ns(), self._clock.monotonic_ns())
            went_on_ns = now[1] - self._read[1]
            if now[0] < self._read[0]:
                self._steps.append(Step(self._read[0] + went_on_ns - now[0]))
            self._read = now
            next_ns = self._last_ns + max(round(SLOWED * went_on_ns), 1)
            self._last_ns = now[0] if now[0] > self._last_ns else next_ns
            return self._last_ns

    def _believed(self, wall_ns: int, monotonic_ns: int) -> tuple[int, int]:
        """Both clocks, the one on the wall without a jump that may be an error."""
        read_ns, since_ns = self._read
        wall_ns -= self._jump_ns
        step_ns = wall_ns - read_ns - (monotonic_ns - since_ns)
        if step_ns > JUMP_S * _NS:  # ahead, or further ahead
            self._jump_ns += step_ns
            self._jumped_ns = monotonic_ns
            return wall_ns - step_ns, monotonic_ns
        is_back = -step_ns > self._jump_ns - JUMP_S * _NS
        if self._jump_ns and (is_back or monotonic_ns - self._jumped_ns > FOLLOWED_S * _NS):
            wall_ns += self._jump_ns
            self._jump_ns = 0
        return wall_ns, monotonic_ns

    @property
    def word(self) -> str:
        """How the clock on the wall does, in a word for health."""
        ahead_ns = self.ahead_ns
        with self._lock:
            self._began_ahead = self._began_ahead and ahead_ns > _TOLD_S * _NS
            if self._jump_ns:
                return "jumped-ahead"
            if self._began_ahead:
                return "log-ahead"
        return "stepped-back" if ahead_ns > _TOLD_S * _NS else "good"

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
