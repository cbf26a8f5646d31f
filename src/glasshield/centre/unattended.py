"""Keys that a program uses without a person beside it: the passphrase lies in a file."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

from glasshield.errors import InputError
from glasshield.exchange.keys import Signer, new_signer, read_signer, write_private
from glasshield.workspace import write_atomically

_OWNER_ONLY: Final = 0o600
_PASSPHRASE_BYTES: Final = 32
_ROUNDS: Final = 1  # nobody guesses 256 random bits, however fast


def make_key(name: str, folder: Path) -> Signer:
    """A new key in `NAME.key` and `NAME.pub`, and its passphrase in `NAME.passphrase`.

    Raises:
        InputError: a name that is none, or a key stands there.
        OutputError: the folder cannot be written.
    """
    signer = new_signer(name)
    private, public, words = (folder / f"{name}{end}" for end in (".key", ".pub", ".passphrase"))
    for path in (private, public, words):
        if path.exists():
            raise InputError("a key stands there", where=str(path), do="name another folder")
    passphrase = secrets.token_urlsafe(_PASSPHRASE_BYTES)
    write_secret(words, f"{passphrase}\n")
    write_private(private, signer, passphrase, _ROUNDS)
    with write_atomically(public) as aside:
        aside.write_text(f"{signer.public.line}\n", encoding="utf-8")
    return signer


def read_key(name: str, folder: Path) -> Signer:
    """The key that `make_key` wrote.

    Raises:
        InputError: a file is missing, or is no such key.
    """
    words = folder / f"{name}.passphrase"
    try:
        passphrase = words.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not a text"
        raise InputError(
            f"the passphrase cannot be read ({why.lower()})", where=str(words)
        ) from None
    return read_signer(folder / f"{name}.key", passphrase)


def write_secret(path: Path, text: str) -> None:
    """Writes a text that only its owner may read.

    Raises:
        OutputError: the place cannot be written.
    """
    with write_atomically(path) as aside:
        aside.chmod(_OWNER_ONLY)  # while the file is empty
        aside.write_text(text, encoding="utf-8")
