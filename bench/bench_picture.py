"""The engine of the centre's picture at full load: what six different pictures cost.

Five hundred objects in free flight, ten radars of three parties that look ten times a second,
50,000 detections a second, a batch of each party every 50 ms, and rules that make six trackers of
them. Timed is the thread of the engine alone: parsing, signatures, log and network are not in it.

    python bench/bench_picture.py [SECONDS]
"""

from __future__ import annotations

import cProfile
import math
import pstats
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.usual import usual_parts
from glasshield.exchange.release.rules import Rule, RuleSet, Source
from glasshield.exchange.release.terms import Kind, Mode, Terms
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station
from tests.centre.picture.worlds import PARTS, batches, later, registered
from tests.fusion.made_up import EPOCH, sky

SECONDS = float(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1][0] != "-" else 20.0
OBJECTS, RADARS, PERIOD_S = 500, 10, 0.1
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


def detections(stations: tuple[Station, ...]) -> Detections:
    """What the radars report of the objects."""
    found = sky(
        np.random.default_rng(1),
        OBJECTS,
        span_s=SECONDS,
        period_s=PERIOD_S,
        stations=stations,
        probability=0.99,
    )
    return later(found.detections, 0.5 * SECONDS + 1.0).in_order()


def main() -> None:
    """Prints what the engine's thread takes of a core, by tick and altogether."""
    stations = radars()
    found = detections(stations)
    sent = batches(found, every_s=0.05, latency_s=0.01)
    parts = PARTS if "--bare" in sys.argv else usual_parts()
    engine = Engine(Mode.EXERCISE, EPOCH, EngineOptions(), parts)
    engine.put_parties(registered(stations), EPOCH)
    engine.put_rules(rules(), EPOCH)
    engine.put_viewers({**dict.fromkeys(PARTIES, True), "staff": False}, EPOCH)
    ticks, shown = [], []
    waiting = list(reversed(sent))
    profile = cProfile.Profile() if "--profile" in sys.argv else None
    if profile:
        profile.enable()
    for tick in range(1, round((SECONDS + 1.0) / 0.05) + 1):
        now = EPOCH.plus_s(0.05 * tick)
        begin = time.thread_time()
        while waiting and waiting[-1].at <= now:
            engine.take(waiting.pop())
        engine.advance(now)
        made = time.thread_time()
        for viewer in (*PARTIES, "staff"):
            engine.pictures(viewer)
        ticks.append(made - begin)
        shown.append(time.thread_time() - made)
    if profile:
        profile.disable()
        pstats.Stats(profile).sort_stats("tottime").print_stats(35)
    report(engine, len(found), np.array(ticks), np.array(shown))


def report(engine: Engine, count: int, ticks: np.ndarray, shown: np.ndarray) -> None:
    """Prints the figures."""
    steady = slice(round(5.0 / 0.05), None)
    share = (ticks + shown)[steady].mean() / 0.05
    row("detections a second", f"{count / SECONDS:,.0f}", f"{engine.feeds} trackers")
    row("tracks shown", str([len(each) for each in engine.pictures("staff")]))
    row("share of a core", f"{share:.2f}", f"pictures {shown[steady].mean() / 0.05:.3f} of it")
    for name, values in (("ticks", ticks), ("ticks with pictures", ticks + shown)):
        parts = np.quantile(1e3 * values[steady], (0.5, 0.99, 1.0))
        row(f"{name}, ms", "{:.1f}, {:.1f}, {:.1f}".format(*parts), "median, 99 %, longest")
    row("memory, MB", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3:,.0f}")


if __name__ == "__main__":
    main()
