"""How flights end: lost where they should be seen, come down, or gone out of all coverage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from jaxtyping import Int

from glasshield.centre.picture.snapshot import FIRST_REMOTE
from glasshield.centre.warning.look import Look, event
from glasshield.centre.warning.memory import Memory, come_down, has_come_down, last_seen, left
from glasshield.centre.warning.options import WatchOptions
from glasshield.centre.warning.sightings import Columns, Flight, Gone, Status
from glasshield.centre.warning.views import Views
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import EventKind
from glasshield.sensing.station import Station

_EVERY_US: Final = 1_000_000
_MISSED: Final = 3.0  # looks of the slowest station that have missed what is lost


class Endings:
    """Looks once a second which flights of a feed have ended, and remembers those that left.

    Attributes:
        memory: flights that are no longer in the picture.
    """

    def __init__(self, stations: Sequence[Station], options: WatchOptions, phase_us: int) -> None:
        """Nothing has ended yet.

        Args:
            stations: of the feed.
            options: of the watch.
            phase_us: by how much later than others, so that not all feeds look at once.
        """
        slowest_s = max((station.period_s for station in stations), default=0.0)
        self._lost_after_s = max(options.lost_after_s, _MISSED * slowest_s)
        self._views = Views.of(stations)
        self._phase_us = phase_us
        self._span = 0
        self.memory = Memory(options.memory_s, self._lost_after_s)

    def leave(self, last: Look, before: Columns, row: int, flight: Flight) -> None:
        """Remembers a flight that is no longer in the picture.

        Args:
            last: the look at which it still was.
            before: the columns of that look.
            row: of the flight in them.
            flight: what is known of it.
        """
        state, number = last.snapshot.state_ecef[row], int(before.number[row])
        self.memory.keep(
            Gone(
                number,
                int(before.class_index[row]),
                float(last.snapshot.last_seen_s[row]),
                number < FIRST_REMOTE and bool(self._views.hold(state[None, :3])[0]),
                float(last.snapshot.state_time_s[row]),
                state,
                last.covariance(np.array([row]))[0],
                bool(np.isfinite(before.free_since_s[row])),
                flight,
            )
        )

    def is_due(self, now: Look) -> bool:
        """Whether a second has passed, by the clock on the wall."""
        span = (now.at.posix_us - self._phase_us) // _EVERY_US
        is_new, self._span = span != self._span, span
        return is_new

    def told(self, now: Look, columns: Columns, flights: Mapping[int, Flight]) -> list[Event]:
        """What is lost now, and what has ended."""
        return [*self._unseen(now, columns, flights), *self._ended(now, columns, flights)]

    def _unseen(self, now: Look, columns: Columns, flights: Mapping[int, Flight]) -> list[Event]:
        """Flights that were not seen where they should have been."""
        snapshot = now.snapshot
        late = now.now_s - snapshot.last_seen_s > self._lost_after_s
        own = columns.number < FIRST_REMOTE  # what others report they look for themselves
        rows = np.flatnonzero(late & own & (columns.status == Status.FLIGHT))
        rows = rows[[not flights[n].ended for n in columns.number[rows].tolist()]]
        for flight in flights.values():
            if flight.lost and not late[columns.row(flight.number)]:
                flight.lost = False
        if not len(rows):
            return []
        rows = rows[self._views.hold(snapshot.state_ecef[rows, :3])]
        return self._lost(now, columns, rows, flights)

    def _lost(
        self,
        now: Look,
        columns: Columns,
        rows: Int[np.ndarray, "r"],
        flights: Mapping[int, Flight],
    ) -> list[Event]:
        """Flights whose loss is told, if it was not yet."""
        events = []
        for row in rows.tolist():
            flight = flights[int(columns.number[row])]
            if flight.is_told and not flight.lost:
                flight.lost = True
                now.note(flight, row)
                place = now.under(PlaceKind.LAST_SEEN, row)
                class_index = int(columns.class_index[row])
                events.append(event(EventKind.LOST, flight, now.at, class_index, **place))
        return events

    def _ended(self, now: Look, columns: Columns, flights: Mapping[int, Flight]) -> list[Event]:
        """Flights whose impact has passed, and those that are in no picture any more."""
        events: list[Event] = []
        for number, flight in flights.items():
            if flight.is_told and not flight.ended and has_come_down(flight, now.at):
                class_index = int(columns.class_index[columns.row(number)])
                events.append(come_down(flight, now, class_index))
        lost, over = self.memory.pass_by(now)
        for each in lost:
            each.flight.lost = True
            events.append(last_seen(EventKind.LOST, each, now))
        for each in over:
            down = each.flight.latest is not None
            events.append(
                come_down(each.flight, now, each.class_index) if down else left(each, now)
            )
        return events
