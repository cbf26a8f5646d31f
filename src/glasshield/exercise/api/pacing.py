"""When the next step of an exercise is due by the clock on the wall; a value, which knows no clock.

An exercise that was held up does not hurry after its time: it goes on at its speed from where it
is, and says how fast it really goes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import Final

from glasshield.errors import RangeError

LEAST_SPEED: Final = 1.0
MOST_SPEED: Final = 60.0
# A run that is so much behind (s of the wall clock) has missed its time, and is given another.
_MOST_LATE_S: Final = 0.5
_OVER_S: Final = 5.0  # over which the real speed is told


@dataclass(slots=True)
class Pace:
    """How fast an exercise goes.

    Attributes:
        step_s: how much of the exercise a step is.
        speed: seconds of the exercise in each of the wall clock.
    """

    step_s: float = 1.0
    speed: float = LEAST_SPEED
    _due_s: float | None = None
    _steps: deque[float] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.speed = checked_speed(self.speed)

    @property
    def between_s(self) -> float:
        """The time from one step to the next by the wall clock."""
        return self.step_s / self.speed

    def begin(self, now_s: float) -> None:
        """Begin to go, or go on.

        Args:
            now_s: by the wall clock.
        """
        self._due_s = now_s + self.between_s
        self._steps.clear()
        self._steps.append(now_s)

    def end(self) -> None:
        """Stand still."""
        self._due_s = None
        self._steps.clear()

    def put_speed(self, speed: float, now_s: float) -> None:
        """Go at another speed from now on.

        Raises:
            RangeError: too slow or too fast.
        """
        self.speed = checked_speed(speed)
        if self._due_s is not None:
            self.begin(now_s)

    def wait_s(self, now_s: float) -> float | None:
        """How long until the next step is due: 0 for one that is; None while it stands still."""
        return None if self._due_s is None else max(self._due_s - now_s, 0.0)

    def stepped(self, now_s: float) -> None:
        """A step was made."""
        if self._due_s is None:
            return
        self._due_s += self.between_s
        if now_s - self._due_s > _MOST_LATE_S:
            self._due_s = now_s
        self._steps.append(now_s)
        while len(self._steps) > 2 and now_s - self._steps[1] >= _OVER_S:
            self._steps.popleft()

    @property
    def real_speed(self) -> float | None:
        """The speed of the last seconds; None where too few of them have passed."""
        if len(self._steps) < 2:
            return None
        took_s = self._steps[-1] - self._steps[0]
        return (len(self._steps) - 1) * self.step_s / took_s if took_s >= 1.0 else None


def checked_speed(speed: float) -> float:
    """The same speed.

    Raises:
        RangeError: too slow or too fast.
    """
    if not LEAST_SPEED <= speed <= MOST_SPEED:
        raise RangeError(
            "an exercise does not go at this speed",
            where="speed",
            got=f"{speed:g}x",
            expected=f"{LEAST_SPEED:g}x to {MOST_SPEED:g}x",
        )
    return speed
