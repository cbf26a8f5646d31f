"""Claims judged under several sets of assumptions, from records to the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from glasshield.assurance import judging
from glasshield.assurance.document import Document
from glasshield.assurance.judging import assure, judged
from glasshield.assurance.verdicts import Predicate
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import AssumptionSet, Claim, Setting
from glasshield.errors import InputError
from glasshield.workspace import Cache, Workspace
from tests.assurance.claims import ID, a_claim, a_setting, statement
from tests.assurance.formulas import SPEEDS, Formula, Values, a_set

SPEED, OTHER = SPEEDS[:2]
SHOT = f"claim.{ID}.passes.single_shot"
SHARE_TOL = 1e-9  # closed form
ROOT_TOL_KM_S = 1e-5  # the searched span is some km/s, closed in on to a millionth


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Cache(tmp_path_factory.mktemp("judging")))


def passing(at_least: float = 0.95, **parts: object) -> Claim:
    """Of a hundred missiles so many pass ten interceptors that fly one at each."""
    return a_claim(
        architecture="third-site-2007",
        passes={
            "raid": statement(100.0), "at_least": statement(at_least),
            "single_shot": statement(0.5), "shots_each": statement(1.0),
        },
        **parts,
    )  # fmt: skip


def shot(
    id: str, value: float, low: float | None = None, high: float | None = None
) -> AssumptionSet:
    """A set in which an interceptor hits with this probability."""
    ends = {"low": value if low is None else low, "high": value if high is None else high}
    return a_set(id, {SHOT: a_setting(value, "1", **ends)})


def speeds(id: str, **rest: Setting) -> AssumptionSet:
    keys = {"speed": SPEED, "other": OTHER}
    return a_set(id, {keys[name]: setting for name, setting in rest.items()})


@pytest.fixture
def formula(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is judged is a formula: seven less the speed, and half of the other one."""

    def measure(values: Values) -> float:
        return 7.0 - float(values[SPEED]) + 0.5 * float(values[OTHER])

    def made(claim: Claim, base: World, workspace: Workspace) -> Predicate:
        assert claim.id in base.catalog.claims
        assert workspace.catalog
        return Formula(measure, (SPEED, OTHER), falling=frozenset({SPEED}), band=0.3)

    monkeypatch.setattr(judging, "predicate", made)


OURS = speeds("ours", speed=a_setting(6.0, "km/s"), other=a_setting(0.0, "km/s"))
THEIRS = speeds("theirs", speed=a_setting(9.0, "km/s"), other=a_setting(0.0, "km/s"))
THIRD = speeds(
    "third", speed=a_setting(6.0, "km/s", low=5.5, high=9.0), other=a_setting(0.0, "km/s", high=0.2)
)


def test_a_claim_about_leakers_from_records_to_the_document(workspace: Workspace) -> None:
    document = assure(workspace, passing(), [shot("weak", 0.1), shot("strong", 0.9)])
    weak, strong = document.verdicts
    # Ten interceptors at a hundred: 1 - 10 p / 100 of them pass.
    assert weak.margin.value == pytest.approx(0.99 - 0.95, abs=SHARE_TOL)
    assert strong.margin.value == pytest.approx(0.91 - 0.95, abs=SHARE_TOL)
    assert (weak.verdict, strong.verdict, document.agreement) == ("holds", "fails", False)
    assert document.crux is not None
    assert document.crux.between == ("weak", "strong")
    assert document.crux.flip_sets == document.crux.flip_sets_back == ((SHOT,),)
    for row in document.crux.break_even:
        assert row.value == pytest.approx(0.5, abs=1e-5)
    assert document.sites[0].id == "redzikowo"
    assert document.flights == ()
    assert document.claim.predicate == "passes"
    rows = [(row.assumptions, row.parameter, row.states) for row in document.assumptions]
    assert rows == [("weak", SHOT, "0.1"), ("strong", SHOT, "0.9")]
    assert {row.catalogue for row in document.assumptions} == {"0.5"}


