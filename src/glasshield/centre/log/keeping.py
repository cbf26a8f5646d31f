"""Where a centre keeps its log, whose key seals it, and what stands in it by hash."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Final

from glasshield.centre.config import Config
from glasshield.centre.log.sqlite_store import SqliteStore
from glasshield.centre.log.store import Body, Store
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer, read_signer

_MOST: Final = 256  # bodies that were just written


def opened_store(config: Config) -> Store:
    """The store of a centre.

    Raises:
        InputError: a database that is not to be used.
        StoreError: it cannot be opened.
    """
    if config.store.kind == "postgresql":
        from glasshield.centre.log.postgres_store import PostgresStore

        return PostgresStore(config.store.address)
    return SqliteStore(config.store_file, config.store.most)


def seal_signer(config: Config) -> Signer:
    """Whose key seals the log.

    Raises:
        InputError: no key, no passphrase, or not that of the key.
    """
    try:
        words = config.passphrase_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not a text"
        raise InputError(
            f"the passphrase of the centre's key cannot be read ({why.lower()})",
            where=str(config.passphrase_file),
            do="make a centre: glasshield serve --init DIR",
        ) from None
    return read_signer(config.key, words)


class Bodies:
    """What stands in the log by its hash.

    What was just written is had from memory, so that the pictures wait for no disk.
    """

    __slots__ = ("_lock", "_recent", "_store")

    def __init__(self, store: Store) -> None:
        """The bodies of a store."""
        self._store = store
        self._recent: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, body: Body) -> None:
        """Have a body at hand that is being written."""
        with self._lock:
            self._recent[body.sha256] = body.data
            if len(self._recent) > _MOST:
                self._recent.popitem(last=False)

    def get(self, sha256: str) -> bytes | None:
        """The bytes with that SHA-256; None where they are not here.

        Raises:
            StoreError: the store cannot be read.
        """
        with self._lock:
            found = self._recent.get(sha256)
        return self._store.body(sha256) if found is None else found
