"""A radar's reports out of a Tracking Data Message's observations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange.checks import Known
from glasshield.exchange.grammar import Block, Fault
from glasshield.exchange.problems import Problems
from glasshield.exchange.records import Records
from glasshield.exchange.tdm import MEASURED, Observations, Segment

_RANGE, _AZIMUTH, _ELEVATION, _ = range(len(MEASURED))
# Keyword of the metadata, its value in a radar's segment, and what it is where it is not stated.
_WANTED: Final = (
    ("TIME_SYSTEM", "UTC", ""),
    ("ANGLE_TYPE", "AZEL", ""),
    ("RANGE_UNITS", "km", "km"),
)


@dataclass(frozen=True, slots=True)
class _Reports:
    """Reports of one segment: what belongs together, and where it begins.

    Attributes:
        line: of the first observation.
        time_s: after the epoch.
        measured: range, azimuth, elevation, range rate; NaN where there is none.
        is_behind: whether the line before it is left out.
        is_beside: whether a line inside it, or the one behind it, is left out too.
    """

    line: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    measured: Float[np.ndarray, "n 4"]
    is_behind: Bool[np.ndarray, "n"]
    is_beside: Bool[np.ndarray, "n"]


def records(segments: Iterable[Segment], problems: Problems, known: Known) -> Records | None:
    """The reports of all segments of known sensors that hold azimuth and elevation.

    Args:
        segments: of a message.
        problems: takes what is wrong with them.
        known: whether somebody describes the sensor of this name.

    Returns:
        None without any report.
    """
    names: list[str] = []
    parts: list[tuple[int, _Reports]] = []
    epoch = Instant(0)
    for segment in segments:
        epoch = segment.epoch
        reports = _reports_of(segment, problems)
        if reports is not None and len(reports.line):
            name = _station(segment.metadata)
            if not known(name):
                problems.add_sensor(name, int(reports.line[0]), len(reports.line))
                continue
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
    )


def _reports_of(segment: Segment, problems: Problems) -> _Reports | None:
    """The reports of a segment; none where it is no radar's."""
    reports = _grouped(segment.observations.only(MEASURED))
    fault = segment.fault or _unusable(segment)
    if fault is None:
        has_ranges = "RANGE" in segment.observations.keywords
        return _checked(reports, problems, with_ranges=has_ranges)
    reason = f"the segment is left out: {fault.reason}"
    problems.add(fault.line, reason, records=len(reports.line) or len(segment.observations))
    return None


def _station(metadata: Block) -> str:
    """The participant at the end of the signal's path: who measured."""
    last = metadata.get("PATH", "1").rpartition(",")[2].strip()
    return metadata.get(f"PARTICIPANT_{last}") or metadata.get("PARTICIPANT_1")


def _unusable(segment: Segment) -> Fault | None:
    """Why a segment holds no reports of a radar; none where it does."""
    metadata, seen = segment.metadata, set(segment.observations.keywords)
    if not {"ANGLE_1", "ANGLE_2"} <= seen:
        held = ", ".join(sorted(seen)) or "nothing"
        return Fault(metadata.line, f"it holds {held}, not azimuth and elevation")
    for keyword, wanted, usual in _WANTED:
        stated = metadata.get(keyword, usual)
        if stated != wanted:
            reason = f"{keyword} is {stated or 'not stated'}, not {wanted}"
            return Fault(metadata.line_of(keyword), reason)
    if float(metadata.get("RANGE_MODULUS", "0")) > 0.0:
        line = metadata.line_of("RANGE_MODULUS")
        return Fault(line, "its ranges are known up to a multiple of RANGE_MODULUS only")
    corrected = [entry for entry in metadata.entries if entry.keyword.startswith("CORRECTION_")]
    if corrected and metadata.get("CORRECTIONS_APPLIED") != "YES":
        return Fault(corrected[0].line, "it states corrections that are not applied")
    return None


def _grouped(observations: Observations) -> _Reports:
    """Observations put together to reports.

    Several plots of one scan may share a time, and then only the order tells them apart. A report
    is a run of observations of one time in the order range, angles, range rate; where that leaves
    some without their angles, all observations of one time where no keyword stands there twice,
    else a run in the order in which the segment first has the keywords.
    """
    usual = _filled(observations, _runs(observations, list(MEASURED)))
    if not _incomplete(usual):
        return usual
    time = np.unique(observations.time_s, return_inverse=True)[1]
    pairs = time * len(observations.keywords) + observations.keyword_index
    if len(np.unique(pairs)) == len(pairs):
        order = np.argsort(time, kind="stable")
        return _filled(observations.take(order), time[order])
    first = np.unique(observations.keyword_index, return_index=True)
    as_met = [observations.keywords[place] for place in first[0][np.argsort(first[1])]]
    other = _filled(observations, _runs(observations, as_met))
    return other if _incomplete(other) < _incomplete(usual) else usual


def _incomplete(reports: _Reports) -> int:
    """How many reports lack an angle."""
    return int(np.isnan(reports.measured[:, _AZIMUTH : _ELEVATION + 1]).any(axis=1).sum())


def _runs(observations: Observations, order: Sequence[str]) -> Int[np.ndarray, "n"]:
    """Which run each observation belongs to: one begins where the keywords begin again."""
    rank = np.array([order.index(name) for name in observations.keywords], dtype=np.int64)
    place, time_s = rank[observations.keyword_index], observations.time_s
    begins = np.ones(len(place), dtype=bool)
    begins[1:] = (time_s[1:] != time_s[:-1]) | (place[1:] <= place[:-1])
    return np.cumsum(begins) - 1


def _filled(observations: Observations, report: Int[np.ndarray, "n"]) -> _Reports:
    """The reports that observations, sorted by report, belong to."""
    code = np.array([MEASURED.index(name) for name in observations.keywords], dtype=np.int64)
    count = int(report[-1]) + 1 if len(report) else 0
    first = np.searchsorted(report, np.arange(count))
    measured = np.full((count, len(MEASURED)), np.nan)
    measured[report, code[observations.keyword_index]] = observations.value
    behind = observations.after_broken[first]
    beside = np.append(behind, False)[1:]
    np.logical_or.at(beside, report, observations.after_broken)
    return _Reports(observations.line[first], observations.time_s[first], measured, behind, beside)


def _checked(reports: _Reports, problems: Problems, *, with_ranges: bool) -> _Reports:
    """The reports that are whole; the others are noted.

    Args:
        reports: of one segment.
        problems: takes what is wrong with them.
        with_ranges: whether the segment has ranges: then angles behind a line that is left out
            have lost theirs, and are no report of angles alone.
    """
    no_range = np.isnan(reports.measured[:, _RANGE])
    incomplete = np.isnan(reports.measured[:, _AZIMUTH : _ELEVATION + 1]).any(axis=1)
    lost = reports.is_behind & no_range & ~incomplete & with_ranges
    problems.add_all(
        reports.line[incomplete & ~reports.is_beside], "has no azimuth or no elevation"
    )
    # The line that is left out has been counted already.
    beside = lost | (incomplete & reports.is_beside)
    problems.add_all(reports.line[beside], "is left out with a line beside it", counted=False)
    kept = ~(lost | incomplete)
    columns = (
        reports.line,
        reports.time_s,
        reports.measured,
        reports.is_behind,
        reports.is_beside,
    )
    return _Reports(*(column[kept] for column in columns))
