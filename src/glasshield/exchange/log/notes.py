"""Signed notes: a text, a blank line, and a line for each who signed it.

    — NAME BASE64(4 bytes that tell the key, signature)

Source: C2SP, signed-note (v1.0.0) and tlog-cosignature, c2sp.org.
"""

from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import re
from dataclasses import dataclass
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.keys import PublicKey, checked_key

MOST_SIGNATURES: Final = 64
_LONGEST: Final = 1 << 20  # bytes of a note
_RAW_BYTES: Final = 32
_ID_BYTES: Final = 4
_DASH: Final = "\N{EM DASH}"
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")
_ID: Final = re.compile(r"[0-9a-f]{8}")


class Role(enum.IntEnum):
    """What a key's signatures say; the number goes into the key's id."""

    LOG = 0x01  # the text
    WITNESS = 0x04  # the text, at a time


@dataclass(frozen=True, slots=True)
class NoteKey:
    """A key whose signatures under notes are known.

    Attributes:
        name: of who signs, such as `example.org/log`: no blank and no plus sign.
        role: what a signature by it says.
        raw: the 32 bytes of the Ed25519 key.
    """

    name: str
    role: Role
    raw: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        return hashlib.sha256(self.name.encode() + b"\n" + self._typed).digest()[:_ID_BYTES]

    @property
    def line(self) -> str:
        """The key as one text, `NAME+ID+KEY`, in which it is told to others."""
        return f"{self.name}+{self.id.hex()}+{base64.b64encode(self._typed).decode()}"

    def has_signed(self, message: bytes, signature: bytes) -> bool:
        """Whether 64 bytes are this key's signature over a message."""
        return PublicKey(self.name, self.raw).has_signed(message, signature)

    @property
    def _typed(self) -> bytes:
        return bytes([self.role]) + self.raw


@dataclass(frozen=True, slots=True)
class NoteSignature:
    """A signature line: who signed, with which key, and what else stands in the line.

    Attributes:
        name: of who signed.
        key_id: four bytes.
        body: the signature; of a witness, eight bytes of time before it.
    """

    name: str
    key_id: bytes
    body: bytes

    @property
    def line(self) -> str:
        """The signature as it stands in a note, without the end of the line."""
        return f"{_DASH} {self.name} {base64.b64encode(self.key_id + self.body).decode()}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text with signatures, which nobody has checked yet.

    Attributes:
        text: with the end of its last line, as it is signed.
        signatures: in the order of the file.
    """

    text: str
    signatures: tuple[NoteSignature, ...]

    def encoded(self) -> bytes:
        """The bytes of the note's file."""
        lines = "".join(f"{signature.line}\n" for signature in self.signatures)
        return f"{self.text}\n{lines}".encode()

    def with_signature(self, signature: NoteSignature) -> Note:
        """The same note with one signature more, or a newer one of the same key."""
        known = (signature.name, signature.key_id)
        others = (one for one in self.signatures if (one.name, one.key_id) != known)
        return Note(self.text, (*others, signature))

    def signature_of(self, key: NoteKey, where: str) -> NoteSignature | None:
        """The line that names a key; None where there is none.

        Raises:
            InputError: more than one.
        """
        found = [one for one in self.signatures if (one.name, one.key_id) == (key.name, key.id)]
        if len(found) > 1:
            raise InputError(f"{key.name} signed this note more than once", where=where)
        return found[0] if found else None


def checked_name(name: str, where: str) -> str:
    """A name that can stand in a signature line.

    Raises:
        InputError: an empty one, or one with a blank, a plus sign or a control character.
    """
    if not name or "+" in name or any(sign.isspace() or sign < " " for sign in name):
        raise InputError(
            "this can be no name under a note",
            where=where,
            got=repr(name),
            expected="a text without blanks and plus signs, such as example.org/log",
        )
    return name


def note_key(name: str, role: Role, raw: bytes, where: str) -> NoteKey:
    """A key whose signatures under notes are known.

    Raises:
        InputError: a name that can be none, or a key that proves nothing.
    """
    checked_key("key", raw, where)
    return NoteKey(checked_name(name, where), role, raw)


def parsed_key(line: str, where: str) -> NoteKey:
    """The key in a text of the form `NAME+ID+KEY`.

    Args:
        line: as `NoteKey.line` writes it.
        where: the file or option, for messages.

    Raises:
        InputError: another text, a kind of key that is not known here, or an id of another key.
    """
    name, _, rest = line.strip().partition("+")
    key_id, _, digits = rest.partition("+")
    typed = unwrapped(digits)
    roles = {int(role): role for role in Role}
    if typed is None or len(typed) != 1 + _RAW_BYTES or typed[0] not in roles:
        raise InputError(
            "this is no Ed25519 key of a log or a witness",
            where=where,
            got=repr(line.strip()[:100]),
            expected="NAME+ID+KEY",
        )
    key = note_key(name, roles[typed[0]], typed[1:], where)
    if not _ID.fullmatch(key_id) or key.id.hex() != key_id:
        raise InputError(
            f"the key of {name} is not the one that its id names",
            where=where,
            got=key_id,
            expected=key.id.hex(),
        )
    return key


def parsed_note(data: bytes, where: str) -> Note:
    """The note in the bytes of a file; its signatures are still to be checked.

    Raises:
        InputError: no signed note.
    """
    if len(data) > _LONGEST:
        raise _no_note(where, f"{len(data):,} bytes, of at most {_LONGEST:,}")
    try:
        whole = data.decode()
    except UnicodeDecodeError:
        raise _no_note(where, "it is no UTF-8 text") from None
    text, blank, lines = whole.rpartition("\n\n")
    if not blank or not lines.endswith("\n"):
        raise _no_note(where, "no signature lines stand behind a blank line at its end")
    if _CONTROL.search(whole):
        raise _no_note(where, "it holds a control character")
    signed = lines.removesuffix("\n").split("\n")
    if len(signed) > MOST_SIGNATURES:
        raise _no_note(where, f"{len(signed)} signatures, of at most {MOST_SIGNATURES}")
    return Note(f"{text}\n", tuple(parsed_signature(line, where) for line in signed))


def parsed_signature(line: str, where: str) -> NoteSignature:
    """The signature in a line of a note.

    Raises:
        InputError: another line.
    """
    dash, _, rest = line.partition(" ")
    name, _, digits = rest.partition(" ")
    found = unwrapped(digits)
    if dash != _DASH or found is None or len(found) <= _ID_BYTES:
        raise _no_note(where, f"no signature is {line[:100]!r}")
    return NoteSignature(checked_name(name, where), found[:_ID_BYTES], found[_ID_BYTES:])


def unwrapped(digits: str) -> bytes | None:
    """The bytes that base64 stands for; None for anything but their one spelling."""
    try:
        found = base64.b64decode(digits, validate=True)
    except (binascii.Error, ValueError):
        return None
    return found if base64.b64encode(found).decode() == digits else None


def _no_note(where: str, what: str) -> InputError:
    return InputError(f"this is no signed note ({what})", where=where)
