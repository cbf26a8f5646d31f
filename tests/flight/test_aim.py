"""Rockets solved from published performance, families of flights, aims and plans."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from glasshield import catalog, kernels
from glasshield.earth import ellipsoid, geodesic
from glasshield.errors import NumericalError, RangeError
from glasshield.flight import families, rockets
from glasshield.flight.aim import TOLERANCE_M, Targets, aim
from glasshield.flight.families import Kind, Shape
from glasshield.flight.fly import Launches, Status, fly
from glasshield.flight.plan import plan

pytestmark = pytest.mark.kernels

RECORDS = catalog.load()
MISSILES = tuple(RECORDS.missiles)
INTERCEPTORS = tuple(RECORDS.interceptors)
PERFORMANCE_TOL = 2e-5  # of the published figure
# The kick that carries furthest is taken from the still Earth; the turning one moves it a little,
# where the cut-off hardly depends on it.
CUTOFF_TOL_S = 0.1
MOSCOW, WASHINGTON = np.radians([55.75, 37.62]), np.radians([38.90, -77.04])


def around(count: int, least_m: float, most_m: float, seed: int) -> Targets:
    """Launches all over the Earth and targets at distances between two bounds."""
    rng = np.random.default_rng(seed)
    lat, lon = rng.uniform(-1.3, 1.4, count), rng.uniform(-np.pi, np.pi, count)
    ends = [
        geodesic.direct(*start)
        for start in zip(
            lat, lon, rng.uniform(0.0, 6.28, count), rng.uniform(least_m, most_m, count),
            strict=True,
        )
    ]  # fmt: skip
    return Targets(
        lat, lon, np.array([e.lat_rad for e in ends]), np.array([e.lon_rad for e in ends])
    )


def apart_m(impact: np.ndarray, targets: Targets) -> np.ndarray:
    """Distances from impacts to targets, along the chord."""
    columns = targets.columns()
    zero = np.zeros(columns.shape[1])
    return np.linalg.norm(
        impact - ellipsoid.geodetic_to_ecef(columns[2], columns[3], zero), axis=-1
    )


@pytest.mark.parametrize("name", MISSILES)
def test_val_solved_missile_reaches_its_published_range(name: str) -> None:
    missile = RECORDS.missiles[name]
    vehicle = rockets.missile_vehicle(missile)
    assert rockets.longest_ranges_m([vehicle])[0] == pytest.approx(
        missile.max_range.si, rel=PERFORMANCE_TOL
    )
    assert 1.2 < vehicle.thrust_to_weight < 3.0


@pytest.mark.parametrize("name", INTERCEPTORS)
def test_val_solved_interceptor_reaches_its_published_speed(name: str) -> None:
    interceptor = RECORDS.interceptors[name]
    for stated in interceptor.variants().values():
        vehicle = rockets.interceptor_vehicle(interceptor, stated.si)
        assert rockets.reference_speeds_m_s([vehicle])[0] == pytest.approx(
            stated.si, rel=PERFORMANCE_TOL
        )


def test_solving_several_speeds_equals_solving_each() -> None:
    interceptor = RECORDS.interceptors["sm3-2a"]
    speeds = (3500.0, 4500.0, 5000.0)
    together = rockets.interceptor_vehicles(interceptor, speeds)
    for vehicle, speed in zip(together, speeds, strict=True):
        alone = rockets.interceptor_vehicle(interceptor, speed)
        assert vehicle.liftoff_mass_kg == pytest.approx(alone.liftoff_mass_kg, rel=1e-4)


def test_a_speed_beyond_the_stages_is_refused() -> None:
    interceptor = RECORDS.interceptors["pac3"]
    top = rockets.top_speed_m_s(interceptor)
    with pytest.raises(NumericalError, match="no mass gives pac3"):
        rockets.interceptor_vehicle(interceptor, 1.5 * top)


def test_heavier_stages_fly_further() -> None:
    missile = RECORDS.missiles["irbm"]
    reach = rockets.longest_ranges_m([rockets.build(missile, g) for g in (8.0, 12.0, 16.0)])
    assert (np.diff(reach) > 0.0).all()


@pytest.mark.parametrize("name", MISSILES)
@pytest.mark.parametrize("kind", ["minimum_energy", "lofted"])
def test_aims_meet_their_targets_on_the_rotating_ellipsoid(name: str, kind: str) -> None:
    missile = RECORDS.missiles[name]
    vehicle = rockets.missile_vehicle(missile)
    # Flying west costs a tenth of a long range and more, so stay well inside.
    targets = around(200, 0.4 * missile.max_range.si, 0.7 * missile.max_range.si, seed=4)
    aimed = aim(vehicle, targets, getattr(Shape, kind)())
    assert aimed.ok.all(), np.unique(aimed.status)
    assert aimed.miss_m.max() <= TOLERANCE_M
    # Flown again on their own, the launches come down where the aim says.
    again = fly([vehicle], aimed.launches)
    assert apart_m(again.impact_position_ecef_m, targets).max() <= TOLERANCE_M + 0.01


@pytest.mark.parametrize("name", [name for name in MISSILES if name != "srbm"])
def test_a_depressed_aim_is_met_or_says_why_not(name: str) -> None:
    missile = RECORDS.missiles[name]
    vehicle = rockets.missile_vehicle(missile)
    targets = around(200, 0.65 * missile.max_range.si, 0.72 * missile.max_range.si, seed=4)
    aimed = aim(vehicle, targets, Shape.depressed())
    # Near two thirds of the range a full burn on the lower way grazes the air, eastward first.
    # The liquid missile's whole lower way lies within half a degree of kick; some stay unsolved.
    unsolved = (aimed.status == Status.NOT_SOLVED).mean()
    assert unsolved <= (0.1 if name == "icbm-liquid" else 0.0)
    assert aimed.ok.mean() > 0.5
    assert aimed.miss_m[aimed.ok].max() <= TOLERANCE_M
    assert (aimed.overshoot_m[aimed.status == Status.TOO_NEAR] > 0.0).all()
    assert (aimed.overshoot_m[aimed.status == Status.OUT_OF_RANGE] < 0.0).all()


def test_a_short_range_missile_has_no_lower_way_above_the_air() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["srbm"])
    with pytest.raises(RangeError, match="has no depressed flight"):
        aim(vehicle, Targets(0.5, 0.5, 0.53, 0.5), Shape.depressed())


def test_prop_aim_digits_do_not_depend_on_batch_lanes_or_threads() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["icbm-solid"])
    targets = around(300, 3e6, 9e6, seed=6)
    expected = aim(vehicle, targets, Shape.minimum_energy(), threads=1, lanes=8)
    other = aim(vehicle, targets, Shape.minimum_energy(), threads=2, lanes=1)
    assert np.array_equal(expected.launches.rows(), other.launches.rows())
    columns = targets.columns()
    for k in (0, 123, 299):
        one = aim(vehicle, Targets(*columns[:, k]), Shape.minimum_energy())
        assert np.array_equal(one.launches.rows()[0], expected.launches.rows()[k])
    best = kernels.best_isa()
    kernels.set_isa("baseline")
    plain = aim(vehicle, targets, Shape.minimum_energy())
    kernels.set_isa(best)
    assert np.array_equal(expected.launches.rows(), plain.launches.rows())


def test_lofted_flies_higher_and_longer_than_depressed() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["irbm"])
    targets = Targets(*np.radians([35.2, 53.9]), *np.radians([44.4, 26.1]))
    high, least, low = (
        aim(vehicle, targets, shape)
        for shape in (Shape.lofted(), Shape.minimum_energy(), Shape.depressed())
    )
    times = [float(a.flights.flight_time_s[0]) for a in (low, least, high)]
    assert times == sorted(times)
    # No earlier cut-off reaches the target: both full burns end later.
    assert least.flights.burnout_time_s[0] < high.flights.burnout_time_s[0]


def test_minimum_energy_has_the_earliest_cutoff() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["icbm-solid"])
    targets = Targets(*MOSCOW, *WASHINGTON)
    least = aim(vehicle, targets, Shape.minimum_energy())
    apogee = float(ellipsoid.ecef_to_geodetic(least.flights.apogee_position_ecef_m)[2][0])
    for change in (-200e3, 200e3):
        other = aim(vehicle, targets, Shape.apogee(apogee + change))
        assert other.ok.all()
        later_s = other.flights.burnout_time_s[0] - least.flights.burnout_time_s[0]
        assert later_s > -CUTOFF_TOL_S


@pytest.mark.parametrize("shape", [Shape.apogee(1.5e6), Shape.apogee(0.8e6), Shape.time(1750.0)])
def test_a_stated_apogee_or_time_is_met(shape: Shape) -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["icbm-solid"])
    aimed = aim(vehicle, Targets(*MOSCOW, *WASHINGTON), shape)
    assert aimed.ok.all()
    if shape.kind is Kind.TIME:
        assert aimed.flights.flight_time_s[0] == pytest.approx(shape.value, abs=0.1)
    else:
        height = ellipsoid.ecef_to_geodetic(aimed.flights.apogee_position_ecef_m)[2][0]
        assert height == pytest.approx(shape.value, abs=100.0)


def test_several_vehicles_each_with_its_shape() -> None:
    vehicles = [rockets.missile_vehicle(RECORDS.missiles[name]) for name in ("mrbm", "irbm")]
    shapes = [Shape.minimum_energy(), Shape.apogee(600e3)]
    targets = around(40, 0.9e6, 1.6e6, seed=8)
    index = np.arange(40) % 2
    aimed = aim(vehicles, targets, shapes, vehicle_index=index)
    assert aimed.ok.all()
    height = ellipsoid.ecef_to_geodetic(aimed.flights.apogee_position_ecef_m)[2]
    assert height[index == 1] == pytest.approx(600e3, abs=100.0)


def test_targets_out_of_reach_say_so() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["mrbm"])
    aimed = aim(vehicle, around(20, 3e6, 6e6, seed=9), Shape.minimum_energy())
    assert (aimed.status == Status.OUT_OF_RANGE).all()
    assert (aimed.overshoot_m < 0.0).all()
    near = aim(vehicle, Targets(0.5, 0.5, 0.52, 0.5), Shape.depressed())
    assert Status(int(near.status[0])) is Status.TOO_NEAR
    itself = aim(vehicle, Targets(0.5, 0.5, 0.5, 0.5), Shape.minimum_energy())
    assert Status(int(itself.status[0])) is Status.TOO_NEAR


@given(
    lat=st.sampled_from([np.pi / 2, -np.pi / 2, 0.0, 1.2]),
    lon=st.sampled_from([np.pi, -np.pi, 0.0]),
    azimuth=st.floats(0.0, 6.28),
)
def test_prop_aims_across_poles_and_date_line(lat: float, lon: float, azimuth: float) -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["irbm"])
    end = geodesic.direct(lat, lon, azimuth, 3.0e6)
    aimed = aim(vehicle, Targets(lat, lon, end.lat_rad, end.lon_rad), Shape.minimum_energy())
    assert aimed.ok.all()


def test_families_grow() -> None:
    plane = families.plane(rockets.missile_vehicle(RECORDS.missiles["icbm-liquid"]))
    for shape in (Shape.minimum_energy(), Shape.lofted(), Shape.depressed(), Shape.apogee(1e6)):
        curve = plane.curve(shape)
        assert (np.diff(curve[:, 0]) > 0.0).all()
        assert (curve[:, 1] > 0.0).all()
    with pytest.raises(RangeError, match="km high"):
        plane.curve(Shape.apogee(9e7))


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_shapes_refuse_what_no_flight_has(value: float) -> None:
    with pytest.raises(RangeError):
        Shape.apogee(value)
    with pytest.raises(RangeError):
        Shape.time(value)


def test_aims_refuse_places_off_the_earth() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["mrbm"])
    for bad in (Targets(2.0, 0.0, 0.0, 0.0), Targets(0.0, math.nan, 0.0, 0.0)):
        with pytest.raises(RangeError):
            aim(vehicle, bad, Shape.minimum_energy())


def test_a_plan_tells_the_whole_flight() -> None:
    missile = RECORDS.missiles["icbm-solid"]
    told = plan(missile, tuple(MOSCOW), tuple(WASHINGTON), Shape.minimum_energy()).to_json()
    profile = told["profile"]
    assert isinstance(profile, list)
    assert told["impact_error_m"] < 100.0  # type: ignore[operator]
    assert [p["phase"] for p in profile] == sorted(
        (p["phase"] for p in profile), key=["boost", "coast", "entry"].index
    )
    assert profile[-1]["downrange_km"] == pytest.approx(told["range_km"], abs=10.0)
    assert max(p["altitude_km"] for p in profile) == pytest.approx(told["apogee_km"], rel=1e-3)


@pytest.mark.parametrize(
    ("missile", "target_deg", "shape", "words"),
    [
        ("mrbm", (38.9, -77.04), Shape.minimum_energy(), "km short"),
        ("icbm-solid", (60.2, 24.9), Shape.depressed(), "km too far"),
        ("srbm", (56.5, 38.0), Shape.apogee(5e6), "no 5000 km high flight"),
    ],
)
def test_a_plan_that_cannot_be_says_by_how_much(
    missile: str, target_deg: tuple[float, float], shape: Shape, words: str
) -> None:
    with pytest.raises(RangeError, match=words):
        plan(RECORDS.missiles[missile], tuple(MOSCOW), tuple(np.radians(target_deg)), shape)


def test_launches_of_an_aim_are_launches() -> None:
    vehicle = rockets.missile_vehicle(RECORDS.missiles["irbm"])
    aimed = aim(vehicle, around(3, 2e6, 3e6, seed=1), Shape.minimum_energy())
    assert isinstance(aimed.launches, Launches)
    assert aimed.launches.rows().shape == (3, kernels.LAUNCH_COLUMNS)
