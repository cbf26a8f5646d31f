"""Batches over a real NATS server: each on disk before it is let go, none lost, none doubled."""

from __future__ import annotations

import asyncio
import signal
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Final

import nats
import pytest
from nats.aio.client import Client
from nats.errors import NoRespondersError
from nats.errors import TimeoutError as NatsTimeoutError

from glasshield.centre.bodies import RECEIPT, Receipt
from glasshield.centre.config import NatsAt
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.journal import Journal, Written
from glasshield.centre.sources.nats_accounts import Listening, server_configuration
from glasshield.centre.sources.nats_link import NatsLink, subject_of, write_user
from glasshield.centre.sources.nats_sending import NatsSender
from glasshield.centre.sources.nats_source import NatsSource
from glasshield.errors import InputError, OutputError
from glasshield.exchange.batches import Envelope, Reason, SignedBatch, judged, refusal, sign_batch
from glasshield.exchange.batches import Limits as BatchLimits
from glasshield.exchange.keys import Signer
from tests.centre.logged import NOW, REGISTRY, journal, sound_log
from tests.centre.servers import NatsServer, nats_server, wait_until
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES

PARTIES: Final = ("russia", "united-states")


class Setting:
    """A server with an account for the centre and for two parties, and a centre's journal."""

    def __init__(self, server: NatsServer) -> None:
        self.server, self.folder = server, server.folder
        self.keys = {name: self.folder / f"{name}.nkey" for name in ("centre", *PARTIES)}
        public = {name: write_user(path) for name, path in self.keys.items()}
        listening = Listening(f"127.0.0.1:{server.port}", self.folder / "kept")
        server.start(
            server_configuration(listening, public["centre"], {n: public[n] for n in PARTIES})
        )
        self.where = NatsAt(address=server.address, credentials=self.keys["centre"])
        self.path = self.folder / "log.sqlite"
        self.journal: Journal = journal(self.path)
        self.source: NatsSource | None = None
        self.asked: list[str] = []
        self.failures: list[Exception] = []

    def receive(self, parts: SignedBatch | Reason, via: str) -> Future[Receipt]:
        """What a centre does with a batch, without its picture."""
        answer: Future[Receipt] = Future()
        self.asked.append(via)
        found = judged(parts, REGISTRY, NOW)
        if self.failures:
            answer.set_exception(self.failures.pop())
        elif isinstance(found, Reason):
            answer.set_exception(RefusedError(Code.NOT_TAKEN, refusal(BatchLimits()).what))
        else:

            def told(written: Future[Written]) -> None:
                receipt = Receipt(
                    schema=RECEIPT, batch="", count=1, at="", again=written.result().is_again
                )
                answer.set_result(receipt)

            future = self.journal.received(found, 1, self.journal.stamps.now_ns())
            future.add_done_callback(told)
        return answer

    def take(self, where: NatsAt | None = None) -> NatsSource:
        """Begin to take."""
        self.source = NatsSource(where or self.where, self.receive)
        self.source.start()
        return self.source

    def sender(self, party: str, patience_s: float = 20.0) -> NatsSender:
        return NatsSender(NatsLink(self.server.address, self.keys[party]), party, patience_s)

    def bodies(self) -> list[bytes]:
        """Those in the log, after all of it was verified."""
        self.close()
        entries = sound_log(self.path)
        self.journal = journal(self.path)
        store = self.journal._store
        found = [one.body for one in store.batches_since(0)]
        assert len(found) == len(entries)
        return found

    def close(self) -> None:
        if self.source is not None:
            self.source.close()
            self.source = None
        self.journal.close()

    def ask(self, name: str, work: Callable[[Any], Any]) -> Any:
        """What somebody gets who connects with a key."""

        async def asked() -> Any:
            link = NatsLink(self.server.address, self.keys[name])
            client = await nats.connect(**link.options())
            try:
                return await work(client)
            finally:
                await client.close()

        return asyncio.run(asked())


@pytest.fixture
def setting(tmp_path: Path) -> Iterator[Setting]:
    with nats_server(tmp_path) as server:
        made = Setting(server)
        yield made
        made.close()


