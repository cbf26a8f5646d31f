"""The examples run and say what the docs promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.slow
def test_a_raid_is_tracked_live_and_afterwards() -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "track_a_raid.py")],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "minute  5:" in done.stdout
    assert "elevation bias" in done.stdout
    assert "root mean square" in done.stdout


def test_a_claim_is_judged_in_python() -> None:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / "judge_a_claim.py")],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "many     holds     margin +0.083" in done.stdout
    assert "turned by exchanging: claim.ten-interceptors-cannot-matter.passes.raid" in done.stdout
    # Ten interceptors that stop nine in ten leave nine tenths of a raid of ninety.
    assert "passes.raid = 90.000, the rest as few has it" in done.stdout
