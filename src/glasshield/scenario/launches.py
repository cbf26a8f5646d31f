"""What infrared sensors in orbit report of simulated launches."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.scenario.truth import Truth
from glasshield.sensing.launch_detection import LaunchDetections, LaunchSensor, shifted


def report_launches(
    sensors: Sequence[LaunchSensor], truth: Truth, duration_s: float, seed: Sequence[int]
) -> LaunchDetections:
    """The launches that sensors report, by the time of the report.

    Args:
        sensors: who watches.
        truth: what flies.
        duration_s: after the epoch, when the watching ends; what is seen by then is reported.
        seed: of the draws.
    """
    rng = np.random.default_rng(seed)
    first_s = np.empty((len(sensors), len(truth)))
    for row, sensor in zip(first_s, sensors, strict=True):
        row[:] = first_sight_s(sensor, truth)
    index, number = np.nonzero(first_s <= duration_s)
    lat, lon, _ = ecef_to_geodetic(truth.launch_position_ecef_m[number])
    position_sigma = np.array([sensor.position_sigma_m for sensor in sensors])[index]
    time_sigma = np.array([sensor.time_sigma_s for sensor in sensors])[index]
    delay = np.array([sensor.delay_s for sensor in sensors])[index]
    north, east = position_sigma * rng.standard_normal((2, len(number)))
    lat, lon = shifted(lat, lon, north, east)
    arrival = first_s[index, number] + delay
    order = np.argsort(arrival, kind="stable")
    return LaunchDetections(
        epoch=truth.epoch,
        sensors=tuple(sensor.id for sensor in sensors),
        time_s=(truth.launch_time_s[number] + time_sigma * rng.standard_normal(len(number)))[order],
        lat_rad=lat[order],
        lon_rad=lon[order],
        position_sigma_m=position_sigma[order],
        time_sigma_s=time_sigma[order],
        arrival_s=arrival[order],
        sensor_index=index[order].astype(np.int32),
        truth=number[order].astype(np.int32),
        simulated=True,
    )


def first_sight_s(sensor: LaunchSensor, truth: Truth) -> Float[np.ndarray, "k"]:
    """When a sensor first sees each object's motor above the clouds; infinite for never."""
    first = np.full(len(truth), np.inf)
    for number in map(int, np.flatnonzero(np.isfinite(truth.launch_time_s))):
        rows = truth.rows(number)
        burning = truth.time_s[rows] < truth.burnout_time_s[number]
        time_s = truth.time_s[rows][burning]
        height = ecef_to_geodetic(truth.state_ecef[rows, :3][burning])[2]
        above = np.flatnonzero(height >= sensor.cloud_height_m)
        if len(above):
            span = slice(max(above[0] - 1, 0), above[0] + 1)
            first[number] = np.interp(sensor.cloud_height_m, height[span], time_s[span])
    return first
