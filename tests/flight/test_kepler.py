"""Properties of the closed forms and of the fast coast."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.integrate import solve_ivp

from glasshield.constants import EARTH_MEAN_RADIUS_M, EARTH_MU_M3_S2
from glasshield.earth import gravity
from glasshield.errors import RangeError
from glasshield.flight import kepler, rotation

DISTANCE_TOL_M = 1e-3  # of arcs of up to 20,000 km whose angle stands to a few roundings
rng = np.random.default_rng(1959)


def some_arcs(count: int) -> kepler.Arc:
    return kepler.arc(rng.uniform(20e3, 7000e3, count), rng.uniform(1e3, 20_000e3, count))


def test_prop_launched_undoes_arc() -> None:
    flight = some_arcs(500)
    again = kepler.launched(flight.speed_m_s, flight.angle_rad)
    assert np.allclose(again.apogee_m, flight.apogee_m, atol=DISTANCE_TOL_M)
    assert np.allclose(again.range_m, flight.range_m, atol=DISTANCE_TOL_M)
    assert np.allclose(again.time_s, flight.time_s, atol=1e-6)


def test_prop_minimum_energy_is_the_slowest_arc() -> None:
    range_m = rng.uniform(100e3, 19_000e3, 200)
    best = kepler.minimum_energy(range_m)
    for factor in (0.9, 0.99, 1.01, 1.1):
        assert np.all(kepler.arc(best.apogee_m * factor, range_m).speed_m_s > best.speed_m_s)


def test_prop_farthest_range_undoes_minimum_energy() -> None:
    range_m = rng.uniform(1e3, 20_000e3, 200)
    flight = kepler.minimum_energy(range_m)
    assert np.allclose(kepler.farthest_range_m(flight.speed_m_s), range_m, atol=1.0)


def test_farthest_range_reaches_half_of_the_earth_and_then_leaves_it() -> None:
    assert kepler.farthest_range_m(7950.0) == kepler.HALF_EARTH_M
    assert np.isnan(kepler.farthest_range_m(11_300.0))


def test_range_per_speed_is_the_slope() -> None:
    range_m = np.array([300e3, 5500e3, 12_000e3])
    speed = kepler.minimum_energy(range_m).speed_m_s
    rise_m = kepler.farthest_range_m(speed + 0.1) - kepler.farthest_range_m(speed - 0.1)
    assert np.allclose(rise_m / 0.2, kepler.range_per_speed_s(range_m), rtol=1e-5)


def test_straight_up_is_the_limit_of_no_range() -> None:
    flight = kepler.arc(1000e3, 0.0)
    assert flight.angle_rad == pytest.approx(np.pi / 2, abs=1e-7)
    assert flight.time_s == pytest.approx(float(kepler.arc(1000e3, 1.0).time_s), abs=1e-6)


def test_heights_on_an_arc() -> None:
    flight = kepler.arc(1000e3, 5000e3)
    assert kepler.time_to_height_s(flight, 0.0) == pytest.approx(0.0, abs=1e-6)
    assert kepler.time_to_height_s(flight, 1000e3) == pytest.approx(
        0.5 * float(flight.time_s), abs=0.1
    )
    assert kepler.angle_at_height_rad(flight, 1000e3) == pytest.approx(0.0, abs=1e-6)
    assert kepler.speed_at_height_m_s(flight, 0.0) == flight.speed_m_s
    assert np.isnan(kepler.time_to_height_s(flight, 1001e3))


def test_flat_limit() -> None:
    """Over ten kilometres: v = sqrt(g R), apogee = R / 4."""
    flight = kepler.minimum_energy(10e3)
    flat_gravity = EARTH_MU_M3_S2 / EARTH_MEAN_RADIUS_M**2
    assert flight.speed_m_s == pytest.approx(np.sqrt(flat_gravity * 10e3), rel=1e-3)
    assert flight.apogee_m == pytest.approx(2.5e3, rel=2e-3)


def test_prop_rotation_arc_and_launched_agree() -> None:
    apogee, distance = rng.uniform(50e3, 4000e3, 300), rng.uniform(50e3, 12_000e3, 300)
    lat, azimuth = rng.uniform(-1.5, 1.5, 300), rng.uniform(0.0, 2.0 * np.pi, 300)
    there = rotation.arc(apogee, distance, lat, azimuth)
    back = rotation.launched(there.ground_speed_m_s, there.ground_angle_rad, lat, there.heading_rad)
    assert np.allclose(back.ground_range_m, distance, atol=0.1)
    assert np.allclose(back.inertial.apogee_m, apogee, atol=0.1)
    turn = np.abs((back.ground_azimuth_rad - azimuth + np.pi) % (2.0 * np.pi) - np.pi)
    assert turn.max() < 1e-6


def test_the_earth_shortens_the_way_west() -> None:
    east, west = rotation.ground_range_m(5500e3, np.radians(40.0), np.radians([90.0, 270.0]))
    assert west < 5500e3 < east


def test_rotation_caps_at_half_of_the_earth() -> None:
    assert rotation.ground_range_m(19_500e3, 0.0, np.pi / 2) == kepler.HALF_EARTH_M


@pytest.mark.parametrize("count", [0, 1, 4])
def test_arrays_of_any_length_and_one_equals_batch(count: int) -> None:
    apogee, distance = np.linspace(100e3, 900e3, 4)[:count], np.linspace(1e5, 9e6, 4)[:count]
    flights = rotation.arc(apogee, distance, 0.7, 1.2)
    assert flights.inertial.time_s.shape == (count,)
    assert rotation.ground_range_m(distance, 0.7, 1.2).shape == (count,)
    for k in range(count):
        one = kepler.arc(apogee[k], distance[k])
        assert one.time_s == kepler.arc(apogee, distance).time_s[k]


@pytest.mark.parametrize(
    ("apogee_m", "range_m", "reason"),
    [
        (0.0, 1e6, "apogee is not above"),
        (-1.0, 1e6, "apogee"),
        (1e5, 20_016e3, "half of the Earth"),
        (1e5, -1.0, "half"),
    ],
)
def test_impossible_arcs_are_refused(apogee_m: float, range_m: float, reason: str) -> None:
    with pytest.raises(RangeError, match=reason):
        kepler.arc(apogee_m, range_m)


def some_states(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Bound states near the Earth, in every direction."""
    position = rng.normal(size=(count, 3))
    position *= (rng.uniform(6.4e6, 9e6, count) / np.linalg.norm(position, axis=1))[:, None]
    return position, rng.uniform(-5000.0, 5000.0, (count, 3))


