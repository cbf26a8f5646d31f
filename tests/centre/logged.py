"""A small centre for tests: made-up parties, batches, a journal on a store, clocks that are set."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import psycopg

from glasshield.centre.log.journal import Journal, Options, Written
from glasshield.centre.log.postgres_store import PostgresStore
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import Store
from glasshield.earth.time import Instant
from glasshield.exchange.batches import Batch, Envelope, open_batch, sign_batch
from glasshield.exchange.keys import Signer
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import log_key, seals
from glasshield.exchange.log.entries import ActEntry, AnyEntry, decoded
from glasshield.exchange.log.notes import parsed_note
from glasshield.exchange.log.verification import Trust, verify
from glasshield.exchange.parties import Party, PartyKey, Registry
from tests.exchange.stated import RUSSIA, UNITED_STATES, signer

ROOT = Path(__file__).parents[2]
CENTRE = signer("centre", 9)
ORIGIN = "centre.example/log"
SEALS = seals(log_key(CENTRE, ORIGIN))
PARTIES = (RUSSIA, UNITED_STATES)
NOW = Instant.parse("2030-01-01T00:00:00Z")
NOW_NS: Final = NOW.posix_us * 1000
ANSWER_S: Final = 20.0  # for a thread on a machine with other work; it takes milliseconds

DRAFT = partial(
    ActEntry, mode="exercise", person="p", role="observer", verb="look", object_sha256="0" * 64
)


def registry() -> Registry:
    found = Registry()
    for of in PARTIES:
        key = PartyKey(of.public, NOW.plus_s(-3600.0))
        found = found.added(Party(of.public.party, of.public.party, (key,)))
    return found


REGISTRY = registry()


def batch(body: bytes, of: Signer = RUSSIA, sequence: int = 0) -> Batch:
    envelope = Envelope("exercise", "application/json", sequence, NOW)
    return open_batch(sign_batch(of, body, envelope), REGISTRY, NOW)


@dataclass
class SetClock:
    """Clocks that stand until they are moved."""

    wall: int = NOW_NS
    monotonic: int = 0

    def wall_ns(self) -> int:
        return self.wall

    def monotonic_ns(self) -> int:
        return self.monotonic

    def passed(self, seconds: float) -> None:
        """Let time pass on both."""
        self.wall += round(seconds * 1e9)
        self.monotonic += round(seconds * 1e9)


@dataclass(frozen=True)
class Place:
    """Where a test's store lies: in a file, or in a schema of a PostgreSQL database.

    Attributes:
        address: of the file or the database.
        schema: of the database; empty for a file.
        folder: for what else a test writes.
    """

    address: str
    schema: str
    folder: Path

    @property
    def arguments(self) -> tuple[str, str, str]:
        """With which another process makes the same place."""
        return self.address, self.schema, str(self.folder)

    @classmethod
    def of(cls, address: str, schema: str, folder: str) -> Place:
        """The place that `arguments` say."""
        return cls(address, schema, Path(folder))

    def open(self) -> Store:
        """The store there, opened or made."""
        if self.schema:
            return PostgresStore(self.address, self.schema)
        return SqliteStore(Path(self.address))

    def asked(self, statement: str) -> list[Any]:
        """What the database answers to somebody beside the centre."""
        other: psycopg.Connection[Any] | sqlite3.Connection
        if self.schema:
            other = psycopg.connect(self.address, options=f"-csearch_path={self.schema}")
        else:
            other = sqlite3.connect(self.address)
        with other:
            rows = other.execute(statement)
            found = rows.fetchall() if rows.description else []
        other.close()
        return found

    @property
    def where(self) -> str:
        """How errors call it."""
        folder = self.address.rpartition("=")[2]
        return f"database postgres at {folder}" if self.schema else self.address


def journal(
    store: Store | Place | Path, options: Options | None = None, clock: SetClock | None = None
) -> Journal:
    if isinstance(store, Path):
        store = SqliteStore(store)
    elif isinstance(store, Place):
        store = store.open()
    return Journal(store, CENTRE, ORIGIN, options, clock)


def answer(future: Future[Written]) -> Written:
    return future.result(timeout=ANSWER_S)


def all_entries(store: Store) -> list[AnyEntry]:
    return [decoded(data, str(at)) for at, data in enumerate(store.entries(0, store.size))]


def sound_log(place: Place | Path) -> list[AnyEntry]:
    """The entries of a closed store, after an outsider has verified all of it."""
    if isinstance(place, Path):
        place = Place(str(place), "", place.parent)
    store = place.open()
    entries = all_entries(store)
    notes = [parsed_note(seal.note, "store") for seal in store.seals()]
    parties = {of.public.party: (of.public.line,) for of in PARTIES}
    exported = place.folder / "exported.log"
    bundle.write(exported, store, bundle.Keys(SEALS.log, (), parties), notes)
    store.close()
    keys = {of.public.fingerprint: of.public for of in PARTIES}
    assert verify(exported, Trust(SEALS, keys)).findings == ()
    return entries


# Holds a store as a tool beside the centre may do; others may read meanwhile.
LOCKS = """
    import sqlite3
    import psycopg
    if sys.argv[2]:
        other = psycopg.connect(sys.argv[1])
        other.execute(f"LOCK TABLE {sys.argv[2]}.log IN EXCLUSIVE MODE")
    else:
        other = sqlite3.connect(sys.argv[1], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
"""


def in_another_process(code: str, *arguments: str) -> subprocess.Popen[str]:
    """A process that runs some code, says when it got there, and waits until it is told to end."""
    waits = "\nprint('there', flush=True)\nsys.stdin.read()\n"
    process = subprocess.Popen(
        [sys.executable, "-c", "import sys\n" + textwrap.dedent(code) + waits, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    return process
