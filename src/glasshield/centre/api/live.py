"""The live picture over a WebSocket: a message for what changed, the newest only.

A reader that is slow misses pictures in between and holds up nobody. The first message says hello.
What happened comes as text in both subprotocols; pictures come as frames in one, as text in the
other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from glasshield.centre.api import faults, showing, wire
from glasshield.centre.api.calls import Count, allowed, query_of, reader_of
from glasshield.centre.api.frames import SUBPROTOCOL as FRAMES
from glasshield.centre.errors import RefusedError
from glasshield.centre.people.readers import Reader, Right
from glasshield.centre.picture.shown import Shown, ShownEvent
from glasshield.centre.subscriptions import Published, Subscription
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import Mode
from glasshield.messages import text

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

JSON: Final = "glasshield.json.v1"
# Browsers cannot set headers of a WebSocket: the token may be offered as a subprotocol.
BEARER: Final = "glasshield.bearer."

_WITHDRAWN: Final = 1008  # policy violation, RFC 6455, 7.4.1


class LiveQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on somebody is told what happened.

    Attributes:
        after: the number of the last event that the reader knows.
        run: in which run of the centre; another run's numbers count for nothing.
    """

    after: Count = 0
    run: str = ""


@dataclass(slots=True)
class Written:
    """What goes out, each piece of it written once for all readers who see the same.

    A picture that did not change since the tick before is the same object, and so are its bytes.
    Of texts the last one of each viewer is kept: readers who keep up want the same.

    Attributes:
        released: told of a viewer, of what goes out to it, and of how much that is.
    """

    released: Callable[..., object]
    _kept: dict[tuple[str, str], dict[int, tuple[Shown, bytes]]] = field(default_factory=dict)
    _events: dict[str, tuple[tuple[ShownEvent, ...], str]] = field(default_factory=dict)
    _joined: dict[str, tuple[tuple[Instant, tuple[bytes, ...]], str]] = field(default_factory=dict)

    def events(self, viewer: str, events: tuple[ShownEvent, ...]) -> str:
        """The message of events of a viewer, of which there is at least one."""
        before, said = self._events.get(viewer, ((), ""))
        if list(map(id, before)) != list(map(id, events)):
            said = _text(wire.LiveEvents(events=tuple(showing.event(each) for each in events)))
            self.released(viewer, said.encode(), events=len(events))
            self._events[viewer] = events, said
        return said

    def joined(self, published: Published, pictures: tuple[bytes, ...]) -> str:
        """The message of some pictures of a viewer, which are in JSON already."""
        which = published.at, pictures
        before, said = self._joined.get(published.viewer, (None, ""))
        if before != which:
            said = _joined(str(published.at), pictures)
            self._joined[published.viewer] = which, said
        return said

    def pictures(self, published: Published, subprotocol: str) -> dict[int, bytes]:
        """The bytes of each picture of a viewer, by its number."""
        place = (published.viewer, subprotocol)
        before = self._kept.get(place, {})
        now: dict[int, tuple[Shown, bytes]] = {}
        for shown in published.pictures:
            shown_before, data = before.get(shown.picture, (None, b""))
            if shown_before is not shown:
                data = _encoded(shown, subprotocol)
                self.released(published.viewer, data, tracks=len(shown))
            now[shown.picture] = (shown, data)
        self._kept[place] = now
        return {number: data for number, (_, data) in now.items()}


@dataclass(slots=True)
class Sent:
    """What one reader has got so far."""

    subprotocol: str
    event: int
    pictures: dict[int, bytes] = field(default_factory=dict)

    def news(self, published: Published, written: Written) -> Iterator[bytes | str]:
        """The messages that bring the reader up to a tick."""
        events = _after(published.events, self.event)
        if events:
            self.event = events[-1].number
            yield written.events(published.viewer, events)
        pictures = written.pictures(published, self.subprotocol)
        gone = tuple(sorted(self.pictures.keys() - pictures.keys()))
        new = tuple(data for at, data in pictures.items() if self.pictures.get(at) is not data)
        self.pictures = pictures
        if gone:
            yield _text(wire.Gone(pictures=gone))
        if new and self.subprotocol == FRAMES:
            yield b"".join(new)
        elif new:
            yield written.joined(published, new)


