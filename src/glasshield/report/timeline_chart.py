"""The course of one flight: height over time, what happens, who sees it, when it could be met."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import Language, number, quantity, text
from glasshield.report.drawing import Anchor, Drawing, circle, label, line, path, rect, text_width
from glasshield.report.markup import Markup, join

WIDTH: Final = 720.0

_RIGHT: Final = WIDTH - 16.0
_NAME_SIZE: Final = 11.5
_PLOT_HEIGHT: Final = 196.0
_NOTE_PITCH: Final = 15.0
_LANE_PITCH: Final = 24.0
_NICE: Final = (1.0, 1.2, 1.6, 2.0, 2.4, 3.2, 4.0, 6.0, 8.0, 10.0, 12.0)


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


@dataclass(frozen=True, slots=True)
class Track:
    """Height over time."""

    times_s: Sequence[float]
    heights_km: Sequence[float]

    @property
    def end_s(self) -> float:
        """When the flight ends."""
        return self.times_s[-1]

    def height_km(self, time_s: float) -> float:
        """The height at a time, between samples on a straight line."""
        for i in range(1, len(self.times_s)):
            if self.times_s[i] >= time_s:
                step_s = max(self.times_s[i] - self.times_s[i - 1], 1e-9)
                part = (time_s - self.times_s[i - 1]) / step_s
                return self.heights_km[i - 1] * (1 - part) + self.heights_km[i] * part
        return self.heights_km[-1]


@dataclass(frozen=True, slots=True)
class _Note:
    """The words of a moment, and where they stand."""

    moment: Moment
    row: int
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where times and heights lie on the drawing."""

    end_s: float
    ceiling_km: float
    left: float
    top: float
    lanes: int

    @property
    def floor(self) -> float:
        return self.top + _PLOT_HEIGHT

    @property
    def bottom(self) -> float:
        return self.floor + 14.0 + _LANE_PITCH * self.lanes

    def x(self, time_s: float) -> float:
        part = min(max(time_s, 0.0), self.end_s) / self.end_s
        return self.left + part * (_RIGHT - self.left)

    def y(self, height_km: float) -> float:
        return self.floor - height_km / self.ceiling_km * _PLOT_HEIGHT


def timeline_chart(
    lang: Language, track: Track, moments: Sequence[Moment], spans: Sequence[Span], *, alt: str
) -> Drawing:
    """Height over time, with what happens, and below it who sees the flight and could meet it."""
    left = 24.0 + max([80.0, *(text_width(span.name, _NAME_SIZE) for span in spans)])
    notes = _placed(moments, track.end_s, left)
    rows = 1 + max((note.row for note in notes), default=0)
    plot = _Plot(
        end_s=track.end_s,
        ceiling_km=_ceiling(max(track.heights_km)),
        left=left,
        top=18.0 + _NOTE_PITCH * rows,
        lanes=len(spans),
    )
    curve = [(plot.x(t), plot.y(h)) for t, h in zip(track.times_s, track.heights_km, strict=True)]
    ground = [(left, plot.floor), *curve, (_RIGHT, plot.floor)]
    parts = [
        *_heights(lang, plot),
        path("under-curve", [ground], closed="closed"),
        path("curve", [curve]),
        *_notes(notes, track, plot),
        *_lanes(spans, plot),
        *_minutes(lang, plot),
    ]
    return Drawing(WIDTH, plot.bottom + 50.0, join(parts), alt)


def _placed(moments: Sequence[Moment], end_s: float, left: float) -> list[_Note]:
    """The notes in rows, none over another."""
    ends: list[float] = []
    notes = []
    for moment in sorted(moments, key=lambda m: m.time_s):
        x = left + moment.time_s / end_s * (_RIGHT - left)
        width = text_width(moment.name, 11.0)
        leftward = x + width > WIDTH - 4.0
        start = x - width - 4.0 if leftward else x
        row = next((i for i, end in enumerate(ends) if end < start), len(ends))
        ends[row : row + 1] = [start + width + 10.0]
        notes.append(_Note(moment, row, "end" if leftward else "start"))
    return notes


def _notes(notes: Sequence[_Note], track: Track, plot: _Plot) -> list[Markup]:
    parts = []
    for note in notes:
        time_s = note.moment.time_s
        x, y = plot.x(time_s), 14.0 + _NOTE_PITCH * note.row
        parts += [
            line("line-event", x, y + 3, x, plot.bottom),
            label(
                x - 4.0 if note.anchor == "end" else x,
                y,
                note.moment.name,
                anchor=note.anchor,
                halo="halo",
            ),
            circle("dot", x, plot.y(track.height_km(time_s)), 3.6),
        ]
    return parts


def _heights(lang: Language, plot: _Plot) -> list[Markup]:
    parts = []
    for step in range(5):
        height_km = plot.ceiling_km * step / 4
        y = plot.y(height_km)
        words = quantity(lang, height_km, "km") if step == 4 else number(lang, height_km)
        parts.append(line("rule" if step else "axis", plot.left, y, _RIGHT, y))
        parts.append(label(plot.left - 10, y + 4, words, kind="text-soft", anchor="end"))
    return parts


def _lanes(spans: Sequence[Span], plot: _Plot) -> list[Markup]:
    parts = []
    for place, span in enumerate(spans):
        y = plot.floor + 14.0 + _LANE_PITCH * place
        begin = plot.x(span.from_s)
        parts += [
            line("rule", plot.left, y + 8, _RIGHT, y + 8),
            label(plot.left - 10, y + 12, span.name, anchor="end", size=_NAME_SIZE),
            rect(span.kind, begin, y + 2, max(plot.x(span.to_s) - begin, 3.0), 12.0, 2.0),
        ]
    return parts


def _minutes(lang: Language, plot: _Plot) -> list[Markup]:
    y = plot.bottom + 6
    step = next((n for n in (1, 2, 5, 10, 20) if plot.end_s / 60.0 / n <= 16), 30)
    parts = [line("axis", plot.left, y, _RIGHT, y)]
    for minute in range(0, int(plot.end_s // 60) + 1, step):
        x = plot.x(60.0 * minute)
        parts.append(line("axis", x, y, x, y + 5))
        parts.append(label(x, y + 18, number(lang, minute), kind="text-soft", anchor="middle"))
    words = text(lang, "chart.timeline.axis")
    parts.append(label(_RIGHT, y + 36, words, kind="text-soft", anchor="end"))
    return parts


def _ceiling(height_km: float) -> float:
    """A round number a little above the height."""
    size = 10.0 ** math.floor(math.log10(max(height_km, 1.0)))
    return next(size * step for step in _NICE if size * step >= height_km * 1.04)
