"""What stations detect of simulated objects: noise, misses, clutter, biases, delays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.scenario.observers import Observer
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.measurement import measure
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

# Object-looks worked on together: memory stays below some 100 MB.
_CHUNK: Final = 500_000
# No range rate of anything that comes down again is larger.
_FASTEST_M_S: Final = 8_000.0
# Whatever the bias, no range is reported as nothing.
_LEAST_RANGE_M: Final = 1.0
# Beside the streams of random numbers that fly the objects and draw the stations' errors.
_STREAM: Final = 3


def detect(observers: Sequence[Observer], truth: Truth, duration_s: float, seed: int) -> Detections:
    """The detections of all observers, by time and station, in no order within a look.

    Args:
        observers: who looks.
        truth: what flies.
        duration_s: after the epoch, when the looking ends.
        seed: of the draws; each observer has its own, which do not change with the others.
    """
    parts = [
        _scan(observer, truth, duration_s, np.random.default_rng((seed, _STREAM, number)))
        for number, observer in enumerate(observers)
    ]
    return _sorted(Detections.join(parts), np.random.default_rng((seed, _STREAM)))


def _sorted(detections: Detections, rng: np.random.Generator) -> Detections:
    """Detections by time and station, shuffled within a look: an order must tell nothing."""
    mixed = rng.permutation(len(detections))
    keys = (detections.station_index[mixed], detections.time_s[mixed])
    return detections.take(mixed[np.lexsort(keys)])


def _scan(
    observer: Observer, truth: Truth, duration_s: float, rng: np.random.Generator
) -> Detections:
    """What one observer detects, real and not."""
    looks = look_times_s(observer, duration_s)
    seen = _in_view(observer.station, truth, looks)
    number, look = np.nonzero(seen)
    chunks = range(0, len(number), _CHUNK)
    parts = [
        _targets(
            observer,
            truth,
            number[first : first + _CHUNK],
            looks[look[first : first + _CHUNK]],
            rng,
        )
        for first in chunks
    ]
    return _reported(
        observer, Detections.join([*parts, _clutter(observer, truth, looks, rng)]), rng
    )


def look_times_s(observer: Observer, duration_s: float) -> Float[np.ndarray, "m"]:
    """When an observer looks, up to the end of a scenario."""
    period_s = observer.station.period_s
    count = np.floor((duration_s - observer.start_s) / period_s + 1e-9) + 1
    return observer.start_s + period_s * np.arange(max(int(count), 0))


def _in_view(
    station: Station, truth: Truth, looks_s: Float[np.ndarray, "m"]
) -> Bool[np.ndarray, "k m"]:
    """Which objects lie in view at which looks."""
    seen = np.zeros((len(truth), len(looks_s)), dtype=bool)
    some = max(1, _CHUNK // max(len(looks_s), 1))
    for first in range(0, len(truth), some):
        numbers = np.arange(first, min(first + some, len(truth)))
        states = truth.states(numbers[:, None], looks_s)
        seen[numbers] = in_view(station, states[..., :3])
    return seen


def _targets(
    observer: Observer,
    truth: Truth,
    number: Int[np.ndarray, "r"],
    time_s: Float[np.ndarray, "r"],
    rng: np.random.Generator,
) -> Detections:
    """Objects that are looked at, where they are detected, as the station measures them."""
    station = observer.station
    found = rng.random(len(number)) < station.detection_probability
    number, time_s = number[found], time_s[found]
    exact = measure(station, truth.states(number, time_s))
    sigma = np.array(
        [
            station.accuracy.range_m,
            station.accuracy.azimuth_rad,
            station.accuracy.elevation_rad,
            station.accuracy.range_rate_m_s,
        ]
    )
    noise = rng.standard_normal((len(number), 4))
    measures = np.isfinite(sigma)
    measured = np.full_like(exact, np.nan)
    measured[:, measures] = exact[:, measures] + noise[:, measures] * sigma[measures]
    return _as_detections(station, truth, time_s, measured, number)


def _clutter(
    observer: Observer,
    truth: Truth,
    looks_s: Float[np.ndarray, "m"],
    rng: np.random.Generator,
) -> Detections:
    """False alarms, spread evenly over range and over the angles of all sectors."""
    station = observer.station
    count = rng.poisson(station.false_alarms, len(looks_s))
    time_s = np.repeat(looks_s, count)
    total = len(time_s)
    solid = np.array(
        [
            sector.azimuth_width_rad * (sector.elevation_max_rad - sector.elevation_min_rad)
            for sector in station.sectors
        ]
    )
    which = rng.choice(len(solid), size=total, p=solid / solid.sum())
    edges = np.array(
        [
            (
                sector.azimuth_from_rad,
                sector.azimuth_width_rad,
                sector.elevation_min_rad,
                sector.elevation_max_rad - sector.elevation_min_rad,
            )
            for sector in station.sectors
        ]
    )[which]
    place = rng.random((total, 3))
    measured = np.full((total, 4), np.nan)
    measured[:, 0] = station.range_m * (1.0 - place[:, 0])
    measured[:, 1] = edges[:, 0] + edges[:, 1] * place[:, 1]
    measured[:, 2] = edges[:, 2] + edges[:, 3] * place[:, 2]
    if np.isfinite(station.accuracy.range_rate_m_s):
        measured[:, 3] = rng.uniform(-_FASTEST_M_S, _FASTEST_M_S, total)
    return _as_detections(station, truth, time_s, measured, np.full(total, CLUTTER))


def _as_detections(
    station: Station,
    truth: Truth,
    time_s: Float[np.ndarray, "r"],
    measured: Float[np.ndarray, "r 4"],
    number: Int[np.ndarray, "r"],
) -> Detections:
    return Detections.of(
        truth.epoch,
        [station],
        time_s,
        0,
        range_m=measured[:, 0],
        azimuth_rad=measured[:, 1],
        elevation_rad=measured[:, 2],
        range_rate_m_s=measured[:, 3],
        truth=number.astype(np.int32),
        simulated=True,
    )


def _reported(observer: Observer, exact: Detections, rng: np.random.Generator) -> Detections:
    """Detections as the station reports them: with its biases, its clock and its delays."""
    biases = observer.biases
    late_s = observer.station.process_delay_s + rng.exponential(observer.delay_spread_s, len(exact))
    azimuth, elevation = _on_the_sky(
        exact.azimuth_rad + biases.azimuth_rad, exact.elevation_rad + biases.elevation_rad
    )
    return replace(
        exact,
        time_s=exact.time_s + biases.time_s,
        arrival_s=exact.time_s + late_s,
        range_m=np.maximum(exact.range_m + biases.range_m, _LEAST_RANGE_M),
        azimuth_rad=azimuth,
        elevation_rad=elevation,
    )


def _on_the_sky(
    azimuth_rad: Float[np.ndarray, "n"], elevation_rad: Float[np.ndarray, "n"]
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """The same directions with azimuths of 0 to 2 pi and elevations not beyond overhead."""
    beyond = elevation_rad > 0.5 * np.pi
    azimuth = np.where(beyond, azimuth_rad + np.pi, azimuth_rad) % (2.0 * np.pi)
    return azimuth, np.where(beyond, np.pi - elevation_rad, elevation_rad)
