"""Tracks made anew from the same detections take over the numbers and the past of those before.

A tracker that goes through its detections once more counts its tracks anew, and knows nothing of
what came before the detections that were kept. Two tracks are of one object where they took in the
same detections: the later takes the number of that with which it shares most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from jaxtyping import Bool, Int

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


def succeeding(now: Tracks, before: Tracks, detections: int) -> Numbers:
    """The numbers of tracks that take over from others.

    Args:
        now: as their tracker counts them: without a gap from 1.
        before: with the numbers that people know.
        detections: how many were given to either tracker.
    """
    owner = np.full(detections, -1)
    owner[before.detection[before.detection >= 0]] = _whose(before)[before.detection >= 0]
    taken = now.detection >= 0
    pairs = np.column_stack((_whose(now)[taken], owner[now.detection[taken]]))
    pairs, shared = np.unique(pairs[pairs[:, 1] >= 0], axis=0, return_counts=True)
    known = np.zeros(int(now.id.max(initial=0)), dtype=np.int32)
    given = set()
    for new, old in pairs[np.argsort(-shared, kind="stable")]:
        if known[now.id[new] - 1] == 0 and old not in given:
            known[now.id[new] - 1] = before.id[old]
            given.add(old)
    nameless = np.flatnonzero(known == 0)
    first = int(before.id.max(initial=0)) + 1
    known[nameless] = first + np.arange(len(nameless))
    return Numbers(known, first + len(nameless))


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
