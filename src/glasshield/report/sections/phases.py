"""One phase: what stands where, three maps, and how far the disputed flights are."""

from __future__ import annotations

from glasshield.messages import number
from glasshield.report.blocks import Block, Facts, FigureRow, Section
from glasshield.report.findings import Findings, PhaseFindings
from glasshield.report.phase_maps import Atlas
from glasshield.report.sections import crux
from glasshield.report.sections.answer import headline_threat
from glasshield.report.wording import Wording


def section(found: Findings, phase: PhaseFindings, words: Wording, atlas: Atlas) -> Section:
    """The section of a phase."""
    threat = headline_threat(found)
    blocks: list[Block] = [Facts(_facts(phase, words)), FigureRow(atlas.maps(phase, threat, words))]
    if len(phase.reached.views) == 1:  # with rivals the chart stands under the disagreement
        chart = crux.figure(phase, words)
        if chart is not None:
            blocks.append(chart)
    return Section(
        id=f"phase-{phase.phase.id}",
        heading=words.phase(phase.phase),
        blocks=tuple(blocks),
        kicker=phase.phase.date,
        short=words.phase_short(phase.phase),
    )


def _facts(phase: PhaseFindings, words: Wording) -> tuple[tuple[str, str], ...]:
    batteries = [
        words.text(
            "phase.battery",
            count=number(words.lang, e.count),
            interceptor=words.named(e.interceptor or ""),
            site=words.named(e.id),
        )
        for e in phase.elements
        if e.kind == "interceptors" and e.count is not None
    ]
    sensors = [words.named(e.id) for e in phase.elements if e.kind != "interceptors"]
    facts = [
        (words.text("phase.interceptors"), "; ".join(batteries)),
        (words.text("phase.sensors"), "; ".join(sensors)),
    ]
    for label, said in (("planned", phase.phase.planned), ("outcome", phase.phase.outcome)):
        if said is not None:
            facts.append((words.text(f"phase.{label}"), said.in_language(words.lang)))
    return tuple(fact for fact in facts if fact[1])
