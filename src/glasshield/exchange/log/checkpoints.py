"""Checkpoints: how long a log is and what its root is, signed by the log and by witnesses.

A witness signs only what grew out of what it signed before. Whoever asks for the signatures of
several witnesses therefore cannot be shown another log than they were.

Source: C2SP, tlog-checkpoint (v1.0.0), tlog-cosignature and tlog-witness, c2sp.org.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.merkle import EMPTY_ROOT, HASH_BYTES, Proof, grew
from glasshield.exchange.log.notes import (
    Note,
    NoteKey,
    NoteSignature,
    Role,
    checked_name,
    note_key,
    parsed_note,
    unwrapped,
)

MOST_PROOF_LINES: Final = 63
_SIZE: Final = re.compile(r"0|[1-9][0-9]{0,18}")
_LINES: Final = 3
_TIME_BYTES: Final = 8
_LATEST_S: Final = 2**63 - 1
_COSIGNED: Final = "cosignature/v1"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a log commits itself to.

    Attributes:
        origin: the name of the log, which is no other log's.
        size: how many entries it has.
        root: of the tree over them.
    """

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """The lines that are signed."""
        return f"{self.origin}\n{self.size}\n{base64.b64encode(self.root).decode()}\n"


@dataclass(frozen=True, slots=True)
class Cosignature:
    """That a witness had seen a log grow to a checkpoint, and when.

    Attributes:
        witness: the name of its key.
        at_s: seconds since 1970 UTC, by the witness's clock.
    """

    witness: str
    at_s: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A checkpoint whose signatures were checked.

    Attributes:
        checkpoint: what the log signed.
        cosignatures: of known witnesses, in their order.
    """

    checkpoint: Checkpoint
    cosignatures: tuple[Cosignature, ...]


@dataclass(frozen=True, slots=True)
class Seals:
    """Whose signatures a checkpoint must bear.

    Attributes:
        log: the key of the log; its name is the log's origin.
        witnesses: keys of witnesses.
        least: how many of the witnesses must have signed.
    """

    log: NoteKey
    witnesses: tuple[NoteKey, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """What a log sends to a witness.

    Attributes:
        old: the size that the witness signed last, as the log believes; 0 for none.
        proof: that the log only grew since.
        note: the checkpoint, signed by the log.
    """

    old: int
    proof: Proof
    note: Note

    def encoded(self) -> bytes:
        """The request as its bytes. Source: C2SP, tlog-witness, add-checkpoint."""
        lines = "".join(f"{base64.b64encode(one).decode()}\n" for one in self.proof)
        return f"old {self.old}\n{lines}\n".encode() + self.note.encoded()


def checked_origin(origin: str, where: str) -> str:
    """The name of a log, which no signature of another kind can be mistaken for.

    Raises:
        InputError: no name, or one with which the signed text could be another message.
    """
    if origin.startswith(("{", "[", '"', "cosignature/")):
        raise InputError(
            "this can be no name of a log",
            where=where,
            got=repr(origin),
            expected="a name such as example.org/centre",
        )
    return checked_name(origin, where)


def seals(log: NoteKey, witnesses: Sequence[NoteKey] = (), least: int | None = None) -> Seals:
    """Whose signatures a checkpoint must bear.

    Args:
        log: the log's key.
        witnesses: their keys.
        least: how many of them must have signed; None for all.

    Raises:
        InputError: keys of the wrong role, one key twice, or more wanted than there are.
    """
    wrong = [key for key in witnesses if key.role is not Role.WITNESS]
    if log.role is not Role.LOG or wrong:
        raise InputError(
            "this key is of another role",
            got=(wrong[0] if wrong else log).line,
            expected="a log's key (type 1), and witnesses' keys (type 4)",
        )
    if len({key.raw for key in (log, *witnesses)}) <= len(witnesses):
        raise InputError(
            "two of the log and its witnesses have the same key",
            do="name each witness once, with a key of its own",
        )
    wanted = len(witnesses) if least is None else least
    if not 0 <= wanted <= len(witnesses):
        raise InputError(
            f"{wanted} witnesses cannot have signed", expected=f"0 to {len(witnesses)}"
        )
    return Seals(log, tuple(witnesses), wanted)


def log_key(signer: Signer, origin: str) -> NoteKey:
    """The key with which a log's checkpoints are checked."""
    return note_key(checked_origin(origin, "log"), Role.LOG, signer.public.raw, "log")


def witness_key(signer: Signer) -> NoteKey:
    """The key with which a party's signatures as a witness are checked."""
    return note_key(signer.public.party, Role.WITNESS, signer.public.raw, "witness")


def signed(checkpoint: Checkpoint, signer: Signer) -> Note:
    """A checkpoint signed by its log, in whose name the log's key signs.

    Raises:
        InputError: an origin that can be none.
    """
    key = log_key(signer, checkpoint.origin)
    text = checkpoint.text
    return Note(text, (NoteSignature(key.name, key.id, signer.sign(text.encode())),))


def cosigned(note: Note, signer: Signer, at_s: int) -> NoteSignature:
    """The signature of a witness under a checkpoint, whatever it says.

    Args:
        note: the checkpoint.
        signer: the witness.
        at_s: seconds since 1970 UTC.

    Raises:
        InputError: a time that cannot be written.
    """
    if not 0 <= at_s <= _LATEST_S:
        raise InputError("this can be no time of a cosignature", got=at_s, expected="after 1970")
    key = witness_key(signer)
    said = signer.sign(_witnessed(note.text, at_s))
    return NoteSignature(key.name, key.id, at_s.to_bytes(_TIME_BYTES, "big") + said)


