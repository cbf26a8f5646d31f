"""Whether a shield is directed outside a region: where it could meet missiles, and whose.

An intercept counts where the ground below it lies, a missile where it was launched, once there is
any window on its flight. Flights are searched for the nearest intercept or launch; a flight
without a window says nothing, so the search goes to where interceptors come least too late.
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
from glasshield.assurance.hangs_on import flight_keys, phase_keys
from glasshield.assurance.measured import band_of
from glasshield.assurance.memory import Memory
from glasshield.assurance.needs import Ladders, Samples
from glasshield.assurance.outline import Outline, outline
from glasshield.assurance.scene import Scene
from glasshield.assurance.sightings import Sightings
from glasshield.assurance.slack import Asked
from glasshield.assurance.verdicts import Case, Finding, quick_margin
from glasshield.assurance.worlds import World
from glasshield.assurance.worst_case import Effort, search
from glasshield.catalog.claims import Claim
from glasshield.catalog.claims import DirectedOutside as OutsideRecord
from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.shield.architecture import Battery, Deployment
from glasshield.shield.rules import Bound
from glasshield.workspace import Progress, Workspace

# Further than any place is from another: what is added to the distance of flights without a window.
BEYOND_M: Final = 3e7
_LATE_M_S: Final = 1e3  # what a second too late counts for
_LATEST_S: Final = 1e4
EFFORT: Final = Effort(resolution=5e3)
_SCENES: Final = 16
_APPROACHES: Final = 12


@dataclass(frozen=True, slots=True)
class DirectedOutside:
    """The distance of the nearest intercept or launch from a region, in kilometres.

    Infinite where no interceptor reaches anything.

    Attributes:
        claim: with its region as the base has it.
        cast: the flights that stand for all.
        ladders: of interceptors.
        effort: of the search.
    """

    claim: Claim
    cast: Cast
    ladders: Ladders
    effort: Effort = EFFORT
    _found: Memory[Found] = field(default_factory=lambda: Memory(FINDINGS), repr=False)
    _scenes: Memory[_Ground] = field(default_factory=lambda: Memory(_SCENES), repr=False)

    @classmethod
    def of(cls, claim: Claim, base: World, workspace: Workspace) -> DirectedOutside:
        """The predicate of a claim."""
        assert claim.directed_outside is not None
        pairs = pairs_of(claim.directed_outside.flights, base.catalog)
        cast = Cast.named(Flightbook(), pairs)
        return cls(claim, cast, Ladders(workspace.cache))

    @property
    def unit(self) -> str:
        """A length."""
        return "km"

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """What is better for the defence reaches more, and may reach inside."""
        return Bound.OPTIMISTIC, Bound.PESSIMISTIC

    def margin(self, world: World, bound: Bound = Bound.STATED) -> float:
        """The margin on the flights that stand for all."""
        view = _View.at(self.claim, world, bound)
        return 1e-3 * float(np.min(view.distances_m(self._ground(view)), initial=np.inf))

    def prepared(self, worlds: Sequence[World]) -> DirectedOutside:
        """This predicate with the flights that come nearest in these worlds."""
        cast = self.cast
        for world in worlds:
            for bound in (Bound.STATED, self.ends[0]):
                cast = cast.joined(*self._worst(world, bound))
        return replace(self, cast=cast)

    def _worst(self, world: World, bound: Bound) -> Found:
        """The worst flight of each pair in a world, searched for once."""
        view = _View.at(self.claim, world, bound)
        return self._found.of(
            [world.catalog], bound, lambda: view.worst(self.cast.book, self.ladders, self.effort)
        )

    def finding(self, world: World, progress: Progress | None = None) -> Finding:
        """The margin with the nearest flight searched for, and a row for each pair and battery."""
        if progress:
            progress(0.0, self.claim.id)
        thorough = self.prepared([world])
        view = _View.at(self.claim, world, Bound.STATED)
        ground = thorough._ground(view)
        rows = view.rows(ground)
        return Finding(
            quick_margin(thorough, world, band_of(self.claim, world, self.unit)),
            rows[0] if rows else None,
            tuple(rows),
            unflown(ground.scene.flown, view.pairs),
        )

    def keys(self, world: World) -> Sequence[str]:
        """Rules, interceptors, sensors and flights."""
        record = _record(self.claim, world)
        keys = flight_keys(record.flights)
        keys.append(f"region.{record.region}")
        for phase in phases(self.claim, world):
            keys += phase_keys(phase)
        return tuple(dict.fromkeys(keys))

    def _ground(self, view: _View) -> _Ground:
        """The flights that stand for all, with their distances."""
        sightings = self.cast.flown(view.pairs)
        return self._scenes.of(
            [sightings, view.outline],
            None,
            lambda: _Ground(Scene(sightings, self.ladders, Asked.OFTEN), view.outline),
        )


def _record(claim: Claim, world: World) -> OutsideRecord:
    record = stated(claim, world).directed_outside
    assert record is not None
    return record


@dataclass(frozen=True, slots=True)
class _Ground:
    """Flights, and how far what they are met above lies from a region."""

    scene: Scene
    outline: Outline
    _known: Memory[Float[np.ndarray, "k"]] = field(default_factory=lambda: Memory(_APPROACHES))
    _launches: list[Float[np.ndarray, "n"]] = field(default_factory=list)

    @property
    def launch_m(self) -> Float[np.ndarray, "n"]:
        """The distance of each flight's launch."""
        if not self._launches:
            flown = self.scene.flown
            self._launches.append(self.outline.distance_m(flown.from_lat_rad, flown.from_lon_rad))
        return self._launches[0]

    def sample_m(self, samples: Samples, wanted: Int[np.ndarray, "w"]) -> Float[np.ndarray, "w"]:
        """The distance of some samples of an approach; each is looked up once."""
        known = self._known.of([samples], None, lambda: np.full(len(samples.flight), np.nan))
        asked = wanted[np.isnan(known[wanted])]
        if len(asked):
            flight, number = samples.flight[asked], samples.number[asked]
            lat, lon, _ = ecef_to_geodetic(self.scene.flown.positions_ecef_m[flight, number])
            known[asked] = self.outline.distance_m(lat, lon)
        return known[wanted]


