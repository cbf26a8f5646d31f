"""The report of a judged claim as blocks, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.assurance.document import Crux, Document
from glasshield.geodata.disclaimer import disclaimer
from glasshield.messages import Language, percent
from glasshield.report.assurance import answer, charts, maps, tables
from glasshield.report.assurance.names import Names
from glasshield.report.assurance.wording import Words, weight
from glasshield.report.blocks import (
    Block,
    Definitions,
    Facts,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Plates,
    References,
    Section,
)
from glasshield.report.made import Made, reproduce

TERMS: Final = (
    "claim", "assumptions", "margin", "band", "crux", "break_even", "sobol", "worst_case",
)  # fmt: skip
LIMITS: Final = ("true", "worst", "sobol")
# So many parameters get a curve of their own.
_MOST_CURVES: Final = 7
# A number with a smaller total index moves the margin too little for a curve.
_MOVES: Final = 0.02
_ROUNDS_TO_ZERO: Final = 0.005


def build(document: Document, names: Names, lang: Language, made: Made) -> Page:
    """The page of a judged claim.

    Args:
        document: the claim with its verdicts.
        names: what ids are called.
        lang: the language of the page.
        made: how it came to be.
    """
    words = Words(document, names, lang)
    ground = maps.FlightMap.of(words)
    mark = words.text("assurance.mark")
    return Page(
        lang=lang,
        title=words.both(document.claim.name),
        subtitle=_subtitle(words),
        mark=mark,
        mark_full=words.text("page.mark_full"),
        meta=_meta(words),
        sections=_sections(words, ground.figure(mark), made),
        definitions=ground.definitions(),
        contents_title=words.text("page.contents"),
        colophon=disclaimer(lang),
    )


def _sections(words: Words, ground: Figure | None, made: Made) -> tuple[Section, ...]:
    crux, sources = words.document.crux, cited(words.document)
    found = (
        answer.section(words),
        _map(words, ground),
        _turns(words, crux),
        _shows(words, crux),
        _crux(words, crux),
        _undecided(words),
        _said(words, sources),
        _evidence(words),
        _assumptions(words, sources),
        _glossary(words),
        _limits(words),
        reproduce(words.lang, words.document.program, made, "assurance.reproduce.intro"),
        _sources(words, sources),
    )
    return tuple(section for section in found if section is not None)


def _map(words: Words, ground: Figure | None) -> Section | None:
    if ground is None:
        return None
    blocks: tuple[Block, ...] = (ground, tables.flights(words))
    name = "flights" if words.document.agreement else "map"
    return Section("map", words.text(f"assurance.section.{name}"), blocks)


def _turns(words: Words, crux: Crux | None) -> Section | None:
    """A curve for each number that matters, the one that matters most first and large."""
    if crux is None or not crux.curves:
        return None
    keys = _worth_a_curve(crux)
    first, others = keys[0], keys[1:]
    blocks: list[Block] = [
        Paragraph(words.text("assurance.turns.intro")),
        _curve(words, crux, first, charts.WIDE),
    ]
    if others:
        blocks.append(Plates(tuple(_curve(words, crux, k, charts.COMPACT) for k in others)))
    if crux.break_even:
        blocks.append(tables.break_even(words, crux.break_even))
    return Section("turns", words.text("assurance.section.turns"), tuple(blocks))


def _worth_a_curve(crux: Crux) -> list[str]:
    """The numbers that turn or move the margin, the weightiest first; one at least."""
    rank = weight(crux)
    keys = dict.fromkeys(curve.parameter for curve in crux.curves)
    order = sorted(keys, key=lambda key: rank[key], reverse=True)
    turning = {turn.parameter for turn in crux.break_even if turn.value is not None}
    moving = {row.parameter for row in crux.sensitivity if row.total_index >= _MOVES}
    found = [key for key in order if key in turning | moving]
    return (found or order[:1])[:_MOST_CURVES]


def _curve(words: Words, crux: Crux, parameter: str, width: float) -> Figure:
    curves = [curve for curve in crux.curves if curve.parameter == parameter]
    turns = [turn for turn in crux.break_even if turn.parameter == parameter]
    drawing = charts.over_parameter(words, curves, turns, crux.between, width)
    legend = tuple(
        LegendEntry(
            charts.LINES[place % len(charts.LINES)],
            "line",
            words.text("assurance.legend.held", side=words.side(side)),
        )
        for place, side in enumerate(crux.between)
    )
    said = " ".join(f"{charts.turn_in_words(words, turn)}." for turn in turns)
    caption = f"**{words.parameter(parameter)}.** {said}".strip()
    name = parameter.replace(".", "-")
    return Figure(f"curve-{name}", drawing, caption, legend=legend)


def _shows(words: Words, crux: Crux | None) -> Section | None:
    if crux is None or not crux.shows or words.document.agreement:
        return None
    blocks: list[Block] = [Paragraph(words.text("assurance.shows.intro"))]
    table = tables.shows(words, crux)
    if table.rows:
        blocks.append(table)
    mattering = {row.parameter for row in crux.shows if tables.matters(crux, row)}
    idle = [key for key in dict.fromkeys(row.parameter for row in crux.shows)
            if key not in mattering]  # fmt: skip
    if idle:
        said = words.text("assurance.shows.idle", parameters=words.parameters(idle))
        blocks.append(Paragraph(said))
    return Section("shows", words.text("assurance.section.shows"), tuple(blocks))


def _crux(words: Words, crux: Crux | None) -> Section | None:
    if crux is None:
        return None
    blocks: list[Block] = []
    if len(crux.between) > 1:
        first, last = (words.quoted([side]) for side in crux.between[:2])
        key = "agreed" if words.document.agreement else "intro"
        intro = words.text(f"assurance.crux.{key}", first=first, last=last)
        if not words.document.agreement:
            intro = f"{intro} {answer.hangs_on(words, crux)}"
        blocks.append(Paragraph(intro))
        if crux.flip_sets or crux.flip_sets_back:
            blocks.append(tables.flips(words, crux))
        if crux.sets_up_to is not None:
            blocks.append(Paragraph(words.text("assurance.crux.sets_up_to", n=crux.sets_up_to)))
    if crux.sensitivity:
        blocks.append(_indices(words, crux))
    if words.document.other_cruxes:
        blocks.append(tables.other_pairs(words, words.document.other_cruxes))
    if not blocks:
        return None
    key = "assurance.section.moves" if words.document.agreement else "section.crux"
    return Section("hangs", words.text(key), tuple(blocks))


def _indices(words: Words, crux: Crux) -> Figure:
    ranked = sorted(crux.sensitivity, key=lambda row: row.total_index, reverse=True)
    rows = [row for row in ranked if row.total_index >= _ROUNDS_TO_ZERO] or ranked[:1]
    caption = words.text("assurance.indices.caption", n=crux.evaluations, seed=str(crux.seed))
    if more := len(ranked) - len(rows):
        caption = f"{caption} {words.text('assurance.indices.rest', n=more)}"
    if crux.clipped and crux.clipped_to is not None:
        low, high = (words.margin(end) for end in crux.clipped_to)
        share = percent(words.lang, crux.clipped)
        clipped = words.text("assurance.indices.clipped", share=share, low=low, high=high)
        caption = f"{caption} {clipped}"
    return Figure("indices", charts.indices(words, rows), caption)


def _undecided(words: Words) -> Section | None:
    rows = [row for row in words.document.verdicts if row.would_decide]
    if not rows:
        return None
    blocks: tuple[Block, ...] = (
        Paragraph(words.text("assurance.decides.intro")),
        *(tables.would_decide(words, row) for row in rows),
    )
    return Section("decides", words.text("assurance.section.decides"), blocks)


def _said(words: Words, sources: Sequence[str]) -> Section | None:
    """The claim in each party's words, and what is to be said of it."""
    claim = words.document.claim
    entries = tuple(
        (
            words.party(one.by),
            words.text(
                "assurance.said.quote",
                text=words.both(one.text),
                sources=numbered(one.source, sources),
                status=words.text(f"status.{one.status}"),
            ),
        )
        for one in claim.wording
    )
    blocks: list[Block] = [Facts(entries)] if entries else []
    blocks += [Paragraph(words.both(one)) for one in claim.comment]
    if not blocks:
        return None
    return Section("said", words.text("assurance.section.said"), tuple(blocks))


