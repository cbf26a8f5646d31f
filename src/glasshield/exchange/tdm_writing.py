"""Detections as a Tracking Data Message, in keyword notation or as XML.

A segment holds what one station measured. A message has no place for deviations, signal-to-noise
ratios, arrival times and the truth of simulated data: a comment in its header names what was left
out. Ranges are one way. What is read back is the same to the last bit.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TextIO
from xml.sax.saxutils import escape

import numpy as np

from glasshield.errors import InputError
from glasshield.exchange import moments
from glasshield.exchange.ccsds import comments_of, header_comments, written_name
from glasshield.exchange.marking import UNMARKED, Mark
from glasshield.exchange.tdm import MEASURED, SCALES
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.workspace import write_atomically

# So many detections are turned into text at once.
_PIECE: Final = 20_000


def left_out(detections: Detections) -> list[str]:
    """The columns that say something and that a Tracking Data Message cannot hold."""
    columns = {
        "deviations": bool(np.isfinite(detections.sigmas).any()),
        "signal to noise": bool(np.isfinite(detections.snr_db).any()),
        "arrival": bool((detections.arrival_s != detections.time_s).any()),
        "truth": bool((detections.truth != UNKNOWN).any()),
    }
    return [name for name, is_there in columns.items() if is_there]


def write_tdm(
    detections: Detections, path: Path, *, originator: str = "GLASSHIELD", mark: Mark = UNMARKED
) -> None:
    """Write detections, a segment for each station that has any.

    Args:
        detections: at least one; within a station in order of time.
        path: ends in `.xml` for XML, else keyword notation is written.
        originator: the party that they come from.
        mark: stands in the comments of the header and of each segment.

    Raises:
        InputError: nothing to write, a time or an angle that is NaN, times that run backwards, or
            a name that cannot stand in a message.
        OutputError: the file cannot be written.
    """
    _check(detections)
    with write_atomically(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as file:
        style = _Xml(file) if path.suffix == ".xml" else _Keywords(file)
        style.begin(_header(detections, originator), _comments(detections, mark))
        for index, station in enumerate(detections.stations):
            own = detections.take(detections.station_index == index)
            if len(own):
                style.begin_segment(_metadata(station.id, own, mark))
                for start in range(0, len(own), _PIECE):
                    style.observations(own.take(slice(start, start + _PIECE)))
                style.end_segment()
        style.end()


def _check(detections: Detections) -> None:
    if not len(detections):
        raise InputError("there is no detection to write", do="a message holds at least one")
    for column in ("time_s", "azimuth_rad", "elevation_rad"):
        if not np.isfinite(getattr(detections, column)).all():
            raise InputError(f"{column} is not finite", where="a Tracking Data Message")
    order = np.argsort(detections.station_index, kind="stable")
    step = np.diff(detections.time_s[order])
    if (step[np.diff(detections.station_index[order]) == 0] < 0.0).any():
        raise InputError(
            "times run backwards within a station", do="write detections.in_order() instead"
        )


def _header(detections: Detections, originator: str) -> list[tuple[str, str]]:
    # The core knows no clock: a message is as old as what stands in it.
    created = detections.epoch.plus_s(float(detections.time_s.max()))
    return [
        ("CREATION_DATE", created.isoformat().rstrip("Z")),
        ("ORIGINATOR", written_name(originator, "the originator")),
    ]


def _comments(detections: Detections, mark: Mark) -> list[str]:
    missing = left_out(detections)
    more = [f"LEFT OUT: {', '.join(missing)}"] if missing else []
    simulated = detections.simulated
    return header_comments(detections.epoch, simulated=simulated, mark=mark, more=more)


def _metadata(station: str, own: Detections, mark: Mark) -> list[tuple[str, str]]:
    start, stop = moments.texts(own.time_s[[0, -1]], own.epoch)
    return [
        *(("COMMENT", comment) for comment in comments_of(mark)),
        ("TIME_SYSTEM", "UTC"),
        ("START_TIME", start),
        ("STOP_TIME", stop),
        ("PARTICIPANT_1", written_name(station, "the station")),
        ("PARTICIPANT_2", "UNKNOWN"),
        ("MODE", "SEQUENTIAL"),
        ("PATH", "1,2,1"),
        ("RANGE_UNITS", "km"),
        ("ANGLE_TYPE", "AZEL"),
    ]


def _lines(detections: Detections, style: Callable[[str], tuple[str, str, str]]) -> Iterator[str]:
    """The observations of each detection as text.

    Args:
        detections: with finite times.
        style: what stands before the time, between time and value, and behind, for a keyword.
    """
    columns = (
        detections.range_m,
        detections.azimuth_rad,
        detections.elevation_rad,
        detections.range_rate_m_s,
    )
    times = moments.texts(detections.time_s, detections.epoch)
    lines = []
    for keyword, column in zip(MEASURED, columns, strict=True):
        before, between, behind = style(keyword)
        values = _texts(keyword, column)
        lines.append(
            [
                f"{before}{time}{between}{value}{behind}" if value else ""
                for time, value in zip(times, values, strict=True)
            ]
        )
    return itertools.chain.from_iterable(zip(*lines, strict=True))


def _texts(keyword: str, column: np.ndarray) -> list[str]:
    """A column in the unit of the message; empty where nothing was measured."""
    is_there = np.isfinite(column)
    if not is_there.any():
        return [""] * len(column)
    result = SCALES[keyword].texts(np.where(is_there, column, 0.0))
    for index in np.flatnonzero(~is_there):
        result[index] = ""
    return result


class _Keywords:
    """Keyword notation."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def begin(self, header: list[tuple[str, str]], comments: list[str]) -> None:
        self._file.write("CCSDS_TDM_VERS = 2.0\n")
        self._lines([*(("COMMENT", comment) for comment in comments), *header])

    def begin_segment(self, metadata: list[tuple[str, str]]) -> None:
        self._file.write("\nMETA_START\n")
        self._lines(metadata)
        self._file.write("META_STOP\nDATA_START\n")

    def observations(self, detections: Detections) -> None:
        self._file.writelines(_lines(detections, lambda name: (f"{name} = ", " ", "\n")))

    def end_segment(self) -> None:
        self._file.write("DATA_STOP\n")

    def end(self) -> None:
        """Nothing stands behind the last segment."""

    def _lines(self, pairs: list[tuple[str, str]]) -> None:
        for keyword, value in pairs:
            self._file.write(f"{keyword}{' ' if keyword == 'COMMENT' else ' = '}{value}\n")


class _Xml:
    """XML after CCSDS 505.0."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def begin(self, header: list[tuple[str, str]], comments: list[str]) -> None:
        self._file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._file.write('<tdm id="CCSDS_TDM_VERS" version="2.0">\n<header>\n')
        self._elements([*(("COMMENT", comment) for comment in comments), *header])
        self._file.write("</header>\n<body>\n")

    def begin_segment(self, metadata: list[tuple[str, str]]) -> None:
        self._file.write("<segment>\n<metadata>\n")
        self._elements(metadata)
        self._file.write("</metadata>\n<data>\n")

    def observations(self, detections: Detections) -> None:
        self._file.writelines(
            _lines(
                detections,
                lambda name: (
                    "<observation><EPOCH>",
                    f"</EPOCH><{name}>",
                    f"</{name}></observation>\n",
                ),
            )
        )

    def end_segment(self) -> None:
        self._file.write("</data>\n</segment>\n")

    def end(self) -> None:
        self._file.write("</body>\n</tdm>\n")

    def _elements(self, pairs: list[tuple[str, str]]) -> None:
        self._file.writelines(f"<{name}>{escape(value)}</{name}>\n" for name, value in pairs)
