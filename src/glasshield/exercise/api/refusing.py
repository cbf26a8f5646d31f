"""Refusals of an exercise as answers of HTTP: the shape of the centre's, and why in a word.

The word is for whoever says it in another language.
"""

from __future__ import annotations

from typing import Final, Literal

import msgspec
from starlette.responses import Response

from glasshield.centre.api import faults
from glasshield.centre.errors import Code, RefusedError
from glasshield.errors import InputError
from glasshield.exercise import errors

Why = errors.Code | Literal["", "controller"]

_CODES: Final[dict[errors.Code, Code]] = {
    "late": Code.OUT_OF_ORDER,
    "not-yours": Code.NOT_ALLOWED,
    "answered": Code.OUT_OF_ORDER,
    "unknown": Code.NOT_FOUND,
    "over": Code.OUT_OF_ORDER,
    "cut": Code.OUT_OF_ORDER,
}


class RoomFault(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was not done.

    Attributes:
        code: the kind of refusal.
        why: the reason in a word; empty where it is no matter of the exercise.
        what: is wrong.
        where: it is.
        expected: in its place.
        do: what to do next.
    """

    code: Code
    why: Why
    what: str
    where: str
    expected: str
    do: str


class RoomError(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is not what was asked for."""

    error: RoomFault


class RoomRefusedError(RefusedError):
    """Something that a room does not do.

    Attributes:
        why: in a word.
    """

    def __init__(self, code: Code, why: Why, what: str, *, where: str = "", do: str = "") -> None:
        self.why: Why = why
        super().__init__(code, what, where=where, do=do)


def told(error: InputError) -> RefusedError:
    """An error of the exercise in the words for whoever asked."""
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, errors.Refused):
        return RoomRefusedError(
            _CODES[error.code], error.code, error.what, where=error.where, do=error.do
        )
    return RefusedError(
        Code.BAD_BODY, error.what, where=error.where, expected=error.expected, do=error.do
    )


def answer(refused: RefusedError) -> Response:
    """The answer to a request that is refused."""
    fault = RoomFault(
        code=refused.code,
        why=refused.why if isinstance(refused, RoomRefusedError) else "",
        what=refused.what,
        where=refused.where,
        expected=refused.expected,
        do=refused.do,
    )
    body = msgspec.json.encode(RoomError(error=fault))
    headers = faults.headers_of(refused)
    return Response(body, refused.status, headers=headers, media_type=faults.MEDIA_TYPE)
