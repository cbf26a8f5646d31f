"""Parcels: what one party sent up to one tick, as columns that all feeds share.

A parcel keeps what was sent, whichever rules and stations are in force; what of it may be looked at
is worked out from those, and worked out anew when they change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield import kernels
from glasshield.centre.picture.snapshot import Reports, Taken
from glasshield.centre.picture.ticks import instant_at
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.exchange.release import coarsen
from glasshield.exchange.release.admission import Batch
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.rules import Source
from glasshield.exchange.release.terms import Mode
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station

TIME, RANGE, AZIMUTH, ELEVATION, RATE = range(5)
_NOBODY: Final = -1
_SECOND_US: Final = 1_000_000
# No batch is older or newer than this beside its tick; numbers of any size would end a tracker.
_MOST_S: Final = 1e9

Sources = frozenset[Source]
Registered = Mapping[str, Mapping[str, Station]]  # by party and id


def check(detections: Detections) -> None:
    """Refuses detections that no tracker should see.

    Args:
        detections: of a batch, before it is acknowledged.

    Raises:
        RangeError: a time or an angle that is not finite, a range or a deviation not above zero,
            anything infinite, or a number of a station that there is not.
    """
    index = detections.station_index
    if len(index) and not (index.min() >= 0 and index.max() < len(detections.stations)):
        raise RangeError("a detection names no station", where="station_index")
    late = np.abs(detections.time_s) > _MOST_S
    if late.any():
        raise RangeError("a detection lies too far from its epoch", where="time_s")
    wrong = kernels.impossible_detection(
        _plain(detections.time_s),
        np.ascontiguousarray(index, dtype=np.int32),
        _plain(detections.range_m),
        _plain(detections.azimuth_rad),
        _plain(detections.elevation_rad),
        _plain(detections.range_rate_m_s),
        _plain(detections.sigmas),
        np.ones((len(detections.stations), 4)),
    )
    if wrong >= 0:
        raise RangeError(
            "a detection that cannot be",
            where=f"detection {wrong}",
            expected="finite times and angles, ranges and deviations above zero",
        )


def _plain(column: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    return np.ascontiguousarray(column, dtype=float)


@dataclass(frozen=True, slots=True)
class Sent:
    """Detections of one party that reached the log within one tick, in the order of the log.

    Attributes:
        epoch: where the times count from: a whole second.
        sensors: ids, as the party calls them.
        sensor: whose each is.
        measured: time (s), range (m), azimuth, elevation (rad), range rate (m/s).
        sigmas: standard deviations as stated; None where nothing is.
        snr_db: as stated; None where nothing is.
        arrivals_s: when each batch reached the centre, after the epoch.
        batch: of which batch each is.
        simulated: of each batch, whether it is made up.
        misdated: how many were left out: dated later than they came, or long before.
    """

    epoch: Instant
    sensors: tuple[str, ...]
    sensor: Int[np.ndarray, "n"]
    measured: Float[np.ndarray, "5 n"]
    sigmas: Float[np.ndarray, "n 4"] | None
    snr_db: Float[np.ndarray, "n"] | None
    arrivals_s: Float[np.ndarray, "b"]
    batch: Int[np.ndarray, "n"]
    simulated: Bool[np.ndarray, "b"]
    misdated: int

    def __len__(self) -> int:
        return self.measured.shape[1]


def gathered(tick: int, batches: Sequence[Taken], ahead_s: float, late_s: float) -> Sent:
    """The detections of one party's batches, without what is dated wrongly.

    Args:
        tick: by which they are in the log.
        batches: with detections, in the order of the log.
        ahead_s: by how much they may be dated later than the tick.
        late_s: by how much earlier.
    """
    at = instant_at(tick)
    epoch = Instant(at.posix_us // _SECOND_US * _SECOND_US)
    sensors = {station.id: 0 for batch in batches for station in _of(batch).stations}
    number = {name: k for k, name in enumerate(sensors)}
    parts = [_one(batch, epoch, number) for batch in batches]
    measured = _joined([part[1] for part in parts], axis=1)
    old_s = at.since_s(epoch) - measured[TIME]
    timely = (old_s >= -ahead_s) & (old_s <= late_s)
    kept = slice(None) if timely.all() else timely
    whose = np.repeat(np.arange(len(batches)), [part[1].shape[1] for part in parts])
    return Sent(
        epoch=epoch,
        sensors=tuple(sensors),
        sensor=_joined([part[0] for part in parts])[kept],
        measured=measured[:, kept],
        sigmas=_stated(_joined([_of(batch).sigmas for batch in batches])[kept]),
        snr_db=_stated(_joined([_of(batch).snr_db for batch in batches])[kept]),
        arrivals_s=np.array([batch.arrived.since_s(epoch) for batch in batches]),
        batch=whose[kept].astype(np.int32),
        simulated=np.array([_of(batch).simulated for batch in batches]),
        misdated=int(np.count_nonzero(~timely)),
    )


def _joined(parts: Sequence[np.ndarray], axis: int = 0) -> np.ndarray:
    """Parts as one array; most ticks bring one batch of a party, which is not copied."""
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=axis)


def _of(batch: Taken) -> Detections:
    """The detections of a batch that has some."""
    if batch.detections is None:
        raise RangeError("this batch has no detections", where=batch.identity)
    return batch.detections


def _one(
    batch: Taken, epoch: Instant, number: Mapping[str, int]
) -> tuple[Int[np.ndarray, "n"], Float[np.ndarray, "5 n"]]:
    """Whose the detections of one batch are, and what was measured, from another epoch on."""
    found = _of(batch)
    renumbered = np.array([number[station.id] for station in found.stations], dtype=np.int32)
    columns = (found.range_m, found.azimuth_rad, found.elevation_rad, found.range_rate_m_s)
    measured = np.stack((found.time_s + found.epoch.since_s(epoch), *columns))
    return renumbered[found.station_index], measured


def _stated(column: Float[np.ndarray, "n ..."]) -> Float[np.ndarray, "n ..."] | None:
    return None if np.isnan(column).all() else column


@dataclass(slots=True)
class Parcel:
    """What one party sent up to one tick, and what of it each feed admits.

    Attributes:
        owner: the party.
        mode: exercise or real.
        tick: by which it is in the log.
        sent: its detections; None where it sent none.
        reports: others' tracks, with the time at which each batch came.
    """

    owner: str
    mode: Mode
    tick: int
    sent: Sent | None
    reports: tuple[tuple[Instant, Reports], ...] = ()
    _known: Known | None = None
    _of_reports: dict[tuple[int, Sources], Bool[np.ndarray, "n"]] = field(default_factory=dict)

    @classmethod
    def of(cls, tick: int, batches: Sequence[Taken], ahead_s: float, late_s: float) -> Parcel:
        """The parcel of one party's batches, in the order of the log (see `gathered`)."""
        found = [batch for batch in batches if batch.detections is not None]
        reports = tuple((each.at, each.reports) for each in batches if each.reports is not None)
        sent = gathered(tick, found, ahead_s, late_s) if found else None
        return cls(batches[0].owner, batches[0].mode, tick, sent, reports)

    def forget_known(self) -> None:
        """What is known of the detections is worked out anew when somebody asks."""
        self._known = None

    def known(self, stations: Mapping[str, Station]) -> Known | None:
        """The detections of stations that are registered; None where there are none.

        Args:
            stations: of the owner, by id.
        """
        if self._known is None and self.sent is not None:
            self._known = Known.of(self.sent, self.owner, self.mode, stations)
        return self._known if self._known is not None and len(self._known) else None

    def admitted(self, feed: Feed, registered: Registered) -> int:
        """How many of its detections go into a feed.

        Args:
            feed: which.
            registered: all stations, by party and id.
        """
        if self.mode is not feed.mode or all(each.owner != self.owner for each in feed.sources):
            return 0
        known = self.known(registered.get(self.owner, {}))
        return 0 if known is None else int(np.count_nonzero(known.admitted(feed.sources)))

    def reported(self, number: int, sources: Sources) -> Bool[np.ndarray, "n"]:
        """Which rows of one batch of reports go in: those of which every sensor may."""
        key = (number, sources)
        if key not in self._of_reports:
            self._of_reports[key] = _admitted(self.reports[number][1], self, sources)
        return self._of_reports[key]


