"""Orbit Ephemeris Messages (CCSDS 502.0): states and covariances of objects over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange import moments
from glasshield.exchange.ccsds import Clock, Message, read_block
from glasshield.exchange.decimals import KILOMETRES, SQUARE_KILOMETRES, numbers
from glasshield.exchange.formats import Format, recognised
from glasshield.exchange.grammar import Block, Fault
from glasshield.exchange.line_source import (
    BLANK_OR_EQUALS,
    Lines,
    LineSource,
    Source,
    Words,
    note,
    words,
)
from glasshield.exchange.problems import Problem, Problems
from glasshield.exchange.xml_source import XmlSource
from glasshield.fusion.tracks import PACKED, unpack

_STATE: Final = 7  # a time and six numbers
_WITH_ACCELERATION: Final = 10
_ROWS: Final = 6
# Where each number of a lower triangle, row by row, stands in an upper one.
_LOWER: Final = tuple((row, column) for row in range(6) for column in range(row + 1))
_UPPER: Final = tuple((row, column) for row in range(6) for column in range(row, 6))
UPPER_FROM_LOWER: Final = np.array([_LOWER.index((column, row)) for row, column in _UPPER])
LOWER_FROM_UPPER: Final = np.array([_UPPER.index((column, row)) for row, column in _LOWER])


@dataclass(frozen=True, slots=True)
class Covariances:
    """Covariances of one object.

    Attributes:
        time_s: of each after the epoch of the message.
        packed: upper triangles, row by row, in SI units.
        frame: of each; empty for that of the states.
        line: where each begins.
    """

    time_s: Float[np.ndarray, "m"]
    packed: Float[np.ndarray, "m 21"]
    frame: tuple[str, ...]
    line: Int[np.ndarray, "m"]


@dataclass(frozen=True, slots=True)
class Ephemeris:
    """One segment of a message: states of one object in one frame.

    Attributes:
        metadata: as they stand in the file.
        fault: what is wrong with them; none where nothing is.
        time_s: of each state after the epoch of the message, on the segment's time scale.
        state: position (m) and velocity (m/s) in the segment's frame.
        line: of each state.
        covariances: those that the segment gives.
    """

    metadata: Block
    fault: Fault | None
    time_s: Float[np.ndarray, "n"]
    state: Float[np.ndarray, "n 6"]
    line: Int[np.ndarray, "n"]
    covariances: Covariances

    def __len__(self) -> int:
        return len(self.time_s)


@dataclass(frozen=True, slots=True)
class Ephemerides:
    """A whole message.

    Attributes:
        epoch: where its times count from.
        segments: in the order of the file.
        simulated: whether the file says that its data are made up.
        problems: what was wrong in it.
    """

    epoch: Instant
    segments: tuple[Ephemeris, ...]
    simulated: bool
    problems: tuple[Problem, ...]


def read_ephemerides(path: Path, epoch: Instant | None = None) -> Ephemerides:
    """The states of a file; those that cannot be read are named among its problems.

    Args:
        path: of a message in keyword notation or XML.
        epoch: where times count from; without it what the file says, or the second of its first
            state.

    Raises:
        InputError: the file cannot be opened, or is no such message.
    """
    problems = Problems(path)
    try:
        kind = recognised(path)
        if kind not in (Format.OEM, Format.OEM_XML):
            raise InputError(f"no Orbit Ephemeris Message, but {kind.value}", where=str(path))
        with path.open("rb") as file:
            source: Source = LineSource(file) if kind is Format.OEM else XmlSource(file, problems)
            return _message(source, problems, epoch)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=str(path)) from None


def _message(source: Source, problems: Problems, epoch: Instant | None) -> Ephemerides:
    header = read_block(source, b"META_START", problems)
    if header is None:
        problems.add_file("the file ends before its first segment")
        return Ephemerides(epoch or Instant(0), (), simulated=False, problems=problems.all)
    message = Message("OEM", header, Clock(epoch), problems)
    segments = tuple(_segments(source, message))
    return Ephemerides(message.clock.epoch or Instant(0), segments, message.simulated, problems.all)


def _segments(source: Source, message: Message) -> Iterator[Ephemeris]:
    """The segments of a message whose header has been read."""
    while metadata := read_block(source, b"META_STOP", message.problems):
        states = [
            _states(lines, message) for lines in source.until(b"META_START", b"COVARIANCE_START")
        ]
        covariances = _covariances_behind(source, message)
        yield Ephemeris(
            metadata,
            message.judge(metadata),
            np.concatenate([np.zeros(0), *(time_s for time_s, _, _ in states)]),
            np.concatenate([np.zeros((0, 6)), *(state for _, state, _ in states)]),
            np.concatenate([np.zeros(0, dtype=np.int64), *(line for _, _, line in states)]),
            covariances,
        )
        if source.next() is None:
            return
    message.problems.add_file("the file ends inside metadata")


def _states(
    lines: Lines, message: Message
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 6"], Int[np.ndarray, "n"]]:
    """The states on many lines, accelerations left aside; what is none is noted."""
    table = words(lines)
    table = table.take(~table.is_word(0, b"COMMENT"))
    shaped = (table.count == _STATE) | (table.count == _WITH_ACCELERATION)
    note(message.problems, table, ~shaped, "is no time with six or nine numbers")
    table = table.take(shaped)
    epoch = message.clock.fixed_by(table.word(0))
    time_s = moments.seconds_after(table.word(0), epoch)
    state = np.column_stack([numbers(table.word(place), KILOMETRES) for place in range(1, 7)])
    note(message.problems, table, np.isnan(time_s), "has no moment of UTC")
    is_lost = np.isnan(state).any(axis=1) & ~np.isnan(time_s)
    note(message.problems, table, is_lost, "has a number that is not finite")
    good = ~np.isnan(time_s) & ~is_lost
    return time_s[good], state[good], table.number[good]


def _covariances_behind(source: Source, message: Message) -> Covariances:
    """The covariances that stand here, if any do."""
    parts: list[Covariances] = []
    while (line := source.peek()) and line.text == b"COVARIANCE_START":
        source.next()
        pieces = source.until(b"COVARIANCE_STOP", b"META_START")
        parts += [_covariances(lines, message) for lines in _whole_matrices(pieces)]
        end = source.peek()
        if end and end.text == b"COVARIANCE_STOP":
            source.next()
        else:
            message.problems.add(line.number, "COVARIANCE_STOP is missing", records=0)
    return Covariances(
        np.concatenate([np.zeros(0), *(part.time_s for part in parts)]),
        np.concatenate([np.zeros((0, PACKED)), *(part.packed for part in parts)]),
        tuple(frame for part in parts for frame in part.frame),
        np.concatenate([np.zeros(0, dtype=np.int64), *(part.line for part in parts)]),
    )


def _whole_matrices(pieces: Iterator[Lines]) -> Iterator[Lines]:
    """The same lines in pieces that begin with a matrix and do not end inside one."""
    text, number = b"", np.zeros(0, dtype=np.int64)
    for piece in pieces:
        text, number = text + piece.text, np.concatenate([number, piece.number])
        cut = text.rfind(b"EPOCH")
        cut = text.rfind(b"\n", 0, cut) + 1 if cut > 0 else 0
        if cut:
            count = text.count(b"\n", 0, cut)
            yield Lines(text[:cut], number[:count])
            text, number = text[cut:], number[count:]
    if text:
        yield Lines(text, number)


def _covariances(lines: Lines, message: Message) -> Covariances:
    """The covariances on many lines; what is none is noted."""
    table = words(lines, BLANK_OR_EQUALS)
    table = table.take(~table.is_word(0, b"COMMENT"))
    is_epoch = table.is_word(0, b"EPOCH") & (table.count == 2)
    is_frame = table.is_word(0, b"COV_REF_FRAME") & (table.count == 2)
    start = np.flatnonzero(is_epoch)
    framed = np.append(is_frame, False)[start + 1]
    first_row = start + 1 + framed
    fits = first_row + _ROWS <= np.append(start, len(table))[1:]
    rows = first_row[fits][:, None] + np.arange(_ROWS)
    shaped = (table.count[rows] == np.arange(1, _ROWS + 1)).all(axis=1)
    note(message.problems, table, _outside(table, is_epoch, fits, shaped), "is no covariance")
    start, framed, rows = start[fits][shaped], framed[fits][shaped], rows[shaped]
    names = table.take(start[framed] + 1).word(1)
    frames = iter([names.one(index).decode("ascii", "replace") for index in range(len(names))])
    heads = table.take(start)
    time_s = moments.seconds_after(heads.word(1), message.clock.fixed_by(heads.word(1)))
    packed = _triangles(table, rows)
    bad_time, bad_number = np.isnan(time_s), np.isnan(packed).any(axis=1)
    note(message.problems, heads, bad_time, "has no moment of UTC")
    note(message.problems, heads, bad_number & ~bad_time, "has a number that is not finite")
    negative = ~(bad_time | bad_number) & ~is_positive(packed)
    note(message.problems, heads, negative, "begins a covariance that is not positive")
    good = ~(bad_time | bad_number | negative)
    all_frames = [next(frames) if has else "" for has in framed]
    kept = tuple(frame for frame, is_good in zip(all_frames, good, strict=True) if is_good)
    return Covariances(time_s[good], packed[good], kept, heads.number[good])


def _outside(
    table: Words,
    is_epoch: Bool[np.ndarray, "n"],
    fits: Bool[np.ndarray, "m"],
    shaped: Bool[np.ndarray, "k"],
) -> Bool[np.ndarray, "n"]:
    """The lines where a matrix begins that is none, and those before the first matrix."""
    bad = np.zeros(len(table), dtype=bool)
    start = np.flatnonzero(is_epoch)
    bad[start[~fits]] = True
    bad[start[fits][~shaped]] = True
    bad[: start[0] if len(start) else len(table)] = True
    return bad


def _triangles(table: Words, rows: Int[np.ndarray, "m 6"]) -> Float[np.ndarray, "m 21"]:
    """The upper triangles of matrices whose lower ones stand on these rows."""
    words_of = [table.first[rows[:, row]] + column for row, column in _LOWER]
    places = np.stack(words_of, axis=1).reshape(-1)
    values = numbers(table.tokens[places], SQUARE_KILOMETRES)
    return values.reshape(-1, PACKED)[:, UPPER_FROM_LOWER]


def is_positive(packed: Float[np.ndarray, "m 21"]) -> Bool[np.ndarray, "m"]:
    """Which covariances, given by their upper triangles, are positive definite."""
    matrix = unpack(packed)
    good = np.isfinite(packed).all(axis=1)
    for pivot in range(6):
        good &= matrix[:, pivot, pivot] > 0.0
        matrix[~good] = np.eye(6)
        # What overflows is NaN or infinite from here on, and not above zero at its pivot.
        with np.errstate(over="ignore", invalid="ignore"):
            column = matrix[:, pivot + 1 :, pivot] / matrix[:, pivot, pivot, None]
            beyond = column[:, :, None] * matrix[:, None, pivot, pivot + 1 :]
            matrix[:, pivot + 1 :, pivot + 1 :] -= beyond
    return good & np.isfinite(matrix).all(axis=(1, 2))
