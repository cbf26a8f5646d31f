"""A run is a pure function of its exercise, its seed and what people did."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.exercise import records
from glasshield.exercise.actions import Answer, Inject, Say
from glasshield.exercise.errors import Refused
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.records import CONTROLLER
from glasshield.exercise.run import Run, Variant, played
from glasshield.exercise.world import Stage
from tests.exercise import small

_PROGRAM = """
from tests.exercise import small
from glasshield.exercise.run import Run, played
run = Run(small.exercise(), 3)
played(run)
print(run.root, run.size)
"""


@pytest.fixture(scope="module")
def stage() -> Stage:
    """The stage of the small exercise."""
    return Stage.of(small.exercise())


@pytest.fixture(scope="module")
def usual(stage: Stage) -> tuple[Run, list[records.Record]]:
    """The small exercise, run with seed 3."""
    run = Run(stage, 3)
    return run, played(run)


def _stage_of(*changes: tuple[str, str]) -> Stage:
    text = small.TEXT
    for before, after in changes:
        assert before in text, "the small exercise has changed"
        text = text.replace(before, after)
    return Stage.of(parse(text, "small.toml", catalog.load()))


def _people(cell: str) -> tuple[str, str]:
    """The change that makes people of a scripted cell."""
    line = f'party = "{cell}"\nanswers = [{{ says = "yes", after = "6 s" }}]'
    return line, f'party = "{cell}"\nwho = "person"'


@pytest.mark.parametrize("threads", ["1", "2"])
def test_the_same_seed_gives_the_same_root_in_another_process(
    usual: tuple[Run, list[records.Record]], threads: str
) -> None:
    """Whatever the number of threads."""
    names = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "GLASSHIELD_THREADS")
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env=os.environ | dict.fromkeys(names, threads) | {"PYTHONHASHSEED": threads},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [usual[0].root, str(usual[0].size)]


def test_another_seed_gives_another_root(
    stage: Stage, usual: tuple[Run, list[records.Record]]
) -> None:
    """Sensors measure otherwise."""
    other = Run(stage, 4)
    played(other)
    assert other.root != usual[0].root


def test_who_looks_changes_no_record(stage: Stage, usual: tuple[Run, list[records.Record]]) -> None:
    """The controller sees everything, and is in no record."""
    run = Run(stage, 3, audience=Audience.CONTROLLER_TOO)
    made = played(run)
    assert made == usual[1]
    assert run.pictures(CONTROLLER)


@pytest.mark.parametrize("withheld", [frozenset(), frozenset({"birch"})])
def test_decisions_alone_are_the_same_decisions(stage: Stage, withheld: frozenset[str]) -> None:
    """What parties are shown decides nothing, so many seeds go without it."""
    kinds = (
        records.Proposed,
        records.Asked,
        records.Answered,
        records.TimedOut,
        records.Decided,
        records.Engaged,
        records.Outcome,
        records.CameDown,
        records.Ended,
    )
    found = [
        [
            one
            for one in played(Run(stage, seed, Variant(withheld), audience=audience))
            if isinstance(one, kinds)
        ]
        for audience in (Audience.CELLS, Audience.DECISIONS)
        for seed in (3, 5)
    ]
    assert found[:2] == found[2:]


def test_a_run_tells_its_story(usual: tuple[Run, list[records.Record]]) -> None:
    """It begins, objects become known, somebody decides and acts, and it ends."""
    made = usual[1]
    assert isinstance(made[0], records.Begun)
    assert isinstance(made[-1], records.Ended)
    assert [one.second for one in made] == sorted(one.second for one in made)
    known = {one.viewer for one in records.of(made, records.Known)}
    assert known == {"aspen", "birch", "centre"}
    shots = records.of(made, records.Engaged)
    outcomes = records.of(made, records.Outcome)
    assert shots
    assert {one.shot for one in outcomes} == {one.shot for one in shots}
    ended = made[-1]
    flying = [one for one in records.of(made, records.CameDown) if one.end == "orbit"]
    assert (ended.threats, ended.hits + ended.leakers + len(flying)) == (2, 2)
    assert ended.shots == len(shots)


def test_what_a_party_withholds_reaches_nobody_else(stage: Stage) -> None:
    """It still sees it itself."""
    made = played(Run(stage, 3, Variant(frozenset({"birch"}))))
    known = records.of(made, records.Known)
    assert any(one.viewer == "birch" for one in known)
    others = [by for one in known if one.viewer != "birch" for by in one.by]
    assert others
    assert not [by for by in others if by.startswith("birch")]


def test_a_cut_link_parts_a_party_from_all_others(stage: Stage) -> None:
    """It gives nothing and gets nothing."""
    run = Run(stage, 3)
    run.act(Inject(second=4, cell=CONTROLLER, what="link-cut", name="birch"))
    known = records.of(played(run), records.Known)
    assert {by for one in known if one.viewer == "birch" for by in one.by} == {"birch/east"}
    assert not [one for one in known if one.viewer != "birch" and "birch/east" in one.by]


def test_a_sensor_that_fails_is_silent_until_it_returns() -> None:
    """What it measured before has arrived."""
    fails = '[[inject]]\nat = "100 s"\nwhat = "sensor-fails"\nname = "west"\n'
    early = _stage_of((fails, fails.replace("100 s", "4 s")))
    known = records.of(played(Run(early, 3)), records.Known)
    assert not [one for one in known if "aspen/west" in one.by]
    back = '\n[[inject]]\nat = "20 s"\nwhat = "sensor-returns"\nname = "west"\n'
    again = _stage_of((fails, fails.replace("100 s", "4 s") + back))
    known = records.of(played(Run(again, 3)), records.Known)
    assert [one for one in known if "aspen/west" in one.by]


def test_a_cell_that_never_answers_is_timed_out_and_the_procedure_holds() -> None:
    """Nobody shoots."""
    made = played(Run(_stage_of(_people("aspen")), 3, audience=Audience.DECISIONS))
    out = records.of(made, records.TimedOut)
    asked = {one.request: one for one in records.of(made, records.Asked)}
    assert out
    assert all(one.then == "hold" for one in out)
    assert all(one.second >= asked[one.request].until for one in out)
    assert not [one for one in records.of(made, records.Engaged) if one.party == "aspen"]
    assert {one.why for one in records.of(made, records.Decided)} <= {"timed-out", "withdrawn"}


def test_a_procedure_may_go_on_without_an_answer() -> None:
    """Then it is as if the cell had agreed."""
    stage = _stage_of(
        _people("aspen"),
        (
            "[sector.aspen]",
            '[procedure.decision]\nwait = "8 s"\nthen = "proceed"\n\n[sector.aspen]',
        ),
    )
    made = played(Run(stage, 3, audience=Audience.DECISIONS))
    assert records.of(made, records.TimedOut)
    assert records.of(made, records.Engaged)


def _keys(needed: int) -> tuple[str, str]:
    more = f"""[cell.aspen-battery]
