"""The numbers by which a viewer knows objects; those long gone are forgotten."""

from __future__ import annotations

from typing import Final

import numpy as np
from jaxtyping import Bool, Int

_NOBODY: Final = -1


class Numbering:
    """Numbers from 1 in the order in which a viewer first sees the objects of a tracker.

    A tracker numbers what it makes, and not all of that is released: a gap would tell.
    """

    __slots__ = ("_classes", "_inner", "_last", "_number", "_tick")

    def __init__(self) -> None:
        """Nobody has a number."""
        self._inner = np.empty(0, dtype=np.int64)  # of the tracker, growing
        self._number = np.empty(0, dtype=np.int64)
        self._classes = np.empty(0, dtype=np.int64)
        self._tick = np.empty(0, dtype=np.int64)
        self._last = 0

    def __len__(self) -> int:
        return len(self._inner)

    @property
    def given(self) -> int:
        """The last number that was given."""
        return self._last

    def give(self, inner: Int[np.ndarray, "k"], classes: Int[np.ndarray, "k"], tick: int) -> None:
        """Gives numbers to those that have none.

        Args:
            inner: numbers in the tracker, growing.
            classes: what the objects are taken for.
            tick: at which they are seen.
        """
        place, there = self._places(inner)
        if not there.all():
            self._add(inner[~there])
            place, _ = self._places(inner)
        self._classes[place], self._tick[place] = classes, tick

    def take_for(
        self, inner: Int[np.ndarray, "k"], classes: Int[np.ndarray, "k"], tick: int
    ) -> None:
        """Says what objects are taken for now, those that are not shown among them.

        Args:
            inner: numbers in the tracker of all that it has, growing.
            classes: what the objects are taken for.
            tick: now.
        """
        place, there = self._places(inner)
        self._classes[place[there]], self._tick[place[there]] = classes[there], tick

    def _add(self, inner: Int[np.ndarray, "m"]) -> None:
        place = np.searchsorted(self._inner, inner)
        number = self._last + 1 + np.arange(len(inner))
        self._last += len(inner)
        self._inner = np.insert(self._inner, place, inner)
        self._number = np.insert(self._number, place, number)
        self._classes = np.insert(self._classes, place, 0)
        self._tick = np.insert(self._tick, place, 0)

    def of(self, inner: Int[np.ndarray, "k"]) -> Int[np.ndarray, "k"]:
        """The numbers of objects; 0 for those that have none."""
        place, there = self._places(inner)
        return np.where(there, np.append(self._number, 0)[place], 0)

    def inner_of(self, number: int) -> int | None:
        """Which object of the tracker has a number."""
        found = np.flatnonzero(self._number == number)
        return int(self._inner[found[0]]) if len(found) else None

    def known(self) -> tuple[Int[np.ndarray, "k"], Int[np.ndarray, "k"]]:
        """All objects that have a number, and what they were last taken for."""
        return self._inner, self._classes

    def forget(self, before: int) -> bool:
        """Forgets objects not seen since a tick; whether there were any."""
        kept = self._tick >= before
        if kept.all():
            return False
        self._inner, self._number = self._inner[kept], self._number[kept]
        self._classes, self._tick = self._classes[kept], self._tick[kept]
        return True

    def _places(
        self, inner: Int[np.ndarray, "k"]
    ) -> tuple[Int[np.ndarray, "k"], Bool[np.ndarray, "k"]]:
        place = np.searchsorted(self._inner, inner)
        return place, np.append(self._inner, _NOBODY)[place] == inner

    def content(self) -> tuple[bytes, ...]:
        """All of it, for a digest."""
        return (self._inner.tobytes(), self._number.tobytes(), str(self._last).encode())
