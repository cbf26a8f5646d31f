"""The report as a printed document: tagged PDF/UA-1, made by Typst without any system library."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib import resources
from typing import Any, Final

from glasshield.errors import NumericalError
from glasshield.messages import text
from glasshield.report.blocks import (
    Answers,
    Block,
    Cell,
    Column,
    Command,
    Definitions,
    Facts,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Plates,
    References,
    Section,
    Table,
)
from glasshield.report.drawing import Drawing, swatch
from glasshield.report.signs import SIGNS, shape
from glasshield.report.theme import LIGHT

_TEMPLATE: Final = "report.typ"


def render(page: Page) -> bytes:
    """The page as a tagged PDF/UA-1 document.

    Raises:
        NumericalError: when the typesetter refuses the document, which is a programming error.
    """
    import typst

    files = _Files(page)
    content = json.dumps(files.page(), ensure_ascii=False, sort_keys=True)
    files.add("data.json", content)
    files.add("main.typ", _asset(_TEMPLATE))
    with resources.as_file(resources.files(__package__).joinpath("fonts")) as fonts:
        try:
            document = typst.compile(  # type: ignore[call-overload]  # its types leave out dicts
                files.content,
                format="pdf",
                font_paths=[str(fonts)],
                ignore_system_fonts=True,
                pdf_standards=["ua-1"],
            )
        except typst.TypstError as error:
            raise NumericalError(
                "the report could not be typeset", got=error.message, do="please report this"
            ) from error
    assert isinstance(document, bytes)
    return document


@dataclass(slots=True)
class _Files:
    """What the template reads: the page as data, and every drawing as a file."""

    source: Page
    content: dict[str, bytes] = field(default_factory=dict)
    _figures: int = 0
    _tables: int = 0

    def add(self, name: str, content: str) -> str:
        self.content[name] = content.encode("utf-8")
        return name

    def page(self) -> dict[str, Any]:
        page = self.source
        for name in sorted(SIGNS):
            self.add(f"sign-{name}.svg", _boxed(shape(name, LIGHT["ink"]), 12, 12))
        return {
            "lang": page.lang,
            "title": page.title,
            "subtitle": page.subtitle,
            "mark": page.mark,
            "mark_full": page.mark_full,
            "meta": list(page.meta),
            "colophon": page.colophon,
            "contents": page.contents_title,
            "page_of": text(page.lang, "print.page", page="{page}", pages="{pages}"),
            "colours": dict(LIGHT),
            "sections": [self.section(s) for s in page.sections],
        }

    def section(self, section: Section) -> dict[str, Any]:
        return {
            "id": section.id,
            "heading": section.heading,
            "kicker": section.kicker,
            "blocks": [self.block(b) for b in section.blocks if not _only_on_screen(b)],
        }

    def block(self, block: Block) -> dict[str, Any]:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "text": _spans(block.text), "style": block.kind}
            case Answers():
                return {"kind": "answers", "answers": [
                    {"topic": a.topic, "question": a.question, "short": a.short, "sign": a.sign,
                     "sentences": [_spans(s) for s in a.sentences]} for a in block.answers
                ]}  # fmt: skip
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Plates():
                return {"kind": "plates", "items": [self.block(b) for b in block.items]}
            case Definitions():
                return {"kind": "definitions", "entries": _entries(block.entries)}
            case Facts():
                return {"kind": "facts", "entries": _entries(block.entries)}
            case Command():
                return {"kind": "command", "text": block.text}
            case References():
                return {"kind": "references", "entries": _entries(block.entries)}

    def figure(self, figure: Figure) -> dict[str, Any]:
        self._figures += 1
        address = f" {figure.again.address}" if figure.again else ""
        return {
            "kind": "figure",
            "image": self.drawing(f"figure-{figure.id}", figure.drawing),
            "alt": figure.drawing.alt,
            "number": text(self.source.lang, "figure.number", n=self._figures),
            "caption": _spans(figure.caption + address),
            "title": figure.title,
            "topic": figure.topic or "",
            "legend": [{"image": self.swatch(e), "words": e.words} for e in figure.legend],
        }

    def table(self, table: Table) -> dict[str, Any]:
        self._tables += 1
        return {
            "kind": "table",
            "number": text(self.source.lang, "table.number", n=self._tables),
            "caption": table.caption,
            "columns": [_column(c) for c in table.columns],
            "small": table.shown == "folded" or len(table.rows) > 12,
            "rows": [
                [self.cell(table, (row, column), c) for column, c in enumerate(cells)]
                for row, cells in enumerate(table.rows)
            ],
        }

    def cell(self, table: Table, place: tuple[int, int], cell: Cell) -> dict[str, str]:
        bar = ""
        if cell.bar is not None:
            bar = self.drawing(f"bar-{table.id}-{place[0]}-{place[1]}", cell.bar)
        return {"text": cell.text, "sign": cell.sign, "soft": cell.soft, "bar": bar}

    def drawing(self, name: str, drawing: Drawing) -> str:
        return self.add(f"{name}.svg", drawing.standalone(LIGHT, self.source.definitions))

    def swatch(self, entry: LegendEntry) -> str:
        drawing = Drawing(26.0, 12.0, swatch(entry.shape, entry.kind), entry.words)
        return self.drawing(f"swatch-{entry.kind}", drawing)


def _only_on_screen(block: Block) -> bool:
    return isinstance(block, Table) and block.shown == "screen"


def _column(column: Column) -> dict[str, Any]:
    return {"title": column.title, "align": column.align, "share": column.share}


def _entries(entries: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    return [{"term": term, "text": _spans(said)} for term, said in entries]


def _spans(words: str) -> list[dict[str, Any]]:
    """The text in pieces, each with its weight, for `**strong**` words."""
    parts = words.split("**")
    return [{"text": p, "strong": i % 2 == 1} for i, p in enumerate(parts) if p]


def _boxed(body: str, width: float, height: float) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{body}</svg>'
    )


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")
