"""Claims that make no sense are refused in one sentence, and denials turn what is denied."""

from __future__ import annotations

from typing import Any

import pytest

from glasshield.assurance.consistent import phases
from glasshield.assurance.predicates import Denied, check, decided, predicate
from glasshield.assurance.verdicts import Verdict
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim, Setting
from glasshield.errors import GlasshieldError, InputError, RangeError, UnknownNameError
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, a_word, base_world, holding, statement

FLIGHTS = [{"missile": "icbm-solid", "launches": ["kozelsk"], "targets": ["washington"]}]
IRAN = {"missile": "irbm", "launches": ["semnan"]}
THIRD_SITE = {"architecture": "third-site-2007", "phases": ["1"]}


def reach(**parts: Any) -> Claim:
    return a_claim(**THIRD_SITE, cannot_reach={"flights": FLIGHTS} | parts)


def flown(**parts: Any) -> Claim:
    return reach(flights=[FLIGHTS[0] | parts])


def test_a_claim_that_makes_sense_passes() -> None:
    check(reach(), base_world())
    for claim in base_world().catalog.claims.values():
        check(decided(claim, base_world())[0], base_world())


def test_every_shipped_claim_passes_in_every_partys_world() -> None:
    catalog = base_world().catalog
    for claim in catalog.claims.values():
        judged, _ = decided(claim, base_world())
        for id in claim.assumptions:
            check(judged, base_world().with_settings(catalog.assumption_sets[id].values))


@pytest.mark.parametrize(
    ("claim", "error", "words"),
    [
        (flown(targets=["washingtown"]), UnknownNameError, "did you mean washington"),
        (flown(launches=["koselsk"]), UnknownNameError, "did you mean kozelsk"),
        (flown(missile="icbm-soild"), UnknownNameError, "did you mean icbm-solid"),
        (flown(missile="slbm"), InputError, "slbm is not flown from kozelsk; expected one of"),
        (flown(launches=[]), InputError, "flights of icbm-solid without launches"),
        (flown(targets=[]), InputError, "flights of icbm-solid without targets"),
        (flown(apogee=statement(1.0, low=0.0)), RangeError, "an apogee is a multiple above zero"),
        (reach(rules="kinetic"), UnknownNameError, "did you mean kinematic"),
        (reach(sites=["redzikovo"]), UnknownNameError, "did you mean redzikowo"),
        (
            a_claim(architecture="third-site-2008", cannot_reach={"flights": FLIGHTS}),
            UnknownNameError,
            "did you mean third-site-2007",
        ),
        (
            a_claim(
                **THIRD_SITE,
                directed_outside={"region": "europe-to-the-ural", "flights": FLIGHTS},
            ),
            UnknownNameError,
            "did you mean europe-to-the-urals",
        ),
        (
            a_claim(
                **THIRD_SITE,
                helps_host={
                    "site": "deveselu",
                    "region": "romania",
                    "flights": [IRAN | {"targets": ["romania"]}],
                    "at_least": statement(0.05),
                },
            ),
            InputError,
            "no phase of the claim has anything at deveselu",
        ),
        (
            a_claim(
                **THIRD_SITE,
                defends={
                    "regions": ["poland"],
                    "flights": [IRAN | {"targets": ["poland"]}],
                    "at_least": statement(95),
                },
            ),
            RangeError,
            "a share is at most one; got 95",
        ),
        (
            a_claim(
                **THIRD_SITE,
                defends={
                    "regions": ["poland"],
                    "flights": [IRAN | {"targets": ["romania"]}],
                    "at_least": statement(0.95),
                },
            ),
            InputError,
            "flights to romania say nothing of the defence of poland",
        ),
        (
            a_claim(
                **THIRD_SITE,
                defends={
                    "regions": ["warsaw"],
                    "flights": [IRAN | {"targets": ["warsaw"]}],
                    "at_least": statement(0.95),
                },
            ),
            InputError,
            "warsaw: a defended share is counted on the land of countries",
        ),
    ],
)
def test_a_claim_that_makes_no_sense_is_refused(
    claim: Claim, error: type[GlasshieldError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        predicate(claim, base_world(), Workspace.default())
    assert caught.value.exit_code == 2
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "setting", "words"),
    [
        (
            "rules.kinematic.min_intercept_height",
            a_setting(5000, "km"),
            "the least intercept height lies above the greatest of gbi2; got 5000 km",
        ),
        (
            "interceptor.gbi2.max_intercept_height",
            a_setting(50, "km"),
            "the least intercept height lies above the greatest of gbi2; got 100 km",
        ),
        (
            "interceptor.gbi2.burnout_speed",
            a_setting(-3, "km/s"),
            "no interceptor has this burnout speed; got -3 km/s",
        ),
        (
            "interceptor.gbi2.burnout_speed",
            a_setting(9, "km/s", low=8.5, high=25),
            "no interceptor has this burnout speed; got 25 km/s",
        ),
    ],
)
def test_a_party_that_contradicts_itself_is_refused(key: str, setting: Setting, words: str) -> None:
    world = base_world().with_settings({key: setting})
    with pytest.raises(InputError, match=words):
        check(reach(), world)


