"""Magazines: exact numbers of leakers by hand, by brute force, by simulation."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.errors import RangeError
from glasshield.shield.magazine import (
    Doctrine,
    Raid,
    leakers,
    mean_leakers,
    simulated_leakers,
)

ROUNDING = 1e-12  # probabilities that are summed in double precision
TRIALS = 40_000
SIGMAS = 5.0  # of Monte Carlo error: one honest draw in two million lies beyond

SALVO, ONE_BY_ONE = Doctrine.SALVO, Doctrine.SHOOT_LOOK_SHOOT

RAIDS = [
    Raid(missiles, interceptors, shots, chance, doctrine)
    for missiles, interceptors, shots, chance in (
        (10, 10, 2, 0.5),
        (5, 10, 4, 0.3),
        (7, 10, 2, 0.8),
        (7, 9, 2, 0.6),
        (4, 30, 3, 0.6),
        (40, 10, 2, 0.7),
        (1, 3, 5, 0.2),
    )
    for doctrine in Doctrine
]


def by_brute_force(raid: Raid) -> np.ndarray:
    """The distribution from every sequence of hits and misses, missile by missile."""
    found = np.zeros(raid.missiles + 1)
    for hits in itertools.product((False, True), repeat=raid.interceptors):
        launched, stopped = played(raid, hits)
        # What is not launched is neither hit nor miss: its two outcomes are one.
        part = math.prod(
            raid.single_shot if hit else 1.0 - raid.single_shot for hit in hits[:launched]
        )
        found[raid.missiles - stopped] += part / 2 ** (raid.interceptors - launched)
    return found


def played(raid: Raid, hits: tuple[bool, ...]) -> tuple[int, int]:
    """How many interceptors are launched and missiles stopped when launches turn out so."""
    launched = stopped = 0
    for _ in range(raid.missiles):
        hit = False
        for _ in range(raid.shots_each):
            if launched == raid.interceptors or (hit and raid.doctrine is ONE_BY_ONE):
                break
            hit |= hits[launched]
            launched += 1
        stopped += hit
    return launched, stopped


@pytest.mark.parametrize("doctrine", Doctrine)
@pytest.mark.parametrize(
    ("missiles", "interceptors", "shots"), [(3, 5, 2), (2, 5, 3), (4, 3, 2), (3, 8, 2), (1, 1, 1)]
)
def test_val_every_sequence_of_hits_and_misses_counted(
    missiles: int, interceptors: int, shots: int, doctrine: Doctrine
) -> None:
    raid = Raid(missiles, interceptors, shots, 0.35, doctrine)
    np.testing.assert_allclose(leakers(raid), by_brute_force(raid), rtol=0, atol=ROUNDING)


def test_val_textbook_salvos() -> None:
    # Two interceptors of 0.7 each at one missile: it leaks with 0.3 squared.
    assert leakers(Raid(1, 2, 2, 0.7)) == pytest.approx([0.91, 0.09], abs=ROUNDING)
    # Five of ten missiles meet two interceptors each, the others none.
    assert mean_leakers(Raid(10, 10, 2, 0.7)) == pytest.approx(10 - 5 * 0.91, abs=ROUNDING)
    # Seven interceptors: three whole salvos, and one interceptor for the fourth missile.
    assert mean_leakers(Raid(9, 7, 2, 0.7)) == pytest.approx(9 - 3 * 0.91 - 0.7, abs=ROUNDING)


def test_val_one_by_one_is_binomial_at_both_ends() -> None:
    # More missiles than interceptors: each interceptor meets another missile.
    few = leakers(Raid(300, 10, 3, 0.84, ONE_BY_ONE))
    assert few[300] == pytest.approx(0.16**10, rel=1e-9)
    assert few[290] == pytest.approx(0.84**10, rel=1e-9)
    # More than enough for all: each missile leaks by itself.
    many = leakers(Raid(4, 12, 3, 0.5, ONE_BY_ONE))
    expected = [math.comb(4, k) * 0.125**k * 0.875 ** (4 - k) for k in range(5)]
    np.testing.assert_allclose(many, expected, rtol=0, atol=ROUNDING)


@pytest.mark.parametrize("raid", RAIDS, ids=str)
def test_simulation_agrees_to_monte_carlo_error(raid: Raid) -> None:
    """The simulation plays round by round, the recursion missile by missile."""
    drawn = simulated_leakers(raid, TRIALS, seed=20071122)
    share = np.bincount(drawn, minlength=raid.missiles + 1) / TRIALS
    chance = leakers(raid)
    error = np.sqrt(chance * (1.0 - chance) / TRIALS)
    assert (np.abs(share - chance) <= SIGMAS * error + 1.0 / TRIALS).all()
    spread = math.sqrt(float(chance @ (np.arange(raid.missiles + 1) - mean_leakers(raid)) ** 2))
    assert drawn.mean() == pytest.approx(
        mean_leakers(raid), abs=SIGMAS * spread / math.sqrt(TRIALS) + ROUNDING
    )


def test_a_seed_gives_the_same_raids_again() -> None:
    raid = RAIDS[0]
    first = simulated_leakers(raid, 100, seed=5)
    np.testing.assert_array_equal(first, simulated_leakers(raid, 100, seed=5))
    assert (first != simulated_leakers(raid, 100, seed=6)).any()


raids = st.builds(
    Raid,
    st.integers(1, 30),
    st.integers(0, 60),
    st.integers(1, 5),
    st.floats(0.0, 1.0),
    st.sampled_from(Doctrine),
)


@given(raids)
def test_prop_a_distribution_with_that_mean(raid: Raid) -> None:
    chance = leakers(raid)
    assert len(chance) == raid.missiles + 1
    assert (chance >= 0.0).all()
    assert chance.sum() == pytest.approx(1.0, abs=1e-9)
    mean = chance @ np.arange(raid.missiles + 1)
    assert mean_leakers(raid) == pytest.approx(mean, abs=1e-9 * raid.missiles)


@given(st.integers(1, 30), st.integers(0, 60), st.integers(1, 5), st.floats(0.0, 1.0))
def test_prop_looking_never_leaves_more_leakers(
    missiles: int, interceptors: int, shots: int, chance: float
) -> None:
    counts = (missiles, interceptors, shots, chance)
    looks, salvo = (mean_leakers(Raid(*counts, doctrine)) for doctrine in (ONE_BY_ONE, SALVO))
    assert looks <= salvo + 1e-9
    assert looks >= max(missiles - interceptors, 0) - 1e-9


@given(raids)
def test_prop_another_interceptor_never_harms(raid: Raid) -> None:
    more = Raid(
        raid.missiles, raid.interceptors + 1, raid.shots_each, raid.single_shot, raid.doctrine
    )
    assert mean_leakers(more) <= mean_leakers(raid) + 1e-9


@pytest.mark.parametrize(
    ("counts", "where"),
    [
        ((0, 1, 1, 0.5), "missiles"),
        ((1, -1, 1, 0.5), "interceptors"),
        ((1, 1, 0, 0.5), "shots_each"),
        ((1.5, 1, 1, 0.5), "missiles"),
        ((1, 1, 1, 1.01), "single_shot"),
        ((1, 1, 1, math.nan), "single_shot"),
        ((math.inf, 1, 1, 0.5), "missiles"),
    ],
)
def test_a_raid_that_cannot_be_is_refused(counts: tuple[int, int, int, float], where: str) -> None:
    with pytest.raises(RangeError, match=where):
        Raid(*counts)
