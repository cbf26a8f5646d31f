"""The interface as an application: routes from the table, one answer to all that goes wrong."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from glasshield.centre.api import faults
from glasshield.centre.api.calls import Call, Endpoint, query_of, reader_of
from glasshield.centre.api.endpoints import LIVE, endpoints
from glasshield.centre.api.guarding import Guarded
from glasshield.centre.api.live import Written, live
from glasshield.centre.api.turns import Turns
from glasshield.centre.errors import RefusedError, told
from glasshield.centre.log.clock import SystemClock
from glasshield.centre.log.store import StoreError
from glasshield.exchange.release.terms import Mode

if TYPE_CHECKING:
    from glasshield.centre.service import Centre


def application(centre: Centre) -> ASGIApp:
    """The interface of a centre."""
    written = Written(centre.released)

    async def opened(websocket: WebSocket) -> None:
        await live(websocket, centre, written)

    async def plain(request: Request) -> Response:
        del request
        raise faults.no_websocket()

    app = Starlette(
        routes=[
            *_routes(centre),
            WebSocketRoute(LIVE, opened),
            Route(LIVE, plain, methods=["GET"]),
        ],
        exception_handlers={
            RefusedError: _refused,
            StoreError: _of_store,
            HTTPException: _of_http,
            ClientDisconnect: _gone,
            Exception: _broken,
        },
    )
    app.router.redirect_slashes = False  # a path that is not there is nowhere
    return Guarded(app, Mode(centre.mode))


def _routes(centre: Centre) -> list[BaseRoute]:
    """A route for each path, so that what a path does not take is answered with what it does."""
    by_path: dict[str, dict[str, Endpoint]] = {}
    turns = Turns(centre.config.limits, SystemClock())
    for endpoint in endpoints(centre):
        by_path.setdefault(endpoint.path, {})[endpoint.method] = endpoint
    return [
        Route(path, _handled(centre, methods, turns), methods=list(methods))
        for path, methods in by_path.items()
    ]


def _handled(
    centre: Centre, methods: dict[str, Endpoint], turns: Turns
) -> Callable[[Request], Awaitable[Response]]:
    """What answers requests for a path."""

    async def handle(request: Request) -> Response:
        method = "GET" if request.method == "HEAD" else request.method
        endpoint = methods[method]
        query = query_of(request, endpoint.query)
        if endpoint.right is None:
            return await endpoint.handler(Call(centre, request, query, None))
        reader = reader_of(centre, request, endpoint.right)
        call = Call(centre, request, query, reader)
        async with turns.of(reader.id):
            answer = await endpoint.handler(call)
            if isinstance(answer, StreamingResponse):
                answer.body_iterator = turns.paced(reader.id, answer.body_iterator)
            else:
                turns.answered(reader.id, len(answer.body))
        return answer

    return handle


async def _refused(request: Request, error: Exception) -> Response:
    """A refusal in the one shape."""
    del request
    assert isinstance(error, RefusedError)
    return faults.answer(error)


async def _of_store(request: Request, error: Exception) -> Response:
    """A store that takes or gives nothing."""
    del request
    assert isinstance(error, StoreError)
    return faults.answer(told(error))


async def _of_http(request: Request, error: Exception) -> Response:
    """What the server underneath refuses."""
    del request
    assert isinstance(error, HTTPException)
    allowed = (error.headers or {}).get("Allow", "")
    return faults.answer(faults.of_status(error.status_code, allowed))


async def _gone(request: Request, error: Exception) -> Response:
    """Nobody is there to read an answer."""
    del request, error
    return faults.answer(faults.malformed("the request ended before its body"))


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of the program: the server writes down which, the answer does not say."""
    del request, error
    return faults.answer(faults.internal())
