"""Least squares: honest over many flights, equal to a general solver, firm when data are bad."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import least_squares as scipy_least_squares

from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.fusion.arcs import FALL_STEP_S, Grid, arcs
from glasshield.fusion.least_squares import FitOptions, Fits, Status, fit
from glasshield.fusion.observed import Observed
from tests.fusion import made_up

# Mean of chi squared over 200 flights and 6 unknowns: 6, deviation 0.245; 95 % bounds.
NEES_BOUNDS = (6.0 - 1.96 * 0.245, 6.0 + 1.96 * 0.245)
ORACLE_TOL_SIGMA = 2e-2  # the search stops within a hundredth of a standard deviation
SAME_TOL_M = 1e-6


def nees(fits: Fits, truth: np.ndarray) -> np.ndarray:
    error = fits.state_ecef - truth
    return np.einsum("ki,kij,kj->k", error, np.linalg.inv(fits.covariance[:, :6, :6]), error)


def truth_of(sky: made_up.Sky, fits: Fits) -> np.ndarray:
    return sky.arcs.at(fits.reference_s, np.arange(len(fits)))


@pytest.mark.parametrize("range_rate", [False, True])
def test_errors_are_as_large_as_the_covariance_says(range_rate: bool) -> None:
    sky = made_up.sky(np.random.default_rng(11), 200, span_s=60.0, range_rate=range_rate)
    fits = fit(sky.detections, sky.object_index)
    assert fits.ok.all()
    assert NEES_BOUNDS[0] < nees(fits, truth_of(sky, fits)).mean() < NEES_BOUNDS[1]
    # Chi squared over its degrees of freedom: 1, deviation below a hundredth here.
    assert fits.chi_squared.sum() / fits.degrees.sum() == pytest.approx(1.0, abs=0.03)


def test_a_range_rate_tells_more() -> None:
    spreads = []
    for range_rate in (False, True):
        sky = made_up.sky(np.random.default_rng(1), 20, span_s=20.0, range_rate=range_rate)
        fits = fit(sky.detections, sky.object_index)
        spreads.append(np.trace(fits.covariance[:, 3:, 3:], axis1=1, axis2=2).mean())
    assert spreads[1] < 0.5 * spreads[0]


def test_bearings_alone_from_three_places_are_enough() -> None:
    sky = made_up.sky(np.random.default_rng(5), 100)
    nothing = np.full(len(sky.detections), np.nan)
    fits = fit(replace(sky.detections, range_m=nothing), sky.object_index)
    assert fits.ok.all()
    assert nees(fits, truth_of(sky, fits)).mean() == pytest.approx(6.0, abs=3.0 * 0.346)


def test_val_one_flight_equals_a_general_solver() -> None:
    sky = made_up.sky(np.random.default_rng(8), 1, span_s=200.0)
    fits = fit(sky.detections)
    observed = Observed.of(sky.detections, sky.object_index)

    def residuals(state: np.ndarray) -> np.ndarray:
        flown = arcs(fits.reference_s, state[None], Grid(110.0, 110.0, partials=False))
        return observed.residuals(flown)[0].ravel()

    start = truth_of(sky, fits)[0]
    scale = np.sqrt(np.diag(fits.covariance[0]))
    best = scipy_least_squares(residuals, start, x_scale=scale, xtol=1e-14, ftol=1e-14, gtol=1e-14)
    assert np.abs((fits.state_ecef[0] - best.x) / scale).max() < ORACLE_TOL_SIGMA
    expected = np.linalg.inv(best.jac.T @ best.jac)
    assert fits.covariance[0] == pytest.approx(expected, rel=1e-3, abs=1e-3 * scale.min() ** 2)


def test_a_fall_tells_its_ballistic_coefficient() -> None:
    rng = np.random.default_rng(4)
    count = 60
    begin = made_up.states(rng, count)
    lat, lon, _ = ecef_to_geodetic(begin[:, :3])
    begin[:, :3] = geodetic_to_ecef(lat, lon, 45e3)
    up = begin[:, :3] / np.linalg.norm(begin[:, :3], axis=-1, keepdims=True)
    begin[:, 3:] = 0.5 * begin[:, 3:] - 2_500.0 * up
    drag = rng.normal(4e-4, 8e-5, count)
    near = tuple(replace(s, accuracy=made_up.precise(20.0, 2e-4)) for s in made_up.STATIONS)
    sky = made_up.sky(
        rng, count, start=begin, drag=drag, span_s=16.0, period_s=0.5, stations=near,
        step_s=FALL_STEP_S,
    )  # fmt: skip
    fits = fit(sky.detections, sky.object_index, FitOptions(drag_m2_kg=(4e-4, 8e-5)))
    assert fits.ok.all()
    assert fits.drag_m2_kg is not None
    error = np.column_stack((fits.state_ecef - truth_of(sky, fits), fits.drag_m2_kg - drag))
    whole = np.einsum("ki,kij,kj->k", error, np.linalg.inv(fits.covariance), error)
    assert whole.mean() == pytest.approx(7.0, abs=3.0 * np.sqrt(14.0 / count))
    assert np.sqrt(fits.covariance[:, 6, 6]).max() < 5e-5
    assert np.abs(fits.drag_m2_kg - drag).mean() < 2e-5


def test_strangers_among_the_detections_are_left_out() -> None:
    sky = made_up.sky(np.random.default_rng(9), 20)
    clean = fit(sky.detections, sky.object_index)
    strange = np.arange(0, len(sky.detections), 37)
    range_m = sky.detections.range_m.copy()
    range_m[strange] += 2_000.0
    fits = fit(replace(sky.detections, range_m=range_m), sky.object_index)
    assert not fits.used[strange].any()
    assert np.delete(fits.used, strange).all()
    sigma = np.sqrt(np.einsum("kii->ki", clean.covariance))
    assert (np.abs(fits.state_ecef - clean.state_ecef) / sigma).max() < 1.0


def test_one_flight_equals_the_same_among_many() -> None:
    sky = made_up.sky(np.random.default_rng(10), 30, span_s=40.0)
    together = fit(sky.detections, sky.object_index)
    own = sky.object_index == 7
    alone = fit(sky.detections.take(own))
    assert alone.reference_s[0] == together.reference_s[7]
    assert np.abs(alone.state_ecef[0] - together.state_ecef[7]).max() < SAME_TOL_M


def test_detections_of_nobody_and_their_order_change_nothing() -> None:
    sky = made_up.sky(np.random.default_rng(12), 3)
    owners = sky.object_index.copy()
    owners[::11] = -1
    plain = fit(sky.detections, owners)
    shuffled = np.random.default_rng(1).permutation(len(owners))
    other = fit(sky.detections.take(shuffled), owners[shuffled])
    assert not plain.used[::11].any()
    assert np.abs(plain.state_ecef - other.state_ecef).max() < 1e-3
    assert (plain.used[shuffled] == other.used).all()


def test_states_at_other_times_carry_their_covariance() -> None:
    sky = made_up.sky(np.random.default_rng(13), 200, span_s=60.0)
    fits = fit(sky.detections, sky.object_index)
    state, covariance = fits.at(np.full(200, 200.0))
    grid = Grid(0.0, 200.0, partials=False)
    start = sky.arcs.at(np.zeros(200), np.arange(200))
    later = arcs(np.zeros(200), start, grid).at(np.full(200, 200.0), np.arange(200))
    error = state - later
    off = np.einsum("ki,kij,kj->k", error, np.linalg.inv(covariance), error)
    assert NEES_BOUNDS[0] < off.mean() < NEES_BOUNDS[1]


def test_too_few_detections_fix_nothing() -> None:
    sky = made_up.sky(np.random.default_rng(14), 2)
    owners = np.where(sky.object_index == 0, 0, -1)
    owners[np.flatnonzero(sky.object_index == 1)[0]] = 1
    fits = fit(sky.detections, owners)
    assert fits.status.tolist() == [Status.OK, Status.UNDETERMINED]
    assert np.isnan(fits.state_ecef[1]).all()
    assert Status.UNDETERMINED.sentence == "the detections do not fix a state"
    state, covariance = fits.at(np.zeros(2))
    assert np.isfinite(state[0]).all()
    assert np.isnan(covariance[1]).all()


def test_no_detections_are_no_flights() -> None:
    sky = made_up.sky(np.random.default_rng(15), 2)
    fits = fit(sky.detections, np.full(len(sky.detections), -1))
    assert len(fits) == 0
    assert not fits.used.any()


def test_an_index_with_a_gap_or_of_the_wrong_length_is_refused() -> None:
    sky = made_up.sky(np.random.default_rng(16), 2)
    with pytest.raises(RangeError, match="no detection"):
        fit(sky.detections, 2 * sky.object_index)
    with pytest.raises(RangeError, match="number of its object"):
        fit(sky.detections, sky.object_index[1:])
