"""What lies on a desk follows from the records that concern the room, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield.exercise import records
from glasshield.exercise.api import wire
from glasshield.exercise.api.desk import KEPT, Desk
from glasshield.exercise.api.saying import Voice, names
from glasshield.exercise.records import CONTROLLER
from glasshield.exercise.wording import Speech
from tests.exercise.api import kept
from tests.exercise.told import BOTH, ONE_OF_EACH

VOICE = Voice({"en": Speech("en"), "ru": Speech("ru")})
CELLS = ("aspen-cell", "birch-cell", "cedar-cell")
NUMBERED = ("request", "proposal", "shot")


def shown(room: str, found: Sequence[records.Record]) -> tuple[bytes, bytes]:
    """All that a room is sent of these records, as bytes."""
    desk = Desk(room, VOICE)
    told = [body for record in found if (body := desk.take(record)) is not None]
    return msgspec.json.encode(desk.body()), msgspec.json.encode(told)


def renumbered(record: records.Record, by: int) -> records.Record:
    """The same, of a run in which more was asked, proposed and shot before."""
    changed = {
        name: getattr(record, name) * 3 + by
        for name in NUMBERED
        if name in record.__struct_fields__
    }
    return msgspec.structs.replace(record, **changed)


concerned = st.lists(st.sampled_from(CELLS), max_size=3, unique=True).map(tuple)
story = st.lists(
    st.tuples(st.sampled_from(ONE_OF_EACH), concerned).map(
        lambda each: msgspec.structs.replace(each[0], to=each[1])
    ),
    max_size=30,
)


@given(story, st.sampled_from(CELLS), st.integers(0, 2))
def test_prop_a_room_is_sent_nothing_that_hangs_on_what_concerns_others(
    found: list[records.Record], room: str, by: int
) -> None:
    mine = [record for record in found if records.for_cell(record, room) is not None]
    assert shown(room, found) == shown(room, mine)
    # Nor on how much others were asked: neither a number nor a gap tells of it.
    assert shown(room, [renumbered(each, by) for each in found]) == shown(room, mine)


@given(story, st.sampled_from(CELLS))
def test_prop_a_room_of_a_cell_is_not_told_what_flies(
    found: list[records.Record], room: str
) -> None:
    secret = [msgspec.structs.replace(each, **_flights(each, "the-truth")) for each in found]
    mine = [each for each in secret if not isinstance(each, records.CameDown)]
    assert all(b"the-truth" not in part for part in shown(room, mine))


def _flights(record: records.Record, name: str) -> dict[str, object]:
    values: dict[str, object] = {"flight": name, "flights": (name,)}
    return {key: value for key, value in values.items() if key in record.__struct_fields__}


def test_a_cell_is_not_told_that_it_was_the_controller_who_broke_something() -> None:
    failed = records.Injected(second=5, what="sensor-fails", name="west", by=CONTROLLER)
    said = {room: Desk(room, VOICE).take(failed) for room in ("aspen-cell", CONTROLLER)}
    assert said["aspen-cell"] is not None
    assert said["aspen-cell"].said.en == "The sensor west fails."
    assert said[CONTROLLER] is not None
    assert said[CONTROLLER].said.en == "The sensor west fails. By controller."


def test_the_controller_is_told_of_everything() -> None:
    desk = Desk(CONTROLLER, VOICE)
    hidden = [msgspec.structs.replace(each, to=("aspen-cell",)) for each in ONE_OF_EACH]
    numbers = [body.number for each in hidden if (body := desk.take(each)) is not None]
    assert numbers == list(range(1, len(hidden) + 1))


def asked(request: int, proposal: int = 1, cell: str = "birch-cell") -> records.Asked:
    return records.Asked(
        second=10,
        to=("aspen-cell", "birch-cell"),
        request=request,
        what="consultation",
        proposal=proposal,
        cell=cell,
        by="aspen",
        object=4,
        until=40,
    )


def proposed(proposal: int, number: int = 4) -> records.Proposed:
    return records.Proposed(
        second=10,
        proposal=proposal,
        object=number,
        flight="first",
        party="aspen",
        battery="south",
        shots=1,
        first_launch=20.0,
        last_launch=60.0,
        meets=90.0,
        over=(),
        impact="",
        why=BOTH,
    )


def desk_after(*found: records.Record, room: str = "birch-cell") -> wire.Desk:
    desk = Desk(room, VOICE)
    for record in found:
        desk.take(record)
    return desk.body()


def test_a_question_is_open_until_it_is_answered() -> None:
    (one,) = desk_after(asked(17)).questions
    assert (one.number, one.state, one.is_mine, one.until) == (1, "open", True, 40)
    answered = records.Answered(second=18, request=17, cell="birch-cell", says="no", after_s=8.0)
    (one,) = desk_after(asked(17), answered).questions
    assert (one.state, one.after_s) == ("no", 8.0)


def test_a_question_that_nobody_answers_is_timed_out_and_one_that_is_decided_is_over() -> None:
    late = records.TimedOut(second=41, request=17, cell="birch-cell", then="hold")
    (one,) = desk_after(asked(17), late).questions
    assert (one.state, one.then) == ("timed-out", "hold")
    decided = records.Decided(
        second=20, proposal=1, party="aspen", object=4, flight="", decision="hold", why="too-late"
    )
    (one,) = desk_after(asked(17), decided).questions
    assert one.state == "over"


def test_a_question_to_another_cell_is_not_mine() -> None:
    (one,) = desk_after(asked(17), room="aspen-cell").questions
    assert not one.is_mine


def test_answers_go_back_to_the_run_under_its_own_numbers() -> None:
    desk = Desk("birch-cell", VOICE)
    for request in (17, 4):
        desk.take(asked(request))
    assert [desk.request(number) for number in (1, 2, 3, 0, -1)] == [17, 4, None, None, None]


def test_a_later_proposal_about_an_object_takes_the_place_of_the_earlier_one() -> None:
    first, other, second = desk_after(proposed(3), proposed(5, number=9), proposed(8)).proposals
    assert [each.is_old for each in (first, other, second)] == [True, False, False]
    assert [each.number for each in (first, other, second)] == [1, 2, 3]


def test_what_came_of_a_shot_stands_in_its_place() -> None:
    engaged = records.of(ONE_OF_EACH, records.Engaged)[0]
    outcome = records.of(ONE_OF_EACH, records.Outcome)[0]
    (shot,) = desk_after(engaged).shots
    assert shot.result is None
    (shot,) = desk_after(engaged, outcome).shots
    assert shot.result == "hit"


def test_a_sensor_has_its_last_task() -> None:
    tasks = records.of(ONE_OF_EACH, records.Task)
    (task,) = desk_after(*tasks).tasks
    assert task.objects == ()


def test_a_desk_that_does_not_change_is_the_same_object() -> None:
    desk = Desk("birch-cell", VOICE)
    desk.take(asked(1))
    before = desk.body()
    desk.take(records.Remark(second=11, cell="aspen-cell", text="Well."))
    assert desk.body() is before
    desk.take(asked(2))
    assert desk.body() is not before


@pytest.mark.parametrize("count", [KEPT - 1, KEPT, KEPT + 7])
def test_what_is_over_is_not_kept_for_ever_and_what_is_open_is(count: int) -> None:
    answers = [
        records.Answered(second=18, request=number, cell="birch-cell", says="yes", after_s=8.0)
        for number in range(1, count + 1)
    ]
    found = [asked(number) for number in range(1, count + 1)]
    questions = desk_after(asked(1000), *found, *answers).questions
    assert len(questions) == min(count, KEPT) + 1
    assert [each.state for each in questions].count("open") == 1


SENSORS = {"west": "aspen/west"}


def injected(what: str, name: str, second: int) -> records.Injected:
    return records.Injected(
        second=second, to=(CONTROLLER, "aspen-cell"), what=what, name=name, by=CONTROLLER
    )


def test_what_fails_stands_there_until_it_works_again_where_that_was_told() -> None:
    rooms = {room: Desk(room, VOICE, SENSORS) for room in (CONTROLLER, *CELLS)}
    for record in (
        injected("sensor-fails", "west", 4),
        injected("sensor-fails", "west", 6),
        injected("withholds", "aspen", 8),
    ):
        for desk in rooms.values():
            desk.take(record)
    for room in (CONTROLLER, "aspen-cell"):
        failures = [(each.what, each.name, each.since) for each in rooms[room].body().failures]
        assert failures == [("sensor-fails", "aspen/west", 4), ("withholds", "aspen", 8)]
    assert rooms["birch-cell"].body().failures == ()
    for record in (injected("sensor-returns", "west", 10), injected("link-restored", "aspen", 12)):
        rooms["aspen-cell"].take(record)
    left = rooms["aspen-cell"].body().failures
    assert [(each.what, each.name) for each in left] == [("withholds", "aspen")]


def test_objects_of_two_who_plan_are_two_though_their_numbers_are_the_same() -> None:
    proposed = next(each for each in ONE_OF_EACH if isinstance(each, records.Proposed))
    desk = Desk(CONTROLLER, VOICE)
    for number, viewer in ((1, records.CENTRE), (2, "aspen"), (3, "aspen")):
        desk.take(msgspec.structs.replace(proposed, proposal=number, viewer=viewer))
    assert [each.is_old for each in desk.body().proposals] == [False, True, False]
    assert list(desk.objects) == [(records.CENTRE, proposed.object), ("aspen", proposed.object)]


def test_records_of_the_rooms_own_picture_name_its_tracks_and_no_others() -> None:
    known = next(each for each in ONE_OF_EACH if isinstance(each, records.Known))
    mine, theirs = (
        Desk(CONTROLLER, VOICE, viewer=viewer).take(known) for viewer in (known.viewer, "nobody")
    )
    assert mine is not None
    assert mine.track == wire.TrackName(picture=known.picture, number=known.object)
    assert theirs is not None
    assert theirs.track is None


def test_countries_have_their_names_and_parties_go_before_them() -> None:
    script = kept.stage().exercise.script
    assert names(script, "ru")["ROU"] == "Румыния"
    assert names(script, "en")["aspen"] == "Aspen"
