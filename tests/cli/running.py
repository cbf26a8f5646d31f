"""A centre as a process of its own, as a user starts it, on any free port."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
from typer.testing import CliRunner

from glasshield.cli.app import app
from glasshield.errors import InputError

# For a machine with other work; it takes a second or two.
ANSWER_S = 40.0
MOST_SHOWN = 10_000  # characters at the end of what a command said before it failed
ENVIRONMENT = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "COLUMNS": "160",
    "PYTHONFAULTHANDLER": "1",  # so that SIGABRT tells where each thread stands
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Running:
    """A centre that listens.

    Attributes:
        said: what it printed when it began.
        process: that it is.
        errors: the file of its stderr.
    """

    said: dict[str, Any]
    process: subprocess.Popen[str]
    errors: Path

    @property
    def url(self) -> str:
        found = self.said["url"]
        assert isinstance(found, str)
        return found

    def token(self, person: str) -> str:
        return Path(self.said["tokens"][person]).read_text().strip()

    def get(self, path: str, person: str) -> Any:
        headers = {"Authorization": f"Bearer {self.token(person)}"}
        with httpx.Client(trust_env=False, timeout=ANSWER_S) as client:
            answer = client.get(f"{self.url}{path}", headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def end(self, number: int = signal.SIGINT) -> int:
        """The exit code after a signal; where it does not end, what each of its threads does."""
        self.process.send_signal(number)
        try:
            return self.process.wait(ANSWER_S)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            self.process.wait(ANSWER_S)
            raise AssertionError(self.errors.read_text()) from None


@contextlib.contextmanager
def running(*arguments: str, folder: Path, port: int = 0) -> Iterator[Running]:
    """`glasshield serve ARGUMENTS --port PORT --json`, until the block ends."""
    errors = folder / "serve.err"
    more = ("--port", str(port), "--json")
    with errors.open("a") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "glasshield", "serve", *arguments, *more],
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
            cwd=folder,
            env={**os.environ, **ENVIRONMENT},
        )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, errors.read_text()
        yield Running(json.loads(line), process, errors)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(ANSWER_S)
        process.stdout.close()


def said_by(*arguments: str) -> str:
    """What `glasshield ARGUMENTS` prints, run in this process."""
    done = CliRunner().invoke(app, list(arguments))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    assert done.exit_code == 0, (done.exit_code, done.stdout[-MOST_SHOWN:], done.stderr)
    return done.stdout


def refused(*arguments: str) -> str:
    """The sentence with which `glasshield ARGUMENTS` is refused, run in this process."""
    done = CliRunner().invoke(app, list(arguments))
    assert isinstance(done.exception, InputError), (done.stdout, done.exception)
    assert done.exception.exit_code == 2
    assert done.stdout == ""
    return done.exception.sentence


def eventually(asked: Callable[[], T | None]) -> T:
    """What is asked for, once it is there."""
    end_s = time.monotonic() + ANSWER_S
    while time.monotonic() < end_s:
        found = asked()
        if found is not None:
            return found
        time.sleep(0.05)
    raise AssertionError("it did not come")
