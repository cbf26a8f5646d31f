"""What was seen: in which phase, and of which class by range, with odds.

The class of a missile goes by the greatest range over an Earth that stands still
(`flight.range_classes`). A track tells the speed at burnout to some metres a second, and with it,
by a two-body arc in the best direction, that range; the odds of each class are the share of the
speed's distribution that lies between its bounds. What the flight itself covered counts as the
least range. A body that does not come down is in orbit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Float, Int
from scipy.special import ndtri

from glasshield.earth import sphere
from glasshield.errors import UnknownNameError
from glasshield.flight import kepler
from glasshield.flight.range_classes import CLASSES, SCHEMES
from glasshield.fusion.impact_point import Impacts
from glasshield.fusion.launch_point import LaunchPoints
from glasshield.fusion.tracks import Phase, Tracks

ORBITAL: Final = "orbital"
UNKNOWN: Final = "unknown"
SCHEME: Final = "US DoD"
SURE: Final = 0.9  # probability from which on a phase counts as seen
_SETTLING_S: Final = 20.0
_LATE_S: Final = 3.0
_QUANTILES: Final = 401
_INTERVAL_SIGMAS: Final = 1.959963984540054  # half of the interval that holds 95 %


@dataclass(frozen=True, slots=True)
class Phases:
    """When k tracks changed from phase to phase; NaN for a change that was not seen.

    Attributes:
        last: the likeliest phase of each track's last row, a `Phase`.
        burnout_s: end of thrust.
        burnout_sigma_s: its standard deviation.
        entry_s: beginning of the fall through the air.
    """

    last: Int[np.ndarray, "k"]
    burnout_s: Float[np.ndarray, "k"]
    burnout_sigma_s: Float[np.ndarray, "k"]
    entry_s: Float[np.ndarray, "k"]


@dataclass(frozen=True, slots=True)
class Classes:
    """Classes of k objects by range.

    Attributes:
        names: of the scheme's classes, from the shortest.
        name: the likeliest of each object; `ORBITAL` or `UNKNOWN` where none fits.
        probability: of each class; NaN where the class is not one of them.
        flown_m: over the ground from launch to impact; NaN where an end is not known.
        range_low_m: least greatest range of the missile: 95 % interval.
        range_high_m: greatest.
    """

    names: tuple[str, ...]
    name: tuple[str, ...]
    probability: Float[np.ndarray, "k c"]
    flown_m: Float[np.ndarray, "k"]
    range_low_m: Float[np.ndarray, "k"]
    range_high_m: Float[np.ndarray, "k"]


def phases(tracks: Tracks) -> Phases:
    """When tracks burnt out and entered the air, by the probabilities of their rows.

    Thrust ended between the last row that surely had it and the first after it that surely flew
    freely; anywhere between is as likely, and the models notice it some seconds late. A track that
    begins after burnout doubts for some seconds, so that a boost counts from a while on only.
    """
    count = len(tracks)
    last = np.zeros(count, dtype=int)
    burnout, sigma, entry = (np.full(count, np.nan) for _ in range(3))
    for k in range(count):
        rows = tracks.rows(k)
        probability, time_s = tracks.phase_probability[rows], tracks.time_s[rows]
        if not len(time_s):
            continue
        last[k] = int(probability[-1].argmax())
        power = np.flatnonzero(probability[:, Phase.BOOST] >= SURE)
        free = np.flatnonzero(probability[:, Phase.COAST] >= SURE)
        long = len(power) > 0 and time_s[power[-1]] - time_s[power[0]] >= _SETTLING_S
        after = free[free > power[-1]] if long else free[:0]
        if len(after):
            gap_s = time_s[after[0]] - time_s[power[-1]]
            burnout[k] = time_s[power[-1]] + 0.5 * gap_s
            sigma[k] = np.hypot(gap_s / np.sqrt(12.0), _LATE_S)
        fell = np.flatnonzero(probability[:, Phase.ENTRY] >= SURE)
        if len(fell):
            entry[k] = time_s[fell[0]]
    return Phases(last, burnout, sigma, entry)


def classify(launch: LaunchPoints, impact: Impacts, scheme: str = SCHEME) -> Classes:
    """The classes of objects whose launch and impact were estimated.

    Args:
        launch: of k objects.
        impact: of the same.
        scheme: one of `flight.range_classes.SCHEMES`.

    Raises:
        UnknownNameError: a scheme that nobody uses.
    """
    if scheme not in SCHEMES:
        raise UnknownNameError.among("scheme of range classes", scheme, SCHEMES)
    bounds = [each for each in CLASSES if each.scheme == scheme]
    names = tuple(each.name for each in bounds)
    flown = sphere.distance_m(
        launch.ellipse.lat_rad,
        launch.ellipse.lon_rad,
        impact.ellipse.lat_rad,
        impact.ellipse.lon_rad,
    )
    ranges = _ranges(launch, flown)
    edges = np.array([each.up_to_m for each in bounds])
    below = (ranges[:, :, None] <= edges).mean(axis=1)
    probability = np.diff(below, axis=1, prepend=0.0)
    known = np.isfinite(ranges).all(axis=1)
    probability[~known] = np.nan
    name = tuple(
        names[int(probability[k].argmax())] if known[k] else ORBITAL if not comes_down else UNKNOWN
        for k, comes_down in enumerate(impact.known)
    )
    low, high = np.quantile(ranges, (0.025, 0.975), axis=1) if len(ranges) else np.empty((2, 0))
    return Classes(names, name, probability, flown, low, high)


def _ranges(launch: LaunchPoints, flown_m: Float[np.ndarray, "k"]) -> Float[np.ndarray, "k q"]:
    """Greatest ranges at even quantiles of the burnout speed, none below what was flown."""
    share = (np.arange(_QUANTILES) + 0.5) / _QUANTILES
    spread = launch.burnout_speed_high_m_s - launch.burnout_speed_low_m_s
    sigma = spread / (2.0 * _INTERVAL_SIGMAS)
    speed = launch.burnout_speed_m_s[:, None] + sigma[:, None] * ndtri(share)
    # NaN is a speed that leaves the Earth: farther than half of it.
    reach = kepler.farthest_range_m(speed, launch.burnout_height_m[:, None])
    reach = np.where(np.isfinite(speed) & ~np.isfinite(reach), kepler.HALF_EARTH_M, reach)
    return np.fmax(reach, np.where(np.isfinite(reach), flown_m[:, None], np.nan))
