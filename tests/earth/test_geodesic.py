"""Geodesics on WGS 84 and great circles on the sphere, against published distances."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import geodesic, sphere

# Degrees. Launch sites after the General Catalogue of Artificial Space Objects (J. McDowell),
# rounded; Kura from general knowledge.
PLACES_DEG = {
    "vandenberg": (34.75, -120.62),
    "kwajalein": (9.00, 167.72),
    "guam": (13.40, 144.80),
    "plesetsk": (62.90, 40.50),
    "kura": (57.3, 161.8),
    "kapustin-yar": (48.4, 46.3),
    "sary-shagan": (46.0, 73.2),
    "pyongyang": (39.15, 125.68),
}

SITE_TOL_M = 1_500.0  # the published distances were taken between sites given to about 0.01 deg
DIFFERENCE_TOL_M = 150.0  # ellipsoid minus sphere hardly feels that; both are printed to 0.1 km
AZIMUTH_TOL_DEG = 0.1
ROUNDING_TOL_M = 1e-6  # the library is good to 15 nm, radians to degrees and back adds to it
ANGLE_TOL_RAD = 1e-12


def between(start: str, end: str) -> tuple[float, float, float, float]:
    lat1, lon1, lat2, lon2 = np.radians((*PLACES_DEG[start], *PLACES_DEG[end]))
    return lat1, lon1, lat2, lon2


@pytest.mark.parametrize(
    ("start", "end", "ellipsoid_km", "sphere_km"),
    [
        ("vandenberg", "kwajalein", 7773.6, 7767.2),
        ("vandenberg", "guam", 9584.8, 9572.3),
        ("plesetsk", "kura", 5757.4, 5736.7),
        ("kapustin-yar", "sary-shagan", 2044.6, 2038.7),
        ("pyongyang", "guam", 3415.7, 3422.3),
    ],
)
def test_val_distances_between_test_ranges(
    start: str, end: str, ellipsoid_km: float, sphere_km: float
) -> None:
    points = between(start, end)
    curved_m = geodesic.inverse(*points).distance_m
    round_m = sphere.distance_m(*points)
    assert abs(curved_m - ellipsoid_km * 1e3) < SITE_TOL_M
    assert abs(round_m - sphere_km * 1e3) < SITE_TOL_M
    assert abs(curved_m - round_m - (ellipsoid_km - sphere_km) * 1e3) < DIFFERENCE_TOL_M


@pytest.mark.parametrize(
    ("start", "end", "azimuth_deg"),
    [("vandenberg", "kwajalein", 267.1), ("plesetsk", "kura", 36.1)],
)
def test_val_azimuths_between_test_ranges(start: str, end: str, azimuth_deg: float) -> None:
    line = geodesic.inverse(*between(start, end))
    assert abs(np.degrees(line.azimuth1_rad) - azimuth_deg) < AZIMUTH_TOL_DEG


def test_val_wellington_to_salamanca() -> None:
    """The worked example in the documentation of GeographicLib 2.0."""
    line = geodesic.inverse(*np.radians((-41.32, 174.81, 40.96, -5.50)))
    assert abs(line.distance_m - 19_959_679.26735382) < ROUNDING_TOL_M
    assert abs(np.degrees(line.azimuth1_rad) - 161.06766998615873) < 1e-9
    assert abs(np.degrees(line.azimuth2_rad) - 18.825195123248484) < 1e-9


def test_prop_direct_undoes_inverse_over_poles_and_antimeridian() -> None:
    lat1, lon1 = (
        np.radians([-90.0, -35.0, 0.0, 10.0, 89.0]),
        np.radians([0.0, 179.9, 179.5, -170, 0]),
    )
    lat2, lon2 = np.radians([30.0, 40.0, 0.5, 90.0, 88.0]), np.radians([50.0, -179.0, -1.0, 0, 175])
    line = geodesic.inverse(lat1, lon1, lat2, lon2)
    end = geodesic.direct(lat1, lon1, line.azimuth1_rad, line.distance_m)
    gap_m = geodesic.inverse(end.lat_rad, end.lon_rad, lat2, lon2).distance_m
    assert np.all(gap_m < ROUNDING_TOL_M)
    assert np.all((line.azimuth1_rad >= 0.0) & (line.azimuth1_rad < 2.0 * np.pi))


def test_path_is_evenly_spaced_and_keeps_its_ends() -> None:
    points = between("vandenberg", "kwajalein")
    track = geodesic.path(*points, count=9)
    steps_m = geodesic.inverse(
        track.lat_rad[:-1], track.lon_rad[:-1], track.lat_rad[1:], track.lon_rad[1:]
    ).distance_m
    assert np.ptp(steps_m) < ROUNDING_TOL_M
    assert np.allclose((track.lat_rad[0], track.lon_rad[0]), points[:2], atol=ANGLE_TOL_RAD)
    assert np.allclose((track.lat_rad[-1], track.lon_rad[-1]), points[2:], atol=ANGLE_TOL_RAD)
    assert np.all(np.abs(track.lon_rad) <= np.pi)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_arrays_of_any_length_and_one_equals_batch(count: int) -> None:
    lat = np.linspace(-1.0, 1.0, 2)[:count]
    line = geodesic.inverse(lat, 0.1, 0.3, lat)
    assert line.distance_m.shape == (count,)
    for k in range(count):
        one = geodesic.inverse(lat[k], 0.1, 0.3, lat[k])
        assert np.ndim(one.distance_m) == 0
        assert one.distance_m == line.distance_m[k]
    assert geodesic.direct(lat, 0.1, 0.2, 1e6).lat_rad.shape == (count,)


def test_sphere_angles_hold_for_neighbours_and_antipodes() -> None:
    assert sphere.central_angle(0.3, 0.2, 0.3 + 1e-9, 0.2) == pytest.approx(1e-9, rel=1e-6)
    assert sphere.central_angle(0.3, 0.2, -0.3, 0.2 + np.pi) == pytest.approx(np.pi, abs=1e-15)


def test_prop_destination_undoes_azimuth_and_angle() -> None:
    rng = np.random.default_rng(7)
    lat1, lat2 = rng.uniform(-1.5, 1.5, (2, 200))
    lon1, lon2 = rng.uniform(-np.pi, np.pi, (2, 200))
    lat, lon = sphere.destination(
        lat1,
        lon1,
        sphere.azimuth_rad(lat1, lon1, lat2, lon2),
        sphere.central_angle(lat1, lon1, lat2, lon2),
    )
    assert np.all(sphere.central_angle(lat, lon, lat2, lon2) < ANGLE_TOL_RAD)


def test_nearest_pass_is_the_foot_or_an_end() -> None:
    start, end = np.radians((0.0, 170.0)), np.radians((0.0, -150.0))
    beside = sphere.nearest_pass(start, end, np.radians((5.0, -179.0)))
    assert beside.distance_m == pytest.approx(EARTH_MEAN_RADIUS_M * np.radians(5.0))
    assert beside.downrange_m == pytest.approx(EARTH_MEAN_RADIUS_M * np.radians(11.0))
    behind = sphere.nearest_pass(start, end, np.radians((0.0, 160.0)))
    assert behind.distance_m == pytest.approx(EARTH_MEAN_RADIUS_M * np.radians(10.0))
    assert behind.downrange_m == 0.0
    past = sphere.nearest_pass(start, end, np.radians([(0.0, -140.0), (0.0, -40.0)]))
    assert past.downrange_m == pytest.approx(EARTH_MEAN_RADIUS_M * np.radians(40.0))
    assert past.distance_m == pytest.approx(EARTH_MEAN_RADIUS_M * np.radians([10.0, 110.0]))


@pytest.mark.parametrize(
    ("height_km", "slant_km", "ground_km"),
    [
        (100, 1133, 1121),
        (300, 1978, 1918),
        (1000, 3707, 3357),
        (2000, 5430, 4497),
        (4000, 8183, 5793),
    ],
)
def test_val_radar_horizon_without_refraction(
    height_km: float, slant_km: float, ground_km: float
) -> None:
    seen = sphere.horizon(height_km * 1e3)
    assert round(float(seen.slant_m) / 1e3) == slant_km
    assert round(float(seen.ground_m) / 1e3) == ground_km


def test_refraction_reaches_farther() -> None:
    assert sphere.horizon(100e3, 4.0 / 3.0).ground_m > sphere.horizon(100e3).ground_m
