"""One look at the picture of a feed, and the events that are made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from jaxtyping import Float, Int

from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.warning.impacts import Prediction, Widening, last_station
from glasshield.centre.warning.launches import Origin
from glasshield.centre.warning.regions import region_of
from glasshield.centre.warning.sightings import Flight
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.exchange.release.coarsen import Event, PlaceKind
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind
from glasshield.fusion.tracker import Tracker
from glasshield.fusion.tracks import unpack


@dataclass(frozen=True, slots=True)
class Look:
    """A snapshot of a feed, and what its covariances leave out.

    Attributes:
        snapshot: of the feed.
        tracker: that made it.
        at: now.
        widening: what biases that nobody knows add.
    """

    snapshot: Snapshot
    tracker: Tracker
    at: Instant
    widening: Widening

    @property
    def now_s(self) -> float:
        """Now, on the scale of the snapshot's times."""
        return self.at.since_s(self.snapshot.epoch)

    def covariance(self, rows: Int[np.ndarray, "r"]) -> Float[np.ndarray, "r 6 6"]:
        """Covariances of states, wide enough for biases."""
        snapshot, own = self.snapshot, len(self.widening.up)
        seen_s = snapshot.seen_by_s[rows, :own]
        several = np.isfinite(seen_s).sum(axis=1) > 1
        age_s = snapshot.state_time_s[rows] - snapshot.first_seen_s[rows]
        added = self.widening.added(
            snapshot.state_ecef[rows], last_station(seen_s), np.where(several, age_s, np.inf)
        )
        return unpack(snapshot.packed_covariance[rows]) + added

    def contributors(self, row: int) -> tuple[tuple[str, str], ...]:
        """Party and id of the sensors that have seen an object."""
        seen = np.isfinite(self.snapshot.seen_by_s[row]).tolist()
        named = zip(self.snapshot.sensors, seen, strict=True)
        return tuple(sorted(sensor for sensor, has_seen in named if has_seen))

    def begun(self, row: int) -> Flight:
        """A flight of which nothing is known but that it is seen."""
        first_s = float(self.snapshot.first_seen_s[row])
        arrived_s = float(self.snapshot.first_arrived_s[row])
        epoch = self.snapshot.epoch
        seen = self.at if math.isnan(first_s) else epoch.plus_s(first_s)
        arrived = None if math.isnan(arrived_s) else epoch.plus_s(arrived_s)
        return Flight(int(self.snapshot.number[row]), seen, arrived)

    def note(self, flight: Flight, row: int) -> None:
        """Keeps with a flight what events need once it has gone."""
        flight.detections = int(self.snapshot.detections[row])
        flight.contributors = tuple(sorted({*self.contributors(row), *flight.others}))


def event(kind: EventKind, flight: Flight, at: Instant, class_index: int, **more: Any) -> Event:
    """What happened to a flight.

    Args:
        kind: what.
        flight: to which.
        at: when.
        class_index: what it is taken for, in `CLASS_NAMES`.
        more: other fields of the event.
    """
    return Event(
        kind,
        flight.number,
        at,
        CLASS_NAMES[class_index],
        flight.contributors,
        first_seen=flight.first_seen,
        detections=flight.detections,
        **more,
    )


def latency_s(flight: Flight, at: Instant) -> float:
    """From the arrival of the first detection until now; NaN where that is not known."""
    return math.nan if flight.first_arrived is None else at.since_s(flight.first_arrived)


def at_state(
    kind: PlaceKind, state_ecef: Float[np.ndarray, "6"], covariance: Float[np.ndarray, "6 6"]
) -> dict[str, Any]:
    """The place under a state as fields of an event."""
    lat, lon, _ = (float(each) for each in ecef_to_geodetic(state_ecef[:3]))
    axes = east_north_up(lat, lon)[:2]
    ground = axes @ covariance[:3, :3] @ axes.T
    return {
        "place": kind,
        "lat_rad": lat,
        "lon_rad": lon,
        "covariance_m2": _pairs(ground),
        "region": region_of(lat, lon),
    }


def at_place(kind: PlaceKind, place: Origin | Prediction) -> dict[str, Any]:
    """Where a flight began or will end as fields of an event."""
    return {
        "place": kind,
        "lat_rad": place.lat_rad,
        "lon_rad": place.lon_rad,
        "covariance_m2": _pairs(place.covariance_m2),
        "radii": place.radii,
        "region": region_of(place.lat_rad, place.lon_rad),
        "expected": place.time,
        "expected_sigma_s": place.sigma_s,
    }


def _pairs(
    covariance_m2: Float[np.ndarray, "2 2"],
) -> tuple[tuple[float, float], tuple[float, float]]:
    (ee, en), (ne, nn) = covariance_m2.tolist()
    return ((ee, en), (ne, nn))
