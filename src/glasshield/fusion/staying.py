"""Numbers that stay with their tracks, though a tracker goes back over late detections.

A tracker counts tracks as they are confirmed. Going back it takes that count back: of two young
tracks the other one may be confirmed first, or one of them never. But who has been shown a number
goes on to mean the same object by it. A track that was shown is therefore known again by those of
its detections that came first, as no late one is among them, and keeps its number; a track that was
not shown has a number that nobody was ever shown.

Numbers that nobody was shown bind nobody: a tracker that is asked at the end alone counts its
tracks as if nothing had come late.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from jaxtyping import Bool, Float, Int

from glasshield.fusion.kernel_rows import INT, LONG
from glasshield.fusion.succession import Numbers

# By so many detections is a track known again; where it has fewer, -1 stands.
MARKS: Final = 4
# For so long a track that is gone may come back: late detections can cost a track its confirmation,
# and a few more looks confirm it after all.
REMEMBERED_S: Final = 120.0


class Counting(Protocol):
    """Tracks as a compiled tracker counts them: in the order of their confirmation."""

    def time(self) -> float:
        """When the last scan began (s)."""
        ...

    def confirmed(self) -> int:
        """How many tracks there are by that count."""
        ...

    def settled(self) -> int:
        """How many of them no late detection can count otherwise."""
        ...

    def marks(self, after: int, out: Int[np.ndarray, "m 4"]) -> None:
        """Writes of all but the first so many the detections that came first."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """Tracks that were shown and that late detections may still change; k of them.

    First those that are there, as their tracker counts them, then those that are gone.

    Attributes:
        number: by which each was shown.
        marks: the detections of each that came first, growing.
        gone_s: since when each is not there any more; without end for those that are.
        settled: so many tracks, as their tracker counts them, no late detection can change.
        top: the highest number that was ever shown.
    """

    number: Int[np.ndarray, "k"]
    marks: Int[np.ndarray, "k 4"]
    gone_s: Float[np.ndarray, "k"]
    settled: int
    top: int

    @classmethod
    def nothing(cls) -> Shown:
        """Nothing was ever shown."""
        return cls(np.empty(0, dtype=LONG), np.empty((0, MARKS), dtype=LONG), np.empty(0), 0, 0)

    def __len__(self) -> int:
        return len(self.number)

    @property
    def there(self) -> Int[np.ndarray, "m 4"]:
        """The marks of those that are there."""
        return self.marks[np.isinf(self.gone_s)]

    def recent(self, now_s: float) -> Shown:
        """Those that may come back, beside those that are there."""
        return self.take(self.gone_s >= now_s - REMEMBERED_S)

    def take(self, rows: Bool[np.ndarray, "k"]) -> Shown:
        """Those that a mask chooses."""
        number, marks, gone_s = self.number[rows], self.marks[rows], self.gone_s[rows]
        return Shown(number, marks, gone_s, self.settled, self.top)

    def without(self, number: Int[np.ndarray, "m"]) -> Shown:
        """Those that have none of these numbers."""
        return self.take(~np.isin(self.number, number))

    def again(
        self, marks: Int[np.ndarray, "m 4"], likely: Int[np.ndarray, "m"]
    ) -> Int[np.ndarray, "m"]:
        """The numbers by which tracks were shown; 0 for those that were not.

        Args:
            marks: the detections of each that came first.
            likely: by which each was probably shown.
        """
        found = np.zeros(len(marks), dtype=LONG)
        if not len(self):
            return found
        order = np.argsort(self.number)
        place = order[np.searchsorted(self.number[order], likely).clip(max=len(self) - 1)]
        its = self.marks[place]
        same = ((its == marks) | (its < 0)).all(axis=1) & (its[:, 0] >= 0)
        same &= self.number[place] == likely
        found[same] = likely[same]
        others, rest = np.flatnonzero(~same), self.without(likely[same])
        for new, old in _alike(marks[others], rest.marks).items():
            found[others[new]] = rest.number[old]
        return found

    def staying(self, numbers: Numbers, marks: Int[np.ndarray, "m 4"]) -> Numbers:
        """The numbers by which tracks are known now.

        Args:
            numbers: by which they were when these were shown.
            marks: of all tracks that were not settled then, as their tracker counts them now.
        """
        now = numbers.of(self.settled + 1 + np.arange(len(marks)))
        before = self.again(marks, now)
        new = before == 0
        if ((before == now) | (new & (now > self.top))).all():
            return numbers
        before[new] = self.top + 1 + np.arange(new.sum())
        known = np.concatenate((numbers.of(1 + np.arange(self.settled)), before))
        return Numbers(known.astype(INT), max(self.top, int(before.max())) + 1)


def _alike(marks: Int[np.ndarray, "m 4"], before: Int[np.ndarray, "k 4"]) -> dict[int, int]:
    """Which tracks are which of those before: half of what the shorter one has is in both.

    Those with most in common first, and of these the first ones.
    """
    owners = defaultdict(list)
    for old, its in enumerate(before.tolist()):
        for mark in its:
            owners[mark].append(old)
    common = Counter(
        (new, old)
        for new, its in enumerate(marks.tolist())
        for mark in its
        if mark >= 0
        for old in owners.get(mark, ())
    )
    counts, its_counts = (marks >= 0).sum(axis=1), (before >= 0).sum(axis=1)
    alike: dict[int, int] = {}
    taken = set()
    for (new, old), shared in sorted(common.items(), key=lambda each: (-each[1], each[0])):
        is_half = 2 * shared >= min(counts[new], its_counts[old])
        if is_half and new not in alike and old not in taken:
            alike[new] = old
            taken.add(old)
    return alike


class Staying:
    """The numbers of a tracker's tracks, which stay once they were shown."""

    __slots__ = ("_at_s", "_marks", "_now", "_numbers", "_shown")

    def __init__(self) -> None:
        """Every track has the number by which its tracker counts it."""
        self._numbers = Numbers.same()
        self._shown = Shown.nothing()
        # What holds now is found once, until more has come; when that was, and by which marks.
        self._now = self._numbers
        self._at_s: float | None = None
        self._marks = self._shown.marks

    def more_came(self) -> None:
        """The tracker has been given more."""
        self._at_s = None

    def now(self, tracks: Counting) -> Numbers:
        """The numbers by which the tracks of a tracker are known."""
        at_s = tracks.time()
        if self._at_s != at_s:
            self._at_s, self._marks = at_s, _marks(tracks, self._shown.settled)
            self._now = self._numbers
            if not np.array_equal(self._marks, self._shown.there):
                self._now = self._shown.recent(at_s).staying(self._numbers, self._marks)
        return self._now

    def given(self, tracks: Counting) -> int:
        """The highest number that any track has or that was ever shown."""
        return max(self._shown.top, self.now(tracks).last(tracks.confirmed()))

    def show(self, tracks: Counting) -> Numbers:
        """The numbers by which tracks are known; from now on they stay."""
        self._numbers, before, settled = self.now(tracks), self._shown.settled, tracks.settled()
        if settled > before or not np.array_equal(self._marks, self._shown.there):
            count = before + 1 + np.arange(len(self._marks))
            self._keep(tracks, self._numbers.of(count), self._marks, count > settled)
        return self._numbers

    def make_anew(self, tracks: Counting, numbers: Numbers, given: int) -> None:
        """All tracks have been made anew from the same detections.

        Args:
            tracks: as their tracker counts them now.
            numbers: of those that have taken over from others for certain, and of new ones.
            given: the highest number that the others had; all above are of new ones.
        """
        marks = _marks(tracks, 0)
        count = 1 + np.arange(len(marks))
        its, young = numbers.of(count), count > tracks.settled()
        known = its <= given
        new = np.flatnonzero(~known)
        again = self._shown.without(its[known]).again(marks[new], its[new])
        its[new] = np.where(again > 0, again, its[new])
        known[new] = (again > 0) | ~young[new]
        self._numbers = Numbers(its.astype(INT), max(numbers.next, int(its.max(initial=0)) + 1))
        self._keep(tracks, its[known], marks[known], young[known])

    def _keep(
        self,
        tracks: Counting,
        number: Int[np.ndarray, "m"],
        marks: Int[np.ndarray, "m 4"],
        young: Bool[np.ndarray, "m"],
    ) -> None:
        """Writes down what is shown now, beside what is gone but may come back."""
        now_s = tracks.time()
        gone = self._shown.recent(now_s).without(number)
        self._shown = Shown(
            np.append(number[young], gone.number),
            np.concatenate((marks[young], gone.marks)),
            np.append(np.full(int(young.sum()), np.inf), np.minimum(gone.gone_s, now_s)),
            tracks.settled(),
            max(gone.top, int(number.max(initial=0))),
        )
        self._at_s = None


def _marks(tracks: Counting, after: int) -> Int[np.ndarray, "m 4"]:
    """Of all tracks but the first so many the detections that came first."""
    marks = np.empty((tracks.confirmed() - after, MARKS), dtype=LONG)
    if len(marks):
        tracks.marks(after, marks)
    return marks
