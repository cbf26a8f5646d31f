"""Where objects come down while they fly, and what biases do to that."""

from __future__ import annotations

import numpy as np
import pytest

from glasshield.centre.warning import air
from glasshield.centre.warning.impacts import (
    States,
    Widening,
    impact_covariances,
    impact_moves,
    last_station,
    predictions,
    usable,
)
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.earth.time import Instant
from glasshield.fusion.bias_prior import BiasPrior
from glasshield.fusion.falls import fall
from glasshield.fusion.impact_point import Drag, impacts
from glasshield.sensing.station import Station
from tests.centre.warning.test_orbits import circular, state

EPOCH = Instant.parse("2030-01-01T00:00:00Z")
COVARIANCE = np.diag((200.0,) * 3 + (2.0,) * 3) ** 2
# To first order and without air: what is left out grows with the square of the displacement.
MOVE_TOL = 0.03
SPREAD_TOL = 0.15
# Steps of the table, the turning of the Earth on the last part of the way.
LEFT_OUT_M = 400.0
SHARE_TOL = 0.15  # of the shorter half axis
SIZE_TOL = 0.15
TIME_TOL_S = 2.0
SIGMA_TOL = 0.2
ROUNDING_TOL = 1e-7  # products of matrices round otherwise in other company
FLIGHTS = 400
HALF_TOL = 0.075  # three deviations of a share of 50 % among 400
MOST_TOL = 0.033  # of 95 %
LOW_ARCS = 0.85  # of 95 %: a table and five coefficients say less where nearly all is air
SINGLE_TOL = 1e-6  # the table is kept in single precision


def states(*rows: np.ndarray) -> States:
    count = len(rows)
    return States(
        EPOCH,
        np.arange(1, count + 1),
        np.zeros(count),
        np.stack(rows),
        np.tile(COVARIANCE, (count, 1, 1)),
    )


def test_a_prediction_says_where_when_and_how_surely() -> None:
    falling, around = predictions(states(state(400e3, 4_000.0, 0.6), circular(500e3)))
    assert around is None
    assert falling is not None
    assert 300.0 < falling.time.since_s(EPOCH) < 1_500.0
    assert 0.0 < falling.radii[0] < falling.radii[1]
    assert falling.distance(falling.lat_rad, falling.lon_rad) < 1e-6
    assert falling.holds(falling)


@pytest.mark.parametrize("climb_deg", [-30.0, 5.0, 35.0, 70.0])
@pytest.mark.parametrize("speed_m_s", [2_500.0, 4_000.0, 6_000.0])
def test_val_a_prediction_is_that_of_the_flight_flown_to_the_ground(
    speed_m_s: float, climb_deg: float
) -> None:
    one = state(400e3, speed_m_s, np.radians(climb_deg))
    (quick,) = predictions(states(one))
    full = impacts(np.zeros(1), one[None], COVARIANCE[None])
    assert quick is not None
    longer, shorter, _ = (float(axis[0]) for axis in full.ellipse.axes(0.95))
    line = geodesic.inverse(
        quick.lat_rad, quick.lon_rad, full.ellipse.lat_rad[0], full.ellipse.lon_rad[0]
    )
    assert float(line.distance_m) < LEFT_OUT_M + SHARE_TOL * shorter
    assert quick.semi_major_m == pytest.approx(longer, rel=SIZE_TOL, abs=LEFT_OUT_M)
    assert quick.time.since_s(EPOCH) == pytest.approx(full.time_s[0], abs=TIME_TOL_S)
    width_s = float(full.time_high_s[0] - full.time_low_s[0]) / 3.92
    assert quick.sigma_s == pytest.approx(width_s, rel=SIGMA_TOL)


def test_val_what_the_air_takes_is_what_a_fall_through_it_takes() -> None:
    rng = np.random.default_rng(3)
    count = 60
    height = rng.uniform(20e3, 100e3, count)
    speed, dive = rng.uniform(1_000.0, 7_000.0, count), np.radians(rng.uniform(8.0, 80.0, count))
    way, time = air.shares(height, speed, dive)
    flown = air.made(height, speed, dive)
    free_m, free_s = air.without_air(height, speed, dive)
    off_m = np.abs(way - flown[:, :, 0]) * free_m[:, None]
    off_s = np.abs(time - flown[:, :, 1]) * free_s[:, None]
    usual = 2  # the median coefficient
    assert np.quantile(off_m[:, usual], 0.9) < 2.0 * LEFT_OUT_M
    assert np.quantile(off_s[:, usual], 0.9) < TIME_TOL_S


