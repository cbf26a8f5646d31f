"""What people do at the centre: remarks, acknowledgements, requests and what is granted."""

from __future__ import annotations

from typing import Final

import msgspec
from starlette.responses import Response

from glasshield.centre import bodies
from glasshield.centre.api import faults, showing, wire
from glasshield.centre.api.calls import JSON, Call, decoded, json_answer, result
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
    return json_answer(wire.Acts(acts=call.centre.acts(call.reader)))


async def requests(call: Call) -> Response:
    """What was asked of owners, and what became of it."""
    return json_answer(wire.Requests(requests=call.centre.requests(call.reader)))


async def grant(call: Call) -> Response:
    """The extract that an owner released."""
    request = call.request.path_params["request"]
    tracks = await result(call.centre.granted(call.reader, request))
    body = msgspec.json.encode(showing.extract(tracks, Mode(call.centre.mode), request))
    call.centre.released(call.reader.viewer, body, tracks=len(tracks))
    return Response(body, media_type=JSON)
