"""A message in XML (CCSDS 505.0) as the lines that it would have in keyword notation."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, Final
from xml.parsers import expat

import numpy as np

from glasshield.exchange.line_source import Line, Lines
from glasshield.exchange.problems import Problems

_PIECE: Final = 1 << 18
_ROOTS: Final = ("tdm", "oem")
_STATE: Final = ("EPOCH", "X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT", "X_DDOT", "Y_DDOT", "Z_DDOT")
_AXES: Final = ("X", "Y", "Z", "X_DOT", "Y_DOT", "Z_DOT")
_COVARIANCE: Final = tuple(
    tuple(f"C{row}_{column}" for column in _AXES[: place + 1]) for place, row in enumerate(_AXES)
)
_STRUCTURE: Final = (*_ROOTS, "ndm", "header", "body", "segment")
_LONGEST_TEXT: Final = 100_000


class XmlSource:
    """The lines of a message in XML: each element becomes the line that stands for it."""

    def __init__(self, file: BinaryIO, problems: Problems, most: int | None = None) -> None:
        """The beginning of a file.

        Args:
            file: in XML.
            problems: takes what is wrong with it.
            most: so many elements are read, and no message with more; all, if left out.
        """
        self._file = file
        self._problems = problems
        self._lines: deque[Line] = deque()
        self._is_over = False
        self._writer = _Writer(self._lines, most)
        self.ends_in_newline = True

    @property
    def number(self) -> int:
        """The line of the element that comes next."""
        return self._lines[0].number if self._lines else self._writer.line

    def next(self) -> Line | None:
        """The next line; none at the end."""
        return self._lines.popleft() if self._filled() else None

    def peek(self) -> Line | None:
        """The line that `next` will give."""
        return self._lines[0] if self._filled() else None

    def until(self, *ends: bytes) -> Iterator[Lines]:
        """Lines up to the first that is one of `ends`, which comes next after that."""
        while self._filled():
            found: list[Line] = []
            while self._lines and self._lines[0].text not in ends:
                found.append(self._lines.popleft())
            if found:
                text = b"".join(line.text + b"\n" for line in found)
                yield Lines(text, np.array([line.number for line in found]))
            if self._lines:
                return

    def _filled(self) -> bool:
        """Whether there is another line, read from the file where needed."""
        while not self._lines and not self._is_over:
            piece = self._file.read(_PIECE)
            self._is_over = not piece
            try:
                self._writer.parser.Parse(piece, self._is_over)
            except expat.ExpatError as error:
                self._is_over = True
                reason = expat.ErrorString(error.code)
                self._problems.add(error.lineno, f"from here on no XML: {reason}", records=0)
            except (ValueError, LookupError):  # what the parser says of encodings beside its own
                self._is_over = True
                reason = "this encoding is not read; UTF-8 is"
                self._problems.add(self._writer.line, reason, records=0)
            except _Refused as refused:
                self._is_over = True
                self._problems.add(self._writer.line, str(refused), records=0)
        return bool(self._lines)


class _Writer:
    """Turns the events of an XML parser into lines."""

    def __init__(self, lines: deque[Line], most: int | None) -> None:
        self._lines = lines
        self._left = most
        self._text: list[str] = []
        self._size = 0
        self._group: dict[str, str] = {}
        self._group_line = 0
        self._is_grouped = False
        self._has_covariance = False
        self._message = ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        # Without a document type there are no entities that could grow.
        self.parser.StartDoctypeDeclHandler = self._refuse

    @property
    def line(self) -> int:
        """Where the parser is."""
        return int(self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                raise _Refused("there are too many elements")
        tag = name.rpartition(":")[2]
        self._text, self._size = [], 0
        if tag in _ROOTS:
            self._message = tag.upper()
            keyword = attributes.get("id", f"CCSDS_{self._message}_VERS")
            self._emit(f"{keyword} = {attributes.get('version', '')}")
        elif tag == "metadata":
            self._has_covariance = False
            self._emit("META_START")
        elif tag == "data" and self._message == "TDM":
            self._emit("DATA_START")
        elif tag in _GROUPS:
            self._group, self._group_line, self._is_grouped = {}, self.line, True

    def _data(self, text: str) -> None:
        if self._size < _LONGEST_TEXT:
            self._text.append(text)
            self._size += len(text)

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag in _GROUPS:
            self._is_grouped = False
            _GROUPS[tag](self)
        elif self._is_grouped:
            self._group[tag] = self._taken()
        elif tag == "metadata":
            self._emit("META_STOP")
        elif tag == "data":
            self._end_of_data()
        elif tag == "COMMENT":
            self._emit(f"COMMENT {self._taken()}")
        elif tag not in _STRUCTURE:
            self._emit(f"{tag} = {self._taken()}")

    def _end_of_data(self) -> None:
        if self._message == "TDM":
            self._emit("DATA_STOP")
        elif self._has_covariance:
            self._emit("COVARIANCE_STOP")

    def _observation(self) -> None:
        time = self._group.pop("EPOCH", "")
        for tag, text in self._group.items():
            if tag != "COMMENT":
                self._emit(f"{tag} = {time} {text}", self._group_line)

    def _state(self) -> None:
        words = (self._group[tag] for tag in _STATE if tag in self._group)
        self._emit(" ".join(words), self._group_line)

    def _covariance(self) -> None:
        if not self._has_covariance:
            self._has_covariance = True
            self._emit("COVARIANCE_START", self._group_line)
        for keyword in ("EPOCH", "COV_REF_FRAME"):
            if keyword in self._group:
                self._emit(f"{keyword} = {self._group[keyword]}", self._group_line)
        for row in _COVARIANCE:
            self._emit(" ".join(self._group.get(tag, "?") for tag in row), self._group_line)

    def _emit(self, text: str, line: int | None = None) -> None:
        number = self.line if line is None else line
        self._lines.append(Line(number, text.strip().encode()))

    def _taken(self) -> str:
        return " ".join("".join(self._text).split())

    def _refuse(self, *_: object) -> None:
        raise _Refused("a document type stands here, and none is read")


class _Refused(Exception):  # noqa: N818  # a signal out of the parser, caught by its caller
    """Something was met at which the reading ends."""


_GROUPS: Final = {
    "observation": _Writer._observation,
    "stateVector": _Writer._state,
    "covarianceMatrix": _Writer._covariance,
}
