"""A party that floods, and one whose key is revoked in mid-stream: the others notice nothing."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from glasshield.centre.bodies import SESSION_TYPE
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import PartyEntry, RefusedEntry
from tests.centre.faults.flights import Watch, bodies, seen
from tests.centre.faults.ground import NORTH, Plan, prepared
from tests.centre.faults.killing import run
from tests.centre.faults.served import Served
from tests.centre.faults.talking import ANSWER_S, Line, Stream, health, metrics, signed, until
from tests.centre.faults.traffic import since, tracks, traffic
from tests.centre.logged import all_entries

FLOOD = Plan(config="[limits]\nbatches_per_s = 40.0\nburst_s = 1.0\n")
FLOOD_LINES = 3
FLOOD_S = 3.0
NOTICED_S = 2.5  # the files are looked at once a second; a machine with other work takes longer
SLACK_S = 6.0  # for such a machine
JSON_LIVE = Subprotocol("glasshield.json.v1")


def endless(body: bytes) -> Iterator[tuple[float, bytes]]:
    """The same body for ever, as fast as it goes."""
    while True:
        yield 0.0, body


def test_a_party_that_floods_is_held_back_and_nobody_else(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre", FLOOD)
    begins = Instant(int(time.time()) * 1_000_000)
    body = next(iter(bodies(seen((NORTH,), Watch()), begins, 1.0)))[1]
    with Served.start(ground) as served, traffic(served.url, ground) as streams:
        begin_s = time.time()
        flood = [
            Stream(served.url, ground.signer("aurora"), endless(body)).start()
            for _ in range(FLOOD_LINES)
        ]
        time.sleep(FLOOD_S)
        assert health(served.url, ground.tokens["duty"])["parts"]["intake"] == "flooded"
        assert health(served.url, ground.tokens["duty"])["state"] == "degraded"
        for each in flood:
            each.stop()
        refused = [one.answer for each in flood for one in each.outcomes if not one.is_acknowledged]
        others = since(streams["borealis"], begin_s)
        line = Line(served.url, ground.tokens["duty"])
        assert tracks(line)
        line.close()
        numbers = metrics(served.url, ground.tokens["duty"])
    assert others
    assert all(one.is_acknowledged for one in others)
    assert len(refused) > 10
    assert {answer and (answer.status, answer.code) for answer in refused} == {(429, "too-many")}
    assert all(int(dict(answer.headers)["retry-after"]) >= 1 for answer in refused if answer)
    assert numbers['glasshield_flooded_total{party="aurora"}'] >= len(refused)
    assert 'glasshield_flooded_total{party="borealis"}' not in numbers
    told = [each for each in logged(ground.config.store_file) if isinstance(each, RefusedEntry)]
    assert sum(each.count for each in told if each.reason == "too-many") >= len(refused)
    assert len(told) < FLOOD_S * 3 + 5  # not one for each of them


def test_a_key_that_is_revoked_ends_sending_and_reading_at_once(tmp_path: Path) -> None:
    ground = prepared(tmp_path / "centre")
    with Served.start(ground) as served, traffic(served.url, ground) as streams:
        line = Line(served.url)
        opened = line.post(signed(ground.signer("aurora"), b"", 1, SESSION_TYPE), "/v1/session")
        line.close()
        reader = Line(served.url, opened.json["token"])
        until(lambda: tracks(reader), "it reads")
        with connect(
            f"ws{served.url.removeprefix('http')}/v1/live",
            subprotocols=[JSON_LIVE],
            additional_headers={"Authorization": f"Bearer {opened.json['token']}"},
            proxy=None,
        ) as live:
            assert live.recv(timeout=ANSWER_S)
            revoke = ["glasshield", "party", "revoke", "aurora", "--config", str(ground.file)]
            run([sys.executable, "-m", *revoke])
            revoked_s = time.time()
            is_refused(streams["aurora"])
            assert time.time() - revoked_s < NOTICED_S + SLACK_S
            assert reader.ask("GET", "/v1/pictures").status == 401
            assert '"goodbye"' in last_word(live)
        reader.close()
        until(lambda: since(streams["borealis"], revoked_s + NOTICED_S), "the other goes on")
        assert all(one.is_acknowledged for one in since(streams["borealis"], revoked_s))
        assert health(served.url, ground.tokens["duty"])["state"] == "good"
        numbers = metrics(served.url, ground.tokens["duty"])
        assert numbers['glasshield_refused_total{reason="key-revoked"}'] >= 1.0
    entries = [each for each in logged(ground.config.store_file) if isinstance(each, PartyEntry)]
    assert [each.party for each in entries if each.verb == "revoke"] == ["aurora"]


def last_word(live: ClientConnection) -> str:
    """The last text that a reader gets before the centre closes the connection."""
    said = ""
    with contextlib.suppress(ConnectionClosed):
        while True:
            message = live.recv(timeout=ANSWER_S)
            said = message if isinstance(message, str) else said
    return said


def is_refused(stream: Stream) -> None:
    """Nothing more is taken of a party; it is not told why."""
    until(lambda: not stream.outcomes[-1].is_acknowledged, "it is refused")
    answer = stream.outcomes[-1].answer
    assert answer is not None
    assert (answer.status, answer.code) == (401, "not-taken")
    assert b"revoked" not in answer.body


def logged(path: Path) -> list[object]:
    """The entries of a log."""
    store = SqliteStore(path)
    entries: list[object] = list(all_entries(store))
    store.close()
    return entries
