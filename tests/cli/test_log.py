"""The commands about the sealed log."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from glasshield.cli import log_prove, log_verifier, log_verify
from glasshield.errors import InputError
from tests.exchange.sealed import LOG, PARTIES, SIZES, WITNESSES, lines, sealed, store, written

app = typer.Typer()
app.command("verify")(log_verify.command)
app.command("prove")(log_prove.command)
app.command("verifier")(log_verifier.command)

KEYS = ("--log-key", LOG.line, *(part for key in WITNESSES for part in ("--witness", key.line)))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The file of a sound log."""
    return written(tmp_path / "centre.log", lines(store(20), SIZES))


def run(*arguments: str | Path, code: int = 0) -> str:
    done = CliRunner().invoke(app, [str(one) for one in arguments])
    if isinstance(done.exception, InputError):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout


def test_a_sound_log_is_said_to_be(log: Path) -> None:
    said = run("verify", log, *KEYS)
    assert "Log centre.example/log: entries 0 to 19, 20 shown, 0 withheld, 3 checkpoints" in said
    assert "Sealed at 20 entries: russia at 2023-11-14 22:13:40 UTC, united-states" in said
    assert said.splitlines()[-1] == "Sound: nothing was removed, changed, moved or added"


def test_in_russian(log: Path) -> None:
    said = run("verify", log, *KEYS, "--lang", "ru")
    assert "Журнал centre.example/log: записи с 0 по 19, показано 20" in said
    assert said.splitlines()[-1].startswith("Цел: ничего не удалено")


def test_keys_and_checkpoints_come_from_files(log: Path, tmp_path: Path) -> None:
    (tmp_path / "centre.vkey").write_text(LOG.line + "\n")
    (tmp_path / "held").write_bytes(sealed(store(12), (12,))[0].encoded())
    (tmp_path / "russia.pub").write_text(PARTIES[0].public.line + "\n")
    known = ("--log-key", tmp_path / "centre.vkey", "--held", tmp_path / "held")
    assert run("verify", log, *known).endswith("or added\n")
    party = ("--party", tmp_path / "russia.pub")
    found = json.loads(run("verify", log, *known, *party, "--json", code=2))["findings"]
    assert {one["kind"] for one in found} == {"invented"}
    assert [one["first"] for one in found] == [3, 6, 12, 15]


def test_what_was_done_is_named_and_the_exit_code_tells(log: Path) -> None:
    made = lines(store(20), SIZES)
    written(log, made[:8] + made[9:])
    said = run("verify", log, *KEYS, code=2)
    assert "entry 6: removed (missing)\nNot sound: 1 finding\n" in said
    said = run("verify", log, *KEYS, "--lang", "ru", code=2)
    assert "запись 6: удалено\nНе цел: 1 нарушение\n" in said
    found = json.loads(run("verify", log, *KEYS, "--json", code=2))
    assert found["sound"] is False
    assert found["findings"] == [{"kind": "removed", "first": 6, "last": 6, "why": "missing"}]


def test_several_entries_are_named_as_such(log: Path) -> None:
    made = [line for line in lines(store(20), SIZES) if not line.startswith(b'"')]
    written(log, made)
    assert "entries 0 to 19: not sealed by those who must have" in run("verify", log, code=2)


def test_an_earlier_file_is_compared(log: Path, tmp_path: Path) -> None:
    earlier = written(tmp_path / "earlier", lines(store(11), SIZES[:2]))
    assert json.loads(run("verify", log, *KEYS, "--earlier", earlier, "--json"))["sound"] is True
    other = written(tmp_path / "other", lines(store(11, seed=3), SIZES[:2]))
    found = json.loads(run("verify", log, *KEYS, "--earlier", other, "--json", code=2))
    assert {one["kind"] for one in found["findings"]} == {"changed"}


def test_an_entry_is_proven_in_a_file_of_its_own(log: Path, tmp_path: Path) -> None:
    proof = tmp_path / "batch.tlog-proof"
    said = run("prove", log, "6", "--out", proof)
    assert said == f"Entry 6 and its proof: {proof}\n"
    assert "Entry 6 stands in the log centre.example/log" in run("verify", proof, *KEYS)
    found = json.loads(run("verify", proof, *KEYS, "--json"))
    assert (found["entry"]["index"], found["entry"]["kind"]) == (6, "received")
    assert found["sealed"]["size"] == 20
    assert json.loads(run("prove", log, "7", "--out", proof, "--json")) == {
        "file": str(proof),
        "index": 7,
        "size": 20,
    }
    with pytest.raises(InputError, match="does not say whose log it is of; give --log-key"):
        run("verify", proof)


def test_the_program_apart_is_printed_and_runs(log: Path, tmp_path: Path) -> None:
    program = tmp_path / "verify_log.py"
    program.write_text(run("verifier"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-I", program, log, "--log", LOG.line],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "sound\n", "")
    found = json.loads(run("verifier", "--json"))
    assert found["program"] == program.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("verify", "nothing"), "nothing: the file cannot be read"),
        (("verify", "LOG", "--log-key", "nothing"), "nothing: this cannot be read"),
        (("verify", "LOG", "--log-key", "a+b+c"), "--log-key: this is no Ed25519 key"),
        (("verify", "LOG", "--witness", LOG.line), "this key is of another role"),
        (("verify", "LOG", "--least", "1"), "1 witnesses cannot have signed"),
        (("verify", "LOG", "--held", "LOG"), "this is no signed note"),
        (("verify", "LOG", "--earlier", "nothing"), "the log cannot be read"),
        (("prove", "LOG", "20"), "a log of 20 entries has no entry 20"),
        (("prove", "nothing", "20"), "the log cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said(log: Path, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(InputError, match=sentence.replace("+", r"\+")):
        run(*(log if one == "LOG" else one for one in arguments))


def test_witnesses_that_nobody_named_are_not_known(log: Path) -> None:
    assert "Sealed at 20 entries: no witness that is known" in run("verify", log)
