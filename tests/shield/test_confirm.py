"""Full flights through intercept points, and what they say of the flyout table."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth import ellipsoid, geodesic
from glasshield.flight import rockets
from glasshield.flight.fly import Launches, Sampling, fly
from glasshield.shield import flyout
from glasshield.shield.confirm import MISS_ALLOWED_M, TIME_ALLOWED_S, Site, confirm

pytestmark = pytest.mark.kernels

REDZIKOWO = Site(*np.radians([54.48, 17.10]))
RECORDS = catalog.load()


def points_around(site: Site, count: int, farthest_m: float, top_m: float) -> np.ndarray:
    """Points at all bearings, ranges and heights, seed 12."""
    rng = np.random.default_rng(12)
    ends = [
        geodesic.direct(site.lat_rad, site.lon_rad, azimuth, distance)
        for azimuth, distance in rng.uniform((0.0, 3e4), (6.28, farthest_m), (count, 2))
    ]
    lat, lon = np.array([(end.lat_rad, end.lon_rad) for end in ends], dtype=float).T
    return ellipsoid.geodetic_to_ecef(lat, lon, rng.uniform(80e3, top_m, count))


@pytest.mark.parametrize(
    ("name", "speed_m_s", "farthest_m", "top_m"),
    [
        ("gbi2", 6300.0, 3.5e6, 1.5e6),
        ("gbi2", 9000.0, 4.0e6, 2.0e6),
        ("sm3-1a", 3000.0, 0.9e6, 0.4e6),
        ("sm3-2a", 4500.0, 2.0e6, 1.0e6),
        ("sm3-2b", 5500.0, 3.0e6, 1.2e6),
    ],
)
def test_the_table_is_confirmed_by_full_flights(
    name: str, speed_m_s: float, farthest_m: float, top_m: float
) -> None:
    vehicle = rockets.interceptor_vehicle(RECORDS.interceptors[name], speed_m_s)
    table = flyout.table(vehicle, REDZIKOWO.lat_rad)
    points = points_around(REDZIKOWO, 300, farthest_m, top_m)
    origin = ellipsoid.geodetic_to_ecef(REDZIKOWO.lat_rad, REDZIKOWO.lon_rad, 0.0)
    axes = ellipsoid.east_north_up(REDZIKOWO.lat_rad, REDZIKOWO.lon_rad)
    times = table.times_s((points - origin) @ axes.T)
    reached = np.isfinite(times)
    assert reached.sum() > 60
    checked = confirm(vehicle, REDZIKOWO, points[reached], times[reached])
    assert checked.ok.all()
    assert checked.miss_m.max() <= MISS_ALLOWED_M
    assert np.abs(checked.off_s).max() <= TIME_ALLOWED_S


def test_the_launches_found_pass_through_the_points() -> None:
    vehicle = rockets.interceptor_vehicle(RECORDS.interceptors["gbi2"], 6300.0)
    launch = Launches(0, REDZIKOWO.lat_rad, REDZIKOWO.lon_rad, 1.1, np.radians(5.0))
    flight = fly([vehicle], launch, sampling=Sampling(200.0, 3))
    checked = confirm(vehicle, REDZIKOWO, flight.positions_ecef_m[0, 2:3], np.array([401.0]))
    assert checked.miss_m[0] < 60.0
    assert checked.flight_time_s[0] == pytest.approx(400.0, abs=0.1)
    assert np.ravel(checked.launches.azimuth_rad)[0] == pytest.approx(1.1, abs=1e-3)


def test_a_point_that_no_flight_reaches_is_not_confirmed() -> None:
    vehicle = rockets.interceptor_vehicle(RECORDS.interceptors["sm3-1a"], 3000.0)
    lat, lon = np.radians([54.0, 60.0])
    there = ellipsoid.geodetic_to_ecef(lat, lon, 200e3)
    checked = confirm(vehicle, REDZIKOWO, there[None], np.array([500.0]))
    assert not checked.ok[0]
    assert checked.miss_m[0] > 1e5


def test_no_points_give_nothing() -> None:
    vehicle = rockets.interceptor_vehicle(RECORDS.interceptors["sm3-1a"], 3000.0)
    assert confirm(vehicle, REDZIKOWO, np.empty((0, 3)), np.empty(0)).ok.shape == (0,)
