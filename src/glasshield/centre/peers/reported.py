"""The latest state of every object that others report, in one feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.picture.snapshot import FIRST_REMOTE, Reports
from glasshield.earth.time import Instant
from glasshield.fusion.covariance_intersection import factors
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.tracks import PACKED, Phase, unpack

NOBODY: Final = -1

_NEAREST_M: Final = 6.0e6  # to the Earth's centre: no place on its surface is nearer
_FARTHEST_M: Final = 1.0e8  # beyond everything in an orbit around it
_FASTEST_M_S: Final = 2.0e4
# Standard deviations of position (m) and velocity (m/s).
_LEAST_DEVIATION: Final = np.array([1e-2] * 3 + [1e-3] * 3)
_MOST_DEVIATION: Final = np.array([1e6] * 3 + [1e4] * 3)
_FLATTEST: Final = 1e-9  # least eigenvalue of the correlations
_ROUNDED: Final = 1e-6  # by which probabilities may miss what they should be

Sensor = tuple[str, str]  # party and id
Owner = tuple[str, str]  # party and source


@dataclass(frozen=True, slots=True)
class ReportLimits:
    """What is taken of one party at most: whoever reports noise costs the others little.

    Attributes:
        objects: that it reports at a time.
        sources: by which it counts them.
        sensors: that it names; any more are called by the party's name alone.
    """

    objects: int = 2000
    sources: int = 8
    sensors: int = 256


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
        owner: the party that reports each.
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
    owner: tuple[str, ...]
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
            owner=tuple(one.owner[0] for one in ordered),
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

    __slots__ = (
        "_count",
        "_limits",
        "_names",
        "_numbers",
        "_of",
        "_roll",
        "_serials",
        "epoch",
        "unmatched",
        "version",
    )

    def __init__(self, epoch: Instant, limits: ReportLimits, first: int = FIRST_REMOTE) -> None:
        """An empty book.

        Args:
            epoch: where times count from.
            limits: what is taken of each party.
            first: the first number that it gives.
        """
        self.epoch = epoch
        self.version = 0
        self.unmatched = False
        self._of: dict[tuple[Owner, int], Reported] = {}
        self._roll = (0, Roll.of(()))
        self._limits = limits
        self._count: Counter[Owner] = Counter()
        self._names: dict[str, set[str]] = {}
        self._serials = 0
        self._numbers = first

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
        order = order[np.lexsort((time_s[order], reports.track[order]))]
        begins = np.flatnonzero(np.diff(reports.track[order], prepend=-1))
        sensors = self._sensors_of(owner, reports)
        for own in np.split(order, begins[1:]):
            one = self._known(owner, reports, int(own[0]), float(time_s[own[0]]), arrived_s)
            if one is None:
                continue
            one.count += len(own)
            _mark(one, sensors, np.where(reports.by[own], time_s[own, None], -np.inf).max(axis=0))
            last = own[-1]
            if time_s[last] >= one.time_s:
                one.time_s = float(time_s[last])
                one.state_ecef = reports.state_ecef[last]
                one.packed_covariance = reports.packed_covariance[last]
                one.phase_probability = reports.phase_probability[last]
        self.version += 1

    def _known(
        self, party: str, reports: Reports, row: int, time_s: float, arrived_s: float
    ) -> Reported | None:
        """The object of a row, new or known; none where its party reports too many already."""
        owner = (party, reports.source)
        key = (owner, int(reports.track[row]))
        one = self._of.get(key)
        if one is None and self._has_room(owner):
            self.unmatched = True
            self._serials += 1
            one = self._of[key] = Reported(
                owner,
                self._serials,
                time_s,
                reports.state_ecef[row],
                reports.packed_covariance[row],
                reports.phase_probability[row],
                time_s,
                arrived_s,
            )
            self._count[owner] += 1
        return one

    def _has_room(self, owner: Owner) -> bool:
        """Whether one more object of a source is taken."""
        party = owner[0]
        counts = {known: count for known, count in self._count.items() if known[0] == party}
        if owner not in counts and len(counts) >= self._limits.sources:
            return False
        return sum(counts.values()) < self._limits.objects

    def _sensors_of(self, party: str, reports: Reports) -> tuple[Sensor, ...]:
        """What the sensors of a batch are called here; beyond so many all are the party's."""
        names = self._names.setdefault(party, set())
        room = self._limits.sensors - len(names)
        names.update([name for name in reports.sensors if name not in names][: max(room, 0)])
        return tuple((party, name if name in names else "") for name in reports.sensors)

    def forget(self, before_s: float) -> None:
        """Lets go of the objects of which nobody has said anything since."""
        old = [key for key, one in self._of.items() if one.time_s < before_s]
        for key in old:
            del self._of[key]
            self._count[key[0]] -= 1
        self._count = +self._count  # without those of which nothing is left
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

    def emptied(self) -> Book:
        """A book without objects, which gives no number that this one gave."""
        return Book(self.epoch, self._limits, self._numbers)

    def number_of(self, one: Reported) -> int:
        """The number of an object that nobody else knows; given once."""
        if one.number == NOBODY:
            one.number = self._numbers
            self._numbers += 1
        return one.number


def _mark(one: Reported, sensors: Sequence[Sensor], time_s: Float[np.ndarray, "s"]) -> None:
    """Writes down which sensors had a part in an object; infinitely long ago for those without."""
    for place in np.flatnonzero(np.isfinite(time_s)).tolist():
        sensor = sensors[place]
        one.seen_by_s[sensor] = max(one.seen_by_s.get(sensor, -np.inf), float(time_s[place]))


def possible(reports: Reports) -> Bool[np.ndarray, "n"]:
    """Which states can be worked with: of something near the Earth, no surer than a number can be.

    Whoever sends others is not asked to mend them here: the rest of the batch is taken.
    """
    covariance = unpack(reports.packed_covariance)
    scale, _, sane = factors(covariance)
    sane &= ((scale >= _LEAST_DEVIATION) & (scale <= _MOST_DEVIATION)).all(axis=1)
    state = np.clip(reports.state_ecef, -_FARTHEST_M, _FARTHEST_M)  # so that no square overflows
    place_m, speed_m_s = (
        np.linalg.norm(state[:, part], axis=1) for part in (slice(3), slice(3, 6))
    )
    sane &= (place_m > _NEAREST_M) & (place_m < _FARTHEST_M) & (speed_m_s < _FASTEST_M_S)
    sane &= _are_probabilities(reports.phase_probability)
    scale = np.where(sane[:, None], scale, 1.0)
    shape = np.where(sane[:, None, None], covariance, np.eye(6)) / scale[:, :, None]
    sane &= np.linalg.eigvalsh(shape / scale[:, None, :])[:, 0] > _FLATTEST
    return sane


def _are_probabilities(phases: Float[np.ndarray, "n 3"]) -> Bool[np.ndarray, "n"]:
    """Which phases are stated as probabilities, or not stated at all."""
    unstated = np.isnan(phases).all(axis=1)
    within = np.all((phases >= 0.0) & (phases <= 1.0 + _ROUNDED), axis=1)
    total = np.sum(np.where(within[:, None], phases, 0.0), axis=1)
    found: Bool[np.ndarray, "n"] = unstated | (within & (np.abs(total - 1.0) <= _ROUNDED))
    return found
