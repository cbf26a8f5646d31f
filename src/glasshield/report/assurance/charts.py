"""The charts of a judged claim: margins side by side, margins over a parameter, Sobol indices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.assurance.document import BreakEven, Curve, Sensitivity, VerdictRow
from glasshield.messages import number
from glasshield.report.assurance.wording import Words
from glasshield.report.blocks import plain
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
from glasshield.report.tracking.panels import ticks

WIDE: Final = 720.0
COMPACT: Final = 440.0
# The line of each side, in the order in which the sides are named.
LINES: Final = ("line-declared", "line-rival", "line-third", "line-fourth")
_DOTS: Final = {"holds": "bar-defends", "fails": "bar-reaches", "undecided": "bar-depends"}
_NAME_SIZE: Final = 11.5
_PITCH: Final = 30.0
_ROOM: Final = 0.08
# Beside zero each half of a scale of margins takes at least this part of the other.
_HALF: Final = 0.35
# Kept to the right of the margins for their values in digits.
_DIGITS: Final = 112.0
# A name longer than this is written on two lines.
_NAME: Final = 230.0


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale of the drawing: values from `low` to `high` lie between two places."""

    low: float
    high: float
    first: float
    last: float

    def at(self, value: float) -> float:
        """Where a value lies, at an end of the axis where it lies beyond."""
        part = (value - self.low) / (self.high - self.low)
        return self.first + min(max(part, 0.0), 1.0) * (self.last - self.first)


def axis_over(values: Sequence[float], first: float, last: float) -> Axis:
    """The axis that holds the values with a little room at both ends."""
    low, high = min(values), max(values)
    room = _ROOM * (high - low) or 0.5
    return Axis(low - room, high + room, first, last)


def margins(words: Words) -> Drawing:
    """The margin of each side with its interval, against zero and the band that decides nothing."""
    rows = words.document.verdicts
    names = [words.side(row.assumptions) for row in rows]
    left = 24.0 + max(text_width(name, _NAME_SIZE) for name in names)
    top, bottom = 30.0, 30.0 + _PITCH * len(rows)
    axis = axis_over(_margin_values(words), left, WIDE - _DIGITS)
    parts = [*_halves(words, axis, top, bottom), *_ticks(words, axis, bottom)]
    for place, (row, name) in enumerate(zip(rows, names, strict=True)):
        y = top + _PITCH * (place + 0.5)
        parts.append(label(left - 12.0, y + 4.0, name, anchor="end", size=_NAME_SIZE))
        parts += _margin(words, row, axis, y)
    said = "; ".join(
        f"{name}: {words.verdict(row.verdict)}, {words.margin(row.margin.value)}"
        for row, name in zip(rows, names, strict=True)
    )
    alt = words.text("assurance.chart.margins_alt", rows=said)
    return Drawing(WIDE, bottom + 42.0, join(parts), alt)


def _margin_values(words: Words) -> list[float]:
    found = [
        value
        for row in words.document.verdicts
        for value in (row.margin.value, row.margin.low, row.margin.high)
        if value is not None
    ]
    low, high = min([0.0, *found]), max([0.0, *found])
    least = 1.6 * _band(words) or 0.1 * (high - low) or 1.0
    ends = (min(low, -_HALF * high, -least), max(high, -_HALF * low, least))
    return [words.scaled(value) for value in ends]


def _band(words: Words) -> float:
    """The widest band, in the unit of the document."""
    return max(row.margin.band for row in words.document.verdicts)


def _halves(words: Words, axis: Axis, top: float, bottom: float) -> list[Markup]:
    """Where the claim fails, where it holds, and the band between in which nothing is decided."""
    band = words.scaled(_band(words))
    zero, low, high = axis.at(0.0), axis.at(-band), axis.at(band)
    parts = [
        rect("wash-reaches", axis.first, top, zero - axis.first, bottom - top),
        rect("wash-holds", zero, top, axis.last - zero, bottom - top),
    ]
    if band:
        parts.append(rect("wash-band", low, top, high - low, bottom - top))
    parts.append(line("line-declared", zero, top - 4.0, zero, bottom))
    holds, fails = words.text("assurance.chart.holds"), words.text("assurance.chart.fails")
    y = top - 8.0
    parts.append(label(zero - 8.0, y, fails, anchor="end", kind="text-reaches", weight=600))
    parts.append(label(zero + 8.0, y, holds, kind="text-defends", weight=600))
    return parts


