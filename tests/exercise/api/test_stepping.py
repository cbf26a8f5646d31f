"""The thread that steps: what it does when a step fails, and after a start anew."""

from __future__ import annotations

import logging
import time
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.errors import RangeError
from glasshield.exercise import actions
from glasshield.exercise.api import wire
from glasshield.exercise.api.serving import serving
from glasshield.exercise.api.stepping import Stepper
from glasshield.exercise.api.table import Table
from glasshield.exercise.errors import Refused
from glasshield.exercise.log import resumed
from glasshield.exercise.pictures import Audience
from glasshield.exercise.run import Run
from tests.exercise.api import kept

WAIT_S = 10.0  # for what takes milliseconds
ASPEN, CONTROLLER = "aspen-national", "controller"


def until_state(stepper: Stepper, state: wire.State) -> wire.Clock:
    end_s = time.monotonic() + WAIT_S
    while (clock := stepper.places[CONTROLLER].now.clock).state != state:
        assert time.monotonic() < end_s, clock
        time.sleep(0.01)
    return clock


def test_a_step_that_fails_is_told_and_the_rooms_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with serving(kept.table(tmp_path / "run")) as served:
        stepper = served.stepper
        stepper.ask(lambda _: stepper.step(3)).result(WAIT_S)
        while stepper.places[CONTROLLER].now.clock.second < 6:
            time.sleep(0.01)

        def broken(_: Run) -> None:
            raise ValueError("a fault of the program")

        with monkeypatch.context() as patched, caplog.at_level(logging.CRITICAL):
            patched.setattr(Run, "step", broken)
            stepper.ask(lambda _: stepper.step(1)).result(WAIT_S)
            assert until_state(stepper, "failed").second == 6
        # It can be gone back from there.
        stepper.ask(lambda _: stepper.rewind(4)).result(WAIT_S)
        assert until_state(stepper, "paused").second == 4


def test_what_fails_in_an_act_is_told_to_whoever_acted_and_nothing_else_happens(
    tmp_path: Path,
) -> None:
    with serving(kept.table(tmp_path / "run")) as served:
        stepper = served.stepper
        with pytest.raises(RangeError):
            stepper.ask(lambda _: stepper.put_speed(1e6)).result(WAIT_S)
        assert until_state(stepper, "paused").speed == 1.0


def test_a_rewind_that_is_refused_leaves_the_steps_that_are_still_to_make(tmp_path: Path) -> None:
    with serving(kept.table(tmp_path / "run")) as served:
        stepper = served.stepper

        def twice(_: Table) -> None:
            stepper.step(5)
            with pytest.raises(Refused, match="this moment has not been"):
                stepper.rewind(9000)

        stepper.ask(twice).result(WAIT_S)
        end_s = time.monotonic() + WAIT_S
        while stepper.places[CONTROLLER].now.clock.second < 10:
            assert time.monotonic() < end_s
            time.sleep(0.01)
        assert until_state(stepper, "paused").second == 10


def test_after_a_crash_the_rooms_are_as_they_were(tmp_path: Path) -> None:
    table = kept.table(tmp_path / "run")
    while table.second < 112:
        table.step()
    table.act(ASPEN, wire.Say(text="Still here."))
    clock = wire.Clock(second=0, at="", state="paused", speed=1.0, real_speed=None)
    before = table.now(ASPEN, clock)
    table.close()
    # Half a line, as a process leaves it that is killed while it writes.
    with (tmp_path / "run" / "actions.jsonl").open("ab") as file:
        file.write(b'{"cell":"asp')
    branch, cut = resumed(tmp_path / "run", catalog.load(), audience=Audience.CONTROLLER_TOO)
    assert cut == len(b'{"cell":"asp')
    again = Table(branch)
    assert 100 < again.second <= 110  # the last step may have been half on disk
    while again.second < 112:
        again.step()
    now = again.now(ASPEN, clock)
    assert [each.said for each in now.records] == [each.said for each in before.records]
    assert now.desk == before.desk
    again.step()
    assert any("Still here." in each.said.en for each in again.now(ASPEN, clock).records)
    again.close()
    (line,) = (tmp_path / "run" / "actions.jsonl").read_bytes().splitlines()
    assert isinstance(actions.decode(line, "here"), actions.Say)


def test_whoever_asks_a_server_that_has_ended_is_told_so(tmp_path: Path) -> None:
    with serving(kept.table(tmp_path / "run")) as served:
        stepper = served.stepper
    with pytest.raises(Exception, match="the server of the exercise ends"):
        stepper.ask(lambda table: table.second).result(WAIT_S)
