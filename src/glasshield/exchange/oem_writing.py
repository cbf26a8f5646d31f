"""States of objects over time as an Orbit Ephemeris Message, in keyword notation or as XML.

A segment holds one object, Earth-fixed. What is read back is the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, TextIO
from xml.sax.saxutils import escape

import numpy as np
from jaxtyping import Float

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import moments
from glasshield.exchange.ccsds import comments_of, header_comments, written_name
from glasshield.exchange.decimals import KILOMETRES, SQUARE_KILOMETRES, Scale
from glasshield.exchange.marking import UNMARKED, Mark, labelled
from glasshield.exchange.oem import LOWER_FROM_UPPER
from glasshield.fusion.paths import Paths
from glasshield.fusion.tracks import Tracks
from glasshield.workspace import write_atomically

# WGS 84 as GPS realises it and ITRF 2000 agree to a centimetre.
FRAME: Final = "ITRF2000"
_PIECE: Final = 5_000
_AXES: Final = ("X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT")
_CELLS: Final = tuple(
    f"C{row}_{column}" for place, row in enumerate(_AXES) for column in _AXES[: place + 1]
)


@dataclass(frozen=True, slots=True)
class _Object:
    """What is written of one object."""

    name: str
    id: str
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    packed_covariance: Float[np.ndarray, "n 21"] | None


@dataclass(frozen=True, slots=True)
class _Header:
    """What a message begins with."""

    epoch: Instant
    simulated: bool
    originator: str
    last_s: float
    mark: Mark = UNMARKED

    @property
    def entries(self) -> list[tuple[str, str]]:
        # The core knows no clock: a message is as old as what stands in it.
        created = self.epoch.plus_s(self.last_s).isoformat().rstrip("Z")
        comments = header_comments(self.epoch, simulated=self.simulated, mark=self.mark)
        return [
            *(("COMMENT", comment) for comment in comments),
            ("CREATION_DATE", created),
            ("ORIGINATOR", written_name(self.originator, "the originator")),
        ]


def write_paths(
    paths: Paths, path: Path, *, simulated: bool, originator: str = "GLASSHIELD"
) -> None:
    """Write states without covariances, such as the truth of a simulation.

    Args:
        paths: of objects with different names; one without a state is left out.
        path: ends in `.xml` for XML, else keyword notation is written.
        simulated: whether the data are made up.
        originator: the party that they come from.

    Raises:
        InputError: nothing to write, a state that is not finite, or a name that cannot stand in a
            message.
        OutputError: the file cannot be written.
    """
    rows = [slice(*paths.first_row[place : place + 2]) for place in range(len(paths.id))]
    objects = (
        _Object(name, name, paths.time_s[own], paths.state_ecef[own], None)
        for name, own in zip(paths.id, rows, strict=True)
    )
    header = _header(paths.epoch, paths.time_s, simulated=simulated, originator=originator)
    _check(paths.time_s, paths.state_ecef)
    _write(path, header, objects)


def write_tracks(
    tracks: Tracks, path: Path, *, originator: str = "GLASSHIELD", mark: Mark = UNMARKED
) -> None:
    """Write the states of tracks with their covariances.

    Args:
        tracks: one without a state is left out.
        path: ends in `.xml` for XML, else keyword notation is written.
        originator: the party that they come from.
        mark: stands in the comments of the header and of each segment, and in names of objects.

    Raises:
        InputError: nothing to write, or a state that is not finite.
        OutputError: the file cannot be written.
    """
    objects = (
        _Object(
            labelled(f"TRACK {number}", mark.word),
            str(number),
            tracks.time_s[tracks.rows(place)],
            tracks.state_ecef[tracks.rows(place)],
            tracks.packed_covariance[tracks.rows(place)],
        )
        for place, number in enumerate(tracks.id.tolist())
    )
    header = _header(tracks.epoch, tracks.time_s, simulated=tracks.simulated, originator=originator)
    _check(tracks.time_s, tracks.state_ecef, tracks.packed_covariance)
    _write(path, replace(header, mark=mark), objects)


def _header(
    epoch: Instant, time_s: Float[np.ndarray, "n"], *, simulated: bool, originator: str
) -> _Header:
    if not len(time_s):
        raise InputError("there is no state to write", do="a message holds at least one")
    return _Header(epoch, simulated, originator, float(time_s.max()))


def _check(*columns: np.ndarray) -> None:
    if not all(np.isfinite(column).all() for column in columns):
        raise InputError("a state is not finite", where="an Orbit Ephemeris Message")


def _write(path: Path, header: _Header, objects: Iterable[_Object]) -> None:
    with write_atomically(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as file:
        style = _Xml(file) if path.suffix == ".xml" else _Keywords(file)
        style.begin(header.entries)
        for each in objects:
            if len(each.time_s):
                style.segment(each, header)
        style.end()


def _metadata(each: _Object, header: _Header) -> list[tuple[str, str]]:
    start, stop = moments.texts(each.time_s[[0, -1]], header.epoch)
    return [
        *(("COMMENT", comment) for comment in comments_of(header.mark)),
        ("OBJECT_NAME", written_name(each.name, "the object")),
        ("OBJECT_ID", written_name(each.id, "the object")),
        ("CENTER_NAME", "EARTH"),
        ("REF_FRAME", FRAME),
        ("TIME_SYSTEM", "UTC"),
        ("START_TIME", start),
        ("STOP_TIME", stop),
    ]


def _rows(
    each: _Object, epoch: Instant, columns: Float[np.ndarray, "n c"], scale: Scale
) -> Iterator[tuple[str, Sequence[str]]]:
    """The time of each row and its numbers, as texts."""
    width = columns.shape[1]
    for start in range(0, len(columns), _PIECE):
        some = slice(start, start + _PIECE)
        texts = scale.texts(columns[some].reshape(-1))
        for place, time in enumerate(moments.texts(each.time_s[some], epoch)):
            yield time, texts[place * width : (place + 1) * width]


class _Keywords:
    """Keyword notation."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def begin(self, header: list[tuple[str, str]]) -> None:
        self._file.write("CCSDS_OEM_VERS = 3.0\n")
        self._lines(header)

    def segment(self, each: _Object, header: _Header) -> None:
        epoch = header.epoch
        self._file.write("\nMETA_START\n")
        self._lines(_metadata(each, header))
        self._file.write("META_STOP\n\n")
        states = _rows(each, epoch, each.state_ecef, KILOMETRES)
        self._file.writelines(f"{time} {' '.join(numbers)}\n" for time, numbers in states)
        if each.packed_covariance is not None:
            self._covariances(each, epoch, each.packed_covariance)

    def _covariances(
        self, each: _Object, epoch: Instant, packed: Float[np.ndarray, "n 21"]
    ) -> None:
        self._file.write("\nCOVARIANCE_START\n")
        ends = np.cumsum(np.arange(7)).tolist()
        for time, cells in _rows(each, epoch, packed[:, LOWER_FROM_UPPER], SQUARE_KILOMETRES):
            rows = (" ".join(cells[ends[row] : ends[row + 1]]) for row in range(6))
            self._file.write(f"EPOCH = {time}\nCOV_REF_FRAME = {FRAME}\n")
            self._file.write("\n".join(rows) + "\n")
        self._file.write("COVARIANCE_STOP\n")

    def end(self) -> None:
        """Nothing stands behind the last segment."""

    def _lines(self, pairs: list[tuple[str, str]]) -> None:
        for keyword, value in pairs:
            self._file.write(f"{keyword}{' ' if keyword == 'COMMENT' else ' = '}{value}\n")


