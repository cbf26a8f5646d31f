"""The window kernel's readable twin: one battery, one target, every sample, in doubles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from glasshield.catalog.plans import AtIntercept, InBoost
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, ecef_to_geodetic, geodetic_to_ecef
from glasshield.shield.rules import KERNEL_RULES, Rule
from glasshield.shield.windows import Emplacement
from tests.reference import flyout


@dataclass(frozen=True)
class Path:
    """A target's flight, sampled every step_s from launch to impact."""

    positions_ecef_m: np.ndarray
    step_s: float
    burnout_s: float
    reentry_s: float
    seen: np.ndarray


@dataclass(frozen=True)
class Window:
    """A window; times after the target's launch."""

    open_s: float
    close_s: float
    first_launch_s: float
    last_launch_s: float
    samples: int
    parts: int
    shots: int


NONE = Window(np.nan, np.nan, np.nan, np.nan, 0, 0, 0)


@dataclass(frozen=True)
class Samples:
    """What is known of each sample: the flyout time to it, and which rules forbid it."""

    time_s: np.ndarray
    flyout_s: np.ndarray
    forbidden: dict[Rule, np.ndarray]


def look(path: Path, place: Emplacement) -> Samples:
    """The samples of a path as a battery sees them, but for the timing of its launch."""
    rules = place.rules
    offset = path.positions_ecef_m - geodetic_to_ecef(place.lat_rad, place.lon_rad, place.height_m)
    enu = offset @ east_north_up(place.lat_rad, place.lon_rad).T
    table = place.table
    flyout_s = flyout.times(
        table.cells.astype(float), table.ceilings.astype(float), table.frame, enu
    )
    height = ecef_to_geodetic(path.positions_ecef_m)[2]
    time = np.arange(len(height)) * path.step_s
    angle = np.arctan2(np.hypot(enu[:, 0], enu[:, 1]), EARTH_MEAN_RADIUS_M + enu[:, 2])
    forbidden = {
        Rule.MIN_HEIGHT: height < rules.min_height_m,
        Rule.MAX_HEIGHT: height > rules.max_height_m,
        Rule.BEFORE_REENTRY: time > path.reentry_s - rules.before_reentry_s,
        Rule.SENSOR: ~path.seen & (rules.at_intercept is AtIntercept.REQUIRED),
        Rule.MAX_GROUND: angle * EARTH_MEAN_RADIUS_M > rules.max_ground_m,
        Rule.REACH: np.isinf(flyout_s),
    }
    return Samples(time, flyout_s, forbidden)


def slack(path: Path, place: Emplacement, commit_s: float) -> np.ndarray:
    """How long before the last possible moment an interceptor could start, for each sample."""
    samples = look(path, place)
    earliest = commit_s
    if place.rules.in_boost is InBoost.NOT_ALLOWED:
        earliest = max(commit_s, path.burnout_s)
    no = np.any(list(samples.forbidden.values()), axis=0)
    return np.where(no, -np.inf, samples.time_s - samples.flyout_s - earliest)


def find(path: Path, place: Emplacement, commit_s: float) -> Window:
    """The window of a battery on a path."""
    value = slack(path, place, commit_s)
    if not np.isfinite(commit_s) or not (value >= 0.0).any():
        return NONE
    earliest = commit_s
    if place.rules.in_boost is InBoost.NOT_ALLOWED:
        earliest = max(commit_s, path.burnout_s)
    inside = np.concatenate(([False], value >= 0.0, [False]))
    starts = np.flatnonzero(~inside[:-1] & inside[1:])
    ends = np.flatnonzero(inside[:-1] & ~inside[1:])  # one past the last
    parts = [
        part(value, path.step_s, int(a), int(b), place.rules.shot_interval_s)
        for a, b in zip(starts, ends, strict=True)
    ]
    return Window(
        open_s=parts[0][0],
        close_s=parts[-1][1],
        first_launch_s=min(p[2] for p in parts) + earliest,
        last_launch_s=max(p[3] for p in parts) + earliest,
        samples=int((value >= 0.0).sum()),
        parts=len(parts),
        shots=max(p[4] for p in parts),
    )


def part(
    value: np.ndarray, step_s: float, first: int, end: int, interval_s: float
) -> tuple[float, float, float, float, int]:
    """Open, close, least and greatest slack, and shots of an unbroken part [first, end)."""
    least, greatest = value[first:end].min(), value[first:end].max()
    open_s, close_s = first * step_s, (end - 1) * step_s
    if first > 0 and np.isfinite(value[first - 1]):
        open_s -= step_s * value[first] / (value[first] - value[first - 1])
        least = 0.0
    if end < len(value) and np.isfinite(value[end]):
        close_s += step_s * value[end - 1] / (value[end - 1] - value[end])
        least = 0.0
    return open_s, close_s, least, greatest, 1 + int((greatest - least) / interval_s)


def explain(path: Path, place: Emplacement, commit_s: float) -> Rule | None:
    """The rule that closes a window."""
    samples = look(path, place)
    reached = np.isfinite(samples.flyout_s)
    launch = samples.time_s - np.where(reached, samples.flyout_s, 0.0)
    burns = place.rules.in_boost is InBoost.NOT_ALLOWED
    forbidden = samples.forbidden | {
        Rule.IN_BOOST: (launch < path.burnout_s) & burns,
        Rule.COMMIT: launch < commit_s,
    }
    broken = np.array([forbidden[rule] for rule in KERNEL_RULES])
    if (broken.sum(axis=0) == 0).any():
        return None
    alone = [
        rule for k, rule in enumerate(KERNEL_RULES) if (broken[k] & (broken.sum(axis=0) == 1)).any()
    ]
    for rule in reversed(alone):
        if rule is not Rule.REACH:
            return rule
    if alone:
        return Rule.REACH
    left = np.cumsum(broken, axis=0) == 0
    return KERNEL_RULES[int(np.argmin(left.any(axis=1)))]
