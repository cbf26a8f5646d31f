"""`glasshield monitor compare` as parties run it, and `glasshield statement` of measurements."""

from __future__ import annotations

import contextlib
import io
import json
import sys
import types
from pathlib import Path
from typing import Any

import msgspec
import pytest

from glasshield.cli.app import app
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer, write_signer
from glasshield.exchange.measurements import Measured, write_inputs
from glasshield.exchange.statements import write
from glasshield.monitoring.document import Evaluation, Value
from glasshield.workspace import Workspace
from tests.exchange.measured import statement
from tests.exchange.stated import RUSSIA, UNITED_STATES, signer
from tests.exchange.stated import statement as assessed
from tests.monitoring.made_up import HOST, TEST, detections, evaluation, value

SECRET = "correct horse"
OURS, THEIRS = value(6.0524, 0.0032), value(6.09, 0.004)


def ran(*words: str) -> tuple[int, str, str]:
    """The exit code of a command that is not refused, and what it says on stdout and stderr."""
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        code = app(list(words), prog_name="glasshield", standalone_mode=False)
    return code or 0, said.getvalue().replace("\xa0", " "), told.getvalue()


def refused(*words: str) -> str:
    """The sentence with which a command is refused, having said nothing else."""
    with contextlib.redirect_stdout(io.StringIO()) as said, pytest.raises(InputError) as error:
        app(list(words), prog_name="glasshield", standalone_mode=False)
    assert said.getvalue() == ""
    return error.value.sentence


def _signed(folder: Path, name: str, by: Signer, speed: Value, **changes: Any) -> str:
    path = folder / name
    write(statement(by, speed=speed, **changes), path)
    return str(path)


@pytest.fixture
def sides(tmp_path: Path) -> tuple[str, str]:
    """Two signed measurements that differ."""
    return (
        _signed(tmp_path, "ru.json", RUSSIA, OURS),
        _signed(tmp_path, "us.json", UNITED_STATES, THEIRS, station=HOST),
    )


def test_a_difference_is_shown_with_the_bias_that_would_explain_it(
    sides: tuple[str, str],
) -> None:
    code, said, told = ran("monitor", "compare", *sides)
    assert code == 0
    for words in ("SIMULATED", "Russia against United States", "The two evaluations disagree",
                  "an error of 0.145° in the elevation of guest-ship (Russia)",
                  "4.8 times its stated deviation", "does not agree"):  # fmt: skip
        assert words in said, words
    assert "ru.json: every byte is as it was signed by russia." in told
    assert "Both sides used" not in told


def test_a_figure_that_differs_by_chance_is_named(sides: tuple[str, str], tmp_path: Path) -> None:
    near = _signed(tmp_path, "near.json", UNITED_STATES, value(6.0630, 0.0036), station=HOST)
    code, said, _ = ran("monitor", "compare", sides[0], near)
    assert code == 0
    assert "Taken together the two evaluations agree: of 4 figures" in said
    assert "here: burnout speed in this flight." in said
    _, said, _ = ran("monitor", "compare", sides[0], near, "--lang", "ru")
    assert "В целом две оценки согласуются" in said


def test_both_languages_have_every_sentence(sides: tuple[str, str], tmp_path: Path) -> None:
    _, said, told = ran("monitor", "compare", *sides, "--lang", "ru")
    for words in ("СИМУЛЯЦИЯ", "Две оценки расходятся", "Вероятнее всего одна причина"):
        assert words in said, words
    assert "подписали russia" in told
    same = _signed(tmp_path, "same.json", UNITED_STATES, OURS)
    for lang, words in (("en", "The two evaluations agree"), ("ru", "Две оценки согласуются")):
        _, said, _ = ran("monitor", "compare", sides[0], same, "--lang", lang)
        assert words in said


