"""All results as tables."""

from __future__ import annotations

from glasshield.messages import clock, number, text
from glasshield.report.blocks import Block, Cell, Column, Paragraph, Section, Table
from glasshield.report.document import Document, Fraction, Reach
from glasshield.report.findings import Findings, FlightSeen, PhaseFindings
from glasshield.report.sections import matrices
from glasshield.report.wording import Wording


def section(found: Findings, words: Wording) -> Section:
    """A matrix for each question, and for the screen the rows that they sum up."""
    blocks: tuple[Block, ...] = (
        Paragraph(words.text("tables.intro")),
        *(table for table in matrices.all_of(found, words) if table.rows),
        sees(found, words),
        defends(found, words),
        reaches(found.document, words),
    )
    return Section("tables", words.text("section.tables"), blocks)


def sees(found: Findings, words: Wording) -> Table:
    """When each flight is first seen in each phase."""
    columns = (
        Column(words.text("column.phase"), share=1.5),
        Column(words.text("column.flight"), share=2.1),
        Column(words.text("column.missile"), share=2.2),
        Column(words.text("column.first_radar"), share=2.2),
        Column(words.text("column.seen_after"), "right", share=1.1),
        Column(words.text("column.seen_height"), "right", share=0.9),
        Column(words.text("column.first_infrared"), "right", share=1.1),
    )
    rows = tuple(_sees_row(p, f, words) for p in found.phases for f in p.seen.flights)
    return Table("table-sees", words.text("table.sees.caption"), columns, rows, "screen")


def _sees_row(found: PhaseFindings, seen: FlightSeen, words: Wording) -> tuple[Cell, ...]:
    none = Cell(words.text("cell.none"))
    radar, first = seen.first_radar, seen.first
    infrared = first if first is not None and first is not radar else None
    height = radar.first_seen_height_km if radar else None
    return (
        Cell(words.phase_short(found.phase)),
        Cell(words.flight(seen.flight)),
        Cell(words.short(seen.flight.missile)),
        Cell(words.short(radar.sensor)) if radar else _never(seen, words),
        _time_cell(radar.first_seen_s, none) if radar else none,
        none if height is None else Cell(number(words.lang, height), sort=height),
        _time_cell(infrared.first_seen_s, none) if infrared else none,
    )


def _never(seen: FlightSeen, words: Wording) -> Cell:
    reasons = ", ".join(words.text(f"unseen.{reason}") for reason in seen.why_not)
    return Cell(words.text("cell.never"), sign="no", soft=reasons)


def _time_cell(time_s: float | None, none: Cell) -> Cell:
    return none if time_s is None else Cell(clock(time_s), sort=time_s)


def defends(found: Findings, words: Wording) -> Table:
    """What share of each region is defended in each phase against each threat."""
    columns = (
        Column(words.text("column.phase"), share=1.5),
        Column(words.text("column.threat"), share=2.0),
        Column(words.text("column.launch"), share=1.1),
        Column(words.text("column.region"), share=1.8),
        Column(words.text("column.area"), "right", share=1.5),
        Column(words.text("column.people"), share=2.4),
        Column(words.text("column.threatened_people"), "right", share=1.2),
    )
    rows = []
    for phase in found.phases:
        for row in phase.defended:
            millions = row.threatened_population_millions
            rows.append((
                Cell(words.phase_short(phase.phase)),
                Cell(words.short(row.threat)),
                Cell(words.short(row.launch)),
                Cell(words.region(row.region)),
                _share(row.area_fraction, words),
                _share(row.population_fraction, words),
                Cell(words.text("cell.none"))
                if millions is None
                else Cell(number(words.lang, millions, 1), sort=millions),
            ))  # fmt: skip
    return Table(
        "table-defends", words.text("table.defends.caption"), columns, tuple(rows), "screen"
    )


def _share(share: Fraction, words: Wording) -> Cell:
    return Cell(words.share(share.value), sort=share.value, soft=words.share_ends(share))


def reaches(document: Document, words: Wording) -> Table:
    """What every interceptor could do against every disputed flight, for every stated speed."""
    columns = (
        Column(words.text("column.phase"), share=1.5),
        Column(words.text("column.flight"), share=2.1),
        Column(words.text("column.site"), share=1.4),
        Column(words.text("column.interceptor"), share=1.6),
        Column(words.text("column.burnout_speed"), "right", share=1.0),
        Column(words.text("column.stated_by"), share=1.5),
        Column(words.text("column.verdict"), share=1.1),
        Column(words.text("column.speed_margin"), "right", share=0.9),
        Column(words.text("column.window"), "right", share=1.4),
        Column(words.text("column.why_not"), share=2.2),
    )
    flights = {f.id: f for f in document.flights if f.role == "disputed"}
    rows = tuple(
        (
            Cell(words.phase_of_id(row.phase)),
            Cell(words.flight(flights[row.flight])),
            *_reach_cells(row, words),
        )
        for row in document.reaches
        if row.flight in flights
    )
    return Table("table-reaches", words.text("table.reaches.caption"), columns, rows, "screen")


def _reach_cells(row: Reach, words: Wording) -> tuple[Cell, ...]:
    none = Cell(words.text("cell.none"))
    margin, window = row.speed_margin_km_s, row.window_s
    return (
        Cell(words.short(row.site)),
        Cell(words.short(row.interceptor)),
        Cell(number(words.lang, row.burnout_speed_km_s, 1), sort=row.burnout_speed_km_s),
        Cell(words.stated_by(row.variant)),
        Cell(words.text(f"verdict.{row.verdict}"), sign=row.verdict),
        none if margin is None else Cell(words.signed(margin), sort=margin),
        none if window is None else Cell("–".join(clock(t) for t in window), sort=window[0]),
        Cell(why_not(words, row.why_not)) if row.why_not else none,
    )


def why_not(words: Wording, rule: str) -> str:
    """The rule that closed a window, in words."""
    return text(words.lang, f"rule.{rule}")