name = "Aspen's battery"
party = "aspen"
answers = [{{ when = "key", says = "nothing" }}]

[[procedure.keys]]
party = "aspen"
cells = ["aspen-national", "aspen-battery"]
needed = {needed}
wait = "20 s"

[battery.south]"""
    return "[battery.south]", more


def test_two_keys_are_two() -> None:
    """One that never turns holds what needs two, and does not hold what needs one."""
    held = played(Run(_stage_of(_keys(2)), 3, audience=Audience.DECISIONS))
    assert not records.of(held, records.Engaged)
    assert "timed-out" in {one.why for one in records.of(held, records.Decided)}
    free = played(Run(_stage_of(_keys(1)), 3, audience=Audience.DECISIONS))
    assert records.of(free, records.Engaged)


def test_people_answer_what_they_are_asked_once_and_in_time() -> None:
    """Everything else is refused, and changes nothing."""
    stage = _stage_of(_people("aspen"))
    run = Run(stage, 3)
    asked: list[records.Asked] = []
    while not asked:
        asked = records.of(run.step(), records.Asked)
    one = asked[0]

    def refused(code: str, action: Answer | Inject | Say) -> None:
        with pytest.raises(Refused) as error:
            run.act(action)
        assert error.value.code == code

    def answer(second: int, cell: str, request: int) -> Answer:
        return Answer(second=second, cell=cell, request=request, says="yes")

    soon = run.second + 4
    refused("unknown", answer(soon, "aspen-national", 999))
    refused("not-yours", answer(soon, "birch-national", one.request))
    refused("late", answer(run.second, "aspen-national", one.request))
    refused("late", answer(one.until + 1, "aspen-national", one.request))
    refused("unknown", Say(second=soon, cell="nobody", text="?"))
    refused("unknown", Inject(second=soon, cell=CONTROLLER, what="sensor-fails", name="south"))
    refused("not-yours", Inject(second=soon, cell="aspen-national", what="withholds", name="birch"))
    run.act(answer(soon, "aspen-national", one.request))
    refused("answered", answer(soon, "aspen-national", one.request))
    rest = played(run)
    assert [each.request for each in records.of(rest, records.Answered)] == [one.request]
    assert [each.decision for each in records.of(rest, records.Decided)].count("engage") == 1
    refused("over", Say(second=9999, cell=CONTROLLER, text="too late"))


def test_luck_belongs_to_the_shot() -> None:
    """A run in which one thing is other meets the same luck elsewhere."""
    stage = Stage.of(small.exercise())
    for seed in range(3, 6):
        usual = _drawn(played(Run(stage, seed, audience=Audience.DECISIONS)))
        later = Run(stage, seed, audience=Audience.DECISIONS)
        later.act(Inject(second=200, cell=CONTROLLER, what="link-cut", name="birch"))
        other = _drawn(played(later))
        same = usual.keys() & other.keys()
        assert same
        assert [usual[key] for key in same] == [other[key] for key in same]


def _drawn(made: list[records.Record]) -> dict[tuple[str, int], str]:
    """What came of the first, second ... drawn shot at each flight."""
    found: dict[tuple[str, int], str] = {}
    for one in records.of(made, records.Outcome):
        if one.result != "wasted":
            number = sum(1 for flight, _ in found if flight == one.flight)
            found[one.flight, number] = one.result
    return found


def test_a_flight_in_reserve_flies_when_somebody_makes_it() -> None:
    """At the second at which he does."""
    more = """[flight.more]
