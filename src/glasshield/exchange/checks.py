"""Whether records can be what they say: known sensors, possible values, times in order."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import numpy as np
from jaxtyping import Bool, Float

from glasshield.exchange.problems import Problems
from glasshield.exchange.records import Records
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

_FAR_S: Final = 1e10
_LIGHT_M_S: Final = 299_792_458.0
# Odd numbers that spread the bits of a record's columns over one integer.
_MIXERS: Final = np.array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xFF51AFD7ED558CCD,
        0xC4CEB9FE1A85EC53,
    ],
    dtype=np.uint64,
)


Known = Callable[[str], bool]


def possible(records: Records, known: Known, problems: Problems) -> Records:
    """The records of known sensors with possible values; the others are noted.

    Readers call it for each piece of a file, so that nothing impossible takes memory.

    Args:
        records: of one file, or of a piece of it.
        known: whether somebody describes the sensor of this name.
        problems: of the file.
    """
    is_known = np.array([*map(known, records.names), False], dtype=bool)
    for place in np.flatnonzero(~is_known[:-1]).tolist():
        own = records.number[records.name_index == place]
        if len(own):
            problems.add_sensor(records.names[place], int(own[0]), len(own))
    kept = records.take(is_known[records.name_index])
    good = np.ones(len(kept), dtype=bool)
    for reason, bad in _impossible(kept):
        problems.add_all(kept.number[good & bad], reason)
        good &= ~bad
    return kept.take(good)


def detections(records: Records, stations: Mapping[str, Station]) -> Detections:
    """Records as detections.

    Args:
        records: of known sensors.
        stations: those known, by the names that the file uses.
    """
    names = [name for name in records.names if name in stations]
    place = [names.index(name) if name in stations else -1 for name in records.names]
    return Detections(
        epoch=records.epoch,
        stations=tuple(stations[name] for name in names),
        time_s=records.time_s,
        station_index=np.array(place, dtype=np.int32)[records.name_index],
        range_m=records.measured[:, 0],
        azimuth_rad=records.measured[:, 1],
        elevation_rad=records.measured[:, 2],
        range_rate_m_s=records.measured[:, 3],
        sigmas=records.sigmas,
        truth=records.truth,
        snr_db=records.snr_db,
        arrival_s=records.arrival_s,
        simulated=records.simulated,
    )


def repeated(all_detections: Detections) -> Bool[np.ndarray, "n"]:
    """Which detections stand there before with the same station, time and measurements."""
    columns = np.column_stack(
        [
            all_detections.time_s,
            all_detections.range_m,
            all_detections.azimuth_rad,
            all_detections.elevation_rad,
            all_detections.range_rate_m_s,
            all_detections.station_index.astype(float),
        ]
    ).view(np.uint64)
    mixed = (columns * _MIXERS).sum(axis=1, dtype=np.uint64)
    # Equal records have equal mixtures; few others have, and those are compared in full.
    order = np.argsort(mixed, kind="stable")
    same = np.zeros(len(order), dtype=bool)
    same[1:] = (mixed[order][1:] == mixed[order][:-1]) & (
        columns[order[1:]] == columns[order[:-1]]
    ).all(axis=1)
    result = np.zeros(len(order), dtype=bool)
    result[order] = same
    return result


def _impossible(records: Records) -> Iterator[tuple[str, Bool[np.ndarray, "n"]]]:
    """What a record cannot be, and which ones are."""
    range_m, azimuth, elevation, range_rate = (records.measured[:, place] for place in range(4))
    times = np.column_stack([records.time_s, records.arrival_s])
    yield "the time is no number", ~np.isfinite(times).all(axis=1)
    yield "the time lies centuries from the epoch", (np.abs(times) > _FAR_S).any(axis=1)
    yield "azimuth or elevation is no number", ~np.isfinite(records.measured[:, 1:3]).all(axis=1)
    yield "the range is infinite", np.isinf(range_m)
    yield "the range is negative", range_m < 0.0
    yield "the range is zero", range_m == 0.0
    yield (
        "the azimuth lies outside -180 to 360 degrees",
        ((azimuth < -np.pi) | (azimuth > 2.0 * np.pi)),
    )
    outside = ~_within(elevation, -0.5 * np.pi, 0.5 * np.pi)
    yield "the elevation lies outside -90 to 90 degrees", outside
    yield "the range rate is as fast as light", np.abs(range_rate) >= _LIGHT_M_S
    yield "a deviation is not above zero", np.asarray((records.sigmas <= 0.0).any(axis=1))


def _within(values: Float[np.ndarray, "n"], low: float, high: float) -> Bool[np.ndarray, "n"]:
    return np.asarray((values >= low) & (values <= high))


def chronological(records: Records, problems: Problems) -> Records:
    """The records whose times do not run backwards within their sensor.

    A file stands in the order of measurement or of arrival, whichever costs fewer records. As few
    as possible are rejected, so that one wrong time does not cost all records behind it.
    """
    good = np.ones(len(records), dtype=bool)
    for place in range(len(records.names)):
        own = np.flatnonzero(records.name_index == place)
        by_time = in_order(records.time_s[own])
        if not by_time.all():
            by_arrival = in_order(records.arrival_s[own])
            good[own] = by_arrival if by_arrival.sum() > by_time.sum() else by_time
    problems.add_all(records.number[~good], "the time runs backwards")
    return records.take(good)


def in_order(time_s: Float[np.ndarray, "n"]) -> Bool[np.ndarray, "n"]:
    """Which elements to keep so that they do not decrease: as many as possible.

    Source: Schensted 1961, longest increasing subsequence by patience sorting.
    """
    result = np.ones(len(time_s), dtype=bool)
    if len(time_s) < 2 or (np.diff(time_s) >= 0.0).all():
        return result
    tops: list[float] = []
    ends: list[int] = []
    before = np.full(len(time_s), -1, dtype=np.int64)
    for index, time in enumerate(time_s.tolist()):
        pile = bisect.bisect_right(tops, time)
        before[index] = ends[pile - 1] if pile else -1
        tops[pile : pile + 1] = [time]
        ends[pile : pile + 1] = [index]
    result[:] = False
    last = ends[-1]
    while last >= 0:
        result[last] = True
        last = int(before[last])
    return result
