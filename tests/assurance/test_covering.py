"""Defended shares: against the coverage of the floor below, by hand, and what must always hold."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from glasshield.assurance.consistent import phases
from glasshield.assurance.covering import Defends, HelpsHost
from glasshield.assurance.grounds import Ground
from glasshield.assurance.predicates import predicate
from glasshield.assurance.shares import Threat, barrages
from glasshield.assurance.verdicts import Verdict
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim, Share
from glasshield.errors import InputError
from glasshield.flight.aim import Targets as Aims
from glasshield.shield.coverage import Coverage, cover
from glasshield.shield.engagement import Sky, Tables
from glasshield.shield.flights import fly_set
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, base_world, holding, statement

pytestmark = pytest.mark.kernels

CATALOG = base_world().catalog
# The ladder's coarser tables may tell one cell of a hundred otherwise.
SHARE_TOL = 0.02
# Scan lines are closer in small cells: the same coast is measured a little otherwise.
WEIGHT_TOL = 0.01
ROUNDING = 1e-12

DELAY = "rules.standard.commit_delay"
SPEED = "interceptor.gbi2.burnout_speed"
FLIGHTS = [{"missile": "irbm", "launches": ["iran-northwest"], "targets": ["czechia"]}]
THIRD_SITE: dict[str, Any] = {"architecture": "third-site-2007", "phases": ["1"]}


@cache
def defending(shots: float = 1.0, of: str = "population") -> Claim:
    return a_claim(
        **THIRD_SITE,
        defends={
            "regions": ["czechia"],
            "flights": FLIGHTS,
            "at_least": statement(0.5),
            "shots": statement(shots),
            "of": of,
        },
    )


@cache
def defends(shots: float = 1.0, of: str = "population") -> Defends:
    found = predicate(defending(shots, of), base_world(), Workspace.default())
    assert isinstance(found, Defends)
    return found


def late(delay_s: float) -> World:
    """A world in which interceptors start so late that some of the country is lost."""
    return base_world().with_settings({DELAY: a_setting(delay_s, "s")})


@cache
def covered(delay_s: float) -> tuple[Coverage, Ground]:
    """The coverage of the same cells by the floor below, with tables of the very speed."""
    world = late(delay_s)
    ground = defends().land.fine.ground
    (phase,) = phases(defending(), world)
    start = world.catalog.launches["iran-northwest"].position
    aims = Aims(start.lat_rad, start.lon_rad, ground.lat_rad, ground.lon_rad)
    cache = Workspace.default().cache
    flights = fly_set(world.catalog.missiles["irbm"], aims, cache)
    sky = Sky(flights, world.catalog)
    return cover(phase, sky, np.arange(len(ground)), Tables(cache)), ground


@pytest.mark.parametrize("delay_s", [60.0, 540.0, 580.0, 610.0])
@pytest.mark.parametrize("shots", [1.0, 3.0])
def test_shares_are_those_of_the_coverage_below(delay_s: float, shots: float) -> None:
    coverage, ground = covered(delay_s)
    assert coverage.threatened.all()
    for bound in Bound:
        if shots > 1.0 and bound is not Bound.STATED:
            continue
        cells = coverage.defended[bound] if shots == 1.0 else coverage.shots >= shots
        expected = float(ground.weight @ cells / ground.weight.sum())
        found = 0.5 + defends(shots).margin(late(delay_s), bound)
        assert found == pytest.approx(expected, abs=SHARE_TOL)


def test_the_delays_above_tell_shares_apart() -> None:
    shares = [0.5 + defends().margin(late(delay_s)) for delay_s in (60.0, 560.0, 600.0)]
    assert shares[0] == pytest.approx(1.0, abs=ROUNDING)
    assert shares[0] > shares[1] > shares[2]


def test_area_and_people_are_weighed_apart() -> None:
    world = late(580.0)
    by_area, by_people = defends(of="area"), defends()
    assert by_area.land.fine.ground.weight.sum() == pytest.approx(78.9e9, rel=0.03)  # m2
    assert by_people.land.fine.ground.weight.sum() == pytest.approx(10.6e6, rel=0.05)
    assert by_area.margin(world) != by_people.margin(world)


@pytest.mark.parametrize("shots", [2.0, 4.0, 8.0])
def test_more_shots_are_never_had_in_more_places(shots: float) -> None:
    for delay_s in (560.0, 600.0):
        assert defends(shots).margin(late(delay_s)) <= defends(shots / 2).margin(late(delay_s))


def test_a_magazine_without_enough_interceptors_defends_nothing() -> None:
    count = "architecture.third-site-2007.phases.1.batteries.0.count"
    assert count in defends(3.0).keys(base_world())
    few = base_world().with_settings({count: a_setting(2.0)})
    assert defends(3.0).margin(few) == pytest.approx(-0.5, abs=ROUNDING)
    enough = base_world().with_settings({count: a_setting(3.0)})
    assert defends(3.0).margin(enough) > 0.0


def test_the_search_moves_the_launch_to_where_least_is_defended() -> None:
    world = late(560.0)
    prepared = defends().prepared([world])
    finding = defends().finding(world)
    assert prepared.margin(world) == finding.margin.value < defends().margin(world)
    worst = finding.worst
    assert worst is not None
    assert worst.numbers["margin"] == pytest.approx(finding.margin.value, abs=ROUNDING)
    assert worst.numbers["cell_km"] == 50.0
    place = CATALOG.launches["iran-northwest"].position
    assert (worst.launch_lat_rad, worst.launch_lon_rad) != (place.lat_rad, place.lon_rad)
    # A grid of other launches in the area leaves hardly less.
    shares = prepared.land.fine
    corners = np.array([[x, y, -1.0] for x in (0.0, 0.3, 0.7, 1.0) for y in (0.0, 0.5, 1.0)])
    pairs = barrages(defending().defends.flights, world.catalog)  # type: ignore[union-attr]
    (phase,) = phases(defending(), world)
    grid = shares.joined(np.zeros(len(corners), dtype=int), corners)
    least = np.nanmin(grid.defended(world.catalog, pairs, Threat(phase)))
    assert finding.margin.value <= least - 0.5 + SHARE_TOL


def test_ends_run_from_worse_to_better() -> None:
    finding = defends().finding(late(560.0))
    assert finding.margin.low <= finding.margin.value <= finding.margin.high


def test_where_nothing_can_fly_nothing_fails() -> None:
    short = a_claim(
        **THIRD_SITE,
        defends={
            "regions": ["czechia"],
            "flights": [FLIGHTS[0] | {"missile": "srbm"}],
            "at_least": statement(0.5),
        },
    )
    finding = predicate(short, base_world(), Workspace.default()).finding(base_world())
    assert finding.margin.value == np.inf
    name = CATALOG.launches["iran-northwest"].name
    assert [sentence.split(": ")[1] for sentence in finding.unanswered] == [
        f"no flight from {name} reaches the land"
    ]


def helping(site: str, **parts: Any) -> Claim:
    record = {
        "site": site,
        "region": "czechia",
        "flights": FLIGHTS,
        "at_least": statement(0.05),
    }
    return a_claim(**THIRD_SITE, helps_host=record | parts)


@cache
def helps(site: str) -> HelpsHost:
    found = predicate(helping(site), base_world(), Workspace.default())
    assert isinstance(found, HelpsHost)
    return found


def test_the_only_site_adds_all_that_is_defended() -> None:
    world = late(580.0)
    share = 0.5 + defends().margin(world)
    assert 0.05 < share < 1.0
    assert helps("redzikowo").margin(world) == pytest.approx(share - 0.05, abs=ROUNDING)
    worst = helps("redzikowo").finding(world).worst
    assert worst is not None
    assert worst.numbers["defended_share_without"] == 0.0
    assert worst.site == "redzikowo"


def test_a_site_that_adds_nothing_fails() -> None:
    world = late(900.0)
    finding = helps("redzikowo").finding(world)
    assert finding.margin.value == pytest.approx(-0.05, abs=ROUNDING)
    assert finding.margin.verdict is Verdict.FAILS


def test_a_radar_site_adds_what_its_radar_sees() -> None:
    """With the radar in Brdy gone the others still give cue and sight, or nothing does."""
    found = helps("brdy")
    margin = found.margin(base_world())
    (phase,) = phases(helping("brdy"), base_world())
    assert any(sensor.site == "brdy" for sensor in phase.sensors)
    pairs = barrages(helping("brdy").helps_host.flights, CATALOG)  # type: ignore[union-attr]
    whole = found.land.fine.defended(CATALOG, pairs, Threat(phase))
    assert -0.05 - ROUNDING <= margin <= whole.min() - 0.05 + ROUNDING


def test_ends_of_a_gain_hold_what_is_stated() -> None:
    """What a site adds is not monotone, so its ends are the least and the greatest of all."""
    for world in (base_world(), late(580.0)):
        worse, better = (helps("redzikowo").margin(world, bound) for bound in helps("brdy").ends)
        assert worse <= helps("redzikowo").margin(world) <= better


def test_the_least_gain_that_counts_stands_at_its_own_ends() -> None:
    """Wherever the gain itself is least, the claim is worst off when most of it is asked for."""
    own = "claim.tried.helps_host.at_least"
    world = holding(helping("redzikowo")).with_settings(
        {DELAY: a_setting(580.0, "s"), own: a_setting(0.05, low=0.01, high=0.25)}
    )
    found = predicate(helping("redzikowo"), holding(helping("redzikowo")), Workspace.default())
    point = world.with_settings({**world.settings, own: a_setting(0.0)})
    worse, better = found.ends
    gains = [found.margin(point, bound) for bound in (worse, better)]
    assert gains[0] < gains[1]
    assert found.margin(world, worse) == pytest.approx(gains[0] - 0.25, abs=ROUNDING)
    assert found.margin(world) == pytest.approx(found.margin(point) - 0.05, abs=ROUNDING)
    assert found.margin(world, better) == pytest.approx(gains[1] - 0.01, abs=ROUNDING)


def test_keys_of_the_claims_own_numbers() -> None:
    claim = helping("redzikowo")
    world = holding(claim)
    found = predicate(claim, world, Workspace.default())
    keys = found.keys(world)
    own = "claim.tried.helps_host.at_least"
    assert {own, SPEED, DELAY, "interceptor.gbi2"} <= set(keys)
    more = world.with_settings({own: a_setting(0.25)})
    assert found.margin(more) == pytest.approx(found.margin(world) - 0.2, abs=ROUNDING)


@pytest.mark.parametrize("share", Share)
def test_cells_are_as_small_as_their_number_allows(share: Share) -> None:
    regions = [CATALOG.regions["poland"]]
    fine, coarse = Ground.of(regions, share), Ground.of(regions, share, 20)
    assert fine.cell_m == 50e3
    assert coarse.cell_m > fine.cell_m
    assert len(coarse) <= 20 < len(fine)
    assert coarse.weight.sum() == pytest.approx(fine.weight.sum(), rel=WEIGHT_TOL)


def test_a_place_has_no_share() -> None:
    with pytest.raises(
        InputError, match=r"region\.warsaw: a defended share is counted on the land"
    ):
        Ground.of([CATALOG.regions["warsaw"]], Share.AREA)
