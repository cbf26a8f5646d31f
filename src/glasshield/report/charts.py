"""Charts: who is reached at which speed, and a share with its interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import Language, number, quantity, text
from glasshield.report.document import Fraction, Verdict
from glasshield.report.drawing import (
    Anchor,
    Drawing,
    circle,
    label,
    line,
    rect,
    speed_dot,
)
from glasshield.report.markup import Markup, join

WIDTH: Final = 720.0

Scale = Callable[[float], float]


@dataclass(frozen=True, slots=True)
class SpeedRow:
    """A flight on the speed chart: the least burnout speed that opens a window, if any does."""

    name: str
    least_km_s: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class SpeedMark:
    """A stated burnout speed: a line across the chart."""

    name: str
    speed_km_s: float
    declared: bool


def speed_chart(
    lang: Language,
    rows: Sequence[SpeedRow],
    marks: Sequence[SpeedMark],
    *,
    scale_km_s: tuple[float, float],
    band_km_s: float,
    alt: str,
) -> Drawing:
    """The least burnout speed that reaches each flight, against the speeds that are stated.

    Args:
        lang: the language of the labels.
        rows: the flights, from top to bottom.
        marks: the stated speeds.
        scale_km_s: the speeds that the axis must hold.
        band_km_s: half the width of the zone in which no yes or no is claimed.
        alt: the chart in words.
    """
    left, right, top, pitch = 196.0, WIDTH - 16.0, 30.0 + 15.0 * len(marks), 24.0
    first, last = math.floor(scale_km_s[0] - 0.4), math.ceil(scale_km_s[1] + 0.4)
    bottom = top + pitch * len(rows)

    def x_of(speed_km_s: float) -> float:
        return left + (speed_km_s - first) / (last - first) * (right - left)

    parts: list[Markup] = []
    for tick in range(first, last + 1):
        parts.append(line("rule", x_of(tick), top, x_of(tick), bottom))
        parts.append(
            label(x_of(tick), bottom + 16, number(lang, tick), kind="text-soft", anchor="middle")
        )
    axis = text(lang, "chart.speed.axis")
    parts.append(label(right, bottom + 34, axis, kind="text-soft", anchor="end"))
    for place, mark in enumerate(sorted(marks, key=lambda m: m.speed_km_s)):
        parts.extend(_speed_mark(lang, mark, x_of, 16.0 + 15.0 * place, (top, bottom), band_km_s))
    for place, row in enumerate(rows):
        y = top + pitch * (place + 0.5)
        parts.append(label(left - 12, y + 4, row.name, anchor="end", size=12))
        parts.extend(_speed_row(lang, row, x_of, y, (left, right)))
    return Drawing(WIDTH, bottom + 42.0, join(parts), alt)


def _speed_mark(
    lang: Language,
    mark: SpeedMark,
    x_of: Scale,
    y_label: float,
    y_span: tuple[float, float],
    band_km_s: float,
) -> list[Markup]:
    x = x_of(mark.speed_km_s)
    half = x_of(mark.speed_km_s + band_km_s) - x
    anchor: Anchor = "end" if x > WIDTH * 0.66 else "start"
    shift = -7.0 if anchor == "end" else 7.0
    kind = "line-declared" if mark.declared else "line-rival"
    words = f"{quantity(lang, mark.speed_km_s, 'km/s', 1)} · {mark.name}"
    return [
        rect("wash-depends", x - half, y_span[0], 2 * half, y_span[1] - y_span[0]),
        line(kind, x, y_label - 9, x, y_span[1]),
        label(x + shift, y_label, words, anchor=anchor, weight=600, size=12,
              kind="text" if mark.declared else "text-reaches"),
    ]  # fmt: skip


def _speed_row(
    lang: Language, row: SpeedRow, x_of: Scale, y: float, x_span: tuple[float, float]
) -> list[Markup]:
    parts = [line("rule", x_span[0], y, x_span[1], y)]
    if row.least_km_s is None:
        words = text(lang, "chart.speed.none")
        parts.append(label(x_span[1], y + 4, words, kind="text-soft", anchor="end", halo="halo"))
        return parts
    x = x_of(row.least_km_s)
    parts.append(speed_dot(f"dot-{row.verdict}", x, y))
    return parts


def share_bar(share: Fraction, *, alt: str, kind: str = "defends") -> Drawing:
    """A share between nothing and all: the interval as a band, the value as a dot."""
    width, height = 120.0, 12.0

    def x_of(fraction: float) -> float:
        return 4.0 + min(max(fraction, 0.0), 1.0) * (width - 8.0)

    band = max(x_of(share.high) - x_of(share.low), 1.5)
    return Drawing(
        width,
        height,
        join([
            rect("track", x_of(0), 4.5, x_of(1) - x_of(0), 3.0, 1.5),
            rect(f"wash-{kind}", x_of(share.low), 2.5, band, 7.0, 2.0),
            circle(f"bar-{kind}", x_of(share.value), 6.0, 3.4),
        ]),
        alt,
    )  # fmt: skip
