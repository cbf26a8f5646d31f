"""What people do at the centre: remarks, requests and what is granted, consultations."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from glasshield.centre import bodies
from glasshield.centre.api import faults, showing, wire
from glasshield.centre.api.calls import JSON, Call, decoded, json_answer, released, result
from glasshield.centre.api.reading import BodyLimits, body_of
from glasshield.exchange.release.terms import Mode

_ACT: Final = BodyLimits(16 << 10, 10.0)


async def act(call: Call) -> Response:
    """Does something."""
    if call.request.headers.get("content-type", JSON).split(";")[0] != JSON:
        raise faults.other_type(JSON)
    done = decoded(await body_of(call.request, _ACT), bodies.Act)
    return json_answer(await result(call.centre.act(call.reader, done)))


async def acts(call: Call) -> Response:
    """What was done, as far as the reader sees it."""
    found = call.centre.acts(call.reader)
    return released(call, wire.Acts(acts=found), acts=len(found))


async def requests(call: Call) -> Response:
    """What was asked of owners, and what became of it."""
    found = call.centre.requests(call.reader)
    return released(call, wire.Requests(requests=found), requests=len(found))


async def consultations(call: Call) -> Response:
    """What parties were asked, and what they answered."""
    found = call.centre.consultations(call.reader)
    body = wire.Consultations(consultations=found)
    return released(call, body, consultations=len(found))


async def grant(call: Call) -> Response:
    """The extract that an owner released."""
    request = call.request.path_params["request"]
    tracks = await result(call.centre.granted(call.reader, request))
    body = showing.extract(tracks, Mode(call.centre.mode), request)
    return released(call, body, tracks=len(tracks))
