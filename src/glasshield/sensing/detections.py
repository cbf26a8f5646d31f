"""Detections as columns: what radars measured, when, and how well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.sensing.station import Station

CLUTTER = -1
UNKNOWN = -2


@dataclass(frozen=True, slots=True)
class Detections:
    """Detections of any stations; a quantity that was not measured is NaN.

    Attributes:
        epoch: where the times count from.
        stations: what `station_index` refers to.
        time_s: of each measurement after the epoch.
        station_index: whose it is.
        range_m: along the line of sight, above zero.
        azimuth_rad: clockwise from north at the station.
        elevation_rad: above the station's horizontal, freed of the air's refraction.
        range_rate_m_s: positive when the target goes away.
        sigmas: standard deviations of the four; NaN where the station's own accuracy holds.
        truth: which object it came from, where the data are simulated: a number from 0,
            `CLUTTER`, or `UNKNOWN` as in all measured data.
        snr_db: signal to noise; NaN where not stated.
        arrival_s: when it reached the tracker, after the epoch; the same as `time_s` where nothing
            else is known.
        simulated: whether the data are made up; the mark cannot be taken off again.
    """

    epoch: Instant
    stations: tuple[Station, ...]
    time_s: Float[np.ndarray, "n"]
    station_index: Int[np.ndarray, "n"]
    range_m: Float[np.ndarray, "n"]
    azimuth_rad: Float[np.ndarray, "n"]
    elevation_rad: Float[np.ndarray, "n"]
    range_rate_m_s: Float[np.ndarray, "n"]
    sigmas: Float[np.ndarray, "n 4"]
    truth: Int[np.ndarray, "n"]
    snr_db: Float[np.ndarray, "n"]
    arrival_s: Float[np.ndarray, "n"]
    simulated: bool = field(kw_only=True)

    def __post_init__(self) -> None:
        for column in _COLUMNS:
            if len(getattr(self, column)) != len(self.time_s):
                raise RangeError(
                    "all columns of detections are equally long",
                    where=column,
                    got=len(getattr(self, column)),
                    expected=str(len(self.time_s)),
                )

    def __len__(self) -> int:
        return len(self.time_s)

    @classmethod
    def of(
        cls,
        epoch: Instant,
        stations: Sequence[Station],
        time_s: Float[np.ndarray, "n"],
        station_index: Int[np.ndarray, "n"] | int,
        *,
        range_m: Float[np.ndarray, "n"] | None = None,
        azimuth_rad: Float[np.ndarray, "n"],
        elevation_rad: Float[np.ndarray, "n"],
        range_rate_m_s: Float[np.ndarray, "n"] | None = None,
        sigmas: Float[np.ndarray, "n 4"] | None = None,
        truth: Int[np.ndarray, "n"] | None = None,
        snr_db: Float[np.ndarray, "n"] | None = None,
        arrival_s: Float[np.ndarray, "n"] | None = None,
        simulated: bool,
    ) -> Self:
        """Detections from the columns that there are."""
        times = np.asarray(time_s, dtype=float)
        nothing = np.full(len(times), np.nan)

        def given(column: Float[np.ndarray, "n"] | None) -> Float[np.ndarray, "n"]:
            return nothing if column is None else np.asarray(column, dtype=float)

        return cls(
            epoch=epoch,
            stations=tuple(stations),
            time_s=times,
            station_index=np.broadcast_to(np.asarray(station_index, dtype=np.int32), times.shape),
            range_m=given(range_m),
            azimuth_rad=given(azimuth_rad),
            elevation_rad=given(elevation_rad),
            range_rate_m_s=given(range_rate_m_s),
            sigmas=np.full((len(times), 4), np.nan) if sigmas is None else np.asarray(sigmas),
            truth=np.full(len(times), UNKNOWN, dtype=np.int32) if truth is None else truth,
            snr_db=given(snr_db),
            arrival_s=times if arrival_s is None else np.asarray(arrival_s, dtype=float),
            simulated=simulated,
        )

    @property
    def sigma_or_station(self) -> Float[np.ndarray, "n 4"]:
        """Standard deviations of range, azimuth, elevation and range rate, all filled in."""
        table = np.array(
            [
                (
                    station.accuracy.range_m,
                    station.accuracy.azimuth_rad,
                    station.accuracy.elevation_rad,
                    station.accuracy.range_rate_m_s,
                )
                for station in self.stations
            ]
        ).reshape(-1, 4)
        own = table[self.station_index]
        return np.where(np.isnan(self.sigmas), own, self.sigmas)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Detections:
        """The detections that an index array, a mask or a slice chooses."""
        return replace(self, **{column: getattr(self, column)[index] for column in _COLUMNS})

    def in_order(self) -> Detections:
        """The same detections by time, those of one time by station, then as they came."""
        return self.take(np.lexsort((self.station_index, self.time_s)))

    def by_arrival(self) -> Detections:
        """The same detections in the order in which they reached the tracker."""
        return self.take(np.argsort(self.arrival_s, kind="stable"))

    @classmethod
    def join(cls, parts: Sequence[Detections]) -> Detections:
        """All detections of several sets, on the epoch of the first, in the order given.

        Stations with the same id are one; their descriptions have to agree.

        Raises:
            RangeError: no set at all, or two stations that share an id and differ.
        """
        if not parts:
            raise RangeError("there are no detections to join")
        stations: dict[str, Station] = {}
        for station in (station for part in parts for station in part.stations):
            if stations.setdefault(station.id, station) != station:
                raise RangeError("two descriptions of one station differ", where=station.id)
        number = {name: index for index, name in enumerate(stations)}
        epoch = parts[0].epoch
        moved = [part._onto(epoch, tuple(stations.values()), number) for part in parts]
        columns: dict[str, Any] = {
            column: np.concatenate([getattr(part, column) for part in moved]) for column in _COLUMNS
        }
        return replace(moved[0], **columns, simulated=any(part.simulated for part in parts))

    def _onto(
        self, epoch: Instant, stations: tuple[Station, ...], number: dict[str, int]
    ) -> Detections:
        shift_s = self.epoch.since_s(epoch)
        renumbered = np.array([number[station.id] for station in self.stations], dtype=np.int32)
        return replace(
            self,
            epoch=epoch,
            stations=stations,
            time_s=self.time_s + shift_s,
            arrival_s=self.arrival_s + shift_s,
            station_index=renumbered[self.station_index],
        )


_COLUMNS = tuple(
    each.name for each in fields(Detections) if each.name not in ("epoch", "stations", "simulated")
)
