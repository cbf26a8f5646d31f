"""Runs the program as a user does: as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def glasshield(
    *arguments: str, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """What `glasshield ARGUMENTS` says, and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "glasshield", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100", **environment},
    )


def refusal(*arguments: str, cwd: Path | None = None, **environment: str) -> str:
    """The one sentence with which `glasshield ARGUMENTS` is refused, exit code 2."""
    done = glasshield(*arguments, cwd=cwd, **environment)
    lines = [line for line in done.stderr.splitlines() if "warning:" not in line]
    assert done.returncode == 2, (done.returncode, done.stdout[-500:], done.stderr[-2000:])
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("glasshield: ")
    assert lines[0].endswith((".", "?"))
    return lines[0].removeprefix("glasshield: ")
