"""The log of an exercise: its records and actions on disk, sealed by a tree of hashes.

exercise.toml     the file, as it was run
run.json          seed, variant, version of the program; at the end root and size
records.jsonl     a record a line, in the very bytes that were hashed
actions.jsonl     what people did, a line each
log.note          the root, signed with a key made for this run
log.vkey          that key
"""

from __future__ import annotations

from glasshield.exchange.log.merkle import Frontier, leaf_hash


class Tree:
    """The tree of hashes over records, as it grows."""

    __slots__ = ("_frontier",)

    def __init__(self) -> None:
        """No record yet."""
        self._frontier = Frontier()

    def add(self, line: bytes) -> None:
        """Adds a record at the end."""
        self._frontier.append(leaf_hash(line))

    @property
    def size(self) -> int:
        """How many records there are."""
        return self._frontier.size

    @property
    def root(self) -> str:
        """The root over all of them, in hexadecimal digits."""
        return self._frontier.root().hex()
