"""Parties and the keys that speak for them, each from some instant on and until it ends.

A key ends in one of two ways: another takes its place (retired), or it is not to be trusted
(revoked). What a retired key signed stands; what a revoked one signed does not.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey, checked_party


class Standing(StrEnum):
    """How a key stands with a party at some instant."""

    GOOD = "good"
    UNKNOWN_PARTY = "unknown-party"
    UNKNOWN_KEY = "unknown-key"
    NOT_YET = "not-yet"
    REVOKED = "revoked"


@functools.lru_cache(maxsize=1024)
def _fingerprint(public: PublicKey) -> str:
    """The fingerprint, worked out once: every batch that comes in asks for it."""
    return public.fingerprint


@dataclass(frozen=True, slots=True)
class PartyKey:
    """A key of a party.

    Attributes:
        public: the key.
        since: the first instant at which it speaks for the party.
        revoked_at: from when on it is not to be trusted; None while it is.
        retired_at: from when on another key has its place; None while it has it.
    """

    public: PublicKey
    since: Instant
    revoked_at: Instant | None = None
    retired_at: Instant | None = None

    @property
    def ends_at(self) -> Instant | None:
        """The first instant at which it no longer speaks for the party; None while it does."""
        return min(filter(None, (self.revoked_at, self.retired_at)), default=None)

    def is_retired(self, at: Instant) -> bool:
        """Whether another key has its place at an instant, and what it signed stands."""
        is_revoked = self.revoked_at is not None and self.revoked_at <= at
        return not is_revoked and self.retired_at is not None and self.retired_at <= at

    @property
    def fingerprint(self) -> str:
        """The name of the key, as `ssh-keygen -l` prints it."""
        return _fingerprint(self.public)

    def standing(self, at: Instant) -> Standing:
        """How the key stands at an instant."""
        if at < self.since:
            return Standing.NOT_YET
        if self.ends_at is not None and at >= self.ends_at:
            return Standing.REVOKED
        return Standing.GOOD


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its id, the name that people read, and its keys, no two of them the same."""

    id: str
    name: str
    keys: tuple[PartyKey, ...] = ()

    def has_ended(self, at: Instant) -> bool:
        """Whether it had keys, and none of them speaks for it or ever will."""
        standings = {key.standing(at) for key in self.keys}
        return standings == {Standing.REVOKED}

    def __post_init__(self) -> None:
        """Refuse a party that cannot be told from others.

        Raises:
            InputError: no id, a key that names another party, or one key twice.
        """
        checked_party(self.id, "party")
        for key in self.keys:
            if key.public.party != self.id:
                raise InputError(f"this key belongs to {key.public.party}", where=self.id)
        if len({key.public.raw for key in self.keys}) < len(self.keys):
            raise InputError("this party has the key already", where=self.id,
                             do="make a new one; a revoked key never comes back")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Registry:
    """All parties by their ids. Nothing in it changes; each change gives a new one."""

    parties: Mapping[str, Party] = field(default_factory=lambda: MappingProxyType({}))

    def standing(self, party: str, fingerprint: str, at: Instant) -> Standing:
        """How a key stands with a party at an instant, for the log; senders are not told."""
        if party not in self.parties:
            return Standing.UNKNOWN_PARTY
        key = self._key(party, fingerprint)
        return Standing.UNKNOWN_KEY if key is None else key.standing(at)

    def key_for(self, party: str, fingerprint: str, at: Instant) -> PublicKey:
        """The key that speaks for a party at an instant.

        Raises:
            InputError: no such key does; the same words whatever the reason.
        """
        key = self._key(party, fingerprint) if party in self.parties else None
        if key is None or key.standing(at) is not Standing.GOOD:
            raise InputError(
                "this key speaks for no party here",
                where="signature",
                do="ask the centre which keys it has of you",
            )
        return key.public

    def added(self, party: Party) -> Registry:
        """This registry with another party.

        Raises:
            InputError: a party of that id is there, or its key is another party's.
        """
        if party.id in self.parties:
            raise InputError(f"the party {party.id} is there already", do="rotate its key instead")
        return self._with(party)

    def rotated(self, party: str, new: PublicKey, at: Instant, overlap_s: float = 0.0) -> Registry:
        """This registry with a new key of a party, all its earlier ones retired.

        Args:
            party: whose.
            new: the key, good from `at` on.
            at: when.
            overlap_s: for how long the earlier keys are good after that.

        Raises:
            InputError: no such party, or the key is known already.
        """
        until = at.plus_s(overlap_s)
        found = self.party(party)
        kept = tuple(
            key
            if key.ends_at is not None and key.ends_at <= until
            else replace(key, retired_at=until)
            for key in found.keys
        )
        return self._with(replace(found, keys=(*kept, PartyKey(new, at))))

    def revoked(self, party: str, fingerprint: str, at: Instant) -> Registry:
        """This registry with a key revoked; one revoked earlier stays so, one retired may be.

        Raises:
            InputError: no such party or key.
        """
        found = self.party(party)
        key = self._key(party, fingerprint)
        if key is None:
            raise InputError(f"{party} has no such key", got=fingerprint)
        end = at if key.revoked_at is None else min(at, key.revoked_at)
        kept = tuple(replace(each, revoked_at=end) if each is key else each for each in found.keys)
        return self._with(replace(found, keys=kept))

    def party(self, id: str) -> Party:
        """The party with an id.

        Raises:
            InputError: there is none.
        """
        if id not in self.parties:
            raise InputError(f"no party is called {id!r}", do="add it first")
        return self.parties[id]

    def _key(self, party: str, fingerprint: str) -> PartyKey | None:
        keys = self.parties[party].keys
        return next((key for key in keys if key.fingerprint == fingerprint), None)

    def _with(self, party: Party) -> Registry:
        own = {key.public.raw for key in party.keys}
        for other in self.parties.values():
            if other.id != party.id and own & {key.public.raw for key in other.keys}:
                raise InputError("another party has this key", where=party.id, do="make a new one")
        return Registry(MappingProxyType({**self.parties, party.id: party}))
