"""Statements: an answer with its inputs, in canonical JSON, signed by any number of parties.

The answer is an assessment of a claim, an evaluation of a flight test, or the review of an
exercise, which has the mark of one.

A statement that exists here is sound: its bytes are canonical, its digest is that of its content,
and every signature is its signer's. Whoever signs later adds a signature and changes nothing, so
that the file is the same in whatever order the parties sign.

    content -> SHA-256 of its canonical bytes -> in a message with party and key -> Ed25519
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from glasshield.assurance.document import Document
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, parsed, plain, sha256
from glasshield.exchange.exercised import SCHEMA as EXERCISED
from glasshield.exchange.exercised import Reviewed, is_of_exercise, read_reviewed
from glasshield.exchange.inputs import Content, read_content
from glasshield.exchange.kept import schema_beside
from glasshield.exchange.keys import ALGORITHM, PublicKey, Signer, checked_key, checked_party
from glasshield.exchange.measurements import SCHEMA as MEASURED
from glasshield.exchange.measurements import Measurement, read_measurement
from glasshield.exchange.schemas import check_schema, name_of
from glasshield.monitoring.document import Evaluation
from glasshield.workspace import write_atomically

SCHEMA: Final = "glasshield-statement/1"
MEASUREMENT: Final = "glasshield-measurement/1"
EXERCISE: Final = "glasshield-exercise-statement/1"
MESSAGE: Final = "glasshield-signature/1"


class Signature(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who signed, with which key, and the signature; digits are hexadecimal."""

    party: str
    algorithm: str
    key: str
    public_key: str
    signature: str


Stated = Content | Measurement | Reviewed
# The schema of a statement, by what it states.
_SCHEMAS: Final[dict[type[Stated], str]] = {
    Content: SCHEMA,
    Measurement: MEASUREMENT,
    Reviewed: EXERCISE,
}


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A statement's file."""

    schema: str
    content: dict[str, Any]
    content_sha256: str
    signatures: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """What parties state together.

    Attributes:
        content: inputs, versions and result, of an assessment, an evaluation or a review.
        content_sha256: the digest of the content, which is what parties sign.
        signatures: sorted by party.
    """

    content: Stated
    content_sha256: str
    signatures: tuple[Signature, ...]


def content_in(place: Path) -> Stated:
    """What was written into a folder and can be stated: an assessment, an evaluation, a review.

    Args:
        place: the folder, or the answer's JSON file in it.

    Raises:
        InputError: none of these, or something that was changed since it was made.
    """
    name = name_of(schema_beside(place))
    if name == name_of(MEASURED):
        return read_measurement(place)
    if name == name_of(EXERCISED) or (not name and is_of_exercise(place)):
        return read_reviewed(place)
    return read_content(place)


def stated(content: Stated) -> Statement:
    """A statement that nobody has signed yet."""
    return Statement(content, sha256(plain(content)), ())


def signed(statement: Statement, signer: Signer) -> Statement:
    """The same statement with one signature more.

    Raises:
        InputError: the party, or somebody else with the same key, has signed it.
    """
    public = signer.public
    for signature in statement.signatures:
        if signature.party == public.party or signature.key == public.fingerprint:
            raise InputError(
                f"{signature.party} has signed this statement",
                got=f"another signature by {public.party}",
                expected="one signature of each party, with a key of its own",
            )
    message = _message(statement.content_sha256, public.party, public.fingerprint)
    signature = Signature(
        party=public.party,
        algorithm=ALGORITHM,
        key=public.fingerprint,
        public_key=public.raw.hex(),
        signature=signer.sign(message).hex(),
    )
    signatures = sorted((*statement.signatures, signature), key=lambda one: one.party)
    return Statement(statement.content, statement.content_sha256, tuple(signatures))


def encoded(statement: Statement) -> bytes:
    """The bytes of a statement's file: canonical JSON, and nothing behind it."""
    envelope = _Envelope(
        schema=_SCHEMAS[type(statement.content)],
        content=plain(statement.content),
        content_sha256=statement.content_sha256,
        signatures=statement.signatures,
    )
    return canonical(plain(envelope))


def decoded(data: bytes, where: str) -> Statement:
    """The statement in the bytes of a file.

    Args:
        data: every byte of the file.
        where: the file, for messages.

    Raises:
        InputError: no statement, one of a newer version, or one in which anything was changed.
    """
    value = parsed(data, where)
    schema = value.get("schema") if isinstance(value, dict) else None
    kinds = {name_of(each): kind for kind, each in _SCHEMAS.items()}
    kind = kinds.get(name_of(schema), Content)
    check_schema(schema, _SCHEMAS[kind], where)
    try:
        envelope = msgspec.convert(value, _Envelope)
        content = _content(envelope.content, kind)
    except msgspec.ValidationError as error:
        raise InputError(f"this is no statement ({error})", where=where) from None
    if sha256(envelope.content) != envelope.content_sha256:
        raise InputError(
            "the content was changed after it was signed: its SHA-256 is another", where=where
        )
    _check_signatures(envelope, where)
    return Statement(content, envelope.content_sha256, envelope.signatures)


