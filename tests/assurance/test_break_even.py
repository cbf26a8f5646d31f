"""Break-even values, held to the roots of formulas."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

from glasshield.assurance.break_even import BEYOND, TOLERANCE, Turn, span, turns
from glasshield.assurance.lattice import Lattice
from glasshield.assurance.sides import differing
from glasshield.catalog.claims import Setting
from glasshield.errors import NumericalError, RangeError
from tests.assurance.claims import a_setting, a_word
from tests.assurance.formulas import (
    BOOST,
    DELAY,
    SPEEDS,
    Formula,
    Values,
    no_band,
    total,
    two_sides,
)

X, Y = SPEEDS[:2]
ROOT_TOL_KM_S = 6.0 * TOLERANCE * 2.0  # the searched span is below 6 km/s; brentq: twice its step


def of_x(measure: Callable[[float], float], *, is_dear: bool = False) -> tuple[Turn, ...]:
    """The turns of a margin that hangs on one number: 1 km/s to one side, 4 to the other."""
    return between(
        lambda values: measure(float(values[X])),
        {X: a_setting(1.0, "km/s")},
        {X: a_setting(4.0, "km/s")},
        is_dear=is_dear,
    )


def between(
    measure: Callable[[Values], float],
    ours: dict[str, Setting],
    theirs: dict[str, Setting],
    *,
    is_dear: bool = False,
) -> tuple[Turn, ...]:
    sides = two_sides(ours, theirs)
    parameters = differing(sides[0].world, sides[1].world)
    names = tuple({**ours, **theirs})
    lattice = Lattice(Formula(measure, names), sides, parameters, no_band)
    return turns(lattice, parameters[0], is_dear=is_dear)


def test_the_others_are_held_as_each_side_has_them() -> None:
    ours = {X: a_setting(6.3, "km/s"), Y: a_setting(1.0, "km/s")}
    theirs = {X: a_setting(9.0, "km/s"), Y: a_setting(0.0, "km/s")}
    first, second = between(lambda values: 7.0 + float(values[Y]) - float(values[X]), ours, theirs)
    assert first.break_even.value == pytest.approx(8.0, abs=ROOT_TOL_KM_S)
    assert second.break_even.value == pytest.approx(7.0, abs=ROOT_TOL_KM_S)
    assert (first.break_even.held_by, second.break_even.held_by) == ("ours", "theirs")
    assert first.break_even.between == second.break_even.between == (6.3, 9.0)
    assert (first.break_even.unit, first.break_even.crossings) == ("km/s", 1)


def test_the_range_reaches_over_both_intervals_and_beyond() -> None:
    first, _ = between(
        total, {X: a_setting(2.0, "km/s", low=1.0)}, {X: a_setting(3.0, "km/s", high=5.0)}
    )
    # 1 to 5 km/s, a quarter more at either end; but not down to half of what anyone says.
    assert first.break_even.searched == (0.5, 6.0)
    assert (first.curve.value[0], first.curve.value[-1]) == (0.5, 6.0)
    assert {2.0, 3.0} <= set(first.curve.value)


@pytest.mark.parametrize(
    ("ours", "theirs", "searched"),
    [(0.0, 60.0, (0.0, 75.0)), (30.0, 60.0, (22.5, 67.5)), (10.0, 90.0, (5.0, 110.0))],
)
def test_what_is_not_below_zero_is_not_searched_there(
    ours: float, theirs: float, searched: tuple[float, float]
) -> None:
    first, _ = between(total, {DELAY: a_setting(ours, "s")}, {DELAY: a_setting(theirs, "s")})
    assert first.break_even.searched == searched


def test_shares_stay_shares() -> None:
    one, other = a_setting(0.9).quantity, a_setting(0.1).quantity
    assert one is not None
    assert other is not None
    assert span(one, other) == (0.05, 1.0)
    percent = a_setting(90.0, "%").quantity
    assert percent is not None
    assert span(percent, percent, BEYOND) == (90.0, 90.0)
    count = a_setting(10.0).quantity
    assert count is not None
    assert span(one, count)[1] > 10.0


def test_of_several_crossings_the_one_nearest_to_the_holder_is_told() -> None:
    turned = of_x(lambda x: (x - 1.5) * (x - 2.5) * (x - 3.7))
    assert [turn.break_even.crossings for turn in turned] == [3, 3]
    assert turned[0].break_even.value == pytest.approx(1.5, abs=ROOT_TOL_KM_S)
    assert turned[1].break_even.value == pytest.approx(3.7, abs=ROOT_TOL_KM_S)


def test_a_zero_on_a_step_is_one_crossing() -> None:
    first, _ = of_x(lambda x: 4.0 - x)  # the other side's own value
    assert (first.break_even.value, first.break_even.crossings) == (4.0, 1)


def test_no_crossing_has_no_value() -> None:
    for turn in of_x(lambda x: 1.0 + x * x):
        assert turn.break_even.value is None
        assert turn.break_even.crossings == 0
        assert all(margin is not None and margin > 0.0 for margin in turn.curve.margin)


@pytest.mark.parametrize("above", [math.inf, 5.0, 1e9])
def test_a_margin_that_jumps_turns_where_it_jumps(above: float) -> None:
    first, _ = of_x(lambda x: above if x > 2.345 else -0.5)
    assert first.break_even.value == pytest.approx(2.345, abs=ROOT_TOL_KM_S)
    assert first.break_even.crossings == 1
    expected = above if math.isfinite(above) else None
    assert first.curve.margin[-1] == expected


def test_a_margin_that_is_only_infinite_still_turns() -> None:
    first, _ = of_x(lambda x: math.inf if x > 3.0 else -math.inf)
    assert first.break_even.value == pytest.approx(3.0, abs=ROOT_TOL_KM_S)
    assert set(first.curve.margin) == {None}


def test_what_cannot_be_is_left_out() -> None:
    def measure(x: float) -> float:
        if x < 1.0:
            raise RangeError("too slow to lift off")
        if x > 4.0:
            raise NumericalError("the masses did not settle")
        return x - 3.0

    first, _ = of_x(measure)
    assert first.break_even.value == pytest.approx(3.0, abs=ROOT_TOL_KM_S)
    assert first.break_even.searched == (0.5, 4.75)
    margins = dict(zip(first.curve.value, first.curve.margin, strict=True))
    assert margins[1.0] == -2.0
    assert {margin for x, margin in margins.items() if not 1.0 <= x <= 4.0} == {None}


@pytest.mark.parametrize("gap", [(1.8, 2.6), (2.15, 2.25)])  # over some steps, and within one
def test_a_sign_that_changes_over_what_cannot_be_is_no_zero(gap: tuple[float, float]) -> None:
    def measure(x: float) -> float:
        if gap[0] < x < gap[1]:
            raise NumericalError("the masses did not settle")
        return x - 2.2

    first, _ = of_x(measure)
    assert first.break_even.value is None
    assert first.break_even.crossings == 0


def test_words_have_no_break_even() -> None:
    assert between(lambda _: 1.0, {BOOST: a_word("allowed")}, {BOOST: a_word("not-allowed")}) == ()


def test_a_dear_number_is_asked_at_few_values() -> None:
    first, second = of_x(lambda x: 2.0 - x, is_dear=True)
    assert first.curve.value == second.curve.value == (1.0, 4.0)
    assert first.break_even.searched == (1.0, 4.0)
    assert first.break_even.value == pytest.approx(2.0, abs=ROOT_TOL_KM_S)
    assert first.evaluations < 12


def test_evaluations_are_counted() -> None:
    sides = two_sides({X: a_setting(1.0, "km/s")}, {X: a_setting(4.0, "km/s")})
    parameters = differing(sides[0].world, sides[1].world)
    formula = Formula(lambda values: 2.0 - float(values[X]), (X,))
    turned = turns(Lattice(formula, sides, parameters, no_band), parameters[0])
    assert sum(turn.evaluations for turn in turned) == len(formula.asked)
