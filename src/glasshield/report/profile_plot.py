"""The plot of one planned flight: height over the ground and over time, with its events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec

from glasshield.errors import InputError, OutputError
from glasshield.messages import Language, duration, number, quantity, text
from glasshield.report.theme import LIGHT, SANS
from glasshield.workspace import unwritable, write_atomically

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FORMATS: Final = ("png", "svg", "pdf")

_COLOURS: Final = {"boost": "reaches", "coast": "ink", "entry": "depends"}


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One point of the profile."""

    t_s: float
    downrange_km: float
    altitude_km: float
    phase: str


class Flight(msgspec.Struct, frozen=True, kw_only=True):
    """What the plot needs of a planned flight; other keys are left alone."""

    profile: tuple[Point, ...]
    range_km: float
    apogee_km: float
    flight_time_s: float
    burnout_time_s: float
    burnout_speed_km_s: float
    reentry_speed_km_s: float | None = None


def plot(plan: Mapping[str, object], path: Path, *, lang: Language = "en") -> None:
    """Draws the flight to a file; its suffix says in which format.

    Args:
        plan: what `glasshield flight plan --json` prints.
        path: a `.png`, `.svg` or `.pdf` file.
        lang: the language of the labels.

    Raises:
        OutputError: another suffix, or a place that cannot be written.
        InputError: a plan of another form.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise OutputError(
            "a plot cannot have this format",
            where=str(path),
            expected=" or ".join(f".{known}" for known in FORMATS),
        )
    try:
        flight = msgspec.convert(plan, Flight)
    except msgspec.ValidationError as error:
        raise InputError("the plan has not the form of flight plan --json", got=error) from error
    with write_atomically(path) as aside:
        try:
            _draw(flight, lang, aside, kind)
        except OSError as failure:
            raise unwritable(path, failure) from failure


def _draw(flight: Flight, lang: Language, path: Path, kind: str) -> None:
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    _load_fonts()
    with mpl.rc_context(_style()):
        figure = Figure(figsize=(9.0, 5.6), layout="constrained")
        FigureCanvasAgg(figure)
        _fill(figure, flight, lang)
        # No date and no program version, so that equal flights are equal files.
        blank: dict[str, Any] = {
            "png": {"Software": None},
            "svg": {"Date": None, "Creator": None},
            "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
        }[kind]
        title = {"png": "Description", "svg": "Title", "pdf": "Title"}[kind]
        metadata = blank | {title: text(lang, "page.mark_full")}
        figure.savefig(path, format=kind, dpi=160, metadata=metadata)


def _fill(figure: Figure, flight: Flight, lang: Language) -> None:
    over_ground, over_time = figure.subplots(1, 2, sharey=True, width_ratios=(3, 2))
    points = flight.profile
    _curve(over_ground, points, [p.downrange_km for p in points])
    _curve(over_time, points, [p.t_s / 60.0 for p in points])
    over_ground.set_xlabel(text(lang, "plot.downrange"))
    over_ground.set_ylabel(text(lang, "plot.altitude"))
    over_time.set_xlabel(text(lang, "plot.time"))
    for axes in (over_ground, over_time):
        axes.set_ylim(0.0, flight.apogee_km * 1.16)
        axes.set_xlim(left=0.0)
        axes.xaxis.set_major_formatter(lambda value, _: number(lang, value))
        axes.yaxis.set_major_formatter(lambda value, _: number(lang, value))
    _events(over_ground, flight, lang)
    figure.suptitle(
        text(
            lang,
            "plot.title",
            range=quantity(lang, flight.range_km, "km"),
            apogee=quantity(lang, flight.apogee_km, "km"),
            time=duration(lang, flight.flight_time_s),
        ),
        x=0.01,
        ha="left",
        fontweight="semibold",
    )
    figure.legend(
        handles=[_sample(phase, lang) for phase in _COLOURS],
        loc="outside lower right",
        ncols=len(_COLOURS),
        frameon=False,
    )
    figure.text(0.01, 0.02, text(lang, "page.mark"), fontsize=7.5, color=LIGHT["soft"])


def _curve(axes: Axes, points: Sequence[Point], abscissa: Sequence[float]) -> None:
    """The profile in pieces, one for each phase, each joined to the next."""
    heights = [p.altitude_km for p in points]
    start = 0
    for i in range(1, len(points) + 1):
        if i == len(points) or points[i].phase != points[start].phase:
            end = min(i + 1, len(points))
            colour = LIGHT[_COLOURS.get(points[start].phase, "ink")]
            axes.plot(abscissa[start:end], heights[start:end], color=colour, linewidth=2.0)
            start = i


def _events(axes: Axes, flight: Flight, lang: Language) -> None:
    points = flight.profile
    burnout = min(points, key=lambda p: abs(p.t_s - flight.burnout_time_s))
    apogee = max(points, key=lambda p: p.altitude_km)
    speed = quantity(lang, flight.burnout_speed_km_s, "km/s", 2)
    notes = [
        (
            burnout,
            text(lang, "plot.burnout", time=duration(lang, burnout.t_s), speed=speed),
            (9, -3),
        ),
        (apogee, text(lang, "plot.apogee", time=duration(lang, apogee.t_s)), (0, 9)),
    ]
    for point, words, offset in notes:
        axes.plot(point.downrange_km, point.altitude_km, "o", color=LIGHT["ink"], markersize=5)
        axes.annotate(
            words,
            (point.downrange_km, point.altitude_km),
            xytext=offset,
            textcoords="offset points",
            ha="center" if offset[0] == 0 else "left",
            fontsize=9,
        )


def _sample(phase: str, lang: Language) -> Any:
    from matplotlib.lines import Line2D

    colour = LIGHT[_COLOURS[phase]]
    return Line2D([], [], color=colour, linewidth=2.0, label=text(lang, f"plot.{phase}"))


def _load_fonts() -> None:
    from matplotlib import font_manager

    known = {entry.name for entry in font_manager.fontManager.ttflist}
    if SANS in known:
        return
    with resources.as_file(resources.files(__package__).joinpath("fonts")) as folder:
        for file in sorted(folder.glob("IBMPlexSans-*.ttf")):
            font_manager.fontManager.addfont(file)


def _style() -> Any:
    """The parameters of matplotlib, whose own types want every key spelled out as a literal."""
    return {
        "font.family": [SANS],
        "font.size": 10,
        "svg.hashsalt": "glasshield",
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.edgecolor": LIGHT["coast"],
        "axes.labelcolor": LIGHT["soft"],
        "xtick.color": LIGHT["soft"],
        "ytick.color": LIGHT["soft"],
        "text.color": LIGHT["ink"],
        "axes.grid": True,
        "grid.color": LIGHT["hair"],
        "axes.axisbelow": True,
        "savefig.bbox": "tight",
    }
