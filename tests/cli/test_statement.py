"""`glasshield statement` as parties run it: from an assessment to signatures, and back."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from pathlib import Path

import pytest

from glasshield.cli.app import app
from glasshield.errors import InputError
from glasshield.exchange.canonical import sha256
from tests.cli.run import glasshield, refusal

CLAIM = """
[claim.half-pass]
name = "Half of a hundred missiles pass"
name_ru = "Половина из сотни ракет проходит"
by = ["russia"]
date = { date = "2030", source = "glasshield", status = "assumed", note = "an example" }
architecture = "third-site-2007"
phases = ["1"]
wording = [{ text = "Half pass.", by = "russia", source = "glasshield", status = "assumed", note = "an example" }]

[claim.half-pass.passes]
raid = { value = 100, unit = "1", source = "glasshield", status = "assumed", note = "an example" }
at_least = { value = 0.5, unit = "1", source = "glasshield", status = "assumed", note = "an example" }
single_shot = { value = 0.5, unit = "1", source = "glasshield", status = "assumed", note = "an example" }
shots_each = { value = 1, unit = "1", source = "glasshield", status = "assumed", note = "an example" }
"""  # noqa: E501
SET = """
[assumptions.{id}]
name = "{id}"
by = "{party}"
date = {{ date = "2030", source = "glasshield", status = "assumed", note = "an example" }}
[assumptions.{id}.values]
"claim.half-pass.passes.single_shot" = {{ value = {value}, low = {low}, high = 1.0, unit = "1", source = "glasshield", status = "assumed", note = "an example" }}
"architecture.third-site-2007.phases.1.batteries.0.count" = {{ value = {count}, unit = "1", source = "glasshield", status = "assumed", note = "an example" }}
"""  # noqa: E501


class Table:
    """A folder with an assessment, and what two parties bring to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.out = folder / "out"
        self.statement = self.out / "statement.json"
        self.secret = folder / "passphrase"

    def run(self, *words: str) -> str:
        """What a command says that succeeds."""
        code, said = self.ended(*words)
        assert code == 0, said
        return said

    def ended(self, *words: str) -> tuple[int, str]:
        """The exit code of a command that is not refused, and what it says."""
        with contextlib.redirect_stdout(io.StringIO()) as said:
            code = app(["statement", *words], prog_name="glasshield", standalone_mode=False)
        return code or 0, said.getvalue()

    def refused(self, *words: str) -> str:
        """The sentence with which a command is refused, having said nothing else."""
        with contextlib.redirect_stdout(io.StringIO()) as said, pytest.raises(InputError) as error:
            app(["statement", *words], prog_name="glasshield", standalone_mode=False)
        assert said.getvalue() == ""
        assert "\n" not in error.value.sentence
        return error.value.sentence

    def key(self, party: str) -> tuple[str, str, str, str]:
        """The options that say with which key to sign."""
        return ("--key", str(self.folder / f"{party}.key"), "--passphrase-file", str(self.secret))


