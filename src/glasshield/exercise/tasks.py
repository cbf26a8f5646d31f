"""Who looks where: tasks of sensors that have fewer looks than there is to see.

The plan of looks of the coordinating centre says at which objects such a sensor looks first; what
looks are left over go in turn to what has waited longest. Other sensors see all that is in view.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from jaxtyping import Bool

from glasshield import messages
from glasshield.coordination.looks import Limits
from glasshield.coordination.looks import Objects as Looked
from glasshield.coordination.sensor_plan import plan_sensors
from glasshield.exercise.planning import Objects
from glasshield.exercise.records import CONTROLLER, Said, Task
from glasshield.exercise.world import Stage
from glasshield.sensing.detections import Detections
from glasshield.sensing.station import Station

_STEPS: Final = 2  # of the plan, of which the first is carried out
_AGAIN_S: Final = 60  # after which the same objects are planned for again
_KEPT_S: Final = 60.0  # what was looked at is remembered so long


class Tasks:
    """The tasks of one run, and what sensors with few looks see of what they could."""

    __slots__ = (
        "_exercise",
        "_flights",
        "_free",
        "_last",
        "_limited",
        "_objects",
        "_planned_s",
        "_spent",
        "_turn",
    )  # fmt: skip

    def __init__(self, stage: Stage) -> None:
        """Nobody has a task.

        Args:
            stage: of the exercise.
        """
        self._exercise = stage.exercise
        looks = [one.looks_per_s for one in stage.exercise.script.sensor.values()]
        self._limited: dict[int, tuple[Station, float]] = {
            number: (station, float(rate))
            for number, (station, rate) in enumerate(zip(stage.stations, looks, strict=True))
            if rate is not None
        }
        self._objects: dict[int, tuple[int, ...]] = {}
        self._flights: dict[int, tuple[str, ...]] = {}
        self._spent: dict[tuple[int, float], int] = {}
        self._last: dict[tuple[int, int], float] = {}
        self._turn = 0.0
        self._free: set[int] = set()
        self._planned_s = 0

    def __bool__(self) -> bool:
        """Whether any sensor has fewer looks than there may be to see."""
        return bool(self._limited)

    def plan(self, objects: Objects, second: int, cut: frozenset[str]) -> Iterator[Task]:
        """The tasks that are new.

        Args:
            objects: of the centre.
            second: now.
            cut: the parties whose link is cut: their sensors keep what they have.
        """
        free = objects.take(np.flatnonzero(objects.flies_free))
        is_old = second - self._planned_s >= _AGAIN_S
        if not len(free) or (set(free.number) == self._free and not is_old):
            return
        self._free, self._planned_s = set(free.number), second
        every_s = float(self._exercise.head.plan_every_s)
        stations = [station for station, _ in self._limited.values()]
        limits = Limits(
            np.array([max(round(rate * every_s), 1) for _, rate in self._limited.values()]),
            np.ones(len(stations)),
        )
        looked = Looked.of([str(each) for each in free.number], free.state_ecef, free.covariance)
        plan = plan_sensors(looked, stations, limits, _STEPS * every_s, every_s)
        for place, (number, (station, _)) in enumerate(self._limited.items()):
            if station.party in cut:
                continue
            first = plan.object[(plan.sensor == place) & (plan.step == 0)].tolist()
            chosen = tuple(free.number[k] for k in first)
            self._flights[number] = tuple(free.flight[k] for k in first)
            if set(chosen) != set(self._objects.get(number, ())):
                yield self._task(number, chosen, second)
            self._objects[number] = chosen

    def _task(self, number: int, chosen: tuple[int, ...], second: int) -> Task:
        station, _ = self._limited[number]
        key = "exercise.task." + {0: "why_none", 1: "why_one"}.get(len(chosen), "why")
        said = {"objects": ", ".join(map(str, chosen))} if chosen else {}
        return Task(
            second=second,
            to=(CONTROLLER, *self._exercise.cells_of(station.party)),
            sensor=f"{station.party}/{station.id}",
            objects=chosen,
            flights=self._flights[number],
            why=(
                Said(
                    en=messages.text("en", key, **said),
                    ru=messages.text("ru", key, **said),
                ),
            ),
        )

    def looked_at(self, few: Detections, names: Sequence[str]) -> Bool[np.ndarray, "n"]:
        """Which detections sensors make with the looks that they have.

        Args:
            few: what they would see with as many as they liked, as it arrives.
            names: of all flights.
        """
        seen = np.ones(len(few), dtype=bool)
        for number, (station, rate) in self._limited.items():
            rows = np.flatnonzero((few.station_index == number) & (few.truth >= 0))
            room = max(math.floor(rate * station.period_s + 1e-9), 1)
            tasked = set(self._flights.get(number, ()))
            for row in sorted(
                rows.tolist(), key=lambda k: self._order(number, k, few, names, tasked)
            ):
                look = (number, float(few.time_s[row]))
                seen[row] = self._spent.get(look, 0) < room
                if seen[row]:
                    self._spent[look] = self._spent.get(look, 0) + 1
                    self._last[number, int(few.truth[row])] = look[1]
        self._forget(float(few.time_s.max()) if len(few) else 0.0)
        return seen

    def _order(
        self, number: int, row: int, few: Detections, names: Sequence[str], tasked: set[str]
    ) -> tuple[float, bool, float, int]:
        """By time; of one look what is tasked first, then what has waited longest."""
        flight = int(few.truth[row])
        last = self._last.get((number, flight), -math.inf)
        return float(few.time_s[row]), names[flight] not in tasked, last, flight

    def _forget(self, now_s: float) -> None:
        if now_s - self._turn >= _KEPT_S:
            self._turn = now_s
            self._spent = {k: n for k, n in self._spent.items() if now_s - k[1] < _KEPT_S}
