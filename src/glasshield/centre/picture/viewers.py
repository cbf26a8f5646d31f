"""A viewer: all its pictures, its events and its detections, with numbers of its own."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool

from glasshield.centre.picture.faults import FAULTS, Course, Part
from glasshield.centre.picture.feeds import Running
from glasshield.centre.picture.following import Around
from glasshield.centre.picture.numbering import Numbering
from glasshield.centre.picture.parcels import Came, Parcel, Registered
from glasshield.centre.picture.planning import Plan, Planned
from glasshield.centre.picture.releasing import shown
from glasshield.centre.picture.shown import Shown, ShownDetections, ShownEvent
from glasshield.centre.picture.ticks import instant_at, is_whole_second, ticks_in
from glasshield.centre.picture.views import Pane, Picture
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.terms import Mode, Terms
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

# A chunk takes some time of its own, which counts as so many detections.
_LEAST_CHUNK: Final = 40
# What happened in each feed that was looked at.
Happened = Mapping[Running, Sequence[Event]]
# Which detections are released, and under which terms.
Chosen = tuple[Feed, Terms]


@dataclass(frozen=True, slots=True)
class _Part:
    """What of one parcel was released, under the stations that were in force."""

    parcel: Parcel
    mask: Bool[np.ndarray, "n"]
    stations: Mapping[str, Station]


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Detections that were released at one tick: worked out when somebody asks."""

    number: int
    tick: int
    layer: Chosen
    parts: tuple[_Part, ...]
    count: int


