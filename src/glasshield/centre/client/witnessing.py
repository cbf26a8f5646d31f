"""A party as a witness: it signs a checkpoint only if the log grew out of what it signed before."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from glasshield.centre.client.reading import Reader
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import (
    Checkpoint,
    Seals,
    checked_growth,
    cosigned,
    opened,
    parsed_request,
    witness_key,
)
from glasshield.exchange.log.notes import NoteKey, parsed_note
from glasshield.workspace import write_atomically

PATH = "/v1/log/cosign"


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness of one log.

    Attributes:
        signer: whose key signs.
        log: the key of the log, as the witness was given it.
        held: the file of the last checkpoint that it signed.
    """

    signer: Signer
    log: NoteKey
    held: Path

    @property
    def key(self) -> NoteKey:
        """The key by which others check its signatures."""
        return witness_key(self.signer)

    def sign(self, reader: Reader) -> Checkpoint:
        """The checkpoint that was signed, and that the centre has now with the signature.

        What was signed is kept before the centre gets it: nothing else of that size is ever signed.

        Args:
            reader: the witness at the centre.

        Raises:
            InputError: the log was cut or rewritten, or is another's.
            OutputError: the file cannot be written.
        """
        seen = self.seen()
        size = 0 if seen is None else seen.size
        request = parsed_request(reader.get(PATH, old=size), "centre")
        found = checked_growth(seen, request, self.log, "centre")
        signature = cosigned(request.note, self.signer, int(time.time()))
        with write_atomically(self.held) as aside:
            aside.write_bytes(request.note.with_signature(signature).encoded())
        reader.put_text(PATH, f"{signature.line}\n", size=found.size)
        return found

    def seen(self) -> Checkpoint | None:
        """The last checkpoint that this witness signed; None for none.

        Raises:
            InputError: the file holds another log's.
        """
        try:
            data = self.held.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise InputError(
                f"the last checkpoint cannot be read ({why})", where=str(self.held)
            ) from None
        where = str(self.held)
        return opened(parsed_note(data, where), Seals(self.log), where).checkpoint
