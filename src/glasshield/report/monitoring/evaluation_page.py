"""The report of an evaluation: what the observers' own detections say of a test."""

from __future__ import annotations

from typing import Final, Literal

from glasshield.messages import number, quantity
from glasshield.monitoring.document import BiasRow, Compared, Evaluation, PlaceRow
from glasshield.report.blocks import (
    Answer,
    Answers,
    Block,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Section,
)
from glasshield.report.made import Made
from glasshield.report.monitoring import charts, parts, tables
from glasshield.report.monitoring.maps import FlightMap
from glasshield.report.monitoring.wording import MOST_DECADES, Words

TERMS: Final = (
    "burnout_speed", "reference_speed", "surface", "motor", "burn_time", "interval", "p_value",
    "ratio", "bias", "sensed",
)  # fmt: skip
LIMITS: Final = ("lower", "model", "reference", "line")
# Odds between the declared and the rival figure that are worth a sentence.
_CLEAR: Final = 1.0
# Below these odds of a number of burns the detections leave it open.
_SPEAKS: Final = 0.8
# Where the horizon costs less than this, it is something else that hides the end of the burn.
_NO_LESS: Final = 1.5


def build(
    found: Evaluation, words: Words, made: Made, observers: tuple[PlaceRow, ...] = ()
) -> Page:
    """The page of an evaluation.

    Args:
        found: what was measured.
        words: names and language.
        made: how it came to be.
        observers: where the stations stood, for the map.
    """
    kind: Literal["simulated", "measured"] = "simulated" if found.simulated else "measured"
    mark = parts.mark(words, kind)
    ground = FlightMap.of(words, found.test, (found.path,), observers)
    figure = ground.figure(mark, words.text("monitoring.map.measured_caption"))
    head = parts.Head(
        title=words.text("monitoring.evaluation.title", test=words.both(found.test.name)),
        subtitle=words.text(
            "monitoring.evaluation.subtitle",
            lift_off=words.moment(found.lift_off),
            n=len(found.observers),
        ),
        kind=kind,
        meta=parts.meta(words, found.program, found.test),
    )
    return parts.page(words, head, _sections(found, words, figure, made), ground.definitions())


def _sections(
    found: Evaluation, words: Words, ground: Figure, made: Made
) -> tuple[Section | None, ...]:
    cited = (*found.declared.source, *found.rival.source)
    last = parts.Closing(found.assumptions, TERMS, LIMITS, found.program, made, cited)
    return (
        _answer(found, words),
        _speeds(found, words),
        _profile(found, words),
        _claims(found, words),
        _capability(found, words),
        _seen(found, words, ground),
        _biases(found, words),
        _fit(found, words),
        parts.announced(words, found.test),
        *parts.closing(words, last),
    )


def sentence(found: Evaluation, words: Words) -> str:
    """The lower bound, and what it is not, in one sentence."""
    return words.text(
        f"monitoring.evaluation.{'last_seen' if cut_short(found) else 'sentence'}",
        speed=words.spread(found.burnout_speed_km_s, "km/s"),
        least=at_least(found, words),
    )


def cut_short(found: Evaluation) -> bool:
    """Whether the view ended under power: the speed is that of the last sight."""
    return not found.blind.sees_burnout and found.declared.figure == "burnout-speed"


def at_least(found: Evaluation, words: Words) -> str:
    """What the vehicle can do at least, in the catalogue's measure."""
    return words.at_least(found.capability.at_least_km_s, found.reference_speed_km_s.sigma)


def answers(found: Evaluation, words: Words) -> Answers:
    """How fast it was, and whether that fits what either side says."""
    return Answers((
        _fast(found, words),
        _fits(words, found, "declared", found.declared),
        _fits(words, found, "rival", found.rival),
    ))  # fmt: skip


def _answer(found: Evaluation, words: Words) -> Section:
    blocks: list[Block] = [Paragraph(sentence(found, words), "lead"), answers(found, words)]
    blocks += parts.warned(words, found.warnings)
    return Section("answer", words.text("section.answer"), tuple(blocks))


