"""Tracking Data Messages (CCSDS 503.0) in keyword notation: segments of observations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.exchange import moments
from glasshield.exchange.ccsds import Clock, Message, read_block
from glasshield.exchange.decimals import DEGREES, KILOMETRES, PLAIN, numbers
from glasshield.exchange.grammar import Block, Fault, is_tdm_keyword
from glasshield.exchange.line_source import (
    BLANK_OR_EQUALS,
    Lines,
    Source,
    Words,
    distinct,
    note,
    words,
)
from glasshield.exchange.problems import Problems

# What a radar's report consists of, in the order of `Records.measured`.
MEASURED: Final = ("RANGE", "ANGLE_1", "ANGLE_2", "DOPPLER_INSTANTANEOUS")
SCALES: Final = dict(zip(MEASURED, (KILOMETRES, DEGREES, DEGREES, KILOMETRES), strict=True))


@dataclass(frozen=True, slots=True)
class Observations:
    """Observations of one segment as columns.

    Attributes:
        keywords: what `keyword_index` refers to; all that stand there, of good lines or bad.
        keyword_index: what was observed.
        time_s: after the epoch of the message.
        value: in SI units where the keyword is one of `MEASURED`, else in those of the file.
        line: where it stands.
        after_broken: whether the line before is left out.
    """

    keywords: tuple[str, ...]
    keyword_index: Int[np.ndarray, "n"]
    time_s: Float[np.ndarray, "n"]
    value: Float[np.ndarray, "n"]
    line: Int[np.ndarray, "n"]
    after_broken: Bool[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.line)

    @classmethod
    def join(cls, parts: Sequence[Observations]) -> Observations:
        """All observations of several pieces of one segment."""
        keywords = tuple(dict.fromkeys(name for part in parts for name in part.keywords))
        renumbered = [
            np.array([keywords.index(name) for name in part.keywords], dtype=np.int64)[
                part.keyword_index
            ]
            for part in parts
        ]
        return cls(
            keywords,
            np.concatenate([np.zeros(0, dtype=np.int64), *renumbered]),
            np.concatenate([np.zeros(0), *(part.time_s for part in parts)]),
            np.concatenate([np.zeros(0), *(part.value for part in parts)]),
            np.concatenate([np.zeros(0, dtype=np.int64), *(part.line for part in parts)]),
            np.concatenate([np.zeros(0, dtype=bool), *(part.after_broken for part in parts)]),
        )

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> Observations:
        """The observations that an index array or a mask chooses."""
        columns = (self.keyword_index, self.time_s, self.value, self.line, self.after_broken)
        return Observations(self.keywords, *(column[index] for column in columns))

    def only(self, keywords: Sequence[str]) -> Observations:
        """The observations of these keywords, and these keywords alone."""
        kept = [name for name in self.keywords if name in keywords]
        place = [kept.index(name) if name in kept else -1 for name in self.keywords]
        renumbered = np.array([*place, -1])[self.keyword_index]
        chosen = replace(self, keywords=tuple(kept), keyword_index=renumbered)
        return chosen.take(renumbered >= 0)


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment of a message.

    Attributes:
        metadata: of the segment.
        fault: what is wrong with them; none where nothing is.
        epoch: where the times of its observations count from.
        observations: those that could be read.
    """

    metadata: Block
    fault: Fault | None
    epoch: Instant
    observations: Observations


def open_message(source: Source, problems: Problems, epoch: Instant | None) -> Message | None:
    """The message that begins here, its header read; none where it has no segment."""
    header = read_block(source, b"META_START", problems)
    if header is None:
        problems.add_file("the file ends before its first segment")
        return None
    return Message("TDM", header, Clock(epoch), problems)


def segments(source: Source, message: Message) -> Iterator[Segment]:
    """The segments of a message whose header has been read."""
    problems = message.problems
    while metadata := read_block(source, b"META_STOP", problems):
        line = source.next()
        if line is None or line.text != b"DATA_START":
            problems.add(source.number - 1, "DATA_START is missing behind META_STOP")
        yield _segment(source, message, metadata)
        for lines in source.until(b"META_START"):
            table = words(lines)
            note(problems, table, np.ones(len(table), dtype=bool), "stands between two segments")
        if source.next() is None:
            return
    problems.add_file("the file ends inside metadata")


