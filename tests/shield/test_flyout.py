"""Flyout tables: closed forms, the readable twin, full flights, and what may not move a digit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from glasshield import catalog, kernels
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import ellipsoid
from glasshield.errors import NumericalError
from glasshield.flight import rockets
from glasshield.flight.fly import EarthModel, Launches, Sampling, fly
from glasshield.flight.vehicle import Stage, Vehicle
from glasshield.shield import flyout
from glasshield.shield.flyout import Fan, FlyoutTable, TableSpec
from glasshield.workspace import Cache
from tests.reference import flyout as twin

pytestmark = pytest.mark.kernels

LAT_RAD = np.radians(54.48)
RECORDS = catalog.load()

# What the table itself promises for the cells that it keeps.
TABLE_TOL_S = 1.0
# Single precision of times near 1,000 s, and of heights of 6,000 km from the Earth's centre.
TWIN_TOL_S = 2e-3
# Right under the ceiling a kilometre of height is twenty seconds of flight: there the table may be
# late by so much, in one point of a thousand.
CEILING_TOL_S = 12.0
GRAVITY_M_S2 = 9.81
CENTRE_DOWN_M = np.array([0.0, 0.0, EARTH_MEAN_RADIUS_M])


@pytest.fixture(scope="module")
def table() -> FlyoutTable:
    """An interceptor of 6.3 km/s."""
    return flyout.table(vehicle("gbi2", 6300.0), LAT_RAD)


@pytest.fixture
def every_isa() -> Iterator[list[str]]:
    """The instruction sets of this machine; the best one is set again afterwards."""
    best = kernels.best_isa()
    names = ["baseline", "avx2", "avx512"]
    yield names[: names.index(best) + 1]
    kernels.set_isa(best)


def vehicle(name: str, speed_m_s: float) -> Vehicle:
    return rockets.interceptor_vehicle(RECORDS.interceptors[name], speed_m_s)


def rays(spec: TableSpec, speed_m_s: float, step_s: float, count: int) -> np.ndarray:
    """Straight flights from the site at one speed, from straight up to just below the horizon."""
    azimuth = np.arange(spec.azimuths) * (2.0 * np.pi / spec.azimuths)
    off_zenith = np.radians(95.0) * np.linspace(0.0, 1.0, spec.kicks) ** 1.6
    distance = speed_m_s * step_s * (1.0 + np.arange(count))
    a, z, d = np.meshgrid(azimuth, off_zenith, distance, indexing="ij")
    return np.stack((d * np.sin(z) * np.sin(a), d * np.sin(z) * np.cos(a), d * np.cos(z)), axis=-1)


def test_val_straight_flights_take_distance_over_speed() -> None:
    spec = TableSpec(top_m=1.2e6)
    table = flyout.invert(Fan(rays(spec, 5000.0, 8.0, 60), 8.0, 8.0), spec)
    rng = np.random.default_rng(1)
    points = rng.normal(size=(4000, 3))
    points *= rng.uniform(2e5, 1.6e6, (4000, 1)) / np.linalg.norm(points, axis=1, keepdims=True)
    points[:, 2] = np.abs(points[:, 2])
    times = table.times_s(points)
    found = np.isfinite(times)
    assert found.mean() > 0.8
    expected = np.linalg.norm(points[found], axis=1) / 5000.0
    np.testing.assert_allclose(times[found], expected, rtol=0.0, atol=TABLE_TOL_S)


def test_val_throws_over_a_flat_earth_have_their_closed_form() -> None:
    """tau2 = 2 ((v2 - g h) - sqrt((v2 - g h)2 - g2 d2)) / g2 on the direct way; on a flat Earth of
    the size of a small patch the table's sphere adds d2/2R of height, taken off here."""
    spec = TableSpec(kicks=96)
    speed, step = 1500.0, 2.0
    flights = rays(spec, speed, step, 160)
    clock = step * (1.0 + np.arange(160))
    flights[..., 2] -= 0.5 * GRAVITY_M_S2 * clock**2
    flights[flights[..., 2] < -2e4] = np.nan
    table = flyout.invert(Fan(flights, step, step), spec)
    rng = np.random.default_rng(2)
    points = rng.uniform((-2e5, -2e5, 2e4), (2e5, 2e5, 1.1e5), (4000, 3))
    d2 = np.sum(points**2, axis=1)
    energy = speed**2 - GRAVITY_M_S2 * points[:, 2]
    inner = energy**2 - GRAVITY_M_S2**2 * d2
    reached = inner > 0.02 * energy**2
    expected = np.sqrt(2.0 * (energy[reached] - np.sqrt(inner[reached]))) / GRAVITY_M_S2
    times = table.times_s(points[reached])
    found = np.isfinite(times)
    assert found.mean() > 0.9
    np.testing.assert_allclose(times[found], expected[found], rtol=0.0, atol=TABLE_TOL_S)
    assert np.isinf(table.times_s(points[inner < 0.0])).mean() > 0.99


