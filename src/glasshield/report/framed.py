"""What of lines and areas lies in a frame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

Spot = tuple[float, float]
Frame = tuple[float, float, float, float]  # least x and y, greatest x and y


def area_in(ring: Sequence[Spot], frame: Frame) -> list[Spot]:
    """The ring of the part of an area that lies in a frame; empty where none does.

    Parts that hang together outside only are joined along the frame.

    Source: Sutherland and Hodgman 1974.
    """
    least_x, least_y, most_x, most_y = frame
    found = list(ring)
    for axis, limit, sign in ((0, least_x, 1), (1, least_y, 1), (0, most_x, -1), (1, most_y, -1)):
        found = list(_half(found, axis, limit, sign))
    return found


def _half(ring: Sequence[Spot], axis: int, limit: float, sign: int) -> Iterator[Spot]:
    """The part of a ring on one side of a line."""
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was, now = (sign * (spot[axis] - limit) for spot in (before, here))
        if (was < 0.0) != (now < 0.0):
            part = was / (was - now)
            yield (
                before[0] + part * (here[0] - before[0]),
                before[1] + part * (here[1] - before[1]),
            )
        if now >= 0.0:
            yield here


def lines_in(line: Sequence[Spot], frame: Frame) -> list[list[Spot]]:
    """The pieces of a line that may touch a frame, with their whole first and last steps."""
    points = np.asarray(line, dtype=float)
    low = np.minimum(points[:-1], points[1:])
    high = np.maximum(points[:-1], points[1:])
    touches = ((high >= frame[:2]) & (low <= frame[2:])).all(axis=1)
    # A step that touches keeps both its ends.
    edges = np.flatnonzero(np.diff(np.concatenate([[False], touches, [False]]).astype(int)))
    return [list(line[first : last + 1]) for first, last in edges.reshape(-1, 2)]
