"""How long many headless seeds of the shipped raid take over all cores; asked: 1,000 in 300 s.

python bench/bench_many_seeds.py [SEEDS]
"""

from __future__ import annotations

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


if __name__ == "__main__":
    main()