@pytest.mark.slow
def test_the_kernel_and_its_twin_make_the_same_table() -> None:
    spec = TableSpec(azimuths=12, kicks=24, sheets=4, ground_cells=12, depth_cells=10,
                     sample_step_s=16.0, tolerance_s=5.0)  # fmt: skip
    fan = flyout.fan(vehicle("gbi2", 6300.0), LAT_RAD, spec=spec)
    made = flyout.invert(fan, spec)
    clock = fan.first_time_s + fan.time_step_s * np.arange(fan.positions_enu_m.shape[2])
    nodes = twin.nodes(
        fan.positions_enu_m, clock, made.frame, spec.sheets, spec.ground_cells, spec.depth_cells,
        spec.top_m,
    )  # fmt: skip
    ceilings, cells = twin.cells(nodes, spec.tolerance_s)
    np.testing.assert_allclose(made.ceilings[..., :6], ceilings[..., :6], rtol=0, atol=2.0)
    both = np.isfinite(made.cells[..., 0]) & np.isfinite(cells[..., 0])
    # Cells at the limit of the tolerance may fall on either side.
    assert (np.isfinite(made.cells[..., 0]) == np.isfinite(cells[..., 0])).mean() > 0.995
    assert both.sum() > 100
    np.testing.assert_allclose(made.cells[both], cells[both], rtol=0, atol=20 * TWIN_TOL_S)


def test_the_look_up_and_its_twin_read_the_same_times(table: FlyoutTable) -> None:
    rng = np.random.default_rng(3)
    points = rng.uniform((-3e6, -3e6, -1.5e6), (3e6, 3e6, 2.5e6), (20_000, 3))
    read = table.times_s(points)
    expected = twin.times(
        table.cells.astype(float), table.ceilings.astype(float), table.frame, points
    )
    both = np.isfinite(read) & np.isfinite(expected)
    assert (np.isfinite(read) == np.isfinite(expected)).mean() > 0.999
    np.testing.assert_allclose(read[both], expected[both], rtol=0.0, atol=TWIN_TOL_S)


