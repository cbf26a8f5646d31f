"""Flights bent up or down: families by the multiple of the apogee that least energy would give.

Over a still Earth every cut-off has one kick that carries furthest; flights of the same range that
rise higher or less high burn longer. Here each flight of a vehicle's plane is measured by its
apogee over that of the flight of least energy with the same range, and a family is where that
multiple has one value. The turning Earth changes the multiple of a solved flight a little: by less
than 0.04 between 0.8 and 1.3 (tests).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.errors import RangeError
from glasshield.flight.families import Plane, Shape, plane
from glasshield.flight.vehicle import Vehicle

# Multiples at which a range of them is tried, to learn which cut-offs have a flight for all.
_TRIED: Final = 9


@dataclass(frozen=True, slots=True)
class Bends:
    """A vehicle's families by the multiple of the least-energy apogee.

    Attributes:
        vehicle: whose.
        plane: its flights over a still Earth.
        log_kick: the kicks of the plane, growing, shape (k,).
        multiple: of each cut-off at each kick, falling with the kick; NaN where nothing flies.
        kept: the cut-offs with a flight at every multiple of the range, ordered by range.
    """

    vehicle: Vehicle
    plane: Plane
    log_kick: Float[np.ndarray, "k"]
    multiple: Float[np.ndarray, "c k"]
    kept: Bool[np.ndarray, "c"]

    @classmethod
    def of(cls, vehicle: Vehicle, low: float, high: float) -> Bends:
        """The families of a vehicle with multiples from `low` to `high`.

        Raises:
            RangeError: multiples at or below zero, or a vehicle without such flights.
        """
        if not 0.0 < low <= high:
            raise RangeError(
                "a multiple of an apogee lies above zero", got=(low, high), where="apogee"
            )
        flights = plane(vehicle)
        multiple = _multiples(flights)
        every = np.ones(len(flights.cutoff_s), dtype=bool)
        whole = cls(vehicle, flights, np.log(flights.kick_rad), multiple, every)
        tried = whole._rows(np.linspace(low, high, _TRIED))
        kept = _growing(tried[..., 0])
        if np.count_nonzero(kept) < 2:
            raise RangeError(
                f"{vehicle.name} has no flights {low:g} to {high:g} times as high as those of "
                "least energy",
                do="ask for multiples nearer to one",
            )
        return cls(vehicle, flights, whole.log_kick, multiple, kept)

    def curves(self, multiples: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n p 3"]:
        """For each multiple its family, as rows of range (m), kick (rad) and cut-off (s)."""
        return np.ascontiguousarray(self._rows(multiples)[:, self.kept])

    def _rows(self, multiples: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n c 3"]:
        """The flight of each multiple at each cut-off; NaN where there is none."""
        rows = np.full((len(multiples), len(self.plane.cutoff_s), 3), np.nan)
        for c, (multiple, reach) in enumerate(zip(self.multiple, self.plane.range_m, strict=True)):
            flown = np.isfinite(multiple)
            if np.count_nonzero(flown) < 2:
                continue
            kick = np.interp(
                -multiples, -multiple[flown], self.log_kick[flown], left=np.nan, right=np.nan
            )
            rows[:, c, 0] = np.interp(kick, self.log_kick[flown], reach[flown])
            rows[:, c, 1] = np.exp(kick)
        rows[..., 2] = self.plane.cutoff_s
        return rows


def _multiples(flights: Plane) -> Float[np.ndarray, "c k"]:
    """The apogee of every flight over that of the least energetic one with the same range."""
    least = flights.curve(Shape.minimum_energy())
    highest = _apogees_m(flights, least)
    over = np.interp(flights.range_m, least[:, 0], highest, left=np.nan)
    found = flights.apogee_m / over
    # Steeper flights rise higher; near the vertical, where ranges vanish, rounding may say else.
    falling = np.fmin.accumulate(found, axis=1)
    multiples: Float[np.ndarray, "c k"] = np.where(np.isfinite(found), falling, np.nan)
    return multiples


def _apogees_m(flights: Plane, curve: Float[np.ndarray, "p 3"]) -> Float[np.ndarray, "p"]:
    """The apogees along a family, read off the plane."""
    log_kick = np.log(flights.kick_rad)
    by_cutoff = np.array(
        [np.interp(np.log(curve[:, 1]), log_kick, apogee) for apogee in flights.apogee_m]
    )
    # Between two cut-offs on a straight line.
    at = np.interp(curve[:, 2], flights.cutoff_s, np.arange(len(flights.cutoff_s)))
    low = np.minimum(at.astype(int), len(flights.cutoff_s) - 2)
    part, p = at - low, np.arange(len(curve))
    apogees: Float[np.ndarray, "p"] = (1.0 - part) * by_cutoff[low, p] + part * by_cutoff[
        low + 1, p
    ]
    return apogees


def _growing(ranges_m: Float[np.ndarray, "n c"]) -> Bool[np.ndarray, "c"]:
    """The cut-offs at which every family reaches further than at all kept before."""
    kept = np.zeros(ranges_m.shape[1], dtype=bool)
    furthest = np.zeros(len(ranges_m))
    for c, reach in enumerate(ranges_m.T):
        if np.isfinite(reach).all() and (reach > furthest + 1.0).all():
            kept[c] = True
            furthest = reach
    return kept
