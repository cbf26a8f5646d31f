"""The answer: one sentence, then what each side finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from glasshield.assurance.document import BreakEven, Crux, VerdictRow, VerdictWord
from glasshield.report.assurance import charts
from glasshield.report.assurance.wording import Words, alone
from glasshield.report.blocks import (
    Answer,
    Answers,
    Block,
    Figure,
    LegendEntry,
    Paragraph,
    Section,
)

_ORDER: Final[tuple[VerdictWord, ...]] = ("holds", "fails", "undecided")
# So many answers stand side by side.
_IN_A_ROW: Final = 3


def section(words: Words) -> Section:
    """The answer in one sentence, a card for each side, and all margins on one scale."""
    answers = cards(words)
    rows = [answers[k : k + _IN_A_ROW] for k in range(0, len(answers), _IN_A_ROW)]
    blocks: list[Block] = [Paragraph(sentence(words), "lead")]
    blocks += [Answers(tuple(row)) for row in rows]
    blocks.append(_margins(words))
    return Section("answer", words.text("section.answer"), tuple(blocks))


def sentence(words: Words) -> str:
    """What is found, and what the disagreement hangs on."""
    rows = words.document.verdicts
    if len(rows) == 1:
        return _alone(words, rows[0])
    found = {row.verdict for row in rows}
    if len(found) == 1:
        return _agreed(words, rows)
    *first, last = _clauses(words)
    clauses = f"{', '.join(first)}{words.text('assurance.answer.and', last=last)}"
    said = words.text("assurance.answer.differ", clauses=clauses)
    crux = words.document.crux
    return f"{said} {hangs_on(words, crux)}" if crux is not None else said


def _alone(words: Words, row: VerdictRow) -> str:
    said = words.text(
        f"assurance.answer.one_{row.verdict}",
        side=words.quoted([row.assumptions]),
        margin=words.margin(row.margin.value),
    )
    return f"{said} {_why_undecided(words, [row])}" if row.verdict == "undecided" else said


def _agreed(words: Words, rows: Sequence[VerdictRow]) -> str:
    verdict = rows[0].verdict
    many = "both" if len(rows) == 2 else "agree"
    said = words.text(f"assurance.answer.{many}_{verdict}", n=len(rows))
    if verdict == "undecided":
        return f"{said} {_why_undecided(words, rows)}"
    known = [row for row in rows if row.margin.value is not None]
    if not known:
        return said
    nearest = min(known, key=lambda row: abs(row.margin.value or 0.0))
    least = words.text(
        "assurance.answer.least",
        margin=words.margin(nearest.margin.value),
        side=words.quoted([nearest.assumptions]),
    )
    return f"{said} {least}"


def _why_undecided(words: Words, rows: Sequence[VerdictRow]) -> str:
    """That the margins reach across zero, or lie so near to it that the model cannot tell."""
    low, high = (_farthest(rows, end) for end in ("low", "high"))
    band = max(row.margin.band for row in rows)
    if low is not None and high is not None and -band <= low <= high <= band:
        within = words.margin(band).lstrip("+")
        return words.text("assurance.answer.in_band", band=within)
    return words.text("assurance.answer.span", low=words.margin(low), high=words.margin(high))


def _farthest(rows: Sequence[VerdictRow], end: Literal["low", "high"]) -> float | None:
    """The end of all margins together; None where one of them has none."""
    ends = [getattr(row.margin, end) for row in rows]
    known = [value for value in ends if value is not None]
    if len(known) < len(ends):
        return None
    return min(known) if end == "low" else max(known)


def _clauses(words: Words) -> list[str]:
    """Who finds what; that these are assumptions is said of the first."""
    said: list[str] = []
    for verdict in _ORDER:
        sides = [row.assumptions for row in words.document.verdicts if row.verdict == verdict]
        if not sides:
            continue
        who = words.quoted(sides)
        if not said:
            who = words.text("assurance.answer.assumptions", sides=who)
        said.append(words.text(f"assurance.answer.clause_{verdict}", sides=who))
    return said


def hangs_on(words: Words, crux: Crux) -> str:
    """On what two sides' disagreement hangs; names the two where there are others."""
    said = _hangs(words, crux)
    if len(words.sides) < 3:
        return said
    first, last = (words.quoted([side]) for side in crux.between[:2])
    lowered = said[:1].lower() + said[1:]
    return words.text("assurance.crux.between", first=first, last=last, said=lowered)


