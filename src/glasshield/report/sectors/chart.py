"""Strips over time: whose sector lies under each flight, and when a battery has a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import Language, number, text
from glasshield.report.drawing import Drawing, label, line, path, rect, text_width
from glasshield.report.markup import Markup, join

WIDE: Final = 720.0
# A party's strip keeps its place and its colour in every row.
SECTOR_KINDS: Final = ("bar-sees", "bar-reaches", "bar-soft")
WINDOW_KIND: Final = "bar-defends"
GAP_KIND: Final = "line-event"

_RIGHT: Final = WIDE - 16.0
_SIZE: Final = 11.0
_STRIP: Final = 6.0
_BETWEEN: Final = 9.0


@dataclass(frozen=True, slots=True)
class Strips:
    """One flight: spans in seconds for each party's sector, its windows, and what is nobody's."""

    name: str
    end_s: float
    sectors: tuple[tuple[tuple[float, float], ...], ...]
    windows: tuple[tuple[tuple[float, float], ...], ...]
    gaps: tuple[tuple[float, float], ...]


def strips(lang: Language, flights: Sequence[Strips], *, alt: str) -> Drawing:
    """The flights one below the other, over one axis of minutes."""
    left = 20.0 + max(text_width(flight.name, _SIZE) for flight in flights)
    end_s = max(flight.end_s for flight in flights)
    parts: list[Markup] = []
    y = 8.0
    for flight in flights:
        drawn, y = _row(flight, left, end_s, y)
        parts += drawn
    parts += _axis(lang, left, end_s, y)
    return Drawing(WIDE, y + 40.0, join(parts), alt)


def _x(time_s: float, left: float, end_s: float) -> float:
    return left + time_s / end_s * (_RIGHT - left)


def _row(flight: Strips, left: float, end_s: float, y: float) -> tuple[list[Markup], float]:
    """A flight's strips, and where the next row begins."""
    height = _STRIP * len(flight.sectors) * 2
    parts = [label(left - 8, y + height / 2 + 4, flight.name, anchor="end", size=_SIZE)]
    middle = y + height / 2
    ends = (_x(0.0, left, end_s), _x(flight.end_s, left, end_s))
    parts.append(path("rule", [[(ends[0], middle), (ends[1], middle)]]))
    for start, stop in flight.gaps:
        parts.append(line(GAP_KIND, _x(start, left, end_s), middle, _x(stop, left, end_s), middle))
    for place, (sector, windows) in enumerate(zip(flight.sectors, flight.windows, strict=True)):
        top = y + 2 * _STRIP * place
        kind = SECTOR_KINDS[place % len(SECTOR_KINDS)]
        parts += [_bar(kind, span, left, end_s, top, _STRIP) for span in sector]
        parts += [_bar(WINDOW_KIND, span, left, end_s, top + _STRIP, 4.0) for span in windows]
    return parts, y + height + _BETWEEN


def _bar(
    kind: str, span: tuple[float, float], left: float, end_s: float, top: float, height: float
) -> Markup:
    begin, stop = (_x(time_s, left, end_s) for time_s in span)
    return rect(kind, begin, top, max(stop - begin, 2.0), height, 1.0)


def _axis(lang: Language, left: float, end_s: float, y: float) -> list[Markup]:
    step = next((n for n in (1, 2, 5, 10) if end_s / 60.0 / n <= 16), 20)
    parts = [line("axis", left, y, _RIGHT, y)]
    for minute in range(0, int(end_s // 60) + 1, step):
        x = _x(60.0 * minute, left, end_s)
        parts.append(line("axis", x, y, x, y + 5))
        parts.append(label(x, y + 18, number(lang, minute), kind="text-soft", anchor="middle"))
    words = text(lang, "chart.timeline.axis")
    parts.append(label(_RIGHT, y + 34, words, kind="text-soft", anchor="end"))
    return parts
