"""How the centre is, and what can be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final, Literal

import msgspec
from starlette.responses import Response

from glasshield.centre.api.calls import JSON, Call, Endpoint, reader_of
from glasshield.centre.api.openapi import document, schema
from glasshield.centre.health import Health
from glasshield.centre.people.readers import Right

METRICS: Final = "text/plain; version=0.0.4; charset=utf-8"
_FAILING: Final[Literal["failing"]] = "failing"


async def health(call: Call) -> Response:
    """Whether the centre works; to those who run it, a word about each of its parts.

    To others the words would tell what parties do: that one sends too much, who is linked.
    """
    found = call.centre.health()
    works = found.state != _FAILING
    if "authorization" in call.request.headers:
        reader_of(call.centre, call.request, Right.HEALTH)
    elif not _is_open(call):
        found = Health(state="good" if works else _FAILING, mode=found.mode, parts={})
    status = HTTPStatus.OK if works else HTTPStatus.SERVICE_UNAVAILABLE
    return Response(msgspec.json.encode(found), status, media_type=JSON)


def _is_open(call: Call) -> bool:
    """Whether everybody who reaches this centre runs it."""
    return call.centre.config.demo and call.centre.config.listen.is_loopback


async def metrics(call: Call) -> Response:
    """Counts and times in the text format of Prometheus."""
    if not _is_open(call):
        reader_of(call.centre, call.request, Right.METRICS)
    return Response(call.centre.metrics.text(), headers={"Content-Type": METRICS})


@dataclass(slots=True)
class Described:
    """The description of the interface, made when it is first asked for.

    Attributes:
        name: of the centre.
        table: of all endpoints, those of the description among them.
    """

    name: str
    table: Sequence[Endpoint] = ()
    _written: dict[str, bytes] = field(default_factory=dict)

    async def openapi(self, call: Call) -> Response:
        """All that can be asked."""
        del call
        return self._answer("openapi", lambda: document(self.table, self.name))

    async def schema(self, call: Call) -> Response:
        """The form of all that is sent."""
        del call
        return self._answer("schema", lambda: schema(self.table))

    def _answer(self, what: str, make: Callable[[], Any]) -> Response:
        if what not in self._written:
            self._written[what] = msgspec.json.encode(make())
        return Response(self._written[what], media_type=JSON)
