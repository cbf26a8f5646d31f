"""The program that checks a log and imports nothing of Glasshield, as a process of its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from glasshield.exchange.log import verify_log
from tests.exchange.sealed import LOG, SIZES, WITNESSES, lines, sealed, store, written
from tests.exchange.test_keys import VECTORS

PROGRAM = Path(__file__).parents[2] / "tools" / "verify_log.py"
MOST_LINES = 200
KEYS = ["--log", LOG.line, *(part for key in WITNESSES for part in ("--witness", key.line))]


def run(*arguments: str | Path) -> tuple[int, str]:
    """Exit code and output of the program, which sees no package but the standard library's."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-W", "error", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.stderr, done.stderr
    return done.returncode, done.stdout.strip()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a sound log."""
    return written(tmp_path / "log", lines(store(20), SIZES))


def test_it_is_short_and_imports_the_standard_library_alone() -> None:
    text = PROGRAM.read_text(encoding="utf-8")
    assert len(text.splitlines()) < MOST_LINES
    named = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(text))
        for name in (
            [node.module or "."]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert named <= set(sys.stdlib_module_names)


def test_it_is_the_one_that_the_package_ships() -> None:
    assert PROGRAM.read_bytes() == Path(verify_log.__file__).read_bytes()


@pytest.mark.parametrize(("private", "public", "message", "signature"), VECTORS)
def test_val_its_signatures_are_those_of_the_standard(
    private: str, public: str, message: str, signature: str
) -> None:
    del private
    key, said, by = (bytes.fromhex(one) for one in (public, message, signature))
    assert verify_log._signed(key, said, by)
    assert not verify_log._signed(key, said + b"x", by)
    assert not verify_log._signed(key, said, by[:-1])
    for at in (0, 31, 32, 63):
        changed = bytearray(by)
        changed[at] ^= 1
        assert not verify_log._signed(key, said, bytes(changed))


def test_val_a_signature_with_a_larger_number_of_the_same_rest_is_refused() -> None:
    # RFC 8032, section 5.1.7: S below the order of the group, or a signature has a second spelling
    public, said, by = (bytes.fromhex(one) for one in VECTORS[1][1:])
    s = int.from_bytes(by[32:], "little") + verify_log.ORDER
    assert not verify_log._signed(public, said, by[:32] + s.to_bytes(32, "little"))


def test_a_key_of_small_order_seals_nothing() -> None:
    identity = (1).to_bytes(32, "little")
    assert not verify_log._signed(identity, b"anything", identity + bytes(32))


def test_a_sound_log_is_sound(path: Path) -> None:
    assert run(path, *KEYS) == (0, "sound")
    assert run(path, "--log", LOG.line) == (0, "sound")
    assert run(path) == (0, "sound, if the key in it is the log's")


def test_a_later_part_with_withheld_entries_is_sound(tmp_path: Path) -> None:
    made = lines(store(20), (11, 20), lambda index, _: index % 3 == 0, first=7)
    assert run(written(tmp_path / "log", made), *KEYS) == (0, "sound")


def test_what_was_done_is_named(tmp_path: Path) -> None:
    made = lines(store(20), SIZES)
    path = tmp_path / "log"
    code, said = run(written(path, made[:8] + made[9:]), *KEYS)
    assert (code, said.splitlines()) == (
        1,
        [
            "rewritten: entries 5 to 10 are not what was sealed",
            "rewritten: entries 11 to 19 are not what was sealed",
            "removed: entries 6 to 6",
        ],
    )
    changed = [*made[:8], made[8].replace(b'"salt":"', b'"salt":"0'), *made[9:]]
    assert run(written(path, changed), *KEYS) == (1, "changed: entry 6 is not what was sealed")
    moved = [*made[:8], made[9], made[8], *made[10:]]
    code, said = run(written(path, moved), *KEYS)
    assert (code, said.splitlines()[-1]) == (1, "reordered: entries 6 to 7")
    longer = [*made, *lines(store(22), (22,))[21:23]]
    code, said = run(written(path, longer), *KEYS)
    assert (code, said.splitlines()[-1]) == (
        1,
        "invented: entry 21 is there too often, or not sealed",
    )


def test_an_entry_that_is_no_json_any_more_is_named(tmp_path: Path) -> None:
    made = lines(store(20), SIZES)
    broken = [*made[:8], made[8].replace(b'"', b"'", 1), *made[9:]]
    path = written(tmp_path / "log", broken)
    assert run(path, *KEYS) == (1, "changed: entry 6 is not what was sealed")


def test_a_line_that_is_nothing_is_said_in_words(tmp_path: Path) -> None:
    made = lines(store(20), SIZES)
    seal = next(at for at, line in enumerate(made) if line.startswith(b'"'))
    for at, data in ((8, b"6 nothing\n"), (seal, made[seal][:9] + b"\n"), (8, b"\n")):
        path = written(tmp_path / "log", [*made[:at], data, *made[at + 1 :]])
        said = f"no log: line {at + 1} is neither an entry nor a checkpoint"
        assert run(path, *KEYS) == (2, said)
    path = written(tmp_path / "log", [b"noise\n", *made[1:]])
    assert run(path, *KEYS) == (2, "no log: it is damaged, or of another kind")


def test_a_key_may_stand_in_a_file(path: Path, tmp_path: Path) -> None:
    given: list[str | Path] = []
    for name, key in (("--log", LOG), *(("--witness", key) for key in WITNESSES)):
        file = tmp_path / f"{key.name.rpartition('/')[2]}.vkey"
        file.write_text(f"{key.line}\n", encoding="utf-8")
        given += [name, file]
    assert run(path, *given) == (0, "sound")
    for wrong in (tmp_path / "nothing.vkey", path):
        done = subprocess.run(
            [sys.executable, "-I", PROGRAM, path, "--log", wrong],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 2
        last = done.stderr.splitlines()[-1]
        assert last.endswith(f"argument --log: {wrong} is no key, and no file of one")


def test_a_checkpoint_that_is_held_shows_what_the_log_hides(path: Path, tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.write_bytes(sealed(store(12), (12,))[0].encoded())
    assert run(path, *KEYS, "--held", held) == (0, "sound")
    held.write_bytes(sealed(store(12, seed=1), (12,))[0].encoded())
    assert run(path, *KEYS, "--held", held) == (
        1,
        "rewritten: something before entry 12, by what you hold",
    )
    held.write_bytes(sealed(store(30), (30,))[0].encoded())
    assert run(path, *KEYS, "--held", held) == (
        1,
        "removed: the log ends before the last checkpoint that there is",
    )


def test_a_missing_witness_is_named(tmp_path: Path) -> None:
    stranger = verify_log.Key(WITNESSES[0].line)
    made = lines(store(5), (5,))
    made[-1] = made[-1].replace(stranger.name.encode(), b"nobody")
    path = written(tmp_path / "log", made)
    assert run(path, *KEYS) == (1, f"unsealed: {stranger.name} did not seal the end")


def test_the_log_is_not_its_own_witness(path: Path) -> None:
    for witness in (["--witness", LOG.line], ["--witness", WITNESSES[0].line] * 2):
        code, said = run(path, "--log", LOG.line, *witness)
        assert (code, said) == (2, "no log: a witness is named twice, or is none")


def test_what_is_no_log_is_said(tmp_path: Path) -> None:
    path = tmp_path / "log"
    for data in (b"", b"{}\n", b"[]\n", b"\xff\n", b"1\n", b'{"schema":"x","log":"y"}\n'):
        path.write_bytes(data)
        code, said = run(path)
        assert code == 2
        assert said.startswith("no log: ")
    code, said = run(tmp_path / "nothing")
    assert (code, said.split(":")[0]) == (2, "no log")