def _admitted(reports: Reports, parcel: Parcel, sources: Sources) -> Bool[np.ndarray, "n"]:
    """Which rows of reports belong to some sources, with all the sensors that they stand on."""
    lat_rad, lon_rad, _ = ecef_to_geodetic(reports.state_ecef[:, :3])
    admitted: Bool[np.ndarray, "n"] = reports.by.sum(axis=1) > 0
    for number in range(len(reports.sensors)):
        batch = Batch(
            parcel.owner,
            parcel.mode,
            reports.sensors,
            np.full(len(reports), number),
            reports.epoch,
            reports.time_s,
            lat_rad,
            lon_rad,
        )
        admitted &= batch.from_any(sources) | ~reports.by[:, number]
    return admitted


@dataclass(frozen=True, slots=True)
class Known:
    """Detections of registered stations, as rules and trackers look at them.

    Attributes:
        sent: what they were taken from.
        rows: which of those; None for all.
        stations: of the party, in the order of `station`.
        station: whose each is.
        measured: as in `Sent`.
        owner: the party.
        mode: exercise or real.
    """

    sent: Sent
    rows: Int[np.ndarray, "n"] | None
    stations: tuple[Station, ...]
    station: Int[np.ndarray, "n"]
    measured: Float[np.ndarray, "5 n"]
    owner: str
    mode: Mode
    _masks: dict[Sources, Bool[np.ndarray, "n"]] = field(default_factory=dict)
    _looked_at: list[Batch] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.station)

    @classmethod
    def of(cls, sent: Sent, owner: str, mode: Mode, stations: Mapping[str, Station]) -> Known:
        """Those detections of which the stations are known by id."""
        named = tuple(stations.values())
        place = {name: k for k, name in enumerate(stations)}
        number = np.array([place.get(name, _NOBODY) for name in sent.sensors], dtype=np.int32)
        station = number[sent.sensor]
        rows = None if (number >= 0).all() else np.flatnonzero(station >= 0)
        measured = sent.measured if rows is None else sent.measured[:, rows]
        station = station if rows is None else station[rows]
        return cls(sent, rows, named, station, measured, owner, mode)

    def admitted(self, sources: Sources) -> Bool[np.ndarray, "n"]:
        """Which detections belong to one of the sources."""
        if sources not in self._masks:
            its = [source for source in sources if source.owner == self.owner]
            has_region = any(source.region is not None for source in its)
            batch = self._placed() if has_region else self._nowhere()
            self._masks[sources] = batch.from_any(its)
        return self._masks[sources]

    def _placed(self) -> Batch:
        """The detections as admission looks at them; their places are worked out once."""
        if not self._looked_at:
            found = _detections(self.sent.epoch, self.stations, self.station, self.measured)
            self._looked_at.append(Batch.of(found, self.owner, self.mode))
        return self._looked_at[0]

    def _nowhere(self) -> Batch:
        """The same without places, for those who do not ask where anything is."""
        sensors = tuple(station.id for station in self.stations)
        nowhere = np.full(len(self), np.nan)
        return Batch(
            self.owner,
            self.mode,
            sensors,
            self.station,
            self.sent.epoch,
            self.measured[TIME],
            nowhere,
            nowhere,
        )

    def sigmas(self) -> Float[np.ndarray, "n 4"]:
        """Standard deviations as stated, NaN where nothing is."""
        if self.sent.sigmas is None:
            return np.full((len(self), 4), np.nan)
        return self.sent.sigmas if self.rows is None else self.sent.sigmas[self.rows]

    def _batches(self) -> Int[np.ndarray, "n"]:
        return self.sent.batch if self.rows is None else self.sent.batch[self.rows]

    def arrived_s(self) -> Float[np.ndarray, "n"]:
        """When each reached the centre."""
        return self.sent.arrivals_s[self._batches()]

    def simulated(self, mask: Bool[np.ndarray, "n"]) -> bool:
        """Whether any of the chosen detections are made up."""
        every = self.sent.simulated
        if every.all() or not every.any():
            return bool(every.any() and mask.any())
        return bool(every[self._batches()[mask]].any())

    def detections(self, mask: Bool[np.ndarray, "n"]) -> Detections:
        """The chosen detections with all that was said of them, of stations called party/id."""
        snr_db = self.sent.snr_db
        if snr_db is None:
            snr_db = np.full(len(self.sent), np.nan)
        found = _detections(self.sent.epoch, self.stations, self.station, self.measured)
        whole = replace(
            found,
            stations=tuple(renamed(station) for station in self.stations),
            sigmas=self.sigmas(),
            snr_db=snr_db if self.rows is None else snr_db[self.rows],
            arrival_s=self.arrived_s(),
            simulated=self.simulated(mask),
        )
        return coarsen.bare(whole, mask)


