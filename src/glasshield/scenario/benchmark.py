"""The set-up that trackers are measured on, at any number of objects."""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from glasshield import catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.scenario.simulate import Simulation, simulate

BENCHMARK: Final = "five-hundred"


def benchmark(objects: int, seed: int = 1, duration_s: float = 100.0) -> Simulation:
    """The scenario `five-hundred` with so many objects and of such a length.

    Objects in free flight, in view of all three radars all the time; each radar looks once a
    second, a third of a second apart, with 50 m, 0.05 deg, a detection probability of 0.95 and
    5 false alarms a look.

    Args:
        objects: how many.
        seed: of the draws.
        duration_s: of the looking.
    """
    record = _record()
    (swarm,) = record.swarms
    count = msgspec.structs.replace(swarm.count, value=float(objects))
    changed = msgspec.structs.replace(
        record,
        swarms=(msgspec.structs.replace(swarm, count=count),),
        duration=msgspec.structs.replace(record.duration, value=duration_s),
    )
    return simulate(changed, catalog.load(), seed)


@cache
def _record() -> Scenario:
    return catalog.load().scenarios[BENCHMARK]
