"""The tables of monitoring."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, Literal

from glasshield.messages import number, quantity
from glasshield.messages.numbers import EN_DASH
from glasshield.monitoring.document import (
    BiasRow,
    ClaimUpdate,
    Compared,
    Comparison,
    Evaluation,
    LeastAccess,
    Plan,
    ReportedRow,
    Stated,
    StationRow,
    TestRow,
    Value,
)
from glasshield.report.blocks import Align, Cell, Column, Table
from glasshield.report.monitoring.maps import bounds
from glasshield.report.monitoring.places import Classes
from glasshield.report.monitoring.wording import Words

_NONE: Final = Cell("–")
# What fits less often than this does not fit.
_LEVEL: Final = 0.05
# Press figures never deserve more decimals of a kilometre a second.
_METRES: Final = 3
# Odds below this are left out of the list of stages.
_UNLIKELY: Final = 5e-3


def stated(words: Words, test: TestRow) -> Table:
    """What the host declares and what somebody else says, and what either would be in flight."""
    columns = _columns(
        words, ("who", "left", 1.9), ("by", "left", 2.0), ("stated_speed", "right", 1.5),
        ("in_flight", "right", 1.5), ("burn_time", "right", 1.1), ("stages", "right", 0.9),
        ("status", "left", 1.4),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(words.text(f"monitoring.cell.{who}")),
            Cell(words.party(one.by)),
            Cell(words.speed(one.burnout_speed_km_s), sort=one.burnout_speed_km_s),
            Cell(words.speed(one.in_flight_km_s), sort=one.in_flight_km_s),
            _maybe(words, one.burn_time_s, "s"),
            _maybe(words, one.stages, "1"),
            Cell(words.text(f"status.{one.status}"), sign=one.status),
        )
        for who, one in (("declared", test.declared), ("rival", test.rival))
    )
    return Table("table-stated", words.text("monitoring.table.stated"), columns, rows)


def _maybe(words: Words, value: float | None, unit: str) -> Cell:
    return _NONE if value is None else Cell(quantity(words.lang, value, unit), sort=value)


def best(words: Words, plan: Plan) -> Table:
    """The best places for one, two and three radars together."""
    columns = _columns(
        words, ("together", "right", 0.8), ("places", "left", 4.6), ("sigma_speed", "right", 1.3),
        ("sigma_burn", "right", 1.3), ("sigma_stages", "right", 1.2), ("power", "right", 1.1),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(number(words.lang, len(row.places)), sort=len(row.places)),
            Cell(words.all_stand(row.places)),
            _sigma(words, row.burnout_speed_sigma_m_s, "m/s"),
            _sigma(words, row.burn_time_sigma_s, "s"),
            _sigma(words, row.stages_sigma, "1"),
            Cell(words.chance(row.power), sort=row.power),
        )
        for row in plan.best
    )
    return Table("table-best", words.text("monitoring.table.best"), columns, rows)


def _sigma(words: Words, sigma: float | None, unit: str) -> Cell:
    return Cell(words.deviation(sigma, unit), sort=sigma)


def classes(words: Words, stations: Sequence[StationRow], found: Classes) -> Table:
    """How many places of an observer are of each class of a map, and what they allow."""
    columns = _columns(
        words, ("class", "left", 1.8), ("count", "right", 0.9), ("seeing", "right", 1.1),
        ("in_view", "right", 1.1), ("power", "right", 1.2),
    )  # fmt: skip
    by_class: dict[int | None, list[StationRow]] = {}
    for row in stations:
        by_class.setdefault(found.of(row.burnout_speed_sigma_m_s), []).append(row)
    order = sorted(by_class, key=lambda one: found.count if one is None else one)
    rows = tuple(_class(words, one, by_class[one], found) for one in order)
    observer = stations[0].observer
    title = words.text("monitoring.table.classes", observer=observer)
    return Table(f"table-classes-{observer}", title, columns, rows)


def _class(
    words: Words, place: int | None, rows: Sequence[StationRow], found: Classes
) -> tuple[Cell, ...]:
    name = "monitoring.map.nothing"
    said = words.text(name) if place is None else bounds(words, found, place)
    times = [row.visible_s for row in rows]
    powers = [row.power for row in rows]
    seeing = sum(row.sees_burnout for row in rows)
    return (
        Cell(said, sort=found.count if place is None else place),
        Cell(number(words.lang, len(rows)), sort=len(rows)),
        Cell(number(words.lang, seeing), sort=seeing),
        Cell(_span(*(quantity(words.lang, end, "s") for end in (min(times), max(times)))),
             sort=max(times)),
        Cell(_span(*(words.chance(end) for end in (min(powers), max(powers)))),
             sort=min(powers)),
    )  # fmt: skip


def _span(low: str, high: str) -> str:
    """Two ends with the unit once; one where both read the same."""
    if low == high:
        return low
    head, _, unit = low.rpartition("\u00a0")
    return f"{head}{EN_DASH}{high}" if high.endswith(unit) and head else f"{low}{EN_DASH}{high}"


def access(words: Words, least: LeastAccess) -> Table:
    """The strictest limit of each kind with which the speeds can still be told apart."""
    columns = _columns(words, ("limit", "left", 3.4), ("strictest", "right", 1.4))
    limits = (
        ("not_below", least.not_below_km, "km"),
        ("not_before", least.not_before_s, "s"),
        ("not_after", least.not_after_s, "s"),
        ("seconds", least.seconds, "s"),
    )
    rows = tuple(
        (
            Cell(words.text(f"monitoring.access.{name}")),
            Cell(words.text("monitoring.access.none"))
            if value is None
            else Cell(quantity(words.lang, value, unit), sort=value),
        )
        for name, value, unit in limits
    )
    return Table("table-access", words.text("monitoring.table.access"), columns, rows)


def measured(words: Words, found: Evaluation) -> Table:
    """All that was measured, with intervals."""
    columns = _columns(
        words, ("what", "left", 3.6), ("value", "right", 1.6), ("interval", "right", 1.8)
    )
    rows: list[tuple[Cell, ...]] = [
        _figure(words, "burnout_speed", found.burnout_speed_km_s, "km/s"),
        _figure(words, "reference_speed", found.reference_speed_km_s, "km/s"),
        _figure(words, "surface_speed", found.surface_speed_km_s, "km/s"),
        _figure(words, "motor_speed", found.motor_speed_km_s, "km/s"),
        _figure(words, "burn_time", found.burn_time_s, "s"),
    ]
    rows += [
        _figure(words, "stage_end", end, "s", n=place)
        for place, end in enumerate(found.stage_ends_s, start=1)
    ]
    rows += [
        (
            Cell(words.text("monitoring.figure.stages")),
            Cell(number(words.lang, found.stages.value), sort=found.stages.value),
            Cell(odds(words, found)),
        ),
        (
            Cell(words.text("monitoring.figure.lift_off")),
            Cell(words.moment(found.lift_off)),
            _NONE,
        ),
        (Cell(words.text("monitoring.figure.burnout")), Cell(words.moment(found.burnout)), _NONE),
    ]
    return Table("table-measured", words.text("monitoring.table.measured"), columns, tuple(rows))


def odds(words: Words, found: Evaluation) -> str:
    """The numbers of burns that are not quite unlikely, each with its odds."""
    return ", ".join(
        words.text("monitoring.cell.odds", stages=stages, odds=words.chance(chance))
        for stages, chance in found.stages.odds.items()
        if chance >= _UNLIKELY
    )


def _figure(words: Words, name: str, value: Value, unit: str, **params: int) -> tuple[Cell, ...]:
    return (
        Cell(words.text(f"monitoring.figure.{name}", **params)),
        Cell(words.measured(value, unit), sort=value.value),
        Cell(words.ends(value, unit)),
    )


def compared(words: Words, found: Evaluation) -> Table:
    """The declared and the rival performance against what was measured."""
    columns = _columns(
        words, ("who", "left", 1.9), ("by", "left", 1.8), ("in_flight", "right", 1.4),
        ("away", "right", 1.2), ("p_value", "right", 1.0), ("speed_fits", "left", 1.5),
        ("burn_fits", "left", 1.3), ("stages_fit", "left", 1.3),
    )  # fmt: skip
    rows = tuple(
        _compared(words, found.burnout_speed_km_s, who, one)
        for who, one in (("declared", found.declared), ("rival", found.rival))
    )
    return Table("table-compared", words.text("monitoring.table.compared"), columns, rows)


def _compared(words: Words, measured: Value, who: str, one: Compared) -> tuple[Cell, ...]:
    fits = verdict(one)
    return (
        Cell(words.text(f"monitoring.cell.{who}")),
        Cell(words.party(one.by)),
        Cell(words.in_flight(one.in_flight_km_s, measured), sort=one.in_flight_km_s),
        Cell(words.text("monitoring.cell.sigmas", n=sigmas(words, one)), sort=one.sigmas),
        Cell(words.p_value(one.p_value), sort=one.p_value),
        Cell(words.text(f"monitoring.speed_fits.{fits}"), sign="yes" if fits == "fits" else "no"),
        _agrees(words, one.burn_time_consistent, stated=one.burn_time_s is not None),
        _agrees(words, one.stages_consistent, stated=one.stages is not None),
    )


def verdict(one: Compared) -> Literal["fits", "faster", "slower"]:
    """Whether the speed by itself fits what is stated, or was greater or less."""
    if speed_p(one) >= _LEVEL:
        return "fits"
    return "faster" if one.sigmas > 0.0 else "slower"


def speed_p(one: Compared) -> float:
    """The p-value of the speed alone, two-sided."""
    return math.erfc(abs(one.sigmas) / math.sqrt(2.0))


def sigmas(words: Words, one: Compared) -> str:
    """How far the measured speed lies from the stated one, with its sign, in deviations."""
    places = 1 if abs(one.sigmas) < 10.0 else 0
    written = number(words.lang, one.sigmas, places)
    return f"+{written}" if round(one.sigmas, places) > 0.0 else written


def _agrees(words: Words, agrees: Literal[True, False, None], *, stated: bool = True) -> Cell:
    if agrees is None:
        return Cell(words.text(f"monitoring.cell.{'untold' if stated else 'not_stated'}"))
    name = "agrees" if agrees else "disagrees"
    return Cell(words.text(f"monitoring.cell.{name}"), sign="yes" if agrees else "no")


def seen(words: Words, found: Evaluation) -> Table:
    """What each station reported, and what of it was used."""
    columns = _columns(
        words, ("station", "left", 1.8), ("party", "left", 1.8), ("detections", "right", 1.2),
        ("used", "right", 1.0), ("first", "right", 1.0), ("last", "right", 1.0),
        ("saw_burnout", "left", 1.5),
    )  # fmt: skip
    rows = tuple(
        (
            Cell(row.station),
            Cell(words.party(row.party)) if row.party else _NONE,
            Cell(number(words.lang, row.detections), sort=row.detections),
            Cell(number(words.lang, row.used), sort=row.used),
            _maybe(words, row.first_s, "s"),
            _maybe(words, row.last_s, "s"),
            Cell(
                words.text(f"monitoring.cell.{'seen' if row.saw_burnout else 'not_seen'}"),
                sign="yes" if row.saw_burnout else "no",
            ),
        )
        for row in found.observers
    )
    return Table("table-seen", words.text("monitoring.table.seen"), columns, rows)


def biases(words: Words, found: Evaluation) -> Table:
    """The stations' constant errors, and how much of each would move the speed."""
    columns = _columns(
        words, ("station", "left", 1.6), ("error", "left", 1.4), ("estimate", "right", 1.6),
        ("interval", "right", 1.8), ("states", "right", 1.2), ("shift", "right", 1.8),
    )  # fmt: skip
    rows = tuple(_bias(words, row) for row in found.biases)
    return Table("table-biases", words.text("monitoring.table.biases"), columns, rows)


