"""A measurement of a real fit, signed and computed again: the same digits on another machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from glasshield.exchange.measurements import (
    RESULT_FILE,
    Measured,
    Measurement,
    read_measurement,
    write_inputs,
)
from glasshield.exchange.statements import read, signed, stated, write
from glasshield.monitoring.claims_updated import evaluated
from glasshield.workspace import Cache, Workspace
from tests.exchange.other_machine import OLD_PROCESSOR
from tests.exchange.stated import RUSSIA
from tests.monitoring.watched import Watch, rehearsed, seen_by

ROOT = Path(__file__).parents[2]
OTHER_THREADS = "3"
CLAIMS = ("ten-interceptors-cannot-matter",)  # one that costs no flyout


@pytest.fixture(scope="module")
def statement(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one ship measured of the rehearsed test, signed."""
    folder = tmp_path_factory.mktemp("measured")
    made, seen = rehearsed(), seen_by(Watch("guest-ship"))
    test = msgspec.structs.replace(made.test, claims=CLAIMS)
    plain = Workspace(Cache(folder / "cache"))
    workspace = plain.holding(plain.catalog.replaced({("test", test.id): test}))
    found = evaluated(test, seen, made.launches, workspace)
    (folder / RESULT_FILE).write_bytes(msgspec.json.encode(found))
    write_inputs(folder, workspace, Measured(test, seen, made.launches, found))
    write(signed(stated(read_measurement(folder)), RUSSIA), folder / "statement.json")
    return folder / "statement.json"


def test_another_machine_computes_the_same_digits(statement: Path) -> None:
    """With one thread and the instructions of 2008, from what stands in the statement alone."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.other_machine", str(statement), OTHER_THREADS],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **OLD_PROCESSOR},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_what_is_signed_names_no_simulated_object(statement: Path) -> None:
    content = read(statement).content
    assert isinstance(content, Measurement)
    assert content.result["simulated"]
    assert content.inputs.detections.simulated
    assert b"truth" not in statement.read_bytes()
