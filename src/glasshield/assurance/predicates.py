"""A claim's predicate, ready to be measured: each kind of claim with what measures it.

`predicate` says what is wrong with a claim before anything is computed: names that lead nowhere,
and rules that contradict each other. `check` says the same of one party's world.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from glasshield.assurance.consistent import check
from glasshield.assurance.verdicts import Finding, Predicate
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.errors import InputError
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress, Workspace

__all__ = ["Denied", "check", "decided", "predicate"]


@dataclass(frozen=True, slots=True)
class Denied:
    """The predicate of a claim that denies another one: the same measure with its sign turned.

    Attributes:
        inner: what is denied.
    """

    inner: Predicate

    @property
    def unit(self) -> str:
        """The unit of the denied margins."""
        return self.inner.unit

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is worse for the one claim is better for the other."""
        worse, better = self.inner.ends
        return better, worse

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The denied margin, below zero where it was above."""
        return -self.inner.margin(world, bound)

    def prepared(self, worlds: Sequence[World]) -> Denied:
        """The denial of what is prepared for some worlds."""
        return Denied(self.inner.prepared(worlds))

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """What was found of the denied claim, with its margin turned.

        The cases are the same, and so are the margins in them: those of what is denied.
        """
        found = self.inner.finding(world, progress)
        return Finding(found.margin.denied(), found.worst, found.evidence, found.unanswered)

    def keys(self, world: World) -> Sequence[str]:
        """The keys that the denied margin hangs on."""
        return self.inner.keys(world)


def predicate(claim: Claim, base: World, workspace: Workspace) -> Predicate:
    """What measures a claim, in the base world and in every world made from it.

    Args:
        claim: from the catalogue or a file. Its own numbers can be set by a party only where the
            base world holds the claim.
        base: the facts as they are.
        workspace: where dear results are kept.

    Raises:
        UnknownNameError: the claim names what the catalogue does not hold.
        InputError: the claim contradicts itself, or denies itself.
    """
    judged, is_denied = decided(claim, base)
    check(judged, base)
    found = _measure(judged, base, workspace)
    return Denied(found) if is_denied else found


def decided(claim: Claim, base: World) -> tuple[Claim, bool]:
    """The claim with a predicate of its own that a claim leads to, and whether it is denied.

    Raises:
        UnknownNameError: a denied claim that the catalogue does not hold.
        InputError: a claim that in the end denies itself.
    """
    seen = [claim.id]
    is_denied = False
    while claim.denies:
        claim = base.catalog.claims[claim.denies]
        is_denied = not is_denied
        if claim.id in seen:
            raise InputError(
                "the claim denies itself",
                where=f"claim.{seen[0]}",
                got=" denies ".join((*seen, claim.id)),
                do="let it deny a claim that has a predicate",
            )
        seen.append(claim.id)
    return claim, is_denied


def _measure(claim: Claim, base: World, workspace: Workspace) -> Predicate:
    """The measure of a claim's own predicate; each kind is imported only when it is asked for."""
    job = (claim, base, workspace)
    match claim.predicate:
        case "cannot_reach":
            from glasshield.assurance import reaching

            return reaching.CannotReach.of(*job)
        case "no_worse_than":
            from glasshield.assurance import reaching

            return reaching.NoWorseThan.of(*job)
        case "defends":
            from glasshield.assurance import covering

            return covering.Defends.of(*job)
        case "helps_host":
            from glasshield.assurance import covering

            return covering.HelpsHost.of(*job)
        case "sees":
            from glasshield.assurance import seeing

            return seeing.Sees.of(*job)
        case "directed_outside":
            from glasshield.assurance import outside

            return outside.DirectedOutside.of(*job)
        case "within":
            from glasshield.assurance import measured

            return measured.Within.of(*job)
        case "passes":
            from glasshield.assurance import passing

            return passing.Passes.of(*job)
    raise AssertionError(claim.predicate)  # the record has exactly one of these
