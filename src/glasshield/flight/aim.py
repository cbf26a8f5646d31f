"""Aiming: the flights of a vehicle that come down on given targets.

The kernel (`native/aim.isa.cpp`) solves azimuth and range parameter over the rotating ellipsoid;
here a shape becomes a family of flights, and a stated apogee or time is met by correcting the
family for what the rotating Earth changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield import kernels
from glasshield.earth import ellipsoid
from glasshield.errors import RangeError
from glasshield.flight import families
from glasshield.flight.families import Kind, Plane, Shape
from glasshield.flight.fly import (
    DEFAULT_ACCURACY,
    LANES,
    REENTRY_HEIGHT_M,
    Accuracy,
    EarthModel,
    Flights,
    Launches,
    Sampling,
    Status,
    air_table,
    constants,
    drag_table,
    flights_from,
    fly,
)
from glasshield.flight.vehicle import Vehicle, pack

TOLERANCE_M: Final = 50.0
MOST_FLIGHTS: Final = 24
APOGEE_TOLERANCE_M: Final = 100.0
TIME_TOLERANCE_S: Final = 0.1
_CORRECTIONS: Final = 8


@dataclass(frozen=True, slots=True)
class Targets:
    """Launch points and targets as columns, on the ellipsoid; one number stands for all.

    Attributes:
        from_lat_rad: of the launch.
        from_lon_rad: of the launch.
        to_lat_rad: of the target.
        to_lon_rad: of the target.
    """

    from_lat_rad: Float[np.ndarray, "n"] | float
    from_lon_rad: Float[np.ndarray, "n"] | float
    to_lat_rad: Float[np.ndarray, "n"] | float
    to_lon_rad: Float[np.ndarray, "n"] | float

    def columns(self) -> Float[np.ndarray, "4 n"]:
        """The four columns, spread to one length.

        Raises:
            RangeError: a number that is not finite, a latitude off the Earth.
        """
        parts = (self.from_lat_rad, self.from_lon_rad, self.to_lat_rad, self.to_lon_rad)
        columns = np.stack(np.broadcast_arrays(*(np.atleast_1d(p).astype(float) for p in parts)))
        if not np.isfinite(columns).all():
            raise RangeError("a launch or target holds a number that is not finite")
        if (np.abs(columns[[0, 2]]) > np.pi / 2).any():
            raise RangeError("a launch or target lies off the Earth")
        return columns


@dataclass(frozen=True, slots=True)
class Aimed:
    """Solved aims, in the order of the targets.

    Attributes:
        status: a `Status` for each: OK, OUT_OF_RANGE, TOO_NEAR, NOT_SOLVED or a flight's failure.
        launches: the solution, or the nearest try.
        flights: what they lead to.
        miss_m: from the impact to the target.
        overshoot_m: how far beyond the target the last try came down; negative when short.
        tries: flights flown for each.
    """

    status: Int[np.ndarray, "n"]
    launches: Launches
    flights: Flights
    miss_m: Float[np.ndarray, "n"]
    overshoot_m: Float[np.ndarray, "n"]
    tries: Int[np.ndarray, "n"]

    @property
    def ok(self) -> np.ndarray:
        """Which aims were solved, as booleans of shape `(n,)`."""
        return self.status == Status.OK


def aim(
    vehicles: Vehicle | Sequence[Vehicle],
    targets: Targets,
    shape: Shape | Sequence[Shape],
    *,
    vehicle_index: Int[np.ndarray, "n"] | int = 0,
    planes: Sequence[Plane] | None = None,
    sampling: Sampling | None = None,
    accuracy: Accuracy = DEFAULT_ACCURACY,
    threads: int = 0,
    lanes: int = LANES,
) -> Aimed:
    """The flights of this shape that come down on the targets.

    Args:
        vehicles: one, or several for `vehicle_index` to choose from.
        targets: n launch points and targets.
        shape: for all, or one for each vehicle.
        vehicle_index: which vehicle flies to each target.
        planes: `families.planes(vehicles)`, where they are known already.
        sampling: samples along the solved flights.
        accuracy: of the integration.
        threads: 0 for all processors.
        lanes: flights in one vector, for tests.

    Raises:
        RangeError: targets off the Earth, or a vehicle without a flight of its shape.
    """
    fleet = [vehicles] if isinstance(vehicles, Vehicle) else list(vehicles)
    shapes = [shape] * len(fleet) if isinstance(shape, Shape) else list(shape)
    known = list(planes) if planes is not None else families.planes(fleet)
    columns = targets.columns()
    index = np.broadcast_to(np.asarray(vehicle_index), columns.shape[1:])
    task = _Task(pack(fleet), index, columns, accuracy, threads, lanes)
    curves = np.stack([plane.curve(s) for plane, s in zip(known, shapes, strict=True)])
    solved = task.solve(curves, index)
    if any(not s.fixed for s in shapes):
        solved = _correct(task, known, shapes, solved)
    if sampling is None:
        return solved
    return replace(
        solved,
        flights=fly(fleet, solved.launches, sampling=sampling, accuracy=accuracy, threads=threads),
    )


def aim_along(
    vehicle: Vehicle,
    targets: Targets,
    curves: Float[np.ndarray, "n p 3"],
    *,
    accuracy: Accuracy = DEFAULT_ACCURACY,
    threads: int = 0,
) -> Aimed:
    """The flights that come down on the targets, each along a family of its own.

    Args:
        vehicle: flies all of them.
        targets: n launch points and targets.
        curves: for each target rows of range (m), kick (rad) and cut-off (s), by growing range.
        accuracy: of the integration.
        threads: 0 for all processors.

    Raises:
        RangeError: targets off the Earth.
    """
    columns = targets.columns()
    n = columns.shape[1]
    task = _Task(pack([vehicle]), np.zeros(n, int), columns, accuracy, threads, LANES)
    return task.solve(curves, np.arange(n))


@dataclass(frozen=True, slots=True)
class _Task:
    """What stays the same while an aim is corrected."""

    vehicles: Float[np.ndarray, "v c"]
    index: Int[np.ndarray, "n"]
    columns: Float[np.ndarray, "4 n"]
    accuracy: Accuracy
    threads: int
    lanes: int

    def solve(self, curves: Float[np.ndarray, "f p 3"], family: Int[np.ndarray, "n"]) -> Aimed:
        """The kernel's answer for these families."""
        from_lat, from_lon, to_lat, to_lon = self.columns
        n = len(from_lat)
        aims = np.empty((n, kernels.AIM_COLUMNS))
        aims[:, 0], aims[:, 1] = self.index, family
        aims[:, 2], aims[:, 3], aims[:, 4] = from_lat, from_lon, 0.0
        aims[:, 5:] = ellipsoid.geodetic_to_ecef(to_lat, to_lon, np.zeros(n))
        launches = np.full((n, kernels.LAUNCH_COLUMNS), np.nan)
        results = np.empty((n, kernels.RESULT_COLUMNS))
        aimed = np.empty((n, kernels.AIMED_COLUMNS))
        kernels.aim(
            self.vehicles,
            aims,
            np.ascontiguousarray(curves),
            constants(EarthModel.ROTATING),
            air_table(),
            drag_table(),
            self.accuracy.position_m,
            self.accuracy.velocity_m_s,
            REENTRY_HEIGHT_M,
            TOLERANCE_M,
            MOST_FLIGHTS,
            self.threads,
            self.lanes,
            launches,
            results,
            aimed,
        )
        none = np.empty((n, 0, 3))
        flights = flights_from(results, None, none, none)
        return Aimed(
            status=flights.status,
            launches=Launches(
                vehicle_index=self.index,
                lat_rad=from_lat,
                lon_rad=from_lon,
                azimuth_rad=launches[:, 4],
                kick_rad=launches[:, 5],
                cutoff_s=launches[:, 6],
            ),
            flights=flights,
            miss_m=aimed[:, 0],
            overshoot_m=aimed[:, 1],
            tries=np.nan_to_num(aimed[:, 2]).astype(int),
        )


