"""The best of all schedules of looks, by trying every one: only for a few looks.

Of the planner only how impacts follow from states is used (tested by itself). How a measurement
changes with the state at the beginning is found by moving that state, and looks are taken in one
number after another as a Kalman filter does.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from glasshield.coordination.looks import UNIT, Limits, Objects, Prospect
from glasshield.fusion.motion import coast, propagate
from glasshield.fusion.options import Motion
from glasshield.sensing.measurement import measure, turned
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

MOVED = np.array((100.0, 100.0, 100.0, 0.1, 0.1, 0.1))


def best_km2(
    objects: Objects,
    sensors: tuple[Station, ...],
    limits: Limits,
    step_s: float,
    offer: Prospect,
) -> float:
    """The least sum of weighted areas (km2) of all schedules that keep every sensor busy."""
    places = [
        (at * step_s + 0.5 * step_s, k)
        for at in range(len(offer.time_s))
        for k in range(len(sensors))
    ]
    areas = np.full((len(objects), 1 << len(places)), np.nan)
    seen: list[tuple[int, ...]] = []
    for row in range(len(objects)):
        mean, covariance = objects.state_ecef[row], objects.covariance[row]
        slopes, sees = looks_at(mean, sensors, places)
        ground, floor = offer.ground[row] / UNIT, offer.floor_m2[row]
        seen.append(sees)
        left: dict[tuple[int, ...], np.ndarray] = {(): covariance}
        for chosen in subsets(sees):
            if chosen:
                *before, last = chosen
                k = places[last][1]
                left[chosen] = taken_in(
                    left[tuple(before)], slopes[last], sensors[k], float(limits.looks[k])
                )
            spread = ground @ left[chosen] @ ground.T + floor
            area = -2.0 * np.log(0.05) * np.pi * np.sqrt(np.linalg.det(spread)) / 1e6
            areas[row, sum(1 << place for place in chosen)] = objects.weight[row] * area
    # Every schedule as the number that its looks at each object make, a bit for each place.
    schedules = np.zeros((1, len(objects)), dtype=int)
    for place, (_, k) in enumerate(places):
        rows = [row for row in range(len(objects)) if place in seen[row]]
        room = min(len(rows), int(limits.objects[k]))
        choices = np.zeros((0, len(objects)), dtype=int)
        for chosen in itertools.combinations(rows, room):
            bits = np.zeros((1, len(objects)), dtype=int)
            bits[0, list(chosen)] = 1 << place
            choices = np.concatenate((choices, bits))
        schedules = (schedules[:, None] + choices).reshape(-1, len(objects))
    return float(areas[np.arange(len(objects)), schedules].sum(axis=1).min())


def subsets(places: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """All choices of some places."""
    for count in range(len(places) + 1):
        yield from itertools.combinations(places, count)


def looks_at(
    mean: np.ndarray, sensors: tuple[Station, ...], places: list[tuple[float, int]]
) -> tuple[list[np.ndarray], tuple[int, ...]]:
    """How each look's measurement changes with the state at the beginning, and what is in view."""
    moved = np.concatenate((mean[None], mean + np.diag(MOVED), mean - np.diag(MOVED)))
    slopes, sees = [], []
    for place, (time_s, k) in enumerate(places):
        then = propagate(coast(Motion()), moved, time_s)
        values = measure(sensors[k], then)
        apart = values[1:7] - values[7:]
        apart[:, 1] = turned(apart[:, 1])
        slopes.append((apart / (2.0 * MOVED)[:, None]).T)
        if in_view(sensors[k], then[:1, None, :3])[0, 0]:
            sees.append(place)
    return slopes, tuple(sees)


def taken_in(
    covariance: np.ndarray, slopes: np.ndarray, sensor: Station, looks: float
) -> np.ndarray:
    """The covariance after looks at one place, one measured number after another."""
    of = sensor.accuracy
    sigmas = (of.range_m, of.azimuth_rad, of.elevation_rad, of.range_rate_m_s)
    for slope, sigma in zip(slopes, sigmas, strict=True):
        if np.isfinite(sigma):
            noise = sigma**2 / (sensor.detection_probability * looks)
            gain = covariance @ slope / (slope @ covariance @ slope + noise)
            keep = np.eye(6) - np.outer(gain, slope)
            covariance = keep @ covariance @ keep.T + noise * np.outer(gain, gain)
    return covariance
