"""Launch points: honest over hundreds of boosts never seen, and narrowed by what else was seen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from glasshield import catalog
from glasshield.earth import sphere
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import RangeError
from glasshield.flight import rockets
from glasshield.flight.fly import Flights, Launches, Sampling, fly
from glasshield.fusion import boosts
from glasshield.fusion.arcs import Grid, arcs
from glasshield.fusion.boosts import Fleet, fleet
from glasshield.fusion.ellipse import LEVELS
from glasshield.fusion.launch_point import (
    AlsoSeen,
    LaunchPoints,
    Sightings,
    UnderPower,
    launch_points,
)
from tests.fusion import made_up

COVER_TOL = 0.03  # what the ellipses promise
SIGMA = np.repeat((200.0, 3.0), 3)
COVARIANCE = np.diag(SIGMA**2)
SEEN_AFTER_S = 30.0
POWER_S, POWER_SIGMA_M = 40.0, 300.0
SIGHT_SIGMA_M, SIGHT_SIGMA_S = 5e3, 5.0


@cache
def ships() -> Fleet:
    return fleet(list(catalog.load().missiles.values()))


@cache
def others() -> Fleet:
    """Vehicles that the fleet does not hold, drawn in the same way."""
    return fleet(list(catalog.load().missiles.values()), draws=30, seed=99)


@dataclass(frozen=True)
class Shots:
    """Launches that happened, and the orbits that they led to as they were estimated."""

    lat: np.ndarray
    lon: np.ndarray
    missile: np.ndarray
    flights: Flights
    time_s: np.ndarray
    state: np.ndarray

    def __len__(self) -> int:
        return len(self.lat)

    @property
    def covariance(self) -> np.ndarray:
        return np.broadcast_to(COVARIANCE, (len(self), 6, 6))

    def take(self, index: np.ndarray | slice) -> Shots:
        columns = (self.lat, self.lon, self.missile, self.time_s, self.state)
        lat, lon, missile, time_s, state = (column[index] for column in columns)
        return Shots(lat, lon, missile, self.flights.take(index), time_s, state)


def shots(count: int, seed: int) -> Shots:
    """Launches at time 0 all over the Earth, of vehicles and steerings as the fleet assumes."""
    rng = np.random.default_rng(seed)
    other = others()
    vehicle = rng.integers(0, len(other.vehicles), count)
    share = rng.uniform(*boosts.SHARES, count)
    core = boosts.KICK_CORE_RAD
    most = np.log1p((boosts.GREATEST_KICK_RAD / core) ** 2)
    kick = core * np.sqrt(np.expm1(most * rng.uniform(size=count)))
    lat, lon = rng.uniform(-1.2, 1.2, count), rng.uniform(-3.1, 3.1, count)
    azimuth = rng.uniform(0.0, 6.28, count)
    launches = Launches(vehicle, lat, lon, azimuth, kick, cutoff_s=other.burn_s[vehicle] * share)
    sampling = Sampling(POWER_S, 3)
    flights = fly(other.vehicles, launches, sampling=sampling)
    _, _, apogee = ecef_to_geodetic(flights.apogee_position_ecef_m)
    good = np.flatnonzero(flights.ok & (apogee > 150e3))
    flights = flights.take(good)
    exact = after_burnout(flights)
    return Shots(
        lat[good],
        lon[good],
        other.missile_index[vehicle[good]],
        flights,
        flights.burnout_time_s + SEEN_AFTER_S,
        exact + rng.standard_normal(exact.shape) * SIGMA,
    )


def after_burnout(flights: Flights) -> np.ndarray:
    """States some time after burnout."""
    burnout = np.hstack((flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s))
    count = len(burnout)
    later = arcs(np.zeros(count), burnout, Grid(0.0, 40.0, partials=False))
    return later.at(np.full(count, SEEN_AFTER_S), np.arange(count))


def found(made: Shots, seen: AlsoSeen | None = None) -> LaunchPoints:
    return launch_points(made.time_s, made.state, made.covariance, ships(), seen)


def sightings(made: Shots, seed: int) -> Sightings:
    rng = np.random.default_rng(seed)
    count = len(made)
    away = np.abs(rng.standard_normal((2, count))) * SIGHT_SIGMA_M / 6.371e6
    lat, lon = sphere.destination(made.lat, made.lon, rng.uniform(0, 6.28, count), np.hypot(*away))
    return Sightings(
        lat,
        lon,
        np.full(count, SIGHT_SIGMA_M),
        rng.standard_normal(count) * SIGHT_SIGMA_S,
        np.full(count, SIGHT_SIGMA_S),
    )


def under_power(made: Shots, seed: int) -> UnderPower:
    rng = np.random.default_rng(seed)
    count = len(made)
    noise = rng.standard_normal((count, 3)) * POWER_SIGMA_M
    covariance = np.broadcast_to(np.eye(3) * POWER_SIGMA_M**2, (count, 3, 3))
    place = made.flights.positions_ecef_m[:, 1] + noise
    return UnderPower(np.full(count, POWER_S), place, covariance)


def assert_honest(got: LaunchPoints, made: Shots) -> None:
    known = got.known
    assert known.mean() > 0.97
    held = [got.ellipse.contains(made.lat, made.lon, level)[known].mean() for level in LEVELS]
    assert held == pytest.approx(LEVELS, abs=COVER_TOL)
    in_time = (got.time_low_s < 0.0) & (got.time_high_s > 0.0)
    assert in_time[known].mean() == pytest.approx(0.95, abs=COVER_TOL)
    speed = np.linalg.norm(made.flights.burnout_velocity_ecef_m_s, axis=-1)
    fast = (got.burnout_speed_low_m_s < speed) & (speed < got.burnout_speed_high_m_s)
    assert fast[known].mean() == pytest.approx(0.95, abs=COVER_TOL)


@pytest.mark.slow
def test_ellipses_hold_the_truth_as_often_as_they_say() -> None:
    made = shots(1_200, 2)
    onto = boosts.boosts(made.time_s, made.state, ships())
    alone = launch_points(made.time_s, made.state, made.covariance, ships(), None, onto)
    assert_honest(alone, made)
    seen = AlsoSeen(made.time_s, sightings=sightings(made, 1), under_power=under_power(made, 2))
    assert_honest(
        launch_points(made.time_s, made.state, made.covariance, ships(), seen, onto), made
    )


def test_what_else_is_seen_narrows_the_ellipse_and_the_class() -> None:
    made = shots(60, 4)
    alone = found(made)
    for seen, narrower in (
        (AlsoSeen(sightings=sightings(made, 1)), 0.95),
        (AlsoSeen(under_power=under_power(made, 2)), 0.6),
    ):
        better = found(made, seen)
        known = better.known & alone.known
        ratio = better.ellipse.axes(0.95)[0][known] / alone.ellipse.axes(0.95)[0][known]
        assert ratio.mean() < narrower
        own = np.arange(len(made)), made.missile
        assert better.missile_probability[own][known].mean() > (
            alone.missile_probability[own][known].mean()
        )


@pytest.mark.parametrize("missile", ["mrbm", "irbm", "icbm-solid", "icbm-liquid", "slbm"])
def test_the_catalogues_own_missiles_lie_within_their_ellipses(missile: str) -> None:
    vehicle = rockets.missile_vehicle(catalog.load().missiles[missile])
    lat, lon, azimuth = np.radians([(38.0, 126.0, 60.0), (62.0, 41.0, 345.0)]).T
    kick = np.radians({"icbm-liquid": 2.0}.get(missile, 7.0))
    launches = Launches(0, lat, lon, azimuth, kick, cutoff_s=0.97 * vehicle.burnout_time_s)
    flights = fly([vehicle], launches)
    time = flights.burnout_time_s + SEEN_AFTER_S
    covariance = np.broadcast_to(COVARIANCE, (2, 6, 6))
    got = launch_points(time, after_burnout(flights), covariance, ships())
    assert got.known.all()
    assert got.ellipse.contains(lat, lon, 0.95).all()
    probable = got.missile_probability[:, got.missiles.index(missile)]
    assert (probable > 0.05).all()


def test_boosts_found_once_give_the_same_again() -> None:
    made = shots(30, 8)
    onto = boosts.boosts(made.time_s, made.state, ships())
    again = launch_points(made.time_s, made.state, made.covariance, ships(), None, onto)
    assert (np.nan_to_num(again.time_s) == np.nan_to_num(found(made).time_s)).all()


def test_one_orbit_gives_the_same_as_among_many() -> None:
    made = shots(40, 5)
    together, alone = found(made), found(made.take(slice(3, 4)))
    assert alone.ellipse.lat_rad[0] == pytest.approx(together.ellipse.lat_rad[3], abs=1e-12)
    assert alone.time_s[0] == pytest.approx(together.time_s[3], abs=1e-9)


def test_a_boost_that_ended_early_leaves_out_those_that_burn_long() -> None:
    made = shots(40, 6)
    free = found(made)
    early = found(made, AlsoSeen(burnt_out_by_s=free.burnout_time_s))
    both = free.known & early.known
    assert (early.matches <= free.matches).all()
    assert (early.burnout_time_s[both] <= free.burnout_time_s[both] + 1.0).all()


def test_what_no_missile_does_is_not_known() -> None:
    made = shots(20, 7)
    state = made.state.copy()
    up = state[0, :3] / np.linalg.norm(state[0, :3])
    state[0, 3:] = 9_500.0 * np.cross(up, (0.0, 0.0, 1.0)) + 3_000.0 * up
    got = launch_points(made.time_s, state, made.covariance, ships())
    assert not got.known[0]
    assert np.isnan(got.ellipse.lat_rad[0])
    assert not got.ellipse.contains(made.lat, made.lon, 0.95)[0]
    assert got.known[1:].all()


def test_no_orbits_and_no_fleet() -> None:
    none = launch_points(np.empty(0), np.empty((0, 6)), np.empty((0, 6, 6)), ships())
    assert len(none.ellipse) == 0
    with pytest.raises(RangeError, match="a missile and a draw"):
        fleet([])
    with pytest.raises(RangeError, match="not finite"):
        launch_points(np.zeros(1), np.full((1, 6), np.nan), np.eye(6)[None], ships())


def test_a_state_that_never_left_the_ground_has_no_launch() -> None:
    state = made_up.states(np.random.default_rng(1), 1)
    state[:, :3] *= 0.9
    got = launch_points(np.zeros(1), state, COVARIANCE[None], ships())
    assert not got.known[0]
