"""The best places together, against all sets there are."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from glasshield.monitoring.best import Candidates, best_sets
from glasshield.monitoring.learning import Bases, Pair, watcher_of
from glasshield.monitoring.places import places_of
from tests.monitoring.announced import announced, coarse, facts, flights

PLACES, UNKNOWNS = 18, 7
GAIN = 2e-3  # relative, of a variance: what is less counts as nothing, twice in a set of three


def drawn(seed: int, most: tuple[int, ...] = (3, 3)) -> Candidates:
    """Places that each know something of a few combinations of the unknowns."""
    rng = np.random.default_rng(seed)
    slopes = rng.normal(size=(PLACES, 3, UNKNOWNS)) * rng.uniform(0.1, 30.0, (PLACES, 1, 1))
    return Candidates(
        information=np.swapaxes(slopes, 1, 2) @ slopes,
        prior=np.eye(UNKNOWNS),
        asked=rng.normal(size=UNKNOWNS),
        group=np.arange(PLACES) % len(most),
        most=most,
        eligible=np.ones(PLACES, dtype=bool),
    )


def variance(candidates: Candidates, chosen: tuple[int, ...]) -> float:
    whole = candidates.prior + candidates.information[list(chosen)].sum(axis=0)
    return float(candidates.asked @ np.linalg.inv(whole) @ candidates.asked)


def brute(candidates: Candidates, size: int) -> float:
    """The least variance of all sets that are allowed."""
    allowed = [
        chosen
        for chosen in combinations(np.flatnonzero(candidates.eligible).tolist(), size)
        if all(
            sum(candidates.group[k] == group for k in chosen) <= most
            for group, most in enumerate(candidates.most)
        )
    ]
    return min(variance(candidates, chosen) for chosen in allowed)


@pytest.mark.parametrize("seed", range(6))
def test_no_exchange_of_one_place_makes_a_set_better(seed: int) -> None:
    candidates = drawn(seed)
    found = best_sets(candidates)
    assert [len(chosen) for chosen in found] == [1, 2, 3]
    assert variance(candidates, found[0]) == pytest.approx(brute(candidates, 1), rel=GAIN)
    for chosen in found:
        least = variance(candidates, chosen)
        for out in chosen:
            for other in set(range(PLACES)) - set(chosen):
                swapped = (*(k for k in chosen if k != out), other)
                groups = candidates.group[list(swapped)]
                if max(np.bincount(groups)) <= max(candidates.most):
                    assert variance(candidates, swapped) >= least * (1.0 - GAIN)


def test_val_at_real_places_the_best_two_and_three_are_those_of_all_sets() -> None:
    candidates = watching()
    for chosen in best_sets(candidates)[1:]:
        least = brute(candidates, len(chosen))
        assert variance(candidates, chosen) == pytest.approx(least, rel=GAIN)


def watching() -> Candidates:
    """Some twenty places of the ship of a test, and what it learns there."""
    test = coarse(announced(), 240.0)
    places = places_of(test.observers[0], test, facts())
    bases = Bases(Pair.of(test, flights(), facts()))
    brought = bases.brought(
        watcher_of(test.observers[0], test, facts()), places.lat_rad, places.lon_rad
    )
    return Candidates(
        information=brought.declared,
        prior=bases.pair.declared.basis.prior,
        asked=bases.pair.declared.asked[0],
        group=np.zeros(len(places), dtype=int),
        most=(3,),
        eligible=~places.in_hazard_area,
    )


def test_nobody_stands_at_more_places_than_it_has_radars() -> None:
    candidates = drawn(3, most=(1, 1))
    found = best_sets(candidates)
    assert [len(chosen) for chosen in found] == [1, 2]
    assert sorted(candidates.group[list(found[1])]) == [0, 1]


def test_places_that_may_not_be_chosen_are_not() -> None:
    candidates = drawn(4)
    (first,) = best_sets(candidates)[0]
    eligible = candidates.eligible.copy()
    eligible[first] = False
    for chosen in best_sets(replace(candidates, eligible=eligible)):
        assert first not in chosen


def test_of_equal_places_the_first_counts() -> None:
    candidates = drawn(5)
    twins = replace(candidates, information=np.tile(candidates.information[:1], (PLACES, 1, 1)))
    assert best_sets(twins) == [(0,), (0, 1), (0, 1, 2)]


def test_nowhere_to_stand() -> None:
    assert best_sets(replace(drawn(6), eligible=np.zeros(PLACES, dtype=bool))) == []
