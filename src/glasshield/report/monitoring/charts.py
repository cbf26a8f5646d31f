"""The charts of monitoring: speeds side by side, sensed acceleration, what each place teaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from glasshield.messages import number, quantity
from glasshield.monitoring.document import (
    Evaluation,
    PathRow,
    ReportedRow,
    Stated,
    StationRow,
    Value,
)
from glasshield.report.blocks import plain
from glasshield.report.drawing import (
    Drawing,
    circle,
    label,
    line,
    path,
    rect,
    speed_dot,
    text_width,
)
from glasshield.report.markup import Markup, join
from glasshield.report.monitoring.frames import WIDE, Frame, Scale
from glasshield.report.monitoring.wording import Words
from glasshield.report.tracking.panels import Curve, Panel, decimals, panels, ticks

# How each flight of a plan is drawn.
LINES: Final = {"declared": "curve", "rival": "line-rival"}
SEEN: Final = "bar-sees"
UNSEEN: Final = "dot-no"
_PITCH: Final = 26.0
_NAME_SIZE: Final = 11.5
_DIGITS: Final = 150.0
_LEFT: Final = 62.0
_RIGHT: Final = WIDE - 14.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A speed on the chart of speeds: measured, stated, or the head of a group where None."""

    name: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    digits: str = ""
    kind: str = "dot"
    beyond: Literal["ends", "more"] = "ends"


def speeds(words: Words, found: Evaluation) -> Drawing:
    """The measured speed with its interval beside the stated ones, in both measures."""
    declared, rival = found.declared, found.rival
    measured = words.text("monitoring.measured")
    rows = [
        _Line(words.text("monitoring.chart.in_flight")),
        _measured(words, measured, found.burnout_speed_km_s),
        _stated(words, "declared", declared, found.burnout_speed_km_s),
        _stated(words, "rival", rival, found.burnout_speed_km_s),
        _Line(words.text("monitoring.chart.reference")),
        _measured(words, measured, found.reference_speed_km_s, "more"),
        _stated(words, "declared", declared),
        _stated(words, "rival", rival),
    ]
    return _rows(words, rows, "speeds")


def reported(words: Words, rows: Sequence[ReportedRow]) -> Drawing | None:
    """The speed that press figures prove for each flight, beside what is said of the vehicle."""
    lines: list[_Line] = []
    for row in rows:
        if row.surface_speed_km_s is None:
            continue
        proven = words.text("monitoring.chart.proven")
        lines += [
            _Line(words.both(row.name)),
            _measured(words, proven, row.surface_speed_km_s, "more"),
            *(_at_ground(words, one) for one in row.stated),
        ]
    return _rows(words, lines, "reported") if lines else None


def _measured(
    words: Words, name: str, value: Value, beyond: Literal["ends", "more"] = "ends"
) -> _Line:
    digits = words.spread(value, "km/s", most=5)
    return _Line(name, value.value, value.low, value.high, digits, "bar-sees", beyond)


def _stated(words: Words, who: str, one: Stated, measured: Value | None = None) -> _Line:
    """A stated speed as it is stated, or as it would be in the flight that was measured."""
    name = words.text(f"monitoring.chart.{who}", by=words.party(one.by))
    kind = {"declared": "dot", "rival": "bar-reaches"}[who]
    if measured is None:
        speed, digits = one.burnout_speed_km_s, words.speed(one.burnout_speed_km_s)
    else:
        speed, digits = one.in_flight_km_s, words.in_flight(one.in_flight_km_s, measured)
    return _Line(name, speed, digits=digits, kind=kind)


def _at_ground(words: Words, one: Stated) -> _Line:
    """A stated burnout speed as the speed at the ground that a vehicle with it would have."""
    speed = words.speed(one.burnout_speed_km_s)
    name = words.text("monitoring.chart.stated", speed=speed, by=words.party(one.by))
    return _Line(name, one.in_flight_km_s, digits=words.speed(one.in_flight_km_s))


