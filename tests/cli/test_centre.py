"""A centre and its commands as processes: the exercise runs, is fed, watched, exported, replayed.

One centre serves the whole file; it is killed in the middle and started again.
"""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from glasshield.errors import InputError
from tests.cli.run import glasshield
from tests.cli.running import Running, eventually, refused, running, said_by
from tests.exchange.other_machine import OLD_PROCESSOR

RULES = """\
schema = "glasshield-rules/1"

[rule.staff]
from = "birch"
to = ["centre-staff"]
kinds = ["events"]
sensors = ["all"]
mode = "exercise"
delay = "0 s"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("centre")


@pytest.fixture(scope="module")
def centre(folder: Path) -> Iterator[Running]:
    """The exercise, killed once after its first picture and started again in the same folder."""
    demo = str(folder / "demo")
    with running("--data", demo, folder=folder) as first:
        eventually(lambda: picture(first, "duty"))
        time.sleep(1.0)
        assert first.end(signal.SIGKILL) == -signal.SIGKILL
    with running("--data", demo, folder=folder) as second:
        assert second.said["tokens"] == first.said["tokens"]
        eventually(lambda: picture(second, "duty"))
        yield second
        assert second.end() == 0
    said = (folder / "serve.err").read_text()
    assert said == "", said


def picture(centre: Running, person: str) -> dict[str, Any] | None:
    """The first picture of a person in which there is an object."""
    found = centre.get("/v1/pictures", person)["pictures"]
    return next((one for one in found if one["tracks"]), None)


def say(centre: Running, *arguments: str, party: str = "") -> Any:
    """What a command answers as JSON, as a party with its key."""
    who = ("--as", party, "--keys", centre.said["keys"]) if party else ()
    return json.loads(said_by(*arguments, *who, "--json"))


def test_the_exercise_is_marked_and_shows_a_picture(centre: Running) -> None:
    assert centre.said["mode"] == "exercise"
    shown = eventually(lambda: picture(centre, "duty"))
    assert (shown["mode"], shown["simulated"]) == ("exercise", True)
    assert {one["party"] for one in shown["contributors"]} <= {"aspen", "birch", "cedar"}


def test_watch_shows_the_picture_once(centre: Running) -> None:
    token = ("--token-file", centre.said["tokens"]["duty"])
    english = glasshield("watch", centre.url, *token, "--once")
    assert english.returncode == 0, english.stderr
    for word in ("EXERCISE", "SIMULATED", "centre-staff", "aspen/west", "launch detected"):
        assert word in english.stdout
    assert "УЧЕНИЕ" in said_by("watch", centre.url, *token, "--once", "--lang", "ru")


def test_watch_as_a_party_prints_each_message_as_a_line(centre: Running) -> None:
    keys = ("--as", "cedar", "--keys", centre.said["keys"])
    done = said_by("watch", centre.url, *keys, "--json", "--once")
    messages = [json.loads(line) for line in done.splitlines()]
    assert messages[0]["type"] == "hello"
    assert (messages[0]["viewer"], messages[0]["mode"]) == ("cedar", "exercise")
    assert "pictures" in {one["type"] for one in messages}


@pytest.fixture(scope="module")
def simulated(folder: Path) -> Path:
    said_by("simulate", "joint-centre", "--out", str(folder / "sim"), "--json")
    return folder / "sim"


def test_feed_sends_a_partys_own_detections_once(centre: Running, simulated: Path) -> None:
    files = [str(simulated / "west.tdm"), str(simulated / "north.tdm")]
    arguments = ("feed", *files, "--to", centre.url, "--rate", "max", "--keep-times")
    sent = say(centre, *arguments, party="aspen")
    assert (sent["detections"] > 3000, sent["again"]) == (True, 0)
    again = say(centre, *arguments, party="aspen")
    assert again["again"] == again["batches"] == sent["batches"]


def test_what_is_not_the_partys_is_not_sent(centre: Running, simulated: Path) -> None:
    keys = ("--as", "cedar", "--keys", centre.said["keys"])
    said = refused("feed", str(simulated / "west.tdm"), "--to", centre.url, *keys)
    assert "no detection in these files is of a sensor of cedar" in said


def test_rules_are_put_in_force_and_take_the_place_of_others(
    centre: Running, tmp_path: Path
) -> None:
    file = tmp_path / "birch.toml"
    file.write_text(RULES)
    put = say(centre, "rules", "put", str(file), "--to", centre.url, party="birch")
    assert put["rules"] == 1
    keys = ("--as", "aspen", "--keys", centre.said["keys"])
    said = refused("rules", "put", str(file), "--to", centre.url, *keys)
    assert "aspen cannot grant data of birch" in said


def test_a_notice_is_given_by_its_host_alone(centre: Running, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE)
    sent = say(centre, "notice", "send", str(notice), "--to", centre.url, party="birch")
    assert sent["reference"] == "test-7"
    keys = ("--as", "aspen", "--keys", centre.said["keys"])
    said = refused("notice", "send", str(notice), "--to", centre.url, *keys)
    assert "given by the host" in said


NOTICE = """\
EXERCISE EXERCISE EXERCISE
LAUNCH NOTICE
regime: plns
from: birch
issued: 2030-01-01T00:00:00Z
reference: test-7

