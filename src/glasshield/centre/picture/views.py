"""The pictures that a viewer has of one feed, and the events that it is told of it."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from glasshield.centre.picture.feeds import Running
from glasshield.centre.picture.numbering import Numbering
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.past import rows_shown
from glasshield.centre.picture.releasing import allowed, released_rows, shown, step_of
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.picture.ticks import ticks_in
from glasshield.earth.time import Instant
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Terms
from glasshield.fusion.tracks import Tracks

RegionOf = Callable[[float, float], str]
_CLASS: Final = {name: k for k, name in enumerate(CLASS_NAMES)}
_NOBODY: Final = -1


class Picture:
    """One picture of a viewer: a feed's tracks under one set of terms."""

    __slots__ = (
        "_every",
        "_made",
        "_past",
        "_step",
        "failed_at",
        "has_tracks",
        "number",
        "seen",
        "terms",
        "tick",
    )

    def __init__(
        self, number: int, terms: Terms, options: EngineOptions, *, has_tracks: bool = True
    ) -> None:
        """A picture that was never looked at.

        Args:
            number: of the viewer's pictures.
            terms: under which it is released.
            options: how long its past is kept.
            has_tracks: whether tracks are released in it; if not, events of its objects are.
        """
        self.number = number
        self.terms = terms
        self.has_tracks = has_tracks
        self.failed_at: Instant | None = None  # of the viewer's pictures, before this one began
        self.seen: Snapshot | None = None
        self.tick = 0
        self._step = step_of(terms)
        self._made: Shown | None = None
        # Rows of a tracker stand at the times of its detections; where times are rounded, the past
        # is what was shown.
        self._every = -(-ticks_in(options.history_every_s) // self._step) * self._step
        most = ticks_in(options.history_s) // self._every + 1
        self._past: deque[Shown] | None = deque(maxlen=most) if terms.time_s else None

    def is_due(self, tick: int) -> bool:
        """Whether this picture may be looked at."""
        return tick % self._step == 0

    def look(self, seen: Snapshot, tick: int) -> None:
        """Takes a look: what is shown from now on."""
        if self.failed_at is not None:
            failed_at = max(self.failed_at, seen.failed_at or self.failed_at)
            seen = replace(seen, failed_at=failed_at)
        self.seen, self.tick, self._made = seen, tick, None

    def shown(self, viewer: str, numbering: Numbering) -> Shown | None:
        """What is released of the last look; None before the first."""
        if self._made is None and self.seen is not None:
            self._made = shown(self.seen, self.tick, self.terms, numbering, viewer, self.number)
        return self._made

    def remember(self, viewer: str, numbering: Numbering) -> None:
        """Keeps what is shown, where the past is made of that."""
        if self._past is None or self.tick % self._every:
            return
        made = self.shown(viewer, numbering)
        if made is not None:
            self._past.append(made)

    @property
    def past(self) -> Iterable[Shown] | None:
        """What was shown, oldest first; None where the tracker's rows are the past."""
        return self._past


class Pane:
    """What a viewer has of one feed: pictures that share the numbers of objects."""

    __slots__ = ("_events", "_impacts", "_options", "_region", "_viewer", "_waiting", "numbering",
                 "pictures", "running")  # fmt: skip

    def __init__(
        self, viewer: str, running: Running, options: EngineOptions, region: RegionOf
    ) -> None:
        """Nothing seen yet.

        Args:
            viewer: who.
            running: the feed.
            options: how pictures are made.
            region: the name of the region at a place.
        """
        self.running = running
        self.numbering = Numbering()
        self.pictures: tuple[Picture, ...] = ()
        self._viewer = viewer
        self._options = options
        self._region = region
        self._events: tuple[Terms, ...] = ()
        self._waiting: list[tuple[Event, Terms, bool]] = []
        # The last impact that was told of each object of the tracker.
        self._impacts: dict[tuple[int, Terms], Event] = {}

    def put_terms(self, pictures: Sequence[Picture], events: tuple[Terms, ...]) -> None:
        """Other terms are in force for the same feed."""
        self.pictures = tuple(pictures)
        self._events = events
        self._waiting = [each for each in self._waiting if each[1] in events]

    def look(
        self, tick: int, events: Sequence[Event] | None, *, again: bool = False
    ) -> list[tuple[Event, bool]]:
        """The events that are released now; the pictures are looked at as far as they may be.

        Args:
            tick: now.
            events: what happened in the feed; None where nobody looked at it.
            again: whether kept data are gone through once more.
        """
        seen = self.running.snapshot
        if events is not None:
            self.numbering.take_for(seen.number, seen.class_index, tick)
        due = [each for each in self.pictures if each.has_tracks and each.is_due(tick)]
        due = [each for each in due if events is not None or each.terms.time_s]
        self._give_numbers(seen, due, tick)
        for picture in due:
            picture.look(seen, tick)
            picture.remember(self._viewer, self.numbering)
        for event in events or ():
            self._wait(event, again=again)
        return self._released(tick)

    def _give_numbers(self, seen: Snapshot, due: Sequence[Picture], tick: int) -> None:
        if not due:
            return
        visible = np.zeros(len(seen), dtype=bool)
        for picture in due:
            visible |= allowed(seen.class_index, picture.terms)
        self.numbering.give(seen.number[visible], seen.class_index[visible], tick)

    def _wait(self, event: Event, *, again: bool) -> None:
        """An event waits under each terms that release it and are coarser than none that do.

        It is made as coarse as they say at once: what waits for a whole second does not come all
        at once then. What is found once more is no warning, and has no latency.
        """
        latency_s = math.nan if again else event.latency_s + self.running.delay_s
        late = replace(event, latency_s=latency_s)
        told: list[Terms] = []
        for terms in self._events:
            if any(finer <= terms for finer in told):
                continue
            released = coarsen.event(late, terms)
            if released is not None:
                told.append(terms)
                self._waiting.append((self._in_region(released, terms), terms, again))

    def _in_region(self, released: Event, terms: Terms) -> Event:
        """The region of a place that was rounded is looked up where it is left."""
        if not (terms.position_m and np.isfinite(released.lat_rad)):
            return released
        return replace(released, region=self._region(released.lat_rad, released.lon_rad))

    def _released(self, tick: int) -> list[tuple[Event, bool]]:
        found = []
        waiting = []
        for each in self._waiting:
            released, terms, again = each
            if tick % step_of(terms):
                waiting.append(each)
            elif self._is_news(released, terms):
                found.append((self._numbered(released, tick), again))
        self._waiting = waiting
        return found

    def _is_news(self, released: Event, terms: Terms) -> bool:
        """Whether an impact says more than the viewer was told before."""
        if released.kind is not EventKind.IMPACT_PREDICTED:
            return True
        key = (released.object, terms)
        before = self._impacts.get(key)
        self._impacts[key] = released
        return coarsen.is_news(released, before)

    def _numbered(self, event: Event, tick: int) -> Event:
        """The released event under the viewer's number."""
        inner = np.array([event.object], dtype=np.int64)
        self.numbering.give(inner, np.array([_CLASS[event.object_class]]), tick)
        return replace(event, object=int(self.numbering.of(inner)[0]))

    def forget(self, before: int) -> None:
        """Forgets what is known of objects not seen since a tick."""
        if self.numbering.forget(before):
            known = set(self.numbering.known()[0].tolist())
            self._impacts = {k: event for k, event in self._impacts.items() if k[0] in known}

    def history(self, picture: Picture, number: int | None) -> Tracks:
        """The rows of one object, or of all, as released in a picture."""
        if picture.past is not None:
            return rows_shown(tuple(picture.past), number, self.running.epoch)
        inner, classes = self.numbering.known()
        inner = inner[allowed(classes, picture.terms)]
        if number is not None:
            wanted = self.numbering.inner_of(number)
            inner = inner[inner == (_NOBODY if wanted is None else wanted)]
        made = self.running.history(inner)
        return released_rows(made, picture.terms, self.numbering)

    def content(self) -> tuple[bytes, ...]:
        """What the viewer knows of it, for a digest."""
        return (
            self.running.sha256.encode(),
            *(f"{each.number} {each.tick}".encode() for each in self.pictures),
            *self.numbering.content(),
        )
