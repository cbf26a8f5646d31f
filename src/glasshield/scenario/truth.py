"""What really flew in a simulated scenario, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant

# What is kept of each object beside its states, with its width; NaN where an object has it not.
_EVENTS: Final = (
    ("launch_time_s", 0),
    ("launch_position_ecef_m", 3),
    ("burnout_time_s", 0),
    ("burnout_state_ecef", 6),
    ("reentry_time_s", 0),
    ("impact_time_s", 0),
    ("impact_position_ecef_m", 3),
)


@dataclass(frozen=True, slots=True)
class Truth:
    """Simulated objects: the states of one stand together, evenly spaced in time; k objects.

    An object that was in free flight from the beginning to the end has neither launch nor
    burnout nor impact: they are NaN.

    Attributes:
        epoch: where the times count from.
        id: of each object; its place here is its number in `Detections.truth`.
        missile: the catalogue's id of what flew; empty for an object that only coasts.
        cross_section_m2: radar cross-section of each.
        step_s: between two states of an object.
        first_row: k + 1 offsets into the states.
        time_s: of each state after the epoch.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
        launch_time_s: after the epoch.
        launch_position_ecef_m: where from.
        burnout_time_s: end of thrust.
        burnout_state_ecef: the state then.
        reentry_time_s: falling through the height at which `flight.fly` lets entry begin.
        impact_time_s: after the epoch.
        impact_position_ecef_m: where it came down.
    """

    epoch: Instant
    id: tuple[str, ...]
    missile: tuple[str, ...]
    cross_section_m2: Float[np.ndarray, "k"]
    step_s: float
    first_row: Int[np.ndarray, "k+1"]
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]
    launch_time_s: Float[np.ndarray, "k"]
    launch_position_ecef_m: Float[np.ndarray, "k 3"]
    burnout_time_s: Float[np.ndarray, "k"]
    burnout_state_ecef: Float[np.ndarray, "k 6"]
    reentry_time_s: Float[np.ndarray, "k"]
    impact_time_s: Float[np.ndarray, "k"]
    impact_position_ecef_m: Float[np.ndarray, "k 3"]

    def __len__(self) -> int:
        return len(self.id)

    @property
    def simulated(self) -> bool:
        """True: whoever knows the truth has made it up."""
        return True

    def rows(self, number: int) -> slice:
        """The rows of the object of this number."""
        return slice(int(self.first_row[number]), int(self.first_row[number + 1]))

    def states_at(self, time_s: Float[np.ndarray, "m"]) -> Float[np.ndarray, "k m 6"]:
        """The states of all objects at these times; NaN where one does not fly."""
        return self.states(np.arange(len(self))[:, None], np.asarray(time_s, dtype=float))

    def states(
        self, number: Int[np.ndarray, "..."], time_s: Float[np.ndarray, "..."]
    ) -> Float[np.ndarray, "... 6"]:
        """The states of objects at times, by cubics; NaN where one does not fly.

        Between steps of a second, free flight is met to a micrometre; where thrust steps by
        5 g inside a step of half a second, positions to half a metre and velocities to 10 m/s.

        Args:
            number: of each object.
            time_s: after the epoch; the two broadcast.
        """
        first, last = self.first_row[number], self.first_row[np.asarray(number) + 1] - 1
        place = (time_s - self.time_s[first]) / self.step_s
        # A time that is a step itself may lie a rounding error beyond the last one.
        inside = (place >= -1e-9) & (place <= last - first + 1e-9)
        step = np.clip(place.astype(np.int64), 0, last - first - 1)
        row = first + step
        states = _between(self.state_ecef[row], self.state_ecef[row + 1], place - step, self.step_s)
        states[~inside] = np.nan
        return states

    @classmethod
    def of(
        cls,
        epoch: Instant,
        step_s: float,
        names: Sequence[tuple[str, str]],
        cross_section_m2: Float[np.ndarray, "k"],
        begins_s: Float[np.ndarray, "k"],
        sampled: Float[np.ndarray, "k m 6"],
    ) -> Self:
        """The truth of objects sampled side by side, without events; NaN ends an object's states.

        Args:
            epoch: where the times count from.
            step_s: between samples.
            names: the id and the missile of each object.
            cross_section_m2: of each.
            begins_s: the time of each first sample.
            sampled: states; each object has at least two.
        """
        flying = np.isfinite(sampled[..., 0])
        count = flying.sum(axis=1)
        times = begins_s[:, None] + np.arange(sampled.shape[1]) * step_s
        none = {
            name: np.full((len(names), width) if width else len(names), np.nan)
            for name, width in _EVENTS
        }
        return cls(
            epoch=epoch,
            id=tuple(name for name, _ in names),
            missile=tuple(missile for _, missile in names),
            cross_section_m2=cross_section_m2,
            step_s=step_s,
            first_row=np.concatenate(([0], np.cumsum(count))),
            time_s=times[flying],
            state_ecef=sampled[flying],
            **none,
        )

    @classmethod
    def join(cls, parts: Sequence[Self]) -> Self:
        """Several truths of one epoch and one step as one, in the order given."""
        columns = ("cross_section_m2", "time_s", "state_ecef", *(name for name, _ in _EVENTS))
        counts = np.concatenate([np.diff(part.first_row) for part in parts])
        return cls(
            epoch=parts[0].epoch,
            id=tuple(id for part in parts for id in part.id),
            missile=tuple(missile for part in parts for missile in part.missile),
            step_s=parts[0].step_s,
            first_row=np.concatenate(([0], np.cumsum(counts))),
            **{name: np.concatenate([getattr(part, name) for part in parts]) for name in columns},
        )

    def burning(self, time_s: Float[np.ndarray, "m"]) -> Bool[np.ndarray, "k m"]:
        """Which objects are under power at these times."""
        start, end = self.launch_time_s[:, None], self.burnout_time_s[:, None]
        return (np.asarray(time_s) >= start) & (np.asarray(time_s) < end)


def _between(
    before: Float[np.ndarray, "... 6"],
    after: Float[np.ndarray, "... 6"],
    share: Float[np.ndarray, "..."],
    step_s: float,
) -> Float[np.ndarray, "... 6"]:
    """States on the cubics through pairs of states, at a share of the step between them."""
    s = share[..., None]
    start, end = before[..., :3], after[..., :3]
    leave, arrive = before[..., 3:] * step_s, after[..., 3:] * step_s
    gap = end - start
    # Powers of the share from the first state on: position, slope, and what closes the gap.
    square = 3.0 * gap - 2.0 * leave - arrive
    cube = leave + arrive - 2.0 * gap
    states = np.empty_like(before)
    states[..., :3] = start + s * (leave + s * (square + s * cube))
    states[..., 3:] = (leave + s * (2.0 * square + s * (3.0 * cube))) / step_s
    return states
