"""The report as blocks, in one language: what a web page and a printed document both say."""

from __future__ import annotations

from glasshield.geodata import disclaimer
from glasshield.messages import Language
from glasshield.report import phase_maps
from glasshield.report.blocks import Page, Section
from glasshield.report.document import Document
from glasshield.report.findings import Findings, findings
from glasshield.report.sections import (
    answer,
    assumptions,
    closing,
    crux,
    phases,
    tables,
    timeline,
)
from glasshield.report.wording import Wording


def build(document: Document, lang: Language, files: tuple[str, ...] = ()) -> Page:
    """The page of an assessment.

    Args:
        document: the assessment.
        lang: the language of the page.
        files: names of the files that lie beside the page.
    """
    words = Wording(document, lang)
    found = findings(document)
    atlas = phase_maps.Atlas.of(document)
    return Page(
        lang=lang,
        title=words.text("page.title"),
        subtitle=subtitle(words),
        mark=words.text("page.mark"),
        mark_full=words.text("page.mark_full"),
        meta=_meta(found, words),
        sections=_sections(found, words, atlas, files),
        definitions=atlas.definitions(),
        contents_title=words.text("page.contents"),
        colophon=disclaimer(lang),
    )


def _sections(
    found: Findings, words: Wording, atlas: phase_maps.Atlas, files: tuple[str, ...]
) -> tuple[Section, ...]:
    sections = (
        answer.section(found, words),
        crux.section(found, words),
        *(phases.section(phase, words, atlas) for phase in found.phases),
        timeline.section(found.document, words),
        tables.section(found, words),
        assumptions.section(found.document, words),
        closing.glossary(words),
        closing.limits(found.document, words),
        closing.reproduce(found.document, words, files),
        assumptions.sources(found.document, words),
    )
    return tuple(s for s in sections if s is not None)


def subtitle(words: Wording) -> str:
    """Which architectures and phases an assessment is about."""
    parts = []
    phases = words.document.phases
    for architecture in dict.fromkeys(p.architecture for p in phases):
        mine = [p for p in phases if p.architecture == architecture]
        numbers = [p.number for p in mine if p.number is not None]
        if len(numbers) > 1:
            parts.append(words.text(
                "page.phases_of", architecture=words.named(architecture),
                first=numbers[0], last=numbers[-1],
            ))  # fmt: skip
        else:
            parts.append(words.phase(mine[0]))
    return " · ".join(parts)


def _meta(found: Findings, words: Wording) -> tuple[str, ...]:
    document = found.document
    return (
        words.text("page.meta_program", version=document.program.version),
        words.text("page.meta_inputs", hash=document.program.input_hash[:12]),
        words.text("page.meta_phases", n=len(found.phases)),
        words.text("page.meta_flights", n=len(document.flights)),
    )