def test_json_has_figures_explanations_and_who_signed(sides: tuple[str, str]) -> None:
    _, said, _ = ran("monitor", "compare", *sides, "--json")
    answer = json.loads(said)
    assert answer["sides"] == ["russia", "united-states"]
    assert (answer["agree"], answer["simulated"]) == (False, True)
    speed = answer["figures"][0]
    assert (speed["figure"], speed["agree"]) == ("burnout_speed_km_s", False)
    assert speed["difference"]["value"] == pytest.approx(-0.0376)
    assert answer["explanations"][0]["kind"] == "elevation"
    assert [one["signed_by"] for one in answer["evaluations"]] == [["russia"], ["united-states"]]
    assert all(len(one["content_sha256"]) == 64 for one in answer["evaluations"])


def test_an_evaluation_that_nobody_signed_is_compared_and_said_to_be_unsigned(
    sides: tuple[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    bare = evaluation(value(6.053, 0.004), station=HOST, simulated=False)
    (folder / "evaluation.json").write_bytes(msgspec.json.encode(bare))
    code, said, told = ran("monitor", "compare", sides[0], str(folder))
    assert code == 0
    assert "The two evaluations agree" in said
    assert "evaluation.json is not signed: nobody vouches for it." in told
    answer = json.loads(ran("monitor", "compare", sides[0], str(folder), "--json")[1])
    assert answer["sides"] == ["russia", "united-states"]
    assert answer["evaluations"][1]["signed_by"] == []


def test_sides_of_one_name_are_told_apart_by_their_files(sides: tuple[str, str]) -> None:
    other = _signed(Path(sides[0]).parent, "again.json", RUSSIA, THEIRS)
    answer = json.loads(ran("monitor", "compare", sides[0], other, "--json")[1])
    assert answer["sides"] == [f"russia ({sides[0]})", f"russia ({other})"]
    assert answer["shared_stations"] == ["guest-ship"]
    assert "Both sides used guest-ship" in ran("monitor", "compare", sides[0], other)[2]


def test_a_known_key_must_have_signed(sides: tuple[str, str], tmp_path: Path) -> None:
    keys = {
        (signed, seed): str(write_signer(signer(signed, seed), tmp_path / str(seed), SECRET)[1])
        for signed, seed in (("russia", 2), ("united-states", 1), ("poland", 3), ("russia", 9))
    }
    both = ("--key", keys["russia", 2], "--key", keys["united-states", 1])
    assert ran("monitor", "compare", *sides, *both)[0] == 0
    said = refused("monitor", "compare", *sides, "--key", keys["poland", 3])
    assert "poland has signed neither evaluation" in said
    said = refused("monitor", "compare", *sides, "--key", keys["russia", 9])
    assert "ru.json: signed in the name of russia with a key that is not its own" in said


def test_what_is_no_evaluation_of_the_same_test_is_refused(
    sides: tuple[str, str], tmp_path: Path
) -> None:
    assert "cannot be read (no such file" in refused("monitor", "compare", sides[0], "no.json")
    junk = tmp_path / "junk.json"
    for text in ("", "[]", '{"test": 1}', "[" * 100_000):
        junk.write_text(text)
        said = refused("monitor", "compare", sides[0], str(junk))
        assert "junk.json: no evaluation of a flight test" in said
    claim = tmp_path / "claim.json"
    write(assessed(UNITED_STATES), claim)
    said = refused("monitor", "compare", sides[0], str(claim))
    assert "this states an assessment of a claim" in said
    broken = tmp_path / "broken.json"
    broken.write_bytes(Path(sides[1]).read_bytes().replace(b"6.09", b"6.08"))
    said = refused("monitor", "compare", sides[0], str(broken))
    assert "the content was changed after it was signed" in said
    other = msgspec.structs.replace(evaluation().test, id="another")
    moved = _signed(tmp_path, "other.json", UNITED_STATES, OURS, test=other)
    assert "not of one test" in refused("monitor", "compare", sides[0], moved)
    said = refused("monitor", "compare", sides[0], sides[0])
    assert "ru.json: one evaluation was given twice; name the other side's too" in said
    later = _signed(tmp_path, "later.json", UNITED_STATES, OURS, lift_off="2030-06-01T09:06:10Z")
    said = refused("monitor", "compare", sides[0], later)
    for moment in ("2030-06-01T06:12:03.400000Z", "2030-06-01T09:06:10Z"):
        assert moment in said


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What `monitor evaluate --out` writes, with a made-up fit, and two parties' keys."""

    def evaluate(_: Any, seen: Any, *__: Any) -> Evaluation:
        return evaluation(value(seen.time_s.sum() / 1e4, 0.001), claims_updated=())

    module = types.ModuleType("glasshield.monitoring.evaluation")
    module.evaluate = evaluate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    from glasshield.monitoring.claims_updated import evaluated

    workspace = Workspace.default()
    facts = workspace.catalog
    alone = msgspec.structs.replace(facts.tests[TEST], claims=("ten-interceptors-cannot-matter",))
    workspace = workspace.holding(facts.replaced({("test", TEST): alone}))
    seen, out = detections(30), tmp_path / "out"
    found = evaluated(alone, seen, None, workspace)
    out.mkdir()
    (out / "evaluation.json").write_bytes(msgspec.json.encode(found))
    write_inputs(out, workspace, Measured(alone, seen, None, found))
    for party in (RUSSIA, UNITED_STATES):
        write_signer(party, tmp_path, SECRET)
    (tmp_path / "secret").write_text(SECRET)
    return tmp_path


def _key(folder: Path, party: str) -> tuple[str, ...]:
    key = str(folder / f"{party}.key")
    return ("--key", key, "--passphrase-file", str(folder / "secret"))


def test_two_parties_sign_a_measurement_and_anybody_computes_it_again(folder: Path) -> None:
    out, path = str(folder / "out"), str(folder / "out" / "statement.json")
    code, said, _ = ran("statement", "sign", out, *_key(folder, "russia"))
    assert code == 0
    for words in ("SIMULATED: the detections are made up.", "Flight test: The booster",
                  "Burnout speed in this flight", "at least", "Computed from 30 detections",
                  "guest-ship, host-ship", "signed by russia"):  # fmt: skip
        assert words in said, words
    ran("statement", "countersign", path, *_key(folder, "united-states"), "--rerun")
    keys = ("--key", str(folder / "russia.pub"), "--key", str(folder / "united-states.pub"))
    code, said, _ = ran("statement", "verify", path, "--rerun", *keys, "--json")
    assert code == 0
    answer = json.loads(said)
    assert (answer["test"], answer["detections"], answer["simulated"]) == (TEST, 30, True)
    assert answer["rerun"] == answer["other_facts"] == answer["other_versions"] == []
    assert [one["known"] for one in answer["signatures"]] == [True, True]
    assert {row["after"] for row in answer["claims_updated"]} == {"holds"}
    assert "detections" not in answer["declared"]
    code, said, _ = ran("statement", "verify", path, "--rerun", "--lang", "ru")
    assert code == 0
    for words in ("Лётное испытание", "СИМУЛЯЦИЯ", "Верны 2 подписи", "совпадает до последней"):
        assert words in said, words
    # Whoever has signed can be compared with somebody else.
    assert ran("monitor", "compare", out, _signed(folder, "us.json", UNITED_STATES, OURS))[0] == 0


def test_a_measurement_that_comes_out_otherwise_is_not_countersigned(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, path = str(folder / "out"), folder / "out" / "statement.json"
    ran("statement", "sign", out, *_key(folder, "russia"))
    before = path.read_bytes()
    fit = sys.modules["glasshield.monitoring.evaluation"]
    monkeypatch.setattr(fit, "evaluate", lambda *_: evaluation(OURS))
    said = refused("statement", "countersign", str(path), *_key(folder, "united-states"), "--rerun")
    assert "of its values differ" in said
    assert "burnout_speed_km_s" in said
    assert path.read_bytes() == before
    assert ran("statement", "verify", str(path), "--rerun")[0] == 2
