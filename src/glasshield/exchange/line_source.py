"""A text file as lines, read in pieces: one line at a time, or many lines at once as bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol, Self

import numpy as np
from jaxtyping import Bool, Int

from glasshield.exchange.decimals import Tokens
from glasshield.exchange.problems import Problems, quoted

_PIECE: Final = 1 << 20
_BLANKS: Final = re.compile(rb"\s*")
_MARK: Final = b"\xef\xbb\xbf"  # that the text is UTF-8
# What stands for a line longer than a piece: no format takes it for anything.
OVERLONG: Final = b"(a line longer than a million bytes)"
# Which bytes part words.
BLANK: Final = np.arange(256) <= 32
BLANK_OR_EQUALS: Final = BLANK | (np.arange(256) == ord("="))


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its blanks at either end, and its number from 1."""

    number: int
    text: bytes


@dataclass(frozen=True, slots=True)
class Lines:
    """Many whole lines at once.

    Attributes:
        text: all of them, each ending in a newline.
        number: of each.
    """

    text: bytes
    number: Int[np.ndarray, "n"]

    @classmethod
    def of(cls, first: int, text: bytes) -> Self:
        """Lines of a file that stand one below the other from the line `first` on."""
        return cls(text, first + np.arange(text.count(b"\n")))


class Source(Protocol):
    """Lines of a message in keyword notation, whatever the file is."""

    @property
    def number(self) -> int:
        """The number of the line that comes next."""

    @property
    def ends_in_newline(self) -> bool:
        """False when the end of the file was met inside a line."""

    def next(self) -> Line | None:
        """The next line that is not blank; none at the end."""

    def peek(self) -> Line | None:
        """The line that `next` will give."""

    def until(self, *ends: bytes) -> Iterator[Lines]:
        """Whole lines up to the first that is one of `ends`, which comes next after that."""


