"""A log to look at, and what it stands for by hash: a centre's store, or an exported file.

Nothing is written: the centre may be running.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Protocol, Self

from glasshield.centre.applying import BodyOf
from glasshield.centre.log.sqlite_store import APPLICATION, VERSION
from glasshield.centre.log.store import Seal
from glasshield.centre.world import world_in
from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.entries import AnyEntry, CentreEntry, decoded
from glasshield.exchange.log.merkle import HASH_BYTES, leaf_hash
from glasshield.workspace import write_atomically

BODIES: Final = ".bodies.zip"

_READ: Final = 4096


class Logged(Protocol):
    """A log and its bodies."""

    @property
    def size(self) -> int:
        """How many entries there are, as far as that is known beforehand."""
        ...

    def all_entries(self) -> Iterator[tuple[int, AnyEntry]]:
        """The entries with their places, one after the other.

        Raises:
            InputError: one is missing, or is withheld, or is another than its hash says.
        """
        ...

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256; None where they are not here."""
        ...


class OpenStore:
    """A store in a file, to look at alone."""

    __slots__ = ("_connection", "_lock", "_path", "size")

    def __init__(self, path: Path) -> None:
        """Opens a store.

        Raises:
            InputError: there is none.
        """
        self._path = path
        self._lock = threading.Lock()
        if not path.is_file():
            raise InputError("there is no log here", where=str(path))
        try:
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            kind = self._connection.execute("PRAGMA application_id").fetchone()[0]
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise InputError(f"this cannot be read ({error})", where=str(path)) from None
        if (kind, version) != (APPLICATION, VERSION):
            self._connection.close()
            raise InputError(
                "this is no log of this version", where=str(path), got=f"version {version}"
            )
        last = self._rows("SELECT max(position) FROM log", ())[0][0]
        self.size: int = 0 if last is None else last + 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._connection.close()

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The bytes of the entries from index `start` up to and without `stop`."""
        return [row[0] for row in self._between("entry", start, stop)]

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        """The leaf hashes from index `start` up to and without `stop`."""
        return [row[0] for row in self._between("leaf", start, stop)]

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256; None where they are not here."""
        rows = self._rows("SELECT data FROM bodies WHERE sha256 = ?", (sha256,))
        return rows[0][0] if rows else None

    def seals(self, after: int = -1) -> Sequence[Seal]:
        """The checkpoints of more than so many entries, by size."""
        rows = self._rows("SELECT * FROM seals WHERE size > ? ORDER BY size", (after,))
        return [_seal(*row) for row in rows]

    def all_entries(self) -> Iterator[tuple[int, AnyEntry]]:
        """The entries with their places, one after the other, as many as there were when opened.

        Raises:
            InputError: one is missing, or is another than its hash says.
        """
        yield from self.first_entries(self.size)

    def first_entries(self, count: int) -> Iterator[tuple[int, AnyEntry]]:
        """The first entries with their places; those that came since it was opened among them.

        Raises:
            InputError: one is missing, or is another than its hash says.
        """
        for start in range(0, count, _READ):
            stop = min(start + _READ, count)
            found, leaves = self.entries(start, stop), self.leaf_hashes(start, stop)
            for index, (entry, leaf) in enumerate(zip(found, leaves, strict=True), start):
                yield index, _entry(entry, leaf, index, str(self._path))

    def _between(self, column: str, start: int, stop: int) -> list[Any]:
        return self._rows(
            f"SELECT {column} FROM log WHERE position >= ? AND position < ? ORDER BY position",
            (start, stop),
        )

    def _rows(self, question: str, values: Sequence[object]) -> list[Any]:
        """All rows that answer a question.

        Raises:
            InputError: the store cannot be read.
        """
        try:
            with self._lock:
                return self._connection.execute(question, values).fetchall()
        except sqlite3.Error as error:
            raise InputError(f"this cannot be read ({error})", where=str(self._path)) from None


