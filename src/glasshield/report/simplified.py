"""Lines with fewer corners that look the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

Spot = tuple[float, float]


def simplified(line: Sequence[Spot], tolerance: float) -> list[Spot]:
    """The line without corners that lie nearer than the tolerance to what is left of it.

    Both ends stay.

    Source: Douglas and Peucker 1973.
    """
    points = np.asarray(line, dtype=float)
    kept = np.zeros(len(points), dtype=bool)
    kept[[0, -1]] = True
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        off = _distances(points[first + 1 : last], points[first], points[last])
        farthest = int(np.argmax(off))
        if off[farthest] > tolerance:
            middle = first + 1 + farthest
            kept[middle] = True
            spans += [(first, middle), (middle, last)]
    return [(float(x), float(y)) for x, y in points[kept]]


def _distances(
    points: Float[np.ndarray, "n 2"], start: Float[np.ndarray, "2"], end: Float[np.ndarray, "2"]
) -> Float[np.ndarray, "n"]:
    """How far points lie from the straight piece between two others."""
    along, from_start = end - start, points - start
    length2 = float(along @ along)
    part = np.clip(from_start @ along / length2, 0.0, 1.0) if length2 else np.zeros(len(points))
    off: Float[np.ndarray, "n"] = np.linalg.norm(from_start - part[:, None] * along, axis=1)
    return off
