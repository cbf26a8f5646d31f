"""How much of some regions a shield defends, and what one site adds.

A missile is flown to the middle of every cell of the land (see `grounds`), and a cell counts as
defended when all batteries together have enough shots at that flight. Cells to which it cannot fly
do not count. Where it is launched and how high it flies are searched, on fewer cells, for the case
that leaves least defended.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import msgspec
import numpy as np
from jaxtyping import Float

from glasshield.assurance.consistent import phases, stated
from glasshield.assurance.flightbook import Pair
from glasshield.assurance.grounds import MOST_CELLS, Ground
from glasshield.assurance.hangs_on import flight_keys, phase_keys
from glasshield.assurance.measured import band_of
from glasshield.assurance.memory import Memory
from glasshield.assurance.passing import count_keys
from glasshield.assurance.shares import FINDINGS, Found, Shares, Threat, barrages
from glasshield.assurance.verdicts import Case, Finding, quick_margin
from glasshield.assurance.worlds import World
from glasshield.catalog import Catalog
from glasshield.catalog.claims import Claim, Flown, Share
from glasshield.catalog.claims import Defends as DefendsRecord
from glasshield.catalog.claims import HelpsHost as HelpsRecord
from glasshield.catalog.model import Region
from glasshield.shield.architecture import Deployment
from glasshield.shield.rules import Better, Bound, at_bound
from glasshield.workspace import Progress, Workspace

_SEARCHED_CELLS: Final = 32

_Values = Float[np.ndarray, "n"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What one world at one bound makes of barrages.

    Attributes:
        catalog: of the world.
        bound: which end of every uncertain number.
        phases: that are asked.
        pairs: the barrages, as the world has them.
        margins: of each barrage in a phase; NaN where it reaches nothing.
        case: one barrage in a phase, with its numbers.
    """

    catalog: Catalog
    bound: Bound
    phases: tuple[Deployment, ...]
    pairs: tuple[Pair, ...]
    margins: Callable[[Deployment, Shares], _Values]
    case: Callable[[Deployment, Shares, int], Case]

    def worst(self, shares: Shares) -> _Values:
        """The margin of each barrage in its worst phase."""
        return np.min([self.margins(phase, shares) for phase in self.phases], axis=0)

    def least(self, shares: Shares) -> float:
        """The least margin; infinite where no barrage reaches anything."""
        margins = self.worst(shares)
        return float(np.min(margins, initial=np.inf, where=~np.isnan(margins)))

    def rows(self, shares: Shares) -> list[Case]:
        """For each phase and barrage its worst case, the worst of all first."""
        found = []
        for phase in self.phases:
            margins = self.margins(phase, shares)
            for k in np.unique(shares.which[~np.isnan(margins)]):
                own = (shares.which == k) & ~np.isnan(margins)
                n = int(np.argmin(np.where(own, margins, np.inf)))
                found.append(self.case(phase, shares, n))
        return sorted(found, key=lambda case: case.numbers["margin"])


@dataclass(frozen=True, slots=True)
class _Field:
    """The land and the barrages that stand for all, and the same on fewer cells for the search."""

    fine: Shares
    coarse: Shares
    _found: Memory[Found] = field(default_factory=lambda: Memory(FINDINGS), repr=False)

    @classmethod
    def of(
        cls,
        regions: Sequence[Region],
        share: Share,
        pairs: Sequence[Pair],
        workspace: Workspace,
    ) -> _Field:
        fine, coarse = (
            Shares.named(Ground.of(regions, share, most), pairs, workspace)
            for most in (MOST_CELLS, _SEARCHED_CELLS)
        )
        return cls(fine, coarse)

    def prepared(self, asked: Sequence[_Asked]) -> _Field:
        """With the barrages that are worst for what is asked."""
        fine = self.fine
        for one in asked:
            fine = fine.joined(*self._worst(one))
        return replace(self, fine=fine)

    def _worst(self, asked: _Asked) -> Found:
        """The worst barrage, searched for once in each world."""
        return self._found.of(
            [asked.catalog], asked.bound, lambda: self.coarse.worst(asked.pairs, asked.worst)
        )


