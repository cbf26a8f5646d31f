"""The log in a PostgreSQL database.

What a transaction wrote is on the server's disk when it ends. One process writes: a lock that ends
with its connection, and a name that is checked when a connection was lost, keep all others away.
When the connection breaks while a transaction ends, nobody knows whether it did: those who sent it
were told that it did not, so what stands behind the last acknowledged entry is taken away before
anything else is written, and until then nobody reads it.

Source: PostgreSQL 15 documentation, chapters 13.3.5 (advisory locks), 30.4 (asynchronous commit).
"""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, LiteralString, TypeVar

import psycopg
from psycopg import sql

from glasshield.centre.log.paging import Rows, downwards, each, upwards
from glasshield.centre.log.postgres_link import Link, checked, put_settings, unfit
from glasshield.centre.log.store import Record, Seal, StoredBatch, StoredEntry, StoreError, Trouble
from glasshield.errors import InputError
from glasshield.exchange.log.merkle import HASH_BYTES

T = TypeVar("T")

SCHEMA: Final = "glasshield"

_VERSION: Final = 1
_BATCHES: Final = 16  # taken at once, as their bodies may be large
_MARKED: Final = 500
_TRIES: Final = 2  # of which the second is on a new connection
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)

# Bodies lie as they came: pressing them together costs the server more than their place does.
_TABLES: Final = """
CREATE TABLE log (
    position bigint PRIMARY KEY,
    leaf bytea NOT NULL,
    entry bytea NOT NULL
);
CREATE TABLE bodies (
    sha256 text PRIMARY KEY,
    data bytea NOT NULL
);
ALTER TABLE bodies ALTER COLUMN data SET STORAGE EXTERNAL;
CREATE TABLE batches (
    position bigint PRIMARY KEY,
    identity text NOT NULL UNIQUE,
    arrived_ns bigint NOT NULL,
    body_sha256 text NOT NULL
);
CREATE INDEX batches_by_arrival ON batches (arrived_ns);
CREATE TABLE marks (
    position bigint PRIMARY KEY,
    mark text NOT NULL
);
CREATE INDEX marks_by_mark ON marks (mark, position);
CREATE TABLE seals (
    size bigint PRIMARY KEY,
    peaks bytea NOT NULL,
    note bytea NOT NULL
);
CREATE TABLE about (
    version integer NOT NULL,
    owner text NOT NULL
);
"""


