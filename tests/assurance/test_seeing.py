"""When the last flight is first seen: against the sensors' own floor, and by brute force."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from glasshield.assurance.cast import Cast
from glasshield.assurance.consistent import phases
from glasshield.assurance.flightbook import APOGEE, Flightbook, pairs_of
from glasshield.assurance.predicates import predicate
from glasshield.assurance.seeing import Sees, _Look
from glasshield.assurance.sightings import Sightings
from glasshield.assurance.verdicts import Verdict
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.flight.aim import Targets as Aims
from glasshield.sensing.sensors import Radar
from glasshield.shield.engagement import Sky
from glasshield.shield.flights import fly_set
from glasshield.shield.rules import Bound
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, base_world, holding, statement

pytestmark = pytest.mark.kernels

# Halvings of a sample step against a straight line over one: both within a hundredth of a step.
SIGHT_TOL_S = 0.1
# What a search may leave between itself and many thousand flights.
SEARCH_TOL_S = 1.0

FLIGHTS = [{"missile": "irbm", "launches": ["semnan"], "targets": ["warsaw", "rome"]}]
RANGE = "radar.tpy2.detection_range"


@cache
def claim(low: float = 1.0, high: float = 1.0) -> Claim:
    bent = {"apogee": statement(1.0, low=low, high=high)} if low < high else {}
    flights = [FLIGHTS[0] | bent]
    return a_claim(
        architecture="epaa",
        phases=["1"],
        sees={"flights": flights, "no_later_than": statement(120.0, "s")},
    )


@cache
def sees() -> Sees:
    found = predicate(claim(), base_world(), Workspace.default())
    assert isinstance(found, Sees)
    return found


def test_named_flights_are_seen_when_the_sensors_floor_says_so() -> None:
    catalog = base_world().catalog
    (phase,) = phases(claim(), base_world())
    start = catalog.launches["semnan"].position
    ends = [catalog.regions[region].point for region in ("warsaw", "rome")]
    aims = Aims(
        start.lat_rad,
        start.lon_rad,
        np.array([end.lat_rad for end in ends if end]),
        np.array([end.lon_rad for end in ends if end]),
    )
    flights = fly_set(catalog.missiles["irbm"], aims, Workspace.default().cache)
    sky = Sky(flights, catalog)
    for bound in Bound:
        last_s = sky.watch(phase.sensors, bound).cue_s(Radar).max()
        assert sees().margin(base_world(), bound) == pytest.approx(120.0 - last_s, abs=SIGHT_TOL_S)


def test_ends_and_unit() -> None:
    assert sees().unit == "s"
    worse, better = (sees().margin(base_world(), bound) for bound in sees().ends)
    # At the named launch the horizon decides, not the range; at its worse end the range does.
    assert worse <= sees().margin(base_world()) <= better


def test_the_search_finds_what_brute_force_finds() -> None:
    """Thousands of launches in the area and aims in the city: none is seen much later."""
    found = sees().prepared([base_world()])
    look = _Look.at(claim(), base_world(), Bound.STATED)
    rng = np.random.default_rng(11)
    points = rng.random((3000, 5))
    points[:, APOGEE] = -1.0
    pair = rng.integers(0, 2, len(points))
    many = look.margins_s(Sightings(Flightbook().fly(look.pairs, pair, points)))
    assert found.margin(base_world()) <= many.min() + SEARCH_TOL_S
    # And the named flights alone would have missed it.
    assert found.margin(base_world()) < sees().margin(base_world()) - 5.0


def test_quick_and_thorough_agree_where_it_is_prepared() -> None:
    prepared = sees().prepared([base_world()])
    finding = sees().finding(base_world())
    assert prepared.margin(base_world()) == finding.margin.value
    assert finding.worst is not None
    assert finding.worst.numbers["margin"] == finding.margin.value
    assert finding.margin.value == pytest.approx(120.0 - finding.worst.numbers["first_seen_s"])
    assert finding.margin.verdict is Verdict.FAILS
    assert [case.launch for case in finding.evidence] == ["semnan", "semnan"]
    margins = [case.numbers["margin"] for case in finding.evidence]
    assert margins == sorted(margins)


def test_the_worst_case_lies_where_it_says() -> None:
    """Flown anew from the case's own places, the flight is seen at the case's own time."""
    worst = sees().finding(base_world()).worst
    assert worst is not None
    look = _Look.at(claim(), base_world(), Bound.STATED)
    ends = [
        worst.launch_lat_rad, worst.launch_lon_rad, worst.target_lat_rad, worst.target_lon_rad,
    ]  # fmt: skip
    again = Flightbook().fly_to(look.pairs[0].missile, np.array([ends], dtype=float))
    margin = look.margins_s(Sightings(again))
    assert margin[0] == pytest.approx(worst.numbers["margin"], abs=SIGHT_TOL_S)


def test_bent_flights_stand_beside_straight_ones() -> None:
    bent = claim(low=0.8, high=1.2)
    cast = Cast.named(Flightbook(), pairs_of(bent.sees.flights, base_world().catalog))  # type: ignore[union-attr]
    assert sorted(cast.points[:, APOGEE]) == [-1.0, -1.0, 0.0, 0.0, 1.0, 1.0]
    found = predicate(bent, base_world(), Workspace.default())
    assert found.margin(base_world()) <= sees().margin(base_world())


def test_parties_see_differently_far() -> None:
    near, far = (
        base_world().with_settings({RANGE: a_setting(range_km, "km")}) for range_km in (500, 3000)
    )
    assert sees().margin(near) < sees().margin(base_world()) <= sees().margin(far)
    assert RANGE in sees().keys(base_world())


def test_a_flight_that_is_never_seen_fails_without_end() -> None:
    settings = {RANGE: a_setting(1.0, "km"), "radar.spy1.detection_range": a_setting(1.0, "km")}
    blind = base_world().with_settings(settings)
    finding = sees().finding(blind)
    assert finding.margin.value == -np.inf
    assert finding.margin.verdict is Verdict.FAILS
    assert finding.worst is not None
    assert finding.worst.numbers["first_seen_s"] == np.inf


def test_where_nothing_flies_nothing_is_seen_too_late() -> None:
    flights = [{"missile": "srbm", "launches": ["semnan"], "targets": ["rome"]}]
    far = a_claim(
        architecture="epaa",
        phases=["1"],
        sees={"flights": flights, "no_later_than": statement(120.0, "s")},
    )
    finding = predicate(far, base_world(), Workspace.default()).finding(base_world())
    assert finding.margin.value == np.inf
    assert finding.worst is None
    name = base_world().catalog.missiles["srbm"].name
    assert finding.unanswered == (f"{name}: no flight comes down at Rome from Semnan, Iran",)


def test_a_party_sets_the_time() -> None:
    world: World = holding(claim())
    later = world.with_settings({"claim.tried.sees.no_later_than": a_setting(5.0, "min")})
    found = predicate(claim(), world, Workspace.default())
    assert "claim.tried.sees.no_later_than" in found.keys(world)
    assert found.margin(later) == pytest.approx(found.margin(world) + 180.0)