@dataclass(frozen=True, slots=True)
class Defends:
    """The defended share of some regions less what a claim states, for the worst of the flights.

    Attributes:
        claim: with its numbers as the base has them.
        land: the land and the flights.
    """

    claim: Claim
    land: _Field

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> Defends:
        """The predicate of a claim.

        Raises:
            InputError: regions that are no areas.
        """
        record = claim.defends
        assert record is not None
        regions = [base.catalog.regions[region] for region in record.regions]
        pairs = barrages(record.flights, base.catalog)
        land = _Field.of(regions, record.of, pairs, workspace)
        return cls(claim, land)

    @property
    def unit(self) -> str:
        """A share has no unit."""
        return "1"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence defends more."""
        return Bound.PESSIMISTIC, Bound.OPTIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin in the worst phase on the flights that stand for all."""
        return self._asked(world, bound).least(self.land.fine)

    def prepared(self, worlds: Sequence[World]) -> Defends:
        """This predicate with the flights that leave least defended in these worlds."""
        asked = [self._asked(w, bound) for w in worlds for bound in (Bound.STATED, self.ends[0])]
        return replace(self, land=self.land.prepared(asked))

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with the worst launch searched for, and a row for each phase and launch."""
        if progress:
            progress(0.0, self.claim.id)
        return _found(self.prepared([world]), self._asked(world, Bound.STATED), world)

    def keys(self, world: World) -> Sequence[str]:
        """Rules, batteries, sensors, flights and the claim's own numbers."""
        record = _defends(self.claim, world)
        own = ("at_least", "shots") if record.shots else ("at_least",)
        return _keys(self.claim, record.flights, record.regions, own, world)

    def _asked(self, world: World, bound: Bound) -> _Asked:
        """The share of each barrage that is defended, less what is claimed."""
        record = _defends(self.claim, world)
        catalog = world.catalog
        pairs = barrages(record.flights, catalog)
        # What is better for the defence is better for the claim, as a claim of less is.
        claimed = at_bound(record.at_least, bound, Better.LOW)
        shots = at_bound(record.shots, bound, Better.LOW) if record.shots else 1.0

        def margins(phase: Deployment, shares: Shares) -> _Values:
            return shares.defended(catalog, pairs, Threat(phase, bound, shots)) - claimed

        def case(phase: Deployment, shares: Shares, n: int) -> Case:
            threat = Threat(phase, bound, shots)
            defended = float(shares.defended(catalog, pairs, threat)[n])
            numbers = {
                "margin": defended - claimed,
                "defended_share": defended,
                "cell_km": 1e-3 * shares.ground.cell_m,
            }
            return replace(shares.case(n, catalog, pairs, threat), numbers=numbers)

        return _Asked(catalog, bound, phases(self.claim, world), pairs, margins, case)


