"""The grammar of the CCSDS messages: is a header, a metadata block, a keyword right?

A kept library judges. It takes a message as a whole and gives one answer, so each segment's header
and metadata are put before it with one line of data, and its answer is brought back to the line of
the file that it is about. The numbers do not pass through it: it reads them as doubles in the
file's unit, which loses the last bit, and one bad line would cost the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from glasshield.exchange.problems import quoted

_AT_LINE: Final = re.compile(r"at line (\d+)")
_CONTEXT: Final = re.compile(r"Context: (.+)")
_NAMED: Final = re.compile(r"(?:field:?|for) '?([A-Z][A-Z_0-9]+)")
_TDM_DATA: Final = "DATA_START\nRANGE = 2000-01-01T00:00:00 1\nDATA_STOP\n"
_OEM_DATA: Final = "2000-01-01T00:00:00 1 2 3 4 5 6\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """One `KEYWORD = value` of a header or of metadata, or a comment, and its line."""

    line: int
    keyword: str
    value: str

    @property
    def text(self) -> str:
        """The entry as a line of a file."""
        equals = "" if self.keyword == "COMMENT" else "= "
        return f"{self.keyword} {equals}{self.value}"

    @classmethod
    def parse(cls, line: int, text: bytes) -> Entry | None:
        """The entry on a line; none where the line is no `KEYWORD = value`."""
        shown = " ".join(text.decode("utf-8", errors="replace").split())
        if shown == "COMMENT" or shown.startswith("COMMENT "):
            return cls(line, "COMMENT", shown[8:])
        keyword, equals, value = (part.strip() for part in shown.partition("="))
        return cls(line, keyword, value) if equals and keyword and value else None


@dataclass(frozen=True, slots=True)
class Block:
    """Entries that belong together, and the line where they begin."""

    line: int
    entries: tuple[Entry, ...]

    def get(self, keyword: str, default: str = "") -> str:
        """The value of a keyword."""
        found = (entry.value for entry in self.entries if entry.keyword == keyword)
        return next(found, default)

    def line_of(self, keyword: str) -> int:
        """The line where a keyword stands; where the block begins without it."""
        found = (entry.line for entry in self.entries if entry.keyword == keyword)
        return next(found, self.line)

    @property
    def comments(self) -> tuple[str, ...]:
        """The comments among the entries."""
        return tuple(entry.value for entry in self.entries if entry.keyword == "COMMENT")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a header or with metadata, and on which line."""

    line: int
    reason: str


def fault(header: Block, metadata: Block | None, kind: str) -> Fault | None:
    """What breaks the grammar in a header and one segment's metadata; none where nothing does.

    Args:
        header: of the file, without the empty line at its end.
        metadata: of one segment, without its bounds; none to judge the header alone.
        kind: `TDM` or `OEM`.
    """
    import ccsds_ndm

    block = _sound(kind) if metadata is None else metadata
    bounds = Entry(block.line, "META_START", ""), Entry(block.line, "META_STOP", "")
    entries = [*header.entries, bounds[0], *block.entries, bounds[1]]
    lines = [entry.text if entry.value else entry.keyword for entry in entries]
    data = _TDM_DATA if kind == "TDM" else _OEM_DATA
    try:
        ccsds_ndm.from_str("\n".join(lines) + "\n" + data)
    except (ccsds_ndm.NdmError, ValueError) as error:
        return _brought_back(str(error), entries, header, block)
    return None


@lru_cache(maxsize=1024)
def is_tdm_keyword(keyword: str) -> bool:
    """Whether a TDM's data may hold this keyword."""
    import ccsds_ndm

    try:
        ccsds_ndm.TdmObservation(epoch="2000-01-01T00:00:00", keyword=keyword, value=1.0)
    except ValueError:
        return False
    return True


def _brought_back(message: str, entries: Sequence[Entry], header: Block, block: Block) -> Fault:
    """The library's answer, on the line of the file that it is about."""
    context = _CONTEXT.search(message)
    reason = (context[1] if context else message.splitlines()[0]).strip()
    named = _NAMED.search(message)
    at = _AT_LINE.search(message)
    if at:
        entry = entries[min(int(at[1]) - 1, len(entries) - 1)]
        shown = entry.text if entry.value else entry.keyword
        return Fault(entry.line, f"{_lowered(reason)}, got {quoted(shown)}")
    keyword = named[1] if named else ""
    line = block.line_of(keyword)
    return Fault(line if line != block.line else _either(header, block, keyword), _lowered(reason))


def _either(header: Block, block: Block, keyword: str) -> int:
    """The line of a keyword of the header; where the metadata begin without it."""
    line = header.line_of(keyword)
    return block.line if line == header.line else line


def _lowered(sentence: str) -> str:
    """A sentence as a clause: no capital, no full stop; keywords stay as they are."""
    first, _, rest = sentence.partition(" ")
    kept = first if first.isupper() else first.lower()
    return f"{kept} {rest}".strip().rstrip(".")


def _sound(kind: str) -> Block:
    """Metadata without a fault."""
    tdm = {"TIME_SYSTEM": "UTC", "PARTICIPANT_1": "A"}
    oem = {
        "OBJECT_NAME": "A",
        "OBJECT_ID": "A",
        "CENTER_NAME": "EARTH",
        "REF_FRAME": "ITRF2000",
        "TIME_SYSTEM": "UTC",
        "START_TIME": "2000-01-01T00:00:00",
        "STOP_TIME": "2000-01-01T00:00:00",
    }
    pairs = tdm if kind == "TDM" else oem
    return Block(0, tuple(Entry(0, keyword, value) for keyword, value in pairs.items()))
