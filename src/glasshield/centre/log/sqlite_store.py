"""The log in one SQLite file.

The file is written ahead (WAL) with `synchronous=FULL`: what a transaction wrote is on disk when it
ends, and after a crash at any moment it is there as a whole or not at all. One process writes;
others may read at the same time.

Source: SQLite, Write-Ahead Logging and PRAGMA synchronous, sqlite.org.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from glasshield.centre.log.paging import Rows, downwards, each, upwards
from glasshield.centre.log.store import (
    Record,
    Seal,
    StoredBatch,
    StoredEntry,
    StoreError,
    Trouble,
)
from glasshield.exchange.log.merkle import HASH_BYTES

WAIT_S: Final = 1.0  # for another process that holds the file

APPLICATION: Final = 0x474C4153  # "GLAS", which `file` shows
VERSION: Final = 1
_BATCHES: Final = 16  # taken at once, as their bodies may be large
_WAL_BYTES: Final = 64 << 20  # to which the file written ahead is cut again
_ASK: Final = 500  # identities asked for at once; SQLite takes at least 999
_OWNER_ONLY: Final = 0o600

# All in one transaction, with the marks of the file, so that a store is whole or not begun.
_TABLES: Final = f"""
BEGIN IMMEDIATE;
CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    leaf BLOB NOT NULL,
    entry BLOB NOT NULL
);
CREATE TABLE bodies (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL
);
CREATE TABLE batches (
    position INTEGER PRIMARY KEY,
    identity TEXT NOT NULL UNIQUE,
    arrived_ns INTEGER NOT NULL,
    body_sha256 TEXT NOT NULL
);
CREATE INDEX batches_by_arrival ON batches (arrived_ns);
CREATE TABLE marks (
    position INTEGER PRIMARY KEY,
    mark TEXT NOT NULL
);
CREATE INDEX marks_by_mark ON marks (mark, position);
CREATE TABLE seals (
    size INTEGER PRIMARY KEY,
    peaks BLOB NOT NULL,
    note BLOB NOT NULL
);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {VERSION};
COMMIT;
"""

_LOCKED: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_PRIMARY: Final = 0xFF  # an extended code holds the plain one in its lowest byte


class SqliteStore:
    """A store in one file.

    Every thread may ask; two connections, each with a lock, keep readers from waiting for a commit.
    """

    __slots__ = ("_owner", "_path", "_reader", "_reading", "_size", "_writer", "_writing")

    def __init__(self, path: Path, most_bytes: int | None = None) -> None:
        """Opens the store in a file, or makes a new one there that only its owner may read.

        Args:
            path: of the file; two more lie beside it while it is open.
            most_bytes: to which the file may grow, if not as far as there is space.

        Raises:
            StoreError: another process writes to it, no space, or no store.
        """
        self._path = path
        self._writing, self._reading = threading.Lock(), threading.Lock()
        with contextlib.ExitStack() as undo, self._told():
            _make_private(path)
            self._owner = undo.enter_context(contextlib.closing(_owned(path)))
            self._writer = undo.enter_context(contextlib.closing(_connected(path)))
            self._prepare()
            self._limit(most_bytes)
            self._reader = undo.enter_context(contextlib.closing(_connected(path)))
            self._reader.execute("PRAGMA query_only=ON")
            self._size = _count(self._writer)
            undo.pop_all()

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self._size

    def append(self, records: Sequence[Record]) -> int:
        """The index of the first of these records, all on disk now; or none of them is.

        Raises:
            StoreError: another process holds the file, no space is left, or the disk fails.
        """
        first = self._size
        rows = [(first + at, one.leaf, one.entry) for at, one in enumerate(records)]
        bodies = [(body.sha256, body.data) for one in records for body in one.bodies]
        batches = [
            (first + at, one.once.identity, one.once.arrived_ns, one.once.body_sha256)
            for at, one in enumerate(records)
            if one.once is not None
        ]
        marks = [(first + at, one.mark) for at, one in enumerate(records) if one.mark]
        with self._transaction() as write:
            write.executemany("INSERT INTO log VALUES (?, ?, ?)", rows)
            write.executemany("INSERT INTO marks VALUES (?, ?)", marks)
            write.executemany("INSERT OR IGNORE INTO bodies VALUES (?, ?)", bodies)
            write.executemany("INSERT INTO batches VALUES (?, ?, ?, ?)", batches)
        self._size = first + len(rows)
        return first

    def found(self, identities: Sequence[str]) -> Mapping[str, int]:
        """The indices of those batches that are here already, by their identities."""
        here: dict[str, int] = {}
        for start in range(0, len(identities), _ASK):
            asked = identities[start : start + _ASK]
            places = ",".join("?" * len(asked))
            here.update(
                self._rows(
                    f"SELECT identity, position FROM batches WHERE identity IN ({places})", asked
                )
            )
        return here

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The bytes of the entries from index `start` up to and without `stop`."""
        return [row[0] for row in self._between("entry", start, stop)]

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        """The leaf hashes from index `start` up to and without `stop`."""
        return [row[0] for row in self._between("leaf", start, stop)]

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256, in hexadecimal digits; None where they are not here."""
        rows = self._rows("SELECT data FROM bodies WHERE sha256 = ?", (sha256,))
        return rows[0][0] if rows else None

    def batches_since(self, at_ns: int) -> Iterator[StoredBatch]:
        """The batches that came at an instant or later, in the order of the log."""

        def page(begin: int) -> Rows:
            return self._rows(
                "SELECT position, arrived_ns, entry, data"
                " FROM batches JOIN log USING (position) JOIN bodies ON sha256 = body_sha256"
                " WHERE position >= ? AND arrived_ns >= ? ORDER BY position LIMIT ?",
                (begin, at_ns, _BATCHES),
            )

        ((first,),) = self._rows(
            "SELECT min(position) FROM batches WHERE arrived_ns >= ?", (at_ns,)
        )
        return (StoredBatch(*row) for row in upwards(page, first, _BATCHES))

    def marked(self, mark: str, start: int = 0) -> Iterator[StoredEntry]:
        """The entries with a mark from index `start` on, in the order of the log."""

        def page(begin: int) -> Rows:
            return self._rows(
                "SELECT position, entry FROM marks JOIN log USING (position)"
                " WHERE mark = ? AND position >= ? ORDER BY position LIMIT ?",
                (mark, begin, _ASK),
            )

        return (StoredEntry(*row) for row in upwards(page, start, _ASK))

    def marked_last(self, mark: str) -> Iterator[StoredEntry]:
        """The entries with a mark, the last one first; no more are read than are asked for."""

        def page(end: int) -> Rows:
            return self._rows(
                "SELECT position, entry FROM marks JOIN log USING (position)"
                " WHERE mark = ? AND position < ? ORDER BY position DESC LIMIT ?",
                (mark, end, _ASK),
            )

        return (StoredEntry(*row) for row in downwards(page, self._size, _ASK))

    def marks(self, begin: str) -> Sequence[str]:
        """The marks that there are with some beginning, in any order, without reading entries."""

        def next_after(mark: str) -> str | None:
            ((found,),) = self._rows("SELECT min(mark) FROM marks WHERE mark > ?", (mark,))
            return None if found is None else str(found)

        return [mark for mark in each(next_after) if mark.startswith(begin)]

    def seal(self, seal: Seal) -> None:
        """Keeps a checkpoint; one of the same size, with fewer signatures, is replaced.

        Raises:
            StoreError: another process holds the file, no space is left, or the disk fails.
        """
        row = (seal.size, b"".join(seal.peaks), seal.note)
        with self._transaction() as write:
            write.execute("INSERT OR REPLACE INTO seals VALUES (?, ?, ?)", row)

    def seals(self, after: int = -1) -> Sequence[Seal]:
        """The checkpoints of more than so many entries, by size."""
        return [
            _seal(row)
            for row in self._rows("SELECT * FROM seals WHERE size > ? ORDER BY size", (after,))
        ]

    def last_seal(self) -> Seal | None:
        """The checkpoint of the most entries; None where there is none."""
        rows = self._rows("SELECT * FROM seals ORDER BY size DESC LIMIT 1", ())
        return _seal(rows[0]) if rows else None

    def close(self) -> None:
        """Lets the store go; nothing more can be asked of it."""
        with self._writing, self._reading, self._told():
            self._reader.close()
            self._writer.close()
            self._owner.close()

    def _between(self, column: str, start: int, stop: int) -> list[tuple[bytes]]:
        return self._rows(
            f"SELECT {column} FROM log WHERE position >= ? AND position < ? ORDER BY position",
            (start, stop),
        )

    def _rows(self, question: str, values: Sequence[object]) -> list[Any]:
        """All rows that answer a question.

        Raises:
            StoreError: the store cannot be read.
        """
        with self._reading, self._told():
            return self._reader.execute(question, values).fetchall()

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """The writing connection, of whose work all or nothing is on disk afterwards."""
        with self._writing, self._told():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            finally:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what SQLite says into errors of the store."""
        try:
            yield
        except sqlite3.Error as error:
            raise _trouble(error, self._path) from error
        except OSError as error:
            said = (error.strerror or str(error)).lower()
            what = "the store cannot be opened"
            raise StoreError(Trouble.BROKEN, what, where=str(self._path), got=said) from error

    def _prepare(self) -> None:
        """Set the connection that writes, and make the tables of a new store.

        Raises:
            StoreError: the file is no store, or one of a later version.
        """
        # Until a file has tables it is a new one: they are made in one transaction.
        made = self._writer.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        kind = self._writer.execute("PRAGMA application_id").fetchone()[0]
        version = self._writer.execute("PRAGMA user_version").fetchone()[0]
        if made and (kind, version) != (APPLICATION, VERSION):
            got = f"version {version}" if kind == APPLICATION else "another database"
            what = f"this is no store of version {VERSION}"
            raise StoreError(Trouble.BROKEN, what, where=str(self._path), got=got)
        for setting in ("journal_mode=WAL", "synchronous=FULL", "fullfsync=ON",
                        f"journal_size_limit={_WAL_BYTES}"):  # fmt: skip
            self._writer.execute(f"PRAGMA {setting}")
        if not made:
            self._writer.executescript(_TABLES)

    def _limit(self, most_bytes: int | None) -> None:
        """Have the file be full at a size; it is counted in pages."""
        if most_bytes is not None:
            page_bytes = self._writer.execute("PRAGMA page_size").fetchone()[0]
            self._writer.execute(f"PRAGMA max_page_count={max(most_bytes // page_bytes, 1)}")


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that leaves transactions to us and waits for other processes for a while."""
    return sqlite3.connect(path, timeout=WAIT_S, isolation_level=None, check_same_thread=False)


def _owned(path: Path) -> sqlite3.Connection:
    """A lock that ends with the process, however it ends: a transaction in an empty database.

    The store itself stays open to readers in other processes.
    """
    beside = path.with_name(f"{path.name}-owner")
    _make_private(beside)
    owner = _connected(beside)
    try:
        owner.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error:
        owner.close()
        raise
    return owner


def _make_private(path: Path) -> None:
    """Makes an empty file that only its owner may read, where there is none.

    What SQLite lays beside it gets the same rights.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY))


def _count(connection: sqlite3.Connection) -> int:
    """How many entries there are: their positions have no gaps."""
    last = connection.execute("SELECT max(position) FROM log").fetchone()[0]
    return 0 if last is None else last + 1


def _seal(row: tuple[int, bytes, bytes]) -> Seal:
    size, peaks, note = row
    starts = range(0, len(peaks), HASH_BYTES)
    return Seal(size, tuple(peaks[at : at + HASH_BYTES] for at in starts), note)


def _trouble(error: sqlite3.Error, path: Path) -> StoreError:
    """What an error of SQLite means for the store."""
    code = getattr(error, "sqlite_errorcode", 0)
    where, got = str(path), str(error)
    if code & _PRIMARY in _LOCKED:
        return StoreError(Trouble.LOCKED, "another process holds the store", where=where)
    if code & _PRIMARY == sqlite3.SQLITE_FULL:
        return StoreError(Trouble.FULL, "the store cannot grow", where=where, got=got)
    return StoreError(Trouble.BROKEN, "the store cannot be used", where=where, got=got)
