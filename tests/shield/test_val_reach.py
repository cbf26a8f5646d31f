"""Claims T3 and T4: which paths of intercontinental missiles an interceptor in Europe reaches.

The expectations are two simple calculations in the collection of facts. One is kept in
`tests/reference/simple_reach.py`: its printed table comes out of it, and the program's tables and
windows, given the same still round Earth, agree with it. Where the program's own flights differ,
the difference is taken apart one change at a time. docs/validation.md has the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
import pytest
from scipy.interpolate import PchipInterpolator

from glasshield import catalog
from glasshield.constants import EARTH_ROTATION_RAD_S, EARTH_SEMI_MAJOR_AXIS_M
from glasshield.earth import ellipsoid, geodesic
from glasshield.flight import aim, families, rockets
from glasshield.flight.families import Shape
from glasshield.flight.fly import EarthModel, Flights, Launches, Sampling, fly
from glasshield.flight.vehicle import Vehicle
from glasshield.shield import flyout, least_speed, windows
from glasshield.shield.flyout import FlyoutTable, TableSpec
from glasshield.shield.rules import Rules
from tests.reference import simple_reach as simple

pytestmark = pytest.mark.kernels

# Near a threshold a reach is neither yes nor no: the facts' own two calculations differ by so much.
BAND_KM_S = 0.3
# The printed digits, and points of the arc that a grid of 10 s may hit differently.
PRINTED_TOL_KM_S = 0.01
# A grid of 10 s leaves out up to 10 s of flight before the missile leaves the 3,000 km circle.
GRID_TOL_KM_S = 0.04
# Tables are allowed 1 s; speeds change by at most 0.6 km/s in 50 s; the ladder is interpolated.
KERNEL_TOL_KM_S = 0.015
# The facts' second calculation accelerates its interceptor at a constant rate for 130 s.
SECOND_TOL_S = 25.0
# Our missile flies its own arc, lower than that of the simple model.
TURN_TOL_KM_S = 0.2
# What a finer ladder, table or sampling changes.
OWN_TOL_KM_S = 0.03

DELAYS_S = (120.0, 180.0, 250.0, 300.0, 350.0)
# Least speed (km/s) of an interceptor at Redzikowo by its launch after the missile's. Status:
# computed in the collection of facts (3c), an impulse model; nobody published it.
TABLE_KM_S = {
    ("vypolzovo", "washington"): (6.40, 6.68, 7.14, 7.57, 8.13),
    ("kozelsk", "washington"): (5.62, 6.33, 6.65, 6.94, 7.32),
    ("tatishchevo", "washington"): (5.21, 5.70, 6.19, 6.40, 6.61),
    ("dombarovsky", "washington"): (5.52, 5.74, 6.01, 6.18, 6.32),
    ("kozelsk", "minot"): (6.47, 6.77, 7.25, 7.71, 8.30),
    ("tatishchevo", "minot"): (6.23, 6.49, 6.84, 7.19, 7.62),
    ("dombarovsky", "minot"): (6.43, 6.69, 7.13, 7.55, 8.09),
}
PATHS: Final = tuple(TABLE_KM_S)
# The same from other sites at 250 s: least speed on any path, and how many paths 5.5 km/s reaches.
SITES_KM_S = {
    "deveselu": (8.33, 0),
    "baltic-sea": (5.80, 0),
    "north-sea": (5.28, 2),
    "norwegian-sea": (4.69, 5),
    "barents-sea": (4.84, 3),
}
# The facts' second calculation (section 5): seconds to spare at a launch after 250 s.
SECOND_PATHS = (*PATHS[:4], ("vypolzovo", "minot"), *PATHS[4:])
SECOND_S = {
    6300.0: (-100, -24, 88, 160, -192, -114, -58, -108),
    9000.0: (156, 234, 348, 428, 50, 138, 204, 162),
}

LADDER_M_S = np.arange(4300.0, 9401.0, 300.0)
# Coarser than the program's own, for many rungs; what it changes is inside OWN_TOL_KM_S.
COARSE = TableSpec(azimuths=16, kicks=48, ground_cells=60, depth_cells=48)
# On the equator the vertical of the ellipsoid is that of a sphere; here the site stands on one.
ON_SPHERE = (0.0, 0.0, simple.RADIUS_M - EARTH_SEMI_MAJOR_AXIS_M)
FIRST_FREE_S = 16.0  # after its impulse an interceptor has left the ground around the site
SAMPLING = Sampling(step_s=2.0, count=1100)

Place = tuple[float, float, float]


def _rules() -> Rules:
    """The catalogue's rules for kinematic reach alone."""
    record = catalog.load().rules["kinematic"]
    stated = Rules.stated(record, catalog.load().interceptors["gbi2"])
    assert (stated.min_height_m, stated.max_ground_m) == (100e3, 3000e3)
    return replace(stated, max_height_m=np.inf)


