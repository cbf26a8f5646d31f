"""Acts in memory: the last ones of each viewer, and the answers to those requests that are kept."""

from __future__ import annotations

import pytest

from glasshield.centre.bodies import Act, ActRecord, Decline, Remark, Request
from glasshield.centre.errors import RefusedError
from glasshield.centre.people.acts import Acts
from glasshield.centre.people.readers import Reader, Right
from glasshield.earth.time import Instant

AT = "2030-01-01T00:00:00.000000000Z"
MOST = 3


def record(id: str, viewer: str, act: Act) -> ActRecord:
    return ActRecord(
        id=id, at=AT, person=viewer, role="liaison", viewer=viewer, party=viewer, act=act
    )


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
