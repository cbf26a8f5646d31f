from __future__ import annotations

from typing import Any

from glasshield.messages import Language
from glasshield.report.terminal import summary


def test_the_answer_comes_first(assessment: dict[str, Any]) -> None:
    shown = summary(assessment, lang="en")
    assert "nothing was measured" in shown.mark
    assert [a.partition("?")[0] for a in shown.answers] == [
        "What does it see",
        "What does it defend",
        "Whom could it reach",
    ]
    assert not any("**" in a for a in shown.answers)


def test_tables_are_rectangular(assessment: dict[str, Any], lang: Language) -> None:
    for table in summary(assessment, lang=lang).tables:
        assert table.rows
        assert all(len(row) == len(table.header) for row in table.rows)
        assert all(place < len(table.header) for place in table.right)


def test_both_rival_views_are_listed(assessment: dict[str, Any]) -> None:
    reaches = summary(assessment, lang="en").tables[-1]
    third_site = [row for row in reaches.rows if row[0] == "Third site 2007"]
    assert third_site
    assert {row[4] for row in third_site} == {"6.3", "9.0"}