class PostgresStore:
    """A store in one schema of a database.

    Every thread may ask; two connections, each with a lock, keep readers from waiting for a commit.
    """

    __slots__ = ("_name", "_reader", "_schema", "_size", "_where", "_writer")

    def __init__(self, address: str, schema: str = SCHEMA) -> None:
        """Opens the store in a database, or makes a new one there.

        Args:
            address: of the database, as libpq takes it, such as
                "postgresql://centre@/glasshield?host=/var/run/postgresql". A password stands better
                in the file that PGPASSFILE names.
            schema: of the database, with the tables of this centre alone.

        Raises:
            InputError: an address that can be none, one beyond this machine without a server
                certificate that is checked, or a server that does not flush its disk.
            StoreError: another process writes to it, it is no store, or nobody answers.
        """
        if _NAME.fullmatch(schema) is None:
            raise InputError(
                "this is no name of a schema",
                where="schema",
                got=schema,
                expected="small letters, digits and _",
            )
        words, self._where = checked(address)
        self._schema = schema
        self._name = ""
        self._size = 0
        self._writer = Link(words, self._own)
        self._reader = Link(words, self._only_read)
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)
            with self._writer.held(self._where):
                pass
            undo.pop_all()

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self._size

    def append(self, records: Sequence[Record]) -> int:
        """The index of the first of these records, all on disk now; or none of them is.

        Raises:
            StoreError: another process holds the store, no space is left, or the server is away.
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

        def write(cursor: psycopg.Cursor[Any]) -> None:
            cursor.executemany("INSERT INTO log VALUES (%s, %s, %s)", rows)
            cursor.executemany("INSERT INTO marks VALUES (%s, %s)", marks)
            cursor.executemany(
                "INSERT INTO bodies VALUES (%s, %s) ON CONFLICT (sha256) DO NOTHING", bodies
            )
            cursor.executemany("INSERT INTO batches VALUES (%s, %s, %s, %s)", batches)

        self._write(write)
        self._size = first + len(rows)
        return first

    def found(self, identities: Sequence[str]) -> Mapping[str, int]:
        """The indices of those batches that are here already, by their identities."""
        return dict(
            self._rows(
                "SELECT identity, position FROM batches WHERE identity = ANY(%s) AND position < %s",
                (list(identities), self._size),
            )
        )

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The bytes of the entries from index `start` up to and without `stop`."""
        return [
            row[0]
            for row in self._rows(
                "SELECT entry FROM log WHERE position >= %s AND position < %s ORDER BY position",
                (start, min(stop, self._size)),
            )
        ]

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        """The leaf hashes from index `start` up to and without `stop`."""
        return [
            row[0]
            for row in self._rows(
                "SELECT leaf FROM log WHERE position >= %s AND position < %s ORDER BY position",
                (start, min(stop, self._size)),
            )
        ]

    def body(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256, in hexadecimal digits; None where they are not here."""
        rows = self._rows("SELECT data FROM bodies WHERE sha256 = %s", (sha256,))
        return rows[0][0] if rows else None

    def batches_since(self, at_ns: int) -> Iterator[StoredBatch]:
        """The batches that came at an instant or later, in the order of the log."""

        def page(begin: int) -> Rows:
            return self._rows(
                "SELECT position, arrived_ns, entry, data"
                " FROM batches JOIN log USING (position) JOIN bodies ON sha256 = body_sha256"
                " WHERE position >= %s AND position < %s AND arrived_ns >= %s"
                " ORDER BY position LIMIT %s",
                (begin, self._size, at_ns, _BATCHES),
            )

        ((first,),) = self._rows(
            "SELECT min(position) FROM batches WHERE arrived_ns >= %s", (at_ns,)
        )
        return (StoredBatch(*row) for row in upwards(page, first, _BATCHES))

    def marked(self, mark: str, start: int = 0) -> Iterator[StoredEntry]:
        """The entries with a mark from index `start` on, in the order of the log."""

        def page(begin: int) -> Rows:
            return self._rows(
                "SELECT position, entry FROM marks JOIN log USING (position)"
                " WHERE mark = %s AND position >= %s AND position < %s ORDER BY position LIMIT %s",
                (mark, begin, self._size, _MARKED),
            )

        return (StoredEntry(*row) for row in upwards(page, start, _MARKED))

    def marked_last(self, mark: str) -> Iterator[StoredEntry]:
        """The entries with a mark, the last one first; no more are read than are asked for."""

        def page(end: int) -> Rows:
            return self._rows(
                "SELECT position, entry FROM marks JOIN log USING (position)"
                " WHERE mark = %s AND position < %s ORDER BY position DESC LIMIT %s",
                (mark, end, _MARKED),
            )

        return (StoredEntry(*row) for row in downwards(page, self._size, _MARKED))

    def marks(self, begin: str) -> Sequence[str]:
        """The marks that there are with some beginning, in any order, without reading entries."""

        def next_after(mark: str) -> str | None:
            ((found,),) = self._rows("SELECT min(mark) FROM marks WHERE mark > %s", (mark,))
            return None if found is None else str(found)

        return [mark for mark in each(next_after) if mark.startswith(begin)]

    def seal(self, seal: Seal) -> None:
        """Keeps a checkpoint; one of the same size, with fewer signatures, is replaced.

        Raises:
            StoreError: another process holds the store, no space is left, or the server is away.
        """
        row = (seal.size, b"".join(seal.peaks), seal.note)
        self._write(
            lambda cursor: cursor.execute(
                "INSERT INTO seals VALUES (%s, %s, %s) ON CONFLICT (size)"
                " DO UPDATE SET peaks = excluded.peaks, note = excluded.note",
                row,
            )
        )

    def seals(self, after: int = -1) -> Sequence[Seal]:
        """The checkpoints of more than so many entries, by size."""
        question: LiteralString = (
            "SELECT size, peaks, note FROM seals WHERE size > %s ORDER BY size"
        )
        return [_seal(row) for row in self._rows(question, (after,))]

    def last_seal(self) -> Seal | None:
        """The checkpoint of the most entries; None where there is none."""
        rows = self._rows("SELECT size, peaks, note FROM seals ORDER BY size DESC LIMIT 1", ())
        return _seal(rows[0]) if rows else None

    def close(self) -> None:
        """Lets the store go; nothing more can be asked of it."""
        self._reader.close()
        self._writer.close()

    def _write(self, write: Callable[[psycopg.Cursor[Any]], object]) -> None:
        """Write in one transaction; on a new connection whatever the lost one wrote is undone.

        Raises:
            StoreError: nothing is written.
        """

        def work(connection: psycopg.Connection[Any]) -> None:
            with connection.transaction(), connection.cursor() as cursor:
                write(cursor)

        self._on(self._writer, work)

    def _rows(self, question: LiteralString, values: Sequence[object]) -> list[Any]:
        """All rows that answer a question.

        Raises:
            StoreError: the store cannot be read.
        """

        def ask(connection: psycopg.Connection[Any]) -> list[Any]:
            with connection.cursor(binary=True) as cursor:
                return cursor.execute(question, values).fetchall()

        return self._on(self._reader, ask)

    def _on(self, link: Link, work: Callable[[psycopg.Connection[Any]], T]) -> T:
        """What some work gives, done anew when the connection turns out to be lost."""
        for left in reversed(range(_TRIES)):
            with link.held(self._where) as connection:
                try:
                    return work(connection)
                except psycopg.OperationalError:
                    if not (left and connection.closed):
                        raise
        raise AssertionError

    def _own(self, connection: psycopg.Connection[Any]) -> None:
        """Make a connection the one that writes: the only one, on a store that is as we left it.

        Raises:
            InputError: the server does not flush its disk.
            StoreError: it is another's, or no store.
        """
        put_settings(connection, self._schema)
        self._check_fit(connection)
        connection.execute(
            "SELECT pg_advisory_lock(hashtextextended(%s, 0))", (f"glasshield {self._schema}",)
        )
        with connection.transaction():
            self._prepare(connection)
            if self._name:
                self._take_up(connection)
            else:
                self._begin(connection)

    def _check_fit(self, connection: psycopg.Connection[Any]) -> None:
        """See that the server takes what we write, and that it is on its disk then.

        Raises:
            InputError: it is not so from the start.
            StoreError: it was so, and is no more.
        """
        wrong = unfit(connection)
        if wrong is None:
            return
        what, got, expected = wrong
        if self._name:
            raise StoreError(Trouble.BROKEN, what, where=self._where, got=got)
        raise InputError(what, where=self._where, got=got, expected=expected)

    def _prepare(self, connection: psycopg.Connection[Any]) -> None:
        """Make the tables of a new store.

        Raises:
            StoreError: there are tables, and they are no store, or one of a later version.
        """
        found = connection.execute(
            "SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace"
            " WHERE nspname = %s AND relkind IN ('r', 'p', 'v', 'm')",
            (self._schema,),
        ).fetchall()
        names = {row[0] for row in found}
        if not names:
            self._make(connection)
            return
        known = {"log", "bodies", "batches", "marks", "seals", "about"} <= names
        rows = connection.execute("SELECT version FROM about").fetchall() if known else []
        if rows != [(_VERSION,)]:
            got = f"version {rows[0][0]}" if rows else "another database"
            what = f"this is no store of version {_VERSION}"
            raise StoreError(Trouble.BROKEN, what, where=self._where, got=got)

    def _make(self, connection: psycopg.Connection[Any]) -> None:
        if not connection.execute(
            "SELECT 1 FROM pg_namespace WHERE nspname = %s", (self._schema,)
        ).fetchall():
            connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self._schema)))
        connection.execute(_TABLES)
        connection.execute("INSERT INTO about VALUES (%s, '')", (_VERSION,))

    def _begin(self, connection: psycopg.Connection[Any]) -> None:
        """Put our name on the store, and see how long its log is: positions have no gaps."""
        self._name = secrets.token_hex(16)
        connection.execute("UPDATE about SET owner = %s", (self._name,))
        ((last,),) = connection.execute("SELECT max(position) FROM log").fetchall()
        self._size = 0 if last is None else last + 1

    def _take_up(self, connection: psycopg.Connection[Any]) -> None:
        """Take away what stands behind the last acknowledged entry.

        Raises:
            StoreError: another process has written since.
        """
        if connection.execute("SELECT owner FROM about").fetchall() != [(self._name,)]:
            what = "another process took the store while its server was away"
            raise StoreError(Trouble.LOCKED, what, where=self._where)
        connection.execute("DELETE FROM batches WHERE position >= %s", (self._size,))
        connection.execute("DELETE FROM marks WHERE position >= %s", (self._size,))
        connection.execute("DELETE FROM log WHERE position >= %s", (self._size,))

    def _only_read(self, connection: psycopg.Connection[Any]) -> None:
        put_settings(connection, self._schema, default_transaction_read_only="on")


def _seal(row: tuple[int, bytes, bytes]) -> Seal:
    size, peaks, note = row
    starts = range(0, len(peaks), HASH_BYTES)
    return Seal(size, tuple(peaks[at : at + HASH_BYTES] for at in starts), note)
