"""Signs that stand before a word, so that no meaning rests on colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Drawn in a box of 12 by 12 in the colour of the text.
_SHAPES: Final[Mapping[str, str]] = {
    # verdicts: a full, a half and an empty disc
    "yes": '<circle cx="6" cy="6" r="5" fill="{ink}"/>',
    "depends": '<circle cx="6" cy="6" r="4.4" fill="none" stroke="{ink}" stroke-width="1.2"/>'
    '<path d="M6 1.6A4.4 4.4 0 0 1 6 10.4Z" fill="{ink}"/>',
    "no": '<circle cx="6" cy="6" r="4.4" fill="none" stroke="{ink}" stroke-width="1.2"/>',
    # standing of a fact: the better known, the fuller the square; a triangle was computed,
    # a diamond was chosen
    "read": '<rect x="1.5" y="1.5" width="9" height="9" fill="{ink}"/>',
    "second-hand": '<rect x="2" y="2" width="8" height="8" fill="none" stroke="{ink}"/>'
    '<rect x="2" y="2" width="4" height="8" fill="{ink}"/>',
    "general": '<rect x="2" y="2" width="8" height="8" fill="none" stroke="{ink}"/>',
    "computed": '<path d="M6 1.6L10.8 10.2H1.2Z" fill="none" stroke="{ink}" stroke-width="1.1"/>',
    "assumed": '<path d="M6 .9L11.1 6L6 11.1L.9 6Z" fill="none" stroke="{ink}" '
    'stroke-width="1.1"/>',
    "disputed": '<path d="M1 4.2H9.4M7 1.8L9.6 4.2L7 6.6M11 8.4H2.6M5 6L2.4 8.4L5 10.8" '
    'fill="none" stroke="{ink}" stroke-width="1.1"/>',
}

SIGNS: Final = frozenset(_SHAPES)


def shape(sign: str, ink: str) -> str:
    """The SVG shapes of the sign, in a box of 12 by 12."""
    return _SHAPES[sign].format(ink=ink)