class LineSource:
    """The lines of a file, in order; never more than two pieces of it are in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._text = b""
        self._at = 0
        self._rest = file.read(len(_MARK)).removeprefix(_MARK)
        self._is_over = False
        self._seen: dict[bytes, int] = {}
        self.number = 1  # of the line that comes next
        self.ends_in_newline = True

    def next(self) -> Line | None:
        """The next line that is not blank; none at the end."""
        while self._filled():
            self._pass_blank()
            if self._at < len(self._text):
                stop = self._text.index(b"\n", self._at)
                line = Line(self.number, self._text[self._at : stop].strip())
                self._at, self.number = stop + 1, self.number + 1
                return line
        return None

    def _pass_blank(self) -> None:
        """Go to the next line that is not blank, or to the end of the piece."""
        blank = _BLANKS.match(self._text, self._at)
        stop = self._text.rfind(b"\n", self._at, blank.end() if blank else self._at) + 1
        if stop:
            self.number += self._text.count(b"\n", self._at, stop)
            self._at = stop

    def peek(self) -> Line | None:
        """The line that `next` will give."""
        line = self.next()
        if line:
            # It ends where the reading stands now; blank lines before it stay passed over.
            self.number = line.number
            self._at = self._text.rfind(b"\n", 0, self._at - 1) + 1
        return line

    def until(self, *ends: bytes) -> Iterator[Lines]:
        """Whole lines up to the first that is one of `ends`, which comes next after that."""
        while self._filled():
            stop = self._next_of(ends)
            text = self._text[self._at : stop]
            if text:
                lines = Lines.of(self.number, text)
                yield lines
                self.number += len(lines.number)
            self._at = stop
            if stop < len(self._text):
                return

    def _next_of(self, ends: Sequence[bytes]) -> int:
        """Where the next line begins that is one of `ends`; the end of the piece without one."""
        return min((self._next(end) for end in ends), default=len(self._text))

    def _next(self, end: bytes) -> int:
        # Remembered, or a piece of many short sections would be searched through for each.
        if self._seen.get(end, -1) < self._at:
            self._seen[end] = self._search(end)
        return self._seen[end]

    def _search(self, end: bytes) -> int:
        found = self._text.find(end, self._at)
        while found >= 0:
            start = self._text.rfind(b"\n", 0, found) + 1
            stop = self._text.index(b"\n", found)
            if self._text[start:stop].strip() == end:
                return max(start, self._at)
            found = self._text.find(end, stop)
        return len(self._text)

    def _filled(self) -> bool:
        """Whether there is another line, read from the file where needed."""
        while self._at >= len(self._text) and not self._is_over:
            piece = self._file.read(_PIECE)
            self._is_over = not piece
            self._text, self._rest = self._cut(self._rest + piece)
            self._at, self._seen = 0, {}
        return self._at < len(self._text)

    def _cut(self, text: bytes) -> tuple[bytes, bytes]:
        """The whole lines of a piece, and what begins the next one."""
        if self._is_over:
            self.ends_in_newline = not text
            return (text + b"\n" if text else b""), b""
        stop = text.rfind(b"\n") + 1
        if stop == 0 and len(text) > _PIECE:
            return b"", OVERLONG + text[-64:].replace(b"\n", b"")
        return text[:stop], text[stop:]


@dataclass(frozen=True, slots=True)
class Words:
    """Lines cut into words.

    Attributes:
        tokens: of all lines.
        first: index of each line's first word.
        count: how many words each line has.
        number: of each line.
    """

    tokens: Tokens
    first: Int[np.ndarray, "n"]
    count: Int[np.ndarray, "n"]
    number: Int[np.ndarray, "n"]

    def __len__(self) -> int:
        return len(self.number)

    def word(self, position: int) -> Tokens:
        """The word of each line at this position; the lines have to have so many."""
        return self.tokens[self.first + position]

    def text(self, index: int) -> bytes:
        """One line, from its first word to its last."""
        first = int(self.first[index])
        last = first + int(self.count[index]) - 1
        return self.tokens.buffer[self.tokens.start[first] : self.tokens.end[last]].tobytes()

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> Words:
        """The lines that an index array or a mask chooses."""
        return Words(self.tokens, self.first[index], self.count[index], self.number[index])

    def is_word(self, position: int, word: bytes) -> Bool[np.ndarray, "n"]:
        """Which lines have this word there."""
        has = self.count > position
        found = np.zeros(len(self), dtype=bool)
        found[has] = equals(self.take(has).word(position), word)
        return found


def equals(tokens: Tokens, word: bytes) -> Bool[np.ndarray, "n"]:
    """Which tokens are this word."""
    same = tokens.end - tokens.start == len(word)
    for offset, byte in enumerate(word):
        same &= tokens.column(offset) == byte
    return same


def words(lines: Lines, parting: Bool[np.ndarray, "256"] = BLANK) -> Words:
    """The lines that are not blank, cut into words.

    Args:
        lines: whole ones.
        parting: which bytes part words, such as `BLANK_OR_EQUALS`.
    """
    buffer = np.frombuffer(lines.text, dtype=np.uint8)
    is_blank = parting[buffer]
    edge = np.flatnonzero(np.diff(is_blank, prepend=True))
    tokens = Tokens(buffer, edge[0::2], edge[1::2])
    newline = np.flatnonzero(buffer == ord("\n"))
    behind = np.searchsorted(tokens.start, newline)
    first = np.concatenate(([0], behind[:-1]))
    filled = behind > first
    return Words(
        tokens,
        first[filled],
        (behind - first)[filled],
        lines.number[filled],
    )


def distinct(tokens: Tokens, most: int = 64) -> tuple[list[bytes], Int[np.ndarray, "n"]]:
    """The different words, and which of them each token is; -1 beyond the first `most`."""
    names: list[bytes] = []
    index = np.full(len(tokens), -1, dtype=np.int64)
    left = np.arange(len(tokens))
    while len(left) and len(names) < most:
        names.append(tokens.one(int(left[0])))
        same = equals(tokens[left], names[-1])
        index[left[same]] = len(names) - 1
        left = left[~same]
    return names, index


def note(problems: Problems, table: Words, bad: Bool[np.ndarray, "n"], reason: str) -> None:
    """Name the bad lines of a table, and what stands there."""
    if bad.any():
        chosen = table.take(bad)
        problems.add_all(chosen.number, reason, got=lambda index: quoted(chosen.text(index)))
