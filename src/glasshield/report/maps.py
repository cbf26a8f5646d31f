"""Maps of the Earth as SVG or PNG, with their legend, scale, marks and disclaimer.

    view = MapView.fitting(places)
    Map(view, layers=(CellField(...), Tracks(...), Places(...)), title="...").save(path)

Equal maps are equal files, byte by byte.
"""

from __future__ import annotations

import io
import itertools
import math
import re
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal

import matplotlib as mpl
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from glasshield.errors import OutputError
from glasshield.geodata import DISCLAIMER
from glasshield.messages import Language, quantity, text
from glasshield.report import map_labels
from glasshield.report.earth_shapes import earth_shapes
from glasshield.report.map_canvas import (
    MARK_COLOURS,
    MARKS,
    POINTS_A_PIXEL,
    Canvas,
    Sample,
    Stroke,
)
from glasshield.report.map_layers import Layer, pattern_pixels
from glasshield.report.map_view import MapView
from glasshield.report.theme import DARK, LIGHT, SANS
from glasshield.workspace import write_atomically

Theme = Literal["light", "dark", "print"]
Standing = Literal["analysis", "simulated", "exercise"]
Format = Literal["svg", "png"]

# On paper the sea stays white, to save ink and to copy well.
_RAMP_ON_LIGHT: Final = {
    "ramp-1": "#e3ecd2",
    "ramp-2": "#b5d8b7",
    "ramp-3": "#70b8a3",
    "ramp-4": "#2f8f86",
    "ramp-5": "#0a5c5c",
}
_RAMP_ON_DARK: Final = {
    "ramp-1": "#22403f",
    "ramp-2": "#1f6661",
    "ramp-3": "#35917f",
    "ramp-4": "#72bd95",
    "ramp-5": "#cfe8b0",
}
_PRINT: Final = dict(LIGHT) | {"sea": "#ffffff", "land": "#edebe4", "grid": "#e3e6e8"}
_PALETTES: Final[Mapping[Theme, Mapping[str, str]]] = {
    "light": dict(LIGHT) | _RAMP_ON_LIGHT,
    "dark": dict(DARK) | _RAMP_ON_DARK,
    "print": _PRINT | _RAMP_ON_LIGHT,
}
_PIXELS_AN_INCH: Final = 100
_PAD: Final = 14
_HEAD: Final = 46
_LEGEND_LINE: Final = 22
_NOTE_LINE: Final = 13
_NOTE_SIZE: Final = 8.5
# On a map that reaches this far from its middle the scale is still true within two parts in 100.
_TRUE_WITHIN_RAD: Final = math.radians(23.0)
_SHARPNESS: Final = 2  # pixels of a PNG for each pixel of the map, on each axis


@dataclass(frozen=True, slots=True)
class Map:
    """A map: a view of the Earth, what lies over it, and what it is called.

    `standing` says what the map's contents are, and stands on it in words.
    """

    view: MapView
    layers: tuple[Layer, ...] = ()
    title: str = ""
    lang: Language = "en"
    theme: Theme = "light"
    standing: Standing = "analysis"

    def save(self, path: Path) -> None:
        """Writes the map; the ending, `.svg` or `.png`, chooses the format.

        Raises:
            OutputError: another ending, or a place that cannot be written.
        """
        match path.suffix.lower():
            case ".svg":
                content = self.render("svg")
            case ".png":
                content = self.render("png")
            case other:
                raise OutputError(
                    "a map cannot have this format",
                    where=str(path),
                    got=other or "no ending",
                    expected=".svg or .png",
                )
        with write_atomically(path) as aside:
            aside.write_bytes(content)

    def render(self, form: Format) -> bytes:
        """The map as a file."""
        _load_fonts()
        with mpl.rc_context(_style()):
            figure = _figure(self)
            written = io.BytesIO()
            # No date and no program version, so that equal maps are equal files.
            named = {"Title": self.title} if self.title else {}
            if form == "png":
                sharp = _PIXELS_AN_INCH * _SHARPNESS
                metadata: dict[str, Any] = {"Software": None, **named}
                figure.savefig(written, format="png", dpi=sharp, metadata=metadata)
                return written.getvalue()
            figure.savefig(written, format="svg", metadata={"Date": None, "Creator": None, **named})
            return _shortened(written.getvalue().decode("utf-8")).encode("utf-8")


