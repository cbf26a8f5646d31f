"""The report of a tracking run as blocks, in one language."""

from __future__ import annotations

from typing import Final, TypeGuard

from glasshield.geodata.disclaimer import disclaimer
from glasshield.messages import Language, number, quantity, text
from glasshield.messages.numbers import with_unit
from glasshield.report.blocks import (
    Answer,
    Answers,
    Block,
    Definitions,
    Figure,
    LegendEntry,
    Page,
    Paragraph,
    Plates,
    Section,
)
from glasshield.report.made import Made, reproduce
from glasshield.report.tracking import charts, tables
from glasshield.report.tracking.document import Document, Ellipse, Nis, Sensor
from glasshield.report.tracking.maps import TrackMap

TERMS: Final = ("track", "bias", "nis", "nees", "gospa", "siap", "ellipse")
LIMITS: Final = ("model", "impact", "biases")
# A mean of normalised squares within these calls for no action: deviations are right to 12 %.
RIGHT: Final = (0.8, 1.25)
# A bias, its sigma, what it is of, and its unit.
_BIASES: Final = (
    ("range_bias_m", "range_bias_sigma_m", "range", "m"),
    ("azimuth_bias_deg", "azimuth_bias_sigma_deg", "azimuth", "deg"),
    ("elevation_bias_deg", "elevation_bias_sigma_deg", "elevation", "deg"),
    ("time_bias_s", "time_bias_sigma_s", "time", "s"),
)


def build(document: Document, lang: Language, files: tuple[str, ...] = ()) -> Page:
    """The page of a tracking run.

    Args:
        document: what was tracked.
        lang: the language of the page.
        files: names of the files that lie beside the page.
    """
    kind = "simulated" if document.simulated else "measured"
    mark = text(lang, f"tracking.mark.{kind}")
    ground = TrackMap.of(document)
    return Page(
        lang=lang,
        title=text(lang, "tracking.title"),
        subtitle=_subtitle(document, lang),
        mark=mark,
        mark_full=text(lang, f"tracking.mark_full.{kind}"),
        meta=_meta(document, lang),
        sections=_sections(document, lang, ground.figure(lang, mark), files),
        definitions=ground.definitions(),
        contents_title=text(lang, "page.contents"),
        colophon=disclaimer(lang),
    )


def _sections(
    document: Document, lang: Language, ground: Figure, files: tuple[str, ...]
) -> tuple[Section, ...]:
    program = document.program
    found = (
        _section("answer", text(lang, "section.answer"), (answers(document, lang),)),
        _section("map", text(lang, "tracking.section.map"), (ground, *_heights(document, lang))),
        _section("tracks", text(lang, "tracking.section.tracks"), (tables.tracks(lang, document),)),
        _sensors(document, lang),
        _trust(document, lang),
        _input(document, lang),
        _glossary(lang),
        _limits(lang),
        reproduce(lang, program, Made(program.command, files), "tracking.reproduce.intro"),
    )
    return tuple(section for section in found if section is not None)


def answers(document: Document, lang: Language) -> Answers:
    """What was there, where it came from and goes to, and how far to trust it."""
    return Answers((_there(document, lang), _ground(document, lang), _believed(document, lang)))


def _there(document: Document, lang: Language) -> Answer:
    n = len(document.tracks)
    short = text(lang, "tracking.there.short", n=n) if n else text(lang, "tracking.there.none")
    radars = [sensor for sensor in document.sensors if sensor.n_detections]
    said = [
        text(
            lang,
            "tracking.there.radars",
            n=len(radars),
            detections=number(lang, document.n_detections),
            used=number(lang, sum(sensor.n_used for sensor in document.sensors)),
        )
    ]
    shared = sum(len(track.sensors) > 1 for track in document.tracks)
    if shared:
        said.append(text(lang, "tracking.there.shared", n=shared))
    return Answer("sees", text(lang, "tracking.answer.there"), short, tuple(said))


def _ground(document: Document, lang: Language) -> Answer:
    impacts = [track.impact for track in document.tracks if track.impact]
    launches = [track.launch for track in document.tracks if track.launch]
    question = text(lang, "tracking.answer.ground")
    said = []
    if impacts:
        said.append(text(lang, "tracking.ground.ellipses", length=_lengths(impacts, lang)))
    if launches:
        length = _lengths(launches, lang)
        said.append(text(lang, "tracking.ground.launches", n=len(launches), length=length))
    else:
        said.append(text(lang, "tracking.ground.no_launches"))
    short = text(lang, "tracking.ground.short", n=len(impacts))
    if not impacts:
        short = text(lang, "tracking.ground.none")
    return Answer("reaches", question, short, tuple(said))


