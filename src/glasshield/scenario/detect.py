"""What stations detect of simulated objects: noise, misses, clutter, biases, delays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Search
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.scenario.observers import Observer
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import CLUTTER, Detections
from glasshield.sensing.measurement import measure
from glasshield.sensing.refraction import bending
from glasshield.sensing.resources import looked_at
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

# Object-looks worked on together: memory stays below some 100 MB.
_CHUNK: Final = 500_000
# No range rate of anything that comes down again is larger.
_FASTEST_M_S: Final = 8_000.0
# Whatever the bias, no range is reported as nothing.
_LEAST_RANGE_M: Final = 1.0


def detect(
    observers: Sequence[Observer],
    truth: Truth,
    duration_s: float,
    seed: Sequence[int],
    cue_s: Float[np.ndarray, "k"],
) -> Detections:
    """The detections of all observers, by time and station, in no order within a look.

    An observer that has to be pointed looks at no object before `cue_s`, or before another
    observer's first detection of it has arrived.

    Args:
        observers: who looks.
        truth: what flies.
        duration_s: after the epoch, when the looking ends.
        seed: of the draws; each observer has its own, which do not change with the others.
        cue_s: when something else than an observer points at each object; infinite for never.
    """
    parts: dict[int, Detections] = {}
    order = sorted(range(len(observers)), key=lambda n: observers[n].search is Search.CUED)
    for number in order:
        rng = np.random.default_rng((*seed, number))
        looks_at_s = cue_s if observers[number].search is Search.CUED else -np.inf
        parts[number] = _scan(observers[number], truth, duration_s, looks_at_s, rng)
        if observers[number].search is not Search.CUED:
            cue_s = _cued_by(parts[number], cue_s)
    detections = Detections.join([parts[number] for number in range(len(observers))])
    return _sorted(detections, np.random.default_rng(seed))


def _cued_by(detections: Detections, cue_s: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k"]:
    """When each object is known to somebody, its first detections counted in."""
    real = detections.truth >= 0
    cue = cue_s.copy()
    np.minimum.at(cue, detections.truth[real], detections.arrival_s[real])
    return cue


def _sorted(detections: Detections, rng: np.random.Generator) -> Detections:
    """Detections by time and station, shuffled within a look: an order must tell nothing."""
    mixed = rng.permutation(len(detections))
    keys = (detections.station_index[mixed], detections.time_s[mixed])
    return detections.take(mixed[np.lexsort(keys)])


def _scan(
    observer: Observer,
    truth: Truth,
    duration_s: float,
    not_before_s: Float[np.ndarray, "k"] | float,
    rng: np.random.Generator,
) -> Detections:
    """What one observer detects, real and not."""
    station = observer.station
    looks_s = look_times_s(observer, duration_s)
    seen = _in_view(station, truth, looks_s) & (looks_s >= np.reshape(not_before_s, (-1, 1)))
    looked = looked_at(seen, observer.looks_per_s, station.period_s)
    number, look = np.nonzero(looked)
    parts = [
        _targets(observer, truth, number[few], looks_s[look[few]], rng)
        for few in (slice(n, n + _CHUNK) for n in range(0, len(number), _CHUNK))
    ]
    parts.append(_clutter(observer, truth, looks_s, rng))
    return _reported(observer, Detections.join(parts), rng)


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


@dataclass(frozen=True, slots=True)
class _Found:
    """What passed a threshold, before biases and delays.

    Attributes:
        time_s: of each look.
        number: of each object, or `CLUTTER`.
        measured: range, azimuth, elevation and range rate; NaN where not measured.
        snr: as measured, a power ratio; none where a station states none.
        sigmas: of the four; none where those of the station hold.
    """

    time_s: Float[np.ndarray, "r"]
    number: Int[np.ndarray, "r"]
    measured: Float[np.ndarray, "r 4"]
    snr: Float[np.ndarray, "r"] | None = None
    sigmas: Float[np.ndarray, "r 4"] | None = None


def _targets(
    observer: Observer,
    truth: Truth,
    number: Int[np.ndarray, "r"],
    time_s: Float[np.ndarray, "r"],
    rng: np.random.Generator,
) -> Detections:
    """Objects that are looked at, where they are detected, as the station measures them."""
    states = truth.states(number, time_s)
    exact = measure(observer.station, states)
    detected, snr, sigmas = _echoes(observer, exact, truth.cross_section_m2[number], rng)
    exact = exact[detected]
    measured = exact + _noise(
        _stated_sigmas(observer.station) if sigmas is None else sigmas, exact.shape, rng
    )
    measured[:, 2] += _unknown_bending(observer, exact[:, 2], states[detected, :3])
    found = _Found(time_s[detected], number[detected], measured, snr, sigmas)
    return _as_detections(observer.station, truth, found)


def _echoes(
    observer: Observer,
    exact: Float[np.ndarray, "r 4"],
    cross_section_m2: Float[np.ndarray, "r"],
    rng: np.random.Generator,
) -> tuple[Bool[np.ndarray, "r"], Float[np.ndarray, "d"] | None, Float[np.ndarray, "d 4"] | None]:
    """Which of the objects looked at are detected; how strong and how good each detection is.

    Both are none where the station's own detection probability and accuracy hold.
    """
    performance = observer.performance
    if performance is None:
        return rng.random(len(exact)) < observer.station.detection_probability, None, None
    detected, snr = performance.echoes(performance.snr(exact[:, 0], cross_section_m2), rng)
    return detected, snr[detected], performance.sigmas(snr[detected], exact[detected, 2])


def _unknown_bending(
    observer: Observer,
    elevation_rad: Float[np.ndarray, "d"],
    position_ecef_m: Float[np.ndarray, "d 3"],
) -> Float[np.ndarray, "d"] | float:
    """What the real air bends more than the standard one, which the station takes off."""
    if not observer.air:
        return 0.0
    height = ecef_to_geodetic(position_ecef_m)[2]
    return observer.air * bending(elevation_rad, observer.station.height_m, height)


def _stated_sigmas(station: Station) -> Float[np.ndarray, "4"]:
    accuracy = station.accuracy
    return np.array(
        [
            accuracy.range_m,
            accuracy.azimuth_rad,
            accuracy.elevation_rad,
            accuracy.range_rate_m_s,
        ]
    )


def _noise(
    sigmas: Float[np.ndarray, "... 4"], shape: tuple[int, ...], rng: np.random.Generator
) -> Float[np.ndarray, "d 4"]:
    """Normal errors; NaN for what is not measured at all."""
    return rng.standard_normal(shape) * np.where(np.isinf(sigmas), np.nan, sigmas)


def _clutter(
    observer: Observer,
    truth: Truth,
    looks_s: Float[np.ndarray, "m"],
    rng: np.random.Generator,
) -> Detections:
    """False alarms, spread evenly over range and over the angles of all sectors."""
    station, performance = observer.station, observer.performance
    time_s = np.repeat(looks_s, rng.poisson(station.false_alarms, len(looks_s)))
    total = len(time_s)
    measured = np.full((total, 4), np.nan)
    if np.isfinite(station.accuracy.range_m):
        # Above zero: a draw is below one.
        measured[:, 0] = station.range_m * (1.0 - rng.random(total))
    measured[:, 1], measured[:, 2] = _anywhere(station, total, rng)
    if np.isfinite(station.accuracy.range_rate_m_s):
        measured[:, 3] = rng.uniform(-_FASTEST_M_S, _FASTEST_M_S, total)
    found = _Found(time_s, np.full(total, CLUTTER), measured)
    if performance is not None:
        snr = performance.false_echoes(total, rng)
        found = replace(found, snr=snr, sigmas=performance.sigmas(snr, measured[:, 2]))
    return _as_detections(station, truth, found)


def _anywhere(
    station: Station, count: int, rng: np.random.Generator
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Azimuths and elevations drawn evenly from a station's sectors."""
    table = np.array(
        [
            (
                sector.azimuth_from_rad,
                sector.azimuth_width_rad,
                sector.elevation_min_rad,
                sector.elevation_max_rad - sector.elevation_min_rad,
            )
            for sector in station.sectors
        ]
    )
    share = table[:, 1] * table[:, 3]
    start, width, low, span = table[rng.choice(len(table), count, p=share / share.sum())].T
    return start + width * rng.random(count), low + span * rng.random(count)


def _as_detections(station: Station, truth: Truth, found: _Found) -> Detections:
    return Detections.of(
        truth.epoch,
        [station],
        found.time_s,
        0,
        range_m=found.measured[:, 0],
        azimuth_rad=found.measured[:, 1],
        elevation_rad=found.measured[:, 2],
        range_rate_m_s=found.measured[:, 3],
        sigmas=found.sigmas,
        truth=found.number.astype(np.int32),
        snr_db=None if found.snr is None else 10.0 * np.log10(found.snr),
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
