"""How long many headless seeds of the shipped raid take over all cores; asked: 1,000 in 300 s.

python bench/bench_many_seeds.py [SEEDS]

The CPU of all processes tells more than the clock where others use the machine, too. On one with
five times as many processes as cores a seed took 0.25 s in a process that ran already, by the best
of ten runs, and 0.38 s on average with the start of two processes in 100 seeds; where a seed took
0.60 s in the same process, 1,000 had taken 304 s on two free cores.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

import glasshield.exercise
from glasshield.exercise import seeds
from glasshield.exercise.habits import File, Habits
from glasshield.exercise.spreading import Means
from glasshield.exercise.withheld import UNCHANGED

RAID = Path(glasshield.exercise.__file__).parent / "shipped" / "raid-two-sectors.toml"
SEEDS = 1000


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS
    work = seeds.Work(File(exercise=RAID.read_bytes()), Habits(), (), 1, {UNCHANGED: number})
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        with seeds.keeping(Path(folder) / seeds.FILE, work.digest) as kept:
            counts = seeds.count(work, kept, Means())
        took_s = time.perf_counter() - begin
    print(f"{len(counts)} seeds in {took_s:.1f} s, of {SEEDS}: {took_s * SEEDS / number:.0f} s")
    print(f"{_cpu_s() / number:.3f} s of CPU a seed, all processes together")


def _cpu_s() -> float:
    """What this process and those that it started have used of processors."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in both]
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main()
