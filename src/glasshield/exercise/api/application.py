"""The rooms as an application: the paths of the centre's live picture, and one for what is done.

GET  /                    the page; no token
GET  /globe/{file}        what the page is made of; no token
GET  /healthz             whether the exercise goes on; no token
GET  /schema.json         the form of all that is sent; no token
WS   /v1/live             a room: pictures, events, clock, desk, records
GET  /v1/setting          who stands where, who answers for what: a view document
GET  /v1/pictures         its pictures with all of their numbers
GET  /v1/events           what its pictures told it
GET  /v1/notices          the notices that were given to all
GET  /v1/rules/explain    what a party would see of an object, and why
POST /v1/acts             answer, say, inject; go, pause, step, rewind
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from glasshield.centre.api import faults, showing
from glasshield.centre.api import wire as live
from glasshield.centre.api.calls import JSON, NoQuery, query_of, token_of
from glasshield.centre.api.explaining import Asked, When, explained
from glasshield.centre.api.globe import Assets
from glasshield.centre.api.guarding import Guarded
from glasshield.centre.api.live import Written
from glasshield.centre.api.looking import After
from glasshield.errors import InputError
from glasshield.exchange.notices.files import to_json
from glasshield.exchange.release.terms import Mode
from glasshield.exercise.api import acting, refusing, schema
from glasshield.exercise.api.entering import Doors
from glasshield.exercise.api.lines import line
from glasshield.exercise.api.page import Page
from glasshield.exercise.api.rooms import Now
from glasshield.exercise.api.stepping import Stepper

LIVE = "/v1/live"
_MODE = Mode.EXERCISE

S = TypeVar("S", bound=msgspec.Struct)
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Rooms:
    """What the paths of the rooms answer.

    Attributes:
        doors: who comes into which room.
        stepper: that has the exercise in hand.
        settings: the view document of the exercise as each room is shown it.
    """

    doors: Doors
    stepper: Stepper
    settings: Mapping[str, bytes]

    async def agreed(self, request: Request) -> Response:
        """The setting of the exercise."""
        room = self._room(request)
        query_of(request, NoQuery)
        return Response(self.settings[room], media_type=JSON)

    async def pictures(self, request: Request) -> Response:
        """All pictures of a room as they are now."""
        now = self._now(request, NoQuery)[1]
        published = now.published
        return _json(
            live.Pictures(
                mode=_MODE.value,
                run=published.run,
                at=str(published.at),
                pictures=tuple(showing.picture(each) for each in published.pictures),
            )
        )

    async def events(self, request: Request) -> Response:
        """What its pictures told a room."""
        query, now = self._now(request, After)
        found = [each for each in now.published.events if each.number > query.after]
        return _json(
            live.Events(
                mode=_MODE.value,
                run=now.published.run,
                events=tuple(showing.event(each) for each in found),
            )
        )

    async def notices(self, request: Request) -> Response:
        """The notices that were given, which are for all."""
        now = self._now(request, NoQuery)[1]
        found = tuple(
            live.NoticeBody(
                party=each.party, received=str(each.received), notice=to_json(each.notice)
            )
            for each in now.notices
        )
        return _json(live.Notices(mode=_MODE.value, notices=found))

    async def explain(self, request: Request) -> Response:
        """What a party would see of an object, and why."""
        query, now = self._now(request, Asked)
        when = When(_MODE, now.published.at)
        return _json(explained(query, now.reader, now.rules, when))

    async def act(self, request: Request) -> Response:
        """Does something."""
        return _json(await acting.act(request, self._room(request), self.stepper))

    def _room(self, request: Request) -> str:
        """The room whose token a request has.

        Raises:
            RefusedError: none.
        """
        return self.doors.room(token_of(request))

    def _now(self, request: Request, query: type[S]) -> tuple[S, Now]:
        """What is asked, and what the room of whoever asks is shown.

        Raises:
            RefusedError: no token, or a query that cannot be.
        """
        place = self.stepper.places[self._room(request)]
        return query_of(request, query), place.now


def application(rooms: Rooms, page: Page, assets: Assets) -> ASGIApp:
    """The rooms of an exercise.

    Args:
        rooms: what their paths answer.
        page: for browsers.
        assets: what it is made of.
    """
    doors, stepper, written = rooms.doors, rooms.stepper, Written(lambda *_, **__: None)

    async def opened(websocket: WebSocket) -> None:
        await line(websocket, doors, stepper, written)

    async def plain(request: Request) -> Response:
        del request
        raise faults.no_websocket()

    async def health(request: Request) -> Response:
        del request
        state = next(iter(stepper.places.values())).now.clock.state
        return _json({"state": "failing" if state == "failed" else "good", "mode": _MODE.value})

    async def forms(request: Request) -> Response:
        del request
        return _json(schema.schema())

    gets: dict[str, Handler] = {
        "/": page.page,
        "/globe/{file}": assets.file,
        "/healthz": health,
        "/schema.json": forms,
        LIVE: plain,
        "/v1/setting": rooms.agreed,
        "/v1/pictures": rooms.pictures,
        "/v1/events": rooms.events,
        "/v1/notices": rooms.notices,
        "/v1/rules/explain": rooms.explain,
    }
    app = Starlette(
        routes=[
            WebSocketRoute(LIVE, opened),
            *(Route(path, handler, methods=["GET"]) for path, handler in gets.items()),
            Route("/v1/acts", rooms.act, methods=["POST"]),
        ],
        exception_handlers={
            InputError: _refused,
            HTTPException: _of_http,
            ClientDisconnect: _gone,
            Exception: _broken,
        },
    )
    app.router.redirect_slashes = False  # a path that is not there is nowhere
    return Guarded(app, _MODE)


async def _refused(request: Request, error: Exception) -> Response:
    """A refusal in the one shape."""
    del request
    assert isinstance(error, InputError)
    return refusing.answer(refusing.told(error))


async def _of_http(request: Request, error: Exception) -> Response:
    """What the server underneath refuses."""
    del request
    assert isinstance(error, HTTPException)
    allowed = (error.headers or {}).get("Allow", "")
    return refusing.answer(faults.of_status(error.status_code, allowed))


async def _gone(request: Request, error: Exception) -> Response:
    """Nobody is there to read an answer."""
    del request, error
    return refusing.answer(faults.malformed("the request ended before its body"))


async def _broken(request: Request, error: Exception) -> Response:
    """A fault of the program: the server writes down which, the answer does not say."""
    del request, error
    return refusing.answer(faults.internal())


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type=JSON)
