"""Who is who at a centre: two files that its operator's commands write and the centre reads again.

`parties.toml` names the parties and the keys that speak for them; beside it `sensors/PARTY.toml`
describes each party's stations. `people.toml` names the people, what each may do, and their tokens,
of which it holds only the SHA-256.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import msgspec
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_ssh_public_key,
)

from glasshield.catalog.lines import line_of
from glasshield.catalog.wording import fault
from glasshield.centre.people.stationed import read_stations, sensors_file
from glasshield.earth.time import Instant
from glasshield.errors import InputError, UnknownNameError
from glasshield.exchange.keys import PublicKey, checked_key, checked_party
from glasshield.exchange.parties import Party, PartyKey, Registry
from glasshield.sensing.station import Station
from glasshield.workspace import write_atomically

PARTIES_SCHEMA: Final = "glasshield-parties/1"
PEOPLE_SCHEMA: Final = "glasshield-people/1"
PARTIES: Final = "parties.toml"
PEOPLE: Final = "people.toml"
# Viewers who are no parties, to whom rules can grant something all the same.
STAFF: Final = "centre-staff"
LIAISON: Final = "-liaison"

_OWNER_ONLY: Final = 0o600
_TOKEN: Final = re.compile(r"gs_[A-Za-z0-9_-]{43}", re.ASCII)
_TOKEN_BYTES: Final = 32
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)

T = TypeVar("T", bound=msgspec.Struct)
Where = Callable[..., str]


class Role(StrEnum):
    """What a person is at a centre."""

    OPERATOR = "operator"
    LIAISON = "liaison"
    OBSERVER = "observer"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of a centre.

    Attributes:
        registry: with their keys.
        witnesses: those that countersign the log, and so see how long it is.
        stations: of each party that has any.
    """

    registry: Registry = field(default_factory=Registry)
    witnesses: frozenset[str] = frozenset()
    stations: Mapping[str, tuple[Station, ...]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True)
