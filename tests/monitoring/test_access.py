"""The least that an observer must be let see."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import msgspec
import numpy as np
import pytest

from glasshield.catalog.announced import Access
from glasshield.monitoring.access import LEAST_DETECTIONS, Question, Watch, least_access
from glasshield.monitoring.announced_flight import announced_flights
from glasshield.monitoring.beforehand import FREE_FLIGHT_S
from glasshield.monitoring.document import LeastAccess, PlaceRow
from glasshield.monitoring.followed import Reconstruction
from glasshield.monitoring.learning import Pair, watcher_of
from glasshield.monitoring.rehearsal import allowed
from tests.monitoring.announced import announced, changed, facts, flights, number

PLACE = PlaceRow(observer="guest-ship", lat_deg=33.0, lon_deg=-126.0)
WHERE = (float(np.radians(33.0)), float(np.radians(-126.0)))


@cache
def question(rival_km_s: float = 9.0) -> Question:
    test = announced()
    pair = flights()
    if rival_km_s != 9.0:
        near = changed(test.rival, burnout_speed=number(rival_km_s, "km/s"))
        test = changed(test, rival=near)
        pair = announced_flights(test, facts())
    watcher = watcher_of(test.observers[0], test, facts())
    watches = [
        Watch.of(watcher, WHERE, Reconstruction.of(test, flight, facts()).followed(1.0))
        for flight in (pair.declared, pair.rival)
    ]
    return Question(Pair.of(test, pair, facts()), watches[0], watches[1], Access())


@cache
def least(rival_km_s: float = 9.0) -> LeastAccess:
    return least_access(question(rival_km_s), PLACE)


def suffices(rival_km_s: float = 9.0, **access: float) -> bool:
    units = {"not_below": "km", "not_before": "s", "not_after": "s"}
    limits = {name: number(value, units[name]) for name, value in access.items()}
    return question(rival_km_s).suffices(msgspec.structs.replace(Access(), **limits))


def test_each_limit_suffices_and_the_next_stricter_one_does_not() -> None:
    for rival in (9.0, 6.39):
        found = least(rival)
        assert found.not_below_km is not None
        assert found.not_before_s is not None
        assert found.not_after_s is not None
        assert suffices(rival, not_below=found.not_below_km)
        assert not suffices(rival, not_below=found.not_below_km + 1.0)
        assert suffices(rival, not_before=found.not_before_s)
        assert not suffices(rival, not_before=found.not_before_s + 1.0)
        assert suffices(rival, not_after=found.not_after_s)
        assert not suffices(rival, not_after=found.not_after_s - 1.0)


def test_a_nearer_rival_takes_more_access() -> None:
    far, near = least(9.0), least(6.39)
    assert (near.seconds or 0.0) > (far.seconds or 0.0)
    assert (near.not_before_s or 0.0) < (far.not_before_s or 0.0)
    # Both have to see that the burn is over, and then know enough.
    assert (near.not_after_s or 0.0) >= (far.not_after_s or 0.0)


def test_the_shortest_stretch_is_the_shortest_by_trying_all() -> None:
    asked = question(6.39)
    seconds = least(6.39).seconds
    assert seconds is not None

    def enough(begin_s: int, length_s: int) -> bool:
        window = Access(
            not_before=number(float(begin_s), "s"),
            # Moments stand in the middle of their spans.
            not_after=number(begin_s + length_s - 1e-6, "s"),
        )
        return asked.suffices(window)

    begins = range(700)
    assert any(enough(begin, int(seconds) + 1) for begin in begins)
    assert not any(enough(begin, int(seconds) - 2) for begin in begins)


def test_fewer_looks_than_find_a_flight_never_suffice() -> None:
    asked = question()
    begin = Access(not_before=number(200.0, "s"), not_after=number(209.0, "s"))
    for watch in (asked.declared, asked.rival):
        moments = watch.followed.moments.time_s
        sums = watch.sums(allowed(begin, moments, watch.followed.height_m))
        assert 0.0 < sums.detections < LEAST_DETECTIONS
    assert not asked.suffices(begin)


def test_sums_can_be_taken_off_again() -> None:
    watch = question().declared
    moments = watch.followed.moments.time_s
    early, late = moments < 200.0, moments >= 200.0
    both = watch.sums(early).plus(watch.sums(late))
    assert np.allclose(both.flight, watch.sums(early | late).flight, rtol=1e-9)
    left = both.plus(watch.sums(late), -1.0)
    assert watch.sigmas_m_s(left) == pytest.approx(watch.sigmas_m_s(watch.sums(early)), rel=1e-3)


def test_what_no_limit_lets_tell_is_none() -> None:
    asked = question()
    same = replace(asked.pair, rival=asked.pair.declared)
    hopeless = replace(asked, pair=same, rival=asked.declared)
    found = least_access(hopeless, PLACE)
    assert (found.not_below_km, found.not_before_s, found.not_after_s) == (None, None, None)
    assert found.seconds is None
    assert found.place == PLACE


def test_a_view_that_ends_under_power_or_just_after_never_suffices() -> None:
    asked = question()
    told_s = max(watch.told_s for watch in (asked.declared, asked.rival))
    assert told_s == pytest.approx(130.0 + FREE_FLIGHT_S, abs=0.1)
    assert not asked.suffices(Access(not_after=number(told_s - 1.0, "s")))
    assert asked.suffices(Access(not_after=number(told_s + 5.0, "s")))
    least_s = least().not_after_s
    assert least_s is not None
    assert least_s >= told_s