class _Xml:
    """XML after CCSDS 505.0."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def begin(self, header: list[tuple[str, str]]) -> None:
        self._file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        self._file.write('<oem id="CCSDS_OEM_VERS" version="3.0">\n<header>\n')
        self._file.write(_elements(header) + "\n</header>\n<body>\n")

    def segment(self, each: _Object, header: _Header) -> None:
        epoch, metadata = header.epoch, _elements(_metadata(each, header))
        self._file.write(f"<segment>\n<metadata>\n{metadata}\n</metadata>\n<data>\n")
        for time, numbers in _rows(each, epoch, each.state_ecef, KILOMETRES):
            state = _elements([("EPOCH", time), *zip(_AXES, numbers, strict=True)])
            self._file.write(f"<stateVector>\n{state}\n</stateVector>\n")
        if each.packed_covariance is not None:
            lower = each.packed_covariance[:, LOWER_FROM_UPPER]
            for time, numbers in _rows(each, epoch, lower, SQUARE_KILOMETRES):
                head = [("EPOCH", time), ("COV_REF_FRAME", FRAME)]
                cells = _elements([*head, *zip(_CELLS, numbers, strict=True)])
                self._file.write(f"<covarianceMatrix>\n{cells}\n</covarianceMatrix>\n")
        self._file.write("</data>\n</segment>\n")

    def end(self) -> None:
        self._file.write("</body>\n</oem>\n")


def _elements(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"<{name}>{escape(value)}</{name}>" for name, value in pairs)
