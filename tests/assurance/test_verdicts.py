"""Verdicts from margins with ends and a band, and the verdicts of denials."""

from __future__ import annotations

import math

import hypothesis.strategies as st
import pytest
from hypothesis import given

from glasshield.assurance.predicates import Denied
from glasshield.assurance.verdicts import Margin, Verdict, quick_margin
from tests.assurance.claims import a_setting
from tests.assurance.formulas import SPEEDS, Formula, a_side

HOLDS, FAILS, UNDECIDED = Verdict.HOLDS, Verdict.FAILS, Verdict.UNDECIDED
OPPOSITE = {HOLDS: FAILS, FAILS: HOLDS, UNDECIDED: UNDECIDED}
INF = math.inf


@pytest.mark.parametrize(
    ("low", "high", "band", "verdict"),
    [
        (0.4, 0.9, 0.3, HOLDS), (-0.9, -0.4, 0.3, FAILS), (-0.9, 0.9, 0.3, UNDECIDED),
        (0.2, 0.9, 0.3, UNDECIDED), (-0.9, -0.2, 0.3, UNDECIDED), (0.3, 0.9, 0.3, UNDECIDED),
        (0.0, 0.5, 0.0, HOLDS), (0.0, 0.0, 0.0, HOLDS), (-0.5, 0.0, 0.0, UNDECIDED),
        (-0.5, -0.1, 0.0, FAILS), (INF, INF, 0.3, HOLDS), (-INF, -INF, 0.3, FAILS),
        (0.5, INF, 0.3, HOLDS), (-0.5, INF, 0.3, UNDECIDED),
    ],
)  # fmt: skip
def test_both_ends_have_to_lie_beyond_the_band(
    low: float, high: float, band: float, verdict: Verdict
) -> None:
    margin = Margin(low, low, high, "km/s", band)
    assert margin.verdict is verdict
    assert margin.denied().verdict is OPPOSITE[verdict]
    assert margin.denied().denied() == margin


ENDS = st.floats(-2.0, 2.0).map(lambda x: x + 0.0) | st.sampled_from([0.0, 0.3, -0.3, INF, -INF])


@given(ENDS, ENDS, st.sampled_from([0.0, 0.3]))
def test_prop_a_denial_is_always_the_opposite(one: float, other: float, band: float) -> None:
    margin = Margin(0.0, min(one, other), max(one, other), "km/s", band)
    assert margin.denied().verdict is OPPOSITE[margin.verdict]


@pytest.mark.parametrize(("value", "verdict"), [(1.0, HOLDS), (0.0, HOLDS), (-1.0, FAILS)])
def test_a_denying_predicate_is_the_opposite_too(value: float, verdict: Verdict) -> None:
    world = a_side("ours", {SPEEDS[0]: a_setting(value, "km/s")}).world
    formula = Formula(lambda values: float(values[SPEEDS[0]]), SPEEDS[:1])
    assert quick_margin(formula, world, 0.0).verdict is verdict
    assert quick_margin(Denied(formula), world, 0.0).verdict is OPPOSITE[verdict]
