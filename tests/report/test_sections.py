from __future__ import annotations

import re
import sys
from typing import Any

import pytest

from glasshield import catalog
from glasshield.catalog import Status
from glasshield.messages import Language, has
from glasshield.report.blocks import Answer, Cell, Figure, Section, Table
from glasshield.report.document import Document, read
from glasshield.report.findings import findings
from glasshield.report.sections import answer, assumptions, closing, crux, tables, timeline
from glasshield.report.signs import SIGNS
from glasshield.report.wording import Wording
from glasshield.shield.rules import Rule
from glasshield.shield.sights import Unseen
from glasshield.shield.timeline import Happening


@pytest.fixture
def words(document: Document) -> Wording:
    return Wording(document, "en")


def answers_of(document: Document, lang: Language = "en") -> tuple[Answer, Answer, Answer]:
    return answer.answers(findings(document), Wording(document, lang))


class TestAnswer:
    def test_it_counts_what_the_rows_say(self, document: Document) -> None:
        sees, defends, reaches = answers_of(document)
        assert sees.short == "5–6 of 6 flights"
        assert re.search(r"\*\*21\u00a0%\*\* .*\*\*99\u00a0%\*\*", defends.sentences[0])
        assert reaches.short == "That depends on the interceptor’s speed"

    def test_rival_speeds_are_told_side_by_side(self, document: Document) -> None:
        _, _, reaches = answers_of(document)
        declared, rival = reaches.sentences
        assert "6.3\u00a0km/s" in declared
        assert "**1 of 8**" in declared
        assert "3 more are too close to call" in declared
        assert "9.0\u00a0km/s" in rival
        assert "**8 of 8**" in rival

    def test_without_rivals_a_clear_no_is_no(self, assessment: dict[str, Any]) -> None:
        _, _, reaches = answers_of(read(only(assessment, "epaa-3")))
        assert reaches.short == "None of the 8 disputed flights"
        assert reaches.sign == "no"

    def test_near_the_line_nothing_is_claimed(self, assessment: dict[str, Any]) -> None:
        near = only(assessment, "epaa-3")
        near["reaches"] = [
            {**row, "verdict": "depends", "speed_margin_km_s": 0.1} for row in near["reaches"]
        ]
        _, _, reaches = answers_of(read(near))
        assert reaches.short == "Too close to call"

    def test_one_phase_is_told_without_a_range_of_phases(self, assessment: dict[str, Any]) -> None:
        sees, defends, _ = answers_of(read(only(assessment, "epaa-1")))
        assert "Depending on the phase" not in sees.sentences[0]
        assert "between" not in defends.sentences[0]

    def test_an_empty_assessment_says_so(self, assessment: dict[str, Any]) -> None:
        empty: dict[str, Any] = {k: [] for k in ("flights", "sees", "defends", "reaches")}
        sees, defends, reaches = answers_of(read({**assessment, **empty, "timeline": None}))
        assert "no threat flight" in sees.sentences[0]
        assert "no threatened region" in defends.sentences[0]
        assert "no disputed flight" in reaches.sentences[0]


class TestCrux:
    def test_only_phases_with_rivals_stand_there(self, document: Document, words: Wording) -> None:
        section = crux.section(findings(document), words)
        assert section is not None
        figures = [b for b in section.blocks if isinstance(b, Figure)]
        assert [f.id for f in figures] == ["speeds-third-site-2007"]

    def test_without_rivals_there_is_no_section(self, assessment: dict[str, Any]) -> None:
        document = read(only(assessment, "epaa-3"))
        assert crux.section(findings(document), Wording(document, "en")) is None

    def test_the_chart_holds_every_flight_and_every_speed(
        self, document: Document, words: Wording
    ) -> None:
        figure = crux.figure(findings(document).phases[0], words)
        assert figure is not None
        drawn = figure.drawing.body.source
        assert drawn.count("dot-") >= 8
        assert "6.3\u00a0km/s · Missile Defense Agency" in drawn
        assert "9.0\u00a0km/s · Postol, 2007" in drawn


class TestTables:
    def test_every_table_has_a_cell_for_every_column(
        self, document: Document, words: Wording
    ) -> None:
        section = tables.section(findings(document), words)
        found = [block for block in section.blocks if isinstance(block, Table)]
        assert len(found) == 6
        for table in found:
            assert all(len(row) == len(table.columns) for row in table.rows)

    def test_flights_that_nobody_sees_say_so_with_a_sign(
        self, document: Document, words: Wording
    ) -> None:
        rows = tables.sees(findings(document), words).rows
        unseen = [cell for row in rows for cell in row if cell.text == "not seen"]
        assert unseen
        assert all(cell.sign == "no" for cell in unseen)

    def test_margins_bear_their_sign(self, words: Wording) -> None:
        assert words.signed(0.42) == "+0.4"
        assert words.signed(-0.42) == "\u22120.4"
        assert words.signed(0.01) == "0.0"


