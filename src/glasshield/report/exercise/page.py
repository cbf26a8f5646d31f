"""The review of an exercise as blocks, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from glasshield.geodata.disclaimer import disclaimer
from glasshield.messages import Language, text
from glasshield.report.blocks import (
    Answers,
    Block,
    Command,
    Definitions,
    Facts,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Section,
)
from glasshield.report.exercise import charts, findings, tables, timeline_figure
from glasshield.report.exercise.document import Review
from glasshield.report.exercise.wording import Words
from glasshield.report.made import Made, reproduce

TERMS: Final = (
    "leaker", "wasted", "known", "false_alarm", "unannounced", "same_draws", "interval",
)  # fmt: skip
LIMITS: Final = ("simulated", "scripted", "probability", "line")
DIGEST_DIGITS: Final = 16


def build(review: Review, lang: Language, made: Made) -> Page:
    """The page of a review.

    Args:
        review: the exercise.
        lang: the language of the page.
        made: how it came to be.
    """
    words = Words(review, lang)
    sections = (
        _answer(words),
        _timeline(words),
        _known(words),
        _procedure(words),
        _outcome(words),
        _others(words),
        _many(words),
        _statement(words),
        _glossary(words),
        _limits(words),
        reproduce(lang, review.program, made, "review.reproduce"),
    )
    return Page(
        lang=lang,
        title=words.text("review.title", name=words.both(review.exercise.name)),
        subtitle=_subtitle(words),
        mark=text(lang, "review.mark"),
        mark_full=text(lang, "review.mark_full"),
        meta=(
            text(lang, "page.meta_program", version=review.program.version),
            text(lang, "page.meta_inputs", hash=review.program.input_hash[:12]),
            text(lang, "review.meta_root", root=review.run.root[:DIGEST_DIGITS]),
        ),
        sections=tuple(section for section in sections if section is not None),
        definitions={},
        contents_title=text(lang, "page.contents"),
        colophon=disclaimer(lang),
    )


def _subtitle(words: Words) -> str:
    run = words.review.run
    return words.text(
        "review.subtitle",
        seed=words.count(run.seed),
        parties=words.parties(tuple(one.id for one in words.review.exercise.parties)),
    )


def _answer(words: Words) -> Section:
    blocks: list[Block] = [
        Paragraph(words.both(words.review.exercise.lesson), "lead"),
        *(Paragraph(sentence) for sentence in findings.lesson(words)),
        Answers(findings.answers(words)),
        *(
            Paragraph(words.text("review.warning", said=words.both(one)))
            for one in words.review.warnings
        ),
    ]
    return Section("answer", words.text("review.section.answer"), tuple(blocks))


def _timeline(words: Words) -> Section | None:
    drawing = timeline_figure.figure(words, words.review)
    if drawing is None:
        return None
    caption = words.text("review.timeline.caption")
    legend = timeline_figure.legend(words, words.review)
    blocks = (Figure("timeline", drawing, caption, legend=legend), tables.moments(words))
    return Section("timeline", words.text("review.section.timeline"), blocks)


def _known(words: Words) -> Section | None:
    if not words.review.flights:
        return None
    blocks = (
        Paragraph(words.text("review.known.intro")),
        tables.known(words),
    )
    return Section("known", words.text("review.section.known"), blocks)


def _procedure(words: Words) -> Section | None:
    if not words.review.waits:
        return None
    blocks: tuple[Block, ...] = (
        *(Paragraph(sentence) for sentence in findings.procedure(words)),
        tables.waits(words),
    )
    return Section("procedure", words.text("review.section.procedure"), blocks)


def _outcome(words: Words) -> Section | None:
    if not words.review.flights:
        return None
    blocks: list[Block] = [Paragraph(sentence) for sentence in findings.outcome(words)]
    if words.review.chains:
        blocks += [Paragraph(words.text("review.chains.intro")), tables.chains(words)]
    blocks.append(tables.flights(words))
    return Section("outcome", words.text("review.section.outcome"), tuple(blocks))


def _others(words: Words) -> Section | None:
    if len(words.review.others) < 2:
        return None
    blocks: tuple[Block, ...] = (
        *(Paragraph(sentence) for sentence in findings.others(words)),
        tables.side_by_side(words),
        tables.first(words),
    )
    return Section("others", words.text("review.section.others"), blocks)


def _many(words: Words) -> Section | None:
    if not words.review.many:
        return None
    base = words.review.many[0]
    blocks: list[Block] = [
        *(Paragraph(sentence) for sentence in findings.many(words)),
        *(Paragraph(sentence, "note") for sentence in findings.method(words)),
    ]
    if drawing := charts.differences(words, words.at_stake):
        legend = (
            LegendEntry("dot-yes", "dot", words.text("review.legend.surely")),
            LegendEntry("dot-no", "dot", words.text("review.legend.perhaps")),
        )
        caption = words.text("review.differences.caption", measure=words.measure(words.at_stake))
        blocks.append(Figure("differences", drawing, caption, legend=legend))
        blocks.append(tables.paired(words))
    blocks.append(tables.many(words, base))
    return Section("many", words.text("review.section.many"), tuple(blocks))


def _statement(words: Words) -> Section:
    review = words.review
    facts = Facts((
        (words.text("review.fact.exercise"), review.exercise.sha256),
        (words.text("review.fact.seed"), words.count(review.run.seed)),
        (words.text("review.fact.actions"), _actions(words)),
        (words.text("review.fact.records"), words.count(review.run.size)),
        (words.text("review.fact.root"), review.run.root),
    ))  # fmt: skip
    blocks: tuple[Block, ...] = (
        Paragraph(words.text("review.statement.intro")),
        facts,
        Command("\n".join(_commands(words))),
    )
    return Section("statement", words.text("review.section.statement"), blocks)


def _actions(words: Words) -> str:
    run = words.review.run
    return words.text("review.fact.actions_are", n=run.actions, digest=run.actions_sha256)


def _commands(words: Words) -> Iterator[str]:
    """How the parties sign."""
    ids = [party.id for party in words.review.exercise.parties] or ["party"]
    yield f"glasshield statement sign DIR --key {ids[0]}.key"
    for id in ids[1:2]:
        yield f"glasshield statement countersign DIR/statement.json --key {id}.key --rerun"
    yield "glasshield statement verify DIR/statement.json --rerun"


def _glossary(words: Words) -> Section:
    entries = tuple(
        (words.text(f"review.term.{term}.term"), words.text(f"review.term.{term}.meaning"))
        for term in TERMS
    )
    return Section("glossary", words.text("section.glossary"), (Definitions(entries),))


def _limits(words: Words) -> Section:
    said = [*(words.text(f"review.limits.{name}") for name in LIMITS), disclaimer(words.lang)]
    return Section("limits", words.text("section.limits"), tuple(map(Paragraph, said)))
