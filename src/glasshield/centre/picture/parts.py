"""What a feed asks of warning and of the joining of others' tracks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from jaxtyping import Bool, Int

from glasshield.centre.picture.snapshot import Reports, Snapshot
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.station import Station


class Watcher(Protocol):
    """Looks at one feed and says what happened. It sees that feed alone, and no clock."""

    def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> Sequence[Event]:
        """What happened since the look before; objects by their numbers in the snapshot.

        Args:
            snapshot: the feed at this tick; its classes are those of the look before.
            tracker: of the feed, for the histories of its tracks.
            at: the tick.
        """
        ...

    def classes(self, number: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        """What objects are taken for since the last look, by index in `CLASS_NAMES`."""
        ...

    def put_notice(self, notice: Any) -> None:
        """Takes in a notice that has come, or another version of one."""
        ...


class Joiner(Protocol):
    """Joins tracks that others report to those of one feed."""

    def take(self, owner: str, reports: Reports, rows: Bool[np.ndarray, "n"], at: Instant) -> None:
        """Takes in those rows of a batch that the feed admits."""
        ...

    def joined(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with what is reported; the same where nothing was."""
        ...

    def let_go(self, owner: str, reports: int) -> None:
        """Forgets all that was reported; of an owner so many more were about to be taken."""
        ...

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many states of each party could not be used."""
        ...


@dataclass(frozen=True, slots=True)
class Parts:
    """What is made anew for every feed.

    Attributes:
        watcher: for a feed of these stations, called party/sensor, of this mode.
        joiner: the same.
        region: the name of the region in which a place lies, empty where there is none; by
            geodetic latitude and longitude (rad).
    """

    watcher: Callable[[tuple[Station, ...], Mode], Watcher]
    joiner: Callable[[tuple[Station, ...], Mode], Joiner]
    region: Callable[[float, float], str]
