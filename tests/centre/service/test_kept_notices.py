"""Notices are kept as long as they can be about a flight, and so many of a party."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from glasshield.catalog import load
from glasshield.centre.applying import MOST_NOTICES, Applier, SignedNotice, notice_of
from glasshield.centre.log import recalling
from glasshield.centre.log.journal import Extra, Journal
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import Body
from glasshield.centre.warning.notices import KnownNotice, known_notice
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import ReceivedEntry, nanoseconds
from glasshield.exchange.release.terms import Mode
from tests.centre.logged import all_entries
from tests.centre.service.running import ANSWER_S, running
from tests.exchange.stated import signer

FACTS = load()
NOTICE = """EXERCISE EXERCISE EXERCISE
LAUNCH NOTICE
regime: jdec
from: {party}
issued: 2026-05-28T12:00:00Z
reference: {reference}

launch_time: {begin} to {end}
missile_class: ballistic missile of medium range
launch_area: launch = circle of 30 km around 38.05 N 46.3 E
launch_azimuth: 138 deg, 130 to 146 deg
impact_area: impact = circle of 60 km around 24.5 N 59 E
"""
LATER = Instant.parse("2026-11-20T06:00:00Z")


def text(party: str, reference: str, begin: Instant = LATER) -> str:
    said = {"begin": second(begin), "end": second(begin.plus_s(3_600.0))}
    return NOTICE.format(party=party, reference=reference, **said)


def second(at: Instant) -> str:
    return f"{str(at)[:19]}Z"


def known(party: str, reference: str, begin: Instant, received: Instant) -> KnownNotice:
    said = text(party, reference, begin)
    return known_notice(said, party, received, Mode.EXERCISE, FACTS.regimes)


def test_a_start_takes_up_the_notices_that_the_running_centre_keeps(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "log.sqlite")
    journal = Journal(store, signer("centre", 7), "centre.example/log")
    applier = Applier(FACTS)
    for number in range(MOST_NOTICES + 30):
        party = "borealis" if number % 40 == 0 else "aurora"
        body = Body.of(text(party, f"test-{number}").encode())
        draft = partial(
            ReceivedEntry,
            mode="exercise",
            party=party,
            key="",
            batch_sha256=body.sha256,
            header="",
            signature="",
            count=1,
            arrived="2026-11-01T00:00:00.000000000Z",
        )
        journal.submit(draft, extra=Extra((body,), mark=f"{recalling.NOTICE_MARK}{party}")).result(
            ANSWER_S
        )
    everything = [
        SignedNotice(notice_of(entry, nanoseconds(entry.at), store.body, FACTS), entry.key)
        for entry in all_entries(store)
        if isinstance(entry, ReceivedEntry)
    ]
    applier.remember([], everything)
    story = recalling.key_story(store)
    found = [one.notice for one in recalling.notices(store, store.body, FACTS, story)]
    journal.close()
    assert [each.key for each in found] == [each.key for each in applier.notices]
    assert sum(each.party == "aurora" for each in found) == MOST_NOTICES
    assert [each.notice.reference for each in found if each.party == "borealis"] == [
        "test-0", "test-40", "test-80", "test-120",
    ]  # fmt: skip
    assert found[-1].notice.reference == f"test-{MOST_NOTICES + 29}"


def test_what_is_long_over_is_shown_to_nobody(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        now = here.centre.now()
        days = [now.plus_s(86_400.0 * day) for day in (-30, -1, 20)]
        given = [
            SignedNotice(known("aurora", f"day-{k}", at, now), "") for k, at in enumerate(days)
        ]
        here.centre._applier.remember([], given)
        assert [each.notice.reference for each in here.centre.notices] == ["day-1", "day-2"]
