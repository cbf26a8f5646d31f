"""Where flights come down: ellipses on the ground and intervals of time, honest about the air.

A state with its covariance is carried to the ground along its mean, along both ways of each of the
six directions of its covariance, and with five ballistic coefficients. Between them the impact is
a sum of parabolas in the six directions and a quartic in the logarithm of the coefficient, which is
read at many samples; ellipse and interval hold the stated shares of these. Where the covariance is
large, the impacts lie on a bow, and the ellipse is as large as that takes.

The ballistic coefficient of an unknown object is log-normal around 3,000 kg/m2 with a factor of
two: assumed, so that 1,000 and 10,000, between which the catalogue's missiles lie, are each within
two standard deviations.

Source: Julier and Uhlmann 2004, Proceedings of the IEEE 92 (3), 401-422, for the directions;
Vallado 2013, Fundamentals of Astrodynamics, section 8.6.2, for drag by ballistic coefficient.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.earth.ellipsoid import ecef_to_geodetic, geodetic_to_ecef
from glasshield.errors import RangeError
from glasshield.fusion.ellipse import Ellipses
from glasshield.fusion.even import normals
from glasshield.fusion.falls import fall

SAMPLES: Final = 2_000
INTERVAL: Final = (0.025, 0.975)
_REACH: Final = 1.5  # standard deviations to which each direction is followed
_NODES: Final = np.array((-2.0, -1.0, 0.0, 1.0, 2.0))
_MIDDLE: Final = 2
_GREATEST: Final = 2.6  # beyond it a quartic through the nodes would run away
_CHUNK: Final = 250


@dataclass(frozen=True, slots=True)
class Drag:
    """What is known of ballistic coefficients: log-normal.

    Attributes:
        coefficient_kg_m2: the median.
        log_sigma: standard deviation of the natural logarithm.
    """

    coefficient_kg_m2: float = 3_000.0
    log_sigma: float = 0.69

    def __post_init__(self) -> None:
        if not (self.coefficient_kg_m2 > 0.0 and self.log_sigma >= 0.0):
            raise RangeError("a ballistic coefficient is above zero, its spread not below it")


@dataclass(frozen=True, slots=True)
class Impacts:
    """Where and when k flights come down; NaN for those that do not within two hours.

    A state that is not finite comes down nowhere, either.

    Attributes:
        ellipse: on the ground.
        time_s: the mean, on the scale of the states' times.
        time_low_s: the beginning of the interval that holds 95 %.
        time_high_s: its end.
        speed_m_s: of the mean flight at the ground.
    """

    ellipse: Ellipses
    time_s: Float[np.ndarray, "k"]
    time_low_s: Float[np.ndarray, "k"]
    time_high_s: Float[np.ndarray, "k"]
    speed_m_s: Float[np.ndarray, "k"]

    @property
    def known(self) -> Bool[np.ndarray, "k"]:
        """Which flights come down."""
        return np.isfinite(self.time_s)


def impacts(
    time_s: Float[np.ndarray, "k"],
    state_ecef: Float[np.ndarray, "k 6"],
    covariance: Float[np.ndarray, "k 6 6"],
    drag: Drag | None = None,
) -> Impacts:
    """Where objects come down if nothing but gravity and air moves them any more.

    Args:
        time_s: when each has its state.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        covariance: of the states.
        drag: of all of them; left out, that of an unknown object.

    Raises:
        RangeError: a covariance that is not positive.
    """
    chosen = drag or Drag()
    finite = np.isfinite(state_ecef).all(axis=1) & np.isfinite(covariance).all(axis=(1, 2))
    state = np.where(finite[:, None], state_ecef, np.nan)
    spread = np.where(finite[:, None, None], covariance, np.eye(6))
    parts = [
        _impacts(state[start : start + _CHUNK], spread[start : start + _CHUNK], chosen)
        for start in range(0, max(len(state), 1), _CHUNK)
    ]
    # place, time after the state, speed
    places = np.concatenate([part[0] for part in parts])
    after = np.concatenate([part[1] for part in parts])
    speed = np.concatenate([part[2] for part in parts])
    low, high = np.quantile(after, INTERVAL, axis=-1) if len(after) else np.empty((2, 0))
    return Impacts(
        _ellipses(places), time_s + after.mean(axis=-1), time_s + low, time_s + high, speed
    )


def _impacts(
    state: Float[np.ndarray, "k 6"], covariance: Float[np.ndarray, "k 6 6"], drag: Drag
) -> tuple[Float[np.ndarray, "k m 3"], Float[np.ndarray, "k m"], Float[np.ndarray, "k"]]:
    """Sampled places of impact and times to it, and the mean flight's speed there."""
    root = _root(covariance)
    lanes = np.repeat(state[:, None], 12 + len(_NODES), axis=1)
    turned_over = np.swapaxes(root, 1, 2)
    lanes[:, :6] += _REACH * turned_over
    lanes[:, 6:12] -= _REACH * turned_over
    kilograms = np.full(lanes.shape[:2], drag.coefficient_kg_m2)
    kilograms[:, 12:] *= np.exp(drag.log_sigma * _NODES)
    falls = fall(lanes.reshape(-1, 6), 1.0 / kilograms.ravel())
    outcome = np.column_stack((falls.state_ecef[:, :3], falls.time_s)).reshape(*lanes.shape[:2], 4)
    # One direction that stays in space leaves the impact unknown.
    outcome[~np.isfinite(outcome).all(axis=(1, 2))] = np.nan
    sampled = _sampled(outcome)
    place = _on_ground(sampled[:, :, :3])
    velocity = falls.state_ecef.reshape(*lanes.shape[:2], 6)[:, 12 + _MIDDLE, 3:]
    speed = np.where(np.isfinite(outcome[:, 0, 0]), np.linalg.norm(velocity, axis=-1), np.nan)
    return place, sampled[:, :, 3], speed