def _evidence(words: Words) -> Section | None:
    rows = [row for row in words.document.verdicts if row.evidence]
    if not rows:
        return None
    flown = any(case.launch for row in rows for case in row.evidence)
    intro = "assurance.evidence.intro" if flown else "assurance.evidence.counted"
    blocks: list[Block] = [Paragraph(words.text(intro))]
    blocks += [tables.evidence(words, row) for row in rows]
    if unanswered := words.unanswered():
        said = words.text("assurance.page.unanswered", sentences="; ".join(unanswered))
        blocks.append(Paragraph(said, "note"))
    return Section("evidence", words.text("assurance.section.evidence"), tuple(blocks))


def _assumptions(words: Words, sources: Sequence[str]) -> Section | None:
    """What each set says of itself, and every setting of it."""
    said = tuple(
        (words.side(id), remark)
        for id in words.sides
        if (remark := words.names.remarks_on(id, words.lang))
    )
    blocks: list[Block] = [Facts(said)] if said else []
    if words.document.assumptions:
        blocks.append(Paragraph(words.text("assurance.assumptions.intro")))
        blocks.append(tables.assumptions(words, sources))
    if not blocks:
        return None
    return Section("assumptions", words.text("section.assumptions"), tuple(blocks))


def _glossary(words: Words) -> Section:
    entries = tuple(
        (
            words.text(f"assurance.term.{term}.term"),
            words.text(f"assurance.term.{term}.meaning"),
        )
        for term in TERMS
    )
    return Section("glossary", words.text("section.glossary"), (Definitions(entries),))


