"""Which launches are traced back when: after some seconds of free flight, and once more later."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.warning.launches import Origin, Rise, traced
from glasshield.centre.warning.look import Look
from glasshield.centre.warning.orbits import ORBITAL
from glasshield.centre.warning.sightings import Columns, Flight
from glasshield.fusion.arcs import height_m
from glasshield.fusion.tracks import Phase

# In free flight for so long, and then for so long, where the first time said too little.
_AFTER_S: Final = (8.0, 25.0)
_WIDE_M: Final = 60e3
_AIR_M: Final = 100e3  # below it a flight is not free of drag, and no orbit says where it was
_EVERY_US: Final = 500_000  # one at a time, so often at most


class Hindsight:
    """Traces back the launches of a feed's flights, one at a time."""

    def __init__(self, phase_us: int) -> None:
        """Nothing is traced yet.

        Args:
            phase_us: by how much later than others, so that not all feeds trace at once.
        """
        self._queue: deque[int] = deque()
        self._phase_us = phase_us
        self._span = 0

    def want(
        self,
        now: Look,
        columns: Columns,
        rows: Int[np.ndarray, "r"],
        flights: Sequence[Flight],
    ) -> None:
        """Puts those flights into the queue that have been free for long enough.

        Those come first of which no launch is known: a notice may be for them.

        Args:
            now: the look.
            columns: of all objects.
            rows: of flights.
            flights: the same.
        """
        snapshot = now.snapshot
        free_s = snapshot.state_time_s[rows] - columns.free_since_s[rows]
        high = height_m(snapshot.state_ecef[rows, :3]) > _AIR_M
        down = snapshot.phase_probability[rows, Phase.ENTRY] > 0.5
        for k in np.flatnonzero((free_s >= _AFTER_S[0]) & high & ~down).tolist():
            row = int(rows[k])
            flight, done = flights[k], flights[k].traces
            if done == len(_AFTER_S) or free_s[k] < _AFTER_S[done]:
                continue
            known = flight.origin is not None and flight.origin.semi_major_m < _WIDE_M
            if columns.class_index[row] != ORBITAL and not (done and known):
                flight.traces += 1
                if flight.held_until is not None and not flight.is_told:
                    self._queue.appendleft(flight.number)
                else:
                    self._queue.append(flight.number)

    def estimated(self, now: Look, columns: Columns) -> tuple[int, Origin] | None:
        """The launch whose turn it is, and the number of the flight; None where there is none."""
        span = (now.at.posix_us - self._phase_us) // _EVERY_US
        if not self._queue or span == self._span:
            return None
        self._span = span
        place, known = columns.places(np.array([self._queue.popleft()]))
        snapshot, row = now.snapshot, int(place[0])
        if not known[0] or np.isnan(columns.free_since_s[row]):
            return None
        time_s = float(snapshot.state_time_s[row])
        covariance: Float[np.ndarray, "6 6"] = now.covariance(np.array([row]))[0]
        found = traced(
            Rise(
                snapshot.epoch.plus_s(time_s),
                snapshot.state_ecef[row],
                covariance,
                time_s - float(columns.free_since_s[row]),
                bool(columns.saw_power[row]),
            )
        )
        return None if found is None else (int(snapshot.number[row]), found)