def signed(body: bytes, of: Signer = RUSSIA, sequence: int = 0) -> SignedBatch:
    return sign_batch(of, body, Envelope("exercise", "application/json", sequence, NOW))


def has(source: NatsSource, **wanted: object) -> None:
    def is_so() -> bool:
        state = source.state()
        return all(getattr(state, name) == value for name, value in wanted.items())

    try:
        wait_until(is_so, f"{wanted}")
    except AssertionError as error:
        raise AssertionError(f"{error}: {source.state()}") from None


def test_what_a_party_sends_is_in_the_log_and_then_no_longer_in_the_stream(
    setting: Setting,
) -> None:
    source = setting.take()
    senders = {name: setting.sender(name) for name in PARTIES}
    for number in range(20):
        senders["russia"].send(signed(f"{number}".encode()))
    senders["united-states"].send(signed(b"other", UNITED_STATES))
    senders["russia"].send(signed(b"0", sequence=1))  # signed once more
    senders["russia"].send(signed(b"1"))  # the same bytes, which the stream knows
    has(source, received=22, again=1, word="good", waiting=0, error="")
    for sender in senders.values():
        sender.close()
    assert set(setting.asked) == {"nats:russia", "nats:united-states"}
    info = setting.ask("centre", lambda client: client.jetstream().stream_info("glasshield"))
    assert info.state.messages == 0
    assert sorted(setting.bodies()) == sorted([b"other", *(f"{n}".encode() for n in range(20))])


def test_what_comes_while_the_centre_is_away_is_kept_for_it(setting: Setting) -> None:
    setting.take()
    has(setting.source, word="good")  # type: ignore[arg-type]
    setting.source.close()  # type: ignore[union-attr]
    sender = setting.sender("russia")
    for number in range(300):
        sender.send(signed(f"{number}".encode()))
    sender.close()
    source = setting.take()
    has(source, received=300)
    assert [int(body) for body in setting.bodies()] == list(range(300))


def test_a_word_that_is_lost_makes_a_batch_come_again_and_nothing_twice(setting: Setting) -> None:
    """The centre ends after its flush and before its word: the server sends the batch again."""
    has(setting.take(), word="good")
    setting.close()
    sender = setting.sender("russia")
    sender.send(signed(b"a"))
    sender.close()
    setting.ask("centre", taken_without_a_word)
    setting.journal = journal(setting.path)
    parts = signed(b"a")
    setting.receive(parts, "").result(20.0)
    has(setting.take(), received=1, again=1, waiting=0)
    assert setting.bodies() == [b"a"]


async def taken_without_a_word(client: Any) -> None:
    bound = await client.jetstream().pull_subscribe_bind("centre", stream="glasshield")
    (message,) = await bound.fetch(1, timeout=5)
    assert message.metadata.num_delivered == 1


def test_prop_a_server_that_is_killed_while_batches_come_loses_and_doubles_none(
    setting: Setting,
) -> None:
    source = setting.take()
    sender = setting.sender("russia")
    for number in range(60):
        sender.send(signed(f"{number}".encode()))
        if number in (20, 40):
            setting.server.stop(signal.SIGKILL if number == 20 else signal.SIGTERM)
            has(source, word="away")
            setting.server.start()
    has(source, word="good", error="")
    wait_until(lambda: source.state().received >= 60, "all have come")
    sender.close()
    assert sorted(int(body) for body in setting.bodies()) == list(range(60))


def test_a_server_that_comes_later_is_waited_for(setting: Setting) -> None:
    setting.server.stop()
    source = setting.take()
    wait_until(lambda: source.state().error, "an error is told")
    assert source.state().word == "away"
    setting.server.start()
    has(source, word="good")


