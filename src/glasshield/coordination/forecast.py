"""Where freely flying objects will be, and where they come down, from states with covariances.

Each object is carried on along its mean, along one way of each of the six directions of its
covariance, and once with twice the ballistic coefficient. In space steps are long and samples are
read between them by Hermite's cubic; from 110 km down there is drag, and steps are short.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.fusion.arcs import height_m, step
from glasshield.fusion.impact_point import Drag

SAMPLE_S: Final = 4.0
_SAMPLES_A_STEP: Final = 10
_COAST_STEP_S: Final = _SAMPLES_A_STEP * SAMPLE_S  # leaves decimetres
# So many steps a sample while an object is above these heights.
_AIR_STEPS: Final = ((30e3, 1), (-np.inf, 2))
_AIR_COUNTS: Final = [count for _, count in _AIR_STEPS]
_AIR_TOP_M: Final = 110e3
_REENTRY_M: Final = 100e3
_LONGEST_IN_AIR_S: Final = 600.0
_HALVINGS: Final = 10  # of the last step before the ground: metres
_LANES: Final = 8  # the mean, six directions, the other ballistic coefficient


@dataclass(frozen=True, slots=True)
class Forecast:
    """Predicted flights; sample i is `SAMPLE_S` times i after the beginning.

    Attributes:
        start_s: of the first sample of each.
        state_ecef: position (m) and velocity (m/s); NaN after landing.
        reentry_s: when each falls through 100 km; infinite where it does not.
        comes_down_s: when each lands; NaN where it does not as long as it is followed.
        lat_rad: where.
        lon_rad: where.
        ground_m2: covariance of east and north of that place.
    """

    start_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n m 6"]
    reentry_s: Float[np.ndarray, "n"]
    comes_down_s: Float[np.ndarray, "n"]
    lat_rad: Float[np.ndarray, "n"]
    lon_rad: Float[np.ndarray, "n"]
    ground_m2: Float[np.ndarray, "n 2 2"]

    def take(self, index: Int[np.ndarray, "k"]) -> Forecast:
        """The forecasts of some objects."""
        return Forecast(*(column[index] for column in self._columns()))

    def spread(self, index: Int[np.ndarray, "n"], count: int) -> Forecast:
        """The forecasts at places among more objects, NaN at the others."""
        wholes = [np.full((count, *column.shape[1:]), np.nan) for column in self._columns()]
        for whole, column in zip(wholes, self._columns(), strict=True):
            whole[index] = column
        return Forecast(*wholes)

    def with_rows(self, others: Forecast, index: Int[np.ndarray, "k"]) -> Forecast:
        """These forecasts, with others at some places."""
        samples = max(self.state_ecef.shape[1], others.state_ecef.shape[1])
        whole, added = self._padded(samples), others._padded(samples)
        columns = [column.copy() for column in whole._columns()]
        for column, its in zip(columns, added._columns(), strict=True):
            column[index] = its
        return Forecast(*columns)

    def _padded(self, samples: int) -> Forecast:
        """The same with so many samples."""
        more = samples - self.state_ecef.shape[1]
        state = np.pad(self.state_ecef, ((0, 0), (0, more), (0, 0)), constant_values=np.nan)
        return replace(self, state_ecef=state)

    def _columns(self) -> tuple[np.ndarray, ...]:
        return tuple(getattr(self, each.name) for each in fields(self))


def forecast(
    state_ecef: Float[np.ndarray, "n 6"],
    covariance: Float[np.ndarray, "n 6 6"],
    start_s: float,
    longest_s: float,
) -> Forecast:
    """The free flights of objects from one moment on.

    Args:
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        covariance: of the states.
        start_s: the moment.
        longest_s: how far they are followed.
    """
    count = len(state_ecef)
    lanes = _lanes(state_ecef, covariance)
    drag = np.full((count, _LANES), 1.0 / Drag().coefficient_kg_m2)
    drag[:, -1] /= np.exp(Drag().log_sigma)
    flown = _flown(lanes.reshape(-1, 6), drag.ravel(), longest_s)
    mean = np.arange(count) * _LANES
    samples = _sampled(flown.nodes[:, mean], flown.entry[mean])
    _put_falls(samples, flown)
    lat, lon, ground = _on_ground(flown.place_ecef_m.reshape(count, _LANES, 3))
    return Forecast(
        start_s=np.full(count, start_s),
        state_ecef=samples,
        reentry_s=start_s + _reentry_s(samples),
        comes_down_s=start_s + flown.time_s[mean],
        lat_rad=lat,
        lon_rad=lon,
        ground_m2=ground,
    )


def landings(
    state_ecef: Float[np.ndarray, "l 6"],
    drag_m2_kg: Float[np.ndarray, "l"],
    longest_s: float = 7_200.0,
) -> tuple[Float[np.ndarray, "l"], Float[np.ndarray, "l 3"]]:
    """When after their states objects come down, and where (ECEF, m); NaN for those that do not.

    As `fusion.falls.fall` within some metres, in half the time.

    Args:
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        drag_m2_kg: inverse ballistic coefficients.
        longest_s: how far they are followed.
    """
    flown = _flown(state_ecef, drag_m2_kg, longest_s)
    return flown.time_s, flown.place_ecef_m


@dataclass(frozen=True, slots=True)
class _Flown:
    """Flights of lanes: nodes in space, the last sample before the air, the falls from there.

    Attributes:
        nodes: `_COAST_STEP_S` apart, up to the first one in the air, NaN behind it.
        entry: the last sample of each lane before the air; -1 for none.
        falling: the lanes that fall.
        samples: of their falls from that sample on, `SAMPLE_S` apart, NaN after landing.
        time_s: from the beginning to the ground; NaN for never.
        place_ecef_m: there.
    """

    nodes: Float[np.ndarray, "j l 6"]
    entry: Int[np.ndarray, "l"]
    falling: Int[np.ndarray, "f"]
    samples: Float[np.ndarray, "s f 6"]
    time_s: Float[np.ndarray, "l"]
    place_ecef_m: Float[np.ndarray, "l 3"]


def _flown(
    state: Float[np.ndarray, "l 6"], drag_m2_kg: Float[np.ndarray, "l"], longest_s: float
) -> _Flown:
    """The flights of lanes to the ground."""
    nodes, last = _coast(state, int(np.ceil(longest_s / _COAST_STEP_S)))
    falling = np.flatnonzero(last >= 0)
    begin, after = _entered(nodes, last[falling], falling)
    samples, fall_s, touched = _fall(begin, drag_m2_kg[falling])
    entry = np.full(len(last), -1)
    entry[falling] = last[falling] * _SAMPLES_A_STEP + after
    time_s, place = np.full(len(entry), np.nan), np.full((len(entry), 3), np.nan)
    time_s[falling] = entry[falling] * SAMPLE_S + fall_s
    place[falling] = touched
    return _Flown(nodes, entry, falling, samples, time_s, place)


def _lanes(
    state: Float[np.ndarray, "n 6"], covariance: Float[np.ndarray, "n 6 6"]
) -> Float[np.ndarray, "n 8 6"]:
    """The mean, the ends of the six directions, the mean again."""
    unit = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
    values, vectors = np.linalg.eigh(covariance / np.outer(unit, unit))
    root = unit[:, None] * vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]
    lanes = np.repeat(state[:, None], _LANES, axis=1)
    lanes[:, 1:7] += np.swapaxes(root, 1, 2)
    return lanes


def _coast(
    state: Float[np.ndarray, "l 6"], steps: int
) -> tuple[Float[np.ndarray, "j l 6"], np.ndarray]:
    """The nodes of flights as in space, and the last one of each before the air; -1 for none.

    Behind the first one in the air there are none.
    """
    nodes = np.full((steps + 1, len(state), 6), np.nan)
    nodes[0] = state
    entry = np.full(len(state), -1)
    lane = np.arange(len(state))
    for j in range(steps):
        here = nodes[j, lane]
        there = step(here, np.full(len(lane), _COAST_STEP_S))
        height = height_m(there[:, :3])
        down = (height < _AIR_TOP_M) & (height < height_m(here[:, :3]))
        entry[lane[down]] = j
        nodes[j + 1, lane] = there
        lane = lane[~down]
        if not len(lane):
            return nodes[: j + 2], entry
    return nodes, entry


def _entered(
    nodes: Float[np.ndarray, "j l 6"], last: Int[np.ndarray, "f"], lane: Int[np.ndarray, "f"]
) -> tuple[Float[np.ndarray, "f 6"], Int[np.ndarray, "f"]]:
    """The states of lanes at their last samples before the air, and how far behind their nodes."""
    share = (np.arange(_SAMPLES_A_STEP) / _SAMPLES_A_STEP)[:, None, None]
    between = hermite(nodes[last, lane], nodes[last + 1, lane], share, _COAST_STEP_S)
    height = height_m(between[..., :3].reshape(-1, 3)).reshape(between.shape[:2])
    above = np.logical_and.accumulate(height >= _AIR_TOP_M, axis=0)
    after = np.maximum(above.sum(axis=0) - 1, 0)
    return between[after, np.arange(len(lane))], after


def _fall(
    state: Float[np.ndarray, "l 6"], drag_m2_kg: Float[np.ndarray, "l"]
) -> tuple[Float[np.ndarray, "s l 6"], Float[np.ndarray, "l"], Float[np.ndarray, "l 3"]]:
    """The falls of states to the ground: samples, and when and where they end."""
    samples = [state]
    time_s, place = np.full(len(state), np.nan), np.full((len(state), 3), np.nan)
    while len(samples) * SAMPLE_S < _LONGEST_IN_AIR_S:
        here = samples[-1].copy()
        lanes = np.flatnonzero(np.isfinite(here[:, 0]))
        if not len(lanes):
            break
        height = height_m(here[lanes, :3])
        steps = np.select([height > above_m for above_m, _ in _AIR_STEPS], _AIR_COUNTS)
        for k in range(steps.max()):
            turn = (k < steps) & np.isfinite(here[lanes, 0])
            lane, span_s = lanes[turn], SAMPLE_S / steps[turn]
            there = step(here[lane], span_s, drag_m2_kg[lane])
            down = height_m(there[:, :3]) <= 0.0
            if down.any():
                fell = lane[down]
                share, place[fell] = _touched(here[fell], there[down], span_s[down])
                time_s[fell] = (len(samples) - 1) * SAMPLE_S + (k + share) * span_s[down]
                there[down] = np.nan
            here[lane] = there
        samples.append(here)
    return np.array(samples), time_s, place


def _touched(
    before: Float[np.ndarray, "l 6"],
    after: Float[np.ndarray, "l 6"],
    span_s: Float[np.ndarray, "l"],
) -> tuple[Float[np.ndarray, "l"], Float[np.ndarray, "l 3"]]:
    """At which share of a step objects touch the ground, and where, by Hermite's cubic."""
    early, late = np.zeros(len(before)), np.ones(len(before))
    for _ in range(_HALVINGS):
        middle = 0.5 * (early + late)
        above = height_m(hermite(before, after, middle[:, None], span_s[:, None])[:, :3]) > 0.0
        early, late = np.where(above, middle, early), np.where(above, late, middle)
    share = 0.5 * (early + late)
    return share, hermite(before, after, share[:, None], span_s[:, None])[:, :3]


