"""What rests on the keys of parties, and what falls when a key is revoked.

Rules and notices hold because a key signed them. Where another key has taken its place in good
order, they go on holding. Where it was revoked, nobody knows who signed: they fall, at the moment
at which the log says so, and nothing but the party's new signature brings any of it back. A party
that is left without a key loses everything, also what no key signed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from glasshield.centre.people.registered import LIAISON, Parties, People
from glasshield.earth.time import Instant
from glasshield.exchange.parties import Registry


@dataclass(frozen=True, slots=True)
class Fallen:
    """What fell.

    Attributes:
        party: whose.
        key: the fingerprint of the key that was revoked.
        is_whole: the party has no key left.
    """

    party: str
    key: str
    is_whole: bool

    def takes(self, party: str, key: str) -> bool:
        """Whether it takes something that a party signed with a key; no key for none."""
        return party == self.party and (self.is_whole or key == self.key)


@dataclass(slots=True)
class Trust:
    """The keys that a log knows, entry by entry."""

    _good: dict[str, set[str]] = field(default_factory=dict)
    _revoked: set[tuple[str, str]] = field(default_factory=set)

    def take(
        self, verb: Literal["add", "rotate", "retire", "revoke"], party: str, key: str
    ) -> Fallen | None:
        """What falls by an entry about a key, in the order of the log; None for nothing."""
        own = self._good.setdefault(party, set())
        if verb in ("add", "rotate"):
            own.add(key)
            return None
        own.discard(key)
        if verb == "revoke":
            self._revoked.add((party, key))
        return Fallen(party, key, not own) if verb == "revoke" or not own else None

    def is_revoked(self, party: str, key: str) -> bool:
        """Whether what a key signed holds no more."""
        return (party, key) in self._revoked


def standing_parties(parties: Parties, at: Instant) -> Parties:
    """The parties without those whose keys have all ended; their sensors stay known."""
    found = parties.registry.parties
    left = {id: party for id, party in found.items() if not party.has_ended(at)}
    if len(left) == len(found):
        return parties
    return replace(parties, registry=Registry(MappingProxyType(left)))


def standing_people(people: People, parties: Parties, at: Instant) -> People:
    """The people without those of a party whose keys have all ended, and who look through it."""
    ended = {id for id, party in parties.registry.parties.items() if party.has_ended(at)}
    if not ended:
        return people
    gone = ended | {f"{party}{LIAISON}" for party in ended}
    left = {
        id: person
        for id, person in people.people.items()
        if person.party not in ended and person.viewer not in gone
    }
    return People(MappingProxyType(left))
