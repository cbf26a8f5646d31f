"""What a report is made of, before it becomes a web page or a printed document.

The page and the document are drawn from the same blocks, so that they cannot say different
things. Texts may hold `**strong**` words and nothing else that is markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from glasshield.messages import Language
from glasshield.report.drawing import Drawing
from glasshield.report.markup import Markup

Topic = Literal["sees", "defends", "reaches", "depends"]
Align = Literal["left", "right"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    kind: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Answer:
    """One of several answers: what is asked, the answer in short, and in a sentence or two."""

    topic: Topic
    question: str
    short: str
    sentences: tuple[str, ...]
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """Up to three answers side by side."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width where the paper decides."""

    title: str
    align: Align = "left"
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, on request a sign and a bar, and the number that it sorts by."""

    text: str
    sign: str = ""
    bar: Drawing | None = None
    sort: float | None = None
    soft: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its header.

    A long list is folded on a page; what is only for the screen is left out of the printed
    document.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shown: Literal["open", "folded", "screen"] = "open"


@dataclass(frozen=True, slots=True)
class ShownAgain:
    """How the globe of a page shows what a figure shows.

    Attributes:
        link: the fragment of the page's address.
        words: of the link, where one can follow it.
        address: the same in words, on paper.
    """

    link: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with a caption that states its finding."""

    id: str
    drawing: Drawing
    caption: str
    title: str = ""
    topic: Topic | None = None
    legend: tuple[LegendEntry, ...] = ()
    again: ShownAgain | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a shape of a map means."""

    kind: str
    shape: Literal["line", "area", "dot", "site", "radar", "launch", "target"]
    words: str


@dataclass(frozen=True, slots=True)
class Plates:
    """Figures, and tables of their size, two in a row."""

    items: tuple[Figure | Table, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short labelled facts, such as what stands where in a phase."""

    entries: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Command:
    """Something to type."""

    text: str


@dataclass(frozen=True, slots=True)
class References:
    """Numbered sources: the number that the tables give, and the source."""

    entries: tuple[tuple[str, str], ...]


Block = Paragraph | Answers | Table | Figure | Plates | Definitions | Facts | Command | References


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    id: str
    heading: str
    blocks: tuple[Block, ...]
    kicker: str = ""
    short: str = ""  # what a list of contents calls it, the heading where empty


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report. The mark says on every sheet that nothing here was measured."""

    lang: Language
    title: str
    subtitle: str
    mark: str
    mark_full: str
    meta: tuple[str, ...]
    sections: tuple[Section, ...]
    definitions: Mapping[str, Markup]
    contents_title: str
    colophon: str


def plain(words: str) -> str:
    """The text without the marks of strong words."""
    return words.replace("**", "")