def _sampled(
    nodes: Float[np.ndarray, "j n 6"], entry: Int[np.ndarray, "n"]
) -> Float[np.ndarray, "n m 6"]:
    """The flights in space at every sample, up to the last one of each before the air."""
    count, steps = nodes.shape[1], len(nodes) - 1
    room = int(_LONGEST_IN_AIR_S / SAMPLE_S)
    samples = np.full((count, steps * _SAMPLES_A_STEP + 1 + room, 6), np.nan)
    if steps:
        share = (np.arange(_SAMPLES_A_STEP) / _SAMPLES_A_STEP)[:, None, None, None]
        between = hermite(nodes[:-1], nodes[1:], share, _COAST_STEP_S)
        inner = np.transpose(between, (2, 1, 0, 3)).reshape(count, steps * _SAMPLES_A_STEP, 6)
        samples[:, : steps * _SAMPLES_A_STEP] = inner
    samples[:, steps * _SAMPLES_A_STEP] = nodes[-1]
    behind = np.arange(samples.shape[1]) > np.where(entry >= 0, entry, samples.shape[1])[:, None]
    samples[behind] = np.nan
    return samples


def hermite(
    first: Float[np.ndarray, "*n 6"],
    second: Float[np.ndarray, "*n 6"],
    share: np.ndarray,
    apart_s: np.ndarray | float,
) -> np.ndarray:
    """States between two that are so far apart in time, by Hermite's cubic.

    Args:
        first: position (m) and velocity (m/s).
        second: likewise, later.
        share: of the time between them, 0 to 1, with a last axis of one.
        apart_s: the time between them, with a last axis of one where it differs.
    """
    a, b = first[..., :3], second[..., :3]
    u, v = first[..., 3:] * apart_s, second[..., 3:] * apart_s
    bend, twist = 3.0 * (b - a) - 2.0 * u - v, 2.0 * (a - b) + u + v
    place = a + share * (u + share * (bend + share * twist))
    pace = (u + share * (2.0 * bend + 3.0 * share * twist)) / apart_s
    return np.concatenate((place, pace), axis=-1)


