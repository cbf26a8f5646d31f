"""The frame of a chart: two scales with round marks, between which curves and dots are drawn."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glasshield.messages import Language, number
from glasshield.messages.numbers import significant
from glasshield.report.drawing import label, line, path
from glasshield.report.markup import Markup
from glasshield.report.tracking.panels import decimals, ticks

WIDE: Final = 720.0
COMPACT: Final = 440.0
_SIZE: Final = 10.5
# Below this ratio of the ends a logarithmic scale gets all of 1, 2 and 5 as marks.
_FEW_DECADES: Final = 3e2


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` lie between two places of the drawing."""

    low: float
    high: float
    first: float
    last: float
    kind: Literal["even", "decades"] = "even"

    def at(self, value: float) -> float:
        """Where a value lies, at an end of the scale where it lies beyond."""
        low, high, here = self.low, self.high, value
        if self.kind == "decades":
            low, high = math.log(low), math.log(high)
            here = math.log(max(value, self.low))
        part = (here - low) / (high - low)
        return self.first + min(max(part, 0.0), 1.0) * (self.last - self.first)

    def marks(self, most: int) -> list[float]:
        """Round values on the scale."""
        if self.kind == "even":
            return ticks(self.low, self.high, most)
        leads = (1.0, 2.0, 5.0) if self.high / self.low < _FEW_DECADES else (1.0,)
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        return [
            mark
            for decade, lead in itertools.product(range(first, last + 1), leads)
            if self.low <= (mark := lead * 10.0**decade) <= self.high
        ]


@dataclass(frozen=True, slots=True)
class Frame:
    """Two scales and what they measure; y runs upward."""

    lang: Language
    x: Scale
    y: Scale
    x_title: str
    y_title: str

    def spots(self, xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float]]:
        """Where points lie."""
        return [(self.x.at(a), self.y.at(b)) for a, b in zip(xs, ys, strict=True)]

    def curve(self, kind: str, xs: Sequence[float], ys: Sequence[float]) -> Markup:
        """A line through points."""
        return path(kind, [self.spots(xs, ys)])

    def band(
        self, kind: str, xs: Sequence[float], low: Sequence[float], high: Sequence[float]
    ) -> Markup:
        """The area between two lines."""
        back = reversed(self.spots(xs, low))
        return path(kind, [[*self.spots(xs, high), *back]], closed="closed")

    def axes(self) -> list[Markup]:
        """The marks of both scales, and their titles."""
        return [*self._across(), *self._up()]

    def _across(self) -> list[Markup]:
        y = self.y.first
        parts = [line("axis", self.x.first, y, self.x.last, y)]
        marks = self.x.marks(8)
        for mark, words in zip(marks, self._written(self.x, marks), strict=True):
            x = self.x.at(mark)
            parts.append(line("axis", x, y, x, y + 4.0))
            parts.append(label(x, y + 16.0, words, size=_SIZE, kind="text-soft", anchor="middle"))
        parts.append(
            label(self.x.last, y + 33.0, self.x_title, size=_SIZE, kind="text-soft", anchor="end")
        )
        return parts

    def _up(self) -> list[Markup]:
        x, marks = self.x.first, self.y.marks(5)
        parts = [label(4.0, 12.0, self.y_title, size=_SIZE, kind="text-soft")]
        for mark, words in zip(marks, self._written(self.y, marks), strict=True):
            y = self.y.at(mark)
            parts.append(line("rule", x, y, self.x.last, y))
            parts.append(label(x - 6.0, y + 3.5, words, size=_SIZE, kind="text-soft", anchor="end"))
        return parts

    def _written(self, scale: Scale, marks: Sequence[float]) -> list[str]:
        if scale.kind == "decades":
            return [significant(self.lang, mark, 3) for mark in marks]
        places = decimals(marks)
        return [number(self.lang, mark, places) for mark in marks]
