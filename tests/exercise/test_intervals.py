"""Intervals over many seeds: known values, edges, and how often they hold the truth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.exercise.intervals import Estimate, mean, share

# 4,000 repetitions of a 95 % interval: 3.5 standard deviations of the share that holds, 1.2 %.
COVERAGE_TOL = 0.012
REPETITIONS = 4_000
ROUNDING = 5.1e-5  # the table has four decimals


def ends(one: Estimate) -> tuple[float, float]:
    assert one.ends is not None
    return one.ends


def holds(one: Estimate, true: float) -> bool:
    low, high = ends(one)
    return low <= true <= high


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (1, 10, 0.0179, 0.4042), (5, 10, 0.2366, 0.7634), (20, 20, 0.8389, 1.0)],
)
def test_val_wilson_as_published(found: int, of: int, low: float, high: float) -> None:
    """Against scipy's own, and so against the tables that it was checked with."""
    from scipy.stats import binomtest

    here = share(found, of)
    there = binomtest(found, of).proportion_ci(method="wilson")
    assert here.ends == pytest.approx((there.low, there.high), abs=1e-12)
    assert ends(here) == pytest.approx((low, high), abs=ROUNDING)


def test_val_student_as_scipy() -> None:
    from scipy.stats import t

    counts = [0, 1, 1, 3, 2, 0, 1]
    low, high = t.interval(
        0.95, len(counts) - 1, np.mean(counts), np.std(counts, ddof=1) / np.sqrt(len(counts))
    )
    here = mean(counts, -10, 10)
    assert here.ends == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize("true", [0.004, 0.03, 0.2, 0.5, 0.97])
@pytest.mark.parametrize("number", [200, 1_000])
def test_val_share_holds_the_truth(true: float, number: int) -> None:
    """Wilson's interval wavers around its level by a few per cent for single shares."""
    found = np.random.default_rng(7).binomial(number, true, REPETITIONS)
    seen = {int(k): share(int(k), number) for k in np.unique(found)}
    held = np.mean([holds(seen[int(k)], true) for k in found])
    assert 0.93 - COVERAGE_TOL < held <= 1.0


@pytest.mark.parametrize("number", [100, 1_000])
def test_val_mean_holds_the_truth(number: int) -> None:
    """Leakers of a raid of ten, whose chance to be hit changes from run to run."""
    draws = np.random.default_rng(11)
    chance = draws.choice([0.05, 0.25], size=(REPETITIONS, number), p=[0.7, 0.3])
    counts = draws.binomial(10, chance)
    true = 10 * (0.7 * 0.05 + 0.3 * 0.25)
    found = [mean(row.tolist(), 0, 10) for row in counts]
    held = np.mean([holds(one, true) for one in found])
    assert held == pytest.approx(0.95, abs=COVERAGE_TOL)


def test_val_a_share_of_none_leaves_room_for_rare_ones() -> None:
    """A leaker in one run of a thousand is unseen in most sets of 200, and the interval says so."""
    rare, number = 0.001, 200
    found = np.random.default_rng(13).binomial(number, rare, size=REPETITIONS)
    held = np.mean([holds(share(int(one), number), rare) for one in found])
    assert held > 0.95 - COVERAGE_TOL
    assert ends(share(0, number))[1] > 3.0 / number  # the rule of three


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=40), st.randoms())
def test_prop_order_changes_no_digit(counts: list[int], random: object) -> None:
    mixed = list(counts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert mean(counts, -5, 5) == mean(mixed, -5, 5)


@given(st.integers(1, 3_000).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_prop_share_lies_in_its_interval(found_of: tuple[int, int]) -> None:
    one = share(*found_of)
    low, high = ends(one)
    assert 0.0 <= low <= one.value <= high <= 1.0


@pytest.mark.parametrize("counts", [[3], [0] * 100, [-7] * 12])
def test_where_all_runs_are_alike_no_interval_is_invented(counts: list[int]) -> None:
    assert mean(counts, -900, 900) == Estimate(counts[0], None, len(counts))


def test_nothing_but_the_runs_bounds_a_span() -> None:
    low, high = ends(mean([250, 251, 250, 249]))
    assert 248.5 < low < 250.0 < high < 251.5
