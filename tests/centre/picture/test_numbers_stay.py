"""Objects that rise while one party's data are late keep the numbers that they were shown by."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.shown import Shown
from glasshield.exchange.release.rules import RuleSet, Source
from glasshield.exchange.release.terms import EventKind, Terms
from tests.centre.picture.worlds import World, batches, engine, later, registered, rule, run
from tests.fusion.made_up import EPOCH, Sky, sky

COUNT, SPAN_S = 8, 14.0
AHEAD_S = 0.5 * SPAN_S + 1.0  # of the flights' own time the log's begins
LATE_S = 1.8  # within the lag
FAR_M = 30e3  # flights are farther apart than a young track is off
VIEWERS = {"one": True, "two": True, "viewer": False}


def rising(seed: int) -> tuple[Sky, World]:
    """Flights that are seen from some moment on, the one party's data late."""
    rng = np.random.default_rng(seed)
    made = sky(rng, COUNT, span_s=SPAN_S, period_s=0.5)
    born_s = rng.uniform(-0.5 * SPAN_S, 0.2 * SPAN_S, COUNT)
    found = made.detections.take(made.detections.time_s >= born_s[made.object_index])
    found = later(found, AHEAD_S).in_order()
    own = np.array([station.party == "one" for station in found.stations])[found.station_index]
    sent = (
        *batches(found.take(own), every_s=0.1),
        *batches(found.take(~own), every_s=0.1, latency_s=LATE_S),
    )
    rules = RuleSet.of(rule(name, Source(name), "viewer", Terms()) for name in ("one", "two"))
    order = sorted(sent, key=lambda taken: (taken.at, taken.owner))
    return made, World(tuple(order), rules, registered(), VIEWERS)


def flight_of(shown: Shown, row: int, made: Sky) -> int:
    """Which flight an object is: the nearest one, where that is near."""
    time_s = shown.epoch.plus_s(float(shown.time_s[row])).since_s(EPOCH) - AHEAD_S
    there = made.arcs.at(np.full(COUNT, time_s), np.arange(COUNT))[:, :3]
    away_m = np.linalg.norm(there - shown.state_ecef[row, :3], axis=1)
    return int(np.argmin(away_m)) if away_m.min() < FAR_M else -1


@pytest.mark.parametrize("seed", range(4))
def test_regress_a_number_that_was_shown_stays_with_its_flight(seed: int) -> None:
    made, world = rising(seed)
    flight: dict[int, int] = {}
    number: dict[int, int] = {}

    def look(now: Engine) -> None:
        for shown in now.pictures("viewer"):
            for row, its in enumerate(shown.number.tolist()):
                flown = flight_of(shown, row, made)
                if flown >= 0:
                    assert flight.setdefault(its, flown) == flown
                    assert number.setdefault(flown, its) == its

    made_by = engine(world)
    run(made_by, world.batches, SPAN_S + 3.0, every_s=0.05, after=look)
    assert len(number) == COUNT
    assert made_by.late == 0
    told = [each.event for each in made_by.events("viewer")]
    begun = {each.object for each in told if each.kind is EventKind.LAUNCH_DETECTED}
    assert begun >= set(flight)


def test_how_often_pictures_are_read_changes_no_number() -> None:
    _, world = rising(1)
    digests = []
    for every_s in (0.05, 1.0, SPAN_S):
        made = engine(world)
        run(made, world.batches, SPAN_S, every_s=every_s)
        digests.append(made.digest())
    assert len(set(digests)) == 1
