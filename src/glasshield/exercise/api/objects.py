"""Which objects of a planner's picture are which tracks of a room's own pictures.

The planner's numbers are its own. A room is told of its objects by them, and has to find each among
its own tracks: what moves as the object does, and stands where it does, is taken for it. Nothing
but the two pictures is looked at, never what really flies; where the room's own is too coarse or
too late to tell, it is not told. It is looked at with every step of the run, whoever looks on: what
a room is shown follows from the run alone.

Whose picture a room may not know as it is now, whether it still has an object, is not looked at:
the room keeps what was taken last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from jaxtyping import Float

from glasshield.centre.picture.shown import Shown
from glasshield.earth.time import Instant
from glasshield.exercise.api import wire
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.options import Motion
from glasshield.fusion.track_fusion import carried
from glasshield.fusion.tracks import unpack

# As far apart as this two states are one object's, beside what a picture is rounded to: as the
# coordinating centre itself takes objects for the same when its picture changes.
_SAME_M: Final = 30e3
_SAME_M_S: Final = 500.0
# A track that was taken for an object stays it against a nearer one, until that is so much nearer.
_STAYS: Final = 0.5

State = Float[np.ndarray, "6"]
_NOTHING: Final = wire.Objects(objects=())

Name = tuple[str, int]  # of who plans, and the number of an object there


@dataclass(slots=True)
class Found:
    """The tracks of one room that were taken for objects, moment after moment.

    Attributes:
        body: what the room was told last.
    """

    _seen: dict[Name, dict[int, int]] = field(default_factory=dict)
    body: wire.Objects = _NOTHING

    def look(
        self,
        asked: Iterable[Name],
        objects: Mapping[str, Mapping[int, State]],
        pictures: Sequence[Shown],
        at: Instant,
    ) -> wire.Objects:
        """What each object is in the room's own pictures; the same where nothing has changed.

        Args:
            asked: the objects that the room was told of, in its order.
            objects: where each of those who plan, and of whom the room may know it, has its objects
                now, Earth-fixed (m, m/s).
            pictures: of the room, the best one first.
            at: now.
        """
        names = list(dict.fromkeys(asked))
        flies = [name for name in names if name[1] in objects.get(name[0], {})]
        now: dict[Name, dict[int, int]] = {}
        if flies:
            states = np.array([objects[viewer][number] for viewer, number in flies])
            for shown in pictures:
                for name, track in self._tracks(flies, states, shown, at).items():
                    now.setdefault(name, {})[shown.picture] = track
        for name, tracks in now.items():
            self._seen.setdefault(name, {}).update(tracks)
        found = wire.Objects(objects=tuple(self._told(name, now.get(name)) for name in names))
        if found != self.body:
            self.body = found
        return self.body

    def _told(self, name: Name, now: Mapping[int, int] | None) -> wire.ObjectBody:
        viewer, number = name
        seen = self._seen.get(name, {}) if now is None else now
        return wire.ObjectBody(
            viewer=viewer,
            number=number,
            is_now=now is not None,
            tracks=tuple(
                wire.TrackName(picture=picture, number=track) for picture, track in seen.items()
            ),
        )

    def _tracks(
        self,
        names: Sequence[Name],
        states: Float[np.ndarray, "n 6"],
        shown: Shown,
        at: Instant,
    ) -> dict[Name, int]:
        """The tracks of one picture that are these objects, each at most one."""
        if not len(shown):
            return {}
        own, numbers = _at(shown, at), shown.number.tolist()
        gap = own[None] - states[:, None]
        far = np.linalg.norm(gap[..., :3], axis=-1) / (_SAME_M + shown.terms.position_m)
        fast = np.linalg.norm(gap[..., 3:], axis=-1) / (_SAME_M_S + shown.terms.velocity_m_s)
        apart = np.where((far <= 1.0) & (fast <= 1.0), np.hypot(far, fast), np.inf)
        places = {number: column for column, number in enumerate(numbers)}
        for row, name in enumerate(names):
            column = places.get(self._seen.get(name, {}).get(shown.picture, 0))
            if column is not None:
                apart[row, column] *= _STAYS
        rows, columns = np.nonzero(np.isfinite(apart))
        nearest = np.argsort(apart[rows, columns], kind="stable")
        found: dict[Name, int] = {}
        taken: set[int] = set()
        for row, column in zip(rows[nearest].tolist(), columns[nearest].tolist(), strict=True):
            if names[row] not in found and column not in taken:
                found[names[row]] = numbers[column]
                taken.add(column)
        return found


def _at(shown: Shown, at: Instant) -> Float[np.ndarray, "n 6"]:
    """The states of a picture's tracks at an instant; as they are where they cannot be carried."""
    span_s = at.since_s(shown.epoch) - shown.time_s
    start = Gaussian(shown.state_ecef, unpack(shown.packed_covariance))
    there = carried(start, shown.phase_probability, span_s, Motion()).mean
    return np.where(np.isfinite(there), there, shown.state_ecef)


def best_first(pictures: Iterable[Shown]) -> list[Shown]:
    """The pictures in the order in which a page would show one: the earliest, then the finest."""

    def order(shown: Shown) -> tuple[float, float, int, int]:
        parties = {party for party, _ in shown.contributors}
        terms = shown.terms
        return terms.delay_s, terms.position_m, -len(parties), shown.picture

    return sorted(pictures, key=order)
