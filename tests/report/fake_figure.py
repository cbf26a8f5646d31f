"""Figures as the page of the globe saves them, made up: two colours, and a caption below."""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

SIGNATURE = b"\x89PNG\r\n\x1a\n"
WIDTH, PICTURE, WHOLE = 40, 24, 30
HASH = "ab" * 32
WORDS: dict[str, Any] = {
    "form": "glasshield-figure/1",
    "language": "en",
    "marks": ["analysis"],
    "title": "A shield & its <flights>",
    "setting": "2011 plan, phase 3 · 5.0 km/s",
    "shown": "The Earth with sensors; phase: 3.",
    "link": "#v=1&lang=en&at=60,16,8500&phase=epaa-3",
    "disclaimer": "Borders are no statement.",
    "picture_height_px": PICTURE,
    "document": {
        "title": "A shield",
        "program": "glasshield",
        "version": "0.1.0",
        "input_hash": HASH,
    },
}


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def header(width: int, height: int, colour: int = 6, depth: int = 8, interlace: int = 0) -> bytes:
    sides = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    return chunk(b"IHDR", sides + bytes((depth, colour, 0, 0, interlace)))


def rows(height: int, width: int = WIDTH) -> bytes:
    return b"".join(b"\0" + bytes((200, 20 * (k % 12), 30, 255)) * width for k in range(height))


def text(words: dict[str, Any], keyword: bytes = b"glasshield-figure") -> bytes:
    return chunk(b"iTXt", keyword + b"\0\0\0\0\0" + json.dumps(words).encode())


def png(words: dict[str, Any] | None = WORDS, height: int = WHOLE, more: bytes = b"") -> bytes:
    """A picture; with words it is a figure."""
    said = b"" if words is None else text(words)
    packed = chunk(b"IDAT", zlib.compress(rows(height)))
    return SIGNATURE + header(WIDTH, height) + said + more + packed + chunk(b"IEND", b"")


def svg(words: dict[str, Any] = WORDS, inside: str = "", picture: str | None = None) -> bytes:
    """The same as SVG, in the shape that the page writes; `inside` is what it would not write."""
    address = f"data:image/png;base64,{base64.b64encode(png(None, PICTURE)).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {WHOLE}" width="{WIDTH}" '
        f'height="{WHOLE}" role="img"><title>A shield</title>'
        f"<metadata>{escape(json.dumps(words))}</metadata>"
        f'<rect width="{WIDTH}" height="{WHOLE}" fill="#ffffff"/>'
        f'<image href="{picture or address}" width="{WIDTH}" height="{PICTURE}"/>'
        f'<text x="16" y="30" font-size="13" font-weight="600" font-family="Arial" fill="#000">'
        f"ANALYSIS</text>{inside}</svg>"
    ).encode()


def saved(folder: Path, content: bytes, name: str = "figure.png") -> Path:
    """A file with the content."""
    path = folder / name
    path.write_bytes(content)
    return path
