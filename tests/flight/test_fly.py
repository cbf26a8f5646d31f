"""What the flight kernel promises beside accuracy: the same digits, honest statuses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import catalog, kernels
from glasshield.earth import ellipsoid
from glasshield.errors import RangeError
from glasshield.flight import drag, rockets
from glasshield.flight.coast import coast
from glasshield.flight.fly import (
    EarthModel,
    Flights,
    Launches,
    Sampling,
    Status,
    drag_table,
    fly,
)
from glasshield.flight.vehicle import Stage, Vehicle

pytestmark = pytest.mark.kernels

SAMPLED_PATH_TOL_M = 0.5  # the quintic between two steps


@pytest.fixture(scope="module")
def fleet() -> list[Vehicle]:
    missiles = catalog.load().missiles
    return [rockets.missile_vehicle(missiles[name]) for name in ("srbm", "irbm", "icbm-solid")]


@pytest.fixture(scope="module")
def launches(fleet: list[Vehicle]) -> Launches:
    rng = np.random.default_rng(3)
    n = 333  # a prime-ish number, so that no block and no vector is full
    index = rng.integers(0, len(fleet), n)
    return Launches(
        index,
        rng.uniform(-1.5, 1.5, n),
        rng.uniform(-3.1, 3.1, n),
        rng.uniform(0.0, 6.28, n),
        np.radians(rng.uniform(1.0, 12.0, n)),
        cutoff_s=np.array([v.burnout_time_s for v in fleet])[index] * rng.uniform(0.5, 1.1, n),
    )


@pytest.fixture
def every_isa() -> Iterator[list[str]]:
    best = kernels.best_isa()
    names = ["baseline", "avx2", "avx512"]
    yield names[: names.index(best) + 1]
    kernels.set_isa(best)


def same(one: Flights, other: Flights) -> bool:
    return all(
        np.array_equal(getattr(one, f.name), getattr(other, f.name), equal_nan=True)
        for f in fields(one)
    )


SAMPLING = Sampling(20.0, 150, velocities=True)


@pytest.mark.parametrize("lanes", [1, 4, 8, 16])
def test_prop_digits_do_not_depend_on_lanes_threads_or_instruction_set(
    fleet: list[Vehicle], launches: Launches, every_isa: list[str], lanes: int
) -> None:
    expected = fly(fleet, launches, sampling=SAMPLING, threads=1, lanes=8)
    for isa in every_isa:
        kernels.set_isa(isa)
        assert same(expected, fly(fleet, launches, sampling=SAMPLING, threads=2, lanes=lanes)), isa


def test_prop_one_equals_batch_in_any_order(fleet: list[Vehicle], launches: Launches) -> None:
    rows = launches.rows()
    expected = fly(fleet, launches)
    order = np.random.default_rng(5).permutation(len(rows))
    shuffled = Launches(
        rows[order, 0].astype(int), rows[order, 1], rows[order, 2], rows[order, 4],
        rows[order, 5], rows[order, 3], rows[order, 6],
    )  # fmt: skip
    assert same(expected.take(order), fly(fleet, shuffled))
    for k in (0, 17, 332):
        one = Launches(int(rows[k, 0]), *rows[k, [1, 2, 4, 5, 3, 6]])
        assert same(expected.take(slice(k, k + 1)), fly(fleet, one))


def test_no_launches_give_no_flights(fleet: list[Vehicle]) -> None:
    none = np.empty(0)
    flights = fly(fleet, Launches(none.astype(int), none, none, none, none, none, none))
    assert flights.status.shape == (0,)
    assert flights.impact_position_ecef_m.shape == (0, 3)


def test_samples_lie_on_the_flight(fleet: list[Vehicle]) -> None:
    launch = Launches(2, 0.9, 0.6, 5.4, np.radians(11.0))
    flight = fly(fleet, launch, sampling=SAMPLING)
    count = int(flight.sample_count[0])
    assert (count - 1) * 20.0 <= flight.flight_time_s[0] < count * 20.0
    assert np.isnan(flight.positions_ecef_m[0, count:]).all()
    start = ellipsoid.geodetic_to_ecef(0.9, 0.6, 0.0)
    assert np.linalg.norm(flight.positions_ecef_m[0, 0] - start) < SAMPLED_PATH_TOL_M
    assert np.abs(flight.velocities_ecef_m_s[0, 0]).max() < 1e-6
    # The derivative of the path is the velocity: central differences against samples.
    fine = fly(fleet, launch, sampling=Sampling(0.5, 4000, velocities=True))
    moved = (fine.positions_ecef_m[0, 2:600] - fine.positions_ecef_m[0, :598]) / 1.0
    # Thrust jumps at staging, the kick turns at once: leave out what differences cannot follow.
    off = np.linalg.norm(moved - fine.velocities_ecef_m_s[0, 1:599], axis=-1)
    assert np.percentile(off, 95.0) < 0.1


def test_samples_reach_the_burnout_apogee_and_impact(fleet: list[Vehicle]) -> None:
    launch = Launches(1, 0.6, 0.9, 5.0, np.radians(8.8))
    events = fly(fleet, launch)
    for time, position in (
        (events.burnout_time_s[0], events.burnout_position_ecef_m[0]),
        (events.apogee_time_s[0], events.apogee_position_ecef_m[0]),
        (events.reentry_time_s[0], events.reentry_position_ecef_m[0]),
    ):
        sampled = fly(fleet, launch, sampling=Sampling(float(time), 2))
        assert np.linalg.norm(sampled.positions_ecef_m[0, 1] - position) < SAMPLED_PATH_TOL_M
    impact_height = ellipsoid.ecef_to_geodetic(events.impact_position_ecef_m)[2][0]
    assert abs(impact_height) < 0.01
    reentry_height = ellipsoid.ecef_to_geodetic(events.reentry_position_ecef_m)[2][0]
    assert reentry_height == pytest.approx(100e3, abs=1.0)


def heavy(vehicle: Vehicle) -> Vehicle:
    return replace(vehicle, payload_mass_kg=vehicle.payload_mass_kg * 100.0)


def strong(vehicle: Vehicle) -> Vehicle:
    light = Stage(300e3, 0.02, 450.0, 120.0, 1.0)
    return replace(vehicle, stages=(light, Stage(20e3, 0.02, 450.0, 120.0, 1.0)))


@pytest.mark.parametrize(
    ("change", "kick_deg", "status"),
    [
        (heavy, 5.0, Status.NO_LIFTOFF),
        (strong, 6.0, Status.NO_RETURN),
        (lambda vehicle: vehicle, 80.0, Status.FELL_BACK),
    ],
)
def test_a_flight_that_fails_says_so(
    fleet: list[Vehicle], change: object, kick_deg: float, status: Status
) -> None:
    vehicle = change(fleet[2])  # type: ignore[operator]
    flight = fly([vehicle], Launches(0, 0.5, 0.5, 1.0, np.radians(kick_deg)), sampling=SAMPLING)
    assert Status(int(flight.status[0])) is status
    assert np.isnan(flight.flight_time_s[0])
    assert Status(int(flight.status[0])).sentence


def test_the_still_earth_knows_no_east_and_west(fleet: list[Vehicle]) -> None:
    azimuth = np.array([np.pi / 2, -np.pi / 2])
    flights = fly(fleet, Launches(2, 0.0, 0.0, azimuth, 0.19), earth=EarthModel.STILL)
    east, west = flights.impact_position_ecef_m
    assert east * [1.0, -1.0, 1.0] == pytest.approx(west, abs=1e-3)
    turning = fly(fleet, Launches(2, 0.0, 0.0, azimuth, 0.19)).impact_position_ecef_m
    assert turning[0, 1] + turning[1, 1] > 100e3  # eastward flies further over the ground


@given(
    lat=st.sampled_from([-np.pi / 2, 0.0, np.pi / 2]),
    lon=st.sampled_from([-np.pi, 0.0, np.pi]),
    azimuth=st.floats(-7.0, 7.0),
)
def test_prop_poles_and_date_line_are_places_like_others(
    lat: float, lon: float, azimuth: float
) -> None:
    vehicle = rockets.missile_vehicle(catalog.load().missiles["mrbm"])
    flight = fly([vehicle], Launches(0, lat, lon, azimuth, np.radians(6.0)))
    assert flight.ok.all()
    distance = np.linalg.norm(
        flight.impact_position_ecef_m[0] - ellipsoid.geodetic_to_ecef(lat, lon, 0.0)
    )
    assert 1.7e6 < distance < 2.3e6


@pytest.mark.parametrize(
    "launch",
    [
        Launches(0, np.nan, 0.0, 0.0, 0.1),
        Launches(0, 0.0, np.inf, 0.0, 0.1),
        Launches(0, 1.6, 0.0, 0.0, 0.1),
        Launches(0, 0.0, 0.0, 0.0, 0.1, cutoff_s=0.0),
        Launches(0, 0.0, 0.0, 0.0, 0.1, cutoff_s=np.nan),
    ],
)
def test_bad_launches_never_reach_the_kernel(fleet: list[Vehicle], launch: Launches) -> None:
    with pytest.raises(RangeError):
        fly(fleet, launch)


def test_a_vehicle_that_does_not_exist_is_refused(fleet: list[Vehicle]) -> None:
    with pytest.raises(IndexError):
        fly(fleet, Launches(7, 0.0, 0.0, 0.0, 0.1))


def test_drag_table_follows_the_curve() -> None:
    mach = np.linspace(0.0, drag.TOP_MACH * 0.9999, 9_973)
    cell = (mach / drag.MACH_STEP).astype(int)
    u = mach / drag.MACH_STEP - cell
    c = drag_table()[cell]
    got = c[:, 0] + u * (c[:, 1] + u * (c[:, 2] + u * c[:, 3]))
    assert got == pytest.approx(drag.coefficient(mach), abs=5e-6)
    numeric = (drag.coefficient(mach + 1e-6) - drag.coefficient(mach - 1e-6)) / 2e-6
    assert drag.slope(mach) == pytest.approx(numeric, abs=1e-5)


@pytest.mark.parametrize(
    ("state", "duration"),
    [(np.full((1, 6), np.nan), 1.0), (np.ones((1, 6)), -1.0), (np.ones((1, 6)), np.nan)],
)
def test_bad_coasts_never_reach_the_kernel(state: np.ndarray, duration: float) -> None:
    with pytest.raises(RangeError):
        coast(state, duration)


def test_prop_coast_forward_and_back_is_where_it_began() -> None:
    state = np.array([[6.6e6, 1.0e6, 2.0e6, -1.0e3, 5.0e3, 3.0e3]])
    there = coast(state, 1500.0)
    mirrored = there * [1.0, 1.0, 1.0, -1.0, -1.0, -1.0]
    back = coast(mirrored, 1500.0) * [1.0, 1.0, 1.0, -1.0, -1.0, -1.0]
    assert back[0, :3] == pytest.approx(state[0, :3], abs=0.01)
