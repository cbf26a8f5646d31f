"""The attributes of a single integrated air picture: complete, clear, without ghosts, continuous.

A track follows the object that is nearest to it, once that has been so a few instants in a row, and
until it has not been so a few instants in a row.

Source: Votruba, Nisley, Rothrock and Zombro 2001, Single Integrated Air Picture (SIAP) metrics
implementation, in the reading of Stone Soup 1.9.1 (`SIAPMetrics`, `TrackToTruth`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import RangeError
from glasshield.fusion.metrics import NOTHING, Points, Reading


@dataclass(frozen=True, slots=True)
class Associations:
    """Which track followed which object from when to when, both ends included.

    Attributes:
        track: number of the track.
        truth: number of the object.
        start_s: the first instant.
        end_s: the last.
    """

    track: Int[np.ndarray, "a"]
    truth: Int[np.ndarray, "a"]
    start_s: Float[np.ndarray, "a"]
    end_s: Float[np.ndarray, "a"]

    def __len__(self) -> int:
        return len(self.track)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of tracks and of objects that belong together, by time."""

    truth_row: Int[np.ndarray, "p"]
    track_row: Int[np.ndarray, "p"]

    def __len__(self) -> int:
        return len(self.truth_row)


@dataclass(frozen=True, slots=True)
class Attributes:
    """Five of the attributes: numbers over all instants, or arrays with one number an instant.

    Attributes:
        completeness: share of the objects that are followed; 1 is best.
        ambiguity: tracks for each followed object; 1 is best.
        spuriousness: share of the tracks that follow nothing; 0 is best.
        position_accuracy_m: mean distance of tracks from their objects.
        velocity_accuracy_m_s: mean difference of their velocities.
    """

    completeness: Float[np.ndarray, "*m"]
    ambiguity: Float[np.ndarray, "*m"]
    spuriousness: Float[np.ndarray, "*m"]
    position_accuracy_m: Float[np.ndarray, "*m"]
    velocity_accuracy_m_s: Float[np.ndarray, "*m"]


@dataclass(frozen=True, slots=True)
class Siap:
    """All attributes.

    Attributes:
        overall: over all instants.
        time_s: the instants.
        at_times: at each of them.
        track_changes_1_s: changes of the track that follows an object, for each followed second.
        longest_segment: the longest time that one track followed each object, as a share of its
            life.
    """

    overall: Attributes
    time_s: Float[np.ndarray, "m"]
    at_times: Attributes
    track_changes_1_s: float
    longest_segment: float


def associate(
    truth: Points, tracks: Points, threshold_m: float, confirm: int = 3, end: int = 2
) -> Associations:
    """Which track follows which object, and when.

    Args:
        truth: the objects.
        tracks: what is believed about them.
        threshold_m: an object that is as far away is not followed.
        confirm: how many instants in a row an object has to be the nearest one.
        end: how many instants in a row another one, or none, has to be the nearest one.

    Raises:
        RangeError: a number that is not above zero.

    Source: Stone Soup 1.9.1, `TrackToTruth`.
    """
    if not (threshold_m > 0.0 and confirm >= 1 and end >= 1):
        raise RangeError(
            "threshold, confirm and end are above zero", got=(threshold_m, confirm, end)
        )
    nearest = _nearest(truth, tracks, threshold_m)
    numbers, track = np.unique(tracks.number, return_inverse=True)
    order = np.lexsort((tracks.time_s, track))
    first = np.searchsorted(track[order], np.arange(len(numbers) + 1))
    follower = _Follower.of(len(numbers), confirm, end)
    lengths = np.diff(first)
    for step in range(int(lengths.max(initial=0))):
        awake = np.flatnonzero(lengths > step)
        rows = order[first[awake] + step]
        follower.take(awake, nearest[rows], tracks.time_s[rows])
    return follower.associations(numbers)


