"""The tables of the review of an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from glasshield.report.blocks import Cell, Column, Table
from glasshield.report.exercise.document import (
    EstimateRow,
    Figures,
    FirstRow,
    KnownRow,
    ManyRow,
    OtherRunRow,
    WaitRow,
)
from glasshield.report.exercise.wording import CENTRE, Words, is_sure

MATRIX: Final = 12  # flights up to which the table of who knew what stands open
ON_SHEETS: Final = 60  # moments up to which their list is printed
_SIGN_OF_ANSWER: Final = {"yes": "yes", "no": "no", "timed-out": "depends", "open": "depends"}
_SIDE: Final[tuple[str, ...]] = (
    "threats", "hits", "leakers", "shots", "before_look", "uncoordinated", "avoidable", "timed_out",
    "false_alarms",
)  # fmt: skip
_WHERE_ANY: Final = frozenset({"uncoordinated"})  # shown where there were any
_SIDE_WITHOUT_THREATS: Final[tuple[str, ...]] = (
    "threats", "unannounced", "false_alarms", "shots", "asked", "timed_out",
)  # fmt: skip


def known(words: Words) -> Table:
    """When each viewer first had each flight in its picture, and by whose data."""
    review = words.review
    found = {(row.viewer, row.flight): row for row in review.known}
    columns = (
        Column(words.text("review.column.flight"), share=1.2),
        *(Column(words.row(viewer)) for viewer in words.viewers()),
    )
    rows = tuple(
        (
            Cell(flight.id, soft=_aim(words, flight.aimed_at)),
            *(_known(words, found.get((viewer, flight.id))) for viewer in words.viewers()),
        )
        for flight in review.flights
    )
    shown = "open" if len(rows) <= MATRIX else "folded"
    return Table("known", words.text("review.known.caption"), columns, rows, shown)  # type: ignore[arg-type]


def _known(words: Words, row: KnownRow | None) -> Cell:
    """When a viewer knew a flight: the second, whose data, and when it was warned."""
    if row is None:
        return Cell(words.text("review.never"), sign="no")
    who = words.sources(row.by, row.viewer)
    soft = words.text("review.known.cell", who=who, after=words.span(row.after_s))
    if row.warned_s is not None:
        soft = words.text("review.known.warned", said=soft, second=words.second(row.warned_s))
    return Cell(words.second(row.second), soft=soft, sort=row.second)


def _aim(words: Words, region: str) -> str:
    return region or words.text("review.no_threat")


def flights(words: Words) -> Table:
    """Every flight: when it flew, where it was aimed, and how it ended."""
    columns = (
        Column(words.text("review.column.flight"), share=1.2),
        Column(words.text("review.column.launched"), "right"),
        Column(words.text("review.column.aimed"), share=1.6),
        Column(words.text("review.column.end"), share=1.6),
        Column(words.text("review.column.ended"), "right"),
        Column(words.text("review.column.shots"), "right"),
    )
    rows = tuple(
        (
            Cell(one.id),
            Cell(words.second(one.launched_s), sort=one.launched_s),
            Cell(_aim(words, one.aimed_at)),
            Cell(
                words.text(f"review.end.{one.end or 'flying'}"),
                sign=_end_sign(one.end, one.aimed_at),
            ),
            Cell(words.second(one.ended_s), sort=one.ended_s),
            Cell(words.count(one.shots), sort=one.shots),
        )
        for one in words.review.flights
    )
    return Table("flights", words.text("review.flights.caption"), columns, rows, "folded")


def _end_sign(end: str, aimed_at: str) -> str:
    """A sign where a threat was met, or was not."""
    if not aimed_at:
        return ""
    return "yes" if end == "intercepted" else "no"


def chains(words: Words) -> Table:
    """From the first detection of each flight to what met it."""
    names = ("detected", "centre", "proposed", "decided", "shot", "met")
    columns = (
        Column(words.text("review.column.flight"), share=1.2),
        *(Column(words.text(f"review.column.{name}"), "right") for name in names),
    )
    rows = []
    for one in words.review.chains:
        start = one.detected_s
        steps = (one.centre_knows_s, one.proposed_s, one.decided_s, one.shot_s, one.met_s)
        cells = [Cell(one.flight), Cell(words.second(None if start is None else round(start)))]
        cells += [_since(words, step, start) for step in steps]
        rows.append(tuple(cells))
    return Table("chains", words.text("review.chains.caption"), columns, tuple(rows), "folded")


def _since(words: Words, second: float | None, start: float | None) -> Cell:
    """A span since the first detection."""
    if second is None or start is None:
        return Cell(words.text("cell.none"))
    return Cell(words.signed(second - start, 0), sort=second - start)


def waits(words: Words) -> Table:
    """Everything that a procedure asked, and how long the answer took against what it may take."""
    columns = (
        Column(words.text("review.column.asked"), share=1.8),
        Column(words.text("review.column.flight"), share=1.2),
        Column(words.text("review.column.at"), "right"),
        Column(words.text("review.column.took"), "right"),
        Column(words.text("review.column.allowed"), "right"),
        Column(words.text("review.column.answer"), share=1.6),
    )
    rows = tuple(_wait(words, one) for one in words.review.waits)
    shown = "open" if len(rows) <= MATRIX else "folded"
    return Table("waits", words.text("review.waits.caption"), columns, rows, shown)  # type: ignore[arg-type]


def _wait(words: Words, one: WaitRow) -> tuple[Cell, ...]:
    said = words.text(f"review.answer.{one.answered}")
    if one.then:
        said = words.text(
            "review.answer.then", said=said, then=words.text(f"review.then.{one.then}")
        )
    return (
        Cell(
            words.text(f"review.asked.{one.what}", cell=one.cell),
            soft=words.text("review.asked.by", party=words.row(one.by)),
        ),
        Cell(one.flight or words.text("cell.none")),
        Cell(words.second(one.asked_s), sort=one.asked_s),
        Cell(words.span(one.after_s), sort=one.after_s),
        Cell(words.span(one.allowed_s), sort=one.allowed_s),
        Cell(said, sign=_SIGN_OF_ANSWER[one.answered]),
    )


def side_by_side(words: Words) -> Table:
    """The run as it was, and the same run with one thing changed, side by side."""
    base = words.review.others[0]
    figures = [one.figures for one in words.review.others]
    names = tuple(
        name
        for name in (_SIDE if words.threats else _SIDE_WITHOUT_THREATS)
        if name not in _WHERE_ANY or any(_figure(one, name) for one in figures)
    )
    columns = (
        Column(words.text("review.column.change"), share=2.4),
        *(Column(words.text(f"review.figure.{name}"), "right") for name in names),
        Column(words.text("review.column.centre_knows"), "right", share=1.3),
    )
    rows = tuple(_other(words, one, base, names) for one in words.review.others)
    return Table("side-by-side", words.text("review.others.caption"), columns, rows)


def _other(
    words: Words, one: OtherRunRow, base: OtherRunRow, names: Sequence[str]
) -> tuple[Cell, ...]:
    first = next((row for row in one.first if row.viewer == CENTRE), None)
    cells = [Cell(words.change(one.change, one.parties))]
    for name in names:
        value, was = _figure(one.figures, name), _figure(base.figures, name)
        soft = words.signed(value - was, 0) if value != was else ""
        cells.append(Cell(words.count(value), soft=soft, sort=value))
    after_s = first.known_after_s if first else None
    cells.append(Cell(words.span(after_s), sort=after_s))
    return tuple(cells)


def _figure(figures: Figures, name: str) -> int:
    value = getattr(figures, name)
    assert isinstance(value, int)
    return value


def first(words: Words) -> Table:
    """How many threats each party knew, and how long after the launch, in each of the runs."""
    columns = (
        Column(words.text("review.column.change"), share=2.2),
        *(Column(words.row(viewer), share=1.2) for viewer in words.viewers()),
    )
    rows = tuple(
        (
            Cell(words.change(one.change, one.parties)),
            *(_first(words, row, one.figures.threats) for row in _ordered(words, one.first)),
        )
        for one in words.review.others
    )
    return Table("first", words.text("review.first.caption"), columns, rows)


def _ordered(words: Words, rows: Sequence[FirstRow]) -> list[FirstRow]:
    """What viewers knew, in the order of the viewers."""
    known = {row.viewer: row for row in rows}
    return [known[viewer] for viewer in words.viewers() if viewer in known]


def _first(words: Words, row: FirstRow, threats: int) -> Cell:
    of = words.text("review.of", n=row.known, total=threats)
    if not row.known:
        return Cell(of, sign="no")
    sign = "" if row.known == threats else "depends"
    return Cell(of, sign=sign, soft=words.span(row.known_after_s))


def many(words: Words, row: ManyRow) -> Table:
    """Every figure over many seeds, with its interval."""
    columns = (
        Column(words.text("review.column.measure"), share=2.4),
        Column(words.text("review.column.estimate"), "right", share=1.4),
        Column(words.text("review.column.method")),
    )
    rows = tuple(
        (
            Cell(words.measure(one.measure)),
            Cell(words.estimate(one), sort=one.value),
            Cell(words.text(f"review.method.{one.method}")),
        )
        for one in row.estimates
    )
    caption = words.text("review.many.caption", n=row.seeds)
    return Table("many", caption, columns, rows, "folded")


def paired(words: Words) -> Table:
    """What each change does to leakers, shots, waste and what the centre knows, seed by seed."""
    names: tuple[str, ...] = (words.at_stake, "false_alarms")
    if words.at_stake == "leakers":
        names = (words.at_stake, "wasted", f"known@{CENTRE}", f"known_after@{CENTRE}")
    columns = (
        Column(words.text("review.column.change"), share=1.4),
        Column(words.text("review.column.seeds"), "right", share=0.7),
        *(
            Column(words.text(f"review.paired.{name.partition('@')[0]}"), "right", share=1.4)
            for name in names
        ),
    )
    rows = tuple(
        (
            Cell(words.change(row.change, row.parties)),
            Cell(words.count(row.seeds)),
            *(_difference(words, row.differences, name) for name in names),
        )
        for row in words.review.many
        if row.differences
    )
    return Table("paired", words.text("review.paired.title"), columns, rows)


def _difference(words: Words, rows: Sequence[EstimateRow], name: str) -> Cell:
    found = next((row for row in rows if row.measure == name), None)
    if found is None:
        return Cell(words.text("cell.none"))
    sign = "depends" if is_sure(found) else ""
    return Cell(words.difference(found), sign=sign, sort=found.value)


def moments(words: Words) -> Table:
    """All that stands on the time line, as a list."""
    columns = (
        Column(words.text("review.column.at"), "right", share=0.6),
        Column(words.text("review.column.who")),
        Column(words.text("review.column.flight")),
        Column(words.text("review.column.happened"), share=3.4),
    )
    rows = tuple(
        (
            Cell(words.second(one.second), sort=one.second),
            Cell(words.row(one.row)),
            Cell(one.flight or words.text("cell.none")),
            Cell(words.both(one.said)),
        )
        for one in words.review.moments
    )
    # A long list would fill sheets; whoever wants it has the page and the records.
    shown = "folded" if len(rows) <= ON_SHEETS else "screen"
    return Table("moments", words.text("review.moments.caption"), columns, rows, shown)  # type: ignore[arg-type]
