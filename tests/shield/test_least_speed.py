"""The least burnout speed, held to tables made at the speeds that it finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasshield import catalog
from glasshield.catalog.plans import AtIntercept, InBoost
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.flight import rockets
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Flights, Sampling
from glasshield.shield import flyout
from glasshield.shield.least_speed import (
    LADDER_M_S,
    LADDER_SPEC,
    Ladder,
    ladder,
    least_speeds_m_s,
    vehicles_at,
)
from glasshield.shield.rules import Rules
from glasshield.shield.windows import Emplacement, Targets, every_pair, find
from glasshield.workspace import Cache

pytestmark = pytest.mark.kernels

RECORDS = catalog.load()
SITE = RECORDS.sites["redzikowo"]
WHERE = (SITE.position.lat_rad, SITE.position.lon_rad, SITE.position.height_m)
# What is promised: a window above, none below, within so much of the speed that is found.
SPEED_TOL_M_S = 10.0
# Just below a ceiling the time goes as a root of the room, and between two rungs as a line.
CEILING_TOL_M_S = 130.0
RULES = replace(
    Rules.stated(RECORDS.rules["kinematic"], RECORDS.interceptors["gbi2"]), max_height_m=2e6
)


@pytest.fixture(scope="module")
def flights() -> Flights:
    """From the fields in the west of Russia to four cities."""
    fields = [RECORDS.launches[name].position for name in ("vypolzovo", "kozelsk", "tatishchevo")]
    ends = [RECORDS.regions[name].point for name in ("washington", "chicago", "minot")]
    pairs = [(start, end) for start in fields for end in ends if end is not None]
    aims = Aims(
        np.array([start.lat_rad for start, _ in pairs]),
        np.array([start.lon_rad for start, _ in pairs]),
        np.array([end.lat_rad for _, end in pairs]),
        np.array([end.lon_rad for _, end in pairs]),
    )
    vehicle = rockets.missile_vehicle(RECORDS.missiles["icbm-solid"])
    return aim(vehicle, aims, Shape.minimum_energy(), sampling=Sampling(4.0, 500)).flights


@pytest.fixture(scope="module")
def gbi2() -> Ladder:
    return ladder(RECORDS.interceptors["gbi2"], SITE)


def has_window(name: str, speed_m_s: float, targets: Targets, row: int, commit_s: float) -> bool:
    (vehicle,) = vehicles_at(RECORDS.interceptors[name], (speed_m_s,))
    assert vehicle is not None
    place = Emplacement(flyout.table(vehicle, WHERE[0], WHERE[2]), *WHERE, RULES)
    pair = np.array([[0, row]], np.int32)
    return bool(find(targets, [place], pair, np.array([commit_s])).found[0])


@pytest.mark.parametrize(("name", "commit_s"), [("gbi2", 250.0), ("sm3-2a", 180.0)])
def test_prop_a_window_opens_at_the_speed_that_is_found(
    flights: Flights, name: str, commit_s: float
) -> None:
    """For SM-3 IIA the speeds lie beyond its stages: there the specific impulse is scaled."""
    targets = Targets.of(flights)
    rungs = ladder(RECORDS.interceptors[name], SITE)
    found = least_speeds_m_s(rungs, targets, WHERE, RULES, np.full(len(targets), commit_s))
    assert np.isfinite(found).all()
    for row in range(0, len(targets), 2):
        assert has_window(name, found[row] + SPEED_TOL_M_S, targets, row, commit_s)
        assert not has_window(name, found[row] - SPEED_TOL_M_S, targets, row, commit_s)


@pytest.mark.parametrize(("name", "speed_m_s"), [("sm3-2b", 3250.0), ("gbi2", 5250.0)])
def test_prop_below_a_ceiling_between_two_rungs_speeds_are_hardly_too_low(
    name: str, speed_m_s: float
) -> None:
    """Halfway between two rungs, held to when a table of the same fineness reaches points.

    Of a flight's samples the one that asks for least speed counts, so what is too low is chosen.
    """
    interceptor = RECORDS.interceptors[name]
    rungs = ladder(interceptor, SITE)
    (vehicle,) = vehicles_at(interceptor, (speed_m_s,))
    assert vehicle is not None
    table = flyout.invert(flyout.fan(vehicle, WHERE[0], WHERE[2], spec=LADDER_SPEC), LADDER_SPEC)
    rng = np.random.default_rng(7)
    azimuth, angle = rng.uniform(0.0, 2.0 * np.pi, 5000), rng.uniform(0.0, 0.3, 5000)
    r = EARTH_MEAN_RADIUS_M + rng.uniform(100e3, 1500e3, 5000)
    across = r * np.sin(angle)
    points = np.stack(
        [across * np.sin(azimuth), across * np.cos(azimuth), r * np.cos(angle)], axis=-1
    ) - [0.0, 0.0, EARTH_MEAN_RADIUS_M]
    times_s = table.times_s(points)
    readings = rungs.readings(points)
    fast = int(np.searchsorted(rungs.speeds_m_s, speed_m_s))
    slower, faster = readings.rooms_m[fast - 1], readings.rooms_m[fast]
    met = np.isfinite(times_s) & (slower < 0.0) & (faster > 0.0)
    met &= np.isinf(readings.times_s[fast - 1]) & (readings.times_s[fast] <= times_s)
    assert met.sum() > 50
    off = readings.least_m_s(times_s)[met] - speed_m_s
    assert off.min() > -CEILING_TOL_M_S
    assert off.mean() < 0.0  # what the documents say: too low rather than too high


def test_prop_a_later_commit_never_needs_less_speed(flights: Flights, gbi2: Ladder) -> None:
    targets = Targets.of(flights)
    before = np.zeros(len(targets))
    for commit in (0.0, 120.0, 250.0, 350.0):
        speeds = least_speeds_m_s(gbi2, targets, WHERE, RULES, np.full(len(targets), commit))
        assert (speeds >= before - 1e-6).all()
        before = speeds


def test_rules_that_forbid_everything_leave_no_speed(flights: Flights, gbi2: Ladder) -> None:
    targets = Targets.of(flights, np.zeros(flights.positions_ecef_m.shape[:2], bool))
    commit = np.full(len(targets), 250.0)
    for rules in (
        replace(RULES, min_height_m=5e6),
        replace(RULES, max_ground_m=1e4),
        replace(RULES, at_intercept=AtIntercept.REQUIRED),
        replace(RULES, before_reentry_s=1e4),
    ):
        assert np.isinf(least_speeds_m_s(gbi2, targets, WHERE, rules, commit)).all()
    never = np.full(len(targets), np.inf)
    assert np.isinf(least_speeds_m_s(gbi2, targets, WHERE, RULES, never)).all()


def test_waiting_for_the_burnout_costs_speed(flights: Flights, gbi2: Ladder) -> None:
    targets = Targets.of(flights)
    at_once = np.zeros(len(targets))
    late = replace(RULES, in_boost=InBoost.NOT_ALLOWED)
    early = least_speeds_m_s(gbi2, targets, WHERE, RULES, at_once)
    waiting = least_speeds_m_s(gbi2, targets, WHERE, late, at_once)
    same = least_speeds_m_s(gbi2, targets, WHERE, RULES, targets.burnout_s)
    assert (waiting > early).all()
    np.testing.assert_allclose(waiting, same)


def test_the_ladder_leaves_out_what_does_not_fly() -> None:
    rungs = ladder(RECORDS.interceptors["gbi2"], SITE, (300.0, 6000.0))
    assert list(rungs.speeds_m_s) == [6000.0]
    assert len(rungs.tables) == 1
    assert tuple(sorted(LADDER_M_S)) == LADDER_M_S


def test_vehicles_beyond_their_stages_reach_their_speed() -> None:
    speeds = (4500.0, 8000.0, 11000.0)
    built = [vehicle for vehicle in vehicles_at(RECORDS.interceptors["sm3-2a"], speeds) if vehicle]
    reached = rockets.reference_speeds_m_s(built)
    np.testing.assert_allclose(reached, speeds, rtol=2e-5)
    own = RECORDS.interceptors["sm3-2a"].stages[0].specific_impulse.si
    assert built[0].stages[0].specific_impulse_s == own
    assert built[1].stages[0].specific_impulse_s > own


def test_one_equals_batch(flights: Flights, gbi2: Ladder) -> None:
    targets = Targets.of(flights)
    batch = least_speeds_m_s(gbi2, targets, WHERE, RULES, np.full(len(targets), 250.0))
    for row in (0, 4, 8):
        one = Targets.of(flights.take(slice(row, row + 1)))
        alone = least_speeds_m_s(gbi2, one, WHERE, RULES, np.array([250.0]))
        assert alone[0] == batch[row]
    empty = Targets.of(flights.take(slice(0, 0)))
    assert least_speeds_m_s(gbi2, empty, WHERE, RULES, np.empty(0)).shape == (0,)


def test_heights_in_the_samples_are_those_of_the_ellipsoid(flights: Flights) -> None:
    targets = Targets.of(flights)
    row = targets.samples[0, :, 3].ravel()[: targets.counts[0]]
    exact = ecef_to_geodetic(flights.positions_ecef_m[0][: targets.counts[0]])[2]
    # Along the radius instead of the normal: 6e-6 of the height, and single precision.
    np.testing.assert_allclose(row, exact, rtol=0.0, atol=10.0)
    assert len(every_pair(1, len(targets))) == len(targets)


def test_a_ladder_from_the_cache_is_the_ladder(gbi2: Ladder, tmp_path: Path) -> None:
    """Whatever the burnout speed that the record states: it is no part of the ladder."""
    interceptor, cache = RECORDS.interceptors["gbi2"], Cache(tmp_path)
    speeds = tuple(float(speed) for speed in gbi2.speeds_m_s[:2])
    made = ladder(interceptor, SITE, speeds, cache=cache)
    other = RECORDS.override("interceptor.gbi2.burnout_speed", "9km/s").interceptors["gbi2"]
    kept = ladder(other, SITE, speeds, cache=cache)
    assert len(list(tmp_path.glob("ladder-*.npz"))) == 1
    points = np.array([[2e5, 3e5, 2.5e5], [-4e5, 1e5, 4e5], [3e6, 0.0, 1e6]])
    for one in (made, kept):
        np.testing.assert_array_equal(one.speeds_m_s, speeds)
        for table, whole in zip(one.tables, gbi2.tables, strict=False):
            np.testing.assert_array_equal(table.times_s(points), whole.times_s(points))