missile = "mrbm"
from_deg = [20.0, -30.0]
to_deg = [26.5, -28.0]
reserve = true

[[inject]]"""
    stage = _stage_of(("[[inject]]", more))
    run = Run(stage, 3)
    played(run)
    assert run.ended is not None
    assert run.ended.flights == 2
    run = Run(stage, 3)
    run.act(Inject(second=60, cell=CONTROLLER, what="launch", name="more"))
    made = played(run)
    assert run.ended is not None
    assert run.ended.flights == 3
    known = [one for one in records.of(made, records.Known) if one.flight == "more"]
    assert known
    assert min(one.second for one in known) > 60


def test_scripted_cells_withhold_for_a_while() -> None:
    """While they do, others get nothing from them."""
    name = 'name = "Birch\'s national cell"\n'
    span = 'withholds = [{ since = "4 s", until = "160 s" }]\n'
    stage = _stage_of((name, name + span))
    made = played(Run(stage, 3))
    told = [(one.what, one.second) for one in records.of(made, records.Injected)]
    assert ("withholds", 4) in told
    assert ("releases", 160) in told
    with_birch = [
        one.second
        for one in records.of(made, records.Known)
        if one.viewer == "centre" and "birch/east" in one.by
    ]
    assert not [second for second in with_birch if second < 160]


def test_a_sensor_with_few_looks_sees_what_its_tasks_name() -> None:
    """It attends to one object a look; without tasks it would see both all the time."""
    few = 'range = "1100 km"\nlooks = "1 1/s"'
    stage = _stage_of(('range = "1100 km"', few), ("count = 2", "count = 3"))
    made = played(Run(stage, 3, audience=Audience.DECISIONS))
    tasks = records.of(made, records.Task)
    assert tasks
    assert {one.sensor for one in tasks} == {"birch/east"}
    assert {len(one.objects) for one in tasks} > {1}
    wanted = {
        0: ("no object to look at first", "не получает объектов"),
        1: ("looks at object ", "на объект "),
    }
    for one in tasks:
        (why,) = one.why
        en, ru = wanted.get(len(one.objects), ("looks at objects ", "на объекты "))
        assert en in why.en
        assert ru in why.ru
        assert "–" not in why.en + why.ru