@pytest.mark.parametrize(
    ("name", "speed_m_s", "reached_part"),
    [("sm3-1a", 3000.0, 0.9), ("gbi2", 6300.0, 0.9), ("gbi2", 9000.0, 0.95)],
)
def test_val_no_flight_comes_before_the_table(
    name: str, speed_m_s: float, reached_part: float
) -> None:
    """Random full flights, none of which the table was made from."""
    rocket = vehicle(name, speed_m_s)
    table = flyout.table(rocket, LAT_RAD)
    rng = np.random.default_rng(4)
    flights = fly(
        [rocket],
        Launches(0, LAT_RAD, 0.0, rng.uniform(0.0, 6.3, 1000), rng.uniform(0.0, 0.45, 1000)),
        sampling=Sampling(5.0, 240),
    )
    origin = ellipsoid.geodetic_to_ecef(LAT_RAD, 0.0, 0.0)
    points = (flights.positions_ecef_m - origin) @ ellipsoid.east_north_up(LAT_RAD, 0.0).T
    height = np.linalg.norm(points + CENTRE_DOWN_M, axis=-1) - EARTH_MEAN_RADIUS_M
    clock = np.broadcast_to(5.0 * np.arange(240), height.shape)
    ceiling = min(2.4e6, 0.9 * float(np.nanmax(height)))
    near = np.hypot(points[..., 0], points[..., 1]) < 0.8 * table.frame[0] * 6.371e6 * 80
    used = (clock > rocket.burnout_time_s) & (height > 1e5) & (height < ceiling) & near
    times = table.times_s(points[used])
    late = times - clock[used]
    found = np.isfinite(times)
    assert found.mean() > reached_part
    assert np.quantile(late[found], 0.99) < TABLE_TOL_S
    assert np.quantile(late[found], 0.999) < CEILING_TOL_S


def test_prop_north_and_south_mirror_each_other(table: FlyoutTable) -> None:
    rng = np.random.default_rng(5)
    points = rng.uniform((-2e6, -2e6, 0.0), (2e6, 2e6, 1e6), (2000, 3))
    mirrored = flyout.table(vehicle("gbi2", 6300.0), -LAT_RAD)
    north = table.times_s(points)
    south = mirrored.times_s(points * [1.0, -1.0, 1.0])
    both = np.isfinite(north) & np.isfinite(south)
    assert (np.isfinite(north) == np.isfinite(south)).mean() > 0.99
    np.testing.assert_allclose(north[both], south[both], rtol=0.0, atol=0.3)


def test_east_is_reached_sooner_than_west_but_not_over_a_still_earth() -> None:
    rocket = vehicle("gbi2", 6300.0)
    point = np.array([[2e6, 0.0, 0.5e6], [-2e6, 0.0, 0.5e6]])
    turning = flyout.invert(flyout.fan(rocket, LAT_RAD)).times_s(point)
    still = flyout.invert(flyout.fan(rocket, LAT_RAD, earth=EarthModel.STILL)).times_s(point)
    assert turning[0] < turning[1] - 1.0
    # The ellipsoid is the same to the east and to the west.
    assert abs(still[0] - still[1]) < 0.1


def test_prop_a_faster_interceptor_is_never_later() -> None:
    rng = np.random.default_rng(6)
    points = rng.uniform((-2e6, -2e6, 0.0), (2e6, 2e6, 1e6), (3000, 3))
    # Near the site the faster one is still under power where the slower one already coasts.
    points = points[np.linalg.norm(points, axis=1) > 6e5]
    before = flyout.table(vehicle("gbi2", 4500.0), LAT_RAD).times_s(points)
    for speed in (5000.0, 6000.0, 7000.0, 8000.0):
        times = flyout.table(vehicle("gbi2", speed), LAT_RAD).times_s(points)
        known = np.isfinite(before)
        assert np.isfinite(times[known]).mean() > 0.998
        assert (times[known] <= before[known] + TABLE_TOL_S)[np.isfinite(times[known])].all()
        before = times


def test_no_point_lies_beyond_the_lines_of_reach(table: FlyoutTable) -> None:
    rng = np.random.default_rng(7)
    points = rng.uniform((-4e6, -4e6, -2e6), (4e6, 4e6, 2.5e6), (50_000, 3))
    times = table.times_s(points)
    found = np.isfinite(times)
    lines = table.reach[:, 0, None] + table.reach[:, 1, None] * times[found]
    assert (np.linalg.norm(points[found], axis=1) <= lines.min(axis=0)).all()


