"""How far a picture is from the truth: GOSPA and OSPA, instant by instant.

Both match tracks with true objects so that the sum of all errors is least. Pairs further apart than
the cut-off cost as much as if they were not matched, so that only near pairs have to be looked at;
these fall into small groups, and nearly all groups hold one pair.

Source: Rahmathullah, Garcia-Fernandez and Svensson 2017 (GOSPA, alpha = 2); Schuhmacher, Vo and Vo
2008 (OSPA).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.errors import RangeError

NOTHING = -1


class Reading(enum.Enum):
    """What a metric follows where Stone Soup 1.9.1 departs from the published definition."""

    DEFINITION = "definition"
    STONE_SOUP = "stone-soup"


@dataclass(frozen=True, slots=True)
class Points:
    """Where objects were at which instants: rows by time, at most one for an object and instant.

    Attributes:
        time_s: of each row; two sets of points meet where their times are the same number.
        number: of the object whose row it is, from 0.
        position_m: of the object, in a frame that both sets share; of any dimension.
        velocity_m_s: the same for its velocity.
    """

    time_s: Float[np.ndarray, "n"]
    number: Int[np.ndarray, "n"]
    position_m: Float[np.ndarray, "n d"]
    velocity_m_s: Float[np.ndarray, "n d"]

    def __post_init__(self) -> None:
        order = np.lexsort((self.number, self.time_s))
        same = np.diff(self.time_s) == 0.0
        if not (np.array_equal(order, np.arange(len(order))) and np.all(np.isfinite(self.time_s))):
            raise RangeError("points come by time and then by object", where="Points")
        if np.any(same & (np.diff(self.number) == 0)):
            raise RangeError("an object is at one place at a time", where="Points")

    def __len__(self) -> int:
        return len(self.time_s)

    @classmethod
    def of(
        cls,
        time_s: Float[np.ndarray, "n"],
        number: Int[np.ndarray, "n"],
        position_m: Float[np.ndarray, "n d"],
        velocity_m_s: Float[np.ndarray, "n d"] | None = None,
    ) -> Self:
        """Points from rows in any order; the last of several for an object and instant counts."""
        position = np.asarray(position_m, dtype=float)
        velocity = np.zeros_like(position) if velocity_m_s is None else np.asarray(velocity_m_s)
        time, owner = np.asarray(time_s, dtype=float), np.asarray(number, dtype=np.int64)
        order = np.lexsort((owner, time))
        later = order[1:]
        newer = (time[later] != time[order[:-1]]) | (owner[later] != owner[order[:-1]])
        kept = order[np.append(newer, len(order) > 0)] if len(order) else order
        return cls(time[kept], owner[kept], position[kept], velocity[kept])


@dataclass(frozen=True, slots=True)
class Scale:
    """What GOSPA and OSPA weigh.

    Attributes:
        cutoff_m: an error as large as this is no worse than a missed object and a false track.
        order: the power in which errors are summed, at least 1; OSPA takes infinity, too.
        switching_m: price of a change of the track that follows an object; 0 for none.
    """

    cutoff_m: float = 10e3
    order: float = 2.0
    switching_m: float = 0.0

    def __post_init__(self) -> None:
        if not (self.cutoff_m > 0.0 and self.order >= 1.0 and self.switching_m >= 0.0):
            raise RangeError(
                "a cut-off is above zero, an order at least 1, a price not negative",
                where="Scale",
                got=(self.cutoff_m, self.order, self.switching_m),
            )


@dataclass(frozen=True, slots=True)
class Gospa:
    """The metric at each of m instants. `distance_m` holds all parts; the others to the order.

    Attributes:
        time_s: the instants.
        distance_m: the metric.
        localisation: sum of the errors of matched pairs, each to the order.
        missed: half the cut-off to the order for each object without a track.
        false: the same for each track without an object.
        switching_m: price of the changes of tracks at this instant.
    """

    time_s: Float[np.ndarray, "m"]
    distance_m: Float[np.ndarray, "m"]
    localisation: Float[np.ndarray, "m"]
    missed: Float[np.ndarray, "m"]
    false: Float[np.ndarray, "m"]
    switching_m: Float[np.ndarray, "m"]


@dataclass(frozen=True, slots=True)
class Matching:
    """The pairs whose summed error is least, and how many objects each instant has.

    Attributes:
        time_s: m instants at which there is an object or a track.
        truths: how many objects there are at each.
        tracks: how many tracks.
        instant: of each of k pairs, as a place in `time_s`.
        truth_row: of each pair, in the points of the truth.
        track_row: in the points of the tracks.
        distance_m: between the two, below the cut-off.
    """

    time_s: Float[np.ndarray, "m"]
    truths: Int[np.ndarray, "m"]
    tracks: Int[np.ndarray, "m"]
    instant: Int[np.ndarray, "k"]
    truth_row: Int[np.ndarray, "k"]
    track_row: Int[np.ndarray, "k"]
    distance_m: Float[np.ndarray, "k"]


def gospa(truth: Points, tracks: Points, scale: Scale = Scale()) -> Gospa:
    """The generalised optimal sub-pattern assignment metric at each instant.

    Args:
        truth: the objects.
        tracks: what is believed about them.
        scale: cut-off, order, and the price of changing tracks.

    Raises:
        RangeError: an infinite order.

    Source: Rahmathullah, Garcia-Fernandez and Svensson 2017, eq. 1 with alpha = 2. The price of
        changed tracks is added as Stone Soup adds it: squared, whatever the order.
    """
    if not np.isfinite(scale.order):
        raise RangeError("GOSPA has a finite order", where="order", got=scale.order)
    found = match(truth, tracks, scale)
    power, m = scale.order, len(found.time_s)
    matched = np.bincount(found.instant, minlength=m)
    half = 0.5 * scale.cutoff_m**power
    local = np.bincount(found.instant, weights=found.distance_m**power, minlength=m)
    missed, false = half * (found.truths - matched), half * (found.tracks - matched)
    switching = _switching(truth, tracks, found, scale)
    distance = (local + missed + false) ** (1.0 / power)
    return Gospa(found.time_s, np.hypot(distance, switching), local, missed, false, switching)


def ospa(
    truth: Points,
    tracks: Points,
    scale: Scale = Scale(),
    reading: Reading = Reading.DEFINITION,
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]]:
    """The instants and the optimal sub-pattern assignment distance at each, in metres.

    Args:
        truth: the objects.
        tracks: what is believed about them.
        scale: cut-off and order; an infinite order gives the largest error of the best matching.
        reading: Stone Soup matches by the sum of plain distances, whatever the order.

    Source: Schuhmacher, Vo and Vo 2008, eq. 3 and 4.
    """
    plain = replace(scale, order=1.0)
    if reading is Reading.STONE_SOUP:
        return _ospa_of(match(truth, tracks, plain), scale)
    if not np.isfinite(scale.order):
        return _bottleneck(truth, tracks, scale.cutoff_m)
    return _ospa_of(match(truth, tracks, scale), scale)


def _ospa_of(
    found: Matching, scale: Scale
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]]:
    """Instants, and the distance that a matching gives."""
    m, most = len(found.time_s), np.maximum(found.truths, found.tracks)
    left_over = most - np.bincount(found.instant, minlength=m)
    if not np.isfinite(scale.order):
        largest = np.where(left_over > 0, scale.cutoff_m, 0.0)
        np.maximum.at(largest, found.instant, found.distance_m)
        return found.time_s, largest
    local = np.bincount(found.instant, weights=found.distance_m**scale.order, minlength=m)
    total = local + scale.cutoff_m**scale.order * left_over
    return found.time_s, (total / most) ** (1.0 / scale.order)


def match(truth: Points, tracks: Points, scale: Scale = Scale()) -> Matching:
    """The pairs of an object and a track whose summed errors are least at each instant.

    The same pairs are best for GOSPA and for OSPA of one cut-off and order.
    """
    instants = _Instants.of(truth, tracks)
    near = _near_pairs(instants, truth, tracks, scale.cutoff_m)
    gain = scale.cutoff_m**scale.order - near.distance_m**scale.order
    kept = _best(near.truth_row, near.track_row, gain, len(truth), len(tracks))
    return Matching(
        instants.time_s,
        instants.truths,
        instants.tracks,
        near.instant[kept],
        near.truth_row[kept],
        near.track_row[kept],
        near.distance_m[kept],
    )


@dataclass(frozen=True, slots=True)
class _Instants:
    """All instants of two sets of points, and where the rows of each begin."""

    time_s: Float[np.ndarray, "m"]
    first_truth: Int[np.ndarray, "m+1"]
    first_track: Int[np.ndarray, "m+1"]

    @classmethod
    def of(cls, truth: Points, tracks: Points) -> Self:
        times = np.union1d(truth.time_s, tracks.time_s)
        return cls(
            times,
            np.append(np.searchsorted(truth.time_s, times), len(truth)),
            np.append(np.searchsorted(tracks.time_s, times), len(tracks)),
        )

    @property
    def truths(self) -> Int[np.ndarray, "m"]:
        return np.diff(self.first_truth)

    @property
    def tracks(self) -> Int[np.ndarray, "m"]:
        return np.diff(self.first_track)

    def both(self) -> Iterator[tuple[int, slice, slice]]:
        """Each instant that has objects and tracks, and their rows."""
        for index in np.flatnonzero((self.truths > 0) & (self.tracks > 0)):
            yield (
                int(index),
                slice(self.first_truth[index], self.first_truth[index + 1]),
                slice(self.first_track[index], self.first_track[index + 1]),
            )


@dataclass(frozen=True, slots=True)
class _Pairs:
    instant: Int[np.ndarray, "k"]
    truth_row: Int[np.ndarray, "k"]
    track_row: Int[np.ndarray, "k"]
    distance_m: Float[np.ndarray, "k"]


def _near_pairs(instants: _Instants, truth: Points, tracks: Points, cutoff_m: float) -> _Pairs:
    """All pairs of one instant that are nearer than the cut-off."""
    from scipy.spatial import cKDTree

    found: list[tuple[int, slice, slice, np.ndarray]] = []
    for index, of_truth, of_tracks in instants.both():
        here, there = truth.position_m[of_truth], tracks.position_m[of_tracks]
        near = cKDTree(here).sparse_distance_matrix(cKDTree(there), cutoff_m, output_type="ndarray")
        found.append((index, of_truth, of_tracks, near[near["v"] < cutoff_m]))
    if not found:
        none = np.empty(0, dtype=np.int64)
        return _Pairs(none, none, none, np.empty(0))
    return _Pairs(
        np.repeat([index for index, *_ in found], [len(near) for *_, near in found]),
        np.concatenate([rows.start + near["i"] for _, rows, _, near in found]),
        np.concatenate([rows.start + near["j"] for _, _, rows, near in found]),
        np.concatenate([near["v"] for *_, near in found]),
    )


def _best(
    left: Int[np.ndarray, "k"],
    right: Int[np.ndarray, "k"],
    gain: Float[np.ndarray, "k"],
    n_left: int,
    n_right: int,
) -> Int[np.ndarray, "c"]:
    """Which pairs to take so that the gain is greatest and nothing is taken twice.

    Args:
        left: one end of each pair, a number below `n_left`.
        right: the other end, below `n_right`.
        gain: of each pair, above zero.
        n_left: how many left ends there could be.
        n_right: how many right ends.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    n = n_left + n_right
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, n_left + right)), shape=(n, n))
    _, label = connected_components(graph, directed=False)
    group = label[left]
    alone = np.bincount(group, minlength=n)[group] == 1
    taken = [np.flatnonzero(alone)]
    crowded = np.flatnonzero(~alone)
    crowded = crowded[np.argsort(group[crowded], kind="stable")]
    breaks = np.flatnonzero(np.diff(group[crowded])) + 1
    taken += [
        pairs[_assign(left[pairs], right[pairs], gain[pairs])]
        for pairs in np.split(crowded, breaks)
        if len(pairs)
    ]
    return np.sort(np.concatenate(taken))


