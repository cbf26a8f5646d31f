"""One look at the picture of a feed, and the events that are made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any, Final

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

# Events are told to some centimetres, square metres and milliseconds: another processor that rounds
# the last digit of a product otherwise tells the same.
_PLACE_DIGITS: Final = 8
_DIGITS: Final = 4
_US: Final = 1_000


@dataclass(frozen=True, slots=True)
class Look:
    """A snapshot of a feed, and what its covariances leave out.

    Attributes:
        snapshot: of the feed.
        tracker: that made it.
        at: now.
        widening: what biases that nobody knows add.
        places: under objects: latitude and longitude (rad), and the covariance of east and north.
    """

    snapshot: Snapshot
    tracker: Tracker
    at: Instant
    widening: Widening
    places: dict[int, tuple[float, float, Float[np.ndarray, "2 2"]]] = field(default_factory=dict)

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

    def look_under(self, rows: Int[np.ndarray, "r"]) -> None:
        """Works out the places under objects of which something may be told, all at once."""
        lat, lon, _ = ecef_to_geodetic(self.snapshot.state_ecef[rows, :3])
        axes = east_north_up(lat, lon)[:, :2]
        own = unpack(self.snapshot.packed_covariance[rows])[:, :3, :3]
        spread = axes @ own @ np.swapaxes(axes, 1, 2)
        found = zip(lat.tolist(), lon.tolist(), spread, strict=True)
        self.places.update(zip(rows.tolist(), found, strict=True))

    def under(self, kind: PlaceKind, row: int) -> dict[str, Any]:
        """The place under an object, as it is now, as fields of an event."""
        if row not in self.places:
            self.look_under(np.array([row]))
        return _at(kind, *self.places[row])

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
    return _at(kind, lat, lon, axes @ covariance[:3, :3] @ axes.T)


def at_place(kind: PlaceKind, place: Origin | Prediction) -> dict[str, Any]:
    """Where a flight began or will end as fields of an event."""
    when = Instant(round(place.time.posix_us / _US) * _US)
    return _at(kind, place.lat_rad, place.lon_rad, place.covariance_m2) | {
        "radii": tuple(round(each, _DIGITS) for each in place.radii),
        "expected": when,
        "expected_sigma_s": round(place.sigma_s, _DIGITS),
    }


def _at(
    kind: PlaceKind, lat_rad: float, lon_rad: float, covariance_m2: Float[np.ndarray, "2 2"]
) -> dict[str, Any]:
    (ee, en), (ne, nn) = np.round(covariance_m2).tolist()
    lat, lon = round(lat_rad, _PLACE_DIGITS), round(lon_rad, _PLACE_DIGITS)
    return {
        "place": kind,
        "lat_rad": lat,
        "lon_rad": lon,
        "covariance_m2": ((ee, en), (ne, nn)),
        "region": region_of(lat, lon),
    }
