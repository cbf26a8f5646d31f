"""What a viewer may not see changes no byte of what it can fetch from a running centre.

Two centres with the same keys run through worlds that differ in what the viewer may not have:
others' data, others' rules and sensors, what others do. Every answer to the viewer, its head but
for the date, its downloads and its live pictures are the same. A few worlds here; by hand, more:

    python tests/centre/faults/test_prop_server_noninterference.py 0 200
"""

from __future__ import annotations

import random
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

import pytest

from tests.centre.faults.two_centres import Beside, Busy, Stand, both
from tests.centre.picture.drawn import LAST_S, drawn, feeds_of, others, otherwise

UNTIL_S = LAST_S + 4.0
WORLDS = 2


def compared(seed: int, folder: Path) -> int:
    """Runs two worlds; how many answers held something, all of which were the same."""
    one, rng = drawn(seed), random.Random(seed)
    data = otherwise(one.world, feeds_of(one.world, one.viewer), rng)
    other = others(data, one.viewer, rng) if rng.random() < 0.5 else data
    grounds = both(folder, one.viewer, (one.world, other))
    stands = [Stand(ground, one.viewer) for ground in grounds]
    stands[0].run(one.world, UNTIL_S, Beside())
    stands[1].run(other, UNTIL_S, Busy(one.viewer, rng))
    return same(stands[0], stands[1], seed)


def same(first: Stand, second: Stand, seed: int) -> int:
    """Asserts that a viewer got the same; how many answers held something."""
    assert len(first.fetched) == len(second.fetched)
    for here, there in zip(first.fetched, second.fetched, strict=True):
        assert here == there, (seed, first.viewer, here.path)
    assert first.told.events == second.told.events, seed
    both_saw = first.told.frames.keys() & second.told.frames.keys()
    for at in both_saw:  # a reader misses some, as it happens
        assert first.told.frames[at] == second.told.frames[at], (seed, at)
    return sum(each.answer.status == 200 for each in first.fetched) + len(both_saw)


@pytest.mark.slow
def test_prop_nothing_a_viewer_fetches_tells_of_what_it_may_not_have(tmp_path: Path) -> None:
    held = [compared(seed, tmp_path / str(seed)) for seed in range(WORLDS)]
    assert min(held) > 0


def test_the_comparison_sees_what_differs(tmp_path: Path) -> None:
    world = drawn(0).world
    own = tuple(each for each in world.batches if each.owner == "aurora")
    less = replace(world, batches=own)
    stands = [Stand(ground, "aurora") for ground in both(tmp_path, "aurora", (less, less))]
    stands[0].run(less, LAST_S, Beside())
    stands[1].run(replace(less, batches=less.batches[1:]), LAST_S, Beside())
    with pytest.raises(AssertionError):
        same(stands[0], stands[1], 0)


if __name__ == "__main__":
    for number in range(int(sys.argv[1]), int(sys.argv[2])):
        with tempfile.TemporaryDirectory() as name:
            print(number, compared(number, Path(name) / "worlds"), flush=True)
