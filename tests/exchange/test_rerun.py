"""A statement computed again: the same digits on another machine, and every difference named."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield.assurance.judging import assure
from glasshield.catalog.claims import Claim
from glasshield.exchange.canonical import plain
from glasshield.exchange.inputs import Content, gathered, versions
from glasshield.exchange.rerun import rerun
from glasshield.exchange.statements import Statement, read, signed, stated, write
from glasshield.workspace import Cache, Workspace
from tests.exchange.other_machine import OLD_PROCESSOR
from tests.exchange.stated import RUSSIA

ROOT = Path(__file__).parents[2]
MODEL = "poland-gbi-cannot-reach-russian-icbm"
OTHER_THREADS = "3"  # the other computation takes as many as there are processors
SETS = ("us-2007", "russia-2007")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The packaged facts, and a claim about one flight."""
    plain_one = Workspace(Cache(tmp_path_factory.mktemp("rerun")))
    facts = plain_one.catalog
    flights = msgspec.json.decode(
        b'{"flights":[{"missile":"icbm-solid","launches":["kozelsk"],"targets":["washington"]}]}'
    )
    table = plain(facts.claims[MODEL]) | {"id": "one-flight", "cannot_reach": flights}
    claim = msgspec.convert(table, Claim)
    return plain_one.holding(facts.replaced({("claim", claim.id): claim}))


@pytest.fixture(scope="module")
def statement(workspace: Workspace) -> Statement:
    """What a party computed and signed."""
    facts = workspace.catalog
    sets = [facts.assumption_sets[id] for id in SETS]
    document = assure(workspace, facts.claims["one-flight"], sets)
    content = Content(
        inputs=gathered(workspace, "one-flight", SETS),
        versions=versions(),
        result=plain(document),
    )
    return signed(stated(content), RUSSIA)


def test_another_machine_computes_the_same_digits(statement: Statement, tmp_path: Path) -> None:
    path = tmp_path / "statement.json"
    write(statement, path)
    done = subprocess.run(
        [sys.executable, "-m", "tests.exchange.other_machine", str(path), OTHER_THREADS],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **OLD_PROCESSOR},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def _changed(statement: Statement, path: Path, *keys: Any, value: Any) -> Content:
    """The content of a statement in whose inputs one value is another."""
    write(statement, path)
    content = read(path).content
    assert isinstance(content, Content)
    table: Any = content.inputs.records
    for key in keys[:-1]:
        table = table[key]
    table[keys[-1]] = value
    return content


def test_other_inputs_give_other_results_and_each_is_named(
    statement: Statement, workspace: Workspace, tmp_path: Path
) -> None:
    speed = ("assumptions.russia-2007", "values", "interceptor.gbi2.burnout_speed", "value")
    content = _changed(statement, tmp_path / "s.json", *speed, value=8.9)
    told: list[float] = []
    differing = rerun(content, workspace, lambda done, _: told.append(done))
    found = {one.path: one for one in differing}
    assert "program.input_hash" in found
    assert "verdicts[1].margin.value" in found
    assert "verdicts[0].margin.value" not in found
    margin = found["verdicts[1].margin.value"]
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)
    # A tenth of a kilometre per second slower: the margin grows by as much.
    assert margin.second[0] - margin.first[0] == pytest.approx(0.1, abs=1e-6)
