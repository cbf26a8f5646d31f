"""The whole way from detections to an answer."""

from __future__ import annotations

import dataclasses
import functools
import itertools

import numpy as np
import pytest

from glasshield.fusion.options import Options
from glasshield.fusion.registration import LEAST_RANGE_M
from glasshield.fusion.solve import Solution, SolveOptions, solve
from glasshield.scenario.benchmark import benchmark
from glasshield.scenario.simulate import Simulation
from glasshield.sensing.detections import Detections

OBJECTS = 12
# Elevation of one radar: three times what it claims for one detection.
BIAS_RAD = 2.6e-3


@functools.cache
def sky() -> Simulation:
    return benchmark(OBJECTS, seed=3, duration_s=40.0)


def without_registration(detections: Detections, lag_s: float = 0.0) -> Solution:
    return solve(detections, SolveOptions(Options(lag_s=lag_s), None))


def late(detections: Detections, most_s: float) -> Detections:
    delay = np.random.default_rng(5).uniform(0.0, most_s, len(detections))
    return dataclasses.replace(detections, arrival_s=detections.time_s + delay)


def test_every_object_gets_a_track_a_place_to_come_down_and_residuals() -> None:
    found = solve(sky().detections)
    assert len(found.tracks) == OBJECTS
    assert found.origins.impacts.known.all()
    assert len(found.residuals) == int(np.sum(found.tracks.detection >= 0))
    assert found.registration is not None
    assert found.registration.objects == OBJECTS
    assert np.isnan(found.detections_per_s)
    assert found.tracks.simulated


def test_a_clock_that_is_given_times_the_tracker() -> None:
    ticks = itertools.count(step=2.0)
    found = solve(
        sky().detections, SolveOptions(registration=None), clock=lambda: float(next(ticks))
    )
    assert found.tracking_s == 2.0
    assert found.detections_per_s == len(sky().detections) / 2.0


def test_progress_rises() -> None:
    told: list[float] = []
    solve(sky().detections, progress=lambda done, _: told.append(done))
    assert told == sorted(told)


def test_a_biased_radar_is_found_and_its_tracks_are_joined_with_the_others() -> None:
    given = sky().detections
    off = np.where(given.station_index == 1, BIAS_RAD, 0.0)
    biased = dataclasses.replace(given, elevation_rad=given.elevation_rad + off)
    found = solve(biased)
    assert found.registration is not None
    bias, sigma = found.registration.bias[1, 2], found.registration.sigma[1, 2]
    assert abs(bias - BIAS_RAD) < 3.0 * sigma
    assert sigma < 0.1 * BIAS_RAD
    assert len(found.tracks) == OBJECTS
    plain = without_registration(biased)
    assert np.nanmean(plain.residuals.nis) > 1.5 * np.nanmean(found.residuals.nis)


def test_detections_that_arrive_late_give_the_same_tracks() -> None:
    given = late(sky().detections, 3.0)
    in_order, delayed = without_registration(given), without_registration(given, lag_s=4.0)
    assert delayed.too_late == 0
    assert np.array_equal(in_order.tracks.state_ecef, delayed.tracks.state_ecef)
    assert np.array_equal(in_order.tracks.detection, delayed.tracks.detection)


def test_detections_later_than_the_lag_are_counted() -> None:
    assert without_registration(late(sky().detections, 3.0), lag_s=0.5).too_late > 0


def test_no_bias_puts_an_echo_behind_its_radar() -> None:
    given = sky().detections
    near = np.where(np.arange(len(given)) == 0, 1.0, given.range_m)
    off = np.where(given.station_index == given.station_index[0], 500.0, 0.0)
    found = solve(dataclasses.replace(given, range_m=near + off * (near > 1.0)))
    assert found.corrected.range_m.min() >= LEAST_RANGE_M


def test_nothing_gives_nothing() -> None:
    found = solve(sky().detections.take(slice(0, 0)))
    assert len(found.tracks) == 0
    assert len(found.residuals) == 0


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_detections_give_no_track(count: int) -> None:
    assert len(solve(sky().detections.take(slice(0, count))).tracks) == 0
