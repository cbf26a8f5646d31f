"""Detections and tracks written in the formats that other tools read."""

from __future__ import annotations

from pathlib import Path

from glasshield.errors import InputError
from glasshield.exchange import czml, oem_writing, parquet, parquet_tracks, table, tdm_writing
from glasshield.fusion.tracks import Tracks
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
    elif path.suffix == ".csv":
        table.write_table(detections, path)
    else:
        raise InputError(
            f"no format has the suffix {path.suffix!r}",
            where=str(path),
            expected=", ".join(SUFFIXES),
        )


def write_tracks(tracks: Tracks, folder: Path, *, originator: str = "GLASSHIELD") -> list[Path]:
    """Write tracks as `tracks.parquet` (all of them), `tracks.oem` and `tracks.czml`.

    Args:
        tracks: at least one.
        folder: where to; made where it is missing.
        originator: the party that they come from.

    Returns:
        The files.

    Raises:
        InputError: no track, or one with a state that is not finite.
        OutputError: a file cannot be written.
    """
    files = [folder / f"tracks.{suffix}" for suffix in ("parquet", "oem", "czml")]
    parquet_tracks.write_tracks(tracks, files[0])
    oem_writing.write_tracks(tracks, files[1], originator=originator)
    czml.write_tracks(tracks, files[2])
    return files
