from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import RangeError
from glasshield.exercise.api.pacing import MOST_SPEED, Pace

ROUNDING_TOL_S = 1e-9  # sums of times


def test_a_step_is_due_after_its_share_of_a_second() -> None:
    pace = Pace(1.0, 10.0)
    assert pace.wait_s(100.0) is None
    pace.begin(100.0)
    assert pace.wait_s(100.0) == pytest.approx(0.1, abs=ROUNDING_TOL_S)
    assert pace.wait_s(100.2) == 0.0


def test_a_longer_step_is_due_less_often() -> None:
    pace = Pace(5.0, 10.0)
    pace.begin(0.0)
    assert pace.wait_s(0.0) == pytest.approx(0.5, abs=ROUNDING_TOL_S)


@given(st.floats(1.0, 60.0), st.integers(1, 500))
def test_prop_steps_do_not_drift(speed: float, steps: int) -> None:
    pace = Pace(1.0, speed)
    pace.begin(0.0)
    now_s = 0.0
    for _ in range(steps):
        wait_s = pace.wait_s(now_s)
        assert wait_s is not None
        now_s += wait_s + 1e-4  # each is a little late
        pace.stepped(now_s)
    assert now_s <= steps / speed + 2e-4


def test_a_run_that_was_held_up_goes_on_and_does_not_hurry() -> None:
    pace = Pace(1.0, 10.0)
    pace.begin(0.0)
    pace.stepped(30.0)
    assert pace.wait_s(30.0) == 0.0
    pace.stepped(30.01)
    wait_s = pace.wait_s(30.01)
    assert wait_s is not None
    assert wait_s > 0.05


def test_the_real_speed_is_that_of_the_last_seconds() -> None:
    pace = Pace(1.0, 10.0)
    pace.begin(0.0)
    assert pace.real_speed is None
    for step in range(1, 41):
        pace.stepped(0.25 * step)
    assert pace.real_speed == pytest.approx(4.0, abs=0.1)
    pace.end()
    assert pace.real_speed is None
    assert pace.wait_s(11.0) is None


@pytest.mark.parametrize("speed", [0.0, 0.5, -1.0, MOST_SPEED + 1.0, math.nan, math.inf])
def test_there_are_speeds_at_which_no_exercise_goes(speed: float) -> None:
    with pytest.raises(RangeError, match="1x to 60x"):
        Pace(1.0, speed)
    pace = Pace()
    with pytest.raises(RangeError):
        pace.put_speed(speed, 0.0)
    assert pace.speed == 1.0
