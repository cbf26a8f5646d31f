"""Where a shield could meet missiles: against the kernel's windows, and by brute force."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from glasshield.assurance.flightbook import APOGEE, Flightbook
from glasshield.assurance.outline import outline
from glasshield.assurance.outside import BEYOND_M, DirectedOutside, _Ground, _View
from glasshield.assurance.predicates import predicate
from glasshield.assurance.scene import Scene
from glasshield.assurance.sightings import Sightings
from glasshield.assurance.verdicts import Verdict
from glasshield.catalog.claims import Claim
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.shield.engagement import Tables
from glasshield.shield.rules import Bound
from glasshield.shield.windows import Targets, every_pair, find
from glasshield.workspace import Workspace
from tests.assurance.claims import a_claim, a_setting, a_word, base_world, statement

pytestmark = pytest.mark.kernels

# One sample of a flight is some 25 km of ground; the ladder's coarser table may close a window one
# sample before the battery's own table does.
WINDOW_TOL_KM = 30.0
# What a search may leave between itself and some thousand flights.
SEARCH_TOL_KM = 15.0

LAUNCHES = ["kozelsk", "tatishchevo", "dombarovsky"]
DELAY = "rules.kinematic.commit_delay"
SPEED = "interceptor.gbi2.burnout_speed"


@cache
def claim(region: str = "russia-european") -> Claim:
    flown: dict[str, Any] = {
        "missile": "icbm-solid",
        "launches": LAUNCHES,
        "targets": ["washington"],
        "apogee": statement(1.0, low=0.9, high=1.1),
    }
    return a_claim(
        architecture="third-site-2007",
        phases=["1"],
        directed_outside={"region": region, "flights": [flown]},
    )


@cache
def outside(region: str = "russia-european") -> DirectedOutside:
    found = predicate(claim(region), base_world(), Workspace.default())
    assert isinstance(found, DirectedOutside)
    return found


def by_the_kernel(flown: object, view: _View) -> float:
    """The least distance (km) of what the kernel's windows hold, and of what is then launched."""
    (phase,) = view.phases
    (battery,) = phase.batteries
    place = Tables(Workspace.default().cache).emplaced(battery, phase.rules)
    targets = Targets.sampled(
        flown.positions_ecef_m,  # type: ignore[attr-defined]
        4.0,
        burnout_s=flown.burnout_s,  # type: ignore[attr-defined]
        reentry_s=flown.reentry_s,  # type: ignore[attr-defined]
    )
    n = len(targets)
    commit_s = np.full(n, place.rules.commit_delay_s)
    windows = find(targets, [place], every_pair(1, n), commit_s)
    least = np.inf
    for row in np.flatnonzero(windows.found):
        first, last = int(np.ceil(windows.open_s[row] / 4)), int(windows.close_s[row] / 4)
        points = flown.positions_ecef_m[row, first : last + 1]  # type: ignore[attr-defined]
        lat, lon, _ = ecef_to_geodetic(points)
        start = flown.from_lat_rad[row : row + 1], flown.from_lon_rad[row : row + 1]  # type: ignore[attr-defined]
        least = min(least, view.outline.distance_m(lat, lon).min())
        least = min(least, view.outline.distance_m(*start).min())
    return float(least) / 1e3


@pytest.mark.parametrize("region", ["russia-european", "poland", "united-states-contiguous"])
def test_named_flights_are_met_where_the_kernel_meets_them(region: str) -> None:
    predicate = outside(region)
    world = base_world().with_settings({SPEED: a_setting(7.5, "km/s")})
    view = _View.at(claim(region), world, Bound.STATED)
    flown = predicate.cast.flown(view.pairs).flown
    expected = by_the_kernel(flown, view)
    assert np.isfinite(expected)
    assert predicate.margin(world) == pytest.approx(expected, abs=WINDOW_TOL_KM)


