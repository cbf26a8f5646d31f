"""Exercise files: what is wrong is one sentence with its line; what ships can be run."""

from __future__ import annotations

from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.coordination.sectors_check import check_sectors
from glasshield.errors import InputError
from glasshield.exercise import records
from glasshield.exercise.actions import Inject
from glasshield.exercise.pictures import Audience
from glasshield.exercise.places import area_of, sectors_of
from glasshield.exercise.reading import Exercise, parse, read_exercise, shipped
from glasshield.exercise.run import Run, Variant, played
from glasshield.exercise.world import Stage
from tests.exercise import small

FACTS = catalog.load()
INJECT = 'at = "100 s"\nwhat = "sensor-fails"\nname = "west"'


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('schema = "glasshield-exercise-script/1"', 'schema = "other/1"', "this is no exercise"),
        ('length = "480 s"', 'length = "480"', "'480' has no unit"),
        ('length = "480 s"', "length = 480", "stands without its unit"),
        ('length = "480 s"', 'length = "480 km"', "length"),
        ('length = "480 s"', 'length = "481 s"', "the length does not fit the steps"),
        ('step = "4 s"', 'step = "0.5 s"', "the step does not fit"),
        ('step = "4 s"', 'step = "7 s"', "whole part"),
        ("2031-05-05T09:00:00Z", "yesterday", "such as 2031-05-05T09:00:00Z"),
        ("2031-05-05T09:00:00Z", "2031-05-05T09:00:01Z", "whole minute"),
        ('territory = ["aspen-land"]', 'territory = ["nowhere"]', "'nowhere'"),
        ('party = "aspen"\nposition_deg = [25', 'party = "oak"\nposition_deg = [25', "'oak'"),
        ("position_deg = [25.0, -32.5]\n", "", "position_deg"),
        ('range = "700 km"', 'rang = "700 km"', "unknown key 'rang'"),
        ('to = ["birch", "centre"]', 'to = ["birch", "moon"]', "'moon'"),
        ('missile = "mrbm"', 'missile = "mrbn"', "did you mean mrbm"),
        ("to_deg = [26.5, -32.0]", "to_deg = [70.0, 100.0]", "cannot fly there"),
        ("to_deg = [26.5, -32.0]\n", "", "flights end either at a target region or at to_deg"),
        (INJECT, INJECT.replace('"west"', '"south"'), "this inject is on nothing"),
        (INJECT, INJECT.replace("100 s", "900 s"), "this inject comes when the exercise is over"),
        (INJECT, INJECT.replace("sensor-fails", "sensor-falls"), "sensor-falls"),
        (INJECT, INJECT.replace("sensor-fails", "launch"), "flight in reserve"),
        ('interceptor = "sm3-1b"', 'interceptor = "sm9"', "no interceptor is called 'sm9'"),
        ("hit_probability = 0.6", "hit_probability = 1.6", "battery.south"),
        ("count = 4", "count = 0", "count"),
        ("[party.birch]", "[party.centre]", "no party is called 'centre'"),
        ("[cell.birch-national]", "[cell.controller]", "no cell is called 'controller'"),
        ("[sensor.west]", "[sensor.WEST]", "is no name"),
        ('says = "yes"', 'says = "maybe"', "maybe"),
        ("[sector.aspen]", '[procedure]\nshots_each = 9\n\n[sector.aspen]', "shots_each"),
        (
            "[battery.south]",
            (
                '[[procedure.keys]]\nparty = "aspen"\ncells = ["aspen-national"]\n'
                'wait = "9 s"\n\n[battery.south]'
            ),
            "so many keys never turn",
        ),
        ('kinds = ["tracks", "events"]', 'kinds = ["tracks"]\nmode = "real"', "no real data"),
        ("[sector.aspen]", "[sector.aspen", "TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(before: str, after: str, sentence: str) -> None:
    """With the file and its line."""
    assert before in small.TEXT, "the small exercise has changed"
    with pytest.raises(InputError) as error:
        Stage.of(parse(small.TEXT.replace(before, after, 1), "small.toml", FACTS))
    said = error.value.sentence
    assert sentence in said
    assert "small.toml" in said
    assert "\n" not in said


def test_an_unknown_exercise_is_offered_others(tmp_path: Path) -> None:
    """Those that ship."""
    with pytest.raises(InputError, match="there is no such exercise; did you mean raid-two"):
        read_exercise("raid-two-sector", FACTS)
    with pytest.raises(InputError, match="cannot be read"):
        read_exercise(tmp_path, FACTS)
    (tmp_path / "x.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="this is no text"):
        read_exercise(tmp_path / "x.toml", FACTS)


def _found(exercise: Exercise) -> set[str]:
    areas = [
        area_of(exercise.regions[name]) for one in exercise.parties.values() for name in one.defends
    ]
    return {one.trouble.value for one in check_sectors(sectors_of(exercise), areas).patches}


def test_a_folder_of_its_name_does_not_hide_what_ships(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it lies there after a run with `--out raid-two-sectors`."""
    (tmp_path / "raid-two-sectors").mkdir()
    monkeypatch.chdir(tmp_path)
    assert read_exercise("raid-two-sectors", FACTS).id == "raid-two-sectors"


def test_contradictory_sectors_are_found_before_the_start() -> None:
    """A gap where nobody answers for what is defended, an overlap where two do."""
    assert _found(small.exercise()) == set()
    gap = small.TEXT.replace('regions = ["birch-land"]', 'regions = ["aspen-land"]', 1)
    assert _found(parse(gap, "gap.toml", FACTS)) == {"gap", "overlap"}


@pytest.mark.parametrize("id", sorted(shipped()))
def test_what_ships_is_sound(id: str) -> None:
    """Both languages, no contradiction, an id that is its file's name."""
    found = read_exercise(id, FACTS)
    assert found.id == id
    assert found.head.name_ru
    assert found.head.lesson_ru
    assert all(one.name_ru for one in (*found.parties.values(), *found.cells.values()))
    assert _found(found) == set()


def _ended(id: str, *withheld: str) -> records.Ended:
    run = Run(
        Stage.of(read_exercise(id, FACTS)),
        1,
        Variant(frozenset(withheld)),
        audience=Audience.DECISIONS,
    )
    played(run)
    assert run.ended is not None
    return run.ended


def test_the_lesson_of_the_regional_missile() -> None:
    """Its party is asked and agrees; without its radar nobody can act in time."""
    run = Run(Stage.of(read_exercise("regional-missile", FACTS)), 1)
    made = played(run)
    (consultation,) = [one for one in records.of(made, records.Asked) if one.what == "consultation"]
    assert consultation.cell == "birch-national"
    (answer,) = [
        one
        for one in records.of(made, records.Answered)
        if one.request == consultation.request and one.says == "yes"
    ]
    keys = [one for one in records.of(made, records.Asked) if one.what == "key"]
    assert len(keys) == 2
    (decided,) = records.of(made, records.Decided)
    assert decided.decision == "engage"
    engaged = records.of(made, records.Engaged)
    assert len(engaged) == 2
    assert consultation.second < answer.second <= decided.second < engaged[0].second
    for withheld in (("birch",), ("aspen", "birch")):  # nor by itself, on its own radar
        alone = _ended("regional-missile", *withheld)
        assert (alone.shots, alone.leakers) == (0, 1)


def test_the_lesson_of_the_raid() -> None:
    """What Cedar keeps to itself comes down in the sector of Aspen."""
    shared, alone = _ended("raid-two-sectors"), _ended("raid-two-sectors", "cedar")
    assert (shared.threats, alone.threats) == (10, 10)
    assert shared.leakers <= 3
    assert alone.leakers >= shared.leakers + 3
    # Where nobody shares, Birch still holds its own sector with its own radar; Aspen has none.
    nobody = _ended("raid-two-sectors", "aspen", "birch", "cedar")
    assert nobody.shots > 0
    assert shared.leakers + 3 <= nobody.leakers < nobody.threats


def test_the_lesson_of_the_space_launch() -> None:
    """No shot in any case; a notice beforehand prevents the alarm, a late one does not end it."""
    stage = Stage.of(read_exercise("space-launch", FACTS))
    early = Inject(second=1, cell="controller", what="notice", name="early")
    found = {}
    for name, done in (("late", ()), ("early", (early,))):
        run = Run(stage, 1, actions=done)
        made = played(run)
        found[name] = [one.what for one in records.of(made, records.Told) if one.viewer == "centre"]
        assert run.ended is not None
        assert run.ended.shots == 0
        assert not {"impact-predicted", "outside-notice"} & set(found[name])
    assert "launch-detected" in found["late"]
    assert "launch-detected" not in found["early"]
    assert "inside-notice" in found["early"]


@pytest.mark.parametrize("seed", [4, 13, 28])
def test_regress_a_track_lost_under_power_is_no_attack(seed: int) -> None:
    """Its new track says little of its phase at first; seeds in which it was proposed to act."""
    stage = Stage.of(read_exercise("space-launch", FACTS))
    run = Run(stage, seed, audience=Audience.DECISIONS)
    made: list[records.Record] = []
    while run.second < 260:
        made += run.step()
    assert not [one for one in records.of(made, records.Proposed) if one.shots]


def test_regress_the_second_shot_waits_for_what_the_first_did() -> None:
    """Wherever the time for it is left, so that hardly any shot of the raid is wasted."""
    exercise = read_exercise("raid-two-sectors", FACTS)
    made = played(Run(Stage.of(exercise), 1, audience=Audience.DECISIONS))
    proposed = {one.proposal: one for one in records.of(made, records.Proposed)}
    first: dict[tuple[str, int], records.Engaged] = {}
    waited = 0
    for shot in records.of(made, records.Engaged):
        before = first.setdefault((shot.viewer, shot.object), shot)
        if before is shot:
            continue
        last_s = proposed[before.proposal].last_launch
        assert last_s is not None
        seen_s = before.meets + exercise.script.procedure.look_s
        assert shot.second >= seen_s or last_s < seen_s
        waited += shot.second >= seen_s
    assert waited
