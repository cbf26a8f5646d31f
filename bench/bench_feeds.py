"""What a running tracker costs: small feeds, late data, the picture, and memory over many of them.

Three radars see all objects, so often that a feed of 50 ms holds so many detections. Late data: the
second radar's come 0.1 s after the first's, the third's 0.3 s, so that every feed goes back. The
percentages are of one core, at 20 feeds a second, tracker and picture together.

    python bench/bench_feeds.py              500 objects
    python bench/bench_feeds.py 5000         so many
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, replace

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from glasshield.scenario.benchmark import benchmark
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure

FEEDS_PER_S = 20
PROBABILITY = 0.95
SIGMA = np.array([50.0, np.radians(0.05), np.radians(0.05), 1.0])
LATE_S = np.array([0.0, 0.1, 0.3])
DURATION_S = 8.0
WARM_S = 2.0
HISTORY = Options(history_s=1_800.0, history_every_s=1.0)
MANY_ROUNDS = 60


@dataclass(frozen=True)
class Cost:
    """Microseconds of each feed and each picture, and what the tracker then holds."""

    feed_us: np.ndarray
    picture_us: np.ndarray
    tracker: Tracker
    confirmed: int


def stream(objects: int, rate_1_s: float) -> Detections:
    """Detections of three radars, so many a second altogether."""
    made, rng = benchmark(objects, seed=1, duration_s=DURATION_S + 1.0), np.random.default_rng(1)
    period_s = 3.0 * objects / rate_1_s
    stations = tuple(
        replace(each, period_s=period_s, false_alarms=0.0) for each in made.detections.stations
    )
    frames, columns = Frames.of(stations), []
    for look, time_s in enumerate(np.arange(0.0, DURATION_S, period_s / 3.0)):
        state = made.truth.states_at(np.array([time_s]))[:, 0]
        four = measure(frames.take(np.full(objects, look % 3)), state)
        four = (four + rng.normal(size=four.shape) * SIGMA)[rng.uniform(size=objects) < PROBABILITY]
        columns.append(
            np.column_stack((np.full(len(four), time_s), np.full(len(four), look % 3), four))
        )
    every = np.concatenate(columns)
    return Detections.of(
        made.detections.epoch,
        stations,
        every[:, 0],
        every[:, 1].astype(np.int32),
        range_m=every[:, 2],
        azimuth_rad=every[:, 3] % (2.0 * np.pi),
        elevation_rad=every[:, 4],
        simulated=True,
    )


def feeds(given: Detections, *, late: bool = False) -> list[Detections]:
    """The detections feed by feed, as they arrive."""
    arrival_s = given.time_s + (LATE_S[given.station_index] if late else 0.0)
    feed = np.floor(arrival_s * FEEDS_PER_S)
    return [given.take(feed == one) for one in np.arange(feed.min(), feed.max() + 1.0)]


def cost(parts: list[Detections], options: Options) -> Cost:
    """What each feed and each picture takes, after the first seconds."""
    tracker = Tracker(parts[0].stations, parts[0].epoch, options, online=None)
    feed_us, picture_us = [], []
    for part in parts:
        begin = time.thread_time()
        tracker.feed(part)
        fed = time.thread_time()
        picture = tracker.picture()
        done = time.thread_time()
        feed_us.append(1e6 * (fed - begin))
        picture_us.append(1e6 * (done - fed))
    warm = int(WARM_S * FEEDS_PER_S)
    return Cost(
        np.array(feed_us[warm:]), np.array(picture_us[warm:]), tracker, int(picture.confirmed.sum())
    )


def small_feeds(objects: int) -> None:
    """Prints the cost of feeds of several sizes, lags and orders."""
    for size in (25, 250, 2_500):
        given = stream(objects, size * FEEDS_PER_S)
        for lag_s, late in ((0.0, False), (2.0, False), (2.0, True), (5.0, False), (5.0, True)):
            found = cost(feeds(given, late=late), replace(HISTORY, lag_s=lag_s))
            mean_us = found.feed_us.mean() + found.picture_us.mean()
            held, scans, states = found.tracker._kernel.kept()
            row(f"{size} a feed, lag {lag_s:.0f} s{', late' if late else ''}",
                f"{found.feed_us.mean():,.0f} us",
                f"99 % {np.percentile(found.feed_us, 99):,.0f}, picture "
                f"{np.median(found.picture_us):,.0f} us, {mean_us * FEEDS_PER_S / 1e4:.1f} % of a "
                f"core; {found.confirmed} tracks, {states} states for {scans} scans, "
                f"history {held / 2**20:.0f} MB")  # fmt: skip


def memory(objects: int) -> None:
    """Prints how the process grows while 50,000 detections a second come for minutes."""
    given = stream(objects, 50_000.0)
    options = replace(HISTORY, lag_s=2.0, history_s=60.0)
    tracker = Tracker(given.stations, given.epoch, options, online=None)
    grown = []
    for again in range(MANY_ROUNDS):
        later = replace(given, time_s=given.time_s + again * (DURATION_S + 5.0))
        for part in feeds(later):
            tracker.feed(part)
        grown.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0)
    half = grown[len(grown) // 2]
    row(f"{MANY_ROUNDS * len(given):,} detections, most memory", f"{grown[-1]:,.0f} MB",
        f"{grown[-1] - half:+.1f} MB in the second half")  # fmt: skip


def main() -> None:
    """Runs all of it."""
    objects = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    small_feeds(objects)
    memory(objects)


if __name__ == "__main__":
    main()
