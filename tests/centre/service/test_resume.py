"""A centre that starts again: the picture is there, and whoever reads the log makes the same."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import pytest

from glasshield.centre import applying
from glasshield.centre.applying import Applier
from glasshield.centre.bodies import RULES
from glasshield.centre.log import recalling
from glasshield.centre.log.recording import event_body
from glasshield.centre.log.store import Store
from glasshield.centre.people.registered import (
    PARTIES,
    PEOPLE,
    People,
    Person,
    Role,
    read_people,
    write_people,
)
from glasshield.centre.people.stationed import read_stations, sensors_file
from glasshield.centre.service import Centre
from glasshield.earth.time import Instant
from glasshield.exchange import checks
from glasshield.exchange.log.entries import (
    AnyEntry,
    CentreEntry,
    EventEntry,
    PictureEntry,
    ReceivedEntry,
    nanoseconds,
)
from glasshield.exchange.sensors import write_sensors
from glasshield.workspace import Workspace
from tests.centre.faults.flights import Watch
from tests.centre.faults.ground import ALL_TO_ALL, Plan
from tests.centre.service.running import ANSWER_S, Running, detections, entries, running, within

FLY: Final = Watch(count=3, span_s=4.0, every_s=0.1)
RESUMED_S: Final = 3.0  # what a centre promises; a machine with other work may take longer
SLACK_S: Final = 6.0  # for such a machine: there the work itself is measured


def made_again(store: Store, log: list[AnyEntry]) -> tuple[list[bool], set[str]]:
    """Whether each picture of a log comes out the same, and the events that come out."""
    applier = Applier(Workspace.default().catalog)
    pictures = [one for one in log if isinstance(one, PictureEntry)]
    same, events, at = [], set(), 0
    for picture in pictures:
        tick_ns = nanoseconds(picture.tick)
        while at < len(log) and nanoseconds(log[at].at) <= tick_ns:
            applier.apply(log[at], nanoseconds(log[at].at), store.body)
            at += 1
        told = applier.running.advance(Instant(tick_ns // 1000))
        events |= {event_body(one).sha256 for one in told if not one.again}
        same.append(applier.running.digest() == picture.picture_sha256)
    return same, events


@pytest.mark.slow
def test_prop_the_log_gives_the_same_pictures_and_events_over_a_restart_and_new_rules(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as before:
        fly(before)
        text = ALL_TO_ALL.format(owner="aurora", others='"borealis"').replace("0 s", "1 s")
        before.sent("aurora", text.encode(), "application/toml")
        fly(before)
    with running(tmp_path, ground=before.ground) as after:
        fly(after)
        people = read_people(after.ground.config.data / PEOPLE)
        guest = Person("guest", "Made-up guest", Role.OBSERVER, viewer="guests")
        write_people(People({**people.people, "guest": guest}), after.ground.config.data / PEOPLE)
        assert within(ANSWER_S, lambda: configured(after.centre))
        fly(after)
        log, store = entries(after.centre), after.centre.store
        same, events = made_again(store, log)
    assert len(same) > 5
    assert all(same)
    logged = {one.event_sha256 for one in log if isinstance(one, EventEntry)}
    assert logged
    assert logged >= events  # the last second may not have been reached
    assert events


def fly(here: Running) -> None:
    for future in here.fly(2.5, FLY):
        future.result(ANSWER_S)


def configured(centre: Centre) -> bool:
    found = [one.verb for one in entries(centre) if isinstance(one, CentreEntry)]
    return "configure" in found


def test_the_picture_is_there_again_at_once(tmp_path: Path) -> None:
    with running(tmp_path) as before:
        fly(before)
        assert before.tracks("aurora") == 3
        run = before.centre.run
    began_s, worked_s = time.monotonic(), time.process_time()
    with running(tmp_path, ground=before.ground) as after:
        assert after.tracks("aurora") == 3
        assert time.process_time() - worked_s < RESUMED_S
        assert time.monotonic() - began_s < RESUMED_S + SLACK_S
        assert after.centre.run != run
        assert after.centre.health().state == "good"


def test_a_delay_of_a_rule_is_kept_over_a_restart(tmp_path: Path) -> None:
    late = ALL_TO_ALL.format(owner="aurora", others='"borealis"').replace("0 s", "600 s")
    nothing = ALL_TO_ALL.format(owner="borealis", others='"centre-staff"').replace("0 s", "600 s")
    with running(tmp_path, Plan(rules={"aurora": late, "borealis": nothing})) as before:
        fly(before)
        assert before.tracks("centre-staff") == 0
    with running(tmp_path, ground=before.ground) as after:
        assert after.tracks("centre-staff") == 0
        assert after.tracks("aurora") == 3


def test_what_was_checked_when_it_came_is_not_checked_at_a_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(tmp_path) as before:
        fly(before)

    def checked(*_: object) -> None:
        raise AssertionError("this costs a start with thousands of batches more than it has")

    monkeypatch.setattr(checks, "possible", checked)
    with running(tmp_path, ground=before.ground) as after:
        assert after.tracks("aurora") == 3


def test_a_start_takes_up_all_within_its_reach_whoever_sent_how_much(tmp_path: Path) -> None:
    with running(tmp_path) as here:
        fly(here)
        for number in range(40):
            here.sent("aurora", detections("north", here.centre.now(), 1, range_m=[4e5 + number]))
        store, now_ns = here.centre.store, here.centre.journal.stamps.now_ns()
        since_ns = now_ns - 2 * 10**9
        taken_up = recalling.last_batches(store, store.body, since_ns)
        log = entries(here.centre)
    sent = [one for one in log if isinstance(one, ReceivedEntry)]
    wanted = [one for one in sent if nanoseconds(one.at) > since_ns]
    assert 40 < len(wanted) < len(sent)
    assert [each.taken.identity for each in taken_up] == [one.batch_sha256 for one in wanted]
    # Whoever replays the log takes up the same.
    recent = applying.Recent()
    for one in sent:
        recent.add(one, nanoseconds(one.at))
    assert [one for _, one in recent.since(since_ns)] == wanted
    later = msgspec.structs.replace(sent[0], index=len(log))
    recent.add(later, now_ns + round(applying.LONGEST_RESUMED_S * 1e9))
    assert [one for _, one in recent.since(0)] == [later]


def test_a_viewer_who_cannot_be_is_left_out_alone_and_the_rest_of_the_change_is_told(
    tmp_path: Path,
) -> None:
    grants = [
        ALL_TO_ALL.format(owner="aurora", others='"guests"')
        .replace("rule.partner", f"rule.late{delay}")
        .replace("0 s", f"{delay} s")
        .replace("name_sensors", f"covariance_factor = {20 - delay}.0\nname_sensors")
        .replace('.0"', ".0")
        .replace('schema = "glasshield-rules/1"\n', "")
        for delay in range(1, 18)
    ]
    rules = 'schema = "glasshield-rules/1"\n' + "".join(grants)
    with running(tmp_path, Plan(rules={"aurora": rules})) as before:
        folder = before.ground.config.data
        people = read_people(folder / PEOPLE)
        guest = Person("guest", "Made-up guest", Role.OBSERVER, viewer="guests")
        write_people(People({**people.people, "guest": guest}), folder / PEOPLE)
        stations = read_stations(sensors_file(folder / PARTIES, "aurora"), "aurora")
        more = (*stations, replace(stations[0], id="northeast"))
        write_sensors(more, sensors_file(folder / PARTIES, "aurora"), simulated=True)
        assert within(ANSWER_S, lambda: before.centre.health().parts["upkeep"] == "refused")
        assert before.centre.health().state == "degraded"
        assert within(ANSWER_S, lambda: configured(before.centre))
        before.sent("aurora", detections("northeast", before.centre.now()))
        assert not before.centre.published("guests").result(ANSWER_S).pictures
        fly(before)
        assert before.tracks("aurora") == 3
        assert not before.centre._pipeline._applier.running.left_out["aurora"].unknown
        # Others' rules are not refused for it.
        more_rules = ALL_TO_ALL.format(owner="borealis", others='"aurora"')
        before.sent("borealis", more_rules.encode(), RULES)
    with running(tmp_path, ground=before.ground) as after:
        assert after.centre.health().parts["upkeep"] == "refused"
        assert after.tracks("aurora") == 3
        fewer = ALL_TO_ALL.format(owner="aurora", others='"guests"')
        after.sent("aurora", fewer.encode(), RULES)
        assert within(ANSWER_S, lambda: after.centre.health().parts["upkeep"] == "good")
        fly(after)
        assert within(ANSWER_S, lambda: after.tracks("guests") > 0)
