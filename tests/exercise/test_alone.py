"""A party whose data the centre is not given plans for itself: on its picture, with its means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from glasshield import catalog
from glasshield.exercise import log, records
from glasshield.exercise.actions import Answer, Inject
from glasshield.exercise.errors import Refused
from glasshield.exercise.folders import read_folder
from glasshield.exercise.pictures import Audience
from glasshield.exercise.reading import parse
from glasshield.exercise.records import CENTRE, CONTROLLER, Record
from glasshield.exercise.run import Run, Variant, played
from glasshield.exercise.sharing import alone, may_be_alone
from glasshield.exercise.world import Stage
from tests.exercise import small

FACTS = catalog.load()
FAILS = '[[inject]]\nat = "100 s"\nwhat = "sensor-fails"\nname = "west"\n'
BATTERY = """[battery.north]
party = "birch"
interceptor = "sm3-1b"
position_deg = [26.0, -28.5]
count = 4
hit_probability = 0.6

[flight.second]
missile = "mrbm"
from_deg = [20.0, -29.0]
to_deg = [26.5, -28.0]
start = "20 s"

[battery.south]"""
WATER = """[region.water]
circle = { centre_deg = [26.0, -32.0], radius = "600 km" }

[procedure.consult]
wait = "12 s"

[region.birch-land]"""
Told = (records.Proposed, records.Asked, records.Decided, records.Engaged, records.Outcome)
Planned = records.Proposed | records.Asked | records.Decided | records.Engaged | records.Outcome


def _text(*changes: tuple[str, str]) -> str:
    text = small.TEXT.replace(FAILS, "")
    for before, after in changes:
        assert before in text, "the small exercise has changed"
        text = text.replace(before, after, 1)
    return text


def _stage(*changes: tuple[str, str]) -> Stage:
    return Stage.of(parse(_text(*changes), "alone.toml", FACTS))


@pytest.fixture(scope="module")
def both_armed() -> Stage:
    """Each party has a battery, a sensor, and something that flies at it."""
    return _stage(("[battery.south]", BATTERY))


@pytest.fixture(scope="module")
def over_another() -> Stage:
    """All that Aspen could meet it would meet above the territory of Birch."""
    return _stage(
        ('territory = ["birch-land"]', 'territory = ["birch-land", "water"]'),
        ("[region.birch-land]", WATER),
    )


def _run(
    stage: Stage,
    withheld: Sequence[str] = (),
    injects: Sequence[tuple[int, str, str]] = (),
    audience: Audience = Audience.DECISIONS,
    seed: int = 3,
) -> list[Record]:
    run = Run(stage, seed, Variant(frozenset(withheld)), audience=audience)
    for second, what, name in injects:
        run.act(Inject(second=second, cell=CONTROLLER, what=what, name=name))  # type: ignore[arg-type]
    return played(run)


def _of_posts(made: Sequence[Record]) -> list[Planned]:
    return [one for one in made if isinstance(one, Told)]


# Who plans for itself.


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ('from = "aspen"\nto = ["birch", "centre"]', 'from = "aspen"\nto = ["birch"]', {"aspen"}),
        ('sensors = ["all"]', 'sensors = ["west"]', set()),
        ('delay = "0 s"', 'delay = "2 s"', {"aspen"}),
        (
            'delay = "0 s"',
            'delay = "0 s"\nround = { position = "1 km", velocity = "9 m/s", time = "1 s" }',
            {"aspen"},
        ),
        ("name_sensors = true", "name_sensors = false", set()),
        ('kinds = ["tracks", "events"]', 'kinds = ["events"]', {"aspen"}),
        ('from = "birch"\nto = ["aspen", "centre"]', 'from = "birch"\nto = ["aspen"]', {"aspen"}),
        ('from = "birch"\nto = ["aspen", "centre"]', 'from = "birch"\nto = ["centre"]', set()),
        ("[battery.south]", BATTERY, set()),
    ],
)
def test_a_party_that_has_what_the_centre_has_not_plans_for_itself(
    before: str, after: str, found: set[str]
) -> None:
    """What it keeps, gives late or coarse, or is given alone; Birch has no battery here."""
    exercise = _stage((before, after)).exercise
    assert alone(exercise, exercise.rules) == found


def test_who_may_come_to_plan_for_itself_is_known_before(both_armed: Stage) -> None:
    """From the script and from what people will do."""
    exercise = both_armed.exercise
    cut = Inject(second=9, cell=CONTROLLER, what="link-cut", name="birch")
    assert may_be_alone(exercise, ()) == frozenset()
    assert may_be_alone(exercise, [cut]) == {"birch"}
    cell = 'name = "Birch\'s national cell"\n'
    span = 'withholds = [{ since = "4 s", until = "160 s" }]\n'
    armed = _stage(("[battery.south]", BATTERY), (cell, cell + span))
    assert may_be_alone(armed.exercise, ()) == {"birch"}


# What it does then.


def test_it_acts_on_its_own_radar(both_armed: Stage) -> None:
    """Where nobody shares, nobody else's data stand behind a shot, and the centre plans nothing."""
    made = _run(both_armed, ("aspen", "birch"), audience=Audience.CELLS)
    known = {(one.viewer, one.flight): one.by for one in records.of(made, records.Known)}
    shots = records.of(made, records.Engaged)
    assert {one.viewer for one in shots} == {"aspen", "birch"}
    for one in shots:
        assert {by.partition("/")[0] for by in known[one.viewer, one.flight]} == {one.viewer}
    assert not [one for one in _of_posts(made) if one.viewer == CENTRE]


