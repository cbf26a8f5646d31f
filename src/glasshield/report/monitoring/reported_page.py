"""The report of what press figures alone say of flights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield import __version__
from glasshield.monitoring.document import ReportedRow, Value
from glasshield.report.blocks import (
    Block,
    Command,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Section,
)
from glasshield.report.made import Made
from glasshield.report.monitoring import charts, parts, tables
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
    head = parts.Head(
        title=words.text("monitoring.reported.title"),
        subtitle=words.text("monitoring.reported.subtitle"),
        kind="reported",
        meta=(words.text("page.meta_program", version=__version__), _counted(rows, words)),
    )
    return parts.page(words, head, _sections(rows, words, made), {})


def _sections(rows: Sequence[ReportedRow], words: Words, made: Made) -> tuple[Section | None, ...]:
    sources = [id for row in rows for id in row.source]
    sources += [id for row in rows for one in row.stated for id in one.source]
    return (
        _answer(rows, words),
        _why(rows, words),
        parts.glossary(words, TERMS),
        parts.limits(words, LIMITS),
        Section("reproduce", words.text("section.reproduce"), (
            Paragraph(words.text("monitoring.reproduce")), Command(made.command),
        )),
        parts.sources(words, sources),
    )  # fmt: skip


def _counted(rows: Sequence[ReportedRow], words: Words) -> str:
    return words.text("monitoring.reported.meta", n=len(rows))


def sentences(rows: Sequence[ReportedRow], words: Words) -> list[str]:
    """What flights show of which somebody states a speed."""
    return [
        _shown(row, row.surface_speed_km_s, words)
        for row in rows
        if row.stated and row.surface_speed_km_s is not None
    ]


def _shown(row: ReportedRow, speed: Value, words: Words) -> str:
    """What one flight needed, over a still Earth and over the turning one, beside what is said."""
    said = words.text(
        "monitoring.reported.shown",
        flight=words.both(row.name),
        least=words.at_least(speed.low, speed.sigma),
        low=words.speed(min(one.in_flight_km_s for one in row.stated)),
        high=words.speed(max(one.in_flight_km_s for one in row.stated)),
    )
    turning = row.turning_speed_km_s
    if turning is None:
        return said
    least = words.at_least(turning.low, turning.sigma)
    return f"{said} {words.text('monitoring.reported.shown_turning', least=least)}"


def _answer(rows: Sequence[ReportedRow], words: Words) -> Section:
    blocks: list[Block] = [Paragraph(words.text("monitoring.reported.lead"), "lead")]
    blocks += [Paragraph(said) for said in sentences(rows, words)]
    # Of many flights those are drawn with which something can be compared.
    compared = [row for row in rows if row.stated]
    drawing = charts.reported(words, compared or rows)
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


def _why(rows: Sequence[ReportedRow], words: Words) -> Section | None:
    """What is to be said of each flight, those first of which somebody states a speed."""
    disputed = sorted((row for row in rows if row.why), key=lambda row: not row.stated)
    if not disputed:
        return None
    blocks = tuple(
        Paragraph(f"**{words.both(row.name)}.** {' '.join(words.both(why) for why in row.why)}")
        for row in disputed
    )
    return Section("flights", words.text("monitoring.section.flights"), blocks)
