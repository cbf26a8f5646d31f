"""The defended share of some land, against missiles from launch points that are moved and searched.

A barrage is one class of missile from one launch area, flown to the middle of every cell. Its cube
has three coordinates: two for the launch in its area and one for how high the flights rise, as in
`flightbook`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.assurance.flightbook import LEAST_ENERGY, Bent, Flightbook, Pair, in_disk
from glasshield.assurance.grounds import Ground
from glasshield.assurance.memory import Memory
from glasshield.assurance.needs import Ladders
from glasshield.assurance.scene import Scene
from glasshield.assurance.sightings import Sightings, behind
from glasshield.assurance.slack import Asked
from glasshield.assurance.verdicts import Case
from glasshield.assurance.worst_case import Effort, search
from glasshield.catalog import Catalog
from glasshield.catalog.claims import Flown as FlownRecord
from glasshield.shield.architecture import Deployment
from glasshield.shield.rules import Better, Bound, Rules, at_bound
from glasshield.workspace import Workspace

DIMENSIONS: Final = 3
_APOGEE: Final = 2
# The search looks for the worst launch on few cells; a share is known there to a hundredth.
EFFORT: Final = Effort(
    starts=8, rounds=1, contenders=2, chains=1, points=8, most_rounds=4, resolution=0.005
)
# Flights flown together in a search.
_POINTS_TOGETHER: Final = 16
_SCENES: Final = 8
_ANSWERS: Final = 256
FINDINGS: Final = 32  # searches that a predicate remembers: parties, each at a few bounds

# Which barrage each of some worst cases is, and its point of the cube.
Found = tuple[Int[np.ndarray, "g"], Float[np.ndarray, "g 3"]]


@dataclass(frozen=True, slots=True)
class Threat:
    """What a defended share is asked for.

    Attributes:
        phase: whose batteries and sensors defend, under its rules.
        bound: which end of every uncertain number.
        shots: how many launches at a flight count as defence.
    """

    phase: Deployment
    bound: Bound = Bound.STATED
    shots: float = 1.0

    def hangs_on(self, catalog: Catalog) -> tuple[tuple[object, ...], Hashable]:
        """The records and the numbers that the answer hangs on, besides the flights."""
        phase = self.phase
        records: list[object] = [phase.rules]
        for battery in phase.batteries:
            records += [battery.interceptor, battery.site]
        for sensor in phase.sensors:
            records += behind(catalog, sensor)
        counts = tuple(
            at_bound(record.count, self.bound, Better.HIGH) for record in phase.phase.batteries
        )
        return tuple(records), (self.bound, self.shots, counts)


def barrages(flown: Sequence[FlownRecord], catalog: Catalog) -> tuple[Pair, ...]:
    """A pair for each missile and launch area, as a world has them.

    The region of a pair is the first that the claim names; what is aimed at is all of the land.
    """
    return tuple(
        Pair(
            catalog.missiles[record.missile],
            catalog.launches[launch],
            catalog.regions[record.targets[0]],
            (record.apogee.low_si, record.apogee.high_si) if record.apogee else None,
        )
        for record in flown
        for launch in record.launches
    )


@dataclass(frozen=True, slots=True)
class Shares:
    """The barrages that stand for all, and the land that they are flown to.

    Attributes:
        ground: cells.
        book: flies missiles.
        ladders: of interceptors.
        which: which barrage each point belongs to.
        points: of its cube.
        asked: how often the shares are asked for.
    """

    ground: Ground
    book: Flightbook
    ladders: Ladders
    which: Int[np.ndarray, "n"]
    points: Float[np.ndarray, "n 3"]
    asked: Asked = Asked.OFTEN
    _scenes: Memory[Scene] = field(default_factory=lambda: Memory(_SCENES), repr=False)
    _answers: Memory[Float[np.ndarray, "n"]] = field(
        default_factory=lambda: Memory(_ANSWERS), repr=False
    )

    @classmethod
    def named(cls, ground: Ground, pairs: Sequence[Pair], workspace: Workspace) -> Shares:
        """The barrages from the named places: at least energy, and at the ends of the apogees."""
        numbers = np.arange(len(pairs))
        points = np.full((len(pairs), DIMENSIONS), 0.5)
        points[:, _APOGEE] = LEAST_ENERGY
        bent = np.flatnonzero(_free(pairs)[:, _APOGEE])
        ends = [points[bent].copy(), points[bent].copy()]
        for multiple, end in enumerate(ends):
            end[:, _APOGEE] = float(multiple)
        return cls(
            ground,
            Flightbook(),
            Ladders(workspace.cache),
            np.concatenate([numbers, bent, bent]),
            np.concatenate([points, *ends]),
        )

    def joined(self, which: Int[np.ndarray, "k"], points: Float[np.ndarray, "k 3"]) -> Shares:
        """These barrages and others, each once."""
        both = np.column_stack(
            [np.concatenate([self.which, which]), np.concatenate([self.points, points])]
        )
        kept = np.sort(np.unique(both, axis=0, return_index=True)[1])
        if len(kept) == len(self.which):
            return self
        which, points = both[kept, 0].astype(int), both[kept, 1:]
        return Shares(self.ground, self.book, self.ladders, which, points)

    def defended(
        self, catalog: Catalog, pairs: Sequence[Pair], threat: Threat
    ) -> Float[np.ndarray, "n"]:
        """The share of what each barrage threatens that is defended; NaN where it is nothing.

        Args:
            catalog: of the world.
            pairs: the barrages, as that world has them.
            threat: what is asked.
        """
        records, values = threat.hangs_on(catalog)
        records = (*records, *(part for pair in pairs for part in (pair.missile, pair.launch)))
        spans = tuple(pair.apogee for pair in pairs)
        return self._answers.of(
            records, (values, spans), lambda: self._defended(catalog, pairs, threat)
        )

    def _defended(
        self, catalog: Catalog, pairs: Sequence[Pair], threat: Threat
    ) -> Float[np.ndarray, "n"]:
        """The shares, computed."""
        found = np.full(len(self.which), np.nan)
        for k in np.unique(self.which):
            scene = self._scene(k, pairs)
            stopped = _stopped(scene, catalog, [pairs[k]], threat)
            by_cell = stopped.reshape(-1, len(self.ground)) * self.ground.weight
            flies = scene.flown.ok.reshape(by_cell.shape) * self.ground.weight
            total = flies.sum(axis=1)
            share = by_cell.sum(axis=1) / np.where(total > 0.0, total, np.nan)
            found[self.which == k] = share
        return found

    def worst(
        self, pairs: Sequence[Pair], value: Callable[[Shares], Float[np.ndarray, "n"]]
    ) -> Found:
        """The barrage, and the point of its cube, at which a value is least; none where it is none.

        Args:
            pairs: the barrages.
            value: of each barrage that it is given; NaN for none.
        """

        def objective(points: Float[np.ndarray, "n 3"], group: Int[np.ndarray, "n"]) -> np.ndarray:
            found = np.empty(len(points))
            for first in range(0, len(points), _POINTS_TOGETHER):
                rows = slice(first, first + _POINTS_TOGETHER)
                each = group[rows], points[rows], Asked.ONCE
                found[rows] = value(Shares(self.ground, self.book, self.ladders, *each))
            return np.where(np.isnan(found), np.inf, found)

        found = search(objective, _free(pairs), EFFORT)
        worst = np.argsort(found.values, kind="stable")[:1]
        known = worst[np.isfinite(found.values[worst])]
        return known, found.points[known]

    def case(self, n: int, catalog: Catalog, pairs: Sequence[Pair], threat: Threat) -> Case:
        """A barrage as a case: its flight to where most people or land are left undefended."""
        k = self.which[n]
        scene = self._scene(k, pairs)
        own = int(np.flatnonzero(np.flatnonzero(self.which == k) == n)[0])
        rows = np.arange(len(self.ground)) + own * len(self.ground)
        flown = scene.flown
        left = flown.ok[rows] & ~_stopped(scene, catalog, [pairs[k]], threat)[rows]
        chosen = left if left.any() else flown.ok[rows]
        row = int(rows[np.argmax(self.ground.weight * chosen)])
        return Case(
            launch=pairs[k].launch.id,
            target=pairs[k].region.id,
            missile=pairs[k].missile.id,
            launch_lat_rad=float(flown.from_lat_rad[row]),
            launch_lon_rad=float(flown.from_lon_rad[row]),
            target_lat_rad=float(flown.to_lat_rad[row]),
            target_lon_rad=float(flown.to_lon_rad[row]),
            apogee_m=float(flown.apogee_m[row]),
            phase=threat.phase.id,
        )

    def unthreatened(self, pairs: Sequence[Pair]) -> tuple[str, ...]:
        """A sentence for each barrage that reaches none of the land."""
        return tuple(
            f"{pairs[k].missile.name}: no flight from {pairs[k].launch.name} reaches the land"
            for k in np.unique(self.which)
            if not self._scene(k, pairs).flown.ok.any()
        )

    def _scene(self, k: int, pairs: Sequence[Pair]) -> Scene:
        """The flights of all points of a barrage, point by point, and what is made of them."""
        pair = pairs[k]
        own = self.points[self.which == k]
        return self._scenes.of(pair.parts, (int(k), pair.apogee), lambda: self._scene_of(pair, own))

    def _scene_of(self, pair: Pair, points: Float[np.ndarray, "p 3"]) -> Scene:
        cells = len(self.ground)
        starts = np.repeat(in_disk(pair.launch.position, points[:, :2]), cells, axis=0)
        aims = np.column_stack([self.ground.lat_rad, self.ground.lon_rad])
        ends = np.concatenate([starts, np.tile(aims, (len(points), 1))], axis=1)
        low, high = pair.apogee or (np.nan, np.nan)
        asked = np.repeat(points[:, _APOGEE], cells)
        multiples = np.where(asked == LEAST_ENERGY, np.nan, low + asked * (high - low))
        flown = self.book.fly_to(pair.missile, ends, Bent(multiples, pair.apogee))
        return Scene(Sightings(flown), self.ladders, self.asked)


def _free(pairs: Sequence[Pair]) -> Bool[np.ndarray, "p 3"]:
    """Which coordinates change a barrage."""
    rows = np.zeros((len(pairs), DIMENSIONS), dtype=bool)
    for row, pair in zip(rows, pairs, strict=True):
        row[:_APOGEE] = bool(pair.launch.position.within_km)
        row[_APOGEE] = pair.apogee is not None and pair.apogee[0] < pair.apogee[1]
    return rows


def _stopped(
    scene: Scene, catalog: Catalog, pairs: Sequence[Pair], threat: Threat
) -> Bool[np.ndarray, "f"]:
    """Which flights meet enough shots from all batteries together, as far as they have any."""
    total = np.zeros(len(scene.flown))
    phase, bound = threat.phase, threat.bound
    for battery, record in zip(phase.batteries, phase.phase.batteries, strict=True):
        approach, slack = scene.slack_s(catalog, phase, battery, pairs, bound)
        if threat.shots <= 1.0:
            shots = np.zeros(len(scene.flown))
            shots[approach.samples.flight[slack >= 0.0]] = 1.0
        else:
            interval_s = Rules.stated(phase.rules, battery.interceptor, bound).shot_interval_s
            shots = approach.shots(slack, interval_s).astype(float)
        total += np.minimum(shots, at_bound(record.count, bound, Better.HIGH))
    return np.asarray(total >= threat.shots, dtype=bool)
