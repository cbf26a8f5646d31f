"""Detections as a table in a text file (CSV), for people and spreadsheets.

The first line that does not begin with # names the columns, each with its unit. Lines with # before
it may say SIMULATED and EPOCH followed by a moment. An empty cell is something not measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from jaxtyping import Bool, Float, Int, UInt8

from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError
from glasshield.exchange import moments
from glasshield.exchange.ccsds import Clock
from glasshield.exchange.checks import Known, possible
from glasshield.exchange.decimals import (
    DEGREES,
    KILOMETRES,
    METRES,
    PLAIN,
    RADIANS,
    SECONDS,
    Scale,
    Tokens,
    numbers,
)
from glasshield.exchange.line_source import Lines, LineSource, distinct, equals
from glasshield.exchange.problems import Problems, quoted
from glasshield.exchange.records import Records
from glasshield.sensing.detections import CLUTTER, UNKNOWN, Detections
from glasshield.workspace import write_atomically

_SIMULATED: Final = "SIMULATED"
_EPOCH: Final = "EPOCH "
_CLUTTER: Final = b"clutter"
_MEASURED: Final = ("range", "azimuth", "elevation", "range_rate")
_SUFFIXES: Final = {
    "range": (("m", METRES), ("km", KILOMETRES)),
    "azimuth": (("deg", DEGREES), ("rad", RADIANS)),
    "elevation": (("deg", DEGREES), ("rad", RADIANS)),
    "range_rate": (("m_s", PLAIN), ("km_s", KILOMETRES)),
}
# Column of the file: what it holds, and its unit.
_NUMBERS: Final[dict[str, tuple[str, Scale]]] = {
    f"{before}{name}_{suffix}": (f"{before}{name}", scale)
    for before in ("", "sigma_")
    for name in _MEASURED
    for suffix, scale in _SUFFIXES[name]
} | {"snr_db": ("snr", PLAIN), "time_s": ("time", SECONDS), "arrival_s": ("arrival", SECONDS)}
_MOMENTS: Final = ("time", "arrival")
_KNOWN: Final = {*_NUMBERS, *_MOMENTS, "station", "truth"}
_WRITTEN: Final = {
    "range_m": "range",
    "azimuth_deg": "azimuth",
    "elevation_deg": "elevation",
    "range_rate_m_s": "range_rate",
}
_REQUIRED: Final = ("time", "station", "azimuth", "elevation")
_PIECE: Final = 20_000
_MOST_SENSORS: Final = 1_000
_SPACE: Final = 32


def write_table(detections: Detections, path: Path) -> None:
    """Write detections as a table; what is read back is the same to the last bit.

    Args:
        detections: with finite times.
        path: of the file.

    Raises:
        InputError: a time is not finite, or a station's name cannot stand in a cell.
        OutputError: the file cannot be written.
    """
    if not np.isfinite(detections.time_s).all() or not np.isfinite(detections.arrival_s).all():
        raise InputError("a time is not finite", where=str(path))
    for station in detections.stations:
        if set(station.id) & set(',"\n\r#') or station.id != station.id.strip():
            raise InputError(f"station {station.id!r} cannot stand in a cell", where=str(path))
    mark = f"# {_SIMULATED}\n" if detections.simulated else ""
    names = ["time", "station", *_WRITTEN, *(f"sigma_{name}" for name in _WRITTEN)]
    with write_atomically(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"# Detections of Glasshield\n{mark}# {_EPOCH}{detections.epoch}\n")
        file.write(",".join([*names, "snr_db", "arrival", "truth"]) + "\n")
        for start in range(0, len(detections), _PIECE):
            file.writelines(_rows(detections.take(slice(start, start + _PIECE))))


def _rows(detections: Detections) -> Iterator[str]:
    measured = (
        detections.range_m,
        detections.azimuth_rad,
        detections.elevation_rad,
        detections.range_rate_m_s,
    )
    scales = [_NUMBERS[name][1] for name in _WRITTEN]
    same = detections.arrival_s == detections.time_s
    arrivals = moments.texts(detections.arrival_s, detections.epoch)
    ids = [station.id for station in detections.stations]
    columns: list[Sequence[str]] = [
        moments.texts(detections.time_s, detections.epoch),
        [ids[index] for index in detections.station_index.tolist()],
        *(_cells(scale, column) for scale, column in zip(scales, measured, strict=True)),
        *(_cells(scale, detections.sigmas[:, place]) for place, scale in enumerate(scales)),
        _cells(PLAIN, detections.snr_db),
        ["" if is_same else text for text, is_same in zip(arrivals, same.tolist(), strict=True)],
        [_TRUTH.get(number, str(number)) for number in detections.truth.tolist()],
    ]
    for row in zip(*columns, strict=True):
        yield ",".join(row) + "\n"


_TRUTH: Final = {UNKNOWN: "", CLUTTER: _CLUTTER.decode()}


def _cells(scale: Scale, column: Float[np.ndarray, "n"]) -> list[str]:
    is_there = ~np.isnan(column)
    if not is_there.any():
        return [""] * len(column)
    texts = scale.texts(np.where(is_there, column, 0.0))
    return [text if there else "" for text, there in zip(texts, is_there.tolist(), strict=True)]


def read_records(
    file: BinaryIO, problems: Problems, epoch: Instant | None, known: Known
) -> Records | None:
    """The possible detections of a table's known sensors; none where it is no such table.

    Args:
        file: at its beginning.
        problems: takes what is wrong with it.
        epoch: where times count from; without it what the file says, or the second of its first
            record.
        known: whether somebody describes the sensor of this name.
    """
    source = LineSource(file)
    table = _opened(source, problems, epoch)
    if table is None:
        return None
    parts = [possible(_records(lines, table), known, problems) for lines in source.until()]
    return Records.join(parts) if parts else None


@dataclass(slots=True)
class _Table:
    """A table that is being read.

    Attributes:
        columns: where what stands, and its unit; none for times as moments and for names.
        width: how many columns there are.
        problems: takes what is wrong.
        clock: where times count from.
        simulated: whether a line before the columns says so.
        names: of the sensors met so far.
    """

    columns: dict[str, tuple[int, Scale | None]]
    width: int
    problems: Problems
    clock: Clock
    simulated: bool
    names: list[str] = field(default_factory=list)


def _opened(source: LineSource, problems: Problems, epoch: Instant | None) -> _Table | None:
    """The table whose columns are named here; none where they are not those of detections."""
    simulated = False
    while (line := source.next()) and line.text.startswith(b"#"):
        said = line.text.lstrip(b"# ").decode("utf-8", errors="replace")
        simulated = simulated or said.split(" ")[0].strip(".:,") == _SIMULATED
        if said.startswith(_EPOCH) and epoch is None:
            try:
                epoch = Instant.parse(said.removeprefix(_EPOCH))
            except RangeError:
                problems.add(line.number, "the epoch is no moment", records=0)
    if line is None:
        problems.add_file("no line names the columns")
        return None
    cells = [cell.strip() for cell in line.text.decode("utf-8", errors="replace").split(",")]
    for cell in cells:
        if cell not in _KNOWN:
            reason = "a column that detections do not have is left aside"
            problems.add(line.number, reason, records=0, got=quoted(cell))
    columns = _columns(cells)
    why = columns if isinstance(columns, str) else _missing(columns, epoch)
    if isinstance(columns, str) or why:
        problems.add(line.number, why, records=0)
        return None
    return _Table(columns, len(cells), problems, Clock(epoch), simulated)


def _columns(cells: Sequence[str]) -> dict[str, tuple[int, Scale | None]] | str:
    """What the columns of these names hold, or why nobody can say."""
    columns: dict[str, tuple[int, Scale | None]] = {}
    for place, cell in enumerate(cells):
        holds, scale = _NUMBERS.get(cell, (cell, None))
        if holds in columns:
            return f"two columns hold the {holds}"
        if cell in _KNOWN:
            columns[holds] = place, scale
    return columns


def _missing(columns: Mapping[str, tuple[int, Scale | None]], epoch: Instant | None) -> str:
    """What detections need and these columns do not give; empty where nothing is missing."""
    missing = [name for name in _REQUIRED if name not in columns]
    if missing:
        return f"no column holds the {' or the '.join(missing)}"
    if epoch is None and columns["time"][1] is not None:
        return "time_s counts from an EPOCH that no line states"
    return ""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some lines of a table as cells.

    Attributes:
        table: whose they are.
        buffer: their text.
        start: where each cell begins.
        end: where it ends.
        number: of each line.
        good: lines of which every cell so far could be read.
    """

    table: _Table
    buffer: UInt8[np.ndarray, "size"]
    start: Int[np.ndarray, "n width"]
    end: Int[np.ndarray, "n width"]
    number: Int[np.ndarray, "n"]
    good: Bool[np.ndarray, "n"]

    def cells(self, name: str) -> Tokens:
        """A column as it stands there."""
        place = self.table.columns[name][0]
        return Tokens(self.buffer, self.start[:, place], self.end[:, place])

    def column(self, name: str) -> Float[np.ndarray, "n"]:
        """A column as numbers; NaN where a cell is empty, and where it cannot be read."""
        if name not in self.table.columns:
            return np.full(len(self.number), np.nan)
        cells, scale = self.cells(name), self.table.columns[name][1]
        if scale is None:
            values = moments.seconds_after(cells, self.table.clock.fixed_by(cells))
            self.refuse(cells, np.isnan(values), f"the {name} is no moment of UTC")
        else:
            values = numbers(cells, scale)
            self.refuse(cells, np.isnan(values), f"the {name} is no finite number")
        return values

    def truth(self) -> Int[np.ndarray, "n"]:
        """Which object each record came from, as far as the table says so."""
        result = np.full(len(self.number), UNKNOWN, dtype=np.int32)
        if "truth" in self.table.columns:
            cells = self.cells("truth")
            is_clutter, values = equals(cells, _CLUTTER), numbers(cells, PLAIN)
            is_object = (values >= 0.0) & (values < 2**31) & (values == np.rint(values))
            self.refuse(cells, ~is_object & ~is_clutter, "the truth is no object's number")
            result[is_object] = values[is_object].astype(np.int32)
            result[is_clutter] = CLUTTER
        return result

    def sensors(self) -> Int[np.ndarray, "n"]:
        """Which of the table's names each record has; -1 for a name beyond those it can hold."""
        names = self.table.names
        found, index = distinct(self.cells("station"), most=_MOST_SENSORS)
        met = [name.decode("utf-8", errors="replace") for name in found]
        names.extend(name for name in met[: _MOST_SENSORS - len(names)] if name not in names)
        place = [names.index(name) if name in names else -1 for name in met]
        return np.array([*place, -1])[index]

    def refuse(self, cells: Tokens, bad: Bool[np.ndarray, "n"], reason: str) -> None:
        """Note the lines whose cells are bad without being empty."""
        bad = self.good & bad & (cells.end > cells.start)
        if bad.any():
            named = cells[bad]
            self.table.problems.add_all(
                self.number[bad], reason, got=lambda index: quoted(named.one(index))
            )
            self.good[bad] = False


