"""What a feed follows: a tracker, what watches it, what others report; of admitted data alone."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.picture.faults import FAULTS, Faults
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.parcels import (
    AZIMUTH,
    ELEVATION,
    RANGE,
    RATE,
    TIME,
    Came,
    Known,
    Parcel,
    Registered,
)
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.releasing import picked
from glasshield.centre.picture.snapshot import FIRST_REMOTE, UNKNOWN_CLASS, Snapshot
from glasshield.centre.picture.ticks import instant_at, tick_of, ticks_in
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import PACKED, Tracks
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

_LOG: Final = logging.getLogger(__name__)

_NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Around:
    """What all feeds of an engine have in common.

    Attributes:
        options: how pictures are made.
        parts: what feeds are made of beside the tracker.
        notices: those in force now.
        faults: where feeds and viewers say that they failed.
    """

    options: EngineOptions
    parts: Parts
    notices: Callable[[], Iterable[Any]]
    faults: Faults


@dataclass(frozen=True, slots=True)
class Span:
    """When a feed began.

    Attributes:
        since: parcels up to this tick were never part of it.
        delay: by how many ticks it is behind.
        epoch: where its times count from.
    """

    since: int
    delay: int
    epoch: Instant


def sensors_of(stations: tuple[Station, ...]) -> tuple[tuple[str, str], ...]:
    """Party and id of stations called party/id."""
    return tuple((each.party, each.id.partition("/")[2]) for each in stations)


def nothing(mode: Mode, epoch: Instant, stations: tuple[Station, ...], at: Instant) -> Snapshot:
    """A snapshot without objects."""
    none = np.empty(0)
    whole = np.empty(0, dtype=np.int64)
    sensors = sensors_of(stations)
    return Snapshot(
        mode=mode,
        simulated=False,
        at=at,
        epoch=epoch,
        time_s=at.since_s(epoch),
        number=whole,
        state_time_s=none,
        state_ecef=np.empty((0, 6)),
        packed_covariance=np.empty((0, PACKED)),
        phase_probability=np.empty((0, 3)),
        class_index=whole,
        first_seen_s=none,
        first_arrived_s=none,
        last_seen_s=none,
        detections=whole,
        looks_missed=whole,
        sensors=sensors,
        seen_by_s=np.empty((0, len(sensors))),
    )


@dataclass(slots=True)
class _Rows:
    """What goes into a tracker at once."""

    measured: list[Float[np.ndarray, "5 n"]]
    station: list[Int[np.ndarray, "n"]]
    sigmas: list[Float[np.ndarray, "n 4"]]
    simulated: bool = False

    def __len__(self) -> int:
        return sum(len(part) for part in self.station)


class Following:
    """One feed while detections come, until something of it fails.

    Attributes:
        tracker: of the feed.
        snapshot: of the last look.
    """

    __slots__ = (
        "_delay",
        "_epoch",
        "_feed",
        "_first_arrived",
        "_has_reports",
        "_joiner",
        "_numbers",
        "_options",
        "_owners",
        "_places",
        "_sensors",
        "_simulated",
        "_since",
        "_stations",
        "_watcher",
        "snapshot",
        "tracker",
    )

    def __init__(
        self, feed: Feed, span: Span, stations: tuple[Station, ...], around: Around
    ) -> None:
        """A feed that has seen nothing.

        Args:
            feed: what it admits.
            span: when it began.
            stations: of which anything could go into it, called party/id.
            around: how pictures are made, and of what.
        """
        options = around.options
        self._feed, self._delay, self._since, self._epoch = feed, span.delay, span.since, span.epoch
        self._options, self._stations = options, stations
        self._owners = frozenset(source.owner for source in feed.sources)
        self._sensors = sensors_of(stations)
        self._places: dict[str, tuple[Mapping[str, Station], Int[np.ndarray, "s"]]] = {}
        self._simulated = False
        self._has_reports = False
        self._numbers = np.empty(0, dtype=np.int64)
        self._first_arrived = np.empty(0)
        self._watcher = around.parts.watcher(stations, feed.mode)
        self._joiner = around.parts.joiner(stations, feed.mode)
        self.tracker = Tracker(
            stations,
            span.epoch,
            Options(
                lag_s=options.lag_s,
                history_s=options.history_s,
                history_every_s=options.history_every_s,
            ),
            options.registration,
        )
        for notice in around.notices():
            self._watcher.put_notice(notice)
        self.snapshot = nothing(feed.mode, span.epoch, stations, instant_at(span.since))

    def take(self, parcels: Iterable[Parcel], registered: Registered) -> bool:
        """Whether anything of these parcels went in.

        Args:
            parcels: of the parties by name, tick by tick.
            registered: all stations.
        """
        rows = _Rows([], [], [])
        came = False
        for parcel in parcels:
            if parcel.owner not in self._owners or parcel.mode is not self._feed.mode:
                continue
            its = registered.get(parcel.owner, {})
            known = parcel.known(its)
            if known is not None:
                self._add(rows, known, self._place(parcel.owner, its))
            came |= self._take_reports(parcel)
        if len(rows):
            self.tracker.feed(self._detections(rows))
            self._simulated |= rows.simulated
        return came or len(rows) > 0

    def _add(self, rows: _Rows, known: Known, place: Int[np.ndarray, "s"]) -> None:
        mask = known.admitted(self._feed.sources)
        count = int(np.count_nonzero(mask))
        if not count:
            return
        every = count == len(mask)
        measured = known.measured.copy() if every else known.measured[:, mask]
        measured[TIME] += known.sent.epoch.since_s(self._epoch)
        station = place[known.station]
        sigmas = known.sigmas()
        rows.measured.append(measured)
        rows.station.append(station if every else station[mask])
        rows.sigmas.append(sigmas if every else sigmas[mask])
        rows.simulated |= known.simulated(mask)

    def _place(self, owner: str, stations: Mapping[str, Station]) -> Int[np.ndarray, "s"]:
        """The places of a party's stations among those of the tracker."""
        before = self._places.get(owner)
        if before is not None and before[0] is stations:
            return before[1]
        place = {sensor: k for k, sensor in enumerate(self._sensors)}
        found = np.array([place.get((owner, name), _NOBODY) for name in stations], dtype=np.int32)
        self._places[owner] = (stations, found)
        return found

    def _detections(self, rows: _Rows) -> Detections:
        measured = np.concatenate(rows.measured, axis=1)
        count = measured.shape[1]
        return Detections(
            epoch=self._epoch,
            stations=self._stations,
            time_s=measured[TIME],
            station_index=np.concatenate(rows.station),
            range_m=measured[RANGE],
            azimuth_rad=measured[AZIMUTH],
            elevation_rad=measured[ELEVATION],
            range_rate_m_s=measured[RATE],
            sigmas=np.concatenate(rows.sigmas),
            truth=np.full(count, UNKNOWN, dtype=np.int32),
            snr_db=np.full(count, np.nan),
            arrival_s=measured[TIME],
            simulated=rows.simulated,
        )

    def _take_reports(self, parcel: Parcel) -> bool:
        came = False
        for number, (at, reports) in enumerate(parcel.reports):
            mask = parcel.reported(number, self._feed.sources)
            if mask.any():
                try:
                    self._joiner.take(parcel.owner, reports, mask, at)
                except FAULTS as error:
                    self._let_go(error, parcel.owner, int(np.count_nonzero(mask)))
                self._simulated |= reports.simulated
                came = self._has_reports = True
        return came

    def _let_go(self, error: Exception, owner: str = "", reports: int = 0) -> None:
        """Goes on without what others reported so far: it costs nobody but those who did."""
        _LOG.warning("tracks of others cannot be joined and are let go: %s", error)
        self._joiner.let_go(owner, reports)
        self._has_reports = False

    def look(self, tick: int, kept: Came, registered: Registered) -> Sequence[Event]:
        """What has happened since the look before; the snapshot is of this one.

        Args:
            tick: now.
            kept: the parcels of a tick, to see when something arrived.
            registered: all stations.
        """
        own = self._seen(tick, kept, registered)
        try:
            return self._watched(self._joiner.joined(own))
        except FAULTS as error:
            if not self._has_reports:
                raise  # nobody else has a part in it
            self._let_go(error)
            return self._watched(own)

    def _watched(self, snapshot: Snapshot) -> Sequence[Event]:
        events = self._watcher.look(snapshot, self.tracker, snapshot.at)
        self.snapshot = replace(snapshot, class_index=self._watcher.classes(snapshot.number))
        return events

    def _seen(self, tick: int, kept: Came, registered: Registered) -> Snapshot:
        """What the tracker has, and when it first came."""
        picture = self.tracker.picture()
        at = instant_at(tick - self._delay)
        time_s = at.since_s(self._epoch)
        shown = picture.confirmed & (picture.last_seen_s >= time_s - self._options.silent_s)
        rows = np.flatnonzero(shown)
        rows = rows[np.argsort(picture.id[rows], kind="stable")]
        number = picture.id[rows].astype(np.int64)
        first_seen = picture.first_seen_s[rows]
        return Snapshot(
            mode=self._feed.mode,
            simulated=self._simulated,
            at=at,
            epoch=self._epoch,
            time_s=time_s,
            number=number,
            state_time_s=picture.state_time_s[rows],
            state_ecef=picture.state_ecef[rows],
            packed_covariance=picture.packed_covariance[rows],
            phase_probability=picture.phase_probability[rows],
            class_index=np.full(len(rows), UNKNOWN_CLASS),
            first_seen_s=first_seen,
            first_arrived_s=self._arrived(number, first_seen, tick, kept, registered),
            last_seen_s=picture.last_seen_s[rows],
            detections=picture.detections[rows],
            looks_missed=picture.looks_missed[rows],
            sensors=self._sensors,
            seen_by_s=picture.seen_by_s[rows],
        )

    def _arrived(
        self,
        number: Int[np.ndarray, "k"],
        first_seen_s: Float[np.ndarray, "k"],
        tick: int,
        kept: Came,
        registered: Registered,
    ) -> Float[np.ndarray, "k"]:
        """When the first detection of each object came; looked up once for each."""
        if np.array_equal(number, self._numbers):
            return self._first_arrived
        place = np.searchsorted(self._numbers, number)
        there = np.append(self._numbers, _NOBODY)[np.minimum(place, len(self._numbers))] == number
        found = np.full(len(number), np.nan)
        found[there] = self._first_arrived[place[there]]
        wanted = np.unique(first_seen_s[~there])
        if len(wanted):
            came = self._came(wanted, tick - self._delay, kept, registered)
            found[~there] = came[np.searchsorted(wanted, first_seen_s[~there])]
        self._numbers, self._first_arrived = number, found
        return found

    def _came(
        self,
        time_s: Float[np.ndarray, "w"],
        last: int,
        kept: Came,
        registered: Registered,
    ) -> Float[np.ndarray, "w"]:
        """When detections of these times came, by their times alone; NaN where none is kept."""
        came = np.full(len(time_s), np.inf)
        begin = tick_of(self._epoch.plus_s(float(time_s[0]) - self._options.ahead_s))
        # How much longer anything is kept, for the delays of others, is nobody else's business.
        oldest = last - ticks_in(self._options.keep_s)
        for tick in range(max(begin, self._since + 1, oldest + 1), last + 1):
            for parcel in kept(tick):
                if parcel.owner in self._owners and parcel.sent is not None:
                    self._mark(came, time_s, parcel, registered)
        return np.where(np.isfinite(came), came, np.nan)

    def _mark(
        self,
        came: Float[np.ndarray, "w"],
        time_s: Float[np.ndarray, "w"],
        parcel: Parcel,
        registered: Registered,
    ) -> None:
        """Writes down the earliest arrivals that one parcel knows of."""
        if parcel.sent is None or parcel.mode is not self._feed.mode:
            return
        shift_s = parcel.sent.epoch.since_s(self._epoch)
        if not np.isin(parcel.sent.measured[TIME] + shift_s, time_s).any():
            return
        known = parcel.known(registered.get(parcel.owner, {}))
        if known is None:
            return
        rows = np.flatnonzero(known.admitted(self._feed.sources))
        measured = known.measured[TIME, rows] + shift_s
        place = np.minimum(np.searchsorted(time_s, measured), len(time_s) - 1)
        same = time_s[place] == measured
        np.minimum.at(came, place[same], known.arrived_s()[rows[same]] + shift_s)

    def history(self, inner: Int[np.ndarray, "m"]) -> Tracks:
        """The rows that the tracker keeps of some objects.

        Args:
            inner: their numbers in the tracker, growing.
        """
        followed = inner[inner < FIRST_REMOTE]
        if len(followed) < 2:
            return self.tracker.history(int(followed[0]) if len(followed) else 0)
        made = self.tracker.tracks()
        return picked(made, np.flatnonzero(np.isin(made.id, inner)))

    def put_notice(self, notice: Any) -> None:
        """Passes on a notice."""
        self._watcher.put_notice(notice)

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many states of tracks of each party could not be used."""
        return self._joiner.left_out
