"""The charts of a review: what each change does to the leakers, over many seeds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.messages import number
from glasshield.report.drawing import Drawing, label, line, speed_dot, text_width
from glasshield.report.exercise.document import EstimateRow, ManyRow
from glasshield.report.exercise.wording import Words, is_sure
from glasshield.report.markup import Markup, join
from glasshield.report.monitoring.frames import WIDE, Scale
from glasshield.report.tracking.panels import decimals, ticks

_PITCH: Final = 26.0
_SIZE: Final = 11.0
_DIGITS: Final = 200.0
_TOP: Final = 12.0


def differences(words: Words, measure: str) -> Drawing | None:
    """The mean difference that each change makes to a measure; None where none was counted."""
    rows = [
        (words.change(one.change, one.parties), found)
        for one in words.review.many
        if (found := _found(one, measure)) is not None
    ]
    if not rows:
        return None
    scale = _scale(rows)
    bottom = _TOP + _PITCH * len(rows)
    parts: list[Markup] = []
    marks = ticks(scale.low, scale.high, 7)
    for mark in marks:
        parts.append(line("rule", scale.at(mark), _TOP, scale.at(mark), bottom))
        said = number(words.lang, mark, decimals(marks))
        parts.append(label(scale.at(mark), bottom + 16.0, said, kind="text-soft", size=10.5,
                           anchor="middle"))  # fmt: skip
    parts.append(line("axis", scale.at(0.0), _TOP - 6.0, scale.at(0.0), bottom))
    for place, (name, row) in enumerate(rows):
        parts += _row(words, name, row, scale, _TOP + _PITCH * (place + 0.5))
    title = words.text("review.axis.difference", measure=words.measure(measure))
    parts.append(label(scale.last, bottom + 33.0, title, kind="text-soft", size=10.5,
                       anchor="end"))  # fmt: skip
    said = "; ".join(f"{name}: {words.difference(row)}" for name, row in rows)
    alt = words.text("review.differences.alt", measure=words.measure(measure), rows=said)
    return Drawing(WIDE, bottom + 40.0, join(parts), alt)


def _found(row: ManyRow, measure: str) -> EstimateRow | None:
    return next((one for one in row.differences if one.measure == measure), None)


def _scale(rows: Sequence[tuple[str, EstimateRow]]) -> Scale:
    """Where differences lie; zero is always on it."""
    ends = [0.0, *(end for _, row in rows for end in _ends(row))]
    room = 0.06 * (max(ends) - min(ends)) or 0.5
    left = 24.0 + max(text_width(name, _SIZE) for name, _ in rows)
    return Scale(min(ends) - room, max(ends) + room, left, WIDE - _DIGITS)


def _ends(row: EstimateRow) -> tuple[float, float]:
    """The ends of an interval; the figure itself where it has none."""
    return (
        row.value if row.low is None else row.low,
        row.value if row.high is None else row.high,
    )


def _row(words: Words, name: str, row: EstimateRow, scale: Scale, y: float) -> list[Markup]:
    """A difference with its interval; a full dot where it is surely not none."""
    kind = "dot-yes" if is_sure(row) else "dot-no"
    low, high = _ends(row)
    return [
        label(scale.first - 12.0, y + 4.0, name, size=_SIZE, anchor="end"),
        line("rule", scale.first, y, scale.last, y),
        line("line-margin", scale.at(low), y, scale.at(high), y),
        speed_dot(kind, scale.at(row.value), y),
        label(scale.last + 10.0, y + 4.0, words.difference(row), size=10.5, weight=600),
    ]
