"""What stations detect of simulated objects: each error is there, and as large as it should be."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from jaxtyping import Float

from glasshield import catalog
from glasshield.catalog.model import Search
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.detect import detect, look_times_s
from glasshield.scenario.observers import Observer
from glasshield.scenario.simulate import Simulation, simulate
from glasshield.scenario.truth import Truth
from glasshield.sensing.biases import Biases
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.measurement import Frames, measure, turned
from glasshield.sensing.stations import performance

FACTS = catalog.load()
OBJECTS, LENGTH_S = 60, 120.0
# Of a mean or a share over n draws: once in 16,000.
SIGMAS = 4.0
NOBODY = np.full(OBJECTS, np.inf)


@pytest.fixture(scope="module")
def made() -> Simulation:
    return benchmark(OBJECTS, seed=2, duration_s=LENGTH_S)


@pytest.fixture(scope="module")
def raid() -> Simulation:
    return simulate(FACTS.scenarios["raid-of-ten"], FACTS)


def real(detections: Detections) -> Detections:
    return detections.take(detections.truth >= 0)


def errors(detections: Detections, truth: Truth, time_s: Float[np.ndarray, "n"]) -> np.ndarray:
    """Measured minus true, range to range rate, of detections of objects at true times."""
    states = truth.states(detections.truth, time_s)
    exact = measure(Frames.of(detections.stations).take(detections.station_index), states)
    off = (
        np.stack(
            (
                detections.range_m,
                detections.azimuth_rad,
                detections.elevation_rad,
                detections.range_rate_m_s,
            ),
            axis=1,
        )
        - exact
    )
    off[:, 1] = turned(off[:, 1])
    return off


def test_noise_is_as_large_as_stated(made: Simulation) -> None:
    found = real(made.detections)
    off = errors(found, made.truth, found.time_s)[:, :3] / found.sigma_or_station[:, :3]
    n = len(found)
    np.testing.assert_allclose(off.mean(axis=0), 0.0, atol=SIGMAS / np.sqrt(n))
    np.testing.assert_allclose(off.std(axis=0), 1.0, atol=SIGMAS / np.sqrt(2.0 * n))
    assert np.isnan(found.range_rate_m_s).all()


def test_misses_and_clutter_are_as_many_as_stated(made: Simulation) -> None:
    looks = 3 * (LENGTH_S + 1) - 2  # the second and the third radar end before the last second
    chances = looks * OBJECTS
    seen = (made.detections.truth >= 0).sum() / chances
    assert seen == pytest.approx(0.95, abs=SIGMAS * np.sqrt(0.95 * 0.05 / chances))
    clutter = (made.detections.truth == CLUTTER).sum()
    assert clutter == pytest.approx(5.0 * looks, abs=SIGMAS * np.sqrt(5.0 * looks))


def test_clutter_is_even_over_the_view(made: Simulation) -> None:
    false = made.detections.take(made.detections.truth == CLUTTER)
    station = made.detections.stations[0]
    (sector,) = station.sectors
    n = len(false)
    spread = SIGMAS / np.sqrt(12.0 * n)
    for share in (
        false.range_m / station.range_m,
        false.azimuth_rad / (2.0 * np.pi),
        (false.elevation_rad - sector.elevation_min_rad)
        / (sector.elevation_max_rad - sector.elevation_min_rad),
    ):
        assert share.mean() == pytest.approx(0.5, abs=spread)
        assert share.min() > 0.0
        assert share.max() <= 1.0


def test_radars_look_once_a_second_a_third_apart(made: Simulation) -> None:
    for number in range(3):
        times = np.unique(made.detections.time_s[made.detections.station_index == number])
        np.testing.assert_allclose(np.diff(times), 1.0)
        assert times[0] == pytest.approx(number / 3.0)


def test_an_order_tells_nothing(made: Simulation) -> None:
    """Within a look, objects and clutter stand in no order that repeats."""
    detections = made.detections
    assert (np.diff(detections.time_s) >= 0.0).all()
    first = [
        detections.truth[detections.time_s == t][:3].tolist() for t in (0.0, 1.0, 2.0, 3.0, 4.0)
    ]
    assert len({tuple(numbers) for numbers in first}) == 5


def observe(made: Simulation, observers: list[Observer], seed: int = 9) -> Detections:
    return detect(observers, made.truth, LENGTH_S, (seed,), NOBODY)


def test_biases_and_delays_are_those_of_the_observer(made: Simulation) -> None:
    biases = Biases(range_m=300.0, azimuth_rad=-0.004, elevation_rad=0.002, time_s=3.0)
    plain = made.observers[0]
    station = replace(plain.station, process_delay_s=1.5)
    off_by = replace(plain, station=station, biases=biases, delay_spread_s=0.5)
    found = real(observe(made, [off_by]))
    off = errors(found, made.truth, found.time_s - biases.time_s)
    n = len(found)
    sigma = found.sigma_or_station[0]
    for k, wanted in enumerate((biases.range_m, biases.azimuth_rad, biases.elevation_rad)):
        assert off[:, k].mean() == pytest.approx(wanted, abs=SIGMAS * sigma[k] / np.sqrt(n))
    late = found.arrival_s - (found.time_s - biases.time_s)
    assert late.min() > 1.5
    assert late.mean() == pytest.approx(2.0, abs=SIGMAS * 0.5 / np.sqrt(n))


def test_the_air_leaves_an_error_that_grows_toward_the_horizon(made: Simulation) -> None:
    thick = replace(made.observers[0], air=0.3)
    found = real(observe(made, [thick]))
    off = errors(found, made.truth, found.time_s)[:, 2]
    low = found.elevation_rad < np.radians(10.0)
    high = found.elevation_rad > np.radians(40.0)
    sigma = found.sigma_or_station[0, 2]
    # 0.1 deg of bending and more below 10 deg, of which three tenths stay.
    assert off[low].mean() > np.radians(0.025)
    assert off[high].mean() < np.radians(0.3 * 0.025) + SIGMAS * sigma / np.sqrt(high.sum())


def test_a_busy_radar_looks_at_as_many_as_it_can(made: Simulation) -> None:
    busy = replace(made.observers[0], looks_per_s=20.0)
    found = real(observe(made, [busy]))
    per_look = np.unique(found.time_s, return_counts=True)[1]
    assert per_look.max() <= 20
    counts = np.bincount(found.truth, minlength=OBJECTS)
    assert counts.min() > 0.7 * counts.mean()


def test_a_cued_radar_waits_for_another(made: Simulation) -> None:
    first, second = made.observers[:2]
    late = replace(first, start_s=50.0, station=replace(first.station, process_delay_s=4.0))
    cued = replace(second, search=Search.CUED)
    found = observe(made, [cued, late])
    mine = found.take((found.station_index == 0) & (found.truth >= 0))
    assert mine.time_s.min() >= 54.0
    assert len(real(observe(made, [cued]))) == 0
    pointed = detect([cued], made.truth, LENGTH_S, (9,), np.full(OBJECTS, 30.0))
    assert real(pointed).time_s.min() >= 30.0


def test_an_observer_does_not_change_with_the_others(made: Simulation) -> None:
    alone = observe(made, [made.observers[0]])
    among = observe(made, list(made.observers))
    mine = among.take(among.station_index == 0)
    np.testing.assert_array_equal(np.sort(alone.range_m), np.sort(mine.range_m))


def test_strong_echoes_are_measured_better(raid: Simulation) -> None:
    found = real(raid.detections)
    kurecik = found.take(found.station_index == 0)
    weak, strong = np.nanpercentile(kurecik.snr_db, [10, 90])
    sigma = kurecik.sigma_or_station[:, 2]
    faint = sigma[kurecik.snr_db < weak].mean()
    assert faint > 3.0 * sigma[kurecik.snr_db > strong].mean()
    assert np.isfinite(found.sigma_or_station[:, :3]).all()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_errors_of_catalogue_radars_are_as_large_as_they_say(raid: Simulation, number: int) -> None:
    observer = replace(raid.observers[number], biases=Biases(), air=0.0)
    nobody = np.full(len(raid.truth), np.inf)
    found = real(detect([observer], raid.truth, 1200.0, (3,), nobody))
    off = errors(found, raid.truth, found.time_s) / found.sigma_or_station
    n = len(found)
    known = 4 if np.isfinite(observer.station.accuracy.range_rate_m_s) else 3
    np.testing.assert_allclose(off[:, :known].std(axis=0), 1.0, atol=SIGMAS / np.sqrt(2.0 * n))
    np.testing.assert_allclose(off[:, :known].mean(axis=0), 0.0, atol=SIGMAS / np.sqrt(n))


def test_val_a_radar_detects_as_often_as_its_performance_says(raid: Simulation) -> None:
    """Counted detections against the series, over ranges up to twice the published one."""
    made = performance(FACTS, FACTS.sensors["armavir"])
    observer = replace(raid.observers[2], looks_per_s=np.inf)
    assert observer.performance == made
    nobody = np.full(len(raid.truth), np.inf)
    # A cross-section at which it sees some but not all: a hundredth of the stated one.
    truth = replace(raid.truth, cross_section_m2=raid.truth.cross_section_m2 / 100.0)
    found = real(detect([observer], truth, 1200.0, (4,), nobody))
    full = real(detect([replace(observer, performance=None)], truth, 1200.0, (4,), nobody))
    share = 0.9  # of the looks, where the station's own probability holds
    times = full.time_s - observer.biases.time_s
    distance = measure(observer.station, truth.states(full.truth, times))[:, 0]
    wanted = made.chance(distance, truth.cross_section_m2[full.truth]).sum() / share
    assert 0.05 * len(full) < len(found) < 0.8 * len(full)
    assert len(found) == pytest.approx(wanted, abs=SIGMAS * np.sqrt(wanted) + 0.02 * wanted)


def test_looks_end_with_the_scenario(made: Simulation) -> None:
    observer = made.observers[1]
    looks = look_times_s(observer, 10.0)
    assert looks[0] == pytest.approx(1.0 / 3.0)
    assert looks[-1] <= 10.0
    assert len(look_times_s(observer, 0.0)) == 0
    assert len(observe(made, [replace(observer, start_s=1e4)])) == 0


def test_a_station_that_measures_angles_alone(made: Simulation) -> None:
    plain = made.observers[0]
    accuracy = replace(plain.station.accuracy, range_m=np.inf)
    found = observe(made, [replace(plain, station=replace(plain.station, accuracy=accuracy))])
    assert np.isnan(found.range_m).all()
    assert (found.truth == CLUTTER).any()
    off = errors(real(found), made.truth, real(found).time_s)[:, 1:3]
    assert np.isfinite(off).all()


def test_a_station_that_measures_range_rates(made: Simulation) -> None:
    plain = made.observers[0]
    accuracy = replace(plain.station.accuracy, range_rate_m_s=2.0)
    found = observe(made, [replace(plain, station=replace(plain.station, accuracy=accuracy))])
    assert np.isfinite(found.range_rate_m_s).all()
    off = errors(real(found), made.truth, real(found).time_s)[:, 3]
    assert off.std() == pytest.approx(2.0, rel=SIGMAS / np.sqrt(2.0 * len(off)))
