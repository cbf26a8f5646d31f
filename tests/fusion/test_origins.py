"""Where tracks came from and come down: a simulated test seen by radars of three parties."""

from __future__ import annotations

import dataclasses
import functools

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.fusion.origins import Origins, origins
from glasshield.fusion.solve import Smoothing, Solution, SolveOptions, solve
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation, simulate

# The launch is traced through a boost that nobody saw whole: tens of kilometres along the flight.
LAUNCH_TOL_M = 30e3
# The ballistic coefficient is unknown by a factor of two: some kilometres along the fall.
IMPACT_TOL_M = 10e3


@functools.cache
def case() -> tuple[Simulation, Solution]:
    facts = catalog.load()
    made = simulate(facts.scenarios["one-test-two-parties"], facts, seed=2)
    wanted = SolveOptions(
        missiles=tuple(facts.missiles.values()),
        reported=made.launches,
        smoothing=Smoothing.FIXED_INTERVAL,
    )
    return made, solve(made.detections, wanted)


def longest() -> tuple[Simulation, Solution, Origins, int]:
    made, found = case()
    k = int(np.argmax(np.diff(found.tracks.first_row)))
    return made, found, found.origins, k


def test_the_launch_and_the_impact_are_where_they_were() -> None:
    made, _, ends, k = longest()
    place = ends.object[k]
    assert ends.launches is not None
    lat, lon, _ = ecef_to_geodetic(made.truth.launch_position_ecef_m[0])
    launch = ends.launches.ellipse
    apart = sphere.distance_m(lat, lon, launch.lat_rad[place], launch.lon_rad[place])
    assert apart < LAUNCH_TOL_M
    lat, lon, _ = ecef_to_geodetic(made.truth.impact_position_ecef_m[0])
    impact = ends.impacts.ellipse
    assert sphere.distance_m(lat, lon, impact.lat_rad[k], impact.lon_rad[k]) < IMPACT_TOL_M
    assert ends.impacts.time_low_s[k] < made.truth.impact_time_s[0] < ends.impacts.time_high_s[k]


def test_the_missile_is_named_by_its_range() -> None:
    _, _, ends, k = longest()
    assert ends.classes is not None
    assert ends.classes.name[ends.object[k]] == "MRBM"


def test_the_launch_that_infrared_reported_is_taken_into_account() -> None:
    made, found, ends, k = longest()
    assert len(made.launches) == 1
    assert ends.sighting[ends.object[k]] == 0
    alone = origins(
        found.tracks,
        found.corrected,
        found.registration,
        tuple(catalog.load().missiles.values()),
    )
    assert set(alone.sighting) == {-1}
    assert alone.launches is not None
    assert ends.launches is not None
    wide, narrow = (one.ellipse.axes(0.95)[0][0] for one in (alone.launches, ends.launches))
    assert narrow < wide


def test_a_reported_launch_of_something_else_is_left_alone() -> None:
    made, found, _, _ = longest()
    elsewhere = dataclasses.replace(made.launches, lat_rad=np.zeros(1))
    ends = origins(
        found.tracks,
        found.corrected,
        found.registration,
        tuple(catalog.load().missiles.values()),
        elsewhere,
    )
    assert set(ends.sighting) == {-1}


def test_smoothed_states_are_those_of_the_same_rows() -> None:
    _, found, _, _ = longest()
    assert found.smoothed is not None
    assert np.array_equal(found.smoothed.time_s, found.tracks.time_s)
    assert not np.array_equal(found.smoothed.state_ecef, found.tracks.state_ecef)


def test_without_missiles_nothing_is_traced_back() -> None:
    found = solve(benchmark(4, seed=1, duration_s=20.0).detections)
    assert found.origins.launches is None
    assert found.origins.classes is None
    assert set(found.origins.object) == {-1}
    assert found.origins.impacts.known.all()


@pytest.mark.parametrize("count", [0, 3])
def test_too_little_to_fit_is_no_arc(count: int) -> None:
    detections = benchmark(4, seed=1, duration_s=20.0).detections.take(slice(0, count))
    missiles = tuple(catalog.load().missiles.values())
    found = solve(detections, SolveOptions(missiles=missiles))
    assert len(found.origins.object) == len(found.tracks)
