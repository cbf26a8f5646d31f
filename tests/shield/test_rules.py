"""Rules from the catalogue: which end of an uncertain number, and which of two limits."""

from __future__ import annotations

import msgspec
import pytest

from glasshield import catalog
from glasshield.shield.rules import KERNEL_RULES, Better, Bound, Rule, Rules, at_bound

RECORDS = catalog.load()
DELAY = RECORDS.rules["standard"].commit_delay


@pytest.mark.parametrize(
    ("bound", "better", "expected"),
    [
        (Bound.STATED, Better.LOW, DELAY.si),
        (Bound.PESSIMISTIC, Better.LOW, DELAY.high_si),
        (Bound.OPTIMISTIC, Better.LOW, DELAY.low_si),
        (Bound.PESSIMISTIC, Better.HIGH, DELAY.low_si),
        (Bound.OPTIMISTIC, Better.HIGH, DELAY.high_si),
    ],
)
def test_a_bound_takes_the_end_that_it_names(bound: Bound, better: Better, expected: float) -> None:
    assert DELAY.low_si < DELAY.si < DELAY.high_si
    assert at_bound(DELAY, bound, better) == expected


@pytest.mark.parametrize("record", ["standard", "kinematic"])
@pytest.mark.parametrize("name", list(RECORDS.interceptors))
def test_prop_the_ends_enclose_what_is_stated(record: str, name: str) -> None:
    interceptor = RECORDS.interceptors[name]
    worse, stated, better = (
        Rules.stated(RECORDS.rules[record], interceptor, bound)
        for bound in (Bound.PESSIMISTIC, Bound.STATED, Bound.OPTIMISTIC)
    )
    assert worse.commit_delay_s >= stated.commit_delay_s >= better.commit_delay_s
    assert worse.min_height_m >= stated.min_height_m >= better.min_height_m
    assert worse.max_height_m <= stated.max_height_m <= better.max_height_m
    assert worse.max_ground_m <= stated.max_ground_m <= better.max_ground_m
    assert worse.before_reentry_s >= stated.before_reentry_s >= better.before_reentry_s
    assert worse.shot_interval_s >= stated.shot_interval_s >= better.shot_interval_s


def test_the_narrower_of_two_limits_holds() -> None:
    kinematic = RECORDS.rules["kinematic"]
    assert kinematic.max_ground_range is not None
    near = Rules.stated(kinematic, RECORDS.interceptors["sm3-1a"])
    far = Rules.stated(kinematic, RECORDS.interceptors["gbi3"])
    assert near.max_ground_m == RECORDS.interceptors["sm3-1a"].max_ground_range.si
    assert far.max_ground_m == kinematic.max_ground_range.si
    low = msgspec.structs.replace(kinematic, min_intercept_height=None, max_ground_range=None)
    free = Rules.stated(low, RECORDS.interceptors["thaad"])
    assert free.min_height_m == RECORDS.interceptors["thaad"].min_intercept_height.si
    assert Rules.stated(kinematic, RECORDS.interceptors["thaad"]).min_height_m == 100e3


def test_the_kernel_knows_all_rules_but_the_missing_cue() -> None:
    assert {*KERNEL_RULES, Rule.NOT_SEEN} == set(Rule)
    assert len(KERNEL_RULES) == 8
    assert all(rule.sentence for rule in Rule)
