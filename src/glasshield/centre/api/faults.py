"""Refusals that are about HTTP itself, and how any refusal becomes an answer."""

from __future__ import annotations

import math
from typing import Final

import msgspec
from starlette.responses import Response

from glasshield.centre.errors import Code, RefusedError, not_found

MEDIA_TYPE: Final = "application/json"
# The sender goes on sending what is not taken: the connection ends with the answer.
_ENDS: Final = frozenset({Code.TOO_LARGE, Code.TOO_SLOW, Code.HEADERS})


def body_of(refused: RefusedError) -> bytes:
    """The bytes of the answer, the same for the same refusal."""
    return msgspec.json.encode(refused.body)


def headers_of(refused: RefusedError) -> dict[str, str]:
    """The headers that go with the answer."""
    headers = {}
    if refused.retry_after_s is not None:
        headers["Retry-After"] = str(math.ceil(refused.retry_after_s))
    if refused.code in _ENDS:
        headers["Connection"] = "close"
    if refused.code in (Code.NOT_KNOWN, Code.NOT_TAKEN):
        headers["WWW-Authenticate"] = "Bearer"
    if refused.code is Code.METHOD:
        headers["Allow"] = refused.expected
    if refused.code is Code.UPGRADE:
        headers |= {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
    return headers


def answer(refused: RefusedError) -> Response:
    """The answer to a request that is refused."""
    return Response(
        body_of(refused), refused.status, headers=headers_of(refused), media_type=MEDIA_TYPE
    )


def of_status(status: int, allowed: str) -> RefusedError:
    """What the server underneath refuses by itself, in our words.

    Args:
        status: 404 or 405; anything else is a fault of the program.
        allowed: the methods of the path, where the status is 405.
    """
    if status == not_found().status:
        return not_found()
    wrong = wrong_method(allowed)
    return wrong if status == wrong.status else internal()


def malformed(what: str, *, where: str = "", expected: str = "", do: str = "") -> RefusedError:
    """Something of the request cannot be read."""
    return RefusedError(Code.BAD_REQUEST, what, where=where, expected=expected, do=do)


def wrong_method(allowed: str) -> RefusedError:
    """The path is there, the method is not."""
    return RefusedError(Code.METHOD, "this is asked in another way", expected=allowed)


def too_large(limit_bytes: int) -> RefusedError:
    """More than is taken."""
    return RefusedError(
        Code.TOO_LARGE,
        "this is too large",
        where="body",
        expected=f"at most {limit_bytes:,} bytes",
        do="send it in parts",
    )


def too_slow(what: str, within_s: float) -> RefusedError:
    """Something did not come in time."""
    return RefusedError(
        Code.TOO_SLOW, "this did not come in time", where=what, expected=f"within {within_s:g} s"
    )


def headers_too_large(limit_bytes: int) -> RefusedError:
    """Headers without an end."""
    return RefusedError(
        Code.HEADERS, "the headers are too large", expected=f"at most {limit_bytes:,} bytes"
    )


def other_type(expected: str) -> RefusedError:
    """A body that nothing here reads."""
    return RefusedError(
        Code.CONTENT_TYPE, "nothing here reads this", where="Content-Type", expected=expected
    )


def no_websocket() -> RefusedError:
    """A place for WebSockets, asked without one."""
    return RefusedError(
        Code.UPGRADE,
        "the live picture comes over a WebSocket",
        where="Upgrade",
        expected="the handshake of RFC 6455, version 13",
    )


def too_many_connections() -> RefusedError:
    """More connections than the server keeps."""
    return RefusedError(
        Code.BUSY, "there are too many connections", do="close some", retry_after_s=1.0
    )


def internal() -> RefusedError:
    """A fault of the program, which says nothing of itself here."""
    return RefusedError(Code.INTERNAL, "the centre made a mistake")