def _root(covariance: Float[np.ndarray, "k 6 6"]) -> Float[np.ndarray, "k 6 6"]:
    """Matrices whose squares are the covariances, by columns along the principal directions.

    Position and velocity are made alike first, by 1,000 s: a principal direction of a covariance
    in mixed units is one of the units.
    """
    unit = np.array((1.0, 1.0, 1.0, 1e-3, 1e-3, 1e-3))
    values, vectors = np.linalg.eigh(covariance / np.outer(unit, unit))
    if (values < -1e-6 * np.abs(values).max(axis=-1, keepdims=True)).any():
        raise RangeError("a covariance is not positive", where="impacts")
    return unit[:, None] * vectors * np.sqrt(np.maximum(values, 0.0))[:, None, :]


def _sampled(outcome: Float[np.ndarray, "k 17 4"]) -> Float[np.ndarray, "k m 4"]:
    """The outcomes at samples, from those along each direction and for each coefficient."""
    draws = normals(SAMPLES, 7)
    ahead, behind, nodes = outcome[:, :6], outcome[:, 6:12], outcome[:, 12:]
    middle = nodes[:, _MIDDLE, None]
    slope = (ahead - behind) / (2.0 * _REACH)
    bend = (ahead + behind - 2.0 * middle) / _REACH**2
    moved = draws[:, :6] @ slope + (0.5 * draws[:, :6] ** 2) @ bend
    reach = np.clip(draws[:, 6], -_GREATEST, _GREATEST)
    powers = np.vander(reach, len(_NODES)) @ np.linalg.inv(np.vander(_NODES, len(_NODES)))
    sampled: Float[np.ndarray, "k m 4"] = moved + powers @ nodes
    return sampled


def _on_ground(position: Float[np.ndarray, "k m 3"]) -> Float[np.ndarray, "k m 3"]:
    """Sampled places brought back to the ellipsoid, from which sums of places rise."""
    lat, lon, _ = ecef_to_geodetic(position)
    return geodetic_to_ecef(lat, lon, 0.0)


def _ellipses(places: Float[np.ndarray, "k m 3"]) -> Ellipses:
    """Ellipses of the flights that come down, NaN for the others."""
    known = np.isfinite(places).all(axis=(1, 2))
    return Ellipses.of_samples(places[known]).spread(known)
