"""Whether radars see flights in time: when the last of all flights is first seen.

Where it begins, where it ends and how high it rises are searched for the flight that is seen last.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from jaxtyping import Float, Int

from glasshield.assurance.cast import FINDINGS, Cast, Found, case_of, unflown
from glasshield.assurance.consistent import phases, stated
from glasshield.assurance.flightbook import Flightbook, Pair, pairs_of
from glasshield.assurance.hangs_on import flight_keys, sensor_keys
from glasshield.assurance.measured import band_of
from glasshield.assurance.memory import Memory
from glasshield.assurance.sightings import Sightings, first_radar_s
from glasshield.assurance.verdicts import Case, Finding, quick_margin
from glasshield.assurance.worlds import World
from glasshield.assurance.worst_case import Effort, search
from glasshield.catalog.claims import Claim
from glasshield.catalog.claims import Sees as SeesRecord
from glasshield.shield.architecture import Deployment
from glasshield.shield.rules import Better, Bound, at_bound
from glasshield.workspace import Progress, Workspace

# What a search makes of a flight that is never seen: later than any flight lasts.
NEVER_SEEN_S: Final = 1e6
EFFORT: Final = Effort(resolution=0.5)


@dataclass(frozen=True, slots=True)
class Sees:
    """The time by which radars see every flight less when they first see the last one.

    Attributes:
        claim: with its numbers as the base has them.
        cast: the flights that stand for all.
        effort: of the search.
    """

    claim: Claim
    cast: Cast
    effort: Effort = EFFORT
    _found: Memory[Found] = field(default_factory=lambda: Memory(FINDINGS), repr=False)

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> Sees:
        """The predicate of a claim."""
        del workspace
        assert claim.sees is not None
        pairs = pairs_of(claim.sees.flights, base.catalog)
        return cls(claim, Cast.named(Flightbook(), pairs))

    @property
    def unit(self) -> str:
        """A time."""
        return "s"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence is seen earlier."""
        return Bound.PESSIMISTIC, Bound.OPTIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin of the flight that is seen last; minus infinity when one is never seen."""
        look = _Look.at(self.claim, world, bound)
        return float(np.min(look.margins_s(self.cast.flown(look.pairs)), initial=np.inf))

    def prepared(self, worlds: Sequence[World]) -> Sees:
        """This predicate with the flights that are seen last in these worlds."""
        cast = self.cast
        for world in worlds:
            for bound in (Bound.STATED, self.ends[0]):
                cast = cast.joined(*self._worst(world, bound))
        return replace(self, cast=cast)

    def _worst(self, world: World, bound: Bound) -> Found:
        """The worst flight of each pair in a world, searched for once."""
        look = _Look.at(self.claim, world, bound)
        return self._found.of(
            [world.catalog], bound, lambda: look.worst(self.cast.book, self.effort)
        )

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with the worst flight searched for, and a row for each pair and phase."""
        if progress:
            progress(0.0, self.claim.id)
        thorough = self.prepared([world])
        look = _Look.at(self.claim, world, Bound.STATED)
        sightings = thorough.cast.flown(look.pairs)
        rows = look.rows(sightings)
        return Finding(
            quick_margin(thorough, world, band_of(self.claim, world, self.unit)),
            rows[0] if rows else None,
            tuple(rows),
            unflown(sightings.flown, look.pairs),
        )

    def keys(self, world: World) -> Sequence[str]:
        """The sensors of the phases, the missiles and the time."""
        record = _record(self.claim, world)
        keys = flight_keys(record.flights)
        for phase in phases(self.claim, world):
            keys.append(f"architecture.{phase.architecture.id}")
            keys += sensor_keys(phase.sensors)
        if self.claim.id in world.catalog.claims:
            keys.append(f"claim.{self.claim.id}.sees.no_later_than")
        return tuple(dict.fromkeys(keys))


def _record(claim: Claim, world: World) -> SeesRecord:
    record = stated(claim, world).sees
    assert record is not None
    return record


@dataclass(frozen=True, slots=True)
class _Look:
    """One world at one bound, looked at."""

    world: World
    bound: Bound
    phases: tuple[Deployment, ...]
    pairs: tuple[Pair, ...]
    no_later_than_s: float

    @classmethod
    def at(cls, claim: Claim, world: World, bound: Bound) -> _Look:
        record = _record(claim, world)
        return cls(
            world,
            bound,
            phases(claim, world),
            pairs_of(record.flights, world.catalog),
            at_bound(record.no_later_than, bound, Better.HIGH),
        )

    def first_s(self, phase: Deployment, sightings: Sightings) -> Float[np.ndarray, "n"]:
        """When a radar of a phase first sees each flight; infinite for never."""
        watch = sightings.watch(self.world.catalog, phase.sensors, self.pairs, self.bound)
        return first_radar_s(watch)

    def margins_s(self, sightings: Sightings) -> Float[np.ndarray, "n"]:
        """The margin of each flight in its worst phase; infinite where there is no flight."""
        latest = np.max([self.first_s(phase, sightings) for phase in self.phases], axis=0)
        return np.where(sightings.flown.ok, self.no_later_than_s - latest, np.inf)

    def worst(self, book: Flightbook, effort: Effort) -> Found:
        """For each pair the point of the flight that is seen last."""

        def margins(points: Float[np.ndarray, "n 5"], pair: Int[np.ndarray, "n"]) -> np.ndarray:
            sightings = Sightings(book.fly(self.pairs, pair, points))
            return np.maximum(self.margins_s(sightings), -NEVER_SEEN_S)

        found = search(margins, book.free(self.pairs), effort)
        known = np.flatnonzero(np.isfinite(found.values))
        return known, found.points[known]

    def rows(self, sightings: Sightings) -> list[Case]:
        """For each phase and pair the flight that is seen last, the worst of them first."""
        flown = sightings.flown
        found = []
        for phase in self.phases:
            first = np.where(flown.ok, self.first_s(phase, sightings), -np.inf)
            for k in np.unique(flown.pair[flown.ok]):
                row = int(np.argmax(np.where(flown.pair == k, first, -np.inf)))
                numbers = {
                    "margin": self.no_later_than_s - float(first[row]),
                    "first_seen_s": float(first[row]),
                }
                found.append(replace(case_of(flown, row, self.pairs, **numbers), phase=phase.id))
        return sorted(found, key=lambda case: case.numbers["margin"])
