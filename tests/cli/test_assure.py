"""`glasshield assure` and `glasshield claims`, as a user runs them."""

from __future__ import annotations

import contextlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from glasshield import catalog
from glasshield.catalog import check_folders
from glasshield.catalog.claims import PREDICATES
from glasshield.cli import assuring
from glasshield.cli.listed import spread
from glasshield.errors import InputError
from tests.cli.run import glasshield, refusal
from tests.thorough import IS_THOROUGH

# Claims that need no flights, so that they are judged at once; sides differ about the first.
OWN = "mine"
MEASURED = "gbi-measured-within-declared"
RAID = "ten-interceptors-cannot-matter"
DOCS = Path(__file__).parents[2] / "docs" / "assure.md"
CLAIMS = DOCS.with_name("claims.md")
# Half a minute of computing; others of the same predicates are judged in every run.
LONG_JUDGED = ("third-site-helps-poland", "epaa-4-cannot-reach-russian-icbm")
FILES = ["assurance.json", "inputs.json", "report.html", "report.pdf"]

SET = """
[assumptions.{id}]
name = "Mine"
by = "user"
date = {{ date = "2007", source = "glasshield", status = "assumed", note = "a test" }}

[assumptions.{id}.values]
"{key}" = {{ value = {value}, unit = "{unit}"{more}, source = "S-AFP07", status = "read" }}
"""
CLAIM = """
[claim.mine]
name = "The booster stays within the declared speed"
by = ["user"]
date = { date = "2007", source = "glasshield", status = "assumed", note = "a test" }
assumptions = ["us-2007", "russia-2007", "independent-2007"]
band = { value = 0.1, unit = "km/s", source = "glasshield", status = "assumed", note = "a test" }
wording = [{ text = "It is so.", by = "user", source = "S-AFP07", status = "read" }]

[claim.mine.within]
measured = "interceptor.gbi3.burnout_speed.rivals.1"
declared = "interceptor.gbi2.burnout_speed"
"""
SPEED = "interceptor.gbi2.burnout_speed"


def assumptions(
    folder: Path, id: str, value: float, key: str = SPEED, unit: str = "km/s", more: str = ""
) -> str:
    file = folder / f"{id}.toml"
    text = SET.format(id=id, key=key, value=value, unit=unit, more=more)
    file.write_text(text, encoding="utf-8")
    return str(file)


def refused(claim: str, *sets: str) -> str:
    """The sentence with which a claim and its sets are refused."""
    request = assuring.Request(claim=claim, assumptions=sets, settings=(), catalog=None)
    with pytest.raises(InputError) as error:
        assuring.judged(assuring.asked(request))
    return error.value.sentence


