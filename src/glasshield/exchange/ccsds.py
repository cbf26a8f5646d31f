"""What the CCSDS messages share: headers, metadata, comments that carry our marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from glasshield.earth.time import Instant
from glasshield.errors import InputError, RangeError
from glasshield.exchange.decimals import Tokens
from glasshield.exchange.grammar import Block, Entry, Fault, fault
from glasshield.exchange.line_source import Source
from glasshield.exchange.marking import UNMARKED, Mark
from glasshield.exchange.moments import first_second
from glasshield.exchange.problems import Problems, quoted

SIMULATED: Final = "SIMULATED"
_EPOCH: Final = "GLASSHIELD EPOCH "
_LONGEST_BLOCK: Final = 2_000


@dataclass(slots=True)
class Clock:
    """The epoch of a message that is being read: stated, or the second of its first record."""

    epoch: Instant | None

    def fixed_by(self, tokens: Tokens) -> Instant:
        """The epoch, taken from these times where there is none yet."""
        if self.epoch is None:
            self.epoch = first_second(tokens)
        return self.epoch or Instant(0)


@dataclass(slots=True)
class Message:
    """A message that is being read.

    Attributes:
        kind: `TDM` or `OEM`.
        header: before its first segment.
        clock: where its times count from.
        problems: found so far.
        simulated: whether a comment says that its data are made up.
        is_after_broken: whether the last line of the data so far was left out.
    """

    kind: str
    header: Block
    clock: Clock
    problems: Problems
    simulated: bool = False
    is_after_broken: bool = False
    _is_header_sound: bool = field(default=True)

    def __post_init__(self) -> None:
        self.simulated = self.simulated or is_marked(self.header)
        self._note_stated_epoch()
        found = fault(self.header, None, self.kind)
        if found:
            self._is_header_sound = False
            self.problems.add(found.line, f"in the header: {found.reason}", records=0)

    def judge(self, metadata: Block) -> Fault | None:
        """What is wrong with a segment's metadata; none where nothing is."""
        self.simulated = self.simulated or is_marked(metadata)
        header = self.header if self._is_header_sound else _sound_header(self.kind)
        return fault(header, metadata, self.kind)

    def _note_stated_epoch(self) -> None:
        for entry in self.header.entries:
            if entry.keyword == "COMMENT" and entry.value.startswith(_EPOCH):
                try:
                    stated = Instant.parse(entry.value.removeprefix(_EPOCH))
                except RangeError:
                    self.problems.add(entry.line, "the epoch is no moment", records=0)
                else:
                    self.clock.epoch = self.clock.epoch or stated


def read_block(source: Source, end: bytes, problems: Problems) -> Block | None:
    """The entries up to the line `end`, which is taken too; none where the file ends before."""
    entries: list[Entry] = []
    first, count = source.number, 0
    while (line := source.next()) and line.text != end and count < _LONGEST_BLOCK:
        entry = Entry.parse(line.number, line.text)
        count += 1
        if entry:
            entries.append(entry)
        else:
            problems.add(line.number, "is no 'KEYWORD = value'", got=quoted(line.text))
    if line and line.text != end:
        for lines in source.until(end):
            reason = f"stands {_LONGEST_BLOCK:,} lines and more before {end.decode()}"
            problems.add(int(lines.number[0]), reason, records=len(lines.number))
        line = source.next()
    return Block(first, tuple(entries)) if line else None


def is_marked(block: Block) -> bool:
    """Whether a comment says that the data are made up."""
    return any(comment.split(" ")[0].strip(".:,") == SIMULATED for comment in block.comments)


def header_comments(
    epoch: Instant, *, simulated: bool, mark: Mark = UNMARKED, more: Iterable[str] = ()
) -> list[str]:
    """The comments that a written message begins with."""
    marks = [*comments_of(mark), *([SIMULATED] if simulated else [])]
    return [*marks, f"{_EPOCH}{epoch}", *more]


def comments_of(mark: Mark) -> list[str]:
    """The comment that a header and each of its segments bear."""
    return [mark.sentence] if mark.sentence else []


def written_name(name: str, what: str) -> str:
    """A name as the value of a keyword.

    Raises:
        InputError: empty, or with something in it that a message cannot hold.
    """
    if not name.strip() or name != " ".join(name.split()) or not name.isprintable():
        raise InputError(f"{what} {name!r} cannot stand in a message", expected="a plain name")
    return name


def _sound_header(kind: str) -> Block:
    """A header without a fault."""
    version = {"TDM": "2.0", "OEM": "3.0"}[kind]
    pairs = {
        f"CCSDS_{kind}_VERS": version,
        "CREATION_DATE": "2000-01-01T00:00:00",
        "ORIGINATOR": "A",
    }
    return Block(1, tuple(Entry(1, keyword, value) for keyword, value in pairs.items()))
