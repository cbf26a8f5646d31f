"""What margins hang on is named, and what is not named moves none of them."""

from __future__ import annotations

import msgspec
import pytest

from glasshield.assurance.inputs import stands_on
from glasshield.assurance.predicates import predicate
from glasshield.assurance.sides import Side, may_matter, setting_of
from glasshield.assurance.verdicts import Predicate
from glasshield.assurance.worlds import World
from glasshield.catalog import Quantity, schema
from glasshield.errors import GlasshieldError
from glasshield.workspace import Workspace
from tests.assurance.claims import base_world

pytestmark = pytest.mark.kernels

# A claim of each predicate whose margin hangs on many records, with the set under which sensors
# have the most to say.
CLAIMS = (
    ("poland-gbi-cannot-reach-russian-icbm", "us-2007"),
    ("epaa-no-growth-against-russia", "us-2011"),
    ("epaa-directed-outside-europe", "us-2011"),
    ("epaa-helps-romania", "us-2011"),
    ("epaa-radar-sees-in-time", "us-2011"),
)


def measured(claim: str, assumptions: str) -> tuple[Predicate, World]:
    base = base_world()
    found = predicate(base.catalog.claims[claim], base, Workspace.default())
    return found, Side.of(base.catalog.assumption_sets[assumptions], base).world


def figures(claim: str, assumptions: str, world: World) -> dict[str, Quantity]:
    """Every figure of the records that a judgement stands on, by its key."""
    found = {}
    for key in stands_on(world.base, claim, [assumptions]):
        kind, id = key.split(".", 1)
        if kind not in {"assumptions", "party", "source"}:
            for node in schema.walk(world.catalog.of_kind(kind)[id]):
                if isinstance(node.value, Quantity):
                    found[f"{key}.{node.key}"] = node.value
    return found


@pytest.mark.parametrize(("claim", "assumptions"), CLAIMS)
def test_no_figure_that_is_not_named_moves_a_margin(claim: str, assumptions: str) -> None:
    found, world = measured(claim, assumptions)
    stated, keys = found.margin(world), found.keys(world)
    tried = 0
    for key, number in figures(claim, assumptions, world).items():
        if may_matter(key, keys):
            continue
        half = msgspec.structs.replace(number, value=0.5 * number.value, low=None, high=None)
        try:
            moved = world.with_settings({**world.settings, key: setting_of(half)})
            margin = found.margin(moved)
        except GlasshieldError:
            continue  # the fact cannot be half of what it is
        assert margin == stated, key
        tried += 1
    assert tried > 50


def test_the_target_for_which_a_radars_range_is_stated_is_named_by_itself() -> None:
    """Half of what a range is stated for makes that range count for more of a target."""
    found, world = measured(*CLAIMS[0])
    key = "radar.emr.reference_cross_section"
    assert key in found.keys(world)
    number = figures(*CLAIMS[0], world)[key]
    smaller = msgspec.structs.replace(number, value=0.5 * number.value)
    moved = world.with_settings({**world.settings, key: setting_of(smaller)})
    assert found.margin(moved) < found.margin(world)


def test_the_places_of_radars_are_named() -> None:
    found, world = measured(*CLAIMS[0])
    assert {"site.brdy", "site.redzikowo", "radar.emr", "sensor.emr-brdy"} <= set(found.keys(world))
