"""What parties that plan for themselves did wrong once: on what they had not heard, or too long."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glasshield import catalog
from glasshield.exercise import records
from glasshield.exercise.actions import Inject
from glasshield.exercise.pictures import Audience
from glasshield.exercise.post import renewed
from glasshield.exercise.reading import parse, read_exercise
from glasshield.exercise.records import CENTRE, CONTROLLER, Record
from glasshield.exercise.run import Run, Variant, played
from glasshield.exercise.world import Stage
from tests.exercise import small
from tests.exercise.test_alone import BATTERY, FAILS

FACTS = catalog.load()
ASPEN = 'name = "Aspen\'s national cell"\nparty = "aspen"\nanswers = [{ says = "yes"'
EAST = 'range = "1100 km"'
BIRCH = 'party = "birch"\nanswers = [{ says = "yes", after = "6 s" }]'


def _stage(*changes: tuple[str, str]) -> Stage:
    """Both are armed, and all shots at what flies at them miss."""
    text = small.TEXT.replace(FAILS, "").replace("[battery.south]", BATTERY)
    for before, after in (("hit_probability = 0.6", "hit_probability = 0.001"), *changes):
        assert before in text, "the small exercise has changed"
        text = text.replace(before, after)
    return Stage.of(parse(text, "alone.toml", FACTS))


def _run(
    stage: Stage, injects: Sequence[tuple[int, str, str]], withheld: Sequence[str] = ()
) -> list[Record]:
    run = Run(stage, 3, Variant(frozenset(withheld)), audience=Audience.DECISIONS)
    for second, what, name in injects:
        run.act(Inject(second=second, cell=CONTROLLER, what=what, name=name))  # type: ignore[arg-type]
    return played(run)


def _proposed(made: Sequence[Record], viewer: str, after: int = 0) -> list[records.Proposed]:
    """What a post proposes to Birch, of the flight at it."""
    return [
        one
        for one in records.of(made, records.Proposed)
        if (one.viewer, one.party, one.flight) == (viewer, "birch", "second") and one.second > after
    ]


def test_regress_a_cut_party_plans_again_after_its_shots_missed() -> None:
    """What the centre proposed before the cut is over with the last shot of it."""
    made = _run(_stage(), [(200, "link-cut", "birch")])
    missed = [one for one in records.of(made, records.Outcome) if one.flight == "second"]
    assert {one.viewer for one in missed} == {CENTRE}
    assert _proposed(made, "birch", after=missed[0].second)


def test_regress_no_interceptor_stays_reserved_for_a_plan_that_is_over() -> None:
    """A cut party has nothing else to shoot at than it planned for, and shoots all that it has."""
    text = read_exercise("raid-two-sectors", FACTS).text
    for before, after in (("count = 10", "count = 12"), ("= 0.7", "= 0.01")):
        assert before in text, "the raid has changed"
        text = text.replace(before, after)
    made = _run(Stage.of(parse(text, "raid.toml", FACTS)), [(250, "link-cut", "birch")])
    left = [one.left for one in records.of(made, records.Engaged) if one.party == "birch"]
    assert min(left) == 0


def test_regress_a_cut_party_does_not_know_what_others_do() -> None:
    """It does the same whether or not another acts of whose part it has not heard."""
    found = []
    for says in ("yes", "no"):
        stage = _stage(
            (ASPEN, ASPEN.replace("yes", says)),
            (EAST, EAST + '\nstart = "124 s"'),
            ("count = 4", "count = 20"),
        )
        made = _run(stage, [(4, "link-cut", "birch")])
        kinds = records.Proposed | records.Decided | records.Engaged
        found.append(
            [
                (type(one), one.second, one.object, one.flight)
                for one in made
                if isinstance(one, kinds) and one.viewer == "birch"
            ]
        )
    assert found[0] == found[1]
    first = _proposed(made, "birch")[0]
    assert any(
        one.second < first.second
        for one in records.of(made, records.Proposed)
        if (one.viewer, one.party, one.flight) == (CENTRE, "aspen", "second")
    )


def test_regress_what_a_party_sees_no_more_is_not_left_to_it() -> None:
    """The centre sees it still, and proposes it again."""
    rule = 'from = "aspen"\nto = ["birch", "centre"]'
    stage = _stage((rule, rule.replace('"birch", ', "")))
    made = _run(stage, [(200, "sensor-fails", "east")], ["birch"])
    assert any(one.why == "own-plan" for one in records.of(made, records.Decided))
    assert any(one.shots for one in _proposed(made, CENTRE, after=200))
    still = _run(stage, [], ["birch"])
    assert not any(one.shots for one in _proposed(still, CENTRE, after=200))


def test_regress_what_was_withdrawn_is_planned_for_again() -> None:
    """By a party whose link is cut once more, before it had decided."""
    stage = _stage((BIRCH, BIRCH.replace("6 s", "18 s")))
    cut, restored = "link-cut", "link-restored"
    made = _run(stage, [(4, cut, "birch"), (138, restored, "birch"), (144, cut, "birch")])
    own = [one for one in records.of(made, records.Decided) if one.viewer == "birch"]
    assert [(one.decision, one.why) for one in own] == [("hold", "withdrawn"), ("engage", "agreed")]
    assert own[0].second < _proposed(made, "birch")[1].second < own[1].second
    assert any(one.viewer == "birch" for one in records.of(made, records.Engaged))


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ({1: 7}, {2: 7}, {2: 7}),
        ({1: 7}, {1: 8}, {1: 8}),
        ({1: 7}, {2: 8}, {1: 7, 2: 8}),
        ({1: 7, 2: 8}, {1: 8}, {1: 8}),
    ],
)
def test_regress_one_number_stands_for_one(
    before: dict[int, int], now: dict[int, int], found: dict[int, int]
) -> None:
    """Of the centre's numbers; what is not seen now is remembered."""
    assert renewed(before, now) == found
