"""Files from a centre: as they come, and whole or not at all."""

from __future__ import annotations

from pathlib import Path

from glasshield.centre.client.reading import Reader
from glasshield.workspace import write_atomically


def fetched(reader: Reader, path: str, out: Path) -> None:
    """Writes what lies behind a path of a centre into a file.

    Args:
        reader: who asks.
        path: such as `/v1/log/export`.
        out: of the file.

    Raises:
        InputError: the centre refuses it, does not answer, or breaks off.
        OutputError: the place cannot be written.
    """
    with write_atomically(out) as aside, aside.open("wb") as file:
        for piece in reader.pieces(path):
            file.write(piece)
