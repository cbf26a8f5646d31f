"""Total Sobol indices, held to functions whose indices are known in closed form."""

from __future__ import annotations

import math
from itertools import pairwise

import msgspec
import numpy as np
import pytest

from glasshield.assurance.document import Sensitivity
from glasshield.assurance.sensitivity import (
    Choice,
    Factor,
    Spread,
    rows_for,
    spread_between,
    spread_of,
    total_indices,
)
from glasshield.assurance.sides import differing, fact_at
from glasshield.catalog.claims import Distribution
from tests.assurance.claims import a_setting, a_word, base_world
from tests.assurance.formulas import BOOST, CUE, SPEEDS, Formula, Values, total, two_sides

X, Y, Z = SPEEDS[:3]
WORLD = base_world()
SPEED = fact_at(WORLD.catalog, X)
INDEX_TOL = 0.02  # of a design of 1,024 rows
MANY = 6000  # margins: as many rows for three factors as are ever taken


def spread(key: str, low: float, high: float, peak: float | None = None) -> Spread:
    return Spread(key, SPEED, low, high, peak)


def indices(formula: Formula, factors: list[Factor], most: int = MANY) -> dict[str, float]:
    found = total_indices(formula, WORLD, factors, most=most)
    return {row.parameter: row.total_index for row in found.rows}


def ishigami(values: Values) -> float:
    x, y, z = (float(values[key]) for key in (X, Y, Z))
    return math.sin(x) + 7.0 * math.sin(y) ** 2 + 0.1 * z**4 * math.sin(x)


def test_val_ishigami() -> None:
    """T. Ishigami, T. Homma, An importance quantification technique, ISUMA 1990; a = 7, b = 0.1."""
    a, b = 7.0, 0.1
    both = b * math.pi**4 / 5.0
    first = 0.5 * (1.0 + both) ** 2
    second = a**2 / 8.0
    together = b**2 * math.pi**8 * (1.0 / 18.0 - 1.0 / 50.0)
    variance = first + second + together
    factors: list[Factor] = [spread(key, -math.pi, math.pi) for key in (X, Y, Z)]
    found = indices(Formula(ishigami, (X, Y, Z)), factors)
    assert found[X] == pytest.approx((first + together) / variance, abs=INDEX_TOL)
    assert found[Y] == pytest.approx(second / variance, abs=INDEX_TOL)
    assert found[Z] == pytest.approx(together / variance, abs=INDEX_TOL)


def test_val_a_sum_shares_its_variance() -> None:
    """Of a sum of independent numbers each has its own variance, and only it."""

    def measure(values: Values) -> float:
        return 3.0 * float(values[X]) - 2.0 * float(values[Y]) + float(values[Z])

    # Uniform over 1, triangular over 2 with the peak at a quarter, uniform over 2.
    width, peak = 2.0, 0.5
    triangular = (0.0 + width**2 + peak**2 - width * peak) / 18.0
    variances = {X: 9.0 / 12.0, Y: 4.0 * triangular, Z: 4.0 / 12.0}
    factors: list[Factor] = [
        spread(X, 0.0, 1.0),
        spread(Y, 0.0, width, peak),
        spread(Z, -1.0, 1.0),
    ]
    found = indices(Formula(measure, (X, Y, Z)), factors)
    whole = sum(variances.values())
    for key, variance in variances.items():
        assert found[key] == pytest.approx(variance / whole, abs=INDEX_TOL)


def test_val_words_are_as_likely_as_each_other() -> None:
    """A word that adds 1 has the variance 1/4, and a uniform number over 1 has 1/12."""
    sides = two_sides({BOOST: a_word("allowed")}, {BOOST: a_word("not-allowed")})
    (parameter,) = differing(sides[0].world, sides[1].world)

    def measure(values: Values) -> float:
        return float(values[X]) + (values[BOOST] == "allowed")

    factors: list[Factor] = [Choice(parameter), spread(X, 0.0, 1.0)]
    found = indices(Formula(measure, (X, BOOST)), factors)
    assert found[BOOST] == pytest.approx(0.75, abs=INDEX_TOL)
    assert found[X] == pytest.approx(0.25, abs=INDEX_TOL)


def test_worlds_that_share_their_choices_are_asked_one_after_the_other() -> None:
    ours = {BOOST: a_word("allowed"), CUE: a_word("radar")}
    theirs = {BOOST: a_word("not-allowed"), CUE: a_word("launch")}
    sides = two_sides(ours, theirs)
    choices = [Choice(parameter) for parameter in differing(sides[0].world, sides[1].world)]
    formula = Formula(lambda values: float(values[X]), (X, BOOST, CUE))
    total_indices(formula, WORLD, [spread(X, 0.0, 1.0), *choices], most=512)
    made = [(w.settings[BOOST].word, w.settings[CUE].word) for w in formula.asked]
    changes = sum(one != other for one, other in pairwise(made))
    assert changes == len(set(made)) - 1 == 3


def test_a_product_is_more_than_the_sum_of_its_parts() -> None:
    factors: list[Factor] = [spread(key, -1.0, 1.0) for key in (X, Y)]
    found = indices(Formula(lambda v: float(v[X]) * float(v[Y]), (X, Y)), factors)
    # Neither has an effect alone: all the variance is of both together.
    assert found[X] == pytest.approx(1.0, abs=3.0 * INDEX_TOL)
    assert found[Y] == pytest.approx(1.0, abs=3.0 * INDEX_TOL)