def test_while_all_share_nobody_plans_for_itself(both_armed: Stage) -> None:
    """Every number is the centre's."""
    made = _run(both_armed)
    assert records.of(made, records.Engaged)
    assert {one.viewer for one in _of_posts(made)} == {CENTRE}


WITHHELD: list[tuple[str, ...]] = [(), ("aspen",), ("birch",), ("aspen", "birch")]
INJECTS: list[list[tuple[int, str, str]]] = [
    [],
    [(100, "withholds", "birch"), (180, "releases", "birch")],
    [(120, "link-cut", "aspen"), (200, "link-restored", "aspen")],
    [(130, "link-cut", "birch"), (150, "withholds", "aspen")],
]


@pytest.mark.parametrize("withheld", WITHHELD, ids=str)
@pytest.mark.parametrize("injects", INJECTS, ids=str)
def test_prop_a_post_of_a_party_has_its_own_means_alone(
    both_armed: Stage, withheld: tuple[str, ...], injects: list[tuple[int, str, str]]
) -> None:
    """Its own batteries, cells and sector; never more at an object at a time than is agreed."""
    made = _run(both_armed, withheld, injects)
    script = both_armed.exercise.script
    consulted: dict[int, tuple[str, ...]] = {}
    for one in _of_posts(made):
        if one.viewer == CENTRE:
            continue
        own = both_armed.exercise.cells_of(one.viewer)
        if isinstance(one, records.Proposed):
            consulted[one.proposal] = one.over
            assert one.impact == one.viewer
            assert one.party in ("", one.viewer)
        if isinstance(one, records.Engaged):
            assert one.party == script.battery[one.battery].party == one.viewer
        if isinstance(one, records.Asked):
            assert one.by == one.viewer
            assert one.cell in own or one.what == "consultation"
        if not isinstance(one, records.Asked | records.Outcome) and not consulted[one.proposal]:
            assert set(one.to) <= {CONTROLLER, *own}
    assert most_at_once(made) <= script.procedure.shots_each
    spent = Counter(one.battery for one in records.of(made, records.Engaged))
    assert all(number <= script.battery[name].count for name, number in spent.items())


