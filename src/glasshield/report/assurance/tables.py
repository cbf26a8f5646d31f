"""The tables of a judged claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from glasshield.assurance.document import (
    AssumptionRow,
    BreakEven,
    CaseRow,
    Crux,
    Document,
    DrawnFlight,
    Shows,
    VerdictRow,
)
from glasshield.messages import has, number
from glasshield.messages.numbers import significant
from glasshield.report.assurance import maps
from glasshield.report.assurance.answer import against
from glasshield.report.assurance.wording import Words, weight
from glasshield.report.blocks import Align, Cell, Column, Table

# Of more rows than this a table is folded on the page.
_OPEN: Final = 24
# So many cases of evidence are shown of each side.
_MOST_CASES: Final = 12
_MOST_NUMBERS: Final = 5
# Decimals of a number by the end of its name.
_PLACES: Final = {"_km_s": 2, "_km": 0, "_s": 0, "_share": 3}
# The weight of what neither flips anything nor moves the margin.
_LAST: Final = (-99, 0.0)
_NONE: Final = Cell("–")


def verdicts(words: Words) -> Table:
    """What each side finds, one row for each."""
    columns = _columns(
        words, ("who", "left", 1.8), ("verdict", "left", 1.1), ("margin", "right", 1.0),
        ("interval", "left", 1.8), ("worst", "left", 3.0),
    )  # fmt: skip
    return _table(
        words, "table-verdicts", columns, [_verdict(words, row) for row in words.document.verdicts]
    )


def _verdict(words: Words, row: VerdictRow) -> tuple[Cell, ...]:
    margin = row.margin
    return (
        Cell(words.side(row.assumptions)),
        Cell(words.verdict(row.verdict), sign=words.sign(row.verdict)),
        Cell(words.margin(margin.value), sort=margin.value),
        Cell(words.margin_ends(margin, "short") or "–"),
        Cell((row.worst_case and words.case(row.worst_case)) or "–"),
    )


def shows(words: Words, crux: Crux) -> Table:
    """What each side would have to show the other, one row for each side and parameter."""
    columns = _columns(
        words, ("who", "left", 1.5), ("parameter", "left", 2.3), ("states", "left", 1.7),
        ("other_states", "left", 1.7), ("must_show", "left", 3.0), ("alone", "left", 1.3),
    )  # fmt: skip
    rank = weight(crux)
    mattering = [row for row in crux.shows if matters(crux, row)]
    foremost = sorted(mattering, key=lambda row: rank.get(row.parameter, _LAST), reverse=True)
    rows = sorted(foremost, key=lambda row: not row.flips_alone)
    return _table(
        words,
        "table-shows",
        columns,
        [
            (
                Cell(words.side(row.party)),
                Cell(words.parameter(row.parameter)),
                Cell(words.stated(row.states)),
                Cell(words.stated(row.other_states)),
                Cell(must_show(words, crux, row)),
                _alone(words, row),
            )
            for row in rows
        ],
    )


def matters(crux: Crux, row: Shows) -> bool:
    """Whether showing this could turn the other side's verdict, alone or with others."""
    return row.must_show is not None or bool(_with(crux, row))


def must_show(words: Words, crux: Crux, row: Shows) -> str:
    """What a side would have to show the other of one parameter."""
    if row.must_show is None:
        partners = [key for key in _with(crux, row) if key != row.parameter]
        if not partners:
            key = "itself" if row.flips_alone else "never"
            return words.text(f"assurance.shows.{key}", value=words.stated(row.states))
        return words.text(
            "assurance.shows.with_others",
            value=words.stated(row.states),
            others=words.parameters(partners),
        )
    key = "at_least" if row.above else "at_most"
    return words.text(f"assurance.shows.{key}", value=words.value(row.must_show, row.unit))


def _with(crux: Crux, row: Shows) -> tuple[str, ...]:
    """The smallest set with this parameter that flips the other side's verdict; empty for none."""
    sets = crux.flip_sets if row.other == crux.between[0] else crux.flip_sets_back
    return min((one for one in sets if row.parameter in one), key=len, default=())


def _alone(words: Words, row: Shows) -> Cell:
    return Cell(words.text(f"assurance.cell.{'alone' if row.flips_alone else 'not_alone'}"),
                sign="yes" if row.flips_alone else "no")  # fmt: skip


