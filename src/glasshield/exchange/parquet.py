"""Detections and tracks as Parquet: columns in SI units, the rest in the file's metadata.

The schema stands in `docs/formats.md`. What was not measured is null. The metadata hold the epoch,
the mark of simulated data and the stations, so that a file stands for itself.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import msgspec
import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.checks import Known, possible
from glasshield.exchange.marking import UNMARKED, Mark
from glasshield.exchange.problems import Problems
from glasshield.exchange.records import Records
from glasshield.exchange.station_values import station_from_si, station_to_si
from glasshield.sensing.detections import UNKNOWN, Detections
from glasshield.sensing.station import Station
from glasshield.workspace import write_atomically

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_KEY: Final = b"glasshield"
_MARK_KEY: Final = b"mark"
_VERSION: Final = 1
_ROWS: Final = 65_536
_MOST_BYTES_A_ROW: Final = 1024

_MEASURED: Final = ("range_m", "azimuth_rad", "elevation_rad", "range_rate_m_s")
_SIGMAS: Final = tuple(f"sigma_{name}" for name in _MEASURED)
_NUMBERS: Final = ("time_s", *_MEASURED, *_SIGMAS, "snr_db", "arrival_s")
_REQUIRED: Final = ("time_s", "station", "azimuth_rad", "elevation_rad")

Described = Callable[[Station], dict[str, Any]]


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the metadata of a file say.

    Attributes:
        content: `detections` or `tracks`.
        version: of the schema.
        epoch: where the times count from.
        simulated: whether the data are made up.
        stations: in SI units and radians; of a station whose owner tells no more, its place alone.
    """

    content: str
    version: int
    epoch: str
    simulated: bool
    stations: list[dict[str, Any]]

    @classmethod
    def of(
        cls, content: str, epoch: Instant, stations: Sequence[dict[str, Any]], *, simulated: bool
    ) -> Head:
        """The metadata of what is to be written."""
        return cls(content, _VERSION, str(epoch), simulated, list(stations))

    @property
    def all_stations(self) -> tuple[Station, ...]:
        """The stations.

        Raises:
            InputError: one of them cannot be.
        """
        return tuple(station_from_si(values) for values in self.stations)


def write_columns(
    path: Path, head: Head, columns: Mapping[str, pa.Array | np.ndarray], mark: Mark = UNMARKED
) -> None:
    """Write columns of equal length with their metadata; a mark stands in both.

    Raises:
        OutputError: the file cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    metadata = {_KEY: msgspec.json.encode(head)}
    table = pa.table(dict(columns))
    if mark.sentence:
        metadata[_MARK_KEY] = mark.sentence.encode()
        table = table.add_column(0, "mark", named(np.zeros(len(table)), [mark.word]))
    table = table.replace_schema_metadata(metadata)
    text = [field.name for field in table.schema if pa.types.is_dictionary(field.type)]
    with write_atomically(path) as aside:
        pq.write_table(
            table, aside, compression="zstd", use_dictionary=text, row_group_size=_ROWS * 16
        )


def nullable(values: Float[np.ndarray, "n"]) -> pa.Array:
    """A column in which NaN has become null."""
    import pyarrow as pa

    return pa.array(values, mask=np.isnan(values))


def named(index: np.ndarray, names: Sequence[str]) -> pa.Array:
    """A column of names by their index; null where it is negative."""
    import pyarrow as pa

    return pa.DictionaryArray.from_arrays(
        pa.array(index.astype(np.int32), mask=index < 0), pa.array(list(names), pa.string())
    )


def write_detections(
    detections: Detections,
    path: Path,
    mark: Mark = UNMARKED,
    described: Described = station_to_si,
) -> None:
    """Write detections with all that is known about them.

    Args:
        detections: to write.
        path: of the file.
        mark: of what it holds.
        described: what is said of a station.

    Raises:
        OutputError: the file cannot be written.
    """
    import pyarrow as pa

    stations = [described(each) for each in detections.stations]
    head = Head.of("detections", detections.epoch, stations, simulated=detections.simulated)
    same = detections.arrival_s == detections.time_s
    columns: dict[str, Any] = {
        "time_s": np.ascontiguousarray(detections.time_s),
        "station": named(detections.station_index, [each.id for each in detections.stations]),
    }
    columns |= {name: nullable(getattr(detections, name)) for name in _MEASURED}
    columns |= {
        name: nullable(np.ascontiguousarray(detections.sigmas[:, place]))
        for place, name in enumerate(_SIGMAS)
    }
    columns["snr_db"] = nullable(detections.snr_db)
    columns["arrival_s"] = nullable(np.where(same, np.nan, detections.arrival_s))
    columns["truth"] = pa.array(detections.truth.astype(np.int32), mask=detections.truth == UNKNOWN)
    write_columns(path, head, columns, mark)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A Parquet file whose metadata have been read."""

    file: pq.ParquetFile
    head: Head | None

    @property
    def names(self) -> set[str]:
        """The columns that it holds."""
        return set(self.file.schema_arrow.names)


