"""A scenario flown and watched: the truth, and what each station makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.catalog import Catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.scenario.detect import detect
from glasshield.scenario.observers import Observer, observer, own_station, own_stations
from glasshield.scenario.swarms import swarm
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import Detections

# Streams of random numbers: what one of them draws does not change the others.
_FLIGHTS: Final = 1
_OBSERVERS: Final = 2


@dataclass(frozen=True, slots=True)
class Simulation:
    """A simulated scenario.

    Attributes:
        scenario: what was asked for.
        seed: of the draws.
        truth: what flew.
        observers: who looked, with the errors that nobody but the truth knows.
        detections: what they report.
    """

    scenario: Scenario
    seed: int
    truth: Truth
    observers: tuple[Observer, ...]
    detections: Detections

    @property
    def simulated(self) -> bool:
        """True, always."""
        return True


def simulate(scenario: Scenario, facts: Catalog, seed: int | None = None) -> Simulation:
    """The scenario flown past its observers.

    The same scenario, catalogue and seed give the same digits.

    Args:
        scenario: what flies and who looks.
        facts: where its missiles, places and sensors stand.
        seed: of the draws; the scenario's own where left out.

    Raises:
        InputError: a target out of a missile's reach, or a swarm that not all observers see.
    """
    chosen = scenario.seed if seed is None else seed
    truth = _truth(scenario, facts, chosen)
    observers = tuple(
        observer(
            record,
            own_station(record, record.station),
            np.random.default_rng((chosen, _OBSERVERS, number)),
        )
        for number, record in enumerate(scenario.observers)
    )
    detections = detect(observers, truth, scenario.duration.si, chosen)
    return Simulation(scenario, chosen, truth, observers, detections)


def _truth(scenario: Scenario, facts: Catalog, seed: int) -> Truth:
    stations = own_stations(scenario)
    parts = [
        swarm(
            record,
            stations,
            scenario.begins,
            scenario.duration.si,
            np.random.default_rng((seed, _FLIGHTS, number)),
        )
        for number, record in enumerate(scenario.swarms)
    ]
    return Truth.join(parts)
