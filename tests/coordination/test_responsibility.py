"""Responsibility plans: the best by brute force, what none may do, and what each object is told."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glasshield.coordination.answering import Answering
from glasshield.coordination.consent import Ground
from glasshield.coordination.engagements import VALUE_A_UNIT
from glasshield.coordination.opportunities import NOBODY, Closed, Shooter
from glasshield.coordination.procedures import (
    Answer,
    Asking,
    Consultation,
    Neighbours,
    Procedures,
    TimeOut,
)
from glasshield.coordination.responsibility import Duty, ResponsibilityPlan, Standing, assign
from glasshield.errors import RangeError
from tests.coordination.made_up import NOW_S, PARTIES, Made, landing, made, reordered, sectors
from tests.reference import responsibility as brute

CASES = 240  # of each size against brute force


def planned(case: Made) -> ResponsibilityPlan:
    return assign(case.found, case.sectors, case.procedures, case.consultations)


def answering(case: Made) -> Answering:
    return Answering.of(case.found.forecast, case.sectors, case.procedures.least_share)


def aims(case: Made, plan: ResponsibilityPlan) -> brute.Aims:
    """What a plan reaches, added up anew from what it says of each object."""
    worth = case.found.weight * answering(case).total
    value = shots = consents = tenths = 0
    for number, duty in enumerate(plan.duties):
        value -= round(VALUE_A_UNIT * worth[number] * duty.probability)
        shots += len(duty.shots)
        consents += len(
            {(c.asks, c.party) for c in duty.consult if c.answer in (None, Answer.OPEN)}
        )
        tenths += sum(round(10.0 * (shot.meet_s - case.found.now_s)) for shot in duty.shots)
    return value, shots, consents, tenths


def brute_case(case: Made) -> brute.Case:
    by = answering(case)
    names = (*case.sectors.parties, "")
    return brute.Case(
        case.found,
        case.sectors,
        case.procedures,
        case.consultations,
        {
            k: (names[party], float(case.found.weight[k] * by.total[k]))
            for k, party in enumerate(by.party.tolist())
        },
    )


@pytest.mark.parametrize("size", [(2, 3), (4, 2)])
def test_val_the_plan_is_the_best_of_all(size: tuple[int, int]) -> None:
    engaged = scarce = consulted = helped = 0
    for seed in range(CASES):
        case = made(seed, *size, loaded=1 + seed % 3)
        plan = planned(case)
        assert aims(case, plan) == brute.best(brute_case(case)), seed
        engaged += sum(bool(duty.shots) for duty in plan.duties)
        scarce += sum(duty.reason is Closed.SCARCE for duty in plan.duties)
        consulted += sum(bool(duty.consult) for duty in plan.duties)
        helped += sum(duty.standing is Standing.NEIGHBOUR for duty in plan.duties)
    # The cases are worth something only if all of these happen in them.
    assert min(engaged, scarce, consulted, helped) > 0.05 * CASES


cases = st.builds(
    made, st.integers(0, 10**6), st.integers(0, 12), st.integers(0, 5), loaded=st.integers(0, 6)
)


@given(cases)
@settings(max_examples=60)
def test_prop_no_magazine_is_overdrawn(case: Made) -> None:
    shots = [shot.shooter for duty in planned(case).duties for shot in duty.shots]
    for shooter in case.found.shooters:
        assert shots.count(shooter.id) <= shooter.magazine


@given(cases)
@settings(max_examples=60)
def test_prop_nobody_acts_above_anothers_territory_without_its_consent(case: Made) -> None:
    for duty in planned(case).duties:
        agreeing = {(c.asks, c.party) for c in duty.consult}
        for shot in duty.shots:
            assert shot.over in (NOBODY, shot.party) or (shot.party, shot.over) in agreeing
        assert all(c.answer is not Answer.REFUSED for c in duty.consult)


@given(cases)
@settings(max_examples=60)
def test_prop_no_launch_before_a_consultation_or_a_decision_is_over(case: Made) -> None:
    last = {(c.object, c.asks, c.party): c for c in case.consultations}
    for duty in planned(case).duties:
        for shot in duty.shots:
            delay = case.procedures.decide_s.get(shot.party, 0.0)
            assert shot.launch_s >= case.found.now_s + delay
            if shot.over not in (NOBODY, shot.party):
                asking = case.procedures.asks(shot.over)
                before = last.get((duty.object, shot.party, shot.over))
                if before is None:
                    assert shot.launch_s >= case.found.now_s + asking.wait_s
                else:
                    assert shot.launch_s >= before.ready_s(asking, case.found.now_s)


@given(cases)
@settings(max_examples=60)
def test_prop_the_neighbour_acts_only_where_the_procedures_let_it(case: Made) -> None:
    for duty in planned(case).duties:
        acting = {shot.party for shot in duty.shots}
        if duty.standing is Standing.OWN:
            assert acting == {duty.party}
        if duty.standing is Standing.NEIGHBOUR:
            assert case.procedures.neighbours is not Neighbours.NEVER
            assert any(c.party == duty.party and c.ground is Ground.SECTOR for c in duty.consult)
        if case.procedures.neighbours is Neighbours.NO_WINDOW:
            assert not (duty.party in acting and len(acting) > 1)


@given(cases, st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_prop_the_order_of_objects_and_batteries_does_not_matter(case: Made, luck: object) -> None:
    rng = np.random.default_rng(luck.randrange(2**32))  # type: ignore[attr-defined]
    objects = rng.permutation(len(case.found.objects)).tolist()
    shooters = rng.permutation(len(case.found.shooters)).tolist()
    assert planned(reordered(case, objects, shooters)).by_object == planned(case).by_object


@given(cases)
@settings(max_examples=40)
def test_prop_more_interceptors_never_stop_less(case: Made) -> None:
    more = tuple(replace(s, magazine=s.magazine + 1) for s in case.found.shooters)
    fuller = replace(case, found=replace(case.found, shooters=more))
    if case.procedures.neighbours is not Neighbours.NO_WINDOW:
        # (A party whose magazine fills again answers for what a neighbour acted against before.)
        assert aims(fuller, planned(fuller))[0] <= aims(case, planned(case))[0]


@given(cases)
@settings(max_examples=40)
def test_prop_every_object_has_one_duty_that_fits_itself(case: Made) -> None:
    plan = planned(case)
    assert [duty.object for duty in plan.duties] == list(case.found.objects)
    assert plan.interceptors == sum(len(duty.shots) for duty in plan.duties)
    for duty in plan.duties:
        acts = duty.standing in (Standing.OWN, Standing.NEIGHBOUR)
        assert acts == bool(duty.shots) == (duty.acting != NOBODY) == (duty.probability > 0.0)
        assert (duty.reason is None) == (duty.standing is not Standing.UNMET)
        assert [s.launch_s for s in duty.shots] == sorted(s.launch_s for s in duty.shots)
        for shot in duty.shots:
            assert shot.launch_s <= duty.last_launch_s < shot.meet_s or shot.launch_s < shot.meet_s


def alone(**changes: object) -> Made:
    """One object, coming down in the middle of birch's sector, and one battery of birch."""
    seed = next(k for k in range(500) if _is_plain(made(k, 1, 1)))
    case = made(seed, 1, 1)
    found = replace(
        case.found,
        weight=np.ones(1),
        shooters=(replace(case.found.shooters[0], party="birch", magazine=4, shots_each=2),),
        forecast=landing(np.array([45.0]), np.array([15.0]), np.zeros(1)),
        hosts=((),),
        **changes,  # type: ignore[arg-type]
    )
    return Made(found, sectors(), Procedures(), ())


