"""Plans of looks: limits, views, orders, and what they are worth against every other schedule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.coordination.looks import Limits, Objects
from glasshield.coordination.sensor_plan import (
    SensorPlan,
    in_turn_total_km2,
    least_total_km2,
    plan_sensors,
    round_robin,
    shares,
)
from glasshield.errors import RangeError
from glasshield.sensing.sensors import Sector
from tests.coordination.planned import Case, large, small
from tests.reference.sensor_plan import best_km2

SMALL_CASES = 60  # `bench/bench_sensor_plan.py` tries ten times as many
# The reference moves states to see what changes, and takes looks in one number after another.
SAME = 1e-5
# What was measured: 2 of 600 cases are not solved, the worst by 4 %; nobody promises more.
LEAST_SOLVED = 0.98
MOST_ABOVE = 0.10
ROUNDING = 1e-9


def planned(case: Case, start: SensorPlan | None = None) -> SensorPlan:
    return plan_sensors(case.objects, case.sensors, case.limits, case.horizon_s, case.step_s, start)


def in_turn(case: Case) -> SensorPlan:
    return round_robin(case.objects, case.sensors, case.limits, case.horizon_s, case.step_s)


def with_objects(case: Case, order: np.ndarray) -> Case:
    return replace(case, objects=case.objects.take(order))


def tasks(plan: SensorPlan) -> set[tuple[int, int, str]]:
    return {
        (int(step), int(sensor), plan.id[int(row)])
        for step, sensor, row in zip(plan.step, plan.sensor, plan.object, strict=True)
    }


def test_prop_small_cases_are_solved_as_by_trying_every_schedule() -> None:
    above, least = [], []
    for seed in range(SMALL_CASES):
        case = small(seed)
        found = planned(case)
        assert found.falls.all()
        best = best_km2(case.objects, case.sensors, case.limits, case.step_s, found.offer)
        above.append(found.total_km2 / best - 1.0)
        least.append(least_total_km2(found, rounds=20) / best - 1.0)
    assert min(above) > -SAME  # no schedule is better than the best
    assert np.mean(np.array(above) < SAME) >= LEAST_SOLVED
    assert max(above) < MOST_ABOVE
    assert max(least) < SAME  # what none comes below


@pytest.mark.parametrize("seed", range(6))
def test_prop_limits_hold_and_nothing_out_of_sight_gets_a_look(seed: int) -> None:
    case = large(seed, count=30, radars=4, most=int(1 + seed))
    for found in (planned(case), in_turn(case)):
        assert found.sees[found.object, found.step, found.sensor].all()
        room = case.limits.objects
        count = np.zeros((len(found.time_s), len(case.sensors)), dtype=int)
        np.add.at(count, (found.step, found.sensor), 1)
        assert (count <= room).all()
        # Nobody idles who has something in view.
        assert (count == np.minimum(room, found.sees[found.falls].sum(axis=0))).all()
        assert len(tasks(found)) == len(found.step)
        assert (found.after_km2[found.falls] <= found.before_km2[found.falls] + ROUNDING).all()


@pytest.mark.parametrize("seed", range(3))
def test_prop_the_order_of_the_objects_decides_nothing(seed: int) -> None:
    case = large(seed, count=20, radars=3, most=2)
    order = np.random.default_rng(seed).permutation(20)
    one, other = planned(case), planned(with_objects(case, order))
    assert tasks(one) == tasks(other)
    assert one.total_km2 == other.total_km2
    assert np.array_equal(one.after_km2[order], other.after_km2)


@pytest.mark.parametrize("seed", range(3))
def test_prop_a_sensor_more_never_makes_a_plan_worse(seed: int) -> None:
    case = large(seed, count=12, radars=3, most=2)
    before = None
    for count in range(len(case.sensors) + 1):
        limits = case.limits.take(np.arange(count))
        now = planned(replace(case, sensors=case.sensors[:count], limits=limits), before)
        assert before is None or now.total_km2 <= before.total_km2 + ROUNDING
        before = now


@pytest.mark.parametrize("seed", range(3))
def test_prop_a_plan_is_never_worse_than_looking_in_turn(seed: int) -> None:
    case = large(seed, count=25, radars=3, most=3)
    found, naive = planned(case), in_turn(case)
    assert found.total_km2 <= naive.total_km2 <= naive.before_total_km2
    assert in_turn_total_km2(found) == pytest.approx(naive.total_km2)
    least = least_total_km2(found)
    assert least <= found.total_km2 + ROUNDING


def test_what_a_sensor_adds() -> None:
    case = large(3, count=8, radars=3, most=2)
    found = planned(case)
    added = shares(found)
    assert sum(each.tasks for each in added) == len(found.step)
    for each in added:
        assert found.total_km2 <= each.without_km2 <= found.before_total_km2 + ROUNDING
        assert found.total_km2 <= each.alone_km2 + ROUNDING
    one = Limits(case.limits.objects[:1], case.limits.looks[:1])
    alone = planned(replace(case, sensors=case.sensors[:1], limits=one))
    assert added[0].alone_km2 == pytest.approx(alone.total_km2)


def test_a_sensor_that_sees_nothing_adds_nothing() -> None:
    case = large(5, count=10, radars=2, most=3)
    blind = replace(case.sensors[1], range_m=1.0)
    sensors = (case.sensors[0], blind)
    found = planned(replace(case, sensors=sensors))
    added = shares(found)[1]
    assert added.tasks == 0
    assert added.without_km2 == pytest.approx(found.total_km2)
    assert added.alone_km2 == pytest.approx(found.before_total_km2)


def test_an_object_that_weighs_more_is_looked_at_first() -> None:
    case = large(2, count=2, radars=1, most=1)
    views = (Sector(0.0, 2.0 * np.pi, 0.0, 0.5 * np.pi),)
    radar = replace(case.sensors[0], sectors=views, range_m=5_000e3)
    state = np.repeat(case.objects.state_ecef[:1], 2, axis=0)
    spread = np.repeat(case.objects.covariance[:1], 2, axis=0)
    for heavy in (0, 1):
        weight = np.array((1.0, 1.0))
        weight[heavy] = 10.0
        alike = Objects(("a", "b"), state, spread, weight)
        found = planned(replace(case, objects=alike, sensors=(radar,)))
        assert np.sum(found.object == heavy) > np.sum(found.object != heavy)


def test_what_does_not_come_down_is_not_planned_for() -> None:
    case = large(4, count=5, radars=2, most=2)
    state = case.objects.state_ecef.copy()
    up = state[2, :3] / np.linalg.norm(state[2, :3])
    level = np.cross(up, (0.0, 0.0, 1.0))
    state[2, 3:] = 8_300.0 * level / np.linalg.norm(level)
    found = planned(replace(case, objects=replace(case.objects, state_ecef=state)))
    assert found.falls.tolist() == [True, True, False, True, True]
    assert not (found.object == 2).any()
    assert np.isnan(found.before_km2[2])


def test_nothing_to_look_at_and_nobody_to_look() -> None:
    case = large(4, count=3, radars=2, most=2)
    for empty in (
        with_objects(case, np.arange(0)),
        replace(case, sensors=(), limits=case.limits.take(np.arange(0))),
    ):
        found = planned(empty)
        assert len(found.step) == 0
        assert found.total_km2 == found.before_total_km2
        assert in_turn(empty).total_km2 == found.total_km2


def test_a_plan_for_something_else_is_no_start() -> None:
    case, other = large(1, count=5, radars=2), large(1, count=6, radars=2)
    with pytest.raises(RangeError, match="something else"):
        planned(case, planned(other))
    with pytest.raises(RangeError, match="something else"):
        planned(case, planned(replace(case, horizon_s=50.0)))


def test_what_cannot_be_planned_is_refused() -> None:
    case = large(1, count=3, radars=2)
    with pytest.raises(RangeError, match="at least one step"):
        planned(replace(case, horizon_s=4.0))
    with pytest.raises(RangeError, match="own limits"):
        planned(replace(case, sensors=case.sensors[:1]))
    with pytest.raises(RangeError, match="same id"):
        replace(case.objects, id=("a", "a", "b"))
    with pytest.raises(RangeError, match="covariance is none"):
        replace(case.objects, covariance=-case.objects.covariance)
    with pytest.raises(RangeError, match="weight"):
        replace(case.objects, weight=np.array((1.0, -1.0, 1.0)))
    with pytest.raises(RangeError, match="no less"):
        Limits(np.array([-1]), np.array([1.0]))
