"""Three centres that see the same objects, each with two of three radars, and tell the others."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.picture.snapshot import UNKNOWN_CLASS, Reports, Snapshot
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.options import Models, Options
from glasshield.fusion.tracker import Tracker
from glasshield.scenario.simulate import Simulation

COAST: Final = Options(models=Models.COAST)


class Centre:
    """A tracker on the detections of some radars, and what it says of it."""

    def __init__(self, name: str, simulation: Simulation, *stations: int) -> None:
        detections = simulation.detections
        self.name = name
        self.own = detections.take(np.isin(detections.station_index, stations))
        self.tracker = Tracker(detections.stations, detections.epoch, COAST)
        self.names = tuple(detections.stations[at].id for at in stations)
        self.stations = stations

    @property
    def epoch(self) -> Instant:
        return self.own.epoch

    def feed(self, since_s: float, until_s: float) -> None:
        """Take in what was measured in a span of time."""
        span = (self.own.time_s >= since_s) & (self.own.time_s < until_s)
        self.tracker.feed(self.own.take(span))

    def snapshot(self, time_s: float) -> Snapshot:
        """What it tracks itself, as the engine shows it."""
        picture = self.tracker.picture()
        rows = np.flatnonzero(picture.confirmed)
        rows = rows[np.argsort(picture.id[rows])]
        return Snapshot(
            mode=Mode.EXERCISE,
            simulated=True,
            at=self.epoch.plus_s(time_s),
            epoch=self.epoch,
            time_s=time_s,
            number=picture.id[rows].astype(np.int64),
            state_time_s=picture.state_time_s[rows],
            state_ecef=picture.state_ecef[rows],
            packed_covariance=picture.packed_covariance[rows],
            phase_probability=picture.phase_probability[rows],
            class_index=np.full(len(rows), UNKNOWN_CLASS),
            first_seen_s=picture.first_seen_s[rows],
            first_arrived_s=picture.first_seen_s[rows],
            last_seen_s=picture.last_seen_s[rows],
            detections=picture.detections[rows],
            looks_missed=picture.looks_missed[rows],
            sensors=tuple((self.name, name) for name in self.names),
            seen_by_s=picture.seen_by_s[rows][:, self.stations],
        )


def reports(snapshot: Snapshot, epoch: Instant, source: str = "centre") -> Reports:
    """All of a snapshot as a centre tells it to others; times from another epoch."""
    return Reports(
        epoch=epoch,
        source=source,
        track=snapshot.number,
        time_s=snapshot.state_time_s + snapshot.epoch.since_s(epoch),
        state_ecef=snapshot.state_ecef,
        packed_covariance=snapshot.packed_covariance,
        phase_probability=np.full((len(snapshot), 3), np.nan),
        sensors=tuple(name for _, name in snapshot.sensors),
        by=~np.isnan(snapshot.seen_by_s),
        simulated=snapshot.simulated,
    )


def some(snapshot: Snapshot, rows: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> Snapshot:
    """Some objects of a snapshot."""
    columns = ("number", "state_time_s", "state_ecef", "packed_covariance", "phase_probability",
               "class_index", "first_seen_s", "first_arrived_s", "last_seen_s", "detections",
               "looks_missed", "seen_by_s")  # fmt: skip
    return replace(snapshot, **{name: getattr(snapshot, name)[rows] for name in columns})


def every(reported: Reports) -> Bool[np.ndarray, "n"]:
    return np.ones(len(reported), dtype=bool)


def truth_of(simulation: Simulation, snapshot: Snapshot) -> tuple[
    Int[np.ndarray, "k"], Float[np.ndarray, "k 6"]
]:  # fmt: skip
    """The true object nearest to each of a snapshot, and the error of its state."""
    count = int(simulation.detections.truth.max()) + 1
    who, errors = [], []
    for time_s, state in zip(snapshot.state_time_s, snapshot.state_ecef, strict=True):
        true = simulation.truth.states(np.arange(count), np.full(count, time_s))
        nearest = int(np.argmin(np.linalg.norm(true[:, :3] - state[:3], axis=1)))
        who.append(nearest)
        errors.append(state - true[nearest])
    return np.array(who, dtype=np.int64), np.array(errors).reshape(-1, 6)
