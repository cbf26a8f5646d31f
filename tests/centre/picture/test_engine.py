"""The engine: what goes in when, what comes out, and that the same log gives the same again."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from jaxtyping import Int

from glasshield.centre.picture.engine import Engine, reach_s
from glasshield.centre.picture.faults import Part
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.shown import ShownDetections
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.picture.ticks import instant_of
from glasshield.centre.warning.notices import KnownNotice
from glasshield.errors import InputError, RangeError
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind, Mode, Terms
from glasshield.monitoring.notice import Notice
from tests.centre.picture.drawn import bits, drawn, given
from tests.centre.picture.worlds import (
    FAST_M_S,
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
from tests.fusion.made_up import EPOCH, STATIONS

LATE = Terms(delay_s=5.0)
COARSE = Terms(position_m=1e3, velocity_m_s=10.0, covariance_factor=4.0, names_sensors=False)
AT_TIMES = Terms(time_s=2.0)
VIEWERS = {"one": True, "two": True, "viewer": False}
LAST_S = 42.0
CHANGE_S = 20.0
CHANGE = EPOCH.plus_s(CHANGE_S)
# Times of two pictures count from two epochs, and differ in the last digits of a minute.
CLOCK_TOL_S = 1e-9
PLACE_TOL_M = 1e-3  # what that is worth at some km/s, with room for what a filter makes of it


def world(*rules: Rule, seed: int = 1, count: int = 6) -> World:
    return World(batches(flights(seed, count)), RuleSet.of(rules), registered(), VIEWERS)


def both(terms: Terms, to: str = "viewer") -> tuple[Rule, Rule]:
    """Rules by which a viewer gets everything under the same terms."""
    return rule("a", Source("one"), to, terms), rule("b", Source("two"), to, terms)


def ran(one: World, until_s: float = LAST_S, options: EngineOptions = OPTIONS) -> Engine:
    made = engine(one, options)
    run(made, one.batches, until_s)
    return made


def test_a_viewer_sees_all_flights_of_those_who_grant_them() -> None:
    made = ran(world(*both(Terms())))
    (shown,) = made.pictures("viewer")
    assert shown.number.tolist() == [1, 2, 3, 4, 5, 6]
    assert shown.contributors == (("one", "north"), ("two", "east"), ("two", "south"))
    assert shown.by.all()
    assert shown.at == EPOCH.plus_s(LAST_S)
    assert shown.mode is Mode.EXERCISE
    assert shown.simulated
    since_s = shown.at.since_s(shown.epoch)
    assert np.abs(since_s - shown.last_seen_s - shown.age_s).max() < CLOCK_TOL_S
    assert (shown.epoch.since_s(EPOCH) + shown.first_seen_s < 8.0).all()


def test_nobody_sees_what_nobody_grants() -> None:
    made = ran(world())
    assert made.pictures("viewer") == ()
    assert made.events("viewer") == ()
    assert made.detections("viewer") == ()
    assert made.pictures("unheard-of") == ()
    assert made.history("unheard-of", 1) is None


def test_who_brings_data_has_a_picture_of_these_alone_before_all_others() -> None:
    made = ran(world(*both(Terms(), to="one")))
    own, exact = made.pictures("one")
    assert own.contributors == (("one", "north"),)
    assert exact.contributors == (("one", "north"), ("two", "east"), ("two", "south"))
    assert (own.picture, exact.picture) == (1, 2)
    assert {event.picture for event in made.events("one")} == {2}


def test_a_delayed_picture_is_the_picture_of_before() -> None:
    now = ran(world(*both(Terms())))
    late = ran(world(*both(LATE)), LAST_S + LATE.delay_s)
    (first,), (second,) = now.pictures("viewer"), late.pictures("viewer")
    assert np.abs(second.state_ecef - first.state_ecef).max() < PLACE_TOL_M
    assert np.abs(second.age_s - first.age_s - LATE.delay_s).max() < CLOCK_TOL_S
    found = late.events("viewer")
    assert [each.event.time for each in found] == [each.event.time for each in now.events("viewer")]
    for each, other in zip(found, now.events("viewer"), strict=True):
        assert each.at == other.at.plus_s(LATE.delay_s)
        waited_s = each.event.latency_s - other.event.latency_s
        assert waited_s == pytest.approx(LATE.delay_s, abs=CLOCK_TOL_S)


def test_nothing_is_seen_of_a_delayed_picture_before_its_time() -> None:
    made = ran(world(*both(Terms(delay_s=30.0))), 30.0)
    (shown,) = made.pictures("viewer")
    assert len(shown) == 0
    assert shown.contributors == ()


def test_a_picture_at_rounded_times_stands_on_the_grid_in_all_that_it_says() -> None:
    made = ran(world(*both(AT_TIMES)), 41.0)
    (shown,) = made.pictures("viewer")
    assert shown.at == EPOCH.plus_s(40.0)
    assert (shown.time_s % AT_TIMES.time_s == 0.0).all()
    assert (shown.first_seen_s % AT_TIMES.time_s == 0.0).all()
    assert (shown.age_s % AT_TIMES.time_s == 0.0).all()
    history = made.history("viewer", shown.picture)
    assert history is not None
    assert (history.time_s % AT_TIMES.time_s == 0.0).all()
    assert (np.diff(history.first_row) > 10).all()
    for told in made.events("viewer"):
        assert told.at.since_s(EPOCH) % AT_TIMES.time_s == 0.0
        assert told.event.latency_s % AT_TIMES.time_s == 0.0


def test_a_state_at_a_rounded_time_is_near_what_an_exact_picture_has() -> None:
    exact = ran(world(*both(Terms())), 40.0)
    timed = ran(world(*both(AT_TIMES)), 40.0)
    (one,), (other,) = exact.pictures("viewer"), timed.pictures("viewer")
    ahead_s = (other.time_s - one.time_s)[:, None]
    moved = one.state_ecef[:, :3] + ahead_s * one.state_ecef[:, 3:]
    drop_m = 0.5 * 10.0 * float(ahead_s.max()) ** 2
    assert np.abs(moved - other.state_ecef[:, :3]).max() <= drop_m


def test_what_is_rounded_names_no_sensor() -> None:
    made = ran(world(*both(COARSE)))
    (shown,) = made.pictures("viewer")
    assert shown.contributors == (("one", ""), ("two", ""))
    assert (shown.state_ecef[:, :3] % 1e3 == 0.0).all()
    history = made.history("viewer", 1)
    assert history is not None
    assert history.stations == ()
    assert {sensor for told in made.events("viewer") for _, sensor in told.event.contributors} == {
        ""
    }


def test_only_objects_of_granted_classes_are_shown_numbered_and_told_of() -> None:
    fast = Terms(classes=frozenset({"ICBM"}))
    made = ran(world(*both(fast), count=12))
    (shown,) = made.pictures("viewer")
    speed = np.linalg.norm(shown.state_ecef[:, 3:], axis=1)
    assert (speed > FAST_M_S).all()
    assert 0 < len(shown) < 12
    assert shown.number.tolist() == sorted(shown.number.tolist())
    assert {CLASS_NAMES[k] for k in shown.class_index} == {"ICBM"}
    assert {told.event.object_class for told in made.events("viewer")} == {"ICBM"}
    history = made.history("viewer", shown.picture)
    assert history is not None
    assert set(history.id.tolist()) >= set(shown.number.tolist())


class Changing(Seeing):
    """Takes everything for something else from some time on."""

    def classes(self, number: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        name = "ICBM" if self.at < CHANGE else "SRBM"
        return np.full(len(number), CLASS_NAMES.index(name))


def test_history_ends_for_an_object_that_is_taken_for_what_is_not_granted() -> None:
    one = world(*both(Terms(classes=frozenset({"ICBM"}))))
    made = engine(one, OPTIONS, replace(PARTS, watcher=Changing))
    run(made, [each for each in one.batches if each.at < CHANGE], CHANGE_S - 1.0)
    (shown,) = made.pictures("viewer")
    history = made.history("viewer", shown.picture)
    assert history is not None
    assert len(shown) == len(history) == 6
    for batch in one.batches:
        if batch.at > CHANGE:
            made.take(batch)
    made.advance(EPOCH.plus_s(LAST_S))
    (shown,) = made.pictures("viewer")
    assert len(shown) == 0
    for number in (None, 1):
        history = made.history("viewer", shown.picture, number)
        assert history is not None
        assert len(history.time_s) == 0


def test_events_are_numbered_without_a_gap_and_asked_for_from_any() -> None:
    made = ran(world(*both(Terms())))
    told = made.events("viewer")
    assert [each.number for each in told] == list(range(1, len(told) + 1))
    assert made.events("viewer", 4) == told[4:]
    assert {each.event.kind for each in told} == {EventKind.LAUNCH_DETECTED}
    assert all(each.event.latency_s > 0.0 for each in told)


def test_history_has_the_numbers_of_the_picture_and_may_be_asked_for_one_object() -> None:
    made = ran(world(*both(Terms())))
    history = made.history("viewer", 1)
    one = made.history("viewer", 1, 3)
    assert history is not None
    assert one is not None
    assert history.id.tolist() == [1, 2, 3, 4, 5, 6]
    assert one.id.tolist() == [3]
    assert np.array_equal(one.state_ecef, history.state_ecef[history.rows(2)])
    assert {station.id for station in one.stations} == {"one/north", "two/east", "two/south"}
    assert made.history("viewer", 1, 99) is not None
    assert made.history("viewer", 2) is None


def test_detections_come_rounded_and_as_late_as_granted() -> None:
    terms = Terms(delay_s=3.0, position_m=100.0)
    granted = rule("d", Source("one"), "viewer", terms, frozenset({Kind.DETECTIONS}))
    one = world(granted)
    made = ran(one, 20.0)
    chunks = made.detections("viewer")
    assert [each.number for each in chunks] == list(range(1, len(chunks) + 1))
    sent = {each.at: each for each in one.batches if each.owner == "one"}
    for chunk in chunks:
        batch = sent[chunk.at.plus_s(-terms.delay_s - 0.03)]  # up to the next tick
        assert batch.detections is not None
        assert len(chunk.detections) == len(batch.detections)
        assert (chunk.detections.range_m % 100.0 == 0.0).all()
        assert [each.id for each in chunk.detections.stations] == ["one/north"]
    assert (
        made.detections("viewer", chunks[-2].number) == ()[:0]
        or len(made.detections("viewer", chunks[-2].number)) == 1
    )


def test_one_answer_holds_some_detections_and_the_next_goes_on() -> None:
    granted = rule("d", Source("two"), "viewer", Terms(), frozenset({Kind.DETECTIONS}))
    one = world(granted)
    every = ran(one, 20.0).detections("viewer")
    made = ran(one, 20.0, replace(OPTIONS, most_answered=30))
    found: list[ShownDetections] = []
    after = 0
    while part := made.detections("viewer", after):
        assert len(part) == 1 or sum(len(each.detections) for each in part) <= 30
        found += part
        after = part[-1].number
    assert [each.number for each in found] == [each.number for each in every]
    assert [len(each.detections) for each in found] == [len(each.detections) for each in every]


def test_an_owner_has_its_own_tracks_for_a_span_of_time() -> None:
    made = ran(world(*both(Terms(), to="one")))
    own = made.own_track("one", 2, EPOCH.plus_s(10.0), EPOCH.plus_s(20.0))
    assert own is not None
    assert own.id.tolist() == [2]
    assert {station.id for station in own.stations} == {"one/north"}
    assert own.epoch.plus_s(float(own.time_s.min())) >= EPOCH.plus_s(10.0)
    assert own.epoch.plus_s(float(own.time_s.max())) <= EPOCH.plus_s(20.0)
    assert made.own_track("one", 99, START, EPOCH.plus_s(20.0)) is None
    assert made.own_track("viewer", 1, START, EPOCH.plus_s(20.0)) is None


def test_data_of_unknown_sensors_or_other_days_never_come_in() -> None:
    one = world(*both(Terms()))
    stations = {**one.stations, "two": tuple(s for s in STATIONS if s.id == "east")}
    first = one.batches[0]
    assert first.detections is not None
    ahead = replace(first.detections, time_s=first.detections.time_s + 3600.0)
    old = replace(first.detections, time_s=first.detections.time_s - 3600.0)
    wrong = [replace(first, identity=f"x-{k}", detections=d) for k, d in enumerate((ahead, old))]
    made = engine(replace(one, stations=stations))
    run(made, [first, *wrong, *one.batches[1:]], LAST_S)
    assert made.left_out["one"].misdated == 2 * len(first.detections)
    assert made.left_out["two"].unknown > 0
    (shown,) = made.pictures("viewer")
    assert shown.contributors == (("one", "north"), ("two", "east"))


def test_late_detections_improve_the_track_as_if_they_had_come_in_time() -> None:
    one = world(*both(Terms()))
    late = replace(one, batches=tuple(delayed(each, 1.5) for each in one.batches))
    in_order = replace(late, batches=tuple(sorted(late.batches, key=lambda each: each.at)))
    made, other = ran(in_order, LAST_S + 2.0), ran(one, LAST_S + 2.0)
    assert made.late == 0
    (shown,), (exact,) = made.pictures("viewer"), other.pictures("viewer")
    assert np.array_equal(shown.state_ecef, exact.state_ecef)


def delayed(batch: Taken, by_s: float) -> Taken:
    """Every third batch of one party comes late."""
    if batch.owner == "one" or hash(batch.at) % 3:
        return batch
    return replace(batch, at=batch.at.plus_s(by_s))


def test_the_same_log_gives_the_same_however_it_is_cut_into_steps() -> None:
    one = drawn(5).world
    digests = []
    for every_s in (0.05, 0.35, 3.5):
        made = engine(one)
        run(made, one.batches, 14.0, every_s=every_s)
        digests.append((made.digest(), [given(made, viewer) for viewer in one.viewers]))
    assert digests[0] == digests[1] == digests[2]


def test_a_centre_that_starts_again_makes_the_same_as_a_replay_of_its_log() -> None:
    one = drawn(5).world
    at = EPOCH.plus_s(10.02)
    replayed = engine(one)
    before = [each for each in one.batches if each.at <= EPOCH.plus_s(10.0)]
    run(replayed, before, 9.0)
    for batch in before:
        if batch.at > EPOCH.plus_s(9.0):  # in the log when the centre was killed, of no tick yet
            replayed.take(batch)
    replayed.restart(at)
    live = Engine(Mode.EXERCISE, at, OPTIONS, PARTS)
    live.put_parties(one.stations, at)
    live.put_rules(one.rules, at)
    live.put_viewers(one.viewers, at)
    for batch in before:
        if batch.at > at.plus_s(-reach_s(one.rules, OPTIONS)):
            live.take(batch)
    for made in (replayed, live):
        for batch in one.batches:
            if batch.at > at:
                made.take(batch)
        made.advance(EPOCH.plus_s(14.0))
    assert live.digest() == replayed.digest()
    for viewer in one.viewers:
        assert given(live, viewer) == given(replayed, viewer)
    assert any(event.again for event in live.events("aurora"))


def test_a_picture_made_anew_at_a_start_is_that_of_before() -> None:
    one = world(*both(Terms()))
    made = ran(one, 30.0)
    (before,) = made.pictures("viewer")
    made.restart(EPOCH.plus_s(30.01))
    made.advance(EPOCH.plus_s(30.05))
    (after,) = made.pictures("viewer")
    assert np.abs(after.state_ecef - before.state_ecef).max() < PLACE_TOL_M
    assert all(each.again for each in made.events("viewer"))
    assert all(each.at == EPOCH.plus_s(30.05) for each in made.events("viewer"))


def test_rules_decide_over_all_that_is_kept_and_touch_nobody_else() -> None:
    one = world(*both(Terms(), to="two"))
    made = ran(one, 20.0)
    before = given(made, "two")
    at = EPOCH.plus_s(20.01)
    made.put_rules(
        RuleSet.of((*both(Terms(), to="two"), rule("c", Source("one"), "viewer", Terms()))), at
    )
    told = made.advance(EPOCH.plus_s(20.05))
    (shown,) = made.pictures("viewer")
    assert shown.number.tolist() == [1, 2, 3, 4, 5, 6]
    assert (shown.epoch.since_s(EPOCH) + shown.first_seen_s < 8.0).all()
    assert [each.again for each in told] == [True] * 6
    assert [each.again for each in made.events("viewer")] == [True] * 6
    assert given(made, "two")[: len(before)] == before
    made.put_rules(RuleSet.of(both(Terms(), to="two")), EPOCH.plus_s(21.0))
    made.advance(EPOCH.plus_s(21.0))
    assert made.pictures("viewer") == ()
    assert made.history("viewer", shown.picture) is None


def test_what_comes_after_its_tick_or_of_the_other_mode_is_refused() -> None:
    one = world(*both(Terms()))
    made = ran(one, 5.0)
    with pytest.raises(RangeError, match="after its tick"):
        made.take(replace(one.batches[-1], at=EPOCH.plus_s(4.0)))
    with pytest.raises(RangeError, match="after its tick"):
        made.put_rules(one.rules, EPOCH.plus_s(5.0))
    with pytest.raises(RangeError, match="other mode"):
        made.take(replace(one.batches[-1], mode=Mode.REAL))


@pytest.mark.parametrize(
    "column", ["time_s", "azimuth_rad", "elevation_rad", "range_m", "station_index"]
)
def test_detections_that_cannot_be_are_left_out_and_counted(column: str) -> None:
    one = world()
    batch = one.batches[0]
    assert batch.detections is not None
    values = getattr(batch.detections, column).copy()
    values[-1] = -1 if column in ("range_m", "station_index") else np.inf
    broken = replace(batch, detections=replace(batch.detections, **{column: values}))
    made = engine(one)
    run(made, (broken, *one.batches[1:]), 5.0)
    assert made.left_out[batch.owner].odd == len(batch.detections)
    (fault,) = made.faults()
    assert (fault.part, fault.name) == (Part.PARTY, batch.owner)
    assert made.digest() == ran(replace(one, batches=one.batches[1:]), 5.0).digest()


def test_rules_with_too_long_a_delay_or_too_many_terms_change_nothing() -> None:
    made = engine(world())
    with pytest.raises(InputError, match="waits"):
        made.check_rules(RuleSet.of(both(Terms(time_s=1e5))))
    with pytest.raises(InputError, match="waits"):
        made.put_rules(RuleSet.of(both(Terms(delay_s=1e5))), START)
    many = [
        rule(f"r{k}", Source("one"), "viewer", Terms(position_m=10.0 * k, velocity_m_s=100.0 / k))
        for k in range(1, 14)
    ]
    with pytest.raises(InputError, match="too many"):
        made.put_rules(RuleSet.of(many), START)
    made.advance(EPOCH.plus_s(1.0))
    assert made.pictures("viewer") == ()


def test_one_party_has_no_more_rules_than_people_agree_on() -> None:
    many = [rule(f"r{k}", Source("one"), "viewer", Terms()) for k in range(201)]
    with pytest.raises(InputError, match="too many rules"):
        engine(world()).put_rules(RuleSet.of(many), START)


def test_nobody_gets_detections_under_more_terms_than_the_centre_allows() -> None:
    kinds = frozenset({Kind.DETECTIONS})
    many = [
        rule(f"r{k}", Source("one", frozenset({f"s{k}"})), "viewer", Terms(delay_s=float(k)), kinds)
        for k in range(17)
    ]
    with pytest.raises(InputError, match="too many different terms"):
        engine(world()).put_rules(RuleSet.of(many), START)


def test_a_viewer_has_no_more_trackers_than_the_centre_allows() -> None:
    made = engine(world(), replace(OPTIONS, most_feeds=2))
    granted = [
        rule("a", Source("two"), "one", LATE),
        rule("b", Source("two", frozenset({"east"})), "one", Terms()),
    ]
    with pytest.raises(InputError, match="too many different terms"):
        made.put_rules(RuleSet.of(granted), START)


def test_pictures_are_made_anew_out_of_the_last_detections_that_go_into_them() -> None:
    one = world(*both(Terms()))
    made = ran(one, 30.0, replace(OPTIONS, most_again=80))
    made.restart(EPOCH.plus_s(30.01))
    made.advance(EPOCH.plus_s(30.05))
    (shown,) = made.pictures("viewer")
    assert shown.number.tolist() == [1, 2, 3, 4, 5, 6]
    assert (shown.epoch.since_s(EPOCH) + shown.first_seen_s > 15.0).all()


def test_a_party_has_no_more_notices_than_the_centre_keeps() -> None:
    made = engine(world(*both(Terms())), replace(OPTIONS, most_notices=2))
    for party, reference in (("one", "a"), ("two", "b"), ("one", "c"), ("one", "d"), ("one", "c")):
        made.put_notice(notice(party, reference), START)
    kept = made._coming.last.notices
    assert list(kept) == [("two", "b"), ("one", "d"), ("one", "c")]
    made.advance(EPOCH.plus_s(1.0))
    (running,) = {pane.running for pane in made._viewers["viewer"].panes}
    following = running._following
    assert following is not None
    assert isinstance(following._watcher, Seeing)
    assert [each.key for each in following._watcher.notices] == list(kept)
    made.put_notice(notice("two", "e"), EPOCH.plus_s(2.0))
    made.advance(EPOCH.plus_s(2.0))
    assert following._watcher.notices[-1].key == ("two", "e")


def test_a_notice_of_what_is_long_over_is_forgotten_with_the_next_one() -> None:
    made = engine(world(), OPTIONS)
    over = ((START.plus_s(-9e5), START.plus_s(-8e5)),)
    made.put_notice(replace(notice("one", "a"), windows=over), START)
    assert list(made._coming.last.notices) == [("one", "a")]
    made.put_notice(notice("two", "b"), START)
    assert list(made._coming.last.notices) == [("two", "b")]


def notice(party: str, reference: str) -> KnownNotice:
    """A notice of a party; what it says is nobody's business here."""
    return KnownNotice(Notice("jdec", party, None, reference), party, START, Mode.EXERCISE, ())