def _assign(
    left: Int[np.ndarray, "k"], right: Int[np.ndarray, "k"], gain: Float[np.ndarray, "k"]
) -> Int[np.ndarray, "c"]:
    """The best pairs of one group of pairs that hang together."""
    from scipy.optimize import linear_sum_assignment

    rows, row = np.unique(left, return_inverse=True)
    columns, column = np.unique(right, return_inverse=True)
    table = np.zeros((len(rows), len(columns)))
    number = np.full(table.shape, NOTHING)
    table[row, column], number[row, column] = gain, np.arange(len(gain))
    chosen = number[linear_sum_assignment(table, maximize=True)]
    return chosen[chosen != NOTHING]


def _switching(
    truth: Points, tracks: Points, found: Matching, scale: Scale
) -> Float[np.ndarray, "m"]:
    """The price of the tracks that changed at each instant.

    Half a change where an object wins or loses its track, a whole one where another track takes
    over; the first track of an object is free, and an instant without any track counts for nothing.
    """
    m = len(found.time_s)
    if scale.switching_m == 0.0:
        return np.zeros(m)
    held = np.full(len(truth), NOTHING)
    held[found.truth_row] = tracks.number[found.track_row]
    instant = np.searchsorted(found.time_s, truth.time_s)
    rows = np.lexsort((truth.time_s, truth.number))
    rows = rows[found.tracks[instant[rows]] > 0]
    first = np.append(True, np.diff(truth.number[rows]) != 0)[: len(rows)]
    ever = _held_before(held[rows] != NOTHING, first)
    before, now = held[rows][:-1], held[rows][1:]
    changed = (before != now) & ~first[1:] & ever[:-1]
    whole = changed & (before != NOTHING) & (now != NOTHING)
    changes = 0.5 * changed + 0.5 * whole
    total = np.bincount(instant[rows][1:], weights=changes, minlength=m)
    return scale.switching_m * total ** (1.0 / scale.order)