def _content(value: dict[str, Any], kind: type[Stated]) -> Stated:
    """The content of a statement of a kind, with a result that is one.

    Raises:
        ValidationError: something else.
    """
    if kind is Reviewed:
        return msgspec.convert(value, Reviewed)
    if kind is Measurement:
        measurement = msgspec.convert(value, Measurement)
        msgspec.convert(measurement.result, Evaluation)
        return measurement
    content = msgspec.convert(value, Content)
    msgspec.convert(content.result, Document)
    return content


def read(path: Path) -> Statement:
    """The statement in a file.

    Raises:
        InputError: as `decoded`, or a file that cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"the statement cannot be read ({(error.strerror or str(error)).lower()})",
            where=str(path),
        ) from None
    return decoded(data, str(path))


def write(statement: Statement, path: Path) -> None:
    """Writes a statement, whole or not at all.

    Raises:
        OutputError: the place cannot be written.
    """
    with write_atomically(path) as aside:
        aside.write_bytes(encoded(statement))


def check_keys(statement: Statement, keys: Sequence[PublicKey], where: str) -> None:
    """Refuse a statement that one of these parties did not sign with its own key.

    Args:
        statement: as it was read.
        keys: public keys that are known, from elsewhere, to be their parties'.
        where: the statement's file, for messages.

    Raises:
        InputError: a party of these has not signed, or somebody else signed in its name.
    """
    by_party = {signature.party: signature for signature in statement.signatures}
    for key in keys:
        signature = by_party.get(key.party)
        if signature is None:
            raise InputError(
                f"{key.party} has not signed this statement",
                where=where,
                got=f"signatures of {', '.join(by_party)}",
            )
        if signature.key != key.fingerprint:
            raise InputError(
                f"signed in the name of {key.party} with a key that is not its own",
                where=where,
                got=signature.key,
                expected=key.fingerprint,
            )


def _message(content_sha256: str, party: str, fingerprint: str) -> bytes:
    """What a party signs: the content's digest, and who it is."""
    return canonical(
        {
            "content_sha256": content_sha256,
            "key": fingerprint,
            "party": party,
            "schema": MESSAGE,
        }
    )


def _check_signatures(envelope: _Envelope, where: str) -> None:
    """Refuse signatures that are not their signers', and more than one of a party or a key."""
    if not envelope.signatures:
        raise InputError("nobody has signed this statement", where=where)
    for signature in envelope.signatures:
        _check_signature(signature, envelope.content_sha256, where)
    parties = [signature.party for signature in envelope.signatures]
    keys = {signature.key for signature in envelope.signatures}
    if parties != sorted(set(parties)) or len(keys) < len(parties):
        raise InputError(
            "the signatures are not one of each party, sorted, each with a key of its own",
            where=where,
            got=", ".join(parties),
        )


def _check_signature(signature: Signature, content_sha256: str, where: str) -> None:
    """Refuse a signature that is not its signer's."""
    party = checked_party(signature.party, where)
    if signature.algorithm != ALGORITHM:
        raise InputError(
            f"{party} signed in a way that is not known here",
            where=where,
            got=signature.algorithm,
            expected=ALGORITHM,
        )
    raw = _bytes(signature.public_key, 32, f"public key of {party}", where)
    public = checked_key(party, raw, where)
    digits = _bytes(signature.signature, 64, f"signature of {party}", where)
    if public.fingerprint != signature.key:
        raise InputError(
            f"the key of {party} is not the one that is named",
            where=where,
            got=public.fingerprint,
            expected=signature.key,
        )
    if not public.has_signed(_message(content_sha256, party, signature.key), digits):
        raise InputError(f"the signature of {party} is not by its key", where=where)


def _bytes(digits: str, length: int, what: str, where: str) -> bytes:
    """The bytes that hexadecimal digits stand for; each byte in one spelling only."""
    try:
        found = bytes.fromhex(digits)
    except ValueError:
        found = b""
    if len(found) != length or found.hex() != digits:
        raise InputError(
            f"the {what} is no number of {length} bytes",
            where=where,
            expected=f"{2 * length} digits, 0 to 9 and a to f",
        )
    return found
