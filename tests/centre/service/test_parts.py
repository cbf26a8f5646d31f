"""The small parts of a centre, each by itself."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from glasshield.centre.errors import RefusedError
from glasshield.centre.health import health_of
from glasshield.centre.limits import Buckets
from glasshield.centre.log.clock import FOLLOWED_S, SLOWED, Stamps
from glasshield.centre.metrics import Metrics
from glasshield.centre.people.readers import Right, party_reader, reader_of
from glasshield.centre.people.registered import LetIn, Person, Role, Token
from glasshield.centre.people.registry import changes, logged_keys, trusted_keys
from glasshield.centre.subscriptions import Published, Subscriptions
from glasshield.exchange.log.entries import PartyEntry, encoded, new_salts
from glasshield.exchange.parties import Party, PartyKey, Registry
from tests.centre.logged import NOW, SetClock
from tests.exchange.stated import RUSSIA, UNITED_STATES, signer

READER = party_reader("north", "North", NOW.plus_s(60.0), "0" * 64, is_witness=False)


# --- limits ---


def test_a_bucket_gives_what_has_run_into_it() -> None:
    clock = SetClock()
    buckets = Buckets(10.0, 2.0, clock)
    assert [buckets.take("a") for _ in range(20)] == [0.0] * 20
    assert buckets.take("a") == pytest.approx(0.1)
    assert buckets.take("b") == 0.0
    clock.passed(0.5)
    assert [buckets.take("a") for _ in range(5)] == [0.0] * 5
    assert buckets.wait_s("a") == pytest.approx(0.1)


def test_more_than_a_bucket_holds_is_given_from_a_full_one_and_owed() -> None:
    clock = SetClock()
    buckets = Buckets(10.0, 1.0, clock)
    assert buckets.take("a", 30.0) == 0.0
    assert buckets.take("a") == pytest.approx(2.1)
    clock.passed(2.1)
    assert buckets.take("a") == 0.0


def test_prop_no_more_runs_out_than_ran_in() -> None:
    clock = SetClock()
    buckets = Buckets(100.0, 1.0, clock)
    given = 0
    for _ in range(5_000):
        given += buckets.take("a") == 0.0
        clock.passed(0.001)
    assert given == pytest.approx(100 + 5 * 100, abs=2)


def test_names_without_end_take_no_memory_without_end() -> None:
    buckets = Buckets(1.0, 1.0, SetClock())
    for number in range(10_500):
        assert buckets.take(str(number)) == 0.0
    assert buckets.take("0") == 0.0  # forgotten, and full again
    assert buckets.take("10499") > 0.0


# --- metrics ---


def test_val_metrics_are_written_as_prometheus_reads_them() -> None:
    metrics = Metrics()
    metrics.counter("a_total", "Things.", party='no"rth\n').add(2)
    metrics.counter("a_total", "Things.", party="south").add(0.5)
    metrics.gauge("b", "Now.", lambda: 3.25)
    times = metrics.histogram("c_seconds", "Time.", (0.1, 1.0))
    for value in (0.1, 0.5, 7.0):
        times.observe(value)
    # As in the text format 0.0.4: cumulative buckets, +Inf, sum and count, escaped labels.
    assert metrics.text() == (
        "# HELP a_total Things.\n"
        "# TYPE a_total counter\n"
        'a_total{party="no\\"rth\\n"} 2\n'
        'a_total{party="south"} 0.5\n'
        "# HELP b Now.\n"
        "# TYPE b gauge\n"
        "b 3.25\n"
        "# HELP c_seconds Time.\n"
        "# TYPE c_seconds histogram\n"
        'c_seconds_bucket{le="0.1"} 1\n'
        'c_seconds_bucket{le="1"} 2\n'
        'c_seconds_bucket{le="+Inf"} 3\n'
        "c_seconds_sum 7.6\n"
        "c_seconds_count 3\n"
    )


# --- health ---


@pytest.mark.parametrize(
    ("parts", "state"),
    [
        ({"store": "good", "picture": "good"}, "good"),
        ({"store": "good", "clock": "stepped-back"}, "degraded"),
        ({"store": "good", "nats": "away"}, "degraded"),
        ({"store": "away"}, "failing"),
        ({"store": "full", "picture": "good"}, "failing"),
        ({"store": "good", "picture": "failed"}, "failing"),
    ],
)
def test_health_is_as_good_as_its_parts(parts: dict[str, str], state: str) -> None:
    asked = {name: (lambda word=word: word) for name, word in parts.items()}
    found = health_of("exercise", asked)
    assert (found.state, found.parts) == (state, parts)


# --- readers ---


def person(role: Role, party: str = "", viewer: str = "x") -> frozenset[Right]:
    token = Token("0" * 64, NOW, NOW.plus_s(60.0))
    return reader_of(LetIn(Person("p", "P", role, party, viewer, (token,)), token), "").rights


def test_each_role_may_what_it_is_for_and_no_more() -> None:
    looks, acts = {Right.PICTURE}, {Right.PICTURE, Right.ACT}
    watches = {Right.HEALTH, Right.METRICS}
    assert person(Role.OPERATOR) == acts | watches
    assert person(Role.OPERATOR, party="north") == acts | {Right.GRANT}
    assert person(Role.LIAISON, party="north") == acts
    assert person(Role.OBSERVER) == looks
    assert person(Role.AUDITOR, viewer="") == watches | {Right.LOG, Right.WITNESS}
    assert READER.rights == acts | {Right.GRANT}
    assert not READER.may(Right.WITNESS)
    assert party_reader("n", "N", NOW, "", is_witness=True).may(Right.WITNESS)


# --- subscriptions ---


def test_the_latest_picture_takes_the_place_of_the_one_before() -> None:
    every = Subscriptions(2, Metrics())
    woken: list[int] = []
    one = every.add(READER, lambda: woken.append(1))
    other = every.add(replace(READER, viewer="south"), lambda: woken.append(2))
    with pytest.raises(RefusedError, match="too many read live pictures"):
        every.add(READER, lambda: None)
    for second in range(3):
        every.put(Published("north", NOW.plus_s(second), "run", (), ()))
    latest = one.take()
    assert latest is not None
    assert latest.at == NOW.plus_s(2.0)
    assert one.take() is None
    assert other.take() is None
    assert (one.skipped, other.skipped) == (2, 0)
    assert woken == [1, 1, 1]
    one.close("enough")
    assert (one.closed, woken) == ("enough", [1, 1, 1, 1])
    assert every.viewers() == ("south",)
    one.close("again")
    assert one.closed == "enough"
    assert len(every) == 1


# --- keys in the log ---


def test_keys_that_come_and_go_are_said_once_and_read_back() -> None:
    second = signer("russia", 77).public
    at = NOW
    first = Registry().added(Party("russia", "Russia", (PartyKey(RUSSIA.public, at),)))
    more = first.rotated("russia", second, at.plus_s(10.0), overlap_s=5.0)
    more = more.added(
        Party("united-states", "US", (PartyKey(UNITED_STATES.public, at.plus_s(10.0)),))
    )
    states = [
        trusted_keys(Registry(), at),
        trusted_keys(first, at),
        trusted_keys(more, at.plus_s(12.0)),
        trusted_keys(more, at.plus_s(15.0)),
        trusted_keys(more.revoked("russia", RUSSIA.public.fingerprint, at), at.plus_s(15.0)),
    ]
    drafts = [
        change.draft("exercise")
        for before, after in itertools.pairwise(states)
        for change in changes(before, after)
    ]
    entries = [
        draft(index=k, at=str_at(k), salt=salt)
        for k, (draft, salt) in enumerate(zip(drafts, new_salts(len(drafts)), strict=True))
    ]
    said = [(one.verb, one.party) for one in entries if isinstance(one, PartyEntry)]
    assert said == [
        ("add", "russia"),
        ("rotate", "russia"),
        ("add", "united-states"),
        ("retire", "russia"),
        ("revoke", "russia"),
    ]
    assert logged_keys(entries) == states[-1]
    assert all(encoded(one) for one in entries)
    assert changes(states[-1], states[-1]) == ()


def test_a_party_is_never_without_a_key_when_one_is_replaced_and_is_when_all_are_revoked() -> None:
    first = Registry().added(Party("russia", "Russia", (PartyKey(RUSSIA.public, NOW),)))
    second, later = signer("russia", 77).public, NOW.plus_s(5.0)
    replaced = first.rotated("russia", second, later)
    revoked = first.revoked("russia", RUSSIA.public.fingerprint, later)
    revoked = revoked.rotated("russia", second, later)
    before = trusted_keys(first, NOW)
    verbs = [
        [one.verb for one in changes(before, trusted_keys(after, later))]
        for after in (replaced, revoked)
    ]
    assert verbs == [["rotate", "retire"], ["revoke", "add"]]


def str_at(second: int) -> str:
    return f"2026-11-22T12:00:{second:02d}.000000000Z"


# --- clock ---


def test_time_goes_on_while_the_clock_on_the_wall_is_behind() -> None:
    clock = SetClock()
    stamps = Stamps(clock)
    began = stamps.now_ns()
    clock.wall -= 10 * 10**9
    for _ in range(100):
        clock.passed(0.1)
        stamps.now_ns()
    assert stamps.now_ns() - began == pytest.approx(SLOWED * 10e9, rel=1e-6)
    assert stamps.ahead_ns == pytest.approx((10.0 - (1.0 - SLOWED) * 10.0) * 1e9, rel=1e-6)
    for _ in range(3_000):
        clock.passed(0.1)
        stamps.now_ns()
    assert stamps.ahead_ns == 0
    assert stamps.word == "good"


def test_a_clock_that_jumps_ahead_for_a_while_is_not_followed_and_one_that_stays_is() -> None:
    clock = SetClock()
    stamps = Stamps(clock)
    began = stamps.now_ns()
    clock.wall += 3_600 * 10**9
    for _ in range(20):
        clock.passed(0.1)
        stamps.now_ns()
    assert stamps.word == "jumped-ahead"
    assert stamps.now_ns() - began == pytest.approx(2e9, abs=1e3)
    clock.wall -= 3_600 * 10**9  # right again
    clock.passed(1.0)
    assert stamps.now_ns() - began == pytest.approx(3e9, abs=1e3)
    assert (stamps.word, stamps.steps()) == ("good", ())

    clock.wall += 3_600 * 10**9  # and now for good
    for _ in range(round((FOLLOWED_S + 1.0) / 0.1)):
        clock.passed(0.1)
        stamps.now_ns()
    assert stamps.word == "good"
    assert stamps.ahead_ns < 1_000
    clock.wall += 30 * 10**9  # less is followed at once
    assert stamps.now_ns() == clock.wall


def test_a_log_that_ends_ahead_of_the_clock_is_told_until_the_clock_is_there() -> None:
    clock = SetClock()
    stamps = Stamps(clock, clock.wall + 100 * 10**9)
    assert stamps.word == "log-ahead"
    clock.passed(50.0)
    assert clock.wall < stamps.now_ns() < clock.wall + 100 * 10**9
    clock.passed(3_000.0)
    stamps.now_ns()
    assert stamps.word == "good"