def _site(name: str) -> Place:
    position = catalog.load().sites[name].position
    return position.lat_rad, position.lon_rad, position.height_m


def _ends_rad(paths: Sequence[tuple[str, str]] = PATHS) -> np.ndarray:
    """Latitude and longitude of launch and aim, as rows of four."""
    facts, rows = catalog.load(), []
    for launch, region in paths:
        start, end = facts.launches[launch].position, facts.regions[region].point
        assert end is not None
        rows.append((start.lat_rad, start.lon_rad, end.lat_rad, end.lon_rad))
    return np.array(rows)


def _simple_need_km_s(site: str, delay_s: float, model: simple.Model) -> np.ndarray:
    at = simple.place(*_site(site)[:2])
    flown = [simple.path(simple.place(*e[:2]), simple.place(*e[2:]), model) for e in _ends_rad()]
    return np.array([simple.need(at, path, delay_s, model).speed_m_s for path in flown]) / 1e3


# What the program gives.


def _latest_launch_s(
    tables: Sequence[FlyoutTable], targets: windows.Targets, place: Place
) -> np.ndarray:
    """The last launch, after the missile's, that opens a window: by table and target."""
    rules = _rules()
    emplacements = [windows.Emplacement(table, *place, rules) for table in tables]
    pairs = windows.every_pair(len(emplacements), len(targets))
    found = windows.find(targets, emplacements, pairs, np.full(len(pairs), windows.AT_ANY_TIME_S))
    return found.last_launch_s.reshape(len(emplacements), len(targets))


def _least_km_s(speeds_m_s: np.ndarray, latest_s: np.ndarray, delay_s: float) -> np.ndarray:
    """The speed at which the last launch is the one at `delay_s`; infinite above the ladder."""
    fine = np.arange(speeds_m_s[0], speeds_m_s[-1] + 0.5)
    least = np.full(latest_s.shape[1], np.inf)
    for i, latest in enumerate(latest_s.T):
        known = np.isfinite(latest)
        if known.sum() > 1:
            curve = PchipInterpolator(speeds_m_s[known], latest[known], extrapolate=False)(fine)
            in_time = curve >= delay_s
            least[i] = fine[np.argmax(in_time)] / 1e3 if in_time.any() else np.inf
    return least


def _tables(
    vehicles: Sequence[Vehicle], lat_rad: float, earth: EarthModel = EarthModel.ROTATING
) -> list[FlyoutTable]:
    fans = [flyout.fan(vehicle, lat_rad, spec=COARSE, earth=earth) for vehicle in vehicles]
    return [flyout.invert(fan, COARSE) for fan in fans]


@cache
def _boosts(earth: EarthModel) -> list[FlyoutTable]:
    """The two-stage GBI at the ladder's burnout speeds, at Redzikowo."""
    gbi = catalog.load().interceptors["gbi2"]
    vehicles = rockets.interceptor_vehicles(gbi, tuple(LADDER_M_S))
    return _tables(vehicles, _site("redzikowo")[0], earth)


