"""Which launches are traced back when: after some seconds of free flight, and once more later."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.warning.estimating import Beside
from glasshield.centre.warning.impacts import usable
from glasshield.centre.warning.launches import Origin, Rising, traced
from glasshield.centre.warning.look import Look
from glasshield.centre.warning.options import WatchOptions
from glasshield.centre.warning.orbits import ORBITAL
from glasshield.centre.warning.sightings import Columns, Flight
from glasshield.earth.time import Instant
from glasshield.fusion.arcs import height_m
from glasshield.fusion.launch_point import UnderPower
from glasshield.fusion.tracks import Phase, unpack

# In free flight for so long, and then for so long: a second time it is known far better.
_AFTER_S: Final = (5.0, 25.0)
_AIR_M: Final = 100e3  # below it a flight is not free of drag, and no orbit says where it was
_POWERED: Final = 0.9


class Hindsight:
    """Traces back the launches of a feed's flights, some at a time."""

    def __init__(self, options: WatchOptions) -> None:
        """Nothing is traced yet."""
        self._options = options
        self._queue: deque[int] = deque()
        self._beside: Beside[list[tuple[int, Origin | None]]] = Beside()

    def want(
        self,
        now: Look,
        columns: Columns,
        rows: Int[np.ndarray, "r"],
        flights: Sequence[Flight],
    ) -> None:
        """Puts those flights into the queue that have been free for long enough.

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
            if columns.class_index[row] != ORBITAL:
                flight.traces += 1
                self._queue.append(flight.number)

    def ask(self, now: Look, columns: Columns) -> None:
        """Begins the next estimates, if none are being made."""
        if not self._queue or not self._beside.is_free:
            return
        count = min(len(self._queue), self._options.launches)
        wanted = np.array(sorted(self._queue.popleft() for _ in range(count)))
        place, known = columns.places(wanted)
        rows = place[known]
        covariance = now.covariance(rows)
        good = usable(now.snapshot.state_ecef[rows], covariance)
        rows, covariance = rows[good], covariance[good]
        if not len(rows):
            return
        snapshot = now.snapshot
        rising = Rising(
            snapshot.epoch,
            snapshot.state_time_s[rows],
            snapshot.state_ecef[rows],
            covariance,
            columns.free_since_s[rows],
            _seen_under_power(now, rows),
        )
        numbers = snapshot.number[rows].tolist()
        due = now.at.plus_s(self._options.estimate_s)
        self._beside.ask(lambda: list(zip(numbers, traced(rising), strict=True)), due)

    def answers(self, at: Instant) -> list[tuple[int, Origin | None]]:
        """Numbers of flights whose launches have been traced back, and what was found."""
        return self._beside.answer(at) or []


def _seen_under_power(now: Look, rows: Int[np.ndarray, "r"]) -> UnderPower:
    """The first place of each flight at which its thrust was surely on; NaN where none was seen."""
    time_s = np.full(len(rows), np.nan)
    place, spread = np.full((len(rows), 3), np.nan), np.full((len(rows), 3, 3), np.nan)
    for k, row in enumerate(rows.tolist()):
        history = now.tracker.history(int(now.snapshot.number[row]))
        thrust = np.flatnonzero(history.phase_probability[:, Phase.BOOST] >= _POWERED)
        if len(thrust):
            first = int(thrust[0])
            time_s[k] = history.time_s[first]
            place[k] = history.state_ecef[first, :3]
            spread[k] = unpack(history.packed_covariance[first])[:3, :3] + _own(now, row)
    return UnderPower(time_s, place, spread)


def _own(now: Look, row: int) -> Float[np.ndarray, "3 3"]:
    """What biases add to a place of an object."""
    rows = np.array([row])
    plain = unpack(now.snapshot.packed_covariance[rows])
    added: Float[np.ndarray, "3 3"] = (now.covariance(rows) - plain)[0, :3, :3]
    return added
