"""Which detection goes to which track: against scipy, and against every joint event."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jaxtyping import Float, Int
from scipy.optimize import linear_sum_assignment

from glasshield import kernels

pytestmark = pytest.mark.kernels

COST_TOL = 1e-9  # of totals of some hundred costs near one
PROBABILITY_TOL = 1e-12
NO_PAIR = 1e9


def some_pairs(
    rng: np.random.Generator, rows: int, columns: int, density: float
) -> tuple[Int[np.ndarray, "r+1"], Int[np.ndarray, "p"]]:
    there = rng.random((rows, columns)) < density
    first = np.concatenate([[0], np.cumsum(there.sum(axis=1))]).astype(np.int32)
    return first, np.nonzero(there)[1].astype(np.int32)


def assigned(
    first: Int[np.ndarray, "r+1"],
    column: Int[np.ndarray, "p"],
    columns: int,
    cost: Float[np.ndarray, "p"],
) -> Int[np.ndarray, "r"]:
    chosen = np.empty(len(first) - 1, dtype=np.int32)
    kernels.assign(first, column, columns, cost, chosen)
    return chosen


@given(st.integers(0, 2**32 - 1), st.integers(1, 30), st.integers(0, 30), st.floats(0.05, 1.0))
def test_val_the_assignment_costs_as_little_as_scipys(
    seed: int, rows: int, columns: int, density: float
) -> None:
    rng = np.random.default_rng(seed)
    first, column = some_pairs(rng, rows, columns, density)
    cost = rng.normal(-0.5, 1.0, len(column))
    chosen = assigned(first, column, columns, cost)

    taken = chosen[chosen >= 0]
    assert len(np.unique(column[taken])) == len(taken)
    row_of = np.repeat(np.arange(rows), np.diff(first))
    assert (row_of[taken] == np.flatnonzero(chosen >= 0)).all()
    # A column of its own at no cost for each row stands for going without.
    full = np.full((rows, columns + rows), NO_PAIR)
    full[row_of, column] = cost
    full[np.arange(rows), columns + np.arange(rows)] = 0.0
    best = full[linear_sum_assignment(full)].sum()
    assert cost[taken].sum() == pytest.approx(best, abs=COST_TOL)


def by_brute_force(
    first: Int[np.ndarray, "r+1"], column: Int[np.ndarray, "p"], ratio: Float[np.ndarray, "p"]
) -> Float[np.ndarray, "p"]:
    """Probabilities of the pairs from every joint event, one by one."""
    choices = [[-1, *range(a, b)] for a, b in itertools.pairwise(first.tolist())]
    weight = np.zeros(len(column))
    total = 0.0
    for event in itertools.product(*choices):
        pairs = [pair for pair in event if pair >= 0]
        if len(set(column[pairs].tolist())) < len(pairs):
            continue
        likelihood = float(np.prod(ratio[pairs]))
        total += likelihood
        weight[pairs] += likelihood
    return weight / total


@pytest.mark.parametrize("seed", range(20))
def test_val_joint_probabilities_are_those_of_all_events(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rows, columns = int(rng.integers(1, 6)), int(rng.integers(1, 6))
    first, column = some_pairs(rng, rows, columns, 0.6)
    ratio = np.exp(rng.normal(0.0, 4.0, len(column)))
    found = np.empty(len(column))
    assert kernels.joint_probabilities(first, column, columns, ratio, found) == 0
    np.testing.assert_allclose(
        found, by_brute_force(first, column, ratio), rtol=0.0, atol=PROBABILITY_TOL
    )


def test_a_crowd_loses_its_least_likely_pairs_and_says_how_many() -> None:
    rng = np.random.default_rng(3)
    size = 14
    first, column = some_pairs(rng, size, size, 1.0)
    # Each row's own column is a million times likelier than the others.
    own = np.repeat(np.arange(size), size) == column
    ratio = np.where(own, 1e9, 1e2)
    found = np.empty(len(column))
    lost = kernels.joint_probabilities(first, column, size, ratio, found)
    assert 0 < lost <= size * (size - 1)
    assert (found[own] > 0.99).all()
    assert (np.add.reduceat(found, first[:-1]) <= 1.0 + PROBABILITY_TOL).all()


def test_likelihoods_of_a_large_cluster_do_not_overflow() -> None:
    size = 60
    first, column = np.arange(0, 2 * size + 2, 2, dtype=np.int32)[: size + 1], []
    for row in range(size):
        column += [row, (row + 1) % size]
    ratio = np.full(2 * size, 1e30)
    found = np.empty(2 * size)
    kernels.joint_probabilities(first, np.array(column, dtype=np.int32), size, ratio, found)
    assert np.isfinite(found).all()


@pytest.mark.parametrize(
    ("first", "column", "message"),
    [
        ([0, 2], [0, 5], "no such column"),
        ([0, 1], [0, 1], "ends at the number"),
        ([0, 2, 1], [0, 1], "never falling"),
        ([1, 2], [0, 1], "from 0 on"),
    ],
)
def test_pairs_that_would_lead_outside_memory_are_refused(
    first: list[int], column: list[int], message: str
) -> None:
    rows = len(first) - 1
    with pytest.raises((ValueError, IndexError), match=message):
        kernels.assign(
            np.array(first, dtype=np.int32),
            np.array(column, dtype=np.int32),
            2,
            np.zeros(len(column)),
            np.empty(rows, dtype=np.int32),
        )
