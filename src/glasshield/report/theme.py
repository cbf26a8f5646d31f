"""The look: colours for light, dark and paper, and how each kind of shape is drawn.

Charts and maps name only classes. On a page the classes follow the reader's light or dark
setting; in a printed document they are the light palette. The hues keep apart under the common
forms of colour blindness (after Okabe and Ito, 2008), and no meaning rests on colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SANS: Final = "IBM Plex Sans"
SERIF: Final = "IBM Plex Serif"

LIGHT: Final[Mapping[str, str]] = {
    "paper": "#ffffff",
    "panel": "#f5f4f0",
    "ink": "#16202a",
    "soft": "#4d5863",
    "rule": "#d8d5cc",
    "hair": "#e8e6df",
    "sea": "#e9eef1",
    "land": "#fbfaf7",
    "coast": "#97a1a8",
    "border": "#b4babd",
    "special": "fill:none;stroke:{border};stroke-width:.7;stroke-dasharray:.6 1.4;"
    "stroke-linecap:round",
    "grid": "#d5dde2",
    "sees": "#1f5fa8",
    "sees-wash": "#1f5fa8",
    "defends": "#0b7568",
    "defends-wash": "#7fc0b4",
    "reaches": "#b23c17",
    "depends": "#8a6100",
    "depends-wash": "#f0d58c",
    "unseen": "#8b939a",
    "threatened": "#d9cfc3",
    "halo": "#ffffff",
}
DARK: Final[Mapping[str, str]] = {
    "paper": "#11171d",
    "panel": "#1a222a",
    "ink": "#e9ecee",
    "soft": "#a9b3bc",
    "rule": "#36414b",
    "hair": "#28323b",
    "sea": "#18222b",
    "land": "#28313a",
    "coast": "#5b6873",
    "border": "#46515b",
    "special": "fill:none;stroke:{border};stroke-width:.7;stroke-dasharray:.6 1.4;"
    "stroke-linecap:round",
    "grid": "#24303a",
    "sees": "#7db4f0",
    "sees-wash": "#5c9be0",
    "defends": "#52c3b0",
    "defends-wash": "#2f7d72",
    "reaches": "#f08a62",
    "depends": "#e2b64a",
    "depends-wash": "#7a611f",
    "unseen": "#7d8892",
    "threatened": "#4a4640",
    "halo": "#11171d",
}

# What a class draws; words in braces are colours of the palette.
_SHAPES: Final[Mapping[str, str]] = {
    "sea": "fill:{sea}",
    "land": "fill:{land};fill-rule:evenodd",
    "coast": "fill:none;stroke:{coast};stroke-width:.6;stroke-linejoin:round",
    "border": "fill:none;stroke:{border};stroke-width:.5",
    "contested": "fill:none;stroke:{border};stroke-width:.6;stroke-dasharray:2 1.6",
    "special": "fill:none;stroke:{border};stroke-width:.7;stroke-dasharray:.6 1.4;"
    "stroke-linecap:round",
    "grid": "fill:none;stroke:{grid};stroke-width:.5",
    "frame": "fill:none;stroke:{coast};stroke-width:.8",
    "fan": "fill:{sees-wash};fill-opacity:.09;stroke:{sees};stroke-width:.7;stroke-opacity:.75",
    "seen": "fill:none;stroke:{sees};stroke-width:1.4;stroke-linecap:round",
    "band": "fill:{sees-wash};fill-opacity:.2",
    "unseen": "fill:none;stroke:{unseen};stroke-width:1;stroke-dasharray:2.5 2",
    "cell-yes": "fill:{defends};fill-opacity:.72;fill-rule:evenodd",
    "cell-depends": "fill:url(#hatch);fill-rule:evenodd",
    "hatch-ground": "fill:{defends-wash};fill-opacity:.35",
    "hatch-line": "stroke:{defends};stroke-width:1.1",
    "cell-no": "fill:{threatened};fill-opacity:.85;fill-rule:evenodd",
    "flight-yes": "fill:none;stroke:{reaches};stroke-width:1.6;stroke-linecap:round",
    "flight-depends": "fill:none;stroke:{depends};stroke-width:1.1;stroke-dasharray:5 3",
    "flight-no": "fill:none;stroke:{unseen};stroke-width:.8;stroke-dasharray:1.5 2.5",
    "flight-holds": "fill:none;stroke:{defends};stroke-width:1.4;stroke-linecap:round",
    "flight-disputed": "fill:none;stroke:{reaches};stroke-width:1.8;stroke-dasharray:9 3",
    "flight-disputed-2": "fill:none;stroke:{depends};stroke-width:1.5;stroke-dasharray:5 3",
    "flight-disputed-3": "fill:none;stroke:{sees};stroke-width:1.2;stroke-dasharray:2.5 2.5",
    "flight-disputed-4": "fill:none;stroke:{defends};stroke-width:1.1;stroke-dasharray:7 2 1 2",
    "flight-disputed-5": "fill:none;stroke:{soft};stroke-width:1;stroke-dasharray:1 2.5",
    "circle": "fill:none;stroke:{soft};stroke-width:.8;stroke-dasharray:4 2.5",
    "site": "fill:{ink};stroke:{halo};stroke-width:1",
    "radar": "fill:{sees};stroke:{halo};stroke-width:1",
    "launch": "fill:{reaches};stroke:{halo};stroke-width:1",
    "target": "fill:{halo};stroke:{ink};stroke-width:1.1",
    "halo": "fill:none;stroke:{halo};stroke-width:2.6;stroke-linejoin:round",
    "axis": "fill:none;stroke:{coast};stroke-width:1",
    "rule": "fill:none;stroke:{hair};stroke-width:1",
    "curve": "fill:none;stroke:{ink};stroke-width:1.8;stroke-linejoin:round",
    "under-curve": "fill:{panel}",
    "bar-sees": "fill:{sees}",
    "bar-defends": "fill:{defends}",
    "bar-reaches": "fill:{reaches}",
    "bar-soft": "fill:{unseen}",
    "wash-defends": "fill:{defends-wash};fill-opacity:.55",
    "wash-holds": "fill:{defends-wash};fill-opacity:.16",
    "wash-band": "fill:{soft};fill-opacity:.14",
    "wash-depends": "fill:{depends-wash};fill-opacity:.6",
    "wash-reaches": "fill:{reaches};fill-opacity:.13",
    "line-declared": "fill:none;stroke:{ink};stroke-width:1.6",
    "line-rival": "fill:none;stroke:{reaches};stroke-width:1.6;stroke-dasharray:5 3",
    "line-third": "fill:none;stroke:{sees};stroke-width:1.6;stroke-dasharray:2 2",
    "line-fourth": "fill:none;stroke:{depends};stroke-width:1.6;stroke-dasharray:9 2 2 2",
    "line-margin": "fill:none;stroke:{soft};stroke-width:2.4;stroke-linecap:round;"
    "stroke-opacity:.55",
    "line-event": "fill:none;stroke:{soft};stroke-width:.8;stroke-dasharray:2 2",
    "dot-yes": "fill:{reaches};stroke:{reaches};stroke-width:1.4",
    "dot-depends": "fill:{depends-wash};stroke:{depends};stroke-width:1.6",
    "dot-half": "fill:{depends}",
    "dot-holds": "fill:{defends};stroke:{defends};stroke-width:1.4",
    "dot-no": "fill:{paper};stroke:{soft};stroke-width:1.4",
    "dot": "fill:{ink};stroke:{paper};stroke-width:1.2",
    "track": "fill:{hair}",
    "ellipse-impact": "fill:{reaches};fill-opacity:.18;stroke:{reaches};stroke-width:1.2",
    "ellipse-launch": "fill:{depends-wash};fill-opacity:.5;stroke:{depends};stroke-width:1.2",
    "learned-1": "fill:{sees};fill-opacity:.85",
    "learned-2": "fill:{sees};fill-opacity:.62",
    "learned-3": "fill:{sees};fill-opacity:.43",
    "learned-4": "fill:{sees};fill-opacity:.27",
    "learned-5": "fill:{sees};fill-opacity:.14",
    "learned-nothing": "fill:{unseen};fill-opacity:.22",
    "learned-edge": "fill:none;stroke:{ink};stroke-width:1;stroke-dasharray:1.5 2;"
    "stroke-linecap:round",
    "hazard": "fill:{reaches};fill-opacity:.12;stroke:{reaches};stroke-width:1;"
    "stroke-dasharray:6 2.5",
    "impact-area": "fill:{depends-wash};fill-opacity:.45;stroke:{depends};stroke-width:1",
    "text": "fill:{ink}",
    "text-soft": "fill:{soft}",
    "text-sees": "fill:{sees}",
    "text-defends": "fill:{defends}",
    "text-reaches": "fill:{reaches}",
    "text-halo": "fill:{halo};stroke:{halo};stroke-width:3;stroke-linejoin:round",
}


def shape_styles(palette: Mapping[str, str]) -> str:
    """The style sheet of all shape classes, with the palette's colours."""
    rules = [f".{name}{{{style.format_map(palette)}}}" for name, style in _SHAPES.items()]
    fallback = f"'{SANS}','Segoe UI','Helvetica Neue',Arial,sans-serif"
    rules.append(f".svg-text{{font-family:{fallback}}}")
    # The typesetter of the printed report knows each weight as a family of its own.
    rules.append(f".svg-text[font-weight=\"600\"]{{font-family:'{SANS} SmBld',{fallback}}}")
    return "\n".join(rules)


def shape_classes() -> frozenset[str]:
    """The names of the classes that charts and maps may use."""
    return frozenset(_SHAPES)


def variables(palette: Mapping[str, str]) -> str:
    """The palette as CSS custom properties."""
    return ";".join(f"--{name}:{colour}" for name, colour in palette.items())


def references() -> dict[str, str]:
    """A palette whose colours are references to the custom properties."""
    return {name: f"var(--{name})" for name in LIGHT}
