"""Whoever reads at a centre: with the token of a person, or of a party's session."""

from __future__ import annotations

import time
from collections.abc import Iterator
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Protocol, Self
from urllib.parse import quote

import httpx
import msgspec

from glasshield.centre.bodies import MODE_HEADER
from glasshield.centre.client.links import USER_AGENT, Link, away, refusal
from glasshield.centre.client.sending import Sender
from glasshield.earth.time import Instant
from glasshield.errors import InputError

if TYPE_CHECKING:
    from websockets.sync.client import ClientConnection

_RENEWED_S: Final = 120.0  # before its end a session is opened anew
_OPEN_S: Final = 10.0
_LONGEST_MESSAGE: Final = 64 << 20


class Tokens(Protocol):
    """Whoever has a token that is good now."""

    def token(self) -> str:
        """The token.

        Raises:
            InputError: there is none.
        """
        ...

    def give_up(self) -> None:
        """Asks for none a second time any more; any thread may say so."""
        ...

    def close(self) -> None:
        """Ends the connection over which tokens come."""
        ...


class OwnToken:
    """The token of a person."""

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        self._token = token

    def token(self) -> str:
        """The token."""
        return self._token

    def give_up(self) -> None:
        """Ends nothing: nobody is asked."""

    def close(self) -> None:
        """Ends nothing: there is no connection."""


class PartyTokens:
    """The tokens of a party, a new one shortly before each expires."""

    __slots__ = ("_expires", "_sender", "_token")

    def __init__(self, sender: Sender) -> None:
        """Opens a session when a token is first asked for.

        Args:
            sender: the party; closed with these tokens.
        """
        self._sender = sender
        self._token = ""
        self._expires = Instant(0)

    def token(self) -> str:
        """The token.

        Raises:
            InputError: the centre refuses a session, or does not answer.
        """
        now = Instant(time.time_ns() // 1000)
        if not self._token or self._expires.since_s(now) < _RENEWED_S:
            session = self._sender.session()
            self._token, self._expires = session.token, Instant.parse(session.expires)
        return self._token

    def give_up(self) -> None:
        """Opens no session at a second attempt any more; any thread may say so."""
        self._sender.give_up()

    def close(self) -> None:
        """Ends the connection of the party."""
        self._sender.close()


class Reader:
    """Somebody who reads at a centre; one thread uses it, any may end its live picture."""

    __slots__ = ("_client", "_is_ended", "_link", "_live", "_tokens", "mode")

    def __init__(self, link: Link, tokens: Tokens) -> None:
        """Prepares to read.

        Raises:
            InputError: a certificate that cannot be read.
        """
        self._link, self._tokens = link, tokens
        self._client = link.client()
        self._live: ClientConnection | None = None
        self._is_ended = False
        self.mode = ""  # exercise or real, as the last answer said

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def end(self) -> None:
        """Ends the live picture, also one that is being opened; any thread may say so."""
        self._is_ended = True
        self._tokens.give_up()
        if self._live is not None:
            self._live.close()

    def close(self) -> None:
        """Ends all connections, in the thread that uses them."""
        self.end()
        self._tokens.close()
        self._client.close()

    def get(self, path: str, **asked: str | int) -> bytes:
        """The body behind a path.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        return self._answered("GET", path, params=asked).content

    def pieces(self, path: str) -> Iterator[bytes]:
        """The body behind a path in pieces, as it comes.

        Raises:
            InputError: the centre refuses it, does not answer, or breaks off.
        """
        try:
            with self._client.stream("GET", path, headers=self._authorization()) as answer:
                if not answer.is_success:
                    answer.read()
                    raise _refused(answer)
                yield from answer.iter_bytes()
        except httpx.TransportError as error:
            raise away(self._link, error) from None

    def json(self, path: str, **asked: str | int) -> Any:
        """The JSON behind a path.

        Raises:
            InputError: the centre refuses it or does not answer, or it is no JSON.
        """
        answer = self._answered("GET", path, params=asked)
        try:
            return msgspec.json.decode(answer.content)
        except msgspec.DecodeError:
            raise _refused(answer) from None

    def post(self, path: str, body: msgspec.Struct) -> Any:
        """The JSON with which the centre answers to a body.

        Raises:
            InputError: the centre refuses it or does not answer, or the answer is no JSON.
        """
        answer = self._answered(
            "POST",
            path,
            content=msgspec.json.encode(body),
            headers={"Content-Type": "application/json"},
        )
        return msgspec.json.decode(answer.content)

    def put_text(self, path: str, body: str, **asked: str | int) -> None:
        """Gives the centre a text.

        Raises:
            InputError: the centre refuses it or does not answer.
        """
        headers = {"Content-Type": "text/plain"}
        self._answered("POST", path, params=asked, content=body.encode(), headers=headers)

    def live(self, subprotocol: str, after: int = 0, run: str = "") -> Iterator[str | bytes]:
        """The messages of the live picture as they come, until the centre ends them.

        Args:
            subprotocol: `glasshield.json.v1` or `glasshield.frames.v1`.
            after: the number of the last event that is known already.
            run: in which run of the centre.

        Raises:
            AwayError: the centre cannot be reached, or the connection breaks.
            InputError: the centre refuses it.
        """
        from websockets.exceptions import (
            ConnectionClosed,
            InvalidHandshake,
            InvalidStatus,
            InvalidURI,
        )
        from websockets.sync.client import connect
        from websockets.typing import Subprotocol

        try:
            with connect(
                f"{self._link.live_url}?after={after}&run={quote(run)}",
                ssl=self._link.context(),
                subprotocols=[Subprotocol(subprotocol)],
                additional_headers=self._authorization(),
                user_agent_header=USER_AGENT,
                open_timeout=_OPEN_S,
                max_size=_LONGEST_MESSAGE,
                proxy=None if self._link.is_loopback else True,
            ) as self._live:
                if not self._is_ended:
                    yield from self._live
        except InvalidStatus as error:
            answer = error.response
            content, status = bytes(answer.body or b""), answer.status_code
            raise refusal(content, status, self._link.live_url) from None
        except ConnectionClosed as error:
            raise away(self._link, error) from None
        except (InvalidHandshake, InvalidURI, OSError) as error:
            raise away(self._link, error) from None

    def _authorization(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._tokens.token()}"}

    def _answered(self, method: str, path: str, **more: Any) -> httpx.Response:
        """An answer that is what was asked for.

        Raises:
            InputError: another one, or none.
        """
        headers = self._authorization() | more.pop("headers", {})
        try:
            answer = self._client.request(method, path, headers=headers, **more)
        except httpx.TransportError as error:
            raise away(self._link, error) from None
        if not answer.is_success:
            raise _refused(answer)
        self.mode = answer.headers.get(MODE_HEADER, "")
        return answer


def _refused(answer: httpx.Response) -> InputError:
    return refusal(answer.content, answer.status_code, str(answer.url))
