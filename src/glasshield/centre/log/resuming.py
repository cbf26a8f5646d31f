"""How a log is taken up where it ended, without hashing all of it again."""

from __future__ import annotations

from typing import Final

from glasshield.centre.log.store import Seal, Store
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import Checkpoint, signed
from glasshield.exchange.log.entries import decoded, nanoseconds
from glasshield.exchange.log.merkle import Frontier
from glasshield.exchange.log.notes import parsed_note

_READ: Final = 16_384  # leaf hashes taken at once


def taken_up(store: Store, seal: Seal | None, signer: Signer, origin: str) -> Frontier:
    """The frontier of a stored log: that of its last checkpoint, and what came after.

    Args:
        store: which holds the log.
        seal: its last checkpoint; None where there is none.
        signer: whose key seals it.
        origin: the name of the log.

    Raises:
        InputError: the checkpoint is not this log's, or the store has fewer entries than it.
    """
    frontier = Frontier()
    if seal is not None:
        frontier = Frontier(seal.size, seal.peaks)
        note = parsed_note(seal.note, origin)
        ours = signed(Checkpoint(origin, seal.size, frontier.root()), signer)
        if note.text != ours.text or ours.signatures[0] not in note.signatures:
            raise InputError(
                "the store holds the log of another name or key",
                where=origin,
                got=note.text.split("\n")[0],
                do="give the origin and the key with which it was begun",
            )
        if store.size < seal.size:
            raise InputError(
                "the store was cut",
                where=origin,
                got=f"{store.size} entries",
                expected=f"at least {seal.size}",
                do="put it back from a copy",
            )
    for start in range(frontier.size, store.size, _READ):
        frontier.extend(store.leaf_hashes(start, min(start + _READ, store.size)))
    return frontier


def latest_ns(store: Store) -> int:
    """The time of the last entry, behind which all others have to be; 0 in an empty log."""
    last = store.entries(store.size - 1, store.size)
    return nanoseconds(decoded(last[0], f"entry {store.size - 1}").at) if last else 0
