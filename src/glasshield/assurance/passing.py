"""How much of a raid passes, whatever the interceptors of a phase do.

The doctrine that leaves fewest leakers is shoot, look, shoot: it wastes no interceptor. A claim
about what passes whatever is done has to hold under it, so that is what the margin stands on; the
salvo stands beside it in the evidence. Flights, sensors and windows have no say here: every
interceptor of the phase is taken to reach every missile, the most that a shield could do.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from glasshield.assurance.consistent import phases, stated
from glasshield.assurance.measured import band_of
from glasshield.assurance.verdicts import Case, Finding, quick_margin
from glasshield.assurance.worlds import World
from glasshield.catalog.claims import Claim
from glasshield.catalog.claims import Passes as PassesRecord
from glasshield.shield.architecture import Deployment
from glasshield.shield.magazine import Doctrine, Raid, leakers, mean_leakers
from glasshield.shield.rules import Better, Bound, at_bound
from glasshield.workspace import Progress, Workspace

_NUMBERS = ("raid", "at_least", "single_shot", "shots_each")


@dataclass(frozen=True, slots=True)
class Passes:
    """The expected share of a raid that leaks through, less the share that a claim states.

    Attributes:
        claim: with its numbers as the base has them.
    """

    claim: Claim

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> Passes:
        """The predicate of a claim."""
        del base, workspace
        return cls(claim)

    @property
    def unit(self) -> str:
        """A share has no unit."""
        return "1"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence is worse for the claim."""
        return Bound.OPTIMISTIC, Bound.PESSIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin in the phase that stops most of the raid."""
        record = self._record(world)
        return min(
            self._of_phase(record, _interceptors(phase, bound), bound)
            for phase in phases(self.claim, world)
        )

    def prepared(self, worlds: Sequence[World]) -> Passes:
        """This predicate: no case stands for others here."""
        del worlds
        return self

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin, with a row for each phase, doctrine and stated single-shot probability."""
        del progress
        record = self._record(world)
        found = [
            case
            for phase in phases(self.claim, world)
            for single_shot in record.single_shot.variants().values()
            for doctrine in Doctrine
            for case in [_case(record, phase, single_shot.si, doctrine)]
        ]
        found.sort(key=lambda case: case.numbers["mean_leaked_share"])
        chosen = [
            case
            for case in found
            if case.numbers["single_shot"] == record.single_shot.si
            and case.numbers["shoots_and_looks"]
        ]
        return Finding(
            quick_margin(self, world, band_of(self.claim, world, self.unit)),
            chosen[0],
            tuple(found),
        )

    def keys(self, world: World) -> Sequence[str]:
        """The claim's own numbers where the catalogue holds it, and every count of a battery."""
        own: list[str] = []
        if self.claim.id in world.catalog.claims:
            own = [f"claim.{self.claim.id}.passes.{name}" for name in _NUMBERS]
        return own + count_keys(phases(self.claim, world))

    def _record(self, world: World) -> PassesRecord:
        record = stated(self.claim, world).passes
        assert record is not None
        return record

    @staticmethod
    def _of_phase(record: PassesRecord, interceptors: float, bound: Bound) -> float:
        """The margin against so many interceptors."""
        missiles = at_bound(record.raid, bound, Better.LOW)
        leaked = _mean_between(
            missiles,
            interceptors,
            at_bound(record.shots_each, bound, Better.HIGH),
            at_bound(record.single_shot, bound, Better.HIGH),
        )
        # A claim of more is worse for the claim, as what is better for the defence is.
        return leaked - at_bound(record.at_least, bound, Better.HIGH)


def count_keys(chosen: Sequence[Deployment]) -> list[str]:
    """The keys of how many interceptors each battery of some phases has."""
    return [
        f"architecture.{phase.architecture.id}.phases.{phase.phase.id}.batteries.{n}.count"
        for phase in chosen
        for n in range(len(phase.phase.batteries))
    ]


def _interceptors(phase: Deployment, bound: Bound) -> float:
    """How many interceptors a phase has."""
    return sum(at_bound(battery.count, bound, Better.HIGH) for battery in phase.phase.batteries)


def _mean_between(
    missiles: float, interceptors: float, shots_each: float, single_shot: float
) -> float:
    """The mean share that leaks, linear between whole numbers for whoever varies the counts."""
    counts = (missiles, interceptors, shots_each)
    total = 0.0
    for corner in itertools.product((0, 1), repeat=3):
        weight = math.prod(
            count % 1.0 if up else 1.0 - count % 1.0
            for count, up in zip(counts, corner, strict=True)
        )
        if weight > 0.0:
            m, n, each = (math.floor(count) + up for count, up in zip(counts, corner, strict=True))
            raid = Raid(m, n, each, single_shot, Doctrine.SHOOT_LOOK_SHOOT)
            total += weight * mean_leakers(raid) / raid.missiles
    return total


def _case(record: PassesRecord, phase: Deployment, single_shot: float, doctrine: Doctrine) -> Case:
    """How many of a raid leak through a phase, with whole numbers of everything."""
    interceptors = round(_interceptors(phase, Bound.STATED))
    raid = Raid(
        round(record.raid.si), interceptors, round(record.shots_each.si), single_shot, doctrine
    )
    chance = leakers(raid)
    below = np.cumsum(chance)
    mean = mean_leakers(raid)
    return Case(
        phase=phase.id,
        numbers={
            "missiles": raid.missiles,
            "interceptors": interceptors,
            "shots_each": raid.shots_each,
            "single_shot": single_shot,
            "shoots_and_looks": float(doctrine is Doctrine.SHOOT_LOOK_SHOOT),
            "mean_leakers": mean,
            "mean_leaked_share": mean / raid.missiles,
            "margin": mean / raid.missiles - record.at_least.si,
            "leakers_5_percent": float(np.searchsorted(below, 0.05)),
            "leakers_50_percent": float(np.searchsorted(below, 0.5)),
            "leakers_95_percent": float(np.searchsorted(below, 0.95)),
            "none_leaks": float(chance[0]),
        },
    )
