"""The charts of a tracking run: heights, residuals, innovations, the picture over time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.messages import Language, number, quantity, text
from glasshield.report.drawing import Drawing, circle, label, line, rect, text_width
from glasshield.report.markup import Markup, join
from glasshield.report.tracking.document import Document, Nis, OverTime, Sensor, Track
from glasshield.report.tracking.panels import Band, Curve, Level, Panel, panels, ticks

WIDE: Final = 720.0
NARROW: Final = 440.0

# A measurement's key in the document, the text of its axis, and its bias.
_MEASURED: Final = (
    ("range_m", "tracking.axis.range", "range_bias_m"),
    ("azimuth_deg", "tracking.axis.azimuth", "azimuth_bias_deg"),
    ("elevation_deg", "tracking.axis.elevation", "elevation_bias_deg"),
    ("range_rate_m_s", "tracking.axis.range_rate", ""),
)
_PITCH: Final = 26.0


def heights(lang: Language, tracks: Sequence[Track]) -> Drawing:
    """The height of each track over time."""
    paths = [track.path for track in tracks if track.path is not None]
    curves = tuple(Curve("seen", path.time_s, path.height_km) for path in paths)
    top = max((max(path.height_km) for path in paths), default=0.0)
    alt = text(lang, "tracking.heights.alt", n=len(paths), height=quantity(lang, top, "km"))
    panel = Panel(text(lang, "tracking.axis.height"), curves, floor=0.0)
    return panels(lang, [panel], width=WIDE, height=230.0, alt=alt)


def residuals(lang: Language, sensor: Sensor) -> Drawing:
    """What a radar reported less what was tracked, over time, with its estimated biases."""
    shown, names = [], []
    for key, title, bias in _MEASURED:
        series = sensor.series.get(key)
        if series is None:
            continue
        value = getattr(sensor, bias) if bias else None
        levels = [Level("axis", 0.0)]
        if value is not None:
            levels.append(Level("line-rival", value))
        names.append(text(lang, title))
        shown.append(
            Panel(
                names[-1],
                curves=(Curve("seen", series.time_s, series.middle),),
                bands=(Band("band", series.time_s, series.low, series.high),),
                levels=tuple(levels),
            )
        )
    alt = text(lang, "tracking.residuals.alt", sensor=sensor.id, parts="; ".join(names))
    return panels(lang, shown, width=NARROW, height=70.0, alt=alt)


def picture(lang: Language, found: OverTime) -> Drawing:
    """The picture over time: what is tracked, what is false, and the distance from the truth."""
    percent = tuple(100.0 * share for share in found.completeness)
    shown = [
        Panel(
            text(lang, "tracking.axis.completeness"),
            (Curve("seen", found.time_s, percent),),
            floor=0.0,
            ceiling=100.0,
        ),
        Panel(
            text(lang, "tracking.axis.false"),
            (Curve("line-rival", found.time_s, found.false),),
            floor=0.0,
            ceiling=1.0,
        ),
        Panel(
            text(lang, "tracking.axis.gospa"),
            (Curve("curve", found.time_s, found.gospa_m),),
            floor=0.0,
        ),
    ]
    return panels(lang, shown, width=WIDE, height=90.0, alt=text(lang, "tracking.picture.alt"))


def innovations(lang: Language, document: Document) -> Drawing:
    """The mean NIS of each radar and of all, each beside the band in which it should lie."""
    rows = [(sensor.id, sensor.nis) for sensor in document.sensors if _known(sensor.nis)]
    if _known(document.metrics.nis):
        rows.append((text(lang, "tracking.what.all"), document.metrics.nis))
    left = 24.0 + max((text_width(name, 11.5) for name, _ in rows), default=0.0)
    values = [v for _, nis in rows if nis for v in (nis.mean_per_degree, nis.high) if v is not None]
    top = max([1.5, *(1.08 * value for value in values)])
    bottom = 16.0 + _PITCH * len(rows)

    def x(value: float) -> float:
        return left + value / top * (WIDE - 24.0 - left)

    parts: list[Markup] = []
    for mark in ticks(0.0, top, 6):
        parts.append(line("rule", x(mark), 10.0, x(mark), bottom))
        words = number(lang, mark, 1)
        parts.append(label(x(mark), bottom + 16.0, words, kind="text-soft", anchor="middle"))
    parts.append(line("line-declared", x(1.0), 8.0, x(1.0), bottom))
    for place, (name, nis) in enumerate(rows):
        y = 16.0 + _PITCH * (place + 0.5)
        parts.append(label(left - 10.0, y + 4.0, name, anchor="end", size=11.5))
        parts += _innovation(nis, y, x(0.0), x(1.0) - x(0.0))
    said = "; ".join(
        f"{name} {number(lang, nis.mean_per_degree or 0.0, 2)}" for name, nis in rows if nis
    )
    return Drawing(WIDE, bottom + 26.0, join(parts), text(lang, "tracking.nis.alt", values=said))


def _innovation(nis: Nis | None, y: float, origin: float, unit: float) -> list[Markup]:
    if nis is None or nis.mean_per_degree is None or nis.low is None or nis.high is None:
        return []
    inside = nis.low <= nis.mean_per_degree <= nis.high
    width = max((nis.high - nis.low) * unit, 1.5)
    return [
        rect("wash-defends", origin + nis.low * unit, y - 8.0, width, 16.0, 2.0),
        circle(
            "bar-defends" if inside else "bar-reaches", origin + nis.mean_per_degree * unit, y, 4.6
        ),
    ]


def _known(nis: Nis | None) -> bool:
    return nis is not None and nis.mean_per_degree is not None
