"""Which track of a room's own an object of the planner is, by two pictures alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.centre.picture.shown import Shown
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import EXACT, Mode, Terms
from glasshield.exercise.api import wire
from glasshield.exercise.api.objects import Found, best_first
from glasshield.exercise.records import CENTRE
from tests.exercise.api import kept

EPOCH = Instant.parse("2031-05-05T09:00:00Z")
NOW = EPOCH.plus_s(100.0)
UP_M_S = 2_000.0
NEAR_M = 30e3  # one flight is told from another where they are farther apart


def state(north_km: float, east_km: float = 0.0, up_m_s: float = UP_M_S) -> np.ndarray:
    """Something above the Atlantic, a little to the north and east of one place."""
    lat, lon = np.radians([30.0 + north_km / 111.2, -30.0 + east_km / 96.3])
    place = geodetic_to_ecef(lat, lon, 200e3)
    return np.concatenate((place, up_m_s * place / np.linalg.norm(place)))


def picture(
    tracks: dict[int, np.ndarray], number: int = 1, terms: Terms = EXACT, age_s: float = 0.0
) -> Shown:
    """A picture of these tracks, which were there so long ago."""
    count = len(tracks)
    numbers = sorted(tracks)
    return Shown(
        viewer="aspen",
        picture=number,
        terms=terms,
        mode=Mode.EXERCISE,
        simulated=True,
        at=NOW,
        epoch=EPOCH,
        number=np.array(numbers, dtype=int),
        time_s=np.full(count, 100.0 - age_s),
        state_ecef=np.array([tracks[each] for each in numbers]).reshape(count, 6),
        packed_covariance=np.tile(np.eye(6)[np.tril_indices(6)] * 1e4, (count, 1)),
        phase_probability=np.tile([0.0, 1.0, 0.0], (count, 1)),
        class_index=np.zeros(count, dtype=int),
        first_seen_s=np.zeros(count),
        last_seen_s=np.full(count, 100.0),
        age_s=np.zeros(count),
        is_coasted=np.zeros(count, dtype=bool),
        contributors=(("aspen", ""),),
        by=np.ones((count, 1), dtype=bool),
    )


def look(
    found: Found,
    objects: dict[int, np.ndarray],
    pictures: Sequence[Shown],
    asked: Sequence[int],
    at: Instant = NOW,
) -> dict[int, wire.ObjectBody]:
    names = [(CENTRE, number) for number in asked]
    told = found.look(names, {CENTRE: objects}, best_first(pictures), at)
    assert [each.number for each in told.objects] == list(asked)
    return {each.number: each for each in told.objects}


def tracks(body: wire.ObjectBody) -> list[tuple[int, int]]:
    return [(each.picture, each.number) for each in body.tracks]


def test_an_object_is_the_track_that_moves_as_it_does_in_each_picture() -> None:
    pictures = [
        picture({7: state(1.0), 8: state(90.0)}, number=2),
        picture({3: state(95.0), 4: state(4.0)}, number=5, terms=replace(EXACT, delay_s=5.0)),
    ]
    told = look(Found(), {1: state(0.0), 2: state(92.0)}, pictures, (1, 2))
    assert tracks(told[1]) == [(2, 7), (5, 4)]
    assert tracks(told[2]) == [(2, 8), (5, 3)]
    assert told[1].is_now


def test_what_is_elsewhere_or_goes_another_way_is_another() -> None:
    near = picture({7: state(NEAR_M / 1e3 + 1.0), 8: state(0.0, up_m_s=-UP_M_S)})
    told = look(Found(), {1: state(0.0)}, [near], (1,))
    assert told[1].tracks == ()
    assert not told[1].is_now


def test_a_rounded_picture_is_allowed_what_it_is_rounded_to() -> None:
    rounded = replace(EXACT, position_m=10e3, velocity_m_s=100.0)
    far = {7: state(NEAR_M / 1e3 + 5.0)}
    assert tracks(look(Found(), {1: state(0.0)}, [picture(far, terms=rounded)], (1,))[1])
    assert not tracks(look(Found(), {1: state(0.0)}, [picture(far)], (1,))[1])


def test_a_late_picture_is_carried_on() -> None:
    before = state(0.0)
    before[:3] -= 20.0 * before[3:]  # 40 km lower
    late = picture({7: before}, age_s=20.0)
    assert tracks(look(Found(), {1: state(0.0)}, [late], (1,))[1]) == [(1, 7)]


def test_a_track_is_one_object_at_most_and_stays_it() -> None:
    found = Found()
    first = look(found, {1: state(0.0), 2: state(20.0)}, [picture({7: state(9.0)})], (1, 2))
    assert (tracks(first[1]), tracks(first[2])) == ([(1, 7)], [])
    # The other one is nearer now, but not so much.
    moved = picture({7: state(11.5)})
    then = look(found, {1: state(0.0), 2: state(20.0)}, [moved], (1, 2), NOW.plus_s(1.0))
    assert (tracks(then[1]), tracks(then[2])) == ([(1, 7)], [])
    moved = picture({7: state(19.0)})
    last = look(found, {1: state(0.0), 2: state(20.0)}, [moved], (1, 2), NOW.plus_s(2.0))
    assert tracks(last[2]) == [(1, 7)]
    assert last[2].is_now
    assert not last[1].is_now


def test_what_is_lost_is_said_to_have_been() -> None:
    found = Found()
    look(found, {1: state(0.0)}, [picture({7: state(0.0)})], (1,))
    for later_s, objects in ((1.0, {1: state(0.0)}), (2.0, {})):
        told = look(found, objects, [picture({})], (1,), NOW.plus_s(later_s))
        assert tracks(told[1]) == [(1, 7)]
        assert not told[1].is_now


def test_the_same_is_the_same_message() -> None:
    found, shown = Found(), picture({7: state(0.0)})
    names, objects = [(CENTRE, 1)], {CENTRE: {1: state(0.0)}}
    first = found.look(names, objects, [shown], NOW)
    assert found.look(names, objects, [shown], NOW.plus_s(1.0)) is first


def test_numbers_of_two_who_plan_are_two_objects() -> None:
    shown = picture({7: state(0.0), 8: state(90.0)})
    names = [(CENTRE, 1), ("aspen", 1)]
    objects = {CENTRE: {1: state(0.0)}, "aspen": {1: state(90.0)}}
    told = Found().look(names, objects, [shown], NOW)
    assert [(each.viewer, tracks(each)) for each in told.objects] == [
        (CENTRE, [(1, 7)]),
        ("aspen", [(1, 8)]),
    ]


@given(
    st.lists(st.tuples(st.floats(-60.0, 60.0), st.floats(-60.0, 60.0)), min_size=1, max_size=8),
    st.randoms(use_true_random=False),
)
def test_prop_no_track_is_two_objects_and_all_that_are_told_are_near(
    places: list[tuple[float, float]], order: random.Random
) -> None:
    objects = {k + 1: state(*place) for k, place in enumerate(places)}
    shuffled = list(places)
    order.shuffle(shuffled)
    own = {10 + k: state(north + 2.0, east) for k, (north, east) in enumerate(shuffled)}
    told = look(Found(), objects, [picture(own)], tuple(objects))
    taken = [pair for each in told.values() for pair in tracks(each)]
    assert len(taken) == len(set(taken))
    for number, each in told.items():
        for _, track in tracks(each):
            away = np.linalg.norm(own[track][:3] - objects[number][:3])
            assert away <= NEAR_M


@pytest.mark.parametrize("room", ["aspen-national", "birch-national", "controller"])
def test_the_rooms_of_a_run_find_the_object_that_they_are_told_of(
    tmp_path: Path, room: str
) -> None:
    table = kept.table(tmp_path / "run")
    clock = wire.Clock(second=0, at="", state="paused", speed=1.0, real_speed=None)
    while table.second < 110:
        table.step()
    now = table.now(room, clock)
    (one,) = now.objects.objects
    assert (one.viewer, one.is_now) == (CENTRE, True)
    numbers = {(each.picture, n) for each in now.published.pictures for n in each.number.tolist()}
    assert set(tracks(one)) <= numbers
    about = [each for each in now.records if each.object is not None]
    assert {each.object.number for each in about if each.object} == {one.number}
    table.close()
