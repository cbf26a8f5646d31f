"""The report as one file that a browser opens from disk, without a request to anywhere.

The policy in its head forbids the browser to load anything: the styles, the fonts, the drawings
and the script that sorts tables stand in the file. Where the page has a globe, its script and what
it shows stand in it, too, packed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from importlib import resources
from typing import Final

from glasshield.messages import Language, text
from glasshield.report import packed
from glasshield.report.blocks import (
    Answer,
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
from glasshield.report.drawing import swatch
from glasshield.report.markup import EMPTY, Attributes, Child, Markup, join, tag
from glasshield.report.packed import Globe
from glasshield.report.signs import SIGNS, shape
from glasshield.report.theme import DARK, LIGHT, SANS, SERIF, references, shape_styles, variables

# Which characters the foundry publishes in which file.
_LATIN: Final = "U+0-FF,U+131,U+152-153,U+2013-2014,U+2018-2026,U+2030,U+2039-203A,U+20AC,U+2212"
_LATIN_MORE: Final = "U+100-130,U+132-151,U+154-17F,U+218-21B,U+1E9E"
_SIGNS: Final = (
    "U+2000-200D,U+202F,U+2032-2033,U+2070-2089,U+2116,U+2190-2199,U+2206,U+2248,U+2260-2265"
)
_CYRILLIC: Final = "U+400-4FF"
_FACES: Final = (
    (SANS, 400, "IBMPlexSans-Regular-Latin1", _LATIN),
    (SANS, 400, "IBMPlexSans-Regular-Latin2", _LATIN_MORE),
    (SANS, 400, "IBMPlexSans-Regular-Pi", _SIGNS),
    (SANS, 400, "IBMPlexSans-Regular-Cyrillic", _CYRILLIC),
    (SANS, 600, "IBMPlexSans-SemiBold-Latin1", _LATIN),
    (SANS, 600, "IBMPlexSans-SemiBold-Cyrillic", _CYRILLIC),
    (SERIF, 500, "IBMPlexSerif-Medium-Latin1", _LATIN),
    (SERIF, 500, "IBMPlexSerif-Medium-Cyrillic", _CYRILLIC),
)

# Columns of numbers are named by their table, once, not by each of their cells.
_RIGHT: Final = "{text-align:right;white-space:nowrap}"
_MOST_COLUMNS: Final = 12


def render(page: Page, globe: Globe | None = None) -> str:
    """The page as a self-contained HTML document.

    Args:
        page: what it says.
        globe: to look around on; with it the longest tables are packed, too.
    """
    script = _asset("report.js")
    renderer = _Renderer(page.lang, globe)
    body = _body(page, globe, renderer, script)
    styles, scripts = [_style(_letters(body, renderer.packed))], [script]
    if globe:
        styles.append(globe.style)
        scripts.append(globe.code)
    policy = (
        "default-src 'none'; img-src data: blob:; font-src data:; base-uri 'none'; "
        f"form-action 'none'; style-src {_digests(styles)}; script-src {_digests(scripts)}"
    )
    head = tag(
        "head",
        None,
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("meta", {"name": "description", "content": f"{page.subtitle}. {page.mark_full}"}),
        tag("meta", {"name": "generator", "content": "Glasshield"}),
        tag("title", None, f"{page.title} – {page.mark}"),
        [tag("style", None, Markup(each)) for each in styles],
    )
    return f"<!doctype html>\n{tag('html', {'lang': page.lang}, head, body).source}\n"


def _body(page: Page, globe: Globe | None, renderer: _Renderer, script: str) -> Markup:
    sections = [renderer.section(s) for s in page.sections]
    return tag(
        "body",
        None,
        tag("aside", {"class": "mark", "aria-label": page.mark}, page.mark),
        _definitions(page),
        _header(page, globe),
        tag("main", None, sections[:1], _place(page.lang) if globe else EMPTY, sections[1:]),
        _footer(page),
        globe.blocks() if globe else EMPTY,
        packed.tables(renderer.packed) if renderer.packed else EMPTY,
        tag("script", None, Markup(script)),
    )


class _Renderer:
    """Renders blocks and numbers figures and tables as they come; keeps tables to be packed."""

    def __init__(self, lang: Language, globe: Globe | None) -> None:
        self.packed: list[Table] = []
        self._lang = lang
        self._packs = globe is not None
        self._figures = 0
        self._tables = 0

    def section(self, section: Section) -> Markup:
        kicker = tag("p", {"class": "kicker"}, section.kicker) if section.kicker else EMPTY
        heading = tag("h2", {"id": f"{section.id}-heading"}, section.heading)
        kind = "phase" if section.id.startswith("phase-") else section.id
        return tag(
            "section",
            {"id": section.id, "class": f"s-{kind}", "aria-labelledby": f"{section.id}-heading"},
            tag("header", None, kicker, heading),
            [self.block(b) for b in section.blocks],
        )

    def block(self, block: Block) -> Markup:
        match block:
            case Paragraph():
                return tag("p", {"class": f"p-{block.kind}"}, rich(block.text))
            case Answers():
                return tag("div", {"class": "answers"}, [_answer(a) for a in block.answers])
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Plates():
                return tag("div", {"class": "plates"}, [self.block(b) for b in block.items])
            case Definitions():
                return _definition_list(block.entries, "glossary")
            case Facts():
                return _definition_list(block.entries, "facts")
            case Command():
                return tag(
                    "pre", {"class": "command", "tabindex": 0}, tag("code", None, block.text)
                )
            case References():
                items = [tag("li", {"id": f"source-{n}"}, words) for n, words in block.entries]
                return tag("ol", {"class": "references"}, items)

    def figure(self, figure: Figure) -> Markup:
        self._figures += 1
        count = tag("b", None, text(self._lang, "figure.number", n=self._figures))
        heading = tag("h3", None, figure.title) if figure.title else EMPTY
        legend = _legend(figure.legend)
        again = figure.again
        link = join([" ", tag("a", {"href": again.link}, again.words)]) if again else EMPTY
        caption = tag("figcaption", None, count, " ", rich(figure.caption), link)
        kind = f"topic-{figure.topic}" if figure.topic else None
        drawing = tag("div", {"class": "plate"}, figure.drawing.inline(figure.id))
        return tag("figure", {"id": figure.id, "class": kind}, heading, drawing, legend, caption)

    def table(self, table: Table) -> Markup:
        self._tables += 1
        count = tag("b", None, text(self._lang, "table.number", n=self._tables))
        head = _open("tr", None, [_head_cell(column) for column in table.columns])
        packs = self._packs and packed.is_packed(table)
        if packs:
            self.packed.append(table)
        rows = [] if packs else [_row(row) for row in table.rows]
        right = [f"r{n}" for n, c in enumerate(table.columns, 1) if c.align == "right"]
        element = tag(
            "table",
            {"id": table.id, "class": " ".join(right) or None},
            tag("caption", None, count, " ", table.caption),
            tag("thead", None, head),
            tag("tbody", None, rows),
        )
        frame: dict[str, str | float | None] = {
            "class": "scroll",
            "role": "region",
            "tabindex": 0,
            "aria-label": table.caption,
        }
        scrolled = tag("div", frame, element)
        if table.shown == "open":
            return scrolled
        summary = text(self._lang, "page.to_table", n=len(table.rows))
        title = tag("span", {"class": "summary-title"}, table.caption)
        folded = tag("noscript", None, text(self._lang, "page.packed")) if packs else EMPTY
        return tag("details", None, tag("summary", None, title, " ", summary), folded, scrolled)


def rich(words: str) -> Markup:
    """The text with its `**strong**` words marked up."""
    parts = words.split("**")
    return join(tag("strong", None, p) if i % 2 else p for i, p in enumerate(parts))


def sign(name: str) -> Markup:
    """The sign before a word, hidden from a reader that speaks, since the word says it."""
    use = tag("use", {"href": f"#sign-{name}"})
    return tag("svg", {"class": "sign", "aria-hidden": "true"}, use)


def _place(lang: Language) -> Markup:
    """Where the page's script puts the globe."""
    return tag(
        "section",
        {"id": "globe", "class": "s-globe", "aria-labelledby": "globe-heading"},
        tag("header", None, tag("h2", {"id": "globe-heading"}, text(lang, "page.globe"))),
        tag("noscript", None, tag("p", None, text(lang, "page.globe_needs_script"))),
        tag("div", {"id": packed.ROOT, "data-failed": text(lang, "page.globe_too_old")}),
    )


