"""The same centre on PostgreSQL and NATS JetStream, chosen by its configuration alone."""

from __future__ import annotations

import contextlib
import itertools
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import psycopg
import pytest

from glasshield.centre.client.packing import CONTENT_TYPE, packed
from glasshield.centre.log.postgres_store import PostgresStore
from glasshield.centre.sources.nats_accounts import Listening, server_configuration
from glasshield.centre.sources.nats_link import NatsLink, write_user
from glasshield.centre.sources.nats_sending import NatsSender
from glasshield.earth.time import Instant
from glasshield.exchange.batches import Envelope, SignedBatch, sign_batch
from glasshield.exchange.log import bundle
from glasshield.exchange.log.notes import parsed_note
from glasshield.exchange.log.verification import Trust, verify
from glasshield.sensing.detections import Detections
from tests.centre.faults.ground import NORTH, Ground, Plan, prepared
from tests.centre.faults.served import Served
from tests.centre.servers import (
    NatsServer,
    PostgresServer,
    nats_server,
    postgres_server,
    wait_until,
)
from tests.centre.service.running import Running, running

KILLS: Final = 2
ENDS_S: Final = 10.0  # on a machine with other work
_NUMBERS: Final = itertools.count()
CONFIG: Final = """
[store]
kind = "postgresql"
address = "{address}"

[nats]
address = "{nats}"
credentials = "{key}"
"""


@pytest.fixture(scope="module")
def database() -> Iterator[PostgresServer]:
    """A server that tests may end; others do not share it."""
    with postgres_server() as server:
        yield server