def test_prop_propagate_keeps_energy_and_momentum_and_comes_back() -> None:
    position, velocity = some_states(300)
    time_s = rng.uniform(-3000.0, 3000.0, 300)
    end, end_velocity = kepler.propagate(position, velocity, time_s)

    def energy(r: np.ndarray, v: np.ndarray) -> np.ndarray:
        return np.asarray(0.5 * np.sum(v**2, -1) - EARTH_MU_M3_S2 / np.linalg.norm(r, axis=-1))

    assert np.allclose(energy(end, end_velocity), energy(position, velocity), rtol=1e-9)
    assert np.allclose(
        np.cross(end, end_velocity), np.cross(position, velocity), rtol=1e-9, atol=1.0
    )
    back, back_velocity = kepler.propagate(end, end_velocity, -time_s)
    # Falling close by the centre of the Earth loses digits that no real flight loses.
    assert np.median(np.abs(back - position)) < 1e-7
    assert np.allclose(back, position, atol=1e-2)
    assert np.allclose(back_velocity, velocity, atol=1e-5)


def test_propagate_meets_apogee_and_impact_of_the_arc() -> None:
    flight = kepler.arc(800e3, 3000e3)
    start = np.array([EARTH_MEAN_RADIUS_M, 0.0, 0.0])
    angle = float(flight.angle_rad)
    velocity = flight.speed_m_s * np.array([np.sin(angle), np.cos(angle), 0.0])
    times = np.array([0.5, 1.0]) * flight.time_s
    position, _ = kepler.propagate(start, velocity, times)
    radius = np.linalg.norm(position, axis=-1)
    assert radius[0] - EARTH_MEAN_RADIUS_M == pytest.approx(800e3, abs=DISTANCE_TOL_M)
    assert radius[1] == pytest.approx(EARTH_MEAN_RADIUS_M, abs=DISTANCE_TOL_M)
    swept = np.arctan2(position[1, 1], position[1, 0]) * EARTH_MEAN_RADIUS_M
    assert swept == pytest.approx(3000e3, abs=DISTANCE_TOL_M)


@pytest.mark.parametrize(("time_s", "limit_m"), [(600.0, 4e3), (1800.0, 30e3)])
def test_propagate_leaves_j2_out_by_the_stated_error(time_s: float, limit_m: float) -> None:
    """What the docstring says of the fast coast, against an integration with J2."""
    flight = kepler.minimum_energy(10_000e3)
    angle = float(flight.angle_rad)
    worst_m = 0.0
    for lat_rad, azimuth_rad in ((0.0, 0.0), (0.7, 0.0), (0.7, 1.5), (1.2, 4.0)):
        up = np.array([np.cos(lat_rad), 0.0, np.sin(lat_rad)])
        north = np.array([-np.sin(lat_rad), 0.0, np.cos(lat_rad)])
        ahead = np.cos(azimuth_rad) * north + np.sin(azimuth_rad) * np.array([0.0, 1.0, 0.0])
        start = EARTH_MEAN_RADIUS_M * up
        velocity = flight.speed_m_s * (np.sin(angle) * up + np.cos(angle) * ahead)
        full = solve_ivp(
            lambda _, y: np.concatenate((y[3:], gravity.acceleration(y[:3]))),
            (0.0, time_s),
            np.concatenate((start, velocity)),
            method="DOP853",
            rtol=1e-11,
            atol=1e-4,
        ).y[:3, -1]
        fast, _ = kepler.propagate(start, velocity, time_s)
        worst_m = max(worst_m, float(np.linalg.norm(fast - full)))
    assert 0.3 * limit_m < worst_m < limit_m


def test_propagate_takes_circles_falls_and_escapes() -> None:
    radius_m = 7e6
    circular = np.sqrt(EARTH_MU_M3_S2 / radius_m)
    period_s = 2.0 * np.pi * radius_m / circular
    back, _ = kepler.propagate([radius_m, 0, 0], [0, circular, 0], period_s)
    assert np.allclose(back, [radius_m, 0, 0], atol=1e-3)
    fallen, _ = kepler.propagate([radius_m, 0, 0], [0, 0, 0], 600.0)
    assert fallen[0] < radius_m - 1.4e6
    gone, _ = kepler.propagate([radius_m, 0, 0], [0, 12e3, 0], 6000.0)
    assert np.linalg.norm(gone) > 4e7


@pytest.mark.parametrize("count", [0, 1, 3])
def test_propagate_one_equals_batch(count: int) -> None:
    position, velocity = some_states(3)
    position, velocity = position[:count], velocity[:count]
    batch, batch_velocity = kepler.propagate(position, velocity, 900.0)
    assert batch.shape == (count, 3)
    for k in range(count):
        one, one_velocity = kepler.propagate(position[k], velocity[k], 900.0)
        assert np.array_equal(one, batch[k])
        assert np.array_equal(one_velocity, batch_velocity[k])
