"""A radar's reports out of a Tracking Data Message's observations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
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
            name = _station(segment.metadata)
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
        return _checked(reports, problems)
    reason = f"the segment is left out: {fault.reason}"
    problems.add(fault.line, reason, records=len(reports.line) or len(segment.observations))
    return None


def _station(metadata: Block) -> str:
    """The participant at the end of the signal's path: who measured."""
    last = metadata.get("PATH", "1").rpartition(",")[2].strip()
    return metadata.get(f"PARTICIPANT_{last}") or metadata.get("PARTICIPANT_1")


def _unusable(segment: Segment) -> Fault | None:
    """Why a segment holds no reports of a radar; none where it does."""
    metadata, seen = segment.metadata, set(segment.observations.seen)
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
    is_broken = np.zeros(count, dtype=bool)
    is_broken[report[np.isnan(observations.value)]] = True
    return _Reports(
        observations.line[first],
        observations.time_s[first],
        measured,
        is_broken,
        observations.after_broken[first],
    )


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
