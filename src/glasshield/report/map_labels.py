"""Where the labels of a map stand: beside their marks, off each other, off marks and lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from jaxtyping import Float

Anchor = Literal["left", "center", "right"]
Box = tuple[float, float, float, float]  # left, bottom, right, top, pixels

# Where a label may stand: shift of its anchor in pixels and anchor, the best place first.
_PLACES: Final[tuple[tuple[float, float, Anchor], ...]] = (
    (8, -4, "left"), (-8, -4, "right"), (0, 8, "center"), (0, -17, "center"),
    (7, 5, "left"), (7, -14, "left"), (-7, 5, "right"), (-7, -14, "right"),
    (20, 8, "left"), (20, -18, "left"), (-20, 8, "right"), (-20, -18, "right"),
)  # fmt: skip
_ORDER_COST: Final = 0.4  # of each place farther down the list
_LINE_COST: Final = 0.5  # of each point of a line under a label
_MARK: Final = 5.0  # half the side of a mark


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label that a mark asks for; of two that collide the one with the larger weight stands."""

    x: float
    y: float
    text: str
    width: float
    height: float
    weight: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label in its place: where its anchor's baseline stands."""

    label: Wanted
    x: float
    y: float
    anchor: Anchor


def place(
    wanted: Sequence[Wanted],
    size: tuple[int, int],
    lines: Float[np.ndarray, "n 2"],
    taken: Sequence[Box] = (),
) -> list[Placed]:
    """The labels for which there is room, each in its best place.

    Args:
        wanted: the labels.
        size: of the map, pixels.
        lines: points of lines that labels should rather not hide, pixels.
        taken: boxes that labels must keep off.
    """
    marks = np.array([(w.x, w.y) for w in wanted]).reshape(-1, 2)
    boxes = list(taken)
    placed = []
    for label in sorted(wanted, key=lambda w: (-w.weight, w.y, w.x, w.text)):
        best: tuple[float, Placed, Box] | None = None
        for rank, (dx, dy, anchor) in enumerate(_PLACES):
            box = _box(label, dx, dy, anchor)
            if not _within(box, size) or any(_meet(box, other) for other in boxes):
                continue
            others = marks[(marks != (label.x, label.y)).any(axis=1)]
            if _held(others, box, _MARK):
                continue
            cost = rank * _ORDER_COST + _held(lines, box, 0.0) * _LINE_COST
            if best is None or cost < best[0]:
                best = cost, Placed(label, label.x + dx, label.y + dy, anchor), box
        if best is not None:
            placed.append(best[1])
            boxes.append(best[2])
    return placed


def _box(label: Wanted, dx: float, dy: float, anchor: Anchor) -> Box:
    shift = {"left": 0.0, "center": label.width / 2, "right": label.width}[anchor]
    left, bottom = label.x + dx - shift, label.y + dy
    return left, bottom - label.height * 0.25, left + label.width, bottom + label.height * 0.8


def _within(box: Box, size: tuple[int, int]) -> bool:
    return box[0] > 3 and box[1] > 3 and box[2] < size[0] - 3 and box[3] < size[1] - 3


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _held(points: Float[np.ndarray, "n 2"], box: Box, margin: float) -> int:
    """How many of the points lie in the box or this close to it."""
    x, y = points.T
    across = (x > box[0] - margin) & (x < box[2] + margin)
    return int((across & (y > box[1] - margin) & (y < box[3] + margin)).sum())
