"""Families of a vehicle's flights: one free parameter each, ordered by range.

Kick and cut-off together give a vehicle a plane of flights. A shape (minimum energy, lofted,
depressed, a stated apogee, a stated time) is a curve in that plane. The curves are drawn once for a
vehicle, over a still Earth; aiming then walks along one of them over the rotating Earth.
"""

from __future__ import annotations

import enum
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.constants import EARTH_SEMI_MAJOR_AXIS_M
from glasshield.errors import RangeError
from glasshield.flight import rockets
from glasshield.flight.vehicle import Vehicle

POINTS: Final = 64  # of every curve handed to the kernel
_KICKS_RAD: Final = np.geomspace(math.radians(0.02), math.radians(50.0), 56)
_CUTOFFS: Final = 36
_FIRST_CUTOFF: Final = 0.25  # of the whole burn
_LEAVES_AIR_M: Final = 100e3  # lower flights skim the air, where no aim is worth its digits


class Kind(enum.StrEnum):
    """What is asked of a flight beside its target."""

    MINIMUM_ENERGY = "minimum-energy"  # cut off as early as possible
    LOFTED = "lofted"  # a full burn, the higher of the two ways
    DEPRESSED = "depressed"  # a full burn, the lower of the two ways, above 100 km
    APOGEE = "apogee"  # a stated height, cut off as needed
    TIME = "time"  # a stated flight time, cut off as needed


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of flight; use the class methods.

    Attributes:
        kind: which.
        value: the apogee (m) or the time (s) asked for; NaN for the others.
    """

    kind: Kind
    value: float = math.nan

    @classmethod
    def minimum_energy(cls) -> Shape:
        """The flight that burns the least."""
        return cls(Kind.MINIMUM_ENERGY)

    @classmethod
    def lofted(cls) -> Shape:
        """A full burn on the higher way."""
        return cls(Kind.LOFTED)

    @classmethod
    def depressed(cls) -> Shape:
        """A full burn on the lower way."""
        return cls(Kind.DEPRESSED)

    @classmethod
    def apogee(cls, height_m: float) -> Shape:
        """A flight that rises to this height."""
        if not (math.isfinite(height_m) and height_m > 0.0):
            raise RangeError("an apogee lies above the ground", where="apogee", got=height_m)
        return cls(Kind.APOGEE, height_m)

    @classmethod
    def time(cls, duration_s: float) -> Shape:
        """A flight that takes this long from launch to impact."""
        if not (math.isfinite(duration_s) and duration_s > 0.0):
            raise RangeError("a flight takes some time", where="time", got=duration_s)
        return cls(Kind.TIME, duration_s)

    @property
    def fixed(self) -> bool:
        """Whether the curve over a still Earth holds over the rotating one without correction."""
        return self.kind not in {Kind.APOGEE, Kind.TIME}


@dataclass(frozen=True, slots=True)
class Plane:
    """A vehicle's flights over kick and cut-off, on a still Earth; what failed is NaN.

    Attributes:
        vehicle: whose.
        cutoff_s: shape (c,), the last one being the full burn.
        kick_rad: shape (k,).
        range_m: shape (c, k).
        apogee_m: shape (c, k).
        time_s: shape (c, k).
    """

    vehicle: Vehicle
    cutoff_s: Float[np.ndarray, "c"]
    kick_rad: Float[np.ndarray, "k"]
    range_m: Float[np.ndarray, "c k"]
    apogee_m: Float[np.ndarray, "c k"]
    time_s: Float[np.ndarray, "c k"]

    def curve(self, shape: Shape) -> Float[np.ndarray, "p 3"]:
        """The shape's flights as rows of range (m), kick (rad) and cut-off (s), by growing range.

        Raises:
            RangeError: when the vehicle has no flight of this shape.
        """
        rows = _DRAW[shape.kind](self, shape.value)
        rows = rows[np.isfinite(rows).all(axis=-1)]
        rows = _growing(rows)
        if len(rows) < 2:
            raise RangeError(
                f"{self.vehicle.name} has no {_wording(shape)} flight",
                do="ask for another shape, apogee or time",
            )
        return _resampled(rows)


def plane(vehicle: Vehicle) -> Plane:
    """The vehicle's plane of flights, flown once."""
    return planes([vehicle])[0]


def planes(vehicles: list[Vehicle]) -> list[Plane]:
    """The planes of several vehicles, flown together."""
    shares = np.linspace(_FIRST_CUTOFF, 1.0, _CUTOFFS)
    cutoffs = np.array([v.burnout_time_s * shares for v in vehicles])
    index = np.repeat(np.arange(len(vehicles)), _CUTOFFS)
    flights = rockets.fan(
        [vehicles[v] for v in index],
        _KICKS_RAD,
        np.repeat(cutoffs.reshape(-1, 1), len(_KICKS_RAD), axis=1),
    )
    shape = (len(vehicles), _CUTOFFS, len(_KICKS_RAD))
    came_down = flights.ok.reshape(shape)
    # Over the equator the geodetic height is the distance from the axis less its radius.
    apogee = np.linalg.norm(flights.apogee_position_ecef_m, axis=-1) - EARTH_SEMI_MAJOR_AXIS_M
    columns = (rockets.ranges_m(flights), apogee, flights.flight_time_s)
    ranges, apogees, times = (
        np.where(came_down, column.reshape(shape), np.nan) for column in columns
    )
    return [
        Plane(vehicle, cutoffs[v], _KICKS_RAD, ranges[v], apogees[v], times[v])
        for v, vehicle in enumerate(vehicles)
    ]


