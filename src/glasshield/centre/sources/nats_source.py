"""Batches out of NATS JetStream, which keeps them while the centre is away.

The stream takes `glasshield.PARTY.batches` and lets a message go when the centre says that it has
it: after the flush of the centre's own disk. A message that comes again, because that word was
lost, is known again. What is no batch, or that of another than the subject says, never comes again;
what the centre cannot take now comes again later.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Final

import msgspec
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.errors import Error as NatsError
from nats.errors import TimeoutError as NatsTimeoutError
from nats.js.api import (
    AckPolicy,
    ConsumerConfig,
    DiscardPolicy,
    RetentionPolicy,
    StorageType,
    StreamConfig,
)
from nats.js.client import JetStreamContext
from nats.js.errors import NotFoundError

from glasshield.centre.bodies import Receipt
from glasshield.centre.config import NatsAt
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.store import StoreError
from glasshield.centre.sources.nats_link import SUBJECTS, NatsLink, connected, party_of
from glasshield.exchange.batches import Reason, SignedBatch, from_frame

Receive = Callable[[SignedBatch | Reason, str], Future[Receipt]]

_AT_ONCE: Final = 128  # messages that the centre works on
_FETCH_S: Final = 0.5
_ACK_S: Final = 10.0  # after which a message without an answer comes again
_AGAIN_S: Final = 0.5
_ANSWER_S: Final = 2.0
_CLOSING_S: Final = 3.0
_FLUSH_S: Final = 1  # whole seconds, as the client wants them
KEPT_S: Final = 7 * 86_400.0  # for the centre
_LATER: Final = frozenset({Code.TOO_MANY, Code.BUSY, Code.STORE})


@dataclass(frozen=True, slots=True)
class NatsState:
    """How a source does.

    Attributes:
        word: `good`; `away` where the server does not answer; `closed`.
        waiting: messages that the stream still holds, when it last said so.
        received: batches that are on disk.
        again: of these, those that were there before.
        refused: messages that were no batch that the centre takes, and never come again.
        held_back: how often a message was left for later.
        error: what went wrong last; empty while nothing does.
    """

    word: str = "away"
    waiting: int = 0
    received: int = 0
    again: int = 0
    refused: int = 0
    held_back: int = 0
    error: str = ""


class _Sender(msgspec.Struct):
    """What a header says of its sender, before anything of it is checked."""

    party: str


class NatsSource:
    """A thread that takes batches out of a stream."""

    __slots__ = (
        "_is_bound",
        "_link",
        "_lock",
        "_loop",
        "_receive",
        "_state",
        "_stopping",
        "_thread",
        "_where",
    )

    def __init__(self, where: NatsAt, receive: Receive) -> None:
        """Prepares to take.

        Args:
            where: the server, and the names of the stream and the consumer, which are made where
                they are missing.
            receive: takes a batch, and the name of where it came from.

        Raises:
            InputError: an address that is none, or beyond this machine without TLS.
        """
        self._link = NatsLink(where.address, where.credentials, where.client_ca)
        self._where, self._receive = where, receive
        self._lock = threading.Lock()
        self._state = NatsState()
        self._is_bound = False
        self._stopping = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="nats", daemon=True)

    def start(self) -> None:
        """Begins to take, now or as soon as the server answers.

        Raises:
            InputError: a file of credentials that cannot be read.
        """
        self._link.options()
        self._thread.start()

    def close(self) -> None:
        """Takes nothing more; what the centre has is told to the server."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()
        self._loop.close()
        self._put(word="closed")

    def state(self) -> NatsState:
        """How it does now."""
        with self._lock:
            return self._state

    def word(self) -> str:
        """How it does now, in a word."""
        return self.state().word

    def _put(self, **changed: str | int) -> None:
        with self._lock:
            self._state = replace(self._state, **changed)  # type: ignore[arg-type]

    def _count(self, received: int = 0, again: int = 0, refused: int = 0, held: int = 0) -> None:
        with self._lock:
            now = self._state
            self._state = replace(
                now,
                received=now.received + received,
                again=now.again + again,
                refused=now.refused + refused,
                held_back=now.held_back + held,
            )

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._work())

    async def _work(self) -> None:
        """Be connected, take, and begin anew with whatever is lost."""
        while not self._stopping.is_set():
            client = await self._connected()
            if client is None:
                await self._pause()
                continue
            try:
                await self._taken(client)
            finally:
                await _closed(client)

    async def _connected(self) -> Client | None:
        """A connection; none where that is refused, or this is closed before there is one."""
        trying = asyncio.ensure_future(connected(self._link, "glasshield centre", self))
        stopping = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({trying, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not trying.done():
            trying.cancel()
        try:
            return await trying
        except asyncio.CancelledError:
            return None
        except (OSError, NatsError) as error:
            await self.failed(error)
            return None

    async def _taken(self, client: Client) -> None:
        """Take messages until this is closed."""
        while not self._stopping.is_set():
            try:
                taking = await self._bound(client.jetstream(timeout=_ANSWER_S))
                self._put(word="good", error="")
                await self._fetch(client, taking)
            except (TimeoutError, OSError, NatsError) as error:
                await self.failed(error)
                await self._pause()

    async def _bound(self, stream: JetStreamContext) -> JetStreamContext.PullSubscription:
        """The consumer, made with its stream where they are missing.

        Once it is made anew: what the process before had in its hands when it was killed would
        otherwise come again only when the wait for its word is over. Nobody else uses it: a second
        centre has no store.
        """
        name, durable = self._where.stream, self._where.durable
        try:
            await stream.stream_info(name)
        except NotFoundError:
            await stream.add_stream(_stream(name))
        with contextlib.suppress(NotFoundError):
            if not self._is_bound:
                await stream.delete_consumer(name, durable)
        await stream.add_consumer(name, _consumer(durable))
        self._is_bound = True
        return await stream.pull_subscribe_bind(durable, stream=name)

    async def _fetch(self, client: Client, taking: JetStreamContext.PullSubscription) -> None:
        """Take messages while they come; at most so many are worked on at a time."""
        working: set[asyncio.Task[None]] = set()
        try:
            while not self._stopping.is_set():
                room = _AT_ONCE - len(working)
                try:
                    messages = await taking.fetch(room, timeout=_FETCH_S) if room else []
                except NatsTimeoutError:
                    messages = []
                    if not client.is_connected:
                        continue  # it comes back by itself
                    self._put(word="good", waiting=0)
                working |= {asyncio.ensure_future(self._one(message)) for message in messages}
                if working:
                    working = (await asyncio.wait(working, timeout=0.0))[1]
                if len(working) == _AT_ONCE:
                    working = (await asyncio.wait(working, return_when=asyncio.FIRST_COMPLETED))[1]
        finally:
            if working:
                await asyncio.wait(working, timeout=_CLOSING_S)
            if client.is_connected:
                with contextlib.suppress(OSError, NatsError):  # what is lost comes again
                    await taking.unsubscribe()
                    await client.flush(_FLUSH_S)

    async def _one(self, message: Msg) -> None:
        """Take one message, and say what became of it; if that is lost, it comes again."""
        try:
            await self._answered(message)
        except (OSError, NatsError) as error:
            await self.failed(error)

    async def _answered(self, message: Msg) -> None:
        self._put(waiting=message.metadata.num_pending)
        party = party_of(message.subject)
        parts = _parts(message.data, party)
        try:
            receipt = await asyncio.wrap_future(self._receive(parts, f"nats:{party}"))
        except (RefusedError, StoreError) as error:
            if isinstance(error, RefusedError) and error.code not in _LATER:
                self._count(refused=1)
                await message.term()
                return
            self._count(held=1)
            wait_s = error.retry_after_s if isinstance(error, RefusedError) else None
            await message.nak(delay=max(wait_s or 0.0, _AGAIN_S))
            return
        self._count(received=1, again=int(receipt.again))
        await message.ack()

    async def _pause(self) -> None:
        """Wait a little before the next attempt, unless this is closed."""
        try:
            await asyncio.wait_for(self._stopping.wait(), _AGAIN_S)
        except TimeoutError:
            return

    async def failed(self, error: Exception) -> None:
        """Notes what went wrong."""
        self._put(word="away", error=str(error) or type(error).__name__)

    async def away(self) -> None:
        """Notes that the server does not answer."""
        self._put(word="away", error="the connection is lost")

    async def back(self) -> None:
        """Notes that the server answers again."""
        self._put(word="good", error="")


async def _closed(client: Client) -> None:
    """A connection that is closed; that it was lost before is no error then."""
    with contextlib.suppress(OSError, NatsError):
        await asyncio.wait_for(client.close(), _CLOSING_S)


def _parts(frame: bytes, party: str) -> SignedBatch | Reason:
    """The parts of a batch whose header names the party that the subject is for.

    Who may write to a subject says the server; that a batch is its party's says the signature. One
    that is somebody else's is refused, so that nobody fills another's subject.
    """
    parts = from_frame(frame)
    if isinstance(parts, Reason):
        return parts
    try:
        sender = msgspec.json.decode(parts.header, type=_Sender)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Reason.MALFORMED
    return parts if sender.party == party else Reason.UNKNOWN_PARTY


def _stream(name: str) -> StreamConfig:
    """A stream that keeps what nobody has taken yet, and refuses what it cannot keep."""
    return StreamConfig(
        name=name,
        subjects=[SUBJECTS],
        retention=RetentionPolicy.WORK_QUEUE,
        discard=DiscardPolicy.NEW,
        storage=StorageType.FILE,
        max_age=KEPT_S,
    )


def _consumer(durable: str) -> ConsumerConfig:
    return ConsumerConfig(
        durable_name=durable,
        ack_policy=AckPolicy.EXPLICIT,
        ack_wait=_ACK_S,
        max_ack_pending=2 * _AT_ONCE,
        filter_subject=SUBJECTS,
    )
