"""Frames, gravity and instants."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield import constants
from glasshield.earth import frames, gravity
from glasshield.earth.ellipsoid import geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import RangeError

POSITION_TOL_M = 1e-8
SPEED_TOL_M_S = 1e-11

rng = np.random.default_rng(20070808)
POSITIONS_M = rng.uniform(-9e6, 9e6, (50, 3))
VELOCITIES_M_S = rng.uniform(-7e3, 7e3, (50, 3))
TIMES_S = rng.uniform(-100.0, 4000.0, 50)


def test_prop_frames_round_trip() -> None:
    there = frames.ecef_to_eci(POSITIONS_M, TIMES_S)
    assert np.allclose(frames.eci_to_ecef(there, TIMES_S), POSITIONS_M, atol=POSITION_TOL_M)
    moving = frames.velocity_ecef_to_eci(POSITIONS_M, VELOCITIES_M_S, TIMES_S)
    back = frames.velocity_eci_to_ecef(there, moving, TIMES_S)
    assert np.allclose(back, VELOCITIES_M_S, atol=SPEED_TOL_M_S)


def test_a_point_at_rest_on_the_equator_moves_east_at_465_m_s() -> None:
    at_rest = frames.velocity_ecef_to_eci([constants.EARTH_SEMI_MAJOR_AXIS_M, 0, 0], [0, 0, 0], 0.0)
    assert np.allclose(at_rest, [0.0, 465.10, 0.0], atol=0.005)


def test_velocity_is_the_derivative_of_position() -> None:
    step_s = 0.5
    after = frames.ecef_to_eci(POSITIONS_M + VELOCITIES_M_S * step_s, TIMES_S + step_s)
    before = frames.ecef_to_eci(POSITIONS_M - VELOCITIES_M_S * step_s, TIMES_S - step_s)
    slope = (after - before) / (2.0 * step_s)
    found = frames.velocity_ecef_to_eci(POSITIONS_M, VELOCITIES_M_S, TIMES_S)
    assert np.allclose(slope, found, atol=1e-5)


def test_one_time_for_many_and_empty_arrays() -> None:
    assert frames.ecef_to_eci(POSITIONS_M, 5.0).shape == (50, 3)
    assert frames.ecef_to_eci(POSITIONS_M[0], TIMES_S).shape == (50, 3)
    assert frames.velocity_eci_to_ecef(np.empty((0, 3)), np.empty((0, 3)), np.empty(0)).shape == (
        0,
        3,
    )


def test_val_constants_that_follow_from_the_defining_four() -> None:
    """NIMA TR8350.2, tables 3.3 and 3.4."""
    assert round(constants.EARTH_SEMI_MINOR_AXIS_M, 4) == 6356752.3142
    assert round(constants.EARTH_ECCENTRICITY_SQUARED, 14) == 0.00669437999014
    assert round(constants.EARTH_MEAN_RADIUS_M, 4) == 6371008.7714
    assert round(gravity.ellipsoid_j2(), 11) == 1.08262982e-3
    assert gravity.ellipsoid_j2() == pytest.approx(constants.EARTH_J2, rel=1e-11)
    assert round(gravity.EQUATOR_GRAVITY_M_S2, 10) == 9.7803253359
    assert round(gravity.POLE_GRAVITY_M_S2, 10) == 9.8321849379
    assert round(gravity.SOMIGLIANA_K, 14) == 0.00193185265241


def test_val_normal_gravity_at_45_degrees() -> None:
    assert round(float(gravity.normal_gravity(np.radians(45.0))), 6) == 9.806198


def test_gravity_is_the_gradient_of_its_potential() -> None:
    step_m = 10.0
    offsets = step_m * np.eye(3)
    for position in POSITIONS_M[:10] + np.array([3e6, 0.0, 0.0]):
        slope = [
            (gravity.potential(position + d) - gravity.potential(position - d)) / (2.0 * step_m)
            for d in offsets
        ]
        assert np.allclose(-np.array(slope), gravity.acceleration(position), rtol=1e-7, atol=1e-9)


def test_gravity_with_rotation_is_normal_gravity_but_for_higher_harmonics() -> None:
    """The ellipsoid's own J4 and beyond, which flights leave out, are worth up to 4e-5 m/s2."""
    lat_rad = np.radians([0.0, 30.0, 45.0, 60.0, 90.0])
    position = geodetic_to_ecef(lat_rad, 0.4, 0.0)
    outward = position * np.array([1.0, 1.0, 0.0]) * constants.EARTH_ROTATION_RAD_S**2
    size = np.linalg.norm(gravity.acceleration(position) + outward, axis=-1)
    assert np.allclose(size, gravity.normal_gravity(lat_rad), atol=6e-5)


def test_gravity_of_nothing_is_nothing() -> None:
    assert gravity.acceleration(np.empty((0, 3))).shape == (0, 3)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("2017-07-28T14:41:00Z", "2017-07-28T14:41:00Z"),
        ("2017-07-28T23:41:00+09:00", "2017-07-28T14:41:00Z"),
        ("1960-05-20T15:00:00.250000Z", "1960-05-20T15:00:00.250000Z"),
    ],
)
def test_instants_round_trip(text: str, canonical: str) -> None:
    instant = Instant.parse(text)
    assert str(instant) == canonical
    assert Instant.parse(instant.isoformat()) == instant


def test_instants_differ_in_seconds() -> None:
    start = Instant.parse("2022-03-24T05:33:00Z")
    assert start.plus_s(4260.5).since_s(start) == 4260.5
    assert start < start.plus_s(1e-6)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("yesterday", "not a date"),
        ("2017-07-28T14:41:00", "no time zone"),
        ("2017-13-01T00:00Z", "not a"),
    ],
)
def test_bad_instants_are_refused(text: str, reason: str) -> None:
    with pytest.raises(RangeError, match=reason):
        Instant.parse(text, where="epoch")
