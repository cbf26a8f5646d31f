"""Scenarios watched as a centre would: detections as they arrive, a look at every tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool

from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.warning.notices import KnownNotice
from glasshield.centre.warning.options import WatchOptions
from glasshield.centre.warning.watch import Watch
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.online import OnlineOptions
from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

TICK_S = 0.05


def snapshot_of(
    tracker: Tracker, stations: Sequence[Station], at: Instant, arrived: Arrivals
) -> Snapshot:
    """What a picture of a feed hands to its watch."""
    picture = tracker.picture()
    order = np.flatnonzero(picture.confirmed)
    order = order[np.argsort(picture.id[order], kind="stable")]
    return Snapshot(
        mode=Mode.EXERCISE,
        simulated=picture.simulated,
        at=at,
        epoch=picture.epoch,
        time_s=at.since_s(picture.epoch),
        number=picture.id[order].astype(np.int64),
        state_time_s=picture.state_time_s[order],
        state_ecef=picture.state_ecef[order],
        packed_covariance=picture.packed_covariance[order],
        phase_probability=picture.phase_probability[order],
        class_index=np.full(len(order), 5),
        first_seen_s=picture.first_seen_s[order],
        first_arrived_s=arrived.of(picture.first_seen_s[order]),
        last_seen_s=picture.last_seen_s[order],
        detections=picture.detections[order],
        looks_missed=picture.looks_missed[order],
        sensors=tuple((station.party, station.id) for station in stations),
        seen_by_s=picture.seen_by_s[order],
    )


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When each detection arrived, by when it was measured."""

    measured_s: np.ndarray
    arrived_s: np.ndarray

    @classmethod
    def of_all(cls, detections: Detections) -> Arrivals:
        """Those of a whole scenario."""
        order = np.argsort(detections.time_s, kind="stable")
        return cls(detections.time_s[order], detections.arrival_s[order])

    def of(self, measured_s: np.ndarray) -> np.ndarray:
        """The arrivals of the detections measured then, nearest in time."""
        if not len(self.measured_s):
            return np.full(len(measured_s), np.nan)
        after = np.clip(np.searchsorted(self.measured_s, measured_s), 1, len(self.measured_s) - 1)
        nearer = np.abs(self.measured_s[after - 1] - measured_s) < np.abs(
            self.measured_s[after] - measured_s
        )
        return self.arrived_s[after - nearer.astype(int)]


@dataclass(frozen=True, slots=True)
class Setup:
    """How a scenario is watched.

    Attributes:
        lag_s: by how much data may be late.
        online: how biases are learned; None for not at all.
        tick_s: between two looks.
        watch: options of the watch.
        notices: known before anything is seen.
        until_s: when it ends, after the epoch.
    """

    lag_s: float = 2.0
    online: OnlineOptions | None = None
    tick_s: float = TICK_S
    watch: WatchOptions | None = None
    notices: tuple[KnownNotice, ...] = ()
    until_s: float = np.inf


def ticks(detections: Detections, setup: Setup) -> Iterator[tuple[Snapshot, Tracker, Instant]]:
    """The snapshot of each tick at which anything had arrived, and of each full second."""
    arrived = detections.by_arrival()
    tracker = Tracker(
        arrived.stations, arrived.epoch, Options(lag_s=setup.lag_s), online=setup.online
    )
    arrivals = Arrivals.of_all(arrived)
    end_s = min(float(arrived.arrival_s[-1]) + 120.0, setup.until_s)
    edges = np.searchsorted(arrived.arrival_s, setup.tick_s * np.arange(int(end_s / setup.tick_s)))
    whole = round(1.0 / setup.tick_s)
    for tick in range(1, len(edges)):
        first, last = int(edges[tick - 1]), int(edges[tick])
        if last > first:
            tracker.feed(arrived.take(slice(first, last)))
        if last > first or tick % max(whole, 1) == 0:
            at = arrived.epoch.plus_s(tick * setup.tick_s)
            yield snapshot_of(tracker, arrived.stations, at, arrivals), tracker, at


def watched(detections: Detections, setup: Setup | None = None) -> list[Event]:
    """All events of a scenario."""
    chosen = setup or Setup()
    watch = Watch(detections.stations, Mode.EXERCISE, chosen.watch, chosen.notices)
    events: list[Event] = []
    for snapshot, tracker, at in ticks(detections, chosen):
        events += watch.look(snapshot, tracker, at)
    return events


def without_stations(detections: Detections, kept: Bool[np.ndarray, "s"]) -> Detections:
    """The detections of some of the stations; the others stay, and see nothing."""
    return replace(detections.take(kept[detections.station_index]))
