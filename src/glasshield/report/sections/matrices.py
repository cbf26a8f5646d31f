"""The answers as matrices: flights or regions down, phases across."""

from __future__ import annotations

from glasshield.messages import clock
from glasshield.report.blocks import Cell, Column, Table
from glasshield.report.document import EVERYWHERE, Defence, Flight
from glasshield.report.findings import Findings, FlightReached, PhaseFindings, ReachedInView
from glasshield.report.wording import Wording


def all_of(found: Findings, words: Wording) -> tuple[Table, Table, Table]:
    """The three matrices."""
    return sees(found, words), defends(found, words), reaches(found, words)


def sees(found: Findings, words: Wording) -> Table:
    """When a radar first sees each flight, for each phase."""
    by_phase = [{f.flight.id: f for f in p.seen.flights} for p in found.phases]
    rows = []
    for flight in found.document.flights:
        cells = []
        for seen in by_phase:
            one = seen.get(flight.id)
            if one is None:
                cells.append(Cell(words.text("cell.none")))
            elif one.first_radar is None or one.first_radar.first_seen_s is None:
                cells.append(Cell(words.text("cell.never"), sign="no"))
            else:
                first_s = one.first_radar.first_seen_s
                cells.append(Cell(clock(first_s), sort=first_s))
        rows.append((_name(flight, words), *cells))
    heads = [Column(words.phase_short(p.phase), "right") for p in found.phases]
    columns = (Column(words.text("column.flight"), share=2.6), *heads)
    return Table("matrix-sees", words.text("table.sees.matrix"), columns, tuple(rows), "folded")


def defends(found: Findings, words: Wording) -> Table:
    """The share of people defended in each region, for each phase and its headline threat."""
    phases = [(p, p.headline) for p in found.phases if p.headline is not None]
    regions = {d.region: None for p, headline in phases for d in p.defended if _same(d, headline)}
    ordered = sorted(regions, key=lambda r: (r != EVERYWHERE, words.region(r)))
    heads = [
        Column(
            words.text(
                "column.threat_of",
                phase=words.phase_short(p.phase),
                threat=words.threat(headline.threat),
            ),
            "right",
        )
        for p, headline in phases
    ]
    rows = []
    for region in ordered:
        cells = (_share(p, headline, region, words) for p, headline in phases)
        rows.append((Cell(words.region(region)), *cells))
    columns = (Column(words.text("column.region"), share=1.8), *heads)
    return Table(
        "matrix-defends", words.text("table.defends.matrix"), columns, tuple(rows), "folded"
    )


def reaches(found: Findings, words: Wording) -> Table:
    """The verdict and the margin of each disputed flight, for each phase and stated speed."""
    views = [(p, view) for p in found.phases for view in p.reached.views]
    by_view = [{f.flight.id: f for f in view.flights} for _, view in views]
    rows = []
    for flight in found.flights("disputed"):
        cells = (_verdict(one.get(flight.id), words) for one in by_view)
        rows.append((_name(flight, words), *cells))
    heads = [Column(_head(p, view, words), share=1.1) for p, view in views]
    columns = (Column(words.text("column.flight"), share=2.4), *heads)
    return Table(
        "matrix-reaches", words.text("table.reaches.matrix"), columns, tuple(rows), "folded"
    )


def _name(flight: Flight, words: Wording) -> Cell:
    return Cell(words.flight(flight), soft=words.threat(flight.missile))


def _head(found: PhaseFindings, view: ReachedInView, words: Wording) -> str:
    phase, speed = words.phase_short(found.phase), words.speed(view.top_speed_km_s)
    return words.text("column.view", phase=phase, speed=speed)


def _same(row: Defence, headline: Defence | None) -> bool:
    return headline is not None and (row.threat, row.launch) == (headline.threat, headline.launch)


def _share(found: PhaseFindings, headline: Defence | None, region: str, words: Wording) -> Cell:
    row = next((d for d in found.defended if d.region == region and _same(d, headline)), None)
    if row is None:
        return Cell(words.text("cell.none"))
    share = row.population_fraction
    return Cell(words.share(share.value), sort=share.value, soft=words.share_ends(share))


def _verdict(one: FlightReached | None, words: Wording) -> Cell:
    if one is None:
        return Cell(words.text("cell.none"))
    margin = one.best.speed_margin_km_s
    written = words.text(f"verdict.{one.verdict}")
    soft = words.signed(margin) if margin is not None else ""
    return Cell(written, sign=one.verdict, sort=margin, soft=soft)
