"""Tracks as Parquet: a row for each state that a tracker kept."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.checks import in_order
from glasshield.exchange.marking import UNMARKED, Mark
from glasshield.exchange.oem import is_positive
from glasshield.exchange.parquet import (
    Described,
    Head,
    name_index,
    named,
    nullable,
    numbers,
    open_file,
    write_columns,
)
from glasshield.exchange.problems import Problems
from glasshield.exchange.station_values import station_to_si
from glasshield.fusion.tracks import Tracks

if TYPE_CHECKING:
    import pyarrow as pa

_STATE: Final = ("x_m", "y_m", "z_m", "vx_m_s", "vy_m_s", "vz_m_s")
_AXES: Final = ("x", "y", "z", "vx", "vy", "vz")
_COVARIANCE: Final = tuple(
    f"cov_{row}_{column}" for place, row in enumerate(_AXES) for column in _AXES[place:]
)
_PHASES: Final = ("p_boost", "p_coast", "p_entry")
_REQUIRED: Final = ("track", "time_s", *_STATE, *_COVARIANCE)
_ROWS: Final = 65_536


def write_tracks(
    tracks: Tracks,
    path: Path,
    mark: Mark = UNMARKED,
    described: Described = station_to_si,
) -> None:
    """Write tracks with all that is known about them.

    Args:
        tracks: to write.
        path: of the file.
        mark: of what it holds.
        described: what is said of a station.

    Raises:
        InputError: a track without a state, which rows cannot hold.
        OutputError: the file cannot be written.
    """
    import pyarrow as pa

    lengths = np.diff(tracks.first_row)
    if (lengths < 1).any():
        raise InputError("a track has no state", where=str(path), do="leave it out")
    stations = [described(each) for each in tracks.stations]
    head = Head.of("tracks", tracks.epoch, stations, simulated=tracks.simulated)
    columns: dict[str, Any] = {
        "track": np.repeat(tracks.id, lengths),
        "time_s": np.ascontiguousarray(tracks.time_s),
    }
    for names, values in (
        (_STATE, tracks.state_ecef),
        (_COVARIANCE, tracks.packed_covariance),
        (_PHASES, tracks.phase_probability),
    ):
        columns |= {
            name: nullable(np.ascontiguousarray(values[:, place]))
            for place, name in enumerate(names)
        }
    columns["detection"] = pa.array(tracks.detection, mask=tracks.detection < 0)
    columns["station"] = named(tracks.station_index, [each.id for each in tracks.stations])
    write_columns(path, head, columns, mark)


def read_tracks(path: Path, problems: Problems) -> Tracks:
    """The tracks of a file; rows that cannot be are noted and left out.

    Raises:
        InputError: no whole Parquet file, or none of tracks.
    """
    import pyarrow as pa

    opened = open_file(path)
    head = opened.head
    if head is None or head.content != "tracks":
        raise InputError("it holds no tracks of Glasshield", where=str(path))
    if missing := [name for name in _REQUIRED if name not in opened.names]:
        raise InputError(f"no column {', '.join(missing)}", where=str(path))
    stations = head.all_stations
    names = [station.id for station in stations]
    try:
        nothing = pa.RecordBatch.from_pylist([], opened.file.schema_arrow)
        batches = [nothing, *opened.file.iter_batches(_ROWS)]
        rows = _Rows.join([_rows(batch, names) for batch in batches])
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", where=str(path)) from None
    rows = _possible(rows, problems)
    first = np.flatnonzero(np.append(True, np.diff(rows.track) != 0)[: len(rows.track)])
    return Tracks(
        epoch=Instant.parse(head.epoch),
        stations=stations,
        id=rows.track[first].astype(np.int32),
        first_row=np.append(first, len(rows.track)).astype(np.int32),
        time_s=rows.time_s,
        state_ecef=rows.state,
        packed_covariance=rows.covariance,
        phase_probability=rows.phases,
        detection=rows.detection.astype(np.int32),
        station_index=rows.station.astype(np.int32),
        simulated=head.simulated,
    )


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of the file; `number` is the record of each."""

    number: Int[np.ndarray, "n"]
    track: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    state: Float[np.ndarray, "n 6"]
    covariance: Float[np.ndarray, "n 21"]
    phases: Float[np.ndarray, "n 3"]
    detection: Int[np.ndarray, "n"]
    station: Int[np.ndarray, "n"]

    @classmethod
    def join(cls, parts: Sequence[_Rows]) -> _Rows:
        """All rows, those of one track together, tracks in the order of their first rows."""
        joined = cls(
            *(np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(cls))
        )
        rank, place = np.unique(joined.track, return_index=True)
        order = np.argsort(place[np.searchsorted(rank, joined.track)], kind="stable")
        numbered = replace(joined, number=np.arange(1, len(order) + 1))
        return numbered.take(order)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> _Rows:
        return _Rows(*(getattr(self, each.name)[index] for each in fields(self)))


def _rows(batch: pa.RecordBatch, names: list[str]) -> _Rows:
    """One batch; a missing detection or station is -1."""
    known = len(names)
    station = name_index(batch, names)
    detection = numbers(batch, "detection")

    def together(columns: Sequence[str]) -> np.ndarray:
        return np.column_stack([numbers(batch, name) for name in columns])

    return _Rows(
        number=np.zeros(len(batch), dtype=np.int64),
        track=np.nan_to_num(numbers(batch, "track"), nan=-1.0).astype(np.int64),
        time_s=numbers(batch, "time_s"),
        state=together(_STATE),
        covariance=together(_COVARIANCE),
        phases=together(_PHASES),
        detection=np.where(np.isnan(detection), -1.0, detection).astype(np.int64),
        station=np.where(station < known, station, -1),
    )


def _possible(rows: _Rows, problems: Problems) -> _Rows:
    """The rows that can be; the others are noted."""
    good = np.ones(len(rows.track), dtype=bool)
    for reason, bad in (
        ("the time is no number", ~np.isfinite(rows.time_s)),
        ("the state is not finite", ~np.isfinite(rows.state).all(axis=1)),
        ("the covariance is not positive", ~is_positive(rows.covariance)),
    ):
        problems.add_all(rows.number[good & bad], reason)
        good &= ~bad
    kept = rows.take(good)
    forwards = np.ones(len(kept.track), dtype=bool)
    bounds = np.flatnonzero(np.diff(kept.track, prepend=-2, append=-2))
    for start, stop in itertools.pairwise(bounds.tolist()):
        forwards[start:stop] = in_order(kept.time_s[start:stop])
    problems.add_all(kept.number[~forwards], "the time runs backwards")
    return kept.take(forwards)
