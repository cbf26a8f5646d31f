"""What parties send: batches that they signed, refused by their headers where that is possible."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from glasshield.centre import bodies
from glasshield.centre.api import faults
from glasshield.centre.api.calls import Call, json_answer, result
from glasshield.centre.api.reading import BodyLimits, body_of, check_announced
from glasshield.exchange.batches import HTTP_HEADER, HTTP_SIGNATURE, SignedBatch, from_http

# A session is asked for without a body, or with next to none.
_SESSION_BYTES: Final = 1024


class _Named(msgspec.Struct):
    """What the header of a batch says of its body, as far as it matters here."""

    content_type: str


async def batches(call: Call) -> Response:
    """Takes detections or tracks."""
    return await _taken(call, bodies.DATA_TYPES)


async def rules(call: Call) -> Response:
    """Puts the rules of a party into force."""
    return await _taken(call, (bodies.RULES,))


async def notices(call: Call) -> Response:
    """Takes a notice."""
    return await _taken(call, (bodies.NOTICE,))


async def session(call: Call) -> Response:
    """Gives a party a token with which it reads."""
    parts = await _parts(call, (bodies.SESSION_TYPE,), BodyLimits(_SESSION_BYTES))
    # It is on disk before it is given out: others must not wait for that.
    return json_answer(await run_in_threadpool(call.centre.session, parts, call.via))


async def _taken(call: Call, types: Collection[str]) -> Response:
    limits = BodyLimits(call.centre.config.limits.body_bytes)
    parts = await _parts(call, types, limits)
    return json_answer(await result(call.centre.receive(parts, call.via)))


async def _parts(call: Call, types: Collection[str], limits: BodyLimits) -> SignedBatch:
    """A batch whose header a party here signed.

    Raises:
        RefusedError: another, mostly before its body was read.
    """
    request = call.request
    header, signature = (_single(call, name) for name in (HTTP_HEADER, HTTP_SIGNATURE))
    check_announced(request, limits)
    call.centre.may_send(header, signature, call.via)
    parts = from_http(header, signature, b"")
    assert isinstance(parts, SignedBatch)  # may_send has refused what is none
    said = msgspec.json.decode(parts.header, type=_Named).content_type
    if said.split(";")[0] not in types or request.headers.get("content-type", said) != said:
        raise faults.other_type(f"{' or '.join(sorted(types))}, here as in {HTTP_HEADER}")
    return SignedBatch(parts.header, parts.signature, await body_of(request, limits))


def _single(call: Call, name: str) -> str:
    """The value of a header; empty where it is missing or stands there twice."""
    values = call.request.headers.getlist(name)
    return values[0] if len(values) == 1 else ""