class TestAssumptions:
    def test_rivals_stand_first_and_apart(self, document: Document, words: Wording) -> None:
        section = assumptions.section(document, words)
        disputed = table(section, "assumptions-disputed")
        assert [cell(row, 1) for row in disputed.rows] == ["6.3\u00a0km/s", "9\u00a0km/s"]
        assert [cell(row, 4) for row in disputed.rows] == ["Missile Defense Agency", "Postol, 2007"]

    def test_sources_are_cited_by_number(self, document: Document, words: Wording) -> None:
        disputed = table(assumptions.section(document, words), "assumptions-disputed")
        assert {cell(row, 5) for row in disputed.rows} == {"[1]"}

    def test_parts_of_a_place_and_of_a_stage_stand_on_one_line(
        self, assessment: dict[str, Any]
    ) -> None:
        common = {"status": "assumed", "source": "S-AFP07"}
        rows = [
            {"key": "site.redzikowo.position.lat_deg", "value": 54.48, "unit": "deg", **common},
            {"key": "site.redzikowo.position.lon_deg", "value": 17.1, "unit": "deg", **common},
            {"key": "site.redzikowo.position.height_m", "value": 0.0, "unit": "m", **common},
            {"key": "missile.irbm.stages.0.burn_time", "value": 65.0, "unit": "s", "low": 50.0,
             "high": 80.0, **common},
            {"key": "missile.irbm.stages.0.diameter", "value": 1.5, "unit": "m", **common},
        ]  # fmt: skip
        document = read({**assessment, "assumptions": rows})
        section = assumptions.section(document, Wording(document, "en"))
        (place,) = table(section, "assumptions-site").rows
        assert cell(place, 0) == "Redzikowo: place"
        assert cell(place, 1) == "54.48°\u00a0N, 17.10°\u00a0E"
        (stage,) = table(section, "assumptions-missile").rows
        assert cell(stage, 0) == "Intermediate-range missile: stage 1"
        assert cell(stage, 1) == "burn time 65\u00a0s (50–80\u00a0s); diameter 1.5\u00a0m"

    def test_every_property_of_the_catalogue_has_a_name(self) -> None:
        facts = catalog.load()
        module = sys.modules["glasshield.catalog.assumptions"]
        kinds = (
            "site",
            "sensor",
            "interceptor",
            "missile",
            "launch",
            "region",
            "architecture",
            "rules",
        )
        keys = [f"{kind}.{identifier}" for kind in kinds for identifier in facts.of_kind(kind)]
        said = {"lat_deg", "lon_deg", "rivals", *assumptions._RANGES, *assumptions._SAID}
        nameless = {
            part
            for row in module.assumptions(facts, keys)
            for part in row.key.split(".")[2:]
            if not part.isdigit() and part not in said and not has(f"field.{part}")
        }
        assert not nameless

    @pytest.mark.parametrize("status", [*Status, "disputed"])
    def test_every_status_has_a_word_and_a_sign(self, status: str) -> None:
        assert has(f"status.{status}")
        assert str(status) in SIGNS


@pytest.mark.parametrize("reason", Unseen)
def test_every_reason_of_not_seeing_has_words(reason: Unseen) -> None:
    assert has(f"unseen.{reason}")


@pytest.mark.parametrize("happening", Happening)
def test_every_event_has_words_or_a_bar(happening: Happening) -> None:
    assert has(f"event.{happening}") or happening in timeline._SHOWN_OTHERWISE


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_that_closes_a_window_has_words(rule: Rule) -> None:
    assert has(f"rule.{rule}")


def test_the_timeline_tells_the_window(document: Document, words: Wording) -> None:
    section = timeline.section(document, words)
    assert section is not None
    (figure,) = section.blocks
    assert isinstance(figure, Figure)
    assert (
        "may start between 3\u00a0min\u00a058\u00a0s and 10\u00a0min\u00a010\u00a0s"
        in figure.caption
    )


def test_without_a_timeline_there_is_no_section(assessment: dict[str, Any]) -> None:
    document = read({**assessment, "timeline": None})
    assert timeline.section(document, Wording(document, "en")) is None


def test_the_end_tells_how_to_get_the_same_again(document: Document, words: Wording) -> None:
    told = str(closing.reproduce(document, words, ("results.json",)).blocks)
    for fact in (document.program.command, document.program.version, document.program.input_hash):
        assert fact in told


def only(assessment: dict[str, Any], phase: str) -> dict[str, Any]:
    """The assessment of one phase alone."""
    rows = ("sees", "defends", "reaches", "elements")
    kept = {key: [r for r in assessment[key] if r["phase"] == phase] for key in rows}
    phases = [p for p in assessment["phases"] if p["id"] == phase]
    return {**assessment, **kept, "phases": phases}


def table(section: Section, identifier: str) -> Table:
    (found,) = [b for b in section.blocks if isinstance(b, Table) and b.id == identifier]
    return found


def cell(row: tuple[Cell, ...], place: int) -> str:
    return row[place].text
