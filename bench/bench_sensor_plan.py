"""How good plans of looks are, and what they cost.

Small cases against every schedule (`tests/reference/sensor_plan.py`), large ones against sensors
that look in turn and against the bound that no schedule comes below. Times are of the processor.

    python bench/bench_sensor_plan.py [--small 600] [--objects 200] [--sensors 8]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent))

# First, because it sets the number of threads of BLAS, which NumPy reads as it loads.
from yardstick import row

# isort: split
import numpy as np

from glasshield.coordination.sensor_plan import (
    SensorPlan,
    least_total_km2,
    plan_sensors,
    round_robin,
    shares,
)
from tests.coordination.planned import Case, large, small
from tests.reference.sensor_plan import best_km2

SAME = 1e-5
T = TypeVar("T")


def timed(work: Callable[..., T], *given: object) -> tuple[T, float]:
    """What something gives, and what it takes of the processor."""
    begun_s = time.process_time()
    found = work(*given)
    return found, time.process_time() - begun_s


def planned(case: Case) -> SensorPlan:
    """The plan of a case."""
    return plan_sensors(case.objects, case.sensors, case.limits, case.horizon_s, case.step_s)


def in_turn(case: Case) -> SensorPlan:
    """The naive schedule of a case."""
    return round_robin(case.objects, case.sensors, case.limits, case.horizon_s, case.step_s)


def against_all(count: int) -> None:
    """Small cases against every schedule."""
    above, naive, plan_s, all_s = [], [], 0.0, 0.0
    for seed in range(count):
        case = small(seed)
        found, taken_s = timed(planned, case)
        falling = case.objects.take(np.flatnonzero(found.falls))
        every = (falling, case.sensors, case.limits, case.step_s, found.offer)
        best, every_s = timed(best_km2, *every)
        above.append(found.total_km2 / best - 1.0)
        naive.append(in_turn(case).total_km2 / best - 1.0)
        plan_s, all_s = plan_s + taken_s, all_s + every_s
    gap, turn = np.array(above), np.array(naive)
    row("small cases", f"{count}", "2 to 4 objects, 1 or 2 sensors, 2 or 3 steps")
    row("solved as by trying every schedule", f"{int(np.sum(gap < SAME))} of {count}")
    row("the worst above the best", f"{100.0 * gap.max():.1f} %")
    row("looking in turn above the best", f"{100.0 * np.median(turn):.1f} %", "median")
    row("", f"{100.0 * np.quantile(turn, 0.9):.0f} %", "nine in ten")
    row("a plan", f"{1e3 * plan_s / count:.0f} ms", "most of it falls to the ground")
    row("every schedule", f"{1e3 * all_s / count:.0f} ms", f"plans take {plan_s / all_s:.2f} of it")


def against_naive(objects: int, sensors: int, most: int) -> None:
    """A large case against sensors that look in turn, and against the bound."""
    case = large(0, objects, sensors, most)
    found, plan_s = timed(planned, case)
    naive, naive_s = timed(in_turn, case)
    least, least_s = timed(least_total_km2, found)
    what = f"{objects} x {sensors} x {len(found.time_s)}, {most} objects each"
    row(what, f"{plan_s:.2f} s", f"{len(found.step)} tasks; in turn {naive_s:.2f} s")
    row("  without looks", f"{found.before_total_km2:,.0f} km2")
    row("  in turn", f"{naive.total_km2:,.0f} km2")
    row(
        "  planned", f"{found.total_km2:,.0f} km2", f"{found.total_km2 / naive.total_km2:.2f} of it"
    )
    row("  no schedule below", f"{least:,.0f} km2", f"bound worked out in {least_s:.2f} s")


def added(objects: int, sensors: int) -> None:
    """What each sensor adds."""
    found = planned(large(0, objects, sensors))
    every, taken_s = timed(shares, found)
    row("what each sensor adds", f"{taken_s:.2f} s", "of all of them")
    for number, each in enumerate(every):
        row(
            f"  sensor {number}: {each.tasks} tasks",
            f"{each.without_km2 - found.total_km2:,.0f} km2",
            f"alone {each.alone_km2:,.0f} km2",
        )


def main() -> None:
    """Runs the bench."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=600)
    parser.add_argument("--objects", type=int, default=200)
    parser.add_argument("--sensors", type=int, default=8)
    chosen = parser.parse_args()
    against_all(chosen.small)
    for most in (3, 10, 25):
        against_naive(chosen.objects, chosen.sensors, most)
    added(chosen.objects, chosen.sensors)


if __name__ == "__main__":
    main()