def _held_before(
    held: Bool[np.ndarray, "n"], first: Bool[np.ndarray, "n"]
) -> Bool[np.ndarray, "n"]:
    """Whether each row or one before it in its group is held; groups begin where `first` is."""
    count = np.cumsum(held)
    starts = np.flatnonzero(first)
    lengths = np.diff(np.append(starts, len(held)))
    return count > np.repeat(count[starts] - held[starts], lengths) if len(held) else held


def _bottleneck(
    truth: Points, tracks: Points, cutoff_m: float
) -> tuple[Float[np.ndarray, "m"], Float[np.ndarray, "m"]]:
    """Instants, and the least possible largest error: the cut-off where the numbers differ."""
    instants = _Instants.of(truth, tracks)
    distance = np.full(len(instants.time_s), cutoff_m)
    for index, of_truth, of_tracks in instants.both():
        here, there = truth.position_m[of_truth], tracks.position_m[of_tracks]
        if len(here) == len(there):
            apart = np.linalg.norm(here[:, None] - there[None], axis=-1)
            distance[index] = min(_least_largest(apart), cutoff_m)
    return instants.time_s, distance


def _least_largest(distance: Float[np.ndarray, "n n"]) -> float:
    """The least distance at which everything can be matched, by bisection over all distances."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import maximum_bipartite_matching

    levels = np.unique(distance)
    low, high = 0, len(levels) - 1
    while low < high:
        middle = (low + high) // 2
        matching = maximum_bipartite_matching(csr_array(distance <= levels[middle]))
        if np.all(matching >= 0):
            high = middle
        else:
            low = middle + 1
    return float(levels[low])