def open_file(path: Path) -> OpenFile:
    """A Parquet file with its metadata.

    Raises:
        InputError: no Parquet file, one that is cut off, or one whose metadata are not ours.
    """
    return _opened(path, str(path))


def _opened(source: Path | BinaryIO, where: str) -> OpenFile:
    """A Parquet file, or what came in the place of one, with its metadata.

    Raises:
        InputError: as `open_file`.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(source)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise InputError(f"no whole Parquet file ({_short(error)})", where=where) from None
    text = (file.schema_arrow.metadata or {}).get(_KEY)
    if text is None:
        return OpenFile(file, None)
    try:
        head = msgspec.json.decode(text, type=Head)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"metadata are wrong: {error}", where=where) from None
    if head.version != _VERSION:
        raise InputError(
            "written by a newer Glasshield", where=where, got=head.version, do="update it"
        )
    return OpenFile(file, head)


def stations_of(path: Path) -> tuple[Station, ...]:
    """The stations that a file describes; none where it cannot be read."""
    try:
        head = open_file(path).head
        return head.all_stations if head else ()
    except InputError:
        return ()  # reading its records says why


def read_records(
    path: Path, problems: Problems, epoch: Instant | None, known: Known
) -> Records | None:
    """The possible detections of a file's known sensors; none where it cannot be read.

    Args:
        path: of the file.
        problems: takes what is wrong with it.
        epoch: where the times of a file count from that does not say so itself.
        known: whether somebody describes the sensor of this name.
    """
    return _read(partial(open_file, path), problems, epoch, known)


def read_bytes(data: bytes, problems: Problems, most: int) -> Records | None:
    """The possible detections of a file that came as bytes; none where it cannot be read.

    Args:
        data: the file.
        problems: takes what is wrong with it.
        most: how many records it may hold: a few bytes can stand for very many.
    """

    def opened() -> OpenFile:
        found = _opened(io.BytesIO(data), str(problems.file))
        told = found.file.metadata
        large = sum(told.row_group(k).total_byte_size for k in range(told.num_row_groups))
        if told.num_rows > most or large > most * _MOST_BYTES_A_ROW:
            raise InputError("it holds too many records", where=str(problems.file))
        return found

    return _read(opened, problems, None, lambda _: True)


def _read(
    opens: Callable[[], OpenFile], problems: Problems, epoch: Instant | None, known: Known
) -> Records | None:
    """The possible detections of what is opened; none where it cannot be read."""
    path = problems.file
    try:
        opened = opens()
        head = _head_of_detections(opened, path, epoch)
        stations = {station.id: station for station in head.all_stations}
        start = Instant.parse(head.epoch, where=str(path))
    except InputError as error:
        problems.add_file(error.sentence.removeprefix(f"{path}: ").rstrip("."))
        return None
    names = list(stations)
    nothing = Records.nothing(start, names, stations, simulated=head.simulated)
    parts = [
        possible(_records(columns, replace(nothing, names=tuple(names))), known, problems)
        for columns in _batches(opened, names, problems)
    ]
    return Records.join([nothing, *parts])


def _records(columns: Mapping[str, np.ndarray], nothing: Records) -> Records:
    """Columns of one batch as records of a file that has none so far."""
    time_s, arrival_s, truth = columns["time_s"], columns["arrival_s"], columns["truth"]
    return replace(
        nothing,
        number=columns["number"],
        name_index=columns["station"],
        time_s=time_s,
        measured=np.column_stack([columns[name] for name in _MEASURED]),
        sigmas=np.column_stack([columns[name] for name in _SIGMAS]),
        truth=np.where(np.isnan(truth), UNKNOWN, truth).astype(np.int32),
        snr_db=columns["snr_db"],
        arrival_s=np.where(np.isnan(arrival_s), time_s, arrival_s),
    )


def _head_of_detections(opened: OpenFile, path: Path, epoch: Instant | None) -> Head:
    """What the file says of itself, or what the reader was told.

    Raises:
        InputError: another content, a column that is missing, or no epoch at all.
    """
    missing = [name for name in _REQUIRED if name not in opened.names]
    if opened.head and opened.head.content != "detections":
        raise InputError(f"it holds {opened.head.content}, not detections", where=str(path))
    if missing:
        raise InputError(f"no column {', '.join(missing)}", where=str(path))
    if opened.head:
        return opened.head
    if epoch is None:
        raise InputError("it does not say where its times count from", where=str(path))
    return Head.of("detections", epoch, [], simulated=False)


def _batches(
    opened: OpenFile, names: list[str], problems: Problems
) -> Iterator[dict[str, np.ndarray]]:
    """The columns of the file in pieces, without records that hold NaN; `names` grows."""
    import pyarrow as pa

    start = 1
    try:
        for batch in opened.file.iter_batches(_ROWS):
            columns = {name: numbers(batch, name) for name in (*_NUMBERS, "truth")}
            columns["station"] = name_index(batch, names)
            columns["number"] = np.arange(start, start + len(batch))
            kept = np.ones(len(batch), dtype=bool)
            for name in _NUMBERS:
                bad = nan_rows(batch, name)
                problems.add_all(columns["number"][kept & bad], f"{name} is NaN")
                kept &= ~bad
            yield {name: column[kept] for name, column in columns.items()}
            start += len(batch)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        problems.add(start, f"from here on the file cannot be read ({_short(error)})")


def numbers(batch: pa.RecordBatch, name: str) -> Float[np.ndarray, "n"]:
    """A column as doubles; NaN where it is null, and everywhere when there is no such column."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if name not in batch.schema.names:
        return np.full(len(batch), np.nan)
    column = pc.cast(batch.column(name), pa.float64())
    return np.asarray(pc.fill_null(column, np.nan).to_numpy(zero_copy_only=False))


def nan_rows(batch: pa.RecordBatch, name: str) -> Bool[np.ndarray, "n"]:
    """Which values of a column are NaN without being null."""
    if name not in batch.schema.names:
        return np.zeros(len(batch), dtype=bool)
    is_null = np.asarray(batch.column(name).is_null().to_numpy(zero_copy_only=False))
    return np.isnan(numbers(batch, name)) & ~is_null


def name_index(batch: pa.RecordBatch, names: list[str]) -> Int[np.ndarray, "n"]:
    """Which of the names each record has; names not met before are added."""
    import pyarrow as pa
    import pyarrow.compute as pc

    column = pc.cast(batch.column("station"), pa.string()).fill_null("").dictionary_encode()
    met = [str(name) for name in column.dictionary.to_pylist()]
    names.extend(name for name in met if name not in names)
    place = np.array([names.index(name) for name in met], dtype=np.int64)
    return place[column.indices.to_numpy(zero_copy_only=False)]


def _short(error: Exception) -> str:
    """The first line of what a library says."""
    return str(error).splitlines()[0].strip().rstrip(".") if str(error).strip() else "no reason"