def _ticks(words: Words, axis: Axis, bottom: float) -> list[Markup]:
    marks = ticks(axis.low, axis.high, 7)
    places = _places(marks)
    parts = []
    for mark in marks:
        x = axis.at(mark)
        parts.append(line("axis", x, bottom, x, bottom + 4.0))
        parts.append(
            label(x, bottom + 16.0, number(words.lang, mark, places), kind="text-soft",
                  size=10.5, anchor="middle")
        )  # fmt: skip
    said = words.text("assurance.axis.margin", unit=words.unit_shown)
    parts.append(label(axis.last, bottom + 33.0, said, kind="text-soft", size=10.5, anchor="end"))
    return parts


def _margin(words: Words, row: VerdictRow, axis: Axis, y: float) -> list[Markup]:
    """A margin as a dot on the line between its ends, with its digits at the right."""
    margin = row.margin
    # Without bound above when it holds, below when it fails.
    beyond = axis.last if margin.value is None and row.verdict == "holds" else axis.first
    low = beyond if margin.low is None else axis.at(words.scaled(margin.low))
    high = axis.last if margin.high is None else axis.at(words.scaled(margin.high))
    digits = words.margin(margin.value)
    parts = [label(axis.last + 10.0, y + 4.0, digits, weight=600, size=11.0)]
    if high - low > 1.0:
        parts.append(line("line-margin", low, y, high, y))
    if margin.value is not None:
        parts += [
            _arrow(x, y, way)
            for x, way, end in ((axis.first, -1.0, margin.low), (axis.last, 1.0, margin.high))
            if end is None
        ]
    if margin.value is not None:
        kind = {"holds": "dot-holds", "fails": "dot-yes", "undecided": "dot-depends"}[row.verdict]
        parts.append(speed_dot(kind, axis.at(words.scaled(margin.value)), y))
    return parts


def _arrow(x: float, y: float, way: float) -> Markup:
    """That a margin goes on without bound beyond the frame."""
    return path("line-margin", [[(x - 5.0 * way, y - 4.5), (x, y), (x - 5.0 * way, y + 4.5)]])


@dataclass(frozen=True, slots=True)
class _Plot:
    """The frame of a chart of curves."""

    words: Words
    x: Axis
    y: Axis
    width: float
    unit: str
    axis: str

    @property
    def zero(self) -> float:
        return self.y.at(0.0)


def over_parameter(
    words: Words,
    curves: Sequence[Curve],
    turns: Sequence[BreakEven],
    sides: Sequence[str],
    width: float,
) -> Drawing:
    """The margin over one parameter, one curve for each side that holds everything else.

    Args:
        words: of the document.
        curves: all of one parameter.
        turns: its break-even values.
        sides: in the order that decides their lines.
        width: of the drawing, `WIDE` or `COMPACT`.
    """
    height = 250.0 if width == WIDE else 190.0
    plot = _plot(words, curves, turns, width, height)
    parts = [*_ground(plot), *_x_ticks(plot), *_y_ticks(plot)]
    own = dict(zip(sides, turns[0].between, strict=False)) if turns else {}
    for place, side in enumerate(sides):
        if side in own:
            parts += _own(plot, side, own[side], LINES[place % len(LINES)], place)
    for place, side in enumerate(sides):
        kind = LINES[place % len(LINES)]
        for curve in (one for one in curves if one.held_by == side):
            parts.append(path(kind, _pieces(plot, curve)))
    parts += [*_halves_named(plot), *_turns(plot, turns)]
    said = "; ".join(plain(turn_in_words(words, turn)) for turn in turns)
    parameter = words.parameter(curves[0].parameter)
    alt = words.text("assurance.chart.curve_alt", parameter=parameter, turns=said or "–")
    return Drawing(width, height + 78.0, join(parts), alt)


