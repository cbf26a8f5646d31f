"""A tracker's settings and detections as the compiled tracker takes them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from jaxtyping import Float

from glasshield import kernels
from glasshield.errors import RangeError
from glasshield.fusion.options import Motion, Options
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

# What a new object is worth beside the false alarms of a scan.
NEW_OBJECTS: Final = 1.0
INT: Final = np.int32
LONG: Final = np.int64


def motion_row(motion: Motion) -> Float[np.ndarray, "17"]:
    """The noise and change of the motions as the kernels take them."""
    return np.array(
        [
            motion.boost_noise_m2_s3,
            motion.coast_noise_m2_s3,
            motion.entry_noise_m2_s3,
            *(motion.thrust_noise_m2_s5, 0.0, motion.drag_noise_m4_kg2_s),
            *(motion.thrust_m_s2[0], 0.0, motion.drag_m2_kg[0]),
            *(motion.thrust_m_s2[1], 0.0, motion.drag_m2_kg[1]),
            motion.exhaust_m_s,
            motion.burnout_rate_1_s,
            motion.ignition_rate_1_s,
            motion.entry_rate_1_s,
            motion.entry_height_m,
        ]
    )


def station_rows(stations: Sequence[Station]) -> Float[np.ndarray, "s 16"]:
    """Stations as the kernels take them: place, axes, chances, reach, period."""
    return np.array(
        [
            [
                *station.position_ecef_m,
                *station.axes.ravel(),
                station.detection_probability,
                _unowned_density(station),
                station.range_m,
                station.period_s,
            ]
            for station in stations
        ]
    ).reshape(-1, 16)


def _unowned_density(station: Station) -> float:
    """False alarms and new objects of one scan, per metre, radian and radian."""
    return replace(station, false_alarms=station.false_alarms + NEW_OBJECTS).clutter_density


def sector_rows(stations: Sequence[Station]) -> Float[np.ndarray, "k 5"]:
    """Where stations look: whose, azimuth from, how wide, elevations."""
    return np.array(
        [
            (
                index,
                sector.azimuth_from_rad,
                sector.azimuth_width_rad,
                sector.elevation_min_rad,
                sector.elevation_max_rad,
            )
            for index, station in enumerate(stations)
            for sector in station.sectors
        ]
    ).reshape(-1, 5)


def option_row(options: Options) -> Float[np.ndarray, "12"]:
    """The settings that are numbers."""
    return np.array(
        [
            options.models,
            options.filter,
            options.association,
            options.initiation,
            options.gate,
            options.confirm,
            options.within,
            options.delete_after,
            options.lose_sigma_m,
            options.speed_sigma_m_s,
            options.speed_max_m_s,
            options.history_every_s,
        ],
        dtype=float,
    )


class Columns(NamedTuple):
    """Detections as the kernel takes them, NaN where nothing was measured or stated."""

    range_m: Float[np.ndarray, "n"]
    azimuth_rad: Float[np.ndarray, "n"]
    elevation_rad: Float[np.ndarray, "n"]
    range_rate_m_s: Float[np.ndarray, "n"]
    sigmas: Float[np.ndarray, "n 4"]
    accuracies: Float[np.ndarray, "s 4"]


def columns_of(
    detections: Detections, accuracies: Float[np.ndarray, "s 4"] | None = None
) -> Columns:
    """What was measured and how well, as the kernel takes it.

    Args:
        detections: which.
        accuracies: the stations' own, where they are known already.

    Raises:
        RangeError: a time or an angle that is not finite, a range or a deviation not above zero,
            anything measured that is infinite.
    """
    columns = Columns(
        contiguous(detections.range_m),
        contiguous(detections.azimuth_rad),
        contiguous(detections.elevation_rad),
        contiguous(detections.range_rate_m_s),
        contiguous(detections.sigmas),
        accuracy_rows(detections.stations) if accuracies is None else accuracies,
    )
    wrong = kernels.impossible_detection(
        contiguous(detections.time_s),
        np.ascontiguousarray(detections.station_index, dtype=INT),
        *columns,
    )
    if wrong >= 0:
        raise RangeError(
            "a detection that cannot be",
            where=f"detection {wrong}",
            expected="finite times and angles, ranges and deviations above zero",
        )
    return columns


def contiguous(column: Float[np.ndarray, "..."]) -> Float[np.ndarray, "..."]:
    """A column as the kernel reads it."""
    return np.ascontiguousarray(column, dtype=float)


def accuracy_rows(stations: Sequence[Station]) -> Float[np.ndarray, "s 4"]:
    """How well stations measure by themselves."""
    return np.array(
        [
            (
                station.accuracy.range_m,
                station.accuracy.azimuth_rad,
                station.accuracy.elevation_rad,
                station.accuracy.range_rate_m_s,
            )
            for station in stations
        ],
        dtype=float,
    ).reshape(-1, 4)