@cache
def _impulses(impulse_s: float) -> list[FlyoutTable]:
    """Impulses of the ladder's speeds over a still sphere, so long after the launch."""
    return [flyout.invert(_impulse_fan(speed, impulse_s), COARSE) for speed in LADDER_M_S]


def _impulse_fan(speed_m_s: float, impulse_s: float) -> flyout.Fan:
    elevations = np.radians(90.0 - 88.0 * np.linspace(0.0, 1.0, COARSE.kicks) ** 1.6)
    free_s = np.arange(FIRST_FREE_S, COARSE.longest_flight_s, COARSE.sample_step_s)
    plane = simple.impulse_flights(speed_m_s, elevations, free_s)
    plane = plane[:, np.isfinite(plane[..., 0]).any(axis=0)]
    azimuths = np.arange(COARSE.azimuths)[:, None, None] * (2.0 * np.pi / COARSE.azimuths)
    along, up = plane[..., 0], np.broadcast_to(plane[..., 1], (COARSE.azimuths, *plane.shape[:2]))
    positions = np.stack([along * np.sin(azimuths), along * np.cos(azimuths), up], axis=-1)
    return flyout.Fan(positions, impulse_s + FIRST_FREE_S, COARSE.sample_step_s)


@cache
def _missile() -> Vehicle:
    return rockets.missile_vehicle(catalog.load().missiles["icbm-solid"])


@cache
def _flights() -> Flights:
    """The missile's flights of least burn over the turning Earth."""
    aimed = aim.aim(
        _missile(), aim.Targets(*_ends_rad().T), Shape.minimum_energy(), sampling=SAMPLING
    )
    assert aimed.ok.all()
    return aimed.flights


@cache
def _still_flights() -> Flights:
    """The missile's flights of least burn over a still Earth, found by their range and bearing."""
    lat, lon, to_lat, to_lon = _ends_rad().T
    wanted_m, bearing = _inverse(lat, lon, to_lat, to_lon)
    curve = families.plane(_missile()).curve(Shape.minimum_energy())
    asked_m, azimuth = wanted_m, bearing
    for _ in range(5):
        kick, cutoff = (np.interp(asked_m, curve[:, 0], curve[:, k]) for k in (1, 2))
        launches = Launches(0, lat, lon, azimuth, kick, cutoff_s=cutoff)
        flights = fly([_missile()], launches, sampling=SAMPLING, earth=EarthModel.STILL)
        down_lat, down_lon, _ = ellipsoid.ecef_to_geodetic(flights.impact_position_ecef_m)
        reached_m, toward = _inverse(lat, lon, down_lat, down_lon)
        asked_m, azimuth = asked_m + wanted_m - reached_m, azimuth + bearing - toward
    assert np.abs(wanted_m - reached_m).max() < 1e3
    return flights


