"""Detections against flights: residuals, their slopes, and the normal equations they add up to.

All of estimation over whole flights stands on this: each detection is compared with the flight of
its object at the time when it was truly measured, by what its station would have reported, biases
and all. The bias of a station is what it reports less what is true, of range, azimuth, elevation
and time; a clock that is 3 s fast has a time bias of +3 s. The air over a station bends rays by a
share more or less than the standard air does, which its elevations were freed of: `air` is that
share.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Protocol, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.errors import RangeError
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, jacobian, measure, turned
from glasshield.sensing.refraction import geometric_elevation

BIASES: Final = ("range_m", "azimuth_rad", "elevation_rad", "time_s", "air")
_AZIMUTH: Final = 1
_ELEVATION: Final = 2
_RATE: Final = 3
_TIME: Final = 3
_AIR: Final = 4
_SIGHT_M: Final = 1_000e3  # how far a target is taken to be where no range says so


class Flown(Protocol):
    """Flights of k objects that detections can be compared with: free, such as `Arcs`, or not.

    Each takes n times and the number of the object at each; p unknowns stand behind an object.
    """

    def at(
        self, time_s: Float[np.ndarray, "n"], object_index: Int[np.ndarray, "n"], /
    ) -> Float[np.ndarray, "n 6"]:
        """States: position (m) and velocity (m/s), ECEF."""
        ...

    def partials_at(
        self, time_s: Float[np.ndarray, "n"], object_index: Int[np.ndarray, "n"], /
    ) -> Float[np.ndarray, "n 6 p"]:
        """Partial derivatives of the states by the unknowns of their objects."""
        ...

    def place_partials_at(
        self, time_s: Float[np.ndarray, "n"], object_index: Int[np.ndarray, "n"], /
    ) -> Float[np.ndarray, "n 3 p"]:
        """The first three rows of them: of the positions."""
        ...

    def rates_at(
        self,
        time_s: Float[np.ndarray, "n"],
        object_index: Int[np.ndarray, "n"],
        state_ecef: Float[np.ndarray, "n 6"],
        /,
    ) -> Float[np.ndarray, "n 6"]:
        """How the states, already known, change with time."""
        ...


@dataclass(frozen=True, slots=True)
class Observed:
    """Detections of k objects, those of one object together, ready for comparison.

    Attributes:
        row: where each stands among the detections it came from.
        time_s: as reported.
        station: number of the station.
        measured: range, azimuth, elevation, range rate; 0 where not measured.
        per_sigma: one over the standard deviation; 0 where not measured.
        object: number of the object, not falling.
        first: where each object's detections begin.
        frames: of all stations.
        lift: by how much the standard air lifts each elevation; 0 where air is not asked for.
    """

    row: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    station: Int[np.ndarray, "n"]
    measured: Float[np.ndarray, "n 4"]
    per_sigma: Float[np.ndarray, "n 4"]
    object: Int[np.ndarray, "n"]
    first: Int[np.ndarray, "k"]
    frames: Frames
    lift: Float[np.ndarray, "n"]

    @classmethod
    def of(
        cls,
        detections: Detections,
        object_index: Int[np.ndarray, "n"],
        lift_rad: Float[np.ndarray, "n"] | None = None,
    ) -> Self:
        """The detections that belong to an object, by object.

        Args:
            detections: of any stations.
            object_index: of each detection, from 0 without a gap; below 0 where it has none.
            lift_rad: of the standard air, from `air_lift`, where biases of the air are asked for.

        Raises:
            RangeError: an index for a different number of detections, or an object without any.
        """
        if len(object_index) != len(detections):
            raise RangeError(
                "each detection needs the number of its object",
                got=len(object_index),
                expected=str(len(detections)),
            )
        row = np.flatnonzero(object_index >= 0)
        row = row[np.argsort(object_index[row], kind="stable")]
        objects = object_index[row]
        present, first = np.unique(objects, return_index=True)
        if len(present) and present[-1] != len(present) - 1:
            raise RangeError("an object has no detection", got=int(present[-1]) + 1)
        measured = _columns(detections)[row]
        known = np.isfinite(measured)
        return cls(
            row=row,
            time_s=detections.time_s[row],
            station=detections.station_index[row],
            measured=np.where(known, measured, 0.0),
            per_sigma=np.where(known, 1.0 / detections.sigma_or_station[row], 0.0),
            object=objects,
            first=first,
            frames=Frames.of(detections.stations),
            lift=np.zeros(len(row)) if lift_rad is None else lift_rad[row],
        )

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self.first)

    @property
    def used(self) -> Bool[np.ndarray, "n"]:
        """Which detections weigh anything."""
        weighs: Bool[np.ndarray, "n"] = self.per_sigma.max(axis=-1, initial=0.0) > 0.0
        return weighs

    def take(self, kept: Bool[np.ndarray, "n"]) -> Observed:
        """A part of the detections; each object has to keep one."""
        object_index = self.object[kept]
        return replace(
            self,
            row=self.row[kept],
            time_s=self.time_s[kept],
            station=self.station[kept],
            measured=self.measured[kept],
            per_sigma=self.per_sigma[kept],
            lift=self.lift[kept],
            object=object_index,
            first=np.searchsorted(object_index, np.arange(self.count)),
        )

    def keep(self, kept: Bool[np.ndarray, "n"]) -> Observed:
        """The same detections with those not kept weighing nothing."""
        return replace(self, per_sigma=np.where(kept[:, None], self.per_sigma, 0.0))

    def weighing(self, per_sigma: Float[np.ndarray, "n 4"]) -> Observed:
        """The same detections with other standard deviations; one over each, 0 for none."""
        return replace(self, per_sigma=per_sigma)

    def summed(self, values: Float[np.ndarray, "n ..."]) -> Float[np.ndarray, "k ..."]:
        """Sums over the detections of each object."""
        return np.add.reduceat(values, self.first, axis=0)

    def residuals(
        self, flown: Flown, bias: Float[np.ndarray, "s 5"] | None = None
    ) -> tuple[Float[np.ndarray, "n 4"], Float[np.ndarray, "n 6"]]:
        """Measured less expected, in standard deviations, and the states that were expected."""
        state = flown.at(self._true_time(bias), self.object)
        expected = measure(self.frames.take(self.station), state)
        if bias is not None:
            expected[:, :3] += bias[self.station, :3]
            expected[:, _ELEVATION] += bias[self.station, _AIR] * self.lift
        missed = self.measured - expected
        missed[:, _AZIMUTH] = turned(missed[:, _AZIMUTH])
        return missed * self.per_sigma, state

    def normal(self, flown: Flown, bias: Float[np.ndarray, "s 5"] | None = None) -> Normal:
        """The normal equations of a Gauss-Newton step for the flights and any biases given."""
        found = self.compared(flown, bias)
        missed, by_start = found.missed, found.by_unknowns
        turned_over = np.swapaxes(by_start, 1, 2)
        matrix = self.summed(turned_over @ by_start)
        pull = self.summed((turned_over @ missed[:, :, None])[:, :, 0])
        cost = self.summed(np.sum(missed**2, axis=-1))
        if bias is None:
            return Normal(matrix, pull, cost, None)
        shared = self._shared(turned_over, found.by_bias, missed, len(bias))
        return Normal(matrix, pull, cost, shared)

    def compared(self, flown: Flown, bias: Float[np.ndarray, "s 5"] | None = None) -> Compared:
        """Residuals, and how what is expected changes with the unknowns and the biases."""
        missed, state = self.residuals(flown, bias)
        by_state = jacobian(self.frames.take(self.station), state) * self.per_sigma[:, :, None]
        change = flown.rates_at(self._true_time(bias), self.object, state)
        return Compared(
            missed,
            self._by_start(by_state, flown, bias),
            self._by_bias(by_state, change),
        )

    def _by_start(
        self,
        by_state: Float[np.ndarray, "n 4 6"],
        flown: Flown,
        bias: Float[np.ndarray, "s 5"] | None,
    ) -> Float[np.ndarray, "n 4 p"]:
        """What is expected, by the unknowns of the flights."""
        time_s = self._true_time(bias)
        if self.per_sigma[:, _RATE].any():
            return by_state @ flown.partials_at(time_s, self.object)
        return by_state[:, :, :3] @ flown.place_partials_at(time_s, self.object)

    def _true_time(self, bias: Float[np.ndarray, "s 5"] | None) -> Float[np.ndarray, "n"]:
        return self.time_s if bias is None else self.time_s - bias[self.station, _TIME]

    def _by_bias(
        self, by_state: Float[np.ndarray, "n 4 6"], change: Float[np.ndarray, "n 6"]
    ) -> Float[np.ndarray, "n 4 5"]:
        """What is expected, by the biases of the station: a fast clock reports what was earlier."""
        slopes = np.zeros((len(self.row), 4, len(BIASES)))
        places = np.arange(3)
        slopes[:, places, places] = self.per_sigma[:, :3]
        slopes[:, :, _TIME] = -np.einsum("nij,nj->ni", by_state, change)
        slopes[:, _ELEVATION, _AIR] = self.per_sigma[:, _ELEVATION] * self.lift
        return slopes

    def _shared(
        self,
        turned_over: Float[np.ndarray, "n p 4"],
        by_bias: Float[np.ndarray, "n 4 5"],
        missed: Float[np.ndarray, "n 4"],
        stations: int,
    ) -> Shared:
        """The blocks of the normal equations in which biases take part."""
        size, own_biases = turned_over.shape[1], len(BIASES)
        coupling = np.zeros((self.count, size, stations, own_biases))
        mixed = turned_over @ by_bias
        matrix = np.zeros((stations, own_biases, stations, own_biases))
        pull = np.zeros((stations, own_biases))
        for number in np.unique(self.station):
            own = self.station == number
            objects, first = np.unique(self.object[own], return_index=True)
            coupling[objects, :, number] = np.add.reduceat(mixed[own], first, axis=0)
            slopes = by_bias[own].reshape(-1, own_biases)
            matrix[number, :, number] = slopes.T @ slopes
            pull[number] = slopes.T @ missed[own].ravel()
        columns = own_biases * stations
        return Shared(
            coupling.reshape(self.count, size, columns),
            matrix.reshape(columns, columns),
            pull.ravel(),
        )


@dataclass(frozen=True, slots=True)
class Compared:
    """Detections against flights, in standard deviations.

    Attributes:
        missed: measured less expected.
        by_unknowns: how what is expected changes with the unknowns of each one's object.
        by_bias: how it changes with the biases of each one's station.
    """

    missed: Float[np.ndarray, "n 4"]
    by_unknowns: Float[np.ndarray, "n 4 p"]
    by_bias: Float[np.ndarray, "n 4 5"]


@dataclass(frozen=True, slots=True)
class Shared:
    """The part of the normal equations that the biases of all stations share.

    Attributes:
        coupling: of each object's unknowns with the biases.
        matrix: of the biases with each other.
        pull: on the biases.
    """

    coupling: Float[np.ndarray, "k p b"]
    matrix: Float[np.ndarray, "b b"]
    pull: Float[np.ndarray, "b"]


@dataclass(frozen=True, slots=True)
class Normal:
    """Normal equations: `matrix @ step = pull`, an arrow where biases are among the unknowns.

    Attributes:
        matrix: of each object's unknowns.
        pull: on them.
        cost: sum of squared residuals of each object, in variances.
        shared: with the biases, or nothing.
    """

    matrix: Float[np.ndarray, "k p p"]
    pull: Float[np.ndarray, "k p"]
    cost: Float[np.ndarray, "k"]
    shared: Shared | None


def air_lift(detections: Detections) -> Float[np.ndarray, "n"]:
    """By how much the standard air lifts the elevation of each detection (rad); 0 without one."""
    heights = np.array([station.height_m for station in detections.stations])
    own_m = heights[detections.station_index]
    sight_m = np.where(np.isfinite(detections.range_m), detections.range_m, _SIGHT_M)
    start_m = EARTH_MEAN_RADIUS_M + own_m
    rise = sight_m * np.sin(detections.elevation_rad)
    target_m = np.sqrt(start_m**2 + sight_m**2 + 2.0 * start_m * rise) - EARTH_MEAN_RADIUS_M
    target_m = np.maximum(target_m, own_m + 1.0)
    # A share of some hundredths of it is all that is asked: two rounds leave a tenth at worst.
    lift = np.zeros(len(detections))
    for _ in range(2):
        apparent = np.maximum(detections.elevation_rad + lift, 0.0)
        lift = apparent - geometric_elevation(apparent, own_m, target_m)
    return np.where(np.isfinite(lift), lift, 0.0)


def _columns(detections: Detections) -> Float[np.ndarray, "n 4"]:
    return np.stack(
        (
            detections.range_m,
            detections.azimuth_rad,
            detections.elevation_rad,
            detections.range_rate_m_s,
        ),
        axis=-1,
    )
