"""Schedules of looks: greedy, improved by exchanges, and the least that any schedule can reach.

What counts is the sum of the weighted areas of the objects' expected impact ellipses. Objects do
not share it: a look at one leaves the others as they are. So what a look would gain, and what the
loss of one would cost, stand in one table of objects and places, of which a change of the schedule
touches one row.

An area is a convex function of the information that looks bring (the log determinant of a matrix
convex function), so that the schedule with fractions of looks is a convex problem over simplices,
and its linear part bounds all schedules from below.

Source: Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14, 265-294, for the greedy
choice; Frank and Wolfe 1956, Naval Research Logistics Quarterly 3, 95-110, for the bound; Boyd and
Vandenberghe 2004, Convex Optimization, sections 3.1.5 and 3.6, for convexity.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.looks import Prospect

# The area of an ellipse of 95 %, in square kilometres for a covariance of one m4.
AREA_95: Final = float(-2.0 * np.log(0.05) * np.pi * 1e-6)
# Gains that differ by less, as a share of what is at stake, are the same gain: last digits, which
# may differ from one processor to the next, decide nothing.
_SAME: Final = 1e-10
_MOST_EXCHANGES: Final = 20_000
_HALVINGS: Final = 30


class Schedule:
    """A schedule that can be changed, task by task.

    Attributes:
        prospect: what is offered.
        taken: which objects are looked at, at which places.
        area_km2: of each object's ellipse, weighted.
    """

    __slots__ = ("_left", "_step_km2", "_tolerance", "area_km2", "prospect", "taken")

    def __init__(self, prospect: Prospect, taken: Bool[np.ndarray, "n q"] | None = None) -> None:
        """A schedule.

        Args:
            prospect: what is offered; objects that come down nowhere must not be among it.
            taken: of the tasks; none when left out.
        """
        self.prospect = prospect
        self.taken = np.zeros(prospect.sees.shape, dtype=bool) if taken is None else taken.copy()
        self.area_km2 = np.zeros(len(prospect.sees))
        self._step_km2 = np.zeros(prospect.sees.shape)
        self._left = prospect.room - self.taken.sum(axis=0)
        everything = weighted(prospect, areas_km2(prospect, self.taken & False))
        self._tolerance = _SAME * float(everything.sum())
        self._work_out(np.arange(len(prospect.sees)))

    @property
    def total_km2(self) -> float:
        """What counts."""
        return float(self.area_km2.sum())

    def fill(self, sensors: int) -> None:
        """Take the task that gains most, again and again, until no place has room that is of use.

        Args:
            sensors: only tasks of so many first sensors.
        """
        sensor = np.arange(len(self._left)) % max(self.prospect.sensors, 1)
        self._left = np.where(sensor < sensors, self.prospect.room - self.taken.sum(axis=0), 0)
        gain = np.where(self.taken | ~self.prospect.sees, -np.inf, self._step_km2)
        gain[:, self._left <= 0] = -np.inf
        while gain.size:
            best = int(np.argmax(self._told_apart(gain)))
            row, place = divmod(best, gain.shape[1])
            if not gain[row, place] > -np.inf:
                return
            self._change(row, place)
            is_open = ~self.taken[row] & self.prospect.sees[row] & (self._left > 0)
            gain[row] = np.where(is_open, self._step_km2[row], -np.inf)
            if self._left[place] <= 0:
                gain[:, place] = -np.inf

    def exchange(self) -> None:
        """Exchange one object of a place for another while that gains anything."""
        for _ in range(_MOST_EXCHANGES):
            if not self.taken.size:
                return
            sees = self.prospect.sees
            gain = np.where(self.taken | ~sees, -np.inf, self._step_km2)
            loss = np.where(self.taken, self._step_km2, np.inf)
            better = self._told_apart(gain.max(axis=0)) - self._told_apart(loss.min(axis=0))
            place = int(np.argmax(better))
            if not better[place] > self._tolerance:
                return
            incoming = int(np.argmax(self._told_apart(gain[:, place])))
            outgoing = int(np.argmin(self._told_apart(loss[:, place])))
            self._change(outgoing, place)
            self._change(incoming, place)

    def _told_apart(self, gain: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
        """Gains in steps that are worth telling apart."""
        step = max(self._tolerance, 1e-300)
        return np.round(gain / step) * step

    def _change(self, row: int, place: int) -> None:
        """Take a task or leave it."""
        self._left[place] += 1 if self.taken[row, place] else -1
        self.taken[row, place] = ~self.taken[row, place]
        self._work_out(np.array([row]))

    def _work_out(self, rows: Int[np.ndarray, "k"]) -> None:
        """What some objects' areas are, and what each change of one task would make of them."""
        offer, taken = self.prospect, self.taken[rows]
        covariance = np.linalg.inv(_information(offer, self.taken, rows))
        sign = np.where(taken, -1.0, 1.0)[..., None, None]
        slope, ground = offer.slope[rows], np.swapaxes(offer.ground[rows], 1, 2)
        spread = slope @ covariance[:, None]
        seen = np.eye(4) + sign * (spread @ np.swapaxes(slope, 2, 3))
        down = spread @ ground[:, None]
        now = np.swapaxes(ground, 1, 2) @ covariance @ ground + offer.floor_m2[rows]
        then = now[:, None] - sign * (np.swapaxes(down, 2, 3) @ np.linalg.solve(seen, down))
        weight = offer.weight[rows]
        self.area_km2[rows] = weight * _area(now)
        change = weight[:, None] * _area(then) - self.area_km2[rows, None]
        self._step_km2[rows] = np.abs(change)


