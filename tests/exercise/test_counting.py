"""A run counted from its records, and the story that they tell."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from glasshield import catalog
from glasshield.exercise import records
from glasshield.exercise.counting import Truth, counted, measures
from glasshield.exercise.reading import read_exercise
from glasshield.exercise.records import Record
from glasshield.exercise.script import Script
from glasshield.exercise.timeline import Story
from glasshield.exercise.withheld import Changed, changed_script, changes
from tests.exercise import small


@pytest.fixture(scope="module")
def script() -> Script:
    return small.exercise().script


@pytest.fixture(scope="module")
def story(script: Script) -> Story:
    return Story.of(small.run(), script)


def test_figures_of_a_run(script: Script) -> None:
    figures = counted(small.run(), script).figures
    assert (figures.threats, figures.hits, figures.leakers) == (2, 1, 1)
    assert (figures.shots, figures.wasted, figures.already_hit) == (3, 1, 1)
    assert (figures.asked, figures.timed_out, figures.engaged, figures.held) == (3, 1, 2, 0)
    assert (figures.before_look, figures.avoidable) == (1, 0)  # both were on their way
    assert figures.false_alarms == 1  # the centre was told of a launch of nothing


def test_a_reported_launch_is_true_whatever_went_up() -> None:
    script = read_exercise("space-launch", catalog.load()).script
    told = [small.told(5, "aspen", "launch-detected", flight) for flight in ("rocket", "")]
    figures = counted(told, script).figures
    assert (figures.false_alarms, figures.unannounced) == (1, 1)
    assert Truth.of(script).space == {"rocket"}


def test_regress_a_launch_that_is_told_again_counts_once_for_each_viewer(script: Script) -> None:
    told = [
        small.told(second, viewer, what, flight)
        for second, viewer, what, flight in [
            (5, "aspen", "launch-detected", "first-0"),
            (9, "aspen", "launch-detected", "first-0"),
            (9, "aspen", "outside-notice", "first-0"),
            (12, "birch", "launch-detected", "first-0"),
            (40, "aspen", "launch-detected", "first-1"),
        ]
    ]
    assert counted(told, script).figures.unannounced == 3


def test_an_attack_by_what_threatens_nobody_is_a_false_alarm(script: Script) -> None:
    astray = records.CameDown(second=9, flight="astray", end="impact", lat_deg=1.0, lon_deg=1.0)
    aimed = msgspec.structs.replace(astray, flight="first-0", aimed_at="aspen-land")
    for flight, alarms in (("astray", 3), ("", 3), ("first-0", 0), ("flying", 0)):
        done: list[Record] = [
            small.told(3, "aspen", "impact-predicted", flight),
            small.decided(4, 1, flight, "engage"),
            small.shot(5, 1, flight),
        ]
        assert counted([*done, aimed, astray], script).figures.false_alarms == alarms


@pytest.mark.parametrize(
    ("result", "waste", "before_look", "avoidable"),
    [("wasted", "already-hit", 0, 1), ("wasted", "no-threat", 0, 1), ("missed", "", 0, 0)],
)
def test_a_shot_that_left_when_the_hit_was_known_was_avoidable(
    script: Script, result: str, waste: str, before_look: int, avoidable: int
) -> None:
    found: list[Record] = [
        small.shot(10, 1, "first-0"),
        small.outcome(50, 1, "first-0", "hit"),
        small.shot(52, 2, "first-0"),
        small.outcome(90, 2, "first-0", result, waste),
    ]
    figures = counted(found, script).figures
    assert (figures.before_look, figures.avoidable) == (before_look, avoidable)
    assert figures.before_look + figures.avoidable == figures.wasted


def test_a_shot_at_what_another_plan_hit_was_uncoordinated(script: Script) -> None:
    """Whether it left before or after: the other plan told nobody."""
    found: list[Record] = [
        small.shot(10, 1, "first-0"),
        msgspec.structs.replace(small.shot(10, 2, "first-0"), viewer="aspen"),
        small.outcome(50, 1, "first-0", "hit"),
        msgspec.structs.replace(small.shot(52, 3, "first-0"), viewer="aspen"),
        *(
            msgspec.structs.replace(
                small.outcome(90, shot, "first-0", "wasted", "already-hit"), viewer="aspen"
            )
            for shot in (2, 3)
        ),
    ]
    figures = counted(found, script).figures
    assert (figures.before_look, figures.uncoordinated, figures.avoidable) == (0, 2, 0)


def test_what_viewers_knew(script: Script) -> None:
    aspen, birch, centre = counted(small.run(), script).first
    assert (aspen.viewer, aspen.known, aspen.known_after_s) == ("aspen", 1, 30.0)
    assert (aspen.warned, aspen.warned_after_s) == (1, 32.0)
    assert (birch.viewer, birch.known, birch.known_after_s) == ("birch", 1, 20.0)
    # 34 s after the first launch, 20 s after the second
    assert (centre.viewer, centre.known, centre.known_after_s) == ("centre", 2, 27.0)
    assert (centre.warned, centre.warned_after_s) == (0, None)


def test_measures_are_whole_numbers(script: Script) -> None:
    found = measures(counted(small.run(), script))
    assert found["leakers"] == 1
    assert found["known_after@centre"] == 270
    assert found["warned_after@centre"] is None
    assert all(value is None or type(value) is int for value in found.values())


def test_a_run_of_nothing_is_nothing(script: Script) -> None:
    found = counted((), script)
    assert found.figures.flights == found.figures.threats == 0
    assert [row.known for row in found.first] == [0, 0, 0]


def test_who_knew_from_whom(story: Story) -> None:
    rows = {(row.viewer, row.flight): row for row in story.known()}
    assert len(rows) == 4
    aspen = rows["aspen", "first-0"]
    assert (aspen.second, aspen.after_s, aspen.by, aspen.shared) == (
        40,
        12.0,
        ("birch/east",),
        True,
    )
    assert (aspen.warned_s, aspen.impact_s) == (42, None)
    assert not rows["birch", "first-0"].shared
    assert rows["centre", "first-0"].impact_s == 52


def test_latencies_against_the_procedures(story: Story) -> None:
    rows = [(row.what, row.answered, row.after_s, row.allowed_s, row.then) for row in story.waits()]
    assert rows == [
        ("decision", "yes", 6.0, 30, ""),
        ("consultation", "timed-out", None, 14, "proceed"),
        ("decision", "yes", 16.0, 36, ""),
    ]
    assert [row.flight for row in story.waits()] == ["first-0", "first-0", "first-1"]


def test_from_detection_to_the_meeting(story: Story) -> None:
    first, second = story.chains()
    assert (first.flight, first.detected_s, first.centre_knows_s) == ("first-0", 28.0, 44)
    assert (first.proposed_s, first.decided_s, first.shot_s, first.met_s) == (60, 80, 80, 140)
    assert second.met_s is None


def test_flights_and_their_ends(story: Story) -> None:
    first, second = story.flights()
    assert (first.id, first.launched_s, first.end, first.shots) == ("first-0", 10, "intercepted", 2)
    assert (second.id, second.launched_s, second.end, second.shots) == ("first-1", 30, "impact", 1)


def test_the_time_line_is_in_order_and_says_all(story: Story) -> None:
    moments = story.moments()
    seconds = [one.second for one in moments]
    assert seconds == sorted(seconds)
    assert {one.happened for one in moments} == {
        "known", "alarm", "impact", "asked", "yes", "timed-out", "engage", "shot", "hit", "wasted",
        "missed", "inject", "down", "stopped",
    }  # fmt: skip
    assert all(one.said.en and one.said.ru for one in moments)


def test_first_sightings_stand_once(script: Script) -> None:
    twice: Sequence[Record] = [
        small.known(second, "aspen", "first-0", "aspen/west") for second in (5, 9)
    ]
    moments = Story.of(twice, script).moments()
    assert [one.second for one in moments] == [5]


def test_changes_that_can_be_made(script: Script) -> None:
    assert changes(script) == (
        Changed(),
        Changed("withheld", ("aspen",)),
        Changed("withheld", ("birch",)),
        Changed("nobody-shares", ("aspen", "birch")),
        Changed("nothing-fails"),
        Changed("nothing-fails", ("aspen",)),
        Changed("nothing-fails", ("birch",)),
    )


def test_nothing_fails_leaves_out_what_fails(script: Script) -> None:
    assert changed_script(script, Changed("nothing-fails")).inject == ()
    assert changed_script(script, Changed("withheld", ("aspen",))) == script