def _rows(words: Words, rows: Sequence[_Line], chart: str) -> Drawing:
    """Speeds below each other on one scale, in groups with a head each."""
    named = [text_width(row.name, _NAME_SIZE) for row in rows if row.value is not None]
    left, top = 26.0 + max(named), 8.0
    values = [v for row in rows for v in (row.value, row.low, row.high) if v is not None]
    room = 0.08 * (max(values) - min(values)) or 0.5
    scale = Scale(min(values) - room, max(values) + room, left, WIDE - _DIGITS)
    bottom = top + _PITCH * len(rows)
    marks = ticks(scale.low, scale.high, 6)
    parts: list[Markup] = [
        line("rule", scale.at(mark), top + _PITCH, scale.at(mark), bottom) for mark in marks
    ]
    for place, row in enumerate(rows):
        parts += _row(row, scale, top + _PITCH * (place + 0.5))
    for mark in marks:
        said = number(words.lang, mark, decimals(marks))
        parts.append(label(scale.at(mark), bottom + 16.0, said, kind="text-soft", size=10.5,
                           anchor="middle"))  # fmt: skip
    parts.append(label(scale.last, bottom + 33.0, words.text(f"monitoring.axis.{chart}"),
                       kind="text-soft", size=10.5, anchor="end"))  # fmt: skip
    said = "; ".join(f"{row.name}: {row.digits}" for row in rows if row.digits)
    return Drawing(
        WIDE,
        bottom + 40.0,
        join(parts),
        words.text(f"monitoring.chart.{chart}_alt", rows=plain(said)),
    )


def _row(row: _Line, scale: Scale, y: float) -> list[Markup]:
    if row.value is None:
        return [label(4.0, y + 6.0, row.name, size=_NAME_SIZE, weight=600)]
    x = scale.at(row.value)
    parts = [
        label(scale.first - 12.0, y + 4.0, row.name, size=_NAME_SIZE, anchor="end"),
        line("rule", scale.first, y, scale.last, y),
        label(scale.last + 10.0, y + 4.0, row.digits, size=11.0, weight=600),
    ]
    if row.low is not None and row.high is not None:
        parts.append(line("line-margin", scale.at(row.low), y, scale.at(row.high), y))
    if row.beyond == "more":
        end = scale.last - 2.0
        parts.append(line("line-event", x, y, end, y))
        parts.append(path("line-margin", [[(end - 5.0, y - 4.5), (end, y), (end - 5.0, y + 4.5)]]))
    parts.append(circle(row.kind, x, y, 5.0))
    return parts


def profile(words: Words, found: Evaluation) -> Drawing:
    """The sensed acceleration over the seconds since the launch, and where burns end."""
    shown = found.profile
    top, height = 46.0, 240.0
    ends = [end.high for end in found.stage_ends_s]
    last = max([*shown.time_s, *ends])
    most = 1.06 * max(shown.high_m_s2)
    frame = Frame(
        words.lang,
        Scale(0.0, last, _LEFT, _RIGHT),
        Scale(0.0, most, top + height, top),
        words.text("monitoring.axis.seconds"),
        words.text("monitoring.axis.sensed"),
    )
    parts = frame.axes()
    for end in found.stage_ends_s:
        first, final = frame.x.at(end.low), frame.x.at(end.high)
        parts.append(rect("wash-depends", first, top, max(final - first, 1.5), height))
    parts.append(frame.band("band", shown.time_s, shown.low_m_s2, shown.high_m_s2))
    parts.append(frame.curve("seen", shown.time_s, shown.value_m_s2))
    parts += _ends_named(words, frame, found.stage_ends_s, top)
    said = "; ".join(words.spread(end, "s") for end in found.stage_ends_s)
    alt = words.text(
        "monitoring.chart.profile_alt",
        most=quantity(words.lang, max(shown.value_m_s2), "m/s2"),
        ends=said or words.text("cell.none"),
    )
    return Drawing(WIDE, top + height + 42.0, join(parts), alt)


def _ends_named(words: Words, frame: Frame, ends: Sequence[Value], top: float) -> list[Markup]:
    parts, taken = [], 0.0
    for place, end in enumerate(ends, start=1):
        said = f"{place}: {words.spread(end, 's')}"
        half = text_width(said, 11.0) / 2.0
        x = min(frame.x.at(end.value), frame.x.last - half)
        # Names of burns that end soon after each other take turns on two lines.
        y = top - 6.0 if x - half > taken else top - 20.0
        taken = x + half
        parts.append(label(x, y, said, size=11.0, weight=600, anchor="middle", halo="halo"))
    return parts


