"""A number that was shown stays with its object, however late detections come within the lag."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jaxtyping import Float, Int

from glasshield.fusion.online import OnlineOptions
from glasshield.fusion.options import Association, Models, Options
from glasshield.fusion.staying import MARKS, REMEMBERED_S, Shown, Staying
from glasshield.fusion.succession import Numbers
from glasshield.fusion.tracker import Picture, Tracker
from glasshield.scenario.benchmark import benchmark
from glasshield.sensing.detections import Detections
from tests.fusion.test_online_registration import sky

LAG_S = 3.0
OBJECTS, DURATION_S, LAST_BORN_S = 6, 9.0, 6.0
# Of the objects; measured 0.1 % over 1,500 seeds.
MOST_RENAMED = 0.005
OPTIONS = (
    Options(lag_s=LAG_S),
    Options(lag_s=LAG_S, models=Models.COAST),
    Options(lag_s=LAG_S, models=Models.COAST, association=Association.JPDA),
    Options(lag_s=LAG_S, models=Models.COAST, history_s=30.0, history_every_s=2.0),
)


def marks(*rows: tuple[int, ...]) -> Int[np.ndarray, "m 4"]:
    """The first detections of tracks."""
    full = [(*row, *([-1] * (MARKS - len(row)))) for row in rows]
    return np.array(full, dtype=np.int64).reshape(-1, MARKS)


def shown(number: list[int], *rows: tuple[int, ...], settled: int = 0, top: int = 0) -> Shown:
    count = len(number)
    its = np.array(number, dtype=np.int64)
    return Shown(its, marks(*rows), np.full(count, np.inf), settled, max([top, *number]))


def called(before: Shown, numbers: Numbers, *rows: tuple[int, ...]) -> list[int]:
    """The numbers of tracks with these first detections."""
    found = before.staying(numbers, marks(*rows))
    ids = before.settled + 1 + np.arange(len(rows))
    assert [found.own(number) for number in found.of(ids)] == ids.tolist()
    every = found.of(1 + np.arange(before.settled + len(rows) + 3))
    assert len(np.unique(every)) == len(every)
    assert found.last(before.settled + len(rows)) >= before.top
    return found.of(ids).tolist()


SAME = Numbers.same()
ONE, OTHER, THIRD = (3, 5, 8), (4, 6, 7), (10, 11, 12)


def test_what_was_never_shown_is_counted_as_the_tracker_does() -> None:
    assert Shown.nothing().staying(SAME, marks(ONE, OTHER)) is SAME
    assert called(Shown.nothing(), SAME, ONE, OTHER) == [1, 2]


def test_two_tracks_that_are_counted_the_other_way_round_keep_their_numbers() -> None:
    before = shown([1, 2], ONE, OTHER)
    assert called(before, SAME, ONE, OTHER) == [1, 2]
    assert called(before, SAME, OTHER, ONE) == [2, 1]
    assert called(before, SAME, OTHER, THIRD, ONE) == [2, 3, 1]


def test_those_that_are_settled_are_not_asked() -> None:
    before = shown([8, 9], ONE, OTHER, settled=2)
    numbers = Numbers(np.array([7, 4, 8, 9], dtype=np.int32), 10)
    assert called(before, numbers, OTHER, ONE, THIRD) == [9, 8, 10]
    assert before.staying(numbers, marks(OTHER, ONE)).of(np.array([1, 2])).tolist() == [7, 4]


def test_a_number_whose_track_is_gone_is_not_given_to_another() -> None:
    before = shown([1, 2], ONE, OTHER)
    assert called(before, SAME, OTHER) == [2]
    assert called(before, SAME, THIRD, OTHER) == [3, 2]
    assert called(shown([], top=5), SAME, ONE) == [6]


def test_a_track_that_comes_back_has_its_number_again() -> None:
    before = shown([2, 1], OTHER, ONE)  # the first is gone
    assert called(before, SAME, OTHER, THIRD, ONE) == [2, 3, 1]


def test_half_of_the_detections_is_enough() -> None:
    before = shown([1, 2], (3, 5, 8, 9), OTHER)
    assert called(before, SAME, (4, 6, 20), (5, 8, 15, 16)) == [2, 1]
    assert called(before, SAME, (4, 15, 20), (5, 17, 18, 19)) == [3, 4]


def test_who_has_most_in_common_takes_the_number() -> None:
    before = shown([1], (3, 5, 8, 9))
    assert called(before, SAME, (3, 5, 20, 21), (8, 9, 10)) == [1, 2]
    assert called(before, SAME, (3, 20, 21), (5, 8, 9, 10)) == [2, 1]


@dataclass
class Counted:
    """Tracks as some tracker counts them."""

    first: Int[np.ndarray, "k 4"]
    sure: int = 0
    at_s: float = 0.0

    def time(self) -> float:
        return self.at_s

    def confirmed(self) -> int:
        return len(self.first)

    def settled(self) -> int:
        return self.sure

    def marks(self, after: int, out: Int[np.ndarray, "m 4"]) -> None:
        out[:] = self.first[after:]


def seen_as(staying: Staying, *rows: tuple[int, ...], at_s: float, sure: int = 0) -> list[int]:
    """The numbers that are shown of tracks with these first detections."""
    staying.more_came()
    count, tracks = 1 + np.arange(len(rows)), Counted(marks(*rows), sure, at_s)
    found = staying.show(tracks).of(count).tolist()
    assert staying.show(tracks).of(count).tolist() == found
    assert staying.now(tracks).of(count).tolist() == found
    return found


def test_what_was_shown_stays_from_picture_to_picture() -> None:
    staying = Staying()
    assert seen_as(staying, ONE, at_s=1.0) == [1]
    assert seen_as(staying, OTHER, ONE, at_s=2.0) == [2, 1]
    assert seen_as(staying, THIRD, OTHER, ONE, at_s=3.0, sure=1) == [3, 2, 1]
    assert seen_as(staying, THIRD, ONE, at_s=4.0, sure=1) == [3, 1]
    assert seen_as(staying, THIRD, ONE, (20, 21), OTHER, at_s=5.0, sure=2) == [3, 1, 4, 2]
    # What is settled has its number by the tracker's count.
    assert seen_as(staying, (), (), (20, 21), OTHER, at_s=6.0, sure=4) == [3, 1, 4, 2]
    assert seen_as(staying, (), (), (), (), (30, 31), at_s=7.0, sure=4) == [3, 1, 4, 2, 5]


def test_what_is_gone_for_long_is_forgotten() -> None:
    for away_s, number in ((0.9 * REMEMBERED_S, 1), (1.1 * REMEMBERED_S, 2)):
        staying = Staying()
        assert seen_as(staying, ONE, at_s=0.0) == [1]
        assert seen_as(staying, at_s=1.0) == []
        assert seen_as(staying, ONE, at_s=1.0 + away_s) == [number]


def test_what_is_made_anew_keeps_what_was_shown_and_what_it_has_taken_over() -> None:
    staying = Staying()
    assert seen_as(staying, ONE, OTHER, (30, 31), at_s=1.0) == [1, 2, 3]
    # One has certainly taken over the second's number, one is new, one is known by its detections.
    anew = Counted(marks((6, 7, 9), (40, 41), (8, 3, 5)), 1, 1.0)
    staying.make_anew(anew, Numbers(np.array([2, 4, 5], dtype=np.int32), 6), given=3)
    assert staying.now(anew).of(np.array([1, 2, 3])).tolist() == [2, 4, 1]
    assert seen_as(staying, (6, 7, 9), (3, 5, 8), (40, 41), at_s=2.0, sure=1) == [2, 1, 4]


@dataclass
class Watched:
    """Which object each number was shown for, and which number each object had last."""

    given: Detections
    object_of: dict[int, int] = field(default_factory=dict)
    number_of: dict[int, int] = field(default_factory=dict)
    renamed: int = 0

    def look(self, tracker: Tracker, numbers: Int[np.ndarray, "n"]) -> Picture:
        """Takes a picture; each number in it stands for what it stood for before.

        Args:
            tracker: that is looked at.
            numbers: which rows of all that is given it was fed, in that order.
        """
        picture = tracker.picture()
        ids = picture.id[picture.confirmed].tolist()
        assert len(set(ids)) == len(ids)
        now: dict[int, set[int]] = {}
        for number in ids:
            its = tracker.history(number)
            assert its.id.tolist() == [number]
            taken = its.detection[its.detection >= 0]
            truth = self.given.truth[numbers[taken]]
            ((flown, count),) = Counter(truth.tolist()).most_common(1)
            if flown < 0 or 2 * count <= len(truth):
                continue  # of false alarms, or of nobody for certain
            assert self.object_of.setdefault(number, flown) == flown
            now.setdefault(flown, set()).add(number)
        for flown, its_numbers in now.items():
            before = self.number_of.get(flown)
            self.renamed += before is not None and before not in its_numbers
            if before not in its_numbers:
                self.number_of[flown] = min(its_numbers)
        return picture


def born_one_after_the_other(seed: int) -> Detections:
    """Objects that are seen from some moment on."""
    made = benchmark(OBJECTS, seed % 50, duration_s=DURATION_S).detections
    rng = np.random.default_rng(seed)
    born_s = np.append(rng.uniform(0.0, LAST_BORN_S, OBJECTS), 0.0)
    return made.take(made.time_s >= made.time_s.min() + born_s[made.truth])


def arrivals(given: Detections, seed: int) -> Float[np.ndarray, "n"]:
    """When each comes: within the lag, most at once, or each station behind by its own time."""
    rng = np.random.default_rng(seed)
    late_s = LAG_S * 0.99 * rng.uniform(size=len(given)) ** rng.integers(1, 6)
    if rng.uniform() < 0.5:
        late_s = 0.98 * LAG_S * rng.uniform(size=3)[given.station_index] + 1e-3 * late_s
    return given.time_s + late_s


def watched(
    given: Detections, seed: int, options: Options, online: OnlineOptions | None = None
) -> tuple[Watched, Tracker]:
    """Numbers as they are shown while detections come late, now and then."""
    rng = np.random.default_rng(seed)
    arrival_s = arrivals(given, seed)
    order = np.argsort(arrival_s, kind="stable")
    came, every_s = given.take(order), rng.uniform(0.05, 1.0)
    slot = np.floor(arrival_s[order] / every_s)
    tracker = Tracker(given.stations, given.epoch, options, online)
    seen = Watched(given)
    for one in np.unique(slot):
        tracker.feed(came.take(slot == one))
        if rng.uniform() < 0.8:
            seen.look(tracker, order)
    seen.look(tracker, order)
    assert tracker.too_late == 0
    return seen, tracker


@settings(deadline=None, max_examples=60, derandomize=True)
@given(st.integers(0, 10**6), st.integers(0, len(OPTIONS) - 1))
def test_prop_no_number_goes_from_one_object_to_another(seed: int, which: int) -> None:
    given = born_one_after_the_other(seed)
    seen, tracker = watched(given, seed, OPTIONS[which])
    assert len(seen.number_of) == OBJECTS
    # Their numbers apart, tracks are those of detections that came in time.
    at_once = Tracker(given.stations, given.epoch, OPTIONS[which], online=None)
    at_once.feed(given)
    made, plain = tracker.tracks(), at_once.tracks()
    for name in ("time_s", "state_ecef", "first_row"):
        np.testing.assert_array_equal(getattr(made, name), getattr(plain, name))


def test_objects_keep_their_numbers() -> None:
    """But for those whose first detections turn out to be of two tracks."""
    seeds = range(60)
    seen = [watched(born_one_after_the_other(k), k, OPTIONS[k % len(OPTIONS)])[0] for k in seeds]
    assert sum(each.renamed for each in seen) <= MOST_RENAMED * len(seeds) * OBJECTS


@pytest.mark.parametrize("seed", range(5))
def test_no_number_goes_from_one_object_to_another_while_biases_are_learned(seed: int) -> None:
    """Stations that disagree make tracks each of its own; all are made anew several times."""
    rng, biased = np.random.default_rng(seed), sky(seed, 60.0).detections
    born_s = np.append(rng.uniform(0.0, 45.0, biased.truth.max() + 1), 0.0)
    given = biased.take(biased.time_s >= biased.time_s.min() + born_s[biased.truth])
    seen, tracker = watched(given, seed, Options(lag_s=LAG_S), OnlineOptions(every_s=5.0))
    assert tracker._online is not None
    assert tracker._online.changes > 3
    assert len(seen.number_of) == len(born_s) - 1


def test_regress_an_object_whose_data_are_late_takes_no_number_of_another() -> None:
    made = benchmark(2, seed=3, duration_s=3.0).detections
    late, prompt = made.take(made.truth == 0), made.take(made.truth == 1)
    late = replace(late, time_s=late.time_s - 0.5)
    tracker = Tracker(made.stations, made.epoch, Options(lag_s=LAG_S), online=None)
    for some, numbers in ((prompt, [1]), (late, [1, 2])):
        picture = tracker.step(some)
        assert sorted(picture.id[picture.confirmed].tolist()) == numbers
    assert tracker.history(1).detection.max() < len(prompt)
    assert tracker.history(2).detection.min() >= len(prompt)
    # Who asks at the end alone is told the order of confirmation.
    asked_once = Tracker(made.stations, made.epoch, Options(lag_s=LAG_S), online=None)
    asked_once.feed(prompt)
    asked_once.feed(late)
    assert asked_once.history(1).detection.min() >= len(prompt)
