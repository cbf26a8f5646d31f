"""The answer first: what it sees, what it defends, whom it reaches, and the phases at a glance."""

from __future__ import annotations

from glasshield.messages import duration
from glasshield.report.blocks import Answer, Answers, Cell, Column, Section, Table
from glasshield.report.document import Defence, Fraction
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
    counted = [(p, *p.seen.counted("threat")) for p in found.phases]
    counted = [(p, seen, total) for p, seen, total in counted if total]
    question = words.text("answer.question.sees")
    if not counted:
        none = words.text("answer.sees.no_flights")
        return Answer("sees", question, words.text("cell.none"), (none,))
    worst = min(counted, key=lambda row: row[1] / row[2])
    best = max(counted, key=lambda row: row[1] / row[2])
    sentences = [_seen_sentence(worst, best, words)]
    spans = [s for p in found.phases if (s := p.seen.first_radar_s("threat")) is not None]
    if spans:
        early, late = min(s.low for s in spans), max(s.high for s in spans)
        key = "answer.sees.when" if round(early) != round(late) else "answer.sees.when_one"
        sentences.append(words.text(key, early=words.after(early), late=words.after(late)))
    infrared = _first_infrared(found)
    if infrared is not None and spans and infrared.low < min(s.low for s in spans):
        sentences.append(words.text("answer.sees.infrared", early=words.after(infrared.low)))
    short = _seen_short(worst[1:], best[1:], words)
    return Answer("sees", question, short, tuple(sentences))


def _seen_short(worst: tuple[int, int], best: tuple[int, int], words: Wording) -> str:
    """How many flights are seen, as counts where they compare and as shares where not."""
    (seen, total), (best_seen, best_total) = worst, best
    if seen == total:
        return words.text("answer.sees.short_all")
    if total == best_total:
        counts = str(seen) if seen == best_seen else f"{seen}–{best_seen}"
        return words.text("answer.sees.short", seen=counts, total=total)
    low, high = seen / total, best_seen / best_total
    share = words.share_interval(Fraction(value=low, low=low, high=high))
    return words.text("answer.sees.short_share", share=share)


def _seen_sentence(
    worst: tuple[PhaseFindings, int, int], best: tuple[PhaseFindings, int, int], words: Wording
) -> str:
    """How many of the flights that it is built against come into a radar's view."""
    (phase, seen, total), (best_phase, best_seen, best_total) = worst, best
    if seen == total:
        return words.text("answer.sees.all")
    if best_seen == 0:
        return words.text("answer.sees.none")
    if seen * best_total == best_seen * total:
        return words.text("answer.sees.same", seen=seen, total=total)
    return words.text(
        "answer.sees.phases",
        seen=seen,
        total=total,
        phase=words.phase_short(phase.phase),
        best_seen=best_seen,
        best_total=best_total,
        best_phase=words.phase_short(best_phase.phase),
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
    rows = [(p, row) for p in found.phases if (row := p.headline) is not None]
    if not rows:
        none = words.text("answer.defends.none")
        return Answer("defends", question, words.text("cell.none"), (none,))
    worst = min(rows, key=lambda r: r[1].population_fraction.value)
    best = max(rows, key=lambda r: r[1].population_fraction.value)
    low, high = worst[1].population_fraction, best[1].population_fraction
    if len(rows) == 1:
        sentence = words.text("answer.defends.one_phase", best=_against(best, words))
        share = words.share(high.value)
    else:
        sentence = words.text(
            "answer.defends.phases", worst=_against(worst, words), best=_against(best, words)
        )
        share = words.share_interval(Fraction(value=low.value, low=low.value, high=high.value))
    return Answer(
        topic="defends",
        question=question,
        short=words.text("answer.defends.short", share=share),
        sentences=(sentence, words.text("answer.defends.meaning")),
    )


def _against(row: tuple[PhaseFindings, Defence], words: Wording) -> str:
    """A share with its phase, its threat and its interval."""
    phase, defence = row
    return words.text(
        "answer.defends.against",
        value=words.share(defence.population_fraction.value),
        interval=words.share_interval(defence.population_fraction),
        phase=words.phase_short(phase.phase),
        threat=words.threat(defence.threat),
        launch=words.short(defence.launch),
    )


def _reaches(found: Findings, words: Wording) -> Answer:
    question = words.text("answer.question.reaches")
    declared = most_reaching(found)
    total = len(found.flights("disputed"))
    if declared is None or not total:
        none = words.text("answer.reaches.none")
        return Answer("reaches", question, words.text("cell.none"), (none,))
    phase, view = declared
    rivals = [(p, most) for p in found.phases if (most := p.reached.most_rival) is not None]
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
    columns = (
        Column(words.text("column.phase"), share=1.6),
        Column(words.text("column.sees"), "right", share=1.0),
        Column(words.text("column.first_detection"), "right", share=1.2),
        Column(words.text("column.defends"), share=3.0),
        Column(words.text("column.reaches_declared"), share=2.0),
        Column(words.text("column.reaches_rival"), share=2.0),
    )
    rows = tuple(_glance_row(p, words) for p in found.phases)
    return Table("glance", words.text("glance.caption"), columns, rows)


def _glance_row(found: PhaseFindings, words: Wording) -> tuple[Cell, ...]:
    none = Cell(words.text("cell.none"))
    seen, total = found.seen.counted("threat")
    span = found.seen.first_radar_s("threat")
    views = found.reached.views
    return (
        Cell(words.phase_short(found.phase)),
        Cell(words.text("cell.of", part=seen, total=total), sort=seen) if total else none,
        Cell(duration(words.lang, span.median), sort=span.median) if span else none,
        _share_cell(found.headline, words) if found.headline else none,
        _view_cell(views[0], words) if views else none,
        _rival_cell(views[1:], words) if len(views) > 1 else none,
    )


def _share_cell(row: Defence, words: Wording) -> Cell:
    share = row.population_fraction
    written, interval = words.share(share.value), words.share_interval(share)
    return Cell(
        written,
        bar=share_bar(share, alt=f"{written} ({interval})"),
        sort=share.value,
        soft=f"{interval}, {words.threat(row.threat)}",
    )


def _view_cell(view: ReachedInView, words: Wording) -> Cell:
    yes, depends = view.count("yes"), view.count("depends")
    sign = "yes" if yes else "depends" if depends else "no"
    key = "cell.of_depends" if depends else "cell.of"
    written = words.text(key, part=yes, total=len(view.flights), depends=depends)
    return Cell(written, sign=sign, sort=yes, soft=words.speed(view.top_speed_km_s))


def _rival_cell(views: tuple[ReachedInView, ...], words: Wording) -> Cell:
    most = max(views, key=lambda v: v.counts)
    cell = _view_cell(most, words)
    by = words.stated_by(most.view.variant)
    return Cell(cell.text, sign=cell.sign, sort=cell.sort, soft=f"{cell.soft}, {by}")
