"""Readers that are told of each new picture; one who reads slowly misses some, and holds up nobody.

A subscription holds one picture, the latest. Whoever puts a new one never waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.metrics import Metrics
from glasshield.centre.people.readers import Reader
from glasshield.centre.picture.shown import Shown, ShownEvent
from glasshield.earth.time import Instant

_RETRY_S: Final = 10.0
# One reader has a tenth of the places at most, or a few: others have to be warned, too.
_SHARE: Final = 10
_LEAST: Final = 8


@dataclass(frozen=True, slots=True)
class Published:
    """What a viewer sees at one tick; one object for all who read as that viewer.

    Attributes:
        viewer: who sees it.
        at: the tick, in the time of the log.
        run: which start of the centre made it: events count from 1 in each.
        pictures: one for each set of terms.
        events: of this run, oldest first, as far back as they are kept.
    """

    viewer: str
    at: Instant
    run: str
    pictures: tuple[Shown, ...]
    events: tuple[ShownEvent, ...]


class Subscription:
    """The latest picture of one reader."""

    __slots__ = ("_closed", "_end", "_latest", "_lock", "_wake", "reader", "skipped")

    def __init__(
        self, reader: Reader, wake: Callable[[], None], end: Callable[[Subscription], None]
    ) -> None:
        """A subscription to which nothing has come yet.

        Args:
            reader: whose.
            wake: called from another thread when there is something new; it must not wait.
            end: told when it closes.
        """
        self.reader = reader
        self.skipped = 0
        self._wake, self._end = wake, end
        self._latest: Published | None = None
        self._closed = ""
        self._lock = threading.Lock()

    @property
    def closed(self) -> str:
        """Why nothing more comes; empty while something does."""
        return self._closed

    def take(self) -> Published | None:
        """The latest picture, once; None where nothing new has come."""
        with self._lock:
            found, self._latest = self._latest, None
            return found

    def put(self, published: Published) -> None:
        """Give a new picture in the place of one that was not taken."""
        with self._lock:
            if self._closed:
                return
            self.skipped += self._latest is not None
            self._latest = published
        self._wake()

    def close(self, why: str = "closed by the reader") -> None:
        """Nothing more comes."""
        with self._lock:
            if self._closed:
                return
            self._closed, self._latest = why, None
        self._end(self)
        self._wake()


class Subscriptions:
    """All subscriptions of a centre."""

    __slots__ = ("_by_viewer", "_lock", "_most", "_skipped")

    def __init__(self, most: int, metrics: Metrics) -> None:
        """No subscriptions.

        Args:
            most: how many there may be.
            metrics: where they are counted.
        """
        self._most = most
        self._by_viewer: dict[str, list[Subscription]] = {}
        self._lock = threading.Lock()
        self._skipped = 0
        metrics.gauge("glasshield_clients", "Readers of live pictures.", lambda: float(len(self)))
        metrics.gauge(
            "glasshield_frames_skipped",
            "Pictures that readers who are here now were too slow for.",
            lambda: float(sum(one.skipped for one in self.all())),
        )

    def __len__(self) -> int:
        with self._lock:
            return sum(len(each) for each in self._by_viewer.values())

    def add(self, reader: Reader, wake: Callable[[], None]) -> Subscription:
        """A new subscription.

        Raises:
            RefusedError: there are too many.
        """
        made = Subscription(reader, wake, self._remove)
        with self._lock:
            own = [
                one for one in self._by_viewer.get(reader.viewer, ()) if one.reader.id == reader.id
            ]
            if len(own) >= max(self._most // _SHARE, _LEAST):
                raise _too_many("you read too many live pictures", "close some")
            if sum(len(each) for each in self._by_viewer.values()) >= self._most:
                raise _too_many("too many read live pictures", "try again later")
            self._by_viewer.setdefault(reader.viewer, []).append(made)
        return made

    def viewers(self) -> tuple[str, ...]:
        """The viewers for whom somebody waits."""
        with self._lock:
            return tuple(viewer for viewer, each in self._by_viewer.items() if each)

    def all(self) -> tuple[Subscription, ...]:
        """All that are open."""
        with self._lock:
            return tuple(one for each in self._by_viewer.values() for one in each)

    def put(self, published: Published) -> None:
        """Give a viewer's picture to all who read as that viewer."""
        with self._lock:
            told = tuple(self._by_viewer.get(published.viewer, ()))
        for one in told:
            one.put(published)

    def close(self, why: str) -> None:
        """Close all."""
        for one in self.all():
            one.close(why)

    def _remove(self, one: Subscription) -> None:
        with self._lock:
            left = [each for each in self._by_viewer[one.reader.viewer] if each is not one]
            self._by_viewer[one.reader.viewer] = left
            if not left:
                del self._by_viewer[one.reader.viewer]


def _too_many(what: str, do: str) -> RefusedError:
    return RefusedError(Code.TOO_MANY, what, do=do, retry_after_s=_RETRY_S)
