"""Launches as infrared sensors in orbit report them: late, and to some kilometres.

A motor is seen once it burns above the clouds; a while after, the sensors report from where and
when it was launched. They report nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.catalog.model import Sensor as SensorRecord
from glasshield.catalog.model import SensorType
from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth import sphere
from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError


@dataclass(frozen=True, slots=True)
class LaunchSensor:
    """Infrared sensors in orbit, as reporters of launches.

    Attributes:
        id: in the catalogue, or as its owner calls it.
        party: who runs it.
        cloud_height_m: below it nothing is seen.
        delay_s: from the first sight to the report.
        position_sigma_m: of the launch point, on each axis of the ground.
        time_sigma_s: of the launch time.
    """

    id: str
    party: str
    cloud_height_m: float
    delay_s: float
    position_sigma_m: float
    time_sigma_s: float

    @classmethod
    def of(cls, record: SensorRecord) -> Self:
        """The catalogue's sensors.

        Raises:
            InputError: not infrared, or without one of the figures.
        """
        figures = (
            record.cloud_height,
            record.launch_delay,
            record.launch_accuracy,
            record.launch_time_accuracy,
        )
        if record.type is not SensorType.INFRARED or any(figure is None for figure in figures):
            raise InputError(
                f"{record.id} reports no launches",
                where=f"sensor.{record.id}",
                expected="infrared sensors with launch_delay, launch_accuracy and "
                "launch_time_accuracy",
            )
        cloud, delay, accuracy, time = (figure.si for figure in figures if figure is not None)
        return cls(record.id, record.party, cloud, delay, accuracy, time)


@dataclass(frozen=True, slots=True)
class LaunchDetections:
    """Reported launches as columns.

    Attributes:
        epoch: where the times count from.
        sensors: what `sensor_index` refers to.
        time_s: of the launch, as estimated, after the epoch.
        lat_rad: of the launch point, as estimated, geodetic.
        lon_rad: the same, east positive.
        position_sigma_m: deviation of the launch point on each axis of the ground.
        time_sigma_s: deviation of the launch time.
        arrival_s: when the report came, after the epoch.
        sensor_index: who reports.
        truth: which object it was, where the data are simulated; else `detections.UNKNOWN`.
        simulated: whether the data are made up.
    """

    epoch: Instant
    sensors: tuple[str, ...]
    time_s: Float[np.ndarray, "n"]
    lat_rad: Float[np.ndarray, "n"]
    lon_rad: Float[np.ndarray, "n"]
    position_sigma_m: Float[np.ndarray, "n"]
    time_sigma_s: Float[np.ndarray, "n"]
    arrival_s: Float[np.ndarray, "n"]
    sensor_index: Int[np.ndarray, "n"]
    truth: Int[np.ndarray, "n"]
    simulated: bool

    def __post_init__(self) -> None:
        if not ((self.position_sigma_m > 0.0).all() and (self.time_sigma_s > 0.0).all()):
            raise RangeError("a deviation of a launch is above zero", where="LaunchDetections")

    def __len__(self) -> int:
        return len(self.time_s)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"] | slice) -> Self:
        """The launches that an index array, a mask or a slice chooses."""
        return replace(self, **{column: getattr(self, column)[index] for column in _COLUMNS})


_COLUMNS = tuple(
    each.name
    for each in fields(LaunchDetections)
    if each.name not in ("epoch", "sensors", "simulated")
)


def shifted(
    lat_rad: Float[np.ndarray, "n"],
    lon_rad: Float[np.ndarray, "n"],
    north_m: Float[np.ndarray, "n"],
    east_m: Float[np.ndarray, "n"],
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Latitudes and longitudes of places moved by some kilometres north and east.

    Along great circles of a sphere: right to a percent of the move, the poles included.
    """
    distance = np.hypot(north_m, east_m) / EARTH_MEAN_RADIUS_M
    return sphere.destination(lat_rad, lon_rad, np.arctan2(east_m, north_m), distance)
