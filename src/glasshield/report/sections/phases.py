"""One phase: what stands where, three maps, and how far the disputed flights are."""

from __future__ import annotations

from glasshield.messages import number
from glasshield.report.blocks import Block, Facts, Figure, Plates, Section, Table
from glasshield.report.findings import PhaseFindings
from glasshield.report.phase_maps import Atlas
from glasshield.report.sections import crux
from glasshield.report.wording import Wording


def section(phase: PhaseFindings, words: Wording, atlas: Atlas) -> Section:
    """The section of a phase."""
    plates: list[Figure | Table] = list(atlas.maps(phase, words))
    if phase.reached.hangs_on_speed:  # the chart stands under the disagreement
        plates.append(crux.views_table(phase, words))
    elif (chart := crux.figure(phase, words, title=words.text("chart.speed.title"))) is not None:
        plates.append(chart)
    blocks: tuple[Block, ...] = (Facts(_facts(phase, words)), Plates(tuple(plates)))
    return Section(
        id=f"phase-{phase.phase.id}",
        heading=words.phase(phase.phase),
        blocks=blocks,
        kicker=phase.phase.date,
        short=words.phase_short(phase.phase),
    )


def _facts(phase: PhaseFindings, words: Wording) -> tuple[tuple[str, str], ...]:
    batteries = [
        words.text(
            "phase.battery",
            count=number(words.lang, e.count),
            interceptor=words.short(e.interceptor or ""),
            site=words.short(e.id),
        )
        for e in phase.elements
        if e.kind == "interceptors" and e.count is not None
    ]
    sensors = [words.short(e.id) for e in phase.elements if e.kind != "interceptors"]
    facts = [
        (words.text("phase.interceptors"), "; ".join(batteries)),
        (words.text("phase.sensors"), "; ".join(sensors)),
    ]
    for label, said in (("planned", phase.phase.planned), ("outcome", phase.phase.outcome)):
        if said is not None:
            facts.append((words.text(f"phase.{label}"), said.in_language(words.lang)))
    return tuple(fact for fact in facts if fact[1])
