from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from glasshield.centre.api.frames import unpack
from glasshield.centre.api.moving import MOST_S, moved_on
from glasshield.centre.api.showing import frame
from glasshield.constants import EARTH_ROTATION_RAD_S
from glasshield.earth.gravity import acceleration
from glasshield.exchange.release.terms import Terms
from tests.centre.api.standing_in import shown
from tests.centre.logged import NOW

FALL_TOL_M = 20.0  # what the third order adds in 15 s
FALL_TOL_M_S = 3.0
TURN = np.array([0.0, 0.0, EARTH_ROTATION_RAD_S])


def fallen(state: np.ndarray, dt_s: float) -> np.ndarray:
    """The same with small steps, and with cross products for the turning Earth."""

    def rate(_t: float, now: np.ndarray) -> np.ndarray:
        position, velocity = now[:3], now[3:]
        felt = acceleration(position) - 2.0 * np.cross(TURN, velocity)
        return np.concatenate([velocity, felt - np.cross(TURN, np.cross(TURN, position))])

    return np.asarray(solve_ivp(rate, (0.0, dt_s), state, rtol=1e-10, atol=1e-6).y[:, -1])


def test_val_free_fall_is_near_an_integration() -> None:
    rng = np.random.default_rng(3)
    for _ in range(20):
        direction = rng.normal(size=(2, 3))
        direction /= np.linalg.norm(direction, axis=1, keepdims=True)
        state = np.concatenate([6.6e6 * direction[0], rng.uniform(0.0, 7.5e3) * direction[1]])
        for dt_s in (0.0, 1.0, MOST_S):
            error = np.abs(moved_on(state[None], np.array([dt_s]))[0] - fallen(state, dt_s))
            assert error[:3].max() <= FALL_TOL_M
            assert error[3:].max() <= FALL_TOL_M_S


def test_nothing_moves_back_or_for_long() -> None:
    state = np.array([[7e6, 0.0, 0.0, 0.0, 7e3, 0.0]] * 3)
    found = moved_on(state, np.array([-5.0, MOST_S, 1e6]))
    np.testing.assert_array_equal(found[0], state[0])
    np.testing.assert_array_equal(found[1], found[2])


def test_a_frame_holds_for_the_time_that_it_states() -> None:
    """What is released late is where it was then, not moved on over the delay."""
    late = 60.0
    seen = replace(shown(2, terms=Terms(delay_s=late)), time_s=np.array([-late, -late - 1.0]))
    (found,) = unpack(frame(seen))
    assert found.time == NOW.plus_s(-late)
    np.testing.assert_allclose(found.state_ecef[0, :3], seen.state_ecef[0, :3], atol=2.0)
    ahead = seen.state_ecef[1, :3] + seen.state_ecef[1, 3:]
    np.testing.assert_allclose(found.state_ecef[1, :3], ahead, atol=20.0)


@pytest.mark.parametrize("value", [np.nan, np.inf, -1e30])
def test_what_has_no_possible_state_is_in_no_frame(value: float) -> None:
    """One such object takes nothing of the others."""
    seen = shown(3)
    seen.state_ecef[1, 4] = value
    (found,) = unpack(frame(seen))
    assert found.number.tolist() == [1, 3]
