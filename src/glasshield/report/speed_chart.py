"""The chart of who is reached at which speed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import Language, number, quantity, text
from glasshield.report.document import Verdict
from glasshield.report.drawing import Anchor, Drawing, label, line, rect, speed_dot, text_width
from glasshield.report.markup import Markup, join, tag

WIDE: Final = 720.0
COMPACT: Final = 440.0  # beside a map

_PITCH: Final = 24.0
_MARK_PITCH: Final = 15.0
_NAME_SIZE: Final = 11.5


@dataclass(frozen=True, slots=True)
class SpeedDot:
    """A flight on the chart: the least burnout speed that opens a window, if any does."""

    name: str
    least_km_s: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SpeedRow:
    """The flights from one launch area."""

    name: str
    dots: tuple[SpeedDot, ...]

    @property
    def beyond(self) -> int:
        """How many of them no speed reaches."""
        return sum(dot.least_km_s is None for dot in self.dots)


@dataclass(frozen=True, slots=True)
class SpeedMark:
    """A stated burnout speed: a line across the chart, shaded between its stated ends."""

    name: str
    speed_km_s: float
    low_km_s: float
    high_km_s: float
    declared: bool


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where speeds and rows lie on the drawing."""

    width: float
    left: float
    top: float
    rows: int
    first_km_s: int
    last_km_s: int

    @property
    def right(self) -> float:
        return self.width - 14.0

    @property
    def bottom(self) -> float:
        return self.top + _PITCH * self.rows

    def x(self, speed_km_s: float) -> float:
        part = (speed_km_s - self.first_km_s) / (self.last_km_s - self.first_km_s)
        return self.left + part * (self.right - self.left)

    def y(self, row: int) -> float:
        return self.top + _PITCH * (row + 0.5)


def speed_chart(
    lang: Language,
    rows: Sequence[SpeedRow],
    marks: Sequence[SpeedMark],
    *,
    scale_km_s: tuple[float, float],
    width: float,
    alt: str,
) -> Drawing:
    """The least burnout speed that reaches each flight, against the speeds that are stated.

    Args:
        lang: the language of the labels.
        rows: the flights by launch area, from top to bottom.
        marks: the stated speeds.
        scale_km_s: the speeds that the axis must hold.
        width: of the drawing, `WIDE` or `COMPACT`.
        alt: the chart in words.
    """
    plot = _Plot(
        width=width,
        left=24.0 + max((text_width(row.name, _NAME_SIZE) for row in rows), default=0.0),
        top=22.0 + _MARK_PITCH * len(marks),
        rows=len(rows),
        first_km_s=math.floor(scale_km_s[0] - 0.4),
        last_km_s=math.ceil(scale_km_s[1] + 0.4),
    )
    parts = [
        *_axis(lang, plot),
        *(_band(mark, plot) for mark in marks),
        *(p for place, row in enumerate(rows) for p in _row(lang, row, place, plot)),
    ]
    for place, mark in enumerate(sorted(marks, key=lambda m: m.speed_km_s)):
        parts += _mark(lang, mark, 14.0 + _MARK_PITCH * place, plot)
    for place, row in enumerate(rows):
        parts += _dots(lang, row, place, plot)
    return Drawing(width, plot.bottom + 42.0, join(parts), alt)


def _axis(lang: Language, plot: _Plot) -> list[Markup]:
    parts = []
    for tick in range(plot.first_km_s, plot.last_km_s + 1):
        x = plot.x(tick)
        parts.append(line("rule", x, plot.top, x, plot.bottom))
        words = number(lang, tick)
        parts.append(label(x, plot.bottom + 16, words, kind="text-soft", anchor="middle"))
    words = text(lang, "chart.speed.axis")
    parts.append(label(plot.right, plot.bottom + 34, words, kind="text-soft", anchor="end"))
    return parts


def _band(mark: SpeedMark, plot: _Plot) -> Markup:
    low, high = plot.x(mark.low_km_s), plot.x(mark.high_km_s)
    return rect("wash-depends", low, plot.top, high - low, plot.bottom - plot.top)


def _mark(lang: Language, mark: SpeedMark, y: float, plot: _Plot) -> list[Markup]:
    x = plot.x(mark.speed_km_s)
    words = f"{quantity(lang, mark.speed_km_s, 'km/s', 1)} · {mark.name}"
    leftward = x + 7.0 + text_width(words, 12.0) > plot.width
    anchor: Anchor = "end" if leftward else "start"
    kind = ("line-declared", "text") if mark.declared else ("line-rival", "text-reaches")
    return [
        line(kind[0], x, y - 9, x, plot.bottom),
        label(
            x - 7.0 if leftward else x + 7.0,
            y,
            words,
            anchor=anchor,
            weight=600,
            size=12.0,
            kind=kind[1],
            halo="halo",
        ),
    ]


def _row(lang: Language, row: SpeedRow, place: int, plot: _Plot) -> list[Markup]:
    y = plot.y(place)
    parts = [
        line("rule", plot.left, y, plot.right, y),
        label(plot.left - 10, y + 4, row.name, anchor="end", size=_NAME_SIZE),
    ]
    if row.beyond:
        words = text(lang, "chart.speed.none", n=row.beyond)
        parts.append(
            label(plot.right, y + 4, words, size=10.0, kind="text-soft", anchor="end", halo="halo")
        )
    return parts


def _dots(lang: Language, row: SpeedRow, place: int, plot: _Plot) -> list[Markup]:
    """The dots of a row, each with its flight and its speed for whoever points at it."""
    return [
        tag(
            "g",
            None,
            tag("title", None, f"{dot.name}: {quantity(lang, dot.least_km_s, 'km/s', 2)}"),
            speed_dot(f"dot-{dot.verdict}", plot.x(dot.least_km_s), plot.y(place)),
        )
        for dot in row.dots
        if dot.least_km_s is not None
    ]
