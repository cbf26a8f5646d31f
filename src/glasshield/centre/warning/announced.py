"""Which flight is that of which notice: one notice is for one flight."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from glasshield.centre.warning.breadth import launch_m2, says_enough
from glasshield.centre.warning.look import Look
from glasshield.centre.warning.notices import (
    NEAR_WINDOW_S,
    Fit,
    KnownNotice,
    Progress,
    fit,
    is_near,
)
from glasshield.centre.warning.sightings import Flight
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant

_MOST: Final = 100  # of one party; of more the oldest go
_OVER_S: Final = 2.0 * NEAR_WINDOW_S


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a notice says of a flight.

    Attributes:
        notice: which.
        fit: how the flight stands to it.
    """

    notice: KnownNotice
    fit: Fit


class Announced:
    """The notices of a centre, and the flights that have been taken for theirs."""

    def __init__(self, notices: Iterable[KnownNotice]) -> None:
        """No flight is anybody's yet."""
        self._notices: dict[tuple[str, str], KnownNotice] = {}
        self._taken: dict[tuple[str, str], Flight] = {}
        for notice in notices:
            self.put(notice)

    def put(self, notice: KnownNotice) -> None:
        """Takes in a notice; a newer one of the same party and reference replaces the older.

        One that says too little is let go: it suppresses nothing.
        """
        self._forget(notice.key)
        if not says_enough(notice):
            return
        self._notices[notice.key] = notice
        own = [key for key in self._notices if key[0] == notice.party]
        for key in own[:-_MOST]:
            self._forget(key)

    def forget(self, at: Instant) -> None:
        """Lets those notices go whose flights are long over."""
        for key, notice in list(self._notices.items()):
            ends = [end for _, end in notice.windows] or [notice.received]
            if at > max(ends).plus_s(_OVER_S):
                self._forget(key)

    def _forget(self, key: tuple[str, str]) -> None:
        self._notices.pop(key, None)
        self._taken.pop(key, None)

    def may_fit(self, flight: Flight) -> bool:
        """Whether there is a notice that a flight may be the flight of, by its time."""
        return bool(self._near(flight))

    def verdict(self, now: Look, row: int, flight: Flight) -> Verdict | None:
        """The notice under which a flight is, or which it has departed from; None for neither.

        A flight that is inside one notice is that of no other: of that which it fits best, of
        several that it fits as well of the narrowest.
        """
        found = [Verdict(notice, _fit(now, row, flight, notice)) for notice in self._near(flight)]
        inside = [each for each in found if each.fit.is_inside]
        outside = [each for each in found if each.fit.is_outside]
        nearest = min(inside or outside, key=_order, default=None)
        if nearest is not None and nearest.fit.is_inside:
            self._taken[nearest.notice.key] = flight
        return nearest

    def departure(self, now: Look, row: int, flight: Flight) -> Verdict | None:
        """How a flight departs from its notice; None as long as it does not."""
        assert flight.notice is not None
        found = _fit(now, row, flight, flight.notice)
        return Verdict(flight.notice, found) if found.against else None

    def _near(self, flight: Flight) -> list[KnownNotice]:
        return [
            notice
            for notice in self._notices.values()
            if self._taken.get(notice.key, flight) is flight and is_near(notice, flight.first_seen)
        ]


def _order(verdict: Verdict) -> tuple[float, float]:
    return verdict.fit.distance, launch_m2(verdict.notice)


def _fit(now: Look, row: int, flight: Flight, notice: KnownNotice) -> Fit:
    lat, lon, _ = (float(each) for each in ecef_to_geodetic(now.snapshot.state_ecef[row, :3]))
    over = flight.burnt_out_over or (lat, lon)
    return fit(notice, Progress(flight.first_seen, flight.origin, over, flight.latest))
