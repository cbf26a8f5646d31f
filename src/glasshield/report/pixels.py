"""Pictures as PNG, taken apart and packed anew, so that nothing of a file is left but its pixels.

Source: W3C, Portable Network Graphics (PNG) Specification, third edition, 2025.
"""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from glasshield.errors import InputError

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_LARGEST_SIDE_PX: Final = 8192
_MOST_PIXELS: Final = 32_000_000
_DEPTH_BITS: Final = 8
# Bytes of a pixel by the type of its colour: as browsers write pictures, without a palette.
_CHANNELS: Final = {2: 3, 6: 4}
_LAST_FILTER: Final = 4
_LONGEST_TEXT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture.

    Attributes:
        width: in pixels.
        height: in pixels.
        colour: the type of its colours, as PNG numbers them.
        rows: each with the byte of its filter first, as PNG has them before they are packed.
    """

    width: int
    height: int
    colour: int
    rows: bytes

    def top(self, height: int) -> Pixels:
        """The upper part of the picture; filters of rows look upward alone."""
        return Pixels(self.width, height, self.colour, self.rows[: height * self._stride])

    def png(self) -> bytes:
        """The picture as a file that holds nothing else."""
        head = (
            self.width.to_bytes(4, "big")
            + self.height.to_bytes(4, "big")
            + bytes((_DEPTH_BITS, self.colour, 0, 0, 0))
        )
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(self.rows)), (b"IEND", b""))
        return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)

    def address(self) -> str:
        """The picture as an address that holds it."""
        return f"data:image/png;base64,{base64.b64encode(self.png()).decode('ascii')}"

    @property
    def _stride(self) -> int:
        return 1 + self.width * _CHANNELS[self.colour]


def read_png(content: bytes, where: str) -> tuple[Pixels, dict[str, bytes]]:
    """The picture of a PNG, and its international texts by their keywords.

    Args:
        content: of the file.
        where: what it is called in messages.

    Raises:
        InputError: the file is damaged, or not as browsers write them.
    """
    head, packed, texts = b"", [], {}
    for kind, data in _chunks(content, where):
        if kind == b"IHDR":
            head = data
        elif kind == b"IDAT":
            packed.append(data)
        elif kind == b"iTXt":
            keyword, text = _text(data)
            texts[keyword] = text
    width, height, colour = _header(head, where)
    empty = Pixels(width, height, colour, b"")
    return Pixels(width, height, colour, _rows(packed, empty._stride, height, where)), texts


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _chunks(content: bytes, where: str) -> Iterator[tuple[bytes, bytes]]:
    """The parts of the file, each of which is whole."""
    place, kind = len(SIGNATURE), b""
    if not content.startswith(SIGNATURE):
        raise InputError("holds no PNG", where=where)
    while kind != b"IEND":
        end = place + 8 + int.from_bytes(content[place : place + 4], "big")
        kind, data = content[place + 4 : place + 8], content[place + 8 : end]
        if content[end : end + 4] != zlib.crc32(kind + data).to_bytes(4, "big"):
            raise InputError("the picture is damaged", where=where)
        yield kind, data
        place = end + 4


def _text(data: bytes) -> tuple[str, bytes]:
    """Keyword and text of a chunk iTXt; packed ones are left alone."""
    keyword, _, rest = data.partition(b"\0")
    is_packed, rest = rest[:1] != b"\0", rest[2:]
    text = b"" if is_packed else rest.partition(b"\0")[2].partition(b"\0")[2]
    return keyword.decode("latin-1"), text[:_LONGEST_TEXT]


def _header(head: bytes, where: str) -> tuple[int, int, int]:
    """Width, height and colour."""
    width, height = (int.from_bytes(head[at : at + 4], "big") for at in (0, 4))
    depth, colour, *rest = head[8:] if len(head) == 13 else (0, 0, 1)
    if depth != _DEPTH_BITS or colour not in _CHANNELS or any(rest):
        raise InputError("the picture is not as browsers write them", where=where)
    if not (0 < width <= _LARGEST_SIDE_PX and 0 < height <= _LARGEST_SIDE_PX):
        most = f"at most {_LARGEST_SIDE_PX:,} a side"
        raise InputError(
            "has too many pixels", where=where, got=f"{width} x {height}", expected=most
        )
    if width * height > _MOST_PIXELS:
        most = f"at most {_MOST_PIXELS:,}"
        raise InputError("has too many pixels", where=where, got=width * height, expected=most)
    return width, height, colour


def _rows(packed: list[bytes], stride: int, height: int, where: str) -> bytes:
    """The rows unpacked: as many as there should be, and none more."""
    unpacker = zlib.decompressobj()
    try:
        rows = unpacker.decompress(b"".join(packed), stride * height + 1)
    except zlib.error:
        raise InputError("the picture is damaged", where=where) from None
    is_whole = len(rows) == stride * height and unpacker.eof
    if not is_whole or max(rows[::stride]) > _LAST_FILTER:
        raise InputError("the picture is damaged", where=where)
    return rows
