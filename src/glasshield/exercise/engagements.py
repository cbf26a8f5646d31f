"""Simulated engagements: who was shot at, and what came of it. They exist in exercises alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from glasshield.exercise.draws import share

Waste = Literal["", "already-hit", "no-threat", "no-object"]


@dataclass(frozen=True, slots=True)
class Shot:
    """A simulated interceptor on its way.

    Attributes:
        number: of the shot in this run, from 1.
        party: whose.
        battery: which.
        object: at which object.
        viewer: in whose picture it has that number.
        flight: that it is; empty where it is none.
        meets_s: when.
        probability: that it hits.
        proposal: under which it left.
        is_awaited: whether a plan can still see what comes of it before another has to leave.
    """

    number: int
    party: str
    battery: str
    object: int
    viewer: str
    flight: str
    meets_s: float
    probability: float
    proposal: int
    is_awaited: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """A shot and what came of it."""

    shot: Shot
    result: Literal["hit", "missed", "wasted"]
    waste: Waste


class Engagements:
    """The simulated engagements of one run.

    Attributes:
        left: interceptors of each battery.
        hit_at_s: when each flight was hit.
        shots: how many left.
        wasted: how many of these for nothing.
    """

    __slots__ = ("_drawn", "_on_the_way", "_seed", "_threats", "hit_at_s", "left", "shots",
                 "wasted")  # fmt: skip

    def __init__(self, seed: int, magazines: Mapping[str, int], threats: Mapping[str, str]) -> None:
        """Nobody has shot.

        Args:
            seed: of the draws.
            magazines: interceptors of each battery.
            threats: the defended region at which each flight is aimed, empty for none; it may grow.
        """
        self._seed = seed
        self._threats = threats
        self._on_the_way: list[Shot] = []
        self._drawn: Counter[str] = Counter()
        self.left = dict(magazines)
        self.hit_at_s: dict[str, float] = {}
        self.shots = 0
        self.wasted = 0

    def on_the_way(self, viewer: str, number: int) -> list[Shot]:
        """The interceptors that are on their way to an object of somebody's picture."""
        return [shot for shot in self._on_the_way if (shot.viewer, shot.object) == (viewer, number)]

    def add(self, shot: Shot) -> None:
        """Lets an interceptor leave."""
        self.left[shot.battery] -= 1
        self.shots += 1
        self._on_the_way.append(shot)

    def resolved(self, until_s: float) -> Iterator[Resolved]:
        """What came of the shots that have met their objects by a time, in order."""
        due = [shot for shot in self._on_the_way if shot.meets_s <= until_s]
        for shot in sorted(due, key=lambda one: (one.meets_s, one.number)):
            self._on_the_way.remove(shot)
            yield self._resolve(shot)

    def _resolve(self, shot: Shot) -> Resolved:
        waste: Waste = ""
        if not shot.flight:
            waste = "no-object"
        elif shot.flight in self.hit_at_s:
            waste = "already-hit"
        elif not self._threats.get(shot.flight):
            waste = "no-threat"
        if waste:
            self.wasted += 1
            return Resolved(shot, "wasted", waste)
        number = self._drawn[shot.flight]
        self._drawn[shot.flight] += 1
        if share(self._seed, "engagement", shot.flight, number) < shot.probability:
            self.hit_at_s[shot.flight] = shot.meets_s
            return Resolved(shot, "hit", "")
        return Resolved(shot, "missed", "")