def test_regress_the_table_of_the_air_is_the_one_that_is_packaged() -> None:
    """Made by `python -m glasshield.centre.warning.air`."""
    places = [(7, 4, 4), (5, 2, 7), (2, 8, 3)]
    axes = (air.HEIGHT_M, air.SPEED_M_S, air.DIVE_RAD)
    corners = [tuple(axis[k] for axis, k in zip(axes, place, strict=True)) for place in places]
    fresh = air.made(*np.array(corners).T)
    way, time = air.shares(*np.array(corners).T)
    assert fresh[:, :, 0] == pytest.approx(way, rel=SINGLE_TOL)
    assert fresh[:, :, 1] == pytest.approx(time, rel=SINGLE_TOL)


@pytest.mark.parametrize("sigmas", [(200.0, 2.0), (3_000.0, 40.0)], ids=["known", "hardly known"])
def test_val_ellipses_hold_as_many_impacts_as_they_say(sigmas: tuple[float, float]) -> None:
    """Flights with errors and coefficients as they are said to be, flown to the ground."""
    rng = np.random.default_rng(11)
    position, velocity = sigmas
    sigma = np.repeat((position, velocity), 3)
    truths = [
        state(300e3, rng.uniform(2_500.0, 5_500.0), np.radians(rng.uniform(-20.0, 50.0)))
        for _ in range(FLIGHTS)
    ]
    drag = Drag()
    kilograms = drag.coefficient_kg_m2 * np.exp(drag.log_sigma * rng.standard_normal(FLIGHTS))
    ended = fall(np.array(truths), 1.0 / kilograms)
    lat, lon, _ = ecef_to_geodetic(ended.state_ecef[:, :3])
    seen = np.array(truths) + sigma * rng.standard_normal((FLIGHTS, 6))
    made = States(
        EPOCH,
        np.arange(FLIGHTS),
        np.zeros(FLIGHTS),
        seen,
        np.tile(np.diag(sigma**2), (FLIGHTS, 1, 1)),
    )
    inside, times = [], []
    for k, found in enumerate(predictions(made)):
        if found is None or not np.isfinite(ended.time_s[k]):
            continue
        off = found.distance(float(lat[k]), float(lon[k]))
        inside.append((off <= found.radii[0], off <= found.radii[1]))
        late_s = found.time.since_s(EPOCH) - ended.time_s[k]
        times.append(abs(late_s) <= 2.0 * found.sigma_s)
    assert len(inside) > 0.9 * FLIGHTS
    half, most = np.mean(inside, axis=0)
    assert 0.5 - HALF_TOL < half < 0.5 + 2.0 * HALF_TOL  # 250 m more than the spread alone
    assert most == pytest.approx(0.95, abs=MOST_TOL)
    assert np.mean(times) > 0.9


@pytest.mark.parametrize("height_m", [45e3, 60e3])
def test_low_arcs_that_still_rise_in_the_air_are_braked_on_both_ways(height_m: float) -> None:
    """As short-range missiles are after burnout, far more surely known than in a live picture."""
    rng = np.random.default_rng(12)
    sigma = np.repeat((30.0, 0.5), 3)
    truths = np.array(
        [
            state(height_m, rng.uniform(1_600.0, 2_200.0), np.radians(rng.uniform(25.0, 50.0)))
            for _ in range(FLIGHTS)
        ]
    )
    drag = Drag()
    kilograms = drag.coefficient_kg_m2 * np.exp(drag.log_sigma * rng.standard_normal(FLIGHTS))
    ended = fall(truths, 1.0 / kilograms)
    lat, lon, _ = ecef_to_geodetic(ended.state_ecef[:, :3])
    seen = truths + sigma * rng.standard_normal((FLIGHTS, 6))
    spreads = np.tile(np.diag(sigma**2), (FLIGHTS, 1, 1))
    made = States(EPOCH, np.arange(FLIGHTS), np.zeros(FLIGHTS), seen, spreads)
    inside = [
        [found.distance(float(lat[k]), float(lon[k])) <= radius for radius in found.radii]
        for k, found in enumerate(predictions(made))
        if found is not None
    ]
    assert len(inside) == FLIGHTS
    half, most = np.mean(inside, axis=0)
    assert half > 0.5 - HALF_TOL
    assert most > LOW_ARCS


def test_no_objects_have_no_predictions() -> None:
    empty = np.empty((0, 6))
    nobody = States(EPOCH, np.empty(0, dtype=int), np.empty(0), empty, np.empty((0, 6, 6)))
    assert predictions(nobody) == []


def test_an_object_is_predicted_as_among_many() -> None:
    rows = [state(400e3, speed, 0.5) for speed in (3_000.0, 4_500.0, 6_000.0)]
    every = predictions(states(*rows))
    for k, row in enumerate(rows):
        (alone,), among = predictions(states(row)), every[k]
        assert alone is not None
        assert among is not None
        assert among.time.since_s(alone.time) == pytest.approx(0.0, abs=1e-5)
        numbers = [
            (*one.covariance_m2.ravel(), *one.radii, one.lat_rad, one.lon_rad, one.sigma_s)
            for one in (alone, among)
        ]
        assert numbers[0] == pytest.approx(numbers[1], rel=ROUNDING_TOL)


