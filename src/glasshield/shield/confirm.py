"""Confirming a window: a full flight of the interceptor through the intercept point.

A flyout table is an interpolation. Here the interceptor is flown in full, its launch direction
solved so that it passes through the point, and the flight says by how far it still misses it and
by how much the table's time was off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.earth.gravity import acceleration
from glasshield.flight.fly import Flights, Launches, Sampling, fly
from glasshield.flight.vehicle import Vehicle

MISS_ALLOWED_M: Final = 2000.0
TIME_ALLOWED_S: Final = 2.0

_ROUNDS: Final = 8
_GOOD_ENOUGH_M: Final = 50.0
_SAMPLE_STEP_S: Final = 5.0
_MARGIN_S: Final = 60.0  # a flight is followed so much longer than the table says
_AZIMUTHS: Final = 24
_KICKS_RAD: Final = np.radians(np.geomspace(0.3, 60.0, 64))
_DIFFERENCE_RAD: Final = 1e-5
_LONGEST_MOVE_RAD: Final = np.radians(4.0)


@dataclass(frozen=True, slots=True)
class Site:
    """Where the interceptors stand.

    Attributes:
        lat_rad: geodetic latitude.
        lon_rad: longitude.
        height_m: above the ellipsoid.
    """

    lat_rad: float
    lon_rad: float
    height_m: float = 0.0


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What full flights say of intercept points, in the order of the points.

    Attributes:
        miss_m: least distance between flight and point.
        flight_time_s: from launch to there.
        off_s: that time less the table's.
        launches: that lead there.
    """

    miss_m: Float[np.ndarray, "n"]
    flight_time_s: Float[np.ndarray, "n"]
    off_s: Float[np.ndarray, "n"]
    launches: Launches

    @property
    def ok(self) -> Bool[np.ndarray, "n"]:
        """Which points are confirmed: within 2 km and 2 s."""
        return (self.miss_m <= MISS_ALLOWED_M) & (np.abs(self.off_s) <= TIME_ALLOWED_S)


def confirm(
    vehicle: Vehicle,
    site: Site,
    points_ecef_m: Float[np.ndarray, "n 3"],
    table_time_s: Float[np.ndarray, "n"],
    *,
    threads: int = 0,
) -> Confirmed:
    """Flies the interceptor through each point.

    Args:
        vehicle: the interceptor.
        site: where it starts.
        points_ecef_m: intercept points, Earth-fixed at the moment of the intercept.
        table_time_s: flight times that the table gives for them.
        threads: 0 for all processors.
    """
    points = np.asarray(points_ecef_m, dtype=float).reshape(-1, 3)
    times = np.asarray(table_time_s, dtype=float).reshape(-1)
    if not len(points):
        none = np.empty(0)
        return Confirmed(none, none, none, Launches(none.astype(int), none, none, none, none))
    hunt = _Hunt(vehicle, site, points, times, threads)
    turn = hunt.first_turn()
    passed = hunt.passes(turn)
    best_turn, best = turn, passed
    for _ in range(_ROUNDS):
        if (best.miss_m <= _GOOD_ENOUGH_M).all():
            break
        turn = best_turn + hunt.correction(best_turn, best)
        passed = hunt.passes(turn)
        better = passed.miss_m < best.miss_m
        best_turn = np.where(better[:, None], turn, best_turn)
        best = best.replaced(better, passed)
    return Confirmed(best.miss_m, best.time_s, best.time_s - times, hunt.launches(best_turn))


@dataclass(frozen=True, slots=True)
class _Passes:
    """How flights pass their points: the vector from point to flight where it is least."""

    offset_m: Float[np.ndarray, "n 3"]
    time_s: Float[np.ndarray, "n"]

    @property
    def miss_m(self) -> Float[np.ndarray, "n"]:
        """The least distances."""
        return np.linalg.norm(self.offset_m, axis=-1)

    def replaced(self, where: Bool[np.ndarray, "n"], other: _Passes) -> _Passes:
        """These, with the others where they are chosen."""
        return _Passes(
            np.where(where[:, None], other.offset_m, self.offset_m),
            np.where(where, other.time_s, self.time_s),
        )


