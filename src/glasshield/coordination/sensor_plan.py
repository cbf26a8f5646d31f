"""Who looks where: a schedule of looks that keeps the expected areas of impact small.

    objects, sensors, limits -> what could be looked at -> schedules, filled greedily from nothing
                         and from shares of looks, improved by exchanges -> the best is the plan

It is no more than advice: it commands nothing. Its quality is measured: docs/decisions/sensor-plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.coordination import looks
from glasshield.coordination.areas import areas_km2, fullest, relaxed
from glasshield.coordination.looks import Limits, Objects, Prospect
from glasshield.coordination.schedule import Schedule
from glasshield.errors import RangeError
from glasshield.sensing.station import Station

BOUND_ROUNDS: Final = 100
# Of the search for shares of looks with which one schedule begins.
_SHARE_ROUNDS: Final = 25
# Up to so many objects times places a schedule is sought from other beginnings, too; in larger
# cases they were never better.
_SMALL: Final = 2_000


@dataclass(frozen=True, slots=True)
class SensorPlan:
    """Who looks where, and what comes of it; n objects, s sensors, m steps, t tasks.

    Areas are those (km2) of the ellipses that are expected to hold 95 % of where each object comes
    down, as they are known at the end of the horizon. What counts is the sum of them, each times
    the weight of its object.

    Attributes:
        id: of the objects, in the order in which they were given.
        time_s: in the middle of each step, when looks are taken.
        step: of each task, by number; tasks stand by step, sensor and object.
        sensor: of each task, by place among those given.
        object: of each task, likewise.
        sees: which objects each sensor has in view at each step.
        falls: which objects come down within two hours; the others are not planned for.
        before_km2: areas if nobody looked any more; NaN for what does not come down.
        after_km2: areas with this plan.
        before_total_km2: what counts, without looks.
        total_km2: what counts, with this plan.
        impact_s: when each comes down, with the drag that is thought likeliest.
        impact_ecef_m: where.
        offer: what could be looked at, of the objects that come down, by id.
    """

    id: tuple[str, ...]
    time_s: Float[np.ndarray, "m"]
    step: Int[np.ndarray, "t"]
    sensor: Int[np.ndarray, "t"]
    object: Int[np.ndarray, "t"]
    sees: Bool[np.ndarray, "n m s"]
    falls: Bool[np.ndarray, "n"]
    before_km2: Float[np.ndarray, "n"]
    after_km2: Float[np.ndarray, "n"]
    before_total_km2: float
    total_km2: float
    impact_s: Float[np.ndarray, "n"]
    impact_ecef_m: Float[np.ndarray, "n 3"]
    offer: Prospect


@dataclass(frozen=True, slots=True)
class Share:
    """What one sensor adds.

    Attributes:
        tasks: how many it has in the plan.
        without_km2: what counts, planned anew without it.
        alone_km2: what counts, planned for it alone.
    """

    tasks: int
    without_km2: float
    alone_km2: float


def plan_sensors(
    objects: Objects,
    sensors: Sequence[Station],
    limits: Limits,
    horizon_s: float,
    step_s: float,
    start: SensorPlan | None = None,
) -> SensorPlan:
    """The schedule of looks that keeps the sum of weighted expected areas of impact low.

    Every object flies on freely; looks bring what they bring on average (`looks`). The expected
    area is that of the expected information, a little below the mean area over chances of detection
    (docs/decisions/sensor-plan.md has how much). The order of the objects decides nothing.

    Args:
        objects: tracks at the beginning.
        sensors: who may look.
        limits: what each can spend in a step.
        horizon_s: how far ahead looks are planned; a last step that is not whole is left out.
        step_s: how long a sensor attends to the same objects.
        start: a plan for the same objects and steps and for the first of these sensors, with the
            same limits or narrower ones: the new plan is never worse.

    Raises:
        RangeError: no step, limits of another number of sensors, or a start that is no plan here.
    """
    order, offer = _offer(objects, sensors, limits, looks.step_times(horizon_s, step_s))
    if start is None:
        return _plan(objects, order, offer, _schedule(offer).taken)
    if start.id != objects.id or not np.array_equal(start.offer.impact_s, offer.impact_s):
        raise _other_plan()
    if not np.array_equal(start.time_s, offer.time_s):
        raise _other_plan()
    return _plan(objects, order, offer, _schedule(offer, _taken(start, offer)).taken)


def round_robin(
    objects: Objects,
    sensors: Sequence[Station],
    limits: Limits,
    horizon_s: float,
    step_s: float,
) -> SensorPlan:
    """The naive schedule: each sensor looks in turn at what it sees, whatever it brings.

    What has waited longest comes first, by id among what has waited alike; as
    `sensing.resources.looked_at` does.

    Args:
        objects: tracks at the beginning.
        sensors: who may look.
        limits: what each can spend in a step.
        horizon_s: how far ahead.
        step_s: how long a sensor attends to the same objects.

    Raises:
        RangeError: no step, or limits of another number of sensors.
    """
    order, offer = _offer(objects, sensors, limits, looks.step_times(horizon_s, step_s))
    return _plan(objects, order, offer, _in_turn(offer))


def least_total_km2(plan: SensorPlan, rounds: int = BOUND_ROUNDS) -> float:
    """What counts cannot be brought below this, by whatever schedule.

    Args:
        plan: near which the bound is sought.
        rounds: of the search; more bring the bound nearer.
    """
    _, least = relaxed(plan.offer, _taken(plan, plan.offer).astype(float), rounds)
    return least


def in_turn_total_km2(plan: SensorPlan) -> float:
    """What would count if each sensor looked in turn at what it sees, as in `round_robin`."""
    offer = plan.offer
    return float(np.sum(offer.weight * areas_km2(offer, _in_turn(offer))))


def shares(plan: SensorPlan) -> tuple[Share, ...]:
    """What each sensor adds to a plan.

    Args:
        plan: as `plan_sensors` gave it.
    """
    offer = plan.offer
    every = np.arange(offer.sensors)
    return tuple(
        Share(
            int(np.sum(plan.sensor == k)),
            # A search may by chance do better without a sensor; nothing is lost with one, though.
            max(_schedule(offer.of_sensors(np.delete(every, k))).total_km2, plan.total_km2),
            _schedule(offer.of_sensors(every[k : k + 1])).total_km2,
        )
        for k in every.tolist()
    )


def _offer(
    objects: Objects, sensors: Sequence[Station], limits: Limits, time_s: Float[np.ndarray, "m"]
) -> tuple[Int[np.ndarray, "k"], Prospect]:
    """The objects that come down, in the order of their ids, and what can be done about them."""
    order = _by_id(objects.id)
    offer = looks.prospect(objects.take(order), sensors, limits, time_s)
    falling = np.isfinite(offer.impact_s)
    return order[falling], offer.of_objects(falling)


def _taken(plan: SensorPlan, offer: Prospect) -> Bool[np.ndarray, "k q"]:
    """The tasks of a plan among what is offered for the same objects and steps.

    Raises:
        RangeError: they are not among it.
    """
    order = _by_id(plan.id)
    row = np.empty_like(order)
    row[order[plan.falls[order]]] = np.arange(len(offer.sees))
    taken = np.zeros(offer.sees.shape, dtype=bool)
    if plan.offer.sensors <= offer.sensors:
        taken[row[plan.object], plan.step * offer.sensors + plan.sensor] = True
        if not (taken & ~offer.sees).any() and (taken.sum(axis=0) <= offer.room).all():
            return taken
    raise _other_plan()


def _other_plan() -> RangeError:
    return RangeError(
        "this plan is for something else",
        where="start",
        expected="the same objects and steps, and looks that these sensors have",
    )


def _by_id(id: tuple[str, ...]) -> Int[np.ndarray, "n"]:
    return np.array(sorted(range(len(id)), key=id.__getitem__), dtype=int)


def _schedule(offer: Prospect, *begun: Bool[np.ndarray, "n q"]) -> Schedule:
    """The best schedule that is found, never worse than those that were begun."""
    nothing = np.zeros(offer.sees.shape)
    share, _ = relaxed(offer, nothing, _SHARE_ROUNDS)
    starts = [*begun, fullest(offer, share)]
    if offer.sees.size <= _SMALL:
        starts += [nothing > 0.0, _in_turn(offer)]
    found = [Schedule(offer, each) for each in starts]
    for each in found:
        each.fill()
        each.improve()
    return min(found, key=lambda each: each.total_km2)


def _in_turn(offer: Prospect) -> Bool[np.ndarray, "n q"]:
    """Tasks of sensors that look at what they see in turn."""
    taken = np.zeros(offer.sees.shape, dtype=bool)
    for sensor in range(offer.sensors):
        last = np.full(len(taken), -1)
        spent = 0
        for place in range(sensor, len(offer.room), offer.sensors):
            waiting = np.flatnonzero(offer.sees[:, place])
            chosen = waiting[np.argsort(last[waiting], kind="stable")[: offer.room[place]]]
            taken[chosen, place] = True
            last[chosen] = spent + np.arange(len(chosen))
            spent += len(chosen)
    return taken


def _plan(
    objects: Objects,
    order: Int[np.ndarray, "k"],
    offer: Prospect,
    taken: Bool[np.ndarray, "k q"],
) -> SensorPlan:
    """A schedule as a plan, for the objects as they were given."""
    n, m = len(objects), len(offer.time_s)
    sensors = offer.sensors
    row, place = np.nonzero(taken)
    number = order[row]
    by = np.lexsort((number, place))
    sees = np.zeros((n, m, sensors), dtype=bool)
    sees[order] = offer.sees.reshape(len(order), m, sensors)
    before, after = (areas_km2(offer, each) for each in (np.zeros_like(taken), taken))

    def spread(values: Float[np.ndarray, "k ..."]) -> Float[np.ndarray, "n ..."]:
        whole = np.full((n, *values.shape[1:]), np.nan)
        whole[order] = values
        return whole

    return SensorPlan(
        id=objects.id,
        time_s=offer.time_s,
        step=place[by] // max(sensors, 1),
        sensor=place[by] % max(sensors, 1),
        object=number[by],
        sees=sees,
        falls=np.isfinite(spread(offer.impact_s)),
        before_km2=spread(before),
        after_km2=spread(after),
        before_total_km2=float(np.sum(offer.weight * before)),
        total_km2=float(np.sum(offer.weight * after)),
        impact_s=spread(offer.impact_s),
        impact_ecef_m=spread(offer.impact_ecef_m),
        offer=offer,
    )
