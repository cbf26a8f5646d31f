"""How fast exercises run: a raid over many seeds, and 200 objects with four parties in rooms.

    python bench/bench_exercise.py [--seeds N] [--objects N]

The raid is the shipped one, decisions alone, in one process: CPU seconds for each seed. The crowd:
200 flights, four parties with a radar each that share all, pictures and alarms for four parties,
centre and controller: CPU milliseconds for each step of one second. A step has to take less than
100 ms at ten times the speed of the clock.
"""

from __future__ import annotations

import argparse
import os
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

from glasshield import catalog
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse, read_exercise
from glasshield.exercise.run import Run, played
from glasshield.exercise.world import Stage

_SPEED = 10.0
_PARTIES = ("aspen", "birch", "cedar", "dogwood")
_HEAD = """\
schema = "glasshield-exercise-script/1"
[exercise]
id = "crowd"
name = "A crowd"
lesson = "How long a step takes."
epoch = "2031-05-05T09:00:00Z"
length = "600 s"
step = "1 s"
plan_every = "10 s"
"""
_PARTY = """
[party.{id}]
name = "{id}"
territory = ["{id}-land"]
defends = ["{id}-land"]
[region.{id}-land]
circle = {{ centre_deg = [33.0, {lon}], radius = "150 km" }}
[sensor.{id}-radar]
party = "{id}"
position_deg = [30.0, {lon}]
range = "2500 km"
period = "2 s"
start = "{start} s"
delay = "0.5 s"
[rule.{id}]
from = "{id}"
to = [{others}, "centre"]
kinds = ["tracks", "events"]
sensors = ["all"]
delay = "0 s"
name_sensors = true
[sector.{id}]
party = "{id}"
regions = ["{id}-land"]
[battery.{id}-site]
party = "{id}"
interceptor = "sm3-1b"
position_deg = [32.3, {lon}]
count = 50
hit_probability = 0.7
[cell.{id}-national]
name = "{id}"
party = "{id}"
answers = [{{ says = "yes", after = "10 s" }}]
[flight.{id}]
missile = "mrbm"
from_deg = [21.0, {lon}]
to_deg = [33.0, {lon}]
count = {count}
start = "5 s"
interval = "1 s"
scatter = "60 km"
"""


def _crowd(objects: int) -> str:
    """An exercise of four parties with so many flights."""
    count = objects // len(_PARTIES)
    parts = [
        _PARTY.format(
            id=id,
            lon=-42.0 + 4.0 * number,
            start=0.5 * number,
            others=", ".join(f'"{other}"' for other in _PARTIES if other != id),
            count=count,
        )
        for number, id in enumerate(_PARTIES)
    ]
    return _HEAD + "".join(parts)


def _seeds(count: int) -> None:
    stage = Stage.of(read_exercise("raid-two-sectors", catalog.load()))
    played(Run(stage, 0, audience=Audience.DECISIONS))
    begin, wall = time.process_time(), time.perf_counter()
    for seed in range(1, count + 1):
        played(Run(stage, seed, audience=Audience.DECISIONS))
    cpu, wall = time.process_time() - begin, time.perf_counter() - wall
    print(f"raid: {cpu / count:.2f} CPU s a seed ({wall / count:.2f} s on the wall), {count} seeds")
    print(f"      1,000 seeds on two free cores: {500.0 * cpu / count:.0f} s")


def _steps(objects: int) -> None:
    run = Run(Stage.of(parse(_crowd(objects), "crowd", catalog.load())), 1,
              audience=Audience.CONTROLLER_TOO)  # fmt: skip
    taken = []
    while not run.is_over:
        begin = time.process_time()
        run.step()
        for viewer in (*_PARTIES, "centre", "controller"):
            run.pictures(viewer)
        taken.append(time.process_time() - begin)
    late = sorted(taken)[int(0.95 * len(taken))]
    print(
        f"crowd: {objects} flights, {1e3 * sum(taken) / len(taken):.0f} CPU ms a step on average, "
        f"95 % within {1e3 * late:.0f} ms, the longest {1e3 * max(taken):.0f} ms; "
        f"{1e3 / _SPEED:.0f} ms are there at {_SPEED:.0f}x"
    )


def main() -> None:
    """Measures both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--objects", type=int, default=200)
    given = parser.parse_args()
    _seeds(given.seeds)
    _steps(given.objects)


if __name__ == "__main__":
    main()
