"""The log of a centre as a file, written where the centre runs; it may be running meanwhile."""

from __future__ import annotations

from pathlib import Path

from glasshield.centre.config import Config
from glasshield.centre.keeping import seal_signer
from glasshield.centre.logged import OpenStore, write_bodies
from glasshield.centre.registered import Parties, read_parties
from glasshield.errors import InputError
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import checkpoint_in, log_key
from glasshield.exchange.log.notes import parsed_key, parsed_note


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
        bundle.write(out, store, _keys(config), notes)
        return size, write_bodies(store, out, size) if with_bodies else None


def _keys(config: Config) -> bundle.Keys:
    """The keys for the head of the file."""
    return bundle.Keys(
        log=log_key(seal_signer(config), config.name),
        witnesses=tuple(parsed_key(line, "witnesses") for line in config.witnesses),
        parties=party_lines(read_parties(config.parties_file)),
    )


def party_lines(parties: Parties) -> dict[str, tuple[str, ...]]:
    """The lines of the public keys of each party, those that are revoked included."""
    return {
        id: tuple(key.public.line for key in party.keys)
        for id, party in parties.registry.parties.items()
        if party.keys
    }
