"""The sealed log: for auditors, and for the parties that countersign it.

Whoever sees a checkpoint, a proof or a place sees how long the log is, and so how much others send.
A witness reads the entries that are about itself and the hashes of all others.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from glasshield.centre.api import faults
from glasshield.centre.api.calls import Call, Count, json_answer
from glasshield.centre.api.reading import BodyLimits, body_of
from glasshield.centre.errors import not_found, told
from glasshield.centre.people.readers import Reader, Right
from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import Request, checkpoint_in
from glasshield.exchange.log.entries import (
    AnyEntry,
    CentreEntry,
    CheckpointEntry,
    ClockEntry,
    PaddingEntry,
    PartyEntry,
    PersonEntry,
    ReceivedEntry,
    ReleasedEntry,
    RulesEntry,
    decoded,
)
from glasshield.exchange.log.merkle import Tree
from glasshield.exchange.log.notes import Note, parsed_note, parsed_signature
from glasshield.exchange.log.proofs import EntryProof

if TYPE_CHECKING:
    from glasshield.centre.service import Centre

TEXT: Final = "text/plain"
LINES: Final = "application/jsonl"
_MOST_ENTRIES: Final = 1000
_BLOCK: Final = 256  # lines of an export that are sent together
_COSIGNATURES: Final = BodyLimits(4096, 10.0)
_OPEN: Final = (CentreEntry, ClockEntry, CheckpointEntry, PaddingEntry)


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which entries.

    Attributes:
        start: the index of the first.
        stop: the index behind the last; no more than 1,000 are given.
    """

    start: Count = 0
    stop: Count = _MOST_ENTRIES


class Which(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which entry is to be proven: one of both is given.

    Attributes:
        index: its place.
        batch: the identity of the batch that it is about, from the receipt.
    """

    index: Count | None = None
    batch: str = ""


class Since(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From where on.

    Attributes:
        old: how long the log was when it was looked at last.
    """

    old: Count = 0


class Of(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was signed.

    Attributes:
        size: of the checkpoint.
    """

    size: Count


class From(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a file begins.

    Attributes:
        first: the index of its first entry.
    """

    first: Count = 0


class Cosigned(msgspec.Struct, frozen=True, kw_only=True):
    """That signatures under a checkpoint were taken."""

    taken: int


@dataclass(slots=True)
class Sealed:
    """What the log's endpoints share: one tree, which remembers what it has hashed."""

    centre: Centre
    _tree: Tree | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    async def checkpoint(self, call: Call) -> Response:
        """The newest checkpoint, as C2SP writes them."""
        del call
        return Response(self._note().encoded(), media_type=TEXT)

    async def entries(self, call: Call) -> Response:
        """Entries as they were hashed, one a line."""
        start, stop = call.query.start, call.query.stop
        size = checkpoint_in(self._note().text, "checkpoint").size
        stop = min(stop, start + _MOST_ENTRIES, size)
        found = await run_in_threadpool(self.centre.store.entries, min(start, stop), stop)
        return Response(b"".join(entry + b"\n" for entry in found), media_type=LINES)

    async def proof(self, call: Call) -> Response:
        """That an entry stands in the log, in the form of a C2SP proof."""
        proof = await run_in_threadpool(self._proof, call.query, call.reader)
        return Response(proof.encoded(), media_type=TEXT)

    async def growth(self, call: Call) -> Response:
        """What a witness is asked to sign: the body of a C2SP add-checkpoint."""
        request = await run_in_threadpool(self._request, call.query.old)
        return Response(request.encoded(), media_type=TEXT)

    async def cosign(self, call: Call) -> Response:
        """Takes signatures of witnesses: the answer to a C2SP add-checkpoint."""
        body = await body_of(call.request, _COSIGNATURES)
        lines = body.decode("utf-8", errors="replace").splitlines()
        try:
            signatures = [parsed_signature(line, "body") for line in lines]
            for signature in signatures:
                await run_in_threadpool(self.centre.cosign, call.query.size, signature)
        except InputError as error:
            raise told(error) from None
        return json_answer(Cosigned(taken=len(signatures)))

    async def export(self, call: Call) -> Response:
        """The log in a file, up to its newest checkpoint, as far as the reader may see it."""
        lines = await run_in_threadpool(self._lines, call.query.first, call.reader)
        return StreamingResponse(
            lines,
            media_type=LINES,
            headers={"Content-Disposition": 'attachment; filename="centre.log"'},
        )

    def _note(self) -> Note:
        """The newest checkpoint.

        Raises:
            RefusedError: nothing was sealed so far.
        """
        note = self.centre.journal.checkpoint
        if note is None:
            raise not_found()
        return note

    def _proof(self, which: Which, reader: Reader) -> EntryProof:
        """The proof of an entry that the reader may see.

        Raises:
            RefusedError: there is none.
        """
        note = self._note()
        size = checkpoint_in(note.text, "checkpoint").size
        index = which.index
        if (index is None) != bool(which.batch):
            raise faults.malformed("an entry is named in one way", where="query",
                                   expected="index or batch")  # fmt: skip
        if index is None:
            index = self.centre.store.found([which.batch]).get(which.batch, -1)
        if not 0 <= index < size:
            raise not_found()
        (entry,) = self.centre.store.entries(index, index + 1)
        if not _shows(reader)(index, entry):
            raise not_found()
        with self._lock:
            path = self._leaves().inclusion_proof(index, size)
        return EntryProof(entry, index, path, note)

    def _request(self, old: int) -> Request:
        """What asks a witness for its signature.

        Raises:
            RefusedError: the log was never that long.
        """
        note = self._note()
        size = checkpoint_in(note.text, "checkpoint").size
        if old > size:
            raise not_found()
        with self._lock:
            proof = self._leaves().consistency_proof(old, size)
        return Request(old, proof, note)

    def _lines(self, first: int, reader: Reader) -> Iterator[bytes]:
        """The lines of a log's file in blocks.

        Raises:
            RefusedError: nothing is sealed from there on.
        """
        notes = [parsed_note(seal.note, "store") for seal in self.centre.store.seals(first - 1)]
        if not notes:
            raise not_found()
        shows = _shows(reader)
        lines = bundle.lines(self.centre.store, self.centre.log_keys(), notes, shows, first)
        return (b"".join(block) for block in _blocks(lines))

    def _leaves(self) -> Tree:
        self._tree = self._tree or Tree(self.centre.store)
        return self._tree


def _shows(reader: Reader) -> Callable[[int, bytes], bool]:
    """Whether a reader may see an entry."""
    if reader.may(Right.LOG):
        return bundle.everything
    return lambda index, entry: _is_about(decoded(entry, f"entry {index}"), reader)


def _is_about(entry: AnyEntry, reader: Reader) -> bool:
    """Whether an entry is about the reader's own party, or about the log itself."""
    match entry:
        case ReceivedEntry() | RulesEntry() | PartyEntry():
            return entry.party == reader.party
        case PersonEntry():  # also of people of others who see what this party sees
            return reader.party == entry.party or reader.viewer == entry.viewer
        case ReleasedEntry():
            return entry.viewer == reader.viewer
        case _:
            return isinstance(entry, _OPEN)


def _blocks(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while block := list(itertools.islice(lines, _BLOCK)):
        yield block
