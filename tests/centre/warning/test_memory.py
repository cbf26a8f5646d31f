"""Flights that are gone: known again whenever they come back, at the same cost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.centre.picture.snapshot import Snapshot
from glasshield.centre.warning import again
from glasshield.centre.warning.impacts import Widening
from glasshield.centre.warning.look import Look
from glasshield.centre.warning.memory import Memory
from glasshield.centre.warning.options import USUAL
from glasshield.centre.warning.sightings import Flight, Gone
from glasshield.exchange.release.terms import Mode
from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from tests.centre.warning.watched import Arrivals, snapshot_of
from tests.fusion.made_up import EPOCH, STATIONS, states

COUNT = 40
SPREAD = np.diag((100.0,) * 3 + (1.0,) * 3) ** 2
# Steps of a second against steps of twenty, over three minutes: far below the spread.
SAME_M, SAME_M_S = 0.01, 1e-4
AFTER_S = 180.0


def look(after_s: float) -> Look:
    """A look at which nobody is seen."""
    tracker = Tracker(STATIONS, EPOCH, Options(), None)
    nobody = Arrivals(np.empty(0), np.empty(0))
    seen: Snapshot = snapshot_of(tracker, STATIONS, EPOCH.plus_s(after_s), nobody)
    seen = replace(seen, mode=Mode.EXERCISE)
    return Look(seen, tracker, seen.at, Widening.of(STATIONS, USUAL.biases, None))


@pytest.fixture
def memory() -> Memory:
    """One that holds flights which left within a second."""
    made = Memory(USUAL.memory_s, USUAL.lost_after_s)
    rng = np.random.default_rng(3)
    left_s = rng.uniform(0.0, 1.0, COUNT)
    for k, state in enumerate(states(rng, COUNT)):
        flight = Flight(k, EPOCH, None)
        made.keep(Gone(k, 0, float(left_s[k]), True, float(left_s[k]), state, SPREAD, True, flight))
    return made


def test_states_that_are_carried_little_by_little_are_those_carried_at_once(memory: Memory) -> None:
    for second in range(1, int(AFTER_S) + 1):
        memory.pass_by(look(float(second)))
    found = memory.missing(look(AFTER_S))
    times_s = np.array([each.time_s for each in found.gone])
    begin = np.array([each.state_ecef for each in found.gone])
    there, spread = again.carried(times_s, begin, np.tile(SPREAD, (COUNT, 1, 1)), AFTER_S)
    off = np.abs(found.state_ecef - there)
    assert off[:, :3].max() < SAME_M
    assert off[:, 3:].max() < SAME_M_S
    assert np.allclose(np.linalg.eigvalsh(found.covariance), np.linalg.eigvalsh(spread), rtol=1e-4)


def test_one_that_is_back_is_nobody_else_too(memory: Memory) -> None:
    found = memory.missing(look(60.0))
    state = found.state_ecef[7].copy()
    back = found.take(900, state, SPREAD)
    assert back is not None
    assert back.number == 7
    assert found.take(901, state, SPREAD) is None


def test_one_that_comes_under_its_own_number_is_the_same_wherever_it_is(memory: Memory) -> None:
    found = memory.missing(look(60.0))
    back = found.take(12, np.full(6, 1e6), SPREAD)
    assert back is not None
    assert back.number == 12
    memory.take(back)
    assert all(each.number != 12 for each in memory.missing(look(61.0)).gone)


def test_one_that_is_far_from_all_is_none_of_them(memory: Memory) -> None:
    found = memory.missing(look(60.0))
    assert found.take(900, found.state_ecef[0] + 1e6, SPREAD) is None
    assert len(found.gone) == COUNT
