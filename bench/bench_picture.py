"""The engine of the centre's picture at full load: what six different pictures cost.

Five hundred objects in free flight, ten radars of three parties that look ten times a second,
50,000 detections a second, a batch of each party every 50 ms, and rules that make six trackers of
them. Timed is the thread of the engine alone: parsing, signatures, log and network are not in it.

    python bench/bench_picture.py [SECONDS] [--bare] [--registration]

`--bare` leaves out warnings, `--registration` learns the biases of the radars.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.picture.usual import usual_parts
from glasshield.earth.time import Instant
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import Kind, Mode, Terms
from glasshield.fusion.online import USUAL as ONLINE
from glasshield.sensing.station import Station
from tests.centre.picture.worlds import PARTS, batches, later, registered
from tests.fusion.made_up import EPOCH, sky

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1][0] != "-" else 20.0
OBJECTS, RADARS, PERIOD_S = 500, 10, 0.1
PART_S, TICK_S = 20.0, 0.05
NEVER = Taken("", Mode.EXERCISE, Instant(1 << 60), Instant(1 << 60), "never")
PARTIES = ("birch", "cedar", "elm")
KINDS = frozenset({Kind.EVENTS, Kind.TRACKS})
COARSE = Terms(position_m=1e3, velocity_m_s=10.0, covariance_factor=4.0, names_sensors=False)


def radars() -> tuple[Station, ...]:
    """Ten radars around the middle of the objects, of three parties in turn."""
    angles = 2.0 * math.pi * np.arange(RADARS) / RADARS
    return tuple(
        Station(
            f"radar-{k}",
            math.radians(50.5 + 4.0 * math.sin(angle)),
            math.radians(26.0 + 7.0 * math.cos(angle)),
            party=PARTIES[k % len(PARTIES)],
            period_s=PERIOD_S,
        )
        for k, angle in enumerate(angles)
    )


def rules() -> RuleSet:
    """Birch gets cedar's tracks coarsely, cedar everything 10 s late, the staff all at once."""
    late = Terms(delay_s=10.0, position_m=5e3, velocity_m_s=50.0, time_s=1.0)
    granted = [
        ("cedar", "birch", COARSE),
        ("birch", "cedar", late),
        ("elm", "cedar", late),
        *((party, "staff", Terms()) for party in PARTIES),
    ]
    return RuleSet.of(
        Rule(f"rule-{k}", Source(owner), frozenset({to}), KINDS, Mode.EXERCISE, terms)
        for k, (owner, to, terms) in enumerate(granted)
    )


def sent(stations: tuple[Station, ...]) -> Iterator[Taken]:
    """What the parties send: of other objects every so often, so that it may go on for long."""
    for part in range(math.ceil(SECONDS / PART_S)):
        found = sky(
            np.random.default_rng(part),
            OBJECTS,
            span_s=PART_S,
            period_s=PERIOD_S,
            stations=stations,
            probability=0.99,
        )
        moved = later(found.detections, (part + 0.5) * PART_S + 1.0).in_order()
        yield from batches(moved, every_s=0.05, latency_s=0.01)


def prepared(stations: tuple[Station, ...]) -> Engine:
    """An engine that knows the parties and their rules."""
    parts = PARTS if "--bare" in sys.argv else usual_parts()
    options = EngineOptions(registration=ONLINE if "--registration" in sys.argv else None)
    engine = Engine(Mode.EXERCISE, EPOCH, options, parts)
    engine.put_parties(registered(stations), EPOCH)
    engine.put_rules(rules(), EPOCH)
    engine.put_viewers({**dict.fromkeys(PARTIES, True), "staff": False}, EPOCH)
    return engine


def main() -> None:
    """Prints what the engine's thread takes of a core, by tick and altogether."""
    stations = radars()
    engine, coming = prepared(stations), sent(stations)
    waiting = next(coming)
    figures, count, memory = [], 0, []
    for tick in range(1, round((SECONDS + 1.0) / TICK_S) + 1):
        now = EPOCH.plus_s(TICK_S * tick)
        due = []
        while waiting.at <= now:
            due.append(waiting)
            waiting = next(coming, NEVER)
        begin = time.thread_time()
        for batch in due:
            engine.take(batch)
        engine.advance(now)
        made = time.thread_time()
        for viewer in (*PARTIES, "staff"):
            engine.pictures(viewer)
        figures.append((made - begin, time.thread_time() - made))
        count += sum(len(batch.detections or ()) for batch in due)
        if tick % round(PART_S / TICK_S) == 0:
            memory.append(resident_mb())
    report(engine, count, np.array(figures), memory)
    begin = time.thread_time()
    engine.restart(engine.at.plus_s(TICK_S))
    engine.advance(engine.at.plus_s(TICK_S))
    taken_s = time.thread_time() - begin
    row("all made anew, s", f"{taken_s:.1f}", f"out of the last {engine.options.keep_s:g} s")


def resident_mb() -> float:
    """What the process holds of the machine's memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


def report(engine: Engine, count: int, figures: np.ndarray, memory: list[float]) -> None:
    """Prints the figures."""
    ticks, shown = figures[round(5.0 / TICK_S) :].T
    row("detections a second", f"{count / SECONDS:,.0f}", f"{engine.feeds} trackers")
    row("tracks shown", str([len(each) for each in engine.pictures("staff")]))
    share = (ticks + shown).mean() / TICK_S
    row("share of a core", f"{share:.2f}", f"pictures {shown.mean() / TICK_S:.3f} of it")
    for name, values in (("ticks", ticks), ("ticks with pictures", ticks + shown)):
        parts = np.quantile(1e3 * values, (0.5, 0.99, 1.0))
        row(f"{name}, ms", "{:.1f}, {:.1f}, {:.1f}".format(*parts), "median, 99 %, longest")
    row("memory, MB", ", ".join(f"{each:,.0f}" for each in memory), f"every {PART_S:g} s")


if __name__ == "__main__":
    main()
