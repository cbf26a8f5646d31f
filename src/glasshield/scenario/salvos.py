"""Missiles that fly from about one place to about another, one after the other."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.catalog import Catalog, Position
from glasshield.catalog.scenarios import Salvo
from glasshield.earth.time import Instant
from glasshield.errors import InputError
from glasshield.flight import rockets
from glasshield.flight.aim import Aimed, Targets, aim
from glasshield.flight.families import Kind, Shape
from glasshield.flight.fly import Accuracy, Flights, Sampling, Status, fly
from glasshield.scenario.truth import Truth
from glasshield.sensing.launch_detection import shifted

MISS_ALLOWED_M: Final = 100.0
# A truth that is off by more than radars can measure would be taken for errors of the tracker.
TRUTH_ACCURACY: Final = Accuracy(position_m=1e-5, velocity_m_s=2e-8)


def salvo(
    record: Salvo, facts: Catalog, epoch: Instant, step_s: float, rng: np.random.Generator
) -> Truth:
    """The flights of a salvo.

    Args:
        record: which missile, from where to where, how many.
        facts: where the missile and the places stand.
        epoch: the beginning of the scenario.
        step_s: between states.
        rng: what draws the ends of the flights.

    Raises:
        InputError: a target that the missile does not reach, or that is no point.
    """
    missile = facts.missiles[record.missile]
    vehicle = rockets.missile_vehicle(missile)
    count = int(record.count.si)
    spread_m = record.scatter.si if record.scatter else 0.0
    start = _around(_start(record, facts), count, spread_m, rng)
    target = _around(_target(record, facts), count, spread_m, rng)
    solved = aim(vehicle, Targets(*start, *target), Shape(Kind(record.shape.value)))
    _refuse(record, solved)
    steps = int(np.ceil(solved.flights.flight_time_s.max() / step_s)) + 1
    sampling = Sampling(step_s, steps, velocities=True)
    flights = fly([vehicle], solved.launches, sampling=sampling, accuracy=TRUTH_ACCURACY)
    digits = len(str(count - 1))
    interval_s = record.interval.si if record.interval else 0.0
    begins_s = record.start.si + interval_s * np.arange(count)
    truth = Truth.of(
        epoch,
        step_s,
        [(f"{record.id}-{number:0{digits}d}", missile.id) for number in range(count)],
        np.full(count, missile.radar_cross_section.si),
        begins_s,
        np.concatenate((flights.positions_ecef_m, flights.velocities_ecef_m_s), axis=-1),
    )
    return _with_events(truth, flights, begins_s)


def _with_events(truth: Truth, flights: Flights, begins_s: Float[np.ndarray, "k"]) -> Truth:
    """The truth with launches, burnouts, re-entries and impacts, on the scenario's clock."""
    burnout = (flights.burnout_position_ecef_m, flights.burnout_velocity_ecef_m_s)
    return replace(
        truth,
        launch_time_s=begins_s,
        launch_position_ecef_m=flights.positions_ecef_m[:, 0],
        burnout_time_s=begins_s + flights.burnout_time_s,
        burnout_state_ecef=np.concatenate(burnout, axis=1),
        reentry_time_s=begins_s + flights.reentry_time_s,
        impact_time_s=begins_s + flights.flight_time_s,
        impact_position_ecef_m=flights.impact_position_ecef_m,
    )


def _start(record: Salvo, facts: Catalog) -> Position:
    if record.launch_position is not None:
        return record.launch_position
    area = facts.launches[record.launch]
    if record.missile not in area.missiles:
        raise InputError(
            f"{record.missile} is not flown from {record.launch}",
            where=f"salvo {record.id}",
            expected=f"one of {', '.join(area.missiles)}",
        )
    return area.position


def _target(record: Salvo, facts: Catalog) -> Position:
    if record.target_position is not None:
        return record.target_position
    point = facts.regions[record.target].point
    if point is None:
        raise InputError(
            f"{record.target} is an area, and flights end at a point",
            where=f"salvo {record.id}",
            do="name a city, or give a target_position",
        )
    return point


def _around(
    place: Position, count: int, spread_m: float, rng: np.random.Generator
) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n"]]:
    """Latitudes and longitudes scattered around a place."""
    north, east = spread_m * rng.standard_normal((2, count))
    return shifted(np.full(count, place.lat_rad), np.full(count, place.lon_rad), north, east)


def _refuse(record: Salvo, solved: Aimed) -> None:
    """Raises what an unsolved aim means."""
    bad = ~solved.ok | ~(solved.miss_m <= MISS_ALLOWED_M)
    if bad.any():
        first = int(np.argmax(bad))
        status = Status(int(solved.status[first]))
        why = Status.NOT_SOLVED.sentence if status is Status.OK else status.sentence
        raise InputError(
            f"{record.missile} cannot fly there: {why}",
            where=f"salvo {record.id}, flight {first}",
            do="choose another target, shape or missile",
        )