def learned(words: Words, stations: Sequence[StationRow]) -> Drawing:
    """The deviation of the burnout speed at each place over the seconds in view there."""
    known = [row for row in stations if row.burnout_speed_sigma_m_s is not None]
    sigmas = [row.burnout_speed_sigma_m_s or 0.0 for row in known]
    times = [row.visible_s for row in known]
    top, height = 28.0, 220.0
    frame = Frame(
        words.lang,
        Scale(_origin(times), 1.04 * max(times), _LEFT, _RIGHT),
        Scale(0.8 * min(sigmas), 1.25 * max(sigmas), top + height, top, "decades"),
        words.text("monitoring.axis.in_view"),
        words.text("monitoring.axis.sigma"),
    )
    parts = frame.axes()
    # Dots that would lie on each other are drawn once.
    spots = {
        (round(frame.x.at(time), 0), round(frame.y.at(sigma), 0), row.sees_burnout)
        for row, time, sigma in zip(known, times, sigmas, strict=True)
    }
    parts += [circle(SEEN if seen else UNSEEN, x, y, 2.2) for x, y, seen in sorted(spots)]
    alt = words.text(
        "monitoring.chart.learned_alt",
        n=len(known),
        least=words.deviation(min(sigmas), "m/s"),
        most=words.deviation(max(sigmas), "m/s"),
    )
    return Drawing(WIDE, top + height + 42.0, join(parts), alt)


def _origin(values: Sequence[float]) -> float:
    """Where a scale begins: at zero, unless all values lie far from it."""
    low, high = min(values), max(values)
    return 0.0 if low < 0.5 * high else low - 0.1 * (high - low or 1.0)


def heights(words: Words, paths: Sequence[PathRow]) -> Drawing:
    """The height of each flight over time."""
    curves = tuple(Curve(LINES.get(one.id, "seen"), one.time_s, one.height_km) for one in paths)
    top = max(max(one.height_km) for one in paths)
    alt = words.text(
        "monitoring.chart.heights_alt", n=len(paths), height=quantity(words.lang, top, "km")
    )
    panel = Panel(words.text("tracking.axis.height"), curves, floor=0.0)
    return panels(words.lang, [panel], width=WIDE, height=200.0, alt=alt)


def turned(words: Words, found: Evaluation) -> Drawing:
    """Each constant error that was found, in deviations of what its station states."""
    rows = [(f"{row.station}, {words.bias(row.kind)}", row) for row in found.biases]
    left, top = 24.0 + max(text_width(name, _NAME_SIZE) for name, _ in rows), 12.0
    ends = [
        end / row.stated_sigma for _, row in rows for end in (row.value.low, row.value.high)
    ]  # fmt: skip
    most = max(3.2, 1.08 * max(map(abs, ends)))
    scale = Scale(-most, most, left, WIDE - 20.0)
    bottom = top + 22.0 * len(rows)
    band = scale.at(1.96) - scale.at(-1.96)
    parts: list[Markup] = [rect("wash-defends", scale.at(-1.96), top, band, bottom - top)]
    marks = ticks(-most, most, 8)
    for mark in marks:
        x = scale.at(mark)
        parts.append(line("rule", x, top, x, bottom))
        said = number(words.lang, mark, decimals(marks))
        parts.append(label(x, bottom + 16.0, said, kind="text-soft", size=10.5, anchor="middle"))
    for place, (name, row) in enumerate(rows):
        y = top + 22.0 * (place + 0.5)
        low, middle, high = (
            scale.at(end / row.stated_sigma)
            for end in (row.value.low, row.value.value, row.value.high)
        )
        inside = abs(row.value.value) <= 1.96 * row.stated_sigma
        parts.append(label(left - 10.0, y + 4.0, name, anchor="end", size=_NAME_SIZE))
        parts.append(line("line-margin", low, y, high, y))
        parts.append(speed_dot("dot-holds" if inside else "dot-yes", middle, y))
    title = words.text("monitoring.axis.stated_sigmas")
    parts.append(label(scale.last, bottom + 33.0, title, kind="text-soft", size=10.5,
                       anchor="end"))  # fmt: skip
    said = "; ".join(f"{name}: {words.spread(row.value, row.unit)}" for name, row in rows)
    alt = words.text("monitoring.chart.biases_alt", rows=said)
    return Drawing(WIDE, bottom + 40.0, join(parts), alt)
