"""Drawings as SVG: shapes named by class, coloured by the theme of the page or the paper."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glasshield.report.markup import Child, Markup, join, number, tag
from glasshield.report.theme import shape_styles

Anchor = Literal["start", "middle", "end"]

# Mean advance of a character of the sans face, in parts of the font size (measured over the
# texts of the catalogue; good enough to keep labels apart).
_ADVANCE: Final = 0.56


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture in its own units, and what it shows in words."""

    width: float
    height: float
    body: Markup
    alt: str

    def inline(self, identifier: str) -> Markup:
        """The drawing as a part of a page, whose style sheet colours it."""
        return tag(
            "svg",
            {
                "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
                "role": "img",
                "aria-labelledby": f"{identifier}-alt",
                "class": "drawing",
            },
            tag("title", {"id": f"{identifier}-alt"}, self.alt),
            self.body,
        )

    def standalone(self, palette: Mapping[str, str], definitions: Mapping[str, Markup]) -> str:
        """The drawing as a file of its own, in the colours of the palette.

        Args:
            palette: the colours.
            definitions: what drawings refer to by id; only what this one uses is included.
        """
        source = self.body.source
        used = [d for name, d in definitions.items() if _uses(source, name)]
        return tag(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "viewBox": f"0 0 {number(self.width)} {number(self.height)}",
                "width": self.width,
                "height": self.height,
            },
            tag("style", None, Markup(shape_styles(palette))),
            tag("defs", None, used),
            self.body,
        ).source


def _uses(source: str, name: str) -> bool:
    # The hatching is named by a style sheet, not by the drawing.
    return f'"#{name}"' in source or (name == "hatch" and "cell-depends" in source)


def hatch() -> Markup:
    """The definition of the hatching for what is defended only at the favourable end."""
    return tag(
        "pattern",
        {
            "id": "hatch",
            "width": 4,
            "height": 4,
            "patternUnits": "userSpaceOnUse",
            "patternTransform": "rotate(45)",
        },
        tag("rect", {"width": 4, "height": 4, "class": "hatch-ground"}),
        tag("line", {"y2": 4, "class": "hatch-line"}),
    )


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """A straight line of the class."""
    return path(kind, [[(x1, y1), (x2, y2)]])


def rect(kind: str, x: float, y: float, width: float, height: float, radius: float = 0.0) -> Markup:
    """A rectangle of the class."""
    attributes: dict[str, str | float | None] = {
        "class": kind, "x": x, "y": y, "width": width, "height": height, "rx": radius or None,
    }  # fmt: skip
    return tag("rect", attributes)


def circle(kind: str, x: float, y: float, radius: float) -> Markup:
    """A circle of the class."""
    return tag("circle", {"class": kind, "cx": x, "cy": y, "r": radius})


def path(
    kind: str,
    lines: Iterable[Sequence[tuple[float, float]]],
    *,
    closed: Literal["open", "closed"] = "open",
    decimals: int = 1,
) -> Markup:
    """Polylines, or filled polygons, as one path of the class."""
    return tag("path", {"class": kind, "d": path_data(lines, closed=closed, decimals=decimals)})


def path_data(
    lines: Iterable[Sequence[tuple[float, float]]],
    *,
    closed: Literal["open", "closed"] = "open",
    decimals: int = 1,
) -> str:
    """The path data of polylines, in steps relative to the last point, which are shorter."""
    scale = 10**decimals
    parts = []
    for points in lines:
        grid = [(round(x * scale), round(y * scale)) for x, y in points]
        if not grid:
            continue
        start = f"M{_plain(grid[0][0], decimals)} {_plain(grid[0][1], decimals)}"
        steps = [
            _plain(step, decimals)
            for (x0, y0), (x1, y1) in itertools.pairwise(grid)
            if (x0, y0) != (x1, y1)
            for step in (x1 - x0, y1 - y0)
        ]
        moved = f"l{_joined(steps)}" if steps else ""
        parts.append(start + moved + ("z" if closed == "closed" else ""))
    return "".join(parts)


def _joined(numbers: Sequence[str]) -> str:
    """Numbers one after the other, with a space only where nothing else parts two.

    A minus sign does, and a point where the number before has its point already.
    """
    spaced = " ".join(numbers).replace(" -", "-")
    return re.sub(r"(\.\d+) (?=\.)", r"\1", spaced)


def label(
    x: float,
    y: float,
    content: str,
    *,
    size: float = 11.0,
    kind: str = "text",
    anchor: Anchor = "start",
    weight: int | None = None,
    halo: Literal["halo", "plain"] = "plain",
) -> Markup:
    """A line of text, on request with a halo that keeps it legible over a map."""
    position: dict[str, str | float | None] = {
        "x": x,
        "y": y,
        "font-size": size,
        "text-anchor": None if anchor == "start" else anchor,
        "font-weight": weight,
    }
    top = tag("text", position | {"class": f"svg-text {kind}"}, content)
    if halo == "plain":
        return top
    below = position | {"class": "svg-text text-halo", "aria-hidden": "true"}
    return Markup(tag("text", below, content).source + top.source)


def site_mark(x: float, y: float, size: float = 5.0) -> Markup:
    """Interceptors: a triangle."""
    points = [(x, y - size), (x + size * 0.92, y + size * 0.72), (x - size * 0.92, y + size * 0.72)]
    return path("site", [points], closed="closed")


def radar_mark(x: float, y: float, size: float = 4.0) -> Markup:
    """A radar: a square."""
    return rect("radar", x - size, y - size, 2 * size, 2 * size, 1.0)


def launch_mark(x: float, y: float, size: float = 4.6) -> Markup:
    """A launch area: a diamond."""
    points = [(x, y - size), (x + size, y), (x, y + size), (x - size, y)]
    return path("launch", [points], closed="closed")


def target_mark(x: float, y: float, size: float = 3.4) -> Markup:
    """An aim: an open circle."""
    return circle("target", x, y, size)


def swatch(shape: str, kind: str) -> Markup:
    """The sample of a shape for a legend, in a box of 26 by 12."""
    match shape:
        case "line":
            return line(kind, 1, 6, 25, 6)
        case "area":
            return rect(kind, 2, 1, 22, 10, 2)
        case "dot":
            return speed_dot(kind, 13, 6)
        case "site":
            return site_mark(13, 6.5)
        case "radar":
            return radar_mark(13, 6)
        case "launch":
            return launch_mark(13, 6)
        case _:
            return target_mark(13, 6)


def speed_dot(kind: str, x: float, y: float) -> Markup:
    """The dot of a verdict: full, half or empty."""
    dot = circle(kind, x, y, 5.0)
    if kind != "dot-depends":
        return dot
    half = f"M{number(x)} {number(y - 5)}A5 5 0 0 1 {number(x)} {number(y + 5)}Z"
    return join([dot, tag("path", {"class": "dot-half", "d": half})])


def group(*children: Child, shift: tuple[float, float] | None = None) -> Markup:
    """The children as one group, shifted where asked."""
    moved = f"translate({number(shift[0])} {number(shift[1])})" if shift else None
    return tag("g", {"transform": moved}, *children)


def text_width(content: str, size: float) -> float:
    """About how wide the text is."""
    return len(content) * size * _ADVANCE


def _plain(scaled: int, decimals: int) -> str:
    written = number(scaled / 10**decimals, decimals)
    return written.replace("0.", ".", 1) if written.lstrip("-").startswith("0.") else written