def _definitions(page: Page) -> Markup:
    return tag(
        "svg",
        {"class": "definitions", "aria-hidden": "true", "width": 0, "height": 0},
        tag("defs", None, page.definitions.values(), _signs()),
    )


def _signs() -> list[Markup]:
    return [
        tag(
            "symbol",
            {"id": f"sign-{name}", "viewBox": "0 0 12 12"},
            Markup(shape(name, "currentColor")),
        )
        for name in sorted(SIGNS)
    ]


def _header(page: Page, globe: Globe | None) -> Markup:
    aims = [(section.id, section.short or section.heading) for section in page.sections]
    if globe:
        aims.insert(1, ("globe", text(page.lang, "page.globe_short")))
    links = [tag("li", None, tag("a", {"href": f"#{id}"}, words)) for id, words in aims]
    return tag(
        "header",
        {"class": "title"},
        tag("h1", None, page.title),
        tag("p", {"class": "subtitle"}, page.subtitle),
        tag("ul", {"class": "meta"}, [tag("li", None, m) for m in page.meta]),
        tag("nav", {"aria-label": page.contents_title}, tag("ol", None, links)),
    )


def _footer(page: Page) -> Markup:
    return tag(
        "footer",
        None,
        tag("p", {"class": "mark-full"}, page.mark_full),
        tag("p", None, page.colophon),
        tag("p", None, " · ".join(page.meta)),
    )


