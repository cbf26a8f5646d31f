"""What a viewer may not see changes no bit of what it gets: not by any picture, event or number.

A few worlds of each kind are gone through here; by hand, thousands:

    python tests/centre/picture/test_prop_noninterference.py 0 5000
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[3]))

import pytest

from glasshield.centre.picture.engine import Engine
from glasshield.centre.picture.options import EngineOptions
from glasshield.exchange.release.layers import Feed
from glasshield.exchange.release.rules import RuleSet, Source
from glasshield.exchange.release.terms import Terms
from tests.centre.picture.drawn import (
    LAST_S,
    PARTIES,
    drawn,
    feeds_of,
    given,
    others,
    otherwise,
)
from tests.centre.picture.worlds import OPTIONS, World, engine, rule, run
from tests.fusion.made_up import EPOCH

WORLDS = 12
UNTIL_S = LAST_S + 4.0
SHORT = replace(OPTIONS, keep_s=1.0)
FEW = replace(OPTIONS, most_again=12)


def everything(
    world: World, viewer: str, only: Feed | None = None, options: EngineOptions = OPTIONS
) -> list[bytes]:
    """Every bit that a viewer was ever given."""
    seen: list[bytes] = []

    def look(made: Engine) -> None:
        seen.extend(given(made, viewer, only))

    run(engine(world, options), world.batches, UNTIL_S, every_s=4.0, after=look)
    return seen


def forbidden_data(seed: int) -> bool:
    """Compares two worlds that differ in data that a viewer may not see; whether it saw any."""
    one = drawn(seed)
    other = otherwise(one.world, feeds_of(one.world, one.viewer), random.Random(seed))
    first = everything(one.world, one.viewer)
    assert everything(other, one.viewer) == first, seed
    return len(first) > 0


def forbidden_in_one_picture(seed: int) -> bool:
    """The same for one picture: what goes into a viewer's other pictures does not show in it."""
    one, rng = drawn(seed), random.Random(seed)
    feeds = feeds_of(one.world, one.viewer)
    if not feeds:
        return False
    only = rng.choice(feeds)
    other = otherwise(one.world, [only], rng)
    first = everything(one.world, one.viewer, only)
    assert everything(other, one.viewer, only) == first, seed
    return len(first) > 0


def others_rules(seed: int) -> bool:
    """The same for rules, viewers and sensors that are no business of the viewer."""
    one = drawn(seed)
    other = others(one.world, one.viewer, random.Random(seed))
    first = everything(one.world, one.viewer)
    assert everything(other, one.viewer) == first, seed
    return len(first) > 0


def others_delays(seed: int) -> bool:
    """The same for how long others' data wait, and are kept, where little else is."""
    one = drawn(seed)
    rng = random.Random(seed)
    late = rule("late", Source(rng.choice(PARTIES)), "somebody", Terms(delay_s=10.0))
    other = replace(one.world, rules=RuleSet.of((*one.world.rules, late)))
    first = everything(one.world, one.viewer, options=SHORT)
    assert everything(other, one.viewer, options=SHORT) == first, seed
    return len(first) > 0


def starts_again(seed: int) -> bool:
    """The same where all pictures are made anew on the way, out of the last few detections."""
    one = drawn(seed)
    other = otherwise(one.world, feeds_of(one.world, one.viewer), random.Random(seed))
    first, second = (over_a_start(each, one.viewer) for each in (one.world, other))
    assert second == first, seed
    return len(first) > 0


def over_a_start(world: World, viewer: str) -> list[bytes]:
    made = engine(world, FEW)
    at = EPOCH.plus_s(8.01)
    run(made, [each for each in world.batches if each.at <= at], 8.0)
    made.restart(at)
    run(made, [each for each in world.batches if each.at > at], UNTIL_S)
    return given(made, viewer)


def rules_change(seed: int) -> bool:
    """The same where others' rules change on the way, and with them the data."""
    one, rng = drawn(seed), random.Random(seed)
    data = otherwise(one.world, feeds_of(one.world, one.viewer), rng)
    first = everything(one.world, one.viewer)
    changed = others(one.world, one.viewer, rng).rules
    made = engine(data)
    at = EPOCH.plus_s(rng.uniform(3.0, 9.0))
    made.put_rules(changed, at)
    seen: list[bytes] = []
    run(made, data.batches, UNTIL_S, every_s=4.0, after=lambda e: seen.extend(given(e, one.viewer)))
    assert seen == first, seed
    return len(first) > 0


KINDS: tuple[Callable[[int], bool], ...] = (
    forbidden_data,
    forbidden_in_one_picture,
    others_rules,
    others_delays,
    starts_again,
    rules_change,
)


@pytest.mark.parametrize("kind", KINDS)
def test_prop_what_a_viewer_may_not_see_changes_nothing_that_it_gets(
    kind: Callable[[int], bool],
) -> None:
    saw = sum(kind(seed) for seed in range(WORLDS))
    assert saw > WORLDS // 2


def test_what_a_viewer_may_see_changes_what_it_gets() -> None:
    changed = 0
    for seed in range(WORLDS):
        one = drawn(seed)
        fewer = replace(one.world, batches=one.world.batches[::2])
        changed += everything(fewer, one.viewer) != everything(one.world, one.viewer)
    assert changed > WORLDS // 2


if __name__ == "__main__":
    for each in KINDS:
        seeds = range(*map(int, sys.argv[1:3]))
        print(each.__name__, sum(each(seed) for seed in seeds), "of", len(seeds), flush=True)
