"""A party that is revoked: nothing of its data leaves from that moment on, now and in replay."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from glasshield.catalog import load
from glasshield.centre.bodies import NOTICE, RULES, SESSION_TYPE, Grant, Request
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.logged import opened
from glasshield.centre.log.replaying import replayed
from glasshield.centre.people.registered import PARTIES, Role, read_parties, write_parties
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import PartyEntry, PersonEntry
from glasshield.exchange.parties import Registry
from tests.centre.faults.flights import Watch
from tests.centre.faults.ground import ALL_TO_ALL, Plan, person, prepared
from tests.centre.faults.killing import run
from tests.centre.faults.served import Served
from tests.centre.faults.talking import Line, until
from tests.centre.faults.traffic import at, tracks, traffic
from tests.centre.service.running import ANSWER_S, HERE, Running, entries, refused, running, within
from tests.centre.service.test_kept_notices import text
from tests.centre.service.test_resume import made_again
from tests.exchange.stated import signer

ALL: Final = ALL_TO_ALL.format(owner="aurora", others='"borealis", "centre-staff"')
PEOPLE: Final = (
    person("liaison", Role.LIAISON, "borealis"),
    person("owner", Role.OPERATOR, "aurora"),
    person("watcher", Role.OBSERVER, viewer="aurora"),
)
# Aurora's data reach others by its rules alone; of borealis nobody gets anything.
PLAN: Final = Plan(rules={"aurora": ALL, "borealis": ""}, people=PEOPLE)
FLY: Final = Watch(count=3, span_s=4.0, every_s=0.1)
SOON_S: Final = 5.0


def fly(here: Running) -> None:
    """What borealis sees arrives, whatever becomes of aurora's."""
    for party, future in here.flying(2.5, FLY):
        if party == "borealis":
            future.result(ANSWER_S)


def change(here: Running, what: str, key: str = "") -> None:
    """Have the operator revoke a key of aurora, or all, or put another in its place."""
    file, now = here.ground.config.data / PARTIES, here.centre.now()
    known = read_parties(file)
    registry: Registry = known.registry
    if what == "rotate":
        registry = registry.rotated("aurora", signer("aurora", 5).public, now)
    else:
        for one in registry.party("aurora").keys:
            if key in ("", one.fingerprint):
                registry = registry.revoked("aurora", one.fingerprint, now)
    write_parties(replace(known, registry=registry), file)
    assert within(SOON_S, lambda: verbs(here)[-1] in ("retire", "revoke"))


def verbs(here: Running) -> list[str]:
    return [one.verb for one in entries(here.centre) if isinstance(one, PartyEntry)]


def test_of_a_revoked_party_nothing_leaves_in_picture_restart_or_replay(tmp_path: Path) -> None:
    with running(tmp_path, PLAN) as before:
        before.sent("aurora", ALL.encode(), RULES)
        fly(before)
        assert before.tracks("centre-staff") == 3
        assert before.tracks("borealis-liaison") == 0
        asked = granted(before)
        change(before, "revoke")
        assert within(SOON_S, lambda: before.tracks("centre-staff") == 0)
        assert before.tracks("aurora") == 0  # nobody is left to see it
        assert before.tracks("borealis") == 3
        fly(before)
        assert before.tracks("centre-staff") == 0
        check_people(before, asked)
        assert before.centre.health().state == "good"
    with running(tmp_path, ground=before.ground) as after:
        fly(after)
        assert after.tracks("centre-staff") == 0
        assert "aurora" not in {rule.owner for rule in after.centre.rules}
        check_people(after, asked)
        log = entries(after.centre)
        same, _ = made_again(after.centre.store, log)
    assert len(same) > 3
    assert all(same)


def granted(here: Running) -> str:
    """Something that aurora's operator has granted the other's officer."""
    now = here.centre.now()
    since, until = str(now.plus_s(-60.0)), str(now)
    ask = Request(owner="aurora", since=since, until=until, text="The first one.")
    asked = here.centre.act(here.reader("liaison"), ask).result(ANSWER_S).id
    grant = Grant(request=asked, number=1, since=since, until=until)
    here.centre.act(here.reader("owner"), grant).result(ANSWER_S)
    assert len(here.centre.granted(here.reader("liaison"), asked).result(ANSWER_S)) == 1
    return asked


def check_people(here: Running, asked: str) -> None:
    """The party's people, who looks through it, and what it granted: all is over."""
    for one in ("owner", "watcher"):
        with pytest.raises(RefusedError):
            here.reader(one)
    found = here.centre.granted(here.reader("liaison"), asked).exception(ANSWER_S)
    assert isinstance(found, RefusedError)
    assert found.code is Code.NOT_FOUND
    ended = [one.person for one in entries(here.centre)
             if isinstance(one, PersonEntry) and one.verb == "end"]  # fmt: skip
    assert ended == ["owner", "watcher"]


