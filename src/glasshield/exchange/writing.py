"""Detections written in the format that a file's name asks for."""

from __future__ import annotations

from pathlib import Path

from glasshield.errors import InputError
from glasshield.exchange import parquet, tdm_writing
from glasshield.sensing.detections import Detections

SUFFIXES = (".tdm", ".xml", ".parquet", ".csv")


def write_detections(detections: Detections, path: Path, *, originator: str = "GLASSHIELD") -> None:
    """Write detections; the mark of simulated data goes with them.

    Parquet holds all that is known of them, the other formats what they have a place for.

    Args:
        detections: at least one for a Tracking Data Message.
        path: `.tdm` for keyword notation, `.xml`, `.parquet` or `.csv`.
        originator: the party that a message comes from.

    Raises:
        InputError: another suffix, or something that the format cannot hold.
        OutputError: the file cannot be written.
    """
    if path.suffix == ".parquet":
        parquet.write_detections(detections, path)
    elif path.suffix in (".tdm", ".xml"):
        tdm_writing.write_tdm(detections, path, originator=originator)
    else:
        raise InputError(
            f"no format has the suffix {path.suffix!r}",
            where=str(path),
            expected=", ".join(SUFFIXES),
        )