def test_a_prediction_does_not_hold_what_lies_outside_its_ellipse() -> None:
    one, other = predictions(states(state(400e3, 4_000.0, 0.6), state(400e3, 4_100.0, 0.6)))
    assert one is not None
    assert other is not None
    assert not one.holds(other)


def test_a_state_that_moves_takes_its_impact_along() -> None:
    before = state(400e3, 4_000.0, 0.6)
    after = before + np.array((300.0, -200.0, 100.0, 3.0, 1.0, -2.0))
    moved, _ = impact_moves(before[None], after[None], COVARIANCE[None])
    one, other = predictions(states(before, after))
    assert one is not None
    assert other is not None
    line = geodesic.inverse(one.lat_rad, one.lon_rad, other.lat_rad, other.lon_rad)
    assert np.hypot(*moved[0]) == pytest.approx(float(line.distance_m), rel=MOVE_TOL)
    toward = np.arctan2(moved[0, 0], moved[0, 1])
    assert np.cos(toward - float(line.azimuth1_rad)) > 1.0 - MOVE_TOL


def test_the_quick_spread_is_that_of_the_full_estimate_but_for_the_air() -> None:
    one = state(400e3, 4_000.0, 0.6)
    wide = np.diag((2e3,) * 3 + (30.0,) * 3) ** 2  # far more than the air adds
    made = States(EPOCH, np.array([1]), np.zeros(1), one[None], wide[None])
    (found,) = predictions(made)
    assert found is not None
    quick = impact_covariances(one[None], wide[None])[0]
    assert np.sqrt(np.linalg.eigvalsh(quick)) == pytest.approx(
        np.sqrt(np.linalg.eigvalsh(found.covariance_m2)), rel=SPREAD_TOL
    )


def test_a_bias_in_azimuth_turns_an_orbit_about_its_station() -> None:
    station = Station("s", np.radians(30.0), np.radians(20.0))
    prior = BiasPrior(range_m=1e-6, azimuth_rad=1e-3, elevation_rad=1e-9, time_s=1e-9)
    widening = Widening.of((station,), prior, None)
    one = state(300e3, 5_000.0, 0.3)
    added = widening.added(one[None], np.array([0]), np.array([np.inf]))[0]
    turn = np.array(  # about the station's vertical, in its own axes
        [[np.cos(1e-3), np.sin(1e-3), 0.0], [-np.sin(1e-3), np.cos(1e-3), 0.0], [0.0, 0.0, 1.0]]
    )
    local = station.axes.T @ turn @ station.axes
    position = station.position_ecef_m + local @ (one[:3] - station.position_ecef_m)
    off = np.concatenate((position, local @ one[3:])) - one
    assert added == pytest.approx(np.outer(off, off), rel=2e-2, abs=1.0)


def test_stations_that_disagree_make_a_young_track_unsure_of_its_speed() -> None:
    station = Station("s", np.radians(30.0), np.radians(25.0))
    widening = Widening.of((station,), BiasPrior(), None)
    one = state(300e3, 5_000.0, 0.3)[None]
    young, old, alone = (
        np.sqrt(np.diag(widening.added(one, np.array([0]), np.array([age_s]))[0])[3:]).max()
        for age_s in (4.0, 100.0, np.inf)
    )
    assert young > 20.0 * old > 20.0 * alone > 0.0


def test_nobody_known_adds_nothing() -> None:
    one = state(300e3, 5_000.0, 0.3)[None]
    station = Station("s", 0.5, 0.3)
    forever = np.array([np.inf])
    assert not Widening.of((station,), BiasPrior(), None).added(one, np.array([-1]), forever).any()
    assert not Widening.of((), BiasPrior(), None).added(one, np.array([-1]), forever).any()


def test_the_last_station_is_the_one_that_saw_it_last() -> None:
    seen = np.array([[1.0, 3.0, np.nan], [np.nan] * 3, [5.0, np.nan, 2.0]])
    assert last_station(seen).tolist() == [1, -1, 0]
    assert last_station(seen[:, :0]).tolist() == [-1] * 3


def test_no_estimate_is_made_from_what_is_not_finite_or_not_positive() -> None:
    good = state(300e3, 5_000.0, 0.3)
    torn = COVARIANCE.copy()
    torn[0, 1] = torn[1, 0] = 2.0 * torn[0, 0]
    rows = np.stack((good, good * np.nan, good, good))
    spreads = np.stack((COVARIANCE, COVARIANCE, torn, COVARIANCE * np.nan))
    assert usable(rows, spreads).tolist() == [True, False, False, False]
