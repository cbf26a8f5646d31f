"""Choices under magazines: the best by trying all, from a table and by an integer programme."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.coordination import choosing, choosing_table
from glasshield.coordination.choosing import Choices, choose

CASES = 100


def brute(choices: Choices, magazine: np.ndarray) -> tuple[int, ...]:
    """The aims of the best of all plans."""
    objects = range(choices.object.max() + 1)
    rows = [(-1, *np.flatnonzero(choices.object == each).tolist()) for each in objects]
    best = (0,) * choices.aims.shape[1]
    for picked in itertools.product(*rows):
        taken = [row for row in picked if row >= 0]
        if (choices.uses[taken].sum(axis=0) <= magazine).all():
            best = min(best, tuple(choices.aims[taken].sum(axis=0).tolist()))
    return best


def random(seed: int) -> tuple[Choices, np.ndarray]:
    """Choices that take several interceptors each, so that the relaxation is seldom whole."""
    rng = np.random.default_rng(seed)
    object_ = np.repeat(np.arange(5), 3)
    uses = rng.integers(0, 4, (15, 2))
    aims = np.column_stack(
        (-rng.integers(1, 60, 15), rng.integers(0, 3, 15), rng.integers(0, 2, 15) * 7)
    )
    return Choices(object_, uses, aims), rng.integers(0, 9, 2)


def check_all_cases() -> None:
    """What is chosen in every case is the best of all plans."""
    for seed in range(CASES):
        choices, magazine = random(seed)
        taken = choose(choices, magazine)
        assert len(set(choices.object[taken].tolist())) == len(taken)
        assert (choices.uses[taken].sum(axis=0) <= magazine).all()
        assert tuple(choices.aims[taken].sum(axis=0)) == brute(choices, magazine), seed


def test_val_choices_of_a_table_are_the_best_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "_programmed", None)  # not asked
    check_all_cases()


def test_val_choices_of_a_programme_are_the_best_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "_TABLE_WORK", 0)
    not_whole = []
    slow_way = choosing._aim_by_aim

    def counted(aims: np.ndarray, limits: choosing._Limits) -> np.ndarray:
        not_whole.append(len(aims))
        return slow_way(aims, limits)

    monkeypatch.setattr(choosing, "_aim_by_aim", counted)
    check_all_cases()
    assert len(not_whole) > CASES / 5  # the longer way is tested, too


def test_aims_too_large_for_one_number_are_left_to_the_programme() -> None:
    choices, magazine = random(3)
    huge = Choices(choices.object, choices.uses, choices.aims * 10**9)
    assert choosing_table.costs(huge.object, huge.aims) is None
    assert brute(huge, magazine) == tuple(huge.aims[choose(huge, magazine)].sum(axis=0))


def test_sums_of_costs_stand_in_the_order_of_sums_of_aims() -> None:
    rng = np.random.default_rng(7)
    choices, _ = random(5)
    cost = choosing_table.costs(choices.object, choices.aims)
    assert cost is not None
    picked = [3 * np.arange(5) + rng.integers(0, 3, 5) for _ in range(60)]
    by_cost = sorted(picked, key=lambda rows: int(cost[rows].sum()))
    sums = [tuple(choices.aims[rows].sum(axis=0)) for rows in by_cost]
    assert sums == sorted(sums)


def test_without_choices_there_is_no_plan() -> None:
    nothing = Choices(np.empty(0, int), np.empty((0, 3), int), np.empty((0, 4), int))
    assert len(choose(nothing, np.array([1, 2, 3]))) == 0


def test_what_is_worse_than_nothing_is_not_chosen() -> None:
    choices = Choices(np.array([0, 1]), np.array([[1], [1]]), np.array([[0, 1], [-5, 1]]))
    assert choose(choices, np.array([9])).tolist() == [1]


@given(st.integers(0, 10**6))
@settings(max_examples=40)
def test_prop_one_interceptor_more_never_makes_a_plan_worse(seed: int) -> None:
    choices, magazine = random(seed)
    before = choices.aims[choose(choices, magazine)].sum(axis=0).tolist()
    assert choices.aims[choose(choices, magazine + 1)].sum(axis=0).tolist() <= before
