"""One flight as an example: height over time, who sees it, when it could be met."""

from __future__ import annotations

from glasshield.messages import number
from glasshield.report.blocks import Figure, Section
from glasshield.report.document import Document, Flight, Timeline
from glasshield.report.timeline_chart import Moment, Span, Track, timeline_chart
from glasshield.report.wording import Wording

# Events that a bar below the curve already shows.
_IN_BARS = frozenset({
    "launch-window-opens", "launch-window-closes", "window-opens", "window-closes", "launch",
    "impact",
})  # fmt: skip


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
    opens = next((e for e in line.events if e.event == "launch-window-opens"), None)
    closes = next((e for e in line.events if e.event == "launch-window-closes"), None)
    radars = {e.id for e in document.elements if e.kind == "radar"}
    seen = [e.time_s for e in line.events if e.event == "first-seen" and e.by in radars]
    if opens is None or closes is None:
        finding = words.text("timeline.finding_none")
    else:
        finding = words.text(
            "timeline.finding",
            site=words.short(opens.by),
            opens=words.after(opens.time_s),
            closes=words.after(closes.time_s),
        )
    if seen:
        finding = f"{words.text('timeline.finding_seen', seen=words.after(min(seen)))} {finding}"
    return words.text(
        "timeline.caption",
        missile=words.short(flight.missile),
        launch=words.short(flight.launch),
        target=words.short(flight.target),
        phase=words.phase_of_id(line.phase),
        apogee=number(words.lang, flight.apogee_km),
        time=words.after(flight.flight_time_s),
        finding=finding,
    )


def _moments(line: Timeline, words: Wording) -> list[Moment]:
    return [
        Moment(words.text(f"event.{e.event}", by=words.short(e.by) if e.by else ""), e.time_s)
        for e in line.events
        if e.event not in _IN_BARS
    ]


def _spans(document: Document, line: Timeline, flight: Flight, words: Wording) -> list[Span]:
    spans = [
        Span(
            words.short(s.sensor), s.first_seen_s, s.last_seen_s or flight.flight_time_s, "bar-sees"
        )
        for s in document.sees
        if s.phase == line.phase and s.flight == line.flight and s.first_seen_s is not None
    ]
    spans.sort(key=lambda s: s.from_s)
    for kind, opens, closes in (
        ("launch", "launch-window-opens", "launch-window-closes"),
        ("meet", "window-opens", "window-closes"),
    ):
        begin = next((e.time_s for e in line.events if e.event == opens), None)
        end = next((e.time_s for e in line.events if e.event == closes), None)
        if begin is not None and end is not None:
            name = words.text(f"chart.timeline.lane_{kind}")
            spans.append(Span(name, begin, end, "bar-defends"))
    return spans
