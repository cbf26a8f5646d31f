"""What the answer rests on: every number with its standing and its source."""

from __future__ import annotations

from collections.abc import Sequence

from glasshield.messages import has, name
from glasshield.messages.numbers import significant, with_unit
from glasshield.report.blocks import Block, Cell, Column, Paragraph, References, Section, Table
from glasshield.report.document import Assumption, Document
from glasshield.report.wording import Wording


def section(document: Document, words: Wording) -> Section:
    """The disputed values first, then all numbers by the kind of thing they belong to."""
    blocks: list[Block] = [Paragraph(words.text("assumptions.intro"))]
    disputed = [a for a in document.assumptions if a.disputed]
    if disputed:
        caption = words.text("assumptions.disputed_caption")
        blocks.append(_table("assumptions-disputed", caption, disputed, document, words, "open"))
    for kind in dict.fromkeys(_kind(a) for a in document.assumptions):
        mine = [a for a in document.assumptions if _kind(a) == kind and not a.disputed]
        if mine:
            caption = words.text(f"kind.{kind}")
            blocks.append(_table(f"assumptions-{kind}", caption, mine, document, words, "folded"))
    return Section("assumptions", words.text("section.assumptions"), tuple(blocks))


def sources(document: Document, words: Wording) -> Section:
    """The sources, numbered as the tables cite them."""
    entries = tuple(
        (str(place), f"{s.title}. {s.where}" if s.where else s.title)
        for place, s in enumerate(document.sources, start=1)
    )
    return Section("sources", words.text("section.sources"), (References(entries),))


def described(assumption: Assumption, words: Wording) -> str:
    """What a number is, in words: the thing, and which of its properties."""
    _, _, rest = assumption.key.partition(".")
    thing, _, field = rest.partition(".")
    what = words.named(thing)
    parts = [_field(part, words) for part in field.split(".") if part]
    return f"{what}: {', '.join(parts)}" if parts else what


def _field(part: str, words: Wording) -> str:
    head, _, index = part.partition("[")
    written = name(words.lang, "field", head, fallback=words.named(head).replace("_", " "))
    return f"{written} {int(index.rstrip(']')) + 1}" if index else written


def _kind(assumption: Assumption) -> str:
    kind = assumption.key.partition(".")[0]
    return kind if has(f"kind.{kind}") else "other"


def _table(
    identifier: str,
    caption: str,
    rows: Sequence[Assumption],
    document: Document,
    words: Wording,
    shown: str,
) -> Table:
    numbers = {s.id: str(place) for place, s in enumerate(document.sources, start=1)}
    columns = (
        Column(words.text("column.assumption")),
        Column(words.text("column.value"), "right"),
        Column(words.text("column.interval"), "right"),
        Column(words.text("column.status")),
        Column(words.text("column.stated_by")),
        Column(words.text("column.source"), "right"),
    )
    return Table(
        identifier,
        caption,
        columns,
        tuple(_row(a, numbers, words) for a in rows),
        "open" if shown == "open" else "folded",
    )


def _row(assumption: Assumption, numbers: dict[str, str], words: Wording) -> tuple[Cell, ...]:
    value = assumption.value
    written = (
        with_unit(words.lang, significant(words.lang, value), assumption.unit)
        if isinstance(value, float | int)
        else value
    )
    status = words.text(f"status.{assumption.status}")
    return (
        Cell(described(assumption, words)),
        Cell(written, sort=value if isinstance(value, float) else None),
        Cell(_interval(assumption, words)),
        Cell(status, sign=assumption.status),
        Cell(words.stated_by(assumption.by) if assumption.by else words.text("cell.none")),
        Cell(", ".join(f"[{numbers.get(s, s)}]" for s in assumption.sources)),
    )


def _interval(assumption: Assumption, words: Wording) -> str:
    low, high = assumption.low, assumption.high
    if low is None or high is None or low == high:
        return words.text("cell.none")
    first, last = significant(words.lang, low), significant(words.lang, high)
    return with_unit(words.lang, f"{first}–{last}", assumption.unit)
