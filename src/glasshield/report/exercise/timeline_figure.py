"""The time line of an exercise: what each party knew, asked, decided and saw come of it, and when.

A party has a lane for each kind of thing, with its name, so that no meaning rests on a colour. In a
lane the flights stand below each other, in the order of their launches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.messages import number
from glasshield.report.blocks import LegendEntry
from glasshield.report.drawing import (
    Drawing,
    label,
    launch_mark,
    line,
    radar_mark,
    rect,
    site_mark,
    speed_dot,
    target_mark,
    text_width,
)
from glasshield.report.exercise.document import Happened, MomentRow, Review
from glasshield.report.exercise.wording import Words
from glasshield.report.markup import Markup, join

WIDE: Final = 720.0
LANES: Final[Mapping[str, tuple[Happened, ...]]] = {
    "picture": ("known",),
    "told": ("alarm", "impact", "notice"),
    "procedure": ("asked", "yes", "no", "timed-out"),
    "decision": ("engage", "hold"),
    "shots": ("shot", "hit", "missed", "wasted"),
    "truth": ("inject", "down", "stopped", "orbit"),
}
# How each mark is drawn: its shape in a legend, and its class.
MARKS: Final[Mapping[Happened, tuple[str, str]]] = {
    "known": ("target", "target"),
    "alarm": ("launch", "launch"),
    "impact": ("dot", "dot-depends"),
    "notice": ("radar", "radar"),
    "asked": ("target", "target"),
    "yes": ("dot", "dot-holds"),
    "no": ("dot", "dot-yes"),
    "timed-out": ("dot", "dot-depends"),
    "engage": ("dot", "dot-holds"),
    "hold": ("dot", "dot-no"),
    "shot": ("site", "site"),
    "hit": ("dot", "dot-holds"),
    "missed": ("dot", "dot-no"),
    "wasted": ("dot", "dot-depends"),
    "inject": ("radar", "radar"),
    "down": ("launch", "launch"),
    "stopped": ("dot", "dot-holds"),
    "orbit": ("target", "target"),
}
_RIGHT: Final = WIDE - 14.0
_SIZE: Final = 10.5
_STEP: Final = 3.4  # between two flights in a lane
_MOST_STEPS: Final = 10  # after which flights begin from the top again
_ROOM: Final = 10.0
_HEAD: Final = 20.0
_NICE_S: Final = (10, 20, 30, 60, 120, 300, 600, 1200, 3600)
_MOST_TICKS: Final = 12


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where seconds lie on the drawing."""

    first_s: float
    last_s: float
    left: float

    def x(self, second: float) -> float:
        share = (second - self.first_s) / max(self.last_s - self.first_s, 1.0)
        return self.left + share * (_RIGHT - self.left)


def figure(words: Words, review: Review) -> Drawing | None:
    """The time line of a run; None where nothing happened."""
    if not review.moments:
        return None
    rows = [row for row in words.rows() if any(m.row == row for m in review.moments)]
    names = [words.text(f"review.lane.{lane}") for lane in LANES]
    axis = _Axis(
        min(one.second for one in review.moments),
        max(one.second for one in review.moments),
        24.0 + max(text_width(name, _SIZE) for name in names),
    )
    order = {one.id: place for place, one in enumerate(review.flights)}
    parts: list[Markup] = []
    y = 6.0
    for row in rows:
        here = [one for one in review.moments if one.row == row]
        drawn, y = _row(words, words.row(row), here, (axis, order), y)
        parts += drawn
    ticks = _ticks(words, axis, y)
    alt = words.text("review.timeline.alt", rows=len(rows), n=len(review.moments))
    return Drawing(WIDE, y + 38.0, join([*ticks, *parts]), alt)


def legend(words: Words, review: Review) -> tuple[LegendEntry, ...]:
    """What the marks on a time line mean, lane by lane."""
    there = {one.happened for one in review.moments}
    return tuple(
        LegendEntry(
            MARKS[one][1],
            MARKS[one][0],  # type: ignore[arg-type]
            words.text(
                "review.legend.mark",
                lane=words.text(f"review.lane.{lane}"),
                what=words.text(f"review.happened.{one}"),
            ),
        )
        for lane, kinds in LANES.items()
        for one in kinds
        if one in there
    )


def _row(
    words: Words,
    name: str,
    moments: Sequence[MomentRow],
    frame: tuple[_Axis, Mapping[str, int]],
    top: float,
) -> tuple[list[Markup], float]:
    """The lanes of one party below its name, and where the next one begins."""
    axis, order = frame
    parts = [
        line("axis", 4.0, top, _RIGHT, top),
        label(4.0, top + 14.0, name, size=11.5, weight=600),
    ]
    y = top + _HEAD
    for lane, kinds in LANES.items():
        here = [one for one in moments if one.happened in kinds]
        if not here:
            continue
        steps = 1 + max(_step(one, order) for one in here)
        height = _ROOM + _STEP * (steps - 1)
        said = words.text(f"review.lane.{lane}")
        parts.append(rect("track", axis.left, y, _RIGHT - axis.left, height, 2.0))
        parts.append(
            label(axis.left - 8.0, y + height / 2.0 + 3.8, said, size=_SIZE, kind="text-soft",
                  anchor="end")
        )  # fmt: skip
        parts += [
            _mark(one, axis.x(one.second), y + _ROOM / 2.0 + _STEP * _step(one, order))
            for one in here
        ]
        y += height + 4.0
    return parts, y + 4.0


def _step(moment: MomentRow, order: Mapping[str, int]) -> int:
    """How far down in its lane a mark stands."""
    return order.get(moment.flight, 0) % _MOST_STEPS


def _mark(moment: MomentRow, x: float, y: float) -> Markup:
    """The mark of what happened."""
    shape, kind = MARKS[moment.happened]
    match shape:
        case "dot":
            return speed_dot(kind, x, y)
        case "site":
            return site_mark(x, y, 4.4)
        case "radar":
            return radar_mark(x, y, 3.6)
        case "launch":
            return launch_mark(x, y, 4.4)
        case _:
            return target_mark(x, y)


def _ticks(words: Words, axis: _Axis, bottom: float) -> Iterator[Markup]:
    """The seconds below, and lines up through all lanes."""
    span = axis.last_s - axis.first_s
    step = next((one for one in _NICE_S if span / one <= _MOST_TICKS), _NICE_S[-1])
    yield line("axis", axis.left, bottom, _RIGHT, bottom)
    first = -(-int(axis.first_s) // step) * step
    for second in range(first, int(axis.last_s) + 1, step):
        x = axis.x(second)
        yield line("line-event", x, 6.0, x, bottom)
        said = number(words.lang, second)
        yield label(x, bottom + 15.0, said, kind="text-soft", size=_SIZE, anchor="middle")
    said = words.text("review.axis.seconds")
    yield label(_RIGHT, bottom + 31.0, said, kind="text-soft", size=_SIZE, anchor="end")