def _figure(drawn: Map) -> Figure:
    """The figure: title and standing above, the map, legend and disclaimer below."""
    palette = _PALETTES[drawn.theme]
    width, height = drawn.view.size
    samples = _samples(drawn.layers)
    figure = Figure(dpi=_PIXELS_AN_INCH, facecolor=palette["paper"])
    FigureCanvasAgg(figure)
    note = textwrap.wrap(DISCLAIMER[drawn.lang], max(40, int(width / (_NOTE_SIZE * 0.52))))
    rows = _rows(figure, samples, width)
    foot = _PAD + len(rows) * _LEGEND_LINE + len(note) * _NOTE_LINE + _PAD
    full = width + 2 * _PAD, height + _HEAD + foot
    figure.set_size_inches(full[0] / _PIXELS_AN_INCH, full[1] / _PIXELS_AN_INCH)
    axes = figure.add_axes((_PAD / full[0], foot / full[1], width / full[0], height / full[1]))
    axes.set(xlim=(0, width), ylim=(0, height))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_visible(False)
    canvas = Canvas(axes, drawn.view, palette, drawn.lang)
    _draw_base(canvas)
    _draw_scale(canvas)
    for layer in drawn.layers:
        layer.draw(canvas)
    _draw_labels(canvas)
    page = _page(figure, full)
    _write_head(page, drawn, palette, full)
    _write_foot(page, rows, note, palette, foot)
    return figure


def _draw_base(canvas: Canvas) -> None:
    view = canvas.view
    shapes = earth_shapes(view.projection, view.frame, view.pixel_m)
    canvas.axes.set_facecolor(canvas.colour("paper"))
    canvas.fill(shapes.sea, "sea", 0.0)
    canvas.draw(shapes.graticule, Stroke("grid", 0.7), 0.5)
    canvas.land = list(shapes.land)
    canvas.fill(shapes.land, "land", 1.0)
    canvas.fill(shapes.lakes, "sea", 2.2)
    canvas.draw(shapes.coast, Stroke("coast", 0.7), 2.5)
    canvas.draw(shapes.borders, Stroke("border", 0.8), 2.6)
    canvas.draw(shapes.undetermined, Stroke("coast", 1.0, (3.0, 2.0)), 2.6)
    canvas.draw(shapes.special, Stroke("coast", 1.1, (0.8, 1.8)), 2.6)
    canvas.draw(shapes.sea, Stroke("coast", 0.8), 2.7)
    for spine in canvas.axes.spines.values():
        spine.set(color=canvas.colour("coast"), linewidth=0.8 * POINTS_A_PIXEL, zorder=9)


def _draw_scale(canvas: Canvas) -> None:
    """A scale bar; on an azimuthal map it holds at the middle."""
    view = canvas.view
    wanted_km = view.frame.width_m / 1e3 / 6
    power = 10.0 ** np.floor(np.log10(wanted_km))
    length_km = float(max(k * power for k in (1, 2, 5) if k * power <= wanted_km))
    length = length_km * 1e3 / view.pixel_m
    left, bottom, tick = 14.0, 14.0, 4.0
    for stroke in (Stroke("halo", 4.0, alpha=0.9), Stroke("ink", 1.4)):
        outline = np.array([[0, tick], [0, 0], [length, 0], [length, tick]]) * view.pixel_m + (
            view.frame.left_m,
            view.frame.bottom_m,
        )
        canvas.draw([outline + np.array([left, bottom]) * view.pixel_m], stroke, 8.0)
    words = quantity(canvas.lang, length_km, "km")
    if view.projection.limit_rad > _TRUE_WITHIN_RAD:
        words = text(canvas.lang, "atlas.scale", length=words)
    width, height = canvas.measured(words, 9.5)
    canvas.write(left, bottom + 8, words, size=9.5, colour="soft", zorder=8.0)
    canvas.taken.append((0.0, 0.0, left + max(width, length) + 8, bottom + 10 + height))


