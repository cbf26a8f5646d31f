"""Every command and option of the program stands in `docs/cli.md`, and its examples are real."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from glasshield.cli.app import app

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (glasshield [^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S))


def _commands() -> Iterator[tuple[str, list[str]]]:
    """Every command with the long names of its options."""
    pending = [("glasshield", typer.main.get_command(app))]
    while pending:
        name, command = pending.pop()
        children = getattr(command, "commands", {})
        pending += [(f"{name} {child}", found) for child, found in children.items()]
        options = [
            option for one in command.params for option in one.opts if option.startswith("--")
        ]
        yield name, options


COMMANDS = dict(_commands())
LEAVES = sorted(name for name in COMMANDS if not any(o.startswith(f"{name} ") for o in COMMANDS))


def test_the_page_describes_the_commands_that_there_are() -> None:
    assert sorted(SECTIONS) == LEAVES


@pytest.mark.parametrize("command", LEAVES)
def test_every_option_stands_under_its_command(command: str) -> None:
    missing = [name for name in COMMANDS[command] if f"`{name}" not in SECTIONS[command]]
    assert [name for name in missing if name != "--json" or "--json" not in SECTIONS[command]] == []


def test_options_of_all_commands_stand_at_the_top() -> None:
    assert [name for name in COMMANDS["glasshield"] if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize("command", LEAVES)
def test_help_shows_an_example_and_json(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split()[1:], "--help"], terminal_width=200)
    assert shown.exit_code == 0
    assert "Example: glasshield" in shown.stdout
    assert "--json" in COMMANDS[command]


@pytest.mark.parametrize("file", ["README.md", "docs/cli.md", "docs/centre.md"])
def test_every_command_line_in_the_docs_is_one_of_the_program(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    lines = re.findall(r"^(glasshield [a-z]+ .*--.*|glasshield assess .*)$", text, re.M)
    assert lines
    for line in lines:
        words = shlex.split(line, comments=True)
        command = next(
            name for name in sorted(LEAVES, key=len, reverse=True) if line.startswith(name)
        )
        used = [word for word in words if word.startswith("--")]
        assert [word for word in used if word not in COMMANDS[command]] == [], line