class Larger:
    """Where a larger centre runs: a database, a NATS server with accounts, a folder."""

    def __init__(self, folder: Path, database: PostgresServer, nats: NatsServer) -> None:
        self.database, self.nats = database, nats
        name = f"larger_{next(_NUMBERS)}"
        with psycopg.connect(database.address, autocommit=True) as link:
            link.execute(f"CREATE DATABASE {name}")
        self.address = database.address.replace("/postgres?", f"/{name}?")
        parties = Plan().parties
        self.keys = {user: folder / f"{user}.nkey" for user in ("centre", *parties)}
        public = {user: write_user(path) for user, path in self.keys.items()}
        listening = Listening(f"127.0.0.1:{nats.port}", folder / "kept")
        accounts = {party: public[party] for party in parties}
        nats.start(server_configuration(listening, public["centre"], accounts))
        config = CONFIG.format(address=self.address, nats=nats.address, key=self.keys["centre"])
        self.ground: Ground = prepared(folder / "centre", Plan(config=config))
        self._sequence = 0

    def sender(self, party: str) -> NatsSender:
        return NatsSender(NatsLink(self.nats.address, self.keys[party]), party, 20.0)

    def signed(self, party: str, number: int) -> SignedBatch:
        """A batch that only this number makes."""
        self._sequence += 1
        now = Instant(time.time_ns() // 1000)
        envelope = Envelope("exercise", CONTENT_TYPE, self._sequence, now)
        return sign_batch(self.ground.signer(party), packed(seen(number, now)), envelope)

    def sound_log(self) -> list[bytes]:
        """The bodies of all batches, after an outsider has verified the log."""
        store = PostgresStore(self.address)
        notes = [parsed_note(seal.note, "store") for seal in store.seals()]
        signers = [self.ground.signer(party).public for party in self.ground.parties]
        exported = self.ground.folder / "exported.log"
        keys = bundle.Keys(self.ground.seals.log, (), {one.party: (one.line,) for one in signers})
        bundle.write(exported, store, keys, notes)
        bodies = [one.body for one in store.batches_since(0)]
        store.close()
        trust = Trust(self.ground.seals, {one.fingerprint: one for one in signers})
        assert verify(exported, trust).findings == ()
        return bodies


def seen(number: int, at: Instant) -> Detections:
    """One detection, whose range is its number."""
    return Detections.of(
        at,
        (NORTH,),
        np.zeros(1),
        0,
        range_m=np.array([100e3 + number]),
        azimuth_rad=np.array([1.0]),
        elevation_rad=np.array([0.5]),
        simulated=True,
    )


@pytest.fixture
def larger(tmp_path: Path, database: PostgresServer) -> Iterator[Larger]:
    with nats_server(tmp_path) as nats:
        yield Larger(tmp_path, database, nats)


def has(one: Running, part: str, word: str) -> None:
    def is_so() -> bool:
        return one.centre.health().parts[part] == word

    wait_until(is_so, f"{part} is {word}")


def test_it_makes_its_picture_of_what_comes_over_both_ways(larger: Larger) -> None:
    with running(larger.ground.folder, ground=larger.ground) as one:
        has(one, "nats", "good")
        with contextlib.closing(larger.sender("aurora")) as sender:
            for number in range(5):
                sender.send(larger.signed("aurora", number))
        one.fly(3.0)  # over HTTP's way, from both parties
        wait_until(lambda: one.tracks("centre-staff") >= 3, "three objects are tracked")
        assert one.centre.health().state == "good"
        assert "glasshield_nats_received 5\n" in one.centre.metrics.text()
        batches = len(list(one.centre.store.batches_since(0)))
    assert len(larger.sound_log()) == batches > 5


def test_nats_restarted_is_told_and_costs_nothing(larger: Larger) -> None:
    with running(larger.ground.folder, ground=larger.ground) as one:
        has(one, "nats", "good")
        with contextlib.closing(larger.sender("aurora")) as sender:
            sender.send(larger.signed("aurora", 0))
            larger.nats.stop(signal.SIGKILL)
            has(one, "nats", "away")
            assert one.centre.health().state == "degraded"
            body = packed(seen(1, one.centre.now()))
            one.sent("aurora", body, CONTENT_TYPE)  # who comes another way notices nothing
            larger.nats.start()
            sender.send(larger.signed("aurora", 2))
            has(one, "nats", "good")
        wait_until(lambda: len(list(one.centre.store.batches_since(0))) == 3, "all three are here")
    assert len(larger.sound_log()) == 3


def test_a_database_that_is_restarted_is_told_and_costs_nothing(larger: Larger) -> None:
    with running(larger.ground.folder, ground=larger.ground) as one:
        with contextlib.closing(larger.sender("aurora")) as sender:
            sender.send(larger.signed("aurora", 0))
            wait_until(lambda: one.centre.store.size > 1, "the first is here")
            larger.database.stop(signal.SIGQUIT)
            sender.send(larger.signed("aurora", 1))  # kept by the stream
            has(one, "store", "away")
            assert one.centre.health().state == "failing"
            larger.database.start()
            has(one, "store", "good")
        wait_until(lambda: len(list(one.centre.store.batches_since(0))) == 2, "both are here")
    assert len(larger.sound_log()) == 2


def test_a_centre_that_ends_while_its_servers_go_says_nothing_raw_and_ends_soon(
    larger: Larger,
) -> None:
    with Served.start(larger.ground) as served:
        with contextlib.closing(larger.sender("aurora")) as sender:
            sender.send(larger.signed("aurora", 0))
            larger.database.stop(signal.SIGQUIT)
            for number in range(1, 9):  # which the centre has in its hands and cannot write
                sender.send(larger.signed("aurora", number))
        larger.nats.stop(signal.SIGKILL)
        served.process.send_signal(signal.SIGTERM)
        began_s = time.monotonic()
        served.process.communicate(timeout=4 * ENDS_S)
        assert time.monotonic() - began_s < ENDS_S
        said = served.said.read_text()
        served.said.write_text("")
    larger.database.start()
    assert not any(word in said for word in ("Traceback", "Exception", "asyncio")), said


@pytest.mark.slow
def test_prop_a_larger_centre_that_is_killed_under_load_loses_and_doubles_nothing(
    larger: Larger,
) -> None:
    sent: set[bytes] = set()
    with contextlib.closing(larger.sender("aurora")) as sender:
        for turn in range(KILLS):
            served = Served.start(larger.ground)
            for number in range(25):
                made = larger.signed("aurora", 1000 * turn + number)
                sender.send(made)
                sent.add(made.body)
            served.kill()
    with Served.start(larger.ground), psycopg.connect(larger.address, autocommit=True) as log:
        count = "SELECT count(*) FROM glasshield.batches"
        wait_until(lambda: log.execute(count).fetchone() == (len(sent),), "all are in the log")
    bodies = larger.sound_log()
    assert len(bodies) == len(set(bodies)) == len(sent)
    assert set(bodies) == sent
