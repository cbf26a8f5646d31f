"""A party that sends its batches over NATS JetStream."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.errors import NoRespondersError
from nats.js.api import Header

from glasshield.centre.sources.nats_link import (
    NatsLink,
    connected,
    is_refusal,
    reason_of,
    subject_of,
)
from glasshield.errors import InputError
from glasshield.exchange.batches import SignedBatch

_ANSWER_S: Final = 2.0
_AGAIN_S: Final = 0.2
_CONNECTED_S: Final = 4.0  # until somebody answers
_SAID_EVERY_S: Final = 10.0
_ENDED_S: Final = 2.0


class NatsSender:
    """A party's way to the stream of a centre; every thread may send."""

    __slots__ = (
        "_client",
        "_error",
        "_link",
        "_loop",
        "_patience_s",
        "_refused",
        "_said",
        "_subject",
        "_thread",
    )

    def __init__(
        self,
        link: NatsLink,
        party: str,
        patience_s: float = 60.0,
        said: Callable[[str], None] | None = None,
    ) -> None:
        """Connects.

        Args:
            link: how the server is reached.
            party: who sends.
            patience_s: for how long something that is not taken is sent again.
            said: is told, in one sentence, that something is not taken and is sent again.

        Raises:
            InputError: a name that is none over NATS, nobody answers within four seconds, or
                whoever answers does not let this user in.
        """
        self._subject = subject_of(party)
        self._link, self._patience_s, self._said = link, patience_s, said
        self._error: Exception | None = None
        self._refused = asyncio.Event()
        self._loop = asyncio.new_event_loop()
        # What the client leaves lying is no news to a person.
        self._loop.set_exception_handler(lambda _loop, _context: None)
        self._thread = threading.Thread(target=self._loop.run_forever, name="nats", daemon=True)
        self._thread.start()
        try:
            self._client: Client = self._done(self._connected())
        except BaseException:
            self._end()
            raise

    def send(self, batch: SignedBatch) -> None:
        """Returns when the stream has a batch; the centre takes it from there.

        Args:
            batch: of the party. Sent again within two minutes, the same bytes are kept once.

        Raises:
            InputError: it is too large for the server, or nobody takes it for too long.
        """
        frame = batch.framed()
        if len(frame) > self._client.max_payload:
            raise InputError(
                "the NATS server takes no message of this size",
                where=self._link.address,
                got=f"{len(frame):,} bytes",
                expected=f"at most {self._client.max_payload:,}",
                do="send smaller batches, or set max_payload of the server",
            )
        self._done(self._published(frame, hashlib.sha256(batch.header).hexdigest()))

    def close(self) -> None:
        """Ends the connection."""
        try:
            with contextlib.suppress(OSError, NatsError):
                self._done(asyncio.wait_for(self._client.close(), _ENDED_S))
        finally:
            self._end()

    def _done(self, work: Any) -> Any:
        """What some work of the connection gives; it ends with whoever waits for it."""
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return future.result()
        except BaseException:
            future.cancel()
            raise

    def _end(self) -> None:
        with contextlib.suppress(TimeoutError):
            asyncio.run_coroutine_threadsafe(_cancelled(), self._loop).result(_ENDED_S)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def failed(self, error: Exception) -> None:
        """Notes what went wrong."""
        if is_refusal(error):
            self._refused.set()
        elif self._refused.is_set():
            return  # the end of a connection that was refused
        self._error = error

    async def away(self) -> None:
        """Nothing: that is seen when something is sent."""

    async def back(self) -> None:
        """Notes that the server lets this user in again."""
        self._refused.clear()

    async def _connected(self) -> Client:
        refused = asyncio.ensure_future(self._refused.wait())
        trying = asyncio.ensure_future(self._tried())
        wait_s = min(_CONNECTED_S, self._patience_s)
        await asyncio.wait({trying, refused}, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        refused.cancel()
        if trying.done():
            return trying.result()
        trying.cancel()
        await asyncio.wait({trying})
        raise self._shut_out(self._error or TimeoutError())

    async def _tried(self) -> Client:
        """A connection, however often that is tried; whoever waits ends it."""
        while True:
            try:
                return await connected(self._link, "glasshield feed", self)
            except (OSError, NatsError) as error:  # as when a refused connection is reset
                await self.failed(error)
                await asyncio.sleep(_AGAIN_S)

    async def _published(self, frame: bytes, name: str) -> None:
        """Send until the stream says that it has it."""
        stream = self._client.jetstream(timeout=_ANSWER_S)
        headers = {Header.MSG_ID.value: name}
        until_s = time.monotonic() + self._patience_s
        said_s = time.monotonic()
        while True:
            try:
                await stream.publish(self._subject, frame, headers=headers)
            except (TimeoutError, OSError, NatsError) as error:
                now_s = time.monotonic()
                if now_s > until_s:
                    raise self._away(error) from None
                if self._said is not None and now_s >= said_s:
                    self._said(f"{self._away(error).sentence} It is sent again.")
                    said_s = now_s + _SAID_EVERY_S
            else:
                return
            await asyncio.sleep(_AGAIN_S)

    def _shut_out(self, error: Exception) -> InputError:
        """Why there is no connection."""
        if is_refusal(error):
            has_key = self._link.credentials is not None
            return InputError(
                "the NATS server does not let this user in",
                where=self._link.address,
                got=reason_of(error),
                do="see whether its configuration has the public part of this key"
                if has_key
                else "give the file of your user's key with --credentials",
            )
        return InputError(
            "no NATS server answers",
            where=self._link.address,
            got=reason_of(error),
            do="see whether it runs there, and whether the address is right",
        )

    def _away(self, error: Exception) -> InputError:
        """Why something is not taken."""
        if not self._client.is_connected:
            return self._shut_out(self._error or error)
        nobody = isinstance(error, NoRespondersError)
        return InputError(
            "no stream takes the batches",
            where=f"{self._link.address}, {self._subject}",
            got="nobody takes this subject" if nobody else reason_of(error),
            do="see whether the centre has run there once, and whether this party may send there",
        )


async def _cancelled() -> None:
    """All that this loop still does has ended."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for each in others:
        each.cancel()
    await asyncio.gather(*others, return_exceptions=True)