def opened(note: Note, keys: Seals, where: str) -> Sealed:
    """A checkpoint, if its log and enough witnesses signed it.

    Args:
        note: as it was read; signatures of keys that are not known are left alone.
        keys: whose signatures it must bear.
        where: the file, for messages.

    Raises:
        InputError: no checkpoint, a signature that is missing, or one that is not its key's.
    """
    checkpoint = checkpoint_in(note.text, where)
    if checkpoint.origin != keys.log.name:
        raise InputError(
            "this is a checkpoint of another log",
            where=where,
            got=checkpoint.origin,
            expected=keys.log.name,
        )
    by_log = note.signature_of(keys.log, where)
    if by_log is None:
        raise InputError(f"{keys.log.name} has not signed this checkpoint", where=where)
    if not keys.log.has_signed(note.text.encode(), by_log.body):
        raise _not_its_own(keys.log, where)
    found = [_cosignature(note, key, where) for key in keys.witnesses]
    present = tuple(one for one in found if one is not None)
    if len(present) < keys.least:
        missing = [k.name for k, one in zip(keys.witnesses, found, strict=True) if one is None]
        raise InputError(
            "too few witnesses have signed this checkpoint",
            where=where,
            got=f"{len(present)} without {', '.join(missing)}",
            expected=f"at least {keys.least}",
        )
    return Sealed(checkpoint, present)


def checkpoint_in(text: str, where: str) -> Checkpoint:
    """The checkpoint in the text of a note.

    Raises:
        InputError: another text, or one with more lines, which nothing here could check.
    """
    lines = text.removesuffix("\n").split("\n")
    if len(lines) != _LINES or not _SIZE.fullmatch(lines[1]):
        raise InputError(
            "this is no checkpoint of a log",
            where=where,
            expected="three lines: its name, its size, its root",
        )
    origin, size, digits = lines
    root = unwrapped(digits)
    if root is None or len(root) != HASH_BYTES or (size == "0" and root != EMPTY_ROOT):
        raise InputError("the root of this checkpoint can be none", where=where, got=digits)
    return Checkpoint(checked_origin(origin, where), int(size), root)


def checked_growth(
    seen: Checkpoint | None, request: Request, log: NoteKey, where: str
) -> Checkpoint:
    """The checkpoint that a witness may sign: the log's own, grown out of what it signed before.

    Args:
        seen: the last checkpoint that the witness signed; None for none.
        request: from the log.
        log: the log's key, which the witness knows.
        where: whence it came, for messages.

    Raises:
        InputError: not signed by the log, asked from another size than was seen, or a log that
            was cut or rewritten.
    """
    found = opened(request.note, Seals(log), where).checkpoint
    last = seen or Checkpoint(found.origin, 0, EMPTY_ROOT)
    if request.old != last.size:
        raise InputError(
            "this is not asked from the size that was signed last",
            where=where,
            got=request.old,
            expected=f"{last.size}",
        )
    if found.size < last.size:
        raise InputError(
            "the log was cut",
            where=where,
            got=f"{found.size} entries",
            expected=f"at least {last.size}",
        )
    if not grew((last.size, last.root), (found.size, found.root), request.proof):
        raise InputError(
            "nothing shows that the log only grew since it was signed last",
            where=where,
            got=f"from {last.size} to {found.size} entries",
            do="keep both checkpoints: together they may prove that it was rewritten",
        )
    return found


def parsed_request(data: bytes, where: str) -> Request:
    """What a log sent to a witness.

    Raises:
        InputError: another text.
    """
    head, _, rest = data.partition(b"\n\n")
    old, *lines = head.decode("ascii", errors="replace").split("\n")
    size = old.removeprefix("old ")
    proof = [unwrapped(line) for line in lines]
    if size == old or not _SIZE.fullmatch(size) or len(proof) > MOST_PROOF_LINES:
        raise _no_request(where, old)
    whole = tuple(one for one in proof if one is not None and len(one) == HASH_BYTES)
    if len(whole) != len(proof):
        raise _no_request(where, "a proof line that is no hash")
    return Request(int(size), whole, parsed_note(rest, where))


def _cosignature(note: Note, key: NoteKey, where: str) -> Cosignature | None:
    """What a witness said about a checkpoint; None where it said nothing.

    Raises:
        InputError: a signature that is not its own.
    """
    signature = note.signature_of(key, where)
    if signature is None:
        return None
    at_s = int.from_bytes(signature.body[:_TIME_BYTES], "big")
    said = signature.body[_TIME_BYTES:]
    if at_s > _LATEST_S or not key.has_signed(_witnessed(note.text, at_s), said):
        raise _not_its_own(key, where)
    return Cosignature(key.name, at_s)


def _witnessed(text: str, at_s: int) -> bytes:
    """What a witness signs. Source: C2SP, tlog-cosignature, Ed25519 signed message."""
    return f"{_COSIGNED}\ntime {at_s}\n{text}".encode()


def _not_its_own(key: NoteKey, where: str) -> InputError:
    return InputError(f"the signature of {key.name} is not by its key", where=where)


def _no_request(where: str, got: str) -> InputError:
    return InputError(
        "this asks a witness for nothing",
        where=where,
        got=got[:100],
        expected="old SIZE, lines of a proof, a blank line, and a checkpoint",
    )