def _minimum_energy(plane: Plane, _: float) -> Float[np.ndarray, "c 3"]:
    """For every cut-off the kick that carries furthest: no earlier cut-off reaches as far."""
    log_kick = np.log(plane.kick_rad)
    rows = np.full((len(plane.cutoff_s), 3), np.nan)
    for c, reach in enumerate(plane.range_m):
        if not np.isfinite(reach).any():
            continue
        best = int(np.clip(np.nanargmax(reach), 1, len(reach) - 2))
        y = reach[best - 1 : best + 2]
        if not np.isfinite(y).all():
            continue
        # The vertex of the parabola through the best flight and its neighbours.
        bend = y[0] - 2.0 * y[1] + y[2]
        shift = 0.5 * (y[0] - y[2]) / bend if bend < 0.0 else 0.0
        top = y[1] - 0.25 * (y[0] - y[2]) * shift
        kick = np.exp(log_kick[best] + shift * (log_kick[1] - log_kick[0]))
        rows[c] = top, kick, plane.cutoff_s[c]
    return rows


def _lofted(plane: Plane, _: float) -> Float[np.ndarray, "k 3"]:
    """The full burn at kicks below the one that carries furthest."""
    reach = plane.range_m[-1]
    if not np.isfinite(reach).any():
        return np.empty((0, 3))
    best = int(np.nanargmax(reach)) + 1
    cutoff = np.full(best, plane.cutoff_s[-1])
    return np.stack((reach[:best], plane.kick_rad[:best], cutoff), axis=-1)


def _depressed(plane: Plane, _: float) -> Float[np.ndarray, "k 3"]:
    """The full burn at kicks above the one that carries furthest, as long as it leaves the air.

    For a slow starter all of them lie within half a degree, so they are flown again more closely.
    """
    reach, apogee = plane.range_m[-1], plane.apogee_m[-1]
    if not np.isfinite(reach).any():
        return np.empty((0, 3))
    best = int(np.nanargmax(reach))
    low = np.flatnonzero(~(apogee[best:] > _LEAVES_AIR_M))
    last = best + int(low[0]) if len(low) else len(reach) - 1
    kicks = np.geomspace(plane.kick_rad[max(best - 1, 0)], plane.kick_rad[last], 3 * POINTS)
    flights = rockets.fan([plane.vehicle], kicks)
    high = np.linalg.norm(flights.apogee_position_ecef_m, axis=-1) - EARTH_SEMI_MAJOR_AXIS_M
    reach = np.where(flights.ok & (high > _LEAVES_AIR_M), rockets.ranges_m(flights), np.nan)
    falling = slice(int(np.nanargmax(reach)), None)
    cutoff = np.full(len(kicks), plane.cutoff_s[-1])
    return np.stack((reach, kicks, cutoff), axis=-1)[falling]


def _constrained(
    plane: Plane, measure: Float[np.ndarray, "c k"], value: float
) -> Float[np.ndarray, "c 3"]:
    """For every cut-off the kick at which the measure, falling with the kick, has the value."""
    log_kick = np.log(plane.kick_rad)
    rows = np.full((len(plane.cutoff_s), 3), np.nan)
    for c, row in enumerate(measure):
        usable = np.isfinite(row) & np.isfinite(plane.range_m[c])
        kicks, values, reach = log_kick[usable], row[usable], plane.range_m[c][usable]
        falling = np.flatnonzero((values[:-1] >= value) & (values[1:] < value))
        if not len(falling):
            continue
        k = int(falling[0])
        part = (value - values[k]) / (values[k + 1] - values[k])
        kick = kicks[k] + part * (kicks[k + 1] - kicks[k])
        rows[c] = reach[k] + part * (reach[k + 1] - reach[k]), np.exp(kick), plane.cutoff_s[c]
    return rows


_DRAW: Final[dict[Kind, Callable[[Plane, float], Float[np.ndarray, "n 3"]]]] = {
    Kind.MINIMUM_ENERGY: _minimum_energy,
    Kind.LOFTED: _lofted,
    Kind.DEPRESSED: _depressed,
    Kind.APOGEE: lambda plane, value: _constrained(plane, plane.apogee_m, value),
    Kind.TIME: lambda plane, value: _constrained(plane, plane.time_s, value),
}


def _growing(rows: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "m 3"]:
    """The longest run of rows in order of growing range that leaves out no greater range.

    Cut-offs during a coast between stages repeat a range; those before lift-off speed is gained
    have none worth the name.
    """
    if len(rows) and rows[0, 0] > rows[-1, 0]:
        rows = rows[::-1]
    kept: list[int] = []
    furthest = 0.0
    for k, reach in enumerate(rows[:, 0]):
        if reach > furthest + 1.0:
            kept.append(k)
            furthest = reach
    return rows[kept]


def _resampled(rows: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "p 3"]:
    """The curve at `POINTS` points, equally spaced along the row number, by straight lines."""
    at = np.linspace(0.0, len(rows) - 1.0, POINTS)
    return np.ascontiguousarray(
        np.stack([np.interp(at, np.arange(len(rows)), column) for column in rows.T], axis=-1)
    )


def _wording(shape: Shape) -> str:
    """The shape in words, for messages."""
    if shape.kind is Kind.APOGEE:
        return f"{shape.value / 1e3:.6g} km high"
    if shape.kind is Kind.TIME:
        return f"{shape.value / 60.0:.4g} minute"
    return shape.kind.value
