"""Where the disagreement hangs: rival speeds, and what each of them would reach."""

from __future__ import annotations

import math

from glasshield.messages import number
from glasshield.report.blocks import (
    Cell,
    Column,
    Figure,
    LegendEntry,
    Paragraph,
    Section,
    Table,
    plain,
)
from glasshield.report.document import Document, Reach, Verdict
from glasshield.report.findings import Findings, PhaseFindings, ReachedInView
from glasshield.report.speed_chart import COMPACT, WIDE, SpeedDot, SpeedMark, SpeedRow, speed_chart
from glasshield.report.wording import Wording


def section(found: Findings, words: Wording) -> Section | None:
    """The phases whose answer differs between rival values, None where there is no such phase."""
    rival = [p for p in found.phases if p.reached.hangs_on_speed]
    if not rival:
        return None
    intro = words.text("crux.intro")
    figures = [chart for p in rival if (chart := figure(p, words, width=WIDE)) is not None]
    return Section("crux", words.text("section.crux"), (Paragraph(intro), *figures))


def figure(
    found: PhaseFindings, words: Wording, *, width: float = COMPACT, title: str = ""
) -> Figure | None:
    """The least speed that reaches each disputed flight, against the speeds that are stated."""
    views = found.reached.views
    if not views or not views[0].flights:
        return None
    best = _best_battery(views[0])
    findings = " ".join(_finding(view, words) for view in views)
    caption = words.text(
        "crux.caption",
        phase=words.phase(found.phase),
        interceptor=words.short(best.interceptor),
        site=words.short(best.site),
    )
    alt = words.text(
        "chart.speed.alt",
        total=len(views[0].flights),
        phase=words.phase(found.phase),
        findings=plain(findings),
    )
    rows = _rows(found, words)
    drawing = speed_chart(
        words.lang,
        rows,
        _marks(found, words),
        scale_km_s=_scale(words),
        width=width,
        alt=alt,
    )
    known = {dot.verdict for row in rows for dot in row.dots if dot.least_km_s is not None}
    return Figure(
        id=f"speeds-{found.phase.id}",
        drawing=drawing,
        caption=f"{caption} {findings}",
        title=title,
        topic="reaches",
        legend=tuple(
            LegendEntry(f"dot-{verdict}", "dot", words.text(f"legend.dot_{verdict}"))
            for verdict in ("yes", "depends", "no")
            if verdict in known
        ),
    )


def views_table(found: PhaseFindings, words: Wording) -> Table:
    """Every stated speed of a phase, and what it reaches."""
    columns = (
        Column(words.text("column.burnout_speed"), "right", share=1.2),
        Column(words.text("column.stated_by"), share=2.6),
        Column(words.text("column.reached"), share=1.4),
        Column(words.text("column.close"), "right", share=1.0),
    )
    rows = []
    for view in found.reached.views:
        yes, depends, total = view.counts
        rows.append((
            Cell(number(words.lang, view.top_speed_km_s, 1), sort=view.top_speed_km_s),
            Cell(words.stated_by(view.view.variant)),
            Cell(
                words.text("cell.of", part=yes, total=total),
                sign="yes" if yes else "depends" if depends else "no",
                sort=yes,
            ),
            Cell(str(depends), sort=depends),
        ))  # fmt: skip
    caption = words.text("table.views.caption", phase=words.phase_short(found.phase))
    return Table(f"views-{found.phase.id}", caption, columns, tuple(rows))


def least_speed_km_s(row: Reach) -> float | None:
    """The least burnout speed that opens a window, None where no speed of the ladder does."""
    if row.speed_margin_km_s is None:
        return None
    return row.burnout_speed_km_s - row.speed_margin_km_s


def _scale(words: Wording) -> tuple[float, float]:
    """The speeds between which all charts of the report run, so that they can be compared."""
    rows = words.document.reaches
    speeds = [row.burnout_speed_km_s for row in rows]
    speeds += [speed for row in rows if (speed := least_speed_km_s(row)) is not None]
    return min(speeds), max(speeds)


def _finding(view: ReachedInView, words: Wording) -> str:
    return words.text(
        "crux.finding",
        speed=words.speed(view.top_speed_km_s),
        by=words.stated_by(view.view.variant),
        reached=words.reached(*view.counts),
    )


def _best_battery(view: ReachedInView) -> Reach:
    known = [f.best for f in view.flights if f.best.speed_margin_km_s is not None]
    return max(
        known or [f.best for f in view.flights],
        key=lambda r: r.speed_margin_km_s if r.speed_margin_km_s is not None else -99.0,
    )


def _rows(found: PhaseFindings, words: Wording) -> list[SpeedRow]:
    """The flights by launch area, the one that is easiest to reach first."""
    dots: dict[str, list[SpeedDot]] = {}
    for place, reached in enumerate(found.reached.views[0].flights):
        verdicts = {view.flights[place].verdict for view in found.reached.views}
        least = [
            speed
            for view in found.reached.views
            if (speed := least_speed_km_s(view.flights[place].best)) is not None
        ]
        agreed: Verdict = verdicts.pop() if len(verdicts) == 1 else "depends"
        dot = SpeedDot(words.flight(reached.flight), min(least, default=None), agreed)
        dots.setdefault(reached.flight.launch, []).append(dot)
    rows = [SpeedRow(words.short(launch), tuple(row)) for launch, row in dots.items()]
    return sorted(rows, key=lambda row: (_easiest_km_s(row), row.name))


def _easiest_km_s(row: SpeedRow) -> float:
    return min((d.least_km_s for d in row.dots if d.least_km_s is not None), default=math.inf)


def _marks(found: PhaseFindings, words: Wording) -> list[SpeedMark]:
    marks = []
    for view in found.reached.views:
        fastest = max((f.best for f in view.flights), key=lambda r: r.burnout_speed_km_s)
        low, high = _stated_ends(words.document, fastest)
        name = words.stated_by(view.view.variant)
        marks.append(SpeedMark(name, fastest.burnout_speed_km_s, low, high, view.view.declared))
    return marks


def _stated_ends(document: Document, row: Reach) -> tuple[float, float]:
    """The ends between which a source states a speed; the speed itself where it states none."""
    key = f"interceptor.{row.interceptor}.burnout_speed"
    for a in document.assumptions:
        stated = a.key == key or (a.key.startswith(f"{key}.rivals.") and a.by == row.variant)
        if stated and a.value == row.burnout_speed_km_s:
            return (
                row.burnout_speed_km_s if a.low is None else a.low,
                row.burnout_speed_km_s if a.high is None else a.high,
            )
    return row.burnout_speed_km_s, row.burnout_speed_km_s
