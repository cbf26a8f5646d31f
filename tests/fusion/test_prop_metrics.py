"""What GOSPA and OSPA are as distances: zero, symmetric, blind to names and places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from glasshield.fusion.metrics import Points, Scale, gospa, ospa
from glasshield.fusion.siap import associate, siap

# Sums in another order.
RELATIVE_TOL = 1e-9
ABSOLUTE_TOL = 1e-9
SCALE = Scale(cutoff_m=5.0)

PLACES = st.integers(0, 7).flatmap(
    lambda n: hnp.arrays(float, (n, 3), elements=st.floats(-10.0, 10.0, width=32))
)


def at_once(places: np.ndarray) -> Points:
    """Objects at one instant."""
    return Points.of(np.zeros(len(places)), np.arange(len(places)), places)


def distances(one: np.ndarray, other: np.ndarray) -> list[float]:
    """Of both metrics; nothing where nobody is there."""
    first, second = at_once(one), at_once(other)
    found = [gospa(first, second, SCALE).distance_m, ospa(first, second, SCALE)[1]]
    return [float(part) for column in found for part in column]


@given(PLACES)
def test_prop_a_picture_is_no_distance_from_itself(places: np.ndarray) -> None:
    assert distances(places, places) == pytest.approx([0.0] * len(distances(places, places)))


@given(PLACES, PLACES)
def test_prop_the_way_back_is_as_long(one: np.ndarray, other: np.ndarray) -> None:
    back = distances(other, one)
    assert distances(one, other) == pytest.approx(back, rel=RELATIVE_TOL, abs=ABSOLUTE_TOL)


@given(PLACES, PLACES, PLACES)
def test_prop_no_way_round_is_shorter(one: np.ndarray, over: np.ndarray, other: np.ndarray) -> None:
    direct, first, second = distances(one, other), distances(one, over), distances(over, other)
    if len(direct) == len(first) == len(second) == 2:
        for straight, there, on in zip(direct, first, second, strict=True):
            assert straight <= there + on + 1e-6


@given(PLACES, PLACES, st.integers(0, 2**32 - 1))
def test_prop_names_do_not_matter(one: np.ndarray, other: np.ndarray, seed: int) -> None:
    order = np.random.default_rng(seed).permutation(len(other))
    assert distances(one, other[order]) == pytest.approx(
        distances(one, other), rel=RELATIVE_TOL, abs=ABSOLUTE_TOL
    )


@given(PLACES, PLACES, hnp.arrays(float, 3, elements=st.floats(-50.0, 50.0, width=16)))
def test_prop_places_do_not_matter(one: np.ndarray, other: np.ndarray, shift: np.ndarray) -> None:
    assert distances(one + shift, other + shift) == pytest.approx(
        distances(one, other), rel=1e-6, abs=1e-5
    )


@given(PLACES, PLACES)
def test_prop_parts_of_gospa_make_up_the_whole(one: np.ndarray, other: np.ndarray) -> None:
    found = gospa(at_once(one), at_once(other), SCALE)
    whole = np.sqrt(found.localisation + found.missed + found.false)
    assert found.distance_m == pytest.approx(whole, rel=RELATIVE_TOL)
    half = 0.5 * SCALE.cutoff_m**2
    assert np.all((found.missed - found.false) / half == len(one) - len(other))


@given(st.integers(1, 6), st.integers(3, 12))
def test_prop_tracks_that_are_the_truth_have_the_best_attributes(
    objects: int, instants: int
) -> None:
    time, number = np.repeat(np.arange(instants), objects), np.tile(np.arange(objects), instants)
    places = np.stack([number * 100.0, time * 1.0, np.zeros(len(time))], axis=-1)
    points = Points.of(time, number, places)
    got = siap(points, points, associate(points, points, 10.0))
    assert got.overall.completeness == 1.0
    assert got.overall.ambiguity == 1.0
    assert got.overall.spuriousness == 0.0
    assert got.longest_segment == 1.0
    assert got.track_changes_1_s == 0.0