def _draw_labels(canvas: Canvas) -> None:
    lines = np.vstack([np.empty((0, 2)), *(_closely(line) for line in canvas.lines)])
    wanted = [label for label, _ in canvas.wanted]
    colours = {id(label): colour for label, colour in canvas.wanted}
    for placed in map_labels.place(wanted, canvas.view.size, lines, canvas.taken):
        colour = colours[id(placed.label)]
        canvas.write(
            placed.x,
            placed.y,
            placed.label.text,
            colour=colour,
            ha=placed.anchor,
            va="baseline",
            zorder=7.0,
        )


def _closely(line: np.ndarray) -> np.ndarray:
    """Points along a line about six pixels apart, so that a label notices each piece of it."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.arange(0.0, along[-1] + 6.0, 6.0)
    return np.column_stack([np.interp(at, along, line[:, axis]) for axis in (0, 1)])


def _page(figure: Figure, full: tuple[int, int]) -> Axes:
    """Axes over the whole figure, in pixels."""
    page = figure.add_axes((0, 0, 1, 1), zorder=-1)
    page.set(xlim=(0, full[0]), ylim=(0, full[1]))
    page.axis("off")
    return page


def _write_head(page: Axes, drawn: Map, palette: Mapping[str, str], full: tuple[int, int]) -> None:
    y = full[1] - _HEAD / 2
    words = text(drawn.lang, f"atlas.{drawn.standing}")
    box = {"boxstyle": "square,pad=0.35", "facecolor": "none", "edgecolor": palette["reaches"],
           "linewidth": 0.9}  # fmt: skip
    page.text(
        full[0] - _PAD - 5, y, words, ha="right", va="center", fontsize=9.5 * POINTS_A_PIXEL,
        color=palette["reaches"], fontweight="semibold", bbox=box,
    )  # fmt: skip
    page.text(
        _PAD, y, drawn.title, va="center", fontsize=15 * POINTS_A_PIXEL, color=palette["ink"],
        fontweight="semibold",
    )  # fmt: skip


def _write_foot(
    page: Axes,
    rows: Sequence[Sequence[tuple[float, Sample]]],
    note: Sequence[str],
    palette: Mapping[str, str],
    foot: float,
) -> None:
    y = foot - _PAD - _LEGEND_LINE / 2 + 4
    for row in rows:
        for x, sample in row:
            _draw_sample(page, x, y, sample, palette)
            page.text(
                x + 34, y, sample.text, va="center", fontsize=11 * POINTS_A_PIXEL,
                color=palette["ink"],
            )  # fmt: skip
        y -= _LEGEND_LINE
    y -= 2
    for line in note:
        page.text(
            _PAD, y, line, va="center", fontsize=_NOTE_SIZE * POINTS_A_PIXEL, color=palette["soft"]
        )
        y -= _NOTE_LINE


def _rows(
    figure: Figure, samples: Sequence[Sample], width: int
) -> list[list[tuple[float, Sample]]]:
    """The legend's entries in rows, each with where it starts."""
    rows: list[list[tuple[float, Sample]]] = []
    x = float(_PAD)
    for sample in samples:
        needed = 34 + _text_width(figure, sample.text, 11) + 22
        if not rows or x + needed > width + _PAD + 22:
            rows.append([])
            x = float(_PAD)
        rows[-1].append((x, sample))
        x += needed
    return rows


def _text_width(figure: Figure, words: str, size: float) -> float:
    probe = figure.text(0, 0, words, fontsize=size * POINTS_A_PIXEL)
    canvas: Any = figure.canvas
    width = float(probe.get_window_extent(canvas.get_renderer()).width)
    probe.remove()
    return width


def _samples(layers: Sequence[Layer]) -> list[Sample]:
    """The legend's entries of the layers, each text once."""
    found: dict[str, Sample] = {}
    for sample in itertools.chain.from_iterable(layer.legend() for layer in layers):
        found.setdefault(sample.text, sample)
    return list(found.values())


