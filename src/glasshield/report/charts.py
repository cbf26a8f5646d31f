"""Charts: who is reached at which speed, the course of one flight, a share with its interval."""

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
    path,
    rect,
    speed_dot,
    text_width,
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
    band_km_s: float,
    alt: str,
) -> Drawing:
    """The least burnout speed that reaches each flight, against the speeds that are stated.

    Args:
        lang: the language of the labels.
        rows: the flights, from top to bottom.
        marks: the stated speeds.
        band_km_s: half the width of the zone in which no yes or no is claimed.
        alt: the chart in words.
    """
    left, right, top, pitch = 196.0, WIDTH - 16.0, 30.0 + 15.0 * len(marks), 24.0
    speeds = [r.least_km_s for r in rows if r.least_km_s is not None]
    speeds += [m.speed_km_s for m in marks]
    first = math.floor(min(speeds, default=3.0) - 0.4)
    last = math.ceil(max(speeds, default=9.0) + 0.4)
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


@dataclass(frozen=True, slots=True)
class Span:
    """A bar on the timeline: something that lasts."""

    name: str
    from_s: float
    to_s: float
    kind: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark on the timeline: something that happens."""

    name: str
    time_s: float


def timeline_chart(
    lang: Language,
    times_s: Sequence[float],
    heights_km: Sequence[float],
    moments: Sequence[Moment],
    spans: Sequence[Span],
    *,
    alt: str,
) -> Drawing:
    """Height over time, with what happens, and below it who sees the flight and could meet it."""
    left, right, top, floor = 150.0, WIDTH - 16.0, 96.0, 290.0
    end_s = times_s[-1]
    ceiling_km = _nice_ceiling(max(heights_km))

    def x_of(time_s: float) -> float:
        return left + min(max(time_s, 0.0), end_s) / end_s * (right - left)

    def y_of(height_km: float) -> float:
        return floor - height_km / ceiling_km * (floor - top)

    parts = _height_axis(lang, ceiling_km, y_of, (left, right))
    curve = [(x_of(t), y_of(h)) for t, h in zip(times_s, heights_km, strict=True)]
    parts.append(path("under-curve", [[(left, floor), *curve, (right, floor)]], closed="closed"))
    parts.append(path("curve", [curve]))
    lane, bottom = 24.0, floor + 14.0 + 24.0 * len(spans)
    parts.extend(_moments(moments, x_of, _interpolator(times_s, heights_km, y_of), bottom))
    for place, span in enumerate(spans):
        y = floor + 14.0 + lane * place
        parts.append(line("rule", left, y + 8, right, y + 8))
        parts.append(label(left - 10, y + 12, span.name, anchor="end", size=11.5))
        width = max(x_of(span.to_s) - x_of(span.from_s), 3.0)
        parts.append(rect(span.kind, x_of(span.from_s), y + 2, width, 12.0, 2.0))
    parts.append(line("axis", left, bottom + 6, right, bottom + 6))
    minutes = _minute_step(end_s)
    for minute in range(0, int(end_s // 60) + 1, minutes):
        x = x_of(60.0 * minute)
        parts.append(line("axis", x, bottom + 6, x, bottom + 11))
        parts.append(label(x, bottom + 24, number(lang, minute), kind="text-soft", anchor="middle"))
    axis = text(lang, "chart.timeline.axis")
    parts.append(label(right, bottom + 42, axis, kind="text-soft", anchor="end"))
    return Drawing(WIDTH, bottom + 50.0, join(parts), alt)


def _height_axis(
    lang: Language, ceiling_km: float, y_of: Scale, x_span: tuple[float, float]
) -> list[Markup]:
    parts = []
    for step in range(5):
        height_km = ceiling_km * step / 4
        y = y_of(height_km)
        parts.append(line("rule" if step else "axis", x_span[0], y, x_span[1], y))
        words = quantity(lang, height_km, "km") if step == 4 else number(lang, height_km)
        parts.append(label(x_span[0] - 10, y + 4, words, kind="text-soft", anchor="end"))
    return parts


def _moments(moments: Sequence[Moment], x_of: Scale, y_at: Scale, bottom: float) -> list[Markup]:
    rows_end = [-math.inf] * 5
    parts: list[Markup] = []
    for moment in sorted(moments, key=lambda m: m.time_s):
        x = x_of(moment.time_s)
        width = text_width(moment.name, 11.0)
        leftward = x + width > WIDTH - 4.0
        start = x - width - 4.0 if leftward else x
        row = next((i for i, end in enumerate(rows_end) if end < start), len(rows_end) - 1)
        rows_end[row] = start + width + 10.0
        y = 14.0 + 14.0 * row
        parts.append(line("line-event", x, y + 3, x, bottom))
        anchor: Anchor = "end" if leftward else "start"
        shift = -4.0 if leftward else 0.0
        parts.append(label(x + shift, y, moment.name, anchor=anchor, halo="halo"))
        parts.append(circle("dot", x, y_at(moment.time_s), 3.6))
    return parts


def _interpolator(times_s: Sequence[float], heights_km: Sequence[float], y_of: Scale) -> Scale:
    def y_at(time_s: float) -> float:
        for i in range(1, len(times_s)):
            if times_s[i] >= time_s:
                part = (time_s - times_s[i - 1]) / max(times_s[i] - times_s[i - 1], 1e-9)
                height = heights_km[i - 1] + part * (heights_km[i] - heights_km[i - 1])
                return y_of(height)
        return y_of(heights_km[-1])

    return y_at


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


def _nice_ceiling(value: float) -> float:
    size = 10.0 ** math.floor(math.log10(max(value, 1.0)))
    return next(size * step for step in (1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 10.0, 12.0)
                if size * step >= value * 1.04)  # fmt: skip


def _minute_step(end_s: float) -> int:
    return next((step for step in (1, 2, 5, 10, 20) if end_s / 60.0 / step <= 16), 30)
