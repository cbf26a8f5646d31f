"""Measured under declared: figures of the catalogue, taken as worlds have them."""

from __future__ import annotations

import pytest

from glasshield.assurance.measured import Within
from glasshield.assurance.predicates import predicate
from glasshield.assurance.verdicts import Verdict
from glasshield.errors import InputError, UnitError, UnknownNameError
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, base_world, holding, statement

MEASURED, DECLARED = "comparison.t1.expected.surface_speed", "interceptor.gbi2.burnout_speed"


def within(measured: str = MEASURED, declared: str = DECLARED) -> Within:
    found = predicate(
        a_claim(within={"measured": measured, "declared": declared}),
        base_world(),
        Workspace.default(),
    )
    assert isinstance(found, Within)
    return found


def test_val_a_test_of_2003_against_the_declared_speed() -> None:
    found = within()
    assert found.unit == "km/s"
    # 6.32 (6.22 to 6.42) was measured and 6.3 declared.
    assert found.margin(base_world()) == pytest.approx(-0.02)
    assert found.margin(base_world(), Bound.OPTIMISTIC) == pytest.approx(-0.12)
    assert found.margin(base_world(), Bound.PESSIMISTIC) == pytest.approx(0.08)
    assert found.finding(base_world()).margin.verdict is Verdict.UNDECIDED


def test_a_party_declares_otherwise_in_another_unit() -> None:
    world = base_world().with_settings({DECLARED: a_setting(9000.0, "m/s", low=8500.0)})
    margin = within().finding(world).margin
    assert (margin.unit, margin.verdict) == ("km/s", Verdict.HOLDS)
    assert margin.value == pytest.approx(9.0 - 6.32)
    assert margin.low == pytest.approx(8.5 - 6.42)


def test_every_voice_has_a_row_worst_first() -> None:
    rows = within().finding(base_world()).evidence
    margins = [row.numbers["margin"] for row in rows]
    variants = base_world().catalog.interceptors["gbi2"].variants()
    assert len(rows) == len(variants)
    assert margins == sorted(margins)
    assert rows[-1].numbers["declared (postol-2007)"] == pytest.approx(9.0)


def test_its_keys_are_its_figures() -> None:
    assert within().keys(base_world()) == (MEASURED, DECLARED)


def test_figures_that_are_none_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="surface_speed"):
        within("comparison.t1.expected.surface_sped")
    with pytest.raises(InputError, match="leads to no figure"):
        within("comparison.t1.expected")
    with pytest.raises(UnitError, match="a speed and"):
        within(declared="interceptor.gbi2.min_intercept_height")
    with pytest.raises(UnknownNameError, match="gbi2"):
        within(declared="interceptor.gbi7.burnout_speed")


def test_the_band_is_read_in_the_unit_of_the_margin() -> None:
    claim = a_claim(
        within={"measured": MEASURED, "declared": DECLARED},
        band=statement(100.0, "m/s"),
    )
    found = predicate(claim, base_world(), Workspace.default()).finding(base_world())
    assert found.margin.band == pytest.approx(0.1)


def test_a_party_sets_the_band() -> None:
    claim = a_claim(
        within={"measured": MEASURED, "declared": DECLARED},
        band=statement(0.1, "km/s"),
    )
    world = holding(claim)
    found = predicate(claim, world, Workspace.default())
    narrow = world.with_settings({"claim.tried.band": a_setting(5.0, "m/s")})
    assert found.finding(narrow).margin.band == pytest.approx(0.005)
