"""A centre of one's own: begun, opened to a party, killed under a feed, countersigned, revoked."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from glasshield.centre.config import read_config
from glasshield.centre.log.logged import OpenStore
from glasshield.cli.app import app
from glasshield.errors import InputError
from glasshield.exchange.log.entries import ReceivedEntry
from tests.cli.run import glasshield
from tests.cli.running import (
    ANSWER_S,
    ENVIRONMENT,
    Running,
    eventually,
    refused,
    running,
    said_by,
)

PASSPHRASE = "correct horse battery staple"
# How much of a recording is sent, and how fast: long enough to be killed in the middle.
RATE = "150x"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A centre that nobody has started, with one party, its key, and what its sensor recorded."""
    made = tmp_path_factory.mktemp("own")
    say("serve", "--init", str(made / "centre"), "--name", "test.example/centre")
    (made / "words").write_text(f"{PASSPHRASE}\n")
    words = ("--passphrase-file", str(made / "words"))
    for party in ("aspen", "cedar"):
        say("statement", "keygen", party, "--out", str(made / "keys"), *words)
        (made / "keys" / f"{party}.passphrase").write_text(f"{PASSPHRASE}\n")
    log_key = (made / "centre" / "centre.vkey").read_text()
    (made / "keys" / "centre.vkey").write_text(log_key)
    say("simulate", "joint-centre", "--out", str(made / "sim"))
    sensors = ("--sensors", str(made / "sim" / "sensors.toml"))
    at(made, "party", "add", "aspen", "--key", str(made / "keys" / "aspen.pub"), *sensors)
    key = ("--key", str(made / "keys" / "cedar.pub"))
    at(made, "party", "add", "cedar", *key, "--witness")
    at(made, "person", "add", "duty", "--role", "operator", "--token-file", str(made / "duty"))
    return made


@pytest.fixture(scope="module")
def centre(folder: Path) -> Iterator[Running]:
    config = str(folder / "centre" / "centre.toml")
    with running("--config", config, folder=folder, port=free_port()) as found:
        yield found
        if found.process.poll() is None:
            assert found.end(signal.SIGTERM) == 0


def say(*arguments: str) -> Any:
    """What a command answers as JSON."""
    return json.loads(said_by(*arguments, "--json"))


def at(folder: Path, *arguments: str) -> Any:
    """What a command on the files of the centre answers."""
    return say(*arguments, "--config", str(folder / "centre" / "centre.toml"))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    assert isinstance(port, int)
    return port


def received(folder: Path) -> int:
    """How many detections stand in the log."""
    config = read_config(folder / "centre" / "centre.toml")
    with OpenStore(config.store_file) as store:
        found = [entry for _, entry in store.all_entries() if isinstance(entry, ReceivedEntry)]
    return sum(entry.count for entry in found)


@pytest.mark.slow
def test_nothing_is_lost_or_doubled_when_the_centre_is_killed_under_a_feed(folder: Path) -> None:
    config = ("--config", str(folder / "centre" / "centre.toml"))
    port = free_port()
    with running(*config, folder=folder, port=port) as first:
        feed = feeding(first.url, folder)
        eventually(lambda: received(folder) > 200 or None)
        assert first.end(signal.SIGKILL) == -signal.SIGKILL
    with running(*config, folder=folder, port=port) as second:
        out, error = feed.communicate(timeout=3.0 * ANSWER_S)
        assert feed.returncode == 0, error
        sent = json.loads(out)
        assert second.end() == 0
    assert sent["detections"] == received(folder) > 3000
    done = glasshield("replay", str(folder / "centre" / "data"), "--json")
    assert json.loads(done.stdout)["same"], done.stderr


def feeding(url: str, folder: Path) -> subprocess.Popen[str]:
    """`glasshield feed` as a process."""
    command = ("feed", str(folder / "sim" / "west.tdm"), "--to", url, "--as", "aspen")
    return subprocess.Popen(
        [sys.executable, "-m", "glasshield", *command, "--rate", RATE, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, **ENVIRONMENT},
    )


def test_a_witness_signs_what_only_grew(centre: Running, folder: Path) -> None:
    keys = ("--as", "cedar", "--keys", str(folder / "keys"))
    log = ("--log-key", str(folder / "centre" / "centre.vkey"))
    held = ("--held", str(folder / "cedar.checkpoint"))
    first = say("log", "witness", centre.url, *keys, *log, *held)
    again = say("log", "witness", centre.url, *keys, *log, *held)
    assert 0 < first["size"] <= again["size"]
    exported = str(folder / "centre.log")
    at_centre = str(folder / "centre" / "centre.toml")
    written = say("log", "export", at_centre, "--out", exported, "--witnessed")
    assert written["size"] == again["size"]
    checked = say("log", "verify", exported, *log, "--witness", again["witness"])
    assert checked["sound"]
    assert [one["name"] for one in checked["sealed"]["witnesses"]] == ["cedar"]
    fetched = str(folder / "fetched.log")
    say("log", "export", centre.url, *keys, "--out", fetched, "--witnessed")
    assert say("log", "verify", fetched, *log, "--witness", again["witness"])["sound"]
    (folder / "cedar.checkpoint").write_text(
        (folder / "cedar.checkpoint").read_text().replace("test.example", "else.example")
    )
    assert "centre" in refused("log", "witness", centre.url, *keys, *log, *held)


