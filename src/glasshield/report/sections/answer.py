"""The answer first: what it sees, what it defends, whom it reaches, and the phases at a glance."""

from __future__ import annotations

from glasshield.messages import duration
from glasshield.report.blocks import Answer, Answers, Cell, Column, Section, Table
from glasshield.report.document import Fraction
from glasshield.report.findings import Findings, PhaseFindings, ReachedInView, Span
from glasshield.report.share_bar import share_bar
from glasshield.report.wording import Wording


def section(found: Findings, words: Wording) -> Section:
    """The three answers and the table of phases."""
    blocks = (Answers(answers(found, words)), glance(found, words))
    return Section("answer", words.text("section.answer"), blocks)


def answers(found: Findings, words: Wording) -> tuple[Answer, Answer, Answer]:
    """What it sees, what it defends, whom it reaches."""
    return _sees(found, words), _defends(found, words), _reaches(found, words)


def headline_threat(found: Findings) -> str | None:
    """The threat that stands for all in the answer and on the maps.

    It is the one that most phases are assessed against; of several, the one that threatens most
    people within range of the phases' common aims.
    """

    def weight(threat: str) -> tuple[int, float]:
        rows = [row for p in found.phases if (row := p.everywhere(threat)) is not None]
        layers = {
            layer.phase for layer in found.document.footprints.layers if layer.threat == threat
        }
        return len(layers), max(
            (r.threatened_population_millions or 0.0 for r in rows), default=0.0
        )

    return max(found.threats, key=weight, default=None)


def most_reaching(
    found: Findings, place: int | None = None
) -> tuple[PhaseFindings, ReachedInView] | None:
    """The phase that reaches most in the declared view, or in its rival view number `place`."""
    candidates = [
        (phase, view)
        for phase in found.phases
        for index, view in enumerate(phase.reached.views)
        if (view.view.declared if place is None else index == place)
    ]
    return max(
        candidates,
        key=lambda pair: (pair[1].count("yes"), pair[1].count("depends")),
        default=None,
    )


def _sees(found: Findings, words: Wording) -> Answer:
    counts = [p.seen.counted("threat") for p in found.phases]
    total = max((n for _, n in counts), default=0)
    seen = words.counts(
        min((k for k, _ in counts), default=0), max((k for k, _ in counts), default=0)
    )
    sentences = [
        words.text("answer.sees.none", total=total)
        if seen == "0"
        else words.text(
            "answer.sees.one_phase" if len(counts) == 1 else "answer.sees.phases",
            seen=seen,
            total=total,
        )
    ]
    spans = [s for p in found.phases if (s := p.seen.first_radar_s("threat")) is not None]
    if spans:
        early, late = min(s.low for s in spans), max(s.high for s in spans)
        key = "answer.sees.when" if round(early) != round(late) else "answer.sees.when_one"
        sentences.append(words.text(key, early=words.after(early), late=words.after(late)))
    infrared = _first_infrared(found)
    if infrared is not None and spans and infrared.low < min(s.low for s in spans):
        sentences.append(words.text("answer.sees.infrared", early=words.after(infrared.low)))
    return Answer(
        topic="sees",
        question=words.text("answer.question.sees"),
        short=words.text("answer.sees.short", seen=seen, total=total),
        sentences=tuple(sentences),
    )


def _first_infrared(found: Findings) -> Span | None:
    overhead = {e.id for e in found.document.elements if e.kind == "infrared"}
    return Span.of(
        s.first_seen_s
        for s in found.document.sees
        if s.sensor in overhead and s.first_seen_s is not None
    )


def _defends(found: Findings, words: Wording) -> Answer:
    question = words.text("answer.question.defends")
    threat = headline_threat(found)
    rows = [(p, row) for p in found.phases if threat and (row := p.everywhere(threat)) is not None]
    if not rows:
        none = words.text("answer.defends.none")
        return Answer("defends", question, words.text("cell.none"), (none,))
    worst = min(rows, key=lambda r: r[1].population_fraction.value)
    best = max(rows, key=lambda r: r[1].population_fraction.value)
    low, high = worst[1].population_fraction, best[1].population_fraction
    common = {"threat": words.short(threat or ""), "launch": words.short(best[1].launch)}
    same = words.share(low.value) == words.share(high.value)
    if len(rows) == 1 or same:
        sentence = words.text(
            "answer.defends.one_phase" if len(rows) == 1 else "answer.defends.all_phases",
            value=words.share(high.value),
            interval=words.share_interval(_hull(low, high)),
            **common,
        )
    else:
        sentence = words.text(
            "answer.defends.phases",
            worst=words.share(low.value),
            worst_phase=words.phase_short(worst[0].phase),
            worst_interval=words.share_interval(low),
            best=words.share(high.value),
            best_phase=words.phase_short(best[0].phase),
            best_interval=words.share_interval(high),
            **common,
        )
    share = words.share(high.value) if same else words.share_interval(Fraction(
        value=low.value, low=low.value, high=high.value
    ))  # fmt: skip
    return Answer(
        topic="defends",
        question=question,
        short=words.text("answer.defends.short", share=share),
        sentences=(sentence, words.text("answer.defends.meaning")),
    )


