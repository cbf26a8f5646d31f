"""A party that sends its batches over NATS JetStream."""

from __future__ import annotations

import asyncio
import hashlib
import threading
import time
from concurrent.futures import Future
from typing import Any, Final

from nats.aio.client import Client
from nats.errors import Error as NatsError
from nats.js.api import Header

from glasshield.centre.sources.nats_link import NatsLink, connected, subject_of
from glasshield.errors import InputError
from glasshield.exchange.batches import SignedBatch

_ANSWER_S: Final = 2.0
_AGAIN_S: Final = 0.2


class NatsSender:
    """A party's way to the stream of a centre; every thread may send."""

    __slots__ = (
        "_client",
        "_error",
        "_link",
        "_loop",
        "_patience_s",
        "_subject",
        "_thread",
    )

    def __init__(self, link: NatsLink, party: str, patience_s: float = 60.0) -> None:
        """Connects.

        Args:
            link: how the server is reached.
            party: who sends.
            patience_s: for how long something that is not taken is sent again.

        Raises:
            InputError: a name that is none over NATS, or nobody answers.
        """
        self._subject = subject_of(party)
        self._link, self._patience_s = link, patience_s
        self._error: Exception | None = None
        self._loop = asyncio.new_event_loop()
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
        self._done(self._client.close())
        self._end()

    def _done(self, work: Any) -> Any:
        """What some work of the connection gives."""
        future: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return future.result()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def failed(self, error: Exception) -> None:
        """Notes what went wrong."""
        self._error = error

    async def away(self) -> None:
        """Nothing: that is seen when something is sent."""

    async def back(self) -> None:
        """Nothing."""

    async def _connected(self) -> Client:
        trying = connected(self._link, "glasshield feed", self)
        try:
            return await asyncio.wait_for(trying, self._patience_s)
        except (OSError, NatsError) as error:  # of which the end of the time is one
            raise self._away(self._error or error) from None

    async def _published(self, frame: bytes, name: str) -> None:
        """Send until the stream says that it has it."""
        stream = self._client.jetstream(timeout=_ANSWER_S)
        headers = {Header.MSG_ID.value: name}
        until_s = time.monotonic() + self._patience_s
        while True:
            try:
                await stream.publish(self._subject, frame, headers=headers)
            except (TimeoutError, OSError, NatsError) as error:
                if time.monotonic() > until_s:
                    raise self._away(error) from None
            else:
                return
            await asyncio.sleep(_AGAIN_S)

    def _away(self, error: Exception) -> InputError:
        return InputError(
            "no stream takes the batches",
            where=f"{self._link.address}, {self._subject}",
            got=str(error) or type(error).__name__,
            do="see whether the server and the centre run, and whether this party may send there",
        )
