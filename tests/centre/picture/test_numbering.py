"""Numbers of objects as a viewer sees them: no gap, none given twice, forgotten with time."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.centre.picture.numbering import Numbering
from glasshield.exchange.release import coarsen


def numbers(made: Numbering, inner: list[int], tick: int = 0) -> list[int]:
    """The numbers of objects, given where they have none."""
    wanted = np.array(inner, dtype=np.int64)
    made.give(wanted, np.zeros(len(inner), dtype=np.int64), tick)
    return made.of(wanted).tolist()


def test_objects_are_numbered_in_the_order_in_which_they_show_first() -> None:
    made = Numbering()
    assert numbers(made, [5, 9]) == [1, 2]
    assert numbers(made, [2, 9, 11]) == [3, 2, 4]
    assert made.of(np.array([5, 7])).tolist() == [1, 0]
    assert made.inner_of(3) == 2
    assert made.inner_of(8) is None


def test_a_number_that_was_forgotten_is_never_given_again() -> None:
    made = Numbering()
    numbers(made, [5, 9], tick=1)
    numbers(made, [9], tick=7)
    assert made.forget(5)
    assert not made.forget(5)
    assert len(made) == 1
    assert numbers(made, [5, 9], tick=8) == [3, 2]


@pytest.mark.parametrize("seed", range(20))
def test_prop_numbers_are_those_of_the_plain_reference(seed: int) -> None:
    draw = np.random.default_rng(seed)
    made, plain = Numbering(), coarsen.Numbers()
    for tick in range(30):
        seen = np.unique(draw.integers(1, 40, draw.integers(0, 12)))
        assert numbers(made, seen.tolist(), tick) == plain.of(seen.tolist()).tolist()
