"""A radar's reports out of a Tracking Data Message's observations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange.problems import Problems
from glasshield.exchange.records import Records
from glasshield.exchange.tdm import MEASURED, Observations, Segment

_RANGE, _AZIMUTH, _ELEVATION, _ = range(len(MEASURED))


@dataclass(frozen=True, slots=True)
class _Reports:
    """Reports of one segment: what belongs together, and where it begins.

    Attributes:
        line: of the first observation.
        time_s: after the epoch.
        measured: range, azimuth, elevation, range rate; NaN where there is none.
        is_broken: whether one of its numbers cannot be read.
        is_behind: whether the line before it cannot be read.
    """

    line: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    measured: Float[np.ndarray, "n 4"]
    is_broken: Bool[np.ndarray, "n"]
    is_behind: Bool[np.ndarray, "n"]


def records(segments: Iterable[Segment], problems: Problems) -> Records | None:
    """The reports of all segments that hold azimuth and elevation; none without any segment."""
    names: list[str] = []
    parts: list[tuple[int, _Reports]] = []
    epoch = Instant(0)
    for segment in segments:
        epoch = segment.epoch
        reports = _reports_of(segment, problems)
        if reports is not None and len(reports.line):
            name = segment.metadata.get("PARTICIPANT_1")
            if name not in names:
                names.append(name)
            parts.append((names.index(name), reports))
    if not parts:
        return None
    return Records.of(
        epoch,
        names,
        number=np.concatenate([part.line for _, part in parts]),
        name_index=np.repeat([name for name, _ in parts], [len(part.line) for _, part in parts]),
        time_s=np.concatenate([part.time_s for _, part in parts]),
        measured=np.concatenate([part.measured for _, part in parts]),
        simulated=False,
    )


def _reports_of(segment: Segment, problems: Problems) -> _Reports | None:
    """The reports of a segment; none where it is no radar's."""
    observations = segment.observations
    reason = segment.fault or _unusable(segment)
    if not reason:
        return _checked(_grouped(observations), problems)
    line = segment.metadata.line
    if segment.fault:
        problems.add(line, f"metadata are wrong ({reason})", records=len(observations))
    else:
        problems.add(line, f"the segment is left out: {reason}", records=len(observations))
    return None


def _unusable(segment: Segment) -> str:
    """Why a segment holds no reports of a radar; empty where it does."""
    metadata, seen = segment.metadata, set(segment.observations.keywords)
    if metadata.get("TIME_SYSTEM") != "UTC":
        return f"times are in {metadata.get('TIME_SYSTEM')}, not in UTC"
    if not {"ANGLE_1", "ANGLE_2"} <= seen:
        held = ", ".join(sorted(seen - {""})) or "nothing"
        return f"it holds {held}, not azimuth and elevation"
    if metadata.get("ANGLE_TYPE") != "AZEL":
        angle = metadata.get("ANGLE_TYPE") or "not stated"
        return f"ANGLE_TYPE is {angle}, not AZEL"
    if "RANGE" in seen and metadata.get("RANGE_UNITS", "km") != "km":
        return f"RANGE_UNITS is {metadata.get('RANGE_UNITS')}, not km"
    return ""


def _grouped(observations: Observations) -> _Reports:
    """Observations put together to reports.

    A report is a run of observations of one time, each keyword at most once, as long as that
    leaves none without both angles; else all observations of one time are one report.
    """
    order = {name: place for place, name in enumerate(MEASURED)}
    code = np.array([order.get(name, -1) for name in observations.keywords])[
        observations.keyword_index
    ]
    used = code >= 0
    code, time_s = code[used], observations.time_s[used]
    line, value = observations.line[used], observations.value[used]
    after_broken = observations.after_broken[used]
    runs = _runs(code, time_s)
    reports = _filled(runs, code, time_s, value, line, after_broken)
    if not np.isnan(reports.measured[:, _AZIMUTH : _ELEVATION + 1]).any():
        return reports
    by_time = np.unique(time_s, return_inverse=True)[1]
    pairs = by_time * len(MEASURED) + code
    if len(np.unique(pairs)) < len(pairs):
        return reports
    order_by_time = np.argsort(by_time, kind="stable")
    columns = (code, time_s, value, line, after_broken)
    return _filled(by_time[order_by_time], *(column[order_by_time] for column in columns))


def _runs(code: Int[np.ndarray, "n"], time_s: Float[np.ndarray, "n"]) -> Int[np.ndarray, "n"]:
    """Which run each observation belongs to: a new one begins where the keywords begin again."""
    present, first = np.unique(code, return_index=True)
    rank = np.zeros(len(MEASURED), dtype=np.int64)
    rank[present[np.argsort(first)]] = np.arange(len(present))
    place = rank[code]
    begins = np.ones(len(code), dtype=bool)
    begins[1:] = (time_s[1:] != time_s[:-1]) | (place[1:] <= place[:-1])
    return np.cumsum(begins) - 1


def _filled(
    report: Int[np.ndarray, "n"],
    code: Int[np.ndarray, "n"],
    time_s: Float[np.ndarray, "n"],
    value: Float[np.ndarray, "n"],
    line: Int[np.ndarray, "n"],
    after_broken: Bool[np.ndarray, "n"],
) -> _Reports:
    """The reports that observations, sorted by report, belong to."""
    count = int(report[-1]) + 1 if len(report) else 0
    first = np.searchsorted(report, np.arange(count))
    measured = np.full((count, len(MEASURED)), np.nan)
    measured[report, code] = value
    is_broken = np.zeros(count, dtype=bool)
    is_broken[report[np.isnan(value)]] = True
    return _Reports(line[first], time_s[first], measured, is_broken, after_broken[first])


def _checked(reports: _Reports, problems: Problems) -> _Reports:
    """The reports that are whole; the others are noted."""
    measured = reports.measured
    has_ranges = bool(np.isfinite(measured[:, _RANGE]).any())
    lost_range = reports.is_behind & np.isnan(measured[:, _RANGE]) & has_ranges
    incomplete = np.isnan(measured[:, _AZIMUTH : _ELEVATION + 1]).any(axis=1)
    for bad, reason in (
        (lost_range & ~reports.is_broken, "is left out with the line before it"),
        (incomplete & ~lost_range & ~reports.is_broken, "has no azimuth or no elevation"),
    ):
        problems.add_all(reports.line[bad], reason)
    return _chosen(reports, ~(lost_range | incomplete | reports.is_broken))


def _chosen(reports: _Reports, kept: Bool[np.ndarray, "n"]) -> _Reports:
    columns: Sequence[np.ndarray] = (
        reports.line,
        reports.time_s,
        reports.measured,
        reports.is_broken,
        reports.is_behind,
    )
    return _Reports(*(column[kept] for column in columns))