def _hangs(words: Words, crux: Crux) -> str:
    both = [*crux.flip_sets, *crux.flip_sets_back]
    if not both:
        return words.text("assurance.crux.nothing")
    single = tuple(dict.fromkeys((*alone(crux.flip_sets), *alone(crux.flip_sets_back))))
    if len(single) == 1:
        return _single(words, crux, single[0])
    if single:
        named = words.parameters(single)
        return words.text("assurance.crux.several", n=len(single), parameters=named)
    least = min(both, key=len)
    ways = len(both)
    key = "assurance.crux.one_of" if ways > 1 else "assurance.crux.together"
    return words.text(key, n=len(least), ways=ways, parameters=words.parameters(least))


def _single(words: Words, crux: Crux, parameter: str) -> str:
    values = against(words, crux, parameter)
    turns = turns_at(words, crux.break_even, parameter)
    key = "assurance.crux.single_turns" if turns else "assurance.crux.single"
    said = words.text(key, parameter=words.parameter(parameter), values=values, turns=turns)
    one_way = [
        (side, sets)
        for side, sets in zip(crux.between, (crux.flip_sets, crux.flip_sets_back), strict=False)
        if parameter not in alone(sets)
    ]
    for side, sets in one_way:
        name = words.quoted([side])
        least = min((len(one) for one in sets), default=0)
        key = "assurance.crux.takes" if least else "assurance.crux.stays"
        said += " " + words.text(key, side=name, n=least)
    return said


def against(words: Words, crux: Crux, parameter: str) -> str:
    """The two sides' own values of a parameter."""
    for row in crux.shows:
        if row.parameter == parameter:
            first, last = (words.stated(value) for value in (row.states, row.other_states))
            return words.text("assurance.crux.against", first=first, last=last)
    for turn in crux.break_even:
        if turn.parameter == parameter:
            first, last = (words.value(value, turn.unit) for value in turn.between)
            return words.text("assurance.crux.against", first=first, last=last)
    return words.text("cell.none")


def turns_at(words: Words, turns: Sequence[BreakEven], parameter: str) -> str:
    """The value at which the verdict turns, or between which it does; empty where none does."""
    mine = [turn for turn in turns if turn.parameter == parameter and turn.value is not None]
    values = sorted(turn.value for turn in mine if turn.value is not None)
    if not values:
        return ""
    return words.span(values[0], values[-1], mine[0].unit)


def cards(words: Words) -> list[Answer]:
    """What each side finds."""
    return [_card(words, row) for row in words.document.verdicts]


def _card(words: Words, row: VerdictRow) -> Answer:
    margin = words.text("assurance.card.margin", margin=words.margin(row.margin.value))
    ends = words.margin_ends(row.margin)
    said = [f"{margin} {ends}" if ends else margin]
    if row.worst_case is not None and (case := words.case(row.worst_case)):
        said.append(words.text("assurance.card.worst", case=case))
    if row.verdict == "undecided" and row.would_decide:
        said.append(_deciding(words, row))
    return Answer(
        topic=words.topic(row.verdict),
        question=words.side(row.assumptions),
        short=words.text(f"assurance.card.{row.verdict}"),
        sentences=tuple(said),
        sign=words.sign(row.verdict),
    )


def _deciding(words: Words, row: VerdictRow) -> str:
    """What would decide an undecided verdict, or that no one thing would."""
    deciding = [effect.parameter for effect in row.would_decide if effect.decides]
    if deciding:
        named = words.parameters(deciding)
        return words.text("assurance.card.decides", parameters=named)
    foremost = words.parameter(row.would_decide[0].parameter)
    return words.text("assurance.card.none_decides", parameter=foremost)


def _margins(words: Words) -> Figure:
    bands = [row.margin.band for row in words.document.verdicts]
    legend = [LegendEntry("line-margin", "line", words.text("assurance.legend.interval"))]
    caption = meaning(words)
    if max(bands):
        said = words.text("assurance.legend.band", band=words.margin(max(bands)).lstrip("+"))
        legend.append(LegendEntry("wash-band", "area", said))
    return Figure("margins", charts.margins(words), caption, legend=tuple(legend))


def meaning(words: Words) -> str:
    """What the margin of the claim measures."""
    said = [words.text(f"assurance.meaning.{words.document.claim.predicate}")]
    if words.document.claim.denies:
        said.insert(0, words.text("assurance.meaning.denied"))
    return " ".join((*said, words.text("assurance.meaning.zero")))
