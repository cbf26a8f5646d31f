"""What the pages of monitoring share: marks, what a test is, terms, limits, how to check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from glasshield.assurance.document import Program, Text
from glasshield.geodata.disclaimer import disclaimer
from glasshield.monitoring.document import TestRow
from glasshield.report.blocks import (
    Block,
    Command,
    Definitions,
    Facts,
    Paragraph,
    References,
    Section,
)
from glasshield.report.monitoring import tables
from glasshield.report.monitoring.wording import Words


@dataclass(frozen=True, slots=True)
class Made:
    """How a report came to be: the command, and what lies beside it."""

    command: str
    files: tuple[str, ...] = ()


def mark(words: Words, kind: str) -> str:
    """The mark on every sheet."""
    return words.text(f"monitoring.mark.{kind}")


def mark_full(words: Words, kind: str) -> str:
    """The mark in a whole sentence."""
    return words.text(f"monitoring.mark_full.{kind}")


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


def reproduce(words: Words, program: Program, made: Made) -> Section:
    """How to get the same page."""
    facts = [
        (words.text("reproduce.version"), f"{program.name} {program.version}"),
        (words.text("reproduce.hash"), program.input_hash),
    ]
    if made.files:
        facts.append((words.text("reproduce.files"), ", ".join(made.files)))
    blocks: tuple[Block, ...] = (
        Paragraph(words.text("monitoring.reproduce")),
        Command(made.command),
        Facts(tuple(facts)),
    )
    return Section("reproduce", words.text("section.reproduce"), blocks)


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