def test_intervals_hold_the_index_and_the_largest_stands_first() -> None:
    factors: list[Factor] = [spread(Y, 0.0, 1.0), spread(X, 0.0, 3.0)]
    found = total_indices(Formula(total, (X, Y)), WORLD, factors, most=512)
    assert [row.parameter for row in found.rows] == [X, Y]
    for row, exact in zip(found.rows, (0.9, 0.1), strict=True):
        assert 0.0 <= row.low < row.total_index < row.high
        assert row.low - INDEX_TOL < exact < row.high + INDEX_TOL
    assert found.clipped == 0.0
    assert found.clipped_to is None


def test_the_same_seed_gives_the_same_digits() -> None:
    formula = Formula(ishigami, (X, Y, Z))
    factors: list[Factor] = [spread(key, -math.pi, math.pi) for key in (X, Y, Z)]
    first = total_indices(formula, WORLD, factors, most=512)
    assert first == total_indices(formula, WORLD, factors, most=512)
    assert first.rows != total_indices(formula, WORLD, factors, most=512, seed=1).rows


def test_infinite_margins_are_clipped_and_counted() -> None:
    def measure(values: Values) -> float:
        return math.inf if float(values[X]) > 0.75 else float(values[X])

    found = total_indices(
        Formula(measure, (X, Y)), WORLD, [spread(X, 0.0, 1.0), spread(Y, 0.0, 1.0)]
    )
    assert found.clipped == pytest.approx(0.25, abs=INDEX_TOL)
    assert found.clipped_to is not None
    assert found.clipped_to[1] == pytest.approx(0.75, abs=INDEX_TOL)
    assert found.clipped_to[0] == -found.clipped_to[1]
    assert found.rows[0].total_index == pytest.approx(1.0, abs=INDEX_TOL)
    assert found.rows[1].total_index == 0.0


def test_only_infinite_margins_keep_their_sign() -> None:
    formula = Formula(lambda v: math.inf if float(v[X]) > 0.5 else -math.inf, (X,))
    found = total_indices(formula, WORLD, [spread(X, 0.0, 1.0)])
    assert (found.clipped, found.clipped_to) == (1.0, (-1.0, 1.0))
    assert found.rows[0].total_index == pytest.approx(1.0, abs=INDEX_TOL)


def test_a_margin_that_nothing_moves_hangs_on_nothing() -> None:
    found = total_indices(Formula(lambda _: 1.0, (X,)), WORLD, [spread(X, 0.0, 1.0)])
    assert found.rows == (Sensitivity(parameter=X, total_index=0.0, low=0.0, high=0.0),)
    assert total_indices(Formula(lambda _: 1.0, ()), WORLD, []).rows == ()


@pytest.mark.parametrize(("factors", "rows"), [(1, 512), (2, 512), (6, 256), (12, 128), (60, 64)])
def test_the_design_has_as_many_rows_as_there_is_time_for(factors: int, rows: int) -> None:
    assert rows_for(factors) == rows


def test_quantiles_of_a_triangle() -> None:
    one = spread(X, 2.0, 6.0, 3.0)
    assert [one.at(share) for share in (0.0, 0.25, 1.0)] == [2.0, 3.0, 6.0]
    shares = np.linspace(0.0, 1.0, 2001)
    values = np.array([one.at(float(share)) for share in shares])
    assert (np.diff(values) > 0.0).all()
    assert np.trapezoid(values, shares) == pytest.approx((2.0 + 3.0 + 6.0) / 3.0, abs=1e-3)
    flat = spread(X, 2.0, 6.0)
    assert [flat.at(share) for share in (0.0, 0.5, 1.0)] == [2.0, 4.0, 6.0]
    for peak in (2.0, 6.0):
        ends = spread(X, 2.0, 6.0, peak)
        assert [ends.at(0.0), ends.at(1.0)] == [2.0, 6.0]


def test_what_lies_between_two_sides_is_sampled() -> None:
    sides = two_sides({X: a_setting(6.3, "km/s", low=6.0)}, {X: a_setting(8500.0, "m/s", high=9e3)})
    (parameter,) = differing(sides[0].world, sides[1].world)
    found = spread_between(parameter)
    assert (found.low, found.high, found.peak, found.number.unit) == (6.0, 9.0, None, "km/s")


@pytest.mark.parametrize(("other", "peak"), [(6.3, 6.3), (6.5, None)])
def test_a_value_that_both_hold_likeliest_is_the_top(other: float, peak: float | None) -> None:
    one = a_setting(6.3, "km/s", low=6.0, high=7.0)
    two = a_setting(other, "km/s", low=6.0, high=8.0)
    peaked = [
        msgspec.structs.replace(setting, distribution=Distribution.TRIANGULAR)
        for setting in (one, two)
    ]
    sides = two_sides({X: peaked[0]}, {X: peaked[1]})
    (parameter,) = differing(sides[0].world, sides[1].world)
    assert spread_between(parameter).peak == peak


def test_only_an_interval_is_a_spread() -> None:
    point, wide = a_setting(6.3, "km/s").quantity, a_setting(6.3, "km/s", high=7.0).quantity
    assert point is not None
    assert wide is not None
    assert spread_of(X, point, Distribution.UNIFORM) is None
    assert spread_of(X, wide, Distribution.UNIFORM) == Spread(X, wide, 6.3, 7.0)
    assert spread_of(X, wide, Distribution.TRIANGULAR) == Spread(X, wide, 6.3, 7.0, 6.3)
