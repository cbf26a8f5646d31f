"""Where flights began, from a state under power and from free flight."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from glasshield import catalog
from glasshield.centre.warning.launches import Origin, Rise, traced, under_power
from glasshield.earth import geodesic
from glasshield.earth.time import Instant
from glasshield.flight import rockets
from glasshield.flight.fly import Flights, Launches, Sampling, fly
from glasshield.fusion.boosts import drawn
from tests.centre.warning.test_orbits import circular, state

EPOCH = Instant.parse("2030-01-01T00:00:00Z")
COVARIANCE = np.diag((300.0,) * 3 + (50.0,) * 3) ** 2
FREE_COVARIANCE = np.diag((300.0,) * 3 + (5.0,) * 3) ** 2
LAT, LON = np.radians(38.0), np.radians(46.0)
STEP_S = 5.0
AFTER_S = (40.0, 60.0, 80.0)
VEHICLES = 60
# Of 95 %, among 60 to 180 states of vehicles drawn like those of the table: some deviations below.
INSIDE = 0.88


@functools.cache
def flown() -> tuple[Flights, np.ndarray]:
    """Vehicles around the catalogue's missiles, and their burnout times."""
    rng = np.random.default_rng(7)
    missiles = list(catalog.load().missiles.values())
    vehicles = [
        drawn(rockets.missile_vehicle(missiles[k % len(missiles)]), rng) for k in range(VEHICLES)
    ]
    launches = Launches(
        np.arange(VEHICLES),
        LAT,
        LON,
        rng.uniform(0.0, 2.0 * np.pi, VEHICLES),
        np.exp(rng.uniform(np.log(0.02), np.log(0.15), VEHICLES)),
    )
    flights = fly(vehicles, launches, sampling=Sampling(STEP_S, 100, velocities=True))
    return flights, flights.burnout_time_s


def state_at(vehicle: int, after_s: float) -> np.ndarray:
    flights, _ = flown()
    row = round(after_s / STEP_S)
    place, velocity = flights.positions_ecef_m, flights.velocities_ecef_m_s
    return np.concatenate((place[vehicle, row], velocity[vehicle, row]))


def is_inside(found: Origin) -> bool:
    line = geodesic.inverse(found.lat_rad, found.lon_rad, LAT, LON)
    toward = float(line.azimuth1_rad)
    off = float(line.distance_m) * np.array((np.sin(toward), np.cos(toward)))
    return bool(np.sqrt(off @ np.linalg.solve(found.covariance_m2, off)) <= found.radii[1])


def test_prop_launches_lie_in_the_ellipses_of_states_under_power() -> None:
    rng = np.random.default_rng(8)
    inside, offs, tried = [], [], 0
    for k, burnt_out_s in enumerate(flown()[1].tolist()):
        for after_s in AFTER_S:
            if after_s < 0.98 * burnt_out_s:
                tried += 1
                noise = np.linalg.cholesky(COVARIANCE) @ rng.standard_normal(6)
                found = under_power(EPOCH, state_at(k, after_s) + noise, COVARIANCE)
                if found is not None:
                    inside.append(is_inside(found))
                    offs.append((found.time.since_s(EPOCH) + after_s) / found.sigma_s)
    assert len(inside) > 0.8 * tried > 50
    assert np.mean(inside) >= INSIDE
    assert np.mean(np.abs(offs) < 1.96) >= INSIDE


@pytest.mark.parametrize("saw_power", [True, False])
@pytest.mark.parametrize("later_s", [10.0, 60.0])
def test_prop_launches_lie_in_the_ellipses_of_free_flights(
    saw_power: bool,
    later_s: float,
) -> None:
    rng = np.random.default_rng(9)
    inside, offs, tried = [], [], 0
    for k, burnt_out_s in enumerate(flown()[1].tolist()):
        if np.isnan(burnt_out_s):
            continue  # it never got so far
        at_s = STEP_S * np.ceil((burnt_out_s + later_s) / STEP_S)
        seen = state_at(k, at_s)
        if not np.isfinite(seen).all():
            continue  # it has come down
        tried += 1
        seen = seen + np.linalg.cholesky(FREE_COVARIANCE) @ rng.standard_normal(6)
        free_s = at_s - burnt_out_s - 2.0  # the end of thrust is noticed some seconds late
        found = traced(Rise(EPOCH, seen, FREE_COVARIANCE, free_s, saw_power))
        if found is not None:
            inside.append(is_inside(found))
            offs.append((found.time.since_s(EPOCH) + at_s) / found.sigma_s)
    assert len(inside) > 0.7 * tried > 25
    assert np.mean(inside) >= INSIDE
    assert np.mean(np.abs(offs) < 2.5) >= INSIDE


def test_what_falls_or_is_like_nothing_under_power_has_no_launch() -> None:
    assert under_power(EPOCH, state(50e3, 2_000.0, -0.5), COVARIANCE) is None
    assert under_power(EPOCH, state(900e3, 2_000.0, 0.5), COVARIANCE) is None


def test_what_leaves_the_earth_is_not_traced() -> None:
    rise = Rise(EPOCH, state(3_000e3, 12_000.0, 0.5), COVARIANCE, 10.0, saw_power=False)
    assert traced(rise) is None


def test_an_orbit_that_never_was_low_is_not_traced() -> None:
    assert traced(Rise(EPOCH, circular(1_500e3), FREE_COVARIANCE, 10.0, saw_power=False)) is None
