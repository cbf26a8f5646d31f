"""The outline of a mask of cells: rings of corners."""

from __future__ import annotations

import numpy as np
from jaxtyping import Bool

Corner = tuple[int, int]


def outline(mask: Bool[np.ndarray, "r c"]) -> tuple[tuple[Corner, ...], ...]:
    """The closed rings of corners (row, column) around the cells of a mask, and around its holes.

    The first corner stands at the end again; a corner stands only where the ring turns. Rings run
    with the cells to their left, rows counted upward.
    """
    onward = _edges(np.pad(mask, 1))
    rings = []
    while onward:
        start = here = next(iter(onward))
        ring = [start]
        while True:
            following = onward[here].pop()
            if not onward[here]:
                del onward[here]
            ring.append(following)
            here = following
            if here == start:
                break
        rings.append(_turns(ring))
    return tuple(rings)


def _edges(padded: Bool[np.ndarray, "r2 c2"]) -> dict[Corner, list[Corner]]:
    """Where the outline goes on from each of its corners; the mask has a border of nothing."""
    onward: dict[Corner, list[Corner]] = {}
    # Between the cells on both sides of a parallel: eastward below a cell, westward above one.
    below, above = padded[:-1], padded[1:]
    for row, column in np.argwhere(above & ~below).tolist():
        onward.setdefault((row, column - 1), []).append((row, column))
    for row, column in np.argwhere(below & ~above).tolist():
        onward.setdefault((row, column), []).append((row, column - 1))
    # Between the cells on both sides of a meridian: northward east of a cell, southward west.
    west, east = padded[:, :-1], padded[:, 1:]
    for row, column in np.argwhere(west & ~east).tolist():
        onward.setdefault((row - 1, column), []).append((row, column))
    for row, column in np.argwhere(east & ~west).tolist():
        onward.setdefault((row, column), []).append((row - 1, column))
    return onward


def _turns(ring: list[Corner]) -> tuple[Corner, ...]:
    """A closed ring without the corners at which it goes straight on."""
    before = [ring[-2], *ring[:-2]]
    corners = [
        b
        for a, b, c in zip(before, ring[:-1], ring[1:], strict=True)
        if (b[0] - a[0], b[1] - a[1]) != (c[0] - b[0], c[1] - b[1])
    ]
    return (*corners, corners[0])
