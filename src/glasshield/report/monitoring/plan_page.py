"""The report of a plan: where to stand to watch a test, and what the least is that would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from glasshield.messages import number, quantity
from glasshield.monitoring.document import BestRow, Learned, LeastAccess, Plan, StationRow
from glasshield.report.blocks import (
    Answer,
    Answers,
    Block,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Plates,
    Section,
)
from glasshield.report.made import Made
from glasshield.report.markup import Markup
from glasshield.report.monitoring import charts, parts, tables
from glasshield.report.monitoring.maps import FlightMap, PlaceMap
from glasshield.report.monitoring.places import Classes, by_observer
from glasshield.report.monitoring.wording import Words

TERMS: Final = ("burnout_speed", "burn_time", "sigma", "bound", "power", "surface", "bias")
LIMITS: Final = ("bound", "notional", "lower", "line")
# The power that is asked for; a place with less cannot be relied on.
ENOUGH: Final = 0.95


def build(plan: Plan, words: Words, made: Made) -> Page:
    """The page of a plan.

    Args:
        plan: what could be learned where.
        words: names and language.
        made: how it came to be.
    """
    mark = parts.mark(words, "plan")
    stations = by_observer(plan.stations)
    classes = Classes.over(row.burnout_speed_sigma_m_s for row in plan.stations)
    ground = FlightMap.of(words, plan.test, plan.paths, plan.best[0].places if plan.best else ())
    maps = [
        PlaceMap.of(words, plan.test, rows, plan.paths, plan.best, classes)
        for rows in stations.values()
    ]
    definitions: dict[str, Markup] = ground.definitions()
    for one in maps:
        definitions |= one.definitions()
    flight = ground.figure(mark, words.text("monitoring.map.flight_caption"))
    head = parts.Head(
        title=words.text("monitoring.plan.title", test=words.both(plan.test.name)),
        subtitle=_subtitle(plan, words),
        kind="plan",
        meta=parts.meta(words, plan.program, plan.test),
    )
    plates = _plates(words, maps, stations, classes, mark)
    return parts.page(words, head, _sections(plan, words, plates, flight, made), definitions)


def _sections(
    plan: Plan, words: Words, plates: list[Block], flight: Figure, made: Made
) -> tuple[Section | None, ...]:
    cited = (*plan.test.declared.source, *plan.test.rival.source)
    last = parts.Closing(plan.assumptions, TERMS, LIMITS, plan.program, made, cited)
    return (
        _answer(plan, words),
        _best(plan, words),
        _access(plan, words),
        _map(plan, words, plates),
        parts.announced(words, plan.test),
        _flight(plan, words, flight),
        *parts.closing(words, last),
    )


def sentence(plan: Plan, words: Words) -> str:
    """What the best place would teach, in one sentence."""
    best = best_alone(plan)
    if best is None:
        return words.text("monitoring.plan.nothing")
    declared, rival = (
        words.speed(one.burnout_speed_km_s) for one in (plan.test.declared, plan.test.rival)
    )
    key = "tells" if best.power >= ENOUGH else "cannot_tell"
    return words.text(
        f"monitoring.plan.{key}",
        place=words.stands(best.places[0]),
        sigma=words.deviation(best.burnout_speed_sigma_m_s, "m/s"),
        power=words.chance(best.power),
        declared=declared,
        rival=rival,
    )


def best_alone(plan: Plan) -> BestRow | None:
    """The best single place; None where no place teaches anything."""
    alone = [row for row in plan.best if len(row.places) == 1]
    return alone[0] if alone and alone[0].burnout_speed_sigma_m_s is not None else None


def answers(plan: Plan, words: Words) -> Answers:
    """Whether it can be settled, where to stand, and what has to be let seen."""
    return Answers((_settled(plan, words), _stand(plan, words), _let(plan.least_access, words)))


def _answer(plan: Plan, words: Words) -> Section:
    blocks: list[Block] = [Paragraph(sentence(plan, words), "lead"), answers(plan, words)]
    blocks += parts.warned(words, plan.warnings)
    return Section("answer", words.text("section.answer"), tuple(blocks))


def _settled(plan: Plan, words: Words) -> Answer:
    outside = [row for row in plan.stations if not row.in_hazard_area]
    able = [row for row in outside if row.power >= ENOUGH]
    best = best_alone(plan)
    enough = best is not None and best.power >= ENOUGH
    said = [
        words.text(
            "monitoring.settled.places",
            n=number(words.lang, len(able)),
            total=number(words.lang, len(outside)),
            power=words.chance(ENOUGH),
        )
    ]
    if best is not None:
        said.append(words.text("monitoring.settled.power", power=words.chance(best.power)))
    return Answer(
        topic="defends" if enough else "reaches",
        question=words.text("monitoring.answer.settled"),
        short=words.text(f"monitoring.settled.{'yes' if enough else 'no'}"),
        sentences=tuple(said),
        sign="yes" if enough else "no",
    )


def _stand(plan: Plan, words: Words) -> Answer:
    best = best_alone(plan)
    question = words.text("monitoring.answer.stand")
    if best is None:
        return Answer("depends", question, words.text("monitoring.stand.nowhere"), ())
    here = best.places[0]
    row = _station(plan, best)
    said = [words.text("monitoring.stand.learns", figures=learned(best, words))]
    if row is not None:
        key = "sees" if row.sees_burnout else "blind"
        seconds = quantity(words.lang, row.visible_s, "s")
        said.append(words.text(f"monitoring.stand.{key}", seconds=seconds))
    said += [
        words.text(
            "monitoring.stand.together",
            n=len(more.places),
            sigma=words.deviation(more.burnout_speed_sigma_m_s, "m/s"),
        )
        for more in plan.best[1:]
    ]
    short = words.text("monitoring.stand.at", place=words.place(here))
    return Answer("sees", question, short, tuple(said))


def _station(plan: Plan, best: BestRow) -> StationRow | None:
    here = best.places[0]
    spot = (here.observer, here.lat_deg, here.lon_deg)
    rows = (row for row in plan.stations if (row.observer, row.lat_deg, row.lon_deg) == spot)
    return next(rows, None)


def learned(found: Learned, words: Words) -> str:
    """The deviations of all that could be learned."""
    return words.text(
        "monitoring.learned",
        speed=words.deviation(found.burnout_speed_sigma_m_s, "m/s"),
        burn=words.deviation(found.burn_time_sigma_s, "s"),
        stages=words.deviation(found.stages_sigma, "1"),
    )


def _let(least: LeastAccess, words: Words) -> Answer:
    question = words.text("monitoring.answer.let")
    if least.place is None:
        short = words.text("monitoring.let.nothing")
        return Answer("reaches", question, short, (), sign="no")
    short = words.text("monitoring.let.below_none")
    if least.seconds is not None:
        seconds = quantity(words.lang, least.seconds, "s", 1 if least.seconds < 10.0 else 0)
        short = words.text("monitoring.let.short", seconds=seconds)
    return Answer("depends", question, short, tuple(access_sentences(least, words)))


def access_sentences(least: LeastAccess, words: Words) -> list[str]:
    """The strictest limits, each by itself."""
    if least.place is None:
        wanted = words.chance(least.power_wanted)
        return [words.text("monitoring.let.no_place", power=wanted)]
    limits = (
        ("not_below", least.not_below_km, "km"),
        ("not_before", least.not_before_s, "s"),
        ("not_after", least.not_after_s, "s"),
    )
    enough = [
        words.text(f"monitoring.let.{name}", limit=quantity(words.lang, value, unit))
        for name, value, unit in limits
        if value is not None
    ]
    if not enough:
        return [words.text("monitoring.let.none")]
    wanted = words.chance(least.power_wanted)
    key = "any" if len(enough) > 1 else "one"
    return [words.text(f"monitoring.let.{key}", limits="; ".join(enough), power=wanted)]


def _plates(
    words: Words,
    maps: list[PlaceMap],
    stations: Mapping[str, list[StationRow]],
    classes: Classes,
    mark: str,
) -> list[Block]:
    """For each observer its map, with the table of its classes beside it."""
    found: list[Block] = []
    for one in maps:
        rows = stations[one.observer]
        figure = one.figure(mark, _map_caption(words, rows))
        found.append(Plates((figure, tables.classes(words, rows, classes))))
    return found


def _map_caption(words: Words, rows: list[StationRow]) -> str:
    known = [row.burnout_speed_sigma_m_s for row in rows]
    sigmas = [sigma for sigma in known if sigma is not None]
    if not sigmas:
        return words.text("monitoring.map.caption_nothing", n=len(rows))
    return words.text(
        "monitoring.map.caption",
        n=len(rows),
        least=words.deviation(min(sigmas), "m/s"),
        most=words.deviation(max(sigmas), "m/s"),
        seeing=number(words.lang, sum(row.sees_burnout for row in rows)),
    )


def _map(plan: Plan, words: Words, plates: list[Block]) -> Section | None:
    if not plan.stations:
        return None
    blocks: list[Block] = [Paragraph(words.text("monitoring.map.intro")), *plates]
    if any(row.burnout_speed_sigma_m_s is not None for row in plan.stations):
        legend = (
            LegendEntry(charts.SEEN, "dot", words.text("monitoring.legend.seen")),
            LegendEntry(charts.UNSEEN, "dot", words.text("monitoring.legend.unseen")),
        )
        drawing = charts.learned(words, plan.stations)
        caption = words.text("monitoring.learned_caption")
        blocks.append(Figure("learned", drawing, caption, legend=legend))
    return Section("map", words.text("monitoring.section.map"), tuple(blocks))


def _best(plan: Plan, words: Words) -> Section | None:
    if not plan.best:
        return None
    blocks = (Paragraph(words.text("monitoring.best.intro")), tables.best(words, plan))
    return Section("best", words.text("monitoring.section.best"), blocks)


def _access(plan: Plan, words: Words) -> Section:
    least = plan.least_access
    blocks: list[Block] = [Paragraph(said) for said in access_sentences(least, words)]
    if least.place is not None:
        blocks.append(tables.access(words, least))
        place = words.stands(least.place)
        blocks.append(Paragraph(words.text("monitoring.access.place", place=place), "note"))
    return Section("access", words.text("monitoring.section.access"), tuple(blocks))


def _flight(plan: Plan, words: Words, ground: Figure) -> Section | None:
    if not plan.paths:
        return None
    caption = words.text("monitoring.heights_caption")
    legend = tuple(
        LegendEntry(charts.LINES.get(one.id, "seen"), "line", words.named("flight", one.id))
        for one in plan.paths
    )
    heights = Figure("heights", charts.heights(words, plan.paths), caption, legend=legend)
    return Section("flight", words.text("monitoring.section.flight"), (ground, heights))


def _subtitle(plan: Plan, words: Words) -> str:
    begin, end = plan.test.windows[0]
    return words.text(
        "monitoring.plan.subtitle",
        host=words.party(plan.test.host),
        begin=words.moment(begin),
        end=words.moment(end),
    )
