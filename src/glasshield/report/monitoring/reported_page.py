"""The report of what press figures alone say of flights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield import __version__
from glasshield.geodata.disclaimer import disclaimer
from glasshield.monitoring.document import ReportedRow
from glasshield.report.blocks import (
    Block,
    Command,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Section,
)
from glasshield.report.monitoring import charts, parts, tables
from glasshield.report.monitoring.parts import Made
from glasshield.report.monitoring.wording import Words

TERMS: Final = ("surface", "turning", "burnout_speed", "interval")
LIMITS: Final = ("reported", "lower", "line")


def build(rows: Sequence[ReportedRow], words: Words, made: Made) -> Page:
    """The page of reported flights.

    Args:
        rows: one for each flight.
        words: names and language.
        made: how it came to be.
    """
    return Page(
        lang=words.lang,
        title=words.text("monitoring.reported.title"),
        subtitle=words.text("monitoring.reported.subtitle", n=len(rows)),
        mark=parts.mark(words, "reported"),
        mark_full=parts.mark_full(words, "reported"),
        meta=(words.text("page.meta_program", version=__version__), f"glasshield {__version__}"),
        sections=_sections(rows, words, made),
        definitions={},
        contents_title=words.text("page.contents"),
        colophon=disclaimer(words.lang),
    )


def _sections(rows: Sequence[ReportedRow], words: Words, made: Made) -> tuple[Section, ...]:
    sources = [id for row in rows for id in row.source]
    sources += [id for row in rows for one in row.stated for id in one.source]
    found = (
        _answer(rows, words),
        *(_why(row, words) for row in rows if row.why),
        parts.glossary(words, TERMS),
        parts.limits(words, LIMITS),
        Section("reproduce", words.text("section.reproduce"), (
            Paragraph(words.text("monitoring.reproduce")), Command(made.command),
        )),
        parts.sources(words, sources),
    )  # fmt: skip
    return tuple(section for section in found if section is not None)


def _answer(rows: Sequence[ReportedRow], words: Words) -> Section:
    blocks: list[Block] = [Paragraph(words.text("monitoring.reported.lead"), "lead")]
    drawing = charts.reported(words, rows)
    if drawing is not None:
        legend = (
            LegendEntry("bar-sees", "dot", words.text("monitoring.legend.proven")),
            LegendEntry("line-margin", "line", words.text("monitoring.legend.rounding")),
            LegendEntry("line-event", "line", words.text("monitoring.legend.more")),
        )
        caption = words.text("monitoring.reported.caption")
        blocks.append(Figure("reported", drawing, caption, legend=legend))
    blocks.append(tables.reported(words, rows))
    return Section("answer", words.text("section.answer"), tuple(blocks))


def _why(row: ReportedRow, words: Words) -> Section:
    blocks = tuple(Paragraph(words.both(one)) for one in row.why)
    return Section(f"why-{row.id}", words.both(row.name), blocks, kicker=row.date)
