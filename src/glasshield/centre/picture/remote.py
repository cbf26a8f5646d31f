"""Tracks that others report, joined to those of one feed without counting anything twice.

What others report never goes into the tracker. At each tick the latest states of one object, the
feed's own and those of others, are joined by covariance intersection: whatever their errors have in
common (one radar that sends to two centres, a track that came back) makes nothing surer than it is,
and as the result goes nowhere else, nothing builds up.

Source: `fusion.covariance_intersection`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.centre.peers.matching import COASTS, Hosts, JoinOptions, Matching, states_at
from glasshield.centre.peers.reported import Book, Roll, States, possible
from glasshield.centre.picture.snapshot import UNKNOWN_CLASS, Reports, Snapshot
from glasshield.earth.time import Instant
from glasshield.exchange.release.terms import Mode
from glasshield.fusion import covariance_intersection
from glasshield.fusion.filters import Gaussian
from glasshield.fusion.tracks import pack, unpack
from glasshield.sensing.station import Station


class RemoteTracks:
    """What others report of the objects of one feed."""

    __slots__ = ("_book", "_last", "_left_out", "_matching", "_options")

    def __init__(
        self,
        stations: tuple[Station, ...] = (),  # noqa: ARG002  # every joiner is made so
        mode: Mode = Mode.EXERCISE,  # noqa: ARG002
        options: JoinOptions | None = None,
    ) -> None:
        """Nobody has reported anything.

        Args:
            stations: of the feed.
            mode: of the feed.
            options: how tracks are joined.
        """
        self._options = options or JoinOptions()
        self._matching = Matching(self._options)
        self._book: Book | None = None
        self._last: _Last | None = None
        self._left_out: Counter[str] = Counter()

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many states of each party could not be used: odd ones, and any that came with them.

        A state that cannot be joined to one of the picture counts each time that it is tried.
        """
        return dict(self._left_out)

    def let_go(self, owner: str, reports: int) -> None:
        """Forgets all that was reported, as something in it cannot be worked with.

        Args:
            owner: whose reports were about to be taken, if any were.
            reports: how many.
        """
        self._left_out[owner] += reports
        if self._book is not None:
            self._left_out.update(one.owner[0] for one in self._book.all)
            self._book = self._book.emptied()
        self._left_out = +self._left_out
        self._matching, self._last = Matching(self._options), None

    def take(self, owner: str, reports: Reports, rows: Bool[np.ndarray, "n"], at: Instant) -> None:
        """Takes in those rows of a batch that the feed admits.

        Args:
            owner: the party whose key signed it.
            reports: the batch.
            rows: which of its rows.
            at: when it came.
        """
        if self._book is None:
            self._book = Book(reports.epoch, self._options.limits)
        latest_s = at.since_s(reports.epoch) + self._options.ahead_s
        wanted = rows & (reports.time_s <= latest_s) & possible(reports)
        odd = int(np.count_nonzero(rows & ~wanted))
        if odd:
            self._left_out[owner] += odd
        if wanted.any():
            self._book.take(owner, reports, wanted, at.since_s(self._book.epoch))

    def joined(self, snapshot: Snapshot) -> Snapshot:
        """The snapshot with what is reported; the same where nothing was."""
        book = self._book
        if book is None:
            return snapshot
        now_s = snapshot.at.since_s(book.epoch)
        book.forget(now_s - self._options.forget_s)
        if not len(book):
            return snapshot
        shift_s = snapshot.epoch.since_s(book.epoch)
        own = States(
            snapshot.state_time_s + shift_s,
            Gaussian(snapshot.state_ecef, unpack(snapshot.packed_covariance)),
            snapshot.phase_probability,
        )
        if self._matching.is_due(book, snapshot.number, now_s):
            fresh = snapshot.last_seen_s >= snapshot.time_s - self._options.stale_s
            owners = (None,) * len(snapshot)
            self._matching.look(book, Hosts(snapshot.number, own, fresh, owners), now_s)
        roll = book.roll
        first = roll.is_first
        number = np.concatenate((snapshot.number, roll.host[first]))
        base = States.joined(own, roll.states.take(first))
        states = self._states(number, base, roll)
        return _told(_longer(snapshot, roll), roll, states, shift_s)

    def _states(self, number: Int[np.ndarray, "h"], base: States, roll: Roll) -> States:
        """The joint states of all objects; only what changed since the last tick is worked out."""
        last, others = self._last, ~roll.is_first
        place = np.searchsorted(number, roll.host)
        states = base
        if last is not None and last.roll is roll:
            states, changed = last.taken_over(number, base)
            others = others & changed[place]
        states, is_joined = _joined(states, place[others], roll.states.take(others), self._options)
        self._left_out.update(roll.owner[at] for at in np.flatnonzero(others)[~is_joined].tolist())
        self._last = _Last(roll, number, base, states)
        return states


@dataclass(frozen=True, slots=True)
class _Last:
    """What was worked out at the last tick."""

    roll: Roll
    number: Int[np.ndarray, "h"]
    base: States
    states: States

    def taken_over(
        self, number: Int[np.ndarray, "h"], base: States
    ) -> tuple[States, Bool[np.ndarray, "h"]]:
        """The states with those joined already that stand on the same, and which do not."""
        place = np.minimum(np.searchsorted(self.number, number), len(self.number) - 1)
        before = self.base.take(place)
        mean = np.all(before.estimate.mean == base.estimate.mean, axis=1)
        covariance = np.all(before.estimate.covariance == base.estimate.covariance, axis=(1, 2))
        times = before.time_s == base.time_s
        same = np.all((self.number[place] == number, times, mean, covariance), axis=0)
        return _put(base, np.flatnonzero(same), self.states.take(place[same])), ~same