class Token:
    """What lets a person in for some time.

    Attributes:
        sha256: of its text, in hexadecimal digits.
        since: when it was given out.
        expires: from when on it is worth nothing.
        revoked: from when on it was taken back; None where it was not.
    """

    sha256: str
    since: Instant
    expires: Instant
    revoked: Instant | None = None

    def is_good(self, at: Instant) -> bool:
        """Whether it lets somebody in at an instant."""
        return self.since <= at < min(self.expires, self.revoked or self.expires)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at a centre.

    Attributes:
        id: what the log calls the person.
        name: that people read.
        role: what the person may do.
        party: to which the person belongs; empty for the centre's own.
        viewer: whose picture the person sees; empty for none.
        tokens: given out so far.
    """

    id: str
    name: str
    role: Role
    party: str = ""
    viewer: str = ""
    tokens: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class LetIn:
    """A person, and the token by which the person came in."""

    person: Person
    token: Token


@dataclass(frozen=True, slots=True)
class People:
    """All people by their ids. Nothing in it changes; each change gives a new one."""

    people: Mapping[str, Person] = field(default_factory=lambda: MappingProxyType({}))

    def who(self, token: str, at: Instant) -> LetIn | None:
        """Whom a token lets in at an instant; None for nobody."""
        if not _TOKEN.fullmatch(token):
            return None
        digest = token_digest(token)
        for person in self.people.values():
            for known in person.tokens:
                if secrets.compare_digest(known.sha256, digest):
                    return LetIn(person, known) if known.is_good(at) else None
        return None

    def person(self, id: str) -> Person:
        """The person with an id.

        Raises:
            InputError: there is none.
        """
        if id not in self.people:
            raise UnknownNameError.among("person", id, self.people)
        return self.people[id]

    def put(self, person: Person) -> People:
        """These people with one more, or with one changed."""
        return People(MappingProxyType({**self.people, person.id: person}))

    def revoked(self, id: str, at: Instant) -> People:
        """These people, none of the tokens of one of them worth anything from an instant on.

        Raises:
            InputError: there is no such person.
        """
        found = self.person(id)
        ended = tuple(
            replace(token, revoked=at) if token.is_good(at) else token for token in found.tokens
        )
        return self.put(replace(found, tokens=ended))


def new_token() -> str:
    """A token that nobody can guess: 256 random bits."""
    return f"gs_{secrets.token_urlsafe(_TOKEN_BYTES)}"


def token_digest(token: str) -> str:
    """What is kept of a token: the SHA-256 of its text, in hexadecimal digits."""
    return hashlib.sha256(token.encode("ascii")).hexdigest()


def default_viewer(role: Role, party: str) -> str:
    """Whose picture somebody sees where nothing else is said; empty for none."""
    match role:
        case Role.OPERATOR:
            return party or STAFF
        case Role.LIAISON:
            return f"{party}{LIAISON}"
        case _:
            return ""


# The two files.


class _Key(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    public_key: str
    since: str
    revoked: str = ""
    retired: str = ""


class _Party(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    witness: bool = False
    keys: tuple[_Key, ...] = ()


class _Token(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    sha256: str
    since: str
    expires: str
    revoked: str = ""


class _Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str
    role: Role
    party: str = ""
    viewer: str = ""
    tokens: tuple[_Token, ...] = ()


def read_parties(path: Path) -> Parties:
    """The parties in a file, and their stations in the folder beside it; a missing file is nobody.

    Raises:
        InputError: something in the files is wrong; with file and line.
    """
    registry, witnesses = Registry(), set[str]()
    stations: dict[str, tuple[Station, ...]] = {}
    file = _File.read(path, PARTIES_SCHEMA, "party")
    for id, table in file.tables.items():
        written = file.decoded(_Party, id, table)
        check_party_id(id, file.where(id))
        registry = registry.added(_party(id, written, file))
        if written.witness:
            witnesses.add(id)
        beside = sensors_file(path, id)
        if beside.is_file():
            stations[id] = read_stations(beside, id)
    return Parties(registry, frozenset(witnesses), MappingProxyType(stations))


def write_parties(parties: Parties, path: Path) -> None:
    """Writes the parties; their stations lie in files of their own, which stay as they are.

    Raises:
        OutputError: the place cannot be written.
    """
    lines = [
        "# The parties of this centre and the keys that speak for them.",
        "# `glasshield party` writes this file; a running centre reads it again.",
        f'schema = "{PARTIES_SCHEMA}"',
    ]
    for id, party in parties.registry.parties.items():
        lines += _party_lines(party, is_witness=id in parties.witnesses)
    _write(path, lines)


def read_people(path: Path) -> People:
    """The people in a file; a missing file is nobody.

    Raises:
        InputError: something in the file is wrong; with file and line.
    """
    file = _File.read(path, PEOPLE_SCHEMA, "person")
    found = {
        id: _person(id, file.decoded(_Person, id, table), file) for id, table in file.tables.items()
    }
    return People(MappingProxyType(found))


def write_people(people: People, path: Path) -> None:
    """Writes the people; who holds the file learns no token from it.

    Raises:
        OutputError: the place cannot be written.
    """
    lines = [
        "# The people of this centre. Of each token only the SHA-256 stands here.",
        "# `glasshield person` writes this file; a running centre reads it again.",
        f'schema = "{PEOPLE_SCHEMA}"',
    ]
    for person in people.people.values():
        lines += _person_lines(person)
    _write(path, lines)


def check_party_id(id: str, where: str) -> None:
    """Refuses the id of a party that could be taken for a viewer of another kind.

    Raises:
        InputError: no id, the centre's staff, or somebody's liaison officer.
    """
    checked_party(id, where)
    if id == STAFF or id.endswith(LIAISON):
        raise InputError("this name is kept for people", where=where, got=id)


def parsed_public(line: str, party: str, where: str) -> PublicKey:
    """The key in a line of a `.pub` file.

    Args:
        line: `ssh-ed25519`, the key in base64, and the party.
        party: whose it has to be.
        where: the file and line, for messages.

    Raises:
        InputError: another line, or another party's.
    """
    try:
        key = load_ssh_public_key(line.encode())
    except (ValueError, UnsupportedAlgorithm):
        key = None
    named = " ".join(line.split()[2:])
    if not isinstance(key, Ed25519PublicKey) or named != party:
        raise InputError(
            f"this is no key of {party}", where=where, expected=f"ssh-ed25519 KEY {party}"
        )
    return checked_key(party, key.public_bytes(Encoding.Raw, PublicFormat.Raw), where)


@dataclass(frozen=True, slots=True)
class _File:
    """A file of named tables, and where in it something stands."""

    path: Path
    text: str
    kind: str
    tables: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path, schema: str, kind: str) -> _File:
        """The tables `[KIND.ID]` of a file; none where there is no file.

        Raises:
            InputError: it cannot be read, or is another file.
        """
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return cls(path, "", kind, {})
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "not a text"
            raise InputError(f"this cannot be read ({why.lower()})", where=str(path)) from None
        try:
            found = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            raise InputError(f"not TOML: {error}", where=str(path)) from None
        if found.get("schema") != schema:
            raise InputError(
                "this is another file",
                where=f"{path}:{line_of(text, ('schema',))}",
                got=repr(found.get("schema")),
                expected=f'schema = "{schema}"',
            )
        tables = found.get(kind, {})
        odd = next((key for key in found if key not in ("schema", kind)), None)
        if odd is not None or not isinstance(tables, dict):
            line = line_of(text, (odd or kind,))
            raise InputError(f"only tables [{kind}.ID] stand here", where=f"{path}:{line}")
        return cls(path, text, kind, tables)

    def where(self, *keys: str) -> str:
        return f"{self.path}:{line_of(self.text, (self.kind, *keys))}"

    def decoded(self, type_: type[T], id: str, table: object) -> T:
        """A table as a struct.

        Raises:
            InputError: with the line of what is wrong.
        """
        checked_party(id, self.where(id))
        try:
            return msgspec.convert(table, type_)
        except msgspec.ValidationError as error:
            found = fault(type_, f"{self.kind}.{id}", str(error))
            where = self.where(id, *found.path)
            raise InputError(
                found.what, where=where, expected=found.expected, do=found.do
            ) from None


def _party(id: str, written: _Party, file: _File) -> Party:
    """A party as its table has it.

    Raises:
        InputError: a key or a time that is none, with its line.
    """
    keys = []
    for number, key in enumerate(written.keys):
        at = (id, "keys", str(number))
        keys.append(
            PartyKey(
                parsed_public(key.public_key, id, file.where(*at, "public_key")),
                Instant.parse(key.since, where=file.where(*at, "since")),
                _moment(key.revoked, file.where(*at, "revoked")),
                _moment(key.retired, file.where(*at, "retired")),
            )
        )
    return Party(id, written.name, tuple(keys))


def _person(id: str, written: _Person, file: _File) -> Person:
    """A person as a table has it.

    Raises:
        InputError: a token that is none, or nobody's picture where one is needed.
    """
    viewer = written.viewer or default_viewer(written.role, written.party)
    check_person(written.role, written.party, viewer, file.where(id))
    tokens = []
    for number, token in enumerate(written.tokens):
        at = (id, "tokens", str(number))
        if not _DIGEST.fullmatch(token.sha256):
            raise InputError("this is no SHA-256", where=file.where(*at, "sha256"))
        tokens.append(
            Token(
                token.sha256,
                Instant.parse(token.since, where=file.where(*at, "since")),
                Instant.parse(token.expires, where=file.where(*at, "expires")),
                _moment(token.revoked, file.where(*at, "revoked")),
            )
        )
    return Person(id, written.name, written.role, written.party, viewer, tuple(tokens))


def check_person(role: Role, party: str, viewer: str, where: str) -> None:
    """Refuses a person who lacks what the role needs.

    Raises:
        InputError: a liaison officer of nobody, an observer of nothing, an auditor who looks.
    """
    if role is Role.LIAISON and not party:
        raise InputError("a liaison officer belongs to a party", where=where)
    if role is Role.OBSERVER and not viewer:
        raise InputError("nobody said whose picture this observer sees", where=where)
    if role is Role.AUDITOR and viewer:
        raise InputError("an auditor sees the log and no picture", where=where, got=viewer)
    for name in filter(None, (party, viewer)):
        checked_party(name, where)


def _moment(text: str, where: str) -> Instant | None:
    return Instant.parse(text, where=where) if text else None


def _party_lines(party: Party, *, is_witness: bool) -> Iterator[str]:
    yield from ("", f"[party.{_key(party.id)}]", f"name = {_quoted(party.name)}")
    if is_witness:
        yield "witness = true"
    for key in party.keys:
        yield from ("", f"[[party.{_key(party.id)}.keys]]")
        yield f"public_key = {_quoted(key.public.line)}"
        yield f'since = "{key.since}"'
        if key.revoked_at is not None:
            yield f'revoked = "{key.revoked_at}"'
        if key.retired_at is not None:
            yield f'retired = "{key.retired_at}"'


def _person_lines(person: Person) -> Iterator[str]:
    yield from ("", f"[person.{_key(person.id)}]", f"name = {_quoted(person.name)}")
    yield f'role = "{person.role}"'
    if person.party:
        yield f"party = {_quoted(person.party)}"
    if person.viewer != default_viewer(person.role, person.party):
        yield f"viewer = {_quoted(person.viewer)}"
    for token in person.tokens:
        yield from ("", f"[[person.{_key(person.id)}.tokens]]")
        yield f'sha256 = "{token.sha256}"'
        yield f'since = "{token.since}"'
        yield f'expires = "{token.expires}"'
        if token.revoked is not None:
            yield f'revoked = "{token.revoked}"'


def _write(path: Path, lines: Iterable[str]) -> None:
    with write_atomically(path) as aside:
        aside.chmod(_OWNER_ONLY)  # while the file is empty
        aside.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _key(id: str) -> str:
    """An id as a key of TOML: quoted where it has a dot."""
    return _quoted(id) if "." in id else id


def _quoted(text: str) -> str:
    """A text as a TOML string: JSON's is one, as it escapes the same signs but one."""
    return msgspec.json.encode(text).decode().replace("\x7f", "\\u007f")