@pytest.mark.parametrize(
    ("sensors", "key", "word", "words"),
    [
        ("overhead-infrared", "cue", "radar", "wait for a radar's cue"),
        ("overhead-infrared", "sensor_at_intercept", "required", "a radar has to see"),
        ("emr-brdy", "cue", "infrared", "wait for an infrared cue"),
    ],
)
def test_rules_that_no_sensor_of_the_phase_can_keep(
    sensors: str, key: str, word: str, words: str
) -> None:
    base = base_world().base.override("architecture.third-site-2007.phases.1.sensors", sensors)
    world = World.of(base)
    check(reach(), world)
    with pytest.raises(InputError, match=f"{words}.*phase third-site-2007 has no"):
        check(reach(), world.with_settings({f"rules.kinematic.{key}": a_word(word)}))


def test_radars_that_wait_for_a_cue_that_nobody_gives() -> None:
    key = "architecture.third-site-2007.phases.1.sensors"
    world = World.of(base_world().base.override(key, "emr-brdy"))
    for rule, word in (("cue", "radar"), ("sensor_at_intercept", "required")):
        party = world.with_settings({f"rules.kinematic.{rule}": a_word(word)})
        with pytest.raises(InputError, match="finds a target by itself; got emr-brdy, which"):
            check(reach(), party)


def test_a_phase_without_a_radar_sees_nothing() -> None:
    claim = a_claim(**THIRD_SITE, sees={"flights": FLIGHTS, "no_later_than": statement(300, "s")})
    check(claim, base_world())
    key = "architecture.third-site-2007.phases.1.sensors"
    blind = World.of(base_world().base.override(key, "overhead-infrared"))
    with pytest.raises(InputError, match="no radar to see anything"):
        check(claim, blind)


def test_phases_carry_the_rules_they_are_judged_by() -> None:
    assert [phase.rules.id for phase in phases(reach(), base_world())] == ["kinematic"]
    assert [phase.rules.id for phase in phases(reach(rules="standard"), base_world())] == [
        "standard"
    ]
    defends = base_world().catalog.claims["epaa-3-defends-nato-europe"]
    assert [phase.rules.id for phase in phases(defends, base_world())] == ["standard"]


def denial(of: str, id: str = "denial") -> Claim:
    return a_claim(id=id, denies=of)


def test_a_denial_turns_margins_ends_and_verdict() -> None:
    of = "ten-interceptors-cannot-matter"
    claim = base_world().catalog.claims[of]
    inner = predicate(claim, base_world(), Workspace.default())
    outer = predicate(denial(of), base_world(), Workspace.default())
    assert isinstance(outer, Denied)
    assert outer.margin(base_world()) == -inner.margin(base_world())
    assert outer.ends == (Bound.PESSIMISTIC, Bound.OPTIMISTIC)
    assert outer.unit == inner.unit
    assert outer.keys(base_world()) == inner.keys(base_world())
    holds, fails = inner.finding(base_world()), outer.finding(base_world())
    assert (holds.margin.verdict, fails.margin.verdict) == (Verdict.HOLDS, Verdict.FAILS)
    assert (fails.margin.low, fails.margin.high) == (-holds.margin.high, -holds.margin.low)


def test_a_denial_of_a_denial_is_the_claim() -> None:
    once = denial("ten-interceptors-cannot-matter", "once")
    world = holding(once)
    judged, is_denied = decided(denial("once", "twice"), world)
    assert judged.id == "ten-interceptors-cannot-matter"
    assert not is_denied


def test_a_claim_that_denies_itself_is_refused() -> None:
    world = holding(denial("other", "one"))
    world = World.of(world.base.replaced({("claim", "other"): denial("one", "other")}))
    with pytest.raises(InputError, match="the claim denies itself; got one denies other denies"):
        predicate(denial("other", "one"), world, Workspace.default())
    with pytest.raises(UnknownNameError, match="no claim is called 'nothing'"):
        predicate(denial("nothing"), base_world(), Workspace.default())