def _fast(found: Evaluation, words: Words) -> Answer:
    said = [
        words.text(
            f"monitoring.fast.{'burning' if cut_short(found) else 'burn'}",
            time=words.spread(found.burn_time_s, "s"),
        ),
        _burns(found, words),
        words.text("monitoring.fast.surface", speed=words.spread(found.surface_speed_km_s, "km/s")),
    ]  # fmt: skip
    said += blind(found, words)
    short = words.measured(found.burnout_speed_km_s, "km/s")
    return Answer("sees", words.text("monitoring.answer.fast"), short, tuple(said))


def _burns(found: Evaluation, words: Words) -> str:
    """The number of burns, or that the detections leave it open."""
    chance = found.stages.odds.get(str(found.stages.value), 0.0)
    if chance < _SPEAKS:
        return words.text("monitoring.fast.stages_open", odds=tables.odds(words, found))
    return words.text("monitoring.fast.stages", n=found.stages.value, odds=words.chance(chance))


def blind(found: Evaluation, words: Words) -> list[str]:
    """How much less was learned because nobody saw the end of the burn."""
    if found.blind.sees_burnout:
        return []
    if cut_short(found):
        return [words.text("monitoring.blind.cut_short")]
    said = [words.text("monitoring.blind.not_seen")]
    times = found.blind.times_less
    if times is not None and times < _NO_LESS:
        said.append(words.text("monitoring.blind.range"))
    elif times is not None and found.blind.if_seen_sigma_m_s is not None:
        said.append(
            words.text(
                "monitoring.blind.less",
                times=number(words.lang, times, 1 if times < 10.0 else 0),
                now=words.deviation(1e3 * found.burnout_speed_km_s.sigma, "m/s"),
                seen=words.deviation(found.blind.if_seen_sigma_m_s, "m/s"),
            )
        )
    return said


def _fits(words: Words, found: Evaluation, who: str, one: Compared) -> Answer:
    if cut_short(found) and not one.exceeded:
        return Answer(
            topic="depends",
            question=words.text(f"monitoring.answer.{who}"),
            short=words.text("monitoring.fits.unseen"),
            sentences=(words.text("monitoring.fits.unseen_why"),),
        )
    fits = tables.verdict(one)
    overall = "fits" if one.consistent else fits if fits != "fits" else "other"
    said = [
        words.text(
            "monitoring.fits.speed",
            by=words.party(one.by),
            stated=words.speed(one.burnout_speed_km_s),
            flight=words.in_flight(one.in_flight_km_s, found.burnout_speed_km_s),
        ),
        words.text(
            f"monitoring.fits.p_{'surface' if one.figure == 'surface-speed' else 'burnout'}",
            p=words.p_value(tables.speed_p(one)),
            sigmas=tables.sigmas(words, one),
        ),
    ]
    for name, agrees in (("burn", one.burn_time_consistent), ("stages", one.stages_consistent)):
        if agrees is False:
            said.append(words.text(f"monitoring.fits.{name}"))
    if one.burn_time_consistent is not None or one.stages_consistent is not None:
        said.append(words.text("monitoring.fits.together", p=words.p_value(one.p_value)))
    if one.exceeded:
        said.append(words.text("monitoring.fits.exceeded"))
    elif overall == "slower":
        # A slower flight proves nothing of a faster vehicle.
        said.append(words.text("monitoring.fits.not_refuted"))
    return Answer(
        topic="defends" if one.consistent else "reaches" if one.exceeded else "depends",
        question=words.text(f"monitoring.answer.{who}"),
        short=words.text(f"monitoring.fits.{overall}"),
        sentences=tuple(said),
        sign="yes" if one.consistent else "no",
    )


def _speeds(found: Evaluation, words: Words) -> Section:
    legend = (
        LegendEntry("bar-sees", "dot", words.text("monitoring.legend.measured")),
        LegendEntry("line-margin", "line", words.text("monitoring.legend.interval")),
        LegendEntry("line-event", "line", words.text("monitoring.legend.more")),
    )
    caption = words.text("monitoring.speeds_caption")
    blocks: tuple[Block, ...] = (
        Paragraph(ratio(found, words)),
        tables.compared(words, found),
        Figure("speeds-chart", charts.speeds(words, found), caption, legend=legend),
        tables.measured(words, found),
    )
    return Section("speeds", words.text("monitoring.section.speeds"), blocks)


