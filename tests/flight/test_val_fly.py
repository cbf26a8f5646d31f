"""The flight kernel against its readable twin and against another program's propagator."""

from __future__ import annotations

import heyoka
import numpy as np
import pytest

from glasshield import catalog
from glasshield.constants import EARTH_J2, EARTH_MU_M3_S2, EARTH_SEMI_MAJOR_AXIS_M
from glasshield.earth import ellipsoid
from glasshield.flight import rockets
from glasshield.flight.coast import Method, coast
from glasshield.flight.fly import Accuracy, Launches, fly
from tests.reference import fly as twin

pytestmark = pytest.mark.kernels

# The kernel takes the height along the radius, not along the normal (0.6 m at 100 km), and reads
# air and drag from tables (1e-6): a few metres after thousands of kilometres.
IMPACT_TOL_M = 5.0
BURNOUT_TOL_M = 0.2
BURNOUT_TOL_M_S = 3e-3
APOGEE_TOL_M = 3.0
TIME_TOL_S = 3e-3
# What the issue of a fast kernel asks of its default accuracy.
DEFAULT_IMPACT_TOL_M = 10.0
COAST_TOL_M = 1.0

TIGHT = Accuracy(position_m=1e-4, velocity_m_s=1e-7)


@pytest.mark.parametrize(
    ("missile", "kick_deg", "lat_deg", "azimuth_deg", "share"),
    [
        ("srbm", 8.0, 40.0, 126.0, 1.0),
        ("mrbm", 6.0, 36.0, 300.0, 0.97),
        ("mrbm-solid", 9.0, -20.0, 10.0, 0.9),
        ("irbm", 8.8, 0.0, 270.0, 0.95),
        ("icbm-solid", 11.0, 57.9, 310.0, 0.97),
        ("icbm-liquid", 2.0, 50.8, 345.0, 0.99),
        ("slbm", 8.0, 73.0, 355.0, 0.92),
    ],
)
def test_val_flights_match_the_readable_twin(
    missile: str, kick_deg: float, lat_deg: float, azimuth_deg: float, share: float
) -> None:
    vehicle = rockets.missile_vehicle(catalog.load().missiles[missile])
    lat, azimuth, kick = np.radians([lat_deg, azimuth_deg, kick_deg])
    cutoff = share * vehicle.burnout_time_s
    expected = twin.fly(vehicle, twin.Launch(lat, 0.5, azimuth, kick, cutoff))
    launches = Launches(0, lat, 0.5, azimuth, kick, cutoff_s=cutoff)
    got = fly([vehicle], launches, accuracy=TIGHT)
    apogee = ellipsoid.ecef_to_geodetic(got.apogee_position_ecef_m)[2][0]
    assert got.ok.all()
    assert (
        np.abs(got.burnout_position_ecef_m[0] - expected.burnout_position_ecef_m).max()
        < BURNOUT_TOL_M
    )
    assert (
        np.abs(got.burnout_velocity_ecef_m_s[0] - expected.burnout_velocity_ecef_m_s).max()
        < BURNOUT_TOL_M_S
    )
    assert apogee == pytest.approx(expected.apogee_m, abs=APOGEE_TOL_M)
    assert got.flight_time_s[0] == pytest.approx(expected.flight_time_s, abs=TIME_TOL_S)
    miss = np.linalg.norm(got.impact_position_ecef_m[0] - expected.impact_position_ecef_m)
    assert miss < IMPACT_TOL_M
    default = fly([vehicle], launches)
    assert (
        np.linalg.norm(default.impact_position_ecef_m[0] - expected.impact_position_ecef_m)
        < DEFAULT_IMPACT_TOL_M
    )