def _correct(task: _Task, planes: Sequence[Plane], shapes: Sequence[Shape], solved: Aimed) -> Aimed:
    """Asks the still Earth's families for more or less until the rotating Earth gives the value.

    Each target has a family of its own here, since each meets the rotation in its own way.
    """
    wanted = np.array([shapes[v].value for v in task.index])
    asked = wanted.copy()
    tries = solved.tries
    for _ in range(_CORRECTIONS):
        off = np.where(solved.ok, wanted - _measure(solved, shapes, task.index), 0.0)
        fixed = np.array([shapes[v].fixed for v in task.index])
        allowed = np.array([_allowed(shapes[v].kind) for v in task.index])
        if (fixed | (np.abs(off) <= allowed)).all():
            break
        asked = np.where(fixed, asked, np.maximum(asked + off, allowed))
        curves = np.stack(
            [
                planes[v].curve(replace(shapes[v], value=value))
                for v, value in zip(task.index, asked, strict=True)
            ]
        )
        solved = task.solve(curves, np.arange(len(asked)))
        tries = tries + solved.tries
    unmet = solved.ok & ~fixed & (np.abs(wanted - _measure(solved, shapes, task.index)) > allowed)
    return replace(solved, status=np.where(unmet, Status.NOT_SOLVED, solved.status), tries=tries)


def _measure(
    solved: Aimed, shapes: Sequence[Shape], index: Int[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """What each flight made of the apogee or the time asked for."""
    apogee = ellipsoid.ecef_to_geodetic(solved.flights.apogee_position_ecef_m)[2]
    by_time = np.array([shapes[v].kind is Kind.TIME for v in index])
    return np.where(by_time, solved.flights.flight_time_s, apogee)


def _allowed(kind: Kind) -> float:
    """How far from the apogee or the time asked for a flight may stay."""
    return TIME_TOLERANCE_S if kind is Kind.TIME else APOGEE_TOLERANCE_M
