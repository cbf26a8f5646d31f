"""What each room is shown at one moment, and who is told when that is another one.

Whoever makes a new moment puts it in the place of the last one and waits for nobody. A reader that
is slow misses moments, and no records: those are counted, and each reader knows which it has.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from glasshield.centre.people.readers import Reader
from glasshield.centre.subscriptions import Published
from glasshield.centre.warning.notices import KnownNotice
from glasshield.exchange.release.rules import RuleSet
from glasshield.exercise.api import wire


@dataclass(frozen=True, slots=True)
class Now:
    """What a room is shown at one moment.

    Attributes:
        room: which it is, of which run.
        published: its pictures and events.
        clock: of the exercise.
        desk: what lies on its desk.
        objects: what those that it was told of are in its own pictures.
        records: of the run, which grow; those behind `count` are of later moments.
        count: how many of them there were.
        reader: as whom the room reads its pictures.
        rules: that are in force.
        notices: that were given to all.
    """

    room: wire.Room
    published: Published
    clock: wire.Clock
    desk: wire.Desk
    objects: wire.Objects
    records: Sequence[wire.RecordBody]
    count: int
    reader: Reader
    rules: RuleSet
    notices: tuple[KnownNotice, ...] = ()


class Place:
    """One room, as those who look into it find it."""

    __slots__ = ("_lock", "_now", "_wakes")

    def __init__(self, now: Now) -> None:
        """A room into which nobody looks.

        Args:
            now: what it is shown at first.
        """
        self._now = now
        self._wakes: dict[int, Callable[[], None]] = {}
        self._lock = threading.Lock()

    @property
    def now(self) -> Now:
        """What the room is shown."""
        return self._now

    @property
    def readers(self) -> int:
        """How many look into it."""
        return len(self._wakes)

    def put(self, now: Now) -> None:
        """Show the room another moment; waits for nobody."""
        self._now = now
        with self._lock:
            wakes = tuple(self._wakes.values())
        for wake in wakes:
            wake()

    def listen(self, wake: Callable[[], None]) -> Callable[[], None]:
        """Tell somebody of each new moment; what this gives ends it.

        Args:
            wake: called from another thread; it must not wait.
        """
        with self._lock:
            self._wakes[id(wake)] = wake

        def end() -> None:
            with self._lock:
                self._wakes.pop(id(wake), None)

        return end