def test_prop_threads_and_instruction_sets_change_no_digit(every_isa: list[str]) -> None:
    spec = TableSpec(azimuths=16, kicks=32, ground_cells=24, depth_cells=20)
    fan = flyout.fan(vehicle("sm3-2a", 4500.0), LAT_RAD, spec=spec)
    made = []
    for isa in every_isa:
        kernels.set_isa(isa)
        made += [flyout.invert(fan, spec, threads) for threads in (1, 3)]
    rng = np.random.default_rng(8)
    points = rng.uniform((-1e6, -1e6, 0.0), (1e6, 1e6, 6e5), (10_000, 3))
    times = [
        made[0].times_s(points, threads=threads)
        for isa in every_isa
        for threads in (1, 2)
        if kernels.set_isa(isa) is None  # type: ignore[func-returns-value]
    ]
    for other in made[1:]:
        np.testing.assert_array_equal(other.cells, made[0].cells)
        np.testing.assert_array_equal(other.ceilings, made[0].ceilings)
    for other_times in times[1:]:
        np.testing.assert_array_equal(other_times, times[0])


def test_prop_one_point_reads_as_in_a_batch(table: FlyoutTable) -> None:
    rng = np.random.default_rng(9)
    points = rng.uniform((-2e6, -2e6, 0.0), (2e6, 2e6, 1e6), (200, 3))
    batch = table.times_s(points)
    np.testing.assert_array_equal([table.times_s(p[None])[0] for p in points], batch)


def test_points_that_are_nowhere_are_never_reached(table: FlyoutTable) -> None:
    nowhere = np.array([[np.nan, 0.0, 0.0], [0.0, 0.0, -1e6], [0.0, 0.0, 1e9], [1e7, 0.0, -1e7]])
    assert np.isinf(table.times_s(nowhere)).all()
    assert table.times_s(np.empty((0, 3))).shape == (0,)


def test_the_room_under_the_ceiling_changes_sign_at_the_reach(table: FlyoutTable) -> None:
    column = np.array([[1.5e6, 5e5, u] for u in np.linspace(-1e5, 2.4e6, 400)])
    times, room = table.times_and_room(column)
    reached = np.isfinite(times)
    assert (room[reached] >= 0.0).all()
    assert (np.diff(room) < 0.0).all()
    assert np.isnan(table.times_and_room(np.array([[9e6, 0.0, 0.0]]))[1]).all()


def test_a_table_comes_back_from_the_cache_as_it_was_made(tmp_path: Path) -> None:
    spec = TableSpec(azimuths=12, kicks=24, sheets=4, ground_cells=12, depth_cells=10)
    rocket = vehicle("sm3-1a", 3000.0)
    cache = Cache(tmp_path)
    first = flyout.table(rocket, LAT_RAD, cache=cache, spec=spec)
    (file,) = tmp_path.iterdir()
    written = file.stat().st_mtime_ns
    again = flyout.table(rocket, LAT_RAD, cache=cache, spec=spec)
    assert file.stat().st_mtime_ns == written
    for name in ("cells", "ceilings", "frame", "reach"):
        np.testing.assert_array_equal(getattr(again, name), getattr(first, name))
    flyout.table(rocket, LAT_RAD + 1e-9, cache=cache, spec=spec)
    flyout.table(rocket, LAT_RAD, cache=cache, spec=replace(spec, depth_cells=11))
    assert len(list(tmp_path.iterdir())) == 3


def test_a_rocket_that_does_not_fly_has_no_table() -> None:
    brick = Vehicle("brick", (Stage(100.0, 0.5, 200.0, 500.0, 1.0),), 1000.0, 1e3, 5.0, 0.0, 10.0)
    with pytest.raises(NumericalError, match="brick"):
        flyout.table(brick, LAT_RAD)


def test_regress_flights_that_never_come_down_are_sampled_to_the_end() -> None:
    """They once stopped where they left the air, and low points far away were lost with them."""
    rocket = vehicle("gbi2", 9000.0)
    kicks = np.radians(np.linspace(26.0, 37.0, 40))
    flights = fly([rocket], Launches(0, LAT_RAD, 0.0, 1.5, kicks), sampling=Sampling(10.0, 100))
    lost = ~flights.ok
    assert lost.any()
    assert (flights.sample_count[lost] == 100).all()
