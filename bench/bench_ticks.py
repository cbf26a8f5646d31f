"""What each tick of the pictures' thread takes while hundreds of launches begin at once.

The load and the rules of `bench_centre_live.py`, given to an engine alone: no network, no log, no
signatures. Timed is the processor's time of a tick as the centre runs it: batches, feeds, warnings,
the pictures of all viewers, and the digest once a second. After the ticks as a whole it says what
each of their parts took in the mean, and in the longest of them.

    python bench/bench_ticks.py [--rate 15000] [--seconds 20] [--objects 500] [--profile FILE]
"""

from __future__ import annotations

import argparse
import cProfile
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from bench_centre_live import RULES, STAFF
from glasshield import catalog
from glasshield.centre import pauses
from glasshield.centre.applying import parsed_rules
from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.feeds import Running
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.snapshot import Taken
from glasshield.centre.picture.ticks import TICK_S, TICKS_A_SECOND
from glasshield.centre.picture.viewers import Viewer
from glasshield.centre.warning.watch import Watch
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.tracker import Tracker
from live_load import PARTIES, PLACEHOLDER, Load, looks, radars
from tests.centre.picture.worlds import registered

ARRIVES_S, LANDS_S = 0.012, 0.016  # after a look: at the centre, in its log
VIEWERS = {**dict.fromkeys(PARTIES, True), "centre-staff": False}
OPTIONS = EngineOptions(keep_s=60.0, history_s=60.0)
PARTS = 5  # of the time, into which ticks are split
WORST = 5


@dataclass
class Clock:
    """How long parts of a tick take.

    Attributes:
        taken_s: by each in this tick.
        ticks: the same of the ticks before.
    """

    taken_s: dict[str, float] = field(default_factory=dict)
    ticks: list[dict[str, float]] = field(default_factory=list)

    def watch(self, owner: type, name: str, part: str) -> None:
        """Times a method of a class from now on."""
        method: Callable[..., Any] = getattr(owner, name)

        def timed(*arguments: Any, **named: Any) -> Any:
            begin = time.thread_time()
            try:
                return method(*arguments, **named)
            finally:
                taken_s = time.thread_time() - begin
                self.taken_s[part] = self.taken_s.get(part, 0.0) + taken_s

        setattr(owner, name, timed)

    def end(self, taken_s: float) -> None:
        """A tick is over."""
        self.ticks.append({"tick": taken_s, **self.taken_s})
        self.taken_s = {}

    def column(self, part: str) -> np.ndarray:
        """What a part took in each tick, in ms."""
        return np.array([1e3 * each.get(part, 0.0) for each in self.ticks])


def sent(load: Load) -> list[Taken]:
    """What the parties send, in the order of the log."""
    made = []
    for station, seen in zip(radars(load), looks(load), strict=True):
        for time_s, found in seen:
            at, arrived = (PLACEHOLDER.plus_s(time_s + late) for late in (LANDS_S, ARRIVES_S))
            name = f"{station.id} {time_s:.3f}"
            made.append(Taken(station.party, Mode.EXERCISE, at, arrived, name, found))
    return sorted(made, key=lambda taken: (taken.at, taken.identity))


def prepared(load: Load) -> Engine:
    """An engine that knows the parties and their rules."""
    engine = Engine(Mode.EXERCISE, PLACEHOLDER, OPTIONS)
    known = catalog.load()
    head = 'schema = "glasshield-rules/1"\n'
    texts = {party: head + RULES[party] + STAFF.format(party=party) for party in PARTIES}
    rules = [one for party in PARTIES for one in parsed_rules(texts[party].encode(), party, known)]
    engine.put_parties(registered(radars(load)), PLACEHOLDER)
    engine.put_rules(RuleSet.of(rules), PLACEHOLDER)
    engine.put_viewers(VIEWERS, PLACEHOLDER)
    return engine


def run(engine: Engine, batches: list[Taken], load: Load, clock: Clock) -> Iterator[int]:
    """Runs tick after tick, and says how many events each tells."""
    waiting = iter(batches)
    batch = next(waiting, None)
    for tick in range(1, round(load.seconds / TICK_S)):
        now = PLACEHOLDER.plus_s(TICK_S * tick)
        begin = time.thread_time()
        while batch is not None and batch.at <= now:
            engine.take(batch)
            batch = next(waiting, None)
        events = engine.advance(now)
        shown = time.thread_time()
        for viewer in VIEWERS:
            engine.pictures(viewer)
            engine.events(viewer)
        made = time.thread_time()
        clock.taken_s["pictures"] = made - shown
        if tick % TICKS_A_SECOND == 0:
            engine.digest()
        clock.taken_s["digest"] = time.thread_time() - made
        clock.end(time.thread_time() - begin)
        yield len(events)


def report(clock: Clock, told: list[int]) -> None:
    """Prints how long ticks took, and what took it."""
    ticks = clock.column("tick")
    quantiles = (0.5, 0.9, 0.99, 1.0)
    row("ticks, ms", _said(np.quantile(ticks, quantiles)), "median, 90, 99 %, longest")
    row("share of a core", f"{ticks.mean() / (1e3 * TICK_S):.2f}")
    for part, rows in enumerate(np.array_split(np.arange(len(ticks)), PARTS)):
        said = _said(np.quantile(ticks[rows], quantiles))
        row(f"  from {rows[0] * TICK_S:.0f} s on", said, f"{sum(told[k] for k in rows)} events")
        del part
    names = sorted({name for each in clock.ticks for name in each} - {"tick"})
    for name in names:
        values = clock.column(name)
        row(f"  {name}", _said([values.mean(), *np.quantile(values, (0.99, 1.0))]),
            "mean, 99 %, longest")  # fmt: skip
    for worst in np.argsort(-ticks)[:WORST].tolist():
        parts = ", ".join(f"{name} {clock.column(name)[worst]:.1f}" for name in names)
        row(f"  tick at {(worst + 1) * TICK_S:.2f} s", f"{ticks[worst]:.1f}",
            f"{parts}, {told[worst]} events")  # fmt: skip


def _said(values: Any) -> str:
    return ", ".join(f"{each:.1f}" for each in values)


def main() -> None:
    """Prints what ticks take."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rate", type=float, default=15_000.0, help="detections a second")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--objects", type=int, default=500)
    parser.add_argument("--profile", default="", help="a file for the samples of cProfile")
    asked = parser.parse_args()
    load = Load(asked.rate, asked.seconds, asked.objects)
    clock = Clock()
    if not asked.profile:
        clock.watch(Watch, "look", "watch")
        clock.watch(Tracker, "feed", "tracker")
        clock.watch(Running, "take", "taking")
        clock.watch(Viewer, "look", "viewers")
    engine, batches = prepared(load), sent(load)
    engine.advance(PLACEHOLDER)  # makes what all pictures need, before anybody sends
    profile = cProfile.Profile()
    with pauses.few():
        if asked.profile:
            profile.enable()
        told = list(run(engine, batches, load, clock))
        profile.disable()
    if asked.profile:
        profile.dump_stats(asked.profile)
    report(clock, told)
    row("feeds", str(engine.feeds))
    row("pictures at the end", engine.digest()[:16])


if __name__ == "__main__":
    main()
