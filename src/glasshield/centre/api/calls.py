"""A request as its handler gets it: who asks is known, and what is asked was checked."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, TypeVar, get_args, get_origin

import msgspec
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from glasshield.catalog.wording import fault
from glasshield.centre.api import faults, wrong
from glasshield.centre.errors import Code, not_allowed, not_found, not_known
from glasshield.centre.people.readers import Reader, Right

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

# Beyond it numbers of JSON are not whole everywhere (RFC 8259, 6).
_MOST: Final = 2**53 - 1
Count = Annotated[int, msgspec.Meta(ge=0, le=_MOST)]
Number = Annotated[int, msgspec.Meta(ge=1, le=_MOST)]

JSON: Final = "application/json"
BINARY: Final = "application/octet-stream"
# Numbers in paths: more digits than any object or picture has are nowhere.
_MOST_DIGITS: Final = 15
_BEARER: Final = "Bearer "

T = TypeVar("T")
S = TypeVar("S", bound=msgspec.Struct)


class NoQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A query that is empty."""


@dataclass(frozen=True, slots=True)
class Call:
    """A request whose sender is known and whose query was checked.

    Attributes:
        centre: that answers.
        request: as it came.
        query: of the endpoint's type.
        sender: who reads; None where nobody has to be known.
    """

    centre: Centre
    request: Request
    query: Any
    sender: Reader | None = None

    @property
    def reader(self) -> Reader:
        """Who reads."""
        assert self.sender is not None  # the endpoint asks for a right
        return self.sender

    @property
    def via(self) -> str:
        """The address from which the request came."""
        return self.request.client.host if self.request.client else ""

    def number(self, name: str) -> int:
        """A number from the path.

        Raises:
            RefusedError: no number, or none that anything has.
        """
        text = self.request.path_params[name]
        if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
            raise not_found()
        return int(text)


Handler = Callable[[Call], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One thing that can be asked.

    Attributes:
        method: of HTTP.
        path: with the names of its parts in braces.
        name: by which programs call it.
        summary: what it gives, in a sentence.
        handler: that answers.
        right: what whoever asks must be allowed; None where nobody has to be known.
        signed: whether the body is a batch that a party signed.
        query: the type of its query.
        takes: the types of bodies by their content types; None for a body without a schema.
        gives: likewise of answers.
        refusals: the codes of refusals beside those that its other properties bring.
        beside: what other statuses mean whose answers are no refusals.
        path_values: the values that a text in the path may have.
    """

    method: str
    path: str
    name: str
    summary: str
    handler: Handler
    right: Right | None = None
    signed: bool = False
    query: type[msgspec.Struct] = NoQuery
    takes: Mapping[str, Any] = field(default_factory=dict)
    gives: Mapping[str, Any] = field(default_factory=dict)
    refusals: tuple[Code, ...] = ()
    beside: Mapping[int, str] = field(default_factory=dict)
    path_values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def json_answer(value: Any) -> Response:
    """An answer in JSON."""
    return Response(msgspec.json.encode(value), media_type=JSON)


def released(call: Call, value: Any, **counts: int) -> Response:
    """An answer in JSON that the log counts as released."""
    data = msgspec.json.encode(value)
    call.centre.released(call.reader.viewer, data, **counts)
    return Response(data, media_type=JSON)


async def result(future: Future[T]) -> T:
    """What comes of something that another thread does."""
    return await asyncio.wrap_future(future)


def reader_of(centre: Centre, connection: HTTPConnection, right: Right) -> Reader:
    """Who asks, by the token of the request.

    Raises:
        RefusedError: nobody knows who, or whoever it is may not.
    """
    return allowed(centre.reader(token_of(connection)), right)


def token_of(connection: HTTPConnection) -> str:
    """The token of a request.

    Raises:
        RefusedError: there is none.
    """
    given = connection.headers.getlist("authorization")
    if len(given) != 1 or not given[0].startswith(_BEARER):
        raise not_known()
    return given[0].removeprefix(_BEARER)


def allowed(reader: Reader, right: Right) -> Reader:
    """The same reader, who may do something.

    Raises:
        RefusedError: the reader may not.
    """
    if not reader.may(right):
        raise not_allowed()
    return reader


def query_of(connection: HTTPConnection, type_: type[S]) -> S:
    """The query of a request as a value.

    Raises:
        RefusedError: unknown, missing or repeated keys, and values that cannot be.
    """
    pairs = connection.query_params.multi_items()
    given = dict(pairs)
    if len(given) != len(pairs):
        raise faults.malformed("a key of the query stands there twice", where="query")
    try:
        return msgspec.convert(given, type_, strict=False)
    except msgspec.ValidationError as error:
        found = fault(type_, "query", str(error))
        bound = wrong.expected(str(error))
        raise faults.malformed(
            found.what.partition(": expected ")[0],
            where="query",
            expected=_words(type_, found.path) or found.expected or bound,
            do=found.do or "see this path at /openapi.json",
        ) from None


def _words(type_: type[msgspec.Struct], path: tuple[str, ...]) -> str:
    """The words that a key of a query takes; empty where it takes any text."""
    types = [each.type for each in msgspec.structs.fields(type_) if (each.name,) == path]
    parts = [part for each in types for part in (each, *get_args(each))]
    words = [str(word) for part in parts if get_origin(part) is Literal for word in get_args(part)]
    return f"one of {', '.join(words)}" if words else ""


def decoded(body: bytes, type_: Any) -> Any:
    """A body in JSON as a value.

    Raises:
        RefusedError: no JSON, or not what it should hold.
    """
    try:
        return msgspec.json.decode(body, type=type_)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise faults.malformed(
            "this is not what the body should be",
            where=wrong.place(str(error), "body"),
            expected=wrong.expected(str(error)),
            do=wrong.FORM,
        ) from None