def turn_in_words(words: Words, turn: BreakEven) -> str:
    """At which value the verdict turns, with everything else as one side has it."""
    side = words.side(turn.held_by)
    if turn.value is None:
        low, high = (words.value(end, turn.unit) for end in turn.searched)
        return words.text("assurance.turn.none", side=side, low=low, high=high)
    key = "assurance.turn.several" if turn.crossings > 1 else "assurance.turn.at"
    value = words.value(turn.value, turn.unit)
    return words.text(key, side=side, value=value, n=turn.crossings)


def _plot(
    words: Words, curves: Sequence[Curve], turns: Sequence[BreakEven], width: float, height: float
) -> _Plot:
    xs = [value for curve in curves for value in curve.value]
    xs += [value for turn in turns for value in turn.between]
    ys = [words.scaled(m) for curve in curves for m in curve.margin if m is not None]
    band = words.scaled(_band(words))
    top = 44.0
    x = Axis(min(xs), max(xs) if max(xs) > min(xs) else min(xs) + 1.0, 58.0, width - 14.0)
    y = axis_over([*ys, -1.2 * band, 1.2 * band, 0.0], top + height, top)
    unit = curves[0].unit
    name = words.names.field_of(curves[0].parameter, words.lang)
    shown = words.unit_name(unit)
    return _Plot(words, x, y, width, unit, f"{name}, {shown}" if shown else name)


def _ground(plot: _Plot) -> list[Markup]:
    """The halves in which the claim holds and fails, and the band between them."""
    words, x, y = plot.words, plot.x, plot.y
    band = words.scaled(_band(words))
    wide = x.last - x.first
    parts = [
        rect("wash-holds", x.first, y.last, wide, plot.zero - y.last),
        rect("wash-reaches", x.first, plot.zero, wide, y.first - plot.zero),
    ]
    if band:
        high, low = y.at(band), y.at(-band)
        parts.append(rect("wash-band", x.first, high, wide, low - high))
    parts.append(line("axis", x.first, plot.zero, x.last, plot.zero))
    return parts


def _halves_named(plot: _Plot) -> list[Markup]:
    """Which half is which, above the curves."""
    words, x, y = plot.words, plot.x, plot.y
    holds, fails = words.text("assurance.chart.holds"), words.text("assurance.chart.fails")
    return [
        label(x.last - 6.0, y.last + 14.0, holds, kind="text-defends", anchor="end", weight=600,
              halo="halo"),
        label(x.first + 6.0, y.first - 7.0, fails, kind="text-reaches", weight=600, halo="halo"),
    ]  # fmt: skip


def _x_ticks(plot: _Plot) -> list[Markup]:
    marks = ticks(plot.x.low, plot.x.high, 6)
    places = _places(marks)
    y, parts = plot.y.first, [line("axis", plot.x.first, plot.y.first, plot.x.last, plot.y.first)]
    for mark in marks:
        x = plot.x.at(mark)
        parts.append(line("axis", x, y, x, y + 4.0))
        said = number(plot.words.lang, mark, places)
        parts.append(label(x, y + 16.0, said, size=10.5, kind="text-soft", anchor="middle"))
    parts.append(label(plot.x.last, y + 32.0, plot.axis, size=10.5, kind="text-soft",
                       anchor="end"))  # fmt: skip
    return parts


def _y_ticks(plot: _Plot) -> list[Markup]:
    marks = ticks(plot.y.low, plot.y.high, 5)
    places = _places(marks)
    parts = []
    for mark in marks:
        y = plot.y.at(mark)
        said = number(plot.words.lang, mark, places)
        parts.append(line("rule", plot.x.first, y, plot.x.last, y))
        parts.append(label(plot.x.first - 6.0, y + 3.5, said, size=10.5, kind="text-soft",
                           anchor="end"))  # fmt: skip
    said = plot.words.text("assurance.axis.margin", unit=plot.words.unit_shown)
    parts.append(label(4.0, 12.0, said, size=10.5, kind="text-soft"))
    return parts