def test_a_connection_that_is_lost_while_it_is_closed_is_no_error(
    setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = setting.take()
    has(source, word="good")
    close = Client.close

    async def lost(client: Client) -> None:
        await close(client)
        raise ConnectionResetError("Connection lost")

    monkeypatch.setattr(Client, "close", lost)
    source.close()  # an error in the thread would fail this test
    assert source.word() == "closed"


def test_what_is_no_batch_of_its_party_never_comes_again(setting: Setting) -> None:
    source = setting.take()
    sender = setting.sender("russia")
    sender.send(signed(b"another's", UNITED_STATES))
    sender.send(signed(b"unknown", POLAND))
    forged = signed(b"changed")
    sender.send(SignedBatch(forged.header, forged.signature, b"other"))
    sender.send(SignedBatch(b"{", bytes(64), b""))
    setting.ask("russia", lambda client: client.request(subject_of("russia"), b"\xff", timeout=2))
    sender.send(signed(b"good"))
    has(source, refused=5, received=1, waiting=0)
    sender.close()
    assert setting.bodies() == [b"good"]


def test_what_the_centre_cannot_take_now_comes_again_later(setting: Setting) -> None:
    setting.failures = [
        RefusedError(Code.TOO_MANY, "too much", retry_after_s=0.6),
        RefusedError(Code.STORE, "the store is full"),
    ]
    source = setting.take()
    sender = setting.sender("russia")
    sender.send(signed(b"a"))
    has(source, received=1, held_back=2, refused=0)
    sender.close()
    assert setting.bodies() == [b"a"]


# --- accounts ---


def test_a_party_writes_to_its_own_subject_alone_and_reads_nothing(setting: Setting) -> None:
    source = setting.take()
    has(source, word="good")

    async def write(client: Any) -> None:
        await client.request(subject_of("united-states"), signed(b"a").framed(), timeout=1)

    with pytest.raises((NoRespondersError, NatsTimeoutError)):
        setting.ask("russia", write)

    async def look(client: Any) -> None:
        await client.jetstream().stream_info("glasshield")

    with pytest.raises(nats.js.errors.ServiceUnavailableError):
        setting.ask("russia", look)

    async def listen(client: Any) -> int:
        heard = await client.subscribe(">")
        await client.flush()
        other = await asyncio.to_thread(setting.sender, "united-states")
        await asyncio.to_thread(other.send, signed(b"b", UNITED_STATES))
        await asyncio.to_thread(other.close)
        await asyncio.to_thread(has, source, received=1)
        return int(heard.pending_msgs)

    assert setting.ask("russia", listen) == 0


def test_nobody_without_a_key_gets_in(setting: Setting) -> None:
    with pytest.raises(InputError, match="does not let this user in"):
        NatsSender(NatsLink(setting.server.address), "russia", patience_s=3.0)
    stranger = setting.folder / "stranger.nkey"
    write_user(stranger)
    with pytest.raises(InputError, match="does not let this user in"):
        NatsSender(NatsLink(setting.server.address, stranger), "russia", patience_s=3.0)


def test_a_party_that_may_not_send_and_a_batch_too_large_are_told(setting: Setting) -> None:
    sender = NatsSender(NatsLink(setting.server.address, setting.keys["russia"]), "poland", 0.3)
    with pytest.raises(
        InputError, match=r"glasshield\.poland\.batches: no stream takes the batches"
    ):
        sender.send(signed(b"a", POLAND))
    with pytest.raises(InputError, match="the NATS server takes no message of this size"):
        sender.send(signed(bytes(9 << 20), POLAND))
    sender.close()


# --- addresses and keys ---


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1", "this is no address of a NATS server"),
        ("nats://", "this is no address of a NATS server"),
        ("nats://nats.example:4222", "with TLS alone; expected tls://nats.example:4222"),
        ("tls://user:secret@nats.example", "an address holds no password"),
    ],
)
def test_an_address_is_one_with_tls_and_without_a_password(address: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        NatsLink(address)
    assert said in caught.value.sentence
    assert "secret" not in caught.value.sentence


def test_a_key_is_its_owners_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "user.nkey"
    public = write_user(path)
    assert public.startswith("U")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    assert before.startswith(b"SU")
    with pytest.raises(OutputError, match="the key cannot be written"):
        write_user(path)
    assert path.read_bytes() == before
    with pytest.raises(InputError, match="the key cannot be read"):
        NatsLink("nats://127.0.0.1", tmp_path / "none").options()


def test_a_name_with_dots_is_none_over_nats() -> None:
    with pytest.raises(InputError, match="over NATS a party's name has no dots"):
        subject_of("a.b")
