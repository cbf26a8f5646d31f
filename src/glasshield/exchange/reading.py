"""Detections out of files of any format: what is good is kept, what is not is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import asterix, checks, parquet, table, tdm, tdm_records
from glasshield.exchange.formats import Format, recognised
from glasshield.exchange.line_source import LineSource, Source
from glasshield.exchange.problems import Place, Problem, Problems
from glasshield.exchange.records import Records
from glasshield.exchange.sensors import Sensors, sensors_for
from glasshield.exchange.xml_source import XmlSource
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

# So many problems are told when nothing at all could be read.
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are read.

    Attributes:
        epoch: where times count from; without it what the first file says, or the second of its
            first record.
        day: the day, in UTC, on which an ASTERIX recording begins: it holds times of day only.
        simulated: whether data are made up of which the file does not say so; the mark of a file
            that does cannot be taken off.
    """

    epoch: Instant | None = None
    day: Instant | None = None
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class FileCount:
    """How many records of one file were read, kept and rejected."""

    file: str
    format: str
    read: int
    kept: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came out of the files.

    Attributes:
        detections: by time, those of one time by station, then as they stood in the files.
        problems: what was wrong, and where.
        files: the counts of each file, in the order given.
    """

    detections: Detections
    problems: tuple[Problem, ...]
    files: tuple[FileCount, ...]

    @property
    def kept(self) -> int:
        """Records that became detections."""
        return sum(file.kept for file in self.files)

    @property
    def rejected(self) -> int:
        """Records that did not."""
        return sum(file.rejected for file in self.files)


def read_detections(
    paths: Sequence[Path], sensors: Sensors | None = None, options: ReadOptions | None = None
) -> ReadResult:
    """The detections of all files, on one epoch.

    Good records are kept; the others are named with file and line or record, and counted. Two
    clocks that differ stay as they are: registration finds them by the tracks that both see.

    Args:
        paths: of any formats mixed.
        sensors: whom the names in the files mean; without them those described in a `sensors.toml`
            beside each file.
        options: how files are read.

    Raises:
        InputError: a file cannot be opened, or none holds a single good record.
    """
    given = sensors or sensors_for(paths)
    known = given.with_described(_described(paths, given))
    options = options or ReadOptions()
    parts: list[_Part] = []
    for path in paths:
        part = _read(path, known, options)
        parts.append(part)
        if options.epoch is None and part.detections is not None:
            options = replace(options, epoch=part.detections.epoch)
    read = [part for part in parts if part.detections is not None]
    if not read:
        raise _nothing_read(parts)
    joined = Detections.join([part.detections for part in read if part.detections is not None])
    kept = _once(joined, read)
    detections = replace(kept, simulated=kept.simulated or options.simulated).in_order()
    problems = tuple(problem for part in parts for problem in part.problems.all)
    return ReadResult(detections, problems, tuple(part.count for part in parts))


def _described(paths: Sequence[Path], given: Sensors) -> dict[str, Station]:
    """The stations that Parquet files describe and nobody gave: they hold for all files.

    Raises:
        InputError: a file cannot be opened, or two describe one station differently.
    """
    stations: dict[str, Station] = {}
    for path in paths:
        for station in parquet.stations_of(path) if _format(path) is Format.PARQUET else ():
            if station.id in given.stations:
                continue
            if stations.setdefault(station.id, station) != station:
                raise InputError(
                    f"station {station.id} is described differently in another file",
                    where=str(path),
                    do="describe it in a sensors.toml, which comes first",
                )
    return stations


def _format(path: Path) -> Format:
    """The format of a file.

    Raises:
        InputError: it cannot be opened.
    """
    try:
        return recognised(path)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None


@dataclass(slots=True)
class _Part:
    """What came out of one file."""

    path: Path
    format: Format
    problems: Problems
    detections: Detections | None = None
    number: np.ndarray | None = None
    kept: int = 0

    @property
    def count(self) -> FileCount:
        rejected = self.problems.rejected
        read = self.kept + rejected
        return FileCount(str(self.path), self.format.value, read, self.kept, rejected)


def _nothing_read(parts: Sequence[_Part]) -> InputError:
    """The error that says why no file gave a single record."""
    found = [problem for part in parts for problem in part.problems.all]
    shown = [problem.sentence for problem in found[:_SHOWN]] or ["no file was given"]
    others = f"{len(found) - _SHOWN:,} more problems"
    told = "; ".join([*shown, others] if len(found) > _SHOWN else shown)
    return InputError(f"no detection could be read: {told}", do="mend or leave out the file")


def _read(path: Path, sensors: Sensors, options: ReadOptions) -> _Part:
    """The good records of one file."""
    problems = Problems(path)
    part = _Part(path, _format(path), problems)
    try:
        records = _records(part, sensors, options)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None
    if records is not None:
        stations = _stations(records, sensors)
        # A second look costs little, and no reader can forget it.
        good = checks.possible(records, stations.__contains__, problems)
        good = checks.chronological(good, problems)
    if records is not None and len(good):
        part.kept, part.number = len(good), good.number
        part.detections = checks.detections(good, stations)
    elif not problems.all:
        problems.add_file("it holds no detection")
    return part


def _records(part: _Part, sensors: Sensors, options: ReadOptions) -> Records | None:
    """The records of a file, not yet checked; none where it holds none."""
    path, kind, problems = part.path, part.format, part.problems

    def known(name: str) -> bool:
        return sensors.find(name) is not None

    if kind in (Format.TDM, Format.TDM_XML):
        with path.open("rb") as file:
            source: Source = LineSource(file) if kind is Format.TDM else XmlSource(file, problems)
            message = tdm.open_message(source, problems, options.epoch)
            if message is None:
                return None
            records = tdm_records.records(tdm.segments(source, message), problems, known)
            return records and replace(records, simulated=message.simulated)
    if kind is Format.PARQUET:
        problems.place = Place.RECORD
        return parquet.read_records(path, problems, options.epoch, known)
    if kind is Format.CSV:
        with path.open("rb") as file:
            return table.read_records(file, problems, options.epoch, known)
    if kind is Format.ASTERIX:
        with path.open("rb") as file:
            return asterix.read_detections(file, sensors, problems, options.day or options.epoch)
    if kind is Format.EMPTY:
        problems.add_file("the file is empty")
    elif kind in (Format.OEM, Format.OEM_XML):
        problems.add_file("it holds states of objects, not detections")
    else:
        problems.add_file("no format of detections: neither TDM, ASTERIX, Parquet nor CSV")
    return None


def _stations(records: Records, sensors: Sensors) -> dict[str, Station]:
    """The stations known, by the names that the file uses."""
    found = {name: sensors.find(name) for name in records.names}
    return {name: station for name, station in found.items() if station is not None}


def _once(joined: Detections, parts: Sequence[_Part]) -> Detections:
    """The detections without those that stand there before; these are noted."""
    again = checks.repeated(joined)
    if not again.any():
        return joined
    start = 0
    for part in parts:
        assert part.number is not None
        own = again[start : start + len(part.number)]
        part.problems.add_all(part.number[own], "the same detection stands there before")
        part.kept -= int(own.sum())
        start += len(own)
    return joined.take(~again)