def test_a_party_revoked_while_nobody_runs_releases_nothing_at_the_start(tmp_path: Path) -> None:
    with running(tmp_path, PLAN) as before:
        fly(before)
        assert before.tracks("centre-staff") == 3
    file = before.ground.config.data / PARTIES
    known = read_parties(file)
    key = before.signer("aurora").public.fingerprint
    registry = known.registry.revoked("aurora", key, before.centre.now())
    write_parties(replace(known, registry=registry), file)
    with running(tmp_path, ground=before.ground) as after:
        assert after.tracks("centre-staff") == 0
        assert after.tracks("borealis") == 3
        fly(after)
        same, _ = made_again(after.centre.store, entries(after.centre))
    assert all(same)


def test_what_a_key_signed_outlives_its_rotation_and_not_its_revocation(tmp_path: Path) -> None:
    with running(tmp_path, PLAN) as here:
        here.sent("aurora", ALL.encode(), RULES)
        old = here.signed("aurora", (ALL + "\n").encode(), RULES)
        coming = here.centre.now().plus_s(3_600.0)
        here.sent("aurora", text("aurora", "test-1", coming).encode(), NOTICE)
        fly(here)
        first = here.signer("aurora").public.fingerprint
        change(here, "rotate")
        assert verbs(here)[-2:] == ["rotate", "retire"]
        fly(here)
        assert here.tracks("centre-staff") == 3
        assert [each.notice.reference for each in here.centre.notices] == ["test-1"]

        change(here, "revoke", first)
        assert within(SOON_S, lambda: verbs(here)[-1] == "revoke")
        assert within(SOON_S, lambda: here.tracks("centre-staff") == 0)
        assert within(SOON_S, lambda: not here.centre.notices)
        assert here.tracks("aurora") == 3  # it has a key, and reads on
        assert refused(here.centre.receive(old, HERE)).code is Code.NOT_TAKEN
        assert here.reader("owner").party == "aurora"

        here._signers["aurora"] = signer("aurora", 5)  # signed anew, they hold again
        here.sent("aurora", ALL.encode(), RULES)
        assert within(SOON_S, lambda: here.tracks("centre-staff") == 3)
        fly(here)
        same, _ = made_again(here.centre.store, entries(here.centre))
    assert all(same)


def test_what_a_revoked_session_granted_falls_with_its_key(tmp_path: Path) -> None:
    with running(tmp_path, PLAN) as here:
        fly(here)
        asked = here.signed("aurora", b"", SESSION_TYPE)
        party = here.centre.reader(here.centre.session(asked, HERE).token)
        now = here.centre.now()
        since, until = str(now.plus_s(-60.0)), str(now)
        ask = Request(owner="aurora", since=since, until=until, text="The first one.")
        request = here.centre.act(here.reader("liaison"), ask).result(ANSWER_S).id
        grant = Grant(request=request, number=1, since=since, until=until)
        here.centre.act(party, grant).result(ANSWER_S)
        first = here.signer("aurora").public.fingerprint
        change(here, "rotate")
        assert here.centre.granted(here.reader("liaison"), request).exception(ANSWER_S) is None
        change(here, "revoke", first)
        assert within(SOON_S, lambda: verbs(here)[-1] == "revoke")
        found = here.centre.granted(here.reader("liaison"), request).exception(ANSWER_S)
        assert isinstance(found, RefusedError)


def test_a_served_centre_gives_nothing_more_of_a_party_that_its_operator_revokes(
    tmp_path: Path,
) -> None:
    ground = prepared(tmp_path / "centre", PLAN)
    with Served.start(ground) as served, traffic(served.url, ground):
        line = Line(served.url, ground.tokens["duty"])
        owner = Line(served.url, ground.tokens["owner"])
        assert tracks(line)
        assert owner.ask("GET", "/v1/pictures").status == 200
        chunks = len(line.get("/v1/detections")["chunks"])
        assert chunks
        command = ["glasshield", "party", "revoke", "aurora", "--config", str(ground.file)]
        run([sys.executable, "-m", *command])
        until(lambda: not tracks(line), "nothing is seen any more")
        assert owner.ask("GET", "/v1/pictures").status == 401
        assert not line.get("/v1/detections")["chunks"]
        assert b"aurora" not in line.ask("GET", "/v1/pictures").body
        gone = Instant.parse(at(line))
        until(lambda: Instant.parse(at(line)).since_s(gone) > 1.5, "a whole second has passed")
        line.close()
        owner.close()
    with opened(ground.config.data) as log:
        found = replayed(log, load())
    assert found.is_same
    assert found.pictures >= 2
