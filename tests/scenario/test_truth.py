"""What really flew: columns, and states between them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.frames import (
    ecef_to_eci,
    eci_to_ecef,
    velocity_ecef_to_eci,
    velocity_eci_to_ecef,
)
from glasshield.earth.time import Instant
from glasshield.flight.coast import coast
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import STEP_S, simulate
from glasshield.scenario.truth import Truth

FREE_FLIGHT_TOL_M = 1e-5  # of cubics over a second
FREE_FLIGHT_TOL_M_S = 1e-5
COAST_TOL_M = 0.02  # over a whole free flight, far below what any radar measures
AIR_TOP_M = 151e3  # below it `flight.fly` counts the air
BOOST_TOL_M = 0.5  # what `states` promises where thrust changes between steps
FACTS = catalog.load()


@pytest.fixture(scope="module")
def swarm() -> Truth:
    return benchmark(12, seed=4, duration_s=60.0).truth


@pytest.fixture(scope="module")
def raid() -> Truth:
    return simulate(FACTS.scenarios["raid-of-ten"], FACTS).truth


def test_val_states_between_steps_are_those_of_the_coast_kernel(swarm: Truth) -> None:
    start = swarm.states_at(np.array([10.0]))[:, 0]
    for ahead_s in (0.25, 0.5, 13.7):
        at_s = 10.0
        eci = np.concatenate(
            (
                ecef_to_eci(start[:, :3], at_s),
                velocity_ecef_to_eci(start[:, :3], start[:, 3:], at_s),
            ),
            axis=1,
        )
        flown = coast(eci, ahead_s)
        there = swarm.states_at(np.array([at_s + ahead_s]))[:, 0]
        position = eci_to_ecef(flown[:, :3], at_s + ahead_s)
        velocity = velocity_eci_to_ecef(flown[:, :3], flown[:, 3:], at_s + ahead_s)
        np.testing.assert_allclose(there[:, :3], position, rtol=0.0, atol=FREE_FLIGHT_TOL_M)
        np.testing.assert_allclose(there[:, 3:], velocity, rtol=0.0, atol=FREE_FLIGHT_TOL_M_S)


def test_val_every_other_state_is_met_from_its_neighbours_under_thrust(raid: Truth) -> None:
    """Cubics over twice the step against the states that they leave out: 16 times too strict."""
    for number in range(len(raid)):
        rows = raid.rows(number)
        half = Truth.of(
            raid.epoch,
            2.0 * raid.step_s,
            [(raid.id[number], "")],
            raid.cross_section_m2[number : number + 1],
            raid.time_s[rows][:1],
            raid.state_ecef[rows][None, ::2],
        )
        inside = raid.time_s[rows] <= half.time_s[-1]
        between = half.states_at(raid.time_s[rows][inside])[0]
        off = np.linalg.norm(between[:, :3] - raid.state_ecef[rows, :3][inside], axis=1)
        # Where thrust begins or ends inside a step of a second, four times what half of it makes.
        assert off.max() < 4.0 * BOOST_TOL_M
        assert np.median(off) < 1e-2


def test_val_missiles_coast_as_the_coast_kernel_does(raid: Truth) -> None:
    """From just after burnout to the first air, the truth that filters are asked to meet."""
    for number in (0, 9):
        rows = raid.rows(number)
        high = ecef_to_geodetic(raid.state_ecef[rows, :3])[2] > AIR_TOP_M
        free = np.flatnonzero(high & (raid.time_s[rows] > raid.burnout_time_s[number] + 1.0))
        start, end = raid.first_row[number] + free[[0, -1]]
        state, begin_s = raid.state_ecef[[start]], raid.time_s[start]
        eci = np.concatenate(
            (
                ecef_to_eci(state[:, :3], begin_s),
                velocity_ecef_to_eci(state[:, :3], state[:, 3:], begin_s),
            ),
            axis=1,
        )
        flown = coast(eci, float(raid.time_s[end] - begin_s))
        there = eci_to_ecef(flown[:, :3], raid.time_s[end])[0]
        assert raid.time_s[end] - begin_s > 300.0
        assert np.linalg.norm(there - raid.state_ecef[end, :3]) < COAST_TOL_M


def test_states_at_steps_are_the_states(swarm: Truth) -> None:
    for number in (0, len(swarm) - 1):
        rows = swarm.rows(number)
        found = swarm.states(np.full(rows.stop - rows.start, number), swarm.time_s[rows])
        np.testing.assert_allclose(found, swarm.state_ecef[rows], rtol=1e-13)


def test_nobody_flies_before_and_after(raid: Truth) -> None:
    first, last = raid.time_s[raid.first_row[:-1]], raid.time_s[raid.first_row[1:] - 1]
    outside = np.stack((first - 0.1, last + 0.1), axis=1)
    number = np.arange(len(raid))[:, None]
    assert np.isnan(raid.states(number, outside)).all()
    inside = np.stack((first, last), axis=1)
    assert np.isfinite(raid.states(number, inside)).all()


def test_one_is_as_many(raid: Truth) -> None:
    times = np.linspace(0.0, 900.0, 50)
    all_of_them = raid.states_at(times)
    alone = raid.states(np.array(3), times)
    np.testing.assert_array_equal(all_of_them[3], alone)


def test_events_lie_on_the_flight(raid: Truth) -> None:
    number = np.arange(len(raid))
    at_burnout = raid.states(number, raid.burnout_time_s)
    off = np.linalg.norm(at_burnout[:, :3] - raid.burnout_state_ecef[:, :3], axis=1)
    assert off.max() < BOOST_TOL_M
    start = raid.states(number, raid.launch_time_s)[:, :3]
    np.testing.assert_allclose(start, raid.launch_position_ecef_m, atol=1e-6)
    last = raid.state_ecef[raid.first_row[1:] - 1]
    left_s = raid.impact_time_s - raid.time_s[raid.first_row[1:] - 1]
    assert ((left_s >= 0.0) & (left_s <= STEP_S)).all()
    ahead = last[:, :3] + left_s[:, None] * last[:, 3:]
    assert np.linalg.norm(ahead - raid.impact_position_ecef_m, axis=1).max() < 20.0
    assert (raid.reentry_time_s < raid.impact_time_s).all()


def test_who_burns_when(raid: Truth) -> None:
    burning = raid.burning(raid.launch_time_s)
    assert np.diag(burning).all()
    assert not raid.burning(np.array([0.0, 1e4])).any()


def test_joined_truths_keep_their_objects(swarm: Truth) -> None:
    both = Truth.join([swarm, swarm])
    assert len(both) == 2 * len(swarm)
    np.testing.assert_array_equal(
        both.state_ecef[both.rows(len(swarm) + 2)], swarm.state_ecef[swarm.rows(2)]
    )
    assert both.simulated


def test_the_mark_cannot_be_turned_off(swarm: Truth) -> None:
    with pytest.raises((AttributeError, TypeError)):
        replace(swarm, simulated=False)  # type: ignore[call-arg]


def test_an_object_of_two_states() -> None:
    sampled = np.arange(12.0).reshape(1, 2, 6)
    truth = Truth.of(Instant(0), 1.0, [("a", "")], np.ones(1), np.zeros(1), sampled)
    assert np.isfinite(truth.states_at(np.array([0.0, 0.5, 1.0]))).all()