def _records(lines: Lines, table: _Table) -> Records:
    """The records on many lines; those with a cell that cannot be read are noted."""
    piece = _cut(lines, table)
    time_s, arrival_s = piece.column("time"), piece.column("arrival")
    sensors = piece.sensors()
    lost = piece.good & (sensors < 0)
    table.problems.add_all(piece.number[lost], "more sensors than a file may have")
    piece.good[lost] = False
    columns: dict[str, Any] = {
        "measured": np.column_stack([piece.column(name) for name in _MEASURED]),
        "sigmas": np.column_stack([piece.column(f"sigma_{name}") for name in _MEASURED]),
        "snr_db": piece.column("snr"),
        "truth": piece.truth(),
    }
    return Records(
        epoch=table.clock.epoch or Instant(0),
        names=tuple(table.names),
        number=piece.number,
        name_index=sensors,
        time_s=time_s,
        arrival_s=np.where(np.isnan(arrival_s), time_s, arrival_s),
        simulated=table.simulated,
        **columns,
    ).take(piece.good)


def _cut(lines: Lines, table: _Table) -> _Piece:
    """Lines cut into cells at commas; lines of another number of cells are noted."""
    buffer = np.frombuffer(lines.text, dtype=np.uint8)
    comma, newline = np.flatnonzero(buffer == ord(",")), np.flatnonzero(buffer == ord("\n"))
    begin = np.concatenate(([0], newline[:-1] + 1))
    whole = _stripped(Tokens(buffer, begin, newline))
    is_row = (whole.end > whole.start) & (whole.column(0) != ord("#"))
    first, behind = np.searchsorted(comma, begin), np.searchsorted(comma, newline)
    fits = is_row & (behind - first == table.width - 1)
    bad = np.flatnonzero(is_row & ~fits)
    table.problems.add_all(
        lines.number[bad],
        f"is no line of {table.width} cells",
        got=lambda index: quoted(whole.one(int(bad[index]))),
    )
    inner = comma[first[fits][:, None] + np.arange(table.width - 1)]
    start = np.concatenate([begin[fits][:, None], inner + 1], axis=1)
    end = np.concatenate([inner, newline[fits][:, None]], axis=1)
    flat = _stripped(Tokens(buffer, start.reshape(-1), end.reshape(-1)))
    shape = start.shape
    good = np.ones(len(start), dtype=bool)
    return _Piece(
        table, buffer, flat.start.reshape(shape), flat.end.reshape(shape), lines.number[fits], good
    )


def _stripped(tokens: Tokens) -> Tokens:
    """The words without blanks at either end."""
    start, end = tokens.start.copy(), tokens.end.copy()
    while (blank := (start < end) & (tokens.buffer[np.minimum(start, end - 1)] <= _SPACE)).any():
        start += blank
    while (blank := (start < end) & (tokens.buffer[np.maximum(end - 1, 0)] <= _SPACE)).any():
        end -= blank
    return Tokens(tokens.buffer, start, end)
