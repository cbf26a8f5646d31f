"""What a state says by itself: down or not, where at about, and of which class."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.centre.warning import orbits
from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.frames import ecef_to_eci, eci_to_ecef, velocity_ecef_to_eci
from glasshield.exchange.release.terms import CLASS_NAMES
from glasshield.flight import kepler
from glasshield.flight.range_classes import CLASSES

PLACE_TOL_M = 1.0  # the universal-variable solution has its own rounding
RANGE_TOL_M = 30e3  # the turning is left out of the states, not of the answer: 0.3 % of 9,000 km
SURE = 0.99
EXACT = np.diag((1.0,) * 3 + (1e-3,) * 3) ** 2


def state(
    height_m: float, speed_m_s: float, climb_rad: float, azimuth_rad: float = 1.0
) -> np.ndarray:
    """A state over 30 N 20 E with an inertial speed."""
    lat, lon = np.radians((30.0, 20.0))
    up = np.array((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    east = np.array((-np.sin(lon), np.cos(lon), 0.0))
    north = np.cross(up, east)
    level = np.cos(azimuth_rad) * north + np.sin(azimuth_rad) * east
    position = (EARTH_MEAN_RADIUS_M + height_m) * up
    velocity = speed_m_s * (np.cos(climb_rad) * level + np.sin(climb_rad) * up)
    still = velocity - orbits.inertial_velocity(np.concatenate((position, np.zeros(3))))
    return np.concatenate((position, still))


def circular(height_m: float) -> np.ndarray:
    return state(height_m, float(np.sqrt(EARTH_MU_M3_S2 / (EARTH_MEAN_RADIUS_M + height_m))), 0.0)


@pytest.mark.parametrize("climb_deg", [-60.0, -5.0, 0.0, 20.0, 80.0])
@pytest.mark.parametrize("speed_m_s", [1_500.0, 4_000.0, 7_000.0])
def test_val_an_impact_lies_where_the_universal_solution_puts_it(
    speed_m_s: float, climb_deg: float
) -> None:
    one = state(300e3, speed_m_s, np.radians(climb_deg))[None]
    place, after_s = orbits.vacuum_impacts(one)
    eci, velocity = ecef_to_eci(one[:, :3], 0.0), velocity_ecef_to_eci(one[:, :3], one[:, 3:], 0.0)
    there, _ = kepler.propagate(eci, velocity, after_s)
    assert np.linalg.norm(eci_to_ecef(there, after_s) - place) < PLACE_TOL_M
    assert np.linalg.norm(place) == pytest.approx(EARTH_MEAN_RADIUS_M)


def test_what_stays_in_orbit_or_leaves_has_no_impact() -> None:
    both = np.stack((circular(500e3), state(300e3, 12_000.0, 0.3)))
    places, after_s = orbits.vacuum_impacts(both)
    assert np.isnan(places).all()
    assert np.isnan(after_s).all()


@pytest.mark.parametrize("range_m", [800e3, 2_000e3, 4_000e3, 9_000e3])
def test_the_class_goes_by_the_greatest_range_wherever_on_the_way_it_is_seen(
    range_m: float,
) -> None:
    arc = kepler.minimum_energy(range_m)
    heights = np.linspace(120e3, 0.95 * float(arc.apogee_m), 4)
    states = np.array(
        [
            np.concatenate(
                (
                    one[:3],
                    orbits.inertial_velocity(one),  # as if the Earth stood still
                )
            )
            for one in (
                state(
                    height,
                    float(kepler.speed_at_height_m_s(arc, height)),
                    float(kepler.angle_at_height_rad(arc, height)),
                )
                for height in heights
            )
        ]
    )
    reach, sigma = orbits.greatest_ranges_m(states, np.tile(EXACT, (len(states), 1, 1)))
    # From the ground on, and the way over the ground until burnout left out.
    assert reach == pytest.approx(np.full(len(states), reach[0]), abs=RANGE_TOL_M)
    assert range_m - 250e3 < reach[0] < range_m + RANGE_TOL_M
    odds = orbits.class_odds(reach, sigma)
    names = [each.name for each in CLASSES if each.scheme == "US DoD"]
    found = {CLASS_NAMES[k] for k in odds.argmax(axis=1).tolist()}
    assert found <= set(names)
    assert len(found) == 1


def test_a_class_does_not_flicker_at_an_edge() -> None:
    edge = np.array([1_100e3, 1_100e3, 1_100e3])
    odds = orbits.class_odds(edge + np.array([-40e3, 40e3, 300e3]), np.full(3, 100e3))
    before = np.array([0, 0, 0])
    assert orbits.settled_class(before, odds, SURE).tolist() == [0, 0, 1]
    unknown = np.full(3, orbits.UNKNOWN)
    assert orbits.settled_class(unknown, odds, SURE).tolist() == [0, 1, 1]


def test_satellites_stay_and_missiles_come_down() -> None:
    states = np.stack((circular(250e3), circular(1_500e3), state(400e3, 6_500.0, 0.2)))
    found = orbits.fates(states, np.tile(EXACT, (3, 1, 1)))
    assert found.orbital.tolist() == [1.0, 1.0, 0.0]
    assert found.down.tolist() == [0.0, 0.0, 1.0]


def test_a_velocity_that_nobody_knows_says_nothing() -> None:
    wide = np.diag((1e3,) * 3 + (2_000.0,) * 3) ** 2
    found = orbits.fates(
        np.stack((circular(400e3), state(400e3, 6_900.0, 0.0))), np.stack((wide,) * 2)
    )
    assert (found.down < SURE).all()
    assert (found.orbital < SURE).all()


def test_what_is_too_fast_for_the_earth_counts_as_neither() -> None:
    found = orbits.fates(state(400e3, 13_000.0, 0.1)[None], EXACT[None])
    assert (found.down[0], found.orbital[0]) == (0.0, 0.0)


def test_one_state_is_judged_as_among_many() -> None:
    states = np.stack([state(300e3, speed, 0.3) for speed in (3_000.0, 5_000.0, 7_500.0)])
    covariance = np.tile(np.diag((500.0,) * 3 + (300.0,) * 3) ** 2, (3, 1, 1))
    every = orbits.fates(states, covariance)
    for k in range(3):
        alone = orbits.fates(states[k : k + 1], covariance[k : k + 1])
        assert (alone.down[0], alone.orbital[0]) == (every.down[k], every.orbital[k])
    lat, _, _ = ecef_to_geodetic(orbits.vacuum_impacts(states[:0])[0])
    assert lat.shape == (0,)
