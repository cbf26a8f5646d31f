"""The speed that the motors gave, of evaluations of simulated tests against what flew."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.constants import EARTH_ROTATION_RAD_S
from glasshield.earth import gravity
from glasshield.monitoring.announced_flight import AnnouncedFlight
from glasshield.monitoring.document import PlaceRow
from glasshield.monitoring.evaluation import evaluate
from glasshield.monitoring.measuring import measure
from glasshield.monitoring.rehearsal import Flown, Rehearsal, Rehearsed, rehearse
from glasshield.workspace import Workspace
from tests.monitoring.made_up import TEST
from tests.thorough import samples

pytestmark = pytest.mark.slow

SEEDS = range(samples(4, 6))
# Below the path, where the first half minute is hidden by the horizon.
PLACE = PlaceRow(observer="guest-ship", lat_deg=33.0, lon_deg=-126.0)
MOST_SIGMAS = 2.0  # of a mean; one in twenty is beyond


def _rehearsed(seed: int) -> Rehearsed:
    facts = Workspace.default().catalog
    return rehearse(facts.tests[TEST], facts, Rehearsal(seed, Flown.DECLARED, (PLACE,)))


def _true_m_s(flight: AnnouncedFlight) -> float:
    """What an accelerometer on board adds up, from changes of the velocity and nothing else.

    The simulated vehicle turns at once at the end of its vertical rise, which no motor does: that
    step counts as the one before it.
    """
    step_s = float(flight.time_s[1] - flight.time_s[0])
    states = flight.states_ecef[flight.time_s <= flight.burnout_time_s + 1e-9]
    place, velocity = states[:, :3], states[:, 3:]
    spin = np.array((0.0, 0.0, EARTH_ROTATION_RAD_S))
    fallen = gravity.acceleration(place) - 2.0 * np.cross(spin, velocity)
    fallen -= np.cross(spin, np.cross(spin, place))
    gained = np.diff(velocity, axis=0) - step_s * (fallen[1:] + fallen[:-1]) / 2.0
    sizes = np.linalg.norm(gained, axis=1)
    turn = round(flight.vehicle.vertical_time_s / step_s)
    turned = turn - 1 + int(np.argmax(sizes[turn - 1 : turn + 1]))
    sizes[turned] = sizes[turned - 1]
    return float(sizes.sum())


def test_val_the_motor_speed_is_right_on_average_and_its_intervals_hold_it() -> None:
    errors, held = [], []
    workspace = Workspace.default()
    for seed in SEEDS:
        made = _rehearsed(seed)
        found = evaluate(made.test, made.detections, made.launches, workspace).motor_speed_km_s
        true_km_s = _true_m_s(made.flight) / 1e3
        errors.append(found.value - true_km_s)
        held.append(found.low <= true_km_s <= found.high)
    assert all(held)
    assert abs(np.mean(errors)) <= MOST_SIGMAS * np.std(errors, ddof=1) / np.sqrt(len(errors))


def test_noise_across_the_push_lengthens_it_by_what_is_taken_off() -> None:
    """Drawn coefficients about a fitted flight have, on average, so much more motor speed."""
    made = _rehearsed(0)
    flight = measure(made.test, made.detections, made.launches).flight
    layout, random = flight.layout, np.random.default_rng(8)
    noise = np.zeros((layout.size, layout.size))
    for burn in range(len(layout.burns)):
        columns = np.arange(layout.size)[layout.push_columns(burn)]
        noise[columns, columns] = 4.0
    drawn = random.multivariate_normal(flight.unknowns, noise, 400)
    values = [
        layout.flown(row, flight.burnout_time_s).figures().motor_speed_m_s.value for row in drawn
    ]
    gained = np.mean(values) - flight.figures().motor_speed_m_s.value
    error = np.std(values, ddof=1) / np.sqrt(len(values))
    assert flight.motor_excess_m_s(noise) == pytest.approx(gained, abs=3.0 * error)