@dataclass(frozen=True, slots=True)
class _Hunt:
    """The search for launches; a launch is its kick as a vector east and north (rad).

    As a vector the kick has no singular direction at the vertical.
    """

    vehicle: Vehicle
    site: Site
    points_ecef_m: Float[np.ndarray, "n 3"]
    times_s: Float[np.ndarray, "n"]
    threads: int

    @property
    def sampling(self) -> Sampling:
        """Long enough for the latest point."""
        longest = float(np.max(self.times_s)) + _MARGIN_S
        return Sampling(_SAMPLE_STEP_S, int(longest / _SAMPLE_STEP_S) + 2, velocities=True)

    def launches(self, turn_rad: Float[np.ndarray, "n 2"]) -> Launches:
        """The launches of these kicks."""
        return Launches(
            0,
            self.site.lat_rad,
            self.site.lon_rad,
            np.arctan2(turn_rad[:, 0], turn_rad[:, 1]),
            np.hypot(turn_rad[:, 0], turn_rad[:, 1]),
            self.site.height_m,
        )

    def flights(self, turn_rad: Float[np.ndarray, "n 2"]) -> Flights:
        """The flights of these kicks, sampled."""
        return fly(
            [self.vehicle],
            self.launches(turn_rad),
            sampling=self.sampling,
            threads=self.threads,
        )

    def first_turn(self) -> Float[np.ndarray, "n 2"]:
        """For each point the kick of a coarse fan that is nearest to it at the table's time."""
        azimuth = np.arange(_AZIMUTHS) * (2.0 * np.pi / _AZIMUTHS)
        azimuth, kick = (grid.ravel() for grid in np.meshgrid(azimuth, _KICKS_RAD, indexing="ij"))
        fan = np.stack((kick * np.sin(azimuth), kick * np.cos(azimuth)), axis=-1)
        positions = self.flights(fan).positions_ecef_m
        at = np.clip(np.rint(self.times_s / _SAMPLE_STEP_S).astype(int), 0, positions.shape[1] - 1)
        turn = np.empty((len(at), 2))
        for k, (sample, point) in enumerate(zip(at, self.points_ecef_m, strict=True)):
            distance = np.linalg.norm(positions[:, sample] - point, axis=-1)
            turn[k] = fan[int(np.nanargmin(distance))]
        return turn

    def passes(self, turn_rad: Float[np.ndarray, "n 2"]) -> _Passes:
        """How the flights of these kicks pass their points, near the table's time."""
        flights = self.flights(turn_rad)
        step, count = flights.sample_step_s, flights.positions_ecef_m.shape[1]
        clock = np.arange(count) * step
        apart = np.linalg.norm(flights.positions_ecef_m - self.points_ecef_m[:, None], axis=-1)
        late = np.abs(clock - self.times_s[:, None]) > _MARGIN_S
        under_power = clock < self.vehicle.burnout_time_s
        apart = np.where(late | under_power | np.isnan(apart), np.inf, apart)
        nearest = np.argmin(apart, axis=1)
        rows = np.arange(len(nearest))
        position = flights.positions_ecef_m[rows, nearest]
        velocity = flights.velocities_ecef_m_s[rows, nearest]
        lost = np.isinf(apart[rows, nearest])
        return _nearest_pass(position, velocity, clock[nearest], self.points_ecef_m, lost)

    def correction(
        self, turn_rad: Float[np.ndarray, "n 2"], passed: _Passes
    ) -> Float[np.ndarray, "n 2"]:
        """Newton's step for the two kicks, from flights a little beside."""
        columns = []
        for axis in range(2):
            beside = turn_rad.copy()
            beside[:, axis] += _DIFFERENCE_RAD
            moved = self.passes(beside).offset_m - passed.offset_m
            columns.append(moved / _DIFFERENCE_RAD)
        first, second = columns
        # Least squares of two unknowns: the offset stands across the flight, in a plane.
        a, b, c = (
            np.sum(x * y, axis=-1) for x, y in ((first, first), (first, second), (second,) * 2)
        )
        p, q = (-np.sum(x * passed.offset_m, axis=-1) for x in (first, second))
        determinant = a * c - b * b
        with np.errstate(divide="ignore", invalid="ignore"):
            step = np.stack((c * p - b * q, a * q - b * p), axis=-1) / determinant[:, None]
        step = np.where(np.isfinite(step), step, 0.0)
        length = np.linalg.norm(step, axis=-1, keepdims=True)
        return step * np.minimum(1.0, _LONGEST_MOVE_RAD / np.maximum(length, 1e-12))


def _nearest_pass(
    position: Float[np.ndarray, "n 3"],
    velocity: Float[np.ndarray, "n 3"],
    time_s: Float[np.ndarray, "n"],
    points: Float[np.ndarray, "n 3"],
    lost: Bool[np.ndarray, "n"],
) -> _Passes:
    """The closest approach within half a step of a sample, with gravity bending the path."""
    velocity = np.where(lost[:, None], 1.0, velocity)  # on the ramp it is zero
    pull = acceleration(position)  # what the turning frame adds is a few metres in half a step
    dt = np.zeros(len(time_s))
    for _ in range(3):
        offset = position + velocity * dt[:, None] + 0.5 * pull * dt[:, None] ** 2 - points
        speed = velocity + pull * dt[:, None]
        dt = dt - np.sum(offset * speed, axis=-1) / np.sum(speed * speed, axis=-1)
        dt = np.clip(dt, -_SAMPLE_STEP_S, _SAMPLE_STEP_S)
    offset = position + velocity * dt[:, None] + 0.5 * pull * dt[:, None] ** 2 - points
    return _Passes(np.where(lost[:, None], np.inf, offset), np.where(lost, np.nan, time_s + dt))
