"""The worst case of each of many groups, searched for in a cube of a few dimensions.

It begins with points that fill the cube evenly, the middle and the ends of each coordinate among
them. From the best of them search goes on by zooming: points around the best one so far, in a box
that shrinks where nothing better is found and stretches along the directions that were better, so
that a narrow valley across the coordinates is followed. Groups that may hold the worst case of all
are searched longest. Nothing is random: the same question gets the same answer.

A valley so narrow that none of the starts is on its slopes is missed, as by any search that asks
finitely often.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy.stats import qmc

# Values of points of the cube, each with its group: the least is the worst, infinite is none.
Objective = Callable[[Float[np.ndarray, "n d"], Int[np.ndarray, "n"]], Float[np.ndarray, "n"]]

SEED: Final = 20070601
_FIRST_STEP: Final = 0.25  # of the cube's side
_LAST_STEP: Final = 2e-4
_GROW, _SHRINK = 1.25, 0.5
# How much of a chain's shape each round renews, by what was better and by where it moved.
_LEARN: Final = 0.3
# Rounds without a gain worth the resolution after which a chain ends.
_PATIENCE: Final = 4
# Rounds after which the points around a chain come back in the same pattern; a power of two.
_ROUNDS_APART: Final = 16
# Starts of one group stand at least so far apart, in the largest coordinate.
_APART: Final = 0.1


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a search asks.

    Attributes:
        starts: points that fill the cube, for each group; a power of two.
        rounds: of zooming in every group, from its best start.
        contenders: how many groups are searched to the end, those with the worst values.
        chains: how many starts of each contender.
        points: asked around each chain in a round; a power of two.
        most_rounds: of zooming in a contender.
        resolution: a chain ends when four rounds gain less together, in the unit of the values.
    """

    starts: int = 32
    rounds: int = 3
    contenders: int = 3
    chains: int = 3
    points: int = 16
    most_rounds: int = 24
    resolution: float = 10.0


@dataclass(frozen=True, slots=True)
class Worst:
    """The worst case of each group.

    Attributes:
        values: the least that was found; infinite where nothing was.
        points: where.
        evaluations: how often the objective was asked.
    """

    values: Float[np.ndarray, "g"]
    points: Float[np.ndarray, "g d"]
    evaluations: int


def search(
    objective: Objective, free: Bool[np.ndarray, "g d"], effort: Effort | None = None
) -> Worst:
    """The worst case of each group.

    Args:
        objective: the value of each point; asked with many points at a time.
        free: which coordinates of each group matter; the others stay at 0.5.
        effort: how much is asked.
    """
    effort = effort or Effort()
    points, group = _starts(free, effort.starts)
    values = objective(points, group)
    best = _best_starts(points, values, group, len(free), effort.chains)

    def begun(chosen: Int[np.ndarray, "c"]) -> _Chains:
        return _Chains.begun(free, group[chosen], points[chosen], values[chosen])

    first = begun(best[:, 0][best[:, 0] >= 0])
    asked = len(points) + first.zoom(objective, effort, effort.rounds)
    order = np.argsort(first.value, kind="stable")[: effort.contenders]
    others = best[first.group[order], 1:].ravel()
    last = first.taken(order).beside(begun(others[others >= 0]))
    asked += last.zoom(objective, effort, effort.most_rounds)
    return _worst(free, first.beside(last), asked)


def _worst(free: Bool[np.ndarray, "g d"], chains: _Chains, evaluations: int) -> Worst:
    """The best of each group's chains."""
    values = np.full(len(free), np.inf)
    points = np.full(free.shape, 0.5)
    for group, value, point in zip(chains.group, chains.value, chains.point, strict=True):
        if value < values[group]:
            values[group], points[group] = value, point
    return Worst(values, points, evaluations)


def _starts(
    free: Bool[np.ndarray, "g d"], count: int
) -> tuple[Float[np.ndarray, "n d"], Int[np.ndarray, "n"]]:
    """The points with which the search of each group begins, and their groups."""
    parts = [_starts_of(row, count) for row in free]
    group = np.repeat(np.arange(len(free)), [len(part) for part in parts])
    return np.concatenate([*parts, np.empty((0, free.shape[1]))]), group


def _starts_of(free: Bool[np.ndarray, "d"], count: int) -> Float[np.ndarray, "n d"]:
    """The middle, the two ends of each free coordinate, and points that fill the cube."""
    own = np.flatnonzero(free)
    ends = np.repeat(np.eye(len(own)), 2, axis=0) * np.tile([[-0.5], [0.5]], (len(own), 1))
    even = [_even(count, len(own))] if len(own) else []
    moved = np.concatenate([np.full((1, len(own)), 0.5), 0.5 + ends, *even])
    points = np.full((len(moved), len(free)), 0.5)
    points[:, own] = moved
    return points


@lru_cache(maxsize=32)
def _even(count: int, dimensions: int) -> Float[np.ndarray, "n d"]:
    """Points that fill the cube evenly (Sobol, scrambled once and for all)."""
    points: Float[np.ndarray, "n d"] = qmc.Sobol(dimensions, seed=SEED).random(count)
    return points