def most_at_once(made: Sequence[Record]) -> int:
    """The most interceptors of one party that were on their way to one flight, of all plans."""
    flying: Counter[tuple[str, str]] = Counter()
    shooter: dict[int, str] = {}
    most = 0
    for one in made:
        if isinstance(one, records.Engaged):
            shooter[one.shot] = one.party
            flying[one.party, one.flight] += 1
            most = max(most, flying[one.party, one.flight])
        elif isinstance(one, records.Outcome):
            flying[shooter[one.shot], one.flight] -= 1
    return most


def test_the_centre_is_told_where_it_proposes_what_a_party_does_already(both_armed: Stage) -> None:
    """Then it leaves the object to the party until that has nothing left to do."""
    injects = [(4, "link-cut", "aspen"), (170, "link-restored", "aspen")]
    made = _run(both_armed, injects=injects)
    own = [one for one in records.of(made, records.Decided) if one.why == "own-plan"]
    assert own
    for one in own:
        assert (one.viewer, one.party, one.decision) == (CENTRE, "aspen", "hold")
        shots = [shot for shot in records.of(made, records.Engaged) if shot.flight == one.flight]
        assert {shot.viewer for shot in shots} == {"aspen"}


# Consent, and links that are cut.


def test_consent_is_needed_and_asked_for(over_another: Stage) -> None:
    """A party that withholds its data can still ask."""
    made = _run(over_another, ("aspen", "birch"))
    asked = [one for one in records.of(made, records.Asked) if one.what == "consultation"]
    assert {(one.viewer, one.cell) for one in asked} == {("aspen", "birch-national")}
    agreed = {one.request: one.second for one in records.of(made, records.Answered)}
    first = min(agreed[one.request] for one in asked)
    assert min(one.second for one in records.of(made, records.Engaged)) >= first


@pytest.mark.parametrize("cut", ["aspen", "birch"])
@pytest.mark.parametrize("second", [4, 124])
def test_prop_nothing_leaves_over_another_without_consent(
    over_another: Stage, cut: str, second: int
) -> None:
    """Across a cut link nobody hears a question, and no answer comes."""
    made = _run(over_another, injects=[(second, "link-cut", cut)])
    asked = [one for one in records.of(made, records.Asked) if one.what == "consultation"]
    assert asked
    assert not {one.request for one in asked} & {
        one.request for one in records.of(made, records.Answered)
    }
    assert {one.request for one in asked} == {
        one.request for one in records.of(made, records.TimedOut)
    }
    assert all("birch-national" not in one.to for one in asked if one.second > second)
    assert not records.of(made, records.Engaged)


def test_the_centre_proposes_nothing_to_whom_it_does_not_reach(both_armed: Stage) -> None:
    """It says so, to those who hear it."""
    made = _run(both_armed, injects=[(4, "link-cut", "aspen")])
    cells = set(both_armed.exercise.cells_of("aspen"))
    for one in _of_posts(made):
        if one.viewer == CENTRE:
            assert not cells & set(one.to)
            assert getattr(one, "party", "birch") != "aspen"
    said = [one.why.en for one in records.of(made, records.Proposed) if one.impact == "aspen"]
    assert any("its link is cut" in why for why in said)


def test_sensors_behind_a_cut_link_keep_their_tasks() -> None:
    """What the centre plans does not reach them."""
    few = 'range = "1100 km"\nlooks = "1 1/s"'
    stage = _stage(('range = "1100 km"', few))
    assert records.of(_run(stage), records.Task)
    assert not records.of(_run(stage, injects=[(4, "link-cut", "birch")]), records.Task)


def test_people_are_told_that_no_answer_arrives(over_another: Stage) -> None:
    """And can answer what their own party asks them."""
    run = Run(over_another, 3)
    run.act(Inject(second=121, cell=CONTROLLER, what="link-cut", name="birch"))
    asked: list[records.Asked] = []
    while run.second < 124:
        asked += records.of(run.step(), records.Asked)
    (one,) = [each for each in asked if each.what == "consultation"]
    with pytest.raises(Refused, match="link is cut"):
        run.act(Answer(second=126, cell=one.cell, request=one.request, says="yes"))


