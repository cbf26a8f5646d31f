"""A room over a WebSocket: the live picture's messages, and beside them clock, desk and records.

Of pictures, clock, desk and objects the newest alone is sent; of records every one. A reader that
comes again names the last one that it has, and gets those behind it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from glasshield.centre.api import faults
from glasshield.centre.api import wire as live
from glasshield.centre.api.calls import Count, query_of, token_of
from glasshield.centre.api.live import (
    Sent,
    Written,
    first_of,
    from_other_threads,
    hear_nothing,
    offered_token,
    subprotocol_of,
)
from glasshield.centre.errors import RefusedError
from glasshield.exchange.release.terms import Mode
from glasshield.exercise.api import wire
from glasshield.exercise.api.entering import Doors
from glasshield.exercise.api.rooms import Now, Place
from glasshield.exercise.api.stepping import Stepper
from glasshield.messages import text

_AT_ONCE: Final = 200  # records in one message


class LineQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on a room is told what happened.

    Attributes:
        after: the number of the last event that the reader knows.
        record: the number of the last record.
        run: of which run both are; another run's numbers count for nothing.
    """

    after: Count = 0
    record: Count = 0
    run: str = ""


@dataclass(slots=True)
class Told:
    """What one reader of a room has been sent."""

    subprotocol: str
    query: LineQuery
    run: str = ""
    record: int = 0
    live: Sent | None = None
    clock: wire.Clock | None = None
    desk: wire.Desk | None = None
    objects: wire.Objects | None = None

    def news(self, now: Now, written: Written) -> Iterator[bytes | str]:
        """The messages that bring the reader up to a moment."""
        if self.live is None or self.run != now.room.run:
            yield from self._begin(now)
        assert self.live is not None
        if self.clock != now.clock:
            self.clock = now.clock
            yield _text(now.clock)
        yield from self.live.news(now.published, written)
        while self.record < now.count:
            last = min(self.record + _AT_ONCE, now.count)
            yield _text(wire.Records(records=tuple(now.records[self.record : last])))
            self.record = last
        if self.desk is not now.desk:
            self.desk = now.desk
            yield _text(now.desk)
        if self.objects is not now.objects:
            self.objects = now.objects
            yield _text(now.objects)

    def _begin(self, now: Now) -> Iterator[str]:
        """A run that this reader has heard nothing of, unless it says so."""
        self.run = now.room.run
        is_known = self.query.run == self.run
        self.live = Sent(self.subprotocol, self.query.after if is_known else 0)
        self.record = min(self.query.record, now.count) if is_known else 0
        self.clock, self.desk, self.objects = None, None, None
        yield _text(
            live.Hello(
                mode=Mode.EXERCISE.value,
                run=self.run,
                viewer=now.room.room,
                notice=text("en", f"api.mark.{Mode.EXERCISE}"),
            )
        )
        yield _text(now.room)


async def line(websocket: WebSocket, doors: Doors, stepper: Stepper, written: Written) -> None:
    """Answer whoever opens a WebSocket."""
    wake = asyncio.Event()
    wake.set()  # what is there already goes out at once
    try:
        token = offered_token(websocket)
        place = stepper.places[doors.room(token_of(websocket) if token is None else token)]
        told = Told(subprotocol_of(websocket), query_of(websocket, LineQuery))
    except RefusedError as refused:
        await websocket.send_denial_response(faults.answer(refused))
        return
    end = place.listen(from_other_threads(wake))
    try:
        await websocket.accept(told.subprotocol)
        await first_of(_tell(websocket, place, wake, told, written), hear_nothing(websocket))
    except WebSocketDisconnect:
        return  # the reader has gone
    finally:
        end()


async def _tell(
    websocket: WebSocket, place: Place, wake: asyncio.Event, told: Told, written: Written
) -> None:
    """Send what is new for as long as somebody reads."""
    while True:
        await wake.wait()
        wake.clear()
        for message in told.news(place.now, written):
            if isinstance(message, bytes):
                await websocket.send_bytes(message)
            else:
                await websocket.send_text(message)


def _text(message: wire.RoomMessage | live.LiveMessage) -> str:
    return msgspec.json.encode(message).decode()
