"""The search for the worst case, against valleys whose lowest point is known in closed form."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from glasshield.assurance.worst_case import Effort, search

# Of a height of 100 at one side of the cube away from the lowest point, along the valley.
VALLEY_TOL = 0.2
PATIENT = Effort(resolution=0.01, most_rounds=60)


def free(groups: int, dimensions: int) -> np.ndarray:
    return np.ones((groups, dimensions), dtype=bool)


def grid(per_axis: int, dimensions: int) -> np.ndarray:
    """The middles of the cells of a coarse grid."""
    axis = (np.arange(per_axis) + 0.5) / per_axis
    return np.array(list(itertools.product(axis, repeat=dimensions)))


def valley(points: np.ndarray, lowest: np.ndarray, narrow: float) -> np.ndarray:
    """A paraboloid around `lowest`, turned out of the axes, `narrow` times steeper one way."""
    d = len(lowest)
    turn, _ = np.linalg.qr(np.random.default_rng(d).normal(size=(d, d)))
    widths = np.geomspace(1.0, 1.0 / narrow, d)
    return np.asarray(100.0 * ((((points - lowest) @ turn) / widths) ** 2).sum(axis=-1))


@pytest.mark.parametrize("dimensions", [2, 3, 4, 5])
def test_a_narrow_valley_across_all_coordinates_is_followed_to_its_lowest_point(
    dimensions: int,
) -> None:
    """Thirty times narrower than long: of a grid of 5 to a side no point lies as low."""
    lowest = np.random.default_rng(7 * dimensions).uniform(0.2, 0.8, dimensions)
    worst = search(lambda p, _: valley(p, lowest, 30.0), free(1, dimensions), PATIENT)
    assert worst.values[0] < VALLEY_TOL
    assert np.abs(worst.points[0] - lowest).max() < 0.05
    on_grid = valley(grid(5, dimensions), lowest, 30.0)
    assert on_grid.min() > 5.0 * VALLEY_TOL
    assert worst.evaluations < 5**5


def test_a_bent_valley_is_followed() -> None:
    """Rosenbrock's, laid into the square: its lowest point is at (0.75, 0.5)."""

    def rosenbrock(points: np.ndarray, _: np.ndarray) -> np.ndarray:
        x, y = 4.0 * points.T - 2.0
        return np.asarray(100.0 * (y + 1.0 - x**2) ** 2 + (1.0 - x) ** 2)

    worst = search(rosenbrock, free(1, 2), Effort(resolution=1e-5, most_rounds=100))
    np.testing.assert_allclose(worst.points[0], (0.75, 0.5), atol=0.01)


@pytest.mark.parametrize("corner", list(itertools.product((0.0, 1.0), repeat=3)))
def test_a_window_that_a_coarse_grid_misses_is_found(corner: tuple[float, ...]) -> None:
    """Nothing anywhere but in a slab by a corner, a fiftieth of the cube, that slopes into it."""

    def window(points: np.ndarray, _: np.ndarray) -> np.ndarray:
        off = np.abs(points - corner) / (0.12, 0.4, 0.4)
        return np.where(off.max(axis=-1) < 1.0, 100.0 * off.max(axis=-1), np.inf)

    coarse = grid(4, 3)
    assert np.isinf(window(coarse, np.zeros(len(coarse)))).all()
    worst = search(window, free(1, 3), Effort(starts=128, resolution=0.01))
    assert worst.values[0] < 1.0


def test_ends_of_the_cube_are_looked_at() -> None:
    worst = search(lambda p, _: -p.sum(axis=-1), free(1, 3), Effort(resolution=1e-4))
    np.testing.assert_allclose(worst.points[0], 1.0, atol=1e-3)


def test_coordinates_that_do_not_matter_stay_in_the_middle() -> None:
    some = np.array([[True, False, False], [False, False, False], [False, True, True]])
    asked: list[np.ndarray] = []

    def distance(points: np.ndarray, group: np.ndarray) -> np.ndarray:
        asked.append(points[~some[group]])
        return np.asarray(100.0 * np.abs(points - 0.2).sum(axis=-1))

    worst = search(distance, some, PATIENT)
    assert all((coordinates == 0.5).all() for coordinates in asked)
    np.testing.assert_allclose(worst.points[some], 0.2, atol=0.01)
    assert worst.values[1] == pytest.approx(90.0)


def test_every_group_has_a_worst_case_of_its_own() -> None:
    """Also those that are no contenders are searched, only not as long."""
    lowest = np.random.default_rng(5).uniform(0.1, 0.9, (6, 2))
    depth = 50.0 * np.arange(6.0)

    def bowls(points: np.ndarray, group: np.ndarray) -> np.ndarray:
        return np.asarray(100.0 * ((points - lowest[group]) ** 2).sum(axis=-1) + depth[group])

    worst = search(bowls, free(6, 2), Effort(contenders=2))
    np.testing.assert_allclose(worst.values, depth, atol=1.0)


def test_prop_values_are_those_of_the_points_and_below_all_that_was_asked_first() -> None:
    rng = np.random.default_rng(3)
    waves = rng.uniform(2.0, 9.0, (4, 3))

    def rough(points: np.ndarray, group: np.ndarray) -> np.ndarray:
        return np.asarray(50.0 * np.sin(points * waves[group]).sum(axis=-1))

    worst = search(rough, free(4, 3))
    np.testing.assert_allclose(worst.values, rough(worst.points, np.arange(4)), rtol=1e-12)
    for k in range(4):
        coarse = grid(4, 3)
        assert worst.values[k] <= rough(coarse, np.full(len(coarse), k)).min()
    assert (worst.points >= 0.0).all()
    assert (worst.points <= 1.0).all()


def test_the_same_question_has_the_same_answer() -> None:
    def question() -> np.ndarray:
        return search(lambda p, _: valley(p, np.full(3, 0.3), 10.0), free(2, 3)).points

    np.testing.assert_array_equal(question(), question())


def test_where_nothing_is_the_worst_is_infinite() -> None:
    worst = search(lambda p, _: np.full(len(p), np.inf), free(3, 2))
    assert np.isinf(worst.values).all()
    assert search(lambda p, _: p[:, 0], np.empty((0, 2), dtype=bool)).values.shape == (0,)