def test_a_launch_inside_counts_as_soon_as_there_is_a_window_anywhere() -> None:
    """Kozelsk lies 200 km inside Russia; the intercepts lie far outside it."""
    finding = outside().finding(base_world().with_settings({SPEED: a_setting(9.0, "km/s")}))
    worst = finding.worst
    assert worst is not None
    assert worst.numbers["launch_from_region_km"] < -100.0
    assert worst.numbers["intercept_from_region_km"] > 100.0
    assert finding.margin.value == worst.numbers["margin"] < 0.0
    assert finding.margin.verdict is Verdict.FAILS
    assert (worst.site, worst.interceptor) == ("redzikowo", "gbi2")


def test_what_reaches_nothing_threatens_nobody() -> None:
    slow = base_world().with_settings({SPEED: a_setting(2.5, "km/s")})
    finding = outside().finding(slow)
    assert finding.margin.value == np.inf
    assert finding.margin.verdict is Verdict.HOLDS
    assert finding.worst is None
    assert finding.evidence == ()


def test_ends_run_from_the_better_shield_to_the_worse() -> None:
    delay = base_world().with_settings({DELAY: a_setting(250.0, "s", low=60.0, high=600.0)})
    worse, better = (outside("poland").margin(delay, bound) for bound in outside("poland").ends)
    assert worse <= outside("poland").margin(delay) <= better
    assert worse < better


def test_the_search_finds_what_brute_force_finds() -> None:
    world = base_world().with_settings({SPEED: a_setting(7.0, "km/s")})
    found = outside("poland")
    prepared = found.prepared([world])
    view = _View.at(claim("poland"), world, Bound.STATED)
    rng = np.random.default_rng(5)
    points = rng.random((1200, 5))
    points[::3, APOGEE] = -1.0
    pair = rng.integers(0, len(view.pairs), len(points))
    flown = Flightbook().fly(view.pairs, pair, points)
    many = view.distances_m(_Ground(Scene(Sightings(flown), found.ladders), view.outline))
    assert np.isfinite(many).any()
    assert prepared.margin(world) <= 1e-3 * many.min() + SEARCH_TOL_KM
    assert prepared.margin(world) <= found.margin(world)


def test_flights_without_a_window_rank_by_how_late_they_are_met() -> None:
    view_of = {}
    for delay_s in (500.0, 700.0):
        settings = {SPEED: a_setting(4.5, "km/s"), DELAY: a_setting(delay_s, "s")}
        view = _View.at(claim(), base_world().with_settings(settings), Bound.STATED)
        ground = _Ground(Scene(outside().cast.flown(view.pairs), outside().ladders), view.outline)
        view_of[delay_s] = view._guided_m(ground)
    late = view_of[700.0]
    assert (late > BEYOND_M).all()
    # What comes 200 s later is 200 km further from a window, where time is all that is missing.
    least = view_of[500.0].argmin()
    assert late[least] - view_of[500.0][least] == pytest.approx(200e3, abs=1.0)
    assert (late >= view_of[500.0]).all()


def test_quick_and_thorough_agree_where_it_is_prepared() -> None:
    world = base_world().with_settings({SPEED: a_setting(7.0, "km/s")})
    prepared = outside("poland").prepared([world])
    finding = outside("poland").finding(world)
    assert prepared.margin(world) == finding.margin.value
    margins = [case.numbers["margin"] for case in finding.evidence]
    assert margins == sorted(margins)
    assert finding.worst is not None
    assert finding.worst.numbers["margin"] == pytest.approx(finding.margin.value)


def test_its_keys_can_be_set() -> None:
    keys = outside().keys(base_world())
    assert {DELAY, SPEED, "rules.kinematic.cue", "region.russia-european"} <= set(keys)
    blind = base_world().with_settings({"rules.kinematic.sensor_at_intercept": a_word("required")})
    assert outside().margin(blind) >= outside().margin(base_world())


def test_the_region_of_a_party() -> None:
    """The same intercepts lie differently far from different regions."""
    world = base_world().with_settings({SPEED: a_setting(7.5, "km/s")})
    view = _View.at(claim("poland"), world, Bound.STATED)
    assert view.outline is outline(world.catalog.regions["poland"])
    assert outside("poland").margin(world) != outside("united-states-contiguous").margin(world)
