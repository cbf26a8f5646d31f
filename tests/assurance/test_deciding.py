"""What would decide an undecided claim."""

from __future__ import annotations

import math

from glasshield.assurance.deciding import would_decide
from tests.assurance.claims import a_setting, a_word
from tests.assurance.formulas import BOOST, DELAY, SPEEDS, Dear, Formula, Values, a_side, total

X, Y, Z = SPEEDS[:3]


def test_each_input_alone_at_its_ends_the_strongest_first() -> None:
    side = a_side("ours", {
        X: a_setting(1.0, "km/s", low=0.0, high=2.0),
        Y: a_setting(-1.0, "km/s", low=-6.0, high=4.0),
        Z: a_setting(0.0, "km/s"),
    })  # fmt: skip
    found = would_decide(Formula(total, (X, Y, Z)), side.world, 0.0)
    assert [effect.parameter for effect in found] == [Y, X]
    # The other one is at what is stated.
    assert found[0].margin == (-5.0, 5.0)
    assert found[1].margin == (-1.0, 1.0)
    # Y known to be 4 or -6 decides, whatever X is; X known leaves Y to decide.
    assert [effect.decides for effect in found] == [True, False]


def test_an_end_within_the_band_decides_nothing() -> None:
    side = a_side("ours", {X: a_setting(0.0, "km/s", low=-0.2, high=0.2)})
    (effect,) = would_decide(Formula(total, (X,)), side.world, 0.3)
    assert effect.margin == (-0.2, 0.2)
    assert not effect.decides
    (effect,) = would_decide(Formula(total, (X,)), side.world, 0.1)
    assert effect.decides


def test_what_moves_nothing_and_words_are_left_out() -> None:
    wide = a_setting(0.0, "km/s", low=-1.0, high=1.0)
    side = a_side("ours", {X: wide, BOOST: a_word("allowed")})
    formula = Formula(lambda values: float(values[BOOST] == "allowed"), (X, BOOST, DELAY))
    assert would_decide(formula, side.world, 9.0) == ()


def test_an_input_that_moves_nothing_where_the_others_stand_may_decide() -> None:
    # Only when both are low does the claim fail.
    formula = Formula(lambda v: -1.0 if float(v[X]) < 0.0 and float(v[Y]) < 0.0 else 1.0, (X, Y))
    wide = a_setting(0.0, "km/s", low=-1.0, high=1.0)
    found = would_decide(formula, a_side("ours", {X: wide, Y: wide}).world, 0.0)
    assert [effect.margin for effect in found] == [(1.0, 1.0), (1.0, 1.0)]
    assert all(effect.decides for effect in found)


def test_records_that_are_named_are_left_out() -> None:
    side = a_side("ours", {X: a_setting(0.0, "km/s", low=-1.0, high=1.0)})
    assert would_decide(Dear(Formula(total, (X,))), side.world, 0.0) == ()


def test_an_infinite_margin_is_null() -> None:
    def measure(values: Values) -> float:
        return math.inf if float(values[X]) > 0.5 else float(values[X])

    side = a_side("ours", {X: a_setting(0.0, "km/s", low=-1.0, high=1.0)})
    (effect,) = would_decide(Formula(measure, (X,)), side.world, 0.0)
    assert effect.margin == (-1.0, None)
    assert effect.decides