def _lengths(ellipses: list[Ellipse], lang: Language) -> str:
    """From the shortest to the longest, whole lengths."""
    lengths = [2.0 * one.semi_major_km for one in ellipses]
    ends = (tables.rounded(lang, min(lengths)), tables.rounded(lang, max(lengths)))
    written = ends[0] if ends[0] == ends[1] else "–".join(ends)
    return with_unit(lang, written, "km")


def _believed(document: Document, lang: Language) -> Answer:
    found = document.metrics
    question = text(lang, "tracking.answer.trust")
    said = []
    if found.nis.mean_per_degree is not None:
        said.append(_nis_sentence(found.nis, lang))
    if found.position_rmse_m is not None and found.velocity_rmse_m_s is not None:
        said.append(
            text(
                lang,
                "tracking.trust.rmse",
                position=quantity(lang, found.position_rmse_m, "m", 1),
                velocity=quantity(lang, found.velocity_rmse_m_s, "m/s", 2),
            )
        )
    if found.nees is not None and verdict(found.nees) == "large":
        mean = number(lang, found.nees.mean_per_degree or 0.0, 1)
        said.append(text(lang, "tracking.trust.beyond", mean=mean))
    judged = found.nees_arcs if _judged(found.nees_arcs) else found.nis
    worst = largest_bias(document)
    if worst is not None:
        said.append(_bias_sentence(*worst, lang))
    return Answer("defends", question, text(lang, f"tracking.trust.{verdict(judged)}"), tuple(said))


def _judged(nis: Nis | None) -> TypeGuard[Nis]:
    return nis is not None and nis.mean_per_degree is not None


def verdict(nis: Nis) -> str:
    """Whether errors are as large as claimed: `good`, `large`, `small` or `unknown`."""
    if nis.mean_per_degree is None or nis.low is None or nis.high is None:
        return "unknown"
    if nis.mean_per_degree > max(RIGHT[1], nis.high):
        return "large"
    return "small" if nis.mean_per_degree < min(RIGHT[0], nis.low) else "good"


def _arcs_sentence(nis: Nis, lang: Language) -> str:
    ends = {"mean": nis.mean_per_degree, "low": nis.low, "high": nis.high}
    written = {key: number(lang, value or 0.0, 2) for key, value in ends.items()}
    return text(lang, "tracking.trust.arcs", n=nis.count, **written)


def _nis_sentence(nis: Nis, lang: Language) -> str:
    ends = {"mean": nis.mean_per_degree, "low": nis.low, "high": nis.high}
    written = {key: number(lang, value or 0.0, 3) for key, value in ends.items()}
    return text(lang, "tracking.trust.nis", **written)


def largest_bias(document: Document) -> tuple[Sensor, str, str, float, float] | None:
    """The bias that stands out most: radar, of what, unit, value, deviation; None below three."""
    found = [
        (sensor, what, unit, value, sigma)
        for sensor in document.sensors
        for name, deviation, what, unit in _BIASES
        if (value := getattr(sensor, name)) is not None
        and (sigma := getattr(sensor, deviation)) is not None
        and abs(value) > 3.0 * sigma
    ]
    return max(found, key=lambda row: abs(row[3]) / row[4], default=None)


def _bias_sentence(
    sensor: Sensor, what: str, unit: str, value: float, sigma: float, lang: Language
) -> str:
    places = tables.decimals(sigma)
    return text(
        lang,
        "tracking.trust.bias",
        sensor=sensor.id,
        what=text(lang, f"tracking.what.{what}"),
        value=quantity(lang, value, unit, places),
        sigma=quantity(lang, sigma, unit, places),
    )


def _heights(document: Document, lang: Language) -> tuple[Figure, ...]:
    if not any(track.path for track in document.tracks):
        return ()
    drawing = charts.heights(lang, document.tracks)
    return (Figure("heights", drawing, text(lang, "tracking.heights.caption")),)


def _sensors(document: Document, lang: Language) -> Section | None:
    estimated = any(sensor.range_bias_m is not None for sensor in document.sensors)
    intro = "tracking.sensors.intro" if estimated else "tracking.sensors.as_given"
    plots = tuple(_residuals(sensor, lang) for sensor in document.sensors if sensor.series)
    blocks: list[Block] = [Paragraph(text(lang, intro)), tables.biases(lang, document)]
    if plots:
        blocks.append(Plates(plots))
    return _section("sensors", text(lang, "tracking.section.sensors"), tuple(blocks))


