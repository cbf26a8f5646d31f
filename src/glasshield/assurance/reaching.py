"""Whether a shield could reach flights that it is said not to reach, and whether it grows able to.

Both predicates measure speeds: the least burnout speed with which some battery would have a window
on some flight, less the burnout speed that it has. The quick margin looks at the flights between
the named places, of least energy and bent to both ends of the claim's interval; `prepared` adds the
worst flights that a search finds for given worlds, so that quick and thorough answers agree there.
The search resolves 0.01 km/s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

import numpy as np

from glasshield.assurance.cast import case_of, unflown
from glasshield.assurance.flightbook import APOGEE, LEAST_ENERGY
from glasshield.assurance.measured import band_of
from glasshield.assurance.nearness import NOTHING, Asked, Extra, Near, Nearness, Sky
from glasshield.assurance.needs import Ladders
from glasshield.assurance.posts import judged, keys, posts_by_phase
from glasshield.assurance.verdicts import Case, Finding, Margin
from glasshield.assurance.worlds import World
from glasshield.assurance.worst_case import Worst
from glasshield.catalog.claims import Claim, unit_of_margin
from glasshield.errors import InputError
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress, Workspace

_KM: Final = 1e-3
# So many of the worst pairs that a search finds are flown in quick margins.
_KEPT: Final = 16
_NO_ENDS: Final[Mapping[str, Near]] = MappingProxyType({})


@dataclass(frozen=True)
class CannotReach:
    """The predicate that no battery has a window on any of a claim's flights.

    Attributes:
        claim: with this predicate.
        near: answers about batteries and flights.
        extra: flights beside those between the named places.
    """

    claim: Claim
    near: Nearness
    extra: Extra = NOTHING

    @classmethod
    def of(cls, claim: Claim, world: World, workspace: Workspace) -> CannotReach:
        """The predicate of a claim.

        Args:
            claim: with this predicate.
            world: the base; every world that is asked about is made from it.
            workspace: where dear results are kept.
        """
        posts_by_phase(claim, world)
        return cls(claim, Nearness(workspace.cache, Ladders(workspace.cache)))

    @property
    def unit(self) -> str:
        """The unit of its margins."""
        return unit_of_margin("cannot_reach")

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence is worse for the claim."""
        return Bound.OPTIMISTIC, Bound.PESSIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The least speed for a window less the burnout speed (km/s), of the nearest battery."""
        asked = _asked(self.claim, world, bound)
        return _KM * self.near.margin_m_s(asked, self.near.sky(asked, self.extra))

    def prepared(self, worlds: Sequence[World]) -> CannotReach:
        """The same, whose quick margins fly the worst flights of these worlds, too."""
        extra = self.extra
        for world in worlds:
            for bound in Bound:
                extra = _with_worst(extra, self.near.searched(_asked(self.claim, world, bound)))
        return replace(self, extra=extra)

    def asked(self, world: World, bound: Bound = Bound.STATED) -> Asked:
        """What the claim asks in a world: its batteries and its flights."""
        return _asked(self.claim, world, bound)

    def sky(self, world: World, progress: Progress | None = None) -> Sky:
        """The flights that are looked at in a world: the named ones, and the worst of a search."""
        return self.near.sky(self.asked(world), self.extra_in(world, progress))

    def extra_in(self, world: World, progress: Progress | None = None) -> Extra:
        """The worst flights of a search in a world, beside those that are prepared."""
        extra = self.extra
        for done, bound in enumerate(Bound):
            _tell(progress, done / len(Bound), bound)
            worst = self.near.searched(self.asked(world, bound))
            every = len(worst.values) if bound is Bound.STATED else _KEPT
            extra = _with_worst(extra, worst, every)
        return extra

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with its ends, and the worst flight of every pair."""
        asked = self.asked(world)
        sky = self.sky(world, progress)
        values = {
            bound: _KM * self.near.margin_m_s(replace(asked, bound=bound), sky) for bound in Bound
        }
        margin = Margin(
            values[Bound.STATED],
            values[Bound.OPTIMISTIC],
            values[Bound.PESSIMISTIC],
            self.unit,
            band_of(self.claim, world, self.unit),
        )
        ends = {
            "margin_low": self.near.each(replace(asked, bound=Bound.OPTIMISTIC), sky),
            "margin_high": self.near.each(replace(asked, bound=Bound.PESSIMISTIC), sky),
        }
        evidence = _cases(asked, sky, self.near.each(asked, sky), ends)
        _tell(progress, 1.0, Bound.STATED)
        worst_case = evidence[0] if evidence and np.isfinite(margin.value) else None
        return Finding(margin, worst_case, evidence, unflown(sky.flown, asked.pairs))

    def keys(self, world: World) -> Sequence[str]:
        """The keys of every number and rule that the margin hangs on."""
        posts = _asked(self.claim, world, Bound.STATED).posts
        return keys(posts, self.claim, world)


