"""Which format a file has, seen from its first bytes and not from its name."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Final

_FIRST: Final = 4096
_MARK: Final = b"\xef\xbb\xbf"


class Format(enum.Enum):
    """A format of detections or tracks; the value is how a reader names it."""

    TDM = "TDM"
    TDM_XML = "TDM (XML)"
    OEM = "OEM"
    OEM_XML = "OEM (XML)"
    PARQUET = "Parquet"
    CSV = "CSV"
    ASTERIX = "ASTERIX"
    EMPTY = "empty"
    UNKNOWN = "unknown"


def recognised(path: Path) -> Format:
    """The format of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        first = file.read(_FIRST)
    return format_of(first)


def format_of(first: bytes) -> Format:
    """The format of a file that begins with these bytes."""
    if not first.strip():
        return Format.EMPTY
    if first.startswith(b"PAR1"):
        return Format.PARQUET
    text = first.removeprefix(_MARK).lstrip()
    for start, found in ((b"CCSDS_TDM_VERS", Format.TDM), (b"CCSDS_OEM_VERS", Format.OEM)):
        if text.startswith(start):
            return found
    if text.startswith(b"<"):
        return _xml(text)
    if _is_asterix(first):
        return Format.ASTERIX
    return Format.CSV if _is_table(text) else Format.UNKNOWN


def _xml(text: bytes) -> Format:
    for start, found in ((b"<tdm", Format.TDM_XML), (b"<oem", Format.OEM_XML)):
        if start in text:
            return found
    return Format.UNKNOWN


def _is_asterix(first: bytes) -> bool:
    """Whether the file begins with a data block: a category, then a length that fits it."""
    if first[0] not in (15, 48, 62) or len(first) < 3:
        return False
    length = int.from_bytes(first[1:3], "big")
    return 3 < length <= 65_535 and (length >= len(first) or first[length : length + 1] != b"")


def _is_table(text: bytes) -> bool:
    """Whether the first line that is no comment names columns that a table of detections has."""
    lines = (line.strip() for line in text.splitlines())
    head = next((line for line in lines if line and not line.startswith(b"#")), b"")
    cells = {cell.strip() for cell in head.split(b",")}
    return b"station" in cells and bool({b"time", b"time_s"} & cells)
