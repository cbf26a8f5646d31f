"""Schedules of looks: filled greedily, improved by exchanges and by chains of them.

What counts is the sum of the weighted areas of the objects' expected impact ellipses. Objects do
not share it: a look at one leaves the others as they are. So what a look would gain, and what the
loss of one would cost, stand in one table of objects and places, of which a change of the schedule
touches one row.

One look tells where an object is, a second one how it moves: what two looks gain together is often
more than the sum, so that no greedy choice is safe. A chain forces one exchange that loses and goes
on with those that gain, and is kept if all of it gains.

Source: Nemhauser, Wolsey and Fisher 1978, Mathematical Programming 14, 265-294, for the greedy
choice; Lin and Kernighan 1973, Operations Research 21, 498-516, for chains.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination.areas import area_km2, areas_km2, information
from glasshield.coordination.looks import Prospect

# Gains that differ by less, as a share of what is at stake, are the same gain: last digits, which
# may differ from one processor to the next, decide nothing.
_SAME: Final = 1e-10
_MOST_EXCHANGES: Final = 20_000
# Chains: how many are tried before none is looked for any more, how long each is, and among how
# many objects of a place, the best to come in and the best to go out, its first exchange is chosen.
_CHAINS: Final = 200
_LINKS: Final = 6
_AMONG: Final = 4


class Schedule:
    """A schedule that can be changed, task by task.

    Attributes:
        offer: what could be looked at.
        taken: which objects are looked at, at which places.
        area_km2: of each object's ellipse, weighted.
    """

    __slots__ = ("_change_km2", "_least_km2", "area_km2", "offer", "taken")

    def __init__(self, offer: Prospect, taken: Bool[np.ndarray, "n q"] | None = None) -> None:
        """A schedule.

        Args:
            offer: what could be looked at; all of its objects come down.
            taken: of the tasks; none when left out.
        """
        self.offer = offer
        self.taken = np.zeros(offer.sees.shape, dtype=bool) if taken is None else taken.copy()
        self.area_km2 = np.zeros(len(offer.sees))
        self._change_km2 = np.zeros(offer.sees.shape)
        nobody = np.zeros(offer.sees.shape, dtype=bool)
        at_stake = float(np.sum(offer.weight * areas_km2(offer, nobody)))
        self._least_km2 = max(_SAME * at_stake, np.finfo(float).tiny)
        self._work_out(np.arange(len(offer.sees)))

    @property
    def total_km2(self) -> float:
        """What counts."""
        return float(self.area_km2.sum())

    def fill(self) -> None:
        """Takes the task that gains most, again and again, until no place has room that is of use.

        A look never does harm, so that no place stays empty over which something is in view.
        """
        left = self.offer.room - self.taken.sum(axis=0)
        gain = self._gain()
        gain[:, left <= 0] = -np.inf
        while gain.size:
            row, place = divmod(int(np.argmax(gain)), gain.shape[1])
            if np.isneginf(gain[row, place]):
                return
            self._turn(row, place)
            left[place] -= 1
            gain[row] = np.where(left > 0, self._gain()[row], -np.inf)
            if left[place] <= 0:
                gain[:, place] = -np.inf

    def improve(self) -> None:
        """Exchanges objects of a place while that gains anything, then by chains."""
        if not self.taken.size:
            return
        self._exchange(_MOST_EXCHANGES)
        left = _CHAINS
        while left > 0:
            for chain in self._beginnings():
                left -= 1
                if self._chain(*chain):
                    self._exchange(_MOST_EXCHANGES)
                    break
                if left <= 0:
                    return
            else:
                return

    def _exchange(self, most: int, held: int | None = None) -> list[tuple[int, int]]:
        """Exchanges one object of a place for another while that gains anything.

        Args:
            most: exchanges.
            held: a place that stays as it is.

        Returns:
            The tasks that were turned, in order.
        """
        turned: list[tuple[int, int]] = []
        for _ in range(most):
            gain, loss = self._gain(), self._loss()
            better = gain.max(axis=0) - loss.min(axis=0)
            if held is not None:
                better[held] = -np.inf
            place = int(np.argmax(better))
            # Below half a step two equal gains would be exchanged for ever.
            if not better[place] > 0.5 * self._least_km2:
                break
            outgoing, incoming = int(np.argmin(loss[:, place])), int(np.argmax(gain[:, place]))
            for row in (outgoing, incoming):
                self._turn(row, place)
                turned.append((row, place))
        return turned

    def _beginnings(self) -> list[tuple[int, int, int]]:
        """Exchanges that lose, those that lose least first: place, outgoing, incoming."""
        gain, loss = self._gain(), self._loss()
        incoming = np.argsort(-gain, axis=0, kind="stable")[:_AMONG]
        outgoing = np.argsort(loss, axis=0, kind="stable")[:_AMONG]
        best = np.take_along_axis(gain, incoming, 0)
        least = np.take_along_axis(loss, outgoing, 0)
        net = best[:, None] - least[None]
        order = np.argsort(-net, axis=None, kind="stable")[:_CHAINS]
        found = np.stack(np.unravel_index(order, net.shape), axis=1)[np.isfinite(net.flat[order])]
        return [
            (int(place), int(outgoing[out, place]), int(incoming[come, place]))
            for come, out, place in found.tolist()
        ]

    def _chain(self, place: int, outgoing: int, incoming: int) -> bool:
        """Forces one exchange and goes on with those that gain; whether all of it gained.

        What gained nothing is undone.
        """
        before_km2 = self.total_km2
        self._turn(outgoing, place)
        self._turn(incoming, place)
        turned = [(outgoing, place), (incoming, place), *self._exchange(_LINKS, place)]
        if self.total_km2 < before_km2 - self._least_km2:
            return True
        for row, at in reversed(turned):
            self._turn(row, at)
        return False

    def _gain(self) -> Float[np.ndarray, "n q"]:
        """What each task that is not taken would gain; less than anything where there is none."""
        return np.where(self.taken | ~self.offer.sees, -np.inf, self._change_km2)

    def _loss(self) -> Float[np.ndarray, "n q"]:
        """What each task that is taken is worth; more than anything where there is none."""
        return np.where(self.taken, self._change_km2, np.inf)

    def _turn(self, row: int, place: int) -> None:
        """Takes a task, or leaves it."""
        self.taken[row, place] = ~self.taken[row, place]
        self._work_out(np.array([row]))

    def _work_out(self, rows: Int[np.ndarray, "k"]) -> None:
        """What some objects' areas are, and what each change of one task would make of them.

        A task more or less is an update of low rank (Woodbury) of the state's covariance.
        """
        offer, taken = self.offer.of_objects(rows), self.taken[rows]
        covariance = np.linalg.inv(information(offer, taken))
        sign = np.where(taken, -1.0, 1.0)[..., None, None]
        ground = np.swapaxes(offer.ground, 1, 2)
        spread = offer.slope @ covariance[:, None]
        seen = np.eye(4) + sign * (spread @ np.swapaxes(offer.slope, 2, 3))
        down = spread @ ground[:, None]
        now = offer.ground @ covariance @ ground + offer.floor_m2
        then = now[:, None] - sign * (np.swapaxes(down, 2, 3) @ np.linalg.solve(seen, down))
        weight = offer.weight
        self.area_km2[rows] = weight * area_km2(now)
        change = np.abs(weight[:, None] * area_km2(then) - self.area_km2[rows, None])
        self._change_km2[rows] = np.round(change / self._least_km2) * self._least_km2
