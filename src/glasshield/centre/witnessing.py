"""Who may check the log from outside: its keys, and the signatures of witnesses under it."""

from __future__ import annotations

from functools import partial

from glasshield.centre.config import Config
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.journal import Journal
from glasshield.centre.ledger import Ledger
from glasshield.centre.registered import Parties
from glasshield.centre.store import Store
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import checkpoint_in, log_key, opened, seals
from glasshield.exchange.log.entries import CheckpointEntry
from glasshield.exchange.log.notes import NoteKey, NoteSignature, parsed_key, parsed_note


def witness_keys(config: Config) -> tuple[NoteKey, ...]:
    """The keys of the witnesses that the configuration names.

    Raises:
        InputError: one that is no key.
    """
    return tuple(parsed_key(line, f"{config.name}, witnesses") for line in config.witnesses)


def keys_of(config: Config, signer: Signer, parties: Parties) -> bundle.Keys:
    """Whose keys stand in the head of an exported log.

    Args:
        config: of the centre.
        signer: whose key seals the log.
        parties: with all keys that they ever had.
    """
    lines = {
        party.id: tuple(key.public.line for key in party.keys)
        for party in parties.registry.parties.values()
    }
    return bundle.Keys(log_key(signer, config.name), witness_keys(config), lines)


def put_cosignature(
    keys: bundle.Keys, store: Store, journal: Journal, size: int, signature: NoteSignature
) -> str:
    """The name of the witness whose signature was put under the checkpoint of some size.

    Raises:
        RefusedError: no such checkpoint, no witness of this log, or not its signature.
        StoreError: it could not be kept.
    """
    seal = next((one for one in store.seals(size - 1)[:1] if one.size == size), None)
    witness = next((key for key in keys.witnesses if key.name == signature.name), None)
    if seal is None or witness is None:
        raise _bad("no checkpoint of this size, or no witness of this log")
    note = parsed_note(seal.note, keys.log.name).with_signature(signature)
    try:
        sealed = opened(note, seals(keys.log, (witness,)), keys.log.name)
    except InputError:
        raise _bad("this is not that witness's signature under the checkpoint") from None
    if not sealed.witnesses:
        raise _bad("this is not that witness's signature under the checkpoint")
    journal.cosigned(size, signature)
    return witness.name


def log_cosignature(ledger: Ledger, config: Config, store: Store, what: tuple[int, str]) -> None:
    """Have the log say that a witness signed the checkpoint of some size."""
    size, witness = what
    seal = store.seals(size - 1)[0]
    at = checkpoint_in(parsed_note(seal.note, config.name).text, config.name)
    ledger.write(
        partial(
            CheckpointEntry,
            mode=config.mode,
            size=at.size,
            root=at.root.hex(),
            witnesses=(witness,),
        )
    )


def _bad(what: str) -> RefusedError:
    return RefusedError(Code.BAD_REQUEST, what, where="cosignature")
