"""Signed batches: detections or tracks on their way from a party, whoever carries them.

    header      canonical JSON: who sends, with which key, what, when, and the body's SHA-256
    signature   Ed25519, over the header's bytes and so over the body
    body        bytes in one of the formats

Over HTTP the header and the signature stand in two headers; everywhere else the three stand in one
frame: four lines of text, then the body. A batch that is sent on by others stays its party's.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import msgspec

from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical
from glasshield.exchange.keys import PublicKey, Signer
from glasshield.exchange.log.entries import Mode, nanoseconds, timestamp
from glasshield.exchange.parties import Registry, Standing

SCHEMA: Final = "glasshield-batch/1"
HTTP_HEADER: Final = "Glasshield-Batch"
HTTP_SIGNATURE: Final = "Glasshield-Signature"

_HEADER_BYTES: Final = 1024
_SIGNATURE_BYTES: Final = 64
_SEQUENCE_MAX: Final = 2**53 - 1
_CONTENT_TYPE: Final = re.compile(
    r"[a-z0-9]+/[a-z0-9][a-z0-9.+-]*(;[a-z]+=[A-Za-z0-9.:+-]+){0,4}", re.ASCII
)
_LONGEST_TYPE: Final = 127
LONGEST_NAME: Final = 255
_DIGEST: Final = re.compile(r"[0-9a-f]{64}", re.ASCII)
_LINES: Final = 4
# An unknown party's signature is checked too, against a key that is nobody's, so that the time
# that an answer takes does not tell who is known. It is the first example of RFC 8032, 7.1.
_NOBODY: Final = PublicKey(
    "nobody", bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
)


class Reason(StrEnum):
    """Why a batch was not taken: a code for the log, never for its sender."""

    TOO_LARGE = "too-large"
    MALFORMED = "malformed"
    UNKNOWN_PARTY = "unknown-party"
    UNKNOWN_KEY = "unknown-key"
    KEY_NOT_YET = "key-not-yet"
    KEY_REVOKED = "key-revoked"
    WRONG_SIGNATURE = "wrong-signature"
    TOO_OLD = "too-old"
    FROM_THE_FUTURE = "from-the-future"
    OTHER_BODY = "other-body"
    OTHER_CENTRE = "other-centre"


_OF_STANDING: Final = {
    Standing.UNKNOWN_PARTY: Reason.UNKNOWN_PARTY,
    Standing.UNKNOWN_KEY: Reason.UNKNOWN_KEY,
    Standing.NOT_YET: Reason.KEY_NOT_YET,
    Standing.REVOKED: Reason.KEY_REVOKED,
}


class Header(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """What a party signs about a batch.

    Attributes:
        schema: its name and version.
        party: who sends.
        key: the fingerprint of the key that signs.
        mode: whether this is an exercise.
        content_type: of the body; a parameter says what the body does not, such as the day
            behind times of day: `application/x-asterix;day=2025-01-31`.
        sent: when it was signed, in UTC, as entries of the log hold times.
        sequence: the party's own count of its batches, by which gaps show.
        body_sha256: of the body, in hexadecimal digits.
        to: the name of the centre that it is for; left out where it may travel on.
    """

    schema: str
    party: str
    key: str
    mode: Mode
    content_type: str
    sent: str
    sequence: int
    body_sha256: str
    to: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a batch may be at most.

    Attributes:
        body_bytes: the size of its body.
        late_s: how long before it came it may have been signed.
        ahead_s: by how much its party's clock may be ahead.
    """

    body_bytes: int = 8 << 20
    late_s: float = 300.0
    ahead_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a party says about a body that it sends.

    Attributes:
        mode: whether this is an exercise.
        content_type: of the body.
        sequence: the party's own count of its batches.
        sent: when it is signed.
        to: the name of the centre that it is for, if for one alone.
    """

    mode: Mode
    content_type: str
    sequence: int
    sent: Instant
    to: str = ""


@dataclass(frozen=True, slots=True)
class SignedBatch:
    """A batch as it travels, of which nothing is checked yet.

    Attributes:
        header: the bytes that are signed.
        signature: 64 bytes.
        body: the data.
    """

    header: bytes
    signature: bytes
    body: bytes

    def http_headers(self) -> dict[str, str]:
        """The two HTTP headers that go with the body."""
        return {HTTP_HEADER: _text(self.header), HTTP_SIGNATURE: _text(self.signature)}

    def framed(self) -> bytes:
        """The batch as one row of bytes, for files and messages."""
        head = f"{SCHEMA}\n{_text(self.header)}\n{_text(self.signature)}\n\n"
        return head.encode("ascii") + self.body


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch that a party signed, with a key that speaks for it.

    Attributes:
        header: what the party says about it.
        parts: as it came.
    """

    header: Header
    parts: SignedBatch

    @property
    def party(self) -> str:
        """Who sent it."""
        return self.header.party

    @property
    def body(self) -> bytes:
        """The data."""
        return self.parts.body

    @property
    def identity(self) -> str:
        """64 hexadecimal digits, the same when its party sends the same data again.

        Neither the time of sending nor the sequence belong to it: whoever got no answer may sign
        the same data anew.
        """
        head = self.header
        said = "\n".join((head.party, head.mode, head.content_type, head.body_sha256))
        return hashlib.sha256(said.encode("ascii")).hexdigest()


