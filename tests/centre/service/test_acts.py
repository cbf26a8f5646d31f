"""What people do at a running centre, who sees it, and what a grant releases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from glasshield.centre.bodies import (
    Acknowledge,
    Act,
    Answer,
    Consult,
    Decline,
    Grant,
    Remark,
    Request,
)
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.people.readers import Reader, Right
from glasshield.centre.people.registered import Role
from glasshield.earth.time import Instant
from glasshield.exchange.log.entries import ActEntry
from tests.centre.faults.flights import Watch
from tests.centre.faults.ground import Plan, person
from tests.centre.service.running import ANSWER_S, HERE, Running, entries, running

PEOPLE = (
    person("liaison", Role.LIAISON, "borealis"),
    person("owner", Role.OPERATOR, "aurora"),
    person("observer", Role.OBSERVER, viewer="borealis"),
    person("other", Role.LIAISON, "aurora"),
)
NOTHING = 'schema = "glasshield-rules/1"\n'
FLY = Watch(count=2, span_s=4.0, every_s=0.1)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(tmp_path_factory.mktemp("centre"), Plan(people=PEOPLE)) as found:
        for future in found.fly(3.0, FLY):
            future.result(ANSWER_S)
        yield found


def done(here: Running, who: str, act: Act) -> str:
    return here.centre.act(here.reader(who), act).result(ANSWER_S).id


def refusal(here: Running, who: str, act: Act) -> Code:
    error = here.centre.act(here.reader(who), act).exception(ANSWER_S)
    assert isinstance(error, RefusedError)
    return error.code


def span(here: Running) -> tuple[str, str]:
    now = here.centre.now()
    return str(now.plus_s(-60.0)), str(now)


def test_a_remark_is_seen_by_the_people_of_its_viewer_and_by_auditors(here: Running) -> None:
    made = done(here, "duty", Remark(text="Two objects from the north."))

    def sees(who: str) -> bool:
        return any(one.id == made for one in here.centre.acts(here.reader(who)))

    assert sees("duty")
    assert sees("auditor")
    assert not sees("liaison")
    assert not sees("owner")
    logged = [one for one in entries(here.centre) if isinstance(one, ActEntry)]
    assert any(one.verb == "remark" and one.person == "duty" for one in logged)
    assert b"Two objects" not in b"".join(here.centre.store.entries(0, here.centre.store.size))


def test_who_only_looks_acts_not(here: Running) -> None:
    for who in ("observer", "auditor"):
        assert refusal(here, who, Remark(text="I was here.")) is Code.NOT_ALLOWED


def test_an_act_about_what_its_reader_does_not_see_finds_nothing(here: Running) -> None:
    assert refusal(here, "duty", Acknowledge(event=9_999)) is Code.NOT_FOUND
    assert refusal(here, "duty", Remark(text="This.", picture=99)) is Code.NOT_FOUND
    events = here.centre.published("centre-staff").result(ANSWER_S).events
    done(here, "duty", Acknowledge(event=events[0].number))


def test_a_request_that_is_granted_releases_the_owners_own_track_and_no_more(
    here: Running,
) -> None:
    since, until = span(here)
    asked = done(
        here,
        "liaison",
        Request(owner="aurora", since=since, until=until, text="The first one over the sea."),
    )
    assert [one.state for one in here.centre.requests(here.reader("owner"))][-1:] == ["open"]
    assert not here.centre.requests(here.reader("other"))  # of the party, but may not grant
    liaison = here.reader("liaison")
    nothing = here.centre.granted(liaison, asked).exception(ANSWER_S)
    assert isinstance(nothing, RefusedError)
    assert nothing.code is Code.NOT_FOUND

    wide = Instant.parse(since).plus_s(-1.0)
    grant = Grant(request=asked, number=2, since=since, until=until)
    assert refusal(here, "liaison", grant) is Code.NOT_ALLOWED
    assert refusal(here, "duty", grant) is Code.NOT_FOUND
    assert refusal(here, "owner", Grant(request=asked, number=1, since=str(wide), until=until)) is (
        Code.BAD_BODY
    )
    assert refusal(here, "owner", Grant(request=asked, number=77, since=since, until=until)) is (
        Code.NOT_FOUND
    )
    done(here, "owner", grant)
    assert refusal(here, "owner", Decline(request=asked, text="Too late.")) is Code.OUT_OF_ORDER

    tracks = here.centre.granted(liaison, asked).result(ANSWER_S)
    assert len(tracks) == 1
    assert len(tracks.time_s) > 2
    assert all("aurora" in (station.party, station.id.split("/")[0]) for station in tracks.stations)
    again = here.centre.granted(here.reader("owner"), asked).result(ANSWER_S)
    assert (again.state_ecef == tracks.state_ecef).all()
    # What the owner calls the object, and who answered, is the owner's business.
    assert (again.id.tolist(), tracks.id.tolist()) == ([2], [1])
    (told,) = [one for one in here.centre.requests(liaison) if one.request.id == asked]
    assert told.answer is not None
    assert isinstance(told.answer.act, Grant)
    assert (told.answer.act.number, told.answer.person) == (1, "aurora")
    listed = {one.id: one for one in here.centre.acts(liaison)}[told.answer.id]
    assert listed == told.answer
    whole = {one.id: one for one in here.centre.acts(here.reader("owner"))}[told.answer.id]
    assert isinstance(whole.act, Grant)
    assert (whole.act.number, whole.person) == (2, "owner")
    stranger = here.centre.granted(here.reader("duty"), asked).exception(ANSWER_S)
    assert isinstance(stranger, RefusedError)
    assert stranger.code is Code.NOT_FOUND


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"owner": "nobody"}, "owner"),
        ({"owner": "borealis"}, "owner"),
        ({"until": "2999-01-01T00:00:00Z"}, "until"),
        ({"since": "2020-01-01T00:00:00Z"}, "until"),
        ({"since": "about 2020 or 2021"}, "since"),
    ],
)
def test_a_request_that_nobody_can_grant_is_refused(
    here: Running, changed: dict[str, str], where: str
) -> None:
    since, until = span(here)
    said = {"owner": "aurora", "since": since, "until": until, "text": "It."} | changed
    error = here.centre.act(here.reader("liaison"), Request(**said)).exception(ANSWER_S)
    assert isinstance(error, RefusedError)
    assert (error.code, error.where) == (Code.BAD_BODY, where)


def test_acts_are_there_again_after_a_restart(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("centre")
    with running(folder, Plan(people=PEOPLE)) as before:
        made = done(before, "liaison", Remark(text="Before."))
        since, until = span(before)
        asked = done(
            before, "liaison", Request(owner="aurora", since=since, until=until, text="It.")
        )
        done(before, "owner", Decline(request=asked, text="Not this one."))
        consulted = done(before, "liaison", Consult(party="aurora", text="May we?"))
        done(before, "owner", Answer(consultation=consulted, says="refused", text="Not now."))
        token = before.centre.session(
            before.signed("aurora", b"1", "application/vnd.glasshield.session"), HERE
        ).token
        assert before.centre.reader(token).may(Right.GRANT)
    with running(folder, ground=before.ground) as after:
        reader: Reader = after.reader("liaison")
        assert made in {one.id for one in after.centre.acts(reader)}
        (state,) = after.centre.requests(reader)
        assert (state.request.id, state.state) == (asked, "declined")
        (came,) = after.centre.consultations(reader)
        assert (came.consultation.id, came.state) == (consulted, "refused")
        with pytest.raises(RefusedError) as gone:
            after.centre.reader(token)
        assert gone.value.code is Code.NOT_KNOWN
