"""Labels on a map that keep off each other and off the frame."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from glasshield.report.drawing import Anchor, label, text_width
from glasshield.report.markup import Markup, join

_SIZE: Final = 10.5
_MARK: Final = 5.0
# Marks nearer to each other than this look like one.
_SAME: Final = 2.5

# Where a label may stand beside its mark, the best place first: shift and anchor.
_PLACES: Final[tuple[tuple[float, float, Anchor], ...]] = (
    (8.0, 3.5, "start"),
    (-8.0, 3.5, "end"),
    (0.0, -8.0, "middle"),
    (0.0, 16.0, "middle"),
    (7.0, -5.0, "start"),
    (7.0, 12.0, "start"),
    (-7.0, -5.0, "end"),
    (-7.0, 12.0, "end"),
)

Rectangle = tuple[float, float, float, float]


@dataclass(slots=True)
class Labels:
    """The labels of one map, placed in the order in which they are added."""

    width: float
    height: float
    _wanted: list[tuple[tuple[float, float], str, bool]] = field(default_factory=list)

    def add(self, spot: tuple[float, float], name: str, *, soft: bool = False) -> None:
        """Ask for a label beside the spot; a soft one gives way to the others.

        Of things that stand at one spot the first keeps its label, and a name stands once.
        """
        known = any(other == name or _near(spot, there) for there, other, _ in self._wanted)
        if not known:
            self._wanted.append((spot, name, soft))

    def drawn(self) -> Markup:
        """All labels for which there is room."""
        marks = [_around(x, y) for (x, y), _, _ in self._wanted]
        taken: list[Rectangle] = []
        parts = []
        for (x, y), name, soft in sorted(self._wanted, key=lambda w: w[2]):
            for dx, dy, anchor in _PLACES:
                box = _box(x + dx, y + dy, name, anchor)
                others = [m for m in marks if m != _around(x, y)]
                if self._holds(box) and not any(_meet(box, t) for t in (*taken, *others)):
                    taken.append(box)
                    kind = "text-soft" if soft else "text"
                    parts.append(
                        label(
                            x + dx, y + dy, name, size=_SIZE, kind=kind, anchor=anchor, halo="halo"
                        )
                    )
                    break
        return join(parts)

    def _holds(self, box: Rectangle) -> bool:
        return box[0] > 3 and box[1] > 3 and box[2] < self.width - 3 and box[3] < self.height - 16


def _near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < _SAME and abs(one[1] - other[1]) < _SAME


def _around(x: float, y: float) -> Rectangle:
    return (x - _MARK, y - _MARK, x + _MARK, y + _MARK)


def _box(x: float, y: float, name: str, anchor: Anchor) -> Rectangle:
    width = text_width(name, _SIZE)
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return (left, y - _SIZE * 0.8, left + width, y + _SIZE * 0.25)


def _meet(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
