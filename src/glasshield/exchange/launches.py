"""Launches as infrared sensors in orbit report them, in a JSON file.

No format of the field has a place for them. The file is one object:

    {"simulated": true, "epoch": "2030-06-01T06:00:00Z", "launches": [
      {"sensor": "overhead-infrared", "time_s": 29.1, "lat_deg": 38.06, "lon_deg": 46.3,
       "position_sigma_m": 10000.0, "time_sigma_s": 5.0, "arrival_s": 132.2, "object": 0}]}

Times count from the epoch. `object` is the number of the object, where the data are simulated.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import numpy as np

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.decimals import DEGREES, METRES, SECONDS, Scale
from glasshield.sensing.detections import UNKNOWN
from glasshield.sensing.launch_detection import LaunchDetections
from glasshield.workspace import write_atomically


class _Launch(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One launch; numbers as the decimals that stand in the file."""

    sensor: str
    time_s: Decimal
    lat_deg: Decimal
    lon_deg: Decimal
    position_sigma_m: Decimal
    time_sigma_s: Decimal
    arrival_s: Decimal
    object: int = UNKNOWN


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    simulated: bool
    epoch: str
    launches: tuple[_Launch, ...]


_COLUMNS: tuple[tuple[str, str, Scale], ...] = (
    ("time_s", "time_s", SECONDS),
    ("lat_deg", "lat_rad", DEGREES),
    ("lon_deg", "lon_rad", DEGREES),
    ("position_sigma_m", "position_sigma_m", METRES),
    ("time_sigma_s", "time_sigma_s", SECONDS),
    ("arrival_s", "arrival_s", SECONDS),
)


def write_launches(launches: LaunchDetections, path: Path) -> None:
    """Write reported launches; what is read back is the same to the last bit.

    Args:
        launches: any number of them.
        path: of the file.

    Raises:
        OutputError: the file cannot be written.
    """
    texts = [(key, scale.texts(getattr(launches, name))) for key, name, scale in _COLUMNS]
    rows = [
        {"sensor": launches.sensors[launches.sensor_index[row]]}
        | {key: msgspec.Raw(column[row].encode()) for key, column in texts}
        | ({"object": int(launches.truth[row])} if launches.truth[row] != UNKNOWN else {})
        for row in range(len(launches))
    ]
    whole = {
        "simulated": launches.simulated,
        "epoch": launches.epoch.isoformat(),
        "launches": rows,
    }
    with write_atomically(path) as aside:
        aside.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")


def read_launches(path: Path) -> LaunchDetections:
    """Reported launches from a file.

    Raises:
        InputError: a file that cannot be read, is no such file, or holds what cannot be; says
            where in it.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_File)
    except OSError as failure:
        raise InputError(f"cannot be read ({failure.strerror})", where=str(path)) from failure
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        raise InputError(f"no file of launches: {failure}", where=str(path)) from failure
    sensors = tuple(dict.fromkeys(launch.sensor for launch in found.launches))
    columns = {
        name: np.array([scale.one_to_si(str(getattr(each, key))) for each in found.launches])
        for key, name, scale in _COLUMNS
    }
    for number, launch in enumerate(found.launches):
        if not (abs(launch.lat_deg) <= 90 and launch.position_sigma_m > 0 < launch.time_sigma_s):
            raise InputError(
                "a launch off the Earth, or of no accuracy", where=f"{path}, launch {number}"
            )
    return LaunchDetections(
        epoch=Instant.parse(found.epoch, where=str(path)),
        sensors=sensors,
        sensor_index=np.array([sensors.index(each.sensor) for each in found.launches], np.int32),
        truth=np.array([each.object for each in found.launches], np.int32),
        simulated=found.simulated,
        **columns,
    )