def _put_falls(samples: Float[np.ndarray, "n m 6"], flown: _Flown) -> None:
    """Writes the falls of the means behind their flights in space."""
    for row, lane in enumerate(flown.falling.tolist()):
        if lane % _LANES == 0:
            first = flown.entry[lane]
            its = samples[lane // _LANES, first : first + len(flown.samples)]
            its[:] = flown.samples[:, row]


def _reentry_s(samples: Float[np.ndarray, "n m 6"]) -> Float[np.ndarray, "n"]:
    """When each flight first falls through 100 km; infinite for never."""
    height = height_m(samples[..., :3].reshape(-1, 3)).reshape(samples.shape[:2])
    above, below = height[:, :-1], height[:, 1:]
    through = (above >= _REENTRY_M) & (below < _REENTRY_M)
    k = np.argmax(through, axis=1)
    row = np.arange(len(samples))
    drop = above[row, k] - below[row, k]
    share = (above[row, k] - _REENTRY_M) / np.where(through[row, k], drop, 1.0)
    return np.where(through[row, k], (k + share) * SAMPLE_S, np.inf)


def _on_ground(
    place: Float[np.ndarray, "n 8 3"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"], Float[np.ndarray, "n 2 2"]]:
    """Where the means land, and the covariance of east and north there.

    A direction along which an object does not come down adds nothing.
    """
    lat, lon, _ = ecef_to_geodetic(place)
    north = (lat - lat[:, :1]) * EARTH_MEAN_RADIUS_M
    turn = np.remainder(lon - lon[:, :1] + np.pi, 2.0 * np.pi) - np.pi
    east = turn * EARTH_MEAN_RADIUS_M * np.cos(lat[:, :1])
    away = np.nan_to_num(np.stack((east, north), axis=-1)[:, 1:])
    return lat[:, 0], lon[:, 0], np.swapaxes(away, 1, 2) @ away


def agree(
    before: Forecast,
    state_ecef: Float[np.ndarray, "n 6"],
    now_s: float,
    within_m: Float[np.ndarray, "n"] | float,
    within_m_s: Float[np.ndarray, "n"] | float,
) -> Bool[np.ndarray, "n"]:
    """Whether objects are where a forecast has them now.

    Args:
        before: the forecast, of the same objects in the same order.
        state_ecef: as tracked now.
        now_s: when.
        within_m: how far a position may be off.
        within_m_s: how far a velocity may be off.
    """
    at = (now_s - before.start_s) / SAMPLE_S
    last = before.state_ecef.shape[1] - 2
    known = (at >= 0.0) & (at <= last + 1)
    first = np.clip(np.where(known, at, 0.0).astype(int), 0, last)
    row = np.arange(len(at))
    low, high = before.state_ecef[row, first], before.state_ecef[row, first + 1]
    there = hermite(low, high, (at - first)[:, None], SAMPLE_S)
    off_m = np.linalg.norm(state_ecef[:, :3] - there[:, :3], axis=-1)
    off_m_s = np.linalg.norm(state_ecef[:, 3:] - there[:, 3:], axis=-1)
    return known & (off_m <= within_m) & (off_m_s <= within_m_s)