def ratio(found: Evaluation, words: Words) -> str:
    """Which of the two figures this flight speaks for, and how strongly."""
    decades = found.log10_likelihood_ratio
    if abs(decades) < _CLEAR:
        return words.text("monitoring.ratio.open")
    who = "declared" if decades > 0.0 else "rival"
    beyond = "" if abs(decades) <= MOST_DECADES else "_beyond"
    said = words.text(f"monitoring.ratio.{who}{beyond}", times=words.odds(decades))
    if found.declared.consistent or found.rival.consistent:
        return said
    return f"{said} {words.text('monitoring.ratio.neither')}"


def _profile(found: Evaluation, words: Words) -> Section:
    legend = [
        LegendEntry("seen", "line", words.text("monitoring.legend.sensed")),
        LegendEntry("band", "area", words.text("monitoring.legend.sensed_band")),
    ]
    if found.stage_ends_s:
        said = words.text("monitoring.legend.burn_end")
        legend.append(LegendEntry("wash-depends", "area", said))
    caption = words.text("monitoring.profile_caption")
    drawing = charts.profile(words, found)
    blocks = (Figure("profile-chart", drawing, caption, legend=tuple(legend)),)
    return Section("profile", words.text("monitoring.section.profile"), blocks)


def _claims(found: Evaluation, words: Words) -> Section | None:
    if not found.claims_updated:
        return None
    changed = [row for row in found.claims_updated if row.before != row.after]
    said = words.text("monitoring.claims.none")
    if changed:
        total = number(words.lang, len(found.claims_updated))
        said = words.text("monitoring.claims.changed", n=len(changed), total=total)
    blocks: list[Block] = [Paragraph(said), tables.claims(words, found.claims_updated)]
    if any("undecided" in (row.before, row.after) for row in found.claims_updated):
        blocks.append(Paragraph(words.text("monitoring.claims.undecided"), "note"))
    if any(row.as_flown_only for row in found.claims_updated):
        blocks.append(Paragraph(words.text("monitoring.claims.only"), "note"))
    return Section("claims", words.text("monitoring.section.claims"), tuple(blocks))


def _capability(found: Evaluation, words: Words) -> Section:
    least = at_least(found, words)
    blocks = [Paragraph(words.text("monitoring.capability", least=least))]
    blocks += [Paragraph(words.both(why)) for why in found.capability.why]
    return Section("capability", words.text("monitoring.section.capability"), tuple(blocks))


def _seen(found: Evaluation, words: Words, ground: Figure) -> Section:
    blocks: list[Block] = [ground, tables.seen(words, found)]
    blocks += [Paragraph(said) for said in blind(found, words)]
    heights = charts.heights(words, (found.path,))
    blocks.append(Figure("heights", heights, words.text("monitoring.height_caption")))
    return Section("seen", words.text("monitoring.section.seen"), tuple(blocks))


def _biases(found: Evaluation, words: Words) -> Section | None:
    if not found.biases:
        return None
    blocks: list[Block] = [Paragraph(words.text("monitoring.biases.intro"))]
    strongest = max(found.biases, key=lambda row: abs(row.speed_shift_m_s) * row.stated_sigma)
    blocks.append(Paragraph(_strongest(words, strongest)))
    legend = (
        LegendEntry("wash-defends", "area", words.text("monitoring.legend.stated_band")),
        LegendEntry("line-margin", "line", words.text("monitoring.legend.interval")),
    )
    caption = words.text("monitoring.biases.caption")
    blocks.append(Figure("biases-chart", charts.turned(words, found), caption, legend=legend))
    blocks.append(tables.biases(words, found))
    return Section("biases", words.text("monitoring.section.biases"), tuple(blocks))


def _strongest(words: Words, row: BiasRow) -> str:
    shift = abs(row.speed_shift_m_s) * row.stated_sigma
    return words.text(
        "monitoring.biases.strongest",
        station=row.station,
        kind=words.bias(row.kind),
        shift=quantity(words.lang, shift, "m/s", 1),
    )


def _fit(found: Evaluation, words: Words) -> Section:
    fit = found.fit
    said = words.text(
        "monitoring.fit.said",
        chi=number(words.lang, fit.chi_squared),
        degrees=number(words.lang, fit.degrees),
        p=words.p_value(fit.p_value),
    )
    blocks = [Paragraph(said)]
    if fit.left_out:
        blocks.append(Paragraph(words.text("monitoring.fit.left_out", n=fit.left_out)))
    return Section("fit", words.text("monitoring.section.fit"), tuple(blocks))
