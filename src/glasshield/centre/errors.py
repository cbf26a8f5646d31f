"""What the centre answers when it does not do what was asked: one shape, whoever asks.

    {"error": {"code": ..., "what": ..., "where": ..., "expected": ..., "do": ...}}

A code says what kind of answer it is, and which HTTP status goes with it. What is not there and
what is not for whoever asks are the same answer, to the byte.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from glasshield.centre.log.store import StoreError, Trouble
from glasshield.errors import GlasshieldError, InputError


class Code(StrEnum):
    """A kind of refusal."""

    NOT_TAKEN = "not-taken"  # a signed batch, whatever is wrong with its signature
    BAD_BODY = "bad-body"  # signed, and cannot be read
    BAD_REQUEST = "bad-request"
    NOT_KNOWN = "not-known"  # no token, or none that is good
    NOT_ALLOWED = "not-allowed"  # this role may not do that
    NOT_FOUND = "not-found"
    METHOD = "method-not-allowed"
    OUT_OF_ORDER = "out-of-order"  # a sequence that is not above the last one
    TOO_LARGE = "too-large"
    CONTENT_TYPE = "content-type"
    TOO_MANY = "too-many"  # a rate is exceeded
    BUSY = "busy"  # more comes than the centre takes
    STORE = "store"  # the store takes nothing now
    INTERNAL = "internal"
    TOO_SLOW = "too-slow"  # the request took too long to come
    UPGRADE = "upgrade-required"
    HEADERS = "headers-too-large"


STATUS: Final = {
    Code.NOT_TAKEN: 401,
    Code.BAD_BODY: 422,
    Code.BAD_REQUEST: 400,
    Code.NOT_KNOWN: 401,
    Code.NOT_ALLOWED: 403,
    Code.NOT_FOUND: 404,
    Code.METHOD: 405,
    Code.OUT_OF_ORDER: 409,
    Code.TOO_LARGE: 413,
    Code.CONTENT_TYPE: 415,
    Code.TOO_MANY: 429,
    Code.BUSY: 503,
    Code.STORE: 503,
    Code.INTERNAL: 500,
    Code.TOO_SLOW: 408,
    Code.UPGRADE: 426,
    Code.HEADERS: 431,
}


# What to do where nothing better is said; in an answer it is never empty.
_DO: Final = {
    Code.NOT_TAKEN: "sign it anew, with a key that the centre knows and the time of now",
    Code.BAD_BODY: "mend it and send it again",
    Code.BAD_REQUEST: "mend the request; /openapi.json describes it",
    Code.NOT_KNOWN: "ask the centre for another",
    Code.NOT_ALLOWED: "ask for what your role may",
    Code.NOT_FOUND: "see the list at /openapi.json",
    Code.METHOD: "ask in one of the ways that Allow names",
    Code.OUT_OF_ORDER: "see what stands there by now",
    Code.TOO_LARGE: "send it in parts",
    Code.CONTENT_TYPE: "send it in a form that is read here",
    Code.TOO_MANY: "send it again when Retry-After says",
    Code.BUSY: "send it again when Retry-After says",
    Code.STORE: "send it again later",
    Code.INTERNAL: "try again later; whoever runs the centre finds the reason in what it wrote",
    Code.TOO_SLOW: "send it again over a better line, or less at a time",
    Code.UPGRADE: "open it as a WebSocket",
    Code.HEADERS: "send fewer or shorter headers",
}


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was not done.

    Attributes:
        code: the kind of refusal.
        what: is wrong.
        where: it is, such as a key of the body.
        expected: in its place.
        do: what to do next.
    """

    code: Code
    what: str
    where: str = ""
    expected: str = ""
    do: str = ""


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is not what was asked for."""

    error: Fault


class RefusedError(InputError):
    """Something that the centre does not do.

    Attributes:
        code: the kind of refusal.
        retry_after_s: when to try again, where that helps.
    """

    def __init__(
        self,
        code: Code,
        what: str,
        *,
        where: str = "",
        expected: str = "",
        do: str = "",
        retry_after_s: float | None = None,
    ) -> None:
        self.code, self.retry_after_s = code, retry_after_s
        super().__init__(what, where=where, expected=expected, do=do or _DO[code])

    @property
    def status(self) -> int:
        """The HTTP status of the answer."""
        return STATUS[self.code]

    @property
    def body(self) -> ErrorBody:
        """The body of the answer."""
        fault = Fault(
            code=self.code, what=self.what, where=self.where, expected=self.expected, do=self.do
        )
        return ErrorBody(error=fault)


_RETRY_S: Final = {Trouble.BUSY: 1.0}
_RETRY_LATER_S: Final = 5.0


def not_found() -> RefusedError:
    """The one answer for what is not there and for what is not for whoever asks."""
    return RefusedError(Code.NOT_FOUND, "there is nothing here", do="see the list at /openapi.json")


def not_known() -> RefusedError:
    """The one answer for a token that is missing, wrong, expired or withdrawn."""
    return RefusedError(
        Code.NOT_KNOWN,
        "nobody is known by this token",
        where="Authorization",
        expected="Bearer and a token that has not expired",
        do="ask the centre for another",
    )


def not_allowed() -> RefusedError:
    """The one answer for what a role may not do."""
    return RefusedError(
        Code.NOT_ALLOWED,
        "your role may not do this",
        do="ask for what your role may; an auditor reads the log: glasshield log export",
    )


def told(error: GlasshieldError) -> RefusedError:
    """An error in the words for whoever asked; places inside the centre are left out."""
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, StoreError):
        code = Code.BUSY if error.trouble is Trouble.BUSY else Code.STORE
        return RefusedError(
            code,
            "the centre keeps nothing now" if code is Code.STORE else "more comes than is taken",
            do="send it again later; nothing that was acknowledged is lost",
            retry_after_s=_RETRY_S.get(error.trouble, _RETRY_LATER_S),
        )
    return RefusedError(
        Code.BAD_BODY, error.what, where=error.where, expected=error.expected, do=error.do
    )