@dataclass(frozen=True)
class NoWorseThan:
    """The predicate that from phase to phase a shield's reach does not grow.

    At an end of the uncertain numbers rules and shared interceptors stand at that end in both
    phases; the speed of an interceptor that only the earlier phase has stands at the other one.

    Attributes:
        claim: with this predicate.
        near: answers about batteries and flights.
        extra: flights beside those between the named places.
    """

    claim: Claim
    near: Nearness
    extra: Extra = NOTHING

    @classmethod
    def of(cls, claim: Claim, world: World, workspace: Workspace) -> NoWorseThan:
        """The predicate of a claim.

        Args:
            claim: with this predicate.
            world: the base; every world that is asked about is made from it.
            workspace: where dear results are kept.

        Raises:
            InputError: a claim about fewer than two phases.
        """
        phases = posts_by_phase(claim, world)
        if len(phases) < 2:
            raise InputError(
                "nothing can grow from phase to phase",
                where=f"claim.{claim.id}.phases",
                got=", ".join(phases),
                expected="at least two phases",
            )
        return cls(claim, Nearness(workspace.cache, Ladders(workspace.cache)))

    @property
    def unit(self) -> str:
        """The unit of its margins."""
        return unit_of_margin("no_worse_than")

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence is worse for the claim."""
        return Bound.OPTIMISTIC, Bound.PESSIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The worst step's growth with its sign turned (km/s): below zero where reach grows.

        Growth does not go one way with every input: what is better for the defence is so for both
        phases. The ends of the margin are the least and the greatest that it is with the inputs as
        stated, at their worse and at their better ends.
        """
        if bound is Bound.STATED:
            return self._margins(world, self.extra, (bound,))[0]
        every = self._margins(world, self.extra, tuple(Bound))
        return min(every) if bound is Bound.OPTIMISTIC else max(every)

    def _margins(self, world: World, extra: Extra, bounds: Sequence[Bound]) -> list[float]:
        """The least step with the inputs at each of some ends."""
        found = []
        for bound in bounds:
            phases = _by_phase(self.claim, world, bound)
            sky = self.near.sky(next(iter(phases.values())), extra)
            found.append(min(self._steps(phases, sky).values()))
        return found

    def _steps(self, phases: dict[str, Asked], sky: Sky) -> dict[str, float]:
        """The margin of each phase but the first, against the phase before it."""
        steps = {}
        names = list(phases)
        for before, after in pairwise(names):
            later = self.near.margin_m_s(phases[after], sky)
            earlier = self.near.margin_m_s(_at_other_end(phases[before], phases[after]), sky)
            steps[after] = _KM * (later - min(earlier, 0.0))
        return steps

    def prepared(self, worlds: Sequence[World]) -> NoWorseThan:
        """The same, whose quick margins fly the worst flights of these worlds, too."""
        extra = self.extra
        for world in worlds:
            for bound in Bound:
                extra = self._searched(world, bound, extra)
        return replace(self, extra=extra)

    def _searched(self, world: World, bound: Bound, extra: Extra) -> Extra:
        """The worst flights of every phase beside others."""
        for asked in _by_phase(self.claim, world, bound).values():
            extra = _with_worst(extra, self.near.searched(asked))
        return extra

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with its ends, and for every phase but the first its worst flight."""
        extra = self.extra
        for done, bound in enumerate(Bound):
            _tell(progress, done / len(Bound), bound)
            extra = self._searched(world, bound, extra)
        phases = _by_phase(self.claim, world, Bound.STATED)
        sky = self.near.sky(next(iter(phases.values())), extra)
        stated, *ends = self._margins(world, extra, tuple(Bound))
        margin = Margin(
            stated,
            min(stated, *ends),
            max(stated, *ends),
            self.unit,
            band_of(self.claim, world, self.unit),
        )
        steps = self._steps(phases, sky)
        evidence = [self._case(phases[name], sky, step) for name, step in steps.items()]
        evidence.sort(key=lambda case: case.numbers["margin"])
        _tell(progress, 1.0, Bound.STATED)
        worst = evidence[0] if np.isfinite(margin.value) else None
        asked = next(iter(phases.values()))
        return Finding(margin, worst, tuple(evidence), unflown(sky.flown, asked.pairs))

    def _case(self, asked: Asked, sky: Sky, step: float) -> Case:
        """A phase with its worst flight, and by how much it reaches further than the one before."""
        cases = _cases(asked, sky, self.near.each(asked, sky))
        worst = cases[0] if cases else Case()
        own = worst.numbers.get("margin", np.inf)
        numbers = worst.numbers | {"phase_margin_km_s": own, "margin": step}
        return replace(worst, phase=asked.phase, numbers=numbers)

    def keys(self, world: World) -> Sequence[str]:
        """The keys of every number and rule that the margin hangs on."""
        posts = _asked(self.claim, world, Bound.STATED).posts
        return keys(posts, self.claim, world)


def _asked(claim: Claim, world: World, bound: Bound) -> Asked:
    """What is asked of all phases of a claim together."""
    posts = tuple(post for phase in posts_by_phase(claim, world).values() for post in phase)
    return Asked(posts, judged(claim, world).flights, world, bound)


def _by_phase(claim: Claim, world: World, bound: Bound) -> dict[str, Asked]:
    """What is asked of each phase of a claim."""
    flights = judged(claim, world).flights
    return {
        name: Asked(posts, flights, world, bound, phase=name)
        for name, posts in posts_by_phase(claim, world).items()
    }


def _at_other_end(before: Asked, after: Asked) -> Asked:
    """The earlier phase, with the speeds of what the later one has no more at the other end."""
    shared = frozenset(post.interceptor.id for post in after.posts)
    return replace(before, speeds_kept=shared)


def _with_worst(extra: Extra, worst: Worst, count: int = _KEPT) -> Extra:
    """Flights with the worst ones of a search."""
    order = np.argsort(worst.values, kind="stable")[:count]
    found = order[np.isfinite(worst.values[order])]
    return extra.beside(found, worst.points[found])


def _cases(
    asked: Asked, sky: Sky, near: Near, ends: Mapping[str, Near] = _NO_ENDS
) -> tuple[Case, ...]:
    """The worst flight of every pair, the worst pair first; with the least margins at the ends."""
    flown, pairs = sky.flown, asked.pairs
    found = []
    for n in range(len(pairs)):
        own = np.flatnonzero((flown.pair == n) & flown.ok)
        if len(own):
            case = _case(asked, sky, near, int(own[np.argmin(near.margin_m_s[own])]))
            least = {name: _KM * float(end.margin_m_s[own].min()) for name, end in ends.items()}
            found.append(replace(case, numbers=case.numbers | least))
    return tuple(sorted(found, key=lambda case: case.numbers["margin"]))


def _case(asked: Asked, sky: Sky, near: Near, row: int) -> Case:
    """One flight and the battery that comes nearest to it."""
    flown, pairs = sky.flown, asked.pairs
    pair = pairs[int(flown.pair[row])]
    post = asked.posts[int(near.post[row])] if asked.posts else None
    numbers = {
        "margin": _KM * float(near.margin_m_s[row]),
        "least_speed_km_s": _KM * float(near.least_m_s[row]),
    }
    if post:
        numbers["burnout_speed_km_s"] = _KM * asked.speed_m_s(post)
    share = flown.points[row, APOGEE]
    if pair.apogee and share != LEAST_ENERGY:
        low, high = pair.apogee
        numbers["apogee_multiple"] = low + float(share) * (high - low)
    return replace(
        case_of(flown, row, pairs, **numbers),
        phase=post.phase if post else None,
        site=post.site.id if post else None,
        interceptor=post.interceptor.id if post else None,
    )


def _tell(progress: Progress | None, done: float, bound: Bound) -> None:
    if progress:
        progress(done, f"worst flights, {bound} inputs")