def _draw_sample(
    page: Axes, x: float, y: float, sample: Sample, palette: Mapping[str, str]
) -> None:
    if sample.kind == "area":
        _draw_area_sample(page, x, y, sample, palette)
    elif sample.kind == "mark":
        shape, size = MARKS[sample.mark]
        page.plot(
            x + 14, y, marker=shape, markersize=size * POINTS_A_PIXEL, linestyle="none",
            color=palette[MARK_COLOURS[sample.mark]],
            markeredgecolor=palette["ink" if sample.mark == "target" else "halo"],
            markeredgewidth=POINTS_A_PIXEL,
        )  # fmt: skip
    elif sample.stroke is not None:
        page.add_line(_sample_line(x, y, sample.stroke, palette))


def _draw_area_sample(
    page: Axes, x: float, y: float, sample: Sample, palette: Mapping[str, str]
) -> None:
    edge = sample.stroke
    fill = palette.get(sample.fill, sample.fill)
    page.add_patch(Rectangle((x, y - 6), 28, 12, facecolor=fill, alpha=sample.alpha, linewidth=0))
    if sample.pattern:
        inked = pattern_pixels(sample.pattern, (12, 28))  # type: ignore[arg-type]
        picture = np.zeros((12, 28, 4), dtype=np.uint8)
        picture[inked] = (*(mpl.colors.to_rgba_array(palette["soft"])[0, :3] * 255), 140)
        page.imshow(picture, extent=(x, x + 28, y - 6, y + 6), interpolation="none", aspect="auto")
    colour = palette[edge.colour] if edge else palette["coast"]
    page.add_patch(
        Rectangle((x, y - 6), 28, 12, fill=False, edgecolor=colour, linewidth=0.7 * POINTS_A_PIXEL)
    )


def _sample_line(x: float, y: float, stroke: Stroke, palette: Mapping[str, str]) -> Line2D:
    return Line2D(
        [x, x + 28],
        [y, y],
        color=palette.get(stroke.colour, stroke.colour),
        linewidth=stroke.width * POINTS_A_PIXEL,
        linestyle=(0, stroke.dashes) if stroke.dashes else "solid",
        alpha=stroke.alpha,
        solid_capstyle="butt",
    )


def _shortened(svg: str) -> str:
    """The drawing with relative paths, which weigh less than half.

    Lines go in steps of a tenth of a point, outlines of letters of a hundredth.
    """
    return re.sub(r' d="(M [-0-9.MLQCz\s]*)"', lambda match: f' d="{_steps(match[1])}"', svg)


# The number of points that each command of a path takes.
_TAKES: Final = {"M": 1, "L": 1, "Q": 2, "C": 3}


def _steps(path: str) -> str:
    """The path with each command relative to the point before it."""
    unit = 100 if "Q" in path or "C" in path else 10
    words = path.split()
    parts: list[str] = []
    i, x, y = 0, 0, 0
    while i < len(words):
        if words[i] == "z":
            parts.append("z")
            i += 1
            continue
        count = 2 * _TAKES[words[i]]
        to = [round(float(word) * unit) for word in words[i + 1 : i + 1 + count]]
        if words[i] == "M":
            parts.append(f"M{to[0] / unit:g} {to[1] / unit:g}")
        elif words[i] != "L" or to != [x, y]:
            steps = ((v - (x, y)[k % 2]) / unit for k, v in enumerate(to))
            parts.append(words[i].lower() + " ".join(_terse(step) for step in steps))
        x, y = to[-2:]
        i += 1 + count
    return "".join(parts)


def _terse(value: float) -> str:
    return re.sub(r"^(-?)0\.", r"\1.", f"{value:g}")


def _load_fonts() -> None:
    """Makes the house's typeface, which has Cyrillic, known to matplotlib."""
    if any(entry.name == SANS for entry in font_manager.fontManager.ttflist):
        return
    with resources.as_file(resources.files(__package__).joinpath("fonts")) as folder:
        for file in sorted(folder.glob("IBMPlexSans-*.ttf")):
            font_manager.fontManager.addfont(file)


def _style() -> Any:
    """The parameters of matplotlib, whose own types want every key spelled out as a literal."""
    return {
        "font.family": [SANS],
        "svg.hashsalt": "glasshield",
        "svg.fonttype": "path",
        "path.simplify": False,
    }
