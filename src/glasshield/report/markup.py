"""Markup that is escaped by construction: HTML, SVG and KML are built from the same pieces."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_VOID: Final = frozenset({"br", "hr", "link", "meta", "col"})
# Of a drawing: without an inside they close themselves, in a page and in a file alike.
_SHAPES: Final = frozenset({"circle", "line", "path", "rect", "use"})

Attributes = Mapping[str, "str | float | None"]


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of markup that needs no more escaping."""

    source: str

    def __str__(self) -> str:
        return self.source


Child = Markup | str | Iterable["Markup | str"]

EMPTY: Final = Markup("")


def tag(name: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """The element; text children are escaped, attributes that are None are left out."""
    opened = name + "".join(
        f' {key}="{attribute(value)}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{opened}>")
    inner = join(children).source
    if name in _SHAPES and not inner:
        return Markup(f"<{opened}/>")
    return Markup(f"<{opened}>{inner}</{name}>")


def join(children: Iterable[Child], between: str = "") -> Markup:
    """The children one after the other."""
    return Markup(between.join(_source(child) for child in children))


def escape(text: str) -> str:
    """The text with everything that markup would read as its own replaced."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(value: str | float) -> str:
    """The value as it stands between double quotes; numbers without superfluous digits."""
    if isinstance(value, str):
        return escape(value).replace('"', "&quot;")
    return number(value)


def number(value: float, decimals: int = 2) -> str:
    """The shortest way to write the number with at most this many decimals."""
    written = f"{value:.{decimals}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _source(child: Child) -> str:
    if isinstance(child, Markup):
        return child.source
    if isinstance(child, str):
        return escape(child)
    return "".join(_source(c) for c in child)