def _joined(
    base: States, place: Int[np.ndarray, "r"], theirs: States, options: JoinOptions
) -> tuple[States, Bool[np.ndarray, "r"]]:
    """States with those of others joined, one after the other, and which of these could be.

    Args:
        base: of the objects.
        place: which object each of the others' states is of, growing.
        theirs: the others' states.
        options: how they are joined.
    """
    rank = np.arange(len(place)) - np.searchsorted(place, place)
    is_joined = np.ones(len(place), dtype=bool)
    for turn in range(int(rank.max(initial=-1)) + 1):
        now = np.flatnonzero(rank == turn)
        joint, could = _two(base.take(place[now]), theirs.take(now), options)
        is_joined[now] = could
        base = _put(base, place[now[could]], joint.take(could))
    return base, is_joined


def _two(
    ours: States, theirs: States, options: JoinOptions
) -> tuple[States, Bool[np.ndarray, "n"]]:
    """The joint states of pairs, at the later time of the two, and which could be joined."""
    theirs = replace(theirs, phases=_stated(theirs.phases, ours.phases))
    ours = replace(ours, phases=_stated(ours.phases, theirs.phases))
    time_s = np.maximum(ours.time_s, theirs.time_s)
    estimate, share = covariance_intersection.intersect(
        states_at(ours, time_s, options),
        states_at(theirs, time_s, options),
        options.sharing.criterion,
    )
    phases = share[:, None] * ours.phases + (1.0 - share[:, None]) * theirs.phases
    return States(time_s, estimate, phases), ~np.isnan(share)


def _stated(
    phases: Float[np.ndarray, "n 3"], others: Float[np.ndarray, "n 3"]
) -> Float[np.ndarray, "n 3"]:
    """Phases as stated, as another states them, or else coasting."""
    found = np.where(np.isnan(phases).any(axis=1, keepdims=True), others, phases)
    return np.where(np.isnan(found).any(axis=1, keepdims=True), COASTS, found)


def _put(states: States, place: Int[np.ndarray, "k"], new: States) -> States:
    """The states with some replaced."""
    time_s, phases = states.time_s.copy(), states.phases.copy()
    mean, covariance = states.estimate.mean.copy(), states.estimate.covariance.copy()
    time_s[place], phases[place] = new.time_s, new.phases
    mean[place], covariance[place] = new.estimate.mean, new.estimate.covariance
    return States(time_s, Gaussian(mean, covariance), phases)


def _longer(snapshot: Snapshot, roll: Roll) -> Snapshot:
    """The snapshot with empty rows behind it, for objects that only others know."""
    more = int(np.count_nonzero(roll.is_first))
    unseen, whole = np.full(more, np.nan), np.zeros(more, dtype=np.int64)
    sensors = snapshot.sensors + tuple(s for s in roll.sensors if s not in snapshot.sensors)
    seen = np.full((len(snapshot) + more, len(sensors)), np.nan)
    seen[: len(snapshot), : len(snapshot.sensors)] = snapshot.seen_by_s
    return replace(
        snapshot,
        number=np.concatenate((snapshot.number, roll.host[roll.is_first])),
        state_time_s=np.concatenate((snapshot.state_time_s, unseen)),
        class_index=np.concatenate((snapshot.class_index, whole + UNKNOWN_CLASS)),
        first_seen_s=np.concatenate((snapshot.first_seen_s, unseen)),
        first_arrived_s=np.concatenate((snapshot.first_arrived_s, unseen)),
        last_seen_s=np.concatenate((snapshot.last_seen_s, unseen)),
        detections=np.concatenate((snapshot.detections, roll.count[roll.is_first])),
        looks_missed=np.concatenate((snapshot.looks_missed, whole)),
        sensors=sensors,
        seen_by_s=seen,
    )


def _told(snapshot: Snapshot, roll: Roll, states: States, shift_s: float) -> Snapshot:
    """The snapshot with its joint states, and with who has a part in them since when."""
    place = np.searchsorted(snapshot.number, roll.host)
    time, begin, arrived, last, seen = (
        column.copy()
        for column in (
            snapshot.state_time_s,
            snapshot.first_seen_s,
            snapshot.first_arrived_s,
            snapshot.last_seen_s,
            snapshot.seen_by_s,
        )
    )
    time[place] = states.time_s[place] - shift_s  # others stay what they are, to the last digit
    theirs_s = roll.first_seen_s - shift_s
    np.fmin.at(begin, place, theirs_s)
    # When the first state of an object came is when the earliest of all came.
    earliest = theirs_s == begin[place]
    arrived[place[earliest]] = roll.first_arrived_s[earliest] - shift_s
    np.fmax.at(last, place, roll.states.time_s - shift_s)
    columns = np.array([snapshot.sensors.index(sensor) for sensor in roll.sensors], dtype=np.intp)
    np.fmax.at(seen, (place[:, None], columns[None, :]), roll.seen_by_s - shift_s)
    return replace(
        snapshot,
        state_time_s=time,
        state_ecef=states.estimate.mean,
        packed_covariance=pack(states.estimate.covariance),
        phase_probability=states.phases,
        first_seen_s=begin,
        first_arrived_s=arrived,
        last_seen_s=last,
        seen_by_s=seen,
    )