@dataclass(frozen=True, slots=True)
class _View:
    """One world at one bound."""

    world: World
    bound: Bound
    phases: tuple[Deployment, ...]
    pairs: tuple[Pair, ...]
    outline: Outline

    @classmethod
    def at(cls, claim: Claim, world: World, bound: Bound) -> _View:
        record = _record(claim, world)
        catalog = world.catalog
        return cls(
            world,
            bound,
            phases(claim, world),
            pairs_of(record.flights, catalog),
            outline(catalog.regions[record.region]),
        )

    def batteries(self) -> list[tuple[Deployment, Battery]]:
        """Every battery with its phase."""
        return [(phase, battery) for phase in self.phases for battery in phase.batteries]

    def distances_m(self, ground: _Ground) -> Float[np.ndarray, "n"]:
        """For each flight the nearest of its intercepts and its launch; infinite without any."""
        found = np.full(len(ground.scene.flown), np.inf)
        for phase, battery in self.batteries():
            found = np.minimum(found, self.of_battery(ground, phase, battery)[0])
        return found

    def of_battery(
        self, ground: _Ground, phase: Deployment, battery: Battery
    ) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
        """For each flight the least distance, that of intercepts alone, and the greatest slack."""
        scene = ground.scene
        approach, slack = scene.slack_s(self.world.catalog, phase, battery, self.pairs, self.bound)
        flight = approach.samples.flight
        inside = np.flatnonzero(slack >= 0.0)
        met = np.full(len(scene.flown), np.inf)
        np.minimum.at(met, flight[inside], ground.sample_m(approach.samples, inside))
        most = np.full(len(scene.flown), -np.inf)
        np.maximum.at(most, flight, slack)
        reached = np.isfinite(met)
        return np.where(reached, np.minimum(met, ground.launch_m), np.inf), met, most

    def worst(self, book: Flightbook, ladders: Ladders, effort: Effort) -> Found:
        """For each pair the point of the flight that is met or launched nearest."""

        def nearest(points: Float[np.ndarray, "n 5"], pair: Int[np.ndarray, "n"]) -> np.ndarray:
            flown = book.fly(self.pairs, pair, points)
            return self._guided_m(_Ground(Scene(Sightings(flown), ladders), self.outline))

        found = search(nearest, book.free(self.pairs), effort)
        known = np.flatnonzero(found.values < BEYOND_M)
        return known, found.points[known]

    def _guided_m(self, ground: _Ground) -> Float[np.ndarray, "n"]:
        """The distances, and beyond all of them by how much flights without a window miss one."""
        distance = np.full(len(ground.scene.flown), np.inf)
        late = np.full(len(ground.scene.flown), _LATEST_S)
        for phase, battery in self.batteries():
            nearest, _, slack = self.of_battery(ground, phase, battery)
            distance = np.minimum(distance, nearest)
            late = np.minimum(late, -slack)
        guided = np.where(np.isfinite(distance), distance, BEYOND_M + _LATE_M_S * late)
        return np.where(ground.scene.flown.ok, guided, np.inf)

    def rows(self, ground: _Ground) -> list[Case]:
        """For each pair and battery the flight that is met or launched nearest, worst first."""
        flown = ground.scene.flown
        found = []
        for phase, battery in self.batteries():
            nearest, met, _ = self.of_battery(ground, phase, battery)
            for k in np.unique(flown.pair[np.isfinite(nearest)]):
                row = int(np.argmin(np.where(flown.pair == k, nearest, np.inf)))
                numbers = {
                    "margin": 1e-3 * float(nearest[row]),
                    "intercept_from_region_km": 1e-3 * float(met[row]),
                    "launch_from_region_km": 1e-3 * float(ground.launch_m[row]),
                }
                case = case_of(flown, row, self.pairs, **numbers)
                found.append(
                    replace(
                        case,
                        phase=phase.id,
                        site=battery.site.id,
                        interceptor=battery.interceptor.id,
                    )
                )
        return sorted(found, key=lambda case: case.numbers["margin"])
