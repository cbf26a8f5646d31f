"""Judged claims and plans of monitoring in the view document."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.report.assurance.names import Names
from glasshield.report.view.build import JudgedClaim, rendered, view_of
from glasshield.report.view.document import View
from glasshield.report.view.parts import thinned
from tests.report import fake_assurance, fake_monitoring

NAMES = Names.of(catalog.load())
NAMES_KNOWN = {id for _, id in NAMES.known}
FIGURE_TOL = 5e-5  # margins and speeds have four decimals
PATH_TOL_DEG = 5.1e-3  # places along a claim's flight two


@pytest.fixture(scope="module")
def view(assessment: dict[str, Any]) -> View:
    judged = JudgedClaim(fake_assurance.document(), None)
    return view_of(assessment, (judged, judged), (fake_monitoring.plan(),), NAMES)


def test_it_is_read_back_as_it_was(view: View) -> None:
    assert msgspec.json.decode(rendered(view), type=View) == view


def test_verdicts_are_those_of_the_judged_claim(view: View) -> None:
    found, judged = view.claims[0], fake_assurance.document()
    assert found.id == judged.claim.id
    assert found.answer.en != found.answer.ru
    for row, verdict in zip(found.verdicts, judged.verdicts, strict=True):
        assert (row.party, row.assumptions) == (verdict.party, verdict.assumptions)
        assert row.verdict == verdict.verdict
        assert row.margin.value == pytest.approx(verdict.margin.value, abs=FIGURE_TOL)
        assert row.margin.band == verdict.margin.band
    assert len(found.cruxes) == (judged.crux is not None) + len(judged.other_cruxes)


def test_every_assumption_stands_with_its_source_and_standing(view: View) -> None:
    rows = fake_assurance.document().assumptions
    held = view.claims[0].held
    assert [(one.assumptions, one.parameter, one.states) for one in held] == [
        (row.assumptions, row.parameter, row.states) for row in rows
    ]
    assert all(one.source and one.status for one in held)
    assert all(one.name.en and one.name.ru for one in held)


def test_paths_that_claims_share_stand_once(view: View) -> None:
    drawn = fake_assurance.document().flights
    assert len(view.claim_paths) == len(drawn)
    assert view.claims[0].flights == view.claims[1].flights
    for flight, row in zip(view.claims[0].flights, drawn, strict=True):
        path = view.claim_paths[flight.path]
        kept = thinned(len(row.time_s), len(path.time_s))
        assert (path.launch, path.target, path.missile) == (row.launch, row.target, row.missile)
        assert path.lat_deg == pytest.approx([row.lat_deg[n] for n in kept], abs=PATH_TOL_DEG)
        assert flight.verdict == row.verdict


def test_all_that_claims_speak_of_has_a_name(view: View) -> None:
    for claim in view.claims:
        named = {*claim.by, *(row.assumptions for row in claim.verdicts)}
        named |= {row.party for row in claim.verdicts} | {said.by for said in claim.wording}
        assert named & NAMES_KNOWN <= set(view.names)


def test_all_that_claims_cite_stands_among_the_sources(assessment: dict[str, Any]) -> None:
    judged = fake_assurance.document()
    said = msgspec.structs.replace(judged.claim.wording[0], source=("bulletin-2007", "S-AFP07"))
    asked = msgspec.structs.replace(judged.claim, wording=(said,))
    judged = msgspec.structs.replace(judged, claim=asked)
    found = view_of(assessment, (JudgedClaim(judged, None),), (), NAMES)
    by_id = {source.id: source for source in found.sources}
    cited = {id for one in found.claims for row in (*one.wording, *one.held) for id in row.source}
    assert cited >= {"bulletin-2007", "S-AFP07"}
    assert cited <= set(by_id)
    assert len(by_id) == len(found.sources), "no source stands twice"
    assert by_id["bulletin-2007"].title == catalog.load().sources["bulletin-2007"].name
    assert by_id["bulletin-2007"].where == catalog.load().sources["bulletin-2007"].where


def test_a_plan_says_where_observers_could_stand_and_that_it_is_simulated(view: View) -> None:
    (found,), made = view.plans, fake_monitoring.plan()
    assert found.mark == "simulated"
    assert len(found.stations) == len(made.stations)
    assert found.stations[0].power == made.stations[0].power
    assert [one.observer for one in found.best] == [
        tuple(place.observer for place in row.places) for row in made.best
    ]
    assert found.name.ru
    assert found.paths[0].height_km == made.paths[0].height_km


def test_without_names_ids_stand_for_them(assessment: dict[str, Any]) -> None:
    found = view_of(assessment, (JudgedClaim(fake_assurance.document(), None),))
    assert found.claims[0].held[0].name.en
