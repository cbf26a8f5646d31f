"""The lattices on which a claim can be argued: their nodes are the margins of judged claims."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from glasshield.assurance.argued import ArguedBattery, ArguedSide, Argument
from glasshield.assurance.argument import argument
from glasshield.assurance.judging import argued
from glasshield.assurance.reaching import CannotReach
from glasshield.assurance.sides import Side
from glasshield.catalog.claims import AssumptionSet, Claim, Setting
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, a_word, holding, statement
from tests.assurance.formulas import a_set

pytestmark = pytest.mark.kernels

ROUNDING_KM_S = 0.000501  # nodes are whole metres a second
SAME_KM_S = 1e-9
# A search resolves 0.01 km/s; flights that are worst for one delay are nearly so for another.
SEARCHED_TOL_KM_S = 0.03

SPEED = "interceptor.gbi2.burnout_speed"
OWN_CAP = "interceptor.gbi2.max_ground_range"
CAP = "rules.kinematic.max_ground_range"
DELAY = "rules.kinematic.commit_delay"

SLOW = {
    SPEED: a_setting(6.3, "km/s"),
    DELAY: a_setting(250.0, "s", low=180.0, high=300.0),
    CAP: a_setting(2500.0, "km", low=2400.0, high=2600.0),
    "rules.kinematic.latest_intercept": a_setting(0.0, "s", low=0.0, high=30.0),
}
FAST = {
    SPEED: a_setting(9.0, "km/s", low=8.5, high=9.0),
    DELAY: a_setting(60.0, "s", low=30.0, high=120.0),
    OWN_CAP: a_setting(4500.0, "km"),
    CAP: a_setting(4.4e6, "m"),
}
SENSED = FAST | {
    "rules.kinematic.cue": a_word("radar"),
    "rules.kinematic.sensor_at_intercept": a_word("required"),
}


def claim(**parts: object) -> Claim:
    """That the third site reaches none of four paths."""
    flights = {
        "missile": "icbm-solid",
        "launches": ["kozelsk", "dombarovsky"],
        "targets": ["washington", "minot"],
    }
    return a_claim(
        architecture="third-site-2007",
        phases=["1"],
        cannot_reach={"flights": [flights | {"apogee": statement(1.0, low=0.9, high=1.1)}]},
        band=statement(0.3, "km/s"),
        **parts,
    )


SETS = (a_set("slow", SLOW), a_set("fast", FAST), a_set("sensed", SENSED))


@cache
def prepared() -> tuple[CannotReach, tuple[Side, ...]]:
    world = holding(claim())
    sides = tuple(Side.of(one, world) for one in SETS)
    measure = CannotReach.of(claim(), world, Workspace.default())
    return measure.prepared([side.world for side in sides]), sides


@cache
def made() -> Argument:
    measure, sides = prepared()
    return argument(measure, sides, [measure.finding(side.world).margin for side in sides])


def node(
    found: Argument, battery: ArguedBattery, bound: Bound, delay_s: float, cap_km: float
) -> float:
    """The least speed over all flights at a node, km/s."""
    (caps,) = (one for one in found.caps if one.interceptor == battery.interceptor)
    place = found.delay_s.index(delay_s) * len(caps.cap_km) + caps.cap_km.index(cap_km)
    rows = (row[place] for row in getattr(battery, str(bound)) if row is not None)
    return min((1e-3 * speed for speed in rows if speed is not None), default=np.inf)


def own_margin(found: Argument, side: ArguedSide, bound: Bound) -> float:
    """The margin of a side where it stands itself."""
    end = {Bound.STATED: "value", Bound.OPTIMISTIC: "high", Bound.PESSIMISTIC: "low"}[bound]
    other = {"value": "value", "high": "low", "low": "high"}[end]
    delay_s = getattr(side.delay, other)
    return min(
        node(found, battery, bound, delay_s, getattr(one.ground_range, end))
        - getattr(one.speed, end)
        for battery in side.batteries
        for one in side.interceptors
        if one.interceptor == battery.interceptor
    )


@pytest.mark.parametrize("side", range(len(SETS)))
def test_a_node_is_the_margin_of_the_world_with_its_delay_and_cap(side: int) -> None:
    found, (measure, sides) = made(), prepared()
    world = sides[side].world
    same = replace(measure, extra=measure.extra_in(world))
    (caps,) = found.caps
    (battery,) = found.sides[side].batteries
    for delay_s, cap_km in itertools.product(found.delay_s[::4], caps.cap_km[::3]):
        there = {
            DELAY: a_setting(delay_s, "s"),
            CAP: a_setting(cap_km, "km"),
            OWN_CAP: a_setting(cap_km, "km"),
        }
        at_node = world.with_settings({**world.settings, **there})
        for bound, speed in _speeds(found.sides[side]).items():
            expected = same.margin(at_node, bound)
            least = node(found, battery, bound, delay_s, cap_km)
            assert least - speed == pytest.approx(expected, abs=ROUNDING_KM_S)


def _speeds(side: ArguedSide) -> dict[Bound, float]:
    (one,) = side.interceptors
    return {
        Bound.STATED: one.speed.value,
        Bound.OPTIMISTIC: one.speed.high,
        Bound.PESSIMISTIC: one.speed.low,
    }


@pytest.mark.parametrize("bound", list(Bound))
def test_where_a_side_stands_is_its_own_margin(bound: Bound) -> None:
    found = made()
    name = {
        Bound.STATED: "margin_km_s",
        Bound.OPTIMISTIC: "margin_low_km_s",
        Bound.PESSIMISTIC: "margin_high_km_s",
    }[bound]
    for side in found.sides:
        stated = getattr(side, name)
        expected = np.inf if stated is None else stated
        assert own_margin(found, side, bound) == pytest.approx(expected, abs=ROUNDING_KM_S)


def test_a_longer_delay_and_a_narrower_cap_never_need_less_speed() -> None:
    found = made()
    (caps,) = found.caps
    shape = len(found.delay_s), len(caps.cap_km)
    rows = [
        np.array([np.inf if speed is None else speed for speed in row]).reshape(shape)
        for side in found.sides
        for battery in side.batteries
        for bound in Bound
        for row in getattr(battery, str(bound))
        if row is not None
    ]
    assert len(rows) > len(found.flights)
    for row in rows:
        with np.errstate(invalid="ignore"):
            assert not (np.diff(row, axis=0) < 0).any()
            assert not (np.diff(row, axis=1) > 0).any()


def test_every_number_that_a_side_states_is_a_node() -> None:
    found = made()
    (caps,) = found.caps
    for side in found.sides:
        assert {side.delay.low, side.delay.value, side.delay.high} <= set(found.delay_s)
        (one,) = side.interceptors
        cap = one.ground_range
        assert {cap.low, cap.value, cap.high} <= set(caps.cap_km)
        low, high = caps.speed_km_s
        assert low < one.speed.low <= one.speed.high < high
    assert list(found.delay_s) == sorted(set(found.delay_s))
    assert list(caps.cap_km) == sorted(set(caps.cap_km))


def test_the_cap_is_the_narrower_limit_and_says_whose_it_is() -> None:
    slow, fast, _ = made().sides
    assert slow.interceptors[0].ground_range.key == CAP
    assert slow.interceptors[0].ground_range.value == 2500.0
    assert fast.interceptors[0].ground_range.key == CAP
    assert fast.interceptors[0].ground_range.value == pytest.approx(4400.0, abs=SAME_KM_S)
    assert slow.delay.own
    assert slow.delay.source == ("S-AFP07",)
    assert slow.delay.status == "read"


def judged_at(base: AssumptionSet, changed: dict[str, Setting]) -> float:
    """The margin of a claim that is judged anew with other numbers."""
    document, _ = argued(Workspace.default(), claim(), [a_set("moved", base.values | changed)])
    value = document.verdicts[0].margin.value
    assert value is not None
    return value


@pytest.mark.parametrize(("delay_s", "cap_km"), [(100.0, 3500.0), (200.0, 2500.0)])
def test_a_node_is_what_the_claim_judged_anew_comes_to(delay_s: float, cap_km: float) -> None:
    """A new search for the worst flight finds one that is hardly worse."""
    found = made()
    assert delay_s in found.delay_s
    changed = {
        DELAY: a_setting(delay_s, "s"),
        CAP: a_setting(cap_km, "km"),
        OWN_CAP: a_setting(cap_km, "km"),
    }
    fast = found.sides[1]
    expected = judged_at(SETS[1], changed)
    (battery,) = fast.batteries
    here = node(found, battery, Bound.STATED, delay_s, cap_km) - 9.0
    assert expected - ROUNDING_KM_S <= here + ROUNDING_KM_S + SEARCHED_TOL_KM_S
    assert here == pytest.approx(expected, abs=SEARCHED_TOL_KM_S)


def test_what_denies_the_claim_is_argued_on_the_same_lattices() -> None:
    workspace = Workspace.default()
    facts = workspace.catalog.replaced({("claim", claim().id): claim()})
    denial = a_claim(id="denial", denies=claim().id)
    _, found = argued(workspace.holding(facts), denial, SETS)
    assert found is not None
    assert found.claim == claim().id
    assert found.sides == made().sides


def test_other_claims_cannot_be_argued_so() -> None:
    workspace = Workspace.default()
    other = workspace.catalog.claims["gbi-measured-within-declared"]
    assert argued(workspace, other)[1] is None
