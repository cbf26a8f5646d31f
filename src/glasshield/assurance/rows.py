"""Rows of the document: the claim, the verdicts and the assumptions, as people read them."""

from __future__ import annotations

import math
from collections.abc import Sequence

from glasshield.assurance.document import (
    AssumptionRow,
    CaseRow,
    ClaimRow,
    Effect,
    MarginRow,
    Text,
    VerdictRow,
    Worded,
)
from glasshield.assurance.rounding import figure, rounded
from glasshield.assurance.sides import Side, held_at
from glasshield.assurance.verdicts import Case, Finding, Margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import AssumptionSet, Claim
from glasshield.catalog.quantity import Statement


def claim_row(claim: Claim, decided: Claim) -> ClaimRow:
    """A claim in everybody's words.

    Args:
        claim: as it is judged.
        decided: the claim that has its predicate: the same, or one that it denies.
    """
    about = claim if claim.architecture else decided
    return ClaimRow(
        id=claim.id,
        name=Text(en=claim.named("en"), ru=claim.named("ru")),
        by=claim.by,
        date=claim.date.date,
        predicate=decided.predicate,
        denies=claim.denies,
        architecture=about.architecture,
        phases=about.phases,
        wording=tuple(_worded(said) for said in claim.wording),
        comment=tuple(_text(said) for said in claim.comment),
    )


def verdict_row(given: AssumptionSet, found: Finding, effects: Sequence[Effect]) -> VerdictRow:
    """What one set of assumptions leads to.

    Args:
        given: the set.
        found: in its world.
        effects: of the inputs that would decide it.
    """
    return VerdictRow(
        party=given.by,
        assumptions=given.id,
        verdict=found.margin.verdict.value,
        margin=_margin(found.margin),
        worst_case=_case(found.worst) if found.worst else None,
        evidence=tuple(_case(case) for case in found.evidence),
        would_decide=tuple(effects),
        unanswered=found.unanswered,
    )


def assumption_rows(base: World, sides: Sequence[Side]) -> tuple[AssumptionRow, ...]:
    """Every setting of every side, beside what the catalogue has in its place."""
    return tuple(
        AssumptionRow(
            party=side.set.by,
            assumptions=side.id,
            parameter=key,
            states=held_at(side.world, key).text,
            catalogue=held_at(base, key).text,
            source=setting.sources,
            status=setting.status.value,
            note=setting.note,
        )
        for side in sides
        for key, setting in side.world.settings.items()
    )


def _worded(said: Statement) -> Worded:
    return Worded(by=said.by, text=_text(said), source=said.sources, status=said.status.value)


def _text(said: Statement) -> Text:
    return Text(en=said.text, ru=said.text_ru)


def _margin(margin: Margin) -> MarginRow:
    return MarginRow(
        value=figure(margin.value),
        low=figure(margin.low),
        high=figure(margin.high),
        unit=margin.unit,
        band=rounded(margin.band),
    )


def _case(case: Case) -> CaseRow:
    """A case in degrees and kilometres."""
    return CaseRow(
        launch=case.launch,
        target=case.target,
        missile=case.missile,
        launch_lat_deg=_degrees(case.launch_lat_rad),
        launch_lon_deg=_degrees(case.launch_lon_rad),
        target_lat_deg=_degrees(case.target_lat_rad),
        target_lon_deg=_degrees(case.target_lon_rad),
        apogee_km=None if case.apogee_m is None else figure(case.apogee_m / 1e3),
        phase=case.phase,
        site=case.site,
        interceptor=case.interceptor,
        numbers={name: figure(number) for name, number in sorted(case.numbers.items())},
    )


def _degrees(angle_rad: float | None) -> float | None:
    return None if angle_rad is None else figure(math.degrees(angle_rad))
