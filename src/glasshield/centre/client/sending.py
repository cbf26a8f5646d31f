"""A party that sends: each batch signed, and sent again until the centre has it on disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self, TypeVar

import httpx
import msgspec

from glasshield.centre.bodies import DATA_TYPES, SESSION_TYPE, Receipt, Session
from glasshield.centre.client.links import Link, away, refusal
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.batches import Envelope, SignedBatch, sign_batch
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.entries import Mode

BATCHES: Final = "/v1/batches"
RULES: Final = "/v1/rules"
NOTICES: Final = "/v1/notices"
SESSION: Final = "/v1/session"

_AGAIN: Final = (408, 429, 503)  # statuses after which the same is sent once more
_FIRST_WAIT_S: Final = 0.1
_LONGEST_WAIT_S: Final = 5.0
_WORTH_SAYING_S: Final = 1.0

T = TypeVar("T", bound=msgspec.Struct)


class Sender:
    """A party that sends to a centre; one thread uses it.

    The sequence of its batches is the time in microseconds, so that it grows over restarts too.
    """

    __slots__ = (
        "_client",
        "_ended",
        "_last",
        "_link",
        "_mode",
        "_patience_s",
        "_said",
        "_signer",
        "_to",
    )

    def __init__(
        self,
        link: Link,
        signer: Signer,
        mode: Mode,
        patience_s: float = 60.0,
        said: Callable[[str], None] | None = None,
        to: str = "",
    ) -> None:
        """Prepares to send.

        Args:
            link: how the centre is reached.
            signer: the party.
            mode: of all that it sends.
            patience_s: for how long something that is not taken is sent again.
            said: is told, in one sentence, when something is not taken and will be sent again.
            to: the name of the centre's log, as its owner knows it and not as the address says:
                sessions, rules and notices are signed for this centre alone. Data are for any.

        Raises:
            InputError: a certificate that cannot be read.
        """
        self._link, self._signer, self._mode = link, signer, mode
        self._client = link.client()
        self._patience_s, self._said, self._to = patience_s, said, to
        self._ended = threading.Event()
        self._last = 0

    @property
    def party(self) -> str:
        """Who sends."""
        return self._signer.public.party

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()

    def give_up(self) -> None:
        """Sends nothing a second time any more; any thread may say so."""
        self._ended.set()

    def signed(self, body: bytes, content_type: str) -> SignedBatch:
        """A body signed by the party, with the next of its sequence.

        Args:
            body: the data.
            content_type: of the body.

        Raises:
            InputError: nobody said for which centre.
        """
        to = "" if content_type in DATA_TYPES else self._named()
        self._last = max(self._last + 1, time.time_ns() // 1000)
        envelope = Envelope(self._mode, content_type, self._last, Instant(self._last), to)
        return sign_batch(self._signer, body, envelope)

    def send(self, body: bytes, content_type: str, path: str = BATCHES) -> Receipt:
        """What the centre says once a body is on its disk.

        Args:
            body: the data.
            content_type: of the body.
            path: of the endpoint.

        Raises:
            InputError: the centre refuses it, or does not answer for too long.
        """
        return self._posted(body, content_type, path, Receipt)

    def session(self) -> Session:
        """A token with which the party reads.

        Raises:
            InputError: the centre refuses it, or does not answer for too long.
        """
        return self._posted(b"", SESSION_TYPE, SESSION, Session)

    def _named(self) -> str:
        """The name of the centre.

        Raises:
            InputError: nobody said it.
        """
        if not self._to:
            raise InputError(
                "this is signed for one centre alone, and nobody said for which",
                where=self._link.base,
                do="name its log: the file centre.vkey, which its operator gives to the parties",
            )
        return self._to

    def _posted(self, body: bytes, content_type: str, path: str, kind: type[T]) -> T:
        """The answer to a signed batch, sent again as long as that may help.

        Raises:
            InputError: it is refused, or the time is over.
        """
        until_s = time.monotonic() + self._patience_s
        wait_s = _FIRST_WAIT_S
        while True:
            problem, asked_s = self._tried(body, content_type, path, kind)
            if not isinstance(problem, InputError):
                return problem
            wait_s = min(max(asked_s, wait_s), max(until_s - time.monotonic(), 0.0))
            if asked_s < 0.0 or wait_s <= 0.0:
                raise problem
            if self._said is not None and wait_s >= _WORTH_SAYING_S:
                self._said(f"{problem.sentence} It is sent again.")
            if self._ended.wait(wait_s):
                raise problem
            wait_s = min(2.0 * wait_s, _LONGEST_WAIT_S)

    def _tried(
        self, body: bytes, content_type: str, path: str, kind: type[T]
    ) -> tuple[T | InputError, float]:
        """What came of one attempt, and after how long another makes sense; below zero never."""
        headers = self.signed(body, content_type).http_headers() | {"Content-Type": content_type}
        try:
            answer = self._client.post(path, content=body, headers=headers)
        except httpx.TransportError as error:
            return away(self._link, error), 0.0
        if answer.is_success:
            return _decoded(answer, kind), 0.0
        return _refused(answer), _asked_s(answer)


def _decoded(answer: httpx.Response, kind: type[T]) -> T | InputError:
    """The body of an answer, or that it is none of a centre."""
    try:
        return msgspec.json.decode(answer.content, type=kind)
    except msgspec.DecodeError:
        return _refused(answer)


def _refused(answer: httpx.Response) -> InputError:
    return refusal(answer.content, answer.status_code, str(answer.url))


def _asked_s(answer: httpx.Response) -> float:
    """After how long the centre wants to be asked again; below zero for never."""
    if answer.status_code not in _AGAIN:
        return -1.0
    given = answer.headers.get("Retry-After", "")
    return float(given) if given.isdecimal() else 0.0
