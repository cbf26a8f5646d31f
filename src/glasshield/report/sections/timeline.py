"""One flight as an example: height over time, who sees it, when it could be met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from glasshield.messages import number
from glasshield.report.blocks import Figure, Section
from glasshield.report.document import Document, Flight, Timeline
from glasshield.report.timeline_chart import Moment, Span, Track, timeline_chart
from glasshield.report.wording import Wording

# Events that a bar below the curve already shows, or the ends of the axis.
_SHOWN_OTHERWISE: Final = frozenset(
    {
        "launch-window-opens",
        "launch-window-closes",
        "window-opens",
        "window-closes",
        "launch",
        "impact",
        "commit",
    }
)


@dataclass(frozen=True, slots=True)
class _Shot:
    """When one battery may launch, and when it would meet the target."""

    site: str
    launch_s: tuple[float, float]
    meet_s: tuple[float, float] | None


def section(document: Document, words: Wording) -> Section | None:
    """The timeline, None where the assessment has none."""
    line = document.timeline
    flight = next((f for f in document.flights if line and f.id == line.flight), None)
    if line is None or flight is None:
        return None
    caption = _caption(document, line, flight, words)
    chart = timeline_chart(
        words.lang,
        Track(flight.time_s, flight.height_km),
        _moments(line, words),
        _spans(document, line, flight, words),
        alt=words.text("timeline.alt", caption=caption),
    )
    figure = Figure(id="timeline-figure", drawing=chart, caption=caption)
    return Section("timeline", words.text("section.timeline"), (figure,))


def _caption(document: Document, line: Timeline, flight: Flight, words: Wording) -> str:
    radars = {e.id for e in document.elements if e.kind == "radar"}
    seen = [e.time_s for e in line.events if e.event == "first-seen" and e.by in radars]
    findings = [words.text("timeline.finding_seen", seen=words.after(min(seen)))] if seen else []
    for shot in _shots(line):
        opens, closes = (words.after(time_s) for time_s in shot.launch_s)
        site = words.short(shot.site)
        findings.append(words.text("timeline.finding", site=site, opens=opens, closes=closes))
    if not _shots(line):
        findings.append(words.text("timeline.finding_none"))
    return words.text(
        "timeline.caption",
        missile=words.short(flight.missile),
        launch=words.short(flight.launch),
        target=words.short(flight.target),
        phase=words.phase_of_id(line.phase),
        apogee=number(words.lang, flight.apogee_km),
        time=words.after(flight.flight_time_s),
        finding=" ".join(findings),
    )


def _shots(line: Timeline) -> list[_Shot]:
    """The batteries that may launch, the earliest first."""
    times = {(e.by, e.event): e.time_s for e in line.events}
    shots = []
    for battery in dict.fromkeys(e.by for e in line.events):
        launch = _pair(times, battery, "launch-window")
        if launch is not None:
            site = battery.partition(".")[0]
            shots.append(_Shot(site, launch, _pair(times, battery, "window")))
    return sorted(shots, key=lambda shot: shot.launch_s)


def _pair(
    times: Mapping[tuple[str, str], float], battery: str, window: str
) -> tuple[float, float] | None:
    opens, closes = (
        times.get((battery, f"{window}-opens")),
        times.get((battery, f"{window}-closes")),
    )
    return None if opens is None or closes is None else (opens, closes)


def _moments(line: Timeline, words: Wording) -> list[Moment]:
    return [
        Moment(words.text(f"event.{e.event}", by=words.short(e.by) if e.by else ""), e.time_s)
        for e in line.events
        if e.event not in _SHOWN_OTHERWISE
    ]


def _spans(document: Document, line: Timeline, flight: Flight, words: Wording) -> list[Span]:
    spans = [
        Span(
            words.short(s.sensor), s.first_seen_s, s.last_seen_s or flight.flight_time_s, "bar-sees"
        )
        for s in document.sees
        if s.phase == line.phase and s.flight == line.flight and s.first_seen_s is not None
    ]
    spans.sort(key=lambda span: span.from_s)
    for shot in _shots(line):
        site = words.short(shot.site)
        name = words.text("chart.timeline.lane_launch", site=site)
        spans.append(Span(name, *shot.launch_s, "bar-defends"))
        if shot.meet_s is not None:
            name = words.text("chart.timeline.lane_meet", site=site)
            spans.append(Span(name, *shot.meet_s, "bar-reaches"))
    return spans
