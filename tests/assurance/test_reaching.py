"""Claims about reach: the quick margin, the search, and both against the windows of `shield`."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import msgspec
import numpy as np
import pytest

from glasshield.assurance.flightbook import APOGEE, Flightbook, Pair
from glasshield.assurance.needs import Ladders, Needs, least_speeds_m_s
from glasshield.assurance.predicates import predicate
from glasshield.assurance.reaching import CannotReach, NoWorseThan
from glasshield.assurance.verdicts import Finding, Verdict, quick_margin
from glasshield.assurance.worlds import World
from glasshield.assurance.worst_case import Effort
from glasshield.catalog.claims import Claim, Setting
from glasshield.earth import sphere
from glasshield.errors import InputError
from glasshield.flight.aim import Targets as Aims
from glasshield.shield import least_speed
from glasshield.shield.architecture import deployments
from glasshield.shield.engagement import Sky, Tables
from glasshield.shield.flights import SAMPLE_STEP_S, fly_set
from glasshield.shield.reach import reach
from glasshield.shield.rules import Bound, Rules
from glasshield.shield.windows import Targets
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, a_word, base_world, holding, statement

pytestmark = pytest.mark.kernels

# What both ways of finding a least speed are stated to be right to.
SPEED_TOL_KM_S = 0.01
# A search resolves 10 m/s; flights of searches and of quick margins are the same flights.
SAME_TOL_KM_S = 1e-3

FIELDS = ("kozelsk", "tatishchevo", "dombarovsky")
CITIES = ("washington", "minot")
GBI = "interceptor.gbi2"
RULES = "rules.kinematic"
# Rules under which sensors have a say, and every other rule differs from the catalogue's.
SENSED = {
    f"{RULES}.cue": a_word("radar"),
    f"{RULES}.commit_delay": a_setting(100.0, "s", low=60.0, high=120.0),
    f"{RULES}.launch_in_boost": a_word("not-allowed"),
    f"{RULES}.sensor_at_intercept": a_word("required"),
    f"{RULES}.latest_intercept": a_setting(30.0, "s"),
    f"{RULES}.min_intercept_height": a_setting(150.0, "km"),
    f"{RULES}.max_ground_range": a_setting(2500.0, "km"),
}


def cannot_reach(**parts: object) -> Claim:
    """That the third site reaches none of six paths at least energy."""
    flights = {"missile": "icbm-solid", "launches": list(FIELDS), "targets": list(CITIES)}
    return a_claim(
        architecture="third-site-2007",
        phases=["1"],
        cannot_reach={"flights": [flights | parts]},
    )


def bent(low: float, high: float) -> Claim:
    return cannot_reach(apogee=statement(1.0, low=low, high=high))


@cache
def measured(claim: Claim) -> tuple[CannotReach, World]:
    world = holding(claim)
    found = predicate(claim, world, Workspace.default())
    assert isinstance(found, CannotReach)
    return found, world


def found_in(claim: Claim, settings: Mapping[str, Setting] | None = None) -> Finding:
    found, world = measured(claim)
    return found.finding(world.with_settings(settings or {}))


def least_by_path(finding: Finding) -> dict[tuple[str, str], float]:
    """The least speed of each path of a finding, km/s."""
    return {
        (str(case.launch), str(case.target)): case.numbers["least_speed_km_s"]
        for case in finding.evidence
    }


@pytest.mark.parametrize("settings", [{}, SENSED], ids=["kinematic", "with sensors"])
def test_the_margin_is_that_of_the_shield_of_the_same_facts(settings: dict[str, Setting]) -> None:
    """Against `shield.reach`: the same flights, rules and sensors, by another way."""
    workspace = Workspace.default()
    claim = cannot_reach()
    found, base = measured(claim)
    world = base.with_settings(settings)
    catalog = world.catalog
    ends = [
        (catalog.launches[field].position, catalog.regions[city].point)
        for field in FIELDS
        for city in CITIES
    ]
    aims = Aims(
        *(
            np.array(column)
            for column in zip(*((s.lat_rad, s.lon_rad) for s, _ in ends), strict=True)
        ),
        *(
            np.array(column)
            for column in zip(*((e.lat_rad, e.lon_rad) for _, e in ends if e), strict=True)
        ),
    )
    (phase,) = deployments(catalog, "third-site-2007", ["1"])
    sky = Sky(fly_set(catalog.missiles["icbm-solid"], aims, workspace.cache), catalog)
    (declared, *_) = reach(
        phase.batteries[0], sky, phase.sensors, phase.disputed_rules, Tables(workspace.cache)
    )
    expected = declared.least_speed_m_s / 1e3
    assert found.margin(world) == pytest.approx(expected.min() - 6.3, abs=SPEED_TOL_KM_S)
    # Cities are disks of 10 km, so a finding may lie a little below the flight to the middle.
    paths = itertools.product(FIELDS, CITIES)
    least = least_by_path(found.finding(world))
    for path, speed in zip(paths, expected, strict=True):
        if np.isfinite(speed):
            assert speed - 0.05 < least[path] <= speed + SPEED_TOL_KM_S


@pytest.mark.parametrize("sensed", [False, True])
@pytest.mark.parametrize(
    ("missile", "launches", "region"),
    [("icbm-solid", FIELDS, "washington"), ("irbm", ("semnan", "iran-northwest"), "poland")],
    ids=["far away", "down to the site"],
)
def test_two_ways_to_a_least_speed_agree_with_that_of_the_shield(
    missile: str, launches: tuple[str, ...], region: str, sensed: bool
) -> None:
    """Over flights of all shapes, some of which come down where fast interceptors still burn."""
    world = holding(cannot_reach()).with_settings(SENSED if sensed else {})
    facts = world.catalog
    pairs = [
        Pair(facts.missiles[missile], facts.launches[launch], facts.regions[region], (0.8, 1.2))
        for launch in launches
    ]
    pair = np.arange(60) % len(pairs)
    flown = Flightbook().fly(pairs, pair, np.random.default_rng(1).random((60, 5)))
    site = facts.sites["redzikowo"]
    rungs = Ladders(Workspace.default().cache).of(facts.interceptors["gbi2"], site)
    rules = Rules.stated(facts.rules["kinematic"], facts.interceptors["gbi2"])
    rules = replace(rules, min_height_m=20e3)
    commit = np.linspace(60.0, 400.0, 60)
    seen = np.ones(flown.height_m.shape, dtype=bool)
    seen[:, ::3] = False
    once = least_speeds_m_s(flown, rungs, site.position, rules, commit, seen)
    needs = Needs.of(flown, rungs, site.position)
    at = seen[needs.samples.flight, needs.samples.number]
    every = needs.each_m_s(rules, commit, at)
    np.testing.assert_allclose(once, every, rtol=1e-9)
    assert needs.least_m_s(rules, commit, at) == pytest.approx(every.min(), rel=1e-12)
    assert needs.floor_m_s <= every.min()
    where = (site.position.lat_rad, site.position.lon_rad, site.position.height_m)
    targets = Targets.sampled(
        flown.positions_ecef_m,
        SAMPLE_STEP_S,
        burnout_s=flown.burnout_s,
        reentry_s=flown.reentry_s,
        seen=seen,
    )
    of_shield = least_speed.least_speeds_m_s(rungs, targets, where, rules, commit)
    assert np.isfinite(of_shield).sum() > 20
    # Its samples are in single precision.
    np.testing.assert_allclose(every, of_shield, atol=1.0)


def test_prop_faster_interceptors_have_less_margin_by_as_much() -> None:
    found, world = measured(cannot_reach())
    margins = [
        found.margin(world.with_settings({f"{GBI}.burnout_speed": a_setting(speed, "km/s")}))
        for speed in (4.5, 6.3, 9.0)
    ]
    np.testing.assert_allclose(np.diff(margins), (-1.8, -2.7), atol=1e-9)


@pytest.mark.parametrize(
    ("key", "values", "unit"),
    [
        (f"{RULES}.commit_delay", (120.0, 180.0, 250.0, 350.0), "s"),
        (f"{RULES}.latest_intercept", (0.0, 60.0, 1100.0), "s"),
        (f"{RULES}.min_intercept_height", (100.0, 500.0, 1050.0), "km"),
        (f"{RULES}.max_ground_range", (4500.0, 3000.0, 2000.0, 900.0), "km"),
        (f"{GBI}.max_intercept_height", (2000.0, 800.0, 400.0), "km"),
    ],
)
def test_prop_a_stricter_rule_never_takes_margin_away(
    key: str, values: tuple[float, ...], unit: str
) -> None:
    """And at some value each of them bites."""
    found, world = measured(cannot_reach())
    free = {f"{GBI}.max_ground_range": a_setting(6000.0, "km")}
    margins = [
        found.margin(world.with_settings(free | {key: a_setting(value, unit)})) for value in values
    ]
    assert (np.diff(margins[: np.isfinite(margins).sum()]) >= -1e-9).all()
    assert margins[-1] > margins[0] + SPEED_TOL_KM_S


def test_words_of_rules_count() -> None:
    """To wait for the burnout, for a radar, or for a burning motor costs margin, each by itself."""
    found, world = measured(cannot_reach())
    early = {f"{RULES}.commit_delay": a_setting(60.0, "s")}
    margin = found.margin(world.with_settings(early))
    for key, word in (
        ("launch_in_boost", "not-allowed"),
        ("cue", "radar"),
        ("cue", "infrared"),
    ):
        stricter = early | {f"{RULES}.{key}": a_word(word)}
        assert found.margin(world.with_settings(stricter)) > margin + SPEED_TOL_KM_S


def test_prop_ends_enclose_the_stated_margin_and_searching_only_lowers_it() -> None:
    claim = bent(0.8, 1.2)
    found, world = measured(claim)
    for settings in ({}, SENSED):
        changed = world.with_settings(settings)
        finding = found.finding(changed)
        margin = finding.margin
        assert margin.low <= margin.value <= margin.high
        assert margin.value <= found.margin(changed) + 1e-9
        assert margin.value <= found_in(cannot_reach(), settings).margin.value + SPEED_TOL_KM_S
        assert finding.worst == finding.evidence[0]
        margins = [case.numbers["margin"] for case in finding.evidence]
        assert margins == sorted(margins)
        assert margins[0] == pytest.approx(margin.value, abs=SAME_TOL_KM_S)


def test_quick_and_thorough_agree_where_it_is_prepared() -> None:
    found, world = measured(bent(0.8, 1.2))
    worlds = [world, world.with_settings(SENSED)]
    prepared = found.prepared(worlds)
    for each in worlds:
        margin = prepared.finding(each).margin
        quick = [prepared.margin(each, bound) for bound in Bound]
        np.testing.assert_allclose(
            quick, (margin.value, margin.high, margin.low), atol=SAME_TOL_KM_S
        )


def test_worlds_that_agree_get_the_same_digits() -> None:
    found, world = measured(bent(0.8, 1.2))
    one, other = (found.finding(world.with_settings(dict(SENSED))) for _ in range(2))
    assert one == other


# A narrow window: only the highest flights, from one edge of the launch box, come so near so high.
NARROW = {
    f"{RULES}.min_intercept_height": a_setting(1135.0, "km"),
    f"{RULES}.commit_delay": a_setting(60.0, "s"),
    f"{GBI}.burnout_speed": a_setting(9.0, "km/s"),
}


def test_a_window_that_a_coarse_grid_misses_is_found() -> None:
    flights = {
        "missile": "slbm",
        "launches": ["barents-slbm"],
        "targets": ["washington"],
        "apogee": statement(1.0, low=0.8, high=1.2),
    }
    claim = a_claim(
        architecture="third-site-2007", phases=["1"], cannot_reach={"flights": [flights]}
    )
    found, base = measured(claim)
    world = base.with_settings(NARROW)
    assert np.isinf(found.margin(world))  # between the named places, bent to both ends
    finding = found.finding(world)
    assert finding.margin.verdict is Verdict.FAILS
    worst = finding.worst
    assert worst is not None
    # On a grid of 4 by 4 launches, 2 by 2 aims and 3 shapes no flight could be met at any speed.
    facts = world.catalog
    pair = Pair(
        facts.missiles["slbm"],
        facts.launches["barents-slbm"],
        facts.regions["washington"],
        (0.8, 1.2),
    )
    axes = [(np.arange(count) + 0.5) / count for count in (4, 4, 2, 2, 3)]
    points = np.array(list(itertools.product(*axes)))
    flown = Flightbook().fly([pair], np.zeros(len(points), dtype=int), points)
    site = facts.sites["redzikowo"]
    rungs = Ladders(Workspace.default().cache).of(facts.interceptors["gbi2"], site)
    rules = Rules.stated(facts.rules["kinematic"], facts.interceptors["gbi2"])
    commit = np.full(len(points), rules.commit_delay_s)
    assert flown.ok.all()
    assert np.isinf(least_speeds_m_s(flown, rungs, site.position, rules, commit)).all()
    # What was found begins within the stated box, near its edge, and rises high.
    box = facts.launches["barents-slbm"].position
    assert worst.launch_lat_rad is not None
    assert worst.launch_lon_rad is not None
    away = sphere.distance_m(box.lat_rad, box.lon_rad, worst.launch_lat_rad, worst.launch_lon_rad)
    assert 200e3 < away < 301e3
    assert worst.numbers["apogee_multiple"] > 1.1


HARDER = Effort(starts=256, rounds=4, contenders=6, chains=4, points=32)


@pytest.mark.parametrize("settings", [{}, SENSED], ids=["kinematic", "with sensors"])
def test_searching_harder_finds_nothing_that_matters(settings: dict[str, Setting]) -> None:
    """Ten times as many flights move no end of a margin by more than the stated resolution."""
    flights = [
        {"missile": missile, "launches": [launch], "targets": ["washington"]}
        | {"apogee": statement(1.0, low=0.8, high=1.2)}
        for missile, launch in (("icbm-solid", "tatishchevo"), ("slbm", "barents-slbm"))
    ]
    claim = a_claim(architecture="third-site-2007", phases=["1"], cannot_reach={"flights": flights})
    found, base = measured(claim)
    world = base.with_settings(settings)
    usual = found.finding(world)
    harder = replace(found, near=replace(found.near, effort=HARDER, ends_effort=HARDER)).finding(
        world
    )
    one_ends, other_ends = (
        (finding.margin.low, finding.margin.value, finding.margin.high)
        for finding in (usual, harder)
    )
    np.testing.assert_allclose(one_ends, other_ends, atol=SPEED_TOL_KM_S)
    for one, other in zip(usual.evidence, harder.evidence, strict=True):
        assert one.launch == other.launch
        least, less = (case.numbers["least_speed_km_s"] for case in (one, other))
        assert least == less or least == pytest.approx(less, abs=3.0 * SPEED_TOL_KM_S)


def test_flights_without_a_solution_are_said_and_not_guessed() -> None:
    finding = found_in(cannot_reach(launches=["kozelsk"], targets=["los-angeles", "washington"]))
    assert [case.target for case in finding.evidence] == ["washington"]
    (sentence,) = finding.unanswered
    assert sentence.endswith(": no flight comes down at Los Angeles from Kozelsk, Russia")


def test_a_claim_that_nothing_can_break_holds_without_a_worst_case() -> None:
    lame = {f"{GBI}.max_ground_range": a_setting(100.0, "km")}
    finding = found_in(cannot_reach(), lame)
    assert finding.margin.verdict is Verdict.HOLDS
    assert np.isinf(finding.margin.value)
    assert finding.worst is None
    assert len(finding.evidence) == len(FIELDS) * len(CITIES)


def growing(phases: list[str], **parts: object) -> tuple[NoWorseThan, World]:
    flights = {"missile": "icbm-solid", "launches": ["tatishchevo"], "targets": ["washington"]}
    claim = a_claim(
        architecture="epaa",
        phases=phases,
        no_worse_than={"flights": [flights | parts], "sites": ["redzikowo"]},
    )
    world = holding(claim)
    found = predicate(claim, world, Workspace.default())
    assert isinstance(found, NoWorseThan)
    return found, world


# Interceptors of the third phase in the place of those of the second, so that one ladder serves.
SAME = {
    "architecture.epaa.phases.2.batteries.0.site": a_word("redzikowo"),
    "architecture.epaa.phases.2.batteries.0.interceptor": a_word("sm3-2a"),
    "architecture.epaa.phases.2.batteries.1.site": a_word("redzikowo"),
    "architecture.epaa.phases.2.batteries.1.interceptor": a_word("sm3-2a"),
}
AT_180_S = {f"{RULES}.commit_delay": a_setting(180.0, "s")}
FAR = {
    "interceptor.sm3-2a.max_ground_range": a_setting(3000.0, "km"),
    "interceptor.sm3-2b.max_ground_range": a_setting(3000.0, "km"),
}


def fast(speed_km_s: float) -> dict[str, Setting]:
    return {"interceptor.sm3-2a.burnout_speed": a_setting(speed_km_s, "km/s")}


def test_the_phase_that_grows_is_named() -> None:
    """What reaches nothing counts as zero, so the margin of the first that reaches is its own.

    Phase 2 has nothing at all at the site that the claim names.
    """
    found, base = growing(["2", "3", "4"])
    world = base.with_settings(AT_180_S | FAR | fast(7.0))
    finding = found.finding(world)
    steps = {case.phase: case.numbers for case in finding.evidence}
    assert set(steps) == {"epaa-3", "epaa-4"}
    assert steps["epaa-3"]["phase_margin_km_s"] < 0.0
    assert finding.worst is not None
    assert finding.worst.phase == "epaa-3"
    assert finding.worst.interceptor == "sm3-2a"
    assert finding.margin.value == pytest.approx(steps["epaa-3"]["phase_margin_km_s"])
    assert finding.margin.verdict is Verdict.FAILS
    later = steps["epaa-4"]
    expected = later["phase_margin_km_s"] - steps["epaa-3"]["phase_margin_km_s"]
    assert later["margin"] == pytest.approx(expected)


def test_phases_with_the_same_batteries_do_not_grow() -> None:
    """Whatever the speed, and at both of its ends: it is the same interceptor in both phases."""
    found, base = growing(["2", "3"])
    speed = {"interceptor.sm3-2a.burnout_speed": a_setting(7.0, "km/s", low=6.5, high=7.5)}
    world = base.with_settings(SAME | AT_180_S | FAR | speed)
    assert found.margin(base.with_settings(SAME | AT_180_S | FAR | fast(4.5))) > 0.0
    assert [found.margin(world, bound) for bound in Bound] == pytest.approx([0.0, 0.0, 0.0])


def test_growth_has_the_same_ends_quickly_and_thoroughly() -> None:
    """An early launch helps both phases, so that reach grows most in between."""
    found, base = growing(["3", "4"])
    world = base.with_settings(
        FAR
        | fast(7.0)
        | {
            "interceptor.sm3-2b.burnout_speed": a_setting(7.01, "km/s"),
            f"{RULES}.commit_delay": a_setting(300.0, "s", low=120.0, high=350.0),
        }
    )
    thorough = found.finding(world).margin
    quick = quick_margin(found.prepared([world]), world, band=0.0)
    assert thorough.value == pytest.approx(thorough.low, abs=SAME_TOL_KM_S)
    assert thorough.verdict is quick.verdict is Verdict.UNDECIDED
    assert (quick.low, quick.high) == pytest.approx(
        (thorough.low, thorough.high), abs=SAME_TOL_KM_S
    )


def test_a_phase_without_interceptors_reaches_nothing() -> None:
    found, base = growing(["4", "2"])
    world = base.with_settings(AT_180_S | FAR)
    finding = found.finding(world)
    assert np.isinf(finding.margin.value)
    assert finding.worst is None
    (case,) = finding.evidence
    assert (case.phase, case.site, case.interceptor) == ("epaa-2", None, None)


def test_growth_needs_two_phases() -> None:
    with pytest.raises(InputError, match="nothing can grow"):
        growing(["4"])


def test_a_claim_about_some_sites_looks_at_no_others() -> None:
    flights = {"missile": "icbm-solid", "launches": ["tatishchevo"], "targets": ["washington"]}
    claim = a_claim(
        architecture="epaa",
        phases=["3"],
        cannot_reach={"flights": [flights], "sites": ["redzikowo"]},
    )
    found, world = measured(claim)
    assert {case.site for case in found.finding(world).evidence} == {"redzikowo"}
    nowhere = a_claim(
        architecture="epaa",
        phases=["3"],
        cannot_reach={"flights": [flights], "sites": ["brdy"]},
    )
    with pytest.raises(InputError, match="interceptors there"):
        measured(nowhere)


@pytest.mark.parametrize("cue", ["radar", "infrared"])
def test_what_waits_for_a_cue_that_nothing_gives_reaches_nothing(cue: str) -> None:
    """A world between two parties may have one's rules and the other's sensors, or none."""
    plan = base_world().base.architectures["third-site-2007"]
    blind = msgspec.structs.replace(
        plan, phases=tuple(msgspec.structs.replace(one, sensors=()) for one in plan.phases)
    )
    claim = cannot_reach()
    base = holding(claim).base.replaced({("architecture", blind.id): blind})
    found = predicate(claim, World.of(base), Workspace.default())
    assert np.isfinite(found.margin(World.of(base)))
    waiting = World.of(base).with_settings({f"{RULES}.cue": a_word(cue)})
    assert np.isinf(found.margin(waiting))
    finding = found.finding(waiting)
    assert np.isinf(finding.margin.value)
    assert finding.worst is None


def test_keys_name_what_the_margin_hangs_on() -> None:
    found, world = measured(cannot_reach())
    plain = set(found.keys(world))
    assert {f"{GBI}.burnout_speed", f"{RULES}.commit_delay", "missile.icbm-solid", GBI} <= plain
    assert not any(key.startswith("radar.") for key in plain)
    sensed = set(found.keys(world.with_settings(SENSED)))
    assert plain < sensed
    assert {"radar.emr.detection_range", "radar.tpy2.detection_range"} <= sensed
    for key in sensed:
        kind, id, _ = world.catalog.split(key)
        assert id in world.catalog.of_kind(kind)


def test_keys_of_sensors_move_the_margin_where_rules_ask_for_them() -> None:
    """A radar that sees nothing leaves a shield that waits for radars without any window."""
    found, world = measured(cannot_reach())
    blind = SENSED | {
        key: a_setting(1.0, "km")
        for key in found.keys(world.with_settings(SENSED))
        if key.endswith(".detection_range")
    }
    assert np.isinf(found.margin(world.with_settings(blind)))
    assert np.isfinite(found.margin(world.with_settings(SENSED)))


def test_the_square_fills_the_disk_of_a_launch_area_evenly() -> None:
    facts = holding(cannot_reach()).catalog
    pair = Pair(
        facts.missiles["slbm"], facts.launches["barents-slbm"], facts.regions["minot"], (0.9, 1.1)
    )
    book = Flightbook()
    points = np.random.default_rng(2).random((400, 5))
    flown = book.fly([pair], np.zeros(400, dtype=int), points)
    at = pair.launch.position
    away = sphere.distance_m(at.lat_rad, at.lon_rad, flown.from_lat_rad, flown.from_lon_rad)
    assert away.max() <= 300e3 * (1.0 + 1e-9)
    # Half of an even disk lies beyond its radius over the square root of two.
    assert np.mean(away > 300e3 / np.sqrt(2.0)) == pytest.approx(0.5, abs=0.08)
    middle = book.fly([pair], np.zeros(1, dtype=int), np.full((1, 5), 0.5))
    assert middle.from_lat_rad[0] == pytest.approx(at.lat_rad)
    assert book.named([pair])[0, APOGEE] < 0.0
    np.testing.assert_array_equal(book.free([pair]), [[True] * 5])


def test_aims_in_a_region_of_countries_lie_on_its_land() -> None:
    facts = holding(cannot_reach()).catalog
    pair = Pair(facts.missiles["irbm"], facts.launches["semnan"], facts.regions["poland"])
    points = np.random.default_rng(3).random((200, 5))
    points[:, APOGEE] = -1.0
    flown = Flightbook().fly([pair], np.zeros(200, dtype=int), points)
    lat, lon = np.degrees(flown.to_lat_rad), np.degrees(flown.to_lon_rad)
    assert flown.ok.mean() > 0.95  # the far west lies at the end of its range
    assert (lat.min(), lat.max()) == pytest.approx((49.3, 54.6), abs=0.6)
    assert (lon.min(), lon.max()) == pytest.approx((14.5, 23.9), abs=0.8)
    assert len(np.unique(lat)) > 8
