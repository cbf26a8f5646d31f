"""The packaged test, rehearsed and watched by two ships, for tests of what follows from that."""

from __future__ import annotations

import functools
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from glasshield.monitoring.document import Evaluation
from glasshield.monitoring.evaluation import evaluate
from glasshield.monitoring.rehearsal import Rehearsal, Rehearsed, rehearse
from glasshield.sensing.detections import Detections
from glasshield.workspace import Workspace
from tests.monitoring.made_up import TEST

SEED = 3


class Watch(NamedTuple):
    """A side's own radar, and an error of it that its owner does not know."""

    station: str
    range_error_m: float = 0.0


@functools.cache
def rehearsed() -> Rehearsed:
    """The test as it is announced, flown by the declared vehicle."""
    facts = Workspace.default().catalog
    return rehearse(facts.tests[TEST], facts, Rehearsal(seed=SEED))


def seen_by(watch: Watch) -> Detections:
    """What one ship reports."""
    every = rehearsed().detections
    names = [station.id for station in every.stations]
    own = every.take(every.station_index == names.index(watch.station))
    return replace(
        own,
        stations=(every.stations[names.index(watch.station)],),
        station_index=np.zeros(len(own), dtype=np.int32),
        range_m=own.range_m + watch.range_error_m,
    )


@functools.cache
def evaluated_by(watch: Watch) -> Evaluation:
    """What one ship makes of it, alone."""
    made = rehearsed()
    return evaluate(made.test, seen_by(watch), made.launches, Workspace.default(), _silent)


def _silent(done: float, doing: str) -> None:
    del done, doing