def sign_batch(signer: Signer, body: bytes, envelope: Envelope) -> SignedBatch:
    """A batch signed by a party.

    Args:
        signer: the party.
        body: the data.
        envelope: what it says about them.

    Raises:
        InputError: a content type or a sequence that cannot be.
    """
    header = Header(
        schema=SCHEMA,
        party=signer.public.party,
        key=signer.public.fingerprint,
        mode=envelope.mode,
        content_type=envelope.content_type,
        sent=timestamp(envelope.sent.posix_us * 1000),
        sequence=envelope.sequence,
        body_sha256=hashlib.sha256(body).hexdigest(),
        to=envelope.to,
    )
    if not _is_possible(header):
        raise InputError(
            "no batch can say this of itself",
            where="batch",
            got=f"{envelope.content_type}, {envelope.sequence}",
            expected="a content type such as application/json, and a sequence from 0",
        )
    data = canonical(msgspec.to_builtins(header))
    return SignedBatch(data, signer.sign(data), body)


def from_http(header: str, signature: str, body: bytes) -> SignedBatch | Reason:
    """The parts of a batch that came over HTTP, or that it is none.

    Args:
        header: what stood under `HTTP_HEADER`.
        signature: what stood under `HTTP_SIGNATURE`.
        body: of the request.
    """
    said, signed = _unwrapped(header, _HEADER_BYTES), _unwrapped(signature, _SIGNATURE_BYTES)
    if said is None or signed is None:
        return Reason.MALFORMED
    return SignedBatch(said, signed, body)


def from_frame(frame: bytes) -> SignedBatch | Reason:
    """The parts of a batch that came in one row of bytes, or that it is none."""
    schema, *rest = frame.split(b"\n", _LINES)
    if schema != SCHEMA.encode() or len(rest) != _LINES or rest[2]:
        return Reason.MALFORMED
    header, signature = (part.decode("ascii", errors="replace") for part in rest[:2])
    return from_http(header, signature, rest[3])


def judged_header(
    parts: SignedBatch, registry: Registry, now: Instant, limits: Limits
) -> Header | Reason:
    """The header of a batch if a party here signed it just now, else why it is not taken.

    The body is not looked at: a sender whom nobody knows can be refused before it has sent one.

    Args:
        parts: of the batch; the body may still be missing.
        registry: the parties and their keys.
        now: when it came.
        limits: what it may be at most.
    """
    header = _header(parts.header)
    if header is None:
        return Reason.MALFORMED
    standing = registry.standing(header.party, header.key, now)
    good = standing is Standing.GOOD
    key = registry.key_for(header.party, header.key, now) if good else _NOBODY
    signed = key.has_signed(parts.header, parts.signature)
    if not good:
        return _OF_STANDING[standing]
    if not signed:
        return Reason.WRONG_SIGNATURE
    age_s = now.posix_us / 1e6 - nanoseconds(header.sent) / 1e9
    if age_s > limits.late_s:
        return Reason.TOO_OLD
    return Reason.FROM_THE_FUTURE if -age_s > limits.ahead_s else header


def judged(
    parts: SignedBatch | Reason, registry: Registry, now: Instant, limits: Limits | None = None
) -> Batch | Reason:
    """A batch if a party here signed it just now, else why it is not taken.

    Args:
        parts: as `from_http` or `from_frame` gave them.
        registry: the parties and their keys.
        now: when it came.
        limits: what it may be at most.
    """
    limits = limits or Limits()
    if isinstance(parts, Reason):
        return parts
    if len(parts.body) > limits.body_bytes:
        return Reason.TOO_LARGE
    header = judged_header(parts, registry, now, limits)
    if isinstance(header, Reason):
        return header
    if hashlib.sha256(parts.body).hexdigest() != header.body_sha256:
        return Reason.OTHER_BODY
    return Batch(header, parts)


def open_batch(
    parts: SignedBatch | Reason, registry: Registry, now: Instant, limits: Limits | None = None
) -> Batch:
    """A batch if a party here signed it just now.

    Args:
        parts: as `from_http` or `from_frame` gave them.
        registry: the parties and their keys.
        now: when it came.
        limits: what it may be at most.

    Raises:
        InputError: anything else; the same words whatever the reason.
    """
    found = judged(parts, registry, now, limits)
    if isinstance(found, Reason):
        raise refusal(limits or Limits())
    return found


def refusal(limits: Limits) -> InputError:
    """What the sender of a batch that is not taken is told, whatever the reason."""
    return InputError(
        "this batch is not taken",
        where="batch",
        expected=f"at most {limits.body_bytes:,} bytes, signed by a key that the centre knows, at "
        f"most {limits.late_s:g} s before it came and {limits.ahead_s:g} s ahead",
        do="check the clock, and ask the centre which keys it has of you",
    )


def _header(data: bytes) -> Header | None:
    """The header in its canonical bytes; None for anything else."""
    if len(data) > _HEADER_BYTES:
        return None
    try:
        header = msgspec.json.decode(data, type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if not _is_possible(header) or canonical(msgspec.to_builtins(header)) != data:
        return None
    return header


def _is_possible(header: Header) -> bool:
    """Whether a header can be one; party and key are looked up, whatever stands there."""
    try:
        nanoseconds(header.sent)
    except InputError:
        return False
    return (
        header.schema == SCHEMA
        and header.party.isascii()
        and header.to.isascii()
        and len(header.to) <= LONGEST_NAME
        and 0 <= header.sequence <= _SEQUENCE_MAX
        and len(header.content_type) <= _LONGEST_TYPE
        and _CONTENT_TYPE.fullmatch(header.content_type) is not None
        and _DIGEST.fullmatch(header.body_sha256) is not None
    )


def _text(data: bytes) -> str:
    """Bytes in base64 of the alphabet for addresses, without padding (RFC 4648, section 5)."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _unwrapped(text: str, most_bytes: int) -> bytes | None:
    """The bytes in such a text; None for any other spelling of them, and for too many."""
    if not text.isascii() or len(text) > 2 * most_bytes:
        return None
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if _text(data) == text and len(data) <= most_bytes else None
