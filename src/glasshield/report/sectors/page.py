"""The report of defence by sectors as blocks, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.assurance.sectors import FlightRow, Responsible, SectorDocument, Standing, Stretch
from glasshield.geodata.disclaimer import disclaimer
from glasshield.messages import Language, number, text
from glasshield.report.assurance.names import Names
from glasshield.report.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Section,
    Table,
    plain,
)
from glasshield.report.drawing import Drawing
from glasshield.report.sectors.chart import SECTOR_KINDS, WINDOW_KIND, Strips, strips

_ON_A_SHEET: Final = 24  # flights of one chart, so that it fits on a sheet
_SIGNS: Final = {Standing.OWN: "yes", Standing.ELSEWHERE: "depends", Standing.UNABLE: "no"}


@dataclass(frozen=True, slots=True)
class Words:
    """How the things of a document are called on a page."""

    document: SectorDocument
    names: Names
    lang: Language

    def text(self, key: str, **params: str | int | float) -> str:
        """The text of the catalogue in this language."""
        return text(self.lang, key, **params)

    def party(self, id: str) -> str:
        """The name of a party."""
        return self.names.short("party", id, self.lang)

    def parties(self, ids: Sequence[str]) -> str:
        """The names of several parties."""
        return ", ".join(self.party(id) for id in ids) or self.text("sectors.open")

    def flight(self, row: FlightRow) -> str:
        """A flight by its ends."""
        ends = (("launch", row.launch), ("region", row.target))
        return " – ".join(self.names.short(kind, id, self.lang) for kind, id in ends)

    def span(self, stretch: Stretch) -> str:
        """A stretch in seconds."""
        return f"{number(self.lang, stretch.from_s)}–{number(self.lang, stretch.to_s)}"


def build(document: SectorDocument, names: Names, lang: Language) -> Page:
    """The page of one phase under a proposal's sectors.

    Args:
        document: the flights.
        names: of the catalogue's records.
        lang: the language of the page.
    """
    words = Words(document, names, lang)
    return Page(
        lang=lang,
        title=words.text(
            "sectors.title", proposal=names.of_kind("proposal", document.proposal, lang)
        ),
        subtitle=words.text(
            "sectors.subtitle",
            architecture=names.of_kind("architecture", document.architecture, lang),
            phase=document.phase,
        ),
        mark=text(lang, "page.mark"),
        mark_full=text(lang, "page.mark_full"),
        meta=(
            text(lang, "page.meta_program", version=document.program.version),
            text(lang, "page.meta_inputs", hash=document.program.input_hash[:12]),
        ),
        sections=(
            Section("answer", words.text("sectors.section.answer"), tuple(_answer(words))),
            Section("flights", words.text("sectors.section.flights"), tuple(_flights(words))),
            Section(
                "reading",
                words.text("sectors.section.reading"),
                (Paragraph(words.text("sectors.reading")),),
            ),
        ),
        definitions={},
        contents_title=text(lang, "page.contents"),
        colophon=disclaimer(lang),
    )


def sentences(document: SectorDocument, names: Names, lang: Language) -> tuple[str, ...]:
    """The answer in sentences."""
    words = Words(document, names, lang)
    return tuple(plain(sentence) for sentence in _sentences(words))


def _answer(words: Words) -> Iterator[Block]:
    for place, sentence in enumerate(_sentences(words)):
        yield Paragraph(sentence, "body" if place else "lead")


def _sentences(words: Words) -> Iterator[str]:
    flights = words.document.flights
    best = [_best(row) for row in flights if row.responsible]
    if not best:
        yield words.text("sectors.nobody")
    else:
        yield words.text(
            "sectors.answer",
            total=len(best),
            own=best.count(Standing.OWN),
            elsewhere=best.count(Standing.ELSEWHERE),
            unable=best.count(Standing.UNABLE),
        )
    if overlapping := sum(bool(row.overlaps) for row in flights):
        yield words.text("sectors.overlap", n=overlapping)
    if open_ := sum(bool(row.gaps) for row in flights):
        yield words.text("sectors.gap", n=open_)
    if words.document.unarmed:
        yield words.text("sectors.unarmed", parties=words.parties(words.document.unarmed))
    yield from _needs(words)


def _best(row: FlightRow) -> Standing:
    """How the best placed of the responsible parties stands."""
    found = {one.standing for one in row.responsible}
    return next(standing for standing in Standing if standing in found)


def _needs(words: Words) -> Iterator[str]:
    """Who would have to act over whose sector, with the flights for which it would."""
    flights: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for row in words.document.flights:
        for one in row.responsible:
            if one.standing is Standing.ELSEWHERE and one.needs_over:
                flights.setdefault((one.party, one.needs_over), []).append(words.flight(row))
    for (party, others), named in flights.items():
        yield words.text(
            "sectors.needs",
            party=words.party(party),
            others=words.parties(others),
            flights="; ".join(named),
        )


def table(document: SectorDocument, names: Names, lang: Language) -> Table:
    """Every flight with who answers for it, what it crosses, and who could act."""
    words = Words(document, names, lang)
    columns = (
        Column(words.text("sectors.column.flight"), share=1.6),
        Column(words.text("sectors.column.responsible"), share=1.6),
        Column(words.text("sectors.column.crossings"), share=2.0),
        Column(words.text("sectors.column.gaps"), share=1.0),
        Column(words.text("sectors.column.able"), share=2.0),
    )
    rows = tuple(_row(row, words) for row in document.flights)
    return Table("sectors", words.text("sectors.section.flights"), columns, rows, "folded")


def _row(row: FlightRow, words: Words) -> tuple[Cell, ...]:
    missile = words.names.short("missile", row.missile, words.lang)
    standing = "; ".join(_standing(one, words) for one in row.responsible)
    crossed = "; ".join(f"{words.parties(s.parties)} {words.span(s)}" for s in row.crossings)
    able = "; ".join(
        f"{words.names.short('site', w.site, words.lang)} {number(words.lang, w.window_s[0])}–"
        f"{number(words.lang, w.window_s[1])}"
        for w in row.able
    )
    return (
        Cell(words.flight(row), soft=missile),
        Cell(
            standing or words.text("sectors.none"),
            sign=_SIGNS[_best(row)] if row.responsible else "no",
        ),
        Cell(crossed or words.text("sectors.none")),
        Cell(", ".join(words.span(gap) for gap in row.gaps)),
        Cell(able or words.text("sectors.none")),
    )


def _standing(one: Responsible, words: Words) -> str:
    others = words.parties(one.needs_over)
    return words.text(
        f"sectors.standing.{one.standing}", party=words.party(one.party), others=others
    )


def _flights(words: Words) -> Iterator[Block]:
    """A chart for each missile, and the table."""
    by_missile: dict[str, list[FlightRow]] = {}
    for row in words.document.flights:
        by_missile.setdefault(row.missile, []).append(row)
    for missile, rows in by_missile.items():
        for first in range(0, len(rows), _ON_A_SHEET):
            yield Figure(
                id=f"strips-{missile}-{first}",
                drawing=_chart(rows[first : first + _ON_A_SHEET], words),
                caption=words.text("sectors.caption"),
                title=words.names.of_kind("missile", missile, words.lang),
                legend=tuple(_legend(words)),
            )
    yield table(words.document, words.names, words.lang)


def _chart(rows: Sequence[FlightRow], words: Words) -> Drawing:
    parties = tuple(words.document.sectors)
    flights = [
        Strips(
            name=words.flight(row),
            end_s=row.flight_time_s,
            sectors=tuple(
                tuple((s.from_s, s.to_s) for s in row.crossings if s.parties == (party,))
                for party in parties
            ),
            windows=tuple(
                tuple(w.window_s for w in row.able if w.party == party) for party in parties
            ),
            gaps=tuple((s.from_s, s.to_s) for s in row.gaps),
        )
        for row in rows
    ]
    return strips(words.lang, flights, alt=words.text("sectors.alt", n=len(rows)))


def _legend(words: Words) -> Iterator[LegendEntry]:
    for place, party in enumerate(words.document.sectors):
        kind = SECTOR_KINDS[place % len(SECTOR_KINDS)]
        said = words.text("sectors.legend.sector", place=place + 1, party=words.party(party))
        yield LegendEntry(kind, "area", said)
    yield LegendEntry(WINDOW_KIND, "area", words.text("sectors.legend.window"))
    yield LegendEntry("line-event", "line", words.text("sectors.legend.gap"))
