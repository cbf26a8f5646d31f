"""Whether the rooms of an exercise keep up: 200 simulated objects, 4 parties, 10 times as fast.

    python bench/bench_exercise_rooms.py [--objects 200] [--speed 10] [--seconds 300]

The exercise is served on this machine; a program of its own reads all five rooms, as browsers do.
What is measured: how long the exercise took by the clock on the wall against what it should have,
and the processor time of the serving process for each second of the exercise.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from glasshield import catalog
from glasshield.centre.api.frames import SUBPROTOCOL
from glasshield.exercise.api.serving import Served, serving
from glasshield.exercise.api.table import Table
from glasshield.exercise.log import Start, begun
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.world import Stage

PARTIES: Final = ("aspen", "birch", "cedar", "dogwood")
FROM_S: Final = 180  # all objects are seen by then

_HEAD = """\
schema = "glasshield-exercise-script/1"

[exercise]
id = "many"
name = "Many objects"
lesson = "None."
epoch = "2031-05-05T09:00:00Z"
length = "{length} s"
"""
_PARTY = """
[party.{party}]
name = "{party}"
territory = ["{party}-land"]
defends = ["{party}-land"]

[region.{party}-land]
circle = {{ centre_deg = [{lat}, {lon}], radius = "150 km" }}

[sensor.{party}-radar]
party = "{party}"
position_deg = [{sensor_lat}, {lon}]
range = "2500 km"
delay = "0.5 s"

[rule.{party}]
from = "{party}"
to = [{others}, "centre"]
kinds = ["tracks", "events"]
sensors = ["all"]
delay = "0 s"
name_sensors = true

[sector.{party}]
party = "{party}"
regions = ["{party}-land"]

[flight.{party}]
missile = "mrbm"
from_deg = [21.0, {lon}]
to_deg = [{lat}, {lon}]
start = "1 s"
count = {count}
interval = "1 s"
scatter = "40 km"

[cell.{party}-cell]
name = "{party}"
party = "{party}"
answers = [{{ says = "yes", after = "6 s" }}]

[battery.{party}]
party = "{party}"
interceptor = "sm3-1b"
position_deg = [{battery_lat}, {lon}]
count = 40
hit_probability = 0.7
"""
_READER = """
import sys
from websockets.sync.client import connect
from threading import Thread

def read(url, token):
    with connect(url, subprotocols=[sys.argv[1]], max_size=None, proxy=None,
                 additional_headers={"Authorization": "Bearer " + token}) as line:
        try:
            for _ in line:
                pass
        except Exception:
            pass

for token in sys.argv[3:]:
    Thread(target=read, args=(sys.argv[2], token)).start()
"""


def script(objects: int, length_s: int) -> str:
    """An exercise with so many objects."""
    parts = [_HEAD.format(length=length_s)]
    for number, party in enumerate(PARTIES):
        others = ", ".join(f'"{other}"' for other in PARTIES if other != party)
        parts.append(
            _PARTY.format(
                party=party,
                others=others,
                lat=33.0,
                lon=-38.0 + 5.0 * number,
                sensor_lat=25.0,
                battery_lat=32.0,
                count=objects // len(PARTIES),
            )
        )
    return "\n".join(parts)


def reading(served: Served) -> subprocess.Popen[bytes]:
    """A program that reads all rooms."""
    tokens = [path.read_text(encoding="ascii").strip() for path in served.tokens.values()]
    url = f"ws{served.url.removeprefix('http')}/v1/live"
    return subprocess.Popen([sys.executable, "-c", _READER, SUBPROTOCOL, url, *tokens])


def main() -> None:
    """Prints what was measured."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--objects", type=int, default=200)
    options.add_argument("--speed", type=float, default=10.0)
    options.add_argument("--seconds", type=int, default=300)
    asked = options.parse_args()
    length_s = FROM_S + asked.seconds
    exercise = parse(script(asked.objects, length_s), "many.toml", catalog.load())
    with tempfile.TemporaryDirectory() as folder:
        start = Start(audience=Audience.CONTROLLER_TOO)
        branch = begun(Path(folder) / "run", Stage.of(exercise), start=start)
        table = Table(branch)
        while table.second < FROM_S:
            table.step()
        with serving(table, speed=asked.speed) as served:
            reader = reading(served)
            time.sleep(2.0)
            _measure(served, asked.seconds, asked.speed)
            reader.terminate()
            reader.wait()


def _measure(served: Served, seconds: int, speed: float) -> None:
    place = served.stepper.places["controller"]
    tracks = max(len(each) for each in place.now.published.pictures)
    wall_s, busy_s = time.monotonic(), time.process_time()
    served.stepper.ask(lambda _: served.stepper.go())
    while place.now.clock.state in ("paused", "running"):
        time.sleep(0.2)
    wall_s, busy_s = time.monotonic() - wall_s, time.process_time() - busy_s
    print(f"{tracks} objects seen at the beginning, 4 parties, 5 rooms read")
    print(
        f"{seconds} s of the exercise at {speed:g}x: {wall_s:.1f} s, wanted {seconds / speed:.1f}"
    )
    print(f"real speed {seconds / wall_s:.1f}x; processor {busy_s / seconds * 1e3:.1f} ms a second")


if __name__ == "__main__":
    main()
