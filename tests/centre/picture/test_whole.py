"""The engine with the warnings of a running centre: the same again, and nothing forbidden."""

from __future__ import annotations

import random

import pytest

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.usual import usual_parts
from tests.centre.picture.drawn import drawn, feeds_of, given, otherwise
from tests.centre.picture.worlds import OPTIONS, World, engine, run

UNTIL_S = 14.0


def ran(world: World, every_s: float) -> Engine:
    """An engine as a running centre has it, when all is sent."""
    made = engine(world, OPTIONS, usual_parts())
    run(made, world.batches, UNTIL_S, every_s=every_s)
    return made


def test_the_same_log_gives_the_same_however_it_is_cut_into_steps() -> None:
    one = drawn(5).world
    made = [ran(one, every_s) for every_s in (0.05, 0.35, 3.5)]
    assert len({each.digest() for each in made}) == 1
    assert any(each.event.contributors for each in made[0].events("aurora"))


@pytest.mark.parametrize("seed", range(8))
def test_prop_what_is_not_admitted_changes_nothing_that_a_viewer_gets(seed: int) -> None:
    one = drawn(seed)
    feeds = feeds_of(one.world, one.viewer)
    other = otherwise(one.world, feeds, random.Random(seed))
    made, same = ran(one.world, 7.0), ran(other, 7.0)
    assert given(same, one.viewer) == given(made, one.viewer)
    assert same.digest() != made.digest()
