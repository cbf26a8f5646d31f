from __future__ import annotations

import functools
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield import catalog
from glasshield.assurance.document import Document
from glasshield.catalog import Catalog
from glasshield.catalog.kinds import TYPES
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, parsed
from glasshield.exchange.declarations import bare
from glasshield.exchange.inputs import (
    Content,
    differing_facts,
    facts_of,
    gathered,
    read_content,
    versions,
    write_inputs,
)
from glasshield.exchange.rerun import other_versions
from glasshield.exchange.statements import decoded, encoded, signed, stated
from glasshield.workspace import Cache, Workspace
from tests.exchange.stated import RUSSIA, document

CLAIM = "poland-gbi-cannot-reach-russian-icbm"
SPEED = "interceptor.gbi2.burnout_speed"
MINE = """
[assumptions.mine]
name = "Mine"
by = "open-studies"
date = { date = "2030", source = "glasshield", status = "assumed", note = "an example" }
[assumptions.mine.values]
"interceptor.gbi2.burnout_speed" = { value = 7.0, unit = "km/s", source = "glasshield", status = "assumed", note = "an example" }
"""  # noqa: E501


@functools.cache
def _facts() -> Catalog:
    return catalog.load()


def _workspace(tmp_path: Path, *overlays: Path) -> Workspace:
    return Workspace(Cache(tmp_path / "cache"), overlays)