def _answer(answer: Answer) -> Markup:
    marked = sign(answer.sign) if answer.sign else EMPTY
    return tag(
        "article",
        {"class": f"answer topic-{answer.topic}"},
        tag("h3", None, answer.question),
        tag("p", {"class": "short"}, marked, answer.short),
        [tag("p", None, rich(s)) for s in answer.sentences],
    )


def _definition_list(entries: tuple[tuple[str, str], ...], kind: str) -> Markup:
    pairs = [
        tag("div", None, tag("dt", None, term), tag("dd", None, rich(meaning)))
        for term, meaning in entries
    ]
    return tag("dl", {"class": kind}, pairs)


def _head_cell(column: Column) -> Markup:
    kind = "right" if column.align == "right" else None
    return _open("th", {"scope": "col", "class": kind}, column.title)


def _row(row: tuple[Cell, ...]) -> Markup:
    cells = []
    for place, cell in enumerate(row):
        soft = tag("span", {"class": "soft"}, cell.soft) if cell.soft else EMPTY
        marked = sign(cell.sign) if cell.sign else EMPTY
        bar = _bar(cell)
        attributes: dict[str, str | float | None] = {
            "data-sort": cell.sort,
            "scope": "row" if place == 0 else None,
        }
        name = "th" if place == 0 else "td"
        between = " " if cell.soft else ""
        cells.append(_open(name, attributes, bar, marked, cell.text, between, soft))
    return _open("tr", None, cells)


def _open(name: str, attributes: Attributes | None, *children: Child) -> Markup:
    """A cell or a row without its end tag, which HTML lets a table leave out."""
    return Markup(tag(name, attributes, *children).source.removesuffix(f"</{name}>"))


def _bar(cell: Cell) -> Markup:
    if cell.bar is None:
        return EMPTY
    # The numbers beside it say the same, so that a speaking reader skips the bar.
    box = f"0 0 {cell.bar.width:g} {cell.bar.height:g}"
    return tag("svg", {"class": "bar", "viewBox": box, "aria-hidden": "true"}, cell.bar.body)


def _legend(entries: tuple[LegendEntry, ...]) -> Markup:
    if not entries:
        return EMPTY
    items = [tag("li", None, _swatch(entry), entry.words) for entry in entries]
    return tag("ul", {"class": "legend"}, items)


def _swatch(entry: LegendEntry) -> Markup:
    return tag(
        "svg", {"viewBox": "0 0 26 12", "aria-hidden": "true"}, swatch(entry.shape, entry.kind)
    )


def _letters(body: Markup, packed_tables: Iterable[Table]) -> frozenset[str]:
    """All letters of a page; what the globe says in another language is left to the system's."""
    cells = (cell for table in packed_tables for row in table.rows for cell in row)
    return frozenset(body.source).union(*(cell.text + cell.soft for cell in cells))


def _style(letters: frozenset[str]) -> str:
    return "\n".join(
        (
            *(_face(*face) for face in _FACES if _holds_any(face[3], letters)),
            f":root{{{variables(LIGHT)}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{variables(DARK)}}}}}",
            f"@media print{{:root{{{variables(LIGHT)}}}}}",
            shape_styles(references()),
            _asset("report.css"),
            *(f".r{n} tbody>tr>:nth-child({n}){_RIGHT}" for n in range(1, _MOST_COLUMNS + 1)),
        )
    )


def _holds_any(ranges: str, letters: Iterable[str]) -> bool:
    """Whether any of the letters lies in ranges as style sheets write them."""
    ends = [part.removeprefix("U+").split("-") for part in ranges.split(",")]
    return any(
        int(first_last[0], 16) <= ord(letter) <= int(first_last[-1], 16)
        for first_last in ends
        for letter in letters
    )


def _face(family: str, weight: int, file: str, ranges: str) -> str:
    data = resources.files(__package__).joinpath("fonts", f"{file}.woff2").read_bytes()
    source = f"url(data:font/woff2;base64,{base64.b64encode(data).decode('ascii')})"
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:{source} format('woff2');"
        f"unicode-range:{ranges}}}"
    )


def _asset(name: str) -> str:
    return resources.files(__package__).joinpath("assets", name).read_text(encoding="utf-8")


def _digests(contents: Iterable[str]) -> str:
    return " ".join(f"'{_digest(content)}'" for content in contents)


def _digest(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")
