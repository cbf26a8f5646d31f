"""A connection to a PostgreSQL server: how it is reached, made again, and what goes wrong.

Source: PostgreSQL 15 documentation, chapter 34.1 (libpq's words) and appendix A (error codes).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from typing import Any, Final

import psycopg
from psycopg import pq
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from glasshield.centre.log.store import StoreError, Trouble
from glasshield.errors import InputError

WAIT_S: Final = 1.0  # for another process that holds the store

_LOCAL: Final = frozenset({"", "localhost", "127.0.0.1", "::1"})
_SAFE: Final = ("verify-ca", "verify-full")
_LINK: Final = {
    "connect_timeout": "2",  # seconds, the least that libpq takes
    "tcp_user_timeout": "5000",  # milliseconds
    "application_name": "glasshield centre",
}
_SETTINGS: Final = {
    "synchronous_commit": "on",
    "lock_timeout": f"{WAIT_S:g}s",
    "client_min_messages": "error",
    "timezone": "UTC",
}

_FULL: Final = frozenset({"53100", "54000"})  # disk full; a limit of the server
_BUSY: Final = frozenset({"53000", "53200", "53300", "53400"})
_LOCKED: Final = frozenset({"55P03", "40P01"})  # lock not available; deadlock
_AWAY: Final = frozenset({"57P01", "57P02", "57P03", "57P05"})  # shut down, starting, idle


class Link:
    """A connection for one thread at a time, made anew when it was lost."""

    __slots__ = ("_connection", "_is_closed", "_lock", "_prepare", "_words")

    def __init__(self, words: str, prepare: Callable[[psycopg.Connection[Any]], None]) -> None:
        """No connection yet.

        Args:
            words: how the server is reached.
            prepare: what a new connection needs before it is used.
        """
        self._words, self._prepare = words, prepare
        self._lock = threading.Lock()
        self._connection: psycopg.Connection[Any] | None = None
        self._is_closed = False

    @contextlib.contextmanager
    def held(self, where: str) -> Iterator[psycopg.Connection[Any]]:
        """The connection, and what the server says as errors of the store."""
        with self._lock:
            connection = self._live(where)
            try:
                yield connection
            except psycopg.Error as error:
                raise _trouble(error, connection, where) from error

    def close(self) -> None:
        """Let it go for good."""
        with self._lock:
            self._is_closed = True
            if self._connection is not None:
                self._connection.close()

    def _live(self, where: str) -> psycopg.Connection[Any]:
        """The connection, made anew where it was lost.

        Raises:
            StoreError: the store is closed, or there is no connection.
        """
        if self._is_closed:
            raise StoreError(Trouble.BROKEN, "the store is closed", where=where)
        if self._connection is None or self._connection.closed:
            self._connection = self._made(where)
        return self._connection

    def _made(self, where: str) -> psycopg.Connection[Any]:
        """A new connection, prepared.

        Raises:
            StoreError: nobody answers, or what answers is not to be used.
        """
        self._connection = None
        try:
            made = psycopg.connect(self._words, autocommit=True)
        except psycopg.Error as error:
            raise _away(error, where) from error
        with contextlib.ExitStack() as undo:
            undo.callback(made.close)
            try:
                self._prepare(made)
            except psycopg.Error as error:
                raise _trouble(error, made, where) from error
            undo.pop_all()
        return made


def checked(address: str) -> tuple[str, str]:
    """The address with limits on waiting, and what may be said of it: no password.

    Raises:
        InputError: it is none, or leads beyond this machine without a certificate that is checked.
    """
    try:
        given = conninfo_to_dict(address)
    except psycopg.Error as error:
        raise InputError(
            "this is no address of a PostgreSQL database",
            where="address",
            expected="such as postgresql://centre@/glasshield?host=/var/run/postgresql",
        ) from error
    said = {**_from_surroundings(), **{key: str(value) for key, value in given.items()}}
    hosts = said.get("hostaddr", said.get("host", "")).split(",")
    is_local = all(host.startswith(("/", "@")) or host in _LOCAL for host in hosts)
    where = f"database {said.get('dbname', '')} at {','.join(hosts) or 'the local socket'}"
    if not is_local and said.get("sslmode") not in _SAFE:
        raise InputError(
            "the database lies beyond this machine, and nothing proves which server answers",
            where=where,
            got=f"sslmode={said.get('sslmode', 'prefer')}",
            expected="sslmode=verify-full, and sslrootcert",
        )
    return make_conninfo(address, **{**_LINK, **given}), where


def _from_surroundings() -> dict[str, str]:
    """What libpq takes from variables such as PGHOST where an address says nothing."""
    return {
        option.keyword.decode(): option.val.decode()
        for option in pq.Conninfo.get_defaults()
        if option.val
    }


def put_settings(connection: psycopg.Connection[Any], schema: str, **more: str) -> None:
    """Put settings in force on a connection, whatever those of the server are.

    Args:
        connection: new.
        schema: in which names are looked for.
        more: settings beside those that every connection has.
    """
    settings = {**_SETTINGS, **more, "search_path": schema}
    connection.execute(
        "SELECT set_config(name, value, false)"
        " FROM unnest(%s::text[], %s::text[]) AS given(name, value)",
        (list(settings), list(settings.values())),
    )


def unfit(connection: psycopg.Connection[Any]) -> tuple[str, str, str] | None:
    """Why a server keeps nothing of a centre: what, what it says of itself, what it should say."""
    for name in ("fsync", "full_page_writes"):
        ((value,),) = connection.execute("SELECT current_setting(%s)", (name,)).fetchall()
        if value != "on":
            what = "the server loses what it acknowledged when the power fails"
            return what, f"{name} = {value}", f"{name} = on"
    if connection.execute("SELECT pg_is_in_recovery()").fetchall() != [(False,)]:
        return "the server takes nothing", "a copy of another server", "the primary"
    return None


def _trouble(error: psycopg.Error, connection: psycopg.Connection[Any], where: str) -> StoreError:
    """What an error of PostgreSQL means for the store."""
    code, got = error.sqlstate or "", _said(error)
    if code in _LOCKED:
        return StoreError(Trouble.LOCKED, "another process holds the store", where=where)
    if code in _FULL:
        return StoreError(Trouble.FULL, "the store cannot grow", where=where, got=got)
    if code in _BUSY:
        return StoreError(Trouble.BUSY, "the server takes no more", where=where, got=got)
    if code in _AWAY or connection.closed:
        return _away(error, where)
    return StoreError(Trouble.BROKEN, "the store cannot be used", where=where, got=got)


def _away(error: psycopg.Error, where: str) -> StoreError:
    what = "the database server does not answer"
    return StoreError(Trouble.AWAY, what, where=where, got=_said(error))


def _said(error: psycopg.Error) -> str:
    """The first line of what the server said; its details may hold data."""
    lines = str(error.diag.message_primary or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