def _bias(words: Words, row: BiasRow) -> tuple[Cell, ...]:
    shown, unit = shown_bias(row)
    scale, _ = bias_scale(row.unit)
    # In stated deviations, so that errors of all kinds compare.
    shift = row.speed_shift_m_s * row.stated_sigma
    away = abs(row.value.value) > 1.96 * row.stated_sigma
    return (
        Cell(row.station),
        Cell(words.bias(row.kind), sign="no" if away else ""),
        Cell(words.measured(shown, unit), sort=shown.value),
        Cell(words.ends(shown, unit)),
        Cell(words.deviation(row.stated_sigma * scale, unit), sort=row.stated_sigma),
        Cell(quantity(words.lang, shift, "m/s", 2 if abs(shift) < 1.0 else 1), sort=abs(shift)),
    )


def bias_scale(unit: str) -> tuple[float, str]:
    """By how much a constant error is multiplied to be shown, and in which unit: shares in %."""
    return (100.0, "%") if unit == "1" else (1.0, unit)


def shown_bias(row: BiasRow) -> tuple[Value, str]:
    """A constant error in the unit in which it is shown."""
    scale, unit = bias_scale(row.unit)
    value = row.value
    scaled = Value(
        value=scale * value.value,
        low=scale * value.low,
        high=scale * value.high,
        sigma=scale * value.sigma,
    )
    return scaled, unit


