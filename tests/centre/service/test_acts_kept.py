"""Acts in memory: the last ones of each viewer, and the answers to those requests that are kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from glasshield.centre.bodies import Act, ActRecord, Decline, Remark, Request
from glasshield.centre.errors import RefusedError
from glasshield.centre.log import recalling
from glasshield.centre.log.journal import Extra, Journal
from glasshield.centre.log.recording import act_body
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.people.acts import Acts
from glasshield.centre.people.readers import Reader, Right
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import ActEntry
from tests.centre.service.running import ANSWER_S
from tests.exchange.stated import signer

AT = "2030-01-01T00:00:00.000000000Z"
MOST = 3


def record(id: str, viewer: str, act: Act) -> ActRecord:
    return ActRecord(
        id=id, at=AT, person=viewer, role="liaison", viewer=viewer, party=viewer, act=act
    )


def test_a_start_reads_the_last_acts_of_each_viewer_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recalling, "MOST_ACTS", MOST)
    store = SqliteStore(tmp_path / "log.sqlite")
    journal = Journal(store, signer("centre", 7), "centre.example/log")
    live = Acts(MOST)

    def put(one: ActRecord) -> None:
        mark, body = live.mark(one.viewer, one.act), act_body(one)
        draft = partial(ActEntry, mode="exercise", person=one.person, role=one.role, verb="remark",
                        object_sha256=body.sha256)  # fmt: skip
        journal.submit(draft, extra=Extra((body,), mark=mark)).result(ANSWER_S)
        live.add(one)

    put(record("quiet", "cirrus", Remark(text="Here.")))
    for turn in range(40):
        put(record(f"asked-{turn}", "borealis", request("aurora")))
        if turn % 2:
            put(record(f"answer-{turn}", "aurora", Decline(request=f"asked-{turn}", text="No.")))
        put(record(f"own-{turn}", "aurora", Remark(text="Here.")))
    asked: list[str] = []

    def body_of(digest: str) -> bytes | None:
        asked.append(digest)
        return store.body(digest)

    after = Acts(MOST)
    for one in recalling.acts(store, body_of):
        after.add(one)
    for viewer in ("aurora", "borealis", "cirrus"):
        assert after.seen_by(reader(viewer)) == live.seen_by(reader(viewer))
        assert after.requests(reader(viewer)) == live.requests(reader(viewer))
    assert len(asked) <= 3 * MOST + 2 * MOST  # three viewers, and the answers to one of them
    journal.close()


def reader(viewer: str) -> Reader:
    rights = frozenset({Right.PICTURE, Right.ACT, Right.GRANT})
    return Reader(viewer, viewer, "liaison", viewer, viewer, Instant.parse(AT), "", rights)


def request(owner: str) -> Request:
    return Request(owner=owner, since=AT, until=AT, text="Whose is it?")


def test_nobodys_acts_push_out_anothers() -> None:
    acts = Acts(MOST)
    acts.add(record("quiet", "aurora", Remark(text="Here.")))
    for number in range(10):
        acts.add(record(f"loud-{number}", "borealis", Remark(text="Here.")))
    assert [one.id for one in acts.seen_by(reader("aurora"))] == ["quiet"]
    assert [one.id for one in acts.seen_by(reader("borealis"))] == ["loud-7", "loud-8", "loud-9"]


def test_an_answered_request_stays_answered_for_as_long_as_it_is_kept() -> None:
    acts = Acts(MOST)
    acts.add(record("asked", "borealis", request("aurora")))
    acts.add(record("answer", "aurora", Decline(request="asked", text="No.")))
    for number in range(10):
        acts.add(record(f"loud-{number}", "aurora", Remark(text="Here.")))
    assert acts.request(reader("borealis"), "asked").state == "declined"
    for number in range(10):
        acts.add(record(f"more-{number}", "borealis", Remark(text="Here.")))
    with pytest.raises(RefusedError):
        acts.request(reader("borealis"), "asked")
    assert acts.requests(reader("aurora")) == ()
