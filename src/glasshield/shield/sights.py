"""What each sensor sees of a flight, and if nothing, why."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

import numpy as np

from glasshield.sensing.sensors import Radar, Sector, Sensor
from glasshield.sensing.visibility import Paths, Watch, visible


class Unseen(enum.StrEnum):
    """Why a sensor never sees a flight."""

    BELOW_HORIZON = "below-horizon"
    OUTSIDE_SECTOR = "outside-sector"
    BEYOND_RANGE = "beyond-range"
    NOT_CUED = "not-cued"
    BELOW_CLOUDS = "below-clouds"


@dataclass(frozen=True, slots=True)
class Sight:
    """What a sensor sees of one flight.

    Attributes:
        sensor: which.
        first_s: first time, after the target's launch; NaN for never.
        last_s: last time.
        range_m: how far it sees a target of this cross-section; NaN for infrared.
        why_not: why it never sees the flight.
    """

    sensor: Sensor
    first_s: float
    last_s: float
    range_m: float
    why_not: Unseen | None


def sights(watch: Watch, paths: Paths) -> list[list[Sight]]:
    """For each flight what each sensor sees of it.

    Args:
        watch: of these paths.
        paths: the flights.
    """
    reasons = [_reasons(sensor, paths) for sensor in watch.sensors]
    times_s = np.arange(watch.seen.shape[2]) * paths.step_s
    rows = []
    for n in range(len(paths)):
        row = []
        for k, sensor in enumerate(watch.sensors):
            seen = watch.seen[k, n]
            row.append(
                Sight(
                    sensor=sensor,
                    first_s=float(watch.first_s[k, n]) if seen.any() else np.nan,
                    last_s=float(times_s[seen][-1]) if seen.any() else np.nan,
                    range_m=_range_m(sensor, float(paths.cross_section_m2[n])),
                    why_not=None if seen.any() else reasons[k][n],
                )
            )
        rows.append(row)
    return rows


def _range_m(sensor: Sensor, cross_section_m2: float) -> float:
    return sensor.range_to_m(cross_section_m2) if isinstance(sensor, Radar) else np.nan


def _reasons(sensor: Sensor, paths: Paths) -> list[Unseen]:
    """Why a sensor would not see each flight: the first of its limits that hides all of it."""
    if not isinstance(sensor, Radar):
        return [Unseen.BELOW_CLOUDS] * len(paths)
    everywhere = replace(sensor, range_m=np.inf)
    lowest = min(sector.elevation_min_rad for sector in sensor.sectors)
    dome = (Sector(0.0, 2.0 * np.pi, lowest, np.pi),)
    ever = [
        visible(radar, paths).any(axis=1).tolist()
        for radar in (replace(everywhere, sectors=dome), everywhere, sensor)
    ]
    return [_first_limit(*passed) for passed in zip(*ever, strict=True)]


def _first_limit(*passed: bool) -> Unseen:
    """The first limit that a flight does not pass; a cue that never comes where it passes all."""
    limits = (Unseen.BELOW_HORIZON, Unseen.OUTSIDE_SECTOR, Unseen.BEYOND_RANGE)
    failed = (why for why, passes in zip(limits, passed, strict=True) if not passes)
    return next(failed, Unseen.NOT_CUED)