def _segment(source: Source, message: Message, metadata: Block) -> Segment:
    """The segment whose data begin here."""
    message.is_after_broken = False
    parts = [observed(lines, message) for lines in source.until(b"DATA_STOP", b"META_START")]
    found = Observations.join(parts)
    end = source.peek()
    if end is None:
        message.problems.add(
            source.number, "the file ends inside data: DATA_STOP is missing", records=0
        )
        if not source.ends_in_newline and source.number - 1 in found.line[-1:]:
            message.problems.add(source.number - 1, "is cut off")
            found = found.take(found.line != source.number - 1)
    elif end.text == b"META_START":
        message.problems.add(end.number, "DATA_STOP is missing before this line", records=0)
    else:
        source.next()
    epoch = message.clock.epoch or Instant(0)
    return Segment(metadata, message.judge(metadata), epoch, found)


def observed(lines: Lines, message: Message) -> Observations:
    """The observations on many lines; those that cannot be are noted and left out."""
    problems = message.problems
    table = words(lines, BLANK_OR_EQUALS)
    table = table.take(~table.is_word(0, b"COMMENT"))
    shaped = _is_observation(table)
    note(problems, table, ~shaped, "is no 'KEYWORD = time value'")
    some = table.take(shaped)
    names, found = distinct(some.word(0))
    keywords = tuple(name.decode("ascii", errors="replace") for name in names)
    good = np.array([*map(is_tdm_keyword, keywords), False])[found]
    note(problems, some, ~good, "is no keyword of a TDM's data")
    epoch = message.clock.fixed_by(some.word(1)[good])
    time_s = moments.seconds_after(some.word(1), epoch)
    value = _values(some, keywords, found)
    for reason, bad in _impossible(keywords, found, time_s, value):
        note(problems, some, good & bad, reason)
        good &= ~bad
    is_kept = np.zeros(len(table), dtype=bool)
    is_kept[shaped] = good
    behind = np.concatenate(([message.is_after_broken], ~is_kept))
    message.is_after_broken = bool(behind[-1])
    after_broken = behind[:-1][is_kept]
    number = some.number[good]
    whole = Observations(keywords, found[good], time_s[good], value[good], number, after_broken)
    return whole.only([keyword for keyword in keywords if is_tdm_keyword(keyword)])


def _impossible(
    keywords: Sequence[str],
    index: Int[np.ndarray, "n"],
    time_s: Float[np.ndarray, "n"],
    value: Float[np.ndarray, "n"],
) -> Iterator[tuple[str, Bool[np.ndarray, "n"]]]:
    """What an observation cannot be, and which ones are."""
    place = {keyword: place for place, keyword in enumerate(keywords)}
    of = {keyword: index == place.get(keyword, -2) for keyword in MEASURED}
    yield "has no moment of UTC", np.isnan(time_s)
    yield "has no finite number", np.isnan(value)
    yield "the range is negative", of["RANGE"] & (value < 0.0)
    yield "the range is zero", of["RANGE"] & (value == 0.0)
    beyond = (value < -np.pi) | (value > 2.0 * np.pi)
    yield "the azimuth lies outside -180 to 360 degrees", of["ANGLE_1"] & beyond
    beyond = np.abs(value) > 0.5 * np.pi
    yield "the elevation lies outside -90 to 90 degrees", of["ANGLE_2"] & beyond


def _values(
    table: Words, keywords: Sequence[str], index: Int[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """The number on each line, in the unit that its keyword asks for."""
    result = np.full(len(table), np.nan)
    tokens = table.word(2)
    for place, keyword in enumerate(keywords):
        chosen = index == place
        if chosen.any() and is_tdm_keyword(keyword):
            result[chosen] = numbers(tokens[chosen], SCALES.get(keyword, PLAIN))
    return result


def _is_observation(table: Words) -> Bool[np.ndarray, "n"]:
    """Which lines are a word, an equals sign and two words."""
    good = table.count == 3
    some = table.take(good)
    before, behind, last = some.word(0), some.word(1), some.word(2)
    signs = np.flatnonzero(some.tokens.buffer == ord("="))
    between = np.searchsorted(signs, behind.start) - np.searchsorted(signs, before.end)
    in_line = np.searchsorted(signs, last.end) - np.searchsorted(signs, before.start)
    good[good] = (between == 1) & (in_line == 1)
    return good
