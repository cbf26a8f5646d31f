"""Tracks made anew from the same detections take over the numbers and the past of those before.

A tracker that goes through its detections once more counts its tracks anew, and knows nothing of
what came before the detections that were kept. Two tracks are of one object where they took in the
same detections: the later takes the number of that with which it shares most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.tracks import Tracks

_ROWS = (
    "time_s",
    "state_ecef",
    "packed_covariance",
    "phase_probability",
    "detection",
    "station_index",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers people know tracks by that a tracker counts from 1.

    Attributes:
        known: of the first tracks, in the tracker's order.
        next: of the first track after those; further ones follow.
    """

    known: Int[np.ndarray, "k"]
    next: int

    @classmethod
    def same(cls) -> Numbers:
        """Every track keeps its number."""
        return cls(np.empty(0, dtype=np.int32), 1)

    def of(self, ids: Int[np.ndarray, "m"]) -> Int[np.ndarray, "m"]:
        """The numbers of tracks; those below 1 are of no confirmed track and stay."""
        count = len(self.known)
        if not count and self.next == 1:
            return ids
        later = ids - count - 1 + self.next
        known = np.append(self.known, 0)[np.clip(ids - 1, 0, count)]
        return np.where(ids < 1, ids, np.where(ids > count, later, known)).astype(ids.dtype)

    def own(self, number: int) -> int:
        """What the tracker itself calls a track; 0 where it has none of that number."""
        if number >= self.next:
            return number - self.next + len(self.known) + 1
        found = np.flatnonzero(self.known == number)
        return int(found[0]) + 1 if len(found) and number > 0 else 0

    def last(self, confirmed: int) -> int:
        """The highest number that was given to any of so many tracks, or before them."""
        return self.next - 1 + max(0, confirmed - len(self.known))


@dataclass(frozen=True, slots=True)
class Sights:
    """When and how often tracks have been seen; k tracks, s stations.

    Attributes:
        id: the numbers that people know.
        first_seen_s: when first.
        detections: how many were taken in.
        seen_by_s: when last by each station; NaN where never.
    """

    id: Int[np.ndarray, "k"]
    first_seen_s: Float[np.ndarray, "k"]
    detections: Int[np.ndarray, "k"]
    seen_by_s: Float[np.ndarray, "k s"]

    def beyond(self, anew: Sights, since_s: float) -> Sights:
        """What tracks made anew from so far back do not know of themselves."""
        _, own, its = np.intersect1d(self.id, anew.id, return_indices=True)
        early = self.first_seen_s[own] < since_s
        return Sights(
            self.id[own],
            np.where(early, self.first_seen_s[own], np.inf),
            np.maximum(self.detections[own] - anew.detections[its], 0),
            np.where(np.isnan(anew.seen_by_s[its]), self.seen_by_s[own], np.nan),
        )

    def after(self, earlier: Sights) -> Sights:
        """These with what was before them."""
        _, own, its = np.intersect1d(self.id, earlier.id, return_indices=True)
        first, count, seen_by = (
            self.first_seen_s.copy(),
            self.detections.copy(),
            self.seen_by_s.copy(),
        )
        first[own] = np.minimum(first[own], earlier.first_seen_s[its])
        count[own] += earlier.detections[its]
        seen_by[own] = np.fmax(seen_by[own], earlier.seen_by_s[its])
        return Sights(self.id, first, count, seen_by)


def succeeding(now: Tracks, before: Tracks, given: int = 0) -> Numbers:
    """The numbers of tracks that take over from others.

    Args:
        now: as their tracker counts them: without a gap from 1.
        before: with the numbers that people know.
        given: the highest number that any track ever had.
    """
    taken = now.detection >= 0
    first = int(now.detection[taken].min()) if taken.any() else 0
    last = int(now.detection.max(initial=first - 1))
    owner = np.full(last + 1 - first, -1)
    shared = (before.detection >= first) & (before.detection <= last)
    owner[before.detection[shared] - first] = _whose(before)[shared]
    pairs = np.column_stack((_whose(now)[taken], owner[now.detection[taken] - first]))
    pairs, common = np.unique(pairs[pairs[:, 1] >= 0], axis=0, return_counts=True)
    known = np.zeros(int(now.id.max(initial=0)), dtype=np.int32)
    taken_over = set()
    for new, old in pairs[np.argsort(-common, kind="stable")]:
        if known[now.id[new] - 1] == 0 and old not in taken_over:
            known[now.id[new] - 1] = before.id[old]
            taken_over.add(old)
    nameless = np.flatnonzero(known == 0)
    free = max(given, int(before.id.max(initial=0))) + 1
    known[nameless] = free + np.arange(len(nameless))
    return Numbers(known, free + len(nameless))


def without(tracks: Tracks, number: Int[np.ndarray, "m"], before_s: float) -> Bool[np.ndarray, "n"]:
    """Which rows took in none of these detections.

    Args:
        tracks: whose rows.
        number: of the detections.
        before_s: of rows that share several detections, those before it did not.
    """
    alone = tracks.detection >= 0
    rows: Bool[np.ndarray, "n"] = np.where(
        alone, ~np.isin(tracks.detection, number), tracks.time_s < before_s
    )
    return rows


def part(tracks: Tracks, rows: Bool[np.ndarray, "n"], at_least: int = 1) -> Tracks:
    """The tracks with some of their rows, without those that have too few left."""
    whose = _whose(tracks)
    counts = np.bincount(whose[rows], minlength=len(tracks))
    staying = counts >= at_least
    rows = rows & staying[whose]
    return replace(
        tracks,
        id=tracks.id[staying],
        first_row=np.append(0, np.cumsum(counts[staying])).astype(tracks.first_row.dtype),
        **{name: getattr(tracks, name)[rows] for name in _ROWS},
    )


def thinned(tracks: Tracks, every_s: float) -> Tracks:
    """The tracks with one row in so many seconds, beside their first and last; all where 0.

    Spans count from the epoch, so that what is thin stays as it is.
    """
    if every_s == 0.0 or not len(tracks.time_s):
        return tracks
    span = np.floor(tracks.time_s / every_s)
    rows = np.append(True, (np.diff(span) != 0.0) | (np.diff(_whose(tracks)) != 0))
    rows[tracks.first_row[1:] - 1] = True
    return part(tracks, rows)


def continued(past: Tracks, now: Tracks) -> Tracks:
    """The tracks with the rows that others with the same numbers had before them."""
    if not len(past):
        return now
    number = np.concatenate((past.id[_whose(past)], now.id[_whose(now)]))
    ids, first, whose = np.unique(number, return_index=True, return_inverse=True)
    begun = np.argsort(first, kind="stable")  # those of the past first, each in its order
    place = np.argsort(begun)[whose]
    order = np.argsort(place, kind="stable")
    columns: dict[str, Any] = {
        name: np.concatenate((getattr(past, name), getattr(now, name)))[order] for name in _ROWS
    }
    return replace(
        now,
        id=ids[begun],
        first_row=np.append(0, np.cumsum(np.bincount(place))).astype(now.first_row.dtype),
        **columns,
    )


def _whose(tracks: Tracks) -> Int[np.ndarray, "n"]:
    """The place of each row's track."""
    return np.repeat(np.arange(len(tracks)), np.diff(tracks.first_row))
