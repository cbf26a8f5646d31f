"""The log of a centre as a file, written where the centre runs; it may be running meanwhile."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from glasshield.centre.config import Config
from glasshield.centre.log.keeping import seal_signer
from glasshield.centre.log.logged import OpenStore, write_bodies
from glasshield.centre.log.witnessing import keys_of
from glasshield.centre.people.registered import read_parties
from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import checkpoint_in
from glasshield.exchange.log.notes import Note, parsed_note
from glasshield.workspace import write_atomically


def export(
    config: Config, out: Path, *, with_bodies: bool, witnessed: bool = False
) -> tuple[int, int | None]:
    """How many entries were written up to the newest checkpoint, and how many bodies beside them.

    Args:
        config: of the centre.
        out: of the file.
        with_bodies: whether what the log stands for by hash is written, too.
        witnessed: to end at the newest checkpoint that a witness signed.

    Raises:
        InputError: the store cannot be read, or nothing was sealed or signed so far.
        OutputError: the place cannot be written.
    """
    if config.store.kind != "sqlite":
        raise InputError(
            "this log lies in a database",
            where=config.store.address,
            do="export it from the running centre: glasshield log export URL",
        )
    with OpenStore(config.store_file) as store:
        notes = [parsed_note(seal.note, str(config.store_file)) for seal in store.seals()]
        if witnessed:
            notes = notes[: _signed(notes)]
        if not notes:
            raise _nothing(str(config.store_file), witnessed=witnessed)
        size = checkpoint_in(notes[-1].text, "checkpoint").size
        keys = keys_of(config, seal_signer(config), read_parties(config.parties_file))
        bundle.write(out, store, keys, notes)
        return size, write_bodies(store, out, size) if with_bodies else None


def cut_at_witnessed(path: Path) -> int:
    """How many entries a file of a log has that was cut behind its last signature of a witness.

    Args:
        path: of the file.

    Raises:
        InputError: no log, or no witness signed anything in it.
        OutputError: it cannot be written again.
    """
    seals = [one for one in bundle.records(path) if isinstance(one, bundle.Seal)]
    count = _signed([one.note for one in seals])
    if not count:
        raise _nothing(str(path), witnessed=True)
    with path.open("rb") as file, write_atomically(path) as aside, aside.open("wb") as kept:
        kept.writelines(itertools.islice(file, seals[count - 1].line))
    return seals[count - 1].checkpoint.size


def _signed(notes: Sequence[Note]) -> int:
    """How many of these checkpoints there are up to the last that others than the log signed."""
    return max(
        (at for at, note in enumerate(notes, start=1) if len(note.signatures) > 1), default=0
    )


def _nothing(where: str, *, witnessed: bool) -> InputError:
    what = "no witness signed this log so far" if witnessed else "nothing was sealed so far"
    return InputError(what, where=where)
