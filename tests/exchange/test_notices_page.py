"""The page about notices says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from glasshield.catalog import load
from glasshield.errors import InputError
from glasshield.exchange.notices import FORMATS, read_notice, written
from glasshield.monitoring.notice import Chosen, Content, notice_of
from glasshield.monitoring.rules import rules

PAGE = (Path(__file__).parents[2] / "docs/notices.md").read_text(encoding="utf-8")
CATALOG = load()
TEST = CATALOG.tests["third-site-booster"]


def test_every_format_stands_there_with_its_fields() -> None:
    for form, id in FORMATS.items():
        (row,) = re.findall(rf"^\| `{form}` \|.+\|(.+)\|$", PAGE, flags=re.MULTILINE)
        assert re.findall(r"`(\w+)`", row) == [each.key for each in CATALOG.regimes[id].fields]


def test_every_name_to_leave_out_stands_there() -> None:
    (said,) = re.findall(r"need not carry: (`planned_date`.+?)\. A required", PAGE, flags=re.DOTALL)
    assert re.findall(r"`(\w+)`", said) == [content.value for content in Content]


def test_the_notices_of_the_page_are_what_is_written(tmp_path: Path) -> None:
    texts = re.findall(r"```text\n(.+?)```", PAGE, flags=re.DOTALL)
    left_out = (
        ("hazard_areas", "apogee", "range"),
        ("missile_class", "azimuth", "area_roles", "apogee", "range"),
    )
    for text, form, names in zip(texts, ("jdec", "navarea"), left_out, strict=True):
        notice = notice_of(TEST, CATALOG.regimes[FORMATS[form]], Chosen(leave_out=names))
        assert text == written(notice, CATALOG.regimes)
        (tmp_path / form).write_text(text, encoding="utf-8")
        assert read_notice(tmp_path / form, CATALOG.regimes) == notice


def test_the_refusal_of_the_page_is_the_one_that_comes() -> None:
    with pytest.raises(InputError) as refused:
        notice_of(TEST, CATALOG.regimes["jdec"])
    assert f"glasshield: {refused.value}" in PAGE


def test_every_rule_stands_there() -> None:
    for row in rules(TEST, CATALOG.regimes):
        assert f"| `{row.rule}` |" in PAGE


def test_the_example_in_python_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"```python\n(.+?)```", PAGE, flags=re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "notices.md", "exec"), {})
    assert (tmp_path / "notice.txt").exists()
