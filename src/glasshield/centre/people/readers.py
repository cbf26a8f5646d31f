"""Who reads, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from glasshield.centre.people.registered import LetIn, Role
from glasshield.earth.time import Instant

PARTY: Final = "party"  # the role of a party that reads for itself


class Right(Enum):
    """Something that only some may do."""

    PICTURE = auto()  # read what is released to its viewer
    ACT = auto()  # remark, acknowledge, ask for release
    GRANT = auto()  # release something of its own party's
    HEALTH = auto()  # how the centre does, in all its parts
    METRICS = auto()
    LOG = auto()  # the whole log, which counts what everybody sends
    WITNESS = auto()  # checkpoints and proofs, which count it as well


_RIGHTS: Final = {
    Role.OPERATOR.value: frozenset({Right.PICTURE, Right.ACT, Right.HEALTH, Right.METRICS}),
    Role.LIAISON.value: frozenset({Right.PICTURE, Right.ACT}),
    Role.OBSERVER.value: frozenset({Right.PICTURE}),
    Role.AUDITOR.value: frozenset({Right.HEALTH, Right.METRICS, Right.LOG, Right.WITNESS}),
    PARTY: frozenset({Right.PICTURE, Right.ACT, Right.GRANT}),
}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who has come in, by a token of a person or by a session of a party.

    Attributes:
        id: of the person or the party.
        name: that people read.
        role: `operator`, `liaison`, `observer`, `auditor` or `party`.
        party: to which a person belongs; empty for the centre's own people.
        viewer: whose pictures are read; empty for none.
        expires: when the token is worth nothing any more.
        digest: of the token, by which the reader is known again.
        rights: what this reader may do.
    """

    id: str
    name: str
    role: str
    party: str
    viewer: str
    expires: Instant
    digest: str
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        """Whether this reader may do something."""
        return right in self.rights

    @property
    def is_operators(self) -> bool:
        """Whether this is one of the centre's own operators."""
        return self.role == Role.OPERATOR and not self.party


def reader_of(let_in: LetIn, digest: str) -> Reader:
    """The reader that a person is.

    Args:
        let_in: the person and the token.
        digest: of the token.
    """
    person = let_in.person
    rights = set(_RIGHTS[person.role.value])
    if not person.viewer:
        rights -= {Right.PICTURE, Right.ACT}
    if person.role is Role.OPERATOR and person.party:  # a party's own operator runs no centre
        rights = (rights - {Right.HEALTH, Right.METRICS}) | {Right.GRANT}
    return Reader(
        person.id,
        person.name,
        person.role.value,
        person.party,
        person.viewer,
        let_in.token.expires,
        digest,
        frozenset(rights),
    )


def party_reader(
    party: str, name: str, expires: Instant, digest: str, *, is_witness: bool
) -> Reader:
    """The reader that a party is by its session."""
    more = {Right.WITNESS} if is_witness else set()
    return Reader(party, name, PARTY, party, party, expires, digest, _RIGHTS[PARTY] | more)