def _residuals(sensor: Sensor, lang: Language) -> Figure:
    ratios = [one.over_claimed for one in sensor.residuals.values()]
    caption = text(
        lang,
        "tracking.residuals.caption",
        sensor=sensor.id,
        n=number(lang, sensor.n_used),
        ratio=number(lang, max(ratios, default=0.0), 2),
    )
    legend = (
        LegendEntry("seen", "line", text(lang, "tracking.legend.reported")),
        LegendEntry("band", "area", text(lang, "tracking.legend.spread")),
        LegendEntry("line-rival", "line", text(lang, "tracking.legend.bias")),
    )
    drawing = charts.residuals(lang, sensor)
    return Figure(f"residuals-{sensor.id}", drawing, caption, title=sensor.id, legend=legend)


def _trust(document: Document, lang: Language) -> Section:
    found = document.metrics
    blocks: list[Block] = []
    if found.nis.mean_per_degree is not None:
        legend = (
            LegendEntry("wash-defends", "area", text(lang, "tracking.legend.band")),
            LegendEntry("bar-defends", "dot", text(lang, "tracking.legend.nis")),
        )
        caption = text(lang, "tracking.nis.caption")
        blocks.append(Figure("nis", charts.innovations(lang, document), caption, legend=legend))
    if _judged(found.nees):
        mean = number(lang, found.nees.mean_per_degree or 0.0, 2)
        blocks.append(Paragraph(text(lang, "tracking.trust.nees", mean=mean)))
    if _judged(found.nees_arcs):
        blocks.append(Paragraph(_arcs_sentence(found.nees_arcs, lang)))
    marks = tables.metrics(lang, document)
    if marks is not None:
        blocks.append(marks)
    if found.over_time is not None and found.cutoff_m is not None:
        caption = text(
            lang,
            "tracking.picture.caption",
            cutoff=quantity(lang, found.cutoff_m / 1e3, "km", 1),
            order=number(lang, found.gospa_order or 0.0),
        )
        blocks.append(Figure("picture", charts.picture(lang, found.over_time), caption))
    if not blocks:
        blocks.append(Paragraph(text(lang, "tracking.trust.unknown")))
    return Section("trust", text(lang, "tracking.section.trust"), tuple(blocks))


def _input(document: Document, lang: Language) -> Section | None:
    if not document.files:
        return None
    kept = sum(file.kept for file in document.files)
    counts = text(
        lang,
        "tracking.input.counts",
        kept=number(lang, kept),
        rejected=number(lang, document.n_rejected),
    )
    blocks: list[Block] = [Paragraph(counts)]
    if document.n_too_late:
        blocks.append(Paragraph(text(lang, "tracking.input.late", n=document.n_too_late)))
    blocks.append(tables.files(lang, document))
    if document.problems:
        blocks.append(tables.problems(lang, document))
    return Section("input", text(lang, "tracking.section.input"), tuple(blocks))


def _glossary(lang: Language) -> Section:
    entries = tuple(
        (text(lang, f"tracking.term.{term}.term"), text(lang, f"tracking.term.{term}.meaning"))
        for term in TERMS
    )
    return Section("glossary", text(lang, "section.glossary"), (Definitions(entries),))


def _limits(lang: Language) -> Section:
    said = [*(text(lang, f"tracking.limits.{limit}") for limit in LIMITS), disclaimer(lang)]
    return Section("limits", text(lang, "section.limits"), tuple(Paragraph(one) for one in said))


def _section(identifier: str, heading: str, blocks: tuple[Block, ...]) -> Section | None:
    return Section(identifier, heading, blocks) if blocks else None


def _subtitle(document: Document, lang: Language) -> str:
    if document.start is None or document.end is None:
        return text(lang, "tracking.subtitle_empty")
    return text(lang, "tracking.subtitle", start=_minute(document.start), end=_minute(document.end))


def _minute(instant: str) -> str:
    """An instant to the second, as people write it."""
    return f"{instant[:10]} {instant[11:19]}Z"


def _meta(document: Document, lang: Language) -> tuple[str, ...]:
    return (
        text(lang, "page.meta_program", version=document.program.version),
        text(lang, "page.meta_inputs", hash=document.program.input_hash[:12]),
        text(lang, "tracking.meta_tracks", n=len(document.tracks)),
        text(lang, "tracking.meta_detections", n=document.n_detections),
    )