def _hull(a: Fraction, b: Fraction) -> Fraction:
    return Fraction(value=a.value, low=min(a.low, b.low), high=max(a.high, b.high))


def _reaches(found: Findings, words: Wording) -> Answer:
    question = words.text("answer.question.reaches")
    declared = most_reaching(found)
    total = len(found.flights("disputed"))
    if declared is None or not total:
        none = words.text("answer.reaches.none")
        return Answer("reaches", question, words.text("cell.none"), (none,))
    phase, view = declared
    rivals = [(p, v) for p in found.phases for v in p.reached.views if not v.view.declared]
    hangs = any(p.reached.hangs_on_speed for p in found.phases)
    verdicts = {p.reached.verdict for p in found.phases}
    if verdicts == {"no"}:
        short, sign = words.text("answer.reaches.short_no", total=total), "no"
    elif hangs:
        short, sign = words.text("answer.reaches.short_depends"), "depends"
    elif view.count("yes"):
        yes = view.count("yes")
        short, sign = words.text("answer.reaches.short_yes", yes=yes, total=total), "yes"
    else:
        short, sign = words.text("answer.reaches.short_margin"), "depends"
    if view.count("yes", "depends") == 0:
        first = words.text("answer.reaches.declared_all", total=total)
    elif rivals:
        first = _view_sentence(words, "answer.reaches.view_declared", phase, view)
    else:
        first = words.text(
            "answer.reaches.declared_most",
            phase=words.phase_short(phase.phase),
            reached=words.reached(*view.counts),
        )
    sentences = [first]
    sentences += [_view_sentence(words, "answer.reaches.view_rival", p, v) for p, v in rivals]
    return Answer("reaches", question, short, tuple(sentences), sign)


def _view_sentence(words: Wording, key: str, phase: PhaseFindings, view: ReachedInView) -> str:
    return words.text(
        key,
        speed=words.speed(view.top_speed_km_s),
        by=words.stated_by(view.view.variant),
        reached=words.reached(*view.counts),
        phase=words.phase_short(phase.phase),
    )


def glance(found: Findings, words: Wording) -> Table:
    """The phases as rows, the three answers as columns."""
    total = max((p.seen.counted("threat")[1] for p in found.phases), default=0)
    threat = headline_threat(found)
    columns = [
        Column(words.text("column.phase"), share=1.6),
        Column(words.text("column.sees", n=total), "right", share=0.7),
        Column(words.text("column.first_detection"), "right", share=1.1),
        Column(words.text("column.defends", threat=words.short(threat or "")), share=2.6),
        Column(words.text("column.reaches_declared"), share=2.0),
        Column(words.text("column.reaches_rival"), share=2.0),
    ]
    return Table(
        id="glance",
        caption=words.text("glance.caption"),
        columns=tuple(columns),
        rows=tuple(_glance_row(p, threat, words) for p in found.phases),
    )


def _glance_row(found: PhaseFindings, threat: str | None, words: Wording) -> tuple[Cell, ...]:
    none = Cell(words.text("cell.none"))
    seen, _ = found.seen.counted("threat")
    span = found.seen.first_radar_s("threat")
    share = found.share(threat) if threat else None
    views = found.reached.views
    return (
        Cell(words.phase_short(found.phase)),
        Cell(str(seen), sort=seen),
        Cell(duration(words.lang, span.median), sort=span.median) if span else none,
        _share_cell(share, words) if share else none,
        _view_cell(views[0], words) if views else none,
        _rival_cell(views[1:], words) if len(views) > 1 else none,
    )


def _share_cell(share: Fraction, words: Wording) -> Cell:
    written = words.share(share.value)
    interval = words.share_interval(share)
    return Cell(
        written,
        bar=share_bar(share, alt=f"{written} ({interval})"),
        sort=share.value,
        soft=interval,
    )


def _view_cell(view: ReachedInView, words: Wording) -> Cell:
    yes, depends = view.count("yes"), view.count("depends")
    sign = "yes" if yes else "depends" if depends else "no"
    key = "cell.of_depends" if depends else "cell.of"
    written = words.text(key, part=yes, total=len(view.flights), depends=depends)
    return Cell(written, sign=sign, sort=yes, soft=words.speed(view.top_speed_km_s))


def _rival_cell(views: tuple[ReachedInView, ...], words: Wording) -> Cell:
    most = max(views, key=lambda v: (v.count("yes"), v.count("depends")))
    cell = _view_cell(most, words)
    by = words.stated_by(most.view.variant)
    return Cell(cell.text, sign=cell.sign, sort=cell.sort, soft=f"{cell.soft}, {by}")
