"""Writes the report's colours, shapes and signs for the browser: web/src/core/palette.generated.ts.

    python -m tools.web_palette

A test says when the file no longer holds what this writes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from glasshield.report import signs, theme

FILE: Final = Path(__file__).parents[1] / "web" / "src" / "core" / "palette.generated.ts"
_HEAD: Final = (
    "/** Made by tools/web_palette.py from the report's theme and signs: do not edit. */\n"
)

# A colour that stands for itself, to find the colours' names in a style again.
_NAMES: Final[Mapping[str, str]] = {name: f"<{name}>" for name in theme.LIGHT}
_RULE: Final = re.compile(r"^\.([\w-]+)\{(.*)\}$")
_ELEMENT: Final = re.compile(r"<(\w+)((?: [\w-]+=\"[^\"]*\")+)/>")
_ATTRIBUTE: Final = re.compile(r" ([\w-]+)=\"([^\"]*)\"")
_NUMBERS: Final = {"fill-opacity": "fillOpacity", "stroke-opacity": "strokeOpacity",
                   "stroke-width": "width"}  # fmt: skip
_WORDS: Final = {"stroke-linecap": "cap", "stroke-linejoin": "join", "fill-rule": "rule"}


def source() -> str:
    """The whole file."""
    parts = (
        _constant("LIGHT", _colours(theme.LIGHT)),
        _constant("DARK", _colours(theme.DARK)),
        _constant("STYLES", styles()),
        _constant("SIGNS", {name: _elements(name) for name in sorted(signs.SIGNS)}),
    )
    return _HEAD + "\n" + "\n".join(parts)


def styles() -> dict[str, dict[str, Any]]:
    """How each class of shape is drawn, its colours by their names."""
    found = {}
    for line in theme.shape_styles(_NAMES).splitlines():
        rule = _RULE.match(line)
        if rule and rule[1] in theme.shape_classes():
            found[rule[1]] = _style(rule[2])
    return found


def _style(text: str) -> dict[str, Any]:
    style: dict[str, Any] = {}
    for declaration in text.split(";"):
        name, value = declaration.split(":", 1)
        if name in ("fill", "stroke"):
            style[name] = _paint(value)
        elif name in _NUMBERS:
            style[_NUMBERS[name]] = float(value)
        elif name in _WORDS:
            style[_WORDS[name]] = value
        elif name == "stroke-dasharray":
            style["dash"] = [float(part) for part in value.split()]
        else:
            raise ValueError(f"the browser does not know the style {name!r}")
    return style


def _paint(value: str) -> str | None:
    """A colour's name, the hatching, or nothing."""
    if value == "none":
        return None
    return "hatch" if value == "url(#hatch)" else value.strip("<>")


def _colours(palette: Mapping[str, str]) -> dict[str, str]:
    return {name: colour for name, colour in palette.items() if colour.startswith("#")}


def _elements(sign: str) -> list[dict[str, str]]:
    """The shapes of a sign, each with its attributes; `ink` is the colour of the text."""
    shapes = _ELEMENT.findall(signs.shape(sign, "ink"))
    return [{"element": name, **dict(_ATTRIBUTE.findall(rest))} for name, rest in shapes]


def _constant(name: str, value: Mapping[str, Any]) -> str:
    lines = [f"  {json.dumps(key)}: {json.dumps(each)},\n" for key, each in value.items()]
    return f"export const {name} = {{\n{''.join(lines)}}} as const;\n"


def main() -> None:
    """Writes the file."""
    FILE.write_text(source(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
