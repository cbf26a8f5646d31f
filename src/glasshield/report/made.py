"""How a report came to be, and what its readers need to make it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from glasshield.messages import Language, text
from glasshield.report.blocks import Block, Command, Facts, Paragraph, Section
from glasshield.report.saved_figure import SavedFigure


@dataclass(frozen=True, slots=True)
class Made:
    """How a report came to be: the command, what lies beside it, and the figures it was given."""

    command: str
    files: tuple[str, ...] = ()
    figures: tuple[SavedFigure, ...] = ()


class Computed(Protocol):
    """What computed a document, and from what."""

    @property
    def name(self) -> str:
        """Of the program."""
        ...

    @property
    def version(self) -> str:
        """Of the program."""
        ...

    @property
    def input_hash(self) -> str:
        """Of all that went in."""
        ...


def reproduce(lang: Language, program: Computed, made: Made, intro: str) -> Section:
    """The section that says how to get the same page.

    Args:
        lang: the language of the page.
        program: what computed the document.
        made: the command, and what it wrote.
        intro: the key of the text that says what comes out the same.
    """
    facts = [
        (text(lang, "reproduce.version"), f"{program.name} {program.version}"),
        (text(lang, "reproduce.hash"), program.input_hash),
    ]
    if made.files:
        facts.append((text(lang, "reproduce.files"), ", ".join(made.files)))
    blocks: tuple[Block, ...] = (
        Paragraph(text(lang, intro)),
        Command(made.command),
        Facts(tuple(facts)),
    )
    return Section("reproduce", text(lang, "section.reproduce"), blocks)