# Numbers, and that everything is the same each time.


def test_numbers_are_of_one_picture(both_armed: Stage) -> None:
    """The same number may be two flights in two pictures, and is one in each."""
    made = _run(both_armed, injects=[(4, "link-cut", "birch")])
    flights: dict[tuple[str, int], set[str]] = {}
    for one in _of_posts(made):
        if not isinstance(one, records.Asked):
            flights.setdefault((one.viewer, one.object), set()).add(one.flight)
    assert {viewer for viewer, _ in flights} > {CENTRE}
    assert {len(found) for found in flights.values()} == {1}


def test_where_a_post_has_its_objects(both_armed: Stage) -> None:
    """By the numbers in its records; who does not plan has none."""
    run = Run(both_armed, 3, Variant(frozenset({"aspen", "birch"})))
    made: list[Record] = []
    while run.second < 160:
        made += run.step()
    named = {one.object for one in records.of(made, records.Proposed) if one.viewer == "aspen"}
    assert named
    assert named <= run.objects("aspen").keys()
    assert run.objects() == {}
    assert run.objects("cedar") == {}


@pytest.mark.parametrize(
    ("withheld", "injects"),
    [
        (("aspen", "birch"), INJECTS[0]),
        ((), INJECTS[1]),
        ((), INJECTS[2]),
        (("birch",), INJECTS[3]),
    ],
    ids=str,
)
def test_decisions_alone_are_the_same_decisions(
    both_armed: Stage, withheld: tuple[str, ...], injects: list[tuple[int, str, str]]
) -> None:
    """Whose pictures are made beside changes nothing."""
    found = [
        [
            one
            for one in _run(both_armed, withheld, injects, audience)
            if not isinstance(one, records.Known | records.Told)
        ]
        for audience in (Audience.CELLS, Audience.DECISIONS)
    ]
    assert found[0] == found[1]


def test_what_was_not_foreseen_is_refused_where_the_picture_is_missing(both_armed: Stage) -> None:
    """It would have to be made from the beginning on."""
    run = Run(both_armed, 3, audience=Audience.DECISIONS)
    run.step()
    with pytest.raises(Refused, match="no picture of it was made"):
        run.act(Inject(second=100, cell=CONTROLLER, what="withholds", name="birch"))


def test_what_parties_plan_by_themselves_comes_again(both_armed: Stage, tmp_path: Path) -> None:
    """In a branch and in a run that goes on after a crash."""
    done = [Inject(second=60, cell=CONTROLLER, what="withholds", name="birch")]
    start = log.Start(Variant(frozenset({"aspen"})), done)
    whole = log.finished(log.begun(tmp_path / "one", both_armed, 3, start))
    there = read_folder(tmp_path / "one", FACTS)
    assert {one.viewer for one in _of_posts(there.records)} >= {"aspen", "birch"}
    log.finished(log.branch(there, 160, tmp_path / "two", both_armed))
    first, *rest = read_folder(tmp_path / "two", FACTS).records
    assert isinstance(first, records.Branched)
    assert rest == list(there.records)
    broken = log.begun(tmp_path / "three", both_armed, 3, start)
    while broken.run.second < 160:
        broken.keeping.step(broken.run.step())
    broken.keeping.close()
    resumed, _ = log.resumed(tmp_path / "three", FACTS)
    assert log.finished(resumed).root == whole.root


def test_the_pictures_of_others_are_left_out(both_armed: Stage) -> None:
    """Where all share, the centre's is made alone; otherwise those that somebody plans on."""
    for withheld, viewers in (((), {CENTRE}), (("birch",), {CENTRE, "birch"})):
        made = _run(both_armed, withheld)
        assert {one.viewer for one in records.of(made, records.Known)} == viewers