def _limits(words: Words) -> Section:
    said = [
        *(words.text(f"assurance.limits.{limit}") for limit in LIMITS),
        words.text("limits.model"),
        disclaimer(words.lang),
    ]
    blocks = tuple(Paragraph(one) for one in said)
    return Section("limits", words.text("section.limits"), blocks)


def _sources(words: Words, sources: Sequence[str]) -> Section | None:
    if not sources:
        return None
    entries = tuple(
        (str(place), words.names.of_kind("source", id, words.lang))
        for place, id in enumerate(sources, start=1)
    )
    return Section("sources", words.text("section.sources"), (References(entries),))


def cited(document: Document) -> tuple[str, ...]:
    """The ids of all sources, in the order in which the page first names them."""
    found = [id for one in document.claim.wording for id in one.source]
    found += [id for row in document.assumptions for id in row.source]
    return tuple(dict.fromkeys(found))


def numbered(ids: Sequence[str], sources: Sequence[str]) -> str:
    """Sources as the tables cite them."""
    return ", ".join(f"[{sources.index(id) + 1}]" for id in ids)


def _subtitle(words: Words) -> str:
    claim = words.document.claim
    who = "; ".join(words.party(id) for id in claim.by)
    sides = words.text("assurance.subtitle_sides", n=len(words.sides))
    return words.text("assurance.subtitle", who=who, sides=sides)


def _meta(words: Words) -> tuple[str, ...]:
    document = words.document
    said = [
        words.text("page.meta_program", version=document.program.version),
        words.text("page.meta_inputs", hash=document.program.input_hash[:12]),
        words.text("assurance.meta_sides", n=len(words.sides)),
    ]
    if document.flights:
        said.append(words.text("assurance.meta_flights", n=len(document.flights)))
    return tuple(said)
