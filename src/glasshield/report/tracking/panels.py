"""Panels: one quantity over time, drawn as lines and bands, several below each other."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import Language, number, text
from glasshield.report.drawing import Drawing, group, label, line, path
from glasshield.report.markup import Markup, join

Points = Sequence[tuple[float, float]]

_LEFT: Final = 62.0
_RIGHT_GAP: Final = 10.0
_TITLE: Final = 18.0  # above each panel
_FOOT: Final = 40.0  # below the last, for the minutes
_TICKS: Final = 4
_NICE: Final = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Band:
    """An area between two lines."""

    kind: str
    times_s: Sequence[float]
    low: Sequence[float]
    high: Sequence[float]


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through values over time."""

    kind: str
    times_s: Sequence[float]
    values: Sequence[float]


@dataclass(frozen=True, slots=True)
class Level:
    """A value that stays the same over time."""

    kind: str
    value: float


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity; `floor` and `ceiling` are values that the scale must hold."""

    title: str
    curves: tuple[Curve, ...]
    bands: tuple[Band, ...] = ()
    levels: tuple[Level, ...] = ()
    floor: float | None = None
    ceiling: float | None = None


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where times and values lie on the drawing."""

    left: float
    right: float
    top: float
    bottom: float
    from_s: float
    to_s: float
    low: float
    high: float

    def x(self, time_s: float) -> float:
        part = (time_s - self.from_s) / ((self.to_s - self.from_s) or 1.0)
        return self.left + part * (self.right - self.left)

    def y(self, value: float) -> float:
        part = (value - self.low) / ((self.high - self.low) or 1.0)
        return self.bottom - min(max(part, -0.02), 1.02) * (self.bottom - self.top)


def panels(
    lang: Language, shown: Sequence[Panel], *, width: float, height: float, alt: str
) -> Drawing:
    """The panels below each other, over the same minutes.

    Args:
        lang: the language of the labels.
        shown: from top to bottom.
        width: of the drawing.
        height: of each panel.
        alt: the charts in words.
    """
    times = [time for panel in shown for curve in panel.curves for time in curve.times_s]
    span = (min(times, default=0.0), max(times, default=1.0))
    parts = []
    for place, panel in enumerate(shown):
        top = _TITLE + place * (height + _TITLE + 8.0)
        low, high = _ends(panel)
        scale = _Scale(_LEFT, width - _RIGHT_GAP, top, top + height, *span, low, high)
        parts.append(_panel(lang, panel, scale))
    bottom = len(shown) * (height + _TITLE + 8.0) - 8.0
    last = _Scale(_LEFT, width - _RIGHT_GAP, 0.0, bottom, *span, 0.0, 1.0)
    parts.append(_minutes(lang, last))
    return Drawing(width, bottom + _FOOT, join(parts), alt)


def ticks(low: float, high: float, most: int = _TICKS) -> list[float]:
    """Round numbers between two ends, at most so many and one more."""
    if not high > low:
        return [low]
    rough = (high - low) / most
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * nice for nice in _NICE if size * nice >= rough * (1.0 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    return [step * k for k in range(first, math.floor(high / step + 1e-9) + 1)]


def decimals(values: Sequence[float]) -> int:
    """How many decimals tell these numbers apart."""
    steps = [b - a for a, b in itertools.pairwise(values)]
    step = min(steps, default=1.0)
    return max(0, -math.floor(math.log10(step) + 1e-9)) + (_half(step) if step < 1.0 else 0)


def _half(step: float) -> int:
    """One more decimal for steps such as 0.25."""
    lead = step / 10.0 ** math.floor(math.log10(step) + 1e-9)
    return int(abs(lead - 2.5) < 1e-6)


def _ends(panel: Panel) -> tuple[float, float]:
    """The ends of a panel's scale, a little beyond all that it shows."""
    values = [v for curve in panel.curves for v in curve.values]
    values += [v for band in panel.bands for v in (*band.low, *band.high)]
    values += [level.value for level in panel.levels]
    values += [v for v in (panel.floor, panel.ceiling) if v is not None]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = 0.06 * (high - low) or 0.5
    return (
        low if panel.floor is not None and low >= panel.floor else low - room,
        high if panel.ceiling is not None and high <= panel.ceiling else high + room,
    )


def _panel(lang: Language, panel: Panel, scale: _Scale) -> Markup:
    marks = ticks(scale.low, scale.high)
    places = decimals(marks)
    parts = [label(scale.left, scale.top - 6.0, panel.title, size=10.0, kind="text-soft")]
    for mark in marks:
        y = scale.y(mark)
        parts.append(line("rule", scale.left, y, scale.right, y))
        words = number(lang, mark, places)
        parts.append(
            label(scale.left - 6.0, y + 3.5, words, size=10.0, kind="text-soft", anchor="end")
        )
    parts += [_band(band, scale) for band in panel.bands]
    for level in panel.levels:
        y = scale.y(level.value)
        parts.append(line(level.kind, scale.left, y, scale.right, y))
    parts += [
        path(
            curve.kind,
            [[(scale.x(t), scale.y(v)) for t, v in zip(curve.times_s, curve.values, strict=True)]],
        )
        for curve in panel.curves
    ]
    return group(*parts)


def _band(band: Band, scale: _Scale) -> Markup:
    there = [(scale.x(t), scale.y(v)) for t, v in zip(band.times_s, band.high, strict=True)]
    back = [(scale.x(t), scale.y(v)) for t, v in zip(band.times_s, band.low, strict=True)]
    return path(band.kind, [[*there, *reversed(back)]], closed="closed")


def _minutes(lang: Language, scale: _Scale) -> Markup:
    marks = [60.0 * minute for minute in ticks(scale.from_s / 60.0, scale.to_s / 60.0, 8)]
    places = decimals([mark / 60.0 for mark in marks])
    parts = [line("axis", scale.left, scale.bottom, scale.right, scale.bottom)]
    for mark in marks:
        x = scale.x(mark)
        parts.append(line("axis", x, scale.bottom, x, scale.bottom + 4.0))
        words = number(lang, mark / 60.0, places)
        parts.append(
            label(x, scale.bottom + 16.0, words, size=10.0, kind="text-soft", anchor="middle")
        )
    words = text(lang, "tracking.axis.minutes")
    parts.append(
        label(scale.right, scale.bottom + 31.0, words, size=10.0, kind="text-soft", anchor="end")
    )
    return group(*parts)