def test_a_new_key_takes_the_place_of_the_old_one(centre: Running, folder: Path) -> None:
    words = ("--passphrase-file", str(folder / "words"))
    say("statement", "keygen", "aspen", "--out", str(folder / "new"), *words)
    at(folder, "party", "rotate-key", "aspen", "--key", str(folder / "new" / "aspen.pub"))
    who = ("--as", "aspen", "--once", "--for", "60s")

    def old_is_refused() -> bool | None:
        try:
            said_by("watch", centre.url, *who, "--keys", str(folder / "keys"))
        except InputError as error:
            return True if "the centre refuses" in error.sentence else None
        return None

    assert eventually(old_is_refused)
    log_key = ("--centre", str(folder / "centre" / "centre.vkey"))
    new = ("--keys", str(folder / "new"), *words, *log_key)
    assert "EXERCISE" in said_by("watch", centre.url, *who, *new)
    states = at(folder, "party", "list")["parties"][0]["keys"]
    assert [key["retired"] is None for key in states] == [False, True]


def test_lists_bear_the_mark_and_say_until_when(folder: Path, tmp_path: Path) -> None:
    say("serve", "--init", str(tmp_path / "centre"), "--name", "list.example/centre")
    config = ("--config", str(tmp_path / "centre" / "centre.toml"))
    keys = folder / "keys"
    said_by("party", "add", "aspen", "--key", str(keys / "aspen.pub"), *config)
    words = ("--passphrase-file", str(folder / "words"))
    say("statement", "keygen", "aspen", "--out", str(tmp_path / "later"), *words)
    new = ("--key", str(tmp_path / "later" / "aspen.pub"), "--overlap", "10min")
    said_by("party", "rotate-key", "aspen", *new, *config)
    parties = said_by("party", "list", *config)
    assert "EXERCISE · Parties" in parties
    assert "good, until 20" in parties
    nobody = ("--role", "operator", "--party", "nowhere", "--token-file", str(tmp_path / "token"))
    added = CliRunner().invoke(app, ["person", "add", "typist", *nobody, *config])
    assert "No party here is called nowhere" in added.stderr
    said_by("person", "revoke", "typist", *config)
    people = said_by("person", "list", *config)
    assert "EXERCISE · People" in people
    assert "over" in people
    assert "истёк" in said_by("person", "list", *config, "--lang", "ru")


def test_what_a_party_signs_is_for_one_centre_alone(centre: Running, folder: Path) -> None:
    who = ("--as", "cedar", "--once", "--keys", str(folder / "keys"))
    other = folder / "other.vkey"
    other.write_text((folder / "centre" / "centre.vkey").read_text().replace("test.", "else."))
    said = refused("watch", centre.url, *who, "--centre", str(other))
    assert "is not the one that its id names" in said
    say("serve", "--init", str(folder / "elsewhere"), "--name", "else.example/centre")
    named = ("--centre", str(folder / "elsewhere" / "centre.vkey"))
    assert "the centre refuses" in refused("watch", centre.url, *who, *named)


def test_nobody_signs_for_a_centre_that_is_not_named(tmp_path: Path, folder: Path) -> None:
    keys = tmp_path / "keys"
    keys.mkdir()
    for name in ("cedar.key", "cedar.pub", "cedar.passphrase"):
        (keys / name).write_bytes((folder / "keys" / name).read_bytes())
    (keys / "cedar.key").chmod(0o600)
    said = refused("watch", "http://127.0.0.1:9", "--as", "cedar", "--keys", str(keys), "--once")
    assert "nobody said for which centre" in said


def test_a_token_of_the_environment_lets_a_person_in(
    centre: Running, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GLASSHIELD_TOKEN", (folder / "duty").read_text())
    shown = said_by("watch", centre.url, "--once", "--for", "8s")
    assert "centre-staff" in shown


def test_an_exercise_is_no_real_centre(centre: Running, folder: Path) -> None:
    keys = ("--as", "cedar", "--keys", str(folder / "keys"))
    assert "the centre refuses" in refused("watch", centre.url, *keys, "--once", "--real")


def test_the_configuration_of_an_exercise_is_for_its_own_command(tmp_path: Path) -> None:
    file = tmp_path / "centre.toml"
    text = 'schema = "glasshield-centre/1"\nname = "a.example/b"\nmode = "exercise"\ndemo = true\n'
    file.write_text(text)
    assert "this is the configuration of an exercise" in refused("serve", "--config", str(file))


def test_a_centre_is_not_begun_twice_in_one_folder(folder: Path) -> None:
    assert "a centre stands there" in refused("serve", "--init", str(folder / "centre"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("party", "add", "aspen", "--key", "{keys}/aspen.pub"), "is there already"),
        (("party", "add", "cedar-liaison", "--key", "{keys}/cedar.pub"), "kept for people"),
        (("party", "add", "birch", "--key", "{keys}/cedar.pub"), "belongs to cedar"),
        (("party", "revoke", "nobody"), "no party is called"),
        (("party", "revoke", "cedar", "--key", "SHA256:x"), "has no such key"),
        (("party", "sensors", "cedar", "{keys}/cedar.pub"), "not TOML"),
        (("party", "rotate-key", "cedar", "--key", "{keys}/cedar.pub"), "has the key already"),
        (("party", "rotate-key", "cedar", "--key", "x", "--overlap", "10"), "unit"),
        (("person", "add", "x", "--role", "king"), "no role is called"),
        (("person", "add", "x", "--role", "liaison"), "belongs to a party"),
        (("person", "add", "x", "--role", "observer"), "whose picture"),
        (("person", "add", "duty", "--role", "auditor"), "known as somebody else"),
        (("person", "revoke", "x"), "no person is called"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    config = ("--config", str(folder / "centre" / "centre.toml"))
    filled = [one.replace("{keys}", str(folder / "keys")) for one in arguments]
    assert said in refused(*filled, *config)
