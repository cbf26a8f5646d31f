"""The roots of runs as another machine makes them: other instructions, other threads.

Run as a program, with seeds: prints the root of the small exercise's log for each.
"""

from __future__ import annotations

import sys

from glasshield import kernels
from glasshield.exercise.habits import File, replayed
from tests.exchange.other_machine import with_threads
from tests.exercise import small

if __name__ == "__main__":
    assert with_threads(3) > 5
    kernels.set_isa("baseline")
    for seed in map(int, sys.argv[1:]):
        print(replayed(File(exercise=small.TEXT.encode()), seed, (), ()).root)
