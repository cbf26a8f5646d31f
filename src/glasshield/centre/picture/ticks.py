"""The grid of ticks on which pictures are made, in the time of the log."""

from __future__ import annotations

import math
from typing import Final

from glasshield.earth.time import Instant

TICK_US: Final = 50_000
TICK_S: Final = TICK_US / 1e6
TICKS_A_SECOND: Final = 1_000_000 // TICK_US
_NS_A_US: Final = 1_000


def instant_of(at_ns: int) -> Instant:
    """An instant of the log, given in nanoseconds since 1970, rounded up to the microsecond."""
    return Instant(-(-at_ns // _NS_A_US))


def tick_of(at: Instant) -> int:
    """The first tick at or after an instant."""
    return -(-at.posix_us // TICK_US)


def last_tick(at: Instant) -> int:
    """The last tick at or before an instant."""
    return at.posix_us // TICK_US


def instant_at(tick: int) -> Instant:
    """When a tick is."""
    return Instant(tick * TICK_US)


def ticks_in(span_s: float) -> int:
    """How many ticks a span takes, rounded up.

    A billionth is forgiven: 0.15 s are three ticks, whatever the last digit of the quotient says.
    """
    return math.ceil(span_s / TICK_S - 1e-9)


def is_whole_second(tick: int) -> bool:
    """Whether a tick stands on a whole second."""
    return tick % TICKS_A_SECOND == 0
