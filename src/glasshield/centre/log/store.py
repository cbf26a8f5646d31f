"""What the centre asks of a place that keeps its log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from glasshield.errors import OutputError


class Trouble(StrEnum):
    """Why a store takes nothing."""

    LOCKED = "locked"  # another process holds it
    FULL = "full"  # no space is left
    BUSY = "busy"  # more comes than it takes
    BROKEN = "broken"  # the disk fails, or what lies there is no store
    AWAY = "away"  # the database server does not answer


class StoreError(OutputError):
    """A store that takes or gives nothing; what was asked of it is undone as a whole.

    Attributes:
        trouble: why.
    """

    def __init__(self, trouble: Trouble, what: str, *, where: str, got: str = "") -> None:
        self.trouble = trouble
        super().__init__(what, where=where, got=got or None, do=_DO[trouble])


_DO = {
    Trouble.LOCKED: "end the other process that uses it",
    Trouble.FULL: "make space; nothing that was acknowledged is lost",
    Trouble.BUSY: "send again later, and larger batches",
    Trouble.BROKEN: "look at the disk; the store can be put back from a copy",
    Trouble.AWAY: "start the database server, and see that it can be reached",
}


@dataclass(frozen=True, slots=True)
class Body:
    """Bytes that an entry stands for by their hash.

    Attributes:
        data: the bytes.
        sha256: their SHA-256 in hexadecimal digits.
    """

    data: bytes
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Body:
        """A body and its hash."""
        return cls(data, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class Once:
    """That something is to be in the log once.

    Attributes:
        identity: 64 hexadecimal digits, the same whenever it comes again.
        arrived_ns: when it came, in nanoseconds since 1970 UTC.
        body_sha256: of its body.
    """

    identity: str
    arrived_ns: int
    body_sha256: str


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept of one entry.

    Attributes:
        entry: its bytes.
        leaf: its hash in the tree.
        bodies: what it stands for by hash.
        once: of a batch, how it is known again.
        mark: under which it is found again without reading the whole log; empty for none.
    """

    entry: bytes
    leaf: bytes
    bodies: tuple[Body, ...] = ()
    once: Once | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry as it lies in the store.

    Attributes:
        index: its place.
        entry: its bytes.
    """

    index: int
    entry: bytes


@dataclass(frozen=True, slots=True)
class StoredBatch:
    """A batch as it lies in the store.

    Attributes:
        index: of its entry.
        arrived_ns: when it came, in nanoseconds since 1970 UTC.
        entry: the bytes of its entry.
        body: its data.
    """

    index: int
    arrived_ns: int
    entry: bytes
    body: bytes


@dataclass(frozen=True, slots=True)
class Seal:
    """A checkpoint, and the frontier with which the log is taken up behind it.

    Attributes:
        size: how many entries it covers.
        peaks: the frontier's hashes.
        note: the bytes of the signed note.
    """

    size: int
    peaks: tuple[bytes, ...]
    note: bytes


class Store(Protocol):
    """A place that keeps the log, the bodies and the checkpoints; one process writes to it.

    Each method raises `StoreError` where the store is locked, full or broken.
    """

    @property
    def size(self) -> int:
        """How many entries there are."""
        ...

    def append(self, records: Sequence[Record]) -> int:
        """The index of the first of these records, all on disk now; or none of them is."""
        ...

    def found(self, identities: Sequence[str]) -> Mapping[str, int]:
        """The indices of those batches that are here already, by their identities."""
        ...

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The bytes of the entries from index `start` up to and without `stop`."""
        ...

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        """The leaf hashes from index `start` up to and without `stop`."""
        ...

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256, in hexadecimal digits; None where they are not here."""
        ...

    def batches_since(self, at_ns: int) -> Iterator[StoredBatch]:
        """The batches that came at an instant or later, in the order of the log."""
        ...

    def marked(self, mark: str, start: int = 0) -> Iterator[StoredEntry]:
        """The entries with a mark from index `start` on, in the order of the log."""
        ...

    def marked_last(self, mark: str) -> Iterator[StoredEntry]:
        """The entries with a mark, the last one first; no more are read than are asked for."""
        ...

    def marks(self, begin: str) -> Sequence[str]:
        """The marks that there are with some beginning, in any order, without reading entries."""
        ...

    def seal(self, seal: Seal) -> None:
        """Keeps a checkpoint; one of the same size, with fewer signatures, is replaced."""
        ...

    def seals(self, after: int = -1) -> Sequence[Seal]:
        """The checkpoints of more than so many entries, by size."""
        ...

    def last_seal(self) -> Seal | None:
        """The checkpoint of the most entries; None where there is none."""
        ...

    def close(self) -> None:
        """Lets the store go; nothing more can be asked of it."""
        ...
