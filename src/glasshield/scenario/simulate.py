"""A scenario flown and watched: the truth, and what each station makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from glasshield.catalog import Catalog
from glasshield.catalog.scenarios import Scenario
from glasshield.earth.time import Instant
from glasshield.scenario.detect import detect
from glasshield.scenario.launches import report_launches
from glasshield.scenario.observers import Observer, observer
from glasshield.scenario.salvos import salvo
from glasshield.scenario.swarms import swarm
from glasshield.scenario.truth import Truth
from glasshield.sensing.detections import Detections
from glasshield.sensing.launch_detection import LaunchDetections, LaunchSensor

# Streams of random numbers: what one of them draws does not change the others.
_SALVOS: Final = 0
_SWARMS: Final = 1
_OBSERVERS: Final = 2
_DETECTIONS: Final = 3
_LAUNCHES: Final = 4
# States of missiles stand closer: their thrust changes in steps.
STEP_S: Final = 0.5
COAST_STEP_S: Final = 1.0


@dataclass(frozen=True, slots=True)
class Simulation:
    """A simulated scenario.

    Attributes:
        scenario: what was asked for.
        seed: of the draws.
        truth: what flew.
        observers: who looked, with the errors that nobody but the truth knows.
        detections: what they report.
        launches: what infrared sensors in orbit report.
    """

    scenario: Scenario
    seed: int
    truth: Truth
    observers: tuple[Observer, ...]
    detections: Detections
    launches: LaunchDetections

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
        InputError: a target out of a missile's reach, a swarm that not all observers see, or a
            sensor that lacks a figure.
    """
    chosen = scenario.seed if seed is None else seed
    duration_s = scenario.duration.si
    observers = tuple(
        observer(record, scenario, facts, np.random.default_rng((chosen, _OBSERVERS, number)))
        for number, record in enumerate(scenario.observers)
    )
    truth = _fly(scenario, facts, observers, chosen)
    sensors = [LaunchSensor.of(facts.sensors[id]) for id in scenario.infrared]
    launches = report_launches(sensors, truth, duration_s, (chosen, _LAUNCHES))
    cue_s = np.full(len(truth), np.inf)
    np.minimum.at(cue_s, launches.truth, launches.arrival_s)
    detections = detect(observers, truth, duration_s, (chosen, _DETECTIONS), cue_s)
    return Simulation(scenario, chosen, truth, observers, detections, launches)


def _fly(scenario: Scenario, facts: Catalog, observers: Sequence[Observer], seed: int) -> Truth:
    """Everything that flies in a scenario."""
    step_s = STEP_S if scenario.salvos else COAST_STEP_S
    stations = [each.station for each in observers]
    epoch = Instant.parse(scenario.epoch)
    flying = [
        salvo(record, facts, epoch, step_s, np.random.default_rng((seed, _SALVOS, n)))
        for n, record in enumerate(scenario.salvos)
    ]
    floating = [
        swarm(
            record,
            stations,
            epoch,
            (scenario.duration.si, step_s),
            np.random.default_rng((seed, _SWARMS, n)),
        )
        for n, record in enumerate(scenario.swarms)
    ]
    return Truth.join([*flying, *floating])