def heyoka_states(states: np.ndarray, duration_s: float) -> np.ndarray:
    """The states after free flight under the same gravity, by heyoka's Taylor integrator."""
    x, y, z, vx, vy, vz = heyoka.make_vars("x", "y", "z", "vx", "vy", "vz")
    r2 = x * x + y * y + z * z
    central = -EARTH_MU_M3_S2 / (r2 * heyoka.sqrt(r2))
    j2 = 1.5 * EARTH_J2 * EARTH_SEMI_MAJOR_AXIS_M**2 / r2
    in_plane = central * (1.0 + j2 * (1.0 - 5.0 * z * z / r2))
    polar = central * (1.0 + j2 * (3.0 - 5.0 * z * z / r2))
    system = [(x, vx), (y, vy), (z, vz), (vx, in_plane * x), (vy, in_plane * y), (vz, polar * z)]
    integrator = heyoka.taylor_adaptive(system, states[0].copy(), tol=1e-16)
    after = np.empty_like(states)
    for k, state in enumerate(states):
        integrator.time = 0.0
        integrator.state[:] = state
        integrator.propagate_until(duration_s)
        after[k] = integrator.state
    return after


def burnout_states(count: int) -> np.ndarray:
    """Inertial states such as missiles have at burnout, all over the Earth, seed 7."""
    rng = np.random.default_rng(7)
    lat, lon, azimuth = rng.uniform((-1.4, -3.1, 0.0), (1.4, 3.1, 6.28), (count, 3)).T
    rise = np.radians(rng.uniform(15.0, 80.0, count))
    speed = rng.uniform(4500.0, 7200.0, count)
    position = ellipsoid.geodetic_to_ecef(lat, lon, rng.uniform(150e3, 300e3, count))
    east, north, up = np.moveaxis(ellipsoid.east_north_up(lat, lon), -2, 0)
    level = np.sin(azimuth)[:, None] * east + np.cos(azimuth)[:, None] * north
    velocity = speed[:, None] * (np.cos(rise)[:, None] * level + np.sin(rise)[:, None] * up)
    return np.concatenate((position, velocity), axis=-1)


def test_val_coast_matches_heyoka() -> None:
    states = burnout_states(20)
    got, expected = coast(states, 1800.0), heyoka_states(states, 1800.0)
    assert np.linalg.norm(got[:, :3] - expected[:, :3], axis=-1).max() < COAST_TOL_M


@pytest.mark.parametrize(("method", "steps_s"), [(5, (20.0, 10.0)), (8, (120.0, 60.0))])
def test_val_each_method_has_its_order(method: int, steps_s: tuple[float, float]) -> None:
    states = burnout_states(8)
    exact = coast(states, 1200.0, accuracy=Accuracy(1e-9, 1e-12))
    long, short = (
        np.linalg.norm(
            coast(states, 1200.0, method=Method(method), fixed_step_s=step)[:, :3] - exact[:, :3],
            axis=-1,
        )
        for step in steps_s
    )
    order = np.median(np.log2(long / short))
    assert order == pytest.approx(method, abs=0.5)


def test_val_default_accuracy_holds_at_the_99th_percentile() -> None:
    missiles = catalog.load().missiles
    names = ("mrbm", "irbm", "icbm-solid", "icbm-liquid")
    vehicles = [rockets.missile_vehicle(missiles[name]) for name in names]
    rng = np.random.default_rng(11)
    n = 2000
    index = rng.integers(0, len(vehicles), n)
    kick = np.radians(np.array([6.0, 8.8, 11.0, 2.0])[index] * rng.uniform(0.5, 1.05, n))
    launches = Launches(
        index,
        rng.uniform(-1.2, 1.3, n),
        rng.uniform(-3.1, 3.1, n),
        rng.uniform(0.0, 6.28, n),
        kick,
        cutoff_s=np.array([v.burnout_time_s for v in vehicles])[index] * rng.uniform(0.85, 1.0, n),
    )
    got, exact = fly(vehicles, launches), fly(vehicles, launches, accuracy=TIGHT)
    assert got.ok.all()
    error = np.linalg.norm(got.impact_position_ecef_m - exact.impact_position_ecef_m, axis=-1)
    assert np.percentile(error, 99.0) < DEFAULT_IMPACT_TOL_M
