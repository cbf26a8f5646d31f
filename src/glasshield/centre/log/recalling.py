"""What a start takes up from the log: the last data, notices, rules, keys, acts."""

from __future__ import annotations

from collections import Counter as Tally
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import msgspec

from glasshield.catalog import Catalog
from glasshield.centre.applying import (
    LONGEST_RESUMED_S,
    MOST_BATCHES,
    MOST_NOTICES,
    MOST_RESUMED,
    Arrived,
    BodyOf,
    arrived_of,
    header_of,
    notice_of,
)
from glasshield.centre.bodies import NOTICE, ActRecord
from glasshield.centre.log.recording import act_in
from glasshield.centre.log.store import Store
from glasshield.centre.people.registry import GoodKey, GoodToken, logged_keys, logged_tokens
from glasshield.centre.people.sessions import SESSION_MARK
from glasshield.centre.warning.notices import KnownNotice
from glasshield.errors import InputError
from glasshield.exchange.log.entries import (
    ActEntry,
    AnyEntry,
    CentreEntry,
    Mode,
    ReceivedEntry,
    RulesEntry,
    decoded,
    nanoseconds,
)

_READ: Final = 2048  # entries taken at once, from the end
_RECEIVED: Final = b'"kind":"received"'
_NS: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class InForce:
    """Rules of a party that came into force.

    Attributes:
        sha256: of their text.
        sequence: of the batch in which the party sent them; -1 where the configuration names them.
    """

    sha256: str
    sequence: int


def last_batches(store: Store, body_of: BodyOf, now_ns: int) -> list[Arrived]:
    """The data that a start takes up, in the order of the log.

    Args:
        store: which holds the log.
        body_of: gives what stands in it by its SHA-256.
        now_ns: the time of the start.
    """
    since_ns = now_ns - round(LONGEST_RESUMED_S * _NS)
    counts: Tally[str] = Tally()
    batches: Tally[str] = Tally()
    found: list[tuple[ReceivedEntry, int]] = []
    for entry in _received_from_the_end(store):
        at_ns = nanoseconds(entry.at)
        if at_ns <= since_ns:
            break
        if header_of(entry).content_type == NOTICE:
            continue
        if counts[entry.party] < MOST_RESUMED and batches[entry.party] < MOST_BATCHES:
            found.append((entry, at_ns))
        counts[entry.party] += entry.count
        batches[entry.party] += 1
    return [arrived_of(entry, at_ns, body_of, is_own=True) for entry, at_ns in reversed(found)]


def notices(store: Store, body_of: BodyOf, catalog: Catalog) -> list[KnownNotice]:
    """The last notices of each party in the log, in its order."""
    last: dict[str, deque[ReceivedEntry]] = {}
    for entry in _marked(store, "notice"):
        if isinstance(entry, ReceivedEntry):
            last.setdefault(entry.party, deque(maxlen=MOST_NOTICES)).append(entry)
    found = sorted((each for own in last.values() for each in own), key=lambda one: one.index)
    return [notice_of(entry, nanoseconds(entry.at), body_of, catalog) for entry in found]


def rules_in_force(store: Store) -> dict[str, InForce]:
    """The last rules of each party in the log."""
    found: dict[str, InForce] = {}
    for entry in _marked(store, "rules"):
        if isinstance(entry, RulesEntry):
            sequence = header_of(entry).sequence if entry.header else -1
            found[entry.party] = InForce(entry.rules_sha256, sequence)
    return found


def keys_in_force(store: Store) -> frozenset[GoodKey]:
    """The keys that speak for their parties as the log says."""
    return logged_keys(_marked(store, "party"))


def tokens_in_force(store: Store) -> frozenset[GoodToken]:
    """The tokens that let people in as the log says."""
    return logged_tokens(_marked(store, "person"))


def acts(store: Store, body_of: BodyOf) -> list[ActRecord]:
    """All acts of people in the log, in its order.

    Raises:
        InputError: the words of one are not in the store.
    """
    found = []
    for entry in _marked(store, "act"):
        if isinstance(entry, ActEntry):
            body = body_of(entry.object_sha256)
            if body is None:
                raise InputError("the words of an act are not in the store", where=entry.at)
            found.append(act_in(body, entry.at))
    return found


def sessions(store: Store) -> list[tuple[str, int]]:
    """The requests for sessions that were answered: the digest of each, and when (ns)."""
    return [
        (entry.object_sha256, nanoseconds(entry.at))
        for entry in _marked(store, SESSION_MARK)
        if isinstance(entry, ActEntry)
    ]


def mode_of(store: Store) -> Mode | None:
    """The mode in which the log was begun; None for a new one."""
    first = next(_marked(store, "centre"), None)
    return first.mode if isinstance(first, CentreEntry) else None


def _marked(store: Store, mark: str) -> Iterator[AnyEntry]:
    for stored in store.marked(mark):
        yield decoded(stored.entry, f"entry {stored.index}")


def _received_from_the_end(store: Store) -> Iterator[ReceivedEntry]:
    """The batches in the log, the last one first."""
    for stop in range(store.size, 0, -_READ):
        for data in reversed(store.entries(max(stop - _READ, 0), stop)):
            if _RECEIVED in data:
                found = msgspec.json.decode(data, type=AnyEntry)
                if isinstance(found, ReceivedEntry):
                    yield found