def _after(events: tuple[ShownEvent, ...], number: int) -> tuple[ShownEvent, ...]:
    """The events behind a number; their numbers have no gaps."""
    return events[max(number + 1 - events[0].number, 0) :] if events else ()


async def live(websocket: WebSocket, centre: Centre, written: Written) -> None:
    """Answer whoever opens a WebSocket."""
    wake = asyncio.Event()
    wake.set()  # what is there already goes out at once
    try:
        reader = _reader(websocket, centre)
        query = query_of(websocket, LiveQuery)
        subprotocol = subprotocol_of(websocket)
        subscription = centre.subscribe(reader, from_other_threads(wake))
    except RefusedError as refused:
        await websocket.send_denial_response(faults.answer(refused))
        return
    sent = Sent(subprotocol, query.after if query.run == centre.run else 0)
    try:
        await websocket.accept(subprotocol)
        await websocket.send_text(_text(_hello(centre, reader)))
        await first_of(
            _tell(websocket, subscription, wake, lambda news: sent.news(news, written)),
            hear_nothing(websocket),
        )
    except WebSocketDisconnect:
        return  # the reader has gone
    finally:
        subscription.close()


async def _tell(
    websocket: WebSocket,
    subscription: Subscription,
    wake: asyncio.Event,
    news: Callable[[Published], Iterable[bytes | str]],
) -> None:
    """Send what is new as long as the reader may have it."""
    while True:
        await wake.wait()
        wake.clear()
        why = subscription.closed
        if why:
            await websocket.send_text(_text(wire.Goodbye(why=why)))
            await websocket.close(_WITHDRAWN)
            return
        published = subscription.take()
        for message in news(published) if published is not None else ():
            if isinstance(message, bytes):
                await websocket.send_bytes(message)
            else:
                await websocket.send_text(message)


async def hear_nothing(websocket: WebSocket) -> None:
    """Wait until the reader goes, or says something, which there is no use for."""
    message = await websocket.receive()
    if message["type"] != "websocket.disconnect":
        await websocket.close(_WITHDRAWN)


async def first_of(*ways: Coroutine[Any, Any, None]) -> None:
    """Run until one of these ends; the others are given up."""
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()


def from_other_threads(wake: asyncio.Event) -> Callable[[], None]:
    """What sets an event of this thread's loop from any thread."""
    loop = asyncio.get_running_loop()

    def call() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(wake.set)

    return call


def _reader(websocket: WebSocket, centre: Centre) -> Reader:
    """Who asks, by the token in a header or among the subprotocols.

    Raises:
        RefusedError: nobody knows who, or whoever it is sees no picture.
    """
    token = offered_token(websocket)
    if token is None:
        return reader_of(centre, websocket, Right.PICTURE)
    return allowed(centre.reader(token), Right.PICTURE)


def offered_token(websocket: WebSocket) -> str | None:
    """The one token among the subprotocols; None where it has to stand in a header."""
    offered = [each for each in websocket.scope["subprotocols"] if each.startswith(BEARER)]
    if "authorization" in websocket.headers or len(offered) != 1:
        return None
    return offered[0].removeprefix(BEARER)


def subprotocol_of(websocket: WebSocket) -> str:
    """The first of the reader's subprotocols that is spoken here.

    Raises:
        RefusedError: none is.
    """
    for each in websocket.scope["subprotocols"]:
        if each in (FRAMES, JSON):
            return str(each)
    raise faults.malformed(
        "no subprotocol of these is spoken here",
        where="Sec-WebSocket-Protocol",
        expected=f"{FRAMES} or {JSON}",
    )


def _hello(centre: Centre, reader: Reader) -> wire.Hello:
    mode = Mode(centre.mode)
    return wire.Hello(
        mode=mode.value, run=centre.run, viewer=reader.viewer, notice=text("en", f"api.mark.{mode}")
    )


def _encoded(shown: Shown, subprotocol: str) -> bytes:
    if subprotocol == FRAMES:
        return showing.frame(shown)
    return msgspec.json.encode(showing.picture(shown))


def _joined(at: str, pictures: Iterable[bytes]) -> str:
    """A message of pictures that are written already."""
    message = {"type": "pictures", "at": at, "pictures": [msgspec.Raw(each) for each in pictures]}
    return msgspec.json.encode(message).decode()


def _text(message: wire.LiveMessage) -> str:
    return msgspec.json.encode(message).decode()
