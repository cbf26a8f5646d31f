"""Who comes into which room: a token for each, in a file that only its owner may read.

Only the digests of tokens are kept in memory. The files stay in the folder of the exercise, so that
whoever was in comes in again after a start anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from glasshield.centre.errors import not_known
from glasshield.centre.people.registered import new_token, token_digest
from glasshield.centre.unattended import write_secret
from glasshield.errors import InputError

CONTROLLER: Final = "controller"
TOKENS: Final = "tokens"


@dataclass(frozen=True, slots=True)
class Doors:
    """The rooms of an exercise, and what lets into each.

    Attributes:
        files: with the token of each room.
        rooms: by the digests of their tokens.
    """

    files: Mapping[str, Path]
    rooms: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, cells: Iterable[str]) -> Doors:
        """The doors of these cells' rooms and of the controller's; tokens are made where none are.

        Raises:
            InputError: a token that stands there cannot be read.
            OutputError: the folder cannot be written.
        """
        files = {
            room: folder / TOKENS / f"{room}.token" for room in dict.fromkeys([*cells, CONTROLLER])
        }
        return cls(files, {token_digest(_token(path)): room for room, path in files.items()})

    def room(self, token: str) -> str:
        """The room that a token lets into.

        Raises:
            RefusedError: it lets into none.
        """
        found = self.rooms.get(token_digest(token)) if token.isascii() else None
        if found is None:
            raise not_known()
        return found


def _token(path: Path) -> str:
    """The token in a file, which is made where there is none.

    Raises:
        InputError: the file cannot be read.
        OutputError: it cannot be written.
    """
    if path.exists():
        try:
            found = path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or "not a token"
            raise InputError(f"the token cannot be read ({why.lower()})", where=str(path)) from None
        if found:
            return found
    made = new_token()
    write_secret(path, f"{made}\n")
    return made
