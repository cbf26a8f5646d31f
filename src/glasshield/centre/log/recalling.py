"""What a start takes up from the log: the last data, notices, rules, keys, acts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import msgspec

from glasshield.catalog import Catalog
from glasshield.centre.applying import (
    MOST_NOTICES,
    Arrived,
    BodyOf,
    SignedNotice,
    arrived_of,
    header_of,
    notice_of,
)
from glasshield.centre.bodies import NOTICE, ActRecord
from glasshield.centre.log.recording import act_in
from glasshield.centre.log.store import Store
from glasshield.centre.people.acts import ACT_MARK, ANSWER_MARK, MOST_ACTS
from glasshield.centre.people.registry import GoodToken, Keys, logged_keys, logged_tokens
from glasshield.centre.people.sessions import SESSION_MARK
from glasshield.centre.people.trust import Fallen, Trust
from glasshield.errors import InputError
from glasshield.exchange.log.entries import (
    ActEntry,
    AnyEntry,
    CentreEntry,
    Mode,
    PartyEntry,
    ReceivedEntry,
    RulesEntry,
    decoded,
    nanoseconds,
)

NOTICE_MARK: Final = "notice/"  # and the party that gave it

_READ: Final = 2048  # entries taken at once, from the end
_RECEIVED: Final = b'"kind":"received"'


@dataclass(frozen=True, slots=True)
class InForce:
    """Rules of a party that came into force.

    Attributes:
        sha256: of their text.
        sequence: of the batch in which the party sent them; -1 where the configuration names them.
        key: the fingerprint of the key that signed them; empty where the configuration names them.
    """

    sha256: str
    sequence: int
    key: str = ""

    @property
    def has_fallen(self) -> bool:
        """Whether they hold no more, as nobody trusts their key; older ones never come back."""
        return not self.sha256

    def fallen(self) -> InForce:
        """These, of which nothing is in force any more."""
        return InForce("", self.sequence)


def digests_of(rules: Mapping[str, InForce]) -> dict[str, str]:
    """The SHA-256 of the rules in force, by the party; none of those that have fallen."""
    return {party: one.sha256 for party, one in rules.items() if not one.has_fallen}


def last_batches(store: Store, body_of: BodyOf, since_ns: int) -> list[Arrived]:
    """The data that a start takes up, in the order of the log.

    Args:
        store: which holds the log.
        body_of: gives what stands in it by its SHA-256.
        since_ns: what reached the log up to then is not taken up.
    """
    found: list[tuple[ReceivedEntry, int]] = []
    for entry in _received_from_the_end(store):
        at_ns = nanoseconds(entry.at)
        if at_ns <= since_ns:
            break
        if header_of(entry).content_type != NOTICE:
            found.append((entry, at_ns))
    return [arrived_of(entry, at_ns, body_of, is_own=True) for entry, at_ns in reversed(found)]


@dataclass(frozen=True, slots=True)
class Fall:
    """Something that fell, and when.

    Attributes:
        index: of the entry that says so.
        at: its time.
        fallen: what fell.
    """

    index: int
    at: str
    fallen: Fallen

    def takes(self, entry: ReceivedEntry | RulesEntry) -> bool:
        """Whether what an entry put in force holds no more, or never did."""
        is_before = entry.index < self.index or entry.key == self.fallen.key
        return is_before and self.fallen.takes(entry.party, entry.key)


@dataclass(frozen=True, slots=True)
class KeyStory:
    """What a log says of keys.

    Attributes:
        keys: that are trusted.
        trust: in what they signed.
        falls: in the order of the log.
    """

    keys: Keys
    trust: Trust
    falls: tuple[Fall, ...]


def key_story(store: Store) -> KeyStory:
    """What the log says of keys."""
    entries = [one for one in _marked(store, "party") if isinstance(one, PartyEntry)]
    trust, falls = Trust(), []
    for entry in entries:
        fallen = trust.take(entry.verb, entry.party, entry.key)
        if fallen is not None:
            falls.append(Fall(entry.index, entry.at, fallen))
    return KeyStory(logged_keys(entries), trust, tuple(falls))


def notices(store: Store, body_of: BodyOf, catalog: Catalog, story: KeyStory) -> list[SignedNotice]:
    """The last notices of each party in the log that still count, in its order."""
    found: list[ReceivedEntry] = []
    for mark in store.marks(NOTICE_MARK):
        own = (entry for entry in _marked_last(store, mark) if isinstance(entry, ReceivedEntry))
        left = (one for one in own if not any(fall.takes(one) for fall in story.falls))
        found += itertools.islice(left, MOST_NOTICES)
    found.sort(key=lambda one: one.index)
    return [
        SignedNotice(notice_of(entry, nanoseconds(entry.at), body_of, catalog), entry.key)
        for entry in found
    ]


def rules_in_force(store: Store, story: KeyStory) -> dict[str, InForce]:
    """The last rules of each party in the log; without a text where they have fallen."""
    last: dict[str, RulesEntry] = {}
    for entry in _marked(store, "rules"):
        if isinstance(entry, RulesEntry) and not any(
            fall.index < entry.index and fall.takes(entry) for fall in story.falls
        ):
            last[entry.party] = entry
    found = {}
    for party, entry in last.items():
        sequence = header_of(entry).sequence if entry.header else -1
        rules = InForce(entry.rules_sha256, sequence, entry.key)
        has_fallen = any(fall.takes(entry) for fall in story.falls)
        found[party] = rules.fallen() if has_fallen else rules
    return found


def tokens_in_force(store: Store) -> frozenset[GoodToken]:
    """The tokens that let people in as the log says."""
    return logged_tokens(_marked(store, "person"))


def acts(store: Store, body_of: BodyOf) -> list[ActRecord]:
    """The last acts of each viewer in the log, and the answers to its requests, in its order.

    Of answers there may be twice as many: to what was asked before and after what is answered.

    Raises:
        InputError: the words of one are not in the store.
    """
    last: list[ActEntry] = []
    for begin, most in ((ACT_MARK, MOST_ACTS), (ANSWER_MARK, 2 * MOST_ACTS)):
        for mark in store.marks(begin):
            own = (entry for entry in _marked_last(store, mark) if isinstance(entry, ActEntry))
            last += itertools.islice(own, most)
    found = []
    for entry in sorted(last, key=lambda one: one.index):
        body = body_of(entry.object_sha256)
        if body is None:
            raise InputError("the words of an act are not in the store", where=entry.at)
        found.append(act_in(body, entry.at))
    return found


def sessions(store: Store, since_ns: int) -> list[tuple[str, int]]:
    """The requests for sessions answered since then: the digest of each, and when (ns)."""
    found = []
    for entry in _marked_last(store, SESSION_MARK):
        at_ns = nanoseconds(entry.at)
        if at_ns < since_ns:
            break
        if isinstance(entry, ActEntry):
            found.append((entry.object_sha256, at_ns))
    return found


def mode_of(store: Store) -> Mode | None:
    """The mode in which the log was begun; None for a new one."""
    first = next(_marked(store, "centre"), None)
    return first.mode if isinstance(first, CentreEntry) else None


def _marked(store: Store, mark: str) -> Iterator[AnyEntry]:
    for stored in store.marked(mark):
        yield decoded(stored.entry, f"entry {stored.index}")


def _marked_last(store: Store, mark: str) -> Iterator[AnyEntry]:
    """The entries with a mark, the last one first."""
    for stored in store.marked_last(mark):
        yield decoded(stored.entry, f"entry {stored.index}")


def _received_from_the_end(store: Store) -> Iterator[ReceivedEntry]:
    """The batches in the log, the last one first."""
    for stop in range(store.size, 0, -_READ):
        for data in reversed(store.entries(max(stop - _READ, 0), stop)):
            if _RECEIVED in data:
                found = msgspec.json.decode(data, type=AnyEntry)
                if isinstance(found, ReceivedEntry):
                    yield found
