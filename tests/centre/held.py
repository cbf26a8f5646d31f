"""A store for tests that writes only when it is let, and fails as it is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence

from glasshield.centre.log.store import Record, Seal, Store, StoredBatch, StoredEntry
from tests.centre.logged import ANSWER_S


class HeldStore:
    """A store that writes only when it is let, and fails as it is told."""

    def __init__(self, kept: Store) -> None:
        self.kept = kept
        self.let = threading.Event()
        self.let.set()
        self.begun = threading.Event()
        self.failure: Exception | None = None
        self.groups: list[int] = []

    @property
    def size(self) -> int:
        return self.kept.size

    def append(self, records: Sequence[Record]) -> int:
        self.begun.set()
        assert self.let.wait(ANSWER_S)
        if self.failure is not None:
            raise self.failure
        self.groups.append(len(records))
        return self.kept.append(records)

    def found(self, identities: Sequence[str]) -> Mapping[str, int]:
        return self.kept.found(identities)

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        return self.kept.entries(start, stop)

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        return self.kept.leaf_hashes(start, stop)

    def body(self, sha256: str) -> bytes | None:
        return self.kept.body(sha256)

    def batches_since(self, at_ns: int) -> Iterator[StoredBatch]:
        return self.kept.batches_since(at_ns)

    def marked(self, mark: str, start: int = 0) -> Iterator[StoredEntry]:
        return self.kept.marked(mark, start)

    def marked_last(self, mark: str) -> Iterator[StoredEntry]:
        return self.kept.marked_last(mark)

    def marks(self, begin: str) -> Sequence[str]:
        return self.kept.marks(begin)

    def seal(self, seal: Seal) -> None:
        self.kept.seal(seal)

    def seals(self, after: int = -1) -> Sequence[Seal]:
        return self.kept.seals(after)

    def last_seal(self) -> Seal | None:
        return self.kept.last_seal()

    def close(self) -> None:
        self.kept.close()
