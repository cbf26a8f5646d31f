from __future__ import annotations

import functools

import pytest

from glasshield import catalog
from glasshield.assurance.inputs import stands_on
from glasshield.catalog import Catalog
from glasshield.catalog.claims import AssumptionSet, Setting
from glasshield.catalog.quantity import Status
from glasshield.errors import UnknownNameError

CLAIM = "poland-gbi-cannot-reach-russian-icbm"


@functools.cache
def _facts() -> Catalog:
    return catalog.load()


def test_a_claim_stands_on_what_its_ids_lead_to() -> None:
    found = stands_on(_facts(), CLAIM, ["russia-2007"])
    wanted = {
        f"claim.{CLAIM}",
        "assumptions.russia-2007",
        "architecture.third-site-2007",
        "interceptor.gbi2",
        "site.redzikowo",
        "sensor.emr-brdy",
        "radar.emr",
        "missile.icbm-solid",
        "launch.kozelsk",
        "region.minot",
        "rules.kinematic",
    }
    assert wanted <= found.keys()
    assert list(found) == sorted(found)
    assert all(found[key] is _facts().find(key)[1] for key in found)
    kinds = {key.partition(".")[0] for key in found}
    assert kinds & {"source", "party", "scenario", "regime", "telemetry"} == set()


def test_only_the_sets_that_are_named_count() -> None:
    found = stands_on(_facts(), CLAIM, ["russia-2007"])
    assert [key for key in found if key.startswith("assumptions.")] == ["assumptions.russia-2007"]
    assert "interceptor.sm3-2a" not in found


def test_a_claim_that_denies_another_stands_on_it() -> None:
    denying = next(id for id, claim in _facts().claims.items() if claim.denies)
    denied = _facts().claims[denying].denies
    assert stands_on(_facts(), denied, []).keys() < stands_on(_facts(), denying, []).keys()


def test_what_a_set_of_assumptions_moves_in_counts_too() -> None:
    key, site = "architecture.third-site-2007.phases.1.batteries.0.site", "north-sea"
    moved = AssumptionSet(
        id="moved",
        name="Moved",
        by="russia",
        date=_facts().claims[CLAIM].date,
        values={key: Setting(word=site, source="S-AFP07", status=Status.READ)},
    )
    facts = _facts().replaced({("assumptions", "moved"): moved})
    found = stands_on(facts, CLAIM, ["moved"])
    assert f"site.{site}" in found
    assert "site.redzikowo" in found
    assert f"site.{site}" not in stands_on(facts, CLAIM, ["us-2007"])


@pytest.mark.parametrize("claim", sorted(catalog.load().claims))
def test_every_shipped_claim_stands_on_records(claim: str) -> None:
    sets = _facts().claims[claim].assumptions
    found = stands_on(_facts(), claim, sets)
    assert found.keys() >= {f"claim.{claim}", *(f"assumptions.{id}" for id in sets)}
    assert len(found) > 1


def test_an_unknown_claim_is_named() -> None:
    with pytest.raises(UnknownNameError, match="did you mean poland-gbi"):
        stands_on(_facts(), CLAIM[:-1], [])
    with pytest.raises(UnknownNameError, match="did you mean"):
        stands_on(_facts(), CLAIM, ["us-2008"])