def test_the_document_is_the_same_every_time_and_survives_json(workspace: Workspace) -> None:
    sets = [shot("weak", 0.1, low=0.0, high=0.6), shot("strong", 0.9)]
    first = msgspec.json.encode(assure(workspace, passing(), sets))
    assert first == msgspec.json.encode(assure(workspace, passing(), sets))
    assert msgspec.json.encode(msgspec.json.decode(first, type=Document)) == first


def test_a_denied_claim_is_the_other_way_round(workspace: Workspace) -> None:
    claim = passing(assumptions=["us-2007"])
    held = workspace.holding(workspace.catalog.replaced({("claim", ID): claim}))
    denial = a_claim(id="denial", denies=ID)
    sets = [shot("weak", 0.1), shot("strong", 0.9)]
    document = assure(held, denial, sets)
    assert [row.verdict for row in document.verdicts] == ["fails", "holds"]
    assert (document.claim.denies, document.claim.predicate) == (ID, "passes")
    assert (document.claim.architecture, document.claim.id) == ("third-site-2007", "denial")
    assert document.crux is not None
    assert document.crux.flip_sets == ((SHOT,),)
    # Without sets it is judged with those of the claim that it denies.
    assert [row.assumptions for row in judged(held, denial)] == ["us-2007"]


@pytest.mark.usefixtures("formula")
def test_who_holds_and_who_fails_stand_first(workspace: Workspace) -> None:
    document = assure(workspace, passing(), [OURS, THIRD, THEIRS])
    assert [row.verdict for row in document.verdicts] == ["holds", "undecided", "fails"]
    assert document.crux is not None
    assert document.crux.between == ("ours", "theirs")
    assert [one.between for one in document.other_cruxes] == [
        ("third", "theirs"),
        ("ours", "third"),
    ]


@pytest.mark.usefixtures("formula")
def test_an_undecided_verdict_says_what_would_decide_it(workspace: Workspace) -> None:
    (row,) = judged(workspace, passing(), [THIRD])
    assert row.verdict == "undecided"
    assert (row.margin.low, row.margin.high) == (-2.0, 1.6)
    assert [effect.parameter for effect in row.would_decide] == [SPEED, OTHER]
    assert row.would_decide[0].margin == (1.5, -2.0)
    assert [effect.decides for effect in row.would_decide] == [True, False]
    decided = judged(workspace, passing(), [OURS])[0]
    assert decided.would_decide == ()


def test_a_quick_answer_that_is_another_one_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    hasty = Formula(lambda values: 7.0 - float(values[SPEED]), (SPEED,), thorough=-9.0)
    monkeypatch.setattr(judging, "predicate", lambda *_: hasty)
    ours, theirs = judged(workspace, passing(), [OURS, THEIRS])
    assert (ours.verdict, theirs.verdict) == ("fails", "fails")
    (sentence,) = ours.unanswered
    assert sentence.endswith("with which the crux is searched, it is holds")
    assert theirs.unanswered == ()


@pytest.mark.usefixtures("formula")
def test_sides_that_agree(workspace: Workspace) -> None:
    near = speeds("near", speed=a_setting(6.1, "km/s"), other=a_setting(0.0, "km/s"))
    far = speeds("far", speed=a_setting(2.0, "km/s"), other=a_setting(0.0, "km/s"))
    document = assure(workspace, passing(), [OURS, near, far])
    assert document.agreement
    assert document.crux is not None
    assert document.crux.between == ("near", "far")
    assert document.crux.flip_sets == ()
    assert document.other_cruxes == ()


@pytest.mark.usefixtures("formula")
def test_a_side_alone(workspace: Workspace) -> None:
    document = assure(workspace, passing(), [THIRD])
    assert document.agreement
    assert document.crux is not None
    assert document.crux.between == ("third",)
    assert [row.parameter for row in document.crux.sensitivity] == [SPEED, OTHER]


@pytest.mark.usefixtures("formula")
def test_progress_goes_from_nothing_to_all(workspace: Workspace) -> None:
    told: list[float] = []
    assure(workspace, passing(), [OURS, THEIRS], lambda done, _: told.append(done))
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_judged_is_what_assure_says(workspace: Workspace) -> None:
    sets = [shot("weak", 0.1), shot("strong", 0.9)]
    assert judged(workspace, passing(), sets) == assure(workspace, passing(), sets).verdicts


