"""Detections as ASTERIX categories 015 and 048, refused where a category cannot hold them.

Numbers are rounded to what the category resolves: 0.1 m, 0.0055 degrees of azimuth and 0.0027 of
elevation in 015; 1/256 NM and 25 ft of height in 048. Nothing is wrapped.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.errors import InputError
from glasshield.exchange.asterix import FOOT_M, NAUTICAL_MILE_M
from glasshield.exchange.sensors import Identity
from glasshield.sensing.detections import Detections
from glasshield.sensing.measurement import Frames, position
from glasshield.workspace import write_atomically

_BLOCK: Final = 50  # records in a data block: 65,535 bytes hold many more
_DAY_S: Final = 86_400.0
_TICK_S: Final = 1.0 / 128.0
_RANGE_015_M: Final = 0.1 * (2**23 - 1)
_RANGE_048_M: Final = NAUTICAL_MILE_M * (2**16 - 1) / 256.0
_HEIGHT_048_M: Final = 25.0 * FOOT_M * 8191
_RATE_015_M_S: Final = 0.1 * (2**23 - 1)


def write_asterix(
    detections: Detections, path: Path, category: int, identities: Mapping[str, Identity]
) -> None:
    """Write detections as a recording.

    Args:
        detections: each with range, azimuth and elevation.
        path: of the file.
        category: 15 or 48.
        identities: SAC and SIC of each station, by its id.

    Raises:
        InputError: another category, a station without SAC and SIC, or a detection that the
            category cannot hold.
        OutputError: the file cannot be written.
    """
    if category not in (15, 48):
        raise InputError(f"category {category:03d} is not written", expected="15 or 48")
    missing = {station.id for station in detections.stations} - set(identities)
    if missing:
        raise InputError(f"no SAC and SIC for {', '.join(sorted(missing))}")
    for what, bad in _too_much(detections, category):
        if bad.any():
            row = int(np.argmax(bad))
            raise InputError(
                f"category {category:03d} cannot hold {what}", where=f"detection {row + 1}"
            )
    sources = [identities[station.id] for station in detections.stations]
    make = _items_015 if category == 15 else _items_048
    with write_atomically(path) as aside, aside.open("wb") as file:
        for start in range(0, len(detections), _BLOCK):
            some = detections.take(slice(start, start + _BLOCK))
            file.write(_block(category, make(some, sources)))


def _too_much(detections: Detections, category: int) -> list[tuple[str, Bool[np.ndarray, "n"]]]:
    """What a category cannot hold, and where it stands."""
    range_m, rate_m_s = detections.range_m, detections.range_rate_m_s
    angles = detections.azimuth_rad + detections.elevation_rad
    common = [
        ("an angle that is not finite", ~np.isfinite(angles)),
        ("an elevation beyond 90 degrees", np.abs(detections.elevation_rad) > 0.5 * np.pi),
    ]
    if category == 15:
        return [
            *common,
            ("a range of 838,860.7 m or more", range_m >= _RANGE_015_M),
            ("a range rate of 838,860.7 m/s or more", np.abs(rate_m_s) >= _RATE_015_M_S),
        ]
    height_m = np.abs(_heights_m(detections))
    return [
        *common,
        ("a detection without a range", ~np.isfinite(range_m)),
        ("a range of 256 NM or more", range_m >= _RANGE_048_M),
        ("a height of 204,775 ft or more", height_m >= _HEIGHT_048_M),
    ]


def _heights_m(detections: Detections) -> Float[np.ndarray, "n"]:
    frames = Frames.of(detections.stations).take(detections.station_index)
    place = position(frames, detections.range_m, detections.azimuth_rad, detections.elevation_rad)
    return np.asarray(ecef_to_geodetic(place)[2])


def _times_of_day_s(detections: Detections) -> list[float]:
    """Times of day; half a tick before midnight is midnight."""
    midnight_s = (detections.epoch.posix_us % round(_DAY_S * 1e6)) / 1e6
    ticks = np.rint((detections.time_s + midnight_s) % _DAY_S / _TICK_S) * _TICK_S
    times: list[float] = (ticks % _DAY_S).tolist()
    return times


def _items_015(detections: Detections, sources: list[Identity]) -> list[dict[str, Any]]:
    result = []
    turn = np.degrees(detections.azimuth_rad) % 360.0
    for row, time_s in enumerate(_times_of_day_s(detections)):
        range_m, rate = float(detections.range_m[row]), float(detections.range_rate_m_s[row])
        measured = {
            name: (value, unit)
            for name, value, unit in (("R", range_m, "m"), ("RR", rate, "m/s"))
            if np.isfinite(value)
        }
        sac, sic = sources[detections.station_index[row]]
        items: dict[str, Any] = {
            "010": (("SAC", sac), ("SIC", sic)),
            "000": (("MT", 1), ("RG", 0)),
            "020": ((0, 3 if detections.simulated else 0, 0, 0, None),),
            "145": (time_s, "s"),
            "627": {"AZ": (_wrapped(turn[row], 16), "°")},
            "628": {"EL": (float(np.degrees(detections.elevation_rad[row])), "°")},
        }
        result.append(items | ({"625": measured} if measured else {}))
    return result


def _items_048(detections: Detections, sources: list[Identity]) -> list[dict[str, Any]]:
    result = []
    turn = np.degrees(detections.azimuth_rad) % 360.0
    heights_ft = (_heights_m(detections) / FOOT_M).tolist()
    for row, time_s in enumerate(_times_of_day_s(detections)):
        sac, sic = sources[detections.station_index[row]]
        range_nm = float(detections.range_m[row]) / NAUTICAL_MILE_M
        result.append(
            {
                "010": (("SAC", sac), ("SIC", sic)),
                "140": (time_s, "s"),
                "020": ((1, int(detections.simulated), 0, 0, 0, None),),
                "040": (("RHO", (range_nm, "NM")), ("THETA", (_wrapped(turn[row], 16), "°"))),
                "110": (0, ("3DH", (heights_ft[row], "ft"))),
            }
        )
    return result


def _wrapped(degrees: float, bits: int) -> float:
    """An angle that stays below a full turn when it is rounded to so many bits."""
    step = 360.0 / 2**bits
    return float(np.rint(degrees / step) % 2**bits * step)


def _block(category: int, items: list[dict[str, Any]]) -> bytes:
    from asterix import generated

    layout: Any = generated.Cat_015_1_2 if category == 15 else generated.Cat_048_1_32
    records = [layout.cv_record.create(each) for each in items]
    block: bytes = layout.create(records).unparse().to_bytes()
    return block
