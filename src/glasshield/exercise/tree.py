"""The tree of hashes over the records of a run, as it grows."""

from __future__ import annotations

from glasshield.exchange.log.merkle import Frontier, leaf_hash


class Tree:
    """All that is kept of the records so that their root can be given."""

    __slots__ = ("_frontier",)

    def __init__(self) -> None:
        """No record yet."""
        self._frontier = Frontier()

    def add(self, line: bytes) -> None:
        """Adds a record at the end, in the bytes that stand in its line."""
        self._frontier.append(leaf_hash(line))

    @property
    def size(self) -> int:
        """How many records there are."""
        return self._frontier.size

    @property
    def root(self) -> str:
        """The root over all of them, in hexadecimal digits."""
        return self._frontier.root().hex()
