"""The drawing of a planned flight: its path, and its speed over time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from glasshield.errors import OutputError
from glasshield.messages import Language, duration, quantity, text
from glasshield.workspace import write_atomically

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FORMATS: Final = (".png", ".svg", ".pdf")
# Told apart by the stroke as well as by the colour.
_STROKES: Final = {"boost": ("#b3261e", "-"), "coast": ("#1f4e79", "-"), "entry": ("#8a5a00", "--")}


def draw(answer: dict[str, Any], name: str, lang: Language, path: Path) -> None:
    """Draws a flight into a file whose ending names the format.

    Args:
        answer: what `flight plan` answers.
        name: of the missile.
        lang: the language of the labels.
        path: where to draw.

    Raises:
        OutputError: another format than PNG, SVG or PDF, or a place that cannot be written.
    """
    if path.suffix.lower() not in _FORMATS:
        raise OutputError(
            "no such format of a drawing", where=str(path), expected=" or ".join(_FORMATS)
        )
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(8.0, 7.0), layout="constrained")
    FigureCanvasAgg(figure)
    above, below = figure.subplots(2, 1)
    _line(above, answer["profile"], "downrange_km", "altitude_km", lang)
    _line(below, answer["profile"], "t_s", "speed_km_s", lang)
    above.set(xlabel=text(lang, "plot.downrange"), ylabel=text(lang, "plot.height"))
    below.set(xlabel=text(lang, "plot.time"), ylabel=text(lang, "plot.speed"))
    above.legend(frameon=False)
    figure.suptitle(
        text(
            lang,
            "plot.title",
            missile=name,
            range=quantity(lang, answer["range_km"], "km"),
            duration=duration(lang, answer["flight_time_s"]),
        )
    )
    # A fixed salt and no dates: the same flight gives the same bytes.
    with matplotlib.rc_context({"svg.hashsalt": "glasshield"}), write_atomically(path) as aside:
        figure.savefig(aside, dpi=150, metadata=_undated(path.suffix.lower()))


def _undated(suffix: str) -> dict[str, None]:
    """The entries of a drawing's file that change from run to run."""
    return {".svg": {"Date": None}, ".pdf": {"CreationDate": None}, ".png": {"Software": None}}[
        suffix
    ]


def _line(axes: Axes, profile: list[dict[str, Any]], x: str, y: str, lang: Language) -> None:
    """One curve, broken into the parts of the flight."""
    for phase, (colour, stroke) in _STROKES.items():
        inside = [k for k, point in enumerate(profile) if point["phase"] == phase]
        if not inside:
            continue
        # One point further, so that the parts meet.
        part = profile[inside[0] : inside[-1] + 2]
        axes.plot(
            [point[x] for point in part],
            [point[y] for point in part],
            stroke,
            color=colour,
            label=text(lang, f"plot.{phase}"),
        )
    axes.grid(visible=True, alpha=0.3)
    axes.set_ylim(bottom=0.0)
    axes.set_xlim(left=0.0)
