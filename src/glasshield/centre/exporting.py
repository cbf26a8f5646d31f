"""The log of a centre as a file, written where the centre runs; it may be running meanwhile."""

from __future__ import annotations

from pathlib import Path

from glasshield.centre.config import Config
from glasshield.centre.keeping import seal_signer
from glasshield.centre.logged import OpenStore, write_bodies
from glasshield.centre.registered import read_parties
from glasshield.centre.witnessing import keys_of
from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import checkpoint_in
from glasshield.exchange.log.notes import parsed_note


def export(config: Config, out: Path, *, with_bodies: bool) -> tuple[int, int | None]:
    """How many entries were written up to the newest checkpoint, and how many bodies beside them.

    Args:
        config: of the centre.
        out: of the file.
        with_bodies: whether what the log stands for by hash is written, too.

    Raises:
        InputError: the store cannot be read, or nothing was sealed so far.
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
        if not notes:
            raise InputError("nothing was sealed so far", where=str(config.store_file))
        size = checkpoint_in(notes[-1].text, "checkpoint").size
        keys = keys_of(config, seal_signer(config), read_parties(config.parties_file))
        bundle.write(out, store, keys, notes)
        return size, write_bodies(store, out, size) if with_bodies else None
