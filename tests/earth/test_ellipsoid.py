"""Geodetic coordinates and local axes: round trips, known points, shapes."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.constants import EARTH_SEMI_MAJOR_AXIS_M, EARTH_SEMI_MINOR_AXIS_M
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef

POSITION_TOL_M = 2e-8  # a few roundings of numbers of 1e7 m
ANGLE_TOL_RAD = 2e-15  # the same, as an angle at the centre

LATS_DEG = (-90.0, -89.9999999, -60.0, -1e-9, 0.0, 1e-9, 33.3, 45.0, 89.9999999, 90.0)
LONS_DEG = (-180.0, -179.9999, -90.0, 0.0, 1e-12, 90.0, 179.9999, 180.0)
HEIGHTS_M = (-1_000_000.0, -100.0, 0.0, 1000.0, 400e3, 6.3e6, 4e8)


def grid() -> np.ndarray:
    mesh = np.meshgrid(np.radians(LATS_DEG), np.radians(LONS_DEG), HEIGHTS_M, indexing="ij")
    return np.stack(mesh, axis=-1).reshape(-1, 3)


def test_prop_geodetic_round_trip_with_poles_and_antimeridian() -> None:
    lat, lon, height = grid().T
    there = geodetic_to_ecef(lat, lon, height)
    lat2, lon2, height2 = ecef_to_geodetic(there)
    assert np.all(np.abs(lat2 - lat) < ANGLE_TOL_RAD)
    # Relative at 400,000 km, where one rounding of the position is 6e-8 m.
    assert np.all(np.abs(height2 - height) < POSITION_TOL_M + 4e-16 * np.abs(height))
    again = geodetic_to_ecef(lat2, lon2, height2)
    assert np.all(np.abs(again - there) < POSITION_TOL_M + 1e-15 * np.abs(height)[:, None])


@pytest.mark.parametrize(
    ("position_m", "lat_deg", "lon_deg"),
    [
        ((EARTH_SEMI_MAJOR_AXIS_M, 0.0, 0.0), 0.0, 0.0),
        ((0.0, EARTH_SEMI_MAJOR_AXIS_M, 0.0), 0.0, 90.0),
        ((0.0, 0.0, EARTH_SEMI_MINOR_AXIS_M), 90.0, 0.0),
        ((0.0, 0.0, -EARTH_SEMI_MINOR_AXIS_M), -90.0, 0.0),
    ],
)
def test_axes_of_the_ellipsoid(
    position_m: tuple[float, float, float], lat_deg: float, lon_deg: float
) -> None:
    lat, lon, height = ecef_to_geodetic(position_m)
    assert np.degrees(lat) == lat_deg
    assert np.degrees(lon) == lon_deg
    assert abs(height) < POSITION_TOL_M


def test_east_north_up_is_a_right_handed_rotation_normal_to_the_ellipsoid() -> None:
    lat, lon, _ = grid().T
    axes = east_north_up(lat, lon)
    assert np.allclose(axes @ np.swapaxes(axes, -1, -2), np.eye(3), atol=1e-15)
    assert np.allclose(np.linalg.det(axes), 1.0, atol=1e-15)
    climb = geodetic_to_ecef(lat, lon, 1000.0) - geodetic_to_ecef(lat, lon, 0.0)
    assert np.allclose(climb, 1000.0 * axes[:, 2], atol=1e-8)


def test_east_and_north_point_where_coordinates_grow() -> None:
    lat, lon, step = 0.7, -1.2, 1e-6
    east, north, _ = east_north_up(lat, lon)
    here = geodetic_to_ecef(lat, lon, 0.0)
    assert (geodetic_to_ecef(lat, lon + step, 0.0) - here) @ east > 0.0
    assert (geodetic_to_ecef(lat + step, lon, 0.0) - here) @ north > 0.0


@pytest.mark.parametrize("count", [0, 1, 3])
def test_arrays_of_any_length_and_one_equals_batch(count: int) -> None:
    points = grid()[200 : 200 + count]
    batch = geodetic_to_ecef(*points.T)
    assert batch.shape == (count, 3)
    assert all(part.shape == (count,) for part in ecef_to_geodetic(batch))
    assert east_north_up(points[:, 0], points[:, 1]).shape == (count, 3, 3)
    for point, position in zip(points, batch, strict=True):
        assert np.array_equal(geodetic_to_ecef(*point), position)


def test_nan_stays_nan() -> None:
    assert np.isnan(geodetic_to_ecef(np.nan, 0.0, 0.0)).any()
