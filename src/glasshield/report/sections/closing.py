"""The end of a report: terms, limits, and how to get the same answer again."""

from __future__ import annotations

from typing import Final

from glasshield.geodata import disclaimer
from glasshield.report import made
from glasshield.report.blocks import Definitions, Paragraph, Section
from glasshield.report.document import Document
from glasshield.report.wording import Wording

TERMS: Final = (
    "phase",
    "threat",
    "disputed",
    "burnout",
    "window",
    "margin",
    "depends",
    "defended",
    "interval",
    "rival",
    "infrared",
    "apogee",
    "reentry",
)
LIMITS: Final = ("model", "intervals")


def glossary(words: Wording) -> Section:
    """The terms that a reader meets."""
    entries = tuple(
        (words.text(f"glossary.{term}.term"), words.text(f"glossary.{term}.meaning"))
        for term in TERMS
    )
    return Section("glossary", words.text("section.glossary"), (Definitions(entries),))


def limits(document: Document, words: Wording) -> Section:
    """What the reader must not take from the report."""
    own = document.program.people
    people = words.text("limits.people", file=own) if own else words.text("limits.population")
    said = [*(words.text(f"limits.{limit}") for limit in LIMITS), people]
    blocks = tuple(Paragraph(sentence) for sentence in (*said, disclaimer(words.lang)))
    return Section("limits", words.text("section.limits"), blocks)


def reproduce(document: Document, words: Wording, files: tuple[str, ...]) -> Section:
    """How to compute the same report again, and which files lie beside it."""
    program = document.program
    return made.reproduce(words.lang, program, made.Made(program.command, files), "reproduce.intro")
