"""A map's surface: shapes in metres of the projection become matplotlib's in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

import numpy as np
from jaxtyping import Bool
from matplotlib import patheffects
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline
from PIL import Image, ImageDraw

from glasshield.geodata import country, world
from glasshield.messages import Language
from glasshield.report.earth_shapes import COARSE_FROM_M
from glasshield.report.frame import thinned
from glasshield.report.map_labels import Box, Wanted
from glasshield.report.map_view import MapView
from glasshield.report.projection import Line, Plane

POINTS_A_PIXEL: Final = (
    0.72  # matplotlib counts widths in points; the figure has 100 pixels an inch
)
_CURVE_TOLERANCE: Final = 0.25  # pixels that a thinned line may be off

# Marks by what stands there; each has its own shape, so that colour is never the only sign.
MARKS: Final[Mapping[str, tuple[str, float]]] = {
    "site": ("^", 9.0),
    "radar": ("s", 7.0),
    "ship": ("v", 8.5),
    "launch": ("D", 7.0),
    "target": ("o", 6.0),
    "city": (".", 5.0),
}
MARK_COLOURS: Final[Mapping[str, str]] = {
    "site": "ink",
    "radar": "sees",
    "ship": "ink",
    "launch": "reaches",
    "target": "halo",
    "city": "soft",
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: a colour of the palette, a width in pixels, dashes in widths."""

    colour: str
    width: float
    dashes: tuple[float, ...] = ()
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry of the legend: what its sample looks like, and its text."""

    text: str
    kind: Literal["line", "area", "mark"]
    stroke: Stroke | None = None
    fill: str = ""
    alpha: float = 1.0
    pattern: str = ""
    mark: str = ""


@dataclass(slots=True)
class Canvas:
    """The axes of one map while it is drawn, and the labels that its layers ask for."""

    axes: Axes
    view: MapView
    palette: Mapping[str, str]
    lang: Language
    land: list[Plane] = field(default_factory=list)
    wanted: list[tuple[Wanted, str]] = field(default_factory=list)
    lines: list[Plane] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def fill(
        self,
        rings: Iterable[Plane],
        colour: str,
        order: float,
        *,
        alpha: float = 1.0,
    ) -> None:
        """Fills closed rings."""
        outline = self._outline(rings, Outline.CLOSEPOLY)
        if outline is not None:
            face = self.colour(colour)
            self.axes.add_patch(PathPatch(outline, fc=face, alpha=alpha, lw=0, zorder=order))

    def draw(self, lines: Iterable[Plane], stroke: Stroke, order: float) -> None:
        """Draws lines in one stroke."""
        outline = self._outline(lines, Outline.LINETO)
        if outline is not None:
            self._stroke(outline, stroke, order)

    def project_lines(self, lines: Iterable[Line]) -> list[Plane]:
        """The visible pieces of lines on the Earth, cut by the map's rectangle."""
        margin = self.view.frame.grown(20 * self.view.pixel_m)
        return margin.lines(self.view.projection.lines(lines))

    def project_areas(self, rings: Iterable[Line]) -> list[Plane]:
        """The visible part of an area on the Earth, cut by the map's rectangle."""
        margin = self.view.frame.grown(20 * self.view.pixel_m)
        return margin.areas(self.view.projection.areas(rings))

    def country(self, code: str) -> list[Plane]:
        """The visible part of a country."""
        borders = world("coarse" if self.view.pixel_m >= COARSE_FROM_M else "fine")
        polygons = borders.polygons(country(code).index)
        return self.project_areas(ring for polygon in polygons for ring in polygon)

    def covered(self, rings: Iterable[Plane], scale: int) -> Bool[np.ndarray, "h w"]:
        """Which of the map's pixels, each cut into `scale` by `scale`, the area covers.

        Land runs clockwise and holes the other way, as projections give them.
        """
        width, height = (side * scale for side in self.view.size)
        picture = Image.new("1", (width, height))
        pen = ImageDraw.Draw(picture)
        shapes = [self.view.pixels(ring) * scale for ring in rings]
        # An island in a lake comes after the lake, and the lake after the land around it.
        for shape in sorted(shapes, key=lambda s: -round(abs(_area(s)))):
            corners = np.column_stack([shape[:, 0], height - shape[:, 1]]) - 0.5
            pen.polygon(corners.ravel().tolist(), fill=int(_area(shape) < 0))
        return np.asarray(picture)

    def spot(self, lat_rad: float, lon_rad: float) -> tuple[float, float] | None:
        """Where a place stands in pixels, None outside the map."""
        flat = self.view.projection.forward(np.array([lat_rad]), np.array([lon_rad]))
        if not self.view.frame.holds(flat)[0]:
            return None
        x, y = self.view.pixels(flat)[0]
        return float(x), float(y)

    def mark(self, spot: tuple[float, float], kind: str, order: float) -> None:
        """Draws the mark of a kind of place."""
        shape, size = MARKS[kind]
        self.axes.plot(
            *spot,
            marker=shape,
            markersize=size * POINTS_A_PIXEL,
            color=self.colour(MARK_COLOURS[kind]),
            markeredgecolor=self.colour("ink" if kind == "target" else "halo"),
            markeredgewidth=(1.2 if kind == "target" else 0.9) * POINTS_A_PIXEL,
            linestyle="none",
            zorder=order,
        )

    def ask(self, spot: tuple[float, float], text: str, weight: float, colour: str) -> None:
        """Asks for a label beside a spot."""
        width, height = self.measured(text, 11.0)
        self.wanted.append((Wanted(*spot, text, width, height, weight), colour))

    def measured(self, text: str, size: float) -> tuple[float, float]:
        """Width and height of a line of text, pixels."""
        probe = self.axes.text(0, 0, text, fontsize=size * POINTS_A_PIXEL)
        canvas: Any = self.axes.figure.canvas
        box = probe.get_window_extent(canvas.get_renderer())
        probe.remove()
        return float(box.width), float(box.height)

    def write(
        self, x: float, y: float, text: str, *, size: float = 11.0, colour: str = "ink", **how: Any
    ) -> None:
        """Writes a line of text with a halo that keeps it legible over the map."""
        halo = patheffects.withStroke(linewidth=2.2, foreground=self.colour("halo"))
        self.axes.text(
            x,
            y,
            text,
            fontsize=size * POINTS_A_PIXEL,
            color=self.colour(colour),
            path_effects=[halo],
            **how,
        )

    def colour(self, name: str) -> str:
        """The colour of the palette, or the colour itself."""
        return self.palette.get(name, name)

    def _stroke(self, outline: Outline, stroke: Stroke, order: float) -> None:
        dashes = (0, stroke.dashes) if stroke.dashes else "solid"
        patch = PathPatch(
            outline,
            fill=False,
            edgecolor=self.colour(stroke.colour),
            linewidth=stroke.width * POINTS_A_PIXEL,
            linestyle=dashes,
            alpha=stroke.alpha,
            joinstyle="round",
            capstyle="butt" if stroke.dashes else "round",
            zorder=order,
        )
        self.axes.add_patch(patch)

    def _outline(self, shapes: Iterable[Plane], last: np.uint8) -> Outline | None:
        parts = [
            self.view.pixels(thinned(shape, _CURVE_TOLERANCE * self.view.pixel_m))
            for shape in shapes
        ]
        if not parts:
            return None
        return Outline(np.vstack(parts), np.concatenate([_codes(len(p), last) for p in parts]))


def _area(ring: Plane) -> float:
    """Twice the area within a ring, negative when it runs clockwise."""
    x, y = (ring - ring[0]).T
    return float(x[:-1] @ y[1:] - x[1:] @ y[:-1])


def _codes(count: int, last: np.uint8) -> np.ndarray:
    codes = np.full(count, Outline.LINETO, dtype=np.uint8)
    codes[-1] = last
    codes[0] = Outline.MOVETO
    return codes
