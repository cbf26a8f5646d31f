"""Advice to a viewer: who should look where. It is made of what that viewer is given alone.

One answer serves all who read as the same viewer for a few seconds; answers are worked out one
after another, beside the threads of the centre.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any, Final

import anyio
import msgspec
from anyio.to_thread import run_sync
from starlette.responses import Response

from glasshield.centre import advising
from glasshield.centre.advising import Advice, Asked, advised
from glasshield.centre.api import wire
from glasshield.centre.api.calls import Call, released, result
from glasshield.centre.errors import not_found
from glasshield.centre.subscriptions import Published
from glasshield.sensing.station import Station

NOTICE: Final = "This is advice. It commands nothing, and nobody has to follow it."
_KEPT_S: Final = 5.0
_MOST_KEPT: Final = 64


class AdviceQuery(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For what advice is wanted.

    Attributes:
        objects: how many each sensor can attend to in a step.
        horizon_s: for how long looks are planned, in six steps.
    """

    objects: Annotated[int, msgspec.Meta(ge=1, le=100)] = 3
    horizon_s: Annotated[float, msgspec.Meta(ge=6.0, le=600.0)] = 60.0


@dataclass(slots=True)
class Adviser:
    """What works advice out, and keeps it for a moment."""

    _kept: dict[Any, tuple[Published, wire.Advice | None]] = field(default_factory=dict)
    _alone: anyio.Lock = field(default_factory=anyio.Lock)

    async def answer(self, call: Call) -> Response:
        """The advice to a viewer."""
        async with self._alone:
            found = await self._advice(call)
        if found is None:
            raise not_found()
        return released(call, found, advice=1)

    async def _advice(self, call: Call) -> wire.Advice | None:
        """What was worked out a moment ago under the same terms, or now."""
        viewer = call.reader.viewer
        published = await result(call.centre.published(viewer))
        own = _own(call)
        terms = tuple((each.picture, each.terms) for each in published.pictures)
        key = (viewer, own, call.query, published.run, terms)
        before = self._kept.get(key)
        if before is not None and published.at.since_s(before[0].at) < _KEPT_S:
            return before[1]
        seen = await result(call.centre.detections(viewer, 0))
        asked = Asked(call.query.objects, call.query.horizon_s)
        work = partial(advised, published.pictures, seen, own, asked)
        made = await run_sync(work)
        found = None if made is None else written(made, asked)
        self._kept.pop(key, None)
        self._kept[key] = (published, found)
        while len(self._kept) > _MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        return found


def _own(call: Call) -> tuple[Station, ...]:
    """The sensors of the party for which whoever asks speaks; none for who only looks."""
    reader = call.reader
    if not reader.party or reader.party != reader.viewer:
        return ()
    return call.centre.parties.stations.get(reader.party, ())


def written(made: Advice, asked: Asked) -> wire.Advice:
    """Advice as it goes over the wire.

    Args:
        made: as it was worked out.
        asked: for what.
    """
    plan = made.plan
    return wire.Advice(
        mode=made.picture.mode.value,
        simulated=made.simulated,
        notice=NOTICE,
        picture=made.picture.picture,
        at=str(made.at),
        step_s=asked.horizon_s / advising.STEPS,
        objects_each=asked.objects,
        sensors=_sensors(made),
        looks=_looks(made),
        objects=tuple(
            wire.AdvisedObject(number=number, before_km2=float(before), after_km2=float(after))
            for number, before, after, falls in zip(
                made.number, plan.before_km2, plan.after_km2, plan.falls, strict=True
            )
            if falls
        ),
        before_km2=plan.before_total_km2,
        after_km2=plan.total_km2,
        in_turn_km2=made.naive_km2,
        left_out=tuple(
            wire.LeftOut(number=number, reason=reason) for number, reason in made.left_out
        ),
    )


def _sensors(made: Advice) -> tuple[wire.AdvisedSensor, ...]:
    total = made.plan.total_km2
    return tuple(
        wire.AdvisedSensor(
            sensor=station.id,
            is_own=made.is_own[k],
            adds_km2=None if made.shares is None else made.shares[k].without_km2 - total,
        )
        for k, station in enumerate(made.sensors)
    )


def _looks(made: Advice) -> tuple[wire.AdvisedLooks, ...]:
    """Who should look at what in which step, by step and sensor."""
    plan = made.plan
    by_task: dict[tuple[int, int], list[int]] = {}
    for step, sensor, row in zip(plan.step, plan.sensor, plan.object, strict=True):
        by_task.setdefault((int(step), int(sensor)), []).append(made.number[int(row)])
    return tuple(
        wire.AdvisedLooks(step=step, sensor=sensor, objects=tuple(sorted(numbers)))
        for (step, sensor), numbers in sorted(by_task.items())
    )