def _is_plain(case: Made) -> bool:
    rows = case.found.rows
    return len(case.found) == 1 and not case.found.hosts[0] and len(rows.meet_s) > 30


def test_the_second_interceptor_waits_for_a_look_where_there_is_time() -> None:
    duty = planned(alone()).duties[0]
    assert duty.standing is Standing.OWN
    assert [shot.after_look for shot in duty.shots] == [False, True]
    assert duty.shots[1].launch_s >= duty.shots[0].meet_s + Procedures().look_s - 1e-9


def test_without_time_for_a_look_all_start_at_once() -> None:
    case = replace(alone(), procedures=Procedures(look_s=math.inf))
    duty = planned(case).duties[0]
    interval = case.found.shooters[0].place.rules.shot_interval_s
    assert [shot.after_look for shot in duty.shots] == [False, False]
    assert duty.shots[1].launch_s >= duty.shots[0].launch_s + interval


def of_aspen(case: Made) -> Made:
    shooter = replace(case.found.shooters[0], party="aspen")
    return replace(case, found=replace(case.found, shooters=(shooter,)))


def test_a_neighbour_asks_the_party_that_answers() -> None:
    case = of_aspen(alone())
    duty = planned(replace(case, procedures=Procedures(usual=Asking(20.0)))).duties[0]
    assert (duty.party, duty.acting, duty.standing) == ("birch", "aspen", Standing.NEIGHBOUR)
    (asked,) = duty.consult
    assert (asked.party, asked.ground, asked.answer) == ("birch", Ground.SECTOR, None)
    assert asked.ask_by_s == pytest.approx(duty.last_launch_s - 20.0)
    assert duty.shots[0].launch_s >= NOW_S + 20.0


