"""A feed that runs: what it follows, and what becomes of it where that fails."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from jaxtyping import Int

from glasshield.centre.picture.faults import FAULTS, Course, Part
from glasshield.centre.picture.following import Around, Following, Span, nothing
from glasshield.centre.picture.parcels import Came, Parcel, Registered, renamed
from glasshield.centre.picture.releasing import as_tracks
from glasshield.centre.picture.snapshot import COLUMNS, FIRST_REMOTE, Snapshot
from glasshield.centre.picture.ticks import TICK_S, instant_at, ticks_in
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.regions import Countries, Shape
from glasshield.exchange.release.rules import Source
from glasshield.fusion.tracks import Tracks
from glasshield.sensing.station import Station

_SECOND_US: Final = 1_000_000


def view_sha256(feed: Feed) -> str:
    """The SHA-256 of what a feed admits, in hexadecimal digits: the same in every process."""
    lines = [f"{feed.mode.value} {feed.delay_s!r}", *sorted(map(_line, feed.sources))]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _line(source: Source) -> str:
    sensors = "*" if source.sensors is None else repr(sorted(source.sensors))
    region = ""
    if source.region is not None:
        region = repr((source.region.name, *map(_shape, source.region.shapes)))
    return f"{source.owner} {sensors} {region} {source.since} {source.until}"


def _shape(shape: Shape) -> str:
    return repr(sorted(shape.index)) if isinstance(shape, Countries) else repr(shape)


def stations_of(feed: Feed, registered: Registered) -> tuple[Station, ...]:
    """The stations of which anything could go into a feed, called party/id, by that name."""
    return tuple(
        renamed(stations[name])
        for owner, stations in sorted(registered.items())
        for name in sorted(stations)
        if feed.may_take(owner, name)
    )


class Running:
    """One feed while detections come.

    What it follows may fail at any data. Then it is let go, and the feed begins anew with what
    comes from then on; its objects go on in number, so that no number ever stands for another.

    Attributes:
        feed: what it admits.
        sha256: of that.
        stations: those of the tracker.
        delay: in ticks.
        since: parcels up to this tick are no part of it.
        epoch: where its times count from.
        course: when it failed.
        snapshot: of the last look.
    """

    __slots__ = (
        "_around",
        "_base",
        "_following",
        "_left_out",
        "_simulated",
        "_top",
        "course",
        "delay",
        "epoch",
        "feed",
        "sha256",
        "since",
        "snapshot",
        "stations",
    )

    def __init__(self, feed: Feed, registered: Registered, since: int, around: Around) -> None:
        """A feed that has seen nothing.

        Args:
            feed: what it admits.
            registered: all stations.
            since: parcels up to this tick will not be part of it.
            around: how pictures are made, and of what.
        """
        self.feed = feed
        self.sha256 = view_sha256(feed)
        self.stations = stations_of(feed, registered)
        self.delay = ticks_in(feed.delay_s)
        self.since = since
        self.epoch = Instant(instant_at(since).posix_us // _SECOND_US * _SECOND_US)
        self.course = Course()
        self._around = around
        self._following: Following | None = None
        self._left_out: Counter[str] = Counter()
        self._simulated = False
        # How many numbers of its own objects and of others' were used by what was let go.
        self._base = (0, 0)
        self._top = (0, 0)
        self.snapshot = self.nothing(since + self.delay)
        self._begin(since + self.delay)

    def _begin(self, tick: int) -> None:
        span = Span(self.since, self.delay, self.epoch)
        try:
            self._following = Following(self.feed, span, self.stations, self._around)
        except FAULTS as error:
            self._fail(tick, error)

    def _fail(self, tick: int, error: Exception) -> None:
        """Lets go what it follows; what came so far is no part of what it follows next."""
        self._around.faults.note(Part.FEED, self.sha256, tick, error)
        self.course.fail(tick)
        if self._following is not None:
            self._left_out.update(self._following.left_out)
        self._following = None
        self._base = self._top
        self.since = (tick if self.course.until is None else self.course.until) - self.delay
        self.snapshot = self.nothing(tick)

    def _going(self, tick: int) -> Following | None:
        """What it follows; None while it rests."""
        if self._following is None and not self.course.is_resting(tick):
            self._begin(tick)
        return self._following

    def take(self, tick: int, parcels: Iterable[Parcel], registered: Registered) -> bool:
        """Whether anything has changed by these parcels.

        Args:
            tick: now.
            parcels: of the parties by name, tick by tick.
            registered: all stations.
        """
        following = self._going(tick)
        if following is None:
            return False
        try:
            return following.take(parcels, registered)
        except FAULTS as error:
            self._fail(tick, error)
            return True

    def look(self, tick: int, kept: Came, registered: Registered) -> Sequence[Event]:
        """What has happened since the look before; the snapshot is of this one.

        Args:
            tick: now.
            kept: the parcels of a tick, to see when something arrived.
            registered: all stations.
        """
        following = self._going(tick)
        if following is None:
            self.snapshot = self.nothing(tick)
            return ()
        try:
            events = following.look(tick, kept, registered)
            self._see(following.snapshot)
            return self._numbered(events)
        except FAULTS as error:
            self._fail(tick, error)
            return ()

    def _see(self, seen: Snapshot) -> None:
        """Takes over a snapshot, its objects under numbers that were never used before."""
        self.snapshot = seen
        self._simulated |= seen.simulated
        if self.course.count:
            number = np.where(
                seen.number < FIRST_REMOTE,
                seen.number + self._base[0],
                seen.number + self._base[1],
            )
            self.snapshot = replace(
                seen,
                number=number,
                simulated=self._simulated,
                failed_at=self.course.failed_at,
            )
        number = self.snapshot.number
        own = int(np.searchsorted(number, FIRST_REMOTE))
        if own:
            self._top = (max(self._top[0], int(number[own - 1])), self._top[1])
        if own < len(number):
            self._top = (self._top[0], max(self._top[1], int(number[-1]) - FIRST_REMOTE + 1))

    def _numbered(self, events: Sequence[Event]) -> Sequence[Event]:
        if not self.course.count:
            return events
        return [
            replace(each, object=each.object + self._base[each.object >= FIRST_REMOTE])
            for each in events
        ]

    def nothing(self, tick: int) -> Snapshot:
        """A snapshot without objects.

        Args:
            tick: now.
        """
        at = instant_at(tick - self.delay)
        made = nothing(self.feed.mode, self.epoch, self.stations, at)
        if not self.course.count:
            return made
        return replace(
            made,
            simulated=self._simulated,
            failed_at=self.course.failed_at,
            is_down=self._following is None,
        )

    def history(self, inner: Int[np.ndarray, "m"]) -> Tracks:
        """The rows that the tracker keeps of some objects.

        Args:
            inner: their numbers in the snapshots, growing.
        """
        if self._following is None:
            return as_tracks(self.nothing(self.since + self.delay))
        base = self._base[0]
        made = self._following.history(inner[(inner > base) & (inner < FIRST_REMOTE)] - base)
        return replace(made, id=made.id + base) if base else made

    def content(self) -> Iterator[bytes]:
        """All of its last look, for a digest."""
        seen = self.snapshot
        yield f"{self.sha256} {self.since} {seen.at} {seen.simulated} {seen.sensors}".encode()
        yield self.course.content()
        for name in COLUMNS:
            yield np.ascontiguousarray(getattr(seen, name)).tobytes()

    def put_notice(self, notice: Any) -> None:
        """Passes on a notice that has come; what begins later is given all that are in force."""
        if self._following is not None:
            self._following.put_notice(notice)

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many states of tracks of each party could not be used."""
        if self._following is None:
            return self._left_out
        return self._left_out + Counter(self._following.left_out)

    @property
    def too_late(self) -> int:
        """How many detections came later than the lag allows, of those that it follows now."""
        return 0 if self._following is None else self._following.tracker.too_late

    @property
    def delay_s(self) -> float:
        """By how much it is behind, on the grid of ticks."""
        return self.delay * TICK_S
