"""The page about release says what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from glasshield.catalog import load
from glasshield.errors import InputError
from glasshield.exchange.release.check import CODES, Known, check
from glasshield.exchange.release.explain import explain
from glasshield.exchange.release.reading import WrittenRule, parse
from glasshield.exchange.release.rules import RuleSet
from glasshield.exchange.release.terms import CLASS_NAMES, EventKind, Kind
from glasshield.exchange.release.wording import explanation
from tests.exchange.test_release import SEEN

PAGE = (Path(__file__).parents[2] / "docs/release.md").read_text(encoding="utf-8")
(TOML,) = re.findall(r"```toml\n(.+?)```", PAGE, flags=re.DOTALL)


def test_every_key_stands_there_and_is_said_to_be_required_where_it_is() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (required)? ?\|", PAGE, flags=re.MULTILINE)
    fields = msgspec.structs.fields(WrittenRule)
    assert {(name, bool(needed)) for name, needed in rows} == {
        (field.encode_name, field.required) for field in fields
    }


def test_every_word_that_a_rule_may_use_stands_there() -> None:
    for word in (*CLASS_NAMES, *EventKind, *Kind):
        assert f"`{word}`" in PAGE


def test_every_finding_stands_there() -> None:
    table = PAGE.split("| finding |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `([\w-]+)`", table, flags=re.MULTILINE) == list(CODES)


def test_what_the_example_lets_be_seen_is_what_the_page_says() -> None:
    rules = RuleSet.of(parse(TOML, "rules.toml", {}).rules)
    (said,) = re.findall(r"```text\n(.+?)\n```", PAGE, flags=re.DOTALL)
    lines = explanation(explain(rules, SEEN, "russia"), SEEN, "russia", "en")
    assert "\n".join(lines).replace("\u00a0", " ") == said


def test_nothing_is_odd_in_the_example() -> None:
    facts = load()
    sensors = {id: sensor.party for id, sensor in facts.sensors.items()}
    known = Known(frozenset(facts.parties), sensors)
    assert check([parse(TOML, "rules.toml", facts.regions)], known) == ()


def test_the_refusal_of_the_page_is_the_one_that_comes() -> None:
    wrong = TOML.replace('region = "baltic"', 'region = "balticc"')
    with pytest.raises(InputError) as refused:
        parse(wrong, "rules.toml", {})
    assert refused.value.sentence in PAGE


def test_the_example_in_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (code,) = re.findall(r"```python\n(.+?)```", PAGE, flags=re.DOTALL)
    (tmp_path / "rules.toml").write_text(TOML, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "release.md", "exec"), {})
    assert "['baltic-tracks']" in capsys.readouterr().out