def pairs(truth: Points, tracks: Points, associations: Associations) -> Pairs:
    """The rows of tracks and objects that are associated, each pair once at an instant."""
    rows_of = _rows_by_number(tracks)
    spans = [
        _within(tracks.time_s, rows_of[number], start_s, end_s)
        for number, start_s, end_s in zip(
            associations.track, associations.start_s, associations.end_s, strict=True
        )
    ]
    track_row = np.concatenate([np.empty(0, dtype=np.int64), *spans])
    object_number = np.repeat(associations.truth, [len(span) for span in spans])
    truth_row = _row_of(truth, tracks.time_s[track_row], object_number)
    there = truth_row != NOTHING
    both = np.unique(np.stack([truth_row[there], track_row[there]], axis=-1), axis=0)
    return Pairs(both[:, 0], both[:, 1])


def siap(
    truth: Points,
    tracks: Points,
    associations: Associations,
    reading: Reading = Reading.DEFINITION,
) -> Siap:
    """The attributes of the picture that the tracks draw of the truth.

    Args:
        truth: the objects.
        tracks: what is believed about them.
        associations: which track followed which object, and when.
        reading: Stone Soup counts no more tracks of an object after one that ended an instant
            after the one before it.
    """
    times = np.union1d(truth.time_s, tracks.time_s)
    together = pairs(truth, tracks, associations)
    counts = _Counts.of(times, truth, tracks, together)
    changes, followed, longest, lives = 0.0, 0.0, 0.0, 0.0
    for number, rows in _rows_by_number(truth).items():
        life = truth.time_s[rows]
        spans = _Spans.of(associations, associations.truth == number)
        lives += float(life[-1] - life[0])
        changes += max(spans.needed(life, reading) - 1, 0)
        followed += spans.covered_s(life[0], life[-1])
        longest += spans.longest_s()
    return Siap(
        overall=counts.total().attributes(),
        time_s=times,
        at_times=counts.attributes(),
        track_changes_1_s=changes / followed if followed else 0.0,
        longest_segment=longest / lives if lives else 0.0,
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the attributes are ratios of, at each instant."""

    truths: Float[np.ndarray, "*m"]
    followed_truths: Float[np.ndarray, "*m"]
    tracks: Float[np.ndarray, "*m"]
    following_tracks: Float[np.ndarray, "*m"]
    position_errors_m: Float[np.ndarray, "*m"]
    velocity_errors_m_s: Float[np.ndarray, "*m"]

    @classmethod
    def of(
        cls, times: Float[np.ndarray, "m"], truth: Points, tracks: Points, together: Pairs
    ) -> Self:
        m = len(times)

        def at(
            rows_s: Float[np.ndarray, "r"], weights: Float[np.ndarray, "r"] | None = None
        ) -> Float[np.ndarray, "m"]:
            return np.bincount(np.searchsorted(times, rows_s), weights=weights, minlength=m) * 1.0

        a, b = together.truth_row, together.track_row
        when = truth.time_s[a]
        apart = np.linalg.norm(truth.position_m[a] - tracks.position_m[b], axis=-1)
        faster = np.linalg.norm(truth.velocity_m_s[a] - tracks.velocity_m_s[b], axis=-1)
        return cls(
            at(truth.time_s),
            at(truth.time_s[np.unique(a)]),
            at(tracks.time_s),
            at(tracks.time_s[np.unique(b)]),
            at(when, apart),
            at(when, faster),
        )

    def total(self) -> _Counts:
        return _Counts(
            np.sum(self.truths),
            np.sum(self.followed_truths),
            np.sum(self.tracks),
            np.sum(self.following_tracks),
            np.sum(self.position_errors_m),
            np.sum(self.velocity_errors_m_s),
        )

    def attributes(self) -> Attributes:
        return Attributes(
            completeness=_ratio(self.followed_truths, self.truths, 0.0),
            ambiguity=_ratio(self.following_tracks, self.followed_truths, 1.0),
            spuriousness=_ratio(self.tracks - self.following_tracks, self.tracks, 0.0),
            position_accuracy_m=_ratio(self.position_errors_m, self.following_tracks, 0.0),
            velocity_accuracy_m_s=_ratio(self.velocity_errors_m_s, self.following_tracks, 0.0),
        )


def _ratio(
    top: Float[np.ndarray, "*m"], bottom: Float[np.ndarray, "*m"], otherwise: float
) -> Float[np.ndarray, "*m"]:
    """The ratio, or what stands for it where there is nothing to divide by."""
    return np.divide(top, bottom, out=np.full_like(top, otherwise, dtype=float), where=bottom != 0)


@dataclass(frozen=True, slots=True)
class _Spans:
    """The times for which tracks followed one object; those of one track belong together."""

    track: Int[np.ndarray, "a"]
    start_s: Float[np.ndarray, "a"]
    end_s: Float[np.ndarray, "a"]

    @classmethod
    def of(cls, associations: Associations, mine: Bool[np.ndarray, "a"]) -> Self:
        return cls(associations.track[mine], associations.start_s[mine], associations.end_s[mine])

    def needed(self, life_s: Float[np.ndarray, "r"], reading: Reading) -> int:
        """How many tracks it takes, one after the other, to follow the object while any did.

        At each instant without a track the one is taken that follows the object last of all.
        """
        last = {n: self.end_s[self.track == n].max() for n in self.track}
        order = sorted(range(len(self.track)), key=lambda a: -last[self.track[a]])
        count, index = 0, 0
        while index < len(life_s):
            now = life_s[index]
            span = next((a for a in order if self.start_s[a] <= now <= self.end_s[a]), None)
            if span is None:
                index += 1
            else:
                count += 1
                if reading is Reading.STONE_SOUP and self.end_s[span] == now:
                    break
                index = int(np.searchsorted(life_s, self.end_s[span], side="right"))
        return count

    def covered_s(self, start_s: float, end_s: float) -> float:
        """How long at least one track followed the object during its life."""
        covered, until = 0.0, start_s
        for a in np.argsort(self.start_s, kind="stable"):
            stop = min(self.end_s[a], end_s)
            covered += max(stop - max(self.start_s[a], until), 0.0)
            until = max(until, stop)
        return float(covered)

    def longest_s(self) -> float:
        """The longest time that one and the same track followed the object."""
        lengths = (np.sum((self.end_s - self.start_s)[self.track == n]) for n in self.track)
        return max((float(length) for length in lengths), default=0.0)


@dataclass(frozen=True, slots=True)
class _Follower:
    """For each track, whom it follows and whom it may follow next. Changes as rows come in."""

    confirm: int
    end: int
    current: Int[np.ndarray, "k"]
    start_s: Float[np.ndarray, "k"]
    end_s: Float[np.ndarray, "k"]
    next: Int[np.ndarray, "k"]
    next_start_s: Float[np.ndarray, "k"]
    hits: Int[np.ndarray, "k"]
    misses: Int[np.ndarray, "k"]
    done: list[tuple[Int[np.ndarray, "a"], ...]]

    @classmethod
    def of(cls, k: int, confirm: int, end: int) -> Self:
        nobody, never = np.full(k, NOTHING), np.full(k, np.nan)
        zero = np.zeros(k, dtype=np.int64)
        return cls(
            confirm, end, nobody, never, never.copy(), nobody.copy(), never.copy(), zero,
            zero.copy(), [],
        )  # fmt: skip

    def take(
        self,
        tracks: Int[np.ndarray, "t"],
        nearest: Int[np.ndarray, "t"],
        time_s: Float[np.ndarray, "t"],
    ) -> None:
        """Takes in the next row of some tracks."""
        free = self.current[tracks] == NOTHING
        self._search(tracks[free], nearest[free], time_s[free])
        self._follow(tracks[~free], nearest[~free], time_s[~free])

    def associations(self, numbers: Int[np.ndarray, "k"]) -> Associations:
        """All that was found, with whatever still goes on closed at the track's last row."""
        self._close(np.flatnonzero(self.current != NOTHING))
        columns = [np.concatenate(column) for column in zip(*self.done, strict=True)]
        return Associations(numbers[columns[0]], columns[1], columns[2], columns[3])

    def _search(
        self,
        tracks: Int[np.ndarray, "t"],
        nearest: Int[np.ndarray, "t"],
        time_s: Float[np.ndarray, "t"],
    ) -> None:
        none, same = nearest == NOTHING, nearest == self.next[tracks]
        self.hits[tracks] = np.where(none, 0, np.where(same, self.hits[tracks] + 1, 1))
        self.next_start_s[tracks] = np.where(same & ~none, self.next_start_s[tracks], time_s)
        self.next[tracks] = nearest
        sure = self.hits[tracks] >= self.confirm
        won, now_s = tracks[sure], time_s[sure]
        self.current[won], self.start_s[won] = self.next[won], self.next_start_s[won]
        self.end_s[won], self.next[won], self.hits[won] = now_s, NOTHING, 0

    def _follow(
        self,
        tracks: Int[np.ndarray, "t"],
        nearest: Int[np.ndarray, "t"],
        time_s: Float[np.ndarray, "t"],
    ) -> None:
        hit = nearest == self.current[tracks]
        self.misses[tracks[hit]] = 0
        self.end_s[tracks[hit]] = time_s[hit]
        missed, other, now_s = tracks[~hit], nearest[~hit], time_s[~hit]
        self.misses[missed] += 1
        again = (other != NOTHING) & (other == self.next[missed])
        self.hits[missed] = np.where(again, self.hits[missed] + 1, 1)
        self.next_start_s[missed] = np.where(again, self.next_start_s[missed], now_s)
        self.next[missed] = other
        over = self.misses[missed] >= self.end
        ended, ended_s = missed[over], now_s[over]
        self._close(ended)
        strong = (self.hits[ended] >= self.confirm) & (self.next[ended] != NOTHING)
        self.current[ended] = np.where(strong, self.next[ended], NOTHING)
        self.start_s[ended] = np.where(strong, self.next_start_s[ended], np.nan)
        self.end_s[ended] = np.where(strong, ended_s, np.nan)

    def _close(self, tracks: Int[np.ndarray, "t"]) -> None:
        row = (tracks, self.current[tracks], self.start_s[tracks], self.end_s[tracks])
        self.done.append(tuple(column.copy() for column in row))


def _nearest(truth: Points, tracks: Points, threshold_m: float) -> Int[np.ndarray, "n"]:
    """Number of the object nearest to each row of the tracks; nothing beyond the threshold."""
    from scipy.spatial import cKDTree

    nearest = np.full(len(tracks), NOTHING)
    for time_s in np.intersect1d(truth.time_s, tracks.time_s):
        here, there = (
            slice(*np.searchsorted(points.time_s, (time_s, np.nextafter(time_s, np.inf))))
            for points in (truth, tracks)
        )
        apart, index = cKDTree(truth.position_m[here]).query(tracks.position_m[there])
        near = np.flatnonzero(apart < threshold_m)
        nearest[there.start + near] = truth.number[here][index[near]]
    return nearest


def _rows_by_number(points: Points) -> dict[int, Int[np.ndarray, "r"]]:
    """The rows of each object, by time."""
    order = np.argsort(points.number, kind="stable")
    numbers, first = np.unique(points.number[order], return_index=True)
    return dict(zip(numbers.tolist(), np.split(order, first[1:]), strict=False))


def _within(
    time_s: Float[np.ndarray, "n"], rows: Int[np.ndarray, "r"], start_s: float, end_s: float
) -> Int[np.ndarray, "w"]:
    """Those of some rows, given by time, that lie in a span of time, both ends included."""
    times = time_s[rows]
    return rows[np.searchsorted(times, start_s) : np.searchsorted(times, end_s, side="right")]


def _row_of(
    points: Points, time_s: Float[np.ndarray, "q"], number: Int[np.ndarray, "q"]
) -> Int[np.ndarray, "q"]:
    """The row of an object at a time, or nothing."""
    if not len(points):
        return np.full(len(time_s), NOTHING)
    times = np.unique(points.time_s)
    most = int(max(points.number.max(), number.max(initial=0))) + 1
    keys = np.searchsorted(times, points.time_s) * most + points.number
    instant = np.minimum(np.searchsorted(times, time_s), len(times) - 1)
    wanted = instant * most + number
    row = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    there = (times[instant] == time_s) & (keys[row] == wanted)
    return np.where(there, row, NOTHING)
