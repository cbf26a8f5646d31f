"""The rooms over a real server on this machine: two cells of people, and the controller."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from glasshield.exercise import actions
from glasshield.exercise.api.serving import serving
from tests.exercise.api import kept
from tests.exercise.api.looking import Rooms

ASPEN, BIRCH, CONTROLLER = "aspen-national", "birch-national", "controller"
STEP_S = 2


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    with serving(kept.table(tmp_path / "run"), speed=60.0) as served:
        yield Rooms(served)


def folder(rooms: Rooms) -> Path:
    return rooms.served.tokens[ASPEN].parents[1]


def test_a_room_is_told_which_it_is_and_begins_paused(rooms: Rooms) -> None:
    with rooms.look(ASPEN) as aspen, rooms.look(CONTROLLER) as controller:
        for one in (aspen, controller):
            one.until(lambda each: each.clock)
            assert one.room is not None
            assert one.clock is not None
            assert (one.room.mark, one.clock.state, one.second) == ("exercise", "paused", 0)
        assert aspen.room is not None
        assert controller.room is not None
    assert (aspen.room.party, aspen.room.is_controller) == ("aspen", False)
    assert aspen.room.lesson is None  # who is taught is not told before
    assert controller.room.lesson is not None
    assert (aspen.room.folder, controller.room.folder) == ("", "run")
    assert {each.what for each in aspen.room.injects} == {"withholds", "releases"}
    assert {each.what for each in controller.room.injects} >= {"sensor-fails", "link-cut"}
    assert controller.room.title.ru == "Две группы"
    assert any("Birch needs 2 keys" in each.en for each in aspen.room.procedures)


def test_the_controller_steps_goes_pauses_and_sets_the_speed(rooms: Rooms) -> None:
    with rooms.look(BIRCH) as birch:
        rooms.act(CONTROLLER, "step", steps=3)
        birch.until(lambda each: each.second == 3 * STEP_S)
        rooms.act(CONTROLLER, "speed", speed=30)
        rooms.act(CONTROLLER, "go")
        birch.until(lambda each: each.state == "running" and each.second > 8 * STEP_S)
        at = rooms.act(CONTROLLER, "pause")
        birch.until(lambda each: each.state == "paused" and each.second == at)
        assert birch.clock is not None
        assert birch.clock.speed == 30.0
        time.sleep(0.3)
        assert rooms.act(CONTROLLER, "pause") == at


def test_a_cell_does_not_steer(rooms: Rooms) -> None:
    for do, more in (
        ("go", {}), ("pause", {}), ("step", {}), ("rewind", {"second": 0}), ("speed", {"speed": 2}),
    ):  # fmt: skip
        assert rooms.refused(ASPEN, do, **more)[:2] == (403, "controller")


def test_words_are_on_disk_before_they_are_acknowledged_and_all_rooms_read_them(
    rooms: Rooms,
) -> None:
    second = rooms.act(ASPEN, "say", text="We see two.")
    (line,) = (folder(rooms) / "actions.jsonl").read_bytes().splitlines()
    said = actions.decode(line, "here")
    assert said == actions.Say(second=second, cell=ASPEN, text="We see two.")
    with rooms.look(BIRCH) as birch:
        rooms.act(CONTROLLER, "step")
        birch.until(lambda each: any("We see two." in text for text in each.said))


@pytest.mark.parametrize(
    ("room", "do", "more", "expected"),
    [
        (ASPEN, "inject", {"what": "sensor-fails", "name": "west"}, (403, "not-yours")),
        (ASPEN, "inject", {"what": "withholds", "name": "birch"}, (403, "not-yours")),
        (CONTROLLER, "inject", {"what": "sensor-fails", "name": "north"}, (404, "unknown")),
        (ASPEN, "answer", {"question": 3, "says": "yes"}, (404, "unknown")),
        (CONTROLLER, "rewind", {"second": 100}, (404, "unknown")),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence_and_written_nowhere(
    rooms: Rooms, room: str, do: str, more: dict[str, object], expected: tuple[int, str]
) -> None:
    assert rooms.refused(room, do, **more)[:2] == expected
    assert (folder(rooms) / "actions.jsonl").read_bytes() == b""


@pytest.mark.parametrize(
    "body",
    [
        {"do": "launch-a-missile"},
        {"do": "say", "text": ""},
        {"do": "say", "text": "turned \u202e round"},
        {"do": "answer", "question": 1, "says": "yes", "text": "\x00"},
        {"do": "say", "text": "x", "mark": "real"},
        {"do": "speed", "speed": 600},
        {"do": "step", "steps": 0},
        {"do": "rewind", "second": -1},
        [],
    ],
)
def test_a_body_that_is_none_is_refused(rooms: Rooms, body: object) -> None:
    answer = rooms.send(CONTROLLER, body)
    assert answer.status_code == 400
    assert json.loads(answer.content)["error"]["do"]


def test_nobody_comes_in_without_a_token(rooms: Rooms) -> None:
    url = rooms.served.url
    for path in ("/v1/pictures", "/v1/events", "/v1/notices", "/v1/rules/explain"):
        assert httpx.get(url + path).status_code == 401
        wrong = httpx.get(url + path, headers={"Authorization": "Bearer gs_" + "x" * 43})
        assert wrong.status_code == 401
    assert httpx.post(url + "/v1/acts", json={"do": "go"}).status_code == 401
    stranger = Rooms(rooms.served)
    with pytest.raises(InvalidStatus) as refused, stranger.look(ASPEN, "?after=x"):
        pass
    assert refused.value.response.status_code == 400


def test_the_controller_breaks_a_sensor_and_the_picture_is_another(rooms: Rooms) -> None:
    rooms.step_to(80, STEP_S)
    with rooms.look(ASPEN) as aspen:
        aspen.until(lambda each: any(picture.tracks for picture in each.pictures.values()))
        own = min(aspen.pictures)
        assert not aspen.pictures[own].tracks[0].is_coasted
        assert rooms.act(CONTROLLER, "inject", what="sensor-fails", name="west") == 82
        rooms.step_to(92, STEP_S)
        aspen.until(lambda each: each.second == 92 and "The sensor west fails." in each.said)
        aspen.until(lambda each: each.pictures[own].at.startswith("2031-05-05T09:01:32"))
        assert all(track.is_coasted for track in aspen.pictures[own].tracks)


def test_a_party_that_withholds_is_gone_from_the_pictures_of_others(rooms: Rooms) -> None:
    rooms.step_to(80, STEP_S)

    def by(room: str) -> set[str]:
        found = json.loads(rooms.get(room, "/v1/pictures").content)["pictures"]
        return {each["party"] for picture in found for each in picture["contributors"]}

    assert "aspen" in by(BIRCH)
    rooms.act(ASPEN, "inject", what="withholds", name="aspen")
    rooms.step_to(84, STEP_S)
    assert "aspen" not in by(BIRCH)
    assert "aspen" in by(ASPEN)
    assert {"aspen", "truth"} <= by(CONTROLLER)
    assert "truth" not in by(ASPEN) | by(BIRCH)


def test_a_cell_gives_its_own_notice_and_all_can_read_it(rooms: Rooms) -> None:
    assert json.loads(rooms.get(ASPEN, "/v1/notices").content)["notices"] == []
    refused = rooms.refused(ASPEN, "inject", what="notice", name="test-flight")
    assert refused[:2] == (403, "not-yours")
    rooms.act(BIRCH, "inject", what="notice", name="test-flight")
    rooms.act(CONTROLLER, "inject", what="launch", name="second")
    rooms.step_to(90, STEP_S)
    for room in (ASPEN, BIRCH, CONTROLLER):
        (given,) = json.loads(rooms.get(room, "/v1/notices").content)["notices"]
        assert given["party"] == "birch"
    with rooms.look(ASPEN) as aspen, rooms.look(CONTROLLER) as controller:
        controller.until(lambda each: any("flight second is launched" in t for t in each.said))
        aspen.until(lambda each: any("notice test-flight" in text for text in each.said))
        assert all("is launched" not in text for text in aspen.said)
        truth = max(controller.pictures)
        assert len(controller.pictures[truth].tracks) == 2


def test_who_was_away_gets_every_record_that_came_meanwhile(rooms: Rooms) -> None:
    with rooms.look(ASPEN) as first:
        rooms.step_to(66, STEP_S)
        rooms.act(BIRCH, "say", text="one")
        rooms.step_to(68, STEP_S)
        first.until(lambda each: any("one" in text for text in each.said))
    for words in ("two", "three"):
        rooms.act(BIRCH, "say", text=words)
    rooms.step_to(112, STEP_S)
    assert first.room is not None
    query = f"?run={first.room.run}&record={first.records[-1].number}&after={len(first.events)}"
    with rooms.look(ASPEN, query) as again, rooms.look(ASPEN) as other:
        for one in (again, other):
            one.until(lambda each: any("consults" in text for text in each.said))
    numbers = [each.number for each in (*first.records, *again.records)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert [*first.records, *again.records] == other.records


def test_whoever_does_not_read_holds_up_nobody(rooms: Rooms) -> None:
    with rooms.look(ASPEN) as idle, rooms.look(BIRCH) as birch:
        rooms.act(CONTROLLER, "go")
        birch.until(lambda each: each.second >= 60)
        del idle
        rooms.act(CONTROLLER, "pause")


def test_the_controller_goes_back_and_another_run_begins(rooms: Rooms) -> None:
    rooms.step_to(100, STEP_S)
    rooms.act(ASPEN, "say", text="before")
    rooms.step_to(120, STEP_S)
    with rooms.look(BIRCH) as birch:
        birch.until(lambda each: each.second == 120 and any("key to" in t for t in each.said))
        before = list(birch.records)
        assert rooms.act(CONTROLLER, "rewind", second=110) == 110
        birch.until(lambda each: each.rooms == 2 and each.second == 110 and each.records)
        assert birch.room is not None
        assert birch.room.branched_s == 110
        shared = [each.said for each in before if each.second <= 110]
        birch.until(lambda each: len(each.records) >= len(shared))
        # The branch says that it is one, and is as the run before it up to the moment.
        assert [each.said for each in birch.records if each.kind != "branched"] == shared
        assert rooms.act(BIRCH, "say", text="after") == 112
        rooms.act(CONTROLLER, "step")
        birch.until(lambda each: any("after" in text for text in each.said))
    assert b"after" not in (folder(rooms) / "actions.jsonl").read_bytes()
    # The tokens are as they were.
    assert rooms.get(ASPEN, "/v1/pictures").status_code == 200


def test_an_exercise_comes_to_its_end_and_can_be_gone_back_into(rooms: Rooms) -> None:
    with rooms.look(ASPEN) as aspen:
        rooms.act(CONTROLLER, "step", steps=600)
        aspen.until(lambda each: each.state == "ended")
        assert aspen.second == 450
        aspen.until(lambda each: any(text.startswith("The exercise ends.") for text in each.said))
        assert rooms.refused(ASPEN, "say", text="late")[:2] == (409, "over")
        rooms.act(CONTROLLER, "rewind", second=40)
        aspen.until(lambda each: each.rooms == 2 and each.second == 40)
        assert aspen.clock is not None
        assert aspen.clock.state == "paused"


def test_what_one_room_is_asked_is_answered_there_and_the_decision_shows_in_the_others(
    rooms: Rooms,
) -> None:
    rooms.step_to(110, STEP_S)
    with rooms.look(ASPEN) as aspen, rooms.look(BIRCH) as birch:
        aspen.until(lambda each: each.asked("consultation") and each.asked("key"))
        birch.until(lambda each: each.asked("decision") and each.asked("key"))
        (consulted,) = aspen.asked("consultation")
        assert (consulted.by, consulted.cell, consulted.until) == ("birch", ASPEN, 170)
        # Each room counts its own questions from 1, whatever others are asked.
        assert sorted(each.number for each in aspen.desk.questions if each.is_mine) == [1, 2]
        rooms.act(ASPEN, "answer", question=consulted.number, says="yes", text="Go on.")
        again = rooms.refused(ASPEN, "answer", question=consulted.number, says="no")
        assert again[:2] == (409, "answered")
        (key,) = aspen.asked("key")
        rooms.act(ASPEN, "answer", question=key.number, says="yes")
        second_key = rooms.refused(ASPEN, "answer", question=key.number, says="yes")
        assert second_key[:2] == (409, "answered")
        for what in ("decision", "key"):
            (mine,) = birch.asked(what)
            rooms.act(BIRCH, "answer", question=mine.number, says="yes")
        rooms.step_to(114, STEP_S)
        for one in (aspen, birch):
            one.until(lambda each: any(p.decision == "engage" for p in each.desk.proposals))
        (proposal,) = birch.desk.proposals
        assert proposal.decided is not None
        assert "in the simulation (agreed)" in proposal.decided.en
        rooms.step_to(450, STEP_S)
        birch.until(lambda each: any(shot.result for shot in each.desk.shots))
        assert birch.desk.shots[0].result == "hit"


def test_an_answer_that_comes_too_late_is_refused_and_the_procedure_has_acted(
    rooms: Rooms,
) -> None:
    rooms.step_to(180, STEP_S)
    with rooms.look(ASPEN) as aspen:
        aspen.until(lambda each: any(q.state == "timed-out" for q in each.desk.questions))
        late = next(each for each in aspen.desk.questions if each.is_mine)
        assert rooms.refused(ASPEN, "answer", question=late.number, says="yes")[:2] == (409, "late")
        aspen.until(lambda each: any(p.decision == "hold" for p in each.desk.proposals))


def test_a_question_is_not_another_cells_to_answer(rooms: Rooms) -> None:
    rooms.step_to(110, STEP_S)
    with rooms.look(BIRCH) as birch:
        birch.until(lambda each: each.desk.questions)
        others = [each for each in birch.desk.questions if not each.is_mine]
        for each in others:
            assert rooms.refused(BIRCH, "answer", question=each.number, says="yes")[:2] == (
                403,
                "not-yours",
            )


def test_the_page_and_what_it_is_made_of_need_no_token(rooms: Rooms) -> None:
    url = rooms.served.url
    page = httpx.get(url + "/", headers={"Accept-Language": "ru"})
    assert page.status_code == 200
    assert "УЧЕНИЕ" in page.text
    assert "Две группы" in page.text
    assert "data-room" in page.text
    assert 'data-title-ru="Две группы' in page.text
    assert "require-trusted-types-for 'script'" in page.headers["content-security-policy"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert page.headers["glasshield-mode"] == "exercise"
    assert json.loads(httpx.get(url + "/healthz").content)["state"] == "good"
    assert "Question" in json.loads(httpx.get(url + "/schema.json").content)["$defs"]
    assert httpx.get(url + "/v1/live").status_code == 426
    assert httpx.get(url + "/nothing").status_code == 404
    assert httpx.get(url + "/v1/acts").status_code == 405


def test_why_one_sees_an_object_is_told_by_ones_own_rules(rooms: Rooms) -> None:
    path = "/v1/rules/explain?seen=birch/east&object_class=unknown"
    answer = rooms.get(ASPEN, path)
    assert answer.status_code == 200
    assert json.loads(answer.content)["to"] == "aspen"