def claims(words: Words, rows: Sequence[ClaimUpdate]) -> Table:
    """The claims before and after, under each of their sets of assumptions."""
    columns = _columns(
        words, ("claim", "left", 3.0), ("assumptions", "left", 1.8), ("before", "left", 1.6),
        ("after", "left", 1.6), ("only", "left", 1.8),
    )  # fmt: skip
    found = tuple(
        (
            Cell(words.claim(row.claim)),
            Cell(words.side(row.assumptions)),
            _verdict(words, row, "before"),
            _verdict(words, row, "after"),
            Cell(words.text(f"monitoring.only.{'flown' if row.as_flown_only else 'any'}")),
        )
        for row in rows
    )
    return Table("table-claims", words.text("monitoring.table.claims"), columns, found)


def _verdict(words: Words, row: ClaimUpdate, when: Literal["before", "after"]) -> Cell:
    verdict = row.before if when == "before" else row.after
    margin = row.margin_before if when == "before" else row.margin_after
    sign = {"holds": "yes", "fails": "no", "undecided": "depends"}[verdict]
    said = words.text(f"assurance.verdict.{verdict}")
    return Cell(said, sign=sign, sort=margin, soft=_margin(words, margin, row.unit))


def _margin(words: Words, margin: float | None, unit: str) -> str:
    if margin is None:
        return words.text("assurance.margin.unbounded")
    scale, shown = bias_scale(unit)
    written = quantity(words.lang, scale * margin, shown, 2 if unit == "km/s" else 1)
    return f"+{written}" if margin > 0.0 else written