def renamed(station: Station) -> Station:
    """A station under a name that no other party's has: its party's, a stroke, and its own."""
    return replace(station, id=f"{station.party}/{station.id}")


def _detections(
    epoch: Instant,
    stations: tuple[Station, ...],
    station: Int[np.ndarray, "n"],
    measured: Float[np.ndarray, "5 n"],
) -> Detections:
    return Detections(
        epoch=epoch,
        stations=stations,
        time_s=measured[TIME],
        station_index=station,
        range_m=measured[RANGE],
        azimuth_rad=measured[AZIMUTH],
        elevation_rad=measured[ELEVATION],
        range_rate_m_s=measured[RATE],
        sigmas=np.full((len(station), 4), np.nan),
        truth=np.full(len(station), UNKNOWN, dtype=np.int32),
        snr_db=measured[RATE],
        arrival_s=measured[TIME],
        simulated=True,
    )


def by_owner(batches: Iterable[Taken]) -> list[list[Taken]]:
    """Batches of each party, in the order of the log; the parties by name.

    By name and not as they came: the order in which others sent is no party's business.
    """
    found: dict[str, list[Taken]] = {}
    for batch in batches:
        found.setdefault(batch.owner, []).append(batch)
    return [found[owner] for owner in sorted(found)]


Came = Callable[[int], Sequence[Parcel]]  # by tick
