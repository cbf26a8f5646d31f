"""Parties that read: a signed request, once, gives a token for an hour.

Only the SHA-256 of a token is kept, in memory: after a restart parties ask again. Which requests
were answered is known from the log.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from glasshield.centre.bodies import SESSION, Session
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.people.readers import Reader, party_reader
from glasshield.centre.people.registered import Parties, new_token, token_digest
from glasshield.centre.picture.ticks import instant_of
from glasshield.earth.time import Instant
from glasshield.exchange.batches import Batch
from glasshield.exchange.log.entries import timestamp
from glasshield.exchange.parties import Standing

LASTS_S: Final = 3600.0
SESSION_MARK: Final = "session"  # of its entry in the log
_MOST_OF_A_PARTY: Final = 100
_US: Final = 1_000


@dataclass(slots=True)
class _Open:
    reader: Reader
    key: str


@dataclass(slots=True)
class Sessions:
    """The sessions of parties that are open.

    Attributes:
        remembers_s: for how long a request is known again; as long as one is taken.
    """

    remembers_s: float
    _open: dict[str, _Open] = field(default_factory=dict)
    _seen: dict[str, Instant] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, batch: Batch, parties: Parties, now: Instant) -> Session:
        """A new session.

        Args:
            batch: the request, whose signature was checked.
            parties: of the centre.
            now: when it came.

        Raises:
            RefusedError: the request came before, or is one too many.
        """
        request = hashlib.sha256(batch.parts.header).hexdigest()
        with self._lock:
            self._forget(now)
            if request in self._seen:
                raise RefusedError(
                    Code.OUT_OF_ORDER,
                    "this request for a session has been used",
                    do="sign a new one",
                )
            if sum(one.reader.party == batch.party for one in self._open.values()) >= (
                _MOST_OF_A_PARTY
            ):
                raise RefusedError(
                    Code.TOO_MANY,
                    "your party has too many sessions",
                    do="use one until it expires",
                    retry_after_s=60.0,
                )
            self._seen[request] = now
            token, expires = new_token(), now.plus_s(LASTS_S)
            digest = token_digest(token)
            reader = party_reader(
                batch.party,
                parties.registry.party(batch.party).name,
                expires,
                digest,
                is_witness=batch.party in parties.witnesses,
            )
            self._open[digest] = _Open(reader, batch.header.key)
        return Session(
            schema=SESSION,
            token=token,
            party=batch.party,
            expires=timestamp(expires.posix_us * _US),
        )

    def remember(self, answered: Iterable[tuple[str, int]], now: Instant) -> None:
        """Know requests again that were answered before this start.

        Args:
            answered: the digest of each request's header, and when it was answered (ns).
            now: of the start.
        """
        with self._lock:
            self._seen |= {digest: instant_of(at_ns) for digest, at_ns in answered}
            self._forget(now)

    def reader(self, token: str, parties: Parties, now: Instant) -> Reader | None:
        """Who reads by a token; None where nobody does."""
        if not token.isascii():
            return None
        with self._lock:
            found = self._open.get(token_digest(token))
        return found.reader if found and _is_good(found, parties, now) else None

    def is_open(self, digest: str, parties: Parties, now: Instant) -> bool:
        """Whether a session that was given out still holds."""
        with self._lock:
            found = self._open.get(digest)
        return found is not None and _is_good(found, parties, now)

    def end_bad(self, parties: Parties, now: Instant) -> None:
        """End the sessions that have expired, or whose key no longer speaks for its party."""
        with self._lock:
            bad = [one for one, held in self._open.items() if not _is_good(held, parties, now)]
            for digest in bad:
                del self._open[digest]

    def _forget(self, now: Instant) -> None:
        old = [each for each, at in self._seen.items() if now.since_s(at) > self.remembers_s]
        for each in old:
            del self._seen[each]


def _is_good(one: _Open, parties: Parties, now: Instant) -> bool:
    standing = parties.registry.standing(one.reader.party, one.key, now)
    return now < one.reader.expires and standing is Standing.GOOD
