"""Stations that share no track, tied together all the same: whose their detections are.

A clock that is off by more than a fraction of a second, or a radar that points past everything,
puts a station's detections outside every gate. It then has tracks of its own, or none, and nothing
says how its biases stand to those of others. But all of its detections are off alike. So the paths
that other stations have found are held against them under every clock error up to a limit, and the
error under which most detections fall on a path, within what range and angles may be off, is taken
where it stands out from chance.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.arcs import COAST_STEP_S, Grid, arcs, rates
from glasshield.fusion.least_squares import Fits
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, measure, turned

CLOCKS_S: Final = 12.0  # clock errors tried, either way
_CLOCK_STEP_S: Final = 0.1
_FASTEST_M_S: Final = 8_000.0
_MOST_DETECTIONS: Final = 2_000
_MOST_PATHS: Final = 50
_FEWEST: Final = 10  # detections on paths that a clock error needs
_STANDS_OUT: Final = 3.0  # times as many as the usual error has
_SIGMAS: Final = 3.0
_LINK: Final = 6  # detections of a station that tie it to a path


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What a station may be off by beside its clock: standard deviations.

    Attributes:
        range_m: of the range.
        azimuth_rad: of the azimuth.
        elevation_rad: of the elevation.
    """

    range_m: float
    azimuth_rad: float
    elevation_rad: float


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Detections of one station and paths that they may lie on, with the paths' states then.

    A path is itself off by as much as the angles of those who saw it: `sigma_m`.
    """

    row: Int[np.ndarray, "q"]
    path: Int[np.ndarray, "q"]
    state: Float[np.ndarray, "q 6"]
    change: Float[np.ndarray, "q 6"]
    sigma_m: Float[np.ndarray, "q"]

    def take(self, chosen: Bool[np.ndarray, "q"]) -> _Pairs:
        """Those that a mask chooses."""
        return _Pairs(*(getattr(self, name)[chosen] for name in self.__slots__))


def bridged(
    detections: Detections, index: Int[np.ndarray, "n"], fits: Fits, tolerance: Tolerance
) -> Int[np.ndarray, "n"]:
    """Whose each detection is, with those of stations apart given to the paths of others.

    The stations that share paths with most detections keep theirs; each station that shares none
    with them is tied to these where it can be. Nothing changes where no station is apart.

    Args:
        detections: of all stations.
        index: whose each detection is, from 0 without a gap, below 0 for none.
        fits: of these objects.
        tolerance: beside the clocks.
    """
    linked = together(detections.station_index, index, len(detections.stations))
    apart = np.flatnonzero(~linked)
    if not len(apart) or not len(fits):
        return index
    main = _paths(detections.station_index, index, linked, len(fits))
    result = index.copy()
    for station in apart:
        rows = np.flatnonzero(detections.station_index == station)
        pairs = _near(detections, rows, fits, main, index)
        pairs = replace(pairs, sigma_m=_path_sigma_m(detections, pairs, linked, tolerance))
        chosen = _matched(detections, pairs, int(station), tolerance)
        if len(chosen.row) >= _FEWEST:
            result[rows] = -1
            result[chosen.row] = chosen.path
    return result


def together(
    station: Int[np.ndarray, "n"], index: Int[np.ndarray, "n"], stations: int
) -> Bool[np.ndarray, "s"]:
    """The stations tied by common paths to the one with the most detections.

    Args:
        station: number of the station of each detection.
        index: whose each detection is, below 0 for none.
        stations: how many there are.
    """
    seen = _seen(station, index, stations)
    linked = np.zeros(stations, dtype=bool)
    if not seen.size:
        return linked
    linked[np.bincount(station[index >= 0], minlength=stations).argmax()] = True
    for _ in range(stations):
        linked = linked | seen[seen[:, linked].any(axis=1)].any(axis=0)
    return linked


def _seen(
    station: Int[np.ndarray, "n"], index: Int[np.ndarray, "n"], stations: int
) -> Bool[np.ndarray, "k s"]:
    """Which station has seen which path often enough."""
    taken = index >= 0
    count = np.zeros((int(index.max(initial=-1)) + 1, stations), dtype=int)
    np.add.at(count, (index[taken], station[taken]), 1)
    often: Bool[np.ndarray, "k s"] = count >= _LINK
    return often


def _paths(
    station: Int[np.ndarray, "n"],
    index: Int[np.ndarray, "n"],
    linked: Bool[np.ndarray, "s"],
    paths: int,
) -> Int[np.ndarray, "p"]:
    """The paths of the stations that are together, those with the most detections first."""
    taken = (index >= 0) & linked[station]
    count = np.bincount(index[taken], minlength=paths)
    order = np.argsort(-count, kind="stable")[:_MOST_PATHS]
    return order[count[order] >= _LINK]


def _near(
    detections: Detections,
    rows: Int[np.ndarray, "m"],
    fits: Fits,
    paths: Int[np.ndarray, "p"],
    index: Int[np.ndarray, "n"],
) -> _Pairs:
    """Detections and paths that may belong together under some clock error."""
    rows = rows[:: max(1, -(-len(rows) // _MOST_DETECTIONS))]
    low, high = _spans(detections, index, len(fits))
    row, path = (grid.ravel() for grid in np.meshgrid(rows, paths, indexing="ij"))
    time_s = detections.time_s[row]
    # Only while others saw the path, whatever the clock: before and after it may not be free.
    inside = (time_s >= low[path] + CLOCKS_S) & (time_s <= high[path] - CLOCKS_S)
    row, path, time_s = row[inside], path[inside], time_s[inside]
    since = time_s - fits.reference_s[path]
    if not len(row):
        nothing = np.empty((0, 6))
        return _Pairs(row, path, nothing, nothing, nothing[:, 0])
    grid = Grid(-float(since.min()), float(since.max()), COAST_STEP_S, partials=False)
    flown = arcs(np.zeros(len(fits)), fits.state_ecef, grid)
    state = flown.at(since, path)
    # By range alone: an angle may be anything while a target is overhead.
    frames = Frames.of(detections.stations)
    expected = measure(frames.take(detections.station_index[row]), state)[:, 0]
    off = np.abs(detections.range_m[row] - expected)
    close = ~(off > _FASTEST_M_S * CLOCKS_S)
    state = state[close]
    return _Pairs(row[close], path[close], state, rates(state), np.zeros(len(state)))


def _path_sigma_m(
    detections: Detections, pairs: _Pairs, linked: Bool[np.ndarray, "s"], tolerance: Tolerance
) -> Float[np.ndarray, "q"]:
    """How far off a path is that was seen with angles as far off as they may be."""
    origins = Frames.of(detections.stations).origin_ecef_m[linked]
    away = np.linalg.norm(pairs.state[:, None, :3] - origins, axis=-1).min(axis=-1)
    return away * max(tolerance.azimuth_rad, tolerance.elevation_rad)


def _spans(
    detections: Detections, index: Int[np.ndarray, "n"], paths: int
) -> tuple[Float[np.ndarray, "k"], Float[np.ndarray, "k"]]:
    """First and last time of each path."""
    low, high = np.full(paths, np.inf), np.full(paths, -np.inf)
    taken = index >= 0
    np.minimum.at(low, index[taken], detections.time_s[taken])
    np.maximum.at(high, index[taken], detections.time_s[taken])
    return low, high


def _matched(detections: Detections, pairs: _Pairs, station: int, tolerance: Tolerance) -> _Pairs:
    """The pairs that agree under the clock error that stands out; none where none does."""
    clocks = np.arange(-CLOCKS_S, CLOCKS_S + 0.5 * _CLOCK_STEP_S, _CLOCK_STEP_S)
    fits_in = [_fits_in(detections, pairs, station, tolerance, clock) for clock in clocks]
    counts = np.array([len(np.unique(pairs.row[fitting])) for fitting in fits_in])
    most = counts.max(initial=0)
    usual = float(np.median(counts))
    if most < _FEWEST or most < _STANDS_OUT * usual:
        return pairs.take(np.zeros(len(pairs.row), dtype=bool))
    # The middle of the flat top: within it range errors and clock errors stand for each other.
    best = int(np.median(np.flatnonzero(counts >= 0.95 * most)))
    chosen = pairs.take(fits_in[best])
    _, first, times = np.unique(chosen.row, return_index=True, return_counts=True)
    sure = np.zeros(len(chosen.row), dtype=bool)
    sure[first[times == 1]] = True  # a detection near two paths is nobody's
    return chosen.take(sure)


def _fits_in(
    detections: Detections, pairs: _Pairs, station: int, tolerance: Tolerance, clock_s: float
) -> Bool[np.ndarray, "q"]:
    """Which pairs agree if the station's clock is so far ahead."""
    place = pairs.state[:, :3] - clock_s * pairs.state[:, 3:]
    place = place + 0.5 * clock_s**2 * pairs.change[:, 3:]
    frame = Frames.of(detections.stations[station])
    expected = measure(frame, np.hstack((place, pairs.state[:, 3:])))
    sigma = detections.sigma_or_station[pairs.row][:, :3]
    own = np.array((tolerance.range_m, tolerance.azimuth_rad, tolerance.elevation_rad))
    distance = expected[:, 0]
    by_path = pairs.sigma_m / np.stack((np.ones_like(distance), distance, distance))
    allowed = np.hypot(own, by_path.T)
    off = np.column_stack(
        (
            detections.range_m[pairs.row] - expected[:, 0],
            turned(detections.azimuth_rad[pairs.row] - expected[:, 1]) * np.cos(expected[:, 2]),
            detections.elevation_rad[pairs.row] - expected[:, 2],
        )
    )
    near = np.abs(off) <= _SIGMAS * np.hypot(sigma, allowed)
    agree: Bool[np.ndarray, "q"] = (near | np.isnan(off)).all(axis=1)
    return agree