class Viewer:
    """What one viewer has been given, and what it is given next.

    Where that fails, the viewer's pictures begin anew under other numbers; nobody else's do.

    Attributes:
        name: of the viewer.
        course: when it failed.
    """

    def __init__(self, name: str, mode: Mode, around: Around) -> None:
        """Nothing seen yet.

        Args:
            name: of the viewer.
            mode: of the centre.
            around: how pictures are made, and of what.
        """
        self.name = name
        self.course = Course()
        # Where pictures cannot be shown: whether anybody asks for them stands in no log.
        self._showing = Course()
        self._mode = mode
        self._around = around
        self._options = options = around.options
        self._tick = 0
        self._planned: tuple[Planned, ...] = ()
        self._panes: dict[Feed, Pane] = {}
        self._pictures = 0
        self._events: deque[ShownEvent] = deque(maxlen=options.most_events)
        self._all: tuple[ShownEvent, ...] | None = None
        self._told = 0
        self._layers: tuple[Chosen, ...] = ()
        self._new: tuple[Chosen, ...] = ()
        self._since: dict[Chosen, int] = {}
        self._chunks: deque[_Chunk] = deque()
        self._chunked = 0

    def put_plan(
        self,
        plan: Plan,
        running: Callable[[Feed, Pane | None], Running],
        since: Callable[[Feed], int],
    ) -> None:
        """Takes up another plan; what stays is not touched.

        Args:
            plan: what the viewer is given from now on.
            running: the feed that runs: that of a pane, if it may go on, or a new one.
            since: what came up to this tick is not part of a feed that is new.
        """
        self._planned = plan.feeds
        panes = {}
        for planned in plan.feeds:
            before = self._panes.get(planned.feed)
            feed = running(planned.feed, before)
            if before is None or before.running is not feed:
                before = self._pane(feed)
            self._put_terms(before, planned)
            panes[planned.feed] = before
        self._panes = panes
        layers = tuple((layer.feed, layer.terms) for layer in plan.detections)
        self._new = tuple(layer for layer in layers if layer not in self._since)
        self._since = {layer: self._since.get(layer, since(layer[0])) for layer in layers}
        self._layers = layers
        self._chunks = deque(each for each in self._chunks if each.layer in self._since)

    def _pane(self, running: Running) -> Pane:
        return Pane(self.name, running, self._options, self._around.parts.region)

    def _put_terms(self, pane: Pane, planned: Planned) -> None:
        """Numbers the pictures of a pane; a feed of which only events are released has one, too."""
        there = {picture.terms: picture for picture in pane.pictures}
        terms = planned.tracks or planned.events[:1]
        pictures = []
        for one in terms:
            if one not in there:
                self._pictures += 1
                there[one] = Picture(
                    self._pictures, one, self._options, has_tracks=bool(planned.tracks)
                )
            pictures.append(there[one])
        pane.put_terms(pictures, planned.events)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """One for each feed, that of its own data alone first."""
        return tuple(self._panes.values())

    def run(self, tick: int, happened: Happened, kept: Came, registered: Registered) -> None:
        """Gives what a tick brings.

        Args:
            tick: now.
            happened: in the feeds that were looked at.
            kept: the parcels of a tick.
            registered: all stations.
        """
        self._tick = tick
        if self.course.is_resting(tick):
            self._look_at_nothing(tick)
            return

        def step() -> None:
            self.look(tick, happened)
            self.release(tick, kept, registered)
            if is_whole_second(tick):
                self.forget(tick)

        self._try(tick, step)

    def run_again(self, tick: int, happened: Happened, now: int) -> None:
        """Gives what feeds made anew bring at a tick that is over."""
        self._try(now, lambda: self.look_again(tick, happened, now))

    def catch_up(self, tick: int, kept: Came, registered: Registered) -> None:
        """Gives the detections that should have been given before, under layers that are new."""
        self._try(tick, lambda: self.release_again(tick, kept, registered))

    def _try(self, tick: int, step: Callable[[], None]) -> None:
        """The boundary at which the fault of one viewer ends."""
        if self.course.is_resting(tick):
            return
        try:
            step()
        except FAULTS as error:
            self._around.faults.note(Part.VIEWER, self.name, tick, error)
            self._begin_anew(tick)

    def _begin_anew(self, tick: int) -> None:
        self.course.fail(tick)
        before, self._panes = self._panes, {}
        for planned in self._planned:
            self._panes[planned.feed] = self._pane(before[planned.feed].running)
            self._put_terms(self._panes[planned.feed], planned)
            for picture in self._panes[planned.feed].pictures:
                picture.failed_at = self.course.failed_at
        until = tick if self.course.until is None else self.course.until
        self._since = {layer: until - ticks_in(layer[0].delay_s) for layer in self._layers}
        self._new = ()
        self._look_at_nothing(tick)

    def let_go(self) -> None:
        """Has no pictures until there is a plan again; numbers go on."""
        self._planned, self._panes = (), {}
        self._layers, self._new, self._since = (), (), {}

    def _look_at_nothing(self, tick: int) -> None:
        for pane in self.panes:
            for picture in pane.pictures:
                if picture.has_tracks and picture.is_due(tick):
                    picture.look(replace(pane.running.nothing(tick), is_down=True), tick)

    def is_faulty(self, tick: int) -> bool:
        """Whether anything of it failed not long before a tick."""
        return self.course.is_faulty(tick) or self._showing.is_faulty(tick)

    def look(self, tick: int, happened: Happened) -> None:
        """Looks at what happened in the feeds at a tick."""
        for pane in self.panes:
            for event, again in pane.look(tick, happened.get(pane.running)):
                self._tell(pane, event, tick, again=again)

    def look_again(self, tick: int, happened: Happened, now: int) -> None:
        """Looks at what happened in feeds made anew, at a tick that is over."""
        for pane in self.panes:
            if pane.running in happened:
                for event, _ in pane.look(tick, happened[pane.running], again=True):
                    self._tell(pane, event, now, again=True)

    def _tell(self, pane: Pane, event: Event, tick: int, *, again: bool) -> None:
        self._told += 1
        self._all = None
        self._events.append(
            ShownEvent(
                number=self._told,
                picture=pane.pictures[0].number,
                event=event,
                at=instant_at(tick),
                again=again,
                mode=self._mode,
                simulated=pane.running.snapshot.simulated,
            )
        )

    def release(self, tick: int, kept: Came, registered: Registered) -> None:
        """Releases the detections of which the time has come."""
        for layer in self._layers:
            came = tick - ticks_in(layer[0].delay_s)
            if came > self._since[layer]:
                self._release(layer, came, tick, kept, registered)

    def release_again(self, tick: int, kept: Came, registered: Registered) -> None:
        """Releases what should have been before, under layers that are new."""
        for layer in self._new:
            for came in range(self._since[layer] + 1, tick - ticks_in(layer[0].delay_s)):
                self._release(layer, came, tick, kept, registered)
        self._new = ()

    def _release(
        self, layer: Chosen, came: int, tick: int, kept: Came, registered: Registered
    ) -> None:
        """Releases what came up to one tick."""
        feed, _ = layer
        admitted = [(parcel, parcel.admitted(feed, registered)) for parcel in kept(came)]
        parts = tuple(_part(parcel, feed, registered) for parcel, count in admitted if count)
        if parts:
            self._chunked += 1
            count = sum(count for _, count in admitted)
            self._chunks.append(_Chunk(self._chunked, tick, layer, parts, count))

    def detections(self, after: int, registered: Registered) -> tuple[ShownDetections, ...]:
        """Released detections, those after some number, as many as one answer holds."""
        chunks: list[_Chunk] = []
        left = self._options.most_answered
        for chunk in self._chunks:
            if chunk.number > after and (left >= chunk.count or not chunks):
                left -= max(chunk.count, _LEAST_CHUNK)
                chunks.append(chunk)
            elif chunks:
                break
        return tuple(
            ShownDetections(chunk.number, chunk.layer[1], self._mode, instant_at(chunk.tick), found)
            for chunk in chunks
            if (found := _released(chunk, registered)) is not None
        )

    def pictures(self) -> tuple[Shown, ...]:
        """All pictures as they were last released; empty ones where that cannot be worked out."""
        every = [(pane, each) for pane in self.panes for each in pane.pictures if each.has_tracks]
        if not self._showing.is_resting(self._tick):
            try:
                made = [each.shown(self.name, pane.numbering) for pane, each in every]
            except FAULTS as error:
                self._around.faults.note(Part.VIEWER, self.name, self._tick, error)
                self._showing.fail(self._tick)
            else:
                return tuple(each for each in made if each is not None)
        return tuple(self._nothing(pane, picture) for pane, picture in every)

    def counts(self) -> tuple[tuple[int, int], ...]:
        """How many objects each picture has had by now, with its number."""
        return tuple(
            (picture.number, pane.numbering.given)
            for pane in self.panes
            for picture in pane.pictures
            if picture.has_tracks
        )

    def _nothing(self, pane: Pane, picture: Picture) -> Shown:
        """A picture that cannot be shown: without objects, and it says so."""
        seen = replace(
            pane.running.nothing(self._tick), failed_at=self._showing.failed_at, is_down=True
        )
        return shown(seen, self._tick, picture.terms, Numbering(), self.name, picture.number)

    def events(self, after: int) -> tuple[ShownEvent, ...]:
        """Events that were told, those after some number; the same object while nothing is new."""
        if self._all is None:
            self._all = tuple(self._events)
        known = after - self._all[0].number + 1 if self._all else 0
        return self._all[known:] if known > 0 else self._all

    def history(self, number: int, object_number: int | None) -> Tracks | None:
        """The released rows of one object, or of all, of a picture; None where there is none."""
        for pane in self.panes:
            for picture in pane.pictures:
                if picture.number == number and picture.has_tracks:
                    return pane.history(picture, object_number)
        return None

    def forget(self, tick: int) -> None:
        """Forgets what is too old to be asked for."""
        for pane in self.panes:
            pane.forget(tick - ticks_in(self._options.history_s))
        oldest = tick - ticks_in(self._options.keep_s)
        while self._chunks and self._chunks[0].tick <= oldest:
            self._chunks.popleft()

    def digest(self) -> bytes:
        """The SHA-256 of what the viewer knows objects and events by."""
        made = hashlib.sha256(f"{self.name} {self._told} {self._chunked}".encode())
        made.update(self.course.content())
        for pane in self.panes:
            for part in pane.content():
                made.update(part)
        return made.digest()


def _part(parcel: Parcel, feed: Feed, registered: Registered) -> _Part:
    """What of a parcel goes into a feed, of which something does."""
    stations = registered[parcel.owner]
    known = parcel.known(stations)
    mask = np.zeros(0, dtype=bool) if known is None else known.admitted(feed.sources)
    return _Part(parcel, mask, stations)


def _released(chunk: _Chunk, registered: Registered) -> Detections | None:
    """The detections of a chunk as they are released; None if their stations are gone."""
    feed, terms = chunk.layer
    parts = []
    for part in chunk.parts:
        stations = registered.get(part.parcel.owner, {})
        known = part.parcel.known(stations)
        if known is not None:
            same = stations is part.stations
            parts.append(known.detections(part.mask if same else known.admitted(feed.sources)))
    return coarsen.detections(Detections.join(parts), terms) if parts else None
