"""The one thread that has the exercise in hand: it steps by the clock on the wall.

Whatever is asked of a run is done here, between two steps: a run has no locks. What comes of it is
put into the rooms, ten times a second at most.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

from glasshield.centre.errors import Code, RefusedError
from glasshield.centre.log.clock import Clock, SystemClock
from glasshield.centre.picture.faults import FAULTS
from glasshield.exercise.api import wire
from glasshield.exercise.api.pacing import Pace
from glasshield.exercise.api.rooms import Place
from glasshield.exercise.api.table import Table

_PUT_S: Final = 0.1  # between two moments that rooms are shown
_END_S: Final = 30.0
_NS: Final = 1e9
_LOG: Final = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(slots=True)
class _Asked:
    call: Callable[[], Any]
    future: Future[Any] = field(default_factory=Future)


class Stepper:
    """Steps an exercise, and does what is asked of it."""

    def __init__(self, table: Table, speed: float, clock: Clock | None = None) -> None:
        """A stepper that stands still.

        Args:
            table: at which the exercise is played.
            speed: seconds of the exercise in one of the wall clock.
            clock: of the machine; left out, the real one.

        Raises:
            RangeError: too slow or too fast.
        """
        self._table = table
        self._clock = SystemClock() if clock is None else clock
        self._pace = Pace(table.step_s, speed)
        self._state: wire.State = "ended" if table.is_over else "paused"
        self._steps = 0  # to make before it stops again
        self._asked: deque[_Asked] = deque()
        self._wake = threading.Condition()
        self._has_ended = False
        self._put_s = -_PUT_S
        self._places = {room: Place(table.now(room, self._told())) for room in table.rooms}
        self._thread = threading.Thread(target=self._run, name="glasshield-exercise", daemon=True)

    @property
    def places(self) -> Mapping[str, Place]:
        """The rooms."""
        return self._places

    def start(self) -> None:
        """Begin to do what is asked; the exercise itself stands until somebody lets it go."""
        self._thread.start()

    def close(self) -> None:
        """End, after what was asked before."""
        with self._wake:
            self._has_ended = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(_END_S)

    def ask(self, call: Callable[[Table], T]) -> Future[T]:
        """What comes of something that is done between two steps.

        Args:
            call: given the table; it must not wait.
        """
        asked = _Asked(lambda: call(self._table))
        with self._wake:
            if self._has_ended:
                asked.future.set_exception(_ended())
            else:
                self._asked.append(asked)
                self._wake.notify()
        return asked.future

    # What the controller does; called through `ask`, in the thread.

    def go(self) -> None:
        """Let the exercise go on."""
        if self._state == "paused":
            self._state = "running"
            self._pace.begin(self._now_s())

    def put_speed(self, speed: float) -> None:
        """Set how fast it goes.

        Raises:
            RangeError: too slow or too fast.
        """
        self._pace.put_speed(speed, self._now_s())

    def pause(self) -> None:
        """Stop it where it is."""
        self._steps = 0
        if self._state == "running":
            self._stand("paused")

    def step(self, steps: int) -> None:
        """Make some steps at once, and stop there."""
        self.pause()
        if self._state == "paused":
            self._steps = steps

    def rewind(self, second: int) -> None:
        """Go back to a moment, and stop there: what comes from then on is another run.

        Raises:
            InputError: no moment that has been, or the folder cannot be written.
        """
        self._table.check_moment(second)
        before, self._state = self._state, "rewinding"
        self._put()
        try:
            self._table = self._table.rewound(second)
        except (*FAULTS, OSError):  # it goes on as it went before
            self._state = before
            raise
        self._stand("ended" if self._table.is_over else "paused")

    def _run(self) -> None:
        """The thread."""
        while True:
            with self._wake:
                if not self._asked and not self._has_ended:
                    self._wake.wait(self._wait_s())
                asked = tuple(self._asked)
                self._asked.clear()
                has_ended = self._has_ended
            for each in asked:
                self._answer(each)
            if has_ended:
                self._table.close()
                return
            if self._wait_s() == 0.0:
                self._step()
            elif asked:
                self._put()

    def _wait_s(self) -> float | None:
        """How long until there is something to do; None for ever."""
        return 0.0 if self._steps else self._pace.wait_s(self._now_s())

    def _answer(self, asked: _Asked) -> None:
        """Do something, and tell whoever asked what came of it."""
        if not asked.future.set_running_or_notify_cancel():
            return
        try:
            asked.future.set_result(asked.call())
        except (*FAULTS, OSError) as error:  # whoever asked is told
            asked.future.set_exception(error)

    def _step(self) -> None:
        """One step, and a new moment where it is time for one."""
        try:
            self._table.step()
        except (*FAULTS, OSError):  # the rooms stay, and say that it failed
            _LOG.exception("the exercise failed at second %d", self._table.second)
            self._stand("failed")
            self._put()
            return
        self._steps = max(self._steps - 1, 0)
        now_s = self._now_s()
        self._pace.stepped(now_s)
        if self._table.is_over:
            self._stand("ended")
        wait_s = self._wait_s()
        if wait_s is None or now_s + wait_s - self._put_s >= _PUT_S:
            self._put()

    def _stand(self, state: wire.State) -> None:
        self._state, self._steps = state, 0
        self._pace.end()

    def _put(self) -> None:
        """Show all rooms what there is now."""
        self._put_s = self._now_s()
        told = self._told()
        for room, place in self._places.items():
            place.put(self._table.now(room, told))

    def _told(self) -> wire.Clock:
        return wire.Clock(
            second=self._table.second,
            at=str(self._table.at),
            state=self._state,
            speed=self._pace.speed,
            real_speed=self._pace.real_speed,
        )

    def _now_s(self) -> float:
        return self._clock.monotonic_ns() / _NS


def _ended() -> RefusedError:
    return RefusedError(Code.BUSY, "the server of the exercise ends", retry_after_s=1.0)