@pytest.fixture(scope="module")
def assessed(tmp_path_factory: pytest.TempPathFactory) -> Table:
    """An assessment, and keys of two parties."""
    table = Table(tmp_path_factory.mktemp("statement"))
    folder = table.folder
    (folder / "claim.toml").write_text(CLAIM, encoding="utf-8")
    for id, party, value, low, count in (
        ("us", "united-states", 0.5, 0.4, 10),
        ("ru", "russia", 1.0, 0.9, 60),
    ):
        text = SET.format(id=id, party=party, value=value, low=low, count=count)
        (folder / f"{id}.toml").write_text(text, encoding="utf-8")
    table.secret.write_text("correct horse\n", encoding="utf-8")
    for party in ("united-states", "russia"):
        said = table.run(
            "keygen", party, "--out", str(folder), "--passphrase-file", str(table.secret)
        )
        assert "SHA256:" in said
    done = glasshield(
        "assure", str(folder / "claim.toml"),
        "--assumptions", str(folder / "us.toml"), str(folder / "ru.toml"),
        "--out", str(table.out),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return table


@pytest.fixture
def table(assessed: Table, tmp_path: Path) -> Table:
    """The assessment as nobody has signed it yet."""
    shutil.copytree(assessed.out, tmp_path / "out")
    mine = Table(assessed.folder)
    mine.out, mine.statement = tmp_path / "out", tmp_path / "out" / "statement.json"
    return mine


@pytest.fixture(scope="module")
def both(assessed: Table) -> Table:
    """The statement that both have signed."""
    mine = Table(assessed.folder)
    mine.statement = assessed.folder / "both.json"
    first = str(assessed.folder / "first.json")
    mine.run("sign", str(mine.out), *mine.key("united-states"), "--out", first)
    said = mine.run(
        "countersign", first, *mine.key("russia"), "--rerun", "--out", str(mine.statement)
    )
    assert "signed by russia, united-states" in said
    assert json.loads(Path(first).read_bytes())["signatures"][0]["party"] == "united-states"
    return mine


def test_two_parties_sign_and_anybody_computes_it_again(both: Table) -> None:
    keys = [str(both.folder / f"{party}.pub") for party in ("russia", "united-states")]
    done = glasshield(
        "statement", "verify", str(both.statement), "--rerun", "--json",
        "--key", keys[0], "--key", keys[1],
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["rerun"] == []
    assert answer["other_facts"] == answer["other_versions"] == []
    assert [(one["party"], one["known"]) for one in answer["signatures"]] == [
        ("russia", True),
        ("united-states", True),
    ]
    assert [row["verdict"] for row in answer["verdicts"]] == ["holds", "fails"]
    assert set(answer["own_facts"]) == {"assumptions.ru", "assumptions.us", "claim.half-pass"}


def test_people_are_told_what_is_stated_and_by_whom(both: Table) -> None:
    said = both.run("verify", str(both.statement))
    for word in ("Half of a hundred missiles pass", "half-pass", "holds", "fails", "+0.45",
                 "united-states", "SHA256:", "not checked", "2 signatures are sound"):  # fmt: skip
        assert word in said, word
    said = both.run("verify", str(both.statement), "--lang", "ru")
    for word in ("Половина из сотни ракет", "верно", "неверно", "Верны 2 подписи"):
        assert word in said, word


def test_a_statement_is_one_line_that_holds_its_inputs(both: Table) -> None:
    data = both.statement.read_bytes()
    assert b"\n" not in data
    content = json.loads(data)["content"]
    assert content["inputs"]["records"]["claim.half-pass"]["passes"]["raid"]["value"] == 100
    assert content["versions"]["glasshield"]
    assert str(both.folder).encode() not in data


@pytest.mark.parametrize("place", [0, 1, 0.1, 0.3, 0.5, 0.7, 0.9, -1])
def test_a_flipped_byte_is_found(both: Table, tmp_path: Path, place: float) -> None:
    data = bytearray(both.statement.read_bytes())
    index = int(place * len(data)) if isinstance(place, float) else place
    data[index] ^= 1
    copy = tmp_path / "statement.json"
    copy.write_bytes(data)
    assert "statement.json: " in refusal("statement", "verify", str(copy), "--json")


def test_a_signature_by_another_key_in_a_party_s_name_is_found(both: Table, tmp_path: Path) -> None:
    secret = ("--passphrase-file", str(both.secret))
    both.run("keygen", "russia", "--out", str(tmp_path), *secret)
    said = both.refused("verify", str(both.statement), "--key", str(tmp_path / "russia.pub"))
    assert "in the name of russia with a key that is not its own" in said
    both.run("keygen", "poland", "--out", str(tmp_path), *secret)
    said = both.refused("verify", str(both.statement), "--key", str(tmp_path / "poland.pub"))
    assert "poland has not signed this statement" in said


def test_nobody_signs_twice_and_the_statement_stays_as_it_was(both: Table) -> None:
    before = both.statement.read_bytes()
    assert "russia has signed" in both.refused(
        "countersign", str(both.statement), *both.key("russia")
    )
    assert "a statement stands there" in both.refused(
        "sign", str(both.out), *both.key("united-states"), "--out", str(both.statement)
    )
    assert both.statement.read_bytes() == before


def test_what_comes_out_otherwise_is_named_and_not_countersigned(table: Table) -> None:
    """A signer may state digits that nobody computes: the others find out before they sign."""
    kept = json.loads((table.out / "inputs.json").read_text(encoding="utf-8"))
    result = json.loads((table.out / "assurance.json").read_text(encoding="utf-8"))
    result["verdicts"][0]["margin"]["value"] += 0.25
    kept["result_sha256"] = sha256(result)
    kept["own_sha256"] = ""
    kept["own_sha256"] = sha256(kept)
    (table.out / "inputs.json").write_text(json.dumps(kept), encoding="utf-8")
    (table.out / "assurance.json").write_text(json.dumps(result), encoding="utf-8")
    table.run("sign", str(table.out), *table.key("united-states"))
    before = table.statement.read_bytes()
    sentence = table.refused("countersign", str(table.statement), *table.key("russia"), "--rerun")
    assert "1 of its values" in sentence
    assert "verdicts[0].margin.value" in sentence
    assert "nothing was signed" in sentence
    assert table.statement.read_bytes() == before
    code, said = table.ended("verify", str(table.statement), "--rerun", "--json")
    assert code == 2
    (difference,) = json.loads(said)["rerun"]
    assert difference["path"] == "verdicts[0].margin.value"
    assert difference["signed"] == pytest.approx(difference["here"] + 0.25)
    code, said = table.ended("verify", str(table.statement), "--rerun")
    assert code == 2
    assert "Computed again here: 1 place differs." in said


@pytest.mark.parametrize("name", ["assurance.json", "inputs.json"])
def test_a_tampered_file_is_not_signed(table: Table, name: str) -> None:
    path = table.out / name
    text = path.read_text(encoding="utf-8")
    changed = text.replace("half-pass", "half-fail", 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert "changed since the assessment" in table.refused(
        "sign", str(table.out), *table.key("united-states")
    )
    assert not table.statement.exists()


def test_a_tampered_input_file_is_not_signed(assessed: Table, tmp_path: Path) -> None:
    path = assessed.folder / "ru.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("value = 60", "value = 61"), encoding="utf-8")
    out = tmp_path / "s.json"
    try:
        sentence = assessed.refused(
            "sign", str(assessed.out), *assessed.key("russia"), "--out", str(out)
        )
    finally:
        path.write_text(text, encoding="utf-8")
    assert "ru.toml: changed since the assessment was made; run glasshield assure" in sentence
    assert not out.exists()


def test_keys_and_passphrases_that_are_none_are_refused(table: Table, tmp_path: Path) -> None:
    sign = ("sign", str(table.out))
    wrong = tmp_path / "wrong"
    wrong.write_text("wrong horse", encoding="utf-8")
    key = str(table.folder / "russia.key")
    secret = ("--passphrase-file", str(table.secret))
    assert "not the passphrase" in table.refused(
        *sign, "--key", key, "--passphrase-file", str(wrong)
    )
    assert "the passphrase cannot be read (no such file" in table.refused(
        *sign, "--key", key, "--passphrase-file", str(tmp_path / "no")
    )
    assert "cannot be read (no such file" in table.refused(
        *sign, "--key", str(tmp_path / "no.key"), *secret
    )
    assert "names no party" in table.refused("keygen", "a b", "--out", str(tmp_path), *secret)
    assert "a key stands there" in table.refused(
        "keygen", "russia", "--out", str(table.folder), *secret
    )
    assert not table.statement.exists()


def test_what_is_no_assessment_or_statement_is_refused(table: Table, tmp_path: Path) -> None:
    assert "cannot be read" in table.refused("sign", str(tmp_path / "no"), *table.key("russia"))
    assert "cannot be read" in table.refused("verify", str(tmp_path / "no.json"))
    assert "not canonical JSON" in table.refused("verify", str(table.out / "assurance.json"))
    newer = tmp_path / "newer.json"
    newer.write_text('{"schema":"glasshield-statement/2"}')
    assert "written by a newer version of Glasshield" in table.refused("verify", str(newer))


def test_a_place_that_cannot_be_written_is_refused(table: Table) -> None:
    assert "cannot be written because" in table.refused(
        "sign", str(table.out), *table.key("russia"), "--out", "/proc/statement.json"
    )


def test_nobody_is_asked_where_nobody_is(table: Table) -> None:
    key = ("--key", str(table.folder / "russia.key"))
    done = glasshield("statement", "sign", str(table.out), *key)
    assert done.returncode == 2
    assert "nobody is there to ask for the passphrase; give --passphrase-file" in done.stderr
    assert "missing option '--key'" in refusal("statement", "sign", str(table.out))


def test_the_person_at_the_terminal_is_asked(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["correct horse", "correct horse", "one horse", "other horse"]
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        if not typed:
            raise EOFError
        return typed.pop(0)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", answer)
    table.run("keygen", "poland", "--out", str(tmp_path))
    assert (tmp_path / "poland.key").exists()
    keygen = ("keygen", "iran", "--out", str(tmp_path))
    assert "the two passphrases differ" in table.refused(*keygen)
    assert asked == ["Passphrase: ", "The same again: "] * 2
    assert "nobody is there to ask" in table.refused(*keygen)
    assert not (tmp_path / "iran.key").exists()
