"""A log in a file: entries, those that the reader may not see as their leaf hashes, checkpoints.

    {"schema":"glasshield-log/1", ...}      who seals the log, and whose keys its entries name
    INDEX LEAF-HASH ENTRY                   an entry, in its own bytes
    INDEX LEAF-HASH                         an entry that is withheld
    "CHECKPOINT"                            behind the last entry that it seals, as JSON text

Every line ends with a newline. Hashes are hexadecimal. A file may hold a later part of a log: it
then begins with the frontier of what went before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

import msgspec

from glasshield.errors import InputError
from glasshield.exchange.canonical import canonical, parsed, plain
from glasshield.exchange.keys import PublicKey, checked_key
from glasshield.exchange.log.checkpoints import Checkpoint, checkpoint_in
from glasshield.exchange.log.entries import LONGEST
from glasshield.exchange.log.merkle import HASH_BYTES, Frontier, LeafHashes, Tree, leaf_hash
from glasshield.exchange.log.notes import Note, NoteKey, parsed_key, parsed_note, unwrapped
from glasshield.exchange.schemas import check_schema
from glasshield.workspace import write_atomically

SCHEMA: Final = "glasshield-log/1"

_ROW: Final = re.compile(rb"(0|[1-9]\d{0,15}) ([0-9a-f]{64})(?: (\{.*\}))?", re.DOTALL)
_LONGEST_LINE: Final = 2 * LONGEST
_READ: Final = 4096  # entries taken from a store at once


class Entries(LeafHashes, Protocol):
    """A store that has the entries of a log, and their leaf hashes."""

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        """The bytes of the entries from index `start` up to and without `stop`."""
        ...


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The first line of the file.

    Attributes:
        schema: its name and version.
        log: the key of the log, as `NoteKey.line` writes it; its name is the log's origin.
        witnesses: the keys of witnesses.
        parties: the lines of the public keys of each party, as in its `.pub` files.
        first: the index of the first entry here.
        peaks: the frontier of what went before, in hexadecimal digits.
    """

    schema: str
    log: str
    witnesses: tuple[str, ...] = ()
    parties: dict[str, tuple[str, ...]] = {}
    first: int = 0
    peaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """Whose keys go into the head of the file.

    Attributes:
        log: the log's.
        witnesses: of witnesses.
        parties: the lines of the public keys of each party.
    """

    log: NoteKey
    witnesses: tuple[NoteKey, ...] = ()
    parties: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an entry.

    Attributes:
        line: its number in the file, from 1.
        index: the place that it claims.
        leaf: the leaf hash that it claims.
        entry: its bytes; None where it is withheld.
    """

    line: int
    index: int
    leaf: bytes
    entry: bytes | None


@dataclass(frozen=True, slots=True)
class Seal:
    """A line of a checkpoint.

    Attributes:
        line: its number in the file, from 1.
        note: with signatures that are still to be checked.
        checkpoint: what it says.
    """

    line: int
    note: Note
    checkpoint: Checkpoint


def everything(index: int, entry: bytes) -> bool:
    """Whether an entry is shown, to whom everything is: always."""
    del index, entry
    return True


def write(
    path: Path,
    source: Entries,
    keys: Keys,
    checkpoints: Sequence[Note],
    shows: Callable[[int, bytes], bool] = everything,
    first: int = 0,
) -> None:
    """Writes a log, or a later part of it, up to its last checkpoint; whole or not at all.

    Args:
        path: of the file.
        source: the store.
        keys: for the head.
        checkpoints: that are to stand in the file, in the order of their sizes.
        shows: whether the reader may see an entry, by its index and bytes.
        first: the index at which the file begins.

    Raises:
        InputError: no checkpoint, checkpoints out of order, or an entry that is not the one whose
            hash is in the tree.
        OutputError: the place cannot be written.
    """
    with write_atomically(path) as aside, aside.open("wb") as file:
        for line in lines(source, keys, checkpoints, shows, first):
            file.write(line)


def lines(
    source: Entries,
    keys: Keys,
    checkpoints: Sequence[Note],
    shows: Callable[[int, bytes], bool] = everything,
    first: int = 0,
) -> Iterator[bytes]:
    """The lines of the file, each with its end; arguments and errors as `write`."""
    seals = [(checkpoint_in(note.text, "checkpoint").size, note) for note in checkpoints]
    sizes = [size for size, _ in seals]
    if not sizes or sizes != sorted(sizes) or sizes[0] < first:
        raise InputError(
            "a log is exported up to a checkpoint",
            got=f"checkpoints of {', '.join(map(str, sizes)) or 'no'} entries",
            expected=f"at least one, in order, of {first} or more entries",
        )
    yield canonical(plain(_head(source, keys, first))) + b"\n"
    at = first
    for size, note in seals:
        yield from _rows(source, at, size, shows)
        yield canonical(note.encoded().decode()) + b"\n"
        at = size


def head_of(path: Path) -> Head:
    """The first line of a log's file.

    Raises:
        InputError: no log, or one of a newer version.
    """
    try:
        with path.open("rb") as file:
            return _parsed_head(file.readline(_LONGEST_LINE), str(path))
    except OSError as error:
        raise _unreadable(path, error) from None


def records(path: Path) -> Iterator[Row | Seal]:
    """The lines of a log's file behind its head, one after the other, as they stand there.

    Raises:
        InputError: a line that is neither an entry nor a checkpoint.
    """
    try:
        with path.open("rb") as file:
            file.readline(_LONGEST_LINE)
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST_LINE), b""), start=2):
                yield _record(line, number, str(path))
    except OSError as error:
        raise _unreadable(path, error) from None


def log_key_of(head: Head, where: str) -> NoteKey:
    """The key of the log, as its file names it.

    Raises:
        InputError: no key.
    """
    return parsed_key(head.log, where)


def frontier_of(head: Head, where: str) -> Frontier:
    """The frontier of what went before the file.

    Raises:
        InputError: one that cannot belong to that many entries.
    """
    try:
        return Frontier(head.first, [bytes.fromhex(peak) for peak in head.peaks])
    except ValueError:
        raise InputError("the frontier in the head is no list of hashes", where=where) from None


def parties_of(head: Head, where: str) -> dict[str, PublicKey]:
    """The keys of parties in the head of a file, by their fingerprints.

    Raises:
        InputError: a line that is no key of its party.
    """
    found = [
        _party_key(party, line, where) for party in head.parties for line in head.parties[party]
    ]
    return {key.fingerprint: key for key in found}


def _party_key(party: str, line: str, where: str) -> PublicKey:
    """The key in a line of a `.pub` file.

    Raises:
        InputError: another line.
    """
    fields = line.split(" ")
    blob = unwrapped(fields[1]) if len(fields) > 1 else None
    if blob is not None and len(blob) > HASH_BYTES:
        key = checked_key(party, blob[-HASH_BYTES:], where)
        if key.line == line:
            return key
    raise InputError(f"this is no key of {party}", where=where, got=repr(line[:100]))


def _head(source: Entries, keys: Keys, first: int) -> Head:
    return Head(
        schema=SCHEMA,
        log=keys.log.line,
        witnesses=tuple(key.line for key in keys.witnesses),
        parties=dict(keys.parties or {}),
        first=first,
        peaks=tuple(peak.hex() for peak in Tree(source).peaks(first)),
    )


def _rows(
    source: Entries, start: int, stop: int, shows: Callable[[int, bytes], bool]
) -> Iterator[bytes]:
    """The lines of some entries.

    Raises:
        InputError: the store has fewer, or one is not the one whose hash it keeps.
    """
    for at in range(start, stop, _READ):
        last = min(at + _READ, stop)
        entries, leaves = source.entries(at, last), source.leaf_hashes(at, last)
        if not len(entries) == len(leaves) == last - at:
            raise InputError("the store does not hold all entries", where=f"entries {at} to {last}")
        for index, (entry, leaf) in enumerate(zip(entries, leaves, strict=True), start=at):
            if leaf_hash(entry) != leaf:
                raise InputError(
                    "this entry was changed in the store: its hash is another than in the tree",
                    where=f"entry {index}",
                )
            shown = b" " + entry if shows(index, entry) else b""
            yield b"%d %s%s\n" % (index, leaf.hex().encode(), shown)


def _record(line: bytes, number: int, where: str) -> Row | Seal:
    """What stands in a line.

    Raises:
        InputError: neither an entry nor a checkpoint.
    """
    place = f"{where}, line {number}"
    if not line.endswith(b"\n"):
        raise InputError("this line was cut, or is too long", where=place)
    body = line[:-1]
    row = _ROW.fullmatch(body)
    if row:
        return Row(number, int(row[1]), bytes.fromhex(row[2].decode()), row[3])
    if body.startswith(b'"'):
        note = parsed_note(str(parsed(body, place)).encode(), place)
        return Seal(number, note, checkpoint_in(note.text, place))
    raise InputError(
        "this line is neither an entry nor a checkpoint", where=place, got=repr(body[:60])
    )


def _parsed_head(line: bytes, where: str) -> Head:
    """The head of a file.

    Raises:
        InputError: another file, or a newer version.
    """
    if not (line.startswith(b"{") and line.endswith(b"}\n")):
        raise InputError("this is no log of Glasshield", where=where, expected=SCHEMA)
    value = parsed(line[:-1], f"{where}, line 1")
    check_schema(value.get("schema"), SCHEMA, where)
    try:
        head = msgspec.convert(value, Head)
    except msgspec.ValidationError as error:
        raise InputError(f"the head of this log cannot be read ({error})", where=where) from None
    if head.first < 0 or any(len(peak) != 2 * HASH_BYTES for peak in head.peaks):
        raise InputError("the frontier in the head is no list of hashes", where=where)
    return head


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        f"the log cannot be read ({(error.strerror or str(error)).lower()})", where=str(path)
    )
