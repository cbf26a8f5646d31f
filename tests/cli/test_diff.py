"""`glasshield diff` as a user runs it, with claims that a closed form decides."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path

import pytest

from glasshield.cli.app import app
from glasshield.errors import InputError
from tests.cli.run import glasshield

SOURCE = 'source = "glasshield", status = "assumed", note = "an example"'
PASSES = f"""
[claim.NAME]
name = "NAME of a hundred missiles pass"
by = ["russia"]
date = {{ date = "2030", {SOURCE} }}
architecture = "third-site-2007"
phases = ["1"]
assumptions = ["sure"]
wording = [{{ text = "They pass.", by = "russia", {SOURCE} }}]

[claim.NAME.passes]
raid = {{ value = 100, unit = "1", {SOURCE} }}
at_least = {{ value = LEAST, unit = "1", {SOURCE} }}
single_shot = {{ value = 1, unit = "1", {SOURCE} }}
shots_each = {{ value = 1, unit = "1", {SOURCE} }}
"""
CLAIMS = f"""
[assumptions.sure]
name = "Every shot hits"
by = "russia"
date = {{ date = "2030", {SOURCE} }}
""" + "".join(
    PASSES.replace("NAME", name).replace("LEAST", least)
    for name, least in (("half", "0.5"), ("most", "0.9"))
)
DECLARED = f"""
[[architecture.third-site-2007.phases]]
id = "1"
name = "As declared"
planned_date = {{ date = "2013", {SOURCE} }}
planned = {{ text = "By 2013.", {SOURCE} }}
outcome = {{ text = "None.", {SOURCE} }}
sensors = ["emr-brdy"]
batteries = [{{ site = "redzikowo", interceptor = "gbi2", count = {{ value = COUNT, unit = "1", {SOURCE} }} }}]
"""  # noqa: E501
COUNT = "architecture.third-site-2007.phases.1.batteries.0.count.value"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[str, str, str]:
    """An old declaration, a new one with twice the interceptors, and two claims."""
    for name, text in (
        ("old", DECLARED.replace("COUNT", "10")),
        ("new", DECLARED.replace("COUNT", "20")),
        ("claims", CLAIMS),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "facts.toml").write_text(text, encoding="utf-8")
    return str(tmp_path / "old"), str(tmp_path / "new"), str(tmp_path / "claims")


def _refused(*words: str) -> str:
    """The sentence with which a comparison is refused, having said nothing else."""
    with contextlib.redirect_stdout(io.StringIO()) as said, pytest.raises(InputError) as error:
        app(["diff", *words], prog_name="glasshield", standalone_mode=False)
    assert said.getvalue() == ""
    return error.value.sentence


def test_a_changed_count_changes_one_verdict_and_one_margin(
    folders: tuple[str, str, str],
) -> None:
    old, new, claims = folders
    done = glasshield("diff", old, new, "--claims", claims, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["facts"] == [{"path": COUNT, "old": 10, "new": 20}]
    assert [(row["claim"], row["changed"]) for row in answer["claims"]] == [
        ("half", "margin"),
        ("most", "verdict"),
    ]
    assert answer["overruled"] == {}
    most = answer["claims"][1]
    assert (most["party"], most["assumptions"]) == ("russia", "sure")
    assert most["new"]["verdict"] == "fails"
    assert most["new"]["margin"]["value"] == pytest.approx(-0.1)


def test_people_are_told_in_their_language(folders: tuple[str, str, str]) -> None:
    old, new, claims = folders
    said = glasshield("diff", old, new, "--claims", claims).stdout
    for word in (COUNT, "10", "20", "fails: -0.1 (-0.1 … -0.1)", "holds: +0.3 (",
                 "Verdicts that changed: 1 of 2; margins: 1."):  # fmt: skip
        assert word in said, word
    said = glasshield("diff", new, new, "--claims", claims, "--lang", "ru").stdout
    for word in ("Заявлено одно и то же.", "неверно: -0.1 (", "Изменилось вердиктов: 0 из 2"):
        assert word in said, word


def test_what_a_set_has_of_its_own_is_said(folders: tuple[str, str, str]) -> None:
    old, new, claims = folders
    file = Path(claims) / "facts.toml"
    key = COUNT.removesuffix(".value")
    own = f'[assumptions.sure.values]\n"{key}" = {{ value = 5, unit = "1", {SOURCE} }}\n'
    file.write_text(CLAIMS.replace("\n[claim.half]", f"\n{own}\n[claim.half]"), encoding="utf-8")
    answer = json.loads(glasshield("diff", old, new, "--claims", claims, "--json").stdout)
    assert [row["changed"] for row in answer["claims"]] == ["nothing", "nothing"]
    assert answer["overruled"] == {"sure": [key]}
    said = glasshield("diff", old, new, "--claims", claims).stdout
    assert f"sure has a value of its own for {key}" in said


def test_one_architecture_in_the_place_of_another(folders: tuple[str, str, str]) -> None:
    done = glasshield(
        "diff", "third-site-2007", "epaa", "--claims", folders[2], "--lang", "en", "--json"
    )
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert {"path": "architecture.id", "old": "third-site-2007", "new": "epaa"} in answer["facts"]
    # The first phase of the later plan has other interceptors, so both margins move.
    assert {row["claim"] for row in answer["claims"]} == {"half", "most"}
    assert {row["changed"] for row in answer["claims"]} <= {"verdict", "margin"}


def test_what_cannot_be_compared_is_said_in_a_sentence(
    folders: tuple[str, str, str], tmp_path: Path
) -> None:
    old, new, claims = folders
    assert "no folder, file or architecture is called 'epa'; did you mean epaa?" in _refused(
        "epa", "third-site-2007"
    )
    assert "cannot be compared; expected two architectures, or two folders" in _refused("epaa", old)
    assert "no claim here is about what is compared" in _refused(old, new, "--claims", old)
    (tmp_path / "empty").mkdir()
    assert "holds no TOML file" in _refused(old, str(tmp_path / "empty"))
    broken = Path(new) / "facts.toml"
    broken.write_text("[architecture.x]\nname = 3\n", encoding="utf-8")
    assert "facts.toml:" in _refused(old, new, "--claims", claims)