launch_window: 2030-01-02T00:00:00Z to 2030-01-02T01:00:00Z
missile_class: IRBM
launch_area: launch = circle of 80 km around 19.5 N 44 W
launch_azimuth: 30 deg, 22 to 38 deg
impact_area: impact = circle of 100 km around 38 N 30.5 W
"""


def test_people_remark_ask_and_are_answered(centre: Running) -> None:
    def act(person: str, verb: str, *more: str) -> Any:
        token = ("--token-file", centre.said["tokens"][person])
        return say(centre, "act", verb, centre.url, *more, *token)

    remark = act("duty", "remark", "Radar north is \x1b[31msilent")
    assert remark["act"]["verb"] == "remark"
    assert act("duty", "acknowledge", "1")["act"] == {"verb": "acknowledge", "event": 1}
    shown = eventually(lambda: picture(centre, "aspen-desk"))
    span = ("--since", shown["epoch"], "--until", shown["at"])
    asked = act("birch-officer", "request", "The first object", "--of", "aspen", *span)
    assert [one["state"] for one in act("aspen-desk", "list", "--requests")["requests"]] == ["open"]
    act("aspen-desk", "decline", asked["id"], "Not this one")
    (state,) = act("birch-officer", "list", "--requests")["requests"]
    assert (state["state"], state["answer"]["act"]["text"]) == ("declined", "Not this one")
    wanted = act("birch-officer", "request", "Once more", "--of", "aspen", *span)
    act("aspen-desk", "grant", wanted["id"], "--number", "1", *span)
    extract = centre.get(f"/v1/grants/{wanted['id']}", "birch-officer")
    assert extract["mode"] == "exercise"
    assert len(extract["time_s"]) > 0
    table = said_by("act", "list", centre.url, "--token-file", centre.said["tokens"]["duty"])
    assert "EXERCISE · Acts" in table
    assert "silent" in table
    assert "\x1b" not in table
    asks = ("--token-file", centre.said["tokens"]["aspen-desk"])
    table = said_by("act", "list", centre.url, "--requests", *asks)
    answer = f"act grant {centre.url} REQUEST --number N --since UTC --until UTC"
    for word in ("EXERCISE · Requests", wanted["id"], "declined", "Not this one", answer):
        assert word in table, word
    told = said_by("act", "acknowledge", centre.url, "1", *asks)
    assert told.startswith("EXERCISE: Acknowledged")


def test_a_party_is_consulted_and_answers(centre: Running) -> None:
    officer, desk = (
        ("--token-file", centre.said["tokens"][who]) for who in ("birch-officer", "aspen-desk")
    )
    ask = ("act", "consult", centre.url, "Do you object?", "--of", "aspen")
    far = refused(*ask, "--by", "2099-01-01T00:00:00Z", *officer)
    assert "nobody can answer by then" in far
    told = said_by(*ask, *officer)
    assert told.startswith("EXERCISE: Consultation asked for")
    (open_,) = say(centre, "act", "list", centre.url, "--consultations", *desk)["consultations"]
    asked = open_["consultation"]["id"]
    assert f'act answer {centre.url} {asked} agreed|refused "REASON"' in told
    say(centre, "act", "answer", centre.url, asked, "agreed", "Until noon", *desk)
    table = said_by("act", "list", centre.url, "--consultations", *officer)
    for word in ("EXERCISE · Consultations", asked, "agreed", "Until noon", "Do you object?"):
        assert word in table, word
    again = refused("act", "answer", centre.url, asked, "refused", "No", *desk)
    assert "has been answered" in again
    assert "you see no consultation nope" in refused(
        "act", "answer", centre.url, "nope", "agreed", "Yes", *desk
    )
    both = refused("act", "list", centre.url, "--requests", "--consultations", *desk)
    assert "two lists at once" in both


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_whoever_asks_is_told_how_the_owner_answers(centre: Running, lang: str) -> None:
    token = ("--token-file", centre.said["tokens"]["birch-officer"])
    span = ("--since", "2026-01-01T00:00:00Z", "--until", "2026-01-01T00:01:00Z")
    ask = ("act", "request", centre.url, "Which?", "--of", "cedar", *span, *token, "--lang", lang)
    said = said_by(*ask)
    asked = say(centre, "act", "list", centre.url, "--requests", *token)["requests"][-1]["request"]
    assert f"act grant {centre.url} {asked['id']} --number N --since 2026-01-01T00:00:00" in said
    assert f'act decline {centre.url} {asked["id"]} "REASON"' in said


def test_the_log_is_sound_and_gives_the_same_pictures(centre: Running, folder: Path) -> None:
    config, log = str(folder / "demo" / "centre.toml"), str(folder / "centre.log")
    written = say(centre, "log", "export", config, "--out", log, "--bodies")
    assert say(centre, "log", "verify", log)["sound"]
    # Also where the processor has no more than one of 2008: the other side's may be any.
    done = glasshield("replay", log, "--json", cwd=None, **OLD_PROCESSOR)
    assert done.returncode == 0, (done.stdout, done.stderr)
    again = json.loads(done.stdout)
    assert (again["same"], again["starts"], again["entries"]) == (True, 2, written["size"])
    assert again["pictures"] > 2
    assert again["events"] > 0
    assert "до последней цифры" in glasshield("replay", log, "--lang", "ru").stdout


def test_the_auditor_exports_the_log_over_the_network(centre: Running, tmp_path: Path) -> None:
    log = tmp_path / "audited.log"
    token = ("--token-file", centre.said["tokens"]["auditor"])
    say(centre, "log", "export", centre.url, *token, "--out", str(log))
    assert say(centre, "log", "verify", str(log))["sound"]
    duty = ("--token-file", centre.said["tokens"]["duty"])
    said = refused("log", "export", centre.url, *duty, "--out", str(log))
    assert "the centre refuses" in said


def test_whoever_is_revoked_is_let_go(centre: Running, folder: Path) -> None:
    config = ("--config", str(folder / "demo" / "centre.toml"))
    assert say(centre, "person", "revoke", "visitor", *config)["revoked"] >= 1
    token = ("--token-file", centre.said["tokens"]["visitor"])

    def gone() -> bool | None:
        try:
            said_by("watch", centre.url, *token, "--once", "--for", "60s")
        except InputError:
            return True
        return None

    assert eventually(gone)
    said = refused("watch", centre.url, *token, "--once")
    assert "nobody is known by this token" in said


def test_a_centre_that_is_not_there_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GLASSHIELD_TOKEN", "gs_x")
    said = refused("watch", "http://127.0.0.1:9", "--once")
    assert "the centre does not answer" in said


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://centre.example:8470", "beyond loopback a centre is reached with TLS alone"),
        ("centre.example", "this is no address of a centre"),
    ],
)
def test_no_token_goes_out_in_the_open(
    monkeypatch: pytest.MonkeyPatch, url: str, said: str
) -> None:
    monkeypatch.setenv("GLASSHIELD_TOKEN", "gs_x")
    assert said in refused("watch", url, "--once")


def test_the_exercise_takes_no_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    said = refused("serve", "--data", str(tmp_path))
    assert "this folder holds something else" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("act", "acknowledge", "99999"), "you see no event 99999"),
        (("act", "remark", " "), "nothing is said here"),
        (("act", "remark", "x" * 2001), "this is too long"),
        (("act", "decline", "nope", "No"), "you see no request nope; glasshield act list"),
    ],
)
def test_an_act_that_cannot_be_is_said_in_words_of_its_own(
    centre: Running, arguments: tuple[str, ...], said: str
) -> None:
    verb, *more = arguments[1:]
    token = ("--token-file", centre.said["tokens"]["aspen-desk"])
    assert said in refused("act", verb, centre.url, *more, *token)


def test_whoever_has_no_key_here_is_told_so(tmp_path: Path) -> None:
    keys = ("--as", "nobody", "--keys", str(tmp_path), "--once")
    assert "no key of nobody lies here" in refused("watch", "http://127.0.0.1:9", *keys)
    assert "this names no party" in refused("watch", "http://127.0.0.1:9", "--as", "../x", "--once")


def test_who_gets_nothing_is_told_so_and_not_left_waiting(centre: Running, folder: Path) -> None:
    """A liaison officer to whom nobody grants anything."""
    config = ("--config", str(folder / "demo" / "centre.toml"))
    token = str(folder / "cedar-officer.token")
    officer = ("--role", "liaison", "--party", "cedar", "--token-file", token)
    say(centre, "person", "add", "cedar-officer", *officer, *config)

    def known() -> str | None:
        try:
            return said_by("watch", centre.url, "--token-file", token, "--once", "--for", "40s")
        except InputError:
            return None

    shown = eventually(known)
    for word in ("EXERCISE", "cedar-liaison", "no rule grants one"):
        assert word in shown


def test_rules_about_data_of_the_other_mode_are_named(centre: Running, tmp_path: Path) -> None:
    file = tmp_path / "birch.toml"
    file.write_text(RULES.replace('mode = "exercise"', 'mode = "real"'))
    put = say(centre, "rules", "put", str(file), "--to", centre.url, party="birch")
    assert put["idle"] == ["staff"]


@pytest.mark.usefixtures("centre")
def test_a_second_centre_in_the_same_folder_is_refused(folder: Path) -> None:
    said = refused("serve", "--data", str(folder / "demo"), "--port", "0")
    assert "other process" in said
