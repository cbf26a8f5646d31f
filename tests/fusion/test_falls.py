"""The compiled falls: against their twin, and one equals many on every processor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
import pytest
from jaxtyping import Float

from glasshield import kernels
from glasshield.fusion import arcs
from glasshield.fusion.falls import Way, fall, followed
from tests.fusion import made_up
from tests.reference import falls as twin

pytestmark = pytest.mark.kernels

# Two orders of the same sums, and two exponentials, over some hundred steps.
TWIN_TOL_S: Final = 1e-8
TWIN_TOL_M: Final = 1e-5
SAMPLE_TOL_M: Final = 0.05  # Hermite's cubic over 20 s of free flight
ROUNDING: Final = 4e-16  # velocities are read as ways over a step
COUNT: Final = 67  # no whole number of lanes


def cases(count: int = COUNT) -> tuple[Float[np.ndarray, "n 6"], Float[np.ndarray, "n"]]:
    """Coasting states; some that fall already, one below the ground, one that never comes down."""
    rng = np.random.default_rng(5)
    state = made_up.states(rng, count)
    state[::5, :3] *= (6_378e3 + rng.uniform(2e3, 90e3, (len(state[::5]), 1))) / np.linalg.norm(
        state[::5, :3], axis=-1, keepdims=True
    )
    state[1, :3] *= 6_300e3 / np.linalg.norm(state[1, :3])
    up = state[2, :3] / np.linalg.norm(state[2, :3])
    state[2, 3:] -= up * (up @ state[2, 3:])
    state[2, 3:] *= 8_300.0 / np.linalg.norm(state[2, 3:])
    return state, 1.0 / (3_000.0 * np.exp(rng.standard_normal(count)))


@pytest.fixture
def every_isa() -> Iterator[list[str]]:
    best = kernels.best_isa()
    names = ["baseline", "avx2", "avx512"]
    yield names[: names.index(best) + 1]
    kernels.set_isa(best)


def test_val_falls_are_those_of_the_twin() -> None:
    state, drag = cases()
    found, expected = fall(state, drag), twin.fall(state, drag)
    assert found.landed.tolist() == expected.landed.tolist()
    assert not found.landed[2]
    assert np.nanmax(np.abs(found.time_s - expected.time_s)) < TWIN_TOL_S
    assert np.nanmax(np.abs(found.state_ecef - expected.state_ecef)) < TWIN_TOL_M


def test_prop_neighbours_and_instruction_sets_change_no_digit(every_isa: list[str]) -> None:
    state, drag = cases()
    way = Way(longest_s=1_500.0)
    expected, samples = followed(state, drag, way)
    for isa in every_isa:
        kernels.set_isa(isa)
        found, again = followed(state, drag, way)
        np.testing.assert_array_equal(found.state_ecef, expected.state_ecef)
        np.testing.assert_array_equal(again, samples)
        for k in range(0, COUNT, 9):
            one, its = followed(state[k : k + 1], drag[k : k + 1], way)
            np.testing.assert_array_equal(one.time_s, expected.time_s[k : k + 1])
            np.testing.assert_array_equal(its[0], samples[k, : its.shape[1]])


def test_samples_are_places_on_the_way_and_end_with_it() -> None:
    state, drag = cases()
    falls, samples = followed(state, drag, Way(longest_s=1_200.0, sample_s=5.0, every=3))
    assert len(samples) == -(-COUNT // 3)
    np.testing.assert_allclose(samples[:, 0], state[::3], rtol=ROUNDING)
    last = np.count_nonzero(np.isfinite(samples[:, :, 0]), axis=1) - 1
    ended = falls.time_s[::3]
    down = np.isfinite(ended)
    assert (last[down] == np.floor(ended[down] / 5.0)).all()
    for k in np.flatnonzero(last > 4):
        here = samples[k, :1]
        for sample in range(1, 5):
            if arcs.height_m(here[:, :3])[0] < 150e3:
                break  # the air is the twin's business
            here = arcs.step(here, np.array([5.0]))
            assert np.linalg.norm(samples[k, sample, :3] - here[0, :3]) < SAMPLE_TOL_M


def test_what_is_followed_too_short_does_not_land() -> None:
    state, drag = cases()
    whole = fall(state, drag)
    short, _ = followed(state, drag, Way(longest_s=100.0))
    late = whole.landed & (whole.time_s > 100.0 + twin.COAST_STEP_S)
    assert late.any()
    assert not short.landed[late].any()
    np.testing.assert_array_equal(short.time_s[short.landed], whole.time_s[short.landed])


def test_of_states_that_are_not_finite_nothing_is_known() -> None:
    state, drag = cases(9)
    expected = fall(state, drag)
    state[4, 1], state[6, 5] = np.nan, np.inf
    found, samples = followed(state, drag, Way())
    assert not found.landed[[4, 6]].any()
    assert np.isnan(samples[4]).all()
    others = [0, 1, 2, 3, 5, 7, 8]
    np.testing.assert_array_equal(found.time_s[others], expected.time_s[others])


def test_nothing_falls_where_there_is_nothing() -> None:
    found, samples = followed(np.empty((0, 6)), np.empty(0), Way())
    assert len(found.time_s) == 0
    assert samples.shape == (0, 2, 6)


def test_the_kernel_refuses_arrays_that_do_not_fit() -> None:
    state, drag = cases(4)
    air = (np.zeros((1, 7)), np.zeros((1, 8)), np.zeros((1, 4)), np.zeros(9), 0.0, 100.0)
    ended, samples = np.empty((4, kernels.ENDED_COLUMNS)), np.empty((0, 0, 6))
    with pytest.raises(ValueError, match="drag"):
        kernels.fall(state, drag[:3], 10.0, *air, 4.0, 1, 1, ended, samples)
    with pytest.raises(ValueError, match="ended"):
        kernels.fall(state, drag, 10.0, *air, 4.0, 1, 1, ended[:3], samples)
    with pytest.raises(ValueError, match="every"):
        kernels.fall(state, drag, 10.0, *air, 4.0, 0, 1, ended, samples)
    with pytest.raises(ValueError, match="samples"):
        kernels.fall(state, drag, 10.0, *air, 4.0, 2, 1, ended, np.empty((4, 3, 6)))
