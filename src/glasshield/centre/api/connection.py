"""One connection, from the first byte on: what it may cost before anybody has said who he is.

The server underneath has no limit on how long or how large the headers of a request may be, nor
on how many connections one address has, and answers bytes that are no HTTP in words of its own.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar, Final

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from glasshield.centre.api import faults
from glasshield.centre.api.guarding import HEADERS
from glasshield.centre.errors import RefusedError

if TYPE_CHECKING:
    from uvicorn._types import ASGISendEvent

_WEBSOCKET_KEY_BYTES: Final = 16
_WEBSOCKET_VERSION: Final = b"13"


@dataclass(frozen=True, slots=True)
class ConnectionLimits:
    """What the connections of a server may cost.

    Attributes:
        most: how many there are at once.
        most_of_one: of one address.
        head_bytes: the size of a request's first line and headers.
        head_within_s: in which they have to come.
        live: the path at which WebSockets are opened.
        close_within_s: in which whoever reads there answers that it is closed.
    """

    most: int = 512
    most_of_one: int = 128
    head_bytes: int = 16 << 10
    head_within_s: float = 10.0
    live: bytes = b"/v1/live"
    close_within_s: float = 2.0


class Connection(HttpToolsProtocol):
    """A connection within limits; derived, as the server underneath takes a class."""

    limits: ClassVar[ConnectionLimits] = ConnectionLimits()

    _head_timer: asyncio.TimerHandle | None = None
    _head_bytes: int | None = 0  # of the headers that are coming; None while none are

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, or close it where there are too many."""
        super().connection_made(transport)
        self._await_head()
        if len(self.connections) > self.limits.most or self._of_this_address() > (
            self.limits.most_of_one
        ):
            self._end(faults.too_many_connections())

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of it."""
        self._stop_timer()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take bytes, of the headers no more than the limit."""
        super().data_received(data)
        if self._head_bytes is None or self.transport.is_closing():
            return
        self._head_bytes += len(data)
        if self._head_bytes > self.limits.head_bytes:
            self._end(faults.headers_too_large(self.limits.head_bytes))

    def on_message_begin(self) -> None:
        """A request begins."""
        super().on_message_begin()
        self._await_head()

    def on_headers_complete(self) -> None:
        """Its headers are there."""
        self._head_bytes = None
        self._stop_timer()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, in the shape of all errors."""
        del msg
        self._end(faults.malformed("this is no request of HTTP/1.1"))

    def _should_upgrade(self) -> bool:
        """Whether this opens a WebSocket; anything else is answered as a plain request."""
        return (
            self.url.split(b"?", 1)[0] == self.limits.live
            and super()._should_upgrade()
            and _is_handshake(self.headers)
        )

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing about a request that was answered."""

    def _await_head(self) -> None:
        self._stop_timer()
        self._head_bytes = 0
        self._head_timer = self.loop.call_later(self.limits.head_within_s, self._head_is_late)

    def _stop_timer(self) -> None:
        if self._head_timer is not None:
            self._head_timer.cancel()
            self._head_timer = None

    def _head_is_late(self) -> None:
        if not self.transport.is_closing():
            self._end(faults.too_slow("headers", self.limits.head_within_s))

    def _of_this_address(self) -> int:
        """How many connections there are from where this one comes."""
        own = self.client and self.client[0]
        peers = (each.transport.get_extra_info("peername") for each in self.connections)
        return sum(1 for peer in peers if peer and peer[0] == own)

    def _end(self, refused: RefusedError) -> None:
        """Write an answer past the application, and close."""
        if self.transport.is_closing():
            return
        body = faults.body_of(refused)
        lines = {
            **HEADERS,
            **faults.headers_of(refused),
            "Content-Type": faults.MEDIA_TYPE,
            "Content-Length": str(len(body)),
            "Connection": "close",
        }
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        first = f"HTTP/1.1 {refused.status} {HTTPStatus(refused.status).phrase}\r\n"
        self.transport.write(f"{first}{head}\r\n".encode("ascii") + body)
        self.transport.close()


class LiveConnection(WebSocketsSansIOProtocol):
    """A WebSocket that ends even where nobody reads what is on the way, or answers the close."""

    limits: ClassVar[ConnectionLimits] = ConnectionLimits()

    async def send(self, message: ASGISendEvent) -> None:
        """Send a message; behind the last one the connection ends soon."""
        await super().send(message)
        if message["type"] == "websocket.close" and self.close_timer is not None:
            self.close_timer.cancel()
            self.close_timer = self._cut_soon()

    def keepalive_timeout(self) -> None:
        """Close where a ping was not answered."""
        super().keepalive_timeout()
        self._cut_soon()

    def _cut_soon(self) -> asyncio.TimerHandle:
        return self.loop.call_later(self.limits.close_within_s, self.transport.abort)


def connections(limits: ConnectionLimits) -> type[Connection]:
    """The class of a server's connections."""
    return type("LimitedConnection", (Connection,), {"limits": limits})


def live_connections(limits: ConnectionLimits) -> type[LiveConnection]:
    """The class of a server's WebSockets."""
    return type("LimitedLiveConnection", (LiveConnection,), {"limits": limits})


def _is_handshake(headers: list[tuple[bytes, bytes]]) -> bool:
    """Whether headers hold what RFC 6455, 4.2.1, asks of the client beside the upgrade."""
    keys = [value for name, value in headers if name == b"sec-websocket-key"]
    versions = [value for name, value in headers if name == b"sec-websocket-version"]
    if len(keys) != 1 or versions != [_WEBSOCKET_VERSION]:
        return False
    try:
        return len(base64.b64decode(keys[0], validate=True)) == _WEBSOCKET_KEY_BYTES
    except binascii.Error:
        return False
