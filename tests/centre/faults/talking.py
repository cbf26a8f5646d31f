"""How tests talk to a centre: over its real interface, with as little between as there can be."""

from __future__ import annotations

import http.client
import re
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import msgspec

from glasshield.centre.bodies import DATA_TYPES
from glasshield.centre.client.packing import CONTENT_TYPE
from glasshield.earth.time import Instant
from glasshield.exchange.batches import Envelope, SignedBatch, sign_batch
from glasshield.exchange.keys import Signer
from tests.centre.faults.ground import NAME

ANSWER_S = 20.0
_METRIC = re.compile(r"^(\w+)(\{[^}]*\})? (\S+)$", re.ASCII | re.MULTILINE)


@dataclass(frozen=True)
class Answer:
    """An answer of the centre, whole."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return msgspec.json.decode(self.body)

    @property
    def code(self) -> str:
        """The kind of a refusal; empty where it is none."""
        return "" if self.status < 400 else str(self.json["error"]["code"])


class Line:
    """A connection to a centre; one thread uses it."""

    def __init__(self, url: str, token: str = "") -> None:
        parts = urlsplit(url)
        assert parts.hostname is not None
        self._connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=ANSWER_S)
        self._token = token

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """What the centre answers."""
        given = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        try:
            self._connection.request(method, path, body, {**given, **(headers or {})})
            answer = self._connection.getresponse()
            return Answer(answer.status, tuple(answer.getheaders()), answer.read())
        except (OSError, http.client.HTTPException):
            self._connection.close()  # the next request opens another
            raise

    def get(self, path: str) -> Any:
        """What is read there."""
        answer = self.ask("GET", path)
        assert answer.status == 200, answer
        return answer.json

    def post(self, batch: SignedBatch, path: str = "/v1/batches") -> Answer:
        """What the centre answers to a signed batch."""
        return self.ask("POST", path, batch.body, batch.http_headers())

    def close(self) -> None:
        """Ends it."""
        self._connection.close()


def health(url: str, token: str) -> dict[str, Any]:
    """How a centre says that it does."""
    line = Line(url, token)
    try:
        found: dict[str, Any] = line.ask("GET", "/healthz").json
        return found
    finally:
        line.close()


def metrics(url: str, token: str) -> dict[str, float]:
    """The numbers of a centre, by name and labels."""
    line = Line(url, token)
    try:
        answer = line.ask("GET", "/metrics")
        assert answer.status == 200, answer
        text = answer.body.decode()
        return {name + labels: float(value) for name, labels, value in _METRIC.findall(text)}
    finally:
        line.close()


def signed(
    signer: Signer, body: bytes, sequence: int, content_type: str = CONTENT_TYPE
) -> SignedBatch:
    """A body that a party signs now."""
    now = Instant(time.time_ns() // 1000)
    return sign_batch(signer, body, envelope(content_type, sequence, now))


def envelope(content_type: str, sequence: int, sent: Instant) -> Envelope:
    """What a party says about a body; all but data are for this one centre."""
    to = "" if content_type in DATA_TYPES else NAME
    return Envelope("exercise", content_type, sequence, sent, to=to)


def until(is_so: Callable[[], object], what: str, within_s: float = ANSWER_S) -> float:
    """Seconds until something is so."""
    began_s = time.monotonic()
    while not is_so():
        assert time.monotonic() < began_s + within_s, f"not so: {what}"
        time.sleep(0.01)
    return time.monotonic() - began_s


@dataclass(frozen=True)
class Outcome:
    """What became of a body that was sent.

    Attributes:
        body: it.
        sent_s: when, by the clock on the wall.
        took_s: until the answer.
        answer: None where none came.
    """

    body: bytes
    sent_s: float
    took_s: float
    answer: Answer | None

    @property
    def is_acknowledged(self) -> bool:
        """Whether the centre said that it has it."""
        return self.answer is not None and self.answer.status == 200


@dataclass
class Stream:
    """A party that sends bodies, one after the other, each at its time or as fast as it goes.

    Attributes:
        url: of the centre.
        signer: the party.
        bodies: when each is due, by the clock on the wall, and what it is.
        outcomes: what became of them.
    """

    url: str
    signer: Signer
    bodies: Iterable[tuple[float, bytes]]
    outcomes: list[Outcome] = field(default_factory=list)
    _ended: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def start(self) -> Stream:
        """Begins to send, in a thread."""
        self._thread = threading.Thread(
            target=self.send, name=f"stream of {self.signer.public.party}"
        )
        self._thread.start()
        return self

    def send(self) -> None:
        """Sends all of them, or as many as there is time for."""
        line = Line(self.url)
        for number, (due_s, body) in enumerate(self.bodies):
            if self._ended.wait(max(due_s - time.time(), 0.0)):
                break
            batch = signed(self.signer, body, number)
            sent_s, began_s = time.time(), time.monotonic()
            try:
                answer = line.post(batch)
            except (OSError, http.client.HTTPException):
                answer = None
            self.outcomes.append(Outcome(body, sent_s, time.monotonic() - began_s, answer))
            if answer is None:
                break
        line.close()

    def stop(self) -> None:
        """Ends sending, and waits for the last answer."""
        self._ended.set()
        self.join()

    def join(self) -> None:
        """Waits until all has been sent."""
        if self._thread is not None:
            self._thread.join(ANSWER_S)
            assert not self._thread.is_alive()

    @property
    def acknowledged(self) -> list[Outcome]:
        """Those that the centre has."""
        return [each for each in self.outcomes if each.is_acknowledged]
