"""Registration: biases within their stated errors, wrong clocks named, batch and stream alike."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from glasshield.errors import RangeError
from glasshield.fusion.bias_prior import BiasPrior, Clock
from glasshield.fusion.consider import considered
from glasshield.fusion.least_squares import FitOptions, fit
from glasshield.fusion.registrar import Registrar
from glasshield.fusion.registration import (
    RegistrationOptions,
    corrected,
    free_flight_index,
    register,
    thinned,
)
from glasshield.fusion.tracks import Tracks, pack
from tests.fusion import made_up

PRIOR = BiasPrior()
DEVIATIONS = PRIOR.sigmas(np.full(3, Clock.RIGHT)).reshape(3, 5)
# Of a clock that nothing compares: right, loose, or, once in a thousand, wrong.
CLOCK_SIGMA_S = np.sqrt(
    np.exp(PRIOR.log_odds) @ np.array((PRIOR.time_s, PRIOR.loose_time_s, PRIOR.wrong_time_s)) ** 2
)
SEEDS = 40
# Mean of chi squared of 15 biases over the seeds, 99.7 % bounds.
NEES_BOUNDS = (15.0 - 3.0 * np.sqrt(30.0 / SEEDS), 15.0 + 3.0 * np.sqrt(30.0 / SEEDS))
THREE_SIGMA = 3.0


def biases(rng: np.random.Generator) -> np.ndarray:
    bias = rng.normal(size=(3, 5)) * DEVIATIONS
    loose = rng.uniform(size=3) < PRIOR.loose_clock
    bias[loose, 3] *= PRIOR.loose_time_s / PRIOR.time_s
    return bias


def biased_sky(seed: int, count: int = 8, clock_s: float = 0.0) -> tuple[made_up.Sky, np.ndarray]:
    """A sky with biases drawn from the prior, and the second clock ahead by so much."""
    rng = np.random.default_rng(seed)
    bias = biases(rng)
    bias[1, 3] += clock_s
    return made_up.sky(rng, count, bias=bias, span_s=100.0), bias


def test_biases_are_as_far_off_as_the_covariance_says() -> None:
    distances = []
    for seed in range(SEEDS):
        sky, bias = biased_sky(seed)
        found = register(sky.detections, sky.object_index)
        error = (found.bias - bias).ravel()
        distances.append(error @ np.linalg.inv(found.covariance) @ error)
    assert NEES_BOUNDS[0] < np.mean(distances) < NEES_BOUNDS[1]


def test_data_tell_far_more_of_angles_and_clocks_than_was_known() -> None:
    sky, bias = biased_sky(4, count=20)
    found = register(sky.detections, sky.object_index)
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()
    assert (found.sigma[:, 1:3] < 0.02 * DEVIATIONS[:, 1:3]).all()
    apart_s, sigma_s = found.between_clocks(0, 2)
    assert sigma_s < 0.01
    assert apart_s == pytest.approx(bias[0, 3] - bias[2, 3], abs=THREE_SIGMA * sigma_s)


@pytest.mark.parametrize("clock_s", [3.0, -3.0])
def test_a_clock_three_seconds_off_is_found_and_named(clock_s: float) -> None:
    sky, bias = biased_sky(5, clock_s=clock_s)
    found = register(sky.detections, sky.object_index)
    assert found.wrong_clock[1] > 0.99
    assert (found.wrong_clock[[0, 2]] < 0.01).all()
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()
    assert found.bias[1, 3] == pytest.approx(clock_s, abs=0.5)


def test_of_two_clocks_apart_either_may_be_wrong() -> None:
    rng = np.random.default_rng(6)
    bias = np.zeros((2, 5))
    bias[1, 3] = 3.0
    sky = made_up.sky(rng, 6, bias=bias, stations=made_up.STATIONS[:2])
    found = register(sky.detections, sky.object_index)
    apart_s, sigma_s = found.between_clocks(1, 0)
    assert apart_s == pytest.approx(3.0, abs=THREE_SIGMA * sigma_s)
    assert sigma_s < 0.02
    assert found.wrong_clock == pytest.approx([0.5, 0.5], abs=0.05)
    # Which one is not known: the deviation spans both answers.
    assert found.sigma[:, 3] == pytest.approx([1.5, 1.5], abs=0.1)


def test_one_station_alone_learns_its_elevation_and_says_what_it_cannot_know() -> None:
    rng = np.random.default_rng(7)
    bias = np.array([[150.0, 3e-3, -2e-3, 0.05, 0.01]])
    sky = made_up.sky(rng, 20, bias=bias, stations=made_up.STATIONS[:1], span_s=200.0)
    found = register(sky.detections, sky.object_index)
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()
    assert found.sigma[0, 2] < 0.2 * PRIOR.elevation_rad
    # Turning all flights about the station's vertical hardly changes gravity.
    assert found.sigma[0, 1] > 0.2 * PRIOR.azimuth_rad
    assert found.sigma[0, 3] == pytest.approx(CLOCK_SIGMA_S, rel=0.1)


def test_corrected_detections_fit_better() -> None:
    sky, bias = biased_sky(8)
    found = register(sky.detections, sky.object_index)
    before = fit(sky.detections, sky.object_index, FitOptions(gate=np.inf))
    better = corrected(sky.detections, found)
    after = fit(better, sky.object_index)
    assert after.chi_squared.sum() / after.degrees.sum() == pytest.approx(1.0, abs=0.05)
    assert before.chi_squared.sum() > 5.0 * after.chi_squared.sum()
    exact = sky.detections.time_s - bias[sky.detections.station_index, 3]
    assert np.abs(better.time_s - exact).max() < THREE_SIGMA * found.sigma[:, 3].max()
    assert better.simulated


def test_correcting_leaves_other_stations_as_they_are() -> None:
    sky, _ = biased_sky(8)
    found = register(sky.detections, sky.object_index)
    other = tuple(replace(s, id=f"{s.id}-b") for s in sky.detections.stations)
    same = corrected(replace(sky.detections, stations=other), found)
    assert (same.range_m == sky.detections.range_m).all()


def test_a_station_without_elevations_takes_part() -> None:
    sky, bias = biased_sky(17, count=12)
    flat = np.where(sky.detections.station_index == 2, np.nan, sky.detections.elevation_rad)
    found = register(replace(sky.detections, elevation_rad=flat), sky.object_index)
    assert found.detections.min() > 100
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma)[:, [0, 1, 3]].all()
    assert found.sigma[2, 2] == pytest.approx(PRIOR.elevation_rad, rel=1e-3)


def test_strangers_do_not_move_the_biases() -> None:
    sky, bias = biased_sky(9, count=12)
    azimuth = sky.detections.azimuth_rad.copy()
    azimuth[::29] += 0.05
    found = register(replace(sky.detections, azimuth_rad=azimuth), sky.object_index)
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()
    assert found.detections.sum() <= len(sky.detections) - len(azimuth[::29])


def test_batches_as_they_come_add_up_to_honest_biases() -> None:
    distances = []
    for seed in range(SEEDS // 2):
        sky, bias = biased_sky(100 + seed, count=10, clock_s=3.0 if seed % 2 else 0.0)
        registrar = Registrar(sky.detections.stations)
        spreads = []
        for start_s in (-60.0, -10.0, 25.0):
            now = (sky.detections.time_s >= start_s) & (sky.detections.time_s < start_s + 35.0)
            found = registrar.update(sky.detections.take(now), sky.object_index[now])
            spreads.append(found.sigma[:, :3].sum())
        error = (found.bias - bias)[:, :3].ravel()
        block = np.delete(np.arange(15), [3, 4, 8, 9, 13, 14])
        distances.append(error @ np.linalg.inv(found.covariance[np.ix_(block, block)]) @ error)
        assert spreads[0] > spreads[1] > spreads[2]
        assert found.detections.sum() <= len(sky.detections)
        assert (found.wrong_clock[1] > 0.9) == bool(seed % 2)
    assert np.mean(distances) == pytest.approx(9.0, abs=3.0 * np.sqrt(18.0 / (SEEDS // 2)))


def test_memory_fades() -> None:
    sky, _ = biased_sky(11)
    lasting, fading = (Registrar(sky.detections.stations, memory_s=m) for m in (np.inf, 5.0))
    for registrar in (lasting, fading):
        for start_s in (-50.0, 0.0):
            now = (sky.detections.time_s >= start_s) & (sky.detections.time_s < start_s + 30.0)
            registrar.update(sky.detections.take(now), sky.object_index[now])
    assert (fading.estimate().sigma[:, 1] > lasting.estimate().sigma[:, 1]).all()


def test_without_data_the_prior_stays() -> None:
    sky, _ = biased_sky(12)
    found = register(sky.detections, np.full(len(sky.detections), -1))
    assert (found.bias == 0.0).all()
    assert found.sigma[:, 3] == pytest.approx(CLOCK_SIGMA_S)
    assert found.sigma[:, 0] == pytest.approx(PRIOR.range_m)
    assert found.objects == 0


def test_a_part_of_many_detections_is_enough() -> None:
    sky, bias = biased_sky(13)
    found = register(sky.detections, sky.object_index, RegistrationOptions(most_detections=400))
    assert found.detections.sum() <= 400
    assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()


def test_of_very_many_objects_the_longest_seen_take_part() -> None:
    index = np.repeat(np.arange(3_000), 20)
    index = np.append(index, np.full(40, 7))
    thin = thinned(index, 4_000)
    taken = np.bincount(thin[thin >= 0])
    assert len(taken) == 100
    assert taken.max() == 60
    assert taken.min() == 20


def test_only_free_flight_above_the_air_takes_part() -> None:
    sky = made_up.sky(np.random.default_rng(14), 2, span_s=40.0)
    first = np.argsort(sky.object_index, kind="stable")
    state = sky.arcs.at(sky.detections.time_s[first], sky.object_index[first])
    rows = len(first)
    split = int(np.searchsorted(sky.object_index[first], 1))
    phase = np.tile((0.0, 1.0, 0.0), (rows, 1))
    phase[:10] = 0.8, 0.2, 0.0
    state[-5:, :3] *= 6.4e6 / np.linalg.norm(state[-5:, :3], axis=-1, keepdims=True)
    tracks = Tracks(
        made_up.EPOCH,
        sky.detections.stations,
        np.array([4, 9]),
        np.array([0, split, rows]),
        sky.detections.time_s[first],
        state,
        pack(np.broadcast_to(np.eye(6), (rows, 6, 6))),
        phase,
        first,
        sky.detections.station_index[first],
        simulated=True,
    )
    index = free_flight_index(tracks, rows)
    assert (index[first[:10]] == -1).all()
    assert (index[first[-5:]] == -1).all()
    inner = first[10:-5]
    assert (index[inner] == sky.object_index[inner]).all()


def test_batches_of_other_stations_and_senseless_priors_are_refused() -> None:
    sky, _ = biased_sky(15)
    registrar = Registrar(sky.detections.stations[:2])
    with pytest.raises(RangeError, match="other stations"):
        registrar.update(sky.detections, sky.object_index)
    with pytest.raises(RangeError, match="above zero"):
        BiasPrior(range_m=0.0)
    with pytest.raises(RangeError, match="between 0 and 1"):
        BiasPrior(wrong_clock=1.0)


def split_by_station(sky: made_up.Sky) -> np.ndarray:
    """Tracks of each station for itself, as a clock seconds off leaves them."""
    index = sky.object_index * 3 + sky.detections.station_index
    return np.unique(index, return_inverse=True)[1]


@pytest.mark.parametrize("clock_s", [3.0, -8.0])
def test_a_clock_that_split_all_tracks_is_found(clock_s: float) -> None:
    rng = np.random.default_rng(21)
    bias = biases(rng)
    bias[:, 3] = 0.02, clock_s, -0.03
    sky = made_up.sky(rng, 5, bias=bias, span_s=100.0)
    for lost in (False, True):
        index = split_by_station(sky)
        # The station's own tracks may have been lost altogether.
        if lost:
            index[sky.detections.station_index == 1] = -1
            index = np.unique(index, return_inverse=True)[1] - 1
        found = register(sky.detections, index)
        assert found.detections.min() > 150
        assert found.between_clocks(1, 0)[0] == pytest.approx(clock_s, abs=0.1)
        assert (np.abs(found.bias - bias) < THREE_SIGMA * found.sigma).all()


def test_stations_that_see_nothing_in_common_stay_apart() -> None:
    rng = np.random.default_rng(22)
    sky = made_up.sky(rng, 4)
    index = np.where(sky.detections.station_index == sky.object_index % 3, sky.object_index, -1)
    seen = sky.detections.take(index >= 0)
    found = register(seen, index[index >= 0])
    assert found.objects == 4
    assert found.between_clocks(0, 1)[1] > PRIOR.time_s


def test_a_fit_that_takes_corrections_for_true_is_too_sure_and_considered_it_is_not() -> None:
    plain: list[np.ndarray] = []
    honest: list[np.ndarray] = []
    for seed in range(30):
        sky, _ = biased_sky(300 + seed, count=4)
        found = register(sky.detections, sky.object_index)
        better = corrected(sky.detections, found)
        fits = fit(better, sky.object_index)
        truth = sky.arcs.at(fits.reference_s, np.arange(4))
        wide = considered(fits, better, sky.object_index, found)
        for covariance, distances in ((fits.covariance, plain), (wide.covariance, honest)):
            error = fits.state_ecef - truth
            distances.append(np.einsum("ki,kij,kj->k", error, np.linalg.inv(covariance), error))
    assert np.mean(plain) > 12.0
    # Flights of one seed share its biases: 30 seeds of 6 numbers, 99.7 % bounds.
    assert np.mean(honest) == pytest.approx(6.0, abs=3.0 * np.sqrt(12.0 / 30))


def test_considering_other_stations_or_no_flights() -> None:
    sky, _ = biased_sky(16)
    found = register(sky.detections, sky.object_index)
    none = fit(sky.detections, np.full(len(sky.detections), -1))
    assert considered(none, sky.detections, np.full(len(sky.detections), -1), found) is none
    other = replace(sky.detections, stations=sky.detections.stations[::-1])
    with pytest.raises(RangeError, match="other stations"):
        considered(fit(sky.detections, sky.object_index), other, sky.object_index, found)