@dataclass(frozen=True, slots=True)
class HelpsHost:
    """The gain in a country's defended share by a site, less the least gain that counts.

    Without the site its interceptors and its radars are gone.

    Attributes:
        claim: with its numbers as the base has them.
        land: the land and the flights.
    """

    claim: Claim
    land: _Field

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> HelpsHost:
        """The predicate of a claim.

        Raises:
            InputError: a region that is no area.
        """
        record = claim.helps_host
        assert record is not None
        pairs = barrages(record.flights, base.catalog)
        land = _Field.of([base.catalog.regions[record.region]], record.of, pairs, workspace)
        return cls(claim, land)

    @property
    def unit(self) -> str:
        """A share has no unit."""
        return "1"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """The ends of the margin; see `margin`."""
        return Bound.PESSIMISTIC, Bound.OPTIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin in the worst phase on the flights that stand for all.

        What a site adds does not grow with every input: where all interceptors are better the
        others may do without it. At the ends of the margin stand the least and the greatest gain
        with the inputs as stated, at their worse and at their better ends.
        """
        gains = [bound] if bound is Bound.STATED else list(Bound)
        margins = [self._asked(world, gain, bound).least(self.land.fine) for gain in gains]
        return max(margins) if bound is Bound.OPTIMISTIC else min(margins)

    def prepared(self, worlds: Sequence[World]) -> HelpsHost:
        """This predicate with the flights against which the site adds least in these worlds."""
        asked = [self._asked(world, bound) for world in worlds for bound in Bound]
        return replace(self, land=self.land.prepared(asked))

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with the worst launch searched for, and a row for each phase and launch."""
        if progress:
            progress(0.0, self.claim.id)
        return _found(self.prepared([world]), self._asked(world, Bound.STATED), world)

    def keys(self, world: World) -> Sequence[str]:
        """Rules, batteries, sensors, flights and the claim's own number."""
        record = _helps(self.claim, world)
        return _keys(self.claim, record.flights, (record.region,), ("at_least",), world)

    def _asked(self, world: World, bound: Bound, counted: Bound = Bound.STATED) -> _Asked:
        """What the site adds to the share of each barrage that is defended, less what counts.

        Args:
            world: which.
            bound: which end of every input of the gain.
            counted: which end of the least gain that counts.
        """
        record = _helps(self.claim, world)
        catalog = world.catalog
        pairs = barrages(record.flights, catalog)
        counts = at_bound(record.at_least, counted, Better.LOW)

        def both(phase: Deployment, shares: Shares) -> tuple[_Values, _Values]:
            without = _without(phase, record.site)
            return (
                shares.defended(catalog, pairs, Threat(phase, bound)),
                shares.defended(catalog, pairs, Threat(without, bound)),
            )

        def margins(phase: Deployment, shares: Shares) -> _Values:
            having, lacking = both(phase, shares)
            return having - lacking - counts

        def case(phase: Deployment, shares: Shares, n: int) -> Case:
            having, lacking = (float(share[n]) for share in both(phase, shares))
            numbers = {
                "margin": having - lacking - counts,
                "defended_share_with": having,
                "defended_share_without": lacking,
                "cell_km": 1e-3 * shares.ground.cell_m,
            }
            found = shares.case(n, catalog, pairs, Threat(phase, bound))
            return replace(found, site=record.site, numbers=numbers)

        return _Asked(catalog, bound, phases(self.claim, world), pairs, margins, case)


def _found(thorough: Defends | HelpsHost, asked: _Asked, world: World) -> Finding:
    """What is found with the worst launches among the barrages."""
    shares = thorough.land.fine
    rows = asked.rows(shares)
    return Finding(
        quick_margin(thorough, world, band_of(thorough.claim, world, "1")),
        rows[0] if rows else None,
        tuple(rows),
        shares.unthreatened(asked.pairs),
    )


def _defends(claim: Claim, world: World) -> DefendsRecord:
    record = stated(claim, world).defends
    assert record is not None
    return record


def _helps(claim: Claim, world: World) -> HelpsRecord:
    record = stated(claim, world).helps_host
    assert record is not None
    return record


def _without(phase: Deployment, site: str) -> Deployment:
    """A phase without what stands at a site."""
    stays = [battery.site.id != site for battery in phase.batteries]
    kept = [n for n, stay in enumerate(stays) if stay]
    records = tuple(phase.phase.batteries[n] for n in kept)
    return replace(
        phase,
        phase=msgspec.structs.replace(phase.phase, batteries=records),
        batteries=tuple(phase.batteries[n] for n in kept),
        sensors=tuple(sensor for sensor in phase.sensors if sensor.site != site),
    )


def _keys(
    claim: Claim,
    flown: Sequence[Flown],
    regions: Sequence[str],
    own: Sequence[str],
    world: World,
) -> Sequence[str]:
    """The keys of everything that a defended share hangs on."""
    keys = flight_keys(flown)
    keys += [f"region.{region}" for region in regions]
    chosen = phases(claim, world)
    for phase in chosen:
        keys += phase_keys(phase)
        keys.append(f"rules.{phase.rules.id}.shot_interval")
    keys += count_keys(chosen)
    if claim.id in world.catalog.claims:
        keys += [f"claim.{claim.id}.{claim.predicate}.{name}" for name in own]
    return tuple(dict.fromkeys(keys))
