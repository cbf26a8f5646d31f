"""Where freely flying objects will be, and where they come down, from states with covariances.

Each object is carried on along its mean, along one way of each of the six directions of its
covariance, and once with twice the ballistic coefficient, by the falls of `fusion.falls`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.fusion.arcs import height_m
from glasshield.fusion.falls import Way, followed
from glasshield.fusion.impact_point import Drag

SAMPLE_S: Final = 4.0
_REENTRY_M: Final = 100e3
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

    @classmethod
    def none(cls) -> Self:
        """The forecasts of no object."""
        times = np.empty(0)
        return cls(times, np.empty((0, 2, 6)), *(times,) * 4, np.empty((0, 2, 2)))

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
    if not count:
        return Forecast.none()
    lanes = _lanes(state_ecef, covariance)
    drag = np.full((count, _LANES), 1.0 / Drag().coefficient_kg_m2)
    drag[:, -1] /= np.exp(Drag().log_sigma)
    landed, samples = followed(
        lanes.reshape(-1, 6), drag.ravel(), Way(longest_s, SAMPLE_S, every=_LANES)
    )
    place = landed.state_ecef[:, :3].reshape(count, _LANES, 3)
    lat, lon, ground = _on_ground(place)
    return Forecast(
        start_s=np.full(count, start_s),
        state_ecef=samples,
        reentry_s=start_s + _reentry_s(samples),
        comes_down_s=start_s + landed.time_s[::_LANES],
        lat_rad=lat,
        lon_rad=lon,
        ground_m2=ground,
    )


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