def test_the_input_hash_is_of_what_the_answer_stands_on(workspace: Workspace) -> None:
    def hash_of(claim: Claim, *sets: AssumptionSet, of: Workspace = workspace) -> str:
        return assure(of, claim, sets).program.input_hash

    first = hash_of(passing(), shot("weak", 0.1))
    assert first == hash_of(passing(), shot("weak", 0.1))
    assert first != hash_of(passing(0.9), shot("weak", 0.1))
    assert first != hash_of(passing(), shot("weak", 0.2))
    assert first != hash_of(passing(), shot("weaker", 0.1))
    other = workspace.overridden([("interceptor.gbi2.burnout_speed", "7km/s")])
    assert first != hash_of(passing(), shot("weak", 0.1), of=other)
    unrelated = workspace.overridden([("interceptor.thaad.burnout_speed", "2km/s")])
    assert first == hash_of(passing(), shot("weak", 0.1), of=unrelated)


@pytest.mark.parametrize(
    ("sets", "sentence"),
    [
        ([], "claim.tried: the claim names no assumptions of its own"),
        ([shot("one", 0.1), shot("one", 0.2)], "assumptions.one: two sets of assumptions have one"),
        ([a_set("one", {"interceptor.gbi2.speed": a_setting(7.0, "km/s")})],
         "assumptions.one: no fact of interceptor.gbi2 is called 'speed'"),
        ([shot("one", 1.5)],
         "assumptions.one.claim.tried.passes.single_shot: a share is at most one"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_one_sentence(
    workspace: Workspace, sets: list[AssumptionSet], sentence: str
) -> None:
    with pytest.raises(InputError) as refused:
        assure(workspace, passing(), sets)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_claim_that_denies_itself_is_refused(workspace: Workspace) -> None:
    with pytest.raises(InputError, match="denies itself"):
        judged(workspace, a_claim(denies=ID), [shot("one", 0.1)])


def test_the_cache_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    elsewhere = replace(workspace, cache=Cache(tmp_path / "not" / "there"))
    sets = [shot("weak", 0.1), shot("strong", 0.9)]
    assert assure(workspace, passing(), sets) == assure(elsewhere, passing(), sets)


@pytest.mark.kernels
def test_val_a_speed_breaks_even_at_the_least_speed_of_the_worst_flight(
    workspace: Workspace,
) -> None:
    """What would open a window (`shield.least_speed`) is what the search for a root finds."""
    flights = {"missile": "icbm-solid", "launches": ["tatishchevo"], "targets": ["washington"]}
    claim = a_claim(
        architecture="third-site-2007",
        cannot_reach={"flights": [flights]},
        band=statement(0.3, "km/s"),
    )
    slow = speeds("slow", speed=a_setting(4.5, "km/s"))
    fast = speeds("fast", speed=a_setting(9.0, "km/s"))
    document = assure(workspace, claim, [slow, fast])
    assert [row.verdict for row in document.verdicts] == ["holds", "fails"]
    assert document.crux is not None
    assert document.crux.flip_sets == document.crux.flip_sets_back == ((SPEED,),)
    for row, verdict in zip(document.crux.break_even, document.verdicts, strict=True):
        least = verdict.evidence[0].numbers["least_speed_km_s"]
        assert least is not None
        assert row.value == pytest.approx(least, abs=ROOT_TOL_KM_S)
        # Of a claim about one route the ends are those of the route.
        assert verdict.evidence[0].numbers["margin_low"] == verdict.margin.low
        assert verdict.evidence[0].numbers["margin_high"] == verdict.margin.high
        assert verdict.margin.value == pytest.approx(least - row.between[row.held_by == "fast"])
    (flight,) = document.flights
    assert flight.verdict == {"slow": "holds", "fast": "fails"}
    assert document.sites[0].interceptors == ("gbi2",)
