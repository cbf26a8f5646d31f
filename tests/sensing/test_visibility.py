"""What sensors see: place, sector, range, bent rays, cues."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import catalog
from glasshield.catalog.model import Search
from glasshield.earth import ellipsoid, geodesic
from glasshield.errors import RangeError
from glasshield.sensing.refraction import AIR_TOP_M, Refraction, arc_to, geometric_elevation
from glasshield.sensing.sensors import End, OverheadInfrared, Radar, Sector, sensor
from glasshield.sensing.visibility import Paths, first_seen_s, visible, watch

ALL_ROUND = Sector(0.0, 2.0 * math.pi, 0.0, math.pi / 2.0)
BENDING_AT_HORIZON_DEG = (0.8, 1.0)  # 0.9 as observed, for the standard refractivity
STEP_S = 10.0


def radar(*, sector: Sector = ALL_ROUND, range_m: float = 1e7, **more: object) -> Radar:
    facts = {
        "id": "test",
        "lat_rad": 0.9,
        "lon_rad": 0.3,
        "height_m": 0.0,
        "reference_cross_section_m2": 1.0,
        "search": Search.VOLUME,
    }
    return Radar(sectors=(sector,), range_m=range_m, **(facts | more))  # type: ignore[arg-type]


def paths_at(points: np.ndarray, cross_section_m2: float = 1.0) -> Paths:
    """Points as flights of one sample each."""
    n = len(points)
    return Paths(points[:, None], STEP_S, np.full(n, 60.0), np.full(n, cross_section_m2))


def around(azimuth_rad: float, distance_m: float, height_m: float) -> np.ndarray:
    """A point at an azimuth and a distance over the ground from the radar."""
    end = geodesic.direct(0.9, 0.3, azimuth_rad, distance_m)
    return ellipsoid.geodetic_to_ecef(end.lat_rad, end.lon_rad, height_m)[None]


def sees(radar: Radar, point: np.ndarray, cross_section_m2: float = 1.0) -> bool:
    return bool(visible(radar, paths_at(point, cross_section_m2))[0, 0])


def test_the_horizon_hides_what_lies_below_it() -> None:
    assert sees(radar(), around(1.0, 1000e3, 100e3))
    assert not sees(radar(), around(1.0, 1500e3, 100e3))
    # Straight rays end at 1,121 km over the ground for a target at 100 km; bent ones go further.
    straight = visible(radar(), paths_at(around(1.0, 1150e3, 100e3)), Refraction.NONE)
    assert not straight[0, 0]
    assert sees(radar(), around(1.0, 1150e3, 100e3))


def test_rays_bend_as_observed() -> None:
    far = 2000e3
    bent = math.degrees(-float(geometric_elevation(0.0, 0.0, far)))
    straight = math.degrees(-float(geometric_elevation(0.0, 0.0, far, Refraction.NONE)))
    assert straight == pytest.approx(0.0, abs=1e-6)
    assert BENDING_AT_HORIZON_DEG[0] * 0.5 < bent < BENDING_AT_HORIZON_DEG[1]
    arc = arc_to(0.0, 0.0, far) - arc_to(0.0, 0.0, far, Refraction.NONE)
    low, high = BENDING_AT_HORIZON_DEG
    assert low < math.degrees(float(arc)) < high
    assert 7e3 < AIR_TOP_M < 9e3


@given(
    azimuth=st.floats(0.0, 6.28),
    start=st.floats(0.0, 6.28),
    width=st.floats(0.1, 6.1),
)
def test_prop_a_sector_is_what_lies_clockwise_of_its_edge(
    azimuth: float, start: float, width: float
) -> None:
    turned = (azimuth - start) % (2.0 * math.pi)
    margin = 0.01  # the direction of a point high up differs a little from the geodesic's
    if min(abs(turned - width), turned, 2.0 * math.pi - turned) < margin:
        return
    looking = radar(sector=Sector(start, width, 0.0, math.pi / 2.0))
    assert sees(looking, around(azimuth, 800e3, 400e3)) == (turned < width)


def test_elevation_limits() -> None:
    up = radar(sector=Sector(0.0, 2.0 * math.pi, math.radians(30.0), math.radians(60.0)))
    assert not sees(up, around(1.0, 800e3, 200e3))
    assert sees(up, around(1.0, 300e3, 300e3))
    assert not sees(up, around(1.0, 10e3, 300e3))


def test_range_grows_with_the_fourth_root_of_the_cross_section() -> None:
    one = radar(range_m=1000e3)
    assert one.range_to_m(1.0) == 1000e3
    assert one.range_to_m(16.0) == pytest.approx(2000e3)
    point = around(0.5, 1200e3, 600e3)
    assert not sees(one, point)
    assert sees(one, point, cross_section_m2=16.0)


@pytest.mark.parametrize("lat", [math.pi / 2, -math.pi / 2, 0.0])
@pytest.mark.parametrize("lon", [math.pi, -math.pi])
def test_poles_and_date_line_are_places_like_others(lat: float, lon: float) -> None:
    there = radar(lat_rad=lat, lon_rad=lon)
    for azimuth in np.linspace(0.0, 6.0, 7):
        end = geodesic.direct(lat, lon, azimuth, 500e3)
        point = ellipsoid.geodetic_to_ecef(end.lat_rad, end.lon_rad, 300e3)[None]
        assert sees(there, point)


def rising(seconds: float = 400.0) -> Paths:
    """A flight straight up at 1 km/s, 300 km from the radar."""
    times = np.arange(0.0, seconds, STEP_S)
    points = np.concatenate([around(0.5, 300e3, 1000.0 * t) for t in times])
    return Paths(points[None], STEP_S, np.array([120.0]), np.array([1.0]))


def test_the_first_sight_is_found_between_samples() -> None:
    path = rising()
    low = radar(sector=Sector(0.0, 2.0 * math.pi, math.radians(20.0), math.pi / 2.0))
    first = first_seen_s(low, path, visible(low, path))[0]
    # 300 km away, 20 degrees up, with the curve of the Earth: about 117 km.
    assert first == pytest.approx(117.0, abs=2.0)
    assert first % STEP_S != 0.0


def test_infrared_sees_a_burning_motor_above_the_clouds() -> None:
    eye = OverheadInfrared("eye", 10e3)
    seen = visible(eye, rising())[0]
    assert not seen[0]
    assert seen[2]
    assert not seen[14]  # burnt out at 120 s
    assert first_seen_s(eye, rising(), visible(eye, rising()))[0] == pytest.approx(10.0, abs=0.2)


def test_a_cued_radar_waits_for_its_cue() -> None:
    narrow = radar(search=Search.CUED)
    eye = OverheadInfrared("eye", 100e3)
    alone = watch([narrow], rising())
    assert np.isinf(alone.first_s).all()
    together = watch([narrow, eye], rising())
    assert together.first_s[1, 0] == pytest.approx(100.0, abs=0.2)
    assert together.first_s[0, 0] >= together.first_s[1, 0]
    assert together.seen[0].any()


def test_no_sensors_see_nothing_and_no_flights_are_seen() -> None:
    assert watch([], rising()).seen.shape[0] == 0
    none = Paths(np.empty((0, 5, 3)), STEP_S, np.empty(0), np.empty(0))
    assert visible(radar(), none).shape == (0, 5)
    assert watch([radar()], none).first_s.shape == (1, 0)


def test_nobody_sees_a_flight_after_its_impact() -> None:
    path = rising()
    path.positions_ecef_m[0, 20:] = np.nan
    assert not visible(radar(), path)[0, 20:].any()


def test_one_equals_batch() -> None:
    points = np.concatenate([around(a, 900e3, 300e3) for a in np.linspace(0.0, 6.2, 9)])
    looking = radar(sector=Sector(1.0, 2.0, 0.1, 1.0))
    batch = visible(looking, paths_at(points))[:, 0]
    assert [sees(looking, point[None]) for point in points] == batch.tolist()


def test_every_sensor_of_the_catalogue_becomes_one() -> None:
    records = catalog.load()
    for name in records.sensors:
        low, stated, high = (sensor(records, records.sensors[name], end) for end in (
            End.LOW, End.STATED, End.HIGH,
        ))  # fmt: skip
        if isinstance(stated, Radar):
            assert isinstance(low, Radar)
            assert isinstance(high, Radar)
            assert low.range_to_m(0.1) <= stated.range_to_m(0.1) <= high.range_to_m(0.1)


@pytest.mark.parametrize(
    "limits",
    [(0.0, 0.0, 0.0, 1.0), (0.0, 7.0, 0.0, 1.0), (0.0, 1.0, 0.5, 0.5), (0.0, 1.0, -0.1, 1.0)],
)
def test_empty_sectors_are_refused(limits: tuple[float, float, float, float]) -> None:
    with pytest.raises(RangeError):
        Sector(*limits)