def _best_starts(
    points: Float[np.ndarray, "n d"],
    values: Float[np.ndarray, "n"],
    group: Int[np.ndarray, "n"],
    groups: int,
    count: int,
) -> Int[np.ndarray, "g c"]:
    """For each group its best points that stand apart; -1 where it has no more."""
    best = np.full((groups, count), -1)
    for k, row in enumerate(best):
        chosen: list[int] = []
        own = np.flatnonzero((group == k) & np.isfinite(values))
        for n in own[np.argsort(values[own], kind="stable")]:
            if all(np.abs(points[n] - points[m]).max() >= _APART for m in chosen):
                chosen.append(int(n))
            if len(chosen) == count:
                break
        row[: len(chosen)] = chosen
    return best


@dataclass(frozen=True, slots=True)
class _Chains:
    """Searches that zoom in; the arrays are their own and change as they go on.

    Attributes:
        group: of each.
        free: which coordinates of each matter.
        point: the best so far.
        value: there.
        step: half the width of the box around it.
        spread: the shape of the box, as a covariance.
    """

    group: Int[np.ndarray, "c"]
    free: Bool[np.ndarray, "c d"]
    point: Float[np.ndarray, "c d"]
    value: Float[np.ndarray, "c"]
    step: Float[np.ndarray, "c"]
    spread: Float[np.ndarray, "c d d"]

    @classmethod
    def begun(
        cls,
        free: Bool[np.ndarray, "g d"],
        group: Int[np.ndarray, "c"],
        point: Float[np.ndarray, "c d"],
        value: Float[np.ndarray, "c"],
    ) -> _Chains:
        """Chains at points, with boxes of the cube's own shape."""
        own = free[group]
        spread = np.eye(free.shape[1]) * own[:, None, :]
        step = np.full(len(group), _FIRST_STEP)
        return cls(group, own, point.copy(), value.copy(), step, spread)

    def taken(self, rows: Int[np.ndarray, "k"]) -> _Chains:
        """Some of the chains, which go on by themselves."""
        return _Chains(**{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    def beside(self, other: _Chains) -> _Chains:
        """These chains and others."""
        return _Chains(
            **{
                each.name: np.concatenate([getattr(self, each.name), getattr(other, each.name)])
                for each in fields(self)
            }
        )

    def zoom(self, objective: Objective, effort: Effort, rounds: int) -> int:
        """Goes on for some rounds; how often the objective was asked."""
        asked = 0
        before = [np.full(len(self.group), np.inf)] * _PATIENCE
        for turn in range(rounds):
            gaining = ~(before[0] - self.value <= effort.resolution)
            going = np.flatnonzero(gaining & (self.step > _LAST_STEP) & self.free.any(axis=1))
            if not len(going):
                break
            before = [*before[1:], self.value.copy()]
            asked += self._round(objective, going, effort.points, turn)
        return asked

    def _round(
        self, objective: Objective, going: Int[np.ndarray, "c"], count: int, turn: int
    ) -> int:
        """One round of the chains that go on."""
        d = self.free.shape[1]
        cube = _even(_ROUNDS_APART * count, d)[turn % _ROUNDS_APART * count :][:count]
        roots = _roots(self.spread[going])
        moves = np.einsum("cij,qj->cqi", roots, 2.0 * cube - 1.0)
        tried = self.point[going, None] + self.step[going, None, None] * moves
        tried = np.clip(tried, 0.0, 1.0)
        values = objective(tried.reshape(-1, d), np.repeat(self.group[going], count))
        for c, points, found in zip(going, tried, values.reshape(-1, count), strict=True):
            self._learn(int(c), points, found)
        return tried.shape[0] * count

    def _learn(
        self, c: int, points: Float[np.ndarray, "q d"], values: Float[np.ndarray, "q"]
    ) -> None:
        """Moves a chain to the best point, and fits its box to the points that were good."""
        order = np.argsort(values, kind="stable")
        good = order[: max(len(order) // 4, 2)]
        away = (points[good] - self.point[c]) / self.step[c]
        if not values[order[0]] < self.value[c]:
            self.step[c] *= _SHRINK
            return
        known = np.isfinite(values[good])
        learnt = away[known].T @ away[known] / known.sum() + np.outer(away[0], away[0])
        size = np.trace(learnt)
        if size > 0.0:
            learnt *= self.free[c].sum() / size
            self.spread[c] = (1.0 - _LEARN) * self.spread[c] + _LEARN * learnt
        self.point[c], self.value[c] = points[order[0]], values[order[0]]
        self.step[c] = min(self.step[c] * _GROW, 2.0 * _FIRST_STEP)


def _roots(spread: Float[np.ndarray, "c d d"]) -> Float[np.ndarray, "c d d"]:
    """The symmetric square roots of covariances."""
    values, vectors = np.linalg.eigh(spread)
    roots = vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]
    return np.asarray(roots @ vectors.transpose(0, 2, 1))
