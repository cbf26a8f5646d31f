"""An exercise that is served on this machine: its rooms in a browser, a token for each."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from starlette.types import ASGIApp

from glasshield.centre.api import server
from glasshield.centre.api.connection import ConnectionLimits
from glasshield.centre.api.globe import Assets
from glasshield.exercise.api.application import LIVE, Rooms, application
from glasshield.exercise.api.entering import CONTROLLER, Doors
from glasshield.exercise.api.page import Page
from glasshield.exercise.api.setting import setting, unnamed
from glasshield.exercise.api.stepping import Stepper
from glasshield.exercise.api.table import Table
from glasshield.messages import LANGUAGES
from glasshield.report.view.build import rendered

_ADDRESS = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Served:
    """An exercise that can be looked at.

    Attributes:
        url: of its page.
        tokens: the files that hold what lets into each room, by the room.
        stepper: that has the exercise in hand.
    """

    url: str
    tokens: Mapping[str, Path]
    stepper: Stepper


def serve(
    table: Table,
    listening: Callable[[Served], None],
    *,
    port: int = 0,
    speed: float = 1.0,
) -> None:
    """Serve an exercise until the process is told to end (SIGINT, SIGTERM).

    Args:
        table: at which it is played.
        listening: told where, once it can be asked.
        port: of this machine; 0 for any that is free.
        speed: seconds of the exercise in one of the wall clock, when the controller lets it go.

    Raises:
        RangeError: too slow or too fast.
        InputError: a region that is drawn by two shapes of one kind.
        OutputError: the port cannot be listened on, or the folder not written.
    """
    with _prepared(table, speed) as (stepper, doors):
        app = _app(stepper, doors, table)
        server.run(app, _listen(port), lambda url: listening(Served(url, doors.files, stepper)))


@contextlib.contextmanager
def serving(table: Table, *, port: int = 0, speed: float = 1.0) -> Iterator[Served]:
    """An exercise that is served beside, in threads, until the block ends.

    Args:
        table: at which it is played.
        port: of this machine; 0 for any that is free.
        speed: seconds of the exercise in one of the wall clock.

    Raises:
        RangeError: too slow or too fast.
        InputError: a region that is drawn by two shapes of one kind.
        OutputError: the port cannot be listened on, or the folder not written.
    """
    with (
        _prepared(table, speed) as (stepper, doors),
        server.running(_app(stepper, doors, table), _listen(port)) as url,
    ):
        yield Served(url, doors.files, stepper)


@contextlib.contextmanager
def _prepared(table: Table, speed: float) -> Iterator[tuple[Stepper, Doors]]:
    doors = Doors.of(table.folder, table.cells)
    stepper = Stepper(table, speed)
    stepper.start()
    try:
        yield stepper, doors
    finally:
        stepper.close()


def _app(stepper: Stepper, doors: Doors, table: Table) -> ASGIApp:
    assets = Assets.packaged()
    titles = {lang: table.title(lang) for lang in LANGUAGES}
    rooms = Rooms(doors, stepper, _settings(table))
    return application(rooms, Page(assets, titles), assets)


def _settings(table: Table) -> dict[str, bytes]:
    """The view document of each room, made once for all that are shown the same."""
    exercise = table.exercise
    parties = {id: cell.party for id, cell in exercise.cells.items()} | {CONTROLLER: ""}
    hidden = {room: unnamed(exercise, party) for room, party in parties.items()}
    made = {each: rendered(setting(table.stage, each)) for each in set(hidden.values())}
    return {room: made[each] for room, each in hidden.items()}


def _listen(port: int) -> server.Listen:
    return server.Listen(_ADDRESS, port, None, ConnectionLimits(live=LIVE.encode()))
