"""The same exercise and seed give the same log on another machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from glasshield.exercise.habits import File, replayed
from tests.exchange.other_machine import OLD_PROCESSOR
from tests.exercise import small

ROOT = Path(__file__).parents[2]
SEEDS = (1, 2)


def test_another_machine_makes_the_same_log() -> None:
    """With other threads and the instructions of a processor of 2008, to the last byte."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.exercise.other_machine", *map(str, SEEDS)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **OLD_PROCESSOR},
    )
    assert done.returncode == 0, done.stderr
    file = File(exercise=small.TEXT.encode())
    assert done.stdout.split() == [replayed(file, seed, (), ()).root for seed in SEEDS]
