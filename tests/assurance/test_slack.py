"""Time left at every sample: between rungs as the least speed has it, at a rung as the kernel."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from glasshield.assurance.flightbook import Flightbook, Flown, pairs_of
from glasshield.assurance.slack import Approach, Asked
from glasshield.catalog.claims import Flown as FlownRecord
from glasshield.shield.least_speed import Ladder, ladder
from glasshield.shield.rules import Rules
from glasshield.shield.windows import Emplacement, Targets, every_pair, find
from tests.assurance.claims import base_world

pytestmark = pytest.mark.kernels

CATALOG = base_world().catalog
SPEEDS_M_S = (2500.0, 3000.0, 3500.0, 4500.0)
SITE = CATALOG.sites["redzikowo"]
INTERCEPTOR = CATALOG.interceptors["sm3-2a"]
# Rounding between two ways of solving the same line for the time and for the speed.
SPEED_TOL_M_S = 1e-6


@cache
def flown() -> Flown:
    flights = FlownRecord(
        missile="irbm",
        launches=("semnan", "iran-northwest"),
        targets=("warsaw", "berlin", "copenhagen", "vilnius"),
    )
    pairs = pairs_of([flights], CATALOG)
    book = Flightbook()
    return book.fly(pairs, np.arange(len(pairs)), book.named(pairs))


@cache
def rungs() -> Ladder:
    return ladder(INTERCEPTOR, SITE, SPEEDS_M_S)


@cache
def approach(asked: Asked = Asked.ONCE) -> Approach:
    return Approach.of(flown(), rungs(), SITE.position, asked)


def rules(**parts: object) -> Rules:
    stated = Rules.stated(CATALOG.rules["kinematic"], INTERCEPTOR)
    return Rules(**{name: getattr(stated, name) for name in Rules.__slots__} | parts)


@pytest.mark.parametrize("speed_m_s", [2600.0, 2999.0, 3200.0, 4000.0, 4499.0])
@pytest.mark.parametrize("available_s", [120.0, 250.0, 400.0, 1500.0])
def test_between_rungs_a_sample_is_in_time_when_the_least_speed_says_so(
    speed_m_s: float, available_s: float
) -> None:
    points = approach().samples.enu_m
    least_m_s = rungs().readings(points).least_m_s(np.full(len(points), available_s))
    # What a slower rung reaches in time this one may fly past; that is not the line between two.
    slow = rungs().speeds_m_s[np.searchsorted(rungs().speeds_m_s, speed_m_s) - 1]
    times_s = approach().times_s(speed_m_s)
    asked = (least_m_s > slow) & (np.abs(least_m_s - speed_m_s) > SPEED_TOL_M_S)
    in_time = times_s <= available_s
    np.testing.assert_array_equal(in_time[asked], least_m_s[asked] < speed_m_s)
    assert available_s < 200.0 or in_time.any()


def test_outside_the_ladder_nothing_is_reached_below_and_no_more_above() -> None:
    assert np.isinf(approach().times_s(2000.0)).all()
    np.testing.assert_array_equal(approach().times_s(9000.0), approach().times_s(4500.0))


@pytest.mark.parametrize("k", range(len(SPEEDS_M_S)))
@pytest.mark.parametrize("delay_s", [0.0, 150.0, 350.0])
def test_at_a_rung_windows_and_shots_are_the_kernels(k: int, delay_s: float) -> None:
    judged = rules(commit_delay_s=delay_s, min_height_m=80e3, shot_interval_s=12.0)
    n = len(flown())
    commit_s = np.full(n, delay_s)
    place = SITE.position
    here = Emplacement(rungs().tables[k], place.lat_rad, place.lon_rad, place.height_m, judged)
    targets = Targets.sampled(
        flown().positions_ecef_m,
        4.0,
        burnout_s=flown().burnout_s,
        reentry_s=flown().reentry_s,
    )
    windows = find(targets, [here], every_pair(1, n), commit_s)
    for asked in Asked:
        slack_s = approach(asked).slack_s(judged, SPEEDS_M_S[k], commit_s, None)
        inside = slack_s >= 0.0
        found = np.bincount(approach(asked).samples.flight[inside], minlength=n)
        np.testing.assert_array_equal(found, windows.samples)
        fewer = windows.shots - approach(asked).shots(slack_s, 12.0)
        # Only without any delay is the sample before a window one that nothing meets in time.
        assert (fewer == 0).all() or (delay_s == 0.0 and asked is Asked.OFTEN)
        assert set(fewer) <= {0, 1}


def test_what_a_fast_interceptor_flies_past_is_kept_for_slow_ones() -> None:
    """Tables begin at burnout: near points that a slow rung reaches are none of a fast one's."""
    slow, fast = (approach().times_s(speed) for speed in (2500.0, 4500.0))
    assert (np.isfinite(slow) & np.isinf(fast)).any()


def test_what_is_asked_often_leaves_out_only_what_is_never_in_time() -> None:
    once, often = (approach(asked).samples for asked in Asked)
    assert 0 < len(often.flight) < len(once.flight)
    judged, commit_s = rules(commit_delay_s=0.0, min_height_m=0.0), np.zeros(len(flown()))
    for speed_m_s in (2700.0, 3000.0, 4200.0, 4500.0):
        inside = [
            (approach(asked).slack_s(judged, speed_m_s, commit_s, None) >= 0.0).sum()
            for asked in Asked
        ]
        assert inside[0] == inside[1] > 0


def line_of(slack_s: list[float], flight: list[int], number: list[int]) -> Approach:
    """An approach with made-up samples."""
    samples = approach().samples.taken(np.arange(len(slack_s)))
    made = replace(samples, count=max(flight) + 1, flight=np.array(flight), number=np.array(number))
    return Approach(made, rungs())


NEVER = -np.inf


@pytest.mark.parametrize(
    ("slack_s", "number", "shots"),
    [
        # The slack falls to zero at both edges: launches from 0 to 45 s, 15 s apart.
        ([-5.0, 10.0, 45.0, 20.0, -1.0], [3, 4, 5, 6, 7], 4),
        # Another rule closes both edges: launches from 10 to 45 s.
        ([NEVER, 10.0, 45.0, 20.0, NEVER], [3, 4, 5, 6, 7], 3),
        # Two parts: the longer one counts, and each by itself.
        ([NEVER, 0.0, 15.0, NEVER, 0.0, 31.0, NEVER], [0, 1, 2, 3, 4, 5, 6], 3),
        # A sample that is not there parts them as well.
        ([30.0, 31.0, 0.0, 16.0], [0, 1, 5, 6], 2),
        ([NEVER, -1.0, NEVER], [0, 1, 2], 0),
        ([0.0], [7], 1),
    ],
)
def test_shots_counted_by_hand(slack_s: list[float], number: list[int], shots: int) -> None:
    made = line_of(slack_s, [0] * len(slack_s), number)
    assert made.shots(np.array(slack_s), 15.0).tolist() == [shots]


def test_shots_of_one_flight_do_not_run_into_the_next() -> None:
    made = line_of([0.0, 30.0, 31.0, 31.0], [0, 0, 2, 2], [8, 9, 10, 11])
    assert made.shots(np.array([0.0, 30.0, 31.0, 31.0]), 15.0).tolist() == [3, 0, 1]


def test_no_interval_means_any_number_of_shots() -> None:
    made = line_of([NEVER, 1.0, 2.0, NEVER], [0] * 4, [0, 1, 2, 3])
    assert made.shots(np.array([NEVER, 1.0, 2.0, NEVER]), 0.0)[0] > 1000
