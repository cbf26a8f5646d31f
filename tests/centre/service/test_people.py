"""Who may read stands in the log: each token, and whose picture it is for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from glasshield.centre.people.registered import (
    PEOPLE,
    Role,
    Token,
    new_token,
    read_people,
    token_digest,
    write_people,
)
from glasshield.exchange.log.entries import PersonEntry
from tests.centre.faults.ground import person
from tests.centre.service.running import ANSWER_S, Running, entries, running, within


def said(here: Running) -> list[tuple[str, str, str]]:
    found = [one for one in entries(here.centre) if isinstance(one, PersonEntry)]
    return [(one.verb, one.person, one.viewer) for one in found]


def test_who_may_see_whose_picture_stands_in_the_log(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        begun = [("begin", "auditor", ""), ("begin", "duty", "centre-staff")]
        assert within(ANSWER_S, lambda: said(here) == begun)
        file, now = here.ground.config.data / PEOPLE, here.centre.now()
        token = Token(token_digest(new_token()), now, now.plus_s(3600.0))
        guest = replace(person("guest", Role.OBSERVER, viewer="aurora"), tokens=(token,))
        people = read_people(file)
        write_people(people.put(guest), file)
        assert within(ANSWER_S, lambda: said(here) == [*begun, ("begin", "guest", "aurora")])
    with running(tmp_path, ground=here.ground) as after:
        assert len(said(after)) == len(begun) + 1
        gone = replace(guest, tokens=(replace(token, revoked=after.centre.now()),))
        write_people(people.put(gone), file)
        assert within(ANSWER_S, lambda: said(after)[-1] == ("end", "guest", "aurora"))
