"""What the pages of monitoring share: marks, what a test is, terms, limits, how to check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glasshield.assurance.document import Program, Text
from glasshield.geodata.disclaimer import disclaimer
from glasshield.monitoring.document import TestRow
from glasshield.report.blocks import (
    Block,
    Definitions,
    Facts,
    Page,
    Paragraph,
    References,
    Section,
)
from glasshield.report.made import Made, reproduce
from glasshield.report.markup import Markup
from glasshield.report.monitoring import tables
from glasshield.report.monitoring.wording import Words

REPRODUCED: Final = "monitoring.reproduce"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above a page; `kind` decides its mark."""

    title: str
    subtitle: str
    kind: Literal["plan", "simulated", "measured", "reported"]
    meta: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """What stands at the end of a page about a test.

    Attributes:
        assumptions: what was taken for granted.
        terms: to be explained.
        limits: what the page does not show.
        program: what computed the document.
        made: how the page came to be.
        cited: ids of sources.
    """

    assumptions: tuple[Text, ...]
    terms: tuple[str, ...]
    limits: tuple[str, ...]
    program: Program
    made: Made
    cited: tuple[str, ...]


def page(
    words: Words, head: Head, sections: Iterable[Section | None], drawn: Mapping[str, Markup]
) -> Page:
    """A page with its mark.

    Args:
        words: names and language.
        head: what stands above it.
        sections: from top to bottom; None for what has nothing to say.
        drawn: what its drawings refer to.
    """
    return Page(
        lang=words.lang,
        title=head.title,
        subtitle=head.subtitle,
        mark=mark(words, head.kind),
        mark_full=words.text(f"monitoring.mark_full.{head.kind}"),
        meta=head.meta,
        sections=tuple(section for section in sections if section is not None),
        definitions=drawn,
        contents_title=words.text("page.contents"),
        colophon=disclaimer(words.lang),
    )


def closing(words: Words, last: Closing) -> tuple[Section | None, ...]:
    """Assumptions, terms, limits, how to get the same page, and sources."""
    return (
        assumed(words, last.assumptions),
        glossary(words, last.terms),
        limits(words, last.limits),
        reproduce(words.lang, last.program, last.made, REPRODUCED),
        sources(words, last.cited),
    )


def mark(words: Words, kind: str) -> str:
    """The mark on every sheet."""
    return words.text(f"monitoring.mark.{kind}")


def meta(words: Words, program: Program, test: TestRow) -> tuple[str, ...]:
    """What stands below the title."""
    return (
        words.text("page.meta_program", version=program.version),
        words.text("page.meta_inputs", hash=program.input_hash[:12]),
        words.text("monitoring.meta_test", id=test.id),
    )


def announced(words: Words, test: TestRow) -> Section:
    """The notice, and what is said of the vehicle."""
    windows = "; ".join(
        words.text("monitoring.window", begin=words.moment(begin), end=words.moment(end))
        for begin, end in test.windows
    )
    facts = Facts((
        (words.text("monitoring.fact.host"), words.party(test.host)),
        (words.text("monitoring.fact.vehicle"), test.vehicle_class),
        (words.text("monitoring.fact.issued"), words.moment(test.issued)),
        (words.text("monitoring.fact.windows"), windows),
    ))  # fmt: skip
    blocks: tuple[Block, ...] = (
        facts,
        tables.stated(words, test),
        Paragraph(words.text("monitoring.stated.measures"), "note"),
    )
    return Section("announced", words.text("monitoring.section.announced"), blocks)


def warned(words: Words, warnings: Sequence[Text]) -> list[Block]:
    """What to mind, before anything else is read."""
    return [Paragraph(words.text("monitoring.warning", said=words.both(one))) for one in warnings]


def assumed(words: Words, assumptions: Sequence[Text]) -> Section | None:
    """What was taken for granted."""
    if not assumptions:
        return None
    blocks = tuple(Paragraph(words.both(one)) for one in assumptions)
    return Section("assumptions", words.text("section.assumptions"), blocks)


def glossary(words: Words, terms: Iterable[str]) -> Section:
    """The terms of a page."""
    entries = tuple(
        (words.text(f"monitoring.term.{term}.term"), words.text(f"monitoring.term.{term}.meaning"))
        for term in terms
    )
    return Section("glossary", words.text("section.glossary"), (Definitions(entries),))


def limits(words: Words, names: Iterable[str]) -> Section:
    """What a page does not show."""
    said = [*(words.text(f"monitoring.limits.{name}") for name in names), disclaimer(words.lang)]
    blocks = tuple(Paragraph(one) for one in said)
    return Section("limits", words.text("section.limits"), blocks)


def sources(words: Words, ids: Iterable[str]) -> Section | None:
    """The sources of what is said of the vehicle."""
    cited = [id for id in dict.fromkeys(ids) if id != "glasshield"]
    if not cited:
        return None
    entries = tuple(
        (str(place), words.names.of_kind("source", id, words.lang))
        for place, id in enumerate(cited, start=1)
    )
    return Section("sources", words.text("section.sources"), (References(entries),))
