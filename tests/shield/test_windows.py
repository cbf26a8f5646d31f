"""Engagement windows: the readable twin, known cases, and what must not change a window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from glasshield import catalog, kernels
from glasshield.catalog.plans import AtIntercept, Cue, InBoost
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.flight import rockets
from glasshield.flight.aim import Targets as Aims
from glasshield.flight.aim import aim
from glasshield.flight.families import Shape
from glasshield.flight.fly import Flights, Sampling
from glasshield.shield import flyout
from glasshield.shield.rules import Rule, Rules
from glasshield.shield.windows import (
    AT_ANY_TIME_S,
    Culling,
    Emplacement,
    Targets,
    Windows,
    every_pair,
    explain,
    find,
)
from tests.reference import windows as twin

pytestmark = pytest.mark.kernels

RECORDS = catalog.load()
STEP_S = 4.0
COLUMNS = ("open_s", "close_s", "first_launch_s", "last_launch_s", "samples", "parts", "shots")

# The kernel works in single precision: metres in 6,000 km, milliseconds in 2,000 s, and where an
# edge is interpolated on a slack that changes slowly, some more.
TWIN_TOL_S = 0.05
RULES = Rules(
    cue=Cue.LAUNCH,
    commit_delay_s=250.0,
    in_boost=InBoost.ALLOWED,
    at_intercept=AtIntercept.NOT_REQUIRED,
    min_height_m=1e5,
    max_height_m=2e6,
    max_ground_m=3e6,
)


@cache
def flights(count: int = 40) -> Flights:
    """Flights from four fields in Russia to places in North America, seed 11."""
    rng = np.random.default_rng(11)
    fields = np.radians([(57.87, 33.68), (54.03, 35.77), (51.67, 45.57), (50.75, 59.5)])
    start = fields[rng.integers(0, 4, count)]
    end = np.radians(rng.uniform((38.0, -105.0), (48.0, -72.0), (count, 2)))
    vehicle = rockets.missile_vehicle(RECORDS.missiles["icbm-solid"])
    aimed = aim(
        vehicle,
        Aims(start[:, 0], start[:, 1], end[:, 0], end[:, 1]),
        Shape.minimum_energy(),
        sampling=Sampling(STEP_S, 500),
    )
    return aimed.flights.take(aimed.ok)


@cache
def emplacement(
    speed_m_s: float = 6300.0, lat_deg: float = 54.48, lon_deg: float = 17.1
) -> Emplacement:
    vehicle = rockets.interceptor_vehicle(RECORDS.interceptors["gbi2"], speed_m_s)
    table = flyout.table(vehicle, np.radians(lat_deg))
    return Emplacement(table, np.radians(lat_deg), np.radians(lon_deg), 0.0, RULES)


def ruled(rules: Rules, speed_m_s: float = 6300.0) -> Emplacement:
    return replace(emplacement(speed_m_s), rules=rules)


def windows_of(
    targets: Targets, place: Emplacement, commit_s: float = 250.0, **options: object
) -> Windows:
    pairs = every_pair(1, len(targets))
    return find(targets, [place], pairs, np.full(len(targets), commit_s), **options)  # type: ignore[arg-type]


def paths(some: Flights, seen: np.ndarray | None = None) -> list[twin.Path]:
    """The flights as the twin takes them."""
    found = []
    for n in range(len(some.status)):
        there = np.isfinite(some.positions_ecef_m[n, :, 0])
        mask = np.ones(len(there), bool) if seen is None else seen[n]
        found.append(
            twin.Path(
                some.positions_ecef_m[n][there],
                some.sample_step_s,
                float(some.burnout_time_s[n]),
                float(some.reentry_time_s[n]),
                mask[there],
            )
        )
    return found


def same(first: Windows, second: Windows) -> bool:
    return all(
        np.array_equal(getattr(first, c), getattr(second, c), equal_nan=True) for c in COLUMNS
    )


@pytest.fixture
def every_isa() -> Iterator[list[str]]:
    best = kernels.best_isa()
    names = ["baseline", "avx2", "avx512"]
    yield names[: names.index(best) + 1]
    kernels.set_isa(best)


CASES: list[tuple[float, Rules, float]] = [
    (6300.0, RULES, 250.0),
    (9000.0, RULES, 250.0),
    (9000.0, replace(RULES, shot_interval_s=40.0, max_ground_m=2e6), 0.0),
    (9000.0, replace(RULES, in_boost=InBoost.NOT_ALLOWED), 0.0),
    (9000.0, replace(RULES, at_intercept=AtIntercept.REQUIRED), 200.0),
    (9000.0, replace(RULES, min_height_m=7e5, max_height_m=9e5), 100.0),
    (9000.0, replace(RULES, before_reentry_s=1100.0), 100.0),
    (6300.0, RULES, AT_ANY_TIME_S),
]


@pytest.mark.parametrize(("speed_m_s", "rules", "commit_s"), CASES)
def test_the_kernel_finds_what_its_twin_finds(
    speed_m_s: float, rules: Rules, commit_s: float
) -> None:
    some = flights()
    seen = np.random.default_rng(12).random(some.positions_ecef_m.shape[:2]) < 0.995
    targets = Targets.of(some, seen)
    place = ruled(rules, speed_m_s)
    found = windows_of(targets, place, commit_s)
    expected = [twin.find(path, place, commit_s) for path in paths(some, seen)]
    for column in COLUMNS[:4]:
        wanted = [getattr(window, column) for window in expected]
        np.testing.assert_allclose(getattr(found, column), wanted, rtol=0.0, atol=TWIN_TOL_S)
    # A sample on the edge of a rule may fall on either side of it.
    for column in ("samples", "parts", "shots"):
        wanted = [getattr(window, column) for window in expected]
        assert (np.abs(getattr(found, column) - wanted) <= 1).all()
    rules_named = explain(
        targets, [place], every_pair(1, len(targets)), np.full(len(targets), commit_s)
    )
    twin_named = [twin.explain(path, place, commit_s) for path in paths(some, seen)]
    assert np.mean([a == b for a, b in zip(rules_named, twin_named, strict=True)]) > 0.95
    assert [rule is None for rule in rules_named] == list(found.found)


def test_the_cases_are_worth_their_name() -> None:
    """Among the cases above some pairs have windows and some have none."""
    targets = Targets.of(flights())
    found = [windows_of(targets, ruled(r, v), c).found.mean() for v, r, c in CASES]
    assert min(found) < 0.6
    assert max(found) > 0.9


def scattered(count: int, seed: int) -> tuple[Targets, list[Emplacement], np.ndarray, np.ndarray]:
    """Random pairs: sites all around, interceptors of all speeds, commits at all times."""
    rng = np.random.default_rng(seed)
    targets = Targets.of(flights(), rng.random(flights().positions_ecef_m.shape[:2]) < 0.9)
    places = [
        replace(
            emplacement(speed),
            lat_rad=np.radians(lat),
            lon_rad=np.radians(lon),
            rules=replace(
                RULES,
                max_ground_m=rng.uniform(5e5, 8e6),
                at_intercept=rng.choice(np.array(list(AtIntercept))),
                in_boost=rng.choice(np.array(list(InBoost))),
                max_height_m=rng.uniform(3e5, 3e6),
            ),
        )
        for speed in (3500.0, 6300.0, 9000.0)
        for lat, lon in rng.uniform((30.0, -60.0), (80.0, 90.0), (12, 2))
    ]
    pairs = np.stack(
        (rng.integers(0, len(places), count), rng.integers(0, len(targets), count)), axis=-1
    )
    return targets, places, pairs.astype(np.int32), rng.uniform(-200.0, 900.0, count)


def test_prop_culling_changes_nothing() -> None:
    job = scattered(6000, 13)
    culled, looked = find(*job), find(*job, culling=Culling.NONE)
    assert 0.05 < culled.found.mean() < 0.95
    assert same(culled, looked)


def test_prop_threads_order_and_instruction_sets_change_no_digit(every_isa: list[str]) -> None:
    targets, places, pairs, commit = scattered(3000, 14)
    expected = find(targets, places, pairs, commit, threads=1)
    for isa in every_isa:
        kernels.set_isa(isa)
        again = Targets.of(
            flights(), targets.samples[:, :, 4].reshape(len(targets), -1)[:, :500] > 0
        )
        np.testing.assert_array_equal(again.samples, targets.samples)
        np.testing.assert_array_equal(again.blocks, targets.blocks)
        for threads in (1, 2, 5):
            assert same(find(targets, places, pairs, commit, threads=threads), expected)
    order = np.random.default_rng(15).permutation(len(pairs))
    shuffled = find(targets, places, pairs[order], commit[order])
    for column in COLUMNS:
        np.testing.assert_array_equal(getattr(shuffled, column), getattr(expected, column)[order])


def test_prop_one_pair_is_as_in_a_batch() -> None:
    targets, places, pairs, commit = scattered(300, 16)
    batch = find(targets, places, pairs, commit)
    for k in range(0, 300, 7):
        alone = find(targets, places, pairs[k : k + 1], commit[k : k + 1])
        for column in COLUMNS:
            np.testing.assert_array_equal(getattr(alone, column)[0], getattr(batch, column)[k])


def test_prop_turning_site_and_flights_about_the_axis_changes_nothing() -> None:
    some = flights()
    for turn in (0.7, np.pi, -2.9):
        c, s = np.cos(turn), np.sin(turn)
        matrix = np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
        turned = Targets.of(replace(some, positions_ecef_m=some.positions_ecef_m @ matrix))
        place = emplacement(9000.0)
        moved = replace(place, lon_rad=place.lon_rad + turn)
        before, after = windows_of(Targets.of(some), place), windows_of(turned, moved)
        np.testing.assert_array_equal(before.found, after.found)
        for column in COLUMNS[:4]:
            np.testing.assert_allclose(
                getattr(after, column), getattr(before, column), rtol=0.0, atol=TWIN_TOL_S
            )


def test_prop_a_faster_interceptor_never_loses_a_window() -> None:
    targets = Targets.of(flights())
    before = np.zeros(len(targets), bool)
    earliest = np.full(len(targets), np.inf)
    for speed in (5000.0, 5500.0, 6000.0, 6500.0, 7000.0, 8000.0, 9000.0):
        found = windows_of(targets, emplacement(speed))
        assert found.found[before].all()
        # The table's own second.
        assert (found.open_s[before] <= earliest[before] + 1.0).all()
        before, earliest = found.found, found.open_s
    assert before.mean() > 0.9


def test_prop_a_later_commit_never_opens_or_widens_a_window() -> None:
    targets = Targets.of(flights())
    place = emplacement(7000.0)
    before = windows_of(targets, place, 0.0)
    for commit in (50.0, 120.0, 250.0, 300.0, 350.0, 500.0):
        later = windows_of(targets, place, commit)
        assert before.found[later.found].all()
        both = later.found
        assert (later.open_s[both] >= before.open_s[both]).all()
        assert (later.close_s[both] <= before.close_s[both] + STEP_S).all()
        assert (later.shots[both] <= before.shots[both]).all()
        before = later


def test_prop_the_edge_of_a_window_does_not_hang_on_the_samples() -> None:
    """Where the slack closes a window its edge lies between samples: finer samples move it little.

    An edge on samples would move by up to 4 s.
    """
    some = flights()
    fine = Targets.of(some)
    coarse = Targets.of(
        replace(some, positions_ecef_m=some.positions_ecef_m[:, ::3], sample_step_s=3 * STEP_S)
    )
    a = windows_of(fine, emplacement(9000.0))
    b = windows_of(coarse, emplacement(9000.0))
    both = a.found & b.found & (a.first_launch_s == 250.0)
    assert both.sum() > 20
    np.testing.assert_allclose(b.open_s[both], a.open_s[both], rtol=0.0, atol=1.0)
    np.testing.assert_allclose(b.first_launch_s[both], 250.0)


def test_the_last_commit_is_where_the_window_vanishes() -> None:
    targets = Targets.of(flights())
    place = emplacement(6300.0)
    last = windows_of(targets, place, AT_ANY_TIME_S).last_launch_s
    known = np.isfinite(last)
    assert known.sum() > 20
    for shift, opens in ((-1.0, True), (1.0, False)):
        commit = np.where(known, last + shift, 0.0)
        found = find(targets, [place], every_pair(1, len(targets)), commit).found
        assert (found[known] == opens).all()


def overhead(heights_m: Sequence[float]) -> np.ndarray:
    """Samples straight above the site, at these heights."""
    place = emplacement()
    return geodetic_to_ecef(place.lat_rad, place.lon_rad, np.array(heights_m))[None]


def test_known_windows_above_the_site() -> None:
    """A target that hangs 400 km above the site can be met from commit plus flyout on, always."""
    place = ruled(replace(RULES, shot_interval_s=100.0))
    targets = Targets.sampled(
        np.repeat(overhead([4e5]), 100, axis=1),
        10.0,
        burnout_s=np.array([50.0]),
        reentry_s=np.array([np.inf]),
    )
    flyout_s = float(place.table.times_s(np.array([[0.0, 0.0, 4e5]]))[0])
    found = windows_of(targets, place, 200.0)
    assert found.open_s[0] == pytest.approx(200.0 + flyout_s, abs=0.01)
    assert found.close_s[0] == 990.0
    assert found.first_launch_s[0] == pytest.approx(200.0)
    assert found.last_launch_s[0] == pytest.approx(990.0 - flyout_s, abs=0.01)
    assert found.parts[0] == 1
    assert found.shots[0] == 1 + int((990.0 - flyout_s - 200.0) / 100.0)


def test_a_gap_of_sight_parts_a_window() -> None:
    place = ruled(replace(RULES, at_intercept=AtIntercept.REQUIRED, shot_interval_s=50.0))
    seen = np.ones((1, 100), bool)
    seen[0, 60:64] = False
    targets = Targets.sampled(
        np.repeat(overhead([4e5]), 100, axis=1),
        10.0,
        burnout_s=np.array([50.0]),
        reentry_s=np.array([np.inf]),
        seen=seen,
    )
    found = windows_of(targets, place, 200.0)
    assert found.parts[0] == 2
    assert found.close_s[0] == 990.0
    # The second part is the longer one: 640 to 990 s.
    assert found.shots[0] == 1 + int(350.0 / 50.0)


@pytest.mark.parametrize(
    ("change", "commit_s", "closing"),
    [
        ({"min_height_m": 5e5}, 0.0, Rule.MIN_HEIGHT),
        ({"max_height_m": 3e5}, 0.0, Rule.MAX_HEIGHT),
        ({"before_reentry_s": 1e3}, 0.0, Rule.BEFORE_REENTRY),
        ({"at_intercept": AtIntercept.REQUIRED}, 0.0, Rule.SENSOR),
        ({"in_boost": InBoost.NOT_ALLOWED}, 0.0, Rule.IN_BOOST),
        ({}, 900.0, Rule.COMMIT),
        ({}, np.inf, Rule.NOT_SEEN),
        ({}, 0.0, None),
    ],
)
def test_the_rule_that_closes_a_window_is_named(
    change: dict[str, object], commit_s: float, closing: Rule | None
) -> None:
    place = ruled(replace(RULES, **change))  # type: ignore[arg-type]
    targets = Targets.sampled(
        np.repeat(overhead([4e5]), 100, axis=1),
        10.0,
        burnout_s=np.array([2000.0]),
        reentry_s=np.array([900.0]),
        seen=np.zeros((1, 100), bool),
    )
    commit = np.array([commit_s])
    assert explain(targets, [place], every_pair(1, 1), commit) == [closing]
    assert find(targets, [place], every_pair(1, 1), commit).found[0] == (closing is None)


def test_range_and_reach_are_told_apart() -> None:
    targets = Targets.of(flights())
    far = replace(emplacement(9000.0), lat_rad=np.radians(-20.0), lon_rad=np.radians(-150.0))
    beyond = replace(far, rules=replace(RULES, max_ground_m=1e7))
    pairs = every_pair(2, len(targets))
    named = explain(targets, [far, beyond], pairs, np.zeros(len(pairs)))
    assert set(named) == {Rule.MAX_GROUND, Rule.REACH}
    assert all(rule.sentence for rule in Rule)


def test_nothing_in_nothing_out() -> None:
    targets = Targets.of(flights())
    none = find(targets, [emplacement()], np.empty((0, 2), np.int32), np.empty(0))
    assert len(none.found) == 0
    assert explain(targets, [], np.empty((0, 2), np.int32), np.empty(0)) == []
    empty = Targets.of(flights().take(np.zeros(len(flights().status), bool)))
    assert len(empty) == 0


def test_a_flight_that_never_flew_is_never_met() -> None:
    some = flights()
    lost = replace(some, positions_ecef_m=np.full_like(some.positions_ecef_m, np.nan))
    targets = Targets.of(lost)
    assert (targets.counts == 0).all()
    assert not windows_of(targets, emplacement(9000.0), 0.0).found.any()


def test_too_many_samples_are_refused() -> None:
    some = np.zeros((1, 16 * 1024 + 1, 3))
    with pytest.raises(RangeError, match="samples"):
        Targets.sampled(some, 1.0, burnout_s=np.zeros(1), reentry_s=np.ones(1))
    with pytest.raises(IndexError, match="pair"):
        find(Targets.of(flights()), [emplacement()], np.array([[0, 999]]), np.zeros(1))
