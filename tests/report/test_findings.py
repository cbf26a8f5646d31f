from __future__ import annotations

from typing import Any

import pytest

from glasshield.errors import InputError
from glasshield.report.document import Document, read
from glasshield.report.findings import Findings, findings


@pytest.fixture
def found(document: Document) -> Findings:
    return findings(document)


def test_every_phase_is_found(found: Findings) -> None:
    assert [p.phase.id for p in found.phases] == [
        "third-site-2007",
        "epaa-1",
        "epaa-2",
        "epaa-3",
        "epaa-4",
    ]


def test_only_radars_count_as_seeing(found: Findings) -> None:
    seen, total = found.phases[1].seen.counted("threat")  # one radar and overhead infrared
    by_hand = {
        s.flight
        for s in found.document.sees
        if s.phase == "epaa-1" and s.sensor == "tpy2-kurecik" and s.first_seen_s is not None
    }
    threats = {f.id for f in found.flights("threat")}
    assert (seen, total) == (len(by_hand & threats), len(threats))


def test_rival_speeds_stand_side_by_side(found: Findings) -> None:
    views = found.phases[0].reached.views
    assert [(v.view.variant, v.view.declared) for v in views] == [
        ("us-mda", True),
        ("postol", False),
    ]
    assert [v.top_speed_km_s for v in views] == [6.3, 9.0]
    assert views[0].counts == (1, 3, 8)
    assert views[1].counts == (8, 0, 8)
    assert found.phases[0].reached.hangs_on_speed


def test_a_phase_without_rivals_has_the_declared_view_only(found: Findings) -> None:
    reached = found.phases[3].reached
    assert [v.view.variant for v in reached.views] == ["declared"]
    assert reached.verdict == "no"
    assert not reached.hangs_on_speed


def test_the_best_placed_interceptor_decides(found: Findings) -> None:
    best = {f.best.site for f in found.phases[3].reached.views[0].flights}
    assert best == {"redzikowo"}


def test_shares_come_from_the_row_over_everything(found: Findings) -> None:
    headline = found.phases[0].headline
    assert headline is not None
    assert headline.region == "all"
    share = headline.population_fraction
    assert share.low <= share.value <= share.high


def test_a_document_of_another_form_is_refused(assessment: dict[str, Any]) -> None:
    broken = {**assessment, "phases": "epaa"}
    with pytest.raises(InputError, match=r"results\.json.*phases"):
        read(broken)


def test_columns_of_different_lengths_are_refused(assessment: dict[str, Any]) -> None:
    flight = {**assessment["flights"][0], "time_s": [0.0, 1.0]}
    with pytest.raises(InputError, match="equal columns"):
        read({**assessment, "flights": [flight]})


def test_an_empty_assessment_has_no_findings(assessment: dict[str, Any]) -> None:
    empty: dict[str, list[Any]] = {
        key: [] for key in ("elements", "flights", "sees", "defends", "reaches")
    }
    document = read({**assessment, **empty, "timeline": None})
    found = findings(document)
    assert all(p.headline is None for p in found.phases)
    assert all(p.reached.verdict == "no" for p in found.phases)
