"""Tracks of a centre out of ASTERIX category 062.

Its plane's axes are taken as east and north at the track. A track without geometric altitude, rate
of climb or estimated accuracies is rejected, as its state would be half unknown.

Source: EUROCONTROL-SPEC-0149, Part 9.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.constants import EARTH_MEAN_RADIUS_M
from glasshield.earth.ellipsoid import east_north_up, geodetic_to_ecef
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.asterix import FOOT_M, Record, after_midnight, midnight_of, records_of
from glasshield.exchange.checks import in_order
from glasshield.exchange.problems import Problems
from glasshield.fusion.tracks import Phase, Tracks, pack

_LARGEST_16: Final = 2**15 - 1
# Item, its parts, its unit: what a state needs.
_STATE: Final = (
    ("the time", "s", ("070",), 1.0),
    ("the latitude", "°", ("105", "LAT"), float(np.radians(1.0))),
    ("the longitude", "°", ("105", "LON"), float(np.radians(1.0))),
    ("the geometric altitude", "ft", ("130",), FOOT_M),
    ("the velocity", "m/s", ("185", "VX"), 1.0),
    ("the velocity", "m/s", ("185", "VY"), 1.0),
    ("the rate of climb", "ft/min", ("220",), FOOT_M / 60.0),
    ("the accuracy of altitude", "ft", ("500", "AGA"), FOOT_M),
    ("the accuracy of velocity", "m/s", ("500", "ATV", "X"), 1.0),
    ("the accuracy of velocity", "m/s", ("500", "ATV", "Y"), 1.0),
    ("the accuracy of climb", "ft/min", ("500", "ARC"), FOOT_M / 60.0),
)


@dataclass(frozen=True, slots=True)
class _States:
    """States of category 062 as columns."""

    number: Int[np.ndarray, "n"]
    track: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 6 6"]


def read_tracks(path: Path, problems: Problems, day: Instant | None) -> Tracks:
    """The tracks of a recording, by source and track number.

    Args:
        path: of the file.
        problems: takes what is wrong with it.
        day: at whose beginning, in UTC, the times of day count.

    Raises:
        InputError: no day, or no track that can be used.
    """
    if day is None:
        raise InputError(
            "it holds times of day only", where=str(path), do="say on which day it begins"
        )
    rows: list[list[float]] = []
    simulated = False
    with path.open("rb") as file:
        for record in records_of(file, problems):
            if record.category == 62:
                simulated = simulated or record.integer_of("080", "SIM") == 1
                row = _row(record, problems)
                rows += [row] if row else []
    if not rows:
        found = problems.all
        why = f": {found[0].sentence}" if found else ""
        raise InputError(f"no track of category 062 could be read{why}", where=str(path))
    return _tracks(_states(np.array(rows)), midnight_of(day), problems, simulated=simulated)


def _row(record: Record, problems: Problems) -> list[float] | None:
    """Number, track and the quantities of a record in SI units; none, and a note, without one."""
    source, track = record.source, record.integer_of("040")
    if source is None or track is None:
        problems.add(record.number, "category 062: has no source or no track number")
        return None
    if record.integer_of("130") in (_LARGEST_16, _LARGEST_16 + 1):
        problems.add(record.number, "category 062: the altitude stands at its limit")
        return None
    values = [record.number_of(unit, *item) * si for _, unit, item, si in _STATE]
    for (what, *_), value in zip(_STATE, values, strict=True):
        if np.isnan(value):
            problems.add(record.number, f"category 062: has not {what}")
            return None
    east_m, north_m = _horizontal_m(record, values[1])
    if np.isnan(east_m + north_m):
        problems.add(record.number, "category 062: has not the accuracy of position")
        return None
    if min(east_m, north_m, *values[7:]) <= 0.0:
        problems.add(record.number, "category 062: the accuracy is not above zero")
        return None
    key = (source[0] << 24) | (source[1] << 16) | track
    return [record.number, key, *values, east_m, north_m]


def _horizontal_m(record: Record, lat_rad: float) -> tuple[float, float]:
    """Deviations to the east and to the north."""
    east_m, north_m = (record.number_of("m", "500", "APC", axis) for axis in ("X", "Y"))
    if not np.isnan(east_m + north_m):
        return east_m, north_m
    lat, lon = (np.radians(record.number_of("°", "500", "APW", axis)) for axis in ("LAT", "LON"))
    return float(lon * EARTH_MEAN_RADIUS_M * np.cos(lat_rad)), float(lat * EARTH_MEAN_RADIUS_M)


def _states(rows: Float[np.ndarray, "n 15"]) -> _States:
    """Earth-fixed states of rows as `_row` gives them."""
    time_s, lat, lon, height_m = rows[:, 2:6].T
    velocity, deviations = rows[:, 6:9], rows[:, [13, 14, 9, 10, 11, 12]]
    axes = east_north_up(lat, lon)
    turn = np.zeros((len(rows), 6, 6))
    turn[:, :3, :3] = turn[:, 3:, 3:] = axes
    local = deviations[:, :, None] ** 2 * np.eye(6)
    return _States(
        number=rows[:, 0].astype(np.int64),
        track=rows[:, 1].astype(np.int64),
        time_s=after_midnight(time_s),
        state_ecef=np.concatenate(
            [geodetic_to_ecef(lat, lon, height_m), np.einsum("nji,nj->ni", axes, velocity)], axis=1
        ),
        covariance=turn.transpose(0, 2, 1) @ local @ turn,
    )


def _tracks(states: _States, epoch: Instant, problems: Problems, *, simulated: bool) -> Tracks:
    """The states by track, without those whose times run backwards."""
    keys = np.unique(states.track)
    rows, first = [], [0]
    for key in keys.tolist():
        own = np.flatnonzero(states.track == key)
        kept = in_order(states.time_s[own])
        problems.add_all(states.number[own[~kept]], "the time runs backwards")
        rows.append(own[kept])
        first.append(first[-1] + len(rows[-1]))
    order = np.concatenate(rows)
    return Tracks(
        epoch=epoch,
        stations=(),
        id=_ids(keys),
        first_row=np.array(first, dtype=np.int32),
        time_s=states.time_s[order],
        state_ecef=states.state_ecef[order],
        packed_covariance=pack(states.covariance[order]),
        phase_probability=np.full((len(order), len(Phase)), np.nan),
        detection=np.full(len(order), -1, dtype=np.int32),
        station_index=np.full(len(order), -1, dtype=np.int32),
        simulated=simulated,
    )


def _ids(keys: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
    """The track numbers where they differ, else the tracks' places: two sources may share one."""
    numbers = keys & 0xFFFF
    is_unique = len(np.unique(numbers)) == len(numbers)
    return (numbers if is_unique else np.arange(len(keys))).astype(np.int32)
