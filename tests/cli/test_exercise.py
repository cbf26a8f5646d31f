"""`glasshield exercise run`, `list` and `check`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from glasshield.cli import exercise_check, exercise_list, exercise_run
from glasshield.errors import InputError
from tests.exercise import small

app = typer.Typer()
app.command("run")(exercise_run.command)
app.command("list")(exercise_list.command)
app.command("check")(exercise_check.command)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small exercise as a file."""
    path = tmp_path_factory.mktemp("exercise") / "small.toml"
    path.write_text(small.TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def folder(file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of it with seed 3."""
    out = tmp_path_factory.mktemp("runs") / "one"
    run("run", str(file), "--headless", "--seed", "3", "--out", str(out))
    return out


def run(*arguments: str, code: int = 0) -> str:
    """What the command prints."""
    done = CliRunner().invoke(app, arguments)
    if isinstance(done.exception, InputError):
        raise done.exception
    assert done.exit_code == code, done.output
    return done.stdout


def test_what_ships_is_listed_in_both_languages() -> None:
    """With its lesson."""
    found = json.loads(run("list", "--json"))
    assert {one["id"] for one in found} == {"raid-two-sectors", "regional-missile", "space-launch"}
    assert all(one["lesson"] and one["length_s"] for one in found)
    assert "радар" in run("list", "--lang", "ru")
    assert "(lasts 15 min)" in run("list").replace("\N{NO-BREAK SPACE}", " ")
    assert "(длится 15 мин)" in run("list", "--lang", "ru").replace("\N{NO-BREAK SPACE}", " ")


def test_a_sound_exercise_is_counted_and_an_odd_one_is_shown(file: Path, tmp_path: Path) -> None:
    """Gaps and overlaps of sectors, with exit code 2."""
    sound = run("check", str(file))
    assert "small: parties: 2" in sound
    assert "the sectors leave neither gap nor overlap" in sound
    odd = tmp_path / "odd.toml"
    text = small.TEXT.replace('regions = ["birch-land"]', 'regions = ["aspen-land"]', 1)
    odd.write_text(text, encoding="utf-8")
    found = json.loads(run("check", str(odd), "--json", code=2))
    assert {one["trouble"] for one in found["sectors"]} == {"gap", "overlap"}
    assert len(run("check", str(odd), code=2).splitlines()) >= 4


def test_the_same_run_has_the_same_root_with_a_folder_and_without(file: Path, folder: Path) -> None:
    """And says what it came to."""
    done = CliRunner().invoke(app, ["run", str(file), "--headless", "--seed", "3", "--json"])
    assert "nothing was kept; --out DIR keeps the run" in done.stderr
    found = json.loads(done.stdout)
    written = json.loads((folder / "run.json").read_text())
    assert (found["root"], found["size"]) == (written["root"], written["size"])
    assert found["ended"]["threats"] == 2
    assert found["folder"] is None


def test_a_branch_by_the_command(folder: Path, tmp_path: Path) -> None:
    """With something that the controller does after it."""
    out = tmp_path / "branch"
    arguments = ("--from", str(folder), "--at", "100", "--inject", "120:link-cut:birch")
    found = json.loads(run("run", *arguments, "--headless", "--out", str(out), "--json"))
    assert found["folder"] == str(out)
    lines = (out / "records.jsonl").read_text().splitlines()
    assert json.loads(lines[0])["kind"] == "branched"
    assert any('"link-cut"' in line and '"controller"' in line for line in lines)


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ((), "an exercise is named, resumed, or branched from"),
        (("small", "--resume", "x"), "an exercise is named, resumed, or branched from"),
        (("--from", "x"), "a branch needs --from and --at"),
        (("--resume", "x", "--seed", "3"), "--seed and --withhold are those of the run"),
        (("--resume", "x", "--out", "y"), "goes on as it was"),
        (("space-launch", "--withhold", "oak"), "no party is called 'oak'"),
        (("space-launch", "--inject", "soon"), "this is no inject"),
        (("space-launch", "--inject", "1:link-cut:oak"), "there is no party 'oak'"),
        (("space-launch", "--inject", "9999:link-cut:cedar", "--speed", "0x"), "no speed"),
        (("space-launch", "--inject", "9999:link-cut:cedar"), "second 9999 is after the end"),
        (("space-launch", "--speed", "10x"), "a run without rooms has no clock"),
        (("space-launch", "--port", "70000"), "no port has this number"),
    ],
)
def test_what_does_not_go_together_is_refused(more: tuple[str, ...], sentence: str) -> None:
    """In one sentence."""
    with pytest.raises(InputError) as error:
        run("run", *more, "--headless")
    assert sentence in error.value.sentence