def _own(plot: _Plot, side: str, value: float, kind: str, place: int) -> list[Markup]:
    """Where a side's own value of the parameter stands."""
    x, top = plot.x.at(value), 22.0 + 14.0 * (place % 2)
    said = f"{plot.words.value(value, plot.unit)} · {plot.words.side(side)}"
    leftward = x + 6.0 + text_width(said, 10.5) > plot.width
    spot: tuple[float, Anchor] = (x - 5.0, "end") if leftward else (x + 5.0, "start")
    return [
        line("line-event", x, top - 8.0, x, plot.y.first),
        label(spot[0], top + 3.0, said, size=10.5, anchor=spot[1], halo="halo",
              kind="text-reaches" if kind == "line-rival" else "text"),
    ]  # fmt: skip


def _pieces(plot: _Plot, curve: Curve) -> list[list[tuple[float, float]]]:
    """The curve in the pieces in which it has finite margins."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for value, margin in zip(curve.value, curve.margin, strict=True):
        if margin is None:
            pieces.append([])
        else:
            pieces[-1].append((plot.x.at(value), plot.y.at(plot.words.scaled(margin))))
    return [piece for piece in pieces if len(piece) > 1]


def _turns(plot: _Plot, turns: Sequence[BreakEven]) -> list[Markup]:
    """The break-even values, with those named that do not stand in each other's way."""
    parts: list[Markup] = []
    named: list[float] = []
    for turn in turns:
        if turn.value is None:
            continue
        x = plot.x.at(turn.value)
        parts.append(circle("dot", x, plot.zero, 5.0))
        said = plot.words.value(turn.value, turn.unit)
        if all(abs(x - other) > text_width(said, 11.5) for other in named):
            named.append(x)
            parts.append(label(x + 8.0, plot.zero - 8.0, said, size=11.5, weight=600, halo="halo"))
    return parts


def indices(words: Words, rows: Sequence[Sensitivity]) -> Drawing:
    """The total Sobol index of each parameter, with the interval of its estimate."""
    names = [words.parameter(row.parameter) for row in rows]
    lines = [_lines(name) for name in names]
    left = 24.0 + max(text_width(part, _NAME_SIZE) for one in lines for part in one)
    top, pitch = 8.0, 34.0 if any(len(one) > 1 for one in lines) else 24.0
    bottom = top + pitch * len(rows)
    axis = Axis(0.0, max([1.0, *(row.high for row in rows)]), left, WIDE - 70.0)
    parts: list[Markup] = []
    for mark in ticks(0.0, axis.high, 5):
        x = axis.at(mark)
        parts.append(line("rule", x, top, x, bottom))
        said = number(words.lang, mark, 1)
        parts.append(label(x, bottom + 16.0, said, size=10.5, kind="text-soft", anchor="middle"))
    for place, (row, name) in enumerate(zip(rows, lines, strict=True)):
        y = top + pitch * (place + 0.5)
        wide = axis.at(row.total_index) - left
        parts += [
            *(
                label(left - 10.0, y + 4.0 + 13.0 * (k - (len(name) - 1) / 2.0), part,
                      anchor="end", size=_NAME_SIZE)
                for k, part in enumerate(name)
            ),
            rect("bar-sees", left, y - 7.0, max(wide, 1.0), 14.0, 1.5),
            line("line-declared", axis.at(row.low), y, axis.at(row.high), y),
            label(axis.at(max(row.high, row.total_index)) + 8.0, y + 4.0,
                  number(words.lang, row.total_index, 2), size=11.0, weight=600),
        ]  # fmt: skip
    axis_name = words.text("assurance.axis.index")
    parts.append(label(axis.last, bottom + 33.0, axis_name, size=10.5, kind="text-soft",
                       anchor="end"))  # fmt: skip
    said = "; ".join(
        f"{name} {number(words.lang, row.total_index, 2)}"
        for row, name in zip(rows, names, strict=True)
    )
    alt = words.text("assurance.chart.indices_alt", rows=said)
    return Drawing(WIDE, bottom + 42.0, join(parts), alt)


def _lines(name: str) -> tuple[str, ...]:
    """A long name of a parameter on two lines, the thing and its property."""
    thing, colon, field = name.partition(": ")
    if not colon or text_width(name, _NAME_SIZE) <= _NAME:
        return (name,)
    return (f"{thing}:", field)


def _places(marks: Sequence[float]) -> int:
    """With how many decimals round numbers are written exactly."""
    exact = (k for k in range(6) if all(abs(round(m, k) - m) < 1e-9 for m in marks))
    return next(exact, 6)