def _inverse(*degrees: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    lines = [geodesic.inverse(*(float(x) for x in row)) for row in zip(*degrees, strict=True)]
    return (
        np.array([float(line.distance_m) for line in lines]),
        np.array([float(line.azimuth1_rad) for line in lines]),
    )


def _as_high_flights() -> Flights:
    """The missile's flights over the turning Earth, as high as those over the still one."""
    apogees_m = ellipsoid.ecef_to_geodetic(_still_flights().apogee_position_ecef_m)[2]
    count = len(apogees_m)
    aimed = aim.aim(
        [_missile()] * count,
        aim.Targets(*_ends_rad().T),
        [Shape.apogee(float(apogee)) for apogee in apogees_m],
        vehicle_index=np.arange(count),
        planes=[families.plane(_missile())] * count,
        sampling=SAMPLING,
    )
    assert aimed.ok.all()
    return aimed.flights


def _on_sphere(
    site: str, paths: Sequence[tuple[str, str]] = PATHS, step_s: float = 10.0
) -> windows.Targets:
    """The simple model's arcs, the whole sphere moved so that the site lies where axis x points."""
    model = simple.Model(time_step_s=step_s)
    lat, lon, _ = _site(site)
    up = simple.place(lat, lon)
    east = np.array([-np.sin(lon), np.cos(lon), 0.0])
    axes = np.stack([up, east, np.cross(up, east)])
    arcs = []
    for ends in _ends_rad(paths):
        launch, goal = simple.place(*ends[:2]), simple.place(*ends[2:])
        # Until its burnout the missile stands on the ground, where the rules forbid to meet it.
        waits = np.repeat([simple.RADIUS_M * launch], round(model.burnout.time_s / step_s), axis=0)
        arcs.append(np.concatenate([waits, simple.path(launch, goal, model).position_m]) @ axes.T)
    positions = np.full((len(arcs), max(map(len, arcs)), 3), np.nan)
    for row, arc in zip(positions, arcs, strict=True):
        row[: len(arc)] = arc
    burnout = np.full(len(arcs), model.burnout.time_s)
    never = np.full(len(arcs), np.inf)
    return windows.Targets.sampled(positions, step_s, burnout_s=burnout, reentry_s=never)


@cache
def _least_of(interceptor: str, site: str, speeds_m_s: tuple[float, ...]) -> np.ndarray:
    """Least burnout speeds (km/s), by delay and path, of an interceptor's vehicles at a site."""
    vehicles = rockets.interceptor_vehicles(catalog.load().interceptors[interceptor], speeds_m_s)
    place = _site(site)
    latest = _latest_launch_s(_tables(vehicles, place[0]), windows.Targets.of(_flights()), place)
    return np.array([_least_km_s(np.array(speeds_m_s), latest, delay) for delay in DELAYS_S])


@cache
def _gbi_km_s() -> np.ndarray:
    """Least burnout speeds (km/s) of the two-stage GBI at Redzikowo, by delay and path."""
    targets = windows.Targets.of(_flights())
    latest = _latest_launch_s(_boosts(EarthModel.ROTATING), targets, _site("redzikowo"))
    return np.array([_least_km_s(LADDER_M_S, latest, delay) for delay in DELAYS_S])


def _reached(speed_km_s: float, least_km_s: np.ndarray) -> np.ndarray:
    """Paths reached beyond doubt."""
    return np.asarray(least_km_s <= speed_km_s - BAND_KM_S)


def _unreached(speed_km_s: float, least_km_s: np.ndarray) -> np.ndarray:
    """Paths out of reach beyond doubt."""
    return np.asarray(least_km_s >= speed_km_s + BAND_KM_S)


# The simple model is the one of the facts, and the kernels agree with it.


def test_val_least_energetic_arc_of_10000_km() -> None:
    """The facts checked their solver by this: 7.198 km/s, and a round trip below 1e-8 km."""
    start = simple.RADIUS_M * simple.place(0.0, 0.0)
    end = simple.RADIUS_M * simple.place(0.0, 1e7 / simple.RADIUS_M)
    slowest = simple.least_energy_velocity(start, end)
    assert round(float(np.linalg.norm(slowest)) / 1e3, 3) == 7.198
    times_s = np.array([1200.0, 1500.0, simple.least_energy_time(start, end), 2400.0])
    velocities = simple.lambert(np.tile(start, (4, 1)), np.tile(end, (4, 1)), times_s)
    assert np.abs(velocities[2] - slowest).max() < 1e-5
    for velocity, time_s in zip(velocities, times_s, strict=True):
        (arrival,) = simple.coast(start, velocity, np.array([time_s]))
        assert np.linalg.norm(arrival - end) < 1e-5


def test_val_simple_model_gives_the_table_of_the_facts() -> None:
    """The points of the arc that the facts tried stand 10 s apart: so the last digit agrees."""
    printed = np.array(list(TABLE_KM_S.values())).T
    for delay, row in zip(DELAYS_S, printed, strict=True):
        on_grid = _simple_need_km_s("redzikowo", delay, simple.Model(time_step_s=10.0))
        assert np.abs(on_grid - row).max() < PRINTED_TOL_KM_S
        finely = _simple_need_km_s("redzikowo", delay, simple.Model())
        assert np.abs(finely - row).max() < GRID_TOL_KM_S
    expected = catalog.load().comparisons["t3"].expected
    for (launch, region), row in TABLE_KM_S.items():
        stated = expected.get(f"least_speed_{launch}_{region}")
        assert stated is not None
        assert stated.si == pytest.approx(1e3 * row[2])


def test_val_simple_model_gives_the_other_sites_of_the_facts() -> None:
    model = simple.Model(time_step_s=10.0)
    for site, (least_km_s, reached) in SITES_KM_S.items():
        needs = _simple_need_km_s(site, 250.0, model)
        assert needs.min() == pytest.approx(least_km_s, abs=1.5 * PRINTED_TOL_KM_S)
        assert np.count_nonzero(needs <= 5.5) == reached
        assert not (needs <= 4.5).any()


def test_waiting_for_the_missile_never_asks_for_less() -> None:
    """The program's interceptors may wait; the model's are launched at once. No row differs."""
    at = simple.place(*_site("redzikowo")[:2])
    model = simple.Model(time_step_s=10.0)
    for ends in _ends_rad():
        path = simple.path(simple.place(*ends[:2]), simple.place(*ends[2:]), model)
        for delay in DELAYS_S:
            at_once = simple.need(at, path, delay, model).speed_m_s
            assert simple.need_when_waiting(at, path, delay, model) == pytest.approx(at_once)


def test_val_kernels_agree_with_the_simple_model() -> None:
    """Tables and windows of impulses over the sphere, against Lambert's problem."""
    latest = _latest_launch_s(_impulses(50.0), _on_sphere("redzikowo"), ON_SPHERE)
    for delay in DELAYS_S:
        need = _simple_need_km_s("redzikowo", delay, simple.Model(time_step_s=10.0))
        assert np.abs(_least_km_s(LADDER_M_S, latest, delay) - need).max() < KERNEL_TOL_KM_S


def test_val_kernels_agree_with_the_second_calculation_of_the_facts() -> None:
    """A burn of 130 s, a fan of flights, the same arcs, a still Earth: seconds to spare."""
    gbi = catalog.load().interceptors["gbi2"]
    vehicles = rockets.interceptor_vehicles(gbi, (4500.0, *SECOND_S))
    tables = _tables(vehicles, 0.0, EarthModel.STILL)
    spare = _latest_launch_s(tables, _on_sphere("redzikowo", SECOND_PATHS), ON_SPHERE) - 250.0
    assert (spare[0] < -170.0).all()
    assert np.abs(spare[1:] - np.array(list(SECOND_S.values()))).max() < SECOND_TOL_S
    deveselu = _latest_launch_s(tables[1:2], _on_sphere("deveselu", SECOND_PATHS), ON_SPHERE)
    assert not (deveselu - 250.0 > -210.0).any()  # NaN where the path is out of reach altogether


# T3 and T4 with the program's own flights.

WASHINGTON_WEST = slice(0, 2)  # from Vypolzovo and Kozelsk
WASHINGTON_EAST = slice(2, 4)  # from Tatishchevo and Dombarovsky
MINOT = slice(4, 7)
IN_BOOST, AT_BURNOUT, STATED, LATER, LATEST = range(len(DELAYS_S))


def test_val_t3_at_9_km_s_every_path_is_reached() -> None:
    least = _gbi_km_s()
    assert _reached(9.0, least[: LATER + 1]).all()
    # At 350 s Vypolzovo to Washington and Kozelsk to Minot need 8.9 km/s: within the band.
    assert not _unreached(9.0, least[LATEST]).any()


def test_val_t3_at_6_3_km_s_the_eastern_fields_to_washington_alone() -> None:
    """Stated for a launch after 250 s; before the missile's burnout more is reached."""
    least = _gbi_km_s()
    assert _reached(6.3, least[STATED, WASHINGTON_EAST]).all()
    assert _unreached(6.3, least[STATED:, 0]).all()
    assert _unreached(6.3, least[STATED:, 1]).all()
    # Tatishchevo and Dombarovsky to Minot need 0.31 km/s more: just outside the band.
    assert (least[STATED:, MINOT] > 6.3 + BAND_KM_S - OWN_TOL_KM_S).all()
    # Launched at the burnout, it comes within the band of three of them and beyond it of none.
    others = np.r_[least[AT_BURNOUT, WASHINGTON_WEST], least[AT_BURNOUT, MINOT]]
    assert not _reached(6.3, others).any()


def test_val_t4_at_4_5_km_s_nothing_from_poland() -> None:
    least = _least_of("sm3-2a", "redzikowo", tuple(np.arange(4000.0, 5501.0, 300.0)))
    assert _unreached(4.5, least[AT_BURNOUT:]).all()
    # Launched a minute before the missile's burnout it comes near two paths, no more.
    assert not _reached(4.5, least[IN_BOOST]).any()
    assert np.flatnonzero(~_unreached(4.5, least[IN_BOOST])).tolist() == [2, 3]


def test_val_t4_at_5_5_km_s_from_poland_with_an_early_launch() -> None:
    """The facts say: only with a launch in boost. Ours: until 45 and 84 s after the burnout."""
    least = _least_of("sm3-2b", "redzikowo", tuple(np.arange(4000.0, 6101.0, 300.0)))
    assert _reached(5.5, least[IN_BOOST, 1:4]).all()
    assert _reached(5.5, least[AT_BURNOUT, WASHINGTON_EAST]).all()
    assert not _reached(5.5, least[STATED:]).any()
    assert not _reached(5.5, least[:, [0, 4, 5, 6]]).any()
    interceptor = catalog.load().interceptors["sm3-2b"]
    vehicles = rockets.interceptor_vehicles(interceptor, (5500.0,))
    place, flights = _site("redzikowo"), _flights()
    (latest,) = _latest_launch_s(_tables(vehicles, place[0]), windows.Targets.of(flights), place)
    after = latest[WASHINGTON_EAST] - flights.burnout_time_s[WASHINGTON_EAST]
    assert after == pytest.approx([45.0, 84.0], abs=5.0)


@pytest.mark.parametrize(("interceptor", "speed_km_s"), [("sm3-2a", 4.5), ("sm3-2b", 5.5)])
def test_val_t4_nothing_from_romania(interceptor: str, speed_km_s: float) -> None:
    """Not even at 0.4 km/s more, whenever it is launched."""
    speeds = tuple(1e3 * speed_km_s + np.array([0.0, 400.0]))
    assert _unreached(speed_km_s, _least_of(interceptor, "deveselu", speeds)).all()


# Why the program differs from the simple model.

# Least speeds (km/s) at 250 s, one change after the other, in the order of docs/validation.md.
STEPS_KM_S = {
    "the simple model": (7.14, 6.66, 6.18, 6.01, 7.25, 6.85, 7.13),
    "the missile's own boost and arc": (7.16, 6.64, 6.09, 5.88, 7.29, 6.83, 7.14),
    "the impulse in the middle of 130 s": (7.29, 6.73, 6.18, 5.94, 7.43, 6.94, 7.27),
    "a real burn, the speed at its end": (7.13, 6.50, 5.91, 5.64, 7.30, 6.73, 7.11),
    "the Earth turns": (7.17, 6.58, 5.91, 5.47, 7.23, 6.58, 6.58),
    "the missile's flatter arc": (7.30, 6.67, 5.92, 5.44, 7.31, 6.63, 6.60),
}
# The program's own least speeds (km/s), as in docs/validation.md: by delay and path.
OWN_KM_S = (
    (6.20, 5.32, 4.50, 4.71, 6.20, 5.77, 5.88),
    (6.61, 6.17, 5.14, 5.02, 6.63, 6.16, 6.15),
    (7.30, 6.67, 5.92, 5.44, 7.31, 6.63, 6.60),
    (7.98, 7.15, 6.29, 5.76, 8.00, 7.08, 7.05),
    (8.91, 7.79, 6.65, 6.04, 8.93, 7.68, 7.64),
)
# The same at 250 s from ships with the vehicle of SM-3 IIB, the least of all paths.
OWN_AT_SEA_KM_S = {
    "baltic-sea": 5.08,
    "north-sea": 4.47,
    "norwegian-sea": 4.00,
    "barents-sea": 4.10,
}


@cache
def _steps_km_s() -> dict[str, np.ndarray]:
    """Least speeds at 250 s while the simple model becomes the program's physics."""
    place = _site("redzikowo")
    still = windows.Targets.of(_still_flights())
    still_boosts, boosts = _boosts(EarthModel.STILL), _boosts(EarthModel.ROTATING)
    worlds = (
        (_impulses(50.0), _on_sphere("redzikowo"), ON_SPHERE),
        (_impulses(50.0), still, place),
        (_impulses(65.0), still, place),
        (still_boosts, still, place),
        (boosts, windows.Targets.of(_as_high_flights()), place),
        (boosts, windows.Targets.of(_flights()), place),
    )
    least = [_least_km_s(LADDER_M_S, _latest_launch_s(*world), 250.0) for world in worlds]
    return dict(zip(STEPS_KM_S, least, strict=True))


def test_val_turning_earth_shifts_the_simple_model_as_much() -> None:
    """The largest single change, against the simple model in axes that do not turn."""
    steps = list(_steps_km_s().values())
    turning = simple.Model(turn_rad_s=EARTH_ROTATION_RAD_S)
    shift = _simple_need_km_s("redzikowo", 250.0, turning)
    shift -= _simple_need_km_s("redzikowo", 250.0, simple.Model())
    assert np.abs((steps[4] - steps[3]) - shift).max() < TURN_TOL_KM_S
    assert shift[-1] < -BAND_KM_S  # Dombarovsky to Minot


def test_regress_steps_from_the_simple_model_to_the_program() -> None:
    for name, least in _steps_km_s().items():
        assert np.abs(least - STEPS_KM_S[name]).max() < OWN_TOL_KM_S, name


def test_regress_least_speeds_from_redzikowo() -> None:
    assert np.abs(_gbi_km_s() - OWN_KM_S).max() < OWN_TOL_KM_S


def test_the_least_speeds_of_reports_are_those_at_which_windows_open() -> None:
    """Two ways to the same: from windows at each rung, and from the times to every sample."""
    facts, targets = catalog.load(), windows.Targets.of(_flights())
    rungs = least_speed.ladder(facts.interceptors["gbi2"], facts.sites["redzikowo"])
    for delay, least in zip(DELAYS_S, _gbi_km_s(), strict=True):
        commit = np.full(len(PATHS), delay)
        args = (rungs, targets, _site("redzikowo"), _rules(), commit)
        assert np.abs(least_speed.least_speeds_m_s(*args) / 1e3 - least).max() < OWN_TOL_KM_S


@pytest.mark.parametrize("site", OWN_AT_SEA_KM_S)
def test_regress_least_speeds_from_ships(site: str) -> None:
    least = _least_of("sm3-2b", site, tuple(np.arange(3400.0, 5501.0, 300.0)))[STATED].min()
    assert least == pytest.approx(OWN_AT_SEA_KM_S[site], abs=OWN_TOL_KM_S)
    # The simple model asks for 0.7 to 0.8 km/s more; docs/validation.md takes that apart.
    assert 0.6 < SITES_KM_S[site][0] - least < 0.9
