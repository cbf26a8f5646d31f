"""Who may check the log from outside: its keys, and the signatures of witnesses under it."""

from __future__ import annotations

from functools import partial

from glasshield.centre.config import Config
from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.journal import Journal
from glasshield.centre.log.ledger import Ledger
from glasshield.centre.log.store import Store
from glasshield.centre.people.registered import Parties
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log import bundle
from glasshield.exchange.log.checkpoints import Seals, checkpoint_in, log_key, opened, seals
from glasshield.exchange.log.entries import CheckpointEntry
from glasshield.exchange.log.notes import (
    NoteKey,
    NoteSignature,
    Role,
    note_key,
    parsed_key,
    parsed_note,
)
from glasshield.exchange.parties import Standing


def witness_keys(config: Config, parties: Parties, at: Instant | None = None) -> list[NoteKey]:
    """The keys of the witnesses: those that the configuration names, and parties that are some.

    Args:
        config: of the centre.
        parties: some of which are witnesses.
        at: of parties only the keys that speak for them then; left out, all that ever did.

    Raises:
        InputError: one that is no key.
    """
    named = [parsed_key(line, f"{config.name}, witnesses") for line in config.witnesses]
    own = [
        note_key(party, Role.WITNESS, key.public.raw, party)
        for party in sorted(parties.witnesses)
        for key in parties.registry.party(party).keys
        if at is None or key.standing(at) is Standing.GOOD
    ]
    return list({key.raw: key for key in (*named, *own)}.values())


def keys_of(config: Config, signer: Signer, parties: Parties) -> bundle.Keys:
    """Whose keys stand in the head of an exported log: all that anybody ever had.

    Args:
        config: of the centre.
        signer: whose key seals the log.
        parties: with their keys.
    """
    lines = {
        party.id: tuple(key.public.line for key in party.keys)
        for party in parties.registry.parties.values()
    }
    witnesses = tuple(witness_keys(config, parties))
    return bundle.Keys(log_key(signer, config.name), witnesses, lines)


def put_cosignature(
    journal: Journal, store: Store, keys: Seals, what: tuple[int, NoteSignature]
) -> str | None:
    """The name of the witness whose signature was put under the checkpoint of some size.

    None where that witness has signed it before: once is enough, and the store is left alone.

    Args:
        journal: of the log.
        store: that keeps it.
        keys: of the log, and of the witnesses that may sign now.
        what: the size, and the signature.

    Raises:
        RefusedError: no such checkpoint, no witness of this log, or not its signature.
        StoreError: it could not be kept.
    """
    size, signature = what
    signed_by = (signature.name, signature.key_id)
    seal = next((one for one in store.seals(size - 1)[:1] if one.size == size), None)
    witness = next((key for key in keys.witnesses if (key.name, key.id) == signed_by), None)
    if seal is None or witness is None:
        raise _bad("no checkpoint of this size, or no witness of this log")
    before = parsed_note(seal.note, keys.log.name)
    try:
        opened(before.with_signature(signature), seals(keys.log, (witness,)), keys.log.name)
    except InputError:
        raise _bad("this is not that witness's signature under the checkpoint") from None
    if before.signature_of(witness, keys.log.name) is not None:
        return None
    journal.cosigned(size, signature)
    return witness.name


def log_cosignature(
    ledger: Ledger, config: Config, store: Store, what: tuple[int, str | None]
) -> None:
    """Have the log say that a witness signed the checkpoint of some size, if it is news."""
    size, witness = what
    if witness is None:
        return
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
