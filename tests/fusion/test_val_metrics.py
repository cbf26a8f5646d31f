"""GOSPA, OSPA and SIAP against Stone Soup 1.9.1 and against its published test cases."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from glasshield.errors import RangeError
from glasshield.fusion.metrics import Points, Reading, Scale, gospa, match, ospa
from glasshield.fusion.siap import Associations, associate, siap

soup = pytest.importorskip("tests.fusion.soup", reason="Stone Soup is a peer of the tests only")

# Sums of some hundred terms in another order.
RELATIVE_TOL = 1e-12
# Five digits are printed with the published OSPA values.
PUBLISHED_TOL_M = 5e-6


def line(positions: list[list[float]]) -> Points:
    """Objects on a line: one row of `positions` for each second."""
    time, number = np.meshgrid(
        np.arange(len(positions)), np.arange(len(positions[0])), indexing="ij"
    )
    return Points.of(time.ravel(), number.ravel(), np.ravel(positions)[:, None])


def scene(seed: int, objects: int = 6, seconds: int = 40) -> tuple[Points, Points]:
    """Objects that cross, tracks that come, go, swap and stray; gaps between tracks."""
    rng = np.random.default_rng(seed)
    time = np.arange(seconds) * 1.0
    velocity = rng.normal(0.0, 1.0, (objects, 3))
    start = rng.normal(0.0, 12.0, (objects, 3))
    born, gone = rng.integers(0, 8, objects), rng.integers(seconds - 8, seconds + 1, objects)
    truth, tracks = [], []
    for k in range(objects):
        alive = time[born[k] : gone[k]]
        truth += [(t, k, *(start[k] + velocity[k] * t), *velocity[k]) for t in alive]
        begin = int(born[k]) + int(rng.integers(0, 4))
        for piece in range(3):
            end = min(begin + int(rng.integers(4, 18)), seconds)
            follows = k if rng.random() < 0.8 else int(rng.integers(objects))
            for t in range(begin, end):
                if rng.random() < 0.1:
                    follows = int(rng.integers(objects))
                place = start[follows] + velocity[follows] * time[t] + rng.normal(0.0, 1.5, 3)
                speed = velocity[follows] + rng.normal(0.0, 0.3, 3)
                tracks.append((time[t], 3 * k + piece, *place, *speed))
            begin = end + int(rng.integers(-3, 4))
    return points(truth), points(tracks)


def points(rows: list[tuple[float, ...]]) -> Points:
    table = np.array(rows)
    return Points.of(table[:, 0], table[:, 1].astype(int), table[:, 2:5], table[:, 5:8])


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("order", [1.0, 2.0])
def test_val_gospa_equals_stone_soups(seed: int, order: float) -> None:
    truth, tracks = scene(seed)
    scale = Scale(cutoff_m=6.0, order=order, switching_m=2.0)
    got, expected = gospa(truth, tracks, scale), soup.gospa(truth, tracks, scale)
    for part, name in (
        (got.distance_m, "distance"),
        (got.localisation, "localisation"),
        (got.missed, "missed"),
        (got.false, "false"),
        (got.switching_m, "switching"),
    ):
        assert part == pytest.approx(expected[name], rel=RELATIVE_TOL, abs=RELATIVE_TOL), name
    assert got.switching_m.max() > 0.0


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("order", [1.0, 2.0, np.inf])
def test_val_ospa_equals_stone_soups(seed: int, order: float) -> None:
    truth, tracks = scene(seed)
    scale = Scale(cutoff_m=6.0, order=order)
    expected = soup.ospa(truth, tracks, scale)
    got = ospa(truth, tracks, scale, Reading.STONE_SOUP)[1]
    assert got == pytest.approx(expected, rel=RELATIVE_TOL)
    # Stone Soup matches by the sum of plain distances whatever the order, so that its value is
    # never below the definition's, and the same at the first order.
    defined = ospa(truth, tracks, scale)[1]
    assert np.all(defined <= expected * (1.0 + RELATIVE_TOL))
    if order == 1.0:
        assert defined == pytest.approx(expected, rel=RELATIVE_TOL)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("order", [1.0, 2.0, np.inf])
def test_ospa_is_the_least_of_all_matchings(seed: int, order: float) -> None:
    truth, tracks = scene(seed, objects=4, seconds=15)
    scale = Scale(cutoff_m=6.0, order=order)
    times, got = ospa(truth, tracks, scale)
    for time_s, value in zip(times, got, strict=True):
        here = truth.position_m[truth.time_s == time_s]
        there = tracks.position_m[tracks.time_s == time_s]
        if len(here) and len(there) and max(len(here), len(there)) < 8:
            assert value == pytest.approx(brute_ospa(here, there, scale), rel=RELATIVE_TOL)


def brute_ospa(here: np.ndarray, there: np.ndarray, scale: Scale) -> float:
    few, many = sorted((here, there), key=len)
    n = len(many)
    if np.isinf(scale.order) and len(few) < n:
        return scale.cutoff_m
    apart = np.linalg.norm(few[:, None] - many[None], axis=-1)
    cost = np.full((n, n), scale.cutoff_m)
    cost[: len(few)] = np.minimum(apart, scale.cutoff_m)
    tried = (cost[np.arange(n), list(order)] for order in itertools.permutations(range(n)))
    if np.isinf(scale.order):
        return float(min(one.max() for one in tried))
    return float(min(np.mean(one**scale.order) ** (1.0 / scale.order) for one in tried))


def test_val_gospa_published_example() -> None:
    # Stone Soup 1.9.1, test_gospametric_computemetric.
    tracks = line([[i + 0.5 for i in range(5)], [i + 1.0 for i in range(5)]])
    truth = line([list(range(5)), list(range(5))])
    got = gospa(truth, tracks, Scale(cutoff_m=10.0, order=1.0))
    assert got.distance_m / 5.0 == pytest.approx([0.5, 1.0], rel=RELATIVE_TOL)


def test_val_gospa_published_switching_example() -> None:
    # Stone Soup 1.9.1, test_switching_gospametric_computemetric.
    tracks = line([[1, 2, 3], [2, 1, 100], [2, 1, 3]])
    truth = line([[1, 2, 3]] * 3)
    got = gospa(truth, tracks, Scale(cutoff_m=2.0, order=2.0, switching_m=3.0))
    switching = 3.0 * np.sqrt([0.0, 2.5, 0.5])
    assert got.switching_m == pytest.approx(switching, rel=RELATIVE_TOL)
    assert got.distance_m == pytest.approx(np.hypot([0.0, 2.0, 0.0], switching), rel=RELATIVE_TOL)
    assert list(got.missed) == [0.0, 2.0, 0.0]
    assert list(got.false) == [0.0, 2.0, 0.0]
    assert list(got.localisation) == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("order", [1.0, 2.0, np.inf])
def test_val_ospa_published_examples(order: float) -> None:
    # Stone Soup 1.9.1, test_ospametric_computemetric.
    tracks = line([[i + 0.5 for i in range(5)], [i + 1.2 for i in range(5)]])
    truth = line([list(range(5)), [i + 1.0 for i in range(5)]])
    got = ospa(truth, tracks, Scale(cutoff_m=10.0, order=order))[1]
    assert got == pytest.approx([0.5, 0.2], rel=RELATIVE_TOL)


@pytest.mark.parametrize(
    ("order", "published"), [(1.0, [2.4, 2.16]), (2.0, [4.49444, 4.47571]), (np.inf, [10.0, 10.0])]
)
def test_val_ospa_published_examples_with_a_missing_track(
    order: float, published: list[float]
) -> None:
    # Stone Soup 1.9.1, test_ospa_computemetric_cardinality_error.
    tracks = line([[i + 0.5 for i in range(4)], [i + 1.2 for i in range(4)]])
    truth = line([list(range(5)), [i + 1.0 for i in range(5)]])
    got = ospa(truth, tracks, Scale(cutoff_m=10.0, order=order))[1]
    assert got == pytest.approx(published, abs=PUBLISHED_TOL_M)


@pytest.mark.parametrize("seed", range(12))
def test_val_associations_equal_stone_soups(seed: int) -> None:
    truth, tracks = scene(seed)
    got = associate(truth, tracks, 5.0)
    columns = (got.track, got.truth, got.start_s, got.end_s)
    rows = set(zip(*(column.tolist() for column in columns), strict=True))
    assert len(got) > 8
    assert rows == soup.associate(truth, tracks, 5.0)


@pytest.mark.parametrize("seed", range(12))
def test_val_siap_equals_stone_soups(seed: int) -> None:
    truth, tracks = scene(seed)
    associations = associate(truth, tracks, 5.0)
    got = siap(truth, tracks, associations, Reading.STONE_SOUP)
    expected = soup.siap(truth, tracks, associations)
    for field, name in (
        ("completeness", "Completeness"),
        ("ambiguity", "Ambiguity"),
        ("spuriousness", "Spuriousness"),
        ("position_accuracy_m", "Position Accuracy"),
        ("velocity_accuracy_m_s", "Velocity Accuracy"),
    ):
        assert getattr(got.overall, field) == pytest.approx(expected[name], rel=RELATIVE_TOL)
        at_times = getattr(got.at_times, field)
        assert at_times == pytest.approx(expected[f"{name} at times"], rel=RELATIVE_TOL), name
    assert got.longest_segment == pytest.approx(expected["Longest Track Segment"], rel=RELATIVE_TOL)
    assert got.track_changes_1_s == pytest.approx(
        expected["Rate of Track Number Change"], rel=RELATIVE_TOL
    )


def spans(*rows: tuple[int, float, float]) -> Associations:
    """Tracks that follow object 0: number, start, end."""
    track, start, end = (np.array(column) for column in zip(*rows, strict=True))
    return Associations(track, np.zeros(len(track), dtype=int), start * 1.0, end * 1.0)


def followed(associations: Associations, seconds: int) -> tuple[Points, Points]:
    """One object, and the tracks that follow it a metre away."""
    times = np.arange(seconds) * 1.0
    truth = Points.of(times, np.zeros(seconds, dtype=int), np.zeros((seconds, 1)))
    rows = [
        (time, track, 1.0)
        for track, start, end in zip(
            associations.track, associations.start_s, associations.end_s, strict=True
        )
        for time in times[(times >= start) & (times <= end)]
    ]
    table = np.array(rows)
    return truth, Points.of(table[:, 0], table[:, 1].astype(int), table[:, 2:])


def test_val_siap_published_example_of_track_numbers() -> None:
    # Stone Soup, test_nu_j: six tracks needed, changes 5 / 33, longest 9 of 39 s.
    rows = ((1, 0, 2), (2, 5, 9), (3, 7, 14), (4, 13, 19), (5, 18, 27), (6, 22, 25),
            (7, 30, 39), (8, 30, 34), (9, 35, 39))  # fmt: skip
    associations = spans(*rows)
    got = siap(*followed(associations, 40), associations)
    assert got.track_changes_1_s == pytest.approx(5.0 / 33.0, rel=RELATIVE_TOL)
    assert got.longest_segment == pytest.approx(9.0 / 39.0, rel=RELATIVE_TOL)


def test_val_siap_published_example_of_the_time_tracked() -> None:
    # Stone Soup, test_tt_j: eleven seconds followed, by three tracks one after the other.
    associations = spans((1, 0, 2), (2, 5, 9), (3, 7, 14))
    got = siap(*followed(associations, 20), associations)
    assert got.track_changes_1_s == pytest.approx(2.0 / 11.0, rel=RELATIVE_TOL)


def test_val_siap_goes_on_counting_where_stone_soup_stops() -> None:
    # Stone Soup 1.9.1 leaves its loop where a track ends one instant after the one before it, and
    # counts none of the tracks that come later.
    associations = spans((1, 0, 5), (2, 2, 6), (3, 10, 19))
    truth, tracks = followed(associations, 20)
    got = siap(truth, tracks, associations).track_changes_1_s
    assert got == pytest.approx(2.0 / 15.0, rel=RELATIVE_TOL)
    as_it_does = siap(truth, tracks, associations, Reading.STONE_SOUP).track_changes_1_s
    assert as_it_does == pytest.approx(1.0 / 15.0, rel=RELATIVE_TOL)
    stopped = soup.siap(truth, tracks, associations)["Rate of Track Number Change"]
    assert stopped == pytest.approx(1.0 / 15.0, rel=RELATIVE_TOL)


def test_nothing_at_all_has_no_error() -> None:
    none = Points.of(np.empty(0), np.empty(0, dtype=int), np.empty((0, 3)))
    assert len(gospa(none, none).distance_m) == 0
    assert len(associate(none, none, 1.0)) == 0
    assert siap(none, none, associate(none, none, 1.0)).track_changes_1_s == 0.0


def test_tracks_without_truth_are_false_and_truth_without_tracks_is_missed() -> None:
    none = Points.of(np.empty(0), np.empty(0, dtype=int), np.empty((0, 1)))
    one = line([[1.0, 2.0]])
    assert gospa(none, one, Scale(cutoff_m=2.0)).false == pytest.approx([4.0])
    assert gospa(one, none, Scale(cutoff_m=2.0)).missed == pytest.approx([4.0])
    assert ospa(one, none, Scale(cutoff_m=2.0))[1] == pytest.approx([2.0])


def test_prop_crowds_are_matched_like_the_whole_table() -> None:
    from scipy.optimize import linear_sum_assignment

    rng = np.random.default_rng(4)
    here, there = rng.random((60, 2)), rng.random((50, 2))
    scale = Scale(cutoff_m=0.2)
    found = match(
        Points.of(np.zeros(60), np.arange(60), here),
        Points.of(np.zeros(50), np.arange(50), there),
        scale,
    )
    cost = np.minimum(np.linalg.norm(here[:, None] - there[None], axis=-1), 0.2) ** 2
    best = cost[linear_sum_assignment(cost)].sum() + 10 * 0.2**2
    unmatched = 60 - len(found.distance_m)
    assert np.sum(found.distance_m**2) + unmatched * 0.2**2 == pytest.approx(best, rel=1e-9)


def test_points_out_of_order_or_twice_are_refused() -> None:
    with pytest.raises(RangeError, match="by time"):
        Points(np.array([1.0, 0.0]), np.zeros(2, int), np.zeros((2, 3)), np.zeros((2, 3)))
    with pytest.raises(RangeError, match="one place"):
        Points(np.zeros(2), np.zeros(2, int), np.zeros((2, 3)), np.zeros((2, 3)))


def test_a_scale_without_a_cutoff_is_refused() -> None:
    with pytest.raises(RangeError, match="cut-off"):
        Scale(cutoff_m=0.0)
    with pytest.raises(RangeError, match="finite order"):
        gospa(line([[1.0]]), line([[1.0]]), Scale(order=np.inf))
