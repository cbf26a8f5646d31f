"""Where flights began, from a state under power and from free flight."""

from __future__ import annotations

import numpy as np

from glasshield import catalog
from glasshield.centre.warning.launches import Origin, Rising, traced, under_power
from glasshield.earth import geodesic
from glasshield.earth.time import Instant
from glasshield.flight import rockets
from glasshield.flight.fly import Launches, Sampling, fly
from glasshield.fusion.boosts import drawn
from glasshield.fusion.launch_point import UnderPower
from tests.centre.warning.test_orbits import state

EPOCH = Instant.parse("2030-01-01T00:00:00Z")
COVARIANCE = np.diag((300.0,) * 3 + (50.0,) * 3) ** 2
LAT, LON = np.radians(38.0), np.radians(46.0)
AFTER_S = (40.0, 60.0, 80.0)
VEHICLES = 60
# Of 95 %, among 180 states of vehicles drawn like those of the table; three binomial deviations.
INSIDE = 0.90
NEAR_M = 15e3
NEAR_S = 12.0


def offset(found: Origin) -> tuple[float, float]:
    """How far off an origin is in metres and in standard deviations."""
    line = geodesic.inverse(found.lat_rad, found.lon_rad, LAT, LON)
    toward = float(line.azimuth1_rad)
    off = float(line.distance_m) * np.array((np.sin(toward), np.cos(toward)))
    return float(line.distance_m), float(np.sqrt(off @ np.linalg.solve(found.covariance_m2, off)))


def powered() -> tuple[np.ndarray, np.ndarray]:
    """States of vehicles around the catalogue's missiles at some times, and these times."""
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
    flights = fly(vehicles, launches, sampling=Sampling(20.0, 5, velocities=True))
    states, times = [], []
    for k in range(VEHICLES):
        for after_s in AFTER_S:
            row = int(after_s / 20.0)
            if after_s < 0.98 * flights.burnout_time_s[k]:
                place, speed = flights.positions_ecef_m[k, row], flights.velocities_ecef_m_s[k, row]
                states.append(np.concatenate((place, speed)))
                times.append(after_s)
    return np.array(states), np.array(times)


def test_prop_launches_lie_in_the_ellipses_of_states_under_power() -> None:
    rng = np.random.default_rng(8)
    states, times = powered()
    inside, offs_s = [], []
    for each, after_s in zip(states, times, strict=True):
        seen = each + np.linalg.cholesky(COVARIANCE) @ rng.standard_normal(6)
        found = under_power(EPOCH, seen, COVARIANCE)
        if found is not None:
            inside.append(offset(found)[1] <= found.radii[1])
            offs_s.append((found.time.since_s(EPOCH) + after_s) / found.sigma_s)
    assert len(inside) > 0.8 * len(states)
    assert np.mean(inside) >= INSIDE
    assert np.mean(np.abs(offs_s) < 1.96) >= INSIDE


def test_what_falls_or_is_like_nothing_under_power_has_no_launch() -> None:
    assert under_power(EPOCH, state(50e3, 2_000.0, -0.5), COVARIANCE) is None
    assert under_power(EPOCH, state(900e3, 2_000.0, 0.5), COVARIANCE) is None


def test_a_free_flight_is_traced_back_to_where_it_began() -> None:
    facts = catalog.load()
    vehicle = rockets.missile_vehicle(facts.missiles["mrbm"])
    flights = fly(
        [vehicle],
        Launches(0, LAT, LON, 2.4, 0.05),
        sampling=Sampling(10.0, 40, velocities=True),
    )
    row = int(flights.burnout_time_s[0] / 10.0) + 3
    after_s = 10.0 * row
    free = np.concatenate((flights.positions_ecef_m[0, row], flights.velocities_ecef_m_s[0, row]))
    nothing = UnderPower(np.full(1, np.nan), np.full((1, 3), np.nan), np.full((1, 3, 3), np.nan))
    exact = np.diag((100.0,) * 3 + (1.0,) * 3) ** 2
    (found,) = traced(
        Rising(
            EPOCH,
            np.array([after_s]),
            free[None],
            exact[None],
            np.array([flights.burnout_time_s[0] + 2.0]),
            nothing,
        )
    )
    assert found is not None
    assert found.is_traced
    away_m, sigmas = offset(found)
    assert away_m < NEAR_M
    assert sigmas < found.radii[1]
    assert abs(found.time.since_s(EPOCH)) < NEAR_S


def test_no_flights_have_no_launches() -> None:
    nothing = np.empty(0)
    seen = UnderPower(nothing, np.empty((0, 3)), np.empty((0, 3, 3)))
    rising = Rising(EPOCH, nothing, np.empty((0, 6)), np.empty((0, 6, 6)), nothing, seen)
    assert traced(rising) == []
