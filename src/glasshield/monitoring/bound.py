"""How well observers can come to know a powered flight: the Cramér-Rao bound, before it is flown.

A flight is reconstructed from what an accelerometer would have felt (`powered`), with the constant
errors of the stations as further unknowns. Each look of a station adds the Fisher information that
its detection is expected to bring: the probability of detection, times what a detection then says.
What is known beforehand adds its own (`beforehand`), which makes the bound that of van Trees. The
constant errors of a station concern its own looks alone, so they are eliminated station by station,
and what is left of several stations adds up. How long before and after an event the looks come is
averaged over: the bound is that of the mean information.

Source: van Trees 1968, Detection, Estimation, and Modulation Theory I, section 2.4.3.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from jaxtyping import Bool, Float
from scipy.interpolate import RegularGridInterpolator

from glasshield.catalog.announced import Access
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.fusion.observed import BIASES
from glasshield.monitoring.followed import Basis, Followed, Packed
from glasshield.monitoring.rehearsal import allowed
from glasshield.scenario.observers import Observer
from glasshield.sensing.detection import detection_probability
from glasshield.sensing.measurement import Frames, jacobian, measure
from glasshield.sensing.performance import Performance
from glasshield.sensing.refraction import bending
from glasshield.sensing.station import Station
from glasshield.sensing.stations import in_view

_CHUNK: Final = 96  # places worked on together: memory stays below some 200 MB
_DRAWS: Final = 20_000
_SNR_DB: Final = np.linspace(-20.0, 80.0, 201)
_RATE: Final = 3
_ELEVATION: Final = 2
_TIME: Final = BIASES.index("time_s")
_AIR: Final = BIASES.index("air")
_BIASES: Final = len(BIASES)
_RANGES_M: Final = np.geomspace(1e3, 1e8, 501)
# Far below anything that is measured; it keeps logarithms finite.
_NOTHING: Final = 1e-300


@dataclass(frozen=True, slots=True)
class Watcher:
    """An observer, wherever it stands.

    Attributes:
        observer: as it would look in a scenario; its place and its drawn errors do not count.
        access: what the host lets it see.
        bias_sigmas: deviations of its constant errors, in the order of `BIASES`.
        cross_section_m2: of what flies.
    """

    observer: Observer
    access: Access
    bias_sigmas: Float[np.ndarray, "5"]
    cross_section_m2: float

    @property
    def components(self) -> int:
        """How many components of a state its measurements hang on: 3 without range rates."""
        station, performance = self.observer.station, self.observer.performance
        if performance is not None:
            return 6 if np.isfinite(performance.range_rate_resolution_m_s) else 3
        return 6 if np.isfinite(station.accuracy.range_rate_m_s) else 3

    def at(self, lat_rad: float, lon_rad: float) -> Station:
        """The station at a place."""
        return replace(self.observer.station, lat_rad=lat_rad, lon_rad=lon_rad)


@dataclass(frozen=True, slots=True)
class Looks:
    """What the looks of an observer at q places bring, moment by moment.

    Attributes:
        seen: at which moments it may look and has the flight in view.
        detections: how many are expected.
        state: information on the state, its upper triangle.
        mixed: of each constant error with the state.
        own: on the constant errors.
    """

    seen: Bool[np.ndarray, "q m"]
    detections: Float[np.ndarray, "q m"]
    state: Float[np.ndarray, "q m s"]
    mixed: Float[np.ndarray, "q m r 5"]
    own: Float[np.ndarray, "q m 5 5"]


def look(
    watcher: Watcher,
    lat_rad: Float[np.ndarray, "q"],
    lon_rad: Float[np.ndarray, "q"],
    followed: Followed,
) -> Looks:
    """What an observer's looks at a flight bring at each of several places.

    Args:
        watcher: who looks.
        lat_rad: of the places.
        lon_rad: of the places.
        followed: the flight.
    """
    seen = _seen(watcher, lat_rad, lon_rad, followed)
    place, moment = np.nonzero(seen)
    height_m = watcher.observer.station.height_m
    frames = Frames(geodetic_to_ecef(lat_rad, lon_rad, height_m), east_north_up(lat_rad, lon_rad))
    frames, state = frames.take(place), followed.state_ecef[moment]
    measured = measure(frames, state)
    rows = watcher.components
    kinds = 4 if rows == 6 else 3
    slopes = jacobian(frames, state)[:, :kinds, :rows]
    count = _looks_in(watcher.observer, followed.moments.span_s[moment])
    weight = count[:, None] * worth(watcher, measured[:, 0], measured[:, _ELEVATION])[:, :kinds]
    errors = _by_error(slopes, followed.change[moment, :rows])
    errors[:, _ELEVATION, _AIR] = lift_rad(
        height_m, measured[:, _ELEVATION], followed.height_m[moment]
    )
    weighed = np.swapaxes(slopes * weight[:, :, None], 1, 2)
    first, second = np.triu_indices(rows)
    looks = Looks(
        seen,
        np.zeros(seen.shape),
        np.zeros((*seen.shape, len(first))),
        np.zeros((*seen.shape, rows, _BIASES)),
        np.zeros((*seen.shape, _BIASES, _BIASES)),
    )
    looks.detections[place, moment] = count * _chance(watcher, measured[:, 0])
    looks.state[place, moment] = (weighed @ slopes)[:, first, second]
    looks.mixed[place, moment] = weighed @ errors
    looks.own[place, moment] = np.swapaxes(errors * weight[:, :, None], 1, 2) @ errors
    return looks


def in_chunks(count: int) -> Iterator[slice]:
    """Slices of so many places as are worked on together."""
    return (slice(first, first + _CHUNK) for first in range(0, count, _CHUNK))


def information(
    looks: Looks, basis: Packed, bias_sigmas: Float[np.ndarray, "5"]
) -> Float[np.ndarray, "q p p"]:
    """What looks say of a flight's unknowns when the constant errors are unknown too.

    What is known beforehand of the constant errors is in it, what is known of the flight is not.

    Args:
        looks: of one observer at q places.
        basis: of the flight, for as many components as the looks have.
        bias_sigmas: of the observer's constant errors beforehand.
    """
    places = len(looks.state)
    # Nobody looks before the first and after the last moment in view: no need to add up nothing.
    used = np.flatnonzero(looks.seen.any(axis=0))
    span = slice(used[0], used[-1] + 1) if len(used) else slice(0, 0)
    left, right = np.triu_indices(basis.size)
    state = looks.state[:, span].reshape(places, -1)
    packed = state @ basis.square[span].reshape(-1, len(left))
    full = np.empty((places, basis.size, basis.size))
    full[:, left, right] = packed
    full[:, right, left] = packed
    by_error = np.moveaxis(looks.mixed[:, span], 3, 1).reshape(places * _BIASES, -1)
    by_error = by_error @ basis.plain[span].reshape(-1, basis.size)
    mixed = by_error.reshape(places, _BIASES, -1)
    return eliminated(full, mixed, looks.own.sum(axis=1), bias_sigmas)


def eliminated(
    flight: Float[np.ndarray, "q p p"],
    mixed: Float[np.ndarray, "q 5 p"],
    own: Float[np.ndarray, "q 5 5"],
    bias_sigmas: Float[np.ndarray, "5"],
) -> Float[np.ndarray, "q p p"]:
    """What is left of the information on a flight where constant errors are unknown (Schur).

    Args:
        flight: information on the unknowns of the flight if there were no constant errors.
        mixed: of the constant errors with them.
        own: on the constant errors.
        bias_sigmas: of them beforehand.
    """
    by_error = mixed * bias_sigmas[:, None]
    known = own * np.outer(bias_sigmas, bias_sigmas) + np.eye(_BIASES)
    left: Float[np.ndarray, "q p p"] = flight - np.swapaxes(by_error, 1, 2) @ np.linalg.solve(
        known, by_error
    )
    return left


def deviations(
    information: Float[np.ndarray, "q p p"], basis: Basis, asked: Float[np.ndarray, "a p"]
) -> Float[np.ndarray, "q a"]:
    """The least standard deviations of numbers that depend on a flight's unknowns.

    Args:
        information: from looks, at each of q places.
        basis: of the flight: what is known beforehand is added.
        asked: how each number changes with the unknowns.
    """
    columns = np.broadcast_to(asked.T, (len(information), *asked.T.shape))
    variances = np.sum(columns * np.linalg.solve(information + basis.prior, columns), axis=1)
    return np.sqrt(variances)


def distance2(information: Float[np.ndarray, "q p p"], basis: Basis) -> Float[np.ndarray, "q"]:
    """How far, in squared deviations, the nearest flight with one burn fewer stays off the data.

    Args:
        information: on the unknowns of that flight, and last on by how much it misses.
        basis: of that flight.
    """
    whole = information + basis.prior
    missed = whole[:, :-1, -1:]
    made_good = np.swapaxes(missed, 1, 2) @ np.linalg.solve(whole[:, :-1, :-1], missed)
    return np.maximum(whole[:, -1, -1] - made_good[:, 0, 0], 0.0)


def _seen(
    watcher: Watcher,
    lat_rad: Float[np.ndarray, "q"],
    lon_rad: Float[np.ndarray, "q"],
    followed: Followed,
) -> Bool[np.ndarray, "q m"]:
    """At which moments an observer has the flight in view and may look, at each place."""
    may = allowed(watcher.access, followed.moments.time_s, followed.height_m)
    seen = np.zeros((len(lat_rad), len(may)), dtype=bool)
    path = followed.state_ecef[None, may, :3]
    for row, lat, lon in zip(seen, lat_rad, lon_rad, strict=True):
        row[may] = in_view(watcher.at(float(lat), float(lon)), path)[0]
    return seen


def _looks_in(observer: Observer, span_s: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """How many looks at one object an observer has in each span, on average."""
    period_s = observer.station.period_s
    return span_s * min(1.0 / period_s, observer.looks_per_s)


def _by_error(
    slopes: Float[np.ndarray, "n k r"], change: Float[np.ndarray, "n r"]
) -> Float[np.ndarray, "n k 5"]:
    """How measurements change with the constant errors; the air's column is left empty."""
    errors = np.zeros((len(slopes), slopes.shape[1], _BIASES))
    for kind in range(3):
        errors[:, kind, kind] = 1.0
    errors[:, :, _TIME] = -(slopes @ change[:, :, None])[:, :, 0]
    return errors