class OpenExport:
    """An exported log, with what it stands for by hash in a file beside it."""

    __slots__ = ("_bodies", "_path")

    def __init__(self, path: Path) -> None:
        """Opens a file of a log.

        Raises:
            InputError: it is none, begins in the middle, or its bodies are not beside it.
        """
        head = bundle.head_of(path)
        if head.first:
            raise InputError(
                "this log does not begin with its first entry",
                where=str(path),
                got=f"entry {head.first}",
            )
        self._path = path
        beside = bodies_file(path)
        try:
            self._bodies = zipfile.ZipFile(beside)
        except (OSError, zipfile.BadZipFile) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise InputError(
                f"what the log stands for by hash cannot be read ({why.lower()})",
                where=str(beside),
                do="export it together: glasshield log export --bodies",
            ) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._bodies.close()

    @property
    def size(self) -> int:
        """How many entries there are: those that the last checkpoint seals."""
        seals = [one for one in bundle.records(self._path) if isinstance(one, bundle.Seal)]
        return seals[-1].checkpoint.size if seals else 0

    def all_entries(self) -> Iterator[tuple[int, AnyEntry]]:
        """The entries with their places, one after the other.

        Raises:
            InputError: one is withheld, or is another than its hash says.
        """
        for row in bundle.records(self._path):
            if isinstance(row, bundle.Seal):
                continue
            where = f"{self._path}, line {row.line}"
            if row.entry is None:
                raise InputError(
                    "this entry is withheld from you", where=where, do="ask for the whole log"
                )
            yield row.index, _entry(row.entry, row.leaf, row.index, str(self._path))

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256; None where they are not here."""
        with contextlib.suppress(KeyError):
            return self._bodies.read(sha256)
        return None


def opened(path: Path) -> OpenStore | OpenExport:
    """The log in a store's file, in the data folder of a centre, or in an exported file.

    Raises:
        InputError: there is none.
    """
    if path.is_dir():
        return OpenStore(path / "centre.sqlite")
    if path.suffix == ".sqlite":
        return OpenStore(path)
    return OpenExport(path)


def bodies_file(path: Path) -> Path:
    """Where what an exported log stands for by hash lies."""
    return path.with_name(path.name + BODIES)


def write_bodies(store: OpenStore, path: Path, size: int) -> int:
    """How many bodies were written beside an exported log.

    Args:
        store: that holds them.
        path: of the exported log.
        size: of its entries those before this place.

    Raises:
        OutputError: the place cannot be written.
    """
    written: set[str] = set()
    with write_atomically(bodies_file(path)) as aside, zipfile.ZipFile(aside, "w") as file:
        for _, entry in store.first_entries(size):
            for digest in hashes_in(entry, store.body):
                data = None if digest in written else store.body(digest)
                if data is not None:
                    file.writestr(digest, data, zipfile.ZIP_DEFLATED)
                    written.add(digest)
    return len(written)


def hashes_in(entry: AnyEntry, body_of: BodyOf) -> list[str]:
    """The hashes by which an entry stands for bodies, and those that these name in turn."""
    found = [getattr(entry, name) for name in entry.__struct_fields__ if name.endswith("_sha256")]
    if isinstance(entry, CentreEntry) and (data := body_of(entry.config_sha256)) is not None:
        found += world_in(data, "configuration").rules.values()
    return found


def _entry(data: bytes, leaf: bytes, index: int, where: str) -> AnyEntry:
    """The entry in some bytes.

    Raises:
        InputError: it is another than its hash says.
    """
    if leaf_hash(data) != leaf:
        raise InputError("this entry was changed", where=f"{where}, entry {index}")
    return decoded(data, f"{where}, entry {index}")


def _seal(size: int, peaks: bytes, note: bytes) -> Seal:
    starts = range(0, len(peaks), HASH_BYTES)
    return Seal(size, tuple(peaks[at : at + HASH_BYTES] for at in starts), note)
