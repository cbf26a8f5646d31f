"""What a look costs where thousands of plots lie in one gate, beside as many spread over the sky.

    python bench/bench_clouds.py

There is no peer to set beside it: the question is whether the time goes with the plots or with
their cube, as that of a best assignment over all of them does.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from yardstick import row

# isort: split
import numpy as np

from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from glasshield.sensing.detections import Detections
from tests.fusion.made_up import EPOCH, STATIONS
from tests.fusion.test_dense_clouds import cloud

COUNTS = (1_000, 3_000, 10_000, 20_000)
LOOKS = 5


def main() -> None:
    """Times looks of growing clouds, and prints the slowest of each."""
    rng = np.random.default_rng(1)
    for count in COUNTS:
        point = slowest_s([cloud(float(look), count, 0.0) for look in range(LOOKS)])
        spread = slowest_s([scattered(rng, float(look), count) for look in range(LOOKS)])
        row(f"{count:,} plots in one point, ms a look", f"{1e3 * point:.0f}",
            f"{1e3 * spread:.0f} spread over the sky")  # fmt: skip


def slowest_s(looks: list[Detections]) -> float:
    """The longest time that one of the looks takes, with the picture after it."""
    tracker = Tracker(STATIONS, EPOCH, Options())
    longest_s = 0.0
    for look in looks:
        began_s = time.perf_counter()
        tracker.step(look)
        longest_s = max(longest_s, time.perf_counter() - began_s)
    return longest_s


def scattered(rng: np.random.Generator, time_s: float, count: int) -> Detections:
    """Plots all over what one radar sees."""
    return replace(
        cloud(time_s, count, 0.0),
        range_m=rng.uniform(2e5, 3e6, count),
        azimuth_rad=rng.uniform(0.0, 2.0 * np.pi, count),
        elevation_rad=rng.uniform(0.05, 1.4, count),
    )


if __name__ == "__main__":
    main()
