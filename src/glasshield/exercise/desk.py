"""The coordinating centre's desk: plans, procedures, simulated engagements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from glasshield.earth.ellipsoid import ecef_to_geodetic
from glasshield.exercise import records
from glasshield.exercise.actions import Action, Answer
from glasshield.exercise.engagements import Engagements
from glasshield.exercise.pictures import Pictures
from glasshield.exercise.records import Record
from glasshield.exercise.world import Stage, World


class Desk:
    """Plans who would act, asks whom procedures name, and carries out what is decided.

    Attributes:
        engagements: the simulated engagements so far.
    """

    __slots__ = ("_aimed", "_pictures", "_stage", "_world", "engagements")

    def __init__(self, stage: Stage, world: World, pictures: Pictures, seed: int) -> None:
        """Nothing has been planned.

        Args:
            stage: of the exercise.
            world: of the run.
            pictures: of all viewers.
            seed: of the draws.
        """
        self._stage, self._world, self._pictures = stage, world, pictures
        self._aimed: dict[str, tuple[str, str]] = {}
        script = stage.exercise.script
        magazines = {name: one.count for name, one in script.battery.items()}
        self.engagements = Engagements(seed, magazines, _Threats(self))

    def step(self, second: int, answers: Sequence[Answer]) -> list[Record]:
        """What is decided in a step.

        Args:
            second: now.
            answers: of people.
        """
        found: list[Record] = []
        return found

    def check(self, action: Action) -> None:
        """Refuses an answer that nobody asked for.

        Raises:
            Refused: why.
        """

    def aimed_at(self, flight: str) -> tuple[str, str]:
        """The defended region at which a flight is aimed, and who defends it; empty for none."""
        if flight not in self._aimed:
            self._aimed[flight] = self._look_up(flight)
        return self._aimed[flight]

    def _look_up(self, flight: str) -> tuple[str, str]:
        _, place = self._world.impact_of(self._world.names.index(flight))
        if not np.isfinite(place).all():
            return "", ""
        lat, lon, _ = ecef_to_geodetic(place)
        at = np.array([float(lat)]), np.array([float(lon)])
        for party, one in self._stage.exercise.parties.items():
            for name in one.defends:
                if self._stage.exercise.regions[name].holds(*at)[0]:
                    return name, party
        return "", ""


class _Threats(Mapping[str, str]):
    """The defended region of each flight, looked up when it is asked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __getitem__(self, flight: str) -> str:
        return self._desk.aimed_at(flight)[0]

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(())

    def __len__(self) -> int:
        return 0


_ = records
