"""Looks into the rooms of an exercise that is served, and does things there, as a program does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import msgspec
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from glasshield.centre.api import wire as live
from glasshield.centre.api.live import JSON
from glasshield.exercise.api import wire
from glasshield.exercise.api.refusing import RoomError
from glasshield.exercise.api.serving import Served

WAIT_S = 30.0  # for what takes a second on a machine with nothing else to do
_MESSAGES: msgspec.json.Decoder[live.LiveMessage | wire.RoomMessage] = msgspec.json.Decoder(
    live.LiveMessage | wire.RoomMessage
)


@dataclass
class Looker:
    """Somebody who looks into a room.

    Attributes:
        line: that was opened.
        room: which it is.
        clock: the last that came.
        desk: likewise.
        objects: likewise.
        records: all that came in the run of now.
        events: likewise.
        pictures: by number, as they are.
        rooms: how often another run began.
    """

    line: ClientConnection
    room: wire.Room | None = None
    clock: wire.Clock | None = None
    desk: wire.Desk = field(
        default_factory=lambda: wire.Desk(
            questions=(), proposals=(), shots=(), tasks=(), failures=()
        )
    )
    objects: tuple[wire.ObjectBody, ...] = ()
    records: list[wire.RecordBody] = field(default_factory=list)
    events: list[live.EventBody] = field(default_factory=list)
    pictures: dict[int, live.Picture] = field(default_factory=dict)
    rooms: int = 0

    def until(self, holds: Callable[[Looker], Any]) -> Looker:
        """Takes what comes until something holds."""
        end_s = time.monotonic() + WAIT_S
        while not holds(self):
            left_s = end_s - time.monotonic()
            assert left_s > 0.0, (self.clock, self.desk)
            self._take(_MESSAGES.decode(self.line.recv(left_s)))
        return self

    @property
    def second(self) -> int:
        """Up to which the exercise has come."""
        return -1 if self.clock is None else self.clock.second

    @property
    def state(self) -> str:
        """What the exercise does."""
        return "" if self.clock is None else self.clock.state

    @property
    def said(self) -> list[str]:
        """All records in English."""
        return [each.said.en for each in self.records]

    def asked(self, what: str) -> list[wire.Question]:
        """The questions to this room that are open."""
        return [
            each
            for each in self.desk.questions
            if each.is_mine and each.what == what and each.state == "open"
        ]

    def _take(self, message: live.LiveMessage | wire.RoomMessage) -> None:
        match message:
            case wire.Room():
                self.room, self.rooms = message, self.rooms + 1
                self.records, self.events, self.pictures = [], [], {}
            case wire.Clock():
                self.clock = message
            case wire.Desk():
                self.desk = message
            case wire.Objects():
                self.objects = message.objects
            case wire.Records():
                self.records += message.records
            case live.LiveEvents():
                self.events += message.events
            case live.LivePictures():
                self.pictures |= {each.picture: each for each in message.pictures}
            case live.Gone():
                for number in message.pictures:
                    del self.pictures[number]


@dataclass(frozen=True)
class Rooms:
    """The rooms of a served exercise."""

    served: Served

    def token(self, room: str) -> str:
        return self.served.tokens[room].read_text(encoding="ascii").strip()

    def bearer(self, room: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token(room)}"}

    @contextmanager
    def look(self, room: str, query: str = "") -> Iterator[Looker]:
        """Somebody who looks into a room."""
        address = f"ws{self.served.url.removeprefix('http')}/v1/live{query}"
        with connect(
            address,
            subprotocols=[Subprotocol(JSON)],
            additional_headers=self.bearer(room),
            proxy=None,
            max_size=None,
            close_timeout=0.5,  # whoever does not read does not answer either
        ) as line:
            try:
                yield Looker(line)
            except ConnectionClosed as error:
                raise AssertionError(f"the line ended: {error}") from error

    def get(self, room: str, path: str) -> httpx.Response:
        return httpx.get(self.served.url + path, headers=self.bearer(room))

    def send(self, room: str, body: Any) -> httpx.Response:
        return httpx.post(
            self.served.url + "/v1/acts",
            headers=self.bearer(room) | {"Content-Type": "application/json"},
            content=msgspec.json.encode(body),
            timeout=WAIT_S,
        )

    def act(self, room: str, do: str, **more: Any) -> int:
        """Does something; the second at which it takes effect."""
        answer = self.send(room, {"do": do, **more})
        assert answer.status_code == 200, answer.text
        done = msgspec.json.decode(answer.content, type=wire.Done)
        assert done.mark == "exercise"
        return done.second

    def refused(self, room: str, do: str, **more: Any) -> tuple[int, str, str]:
        """The status and the reason of what is not done, and what is said of it."""
        answer = self.send(room, {"do": do, **more})
        fault = msgspec.json.decode(answer.content, type=RoomError).error
        assert fault.what
        assert fault.do
        return answer.status_code, fault.why, fault.what

    def step_to(self, second: int, step_s: int) -> None:
        """Makes all steps up to a second, and waits until they are made."""
        with self.look("controller") as looker:
            looker.until(lambda each: each.clock)
            steps = (second - looker.second) // step_s
            while steps > 0:
                few = min(steps, 600)
                goal = looker.second + few * step_s
                self.act("controller", "step", steps=few)
                looker.until(lambda each, goal=goal: each.second >= goal)  # type: ignore[misc]
                steps -= few
