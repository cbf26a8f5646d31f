"""The summary tables of an assessment, for a terminal."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from glasshield.messages import Language, number
from glasshield.report.blocks import Cell, Column, Table, plain
from glasshield.report.document import EVERYWHERE, read
from glasshield.report.findings import Findings, FlightReached, PhaseFindings, View, findings
from glasshield.report.sections import answer, tables
from glasshield.report.wording import Wording


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of plain texts; `right` names the columns that are set flush right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a terminal shows: the mark, the three answers, and the tables."""

    mark: str
    answers: tuple[str, ...]
    tables: tuple[TextTable, ...]


def summary(assessment: Mapping[str, object], *, lang: Language) -> Summary:
    """The answer first, then the phases at a glance and what each defends and reaches.

    Args:
        assessment: the assessment's JSON form.
        lang: the language of the texts.

    Raises:
        InputError: when the assessment has not the form of `results.json`.
    """
    document = read(assessment)
    words, found = Wording(document, lang), findings(document)
    shown = (answer.glance(found, words), _defends(found, words), _reaches(found, words))
    return Summary(
        mark=words.text("page.mark_full"),
        answers=tuple(
            plain(f"{a.question} {' '.join(a.sentences)}") for a in answer.answers(found, words)
        ),
        tables=tuple(as_text(table) for table in shown if table.rows),
    )


def _defends(found: Findings, words: Wording) -> Table:
    """The shares over all that a threat can fly to; the regions stand in the report."""
    whole = tables.defends(found, words)
    everywhere = words.region(EVERYWHERE)
    rows = tuple(row for row in whole.rows if row[3].text == everywhere)
    return Table(whole.id, whole.caption, whole.columns, rows or whole.rows)


def _reaches(found: Findings, words: Wording) -> Table:
    """The flights that are reached or too close to call, in each view; else the nearest to it."""
    columns = (
        Column(words.text("column.phase")),
        Column(words.text("column.flight")),
        Column(words.text("column.interceptor")),
        Column(words.text("column.site")),
        Column(words.text("column.burnout_speed"), "right"),
        Column(words.text("column.stated_by")),
        Column(words.text("column.verdict")),
        Column(words.text("column.speed_margin"), "right"),
    )
    rows = tuple(
        _reach_row(phase, view.view, flight, words)
        for phase in found.phases
        for view in phase.reached.views
        for flight in _foremost(view.flights)
    )
    return Table("reaches", words.text("table.reaches.foremost"), columns, rows)


def _foremost(flights: Sequence[FlightReached]) -> Sequence[FlightReached]:
    """The flights that a reader in a hurry wants, the widest margin first."""

    def margin(flight: FlightReached) -> float:
        found = flight.best.speed_margin_km_s
        return -math.inf if found is None else found

    ordered = sorted(flights, key=margin, reverse=True)
    return [flight for flight in ordered if flight.verdict != "no"] or ordered[:1]


def _reach_row(
    phase: PhaseFindings, view: View, flight: FlightReached, words: Wording
) -> tuple[Cell, ...]:
    best = flight.best
    margin = best.speed_margin_km_s
    return (
        Cell(words.phase_short(phase.phase)),
        Cell(words.flight(flight.flight)),
        Cell(words.short(best.interceptor)),
        Cell(words.short(best.site)),
        Cell(number(words.lang, best.burnout_speed_km_s, 1)),
        Cell(words.stated_by(view.variant)),
        Cell(words.text(f"verdict.{flight.verdict}")),
        Cell(words.text("cell.none") if margin is None else words.signed(margin)),
    )


def as_text(table: Table) -> TextTable:
    """A table of a report as plain texts."""
    return TextTable(
        title=table.caption,
        header=tuple(column.title for column in table.columns),
        rows=tuple(tuple(_text(cell) for cell in row) for row in table.rows),
        right=tuple(i for i, column in enumerate(table.columns) if column.align == "right"),
    )


def _text(cell: Cell) -> str:
    return f"{cell.text} ({cell.soft})" if cell.soft else cell.text
