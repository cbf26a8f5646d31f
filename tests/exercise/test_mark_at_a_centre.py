"""A real centre takes nothing of an exercise, and nothing of it comes into its log or pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from glasshield.centre.bodies import DATA_TYPES, JSON, MSGPACK
from glasshield.centre.client.packing import packed
from glasshield.centre.config import read_config
from glasshield.centre.decoding import decoded
from glasshield.exchange.batches import Envelope, sign_batch
from glasshield.exchange.log.entries import ReceivedEntry
from glasshield.exercise import actions, records
from glasshield.exercise.run import Run, played
from glasshield.exercise.world import Stage, World
from tests.centre.faults.ground import prepared
from tests.centre.service.running import Running, entries, refused, running
from tests.exercise import small


@pytest.fixture(scope="module")
def stage() -> Stage:
    """The stage of the small exercise."""
    return Stage.of(small.exercise())


@pytest.fixture
def real(tmp_path: Path) -> Running:  # type: ignore[misc]
    """A centre for real data."""
    ground = prepared(tmp_path)
    text = ground.file.read_text().replace('mode = "exercise"', 'mode = "real"', 1)
    ground.file.write_text(text)
    assert read_config(ground.file).mode == "real"
    with running(tmp_path, ground=ground) as here:
        yield here


def test_data_of_an_exercise_keep_their_mark_in_every_form(stage: Stage) -> None:
    """Packed and read again they are simulated still."""
    found = World(stage, 3).launched("first", 10.0).take(slice(0, 20))
    assert decoded(packed(found), MSGPACK, "aspen").simulated


def test_a_real_centre_takes_nothing_of_an_exercise(real: Running, stage: Stage) -> None:
    """Under either mode, in any content type."""
    found = World(stage, 3).launched("first", 10.0).take(slice(0, 20))
    station = replace(stage.stations[0], id="north")
    named = replace(found, stations=(station, *stage.stations[1:]), epoch=real.centre.now())
    named = named.take(named.station_index == 0)
    lines = [records.encode(one) for one in played(Run(stage, 3))[:6]]
    lines.append(actions.encode(actions.Say(second=1, cell="aspen-national", text="here")))
    sent = [(packed(named), MSGPACK)]
    sent += [(line, kind) for line in lines for kind in (JSON, *DATA_TYPES)]
    for number, (body, kind) in enumerate(sent, start=1):
        for mode in ("exercise", "real"):
            envelope = Envelope(
                mode,
                kind,
                10 * number + (mode == "real"),
                real.centre.now(),
                real.centre.config.name,
            )
            batch = sign_batch(real.signer("aurora"), body, envelope)
            why = refused(real.centre.receive(batch, "192.0.2.1")).sentence
            if mode == "exercise":
                assert "this centre is one of real data" in why
            elif number == 1:
                assert "made-up data have no place in a real centre" in why
    assert not [one for one in entries(real.centre) if isinstance(one, ReceivedEntry)]
    assert all(one.mode == "real" for one in entries(real.centre))
    assert real.tracks("centre-staff") == 0
