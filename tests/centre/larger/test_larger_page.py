"""What the page about a larger centre says is so."""

from __future__ import annotations

import re
from concurrent.futures import Future
from pathlib import Path
from typing import Final

import psycopg
import pytest

from glasshield.centre.bodies import RECEIPT, Receipt
from glasshield.centre.config import NatsAt, read_config
from glasshield.centre.log.postgres_store import PostgresStore
from glasshield.centre.peers.reported import ReportLimits
from glasshield.centre.sources.configured import sources_of
from glasshield.centre.sources.nats_link import NatsLink
from glasshield.centre.sources.nats_sending import NatsSender
from glasshield.centre.sources.nats_source import NatsSource
from glasshield.errors import InputError
from glasshield.exchange.batches import Envelope, Reason, SignedBatch, sign_batch
from tests.centre.logged import NOW, ROOT
from tests.centre.servers import PostgresServer, nats_server, wait_until
from tests.centre.service.running import running
from tests.exchange.stated import signer

PAGE: Final = (ROOT / "docs/larger.md").read_text(encoding="utf-8")
HEAD: Final = 'schema = "glasshield-centre/1"\nname = "page.example/centre"\nmode = "exercise"\n'


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def test_every_table_of_a_configuration_is_one(tmp_path: Path) -> None:
    file = tmp_path / "centre.toml"
    file.write_text(HEAD + "\n".join(blocks("toml")), encoding="utf-8")
    config = read_config(file)
    assert config.store.kind == "postgresql"
    assert config.nats is not None
    assert config.nats.credentials == tmp_path / "centre.nkey"
    assert config.peer["birch"].viewer == "to-birch"


def test_the_account_of_the_database_is_enough(postgres: PostgresServer) -> None:
    with psycopg.connect(postgres.address, autocommit=True) as link:
        for statement in "\n".join(blocks("sql")).split(";"):
            if statement.strip():
                link.execute(statement)
    (address,) = re.findall(r'address = "(postgresql:.*?)"', PAGE)
    store = PostgresStore(address.replace("/var/run/postgresql", str(postgres.folder)))
    assert store.size == 0
    store.close()


def test_the_server_of_the_page_lets_the_party_of_the_page_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    users, server, _ = blocks("python")
    exec(users, {})
    exec(server, {})
    with nats_server(tmp_path) as at:
        configuration = (tmp_path / "nats.conf").read_text()
        at.start(configuration.replace("4222", str(at.port)))
        source = NatsSource(NatsAt(address=at.address, credentials=tmp_path / "centre.nkey"), taken)
        source.start()
        wait_until(lambda: source.word() == "good", "the stream is there")
        sender = NatsSender(NatsLink(at.address, tmp_path / "aspen.nkey"), "aspen", 5.0)
        envelope = Envelope("exercise", "application/json", 0, NOW)
        sender.send(sign_batch(signer("aspen", 5), b"{}", envelope))
        wait_until(lambda: source.state().received == 1, "the batch is taken")
        sender.close()
        source.close()


def taken(parts: SignedBatch | Reason, via: str) -> Future[Receipt]:
    """Takes everything."""
    assert isinstance(parts, SignedBatch)
    assert via == "nats:aspen"
    answer: Future[Receipt] = Future()
    answer.set_result(Receipt(schema=RECEIPT, batch="", count=0, at="", again=False))
    return answer


def test_the_limits_on_tracks_are_those_of_the_page() -> None:
    limits = ReportLimits()
    assert f"at most {limits.objects:,}\nobjects, of {limits.sources} sources" in PAGE


def test_a_party_is_no_viewer_of_a_link(tmp_path: Path) -> None:
    with running(tmp_path / "one") as one:
        text = one.ground.file.read_text() + "\n".join(blocks("toml")[2:])
        for viewer, is_refused in (("aurora", True), ("to-birch", False)):
            other = tmp_path / f"{viewer}.toml"
            other.write_text(text.replace("to-birch", viewer))
            said = "a party's own data are in all" if is_refused else "cannot be read"
            with pytest.raises(InputError, match=said):
                list(sources_of(read_config(other), one.centre))