def _document(*sets: str) -> Document:
    made = document()
    verdicts = tuple(msgspec.structs.replace(made.verdicts[0], assumptions=one) for one in sets)
    claim = msgspec.structs.replace(made.claim, id=CLAIM)
    return msgspec.structs.replace(made, claim=claim, verdicts=verdicts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What an assessment under packaged and own assumptions writes."""
    mine = tmp_path / "mine.toml"
    mine.write_text(MINE, encoding="utf-8")
    out = tmp_path / "out"
    made = _document("us-2007", "mine")
    out.mkdir()
    (out / "assurance.json").write_bytes(msgspec.json.format(msgspec.json.encode(made)))
    write_inputs(out, _workspace(tmp_path, mine), made)
    return out


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_record_comes_back_from_canonical_json(kind: str) -> None:
    for record in _facts().of_kind(kind).values():
        again = parsed(canonical(bare(record)), record.id)
        assert msgspec.convert(again, TYPES[kind]) == record


def test_inputs_hold_records_sources_and_parties(tmp_path: Path) -> None:
    found = gathered(_workspace(tmp_path), CLAIM, ["us-2007", "russia-2007"])
    assert found.records["interceptor.gbi2"]["burnout_speed"]["value"] == 6.3
    assert {"source.S-AFP07", "party.mda-2007", "party.postol-2007"} <= found.records.keys()
    assert found.own == ()
    assert found.catalog.keys() == TYPES.keys()
    assert {"cities.npz", "world-fine.topo.json"} <= found.geodata.keys()
    assert differing_facts(found) == []


def test_what_somebody_set_goes_into_the_inputs_and_comes_back(tmp_path: Path) -> None:
    workspace = _workspace(tmp_path).overridden([(SPEED, "8.1km/s")])
    found = gathered(workspace, CLAIM, ["us-2007"])
    assert found.own == ("interceptor.gbi2",)
    again = facts_of(found)
    assert again.interceptors["gbi2"] == workspace.catalog.interceptors["gbi2"]
    assert again.interceptors["sm3-2a"] == _facts().interceptors["sm3-2a"]
    assert differing_facts(found) == []


def test_a_packaged_fact_that_is_another_here_is_named_with_both_values(tmp_path: Path) -> None:
    found = gathered(_workspace(tmp_path), CLAIM, ["us-2007"])
    other = json.loads(json.dumps(found.records))
    other["interceptor.gbi2"]["burnout_speed"]["value"] = 6.4
    named = differing_facts(msgspec.structs.replace(found, records=other))
    assert named[0].path == f"{SPEED}.value"
    assert (named[0].first, named[0].second) == ((6.4,), (6.3,))
    elsewhere = msgspec.structs.replace(found, catalog=found.catalog | {"scenario": "00"})
    assert [one.path for one in differing_facts(elsewhere)] == ["catalog.scenario"]
    maps = msgspec.structs.replace(found, geodata=found.geodata | {"cities.npz": "00"})
    assert [one.path for one in differing_facts(maps)] == ["geodata.cities.npz"]


def test_an_untouched_assessment_is_read(folder: Path) -> None:
    content = read_content(folder)
    assert content == read_content(folder / "assurance.json")
    assert content.inputs.claim == CLAIM
    assert content.inputs.assumptions == ("us-2007", "mine")
    assert "assumptions.mine" in content.inputs.own
    assert content.versions == versions()
    assert content.result["verdicts"][0]["margin"]["value"] == 0.5
    # Nothing of this machine goes into a statement.
    assert str(folder.parent) not in msgspec.json.encode(content).decode()


def test_a_statement_is_read_back_with_the_facts_that_went_in(folder: Path) -> None:
    made = signed(stated(read_content(folder)), RUSSIA)
    again = decoded(encoded(made), "here")
    assert again == made
    facts = facts_of(again.content.inputs)
    assert facts.assumption_sets["mine"].values[SPEED].value == 7.0
    assert facts.interceptors["gbi2"] == _facts().interceptors["gbi2"]
    assert other_versions(again.content) == ()


def _edited(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")


def _other_margin(result: dict[str, Any]) -> None:
    margin = result["verdicts"][0]["margin"]
    margin["value"] = math.nextafter(margin["value"], 1.0)


def test_a_result_that_was_changed_is_refused(folder: Path) -> None:
    _edited(folder / "assurance.json", _other_margin)
    with pytest.raises(InputError, match=r"assurance\.json: changed since the assessment"):
        read_content(folder)


def test_a_result_that_is_only_written_otherwise_is_the_same(folder: Path) -> None:
    _edited(folder / "assurance.json", lambda _: None)
    assert read_content(folder).result["claim"]["id"] == CLAIM


def test_an_input_file_that_was_changed_or_is_gone_is_refused(folder: Path) -> None:
    mine = folder.parent / "mine.toml"
    mine.write_text(MINE.replace("7.0", "7.1"), encoding="utf-8")
    with pytest.raises(InputError, match=r"mine\.toml: changed since the assessment was made"):
        read_content(folder)
    mine.unlink()
    with pytest.raises(InputError, match=r"mine\.toml: changed since the assessment was made"):
        read_content(folder)


def _other_own(kept: dict[str, Any]) -> None:
    kept["inputs"]["records"]["assumptions.mine"]["values"][SPEED]["value"] = 7.1


def test_inputs_that_were_changed_are_refused(folder: Path) -> None:
    _edited(folder / "inputs.json", _other_own)
    with pytest.raises(InputError, match=r"inputs\.json: changed since the assessment was made"):
        read_content(folder)


def _newer(kept: dict[str, Any]) -> None:
    kept["schema"] = "glasshield-inputs/2"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_newer, "written by a newer version of Glasshield"),
        (lambda kept: kept.pop("schema"), "this is no inputs of Glasshield"),
        (lambda kept: kept.pop("files"), "no assessment"),
        (lambda kept: kept.update(more=1), "no assessment"),
    ],
)
def test_inputs_that_are_none_are_refused(
    folder: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    _edited(folder / "inputs.json", change)
    with pytest.raises(InputError, match=said):
        read_content(folder)


def test_another_program_s_assessment_is_not_signed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = versions()
    monkeypatch.setattr(
        "glasshield.exchange.inputs.versions", lambda: here | {"numpy": "0.0", "glasshield": "9.9"}
    )
    with pytest.raises(InputError, match="made with another version of glasshield; got 0"):
        read_content(folder)
    content = Content(inputs=gathered(Workspace.default(), CLAIM, []), versions=here, result={})
    monkeypatch.setattr("glasshield.exchange.rerun.versions", lambda: here | {"numpy": "0.0"})
    assert [one.path for one in other_versions(content)] == ["numpy"]


def test_the_source_of_the_program_is_a_version_too() -> None:
    found = versions()
    assert re.fullmatch("[0-9a-f]{64}", found["source"])
    other = Content(
        inputs=gathered(Workspace.default(), CLAIM, []),
        versions=found | {"source": "0" * 64},
        result={},
    )
    assert [one.path for one in other_versions(other)] == ["source"]


@pytest.mark.parametrize("name", ["assurance.json", "inputs.json"])
def test_a_folder_without_an_assessment_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(InputError, match=r"cannot be read.*run glasshield assure --out again"):
        read_content(folder)


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000])
def test_a_file_that_is_no_assessment_is_refused(folder: Path, text: str) -> None:
    (folder / "assurance.json").write_text(text)
    with pytest.raises(InputError, match="no assessment"):
        read_content(folder)


@pytest.mark.parametrize(
    ("key", "table", "said"),
    [
        ("spaceship.x", {"id": "x", "name": "X"}, "no kind is called 'spaceship'"),
        ("site.x", {"id": "x"}, "cannot be read here"),
        ("site.x", {"id": "x", "name": "X", "colour": "red"}, "cannot be read here"),
        ("party.x", {"id": "y", "name": "X"}, "another id; got y"),
    ],
)
def test_a_record_that_cannot_be_read_is_named(
    tmp_path: Path, key: str, table: dict[str, Any], said: str
) -> None:
    found = gathered(_workspace(tmp_path), CLAIM, [])
    with pytest.raises(InputError, match=f"{key}: .*{said}"):
        facts_of(msgspec.structs.replace(found, records={key: table}))