def test_an_object_that_nobody_sees_any_more_is_no_longer_shown() -> None:
    made = ran(world(*both(Terms())), LAST_S, replace(OPTIONS, silent_s=20.0))
    (before,) = made.pictures("viewer")
    assert len(before) == 6
    made.advance(EPOCH.plus_s(LAST_S + 30.0))
    (shown,) = made.pictures("viewer")
    assert len(shown) == 0
    assert {each.event.kind for each in made.events("viewer")[6:]} == {EventKind.LOST}


def test_what_is_kept_is_bounded() -> None:
    one = world(*both(LATE))
    made = ran(one, LAST_S, replace(OPTIONS, keep_s=5.0))
    ticks = list(made._kept._parcels)
    span_s = (max(ticks) - min(ticks)) * 0.05
    assert span_s < 5.0 + LATE.delay_s
    made.advance(EPOCH.plus_s(LAST_S + 20.0))
    assert not made._kept._parcels


def test_stations_that_move_are_followed_from_where_they_now_stand() -> None:
    one = world(*both(Terms()))
    made = ran(one, 20.0)
    moved = {**one.stations, "one": (replace(one.stations["one"][0], lat_rad=0.5),)}
    made.put_parties(moved, EPOCH.plus_s(20.01))
    for batch in one.batches:
        if batch.at > EPOCH.plus_s(20.01):
            made.take(batch)
    made.advance(EPOCH.plus_s(30.0))
    fresh = engine(replace(one, stations=moved))
    run(fresh, one.batches, 30.0)
    (shown,), (exact,) = made.pictures("viewer"), fresh.pictures("viewer")
    assert shown.picture == 2
    assert len(shown) == len(exact)
    assert np.abs(np.sort(shown.state_ecef[:, 0]) - np.sort(exact.state_ecef[:, 0])).max() < 1e-3


def test_the_digest_tells_any_difference() -> None:
    one = world(*both(Terms()))
    first = one.batches[40]
    assert first.detections is not None
    nudged = replace(first.detections, range_m=np.nextafter(first.detections.range_m, 0.0))
    other = [*one.batches[:40], replace(first, detections=nudged), *one.batches[41:]]
    made = engine(one)
    run(made, other, LAST_S)
    assert made.digest() != ran(one).digest()
    assert ran(one).digest() == ran(one).digest()


def test_a_time_of_the_log_is_rounded_up_to_the_microsecond() -> None:
    assert instant_of(1_000).posix_us == 1
    assert instant_of(1_001).posix_us == 2


def test_tracks_of_two_runs_are_the_same_to_the_last_bit() -> None:
    one, other = ran(world(*both(Terms()))), ran(world(*both(Terms())))
    first, second = one.history("viewer", 1), other.history("viewer", 1)
    assert first is not None
    assert second is not None
    assert bits(first) == bits(second)
