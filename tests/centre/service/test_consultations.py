"""Consultations at a running centre: who asks, who sees it, who answers, once and in the log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from glasshield.centre.bodies import Act, Answer, Consult, Decline, Request
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.people.registered import Role
from glasshield.exchange.log.entries import ActEntry
from tests.centre.faults.ground import Plan, person
from tests.centre.service.running import ANSWER_S, Running, entries, running

WRONG = (
    ({"party": "nobody"}, "party"),
    ({"party": "borealis"}, "party"),
    ({"answer_by": "2020-01-01T00:00:00Z"}, "answer_by"),
    ({"answer_by": "2999-01-01T00:00:00Z"}, "answer_by"),
    ({"answer_by": "some time in the year"}, "answer_by"),
)
PEOPLE = (
    person("liaison", Role.LIAISON, "borealis"),
    person("second", Role.LIAISON, "borealis"),
    person("owner", Role.OPERATOR, "aurora"),
    person("desk", Role.OPERATOR, "aurora"),
    person("other", Role.LIAISON, "aurora"),
    # One for each wrong question: a person does only so much in a second.
    *(person(f"asks-{k}", Role.LIAISON, "borealis") for k in range(len(WRONG))),
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("centre"), Plan(people=PEOPLE)) as found:
        yield found


def done(here: Running, who: str, act: Act) -> str:
    return here.centre.act(here.reader(who), act).result(ANSWER_S).id


def refusal(here: Running, who: str, act: Act) -> Code:
    error = here.centre.act(here.reader(who), act).exception(ANSWER_S)
    assert isinstance(error, RefusedError)
    return error.code


def test_a_consultation_is_answered_once_by_the_party_that_is_asked(here: Running) -> None:
    by = str(here.centre.now().plus_s(600.0))
    question = Consult(party="aurora", text="Do you object to this test?", answer_by=by)
    asked = done(here, "liaison", question)

    def state(who: str) -> str:
        found = here.centre.consultations(here.reader(who))
        return next((one.state for one in found if one.consultation.id == asked), "")

    # The people of both sides see it, nobody else does but who reads the whole log.
    seen = {who: state(who) for who in ("liaison", "owner", "other", "auditor", "duty")}
    assert seen == {**dict.fromkeys(("liaison", "owner", "other", "auditor"), "open"), "duty": ""}
    yes = Answer(consultation=asked, says="agreed", text="Until noon.")
    assert refusal(here, "liaison", yes) is Code.NOT_ALLOWED
    assert refusal(here, "other", yes) is Code.NOT_ALLOWED  # of the party, but speaks not for it
    assert refusal(here, "duty", yes) is Code.NOT_FOUND
    answer = done(here, "owner", yes)
    no = Answer(consultation=asked, says="refused", text="After all.")
    assert refusal(here, "owner", no) is Code.OUT_OF_ORDER
    assert state("liaison") == state("owner") == "agreed"
    (told,) = (
        one
        for one in here.centre.consultations(here.reader("liaison"))
        if one.consultation.id == asked
    )
    # Who of the party answered is the party's business.
    assert told.answer is not None
    assert (told.answer.person, told.answer.act) == ("aurora", yes)
    assert answer in {one.id for one in here.centre.acts(here.reader("liaison"))}
    logged = [one for one in entries(here.centre) if isinstance(one, ActEntry)]
    assert {"consult", "answer"} <= {one.verb for one in logged}
    assert {one.mode for one in logged} == {here.centre.mode}


def test_a_consultation_is_no_request_and_a_request_no_consultation(here: Running) -> None:
    asked = done(here, "second", Consult(party="aurora", text="And this one?"))
    assert refusal(here, "desk", Decline(request=asked, text="No.")) is Code.NOT_FOUND
    now = here.centre.now()
    since, until = str(now.plus_s(-60.0)), str(now)
    wanted = done(
        here, "second", Request(owner="aurora", since=since, until=until, text="The second.")
    )
    yes = Answer(consultation=wanted, says="agreed", text="Yes.")
    assert refusal(here, "desk", yes) is Code.NOT_FOUND
    assert asked not in {one.request.id for one in here.centre.requests(here.reader("desk"))}


@pytest.mark.parametrize("k", range(len(WRONG)))
def test_a_consultation_that_nobody_can_answer_is_refused(here: Running, k: int) -> None:
    changed, where = WRONG[k]
    said = {"party": "aurora", "text": "Well?"} | changed
    error = here.centre.act(here.reader(f"asks-{k}"), Consult(**said)).exception(ANSWER_S)
    assert isinstance(error, RefusedError)
    assert (error.code, error.where) == (Code.BAD_BODY, where)
