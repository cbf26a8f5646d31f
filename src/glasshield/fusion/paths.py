"""Paths of objects, true or believed, and where each object was at instants that all share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.earth.time import Instant
from glasshield.errors import RangeError
from glasshield.fusion import motion
from glasshield.fusion.metrics import NOTHING, Points
from glasshield.fusion.options import Motion
from glasshield.fusion.tracks import Tracks


@dataclass(frozen=True, slots=True)
class Paths:
    """States of k objects over time; the rows of one object stand together, by time.

    Attributes:
        epoch: where the times count from.
        id: what each object is called.
        first_row: k + 1 offsets into the rows.
        time_s: of each row after the epoch.
        state_ecef: position (m) and velocity relative to the Earth (m/s).
    """

    epoch: Instant
    id: tuple[str, ...]
    first_row: Int[np.ndarray, "k+1"]
    time_s: Float[np.ndarray, "n"]
    state_ecef: Float[np.ndarray, "n 6"]

    def __post_init__(self) -> None:
        if len(self.first_row) != len(self.id) + 1 or self.first_row[-1] != len(self.time_s):
            raise RangeError("the offsets of paths do not fit their rows", where="first_row")
        forwards = np.append(True, np.diff(self.time_s) >= 0.0)[: len(self.time_s)]
        forwards[self.first_row[:-1][np.diff(self.first_row) > 0]] = True
        if not np.all(forwards):
            row = int(np.flatnonzero(~forwards)[0])
            raise RangeError("the times of a path run backwards", where=f"row {row}")

    def __len__(self) -> int:
        return len(self.id)

    @classmethod
    def of(cls, tracks: Tracks) -> Self:
        """The paths that tracks believe in."""
        names = tuple(str(number) for number in tracks.id)
        return cls(tracks.epoch, names, tracks.first_row, tracks.time_s, tracks.state_ecef)

    def onto(self, epoch: Instant) -> Paths:
        """The same paths with their times counted from another epoch."""
        shift_s = self.epoch.since_s(epoch)
        return Paths(epoch, self.id, self.first_row, self.time_s + shift_s, self.state_ecef)

    @property
    def owner(self) -> Int[np.ndarray, "n"]:
        """Whose row each is."""
        return np.repeat(np.arange(len(self)), np.diff(self.first_row))

    def before(
        self, number: Int[np.ndarray, "q"], time_s: Float[np.ndarray, "q"]
    ) -> Int[np.ndarray, "q"]:
        """The last row of an object that is not after a time; nothing outside its life."""
        row = np.full(len(time_s), NOTHING)
        order = np.argsort(number, kind="stable")
        ends = np.searchsorted(number[order], np.arange(len(self) + 1))
        for k in np.unique(number):
            asked = order[ends[k] : ends[k + 1]]
            begin, end = int(self.first_row[k]), int(self.first_row[k + 1])
            times, wanted = self.time_s[begin:end], time_s[asked]
            place = np.searchsorted(times, wanted, side="right") - 1
            alive = (place >= 0) & (wanted <= times[-1]) if end > begin else place >= 0
            row[asked] = np.where(alive, begin + place, NOTHING)
        return row

    def states(
        self, number: Int[np.ndarray, "q"], time_s: Float[np.ndarray, "q"]
    ) -> Float[np.ndarray, "q 6"]:
        """The states of objects at times, by Hermite's cubic between rows; NaN outside their lives.

        Rows a second apart leave less than a millimetre in free flight, and metres where thrust
        begins or ends between two of them.
        """
        row = self.before(number, time_s)
        alive = row != NOTHING
        left = np.where(alive, row, 0)
        last = self.first_row[number + 1] - 1
        right = np.minimum(left + 1, np.maximum(last, 0))
        state = _hermite(self, left, np.where(alive, right, 0), time_s)
        return np.where(alive[:, None], state, np.nan)

    def grid(self, instants_s: Float[np.ndarray, "m"]) -> tuple[Bool[np.ndarray, "m k"], Points]:
        """Which objects live at which instants, and where they are, by Hermite's cubic."""
        time, number = _every(instants_s, len(self))
        state = self.states(number, time)
        there = np.isfinite(state[:, 0])
        points = Points(time[there], number[there], state[there, :3], state[there, 3:])
        return there.reshape(len(instants_s), len(self)), points


def picture(tracks: Tracks, instants_s: Float[np.ndarray, "m"]) -> Points:
    """What the tracks said at each instant: the last state so far, in free flight ever since.

    A track speaks from its first to its last row, about no later detection than the instant itself.

    Args:
        tracks: as a tracker keeps them, not smoothed, for what was known at the time.
        instants_s: after the epoch of the tracks, rising.
    """
    paths = Paths.of(tracks)
    time, number = _every(instants_s, len(paths))
    row = paths.before(number, time)
    there = np.flatnonzero(row != NOTHING)
    row, time, number = row[there], time[there], number[there]
    coast = motion.coast(Motion())
    state = motion.propagate(coast, tracks.state_ecef[row], time - tracks.time_s[row])
    return Points(time, number, state[:, :3], state[:, 3:])


def instants(start_s: float, end_s: float, step_s: float) -> Float[np.ndarray, "m"]:
    """Instants a step apart, from the first multiple of the step in a span of time to the last."""
    if not (step_s > 0.0 and np.isfinite(start_s) and np.isfinite(end_s)):
        raise RangeError("instants lie a finite step apart", where="step_s", got=step_s)
    return np.arange(np.ceil(start_s / step_s), np.floor(end_s / step_s) + 1.0) * step_s


def _every(
    instants_s: Float[np.ndarray, "m"], k: int
) -> tuple[Float[np.ndarray, "mk"], Int[np.ndarray, "mk"]]:
    """All pairs of an instant and an object, by instant."""
    return np.repeat(np.asarray(instants_s, dtype=float), k), np.tile(np.arange(k), len(instants_s))


def _hermite(
    paths: Paths,
    left: Int[np.ndarray, "q"],
    right: Int[np.ndarray, "q"],
    time_s: Float[np.ndarray, "q"],
) -> Float[np.ndarray, "q 6"]:
    """States between two rows from their positions and velocities.

    Source: de Boor 1978, A practical guide to splines, chapter IV, cubic Hermite interpolation.
    """
    if not len(paths.time_s):
        return np.full((len(time_s), 6), np.nan)
    a, b = paths.state_ecef[left], paths.state_ecef[right]
    span = (paths.time_s[right] - paths.time_s[left])[:, None]
    safe = np.where(span > 0.0, span, 1.0)
    s = np.where(span > 0.0, (time_s - paths.time_s[left])[:, None] / safe, 0.0)
    chord = (b[:, :3] - a[:, :3]) / safe
    cubic, square = a[:, 3:] + b[:, 3:] - 2.0 * chord, 3.0 * chord - 2.0 * a[:, 3:] - b[:, 3:]
    position = a[:, :3] + span * s * (a[:, 3:] + s * (square + s * cubic))
    velocity = a[:, 3:] + s * (2.0 * square + 3.0 * s * cubic)
    return np.hstack([position, velocity])