def areas_km2(offer: Prospect, taken: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n"]:
    """The areas of the ellipses that hold the impacts with 95 %, not weighted.

    Args:
        offer: what could be looked at.
        taken: how much of each task is done: true or false, or a share.
    """
    rows = np.arange(len(taken))
    return _area(_impact(offer, np.linalg.inv(_information(offer, taken, rows))))


def weighted(offer: Prospect, area_km2: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """Areas as they count."""
    return offer.weight * area_km2


def least_km2(offer: Prospect, taken: Bool[np.ndarray, "n q"], rounds: int) -> float:
    """A sum of weighted areas below which no schedule comes.

    Args:
        offer: what could be looked at.
        taken: a schedule, the better the nearer.
        rounds: of the search; more bring the bound nearer.
    """
    share = taken.astype(float)
    least = 0.0
    for _ in range(rounds):
        total, slope = _sloped(offer, share)
        corner = _corner(offer, slope)
        least = max(least, total + float(np.sum(slope * (corner - share))))
        share = _between(offer, share, corner)
    return least


def _sloped(
    offer: Prospect, share: Float[np.ndarray, "n q"]
) -> tuple[float, Float[np.ndarray, "n q"]]:
    """The sum of weighted areas, and how it changes with the share of each task."""
    covariance = np.linalg.inv(_information(offer, share, np.arange(len(share))))
    impact = _impact(offer, covariance)
    area = weighted(offer, _area(impact))
    carried = offer.ground @ covariance
    pull = np.swapaxes(carried, 1, 2) @ np.linalg.solve(impact, carried)
    slope = -0.5 * area[:, None] * np.einsum("nqia,nab,nqib->nq", offer.slope, pull, offer.slope)
    return float(area.sum()), slope


def _corner(offer: Prospect, slope: Float[np.ndarray, "n q"]) -> Float[np.ndarray, "n q"]:
    """The schedule that is best as far as slopes tell."""
    falls = np.where(offer.sees, slope, np.inf)
    rank = np.argsort(np.argsort(falls, axis=0, kind="stable"), axis=0, kind="stable")
    return ((rank < offer.room) & offer.sees).astype(float)


def _between(
    offer: Prospect, share: Float[np.ndarray, "n q"], corner: Float[np.ndarray, "n q"]
) -> Float[np.ndarray, "n q"]:
    """The best point of the way from one to the other, found by halving the slope along it."""
    way = corner - share
    near, far = 0.0, 1.0
    for _ in range(_HALVINGS // 3):
        middle = 0.5 * (near + far)
        _, slope = _sloped(offer, share + middle * way)
        near, far = (middle, far) if np.sum(slope * way) < 0.0 else (near, middle)
    return share + 0.5 * (near + far) * way


def _information(
    offer: Prospect, taken: Float[np.ndarray, "n q"], rows: Int[np.ndarray, "k"]
) -> Float[np.ndarray, "k 6 6"]:
    """What is known of some objects' states when tasks are done."""
    slope = offer.slope[rows]
    done = (taken[rows][..., None, None] * slope).reshape(len(rows), -1, 6)
    flat = slope.reshape(len(rows), -1, 6)
    added: Float[np.ndarray, "k 6 6"] = offer.before[rows] + np.swapaxes(done, 1, 2) @ flat
    return added


def _impact(
    offer: Prospect, covariance: Float[np.ndarray, "n 6 6"]
) -> Float[np.ndarray, "n 2 2"]:
    down: Float[np.ndarray, "n 2 2"] = (
        offer.ground @ covariance @ np.swapaxes(offer.ground, 1, 2) + offer.floor_m2
    )
    return down


def _area(covariance_m2: Float[np.ndarray, "... 2 2"]) -> Float[np.ndarray, "..."]:
    east, north = covariance_m2[..., 0, 0], covariance_m2[..., 1, 1]
    mixed = covariance_m2[..., 0, 1] * covariance_m2[..., 1, 0]
    return np.asarray(AREA_95 * np.sqrt(np.maximum(east * north - mixed, 0.0)))