def answer(*arguments: str) -> dict[str, Any]:
    done = glasshield(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def claim(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with a claim about which the packaged sides differ."""
    file = tmp_path_factory.mktemp("claim") / "claim.toml"
    file.write_text(CLAIM, encoding="utf-8")
    return str(file)


@pytest.fixture(scope="module")
def written(claim: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Any], Path]:
    """A judged claim, and the folder with its report."""
    out = tmp_path_factory.mktemp("assure") / "out"
    return answer("assure", claim, "--out", str(out)), out


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("c --assumptions a b", "c --assumptions a --assumptions b"),
        ("c --assumptions a --assumptions b", "c --assumptions a --assumptions b"),
        ("c --assumptions a b --json", "c --assumptions a --assumptions b --json"),
        ("c --assumptions=a b --out d", "c --assumptions=a --assumptions b --out d"),
        ("c --out d e", "c --out d e"),
        ("c --assumptions", "c --assumptions"),
        ("c --assumptions --json", "c --assumptions --json"),
        ("--assumptions a -- c d", "--assumptions a -- c d"),
        ("c", "c"),
    ],
)
def test_an_option_takes_all_words_up_to_the_next(given: str, expected: str) -> None:
    assert spread(given.split(), "--assumptions") == expected.split()


def test_the_answer_has_the_keys_of_the_contract(written: tuple[dict[str, Any], Path]) -> None:
    found = written[0]
    assert found.keys() >= {"claim", "verdicts", "crux", "agreement"}
    assert found["crux"].keys() >= {"flip_sets", "break_even", "sensitivity"}
    for row in found["verdicts"]:
        assert row.keys() >= {"party", "verdict", "margin", "worst_case", "evidence"}
        assert row["verdict"] in {"holds", "fails", "undecided"}
        assert row["margin"].keys() >= {"value", "unit", "low", "high"}
    assert [row["assumptions"] for row in found["verdicts"]] == [
        "us-2007", "russia-2007", "independent-2007",
    ]  # fmt: skip
    turning = found["crux"]["break_even"]
    assert {row["parameter"] for row in turning} == {SPEED}
    assert all(row.keys() >= {"value", "unit", "between"} for row in turning)


def test_the_report_is_whole_and_says_what_json_says(
    written: tuple[dict[str, Any], Path], claim: str
) -> None:
    found, out = written
    assert sorted(path.name for path in out.iterdir()) == FILES
    assert json.loads((out / "assurance.json").read_text(encoding="utf-8")) == found
    page = (out / "report.html").read_text(encoding="utf-8")
    assert f"glasshield assure {claim} --out" in page
    assert "inputs.json" in page
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")


def test_sets_are_named_one_by_one_or_all_at_once() -> None:
    once = answer("assure", RAID, "--assumptions", "us-2007", "russia-2007")
    each = answer("assure", RAID, "--assumptions", "us-2007", "--assumptions", "russia-2007")
    assert once == each
    assert [row["assumptions"] for row in once["verdicts"]] == ["us-2007", "russia-2007"]


def test_people_read_one_sentence_and_the_verdicts(claim: str) -> None:
    said = glasshield("assure", claim).stdout
    assert "The claim holds on the assumptions “Russia, 2007”" in said
    assert "margin is zero at" in said
    russian = glasshield("assure", claim, "--lang", "ru").stdout
    assert "верно при допущениях «Россия, 2007 год»" in russian
    assert "holds" not in russian


def test_files_of_one_s_own_are_judged(claim: str, tmp_path: Path) -> None:
    fast, slow = assumptions(tmp_path, "fast", 9.0), assumptions(tmp_path, "slow", 5.0)
    found = answer("assure", claim, "--assumptions", fast, slow)
    assert found["claim"]["id"] == OWN
    assert [row["verdict"] for row in found["verdicts"]] == ["holds", "fails"]
    assert found["crux"]["flip_sets"] == [[SPEED]]


def test_a_set_from_a_file_takes_the_place_of_a_packaged_one_as_a_whole(
    claim: str, tmp_path: Path
) -> None:
    mine = assumptions(tmp_path, "us-2007", 9.0)
    found = answer("assure", claim, "--assumptions", mine)
    assert [row["parameter"] for row in found["assumptions"]] == [SPEED]
    assert found["verdicts"][0]["verdict"] == "holds"


def test_a_value_set_on_the_command_line_holds_for_every_side() -> None:
    own = f"claim.{RAID}.passes.at_least=0.999"
    found = answer("assure", RAID, "--set", own)
    assert {row["verdict"] for row in found["verdicts"]} == {"fails"}
    assert found["agreement"] is True


def test_sides_that_state_their_own_are_named_when_a_value_is_set() -> None:
    done = glasshield("assure", MEASURED, "--set", "gbi2.burnout_speed=8km/s")
    assert f"glasshield: {SPEED} is set, but us-2007, russia-2007, independent-2007" in done.stderr


def test_claims_are_listed_with_their_verdicts(claim: str) -> None:
    found = answer("claims", OWN, RAID, "--catalog", str(Path(claim).parent))["claims"]
    assert [row["id"] for row in found] == [OWN, RAID]
    assert [row["agreement"] for row in found] == [False, True]
    assert all(one["margin"]["unit"] for row in found for one in row["verdicts"])
    page = glasshield("claims", MEASURED, "--markdown").stdout
    assert page.startswith("# The claims, judged\n")
    assert f"`{MEASURED}`" in page
    assert "Russia, 2007" in glasshield("claims", MEASURED).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("poland-gbi-canot-reach",), "did you mean poland-gbi-cannot-reach"),
        ((MEASURED, "--assumptions", "us-2006"), "did you mean us-2007"),
        ((MEASURED, "--assumptions", "us-2007", "us-2007"), "us-2007"),
        ((MEASURED, "--assumptions"), "requires an argument"),
        (("no-such-file.toml",), "no-such-file.toml: there is no such file"),
        ((MEASURED, "--set", f"{SPEED}=6.3"), "has no unit"),
        ((MEASURED, "--lang", "de"), "no language"),
        ((MEASURED, "--out", "/proc/out"), "cannot be written because"),
        (("--assumptions", "us-2007", MEASURED), "missing argument 'claim'"),
    ],
)
def test_bad_input_is_refused_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    assert said.lower() in refusal("assure", *arguments).lower()


@pytest.mark.parametrize(
    ("faulty", "said"),
    [
        ({"value": 6.3, "key": "interceptor.gbi2.burnout_sped"}, "did you mean burnout_speed"),
        ({"value": 6.3, "key": "interceptor.gbi9.burnout_speed"}, "did you mean gbi"),
        ({"value": 6.3, "unit": "km"}, "is a length"),
        ({"value": 6.3, "more": ", low = 7, high = 6"}, "not within its interval"),
        ({"value": 6.3, "more": ", loww = 6"}, "loww"),
    ],
)
def test_a_faulty_set_is_refused_with_file_and_line(
    faulty: dict[str, Any], said: str, tmp_path: Path
) -> None:
    file = assumptions(tmp_path, "mine", **faulty)
    sentence = refused(MEASURED, file)
    assert sentence.startswith(f"{file}:")
    assert said in sentence


def test_files_that_do_not_belong_are_refused(tmp_path: Path) -> None:
    facts = tmp_path / "facts.toml"
    facts.write_text(
        "[party.someone]\nname = 'Someone'\n[interceptor.gbi2]\nname = 'Other'\n", encoding="utf-8"
    )
    assert "--catalog" in refused(MEASURED, str(facts))
    facts.write_text("[party.someone]\nname = 'Someone'\n", encoding="utf-8")
    assert "no assumptions" in refused(MEASURED, str(facts))
    assert "0 claims" in refused(str(facts))


def test_two_files_cannot_bring_the_same_set(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    files = [assumptions(folder, "mine", 6.0) for folder in (tmp_path, tmp_path / "other")]
    assert "taken" in refused(MEASURED, *files)


def test_a_claim_about_nothing_known_is_refused(tmp_path: Path) -> None:
    claim = tmp_path / "claim.toml"
    claim.write_text(CLAIM.replace("gbi2.burnout_speed", "gbi2.burnout_sped"), encoding="utf-8")
    assert "burnout_sped" in refused(str(claim))
    claim.write_text(CLAIM.replace("[claim.mine.within]", "[claim.mine.wthin]"), encoding="utf-8")
    assert refused(str(claim)).startswith(f"{claim}:")


def test_the_files_and_the_program_of_the_docs_are_real(tmp_path: Path) -> None:
    page = DOCS.read_text(encoding="utf-8")
    claim, own = re.findall(r"```toml\n(.*?)```", page, re.S)
    programs = re.findall(r"```python\n(.*?)```", page, re.S)
    (tmp_path / "claim.toml").write_text(claim, encoding="utf-8")
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert not check_folders((tmp_path / "claim.toml", tmp_path / "own.toml"))
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        for program in programs:
            exec(compile(program, str(DOCS), "exec"), {})
    assert "russia-2011 fails -" in said.getvalue()
    assert "'rules.kinematic.cue'" in said.getvalue()


def test_every_predicate_stands_in_the_docs() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [name for name in (*PREDICATES, "denies") if f"| `{name}` |" not in page] == []


def test_nothing_is_written_when_the_claim_is_refused(tmp_path: Path) -> None:
    refusal("assure", MEASURED, "--assumptions", "us-2006", "--out", str(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


def test_the_page_of_claims_names_every_claim_with_its_sets() -> None:
    facts = catalog.load()
    sections = CLAIMS.read_text(encoding="utf-8").split("\n## ")[1:]
    by_id = {re.findall(r"^`([^`]+)`", one, re.M)[0]: one for one in sections}
    assert list(by_id) == list(facts.claims)
    for id, claim in facts.claims.items():
        assert all(f"| {facts.assumption_sets[one].name} | " in by_id[id]
                   for one in claim.assumptions)  # fmt: skip
        assert all(said.text in by_id[id] for said in (*claim.wording, *claim.comment))


@pytest.mark.slow
def test_the_page_of_claims_is_what_the_program_says() -> None:
    left_out = () if IS_THOROUGH else LONG_JUDGED
    done = glasshield("claims", *(id for id in catalog.load().claims if id not in left_out),
                      "--markdown")  # fmt: skip
    assert done.returncode == 0, done.stderr
    again = "make it again: glasshield claims --markdown > docs/claims.md"
    head, *claims = CLAIMS.read_text(encoding="utf-8").split("\n## ")
    kept = [one for one in claims if not any(f"`{id}`" in one for id in left_out)]
    said_head, *said = done.stdout.removesuffix("\n").split("\n## ")
    assert [one.strip() for one in said] == [one.strip() for one in kept], again
    assert set(said_head.splitlines()) <= set(head.splitlines()), again
    assert len(claims) - len(kept) == len(left_out)
