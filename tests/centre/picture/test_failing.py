"""What fails fails alone, is told to those whom it concerns, and is the same in every replay."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pytest

from glasshield.centre.picture import viewers
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.faults import FAULTS, REST_S, SOON_S, Course, Part
from glasshield.centre.picture.feeds import view_sha256
from glasshield.centre.picture.kept import Kept, LeftOut
from glasshield.centre.picture.parts import Parts
from glasshield.centre.picture.releasing import shown
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.picture.ticks import ticks_in
from glasshield.earth.time import Instant
from glasshield.errors import NumericalError
from glasshield.exchange.release.coarsen import Event
from glasshield.exchange.release.rules import RuleSet, Source
from glasshield.exchange.release.terms import Mode, Terms
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.station import Station
from tests.centre.picture.drawn import drawn, feeds_of, given, otherwise
from tests.centre.picture.worlds import (
    OPTIONS,
    PARTS,
    START,
    Seeing,
    World,
    batches,
    engine,
    flights,
    registered,
    rule,
    run,
)
from tests.fusion.made_up import EPOCH

AT_S = 20.0
LAST_S = 34.0
RANDOM_LAST_S = 16.0
ODDS = 10  # one look of so many fails


def error_of(kind: type[Exception]) -> Exception:
    return kind("nobody can work with this")


class Chancy(Seeing):
    """A watch that fails by what is seen, in every feed."""

    def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> Sequence[Event]:
        if len(snapshot) and by_chance(snapshot):
            raise error_of(ValueError)
        return super().look(snapshot, tracker, at)


@dataclass(frozen=True)
class Poison:
    """A watch that fails in feeds of some party, at the looks that are asked for."""

    party: str
    fails: Callable[[Snapshot], bool]
    kind: type[Exception] = np.linalg.LinAlgError

    def parts(self) -> Parts:
        poison = self

        class Poisoned(Seeing):
            def look(self, snapshot: Snapshot, tracker: Tracker, at: Instant) -> Sequence[Event]:
                concerns = any(each.party == poison.party for each in self.stations)
                if concerns and len(snapshot) and poison.fails(snapshot):
                    raise error_of(poison.kind)
                return super().look(snapshot, tracker, at)

        return replace(PARTS, watcher=Poisoned)


def at_instants(*seconds: float) -> Callable[[Snapshot], bool]:
    return lambda seen: any(abs(seen.at.since_s(EPOCH) - each) < 0.01 for each in seconds)


def by_chance(seen: Snapshot) -> bool:
    """By what the snapshot holds alone, to the last bit."""
    made = hashlib.sha256(seen.state_ecef.tobytes() + str(seen.at).encode()).digest()
    return made[0] % ODDS == 0


def world() -> World:
    """`viewer` sees what `two` brings; `one` and `two` see their own."""
    rules = (rule("b", Source("two"), "viewer", Terms()),)
    viewers_ = {"one": True, "two": True, "viewer": False}
    return World(batches(flights(1)), RuleSet.of(rules), registered(), viewers_)


def ran(one: World, parts: Parts, until_s: float = LAST_S) -> Engine:
    made = engine(one, parts=parts)
    run(made, one.batches, until_s)
    return made


def only(made: Engine, viewer: str) -> Shown:
    (found,) = made.pictures(viewer)
    return found


def test_a_course_begins_again_at_once_and_rests_when_that_was_soon() -> None:
    course = Course()
    assert not course.content()
    course.fail(100)
    assert (course.is_resting(100), course.is_resting(101)) == (True, False)
    later = 100 + ticks_in(SOON_S)
    course.fail(later)
    assert course.is_resting(later + ticks_in(REST_S))
    assert not course.is_resting(later + ticks_in(REST_S) + 1)
    long_after = later + ticks_in(SOON_S) + 1
    course.fail(long_after)
    assert not course.is_resting(long_after + 1)
    assert (course.count, course.is_faulty(long_after)) == (3, True)
    assert not course.is_faulty(long_after + ticks_in(SOON_S) + 1)


@pytest.mark.parametrize(
    "kind",
    [
        np.linalg.LinAlgError,
        FloatingPointError,
        ZeroDivisionError,
        OverflowError,
        IndexError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,
        RecursionError,
        NumericalError,
    ],
)
def test_a_feed_that_fails_begins_anew_and_no_other_does(kind: type[Exception]) -> None:
    assert issubclass(kind, FAULTS)
    one = world()
    poison = Poison("two", at_instants(AT_S), kind)
    made, sound = ran(one, poison.parts()), ran(one, PARTS)
    assert given(made, "one") == given(sound, "one")
    for viewer in ("two", "viewer"):
        before, after = only(sound, viewer), only(made, viewer)
        assert after.failed_at == EPOCH.plus_s(AT_S)
        assert (before.failed_at, before.is_down, after.is_down) == (None, False, False)
        assert after.picture == before.picture
        assert 0 < len(after) <= len(before)
        # No number ever stands for another object.
        assert after.number.min() > before.number.max()
    (feed,) = {each.running.feed for each in made._viewers["viewer"].panes}
    (fault,) = made.faults()
    assert (fault.part, fault.name) == (Part.FEED, view_sha256(feed))
    assert fault.at == EPOCH.plus_s(AT_S)
    assert kind.__name__ in fault.trace
    assert made.faults() == ()
    assert made.is_faulty
    assert not made.is_resting
    assert made.digest() != sound.digest()


def test_what_was_told_stays_and_what_is_told_next_goes_on_in_number() -> None:
    made = ran(world(), Poison("two", at_instants(AT_S)).parts())
    told = made.events("viewer")
    assert [each.number for each in told] == list(range(1, len(told) + 1))
    before = {each.event.object for each in told if each.at < EPOCH.plus_s(AT_S)}
    after = {each.event.object for each in told if each.at >= EPOCH.plus_s(AT_S)}
    assert before
    assert after
    assert not before & after
    assert after == set(only(made, "viewer").number.tolist())
    rows = made.history("viewer", 1)
    assert rows is not None
    assert set(rows.id.tolist()) == after
    one = made.history("viewer", 1, min(after))
    assert one is not None
    assert one.id.tolist() == [min(after)]


def test_a_feed_that_fails_again_rests_and_says_so() -> None:
    one = world()
    parts = Poison("two", at_instants(AT_S, AT_S + 4.0)).parts()
    made = ran(one, parts, AT_S + 4.0)
    for later_s in (4.0, 4.05, 9.0, 4.0 + REST_S):
        made.advance(EPOCH.plus_s(AT_S + later_s))
        found = only(made, "viewer")
        assert (len(found), found.is_down, found.simulated) == (0, True, True)
        assert found.failed_at == EPOCH.plus_s(AT_S + 4.0)
        assert not len(made.history("viewer", 1) or ())
        assert made.late >= 0
    whole = ran(one, parts, AT_S + 5.0 + REST_S)
    assert not only(whole, "viewer").is_down
    assert len(made.faults()) == 2


def test_data_that_fail_at_every_start_are_gone_through_once() -> None:
    one = world()
    parts = Poison("two", at_instants(AT_S)).parts()
    made = ran(one, parts, AT_S + 6.0)
    made.faults()
    made.restart(EPOCH.plus_s(AT_S + 6.01))
    run(made, [each for each in one.batches if each.at > EPOCH.plus_s(AT_S + 6.0)], LAST_S)
    assert len(made.faults()) == 1
    assert len(only(made, "viewer"))
    assert only(made, "viewer").failed_at == EPOCH.plus_s(AT_S)


def test_what_a_feed_is_made_of_may_fail_to_begin() -> None:
    one = world()

    def broken(stations: tuple[Station, ...], mode: Mode) -> Seeing:
        if any(each.party == "two" for each in stations):
            raise error_of(KeyError)
        return Seeing(stations, mode)

    made, sound = ran(one, replace(PARTS, watcher=broken)), ran(one, PARTS)
    assert given(made, "one") == given(sound, "one")
    assert only(made, "viewer").is_down
    assert len(made.faults()) < (OPTIONS.keep_s + LAST_S) / REST_S + 2


def test_a_step_of_a_viewer_that_fails_costs_that_viewer_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = world()
    sound = ran(one, PARTS)
    look = viewers.Viewer.look

    def failing(self: viewers.Viewer, tick: int, happened: viewers.Happened) -> None:
        look(self, tick, happened)
        if self.name == "viewer" and tick == ticks_in(EPOCH.posix_us / 1e6 + AT_S):
            raise error_of(IndexError)

    monkeypatch.setattr(viewers.Viewer, "look", failing)
    made = ran(one, PARTS)
    for name in ("one", "two"):
        assert given(made, name) == given(sound, name)
    before, after = only(sound, "viewer"), only(made, "viewer")
    assert after.picture == before.picture + 1  # numbers begin again, in another picture
    assert after.state_ecef.tobytes() == before.state_ecef.tobytes()
    assert after.failed_at == EPOCH.plus_s(AT_S)
    told = made.events("viewer")
    assert [each.number for each in told] == list(range(1, len(told) + 1))
    (fault,) = made.faults()
    assert (fault.part, fault.name) == (Part.VIEWER, "viewer")
    assert made.digest() != sound.digest()
    assert made.digest() == ran(one, PARTS).digest()


def test_a_picture_that_cannot_be_shown_is_empty_and_says_so_and_stands_in_no_digest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = world()
    made, sound = ran(one, PARTS), ran(one, PARTS)

    def failing(*arguments: object) -> Shown:
        if arguments[4] == "viewer" and len(arguments[0]):  # type: ignore[arg-type]
            raise error_of(FloatingPointError)
        return shown(*arguments)  # type: ignore[arg-type]

    made.advance(EPOCH.plus_s(LAST_S + 0.05))
    with monkeypatch.context() as patched:
        patched.setattr("glasshield.centre.picture.views.shown", failing)
        assert only(made, "viewer").is_down
        assert only(made, "viewer").failed_at == EPOCH.plus_s(LAST_S + 0.05)
        assert not only(made, "two").is_down
    assert only(made, "viewer").is_down  # within the same tick
    assert [each.part for each in made.faults()] == [Part.VIEWER]
    for each in (made, sound):
        each.advance(EPOCH.plus_s(LAST_S + 0.1))
    assert not only(made, "viewer").is_down
    assert made.digest() == sound.digest()


def test_whatever_else_fails_begins_everything_anew_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = world()
    gather = Kept.gather
    at = ticks_in(EPOCH.posix_us / 1e6 + AT_S)

    def failing(self: Kept, tick: int, stations: object) -> None:
        if tick in (at, at + 40):
            raise error_of(ValueError)
        gather(self, tick, stations)  # type: ignore[arg-type]

    monkeypatch.setattr(Kept, "gather", failing)
    made = ran(one, PARTS, AT_S + 1.0)
    told = made.events("viewer")
    assert len(told)
    for each in one.batches:
        if EPOCH.plus_s(AT_S + 1.0) < each.at <= EPOCH.plus_s(AT_S + 2.0):
            made.take(each)
    made.advance(EPOCH.plus_s(AT_S + 2.0))
    assert (made.is_resting, made.pictures("viewer")) == (True, ())
    rest = [each for each in one.batches if each.at > EPOCH.plus_s(AT_S + 2.0)]
    run(made, rest, LAST_S + REST_S)
    assert not made.is_resting
    assert [each.part for each in made.faults()] == [Part.ALL, Part.ALL]
    assert only(made, "viewer").picture == 3
    assert len(made.events("viewer")) > len(told)
    assert made.events("viewer")[: len(told)] == told
    numbers = [each.number for each in made.events("viewer")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert made.digest() == again(one, LAST_S + REST_S).digest()


def again(one: World, until_s: float) -> Engine:
    """The same in one go, as a replay does it."""
    made = engine(one)
    for each in one.batches:
        made.take(each)
    made.advance(EPOCH.plus_s(until_s))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_prop_random_faults_are_the_same_live_and_after_a_start_and_in_a_replay(seed: int) -> None:
    one = drawn(seed).world
    parts = Poison(random.Random(seed).choice(sorted(one.stations)), by_chance).parts()
    at = EPOCH.plus_s(10.02)
    digests, shown_ = [], []
    for every_s in (0.05, 1.0, RANDOM_LAST_S):
        made = engine(one, parts=parts)
        before = [each for each in one.batches if each.at <= at]
        run(made, before, 10.0, every_s=min(every_s, 10.0))
        failed = len(made.faults())
        made.restart(at)
        rest = [each for each in one.batches if each.at > at]
        for each in rest:
            made.take(each)
        for step in range(1, round((RANDOM_LAST_S - 10.0) / 0.05) + 1):
            if every_s == RANDOM_LAST_S:
                break
            made.advance(EPOCH.plus_s(10.0 + 0.05 * step))
        made.advance(EPOCH.plus_s(RANDOM_LAST_S))
        assert failed
        digests.append(made.digest())
        shown_.append([given(made, viewer) for viewer in one.viewers])
    live = Engine(Mode.EXERCISE, at, OPTIONS, parts)
    live.put_parties(one.stations, at)
    live.put_rules(one.rules, at)
    live.put_viewers(one.viewers, at)
    for each in one.batches:
        live.take(each)
    live.advance(EPOCH.plus_s(RANDOM_LAST_S))
    assert {*digests, live.digest()} == {digests[0]}
    assert all(each == shown_[0] for each in shown_)


@pytest.mark.parametrize("seed", range(6))
def test_prop_no_viewer_sees_a_fault_of_what_it_may_not_see(seed: int) -> None:
    found = drawn(seed)
    one, viewer = found.world, found.viewer
    feeds = feeds_of(one, viewer)
    its = {view_sha256(each) for each in feeds}
    parts = replace(PARTS, watcher=Chancy)
    other = otherwise(one, feeds, random.Random(seed))
    made = []
    for each in (one, other):
        engine_ = engine(each, parts=parts)
        run(engine_, each.batches, RANDOM_LAST_S)
        faults = {fault.name for fault in engine_.faults()}
        made.append((given(engine_, viewer), faults & its, faults - its))
    assert made[0][0] == made[1][0]
    assert made[0][1] == made[1][1]


def test_what_was_left_out_before_a_start_is_not_counted_again() -> None:
    one = world()
    old = one.batches[0]
    assert old.detections is not None
    misdated = replace(old.detections, time_s=old.detections.time_s - 2.0 * OPTIONS.keep_s)
    odd = replace(old.detections, range_m=-old.detections.range_m)
    made = engine(one)
    for each in (misdated, odd):
        made.take(replace(old, at=START.plus_s(-1.0), detections=each))
    made.advance(EPOCH.plus_s(1.0))
    assert made.left_out == {}
    for each in (misdated, odd):
        made.take(replace(old, at=EPOCH.plus_s(2.0), detections=each))
    made.advance(EPOCH.plus_s(2.0))
    count = len(old.detections)
    assert made.left_out == {old.owner: LeftOut(misdated=count, odd=count)}
