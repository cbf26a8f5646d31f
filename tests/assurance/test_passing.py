"""How much of a raid passes: the magazine's mean, in the phase that stops most."""

from __future__ import annotations

from typing import Any

import pytest

from glasshield.assurance.passing import Passes
from glasshield.assurance.predicates import check, predicate
from glasshield.assurance.verdicts import Verdict
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.errors import RangeError, UnknownNameError
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import ID, a_claim, a_setting, base_world, holding, statement

ROUNDING = 1e-12
COUNT = "architecture.third-site-2007.phases.1.batteries.0.count"
HIT = f"claim.{ID}.passes.single_shot"


def ten_against(raid: dict[str, Any], **parts: Any) -> Claim:
    passes = {
        "raid": raid,
        "at_least": statement(0.9),
        "single_shot": statement(0.5),
        "shots_each": statement(1),
    }
    return a_claim(architecture="third-site-2007", passes=passes | parts)


def measure(claim: Claim) -> tuple[Passes, World]:
    world = holding(claim)
    found = predicate(claim, world, Workspace.default())
    assert isinstance(found, Passes)
    return found, world


def test_ten_against_three_hundred() -> None:
    found, world = measure(ten_against(statement(300)))
    assert found.margin(world) == pytest.approx(295 / 300 - 0.9, abs=ROUNDING)
    assert found.finding(world).margin.verdict is Verdict.HOLDS
    every = world.with_settings({HIT: a_setting(1.0)})
    assert found.margin(every) == pytest.approx(290 / 300 - 0.9, abs=ROUNDING)
    few, world = measure(ten_against(statement(20)))
    assert few.finding(world).margin.verdict is Verdict.FAILS


def test_uncertain_inputs_run_through() -> None:
    raid = statement(100, low=50, high=500)
    found, world = measure(ten_against(raid, single_shot=statement(0.5, low=0.1, high=0.9)))
    margin = found.finding(world).margin
    assert margin.value == pytest.approx(0.95 - 0.9, abs=ROUNDING)
    # The worse end for the claim: a small raid and interceptors that hit.
    assert margin.low == pytest.approx((50 - 9) / 50 - 0.9, abs=ROUNDING)
    assert margin.high == pytest.approx((500 - 1) / 500 - 0.9, abs=ROUNDING)
    assert margin.verdict is Verdict.UNDECIDED
    assert found.ends == (Bound.OPTIMISTIC, Bound.PESSIMISTIC)


def test_counts_between_whole_numbers_go_straight() -> None:
    found, world = measure(ten_against(statement(12), shots_each=statement(2)))
    margins = [
        found.margin(world.with_settings({COUNT: a_setting(count)})) for count in (14, 14.25, 15)
    ]
    assert margins[0] > margins[2]
    assert margins[1] == pytest.approx(0.75 * margins[0] + 0.25 * margins[2], abs=ROUNDING)


def test_the_worst_phase_counts() -> None:
    passes = {
        "raid": statement(100),
        "at_least": statement(0.5),
        "single_shot": statement(1.0),
        "shots_each": statement(1),
    }
    phases = ("1", "2", "3")
    alone = []
    for chosen in [*((phase,) for phase in phases), phases]:
        found, world = measure(a_claim(architecture="epaa", phases=chosen, passes=passes))
        alone.append(found.margin(world))
        worst = found.finding(world).worst
    assert alone[3] == min(alone[:3])
    assert worst is not None
    assert worst.phase == "epaa-3"


def test_rows_for_doctrines_and_rivals_worst_first() -> None:
    claim = base_world().catalog.claims["ten-interceptors-cannot-matter"]
    found = predicate(claim, base_world(), Workspace.default()).finding(base_world())
    shares = [row.numbers["mean_leaked_share"] for row in found.evidence]
    assert shares == sorted(shares)
    assert len(found.evidence) == 2 * len(claim.passes.single_shot.variants())  # type: ignore[union-attr]
    assert found.worst is not None
    assert found.worst.numbers["interceptors"] == 10
    assert found.margin.verdict is Verdict.HOLDS


def test_its_keys_can_be_set() -> None:
    found, world = measure(ten_against(statement(300)))
    keys = found.keys(world)
    assert COUNT in keys
    assert HIT in keys
    for key in keys:
        assert world.with_settings({key: a_setting(1.0)}).catalog is not world.catalog


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"at_least": statement(1.1)}, "a share is at most one"),
        ({"single_shot": statement(0.5, high=1.5)}, "single_shot: a share is at most one"),
        ({"shots_each": statement(0.0)}, "a count is at least one"),
        ({"raid": statement(0.5)}, "raid: a count is at least one"),
    ],
)
def test_numbers_that_cannot_be_are_refused(parts: dict[str, Any], words: str) -> None:
    with pytest.raises(RangeError, match=words):
        measure(ten_against(**({"raid": statement(300)} | parts)))


def test_a_party_sets_a_probability_that_is_none() -> None:
    claim = ten_against(statement(300))
    world = holding(claim).with_settings({HIT: a_setting(1.5)})
    with pytest.raises(RangeError, match="single_shot: a share is at most one"):
        check(claim, world)


def test_an_unknown_phase_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="no phase of third-site-2007 is called '7'"):
        measure(
            a_claim(
                architecture="third-site-2007",
                phases=["7"],
                passes={
                    "raid": statement(300),
                    "at_least": statement(0.9),
                    "single_shot": statement(0.5),
                    "shots_each": statement(1),
                },
            )
        )
