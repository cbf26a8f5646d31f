"""A small sealed log for tests: made-up entries, a store in memory, checkpoints, and its file."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from glasshield.exchange.canonical import canonical
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import (
    Checkpoint,
    Seals,
    cosigned,
    log_key,
    seals,
    signed,
    witness_key,
)
from glasshield.exchange.log.entries import (
    AnyEntry,
    PaddingEntry,
    ReceivedEntry,
    encoded,
    timestamp,
)
from glasshield.exchange.log.merkle import Tree, leaf_hash
from glasshield.exchange.log.notes import Note
from tests.exchange.stated import POLAND, RUSSIA, UNITED_STATES, signer

CENTRE = signer("centre", 9)
ORIGIN = "centre.example/log"
LOG = log_key(CENTRE, ORIGIN)
PARTIES = (RUSSIA, UNITED_STATES, POLAND)
WITNESSES = tuple(witness_key(party) for party in PARTIES)
AT_S = 1_700_000_000
SIZES = (5, 11, 20)
SEALS: Seals = seals(LOG, WITNESSES)


@dataclass
class Store:
    """A log in memory."""

    written: list[bytes] = field(default_factory=list)

    def entries(self, start: int, stop: int) -> Sequence[bytes]:
        return self.written[start:stop]

    def leaf_hashes(self, start: int, stop: int) -> Sequence[bytes]:
        return [leaf_hash(entry) for entry in self.written[start:stop]]


def entry(index: int, seed: int = 0) -> AnyEntry:
    """An entry, the same for the same numbers: every third is a batch of a party."""
    salt = hashlib.sha256(f"{index} {seed}".encode()).hexdigest()[:32]
    at = timestamp((AT_S + index) * 10**9)
    if index % 3:
        return PaddingEntry(index=index, at=at, mode="exercise", salt=salt)
    party = PARTIES[index // 3 % 3]
    digest = hashlib.sha256(f"batch {index} {seed}".encode()).hexdigest()
    header = canonical(
        {
            "party": party.public.party,
            "key": party.public.fingerprint,
            "mode": "exercise",
            "sequence": index,
            "body_sha256": digest,
        }
    )
    return ReceivedEntry(
        index=index,
        at=at,
        mode="exercise",
        salt=salt,
        party=party.public.party,
        key=party.public.fingerprint,
        batch_sha256=digest,
        header=base64.b64encode(header).decode(),
        signature=base64.b64encode(party.sign(header)).decode(),
        count=index,
        arrived=at,
    )


def store(count: int, seed: int = 0) -> Store:
    """A log of so many entries."""
    return Store([encoded(entry(index, seed)) for index in range(count)])


def sealed(source: Store, sizes: Sequence[int]) -> list[Note]:
    """Checkpoints of a log at some sizes, signed by it and by all witnesses."""
    tree = Tree(source)
    notes = []
    for size in sizes:
        note = signed(Checkpoint(ORIGIN, size, tree.root(size)), CENTRE)
        for party in PARTIES:
            note = note.with_signature(cosigned(note, party, AT_S + size))
        notes.append(note)
    return notes


def keys() -> bundle.Keys:
    """Whose keys stand in the head of the file."""
    lines = {party.public.party: (party.public.line,) for party in PARTIES}
    return bundle.Keys(LOG, WITNESSES, lines)


def lines(
    source: Store,
    sizes: Sequence[int],
    shows: Callable[[int, bytes], bool] = bundle.everything,
    first: int = 0,
) -> list[bytes]:
    """The lines of a log's file."""
    return list(bundle.lines(source, keys(), sealed(source, sizes), shows, first))


def written(path: Path, made: Sequence[bytes]) -> Path:
    """The path of a file of such lines."""
    path.write_bytes(b"".join(made))
    return path
