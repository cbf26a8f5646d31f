"""Which detections are of the vehicle: tracks of each station alone, then what a flight gathers.

Stations with biases would lead a common tracker astray, so each is tracked by itself. The longest
track is the vehicle's; every other one joins it if a single flight from the site fits both. False
alarms begin no track that lasts; single detections between tracks are taken in at the end where
the flight is known well enough to tell them from false alarms.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.arcs import AIR_HEIGHT_M, Grid, arcs, height_m
from glasshield.fusion.least_squares import GATE, FitOptions, fit
from glasshield.fusion.observed import Observed
from glasshield.fusion.options import Options
from glasshield.fusion.tracker import Tracker
from glasshield.monitoring.beforehand import FEWEST_DETECTIONS
from glasshield.monitoring.fitting import Fit, distances
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, position

_KNOWN: Final = 4.0  # variances of a detection within which a flight has to be known to claim it
_HANDOVER_LOOKS: Final = 5.0
_SAME_LOOK: Final = 0.25  # of a period
_WINDOW_S: Final = 30.0
_WINDOW_LOOKS: Final = 8.0
_STRIDE: Final = 0.25  # of a window
_LONG_SHARE: Final = 0.7
_UNFREE_SIGMAS: Final = 6.0
_LONGEST_BURN_S: Final = 600.0
_MANY: Final = 200  # detections from which a rough free flight is known well enough


@dataclass(frozen=True, slots=True)
class Piece:
    """A track of one station: detections of one object, by time.

    Attributes:
        station: its number.
        rows: the detections.
        first_s: of the first.
        last_s: of the last.
        period_s: between two looks of the station.
    """

    station: int
    rows: Int[np.ndarray, "n"]
    first_s: float
    last_s: float
    period_s: float

    def beside(self, other: Piece) -> bool:
        """Whether it is of another object, since one station saw both at once for some looks.

        When a motor stops, a track may end a look or two after the next one has begun.
        """
        overlap_s = min(self.last_s, other.last_s) - max(self.first_s, other.first_s)
        return self.station == other.station and overlap_s > _HANDOVER_LOOKS * self.period_s


def pieces(detections: Detections) -> tuple[Piece, ...]:
    """The tracks of every station alone, those of the most detections first."""
    found: list[Piece] = []
    for station in range(len(detections.stations)):
        own = np.flatnonzero(detections.station_index == station)
        part = detections.take(own)
        tracker = Tracker(part.stations, part.epoch, Options(), None)
        tracker.feed(part)
        tracks = tracker.tracks()
        for track in range(len(tracks)):
            taken = tracks.detection[tracks.rows(track)]
            rows = own[taken[taken >= 0]]
            if len(rows) >= FEWEST_DETECTIONS:
                time_s = detections.time_s[rows]
                ends_s = float(time_s.min()), float(time_s.max())
                found.append(Piece(station, rows, *ends_s, detections.stations[station].period_s))
    return tuple(sorted(found, key=lambda piece: (-len(piece.rows), piece.first_s)))


def rising(detections: Detections, piece: Piece) -> Piece | None:
    """The piece without its fall through the air; none where nothing is left.

    A fall obeys a ballistic coefficient that nobody states.
    """
    frames = Frames.of(detections.stations).take(detections.station_index[piece.rows])
    measured = (
        np.nan_to_num(detections.range_m[piece.rows], nan=np.inf),
        detections.azimuth_rad[piece.rows],
        detections.elevation_rad[piece.rows],
    )
    ranged = np.isfinite(measured[0])
    height = np.full(len(piece.rows), np.inf)
    height[ranged] = height_m(
        position(
            Frames(frames.origin_ecef_m[ranged], frames.axes[ranged]),
            *(column[ranged] for column in measured),
        )
    )
    low = np.flatnonzero(height < AIR_HEIGHT_M)
    falls = low[low > int(np.argmax(np.where(ranged, height, -np.inf)))]
    count = int(falls[0]) if len(falls) else len(piece.rows)
    if count < FEWEST_DETECTIONS:
        return None
    rows = piece.rows[:count]
    last_s = float(detections.time_s[rows].max())
    return Piece(piece.station, rows, piece.first_s, last_s, piece.period_s)


def joined(chosen: tuple[Piece, ...]) -> Int[np.ndarray, "n"]:
    """The detections of several pieces, in the order of the file."""
    return np.sort(np.concatenate([piece.rows for piece in chosen]))


@dataclass(frozen=True, slots=True)
class Phases:
    """When what was tracked burnt, and when it flew freely; infinite where it never did.

    Attributes:
        burning_until_s: beginning of the last stretch that no free flight fits.
        free_from_s: beginning of the first stretch after it that one fits.
        coast_s: a time of its free flight.
        coast_ecef: the state then, roughly; none where no free flight was seen.
    """

    burning_until_s: float
    free_from_s: float
    coast_s: float = np.nan
    coast_ecef: Float[np.ndarray, "6"] | None = None

    @property
    def thrust(self) -> bool:
        """Whether thrust was seen."""
        return bool(np.isfinite(self.burning_until_s))

    @property
    def coast(self) -> bool:
        """Whether free flight was seen after it."""
        return bool(np.isfinite(self.free_from_s))

    def coasting(self, time_s: float) -> Float[np.ndarray, "6"] | None:
        """The state at another time, as if it had flown freely then."""
        if self.coast_ecef is None:
            return None
        since = np.array([time_s - self.coast_s])
        grid = Grid(-float(since[0]), float(since[0]), partials=False)
        state = arcs(np.zeros(1), self.coast_ecef[None], grid).at(since, np.zeros(1, dtype=int))[0]
        return state if np.isfinite(state).all() else None


def phases(detections: Detections, chosen: tuple[Piece, ...]) -> Phases:
    """Where the end of the burn lies: which stretches of the pieces a free flight fits."""
    begins, stretches = [], []
    for piece in chosen:
        for begin_s, rows in _stretches(detections, piece):
            begins.append(begin_s)
            stretches.append(rows)
    if not stretches:
        return Phases(-np.inf, np.inf)
    index = np.repeat(np.arange(len(stretches)), [len(rows) for rows in stretches])
    fits = fit(detections.take(np.concatenate(stretches)), index, FitOptions(gate=np.inf))
    degrees = np.maximum(fits.degrees, 1.0)
    fitting = fits.ok & (fits.chi_squared <= degrees + _UNFREE_SIGMAS * np.sqrt(2.0 * degrees))
    # A short stretch is straight enough for anything.
    free = fitting & np.array([_is_long(detections, rows) for rows in stretches])
    begin = np.array(begins)
    burning_s = float(begin[~fitting].max(initial=-np.inf))
    after = free & (begin >= burning_s)
    found = Phases(burning_s, float(begin[after].min(initial=np.inf)))
    return _with_coast(found, detections, chosen) if after.any() else found


def _is_long(detections: Detections, rows: Int[np.ndarray, "n"]) -> bool:
    """Whether a stretch is long enough for a burn to show in it."""
    period_s = detections.stations[int(detections.station_index[rows[0]])].period_s
    length_s = max(_WINDOW_S, _WINDOW_LOOKS * period_s)
    return bool(np.ptp(detections.time_s[rows]) >= _LONG_SHARE * length_s)


def _with_coast(found: Phases, detections: Detections, chosen: tuple[Piece, ...]) -> Phases:
    """The phases with a state of the free flight, from the piece that has most of it."""
    parts = [piece.rows[detections.time_s[piece.rows] >= found.free_from_s] for piece in chosen]
    rows = max(parts, key=len)
    fits = fit(detections.take(rows[:: max(1, len(rows) // _MANY)]))
    if not fits.ok[0]:
        return found
    return replace(found, coast_s=float(fits.reference_s[0]), coast_ecef=fits.state_ecef[0])


def _stretches(detections: Detections, piece: Piece) -> list[tuple[float, Int[np.ndarray, "n"]]]:
    """When stretches of a piece begin, and their detections; enough of them to judge by."""
    time_s = detections.time_s[piece.rows]
    period_s = detections.stations[piece.station].period_s
    length_s = max(_WINDOW_S, _WINDOW_LOOKS * period_s)
    stride_s = _STRIDE * length_s
    last_s = min(piece.last_s, piece.first_s + _LONGEST_BURN_S) - length_s
    count = max(1, int((last_s - piece.first_s) / stride_s) + 2)
    found = []
    for begin_s in piece.first_s + stride_s * np.arange(count):
        rows = piece.rows[(time_s >= begin_s) & (time_s <= begin_s + length_s)]
        if len(rows) >= FEWEST_DETECTIONS:
            found.append((float(begin_s), rows))
    return found


def gathered(
    detections: Detections,
    lift_rad: Float[np.ndarray, "n"],
    best: Fit,
    within_s: tuple[float, float],
) -> Int[np.ndarray, "k"]:
    """The detections that a flight claims, one of each look at most: the nearest.

    Args:
        detections: all, of the stations of the fit.
        lift_rad: `air_lift` of them.
        best: the flight.
        within_s: from when until when it is asked.
    """
    times = (detections.time_s >= within_s[0]) & (detections.time_s <= within_s[1])
    observed = Observed.of(detections, np.where(times, 0, -1), lift_rad)
    away = distances(observed, best)
    near = (away.squared <= GATE) & (away.spread <= _KNOWN) & _flying(best, observed)
    order = np.lexsort((away.squared, observed.time_s, observed.station))
    order = order[near[order]]
    rows = observed.row[order]
    return np.sort(rows[_first_of_each_look(detections, rows)])


def _flying(best: Fit, observed: Observed) -> Bool[np.ndarray, "n"]:
    """Which detections are of times after lift-off and before the fall through the air."""
    flight = best.flight
    state = flight.at(observed.time_s)
    falls = np.sum(state[:, :3] * state[:, 3:], axis=-1) < 0.0
    low = height_m(state[:, :3]) < AIR_HEIGHT_M
    after = observed.time_s > flight.burnout_time_s
    return (observed.time_s > flight.liftoff_s) & ~(falls & low & after)


def _first_of_each_look(
    detections: Detections, rows: Int[np.ndarray, "n"]
) -> Bool[np.ndarray, "n"]:
    """Of detections by station and time, the nearest first at one time: the first of each look."""
    kept = np.zeros(len(rows), dtype=bool)
    last_station, last_s = -1, -np.inf
    for place, row in enumerate(rows):
        station, time_s = int(detections.station_index[row]), float(detections.time_s[row])
        apart_s = _SAME_LOOK * detections.stations[station].period_s
        if station != last_station or time_s - last_s > apart_s:
            kept[place] = True
            last_station, last_s = station, time_s
    return kept
