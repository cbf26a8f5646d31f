"""The examples run and say what the docs promise."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def _said(example: str) -> str:
    """What an example prints."""
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / example)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.slow
def test_a_raid_is_tracked_live_and_afterwards() -> None:
    said = _said("track_a_raid.py")
    assert "minute  5:" in said
    assert "elevation bias" in said
    assert "root mean square" in said


def test_a_claim_is_judged_in_python() -> None:
    said = _said("judge_a_claim.py")
    assert "many     holds     margin +0.083" in said
    assert "turned by exchanging: claim.ten-interceptors-cannot-matter.passes.raid" in said
    # Ten interceptors that stop nine in ten leave nine tenths of a raid of ninety.
    assert "passes.raid = 90.000, the rest as few has it" in said


@pytest.mark.slow
def test_a_flight_test_is_watched() -> None:
    said = _said("watch_a_test.py")
    declared, rival, cut_off = re.split(r"^(?=\w)", said, flags=re.M)[1:]
    assert "as declared" in declared
    assert "faster than declared" in rival
    assert "another burn than declared" in cut_off
    assert said.count("the vehicle can do at least") == 3
