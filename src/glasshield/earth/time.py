"""Instants on the UTC scale: the only way in which Glasshield holds a date and time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from glasshield.errors import RangeError


@dataclass(frozen=True, slots=True, order=True)
class Instant:
    """An instant in UTC, to the microsecond.

    Every day counts 86,400 s, as in POSIX time, so that a span which holds a leap second is short
    by that second; there has been none since 2016.

    Attributes:
        posix_us: microseconds since 1970-01-01T00:00:00Z.
    """

    posix_us: int

    @classmethod
    def parse(cls, text: str, *, where: str = "") -> Instant:
        """The instant that an ISO 8601 text names, such as `2017-07-28T14:41:00Z`.

        Raises:
            RangeError: not a date and time, or one without its zone (`Z` or `+09:00`).
        """
        try:
            read = dt.datetime.fromisoformat(text.strip())
        except ValueError:
            raise RangeError(
                f"{text!r} is not a date and time",
                where=where,
                expected="ISO 8601, such as 2017-07-28T14:41:00Z",
            ) from None
        if read.tzinfo is None:
            raise RangeError(
                f"{text!r} has no time zone", where=where, do="add Z for UTC, or an offset"
            )
        return cls((read - _EPOCH) // dt.timedelta(microseconds=1))

    def plus_s(self, seconds: float) -> Instant:
        """The instant so many seconds later (earlier where negative)."""
        return Instant(self.posix_us + round(seconds * 1e6))

    def since_s(self, earlier: Instant) -> float:
        """Seconds from `earlier` to this instant."""
        return (self.posix_us - earlier.posix_us) / 1e6

    def isoformat(self) -> str:
        """ISO 8601 in UTC, ending in Z; fractions of a second only where there are any."""
        moment = _EPOCH + dt.timedelta(microseconds=self.posix_us)
        return moment.isoformat().replace("+00:00", "Z")

    def __str__(self) -> str:
        return self.isoformat()


_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