def _chance(watcher: Watcher, range_m: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n"]:
    """The probability that one look detects what flies."""
    performance = watcher.observer.performance
    if performance is None:
        return np.full(len(range_m), watcher.observer.station.detection_probability)
    chances = np.asarray(performance.chance(_RANGES_M, np.array(watcher.cross_section_m2)))
    return np.interp(range_m, _RANGES_M, chances)


def worth(
    watcher: Watcher, range_m: Float[np.ndarray, "n"], elevation_rad: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n 4"]:
    """The expected information (inverse variances) of one look, by what is measured.

    Args:
        watcher: who looks.
        range_m: to what flies.
        elevation_rad: of it.
    """
    performance = watcher.observer.performance
    if performance is None:
        station = watcher.observer.station
        accuracy = station.accuracy
        sigmas = np.array(
            (
                accuracy.range_m,
                accuracy.azimuth_rad,
                accuracy.elevation_rad,
                accuracy.range_rate_m_s,
            )
        )
        return np.tile(station.detection_probability / sigmas**2, (len(range_m), 1))
    snr_db = 10.0 * np.log10(performance.snr(range_m, np.array(watcher.cross_section_m2)))
    table = _echo_worth(performance)
    of_echo = np.stack([np.exp(np.interp(snr_db, _SNR_DB, column)) for column in table.T], axis=-1)
    sigmas = performance.sigmas(np.ones(len(range_m)), elevation_rad)
    of_echo[:, 1] *= (sigmas[:, _ELEVATION] / sigmas[:, 1]) ** 2
    return of_echo


@lru_cache(maxsize=64)
def _echo_worth(performance: Performance) -> Float[np.ndarray, "k 4"]:
    """Logarithms of a look's expected information at the horizon, by mean signal-to-noise ratio.

    The chance of detection is exact; what detected echoes say is a mean over draws as simulations
    draw them, always the same ones.
    """
    means = 10.0 ** (_SNR_DB / 10.0)
    chances = detection_probability(
        means, performance.false_alarm_probability, performance.fluctuation
    )
    rows = np.zeros((len(means), 4))
    for row, mean, chance in zip(rows, means, chances, strict=True):
        detected, snr = performance.echoes(np.full(_DRAWS, mean), np.random.default_rng(0))
        if detected.any():
            sigmas = performance.sigmas(snr[detected], np.zeros(int(detected.sum())))
            row[:] = chance * (1.0 / sigmas**2).mean(axis=0)
    return np.log(np.maximum(rows, _NOTHING))


def lift_rad(
    from_height_m: float, elevation_rad: Float[np.ndarray, "n"], height_m: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """By how much the standard air lifts targets, to a percent or so.

    Args:
        from_height_m: of the station.
        elevation_rad: geometric, of the targets.
        height_m: of the targets.
    """
    table = _lifts(from_height_m)
    low, high = table.grid[1][0], table.grid[1][-1]
    lowest, highest = table.grid[0][0], table.grid[0][-1]
    places = (
        np.clip(elevation_rad, lowest, highest),
        np.clip(np.log(np.maximum(height_m, 1.0)), low, high),
    )
    lift: Float[np.ndarray, "n"] = table(np.stack(places, axis=-1))
    return lift


@lru_cache(maxsize=64)
def _lifts(from_height_m: float) -> RegularGridInterpolator:
    """The bending of the air over geometric elevations and logarithms of target heights."""
    low = np.linspace(-0.06, 0.2, 131)
    elevation = np.concatenate((low, np.linspace(0.2, 0.5 * np.pi, 60)[1:]))
    height = np.geomspace(max(from_height_m, 0.0) + 10.0, 1e7, 80)
    lift = bending(elevation[:, None], from_height_m, height)
    return RegularGridInterpolator((elevation, np.log(height)), lift)