def flips(words: Words, crux: Crux) -> Table:
    """The smallest sets of assumptions whose exchange turns a verdict, both ways."""
    columns = _columns(
        words, ("verdict_of", "left", 1.8), ("turns_with", "left", 1.8), ("count", "right", 0.7),
        ("exchanged", "left", 4.2),
    )  # fmt: skip
    first, last = crux.between[:2]
    ways = ((first, last, crux.flip_sets), (last, first, crux.flip_sets_back))
    rows = [_flip(words, crux, side, other, one) for side, other, sets in ways for one in sets]
    return _table(words, "table-flips", columns, rows)


def _flip(
    words: Words, crux: Crux, side: str, other: str, exchanged: Sequence[str]
) -> tuple[Cell, ...]:
    named = [f"{words.parameter(key)} ({against(words, crux, key)})" for key in exchanged]
    return (
        Cell(words.side(side)),
        Cell(words.side(other)),
        Cell(number(words.lang, len(exchanged)), sort=len(exchanged)),
        Cell("; ".join(named)),
    )


def other_pairs(words: Words, cruxes: Sequence[Crux]) -> Table:
    """The smallest flipping set of every other pair of sides."""
    columns = _columns(words, ("pair", "left", 2.4), ("exchanged", "left", 4.0))
    rows = []
    for crux in cruxes:
        sets = [*crux.flip_sets, *crux.flip_sets_back]
        least = min(sets, key=len, default=())
        named = words.parameters(least) if least else words.text("assurance.cell.nothing_flips")
        rows.append((Cell(" – ".join(words.side(side) for side in crux.between)), Cell(named)))
    return _table(words, "table-pairs", columns, rows)


def break_even(words: Words, rows: Sequence[BreakEven]) -> Table:
    """The value of each number at which the verdict turns."""
    columns = _columns(
        words, ("parameter", "left", 2.8), ("held_by", "left", 1.8), ("turns_at", "right", 1.2),
        ("own_values", "right", 1.8), ("searched", "right", 1.8),
    )  # fmt: skip
    return _table(
        words, "table-break-even", columns, [_turn(words, row) for row in rows], shown="folded"
    )


def _turn(words: Words, row: BreakEven) -> tuple[Cell, ...]:
    own, searched = (
        words.span(min(ends), max(ends), row.unit) for ends in (row.between, row.searched)
    )
    at = words.text("assurance.cell.no_turn")
    if row.value is not None:
        at = words.value(row.value, row.unit)
    more = words.text("assurance.cell.crossings", n=row.crossings) if row.crossings > 1 else ""
    return (
        Cell(words.parameter(row.parameter)),
        Cell(words.side(row.held_by)),
        Cell(at, sort=row.value, soft=more),
        Cell(own),
        Cell(searched),
    )


def flights(words: Words) -> Table:
    """What each side says of every flight that is drawn."""
    columns = (
        Column(words.text("assurance.column.flight"), share=2.4),
        Column(words.text("assurance.column.missile"), share=1.6),
        *(Column(words.side(side), share=1.5) for side in words.sides),
    )
    rows = [_flight(words, flight) for flight in words.document.flights]
    return _table(words, "table-flights", columns, rows)


def _flight(words: Words, flight: DrawnFlight) -> tuple[Cell, ...]:
    family = "reach" if words.reaches else "claim"
    cells = []
    for place, view in enumerate(maps.views(words, flight)):
        if view is None:
            cells.append(_NONE)
            continue
        least = words.at(flight.least_speed_km_s, place)
        soft = "" if least is None else words.text(
            "assurance.cell.least", speed=words.value(round(least, 2), "km/s")
        )  # fmt: skip
        said = words.text(f"assurance.cell.{family}_{view}")
        cells.append(Cell(said, sign=words.sign(view), sort=least, soft=soft))
    return (
        Cell(words.route(flight.launch, flight.target)),
        Cell(words.names.short("missile", flight.missile, words.lang)),
        *cells,
    )


def evidence(words: Words, row: VerdictRow) -> Table:
    """Every flight, place or phase that was looked at for one side, the worst first."""
    cases = row.evidence[:_MOST_CASES]
    given = dict.fromkeys(name for case in cases for name in case.numbers)
    # Known ones first: of many numbers those that have a name in words are shown.
    names = sorted(given, key=lambda name: not _is_named(name))[:_MOST_NUMBERS]
    columns = (
        *_columns(words, ("case", "left", 2.2), ("battery", "left", 1.9), ("phase", "left", 1.3),
                  ("apogee", "right", 1.0)),
        *(Column(number_name(words, name), "right", 1.3) for name in names),
    )  # fmt: skip
    title = words.text(
        "assurance.table.evidence",
        side=words.side(row.assumptions),
        n=len(cases),
        total=len(row.evidence),
    )
    rows = tuple(_case(words, case, names) for case in cases)
    return Table(f"evidence-{row.assumptions}", title, columns, rows, "folded")


