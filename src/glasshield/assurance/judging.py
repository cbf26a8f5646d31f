"""A claim judged under the assumptions of each side, and on what the sides' disagreement hangs.

from glasshield.assurance.judging import assure
from glasshield.workspace import Workspace
workspace = Workspace.default()
document = assure(workspace, workspace.catalog.claims["poland-gbi-cannot-reach-russian-icbm"])
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from glasshield import __version__
from glasshield.assurance.argued import Argument
from glasshield.assurance.consistent import check
from glasshield.assurance.crux import Depth, crux, crux_of_one, part
from glasshield.assurance.deciding import would_decide
from glasshield.assurance.document import (
    Crux,
    Document,
    DrawnFlight,
    Effect,
    Program,
    VerdictRow,
)
from glasshield.assurance.drawn import drawn_flights, drawn_sites
from glasshield.assurance.inputs import stands_on
from glasshield.assurance.measured import band_of
from glasshield.assurance.predicates import Denied, decided, predicate
from glasshield.assurance.rows import assumption_rows, claim_row, verdict_row
from glasshield.assurance.sides import Side, naming
from glasshield.assurance.verdicts import Finding, Predicate, Verdict, quick_margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import AssumptionSet, Claim
from glasshield.errors import InputError
from glasshield.workspace import Progress, Workspace, digest

_FOUND: Final = 0.5  # of the work is done when every side's margin is found


def assure(
    workspace: Workspace,
    claim: Claim,
    sets: Sequence[AssumptionSet] = (),
    progress: Progress | None = None,
) -> Document:
    """Whether a claim holds under each set of assumptions, and on what the answer hangs.

    Args:
        workspace: the catalogue and the cache.
        claim: from the catalogue, or another.
        sets: from the catalogue, or others; the claim's own when none are given.
        progress: told how far the work is.

    Raises:
        InputError: the claim or a set makes no sense, or there is no set.
    """
    return _document(_Judged.of(workspace, claim, sets, part(progress, 0.0, _FOUND)), progress)


def argued(
    workspace: Workspace,
    claim: Claim,
    sets: Sequence[AssumptionSet] = (),
    progress: Progress | None = None,
    depth: Depth = Depth.WHOLE,
) -> tuple[Document, Argument | None]:
    """The answer to a claim as in `assure`, and what it can be argued with.

    Only what says that flights cannot be reached, or denies it, can be argued.

    Args:
        workspace: the catalogue and the cache.
        claim: from the catalogue, or another.
        sets: from the catalogue, or others; the claim's own when none are given.
        progress: told how far the work is.
        depth: of the crux.

    Raises:
        InputError: the claim or a set makes no sense, or there is no set.
    """
    judged = _Judged.of(workspace, claim, sets, part(progress, 0.0, _FOUND))
    return _document(judged, progress, depth), judged.argument()


def judged(
    workspace: Workspace,
    claim: Claim,
    sets: Sequence[AssumptionSet] = (),
    progress: Progress | None = None,
) -> tuple[VerdictRow, ...]:
    """The verdict on a claim under each set of assumptions, as in `assure`, and nothing else.

    Raises:
        InputError: the claim or a set makes no sense, or there is no set.
    """
    return _Judged.of(workspace, claim, sets, progress).verdicts()


def _document(judged: _Judged, progress: Progress | None, depth: Depth = Depth.WHOLE) -> Document:
    """The answer to a claim that was judged."""
    cruxes = judged.cruxes(part(progress, _FOUND, 0.95), depth)
    verdicts = judged.verdicts()
    document = Document(
        claim=claim_row(judged.claim, judged.decided),
        verdicts=verdicts,
        crux=cruxes[0] if cruxes else None,
        agreement=len({row.verdict for row in verdicts}) == 1,
        program=Program(version=__version__, input_hash=judged.input_hash()),
        other_cruxes=cruxes[1:],
        assumptions=assumption_rows(judged.base, judged.sides),
        flights=judged.drawn(),
        sites=drawn_sites(judged.decided, judged.sides),
    )
    if progress:
        progress(1.0, "")
    return document


@dataclass(frozen=True, slots=True)
class _Judged:
    """A claim with what was found of it under each set of assumptions.

    Attributes:
        claim: as it was given.
        decided: the claim with a predicate that it leads to: itself, or one that it denies.
        is_denied: whether `claim` denies `decided`.
        base: the facts, the claim and the sets among them.
        sides: one for each set.
        predicate: of `claim`.
        findings: of each side.
    """

    claim: Claim
    decided: Claim
    is_denied: bool
    base: World
    sides: tuple[Side, ...]
    predicate: Predicate
    findings: tuple[Finding, ...]

    @classmethod
    def of(
        cls,
        workspace: Workspace,
        claim: Claim,
        sets: Sequence[AssumptionSet],
        progress: Progress | None,
    ) -> _Judged:
        """The claim, judged."""
        catalog = workspace.catalog.replaced({("claim", claim.id): claim})
        measured, is_denied = decided(claim, World.of(catalog))
        own = claim.assumptions or measured.assumptions
        chosen = tuple(sets) or tuple(catalog.assumption_sets[id] for id in own)
        _check_sets(claim, chosen)
        base = World.of(catalog.replaced({("assumptions", one.id): one for one in chosen}))
        ready = predicate(claim, base, workspace)
        sides = tuple(Side.of(one, base) for one in chosen)
        for side in sides:
            with naming(side.set):
                check(measured, side.world)
        ready = ready.prepared([side.world for side in sides])
        findings = []
        for n, side in enumerate(sides):
            done = part(progress, n / len(sides), (n + 1) / len(sides))
            findings.append(ready.finding(side.world, done))
        return cls(claim, measured, is_denied, base, sides, ready, tuple(findings))

    def band(self, world: World) -> float:
        """Within how much of zero a margin decides nothing in a world."""
        return band_of(self.decided, world, self.predicate.unit)

    def by_side(self) -> dict[str, Finding]:
        """What was found, by the id of the side."""
        return {side.id: found for side, found in zip(self.sides, self.findings, strict=True)}

    def drawn(self) -> tuple[DrawnFlight, ...]:
        """The flights of the evidence for a map."""
        return drawn_flights(self.base, self.decided, self.by_side(), is_denied=self.is_denied)

    def argument(self) -> Argument | None:
        """What the claim can be argued with; None where it is not about reaching."""
        if self.decided.predicate != "cannot_reach":
            return None
        from glasshield.assurance.argument import argument
        from glasshield.assurance.reaching import CannotReach

        inner = self.predicate.inner if isinstance(self.predicate, Denied) else self.predicate
        assert isinstance(inner, CannotReach)
        margins = [one.margin for one in self.findings]
        if self.is_denied:
            margins = [one.denied() for one in margins]
        return argument(inner, self.sides, margins)

    def verdicts(self) -> tuple[VerdictRow, ...]:
        """One row for each side; for an undecided one with what would decide it."""
        return tuple(
            verdict_row(side.set, self._with_doubt(side, found), self._effects(side, found))
            for side, found in zip(self.sides, self.findings, strict=True)
        )

    def _effects(self, side: Side, found: Finding) -> tuple[Effect, ...]:
        """What would decide an undecided verdict."""
        if found.margin.verdict is not Verdict.UNDECIDED:
            return ()
        return would_decide(self.predicate, side.world, self.band(side.world))

    def _with_doubt(self, side: Side, found: Finding) -> Finding:
        """What was found, with a sentence where quick margins lead to another verdict."""
        quick = quick_margin(self.predicate, side.world, self.band(side.world)).verdict
        if quick is found.margin.verdict:
            return found
        doubt = f"on the flights that stand for all, with which the crux is searched, it is {quick}"
        return replace(found, unanswered=(*found.unanswered, doubt))

    def cruxes(self, progress: Progress | None, depth: Depth) -> tuple[Crux, ...]:
        """The crux of every two sides that disagree, those first that do so most.

        Where none disagree it is that of the two whose margins lie farthest apart, and of a single
        side that of its own uncertain numbers.
        """
        if len(self.sides) == 1:
            return (crux_of_one(self.predicate, self.sides[0], progress),)
        pairs = sorted(combinations(range(len(self.sides)), 2), key=self._apart)
        disagreeing = [pair for pair in pairs if self._apart(pair)[0] < 0]
        chosen = disagreeing or pairs[:1]
        return tuple(
            crux(
                self.predicate,
                (self.sides[one], self.sides[other]),
                self.band,
                part(progress, n / len(chosen), (n + 1) / len(chosen)),
                depth,
            )
            for n, (one, other) in enumerate(chosen)
        )

    def input_hash(self) -> str:
        """The digest of every record that the judgement stands on."""
        sets = [side.id for side in self.sides]
        return digest("assurance", sets, stands_on(self.base.catalog, self.claim.id, sets))

    def _apart(self, pair: tuple[int, int]) -> tuple[int, float, tuple[int, int]]:
        """How far two sides are from agreeing, the farthest first."""
        first, second = (self.findings[n].margin for n in pair)
        steps = abs(_RANK[first.verdict] - _RANK[second.verdict])
        gap = 0.0 if first.value == second.value else abs(first.value - second.value)
        return -steps, -gap if math.isfinite(gap) else -math.inf, pair


_RANK: Final = {Verdict.FAILS: 0, Verdict.UNDECIDED: 1, Verdict.HOLDS: 2}


def _check_sets(claim: Claim, sets: Sequence[AssumptionSet]) -> None:
    """Passes one or more sets of assumptions that can be told apart."""
    if not sets:
        raise InputError(
            "the claim names no assumptions of its own",
            where=f"claim.{claim.id}",
            do="name a set of assumptions to judge it with",
        )
    ids = [one.id for one in sets]
    twice = sorted({id for id in ids if ids.count(id) > 1})
    if twice:
        raise InputError(
            "two sets of assumptions have one id", where=f"assumptions.{twice[0]}", do="rename one"
        )
