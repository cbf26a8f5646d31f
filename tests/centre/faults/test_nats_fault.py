"""The NATS server over which a party sends is away for a while: its batches come after, once."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from glasshield.centre.bodies import MSGPACK, NOTICE
from glasshield.centre.sources.nats_accounts import Listening, server_configuration
from glasshield.centre.sources.nats_link import NatsLink, write_user
from glasshield.centre.sources.nats_sending import NatsSender
from glasshield.earth.time import Instant
from glasshield.exchange.batches import sign_batch
from tests.centre.faults.flights import Watch, bodies, seen
from tests.centre.faults.ground import NORTH, Ground, Plan, prepared
from tests.centre.faults.served import Served
from tests.centre.faults.talking import envelope, health, metrics, signed, until
from tests.centre.faults.traffic import since, traffic
from tests.centre.servers import NatsServer, nats_server

PARTIES = ("aurora", "borealis")
BATCHES = 10  # of each part of the test
PATIENCE_S = 20.0
LATE_S = 3_600.0  # since it was signed


@dataclass
class Carried:
    """A centre that also takes batches from a NATS server."""

    server: NatsServer
    ground: Ground
    link: NatsLink
    bodies: list[bytes]

    def send(self, count: int) -> None:
        """Sends some batches over the server, which keeps them until the centre has them."""
        sender = NatsSender(self.link, "aurora", PATIENCE_S)
        for _ in range(count):
            body = self.bodies.pop()
            sender.send(signed(self.ground.signer("aurora"), body, time.time_ns() // 1000))
        sender.close()


@pytest.fixture
def carried(tmp_path: Path) -> Iterator[Carried]:
    folder = tmp_path / "nats"
    folder.mkdir()
    with nats_server(folder) as server:
        keys = {name: folder / f"{name}.nkey" for name in ("centre", *PARTIES)}
        public = {name: write_user(path) for name, path in keys.items()}
        listening = Listening(f"127.0.0.1:{server.port}", folder / "kept")
        parties = {name: public[name] for name in PARTIES}
        server.start(server_configuration(listening, public["centre"], parties))
        config = f'[nats]\naddress = "{server.address}"\ncredentials = "{keys["centre"]}"\n'
        ground = prepared(tmp_path / "centre", Plan(config=config))
        begins = Instant(int(time.time()) * 1_000_000)
        made = [body for _, body in bodies(seen((NORTH,), Watch()), begins, 0.5)]
        yield Carried(server, ground, NatsLink(server.address, keys["aurora"]), made)


def test_a_nats_server_that_restarts_is_told_and_costs_nothing(carried: Carried) -> None:
    ground, sent = carried.ground, list(carried.bodies)
    with Served.start(ground) as served, traffic(served.url, ground) as streams:
        taken = 'glasshield_received_total{party="aurora"}'

        def nats_says() -> str:
            return str(health(served.url, ground.tokens["duty"])["parts"]["nats"])

        until(lambda: nats_says() == "good", "it is connected")
        carried.send(BATCHES)
        carried.server.stop()
        until(lambda: nats_says() == "away", "it is told that the server is away")
        away_s = time.time()
        assert health(served.url, ground.tokens["duty"])["state"] == "degraded"
        duty = ground.tokens["duty"]
        assert metrics(served.url, duty)['glasshield_good{part="nats"}'] == 0.0
        until(lambda: len(since(streams["borealis"], away_s)) > 5, "others send")
        assert all(one.is_acknowledged for one in since(streams["borealis"], away_s))
        carried.server.start()
        until(lambda: nats_says() == "good", "it is connected again")
        carried.send(BATCHES)
        before = metrics(served.url, duty)[taken]
        until(lambda: metrics(served.url, duty)[taken] > before, "batches come")
        expected = set(sent[-2 * BATCHES :])
        until(lambda: expected <= set(stored(ground)), "all have come")
    assert max(Counter(stored(ground)).values()) == 1


def test_what_nats_kept_for_long_is_on_record_and_in_no_picture(carried: Carried) -> None:
    ground, body = carried.ground, carried.bodies[-1]
    with Served.start(ground) as before:  # it makes the stream
        duty = ground.tokens["duty"]
        until(lambda: health(before.url, duty)["parts"]["nats"] == "good", "it is connected")
    then = Instant(int(time.time() - LATE_S) * 1_000_000)
    sender = NatsSender(carried.link, "aurora", PATIENCE_S)
    for content_type in (MSGPACK, NOTICE):
        made = envelope(content_type, time.time_ns() // 1000, then)
        sender.send(sign_batch(ground.signer("aurora"), body, made))
    sender.close()
    with Served.start(ground) as served:
        until(lambda: stored(ground) == [body], "it is on record")
        until(
            lambda: metrics(served.url, duty).get('glasshield_refused_total{reason="too-old"}'),
            "what is not data is refused",
        )
        assert metrics(served.url, duty)['glasshield_late_total{party="aurora"}'] == 1.0
        assert health(served.url, duty)["parts"]["nats"] == "good"
    assert stored(ground) == [body]


def stored(ground: Ground) -> list[bytes]:
    """The bodies in the log of a centre, which may be running."""
    found = sqlite3.connect(f"file:{ground.config.store_file}?mode=ro", uri=True)
    try:
        rows = found.execute("SELECT data FROM batches JOIN bodies ON sha256 = body_sha256")
        return [row[0] for row in rows]
    finally:
        found.close()
