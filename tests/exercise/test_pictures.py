"""Pictures at every n-th tick are the centre's, and draws are counted by what they are for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.centre.picture.shown import Shown
from glasshield.centre.picture.snapshot import Taken
from glasshield.errors import RangeError
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import Mode
from glasshield.exercise.draws import share
from glasshield.exercise.world import Stage, World
from tests.exercise import small

LENGTH_S = 160


def _shown(stage: Stage, options: EngineOptions) -> Shown:
    """The centre's picture after a while, of detections that come once a second."""
    exercise = stage.exercise
    engine = Engine(Mode.EXERCISE, exercise.epoch, options)
    engine.put_parties(stage.stations_by_party(), exercise.epoch)
    engine.put_rules(exercise.rules, exercise.epoch)
    engine.put_viewers({"aspen": True, "birch": True, "centre": False}, exercise.epoch)
    found = World(stage, 3).launched("first", 10.0)
    owner = np.array([each.party for each in found.stations])[found.station_index]
    for second in range(1, LENGTH_S):
        at = exercise.epoch.plus_s(second)
        come = (found.arrival_s > second - 1) & (found.arrival_s <= second)
        for party in ("aspen", "birch"):
            few = found.take(come & (owner == party))
            if len(few):
                engine.take(Taken(party, Mode.EXERCISE, at, at, f"{second}", detections=few))
        engine.advance(at)
    (shown,) = engine.pictures("centre")
    assert engine.counts("centre") == ((shown.picture, len(shown)),)
    assert engine.at == exercise.epoch.plus_s(LENGTH_S - 1)
    return shown


def test_a_picture_at_every_second_is_that_of_every_tick() -> None:
    """To the last digit, where data come at whole seconds."""
    stage = Stage.of(small.exercise())
    every, few = (_shown(stage, EngineOptions(stride=stride)) for stride in (1, 20))
    assert len(every) == 2
    for name in ("number", "time_s", "state_ecef", "packed_covariance", "first_seen_s"):
        np.testing.assert_array_equal(getattr(every, name), getattr(few, name))


def test_delays_are_rounded_up_to_ticks_that_are_run() -> None:
    """Nothing is shown before its time."""
    exercise = small.exercise()
    late = replace(
        exercise,
        rules=RuleSet.of(
            replace(rule, terms=replace(rule.terms, delay_s=1.3)) for rule in exercise.rules
        ),
    )
    shown = _shown(replace(Stage.of(exercise), exercise=late), EngineOptions(stride=20))
    assert shown.terms.delay_s == 2.0


@pytest.mark.parametrize("stride", [0, 3, 30, -20])
def test_a_stride_has_whole_seconds_in_it(stride: int) -> None:
    """Or whole strides in a second."""
    with pytest.raises(RangeError):
        EngineOptions(stride=stride)


def test_draws_are_even_and_their_own() -> None:
    """The same for the same, whatever else is drawn."""
    drawn = np.array([share(7, "engagement", f"flight-{k}", 0) for k in range(4000)])
    assert share(7, "engagement", "flight-5", 0) == drawn[5]
    assert share(7, "engagement", "flight-5", 1) != drawn[5]
    assert share(8, "engagement", "flight-5", 0) != drawn[5]
    assert (drawn >= 0.0).all()
    assert (drawn < 1.0).all()
    # The mean of 4,000 even draws is off by more than 0.02 once in 80,000 times.
    assert abs(drawn.mean() - 0.5) < 0.02
    counts = np.histogram(drawn, bins=10, range=(0.0, 1.0))[0]
    assert counts.min() > 300
