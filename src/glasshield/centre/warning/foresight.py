"""Which impacts are estimated when: the first as soon as a flight is free, then when it is news."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.warning.impacts import (
    Prediction,
    States,
    impact_covariances,
    impact_moves,
    predictions,
    usable,
)
from glasshield.centre.warning.look import Look
from glasshield.centre.warning.options import WatchOptions
from glasshield.centre.warning.orbits import ORBITAL
from glasshield.centre.warning.sightings import Columns
from glasshield.fusion.arcs import step
from glasshield.fusion.tracks import Phase

_FREE_S: Final = 5.0  # before that the end of thrust may be a pause between two stages
# An estimate is made anew when it has moved by so many deviations, or is known so much better: the
# area of the ellipse.
_MOVED2: Final = 1.5
_BETTER2: Final = 1.0 / 9.0
_EVERY_US: Final = 400_000  # many at once take less time for each
_MOST_SPANS: Final = 2  # that one look makes up for, where looks are rare
_ENTRY_S: Final = 5.0  # in the air, where no arc without air says anything


class Foresight:
    """Keeps the impacts of a feed's flights up to date, some at a time."""

    def __init__(self, options: WatchOptions, phase_us: int) -> None:
        """Nothing is estimated yet.

        Args:
            options: how many at a time.
            phase_us: by how much later than others, so that not all feeds estimate at once.
        """
        self._options = options
        self._phase_us = phase_us
        self._span = 0
        self._queue: deque[int] = deque()

    def want(
        self,
        now: Look,
        columns: Columns,
        rows: Int[np.ndarray, "r"],
        covariance: Float[np.ndarray, "r 6 6"],
    ) -> None:
        """Puts those flights into the queue whose impacts are not known, or no longer so.

        Args:
            now: the look.
            columns: of all objects.
            rows: of flights whose states can be used.
            covariance: of these.
        """
        snapshot = now.snapshot
        free = snapshot.state_time_s[rows] - columns.free_since_s[rows] >= _FREE_S
        asks = free & ~columns.waits[rows] & (columns.class_index[rows] != ORBITAL)
        rows, covariance = rows[asks], covariance[asks]
        if not len(rows):
            return
        new = np.isnan(columns.estimated_s[rows])
        wanted = rows[new | self._is_stale(now, columns, rows, covariance)]
        columns.waits[wanted] = True
        self._queue.extend(columns.number[wanted].tolist())

    def _is_stale(
        self,
        now: Look,
        columns: Columns,
        rows: Int[np.ndarray, "r"],
        covariance: Float[np.ndarray, "r 6 6"],
    ) -> Bool[np.ndarray, "r"]:
        """Which estimates no longer say what the tracker knows; who is unseen brings no news."""
        snapshot = now.snapshot
        state, time_s = snapshot.state_ecef[rows], snapshot.state_time_s[rows]
        falls = snapshot.phase_probability[rows, Phase.ENTRY] > 0.5
        since_s = snapshot.last_seen_s[rows] - columns.estimated_s[rows]
        columns.carried[rows] = step(columns.carried[rows], time_s - columns.carried_s[rows])
        columns.carried_s[rows] = time_s
        before = columns.spread_m2[rows]
        moved, spread = impact_moves(columns.carried[rows], state, covariance)
        known = np.isfinite(before).all(axis=(1, 2)) & np.isfinite(moved).all(axis=1)
        safe, away = np.where(known[:, None, None], before, np.eye(2)), np.nan_to_num(moved)
        news = np.einsum("ki,kij,kj->k", away, np.linalg.inv(safe), away) > _MOVED2
        with np.errstate(invalid="ignore"):
            better = np.linalg.det(spread) < _BETTER2 * np.linalg.det(safe)
        seen: Bool[np.ndarray, "r"] = since_s > 0.0
        return seen & np.where(falls, since_s >= _ENTRY_S, known & (news | better))

    def estimated(self, now: Look, columns: Columns) -> list[tuple[int, Prediction | None]]:
        """The impacts whose turn it is, by the numbers of the flights."""
        span = (now.at.posix_us - self._phase_us) // _EVERY_US
        if not self._queue or span == self._span:
            return []
        late = min(span - self._span, _MOST_SPANS) if self._span else 1
        self._span = span
        count = min(len(self._queue), self._options.estimates * late)
        wanted = np.array(sorted(self._queue.popleft() for _ in range(count)))
        place, known = columns.places(wanted)
        rows = place[known]
        columns.waits[rows] = False
        covariance = now.covariance(rows)
        good = usable(now.snapshot.state_ecef[rows], covariance)
        rows, covariance = rows[good], covariance[good]
        snapshot = now.snapshot
        states = States(
            snapshot.epoch,
            snapshot.number[rows],
            snapshot.state_time_s[rows],
            snapshot.state_ecef[rows],
            covariance,
        )
        columns.carried[rows], columns.carried_s[rows] = states.state_ecef, states.time_s
        columns.estimated_s[rows] = snapshot.last_seen_s[rows]
        columns.spread_m2[rows] = impact_covariances(states.state_ecef, covariance)
        return list(zip(states.number.tolist(), predictions(states), strict=True))