def differences(words: Words, found: Comparison) -> Table:
    """Each measured figure of two sides beside each other."""
    first, last = (words.party(side) for side in found.sides)
    head = _columns(words, ("what", "left", 2.4))
    tail = _columns(words, ("difference", "right", 1.8), ("agree", "left", 1.2))
    columns = (*head, Column(first, "right", 1.8), Column(last, "right", 1.8), *tail)
    rows = tuple(
        (
            Cell(figure_name(words, row.figure)),
            *(Cell(words.spread(value, row.unit), sort=value.value) for value in row.values),
            Cell(words.spread(row.difference, row.unit), sort=row.difference.value),
            _agrees(words, row.agree),
        )
        for row in found.figures
    )
    return Table("table-differences", words.text("monitoring.table.differences"), columns, rows)


def figure_name(words: Words, figure: str) -> str:
    """What a measured figure is called, from its name in an evaluation: `stage_ends_s[0]`."""
    plain, _, place = figure.removesuffix("]").partition("[")
    plain = plain.removesuffix("_km_s").removesuffix("_s")
    if plain in ("stage_ends", "ends_in_window"):
        return words.text("monitoring.figure.stage_end", n=int(place) + 1)
    return words.named("figure", plain)


def explanations(words: Words, found: Comparison) -> Table:
    """The constant errors each of which would explain the difference by itself."""
    columns = _columns(
        words, ("side", "left", 1.6), ("station", "left", 1.6), ("error", "left", 1.5),
        ("needed", "right", 1.3), ("stated_sigmas", "right", 1.5),
    )  # fmt: skip
    rows = []
    for row in found.explanations:
        scale, unit = bias_scale(row.unit)
        rows.append((
            Cell(words.party(row.side)),
            Cell(row.station),
            Cell(words.bias(row.kind)),
            Cell(needed(words, scale * row.needed, unit), sort=row.needed),
            Cell(number(words.lang, row.stated_sigmas, 1), sort=row.stated_sigmas),
        ))  # fmt: skip
    title = words.text("monitoring.table.explanations")
    return Table("table-explanations", title, columns, tuple(rows))


def needed(words: Words, value: float, unit: str) -> str:
    """An error that would be needed, in three digits."""
    places = next((k for k in range(5) if abs(value) * 10.0**k >= 100.0), 5)
    return quantity(words.lang, value, unit, places)


def reported(words: Words, rows: Sequence[ReportedRow]) -> Table:
    """What press figures prove for each flight, and what is said of its vehicle."""
    columns = _columns(
        words, ("flight", "left", 3.4), ("surface", "right", 1.4),
        ("rounding", "right", 1.6), ("turning", "right", 1.4), ("said", "left", 3.0),
    )  # fmt: skip
    return Table(
        "table-reported",
        words.text("monitoring.table.reported"),
        columns,
        tuple(_reported(words, row) for row in rows),
    )


def _reported(words: Words, row: ReportedRow) -> tuple[Cell, ...]:
    speed, turning = row.surface_speed_km_s, row.turning_speed_km_s
    said: Sequence[Stated] = row.stated
    return (
        Cell(words.both(row.name), soft=row.date if row.date[:1].isdigit() else ""),
        _NONE if speed is None else _rounded(words, speed),
        _NONE if speed is None else Cell(words.ends(speed, "km/s", _METRES)),
        _NONE if turning is None else _rounded(words, turning),
        Cell(
            "; ".join(f"{words.speed(one.burnout_speed_km_s)} ({words.party(one.by)})"
                      for one in said) or "–"
        ),
    )  # fmt: skip


def _rounded(words: Words, speed: Value) -> Cell:
    return Cell(words.measured(speed, "km/s", _METRES), sort=speed.value)


def _columns(words: Words, *wanted: tuple[str, Align, float]) -> tuple[Column, ...]:
    return tuple(
        Column(words.text(f"monitoring.column.{name}"), align, share)
        for name, align, share in wanted
    )
