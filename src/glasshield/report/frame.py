"""The rectangle of a map: lines and areas cut by it, and thinned to what its scale can show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float

Plane = Float[np.ndarray, "n 2"]  # metres to the right and up


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the map, in metres to the right and up."""

    left_m: float
    bottom_m: float
    right_m: float
    top_m: float

    @property
    def width_m(self) -> float:
        """From left to right."""
        return self.right_m - self.left_m

    @property
    def height_m(self) -> float:
        """From bottom to top."""
        return self.top_m - self.bottom_m

    def holds(self, xy_m: Plane) -> Bool[np.ndarray, " n"]:
        """Which points lie inside; those that are NaN do not."""
        x, y = xy_m.T
        across = (x >= self.left_m) & (x <= self.right_m)
        return across & (y >= self.bottom_m) & (y <= self.top_m)

    def grown(self, margin_m: float) -> Frame:
        """The rectangle with a margin on all sides."""
        return Frame(
            self.left_m - margin_m,
            self.bottom_m - margin_m,
            self.right_m + margin_m,
            self.top_m + margin_m,
        )

    def areas(self, rings: Iterable[Plane]) -> list[Plane]:
        """The closed rings cut by the rectangle, closed along its sides.

        Source: Sutherland and Hodgman (1974), Communications of the ACM 17(1), 32-42.
        """
        cut = []
        for ring in rings:
            low, high = ring.min(axis=0), ring.max(axis=0)
            if self._misses(low, high):
                continue
            kept = ring
            if not self._contains(low, high):
                for axis, bound, sign in self._sides():
                    kept = _half(kept, axis, bound, sign)
            if len(kept) > 3:
                cut.append(kept)
        return cut

    def lines(self, lines: Iterable[Plane]) -> list[Plane]:
        """The pieces of the lines inside the rectangle."""
        pieces: list[Plane] = []
        for line in lines:
            low, high = line.min(axis=0), line.max(axis=0)
            if self._misses(low, high):
                continue
            if self._contains(low, high):
                pieces.append(line)
            else:
                pieces.extend(self._pieces(line))
        return pieces

    def _misses(self, low: np.ndarray, high: np.ndarray) -> bool:
        return bool(
            high[0] < self.left_m
            or low[0] > self.right_m
            or high[1] < self.bottom_m
            or low[1] > self.top_m
        )

    def _contains(self, low: np.ndarray, high: np.ndarray) -> bool:
        return bool(
            low[0] >= self.left_m
            and high[0] <= self.right_m
            and low[1] >= self.bottom_m
            and high[1] <= self.top_m
        )

    def _sides(self) -> tuple[tuple[int, float, float], ...]:
        return (
            (0, self.left_m, 1.0),
            (0, self.right_m, -1.0),
            (1, self.bottom_m, 1.0),
            (1, self.top_m, -1.0),
        )

    def _pieces(self, line: Plane) -> list[Plane]:
        """The pieces of a line inside, from the share of each step that is (Liang and Barsky)."""
        start, step = line[:-1], np.diff(line, axis=0)
        enter, leave = np.zeros(len(step)), np.ones(len(step))
        for axis, bound, sign in self._sides():
            ahead = sign * (start[:, axis] - bound)
            rate = sign * step[:, axis]
            at = np.divide(-ahead, rate, out=np.full(len(step), np.nan), where=rate != 0)
            enter = np.where(rate > 0, np.maximum(enter, at), enter)
            leave = np.where(rate < 0, np.minimum(leave, at), leave)
            leave = np.where((rate == 0) & (ahead < 0), -1.0, leave)
        shown = enter < leave
        pieces: list[Plane] = []
        for i in np.flatnonzero(shown):
            first, last = start[i] + enter[i] * step[i], start[i] + leave[i] * step[i]
            if i > 0 and shown[i - 1] and enter[i] == 0.0 and leave[i - 1] == 1.0:
                pieces[-1] = [*pieces[-1], last]
            else:
                pieces.append([first, last])
        return [np.array(piece) for piece in pieces]


def _half(ring: Plane, axis: int, bound: float, sign: float) -> Plane:
    """The closed ring cut by one side of the rectangle."""
    if len(ring) < 3:
        return ring
    depth = sign * (ring[:, axis] - bound)
    inside = depth >= 0
    if inside.all():
        return ring
    first, second = ring[:-1], ring[1:]
    crosses = inside[1:] != inside[:-1]
    fall = depth[:-1] - depth[1:]
    share = np.divide(depth[:-1], fall, out=np.zeros(len(fall)), where=crosses)
    met = first + share[:, None] * (second - first)
    # After each point that stays comes the point where the ring crosses, if it does.
    both = np.stack([first, met], axis=1).reshape(-1, 2)
    kept = both[np.stack([inside[:-1], crosses], axis=1).ravel()]
    return np.vstack([kept, kept[:1]]) if len(kept) else kept


def thinned(line: Plane, tolerance_m: float) -> Plane:
    """The line without points that it passes closer than the tolerance anyway.

    A ring that is smaller than the tolerance keeps four points or fewer.
    """
    kept = line
    while len(kept) > 4:
        # Every second point is tried at a time, so that two neighbours never go together.
        middle = np.arange(1, len(kept) - 1, 2)
        a, b, c = kept[middle - 1], kept[middle], kept[middle + 1]
        way = c - a
        length = np.hypot(way[:, 0], way[:, 1])
        area = np.abs(way[:, 0] * (b - a)[:, 1] - way[:, 1] * (b - a)[:, 0])
        beside = np.hypot(*(b - a).T)
        distance = np.where(length > 0, area / np.where(length > 0, length, 1.0), beside)
        drop = middle[(distance < tolerance_m / 2) & (beside < 60 * tolerance_m)]
        if not len(drop):
            break
        kept = np.delete(kept, drop, axis=0)
    return kept
