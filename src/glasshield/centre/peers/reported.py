"""The latest state of every object that others report, in one feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.picture.snapshot import FIRST_REMOTE, Reports
from glasshield.earth.time import Instant
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.tracks import PACKED, Phase, unpack

NOBODY: Final = -1

Sensor = tuple[str, str]  # party and id
Owner = tuple[str, str]  # party and source


@dataclass(slots=True)
class Reported:
    """One object as one party reports it.

    Attributes:
        owner: the party, and what of it tracks: one of these knows an object once.
        serial: of the object here, growing.
        time_s: for which its latest state holds.
        state_ecef: position (m) and velocity (m/s).
        packed_covariance: upper triangle.
        phase_probability: of boost, coast and entry; NaN where not stated.
        first_seen_s: for which its first state held.
        first_arrived_s: when that came.
        count: of its states.
        seen_by_s: when each sensor had a part in it last.
        host: the number of the object in the picture that it is joined to, if any.
        number: by which it is called where nobody else knows it; none until then.
    """

    owner: Owner
    serial: int
    time_s: float
    state_ecef: Float[np.ndarray, "6"]
    packed_covariance: Float[np.ndarray, "21"]
    phase_probability: Float[np.ndarray, "3"]
    first_seen_s: float
    first_arrived_s: float
    count: int = 0
    seen_by_s: dict[Sensor, float] = field(default_factory=dict)
    host: int = NOBODY
    number: int = NOBODY

    @property
    def is_first(self) -> bool:
        """Whether it stands for an object that nobody knows but those who report it."""
        return self.number != NOBODY and self.number == self.host


@dataclass(frozen=True, slots=True)
class States:
    """States of several objects, each at its own time."""

    time_s: Float[np.ndarray, "n"]
    estimate: Gaussian
    phases: Float[np.ndarray, "n 3"]

    @classmethod
    def of(cls, reported: Sequence[Reported]) -> Self:
        """The latest states of these objects."""
        time_s = np.array([one.time_s for one in reported], dtype=float)
        mean = np.array([one.state_ecef for one in reported]).reshape(-1, 6)
        packed = np.array([one.packed_covariance for one in reported]).reshape(-1, PACKED)
        phases = np.array([one.phase_probability for one in reported]).reshape(-1, len(Phase))
        return cls(time_s, Gaussian(mean, unpack(packed)), phases)

    def take(self, index: Int[np.ndarray, "k"] | Bool[np.ndarray, "n"]) -> States:
        """Those that an index array or a mask chooses."""
        return States(self.time_s[index], self.estimate.take(index), self.phases[index])

    @classmethod
    def joined(cls, one: States, other: States) -> States:
        """Both, one behind the other."""
        mean = np.concatenate((one.estimate.mean, other.estimate.mean))
        covariance = np.concatenate((one.estimate.covariance, other.estimate.covariance))
        return cls(
            np.concatenate((one.time_s, other.time_s)),
            Gaussian(mean, covariance),
            np.concatenate((one.phases, other.phases)),
        )


@dataclass(frozen=True, slots=True)
class Roll:
    """All objects that are joined to a number, as columns, by number and then as they came.

    Attributes:
        host: the numbers.
        is_first: whether nobody but those who report knows the object, and this one is the first
            of them: it stands for the object, the others are joined to it.
        states: the latest.
        first_seen_s: for which the first state held.
        first_arrived_s: when that came.
        count: of states.
        sensors: that have a part in any of it, sorted.
        seen_by_s: when each of them had a part in each object last; NaN for never.
    """

    host: Int[np.ndarray, "r"]
    is_first: Bool[np.ndarray, "r"]
    states: States
    first_seen_s: Float[np.ndarray, "r"]
    first_arrived_s: Float[np.ndarray, "r"]
    count: Int[np.ndarray, "r"]
    sensors: tuple[Sensor, ...]
    seen_by_s: Float[np.ndarray, "r s"]

    @classmethod
    def of(cls, known: Sequence[Reported]) -> Self:
        """The roll of these objects."""
        ordered = sorted(known, key=lambda one: (one.host, not one.is_first, one.serial))
        sensors = tuple(sorted({sensor for one in ordered for sensor in one.seen_by_s}))
        seen = [[one.seen_by_s.get(sensor, np.nan) for sensor in sensors] for one in ordered]
        return cls(
            host=np.array([one.host for one in ordered], dtype=np.int64),
            is_first=np.array([one.is_first for one in ordered], dtype=bool),
            states=States.of(ordered),
            first_seen_s=np.array([one.first_seen_s for one in ordered], dtype=float),
            first_arrived_s=np.array([one.first_arrived_s for one in ordered], dtype=float),
            count=np.array([one.count for one in ordered], dtype=np.int64),
            sensors=sensors,
            seen_by_s=np.array(seen, dtype=float).reshape(len(ordered), len(sensors)),
        )

    def __len__(self) -> int:
        return len(self.host)


class Book:
    """What others report, object by object; times count from the book's own epoch.

    Attributes:
        epoch: where times count from; the Unix epoch's seconds would cost digits.
        version: grows whenever anything changes.
        unmatched: whether an object has come since `unmatched` was set to False.
    """

    __slots__ = ("_numbers", "_of", "_roll", "_serials", "epoch", "unmatched", "version")

    def __init__(self, epoch: Instant) -> None:
        """An empty book."""
        self.epoch = epoch
        self.version = 0
        self.unmatched = False
        self._of: dict[tuple[Owner, int], Reported] = {}
        self._roll = (0, Roll.of(()))
        self._serials = 0
        self._numbers = FIRST_REMOTE

    def __len__(self) -> int:
        return len(self._of)

    @property
    def all(self) -> tuple[Reported, ...]:
        """Every object, in the order in which they came."""
        return tuple(self._of.values())

    @property
    def roll(self) -> Roll:
        """All objects that are joined to a number; the same one until anything changes."""
        version, roll = self._roll
        if version != self.version:
            roll = Roll.of([one for one in self._of.values() if one.host != NOBODY])
            self._roll = self.version, roll
        return roll

    def take(
        self, owner: str, reports: Reports, rows: Bool[np.ndarray, "n"], arrived_s: float
    ) -> None:
        """Takes in rows; of one object a later state replaces an earlier one, never the reverse.

        Args:
            owner: who reports.
            reports: a batch.
            rows: which of it.
            arrived_s: when it came.
        """
        time_s = reports.time_s + reports.epoch.since_s(self.epoch)
        order = np.flatnonzero(rows)
        for row in order[np.argsort(time_s[order], kind="stable")].tolist():
            one = self._known(owner, reports, row, float(time_s[row]), arrived_s)
            one.count += 1
            for place in np.flatnonzero(reports.by[row]).tolist():
                sensor = (owner, reports.sensors[place])
                one.seen_by_s[sensor] = max(one.seen_by_s.get(sensor, -np.inf), float(time_s[row]))
            if time_s[row] >= one.time_s:
                one.time_s = float(time_s[row])
                one.state_ecef = reports.state_ecef[row]
                one.packed_covariance = reports.packed_covariance[row]
                one.phase_probability = reports.phase_probability[row]
        self.version += 1

    def _known(
        self, owner: str, reports: Reports, row: int, time_s: float, arrived_s: float
    ) -> Reported:
        """The object of a row, new or known."""
        key = ((owner, reports.source), int(reports.track[row]))
        one = self._of.get(key)
        if one is None:
            self.unmatched = True
            self._serials += 1
            one = self._of[key] = Reported(
                (owner, reports.source),
                self._serials,
                time_s,
                reports.state_ecef[row],
                reports.packed_covariance[row],
                reports.phase_probability[row],
                time_s,
                arrived_s,
            )
        return one

    def forget(self, before_s: float) -> None:
        """Lets go of the objects of which nobody has said anything since."""
        old = [key for key, one in self._of.items() if one.time_s < before_s]
        for key in old:
            del self._of[key]
        self.version += bool(old)

    def put_hosts(self, hosts: Mapping[int, int]) -> None:
        """Writes down to which number each object, by its serial, is joined.

        Args:
            hosts: the numbers; `NOBODY` where an object gets one of its own.
        """
        for one in self._of.values():
            host = hosts.get(one.serial, NOBODY)
            self.version += host != one.host
            one.host = host

    def number_of(self, one: Reported) -> int:
        """The number of an object that nobody else knows; given once."""
        if one.number == NOBODY:
            one.number = self._numbers
            self._numbers += 1
        return one.number