def _case(words: Words, case: CaseRow, names: Sequence[str]) -> tuple[Cell, ...]:
    lang = words.lang
    battery = [
        words.names.short(kind, id, lang)
        for kind, id in (("interceptor", case.interceptor), ("site", case.site))
        if id
    ]
    apogee = case.apogee_km
    return (
        Cell(words.route(case.launch, case.target) or "–"),
        Cell(" · ".join(battery) or "–"),
        Cell(words.phase(case.phase)) if case.phase else _NONE,
        _NONE if apogee is None else Cell(number(lang, apogee), sort=apogee),
        *(_number(words, name, case.numbers.get(name)) for name in names),
    )


def number_name(words: Words, name: str) -> str:
    """What a number of a case is called; by its name where nobody translated it."""
    if not _is_named(name):
        return name.replace("_", " ")
    said = words.text(f"assurance.number.{name}")
    return f"{said}, {words.unit_shown}" if name.startswith("margin") else said


def _is_named(name: str) -> bool:
    return has(f"assurance.number.{name}")


def _number(words: Words, name: str, value: float | None) -> Cell:
    if value is None:
        return _NONE
    if name.startswith("margin"):
        return Cell(words.digits(value), sort=value)
    places = next((k for ending, k in _PLACES.items() if name.endswith(ending)), None)
    if places is None:
        return Cell(significant(words.lang, value, 4), sort=value)
    return Cell(number(words.lang, value, places), sort=value)


def would_decide(words: Words, row: VerdictRow) -> Table:
    """What each uncertain input alone does to the margin of one undecided side."""
    columns = _columns(
        words, ("parameter", "left", 3.0), ("margin_low", "right", 1.3),
        ("margin_high", "right", 1.3), ("decides", "left", 1.6),
    )  # fmt: skip
    title = words.text("assurance.table.would_decide", side=words.side(row.assumptions))
    rows = tuple(
        (
            Cell(words.parameter(effect.parameter)),
            *(Cell(words.margin(end), sort=end) for end in effect.margin),
            Cell(
                words.text(f"assurance.cell.{'decides' if effect.decides else 'leaves_open'}"),
                sign="yes" if effect.decides else "no",
            ),
        )
        for effect in row.would_decide
    )
    return Table(f"decides-{row.assumptions}", title, columns, rows)


def assumptions(words: Words, sources: Sequence[str]) -> Table:
    """Every setting of every side, with what the catalogue has in its place."""
    columns = _columns(
        words, ("parameter", "left", 2.2), ("who", "left", 1.4), ("states", "left", 1.5),
        ("catalogue", "left", 1.5), ("status", "left", 1.3), ("source", "right", 0.8),
        ("note", "left", 2.6),
    )  # fmt: skip
    rows = [_assumed(words, row, sources) for row in stated(words.document)]
    return _table(words, "table-assumptions", columns, rows)


def stated(document: Document) -> tuple[AssumptionRow, ...]:
    """The settings that this claim may hang on: no figures of other claims."""
    own = {document.claim.id, document.claim.denies}
    return tuple(
        row
        for row in document.assumptions
        if not row.parameter.startswith("claim.") or row.parameter.split(".")[1] in own
    )


def _assumed(words: Words, row: AssumptionRow, sources: Sequence[str]) -> tuple[Cell, ...]:
    cited = ", ".join(f"[{sources.index(id) + 1}]" if id in sources else id for id in row.source)
    return (
        Cell(words.parameter(row.parameter)),
        Cell(words.side(row.assumptions)),
        Cell(words.stated(row.states)),
        Cell(words.stated(row.catalogue) if row.catalogue else "–"),
        Cell(words.text(f"status.{row.status}"), sign=row.status),
        Cell(cited),
        Cell(row.note or "–"),
    )


def _table(
    words: Words,
    id: str,
    columns: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...]],
    shown: Literal["open", "folded"] | None = None,
) -> Table:
    name = id.removeprefix("table-").replace("-", "_")
    title = words.text(f"assurance.table.{name}")
    folded: Literal["open", "folded"] = "open" if len(rows) <= _OPEN else "folded"
    return Table(id, title, columns, tuple(rows), shown or folded)


def _columns(words: Words, *wanted: tuple[str, Align, float]) -> tuple[Column, ...]:
    return tuple(
        Column(words.text(f"assurance.column.{name}"), align, share)
        for name, align, share in wanted
    )
