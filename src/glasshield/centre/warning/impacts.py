"""Where objects come down, while they fly: when to estimate it again, and when to say so.

A full estimate (`fusion.impact_point`) takes some milliseconds. Whether the last one still stands
is seen far more cheaply: the state that it was made from is carried along in free flight, and the
difference from the state that the tracker has now is carried to the ground on two-body arcs, on
which what the Earth's flattening and the air do falls out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.warning.orbits import crossed, vacuum_impacts
from glasshield.earth import geodesic
from glasshield.earth.ellipsoid import east_north_up
from glasshield.earth.time import Instant
from glasshield.fusion.arcs import rates
from glasshield.fusion.bias_prior import BiasPrior
from glasshield.fusion.ellipse import LEVELS
from glasshield.fusion.impact_point import impacts
from glasshield.fusion.observed import BIASES
from glasshield.fusion.registration import Registration
from glasshield.sensing.station import Station

LEVEL: Final = 0.95
_HALF, _MOST = LEVELS.index(0.5), LEVELS.index(LEVEL)
_STEPS: Final = np.array((30.0, 30.0, 30.0, 0.03, 0.03, 0.03))  # m and m/s, for slopes
_WIDTH: Final = 3.92  # of an interval that holds 95 %, in standard deviations
_TIME: Final = BIASES.index("time_s")


@dataclass(frozen=True, slots=True)
class Prediction:
    """Where and when an object comes down.

    Attributes:
        lat_rad: of the middle of the ellipse, geodetic.
        lon_rad: of the middle.
        covariance_m2: of east and north around it.
        radii: of the ellipses that hold 50 and 95 %, in standard deviations.
        time: of impact.
        sigma_s: its standard deviation.
        semi_major_m: half of the 95 % ellipse's length.
    """

    lat_rad: float
    lon_rad: float
    covariance_m2: Float[np.ndarray, "2 2"]
    radii: tuple[float, float]
    time: Instant
    sigma_s: float
    semi_major_m: float

    def holds(self, other: Prediction) -> bool:
        """Whether the middle of another prediction lies within the 95 % ellipse of this one."""
        return bool(self.distance(other.lat_rad, other.lon_rad) <= self.radii[1])

    def distance(self, lat_rad: float, lon_rad: float) -> float:
        """How far off a place is, in standard deviations."""
        away = geodesic.inverse(self.lat_rad, self.lon_rad, lat_rad, lon_rad)
        toward = float(away.azimuth1_rad)
        offset = float(away.distance_m) * np.array((np.sin(toward), np.cos(toward)))
        return float(np.sqrt(offset @ np.linalg.solve(self.covariance_m2, offset)))


@dataclass(frozen=True, slots=True)
class States:
    """States of k objects as an estimate takes them, covariances wide enough for biases."""

    epoch: Instant
    number: Int[np.ndarray, "k"]
    time_s: Float[np.ndarray, "k"]
    state_ecef: Float[np.ndarray, "k 6"]
    covariance: Float[np.ndarray, "k 6 6"]


def predictions(states: States) -> list[Prediction | None]:
    """Where objects in free flight come down; None for those that do not within two hours."""
    found = impacts(states.time_s, states.state_ecef, states.covariance)
    longer, _, _ = found.ellipse.axes(LEVEL)
    told: list[Prediction | None] = []
    for k, known in enumerate(found.known.tolist()):
        if not known:
            told.append(None)
            continue
        radii = found.ellipse.radii[k]
        told.append(
            Prediction(
                float(found.ellipse.lat_rad[k]),
                float(found.ellipse.lon_rad[k]),
                found.ellipse.covariance_m2[k],
                (float(radii[_HALF]), float(radii[_MOST])),
                states.epoch.plus_s(float(found.time_s[k])),
                float(found.time_high_s[k] - found.time_low_s[k]) / _WIDTH,
                float(longer[k]),
            )
        )
    return told


def impact_moves(
    then_ecef: Float[np.ndarray, "k 6"],
    now_ecef: Float[np.ndarray, "k 6"],
    covariance: Float[np.ndarray, "k 6 6"],
) -> tuple[Float[np.ndarray, "k 2"], Float[np.ndarray, "k 2 2"]]:
    """What becomes of impacts when states take the place of others.

    Args:
        then_ecef: states that were thought to hold now.
        now_ecef: those that do.
        covariance: of these.

    Returns:
        How far east and north the impacts move, and their covariances: without air, to first order.
    """
    tried = [now_ecef, *(now_ecef + step for step in np.diag(_STEPS)), then_ecef]
    places, _ = vacuum_impacts(np.concatenate(tried))
    parts = places.reshape(len(tried), -1, 3)
    offsets = np.swapaxes(parts[1:] - parts[0], 0, 1) @ np.swapaxes(_ground(parts[0]), 1, 2)
    slopes = np.swapaxes(offsets[:, :6] / _STEPS[:, None], 1, 2)
    spread: Float[np.ndarray, "k 2 2"] = slopes @ covariance @ np.swapaxes(slopes, 1, 2)
    return -offsets[:, 6], spread


def impact_covariances(
    state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]
) -> Float[np.ndarray, "k 2 2"]:
    """Covariances of east and north of impacts without air, to first order."""
    return impact_moves(state_ecef, state_ecef, covariance)[1]


def _ground(place_ecef_m: Float[np.ndarray, "k 3"]) -> Float[np.ndarray, "k 2 3"]:
    """East and north at places on a round Earth."""
    lat = np.arcsin(place_ecef_m[:, 2] / np.linalg.norm(place_ecef_m, axis=1))
    lon = np.arctan2(place_ecef_m[:, 1], place_ecef_m[:, 0])
    return east_north_up(np.nan_to_num(lat), np.nan_to_num(lon))[:, :2]


@dataclass(frozen=True, slots=True)
class Widening:
    """What biases that nobody knows do to states: their stations, and how large they may be.

    Each state is taken to be off as a place is that its last station measured: shifted along the
    sight, turned about the station, late. That is the whole of it where one station sees an
    object (see `fusion.consider`). Where several do, and one puts it beside where another does, it
    also seems to go from the one place to the other in the time for which it has been seen.

    Attributes:
        place_ecef_m: of each station.
        up: of each station.
        blocks: covariances of range, azimuth, elevation and time of each station's biases.
    """

    place_ecef_m: Float[np.ndarray, "s 3"]
    up: Float[np.ndarray, "s 3"]
    blocks: Float[np.ndarray, "s 4 4"]

    @classmethod
    def of(
        cls, stations: Sequence[Station], prior: BiasPrior, known: Registration | None
    ) -> Widening:
        """That of stations whose biases are as far known as a registration says, if there is one.

        Args:
            stations: by whom objects are seen.
            prior: what biases may be where there is no registration.
            known: of the same stations.
        """
        count, size = len(stations), len(BIASES)
        sigma = (prior.range_m, prior.azimuth_rad, prior.elevation_rad, prior.time_s)
        blocks = np.tile(np.diag(np.square(sigma)), (count, 1, 1))
        if known is not None:
            for k in range(count):
                chosen = slice(size * k, size * k + _TIME + 1)
                blocks[k] = known.covariance[chosen, chosen]
        place = np.array([each.position_ecef_m for each in stations]).reshape(-1, 3)
        up = np.array([each.axes[2] for each in stations]).reshape(-1, 3)
        return cls(place, up, blocks)

    def added(
        self,
        state_ecef: Float[np.ndarray, "k 6"],
        station: Int[np.ndarray, "k"],
        several_s: Float[np.ndarray, "k"],
    ) -> Float[np.ndarray, "k 6 6"]:
        """What biases add to covariances.

        Args:
            state_ecef: position (m) and velocity (m/s).
            station: that saw each last; below 0 for none that is known.
            several_s: for how long each has been seen, where by several stations; else infinite.
        """
        if not len(self.up):
            return np.zeros((len(state_ecef), 6, 6))
        slopes = self._slopes(state_ecef, np.maximum(station, 0))
        spread = slopes @ self.blocks[np.maximum(station, 0)] @ np.swapaxes(slopes, 1, 2)
        spread[:, 3:, 3:] += spread[:, :3, :3] / np.maximum(several_s, 1.0)[:, None, None] ** 2
        return np.where((station >= 0)[:, None, None], spread, 0.0)

    def _slopes(
        self, state_ecef: Float[np.ndarray, "k 6"], station: Int[np.ndarray, "k"]
    ) -> Float[np.ndarray, "k 6 4"]:
        """How states move with the range, azimuth, elevation and time biases of their stations."""
        position, velocity = state_ecef[:, :3], state_ecef[:, 3:]
        sight, up = position - self.place_ecef_m[station], self.up[station]
        level = crossed(sight, up)
        level /= np.maximum(np.linalg.norm(level, axis=1, keepdims=True), 1.0)
        slopes = np.zeros((len(state_ecef), 6, 4))
        slopes[:, :3, 0] = sight / np.linalg.norm(sight, axis=1, keepdims=True)
        for column, axis in ((1, -up), (2, level)):
            slopes[:, :3, column] = crossed(axis, sight)
            slopes[:, 3:, column] = crossed(axis, velocity)
        slopes[:, :, 3] = -rates(state_ecef)
        return slopes


def last_station(seen_by_s: Float[np.ndarray, "k s"]) -> Int[np.ndarray, "k"]:
    """The station that saw each object last; -1 where none has."""
    if not seen_by_s.shape[1]:
        return np.full(len(seen_by_s), -1)
    seen = np.nan_to_num(seen_by_s, nan=-np.inf)
    return np.where(np.isfinite(seen_by_s).any(axis=1), seen.argmax(axis=1), -1)


def usable(
    state_ecef: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"]
) -> Bool[np.ndarray, "k"]:
    """Which states an estimate can be made from: finite, with covariances that are positive."""
    good = np.isfinite(state_ecef).all(axis=1) & np.isfinite(covariance).all(axis=(1, 2))
    unit = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
    values = np.linalg.eigvalsh(
        np.where(good[:, None, None], covariance, 1.0) / np.outer(unit, unit)
    )
    positive: Bool[np.ndarray, "k"] = good & (values[:, 0] >= -1e-7 * values[:, -1])
    return positive
