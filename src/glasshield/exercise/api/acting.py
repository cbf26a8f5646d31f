"""What is done from a room: written down before it is acknowledged, or refused in a sentence."""

from __future__ import annotations

import asyncio
from typing import Final

from starlette.requests import Request

from glasshield.centre.api import faults
from glasshield.centre.api.calls import JSON, decoded
from glasshield.centre.api.reading import BodyLimits, body_of
from glasshield.centre.errors import Code
from glasshield.exercise.api import wire
from glasshield.exercise.api.entering import CONTROLLER
from glasshield.exercise.api.refusing import RoomRefusedError
from glasshield.exercise.api.stepping import Stepper
from glasshield.exercise.api.table import Table

_BODY: Final = BodyLimits(16 << 10, 10.0)
_STEERS: Final = (wire.Go, wire.PutSpeed, wire.Pause, wire.Step, wire.Rewind)


async def act(request: Request, room: str, stepper: Stepper) -> wire.Done:
    """Does something.

    Args:
        request: with what is to be done as its body.
        room: from which.
        stepper: that has the exercise in hand.

    Raises:
        RefusedError: no body of this kind, or nothing that this room does.
        InputError: something that makes no sense now.
    """
    if request.headers.get("content-type", JSON).split(";")[0] != JSON:
        raise faults.other_type(JSON)
    wanted: wire.Act = decoded(await body_of(request, _BODY), wire.Act)
    if isinstance(wanted, _STEERS) and room != CONTROLLER:
        raise RoomRefusedError(
            Code.NOT_ALLOWED,
            "controller",
            "the controller alone lets the exercise go, stop and begin again",
            do="ask the controller",
        )
    future = stepper.ask(lambda table: _done(table, stepper, room, wanted))
    return wire.Done(second=await asyncio.wrap_future(future))


def _done(table: Table, stepper: Stepper, room: str, wanted: wire.Act) -> int:
    """The second at which it takes effect; in the thread that steps.

    Raises:
        InputError: something that makes no sense now.
    """
    match wanted:
        case wire.Go():
            stepper.go()
        case wire.PutSpeed():
            stepper.put_speed(wanted.speed)
        case wire.Pause():
            stepper.pause()
        case wire.Step():
            stepper.step(wanted.steps)
        case wire.Rewind():
            stepper.rewind(wanted.second)
            return wanted.second
        case _:
            return table.act(room, wanted)
    return table.second
