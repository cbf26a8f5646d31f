"""A party as a witness: it signs a checkpoint only if the log grew out of what it signed before."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from glasshield.centre.client.links import RefusalError
from glasshield.centre.client.reading import Reader
from glasshield.centre.errors import Code
from glasshield.errors import InputError
from glasshield.exchange.keys import Signer
from glasshield.exchange.log.checkpoints import (
    Checkpoint,
    Request,
    Seals,
    checked_growth,
    cosigned,
    opened,
    parsed_request,
    witness_key,
)
from glasshield.exchange.log.notes import Note, NoteKey, parsed_note
from glasshield.workspace import write_atomically

PATH = "/v1/log/cosign"
CHECKPOINT = "/v1/log/checkpoint"


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
        A checkpoint that is not signed, though it is the log's own, is kept beside the last one.

        Args:
            reader: the witness at the centre.

        Raises:
            InputError: the log was cut or rewritten, or is another's.
            OutputError: the file cannot be written.
        """
        seen = self.seen()
        size = 0 if seen is None else seen.size
        request = self._asked(reader, size)
        try:
            found = checked_growth(seen, request, self.log, "centre")
        except InputError as error:
            raise self._alarm(request.note, error) from None
        signature = cosigned(request.note, self.signer, int(time.time()))
        with write_atomically(self.held) as aside:
            aside.write_bytes(request.note.with_signature(signature).encoded())
        reader.put_text(PATH, f"{signature.line}\n", size=found.size)
        return found

    @property
    def rival(self) -> Path:
        """The file of the last checkpoint that it did not sign."""
        return self.held.with_name(f"{self.held.name}.rival")

    def _asked(self, reader: Reader, size: int) -> Request:
        """What the centre asks it to sign.

        Raises:
            InputError: the centre refuses, or its log is shorter than it was.
        """
        try:
            return parsed_request(reader.get(PATH, old=size), "centre")
        except RefusalError as error:
            if not size or error.code is not Code.NOT_FOUND:
                raise
        note = parsed_note(reader.get(CHECKPOINT), "centre")
        now = opened(note, Seals(self.log), "centre").checkpoint
        cut = InputError(
            "the log was cut, or an older copy was put in its place",
            where="centre",
            got=f"{now.size} entries",
            expected=f"at least the {size} that were signed",
        )
        raise self._alarm(note, cut)

    def _alarm(self, note: Note, error: InputError) -> InputError:
        """An error about a log, whose checkpoint is kept as evidence.

        Raises:
            InputError: it is not the log's own.
            OutputError: it cannot be kept.
        """
        opened(note, Seals(self.log), "centre")
        with write_atomically(self.rival) as aside:
            aside.write_bytes(note.encoded())
        return InputError(
            error.what,
            where=error.where,
            got=error.got,
            expected=error.expected,
            do=f"keep {self.held} and {self.rival}, and tell the other witnesses: "
            "together they may prove that it was rewritten",
        )

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
