"""What nobody should send to a running centre: refused in one shape, quickly, with nothing left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec
import pytest

from glasshield.centre.bodies import MSGPACK, NOTICE, RULES, SESSION_TYPE
from glasshield.centre.errors import ErrorBody
from glasshield.earth.time import Instant
from glasshield.exchange.batches import SignedBatch, sign_batch
from glasshield.exchange.keys import new_signer
from tests.centre.faults import hostile
from tests.centre.faults.flights import Watch, bodies, seen
from tests.centre.faults.ground import NORTH, Ground, prepared
from tests.centre.faults.served import Served
from tests.centre.faults.talking import Answer, Line, envelope, metrics, signed

SLOWEST_S = 5.0  # of an answer, on a machine with other work; the slowest takes 0.5 s
MOST_BYTES = 300e6  # by which the process may grow while it unpacks: a bomb holds gigabytes
_PLACES = {RULES: "/v1/rules", NOTICE: "/v1/notices"}


@dataclass(frozen=True)
class Asked:
    """A centre that is asked.

    Attributes:
        served: its process.
        ground: its folder.
        body: a body that it would take.
    """

    served: Served
    ground: Ground
    body: bytes

    def entries(self) -> float:
        """How many batches of data it has taken."""
        numbers = metrics(self.served.url, self.ground.tokens["duty"])
        return sum(
            value for name, value in numbers.items() if name.startswith("glasshield_received")
        )

    def refused(self, batch: SignedBatch, status: int, path: str = "/v1/batches") -> Answer:
        """The answer to a batch that is not to be taken."""
        line = Line(self.served.url)
        began_s = time.monotonic()
        answer = line.post(batch, path)
        assert time.monotonic() - began_s < SLOWEST_S
        line.close()
        assert answer.status == status, answer
        found = msgspec.json.decode(answer.body, type=ErrorBody, strict=True)
        assert str(self.ground.folder) not in answer.body.decode()
        assert found.error.what
        return answer


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    ground = prepared(tmp_path_factory.mktemp("hostile") / "centre")
    begins = Instant(int(time.time()) * 1_000_000)
    body = next(iter(bodies(seen((NORTH,), Watch()), begins, 1.0)))[1]
    with Served.start(ground) as served:
        yield Asked(served, ground, body)


def test_hostile_bodies_are_refused_and_leave_nothing(asked: Asked) -> None:
    signer, before = asked.ground.signer("aurora"), asked.served.memory_bytes
    taken = asked.entries()
    for number, (name, content_type, body) in enumerate(hostile.every()):
        batch = signed(signer, body, number, content_type)
        line = Line(asked.served.url)
        began_s = time.monotonic()
        answer = line.post(batch, _PLACES.get(content_type, "/v1/batches"))
        line.close()
        assert time.monotonic() - began_s < SLOWEST_S, name
        assert answer.status in (422, 429), (name, answer)
        assert list(answer.json) == ["error"], name
        assert asked.served.memory_bytes - before < MOST_BYTES, name
    assert asked.entries() == taken


def test_what_is_signed_wrongly_is_refused_in_the_same_words(asked: Asked) -> None:
    ground, taken = asked.ground, asked.entries()
    good = signed(ground.signer("aurora"), asked.body, 1)
    stranger = new_signer("nobody")
    now = Instant(time.time_ns() // 1000)

    def sent(at: Instant) -> SignedBatch:
        return sign_batch(ground.signer("aurora"), asked.body, envelope(MSGPACK, 2, at))

    wrong = {
        "another signature": replace(good, signature=bytes(64)),
        "another body": replace(good, body=good.body + b"x"),
        "an unknown party": signed(stranger, asked.body, 1),
        "a key that nobody knows": signed(new_signer("aurora"), asked.body, 1),
        "an hour ago": sent(now.plus_s(-3600.0)),
        "a minute ahead": sent(now.plus_s(60.0)),
        "no header": replace(good, header=b"{}"),
        "a deep header": replace(good, header=b"[" * 700),
    }
    words = {asked.refused(batch, 401).body for batch in wrong.values()}
    assert len(words) == 1  # nothing in it tells which it was
    assert asked.entries() == taken


def test_what_is_too_large_is_refused_before_it_is_sent(asked: Asked) -> None:
    line = Line(asked.served.url)
    batch = signed(asked.ground.signer("aurora"), asked.body, 3)
    said = {**batch.http_headers(), "Content-Length": str((8 << 20) + 1)}
    answer = line.ask("POST", "/v1/batches", b"", said)
    line.close()
    assert (answer.status, answer.code) == (413, "too-large")


def test_what_comes_again_counts_once(asked: Asked) -> None:
    line = Line(asked.served.url)
    signer = asked.ground.signer("aurora")
    first = line.post(signed(signer, asked.body, 10))
    taken = asked.entries()
    replayed = line.post(signed(signer, asked.body, 10))
    assert (first.json["again"], replayed.json["again"]) == (False, True)
    assert first.json["batch"] == replayed.json["batch"]
    assert asked.entries() == taken
    session = signed(signer, b"", 11, SESSION_TYPE)
    assert line.post(session, "/v1/session").status == 200
    line.close()
    asked.refused(session, 409, "/v1/session")


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/v1/download/..%2f..%2fdata%2fparties.toml",
        "/v1/download/tracks.oem%00",
        "/v1//pictures",
        "/v1/tracks/-1/1",
        "/v1/tracks/1/" + "9" * 30,
        "/v1/grants/" + "a" * 3000,
    ],
)
def test_a_path_that_tricks_leads_nowhere(asked: Asked, path: str) -> None:
    line = Line(asked.served.url, asked.ground.tokens["duty"])
    answer = line.ask("GET", path)
    line.close()
    assert (answer.status, answer.code) == (404, "not-found")


def test_the_process_has_said_nothing(asked: Asked) -> None:
    assert asked.served.said.read_text() == ""
    assert asked.served.process.poll() is None
