"""Who is who while the centre runs: the files of parties and people, read again when they change.

A file that cannot be read changes nothing; health says so until it can.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Literal

from glasshield.centre.log.journal import Draft
from glasshield.centre.people.registered import Parties, People, read_parties, read_people
from glasshield.centre.people.stationed import SENSORS
from glasshield.centre.people.trust import standing_parties, standing_people
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey
from glasshield.exchange.log.entries import AnyEntry, Mode, PartyEntry, PersonEntry
from glasshield.exchange.parties import Registry, Standing

_UNREADABLE: Final = "unreadable"
# What a file looks like from outside: it is read again when any of it changes.
_Look = tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class GoodKey:
    """A key that speaks for its party."""

    party: str
    fingerprint: str
    line: str

    @classmethod
    def of(cls, key: PublicKey) -> GoodKey:
        """The key of a party."""
        return cls(key.party, key.fingerprint, key.line)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of all parties that are trusted.

    Attributes:
        good: that speak for their parties.
        retired: that did; other keys have their places.
    """

    good: frozenset[GoodKey] = frozenset()
    retired: frozenset[GoodKey] = frozenset()


@dataclass(frozen=True, slots=True)
class KeyChange:
    """That a key came or went.

    Attributes:
        verb: what it did.
        key: which.
    """

    verb: Literal["add", "rotate", "retire", "revoke"]
    key: GoodKey

    def draft(self, mode: Mode) -> Draft:
        """What the log says of it."""
        key = self.key
        return partial(
            PartyEntry,
            mode=mode,
            verb=self.verb,
            party=key.party,
            key=key.fingerprint,
            public_key=key.line,
        )


@dataclass(frozen=True, slots=True, order=True)
class GoodToken:
    """A token that lets a person in, and what it is good for."""

    person: str
    role: str
    party: str
    viewer: str
    token_sha256: str


class Roll:
    """The parties and the people of a centre."""

    __slots__ = ("_look", "_parties_file", "_people_file", "_state", "parties", "people")

    def __init__(self, parties_file: Path, people_file: Path) -> None:
        """As the files have it.

        Args:
            parties_file: the sensors of parties lie in a folder beside it.
            people_file: may be missing: then there is nobody.

        Raises:
            InputError: something in them is wrong; with file and line.
        """
        self._parties_file, self._people_file = parties_file, people_file
        self._look = self._seen()
        self._state = "good"
        self.parties: Parties = read_parties(parties_file)
        self.people: People = read_people(people_file)

    def read_again(self) -> bool:
        """Whether the files have changed, and could be read."""
        look = self._seen()
        if look == self._look:
            return False
        try:
            parties, people = read_parties(self._parties_file), read_people(self._people_file)
        except InputError:
            self._state = _UNREADABLE
            return False
        self._look, self._state = look, "good"
        self.parties, self.people = parties, people
        return True

    def standing(self, at: Instant) -> tuple[Parties, People]:
        """The parties that have a key or will, and the people who are not of any other."""
        parties = self.parties
        return standing_parties(parties, at), standing_people(self.people, parties, at)

    def state(self) -> str:
        """How the files are, in a word for health."""
        return self._state

    def _seen(self) -> _Look:
        beside = sorted((self._parties_file.parent / SENSORS).glob("*.toml"))
        return tuple(_look(path) for path in (self._parties_file, self._people_file, *beside))


def trusted_keys(registry: Registry, at: Instant) -> Keys:
    """The keys that are trusted at an instant."""
    good, retired = set[GoodKey](), set[GoodKey]()
    for party in registry.parties.values():
        for key in party.keys:
            if key.standing(at) is Standing.GOOD:
                good.add(GoodKey.of(key.public))
            elif key.is_retired(at):
                retired.add(GoodKey.of(key.public))
    return Keys(frozenset(good), frozenset(retired))


def logged_keys(entries: Iterable[AnyEntry]) -> Keys:
    """The keys that are trusted as a log says."""
    good, retired = set[GoodKey](), set[GoodKey]()
    for entry in entries:
        if isinstance(entry, PartyEntry):
            key = GoodKey(entry.party, entry.key, entry.public_key)
            good.discard(key)
            retired.discard(key)
            if entry.verb == "retire":
                retired.add(key)
            elif entry.verb != "revoke":
                good.add(key)
    return Keys(frozenset(good), frozenset(retired))


def good_tokens(people: People, at: Instant) -> frozenset[GoodToken]:
    """The tokens that let people in at an instant."""
    return frozenset(
        GoodToken(person.id, person.role.value, person.party, person.viewer, token.sha256)
        for person in people.people.values()
        for token in person.tokens
        if token.is_good(at)
    )


def logged_tokens(entries: Iterable[AnyEntry]) -> frozenset[GoodToken]:
    """The tokens that let people in as a log says."""
    found: set[GoodToken] = set()
    for entry in entries:
        if isinstance(entry, PersonEntry):
            token = GoodToken(
                entry.person, entry.role, entry.party, entry.viewer, entry.token_sha256
            )
            found.discard(token)
            if entry.verb == "begin":
                found.add(token)
    return frozenset(found)


def token_changes(
    before: frozenset[GoodToken], after: frozenset[GoodToken], mode: Mode
) -> tuple[Draft, ...]:
    """What the log says of tokens that began or ended, in a fixed order: first those that ended."""
    ended = (_of_person(token, "end", mode) for token in sorted(before - after))
    begun = (_of_person(token, "begin", mode) for token in sorted(after - before))
    return (*ended, *begun)


def _of_person(token: GoodToken, verb: Literal["begin", "end"], mode: Mode) -> Draft:
    return partial(
        PersonEntry,
        mode=mode,
        verb=verb,
        person=token.person,
        role=token.role,
        party=token.party,
        viewer=token.viewer,
        token_sha256=token.token_sha256,
    )


def changes(before: Keys, after: Keys) -> tuple[KeyChange, ...]:
    """What the log says of keys that came or went, in a fixed order.

    First those that are revoked, last those that are retired: a party whose key is replaced is
    never without one, and one whose keys are all revoked is, though it has a new one at once.
    """
    revoked = (before.good | before.retired) - (after.good | after.retired)
    had = {key.party for key in before.good - revoked}
    come = (
        KeyChange("rotate" if key.party in had else "add", key)
        for key in _sorted(after.good - before.good)
    )
    retired = before.good & after.retired
    return (
        *(KeyChange("revoke", key) for key in _sorted(revoked)),
        *come,
        *(KeyChange("retire", key) for key in _sorted(retired)),
    )


def _sorted(keys: Iterable[GoodKey]) -> list[GoodKey]:
    return sorted(keys, key=_order)


def _order(key: GoodKey) -> tuple[str, str]:
    return key.party, key.fingerprint


def _look(path: Path) -> tuple[str, int, int, int]:
    """What a file looks like from outside; one that is not there looks like nothing."""
    try:
        found = path.stat()
    except OSError:
        return (str(path), 0, 0, 0)
    return (str(path), found.st_mtime_ns, found.st_size, found.st_ino)