@pytest.mark.parametrize(
    ("answer", "time_out", "acts"),
    [
        (Answer.AGREED, TimeOut.HOLD, True),
        (Answer.REFUSED, TimeOut.PROCEED, False),
        (Answer.TIMED_OUT, TimeOut.PROCEED, True),
        (Answer.TIMED_OUT, TimeOut.HOLD, False),
    ],
)
def test_an_answer_decides(answer: Answer, time_out: TimeOut, acts: bool) -> None:
    said = Consultation("object-0", "aspen", "birch", NOW_S - 90.0, answer)
    case = of_aspen(alone())
    case = replace(case, procedures=Procedures(usual=Asking(60.0, time_out)), consultations=(said,))
    duty = planned(case).duties[0]
    assert bool(duty.shots) == acts
    assert duty.reason is (None if acts else Closed.CONSENT)


def test_regress_a_party_that_holds_is_not_called_unarmed() -> None:
    case = alone()
    rows, _ = case.found.rows.since(-math.inf, np.zeros(1, dtype=bool))
    none = np.empty(0, dtype=np.int64)
    taken = replace(case.found, object=none, shooter=none, hosts=(), rows=rows)
    assert planned(replace(case, found=taken)).duties[0].reason is Closed.HELD
    # Who may not act does not hold either.
    never = replace(of_aspen(alone()), procedures=Procedures(neighbours=Neighbours.NEVER))
    assert planned(never).duties[0].reason is Closed.UNARMED


def test_a_force_acts_as_the_party_that_answers() -> None:
    case = of_aspen(alone())
    helped = tuple(
        replace(s, forces=("aspen",)) if s.party == "birch" else s for s in case.sectors.of
    )
    duty = planned(replace(case, sectors=replace(case.sectors, of=helped))).duties[0]
    assert duty.standing is Standing.OWN
    assert duty.acting == "aspen"
    assert not duty.consult


def test_what_is_too_late_says_so() -> None:
    case = replace(of_aspen(alone()), procedures=Procedures(usual=Asking(1e5)))
    assert planned(case).duties[0].reason is Closed.TOO_LATE


def test_an_empty_magazine_says_so() -> None:
    case = alone()
    empty = (replace(case.found.shooters[0], magazine=0),)
    duty = planned(replace(case, found=replace(case.found, shooters=empty))).duties[0]
    assert duty.reason is Closed.EMPTY


def test_what_nobody_answers_for_is_left_alone() -> None:
    case = alone()
    far = landing(np.array([10.0]), np.array([15.0]), np.zeros(1))
    duty = planned(replace(case, found=replace(case.found, forecast=far))).duties[0]
    assert duty == Duty("object-0", NOBODY, 0.0, Standing.NOBODYS)


def test_an_object_in_orbit_is_nobodys() -> None:
    case = alone()
    nowhere = landing(np.array([np.nan]), np.array([np.nan]), np.zeros(1))
    duty = planned(replace(case, found=replace(case.found, forecast=nowhere))).duties[0]
    assert duty.standing is Standing.NOBODYS


def test_what_weighs_nothing_is_left_alone() -> None:
    case = alone()
    duty = planned(replace(case, found=replace(case.found, weight=np.zeros(1)))).duties[0]
    assert (duty.standing, duty.shots) == (Standing.UNWANTED, ())


def test_an_object_between_two_sectors_belongs_to_the_one_with_the_larger_share() -> None:
    between = landing(np.array([45.0]), np.array([10.2]), np.array([60e3]))
    by = Answering.of(between, sectors(), 0.05)
    assert PARTIES[int(by.party[0])] == "birch"
    assert 0.5 < by.share[0] < 0.8
    assert by.total[0] == pytest.approx(1.0)


@pytest.mark.parametrize("shots", [0, 5])
def test_procedures_that_make_no_sense_are_refused(shots: int) -> None:
    with pytest.raises(RangeError, match="number of interceptors"):
        Procedures(shots_each=shots)


def test_a_battery_that_cannot_be_is_refused() -> None:
    place = alone().found.shooters[0].place
    with pytest.raises(RangeError, match="probability"):
        Shooter("b", "aspen", place, 3, 1.5)
