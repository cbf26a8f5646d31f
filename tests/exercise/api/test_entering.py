from __future__ import annotations

import stat
from pathlib import Path

import pytest

from glasshield.centre.errors import RefusedError
from glasshield.errors import InputError
from glasshield.exercise.api.entering import CONTROLLER, Doors


def test_each_room_has_a_token_that_its_owner_alone_may_read(tmp_path: Path) -> None:
    doors = Doors.of(tmp_path, ["aspen-cell", "birch-cell"])
    assert set(doors.files) == {"aspen-cell", "birch-cell", CONTROLLER}
    tokens = {room: path.read_text(encoding="ascii").strip() for room, path in doors.files.items()}
    assert len(set(tokens.values())) == 3
    assert all(doors.room(token) == room for room, token in tokens.items())
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in doors.files.values())


def test_tokens_stay_over_a_start_anew(tmp_path: Path) -> None:
    before = Doors.of(tmp_path, ["aspen-cell"])
    assert Doors.of(tmp_path, ["aspen-cell"]) == before


@pytest.mark.parametrize("token", ["", "gs_" + "x" * 43, "кто там", "aspen-cell"])
def test_nobody_else_comes_in(token: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="nobody is known"):
        Doors.of(tmp_path, ["aspen-cell"]).room(token)


def test_a_token_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "tokens" / "aspen-cell.token"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not a token"):
        Doors.of(tmp_path, ["aspen-cell"])
