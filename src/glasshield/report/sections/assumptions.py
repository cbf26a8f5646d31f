"""What the answer rests on: every number with its standing and its source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from glasshield.messages import coordinates, has, name
from glasshield.messages.numbers import significant, with_unit
from glasshield.report.blocks import Block, Cell, Column, Paragraph, References, Section, Table
from glasshield.report.document import Assumption, Document
from glasshield.report.wording import Wording

# Facts that are made of several numbers, which a table shows on one line.
_WHOLES: Final = frozenset({"position", "point", "box", "fields_of_view", "stages"})

# The first of two numbers that make a range, with the second and what the range is called.
_RANGES: Final = {
    "azimuth_from_deg": ("azimuth_to_deg", "azimuth"),
    "elevation_min_deg": ("elevation_max_deg", "elevation"),
    "south_deg": ("north_deg", "latitude"),
    "west_deg": ("east_deg", "longitude"),
}
_SAID: Final = frozenset({"lon_deg", *(last for last, _ in _RANGES.values())})


def section(document: Document, words: Wording) -> Section:
    """The disputed values first, then all numbers by the kind of thing they belong to."""
    blocks: list[Block] = [Paragraph(words.text("assumptions.intro"))]
    disputed = [a for a in document.assumptions if a.disputed]
    if disputed:
        caption = words.text("assumptions.disputed_caption")
        blocks.append(_table("assumptions-disputed", caption, disputed, words, "open"))
    for kind in dict.fromkeys(_kind(a) for a in document.assumptions):
        mine = [a for a in document.assumptions if _kind(a) == kind and not a.disputed]
        if mine:
            caption = words.text(f"kind.{kind}")
            blocks.append(_table(f"assumptions-{kind}", caption, mine, words, "folded"))
    return Section("assumptions", words.text("section.assumptions"), tuple(blocks))


def sources(document: Document, words: Wording) -> Section:
    """The sources, numbered as the tables cite them."""
    entries = tuple(
        (str(place), f"{s.title}. {s.where}" if s.where else s.title)
        for place, s in enumerate(document.sources, start=1)
    )
    return Section("sources", words.text("section.sources"), (References(entries),))


def described(key: str, words: Wording) -> str:
    """What a key stands for, in words: the thing, and which of its properties."""
    _, _, rest = key.partition(".")
    thing, _, field = rest.partition(".")
    parts = _fields(field, words)
    what = words.named(thing)
    return f"{what}: {', '.join(parts)}" if parts else what


def _fields(path: str, words: Wording) -> list[str]:
    """The properties on a path; a number counts what stands before it, from one."""
    # Who states a rival value stands in a column of its own.
    named, _, rest = path.partition("rivals.")
    steps = [*named.split("."), *rest.split(".")[1:]]
    parts: list[str] = []
    for step in (s for s in steps if s):
        if step.isdigit() and parts:
            # Stages and fields of view are counted from zero in a key; phases bear their number.
            count = int(step) + (0 if path.startswith("phases.") and len(parts) == 1 else 1)
            parts[-1] = f"{parts[-1]} {count}"
        else:
            parts.append(_field(step, words))
    return parts


def _field(part: str, words: Wording) -> str:
    return name(words.lang, "field", part, fallback=words.named(part).replace("_", " "))


def _kind(assumption: Assumption) -> str:
    kind = assumption.key.partition(".")[0]
    return kind if has(f"kind.{kind}") else "other"


def _table(
    identifier: str,
    caption: str,
    rows: Sequence[Assumption],
    words: Wording,
    shown: Literal["open", "folded"],
) -> Table:
    columns = (
        Column(words.text("column.assumption"), share=3.2),
        Column(words.text("column.value"), share=2.4),
        Column(words.text("column.interval"), share=1.3),
        Column(words.text("column.status"), share=1.7),
        Column(words.text("column.stated_by"), share=1.8),
        Column(words.text("column.source"), "right", share=1.0),
    )
    return Table(identifier, caption, columns, tuple(_row(g, words) for g in _grouped(rows)), shown)


def _grouped(rows: Sequence[Assumption]) -> list[list[Assumption]]:
    """The rows, those together that are parts of one place, field of view or stage."""
    groups: dict[tuple[str, ...], list[Assumption]] = {}
    for row in rows:
        whole, _, _ = row.key.rpartition(".")
        names = [p for p in whole.split(".") if not p.isdigit() and p != "rivals"]
        belongs = (whole, row.status, *row.sources) if names[-1] in _WHOLES else (row.key, row.by)
        groups.setdefault(belongs, []).append(row)
    return list(groups.values())


def _row(group: Sequence[Assumption], words: Wording) -> tuple[Cell, ...]:
    first = group[0]
    if len(group) == 1:
        key, value, interval = first.key, _value(first, words), _interval(first, words)
    else:
        key = first.key.rpartition(".")[0]
        value, interval = _parts(group, words), ""
    sort = first.value if len(group) == 1 and isinstance(first.value, float) else None
    numbers = {s.id: str(n) for n, s in enumerate(words.document.sources, start=1)}
    return (
        Cell(described(key, words)),
        Cell(value, sort=sort),
        Cell(interval or words.text("cell.none")),
        Cell(words.text(f"status.{first.status}"), sign=first.status),
        Cell(words.stated_by(first.by) if first.by else words.text("cell.none")),
        Cell(", ".join(f"[{numbers.get(s, s)}]" for s in first.sources)),
    )


def _parts(group: Sequence[Assumption], words: Wording) -> str:
    """The parts of a place, a field of view or a stage on one line."""
    by_field = {row.key.rpartition(".")[2]: row for row in group}
    written = []
    for field, row in by_field.items():
        if field == "lat_deg" and "lon_deg" in by_field:
            place = (_number(row), _number(by_field["lon_deg"]))
            written.append(coordinates(words.lang, *place))
        elif field in _RANGES and _RANGES[field][0] in by_field:
            last, name = _RANGES[field]
            ends = (_number(row), _number(by_field[last]))
            both = "–".join(significant(words.lang, end) for end in ends)
            written.append(f"{_field(name, words)} {with_unit(words.lang, both, row.unit)}")
        elif field not in _SAID and not (field == "height_m" and row.value == 0.0):
            interval = _interval(row, words)
            within = f" ({interval})" if interval else ""
            written.append(f"{_field(field, words)} {_value(row, words)}{within}")
    return "; ".join(written)


def _number(assumption: Assumption) -> float:
    return float(assumption.value)


def _value(assumption: Assumption, words: Wording) -> str:
    value = assumption.value
    if not isinstance(value, float | int):
        return value
    return with_unit(words.lang, significant(words.lang, value), assumption.unit)


def _interval(assumption: Assumption, words: Wording) -> str:
    low, high = assumption.low, assumption.high
    if low is None and high is None:
        return ""
    least = low if low is not None else assumption.value
    most = high if high is not None else assumption.value
    if not isinstance(least, float | int) or not isinstance(most, float | int):
        return ""
    first, last = significant(words.lang, least), significant(words.lang, most)
    return with_unit(words.lang, f"{first}–{last}", assumption.unit)
