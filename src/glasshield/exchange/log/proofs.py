"""That one entry stands in a sealed log: a file that shows it without the rest of the log.

The entry itself stands in the file as its extra data.

Source: C2SP, tlog-proof, c2sp.org.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import Sealed, Seals, opened
from glasshield.exchange.log.entries import AnyEntry, decoded
from glasshield.exchange.log.merkle import HASH_BYTES, Proof, Tree, includes, leaf_hash
from glasshield.exchange.log.notes import Note, parsed_note, unwrapped

FIRST_LINE: Final = "c2sp.org/tlog-proof@v1"
_INDEX: Final = re.compile(r"index (0|[1-9][0-9]{0,15})")
_MOST_HASHES: Final = 63


@dataclass(frozen=True, slots=True)
class EntryProof:
    """An entry, and what leads from it to a checkpoint.

    Attributes:
        entry: its bytes.
        index: its place in the log, from 0.
        path: the hashes from its sibling upward.
        note: the checkpoint, whose signatures are still to be checked.
    """

    entry: bytes
    index: int
    path: Proof
    note: Note

    def encoded(self) -> bytes:
        """The bytes of the proof's file."""
        extra = base64.b64encode(self.entry).decode()
        hashes = "".join(f"{base64.b64encode(one).decode()}\n" for one in self.path)
        head = f"{FIRST_LINE}\nextra {extra}\nindex {self.index}\n{hashes}\n"
        return head.encode() + self.note.encoded()


@dataclass(frozen=True, slots=True)
class Proven:
    """An entry that stands in a sealed log.

    Attributes:
        entry: what it says.
        sealed: the checkpoint that seals it.
    """

    entry: AnyEntry
    sealed: Sealed


class _Leaves(list[bytes]):
    """The leaf hashes of a file that holds a log from its beginning."""

    def leaf_hashes(self, start: int, stop: int) -> list[bytes]:
        """The leaf hashes from `start` up to and without `stop`."""
        return self[start:stop]


def proof_from(path: Path, index: int) -> EntryProof:
    """The proof that an entry stands in the log of a file, up to its last checkpoint.

    Args:
        path: of a file that holds the log from its beginning and shows the entry.
        index: of the entry, from 0.

    Raises:
        InputError: a later part of a log, no such entry, or one that is withheld.
        RangeError: the entry stands behind the last checkpoint.
    """
    if bundle.head_of(path).first:
        raise InputError("this file does not hold the log from its beginning", where=str(path))
    leaves, entry, last = _Leaves(), b"", None
    for record in bundle.records(path):
        if isinstance(record, bundle.Seal):
            last = record
            continue
        leaves.append(record.leaf)
        if record.index == index:
            entry = record.entry or b""
    if last is None:
        raise InputError("this log has no checkpoint", where=str(path))
    hashes = Tree(leaves).inclusion_proof(index, last.checkpoint.size)
    if not entry:
        raise InputError(f"this file withholds entry {index}", where=str(path))
    return EntryProof(entry, index, hashes, last.note)


def is_proof(path: Path) -> bool:
    """Whether a file begins as the proof of an entry does.

    Raises:
        InputError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.readline(len(FIRST_LINE) + 1) == f"{FIRST_LINE}\n".encode()
    except OSError as error:
        raise InputError(
            f"the file cannot be read ({(error.strerror or str(error)).lower()})", where=str(path)
        ) from None


def parsed_proof(data: bytes, where: str) -> EntryProof:
    """The proof in the bytes of a file; it is still to be checked.

    Raises:
        InputError: another file, or a proof without its entry.
    """
    head, _, rest = data.partition(b"\n\n")
    first, *lines = head.decode("ascii", errors="replace").split("\n")
    if first != FIRST_LINE or len(lines) < len(("extra", "index")):
        raise _no_proof(where, first)
    entry = unwrapped(lines[0].removeprefix("extra "))
    index = _INDEX.fullmatch(lines[1])
    if not lines[0].startswith("extra ") or entry is None or index is None:
        raise _no_proof(where, "no entry, or no place")
    hashes = [unwrapped(line) for line in lines[2:]]
    path = tuple(one for one in hashes if one is not None and len(one) == HASH_BYTES)
    if len(path) != len(hashes) or len(path) > _MOST_HASHES:
        raise _no_proof(where, "a line that is no hash")
    return EntryProof(entry, int(index[1]), path, parsed_note(rest, where))


def checked(proof: EntryProof, keys: Seals, where: str) -> Proven:
    """What an entry says, if it stands in the log at its place, as its log and witnesses sealed.

    Args:
        proof: as it was read.
        keys: whose signatures the checkpoint must bear.
        where: the file, for messages.

    Raises:
        InputError: a signature that is missing or wrong, or an entry that is not in that log.
    """
    sealed = opened(proof.note, keys, where)
    root, size = sealed.checkpoint.root, sealed.checkpoint.size
    if not includes(root, size, proof.index, leaf_hash(proof.entry), proof.path):
        raise InputError(
            f"this entry does not stand at place {proof.index} of the sealed log", where=where
        )
    entry = decoded(proof.entry, where)
    if entry.index != proof.index:
        raise InputError(
            "the entry names another place than the one at which it stands",
            where=where,
            got=entry.index,
            expected=f"{proof.index}",
        )
    return Proven(entry, sealed)


def _no_proof(where: str, got: str) -> InputError:
    return InputError(
        "this is no proof of an entry", where=where, got=repr(got[:60]), expected=FIRST_LINE
    )
