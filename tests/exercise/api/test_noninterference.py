"""What a party keeps to itself changes no byte of what another party's room is sent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.centre.api.frames import SUBPROTOCOL as FRAMES
from glasshield.centre.api.live import JSON, Written
from glasshield.exercise.api import wire
from glasshield.exercise.api.lines import LineQuery, Told
from glasshield.exercise.api.table import Table
from glasshield.exercise.log import Start, begun
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.world import Stage
from tests.exercise.api.kept import SCRIPT

ASPEN, BIRCH, CONTROLLER = "aspen-national", "birch-national", "controller"
LAST_S = 180  # both sensors have seen the flight, and the procedure has acted


@pytest.fixture(scope="module")
def kept_apart() -> Stage:
    """The exercise of two cells, in which Birch gives its data to nobody."""
    text = SCRIPT.read_text(encoding="utf-8")
    without = re.sub(r"\[rule\.birch\].*?(?=\n\[)", "", text, flags=re.DOTALL)
    assert without != text
    return Stage.of(parse(without, "kept-apart.toml", catalog.load()))


def sent(table: Table, room: str, subprotocol: str, fails_s: int | None) -> Iterator[bytes]:
    """All that a room is sent, step by step; at a second Birch's sensor fails, or never."""
    told, written = Told(subprotocol, LineQuery()), Written(lambda *_, **__: None)
    while table.second < LAST_S:
        if table.second == fails_s:
            table.act(CONTROLLER, wire.Inject(what="sensor-fails", name="east"))
        table.step()
        clock = wire.Clock(
            second=table.second, at=str(table.at), state="running", speed=1.0, real_speed=None
        )
        now = table.now(room, clock)
        for message in told.news(now, written):
            data = message if isinstance(message, bytes) else message.encode()
            yield data.replace(now.room.run.encode(), b"RUN")


def all_sent(
    stage: Stage, folder: Path, room: str, subprotocol: str, fails_s: int | None
) -> list[bytes]:
    table = Table(begun(folder, stage, start=Start(audience=Audience.CONTROLLER_TOO)))
    found = list(sent(table, room, subprotocol, fails_s))
    table.close()
    return found


@pytest.mark.parametrize("subprotocol", [FRAMES, JSON])
def test_prop_a_room_does_not_hang_on_data_that_are_withheld_from_it(
    kept_apart: Stage, tmp_path: Path, subprotocol: str
) -> None:
    works = all_sent(kept_apart, tmp_path / "works", ASPEN, subprotocol, None)
    fails = all_sent(kept_apart, tmp_path / "fails", ASPEN, subprotocol, 2)
    assert works == fails
    assert any(b"launch-detected" in each for each in works)


def test_the_same_changes_what_the_partys_own_room_is_sent(
    kept_apart: Stage, tmp_path: Path
) -> None:
    works = all_sent(kept_apart, tmp_path / "works", BIRCH, JSON, None)
    fails = all_sent(kept_apart, tmp_path / "fails", BIRCH, JSON, 2)
    assert works != fails
