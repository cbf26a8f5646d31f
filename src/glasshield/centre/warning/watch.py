"""Watches the picture of one feed, and says what happens to its objects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.warning.notices import KnownNotice
from glasshield.centre.warning.options import USUAL, WatchOptions
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import CLASS_NAMES, Mode
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.station import Station

UNKNOWN = CLASS_NAMES.index("unknown")


class Seen(Protocol):
    """What a watch looks at: a tracker's picture, or whatever has the same columns.

    Times count from the tracker's epoch.
    """

    @property
    def id(self) -> Int[np.ndarray, "k"]: ...
    @property
    def state_ecef(self) -> Float[np.ndarray, "k 6"]: ...
    @property
    def packed_covariance(self) -> Float[np.ndarray, "k 21"]: ...
    @property
    def phase_probability(self) -> Float[np.ndarray, "k 3"]: ...
    @property
    def confirmed(self) -> Bool[np.ndarray, "k"]: ...
    @property
    def state_time_s(self) -> Float[np.ndarray, "k"]: ...
    @property
    def last_seen_s(self) -> Float[np.ndarray, "k"]: ...


class Watch:
    """Says what happens in one feed: the same pictures give the same events, to the last digit."""

    def __init__(
        self,
        stations: Sequence[Station],
        mode: Mode,
        options: WatchOptions | None = None,
        notices: Iterable[KnownNotice] = (),
    ) -> None:
        """A watch that has seen nothing.

        Args:
            stations: of the feed's tracker.
            mode: of the centre.
            options: left out, the usual ones.
            notices: known already.
        """
        self.stations = tuple(stations)
        self.mode = mode
        self.options = options or USUAL
        self._notices = {each.key: each for each in notices}

    def put_notice(self, notice: KnownNotice) -> None:
        """Takes in a notice; a newer one of the same party and reference replaces the older."""
        self._notices[notice.key] = notice

    def fed(self, count: int, arrived: Instant) -> None:
        """Remembers when detections arrived that the tracker is given: all that it is given."""

    def look(self, picture: Seen, tracker: Tracker, at: Instant) -> tuple[Event, ...]:
        """What has happened since the last look, in order of objects.

        Args:
            picture: of the feed, now.
            tracker: that made it.
            at: now.
        """
        return ()

    def classes(self, ids: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        """What objects are taken for: numbers of `CLASS_NAMES`."""
        return np.full(len(ids), UNKNOWN)
